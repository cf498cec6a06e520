using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Wording;
using Microsoft.EntityFrameworkCore;

namespace Ifmsa.Assembly.Server.Accounts;

/// <summary>A name and password, as typed.</summary>
public sealed record NameAndPassword(string Name, string Password)
{
    /// <summary>Never the password.</summary>
    public override string ToString() => nameof(NameAndPassword);
}

/// <summary>The first account, with the secret of the link.</summary>
public sealed record FirstAccount(string Secret, string Name, string Password)
{
    /// <summary>Never the secret.</summary>
    public override string ToString() => nameof(FirstAccount);
}

/// <summary>Somebody's own new name and password; the current one where they have an account.</summary>
public sealed record OwnAccount(string Name, string Password, string? Current = null)
{
    /// <summary>Never the passwords.</summary>
    public override string ToString() => nameof(OwnAccount);
}

/// <summary>An account the secretariat makes: for itself, or for a participant.</summary>
public sealed record NewAccount(string Name, string Password, AssemblyId? Assembly = null, ParticipantId? Participant = null)
{
    /// <summary>Never the password.</summary>
    public override string ToString() => nameof(NewAccount);
}

/// <summary>Who the browser is, for its own eyes.</summary>
public sealed record Me(bool SignedIn, DeviceId? Device, string? Name, bool Secretariat, AssemblyId? Assembly, ParticipantId? Participant, Who Roles, string? Page);

/// <summary>Signing in and out, and keeping accounts.</summary>
public static class AccountEndpoints
{
    private const string KnownCookie = "known";

    /// <summary>Maps them under <c>/api</c>.</summary>
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/me", WhoAmIAsync);
        routes.MapPost("/api/first-account", FirstAsync);
        routes.MapPost("/api/sign-in", SignInAsync);
        routes.MapPost("/api/sign-out", async (HttpContext http, Sessions sessions) =>
        {
            await sessions.EndAsync(http);
            return Results.NoContent();
        });
        routes.MapPost("/api/account", SetOwnAsync);
        routes.MapGet("/api/accounts", async (Guid? assembly, HttpContext http, AccountBook book, Sentences sentences) =>
            Callers.Of(http) is { Secretariat: true } ? Results.Json(await book.ListAsync(assembly is { } id ? new AssemblyId(id) : null, http.RequestAborted), JournalJson.Options) : NotSecretariat(sentences));
        routes.MapPost("/api/accounts", CreateAsync);
        routes.MapPost("/api/accounts/{id:guid}/revoke", RevokeAsync);
    }

    internal static IResult NotSecretariat(Sentences sentences) => Plain.Refuse(sentences, StatusCodes.Status403Forbidden, "account.secretariat-only");

    private static IResult Refuse(Sentences sentences, AccountFault fault) =>
        Plain.Refuse(sentences, fault.Code is "account.unknown" ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest, fault.Code, fault.Arguments);

    private static async Task<IResult> WhoAmIAsync(HttpContext http, AccountBook book, Seats seats)
    {
        if (Callers.Of(http) is not { } caller)
            return Results.Json(new Me(SignedIn: false, null, null, Secretariat: false, null, null, Who.None, null), JournalJson.Options);
        var account = caller.Credential.Account is { } id ? await book.FindAsync(id, null, http.RequestAborted) : null;
        var seat = caller.Assembly is { } assembly ? seats.Of(assembly, caller.Credential) : null;
        var roles = seat?.Roles ?? caller.Credential.Standing;
        return Results.Json(
            new Me(SignedIn: true, caller.Credential.Device, account?.Name, caller.Secretariat, caller.Assembly, seat?.Participant ?? caller.Participant, roles,
                caller.Secretariat ? "secretariat" : Pages.For(roles)),
            JournalJson.Options);
    }

    private static async Task<IResult> FirstAsync(FirstAccount asked, HttpContext http, FirstLink link, AccountBook book, Sessions sessions, Sentences sentences, ILogger<AccountBook> logger)
    {
        if (!link.Opens(asked.Secret))
            return Plain.Refuse(sentences, StatusCodes.Status403Forbidden, "account.first-link-dead");
        var (id, fault) = await book.CreateAsync(asked.Name, asked.Password, owner: null,
            async store => await store.Accounts.AnyAsync(http.RequestAborted) ? new AccountFault("account.first-link-dead") : null, http.RequestAborted);
        if (fault is not null)
            return fault.Code is "account.first-link-dead" ? Plain.Refuse(sentences, StatusCodes.Status403Forbidden, fault.Code) : Refuse(sentences, fault);
        http.RequestServices.GetRequiredService<FirstLinkFile>().Delete();
        AccountLog.FirstAccount(logger);
        await sessions.BeginAsync(http, new DeviceId(Guid.NewGuid()), new SessionOwner(id, null, null));
        return Results.NoContent();
    }

    private static async Task<IResult> SignInAsync(NameAndPassword asked, HttpContext http, SignIn signIn, Sessions sessions, Seats seats, Sentences sentences, ILogger<SignIn> logger)
    {
        var token = HostCookies.Read(http, KnownCookie);
        switch (await signIn.TryAsync(asked.Name, asked.Password, token is { Length: <= 64 } ? token : null, http.RequestAborted))
        {
            case MustWait { Seconds: var seconds }:
                AccountLog.SignInPutOff(logger, seconds);
                http.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
                return Plain.Refuse(sentences, StatusCodes.Status429TooManyRequests, "sign-in.wait", seconds);
            case SignedIn { Account: var account, KnownToken: var known }:
                AssemblyId? assembly = account.Assembly is null ? null : new AssemblyId(Guid.Parse(account.Assembly));
                ParticipantId? participant = account.Participant is null ? null : new ParticipantId(Guid.Parse(account.Participant));
                await sessions.BeginAsync(http, new DeviceId(Guid.NewGuid()), new SessionOwner(new(Guid.Parse(account.Id)), assembly, participant));
                HostCookies.Write(http, KnownCookie, known, TimeSpan.FromDays(365));
                AccountLog.SignedIn(logger, account.Id);
                var page = assembly is { } there && participant is { } person && seats.Find(there, person) is { } seat ? Pages.For(seat.Roles) : "secretariat";
                return Results.Json(new { assembly, page }, JournalJson.Options);
            default:
                AccountLog.SignInFailed(logger);
                return Plain.Refuse(sentences, StatusCodes.Status401Unauthorized, "sign-in.wrong");
        }
    }

    private static async Task<IResult> SetOwnAsync(OwnAccount asked, HttpContext http, AccountBook book, Passwords passwords, Seats seats, Sentences sentences, ILogger<AccountBook> logger)
    {
        if (Callers.Of(http) is not { } caller)
            return Plain.Refuse(sentences, StatusCodes.Status401Unauthorized, "sign-in.needed");
        // Each try costs the hash of a password: one phone must take neither the machine nor the lane of known devices.
        if (http.RequestServices.GetRequiredService<OwnAccountTries>().Of(caller.Credential.Device) is var tries && !tries.TryTake())
            return Plain.Refuse(sentences, StatusCodes.Status429TooManyRequests, "account.wait", tries.SecondsToWait());
        var seat = caller.Assembly is { } there ? seats.Of(there, caller.Credential) : null;
        if (await book.FindAsync(caller.Credential.Account, seat?.Participant, http.RequestAborted) is { } account)
        {
            // A phone left on a table must not be enough to take an account over.
            if (await passwords.CheckAsync(account.Password, asked.Current ?? "", Familiarity.Known, http.RequestAborted) is not true)
                return Plain.Refuse(sentences, StatusCodes.Status403Forbidden, "account.current-password");
            return await book.ChangeAsync(new(Guid.Parse(account.Id)), asked.Name, asked.Password, http.RequestAborted) is { } fault ? Refuse(sentences, fault) : Results.NoContent();
        }
        if (seat is null || caller.Assembly is not { } assembly)
            return Plain.Refuse(sentences, StatusCodes.Status403Forbidden, "account.not-seated");
        return await CreateForAsync(asked.Name, asked.Password, assembly, seat.Participant, caller.Credential.Device, http, book, seats, sentences, logger);
    }

    private static async Task<IResult> CreateAsync(NewAccount asked, HttpContext http, AccountBook book, Seats seats, Sentences sentences, ILogger<AccountBook> logger)
    {
        if (Callers.Of(http) is not { Secretariat: true })
            return NotSecretariat(sentences);
        if (asked is { Assembly: { } assembly, Participant: { } participant })
        {
            if (seats.Find(assembly, participant) is null)
                return Plain.Refuse(sentences, StatusCodes.Status404NotFound, "account.not-seated");
            if (await book.FindAsync(null, participant, http.RequestAborted) is not null)
                return Plain.Refuse(sentences, StatusCodes.Status409Conflict, "account.has-one");
            return await CreateForAsync(asked.Name, asked.Password, assembly, participant, from: null, http, book, seats, sentences, logger);
        }
        if (asked.Assembly is not null || asked.Participant is not null)
            return Plain.Refuse(sentences, StatusCodes.Status400BadRequest, "account.not-seated");
        var (id, fault) = await book.CreateAsync(asked.Name, asked.Password, owner: null, condition: null, http.RequestAborted);
        if (fault is not null)
            return Refuse(sentences, fault);
        AccountLog.Created(logger, id.ToString());
        return Results.Json(new { id }, JournalJson.Options);
    }

    private static async Task<IResult> CreateForAsync(
        string name, string password, AssemblyId assembly, ParticipantId participant, DeviceId? from, HttpContext http, AccountBook book, Seats seats, Sentences sentences, ILogger logger)
    {
        var person = participant.ToString();
        var (id, fault) = await book.CreateAsync(name, password, (assembly, participant),
            async store => await store.Accounts.AnyAsync(row => row.Participant == person && row.Revoked == null, http.RequestAborted) ? new AccountFault("account.has-one") : null,
            http.RequestAborted);
        if (fault is not null)
            return Refuse(sentences, fault);
        var answer = await seats.SetAccountAsync(assembly, participant, id, from, http.RequestAborted);
        if (!answer.Accepted)
        {
            await book.ForgetAsync(id, CancellationToken.None);
            return Plain.Refuse(answer.Refusal!);
        }
        AccountLog.Created(logger, id.ToString());
        return Results.Json(new { id }, JournalJson.Options);
    }

    private static async Task<IResult> RevokeAsync(Guid id, HttpContext http, AccountBook book, Sessions sessions, Sentences sentences, ILogger<AccountBook> logger)
    {
        if (Callers.Of(http) is not { Secretariat: true })
            return NotSecretariat(sentences);
        var account = new AccountId(id);
        if (await book.RevokeAsync(account, http.RequestAborted) is { } fault)
            return Refuse(sentences, fault);
        await sessions.EndAsync(account, CancellationToken.None);
        AccountLog.Revoked(logger, account.ToString());
        return Results.NoContent();
    }
}

using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Documents;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Wording;

namespace Ifmsa.Assembly.Server.Accounts;

/// <summary>A code, scanned or typed, and the assembly of the page it was typed on.</summary>
public sealed record JoinCode(string Code, AssemblyId? Assembly = null)
{
    /// <summary>Never the code.</summary>
    public override string ToString() => nameof(JoinCode);
}

/// <summary>Which seats get codes; absent: all without a phone.</summary>
public sealed record SeatsToPrint(IReadOnlyList<ParticipantId>? Participants = null);

/// <summary>A line of a code sheet.</summary>
public sealed record SheetLine(ParticipantId Participant, string? Member, int Seat, string QrSecret, string TypedCode)
{
    /// <summary>Never the code.</summary>
    public override string ToString() => $"SheetLine for {Participant}";
}

/// <summary>Joining by code, and printing codes.</summary>
public static class JoinEndpoints
{
    /// <summary>Maps <c>POST /j</c> and <c>POST /api/a/{id}/codes</c>.</summary>
    public static void MapJoining(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/j", JoinAsync);
        routes.MapPost("/api/a/{id:guid}/codes", PrintAsync);
    }

    private static async Task<IResult> JoinAsync(JoinCode asked, HttpContext http, Joining joining, Sessions sessions, Sentences sentences, ILogger<Joining> logger)
    {
        var caller = Callers.Of(http);
        switch (await joining.TryAsync(asked.Code, asked.Assembly, caller, http.RequestAborted))
        {
            case MayEnter { Assembly: var assembly, Page: var page } entry:
                if (caller?.Credential.Device != entry.Device)
                    await sessions.BeginAsync(http, entry.Device, new SessionOwner(null, assembly, entry.Participant));
                return Results.Json(new { assembly, page = $"/a/{assembly}/{page}", waiting = entry.Entrance is Entrance.Waiting }, JournalJson.Options);
            case JournalRefuses { Refusal: var refusal }:
                return Plain.Refuse(refusal);
            case StaysOutside { Status: var status, Code: var code, Arguments: var arguments }:
                AccountLog.CodeRefused(logger, status);
                return Plain.Refuse(sentences, status, code, arguments);
            case var other:
                throw new InvalidOperationException($"Nothing is to be done with {other.GetType().Name}.");
        }
    }

    private static async Task<IResult> PrintAsync(Guid id, SeatsToPrint? asked, HttpContext http, JoinCodes codes, Seats seats, Sentences sentences, ILogger<JoinCodes> logger)
    {
        var assembly = new AssemblyId(id);
        if (!seats.Knows(assembly))
            return Plain.Refuse(sentences, StatusCodes.Status404NotFound, "page.no-assembly");
        var caller = Callers.Of(http);
        var desk = caller is not null && caller.BelongsTo(assembly) && ((seats.Of(assembly, caller.Credential)?.Roles ?? Who.None) & Who.Desk) != 0;
        if (!desk && caller is not { Secretariat: true })
            return Plain.Refuse(sentences, StatusCodes.Status403Forbidden, "code.desk-only");
        var wanted = asked?.Participants?.ToHashSet();
        // A seat with a phone needs no code; a lost phone is released by the desk first.
        var free = seats.All(assembly).Where(seat => seat.Device is null && (wanted is null || wanted.Contains(seat.Participant))).ToDictionary(seat => seat.Participant);
        if (string.Equals(http.Request.Query["form"], "json", StringComparison.Ordinal))
        {
            var lines = (await IssueAsync()).Select(code => new SheetLine(code.Participant, free[code.Participant].Member, free[code.Participant].Number, code.QrSecret, code.TypedCode));
            return Results.Json(new { assembly, codes = lines }, JournalJson.Options);
        }
        if (free.Count == 0)
            return Plain.Refuse(sentences, StatusCodes.Status409Conflict, "code.none-free");
        // New codes kill those on paper already: none are made unless they can be printed.
        var press = http.RequestServices.GetService<IPress>();
        if (press is not { Health: "ok" })
            return Plain.Refuse(sentences, StatusCodes.Status503ServiceUnavailable, "code.press-down", press?.Health ?? sentences.Say("code.no-press"));
        var sheets = http.RequestServices.GetRequiredService<CodeSheets>();
        var sheet = await sheets.SheetAsync(assembly, await IssueAsync(), $"{http.Request.Scheme}://{http.Request.Host.ToUriComponent()}", http.RequestAborted);
        return await press.RenderAsync(Template.Codes, sheet, http.RequestAborted) is PrintedPaper paper
            ? Results.Bytes(paper.Pdf, "application/pdf", "join-codes.pdf")
            : Plain.Refuse(sentences, StatusCodes.Status503ServiceUnavailable, "code.not-printed");

        async Task<IReadOnlyList<IssuedCode>> IssueAsync()
        {
            var issued = await codes.IssueAsync(assembly, free.Keys, http.RequestAborted);
            AccountLog.CodesIssued(logger, issued.Count, assembly.ToString());
            return issued;
        }
    }
}

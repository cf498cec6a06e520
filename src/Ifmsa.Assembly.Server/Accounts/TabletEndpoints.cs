using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Floor;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Wording;

namespace Ifmsa.Assembly.Server.Accounts;

/// <summary>The code of a member's badge, typed at the shared tablet or read by its scanner, alone or as the address it is printed in.</summary>
public sealed record ShownCode(string Code)
{
    /// <summary>What a join code is looked up by.</summary>
    internal string Secret => Code[(Code.LastIndexOf('#') + 1)..];

    /// <summary>Never the code.</summary>
    public override string ToString() => nameof(ShownCode);
}

/// <summary>Unlocking the shared tablet for whoever shows their badge at it.</summary>
public static class TabletEndpoints
{
    /// <summary>Maps <c>POST /api/a/{id}/tablet</c>.</summary>
    public static void MapTablet(this IEndpointRouteBuilder routes) => routes.MapPost("/api/a/{id:guid}/tablet", UnlockAsync);

    private static async Task<IResult> UnlockAsync(Guid id, ShownCode shown, HttpContext http, IAssemblies assemblies, JoinCodes codes, Sentences sentences, ILogger<JoinCodes> logger)
    {
        var assembly = new AssemblyId(id);
        if (assemblies.Find(assembly) is not { Charter: not null } now)
            return Plain.Refuse(sentences, StatusCodes.Status404NotFound, "page.no-assembly");
        if (Callers.Of(http) is not { } caller)
            return Plain.Refuse(sentences, StatusCodes.Status401Unauthorized, "sign-in.needed");
        if (!caller.BelongsTo(assembly) || !now.ActorOf(caller.Credential).Is(Who.Desk | Who.Officer))
            return Plain.Refuse(sentences, StatusCodes.Status403Forbidden, "tablet.not-yours");
        switch (await codes.FindAsync(shown.Secret, assembly, http.RequestAborted))
        {
            case TypedTooMany { Seconds: var seconds }:
                AccountLog.CodeRefused(logger, StatusCodes.Status429TooManyRequests);
                return Plain.Refuse(sentences, StatusCodes.Status429TooManyRequests, "code.wait", seconds);
            // A badge that bound a phone is its bearer's still; one that was replaced may have been lost.
            case SeatCode { Life: Life.Live or Life.Used } code when code.Assembly == assembly:
                var tablet = caller.Credential.Device;
                var answer = await assemblies.SubmitAsync(assembly, Credential.Installation, new CommandId(Guid.NewGuid()), new UnlockTablet(tablet, code.Participant), http.RequestAborted);
                return answer.Refusal is { } refusal
                    ? Plain.Refuse(refusal)
                    : Results.Json(new { until = assemblies.Find(assembly)?.Tablets.GetValueOrDefault(tablet)?.Until }, JournalJson.Options);
            default:
                AccountLog.CodeRefused(logger, StatusCodes.Status404NotFound);
                return Plain.Refuse(sentences, StatusCodes.Status404NotFound, "code.unknown");
        }
    }
}

using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Sessions;
using Ifmsa.Assembly.Server.Accounts;
using Ifmsa.Assembly.Server.Floor;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Wording;

namespace Ifmsa.Assembly.Server.Papers;

/// <summary>What a scanner read on a badge.</summary>
public sealed record ScanAsked(string Code);

/// <summary>Whose badge was scanned.</summary>
public sealed record ScanAnswer(ParticipantId Participant, int Badge, string? Name);

/// <summary>A session as its door sees it.</summary>
public sealed record SessionAnswer(SessionId Session, string Title, DateTimeOffset Starts, DateTimeOffset Ends, IReadOnlyList<ParticipantId> Facilitators, PlenaryId? Plenary, int Scanned);

/// <summary>The sessions of the programme, and scanning badges at their doors.</summary>
public static class SessionEndpoints
{
    private const Who Doors = Who.Secretariat | Who.Desk | Who.Secretary | Who.Assistant;

    /// <summary>Maps <c>GET /api/a/{id}/sessions</c> and <c>POST /api/a/{id}/sessions/{session}/scan</c>.</summary>
    public static void MapSessions(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/a/{id:guid}/sessions", (Guid id, HttpContext http, IAssemblies assemblies, Sentences sentences) => Stranger(new(id), http, assemblies, sentences, out var now, out _)
            ?? Results.Json(now!.Sessions.Values.OrderBy(session => session.Starts).ThenBy(session => session.Title, StringComparer.Ordinal)
                .Select(session => new SessionAnswer(session.Id, session.Title, session.Starts, session.Ends, session.Facilitators, session.Plenary, session.Scanned.Count)), JournalJson.Options));
        routes.MapPost("/api/a/{id:guid}/sessions/{session:guid}/scan", ScanAsync);
    }

    private static async Task<IResult> ScanAsync(Guid id, Guid session, ScanAsked asked, HttpContext http, IAssemblies assemblies, AttendanceCodes codes, Sentences sentences)
    {
        if (Stranger(new(id), http, assemblies, sentences, out var now, out var caller) is { } refusal)
            return refusal;
        if (codes.Find(now!, asked.Code) is not { } person)
            return Plain.Refuse(sentences, StatusCodes.Status404NotFound, "badge.unknown");
        var answer = await assemblies.SubmitAsync(new(id), caller!.Credential, new(Guid.NewGuid()), new ScanBadge(new(session), person), http.RequestAborted);
        return !answer.Accepted ? Plain.Refuse(answer.Refusal!)
            : Results.Json(new ScanAnswer(person, now!.BadgeNumbers.GetValueOrDefault(person), now.Participants[person].Name is { } name ? assemblies.Words(new(id), name.Id) : null), JournalJson.Options);
    }

    private static IResult? Stranger(AssemblyId assembly, HttpContext http, IAssemblies assemblies, Sentences sentences, out Proceedings? now, out Caller? caller)
    {
        (now, caller) = (assemblies.Find(assembly), Callers.Of(http));
        if (now is not { Charter: not null })
            return Plain.Refuse(sentences, StatusCodes.Status404NotFound, "page.no-assembly");
        if (caller is null)
            return Plain.Refuse(sentences, StatusCodes.Status401Unauthorized, "sign-in.needed");
        return caller.BelongsTo(assembly) && now.ActorOf(caller.Credential).Is(Doors) ? null : Plain.Refuse(sentences, StatusCodes.Status403Forbidden, "session.not-yours");
    }
}

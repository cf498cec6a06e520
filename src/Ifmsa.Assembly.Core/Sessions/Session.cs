using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Plenaries;

namespace Ifmsa.Assembly.Core.Sessions;

/// <summary>A session of the programme, such as a workshop, or a plenary whose doors are watched, at which badges are scanned.</summary>
/// <param name="Id">By which the journal names it.</param>
/// <param name="Title">As people call it.</param>
/// <param name="Starts">Planned begin.</param>
/// <param name="Ends">Planned end.</param>
/// <param name="Facilitators">Who holds it.</param>
/// <param name="Plenary">The plenary at whose doors badges are scanned; null for any other session.</param>
public sealed record Session(SessionId Id, string Title, DateTimeOffset Starts, DateTimeOffset Ends, ImmutableArray<ParticipantId> Facilitators, PlenaryId? Plenary = null)
{
    /// <summary>Whose badges have been scanned.</summary>
    public ImmutableHashSet<ParticipantId> Scanned { get; init; } = [];
}

/// <summary>The secretariat puts a session on the programme, or changes it; whoever was scanned stays so.</summary>
[CommandKind("session.plan", Who.Secretariat)]
public sealed record PlanSession(SessionId Session, string Title, DateTimeOffset Starts, DateTimeOffset Ends, ImmutableArray<ParticipantId> Facilitators, PlenaryId? Plenary = null) : Command, IAct
{
    /// <summary>The most sessions of an assembly.</summary>
    public const int AtMost = 500;

    /// <summary>The most facilitators of a session.</summary>
    public const int FacilitatorsAtMost = 50;

    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now);

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if (Requires.Line(Title, 200) is { } fault)
            return fault;
        if (Ends < Starts)
            return new EndsBeforeStart();
        if (Facilitators is not { IsDefault: false, Length: <= FacilitatorsAtMost })
            return new RowsOutOfBounds(FacilitatorsAtMost);
        if (Facilitators.Any(person => now.Find(person) is null))
            return new UnknownParticipant();
        if (Plenary is { } plenary && now.Find(plenary) is null)
            return new UnknownPlenary();
        return now.Sessions.Count >= AtMost && !now.Sessions.ContainsKey(Session) ? new RowsOutOfBounds(AtMost)
            : new SessionPlanned(Session, Title, Starts, Ends, [.. Facilitators.Distinct()], Plenary);
    }
}

/// <summary>A session is on the programme.</summary>
[FactKind("session.planned.v1")]
public sealed record SessionPlanned(SessionId Session, string Title, DateTimeOffset Starts, DateTimeOffset Ends, ImmutableArray<ParticipantId> Facilitators, PlenaryId? Plenary) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with
    {
        Sessions = before.Sessions.SetItem(Session, new(Session, Title, Starts, Ends, Facilitators, Plenary) { Scanned = before.Sessions.GetValueOrDefault(Session)?.Scanned ?? [] }),
    };
}

/// <summary>A session that nobody was scanned at is taken off the programme.</summary>
[CommandKind("session.drop", Who.Secretariat)]
public sealed record DropSession(SessionId Session) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now) ?? ScanBadge.AnySession(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        now.Sessions.GetValueOrDefault(Session) is not { } session ? new UnknownSession()
        : session.Scanned.Count > 0 ? new SessionWasAttended(session.Title, session.Scanned.Count)
        : new SessionDropped(Session);
}

/// <summary>A session is off the programme.</summary>
[FactKind("session.dropped.v1")]
public sealed record SessionDropped(SessionId Session) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with { Sessions = before.Sessions.Remove(Session) };
}

/// <summary>There is no such session.</summary>
public sealed record UnknownSession() : Refusal("session.unknown");

/// <summary>Badges have been scanned at the session.</summary>
public sealed record SessionWasAttended(string Title, int People) : Refusal("session.attended", Title, People);

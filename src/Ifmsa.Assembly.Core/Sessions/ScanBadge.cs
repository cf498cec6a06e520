using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Sessions;

/// <summary>Somebody's badge is scanned at the door of a session; the shell has found whose attendance code it is.</summary>
[CommandKind("session.scan", Who.Secretariat | Who.Desk | Who.Secretary | Who.Assistant)]
public sealed record ScanBadge(SessionId Session, ParticipantId Participant) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now) ?? AnySession(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        now.Sessions.GetValueOrDefault(Session) is not { } session ? new UnknownSession()
        : now.Find(Participant) is null ? new UnknownParticipant()
        : session.Scanned.Contains(Participant) ? new ScannedAlready(session.Title)
        : new BadgeScanned(Session, Participant);

    /// <summary>A session is on the programme.</summary>
    internal static Refusal? AnySession(Proceedings now) => now.Sessions.IsEmpty ? new NoSessionPlanned() : null;
}

/// <summary>Somebody was at a session.</summary>
[FactKind("session.scanned.v1")]
public sealed record BadgeScanned(SessionId Session, ParticipantId Participant) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with
    {
        Sessions = before.Sessions.SetItem(Session, before.Sessions[Session] with { Scanned = before.Sessions[Session].Scanned.Add(Participant) }),
    };
}

/// <summary>A scan that was somebody else's is taken back.</summary>
[CommandKind("session.unscan", Who.Secretariat | Who.Desk)]
public sealed record UnscanBadge(SessionId Session, ParticipantId Participant) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now) ?? ScanBadge.AnySession(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        now.Sessions.GetValueOrDefault(Session) is not { } session ? new UnknownSession()
        : session.Scanned.Contains(Participant) ? new BadgeUnscanned(Session, Participant)
        : new NotScanned(session.Title);
}

/// <summary>Somebody was not at a session after all.</summary>
[FactKind("session.unscanned.v1")]
public sealed record BadgeUnscanned(SessionId Session, ParticipantId Participant) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with
    {
        Sessions = before.Sessions.SetItem(Session, before.Sessions[Session] with { Scanned = before.Sessions[Session].Scanned.Remove(Participant) }),
    };
}

/// <summary>No session is on the programme.</summary>
public sealed record NoSessionPlanned() : Refusal("session.none-planned");

/// <summary>The badge has been scanned at this session.</summary>
public sealed record ScannedAlready(string Title) : Refusal("session.scanned-already", Title);

/// <summary>The badge has not been scanned at this session.</summary>
public sealed record NotScanned(string Title) : Refusal("session.not-scanned", Title);

using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Debate;

/// <summary>The speaker, or the chair for the speaker, accepts a point of information while speaking.</summary>
[CommandKind("point.accept", Who.Presiding | Who.Participant)]
public sealed record AcceptPoint(PointId Point) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => PointHearing.ToSpeaker(now, by);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        (PointHearing.Offered(now, Point) ?? PointHearing.Free(now)) is { } refusal ? refusal : new PointHeard(Point, moment.At);
}

/// <summary>The speaker, or the chair for the speaker, refuses a point of information; it comes when the speech has ended.</summary>
[CommandKind("point.refuse", Who.Presiding | Who.Participant)]
public sealed record RefusePoint(PointId Point) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => PointHearing.ToSpeaker(now, by);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        PointHearing.Offered(now, Point) is { } refusal ? refusal : new PointDeferred(Point, now.Floor.Speaking!.Speech.Id);
}

/// <summary>A point waits for the end of a speech.</summary>
[FactKind("point.deferred.v1", Reversible = true)]
public sealed record PointDeferred(PointId Point, SpeechId Speech) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        before.Amend(Point, point => point with { Phase = Debate.Point.Flow.Fire(point.Phase, PointTrigger.Refuse) });
}

/// <summary>The chair hears a point; the clock of a speech stands still meanwhile.</summary>
[CommandKind("point.hear", Who.Presiding)]
public sealed record HearPoint(PointId Point) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        Requires.Session(now) ?? Requires.NoBallotRunning(now) ?? PointHearing.Free(now) ?? (Points.Pending(now).Any() ? null : new NoSuchPoint());

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        Points.Find(now, Point, PointTrigger.Hear, out var point) is { } refusal ? refusal
        : !now.Waives && point.Kind != PointKind.Order && now.Floor.Speaking is not null && now.Rules!.Points.Information is { } article && now.Binds(article)
            ? new SpeakerDecides { Article = article }
        : new PointHeard(Point, moment.At);
}

/// <summary>A point is being heard.</summary>
[FactKind("point.heard.v1", Reversible = true)]
public sealed record PointHeard(PointId Point, DateTimeOffset At) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        before.Amend(Point, point => point with { Phase = Debate.Point.Flow.Fire(point.Phase, PointTrigger.Hear) }) with
        {
            Floor = before.Floor is { Speaking: { Paused: false } speaking } ? before.Floor with { Speaking = speaking.Stopped(At, Point) } : before.Floor,
        };
}

/// <summary>The chair settles a point: it has been answered, or ruled upon.</summary>
[CommandKind("point.settle", Who.Presiding)]
public sealed record SettlePoint(PointId Point) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Session(now) ?? (Points.Pending(now).Any() ? null : new NoSuchPoint());

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        Points.Find(now, Point, PointTrigger.Settle, out _) is { } refusal ? refusal : new PointSettled(Point, moment.At);
}

/// <summary>A point is done; a speech that was interrupted for it goes on.</summary>
[FactKind("point.settled.v1", Reversible = true)]
public sealed record PointSettled(PointId Point, DateTimeOffset At) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        before.Amend(Point, point => point with { Phase = Debate.Point.Flow.Fire(point.Phase, PointTrigger.Settle) }) with
        {
            Floor = before.Floor is { Speaking: { Paused: true } speaking } && speaking.PausedFor == Point ? before.Floor with { Speaking = speaking.GoingOn(At) } : before.Floor,
        };
}

/// <summary>When a point can be heard.</summary>
internal static class PointHearing
{
    /// <summary>No point is being heard.</summary>
    public static Refusal? Free(Proceedings now) => Points.Pending(now).Any(point => point.Phase == PointPhase.Heard) ? new AnotherPointHeard() : null;

    /// <summary>Somebody speaks to whom a point of information is offered, and this person answers for the speech.</summary>
    public static Refusal? ToSpeaker(Proceedings now, Actor by) =>
        Requires.Session(now) ?? Speeches.Going(now, by) ??
        (Points.Pending(now).Any(point => point is { Phase: PointPhase.Raised, Kind: not PointKind.Order }) ? null : new NoSuchPoint());

    /// <summary>The point is one of information that the speaker has not answered.</summary>
    public static Refusal? Offered(Proceedings now, PointId id) =>
        Points.Find(now, id, PointTrigger.Refuse, out var point) ?? (point.Kind == PointKind.Order ? new PointOfOrderIsHeard() : null);
}

/// <summary>Another point is being heard.</summary>
public sealed record AnotherPointHeard() : Refusal("point.another-heard");

/// <summary>A point of information waits for the speaker's consent, or for the end of the speech.</summary>
public sealed record SpeakerDecides() : RuleRefusal("point.speaker-decides");

/// <summary>A point of order is the chair's to hear.</summary>
public sealed record PointOfOrderIsHeard() : Refusal("point.order-is-heard");

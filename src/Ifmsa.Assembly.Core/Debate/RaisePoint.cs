using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Debate;

/// <summary>A delegation raises a point: of order at any moment, even during a vote; of information to or from somebody, before or after the vote.</summary>
[CommandKind("point.raise", Who.Delegate | Who.Enters)]
public sealed record RaisePoint(PointId Point, PointKind Kind, MemberId? For = null) : Command, IAct
{
    /// <summary>The most points of a delegation in a plenary.</summary>
    public const int AtMost = 100;

    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        Requires.Session(now) ?? (by.Is(Who.Enters) ? null : SpeakingRights.Of(now, by.Participant, by.Member));

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if (now.Find(Point) is not null)
            return new IdTaken();
        if (Points.Raiser(now, moment, For, out var person, out var member) is { } refusal)
            return refusal;
        var earlier = now.Points.Values.Where(point => point.Member == member && point.Plenary == now.CurrentPlenary).ToList();
        return now.Rule(Points.InOrder(now, Kind, member, person)) ??
            (earlier.Exists(point => point.IsPending && (point.Kind == PointKind.Order) == (Kind == PointKind.Order)) ? new PointPending(now.NameOf(member))
                : earlier.Count >= AtMost ? new TooManyPoints(now.NameOf(member), AtMost)
                : (Decision)new PointRaised(Point, Kind, member, person, now.CurrentPlenary!.Value, moment.At));
    }
}

/// <summary>A point is raised.</summary>
[FactKind("point.raised.v1", Reversible = true)]
public sealed record PointRaised(PointId Point, PointKind Kind, MemberId Member, ParticipantId? Participant, PlenaryId Plenary, DateTimeOffset At) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with
    {
        Points = before.Points.SetItem(Point, new() { Id = Point, Kind = Kind, Member = Member, Participant = Participant, Plenary = Plenary, At = At }),
    };
}

/// <summary>A delegation takes its point back.</summary>
[CommandKind("point.withdraw", Who.Delegate | Who.Enters)]
public sealed record WithdrawPoint(PointId Point) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        Requires.Session(now) ?? (Points.Pending(now).Any(point => point.Phase != PointPhase.Heard && (by.Is(Who.Enters) || point.Member == by.Member)) ? null : new NoSuchPoint());

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        Points.Find(now, Point, PointTrigger.Withdraw, out var point) is { } refusal ? refusal
        : point.Member == moment.By.Member || moment.By.Is(Who.Enters) ? new PointWithdrawn(Point)
        : new NoSuchPoint();
}

/// <summary>A point is taken back.</summary>
[FactKind("point.withdrawn.v1", Reversible = true)]
public sealed record PointWithdrawn(PointId Point) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        before.Amend(Point, point => point with { Phase = Debate.Point.Flow.Fire(point.Phase, PointTrigger.Withdraw) });
}

/// <summary>Points as the acts on them need them.</summary>
internal static class Points
{
    /// <summary>Points of this plenary that are raised, deferred or being heard.</summary>
    public static IEnumerable<Point> Pending(Proceedings now) => now.Points.Values.Where(point => point.IsPending && point.Plenary == now.CurrentPlenary);

    /// <summary>A point of this plenary that can go on so.</summary>
    public static Refusal? Find(Proceedings now, PointId id, PointTrigger trigger, out Point point)
    {
        var found = now.Find(id);
        point = found ?? new() { Id = id, Kind = PointKind.Order, At = default };
        return found is null || found.Plenary != now.CurrentPlenary || !Point.Flow.CanFire(found.Phase, trigger) ? new NoSuchPoint() : null;
    }

    /// <summary>Whose point it is: one's own delegation's, or that of a raised placard.</summary>
    public static Refusal? Raiser(Proceedings now, Moment moment, MemberId? named, out ParticipantId? person, out MemberId member)
    {
        var own = named is null || named == moment.By.Member;
        (person, member) = (own ? moment.By.Participant : null, named ?? moment.By.Member ?? default);
        return !own && !moment.By.Is(Who.Enters) ? new NotForOthers()
            : now.Find(member) is null ? new UnknownMember()
            : SpeakingRights.Of(now, person, member);
    }

    /// <summary>Why a delegation may not raise such a point now.</summary>
    public static Refusal? InOrder(Proceedings now, PointKind kind, MemberId member, ParticipantId? person)
    {
        var rule = now.Rules!.Points;
        var article = kind == PointKind.Order ? rule.Order : rule.Information;
        if (article is null)
            return new NoSuchPoints();
        if (!now.Binds(article) && !now.Waives)
            return new PointsAreSuspended { Article = article };
        if (kind == PointKind.Order)
            return null;
        // A point of order is never kept to placards.
        if (person is not null && now.Floor.Intake == Plenaries.Intake.Placards && !now.Waives)
            return new OnlyByPlacard();
        return Requires.NoBallotRunning(now) ?? (rule.Warnings > 0 && now.Plenary!.Warnings.GetValueOrDefault(member) >= rule.Warnings && !now.Waives
            ? new PointRightLost(now.NameOf(member), rule.Warnings) { Article = article } : null);
    }
}

/// <summary>No such point can go on so.</summary>
public sealed record NoSuchPoint() : Refusal("point.unknown");

/// <summary>The delegation has such a point pending.</summary>
public sealed record PointPending(string Member) : Refusal("point.pending", Member);

/// <summary>The delegation has raised all the points it can.</summary>
public sealed record TooManyPoints(string Member, int AtMost) : Refusal("point.too-many", Member, AtMost);

/// <summary>The rules know no such points.</summary>
public sealed record NoSuchPoints() : Refusal("point.none");

/// <summary>The paragraph on such points is suspended.</summary>
public sealed record PointsAreSuspended() : RuleRefusal("point.suspended");

/// <summary>The delegation has lost its points of information by warnings.</summary>
public sealed record PointRightLost(string Member, int Warnings) : RuleRefusal("point.right-lost", Member, Warnings);

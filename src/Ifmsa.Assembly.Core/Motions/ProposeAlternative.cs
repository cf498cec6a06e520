using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Plenaries;

namespace Ifmsa.Assembly.Core.Motions;

/// <summary>After a direct negative the chair asks for alternative motions.</summary>
[CommandKind("motion.ask-alternatives", Who.Presiding)]
public sealed record AskAlternatives(MotionId Motion) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Quorum(now) ?? Requires.NoBallotRunning(now) ??
        MotionSteps.OpenToChange(now, MotionPhase.Objected, MotionPhase.Seconded) ?? Alternatives.Allowed(now, now.Motions[now.Floor.Motion!.Value]);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        MotionSteps.IsOnFloor(now, Motion) is { } elsewhere ? elsewhere
        : new AlternativesAsked(Motion, moment.At.AddSeconds(now.Rules!.Times.Negatives), now.Rules.Times.Negatives);
}

/// <summary>Delegations are asked for alternative motions.</summary>
[FactKind("motion.alternatives-asked.v1", Reversible = true)]
public sealed record AlternativesAsked(MotionId Motion, DateTimeOffset Until, int Seconds) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        before.Amend(Motion, motion => motion with { Phase = Motions.Motion.Flow.Fire(motion.Phase, MotionTrigger.AskAlternatives) }) with
        {
            Floor = before.FloorGoingOn with { Countdown = new(CountdownPurpose.Alternatives, Motion, Until, Seconds) },
        };
}

/// <summary>A delegation puts an alternative to the motion before the plenary.</summary>
[CommandKind("alternative.propose", Who.Delegation)]
public sealed record ProposeAlternative(MotionId Alternative, MotionId Motion, string Title, string Text, MemberId? For = null) : Command, IAct
{
    /// <summary>The most alternatives to one motion.</summary>
    public const int AtMost = 20;

    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        Requires.Quorum(now) ?? Requires.NoBallotRunning(now) ?? MotionSteps.OpenToChange(now, MotionPhase.AskingAlternatives) ?? Requires.MayPropose(now, by) ?? Requires.Intake(now, by);

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if ((Requires.MayPropose(now, moment.By, For, out var member) ?? Requires.Line(Title, 200) ?? Requires.Words(Text, 20_000) ?? MotionSteps.IsOnFloor(now, Motion)) is { } refusal)
            return refusal;
        if (now.Find(Alternative) is not null)
            return new IdTaken();
        var others = Alternatives.To(now, Motion).ToList();
        return others.Count >= AtMost ? new Federation.RowsOutOfBounds(AtMost)
            : others.Any(other => !other.IsSettled && other.Proposer == member) ? new AlternativeAlready()
            : new AlternativeProposed(
                Alternative, SubmitMotion.NextNumber(now), Motion, Title, Text, member,
                now.Rules!.Way.Alternatives!.Seconder && now.Binds(now.Rules.Way.Seconding) ? moment.At.AddSeconds(now.Rules.Times.Seconders) : null, now.Rules.Times.Seconders);
    }
}

/// <summary>An alternative stands against a motion.</summary>
[FactKind("alternative.proposed.v1", Reversible = true)]
public sealed record AlternativeProposed(
    MotionId Alternative, int Number, MotionId Motion, string Title, string Text, MemberId Proposer, DateTimeOffset? SecondersUntil, int Seconds) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before)
    {
        var original = before.Motions[Motion];
        return before with
        {
            Motions = before.Motions.SetItem(Alternative, new()
            {
                Id = Alternative, Number = Number, Title = Title, Text = Text, Decision = original.Decision, Proposer = Proposer, Item = original.Item, AlternativeTo = Motion, Bylaws = original.Bylaws?.AsAlternative,
                Phase = SecondersUntil is null ? MotionPhase.Competing : MotionPhase.AskingSecond,
            }),
            LastMotionNumber = Math.Max(before.LastMotionNumber, Number),
            Floor = before.FloorGoingOn with { Countdown = SecondersUntil is { } until ? new(CountdownPurpose.Seconders, Alternative, until, Seconds) : null },
        };
    }
}

/// <summary>A delegation seconds an alternative.</summary>
[CommandKind("alternative.second", Who.Delegation)]
public sealed record SecondAlternative(MotionId Alternative, MemberId? For = null) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Quorum(now) ?? Requires.NoBallotRunning(now) ?? MotionSteps.OnFloor(now, MotionPhase.AskingAlternatives) ??
        Requires.MayPropose(now, by) ?? (Alternatives.To(now, now.Floor.Motion!.Value).Any(other => other.Phase == MotionPhase.AskingSecond && (by.Is(Who.Enters) || other.Proposer != by.Member)) ? null : new NothingToSecond());

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        Requires.MayPropose(now, moment.By, For, out var member) is { } refusal ? refusal
        : now.Find(Alternative) is not { Phase: MotionPhase.AskingSecond } alternative || alternative.AlternativeTo != now.Floor.Motion ? new NothingToSecond()
        : alternative.Proposer == member ? new OwnMotion()
        : new AlternativeSeconded(Alternative, member);
}

/// <summary>An alternative has a seconder, and competes.</summary>
[FactKind("alternative.seconded.v1", Reversible = true)]
public sealed record AlternativeSeconded(MotionId Alternative, MemberId Member) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        before.Amend(Alternative, motion => motion with { Seconder = Member, Phase = Motion.Flow.Fire(motion.Phase, MotionTrigger.Compete) }) with
        {
            Floor = before.FloorGoingOn with { Countdown = before.Floor.Countdown?.Motion == Alternative ? null : before.Floor.Countdown },
        };
}

/// <summary>The chair lets an alternative fail that nobody seconds.</summary>
[CommandKind("alternative.fail", Who.Presiding)]
public sealed record FailAlternative(MotionId Alternative) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Quorum(now) ?? MotionSteps.OnFloor(now, MotionPhase.AskingAlternatives, MotionPhase.Objected) ??
        (Alternatives.To(now, now.Floor.Motion!.Value).Any(other => other.Phase == MotionPhase.AskingSecond) ? null : new NothingToSecond());

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        now.Find(Alternative) is not { Phase: MotionPhase.AskingSecond } alternative || alternative.AlternativeTo != now.Floor.Motion ? new NothingToSecond()
        : now.Floor.Countdown is { Motion: { } asked } countdown && asked == Alternative && moment.At < countdown.EndsAt
            ? new CountdownRunning((int)Math.Ceiling((countdown.EndsAt - moment.At).TotalSeconds))
        : new MotionUnseconded(Alternative);
}

/// <summary>A motion and what stands against it.</summary>
public static class Alternatives
{
    /// <summary>The alternatives to a motion, in the order proposed.</summary>
    public static IEnumerable<Motion> To(Proceedings now, MotionId motion) => now.Motions.Values.Where(other => other.AlternativeTo == motion).OrderBy(other => other.Number);

    /// <summary>Those with a seconder, among which the vote chooses.</summary>
    public static IEnumerable<Motion> Competing(Proceedings now, MotionId motion) => To(now, motion).Where(other => other.Phase == MotionPhase.Competing);

    /// <summary>Why no alternatives are asked for.</summary>
    internal static Refusal? Allowed(Proceedings now, Motion motion) =>
        now.Rules!.Way.Alternatives is not { } rule || !now.Binds(rule.Article) || motion is not { Bloc.IsEmpty: true, AlternativeTo: null } ? new NoAlternatives()
        // Where a decision is always voted on, no direct negative comes before.
        : motion.Phase != MotionPhase.Seconded ? null
        : MotionSteps.NegativesBarred(now, motion) is null ? new MotionIsNot(motion.Number, motion.Phase) : Amending.Waiting(now, motion.Id);

    /// <summary>The state without the alternatives to a motion that has gone.</summary>
    internal static Proceedings Fall(Proceedings now, MotionId motion) => To(now, motion).Aggregate(now, (state, other) =>
        other.Phase is MotionPhase.AskingSecond or MotionPhase.Competing ? state.Amend(other.Id, was => was with { Phase = Motion.Flow.Fire(was.Phase, MotionTrigger.Drop) }) : state);
}

/// <summary>No alternatives are taken to this motion.</summary>
public sealed record NoAlternatives() : Refusal("alternative.none");

/// <summary>The delegation has put an alternative.</summary>
public sealed record AlternativeAlready() : Refusal("alternative.already");

/// <summary>No alternative waits for a seconder.</summary>
public sealed record NothingToSecond() : Refusal("alternative.nothing-to-second");

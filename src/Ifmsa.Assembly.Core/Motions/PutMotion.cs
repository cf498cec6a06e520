using Ifmsa.Assembly.Core.Agenda;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Plenaries;

namespace Ifmsa.Assembly.Core.Motions;

/// <summary>The chair reads a motion and asks for a seconder, or takes up one that was left pending.</summary>
[CommandKind("motion.put", Who.Presiding)]
public sealed record PutMotion(MotionId Motion) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Quorum(now) ?? Requires.NoBallotRunning(now) ?? ItemSteps.Pending(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) => now.Find(Motion) switch
    {
        null => new UnknownMotion(),
        { } settled when !now.Binds(now.Rules!.Way.Reopening) && Debate.ProceduralOrder.CanReopen(settled) =>
            new Debate.DebateReopened(Motion, moment.At.AddSeconds(now.Rules.Times.Seconders), now.Rules.Times.Seconders),
        { IsSettled: true } settled => new MotionIsNot(settled.Number, settled.Phase),
        { Phase: MotionPhase.Submitted } adopting when Credentials.Register.NothingToAdopt(now, adopting.Decision) is { } nothing => nothing,
        { Phase: MotionPhase.Submitted } fresh => new MotionPut(
            Motion,
            now.Floor.Item ?? fresh.Item,
            MotionSteps.NeedsSeconder(now, fresh.Decision) ? moment.At.AddSeconds(now.Rules!.Times.Seconders) : null,
            now.Rules!.Times.Seconders,
            Notice.WasKept(now, fresh)),
        { Phase: MotionPhase.Draft or MotionPhase.EnBloc or MotionPhase.Competing } elsewhere => new MotionIsNot(elsewhere.Number, elsewhere.Phase),
        { AlternativeTo: not null, Phase: not (MotionPhase.Prevailed or MotionPhase.Objected) } alternative => new MotionIsNot(alternative.Number, alternative.Phase),
        _ => new MotionTakenUp(Motion),
    };
}

/// <summary>A motion is before the plenary; where it needs a seconder, delegations have until then.</summary>
[FactKind("motion.put.v1", Reversible = true)]
public sealed record MotionPut(MotionId Motion, ItemId? Item, DateTimeOffset? SecondersUntil, int Seconds, bool? NoticeKept = null) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        before.Amend(Motion, motion => motion with
        {
            Item = Item,
            Phase = Motions.Motion.Flow.Fire(motion.Phase, SecondersUntil is null ? MotionTrigger.PutUnseconded : MotionTrigger.Put),
        }) with
        {
            Floor = before.Floor with
            {
                Motion = Motion,
                Election = null,
                Ballot = null,
                Countdown = SecondersUntil is { } until ? new(CountdownPurpose.Seconders, Motion, until, Seconds) : null,
            },
        };
}

/// <summary>A pending motion is before the plenary again, as it stood.</summary>
[FactKind("motion.taken-up.v1", Reversible = true)]
public sealed record MotionTakenUp(MotionId Motion) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.Amend(Motion, motion => motion with { PutOffBy = null }) with
    {
        Floor = before.Floor with { Motion = Motion, Election = null, Ballot = null, Countdown = null },
    };
}

/// <summary>A delegation seconds the motion before the plenary.</summary>
[CommandKind("motion.second", Who.Delegation)]
public sealed record SecondMotion(MotionId Motion, MemberId? For = null) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        Requires.Quorum(now) ?? MotionSteps.OnFloor(now, MotionPhase.AskingSecond) ?? MotionSteps.OwnMotion(now, by) ?? Requires.MayPropose(now, by);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        (Requires.MayPropose(now, moment.By, For, out var member) ?? MotionSteps.IsOnFloor(now, Motion)) is { } refusal ? refusal
        : now.Motions[Motion].IsOf(member) ? new OwnMotion()
        : new MotionSeconded(Motion, member);
}

/// <summary>A motion has a seconder.</summary>
[FactKind("motion.seconded.v1", Reversible = true)]
public sealed record MotionSeconded(MotionId Motion, MemberId Member) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        before.Amend(Motion, motion => motion with { Seconder = Member, Phase = Motions.Motion.Flow.Fire(motion.Phase, MotionTrigger.Second) }) with
        {
            Floor = before.FloorGoingOn with { Countdown = null },
        };
}

/// <summary>The chair lets a motion fail that nobody seconds.</summary>
[CommandKind("motion.fail", Who.Presiding)]
public sealed record FailMotion(MotionId Motion) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Quorum(now) ?? MotionSteps.OnFloor(now, MotionPhase.AskingSecond);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        MotionSteps.IsOnFloor(now, Motion) is { } elsewhere ? elsewhere
        : MotionSteps.StillRunning(now, moment) is { } running ? running
        : new MotionUnseconded(Motion);
}

/// <summary>A motion has failed for want of a seconder.</summary>
[FactKind("motion.unseconded.v1", Reversible = true)]
public sealed record MotionUnseconded(MotionId Motion) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        MotionSteps.Bind(before, Motion, MotionTrigger.PullOut).Amend(Motion, motion => motion with { Phase = Motions.Motion.Flow.Fire(motion.Phase, MotionTrigger.Fail) }) with
        {
            Floor = before.FloorGoingOn with { Countdown = null },
        };
}

/// <summary>A delegation does not second its own motion.</summary>
public sealed record OwnMotion() : Refusal("motion.own");

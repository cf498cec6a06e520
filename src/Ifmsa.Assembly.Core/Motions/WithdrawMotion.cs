using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Plenaries;

namespace Ifmsa.Assembly.Core.Motions;

/// <summary>Its proposer withdraws a motion.</summary>
[CommandKind("motion.withdraw", Who.Delegate | Who.Enters | Who.Secretariat)]
public sealed record WithdrawMotion(MotionId Motion, MemberId? For = null) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now) ?? Requires.NoBallotRunning(now) ?? Stack.NothingPending(now)
        ?? (by.Is(Who.Enters | Who.Secretariat) ? null
            : !now.Motions.Values.Any(motion => !motion.IsSettled && motion.Proposer == by.Member) ? new NoMotionOfYours()
            : now.Plenary is { Phase: PlenaryPhase.InSession } && !by.Is(Who.CardHolder) ? new NoVotingCard()
            : null);

    internal override Decision DecideOn(Proceedings now, Moment moment) => now.Find(Motion) switch
    {
        null => new UnknownMotion(),
        { } motion when motion.Proposer is { } proposer && proposer != moment.By.Member && !(moment.By.Is(Who.Enters) && For == proposer) => new NotYourMotion(motion.Number),
        { Proposer: null } motion when !moment.By.Is(Who.Presiding | Who.Secretariat) => new NotYourMotion(motion.Number),
        { } motion when now.Floor.Motion == Motion && !moment.By.Is(Who.CardHolder | Who.Enters) => new NoVotingCard(),
        { } motion when !Motions.Motion.Flow.CanFire(motion.Phase, MotionTrigger.Withdraw) => new MotionIsNot(motion.Number, motion.Phase),
        { Bloc.IsEmpty: true, Seconder: { } seconder } motion when Motions.Motion.Flow.CanFire(motion.Phase, MotionTrigger.ChangeHands) => new ProposerReplaced(
            Motion, motion.Proposer, seconder, now.Floor.Motion == Motion || (motion.AlternativeTo is { } original && original == now.Floor.Motion) ? moment.At.AddSeconds(now.Rules!.Times.Seconders) : null, now.Rules!.Times.Seconders),
        _ => new MotionWithdrawn(Motion),
    };
}

/// <summary>A motion's proposer has withdrawn; its seconder goes on with it, and it needs another seconder.</summary>
[FactKind("motion.proposer-replaced.v1", Reversible = true)]
public sealed record ProposerReplaced(MotionId Motion, MemberId? From, MemberId To, DateTimeOffset? SecondersUntil, int Seconds) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before)
    {
        var after = before.Amend(Motion, motion => motion with
        {
            Proposer = To, Seconder = null, Objections = [], Phase = Motions.Motion.Flow.Fire(motion.Phase, MotionTrigger.ChangeHands),
        });
        return before.Floor.Motion != Motion && before.Motions[Motion].AlternativeTo != before.Floor.Motion ? after : after with
        {
            Floor = before.FloorGoingOn with { Countdown = SecondersUntil is { } until ? new(CountdownPurpose.Seconders, Motion, until, Seconds) : null },
        };
    }
}

/// <summary>A motion is withdrawn.</summary>
[FactKind("motion.withdrawn.v1", Reversible = true)]
public sealed record MotionWithdrawn(MotionId Motion) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before)
    {
        var after = MotionSteps.Bind(before, Motion, MotionTrigger.PullOut)
            .Amend(Motion, motion => motion with { Phase = Motions.Motion.Flow.Fire(motion.Phase, MotionTrigger.Withdraw) });
        return before.Floor.Motion == Motion ? after with { Floor = before.Floor with { Countdown = null } } : after;
    }
}

/// <summary>The delegation has no motion that could be withdrawn.</summary>
public sealed record NoMotionOfYours() : Refusal("motion.none-of-yours");

/// <summary>The motion is another's.</summary>
public sealed record NotYourMotion(int Number) : Refusal("motion.not-yours", Number);

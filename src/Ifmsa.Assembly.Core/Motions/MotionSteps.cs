using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Plenaries;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Core.Motions;

/// <summary>Conditions that acts on the motion before the plenary share.</summary>
internal static class MotionSteps
{
    /// <summary>A motion in one of these states is before the plenary, and nothing is pending above it.</summary>
    public static Refusal? OnFloor(Proceedings now, params ReadOnlySpan<MotionPhase> phases) =>
        now.Floor.Motion is not { } id ? new NoMotionOnFloor()
        : !phases.Contains(now.Motions[id].Phase) ? new MotionIsNot(now.Motions[id].Number, now.Motions[id].Phase)
        : Stack.NothingPending(now);

    /// <summary>The same, where the plenary has not ordered the vote.</summary>
    public static Refusal? OpenToChange(Proceedings now, params ReadOnlySpan<MotionPhase> phases) =>
        OnFloor(now, phases) ?? (now.Motions[now.Floor.Motion!.Value] is { VoteOrdered: true } ordered ? now.Rule(new VoteIsOrdered(ordered.Number)) : null);

    /// <summary>The motion named is the one before the plenary.</summary>
    public static Refusal? IsOnFloor(Proceedings now, MotionId motion) =>
        now.Find(motion) is null ? new UnknownMotion() : now.Floor.Motion == motion ? null : new NotOnFloor(now.Motions[motion].Number);

    /// <summary>The rule by which a motion is not asked about for direct negatives; null where it is.</summary>
    public static DecisionRule? NegativesBarred(Proceedings now, Motion motion) =>
        now.Rules!.Decisions[motion.Decision] is var rule && rule.NemoContra && now.Rules.Way.Negatives && now.Binds(now.Rules.Way.NemoContra) ? null : rule;

    /// <summary>Whether a motion of this kind needs a seconder.</summary>
    public static bool NeedsSeconder(Proceedings now, string decision) => now.Rules!.Decisions[decision].Seconder && now.Binds(now.Rules.Way.Seconding);

    /// <summary>Whoever votes by card does not second their own motion.</summary>
    public static Refusal? OwnMotion(Proceedings now, Actor by) =>
        !by.Is(Who.Enters) && by.Member is { } member && now.Motions[now.Floor.Motion!.Value].IsOf(member) ? new OwnMotion() : null;

    /// <summary>The state with what a motion's fate means for those it puts together.</summary>
    public static Proceedings Bind(Proceedings now, MotionId bloc, MotionTrigger trigger) => now.Motions[bloc].Bloc.Aggregate(now, (state, member) =>
        Motion.Flow.CanFire(state.Motions[member].Phase, trigger)
            ? state.Amend(member, motion => motion with { Phase = Motion.Flow.Fire(motion.Phase, trigger), NemoContra = trigger == MotionTrigger.Carry && now.Motions[bloc].NemoContra })
            : state);

    /// <summary>Delegations still have time, or were not asked since the plenary resumed.</summary>
    public static Refusal? StillRunning(Proceedings now, Moment moment) =>
        now.Floor.Countdown is not { } countdown ? new NotAskedYet()
        : moment.At < countdown.EndsAt ? new CountdownRunning((int)Math.Ceiling((countdown.EndsAt - moment.At).TotalSeconds))
        : null;
}

/// <summary>No motion is before the plenary.</summary>
public sealed record NoMotionOnFloor() : Refusal("motion.none-on-floor");

/// <summary>Another motion is before the plenary.</summary>
public sealed record NotOnFloor(int Number) : Refusal("motion.not-on-floor", Number);

/// <summary>Delegations still have time to answer.</summary>
public sealed record CountdownRunning(int Seconds) : Refusal("countdown.running", Seconds);

/// <summary>The countdown was interrupted; delegations have to be asked again.</summary>
public sealed record NotAskedYet() : Refusal("countdown.not-asked");

/// <summary>The plenary has ordered the vote: nothing else is in order on the motion.</summary>
public sealed record VoteIsOrdered(int Number) : RuleRefusal("motion.vote-ordered", Number);

using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Plenaries;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Core.Motions;

/// <summary>The chair asks for direct negatives.</summary>
[CommandKind("motion.ask-negatives", Who.Presiding)]
public sealed record AskNegatives(MotionId Motion) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        Requires.Quorum(now) ?? Requires.NoBallotRunning(now) ?? MotionSteps.OpenToChange(now, MotionPhase.Seconded) ?? Amending.Waiting(now, now.Floor.Motion!.Value) ??
        // An alternative that has prevailed is confirmed by a vote alone.
        (now.Motions[now.Floor.Motion!.Value] is { AlternativeTo: not null } alternative ? new MotionIsNot(alternative.Number, alternative.Phase)
            : MotionSteps.NegativesBarred(now, now.Motions[now.Floor.Motion.Value]) is { } rule ? now.Rule(new NemoContraBarred(rule.Title) { Article = rule.Article }) : null);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        MotionSteps.IsOnFloor(now, Motion) is { } elsewhere ? elsewhere
        : new NegativesAsked(Motion, moment.At.AddSeconds(now.Rules!.Times.Negatives), now.Rules.Times.Negatives);
}

/// <summary>Delegations are asked for direct negatives.</summary>
[FactKind("motion.negatives-asked.v1", Reversible = true)]
public sealed record NegativesAsked(MotionId Motion, DateTimeOffset Until, int Seconds) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        before.Amend(Motion, motion => motion with { Phase = Motions.Motion.Flow.Fire(motion.Phase, MotionTrigger.AskNegatives) }) with
        {
            Floor = before.FloorGoingOn with { Countdown = new(CountdownPurpose.Negatives, Motion, Until, Seconds) },
        };
}

/// <summary>A delegation objects; after nemo contra has been declared the objection is late, and goes to the chair.</summary>
[CommandKind("motion.object", Who.Delegation)]
public sealed record ObjectToMotion(MotionId Motion, MemberId? For = null) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        Requires.Quorum(now) ?? MotionSteps.OnFloor(now, MotionPhase.AskingNegatives, MotionPhase.Objected, MotionPhase.Carried) ?? Requires.MayPropose(now, by) ??
        now.Motions[now.Floor.Motion!.Value] switch
        {
            { Phase: MotionPhase.Carried, NemoContra: false } voted => new MotionIsNot(voted.Number, voted.Phase),
            { Phase: MotionPhase.Objected, VoteOrdered: true } ordered => now.Rule(new VoteIsOrdered(ordered.Number)),
            { } motion when !by.Is(Who.Enters) && by.Member is { } member && motion.Objections.Contains(member) => new ObjectedAlready(),
            _ => null,
        };

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if ((Requires.MayPropose(now, moment.By, For, out var member) ?? MotionSteps.IsOnFloor(now, Motion)) is { } refusal)
            return refusal;
        return now.Motions[Motion] switch
        {
            { } motion when motion.Objections.Contains(member) => new ObjectedAlready(),
            { Phase: MotionPhase.Carried, LateObjection: not null } => new ObjectedAlready(),
            { Phase: MotionPhase.Carried } => new LateObjectionRaised(Motion, member),
            _ => new MotionObjected(Motion, member),
        };
    }
}

/// <summary>A motion is objected to, and goes to the vote.</summary>
[FactKind("motion.objected.v1", Reversible = true)]
public sealed record MotionObjected(MotionId Motion, MemberId Member) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.Amend(Motion, motion => motion with
    {
        Objections = motion.Objections.Add(Member),
        Phase = Motions.Motion.Flow.Fire(motion.Phase, MotionTrigger.Object),
    });
}

/// <summary>A delegation objects after a motion has passed nemo contra.</summary>
[FactKind("motion.late-objection.v1", Reversible = true)]
public sealed record LateObjectionRaised(MotionId Motion, MemberId Member) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.Amend(Motion, motion => motion with { LateObjection = Member });
}

/// <summary>The chair declares a motion passed nemo contra: the countdown is over and nobody objected.</summary>
[CommandKind("motion.nemo-contra", Who.Presiding)]
public sealed record DeclareNemoContra(MotionId Motion) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Quorum(now) ?? MotionSteps.OnFloor(now, MotionPhase.AskingNegatives);

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if ((MotionSteps.IsOnFloor(now, Motion) ?? MotionSteps.StillRunning(now, moment)) is { } refusal)
            return refusal;
        var rule = now.Rules!.Decisions[now.Motions[Motion].Decision];
        return Credentials.Register.NothingToAdopt(now, now.Motions[Motion].Decision) is { } nothing ? nothing
            : Decision.Of([new MotionPassedNemoContra(Motion, rule.Article), .. Consequences.Of(now, rule, moment.At, Motion)]);
    }
}

/// <summary>A motion is carried without a vote.</summary>
[FactKind("motion.nemo-contra.v1", Reversible = true)]
public sealed record MotionPassedNemoContra(MotionId Motion, string Article) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before)
    {
        var after = before.Amend(Motion, motion => motion with { NemoContra = true, Phase = Motions.Motion.Flow.Fire(motion.Phase, MotionTrigger.NemoContra) });
        return MotionSteps.Bind(after, Motion, MotionTrigger.Carry) with { Floor = before.FloorGoingOn with { Countdown = null } };
    }
}

/// <summary>The chair upholds a late objection: the motion goes to the vote.</summary>
[CommandKind("motion.reverse-nemo-contra", Who.Presiding)]
public sealed record ReverseNemoContra(MotionId Motion) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Quorum(now) ?? Requires.NoBallotRunning(now) ?? LateObjections.Waiting(now);

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if (now.Find(Motion) is not { LateObjection: { } member } motion)
            return new NoLateObjection();
        var rule = now.Rules!.Decisions[motion.Decision];
        return Consequences.CanBeReversed(now, rule, Motion)
            ? Decision.Of([new NemoContraReversed(Motion, member), .. now.CurrentPlenary is { } plenary ? Consequences.Reversed(now, rule, plenary, Motion) : []])
            : new DecisionBuiltUpon(motion.Number);
    }
}

/// <summary>A late objection is upheld.</summary>
[FactKind("motion.nemo-contra-reversed.v1", Reversible = true)]
public sealed record NemoContraReversed(MotionId Motion, MemberId Member) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => MotionSteps.Bind(before, Motion, MotionTrigger.PutTogether).Amend(Motion, motion => motion with
    {
        NemoContra = false,
        LateObjection = null,
        Objections = motion.Objections.Add(Member),
        Phase = Motions.Motion.Flow.Fire(motion.Phase, MotionTrigger.ReverseNemoContra),
    });
}

/// <summary>The chair rules a late objection out.</summary>
[CommandKind("motion.dismiss-objection", Who.Presiding)]
public sealed record DismissObjection(MotionId Motion) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Quorum(now) ?? LateObjections.Waiting(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        now.Find(Motion) is { LateObjection: { } member } ? new LateObjectionDismissed(Motion, member) : new NoLateObjection();
}

/// <summary>A late objection is ruled out.</summary>
[FactKind("motion.late-objection-dismissed.v1", Reversible = true)]
public sealed record LateObjectionDismissed(MotionId Motion, MemberId Member) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.Amend(Motion, motion => motion with { LateObjection = null });
}

/// <summary>Late objections as the chair's acts need them.</summary>
internal static class LateObjections
{
    public static Refusal? Waiting(Proceedings now) => now.Motions.Values.Any(motion => motion.LateObjection is not null) ? null : new NoLateObjection();
}

/// <summary>This kind of decision is always voted on.</summary>
public sealed record NemoContraBarred(string Decision) : RuleRefusal("motion.nemo-contra-barred", Decision);

/// <summary>The delegation has objected.</summary>
public sealed record ObjectedAlready() : Refusal("motion.objected-already");

/// <summary>No late objection waits for the chair.</summary>
public sealed record NoLateObjection() : Refusal("motion.no-late-objection");

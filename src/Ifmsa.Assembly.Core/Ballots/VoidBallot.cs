using Ifmsa.Assembly.Core.Agenda;
using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Elections;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Core.Plenaries;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Core.Ballots;

/// <summary>The chair voids a vote taken or closed wrongly, with a reason, and retakes it in the same step if asked; it stays on record.</summary>
/// <param name="Ballot">The ballot to void.</param>
/// <param name="Reason">Why; at most 500 characters.</param>
/// <param name="Retake">The id of the new ballot.</param>
[CommandKind("ballot.void", Who.Presiding)]
public sealed record VoidBallot(BallotId Ballot, string Reason, BallotId? Retake = null) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        // A test vote can be taken before the plenary opens.
        now.RunningBallot is { Test: true } ? null : Requires.Session(now) ?? (now.Ballots.Values.Any(ballot => ballot.Phase != BallotPhase.Void) ? null : new NoBallotOpen());

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if (Requires.Words(Reason, 500) is { } fault)
            return fault;
        if (now.Find(Ballot) is not { } ballot)
            return new UnknownBallot();
        if (ballot.Phase == BallotPhase.Void)
            return new BallotIsVoid(ballot.Number);
        if (now.RunningBallot is { } running && running.Id != Ballot)
            return new BallotRunning(running.Number);
        if (ballot.Motion is { } motion && now.Motions[motion].Ballot != Ballot)
            return new RetakenAlready(ballot.Number);
        if (Stands(now, ballot) is { } standing)
            return standing;
        if (Carried(now, ballot) is { } rule && !Motions.Consequences.CanBeReversed(now, rule, Motion(ballot), ballot.Id))
            return new CarriedOut(ballot.Number);
        if (ballot.Election is { } election && now.Ballots.Values.Any(later => later.Election == election && later.Number > ballot.Number && later.Phase == BallotPhase.Declared))
            return new RetakenAlready(ballot.Number);
        Fact[] facts = [new BallotVoided(Ballot, Reason, moment.At), .. Reversals(now, ballot), .. UnderAnother(now, ballot)];
        if (Retake is not { } retake)
            return Decision.Of(facts);
        if (ballot.Test)
            return Decision.Of([.. facts, .. BallotOpening.OfTest(facts.Aggregate(now, (state, fact) => fact.ApplyTo(state)), moment, retake, ballot.Method, ballot.Title).Facts]);
        if (Requires.Quorum(now) is { } noQuorum)
            return noQuorum;
        var voided = facts.Aggregate(now, (state, fact) => fact.ApplyTo(state));
        if (ballot is { Amendment: null, Procedural: null } && ItemSteps.Pending(voided) is { } pending && (voided.Floor.Motion != ballot.Motion || voided.Floor.Pending is not null))
            return pending;
        if (ballot.Motion is { } again)
            facts = [.. facts, .. voided.Floor.Motion == again ? (Fact[])[] : [new MotionTakenUp(again)]];
        var subject = ballot switch
        {
            { Motion: { } id } => new BallotSubject(Motion: id),
            { Election: { } id } => new BallotSubject(Election: id),
            { Amendment: { } id } => new BallotSubject(Amendment: id),
            { Procedural: { } id } => new BallotSubject(Procedural: id),
            _ => new BallotSubject(
                Title: ballot.Title, Decision: ballot.Decision, Proposals: ballot.Kind == BallotKind.Question ? null : [.. ballot.Options.Select(option => option.Label).OfType<string>()],
                Seats: ballot.Kind == BallotKind.Several ? ballot.Seats : null, AtMost: ballot.Kind == BallotKind.Several ? ballot.AtMost : null),
        };
        var terms = new BallotTerms(ballot.Method, ballot.Disclosure, ballot.ClosesAt is null ? 0 : null);
        var opening = BallotOpening.Of(facts.Aggregate(now, (state, fact) => fact.ApplyTo(state)), moment, retake, terms, subject);
        return opening.Refusal is { } refusal ? refusal : Decision.Of([.. facts, .. opening.Facts]).TakingTheFloor(now, moment);
    }

    /// <summary>Why a declared vote can no longer be voided: what it decided has been carried out or built upon.</summary>
    private static Refusal? Stands(Proceedings now, Ballot ballot) => ballot switch
    {
        { Phase: not BallotPhase.Declared } => null,
        { Procedural: not null, Result.Verdict: Verdict.Carried } => new CarriedOut(ballot.Number),
        { Procedural: { } procedural } => now.Procedurals[procedural].Ballot == ballot.Id && now.Procedurals[procedural].On == now.Floor.Motion ? Stack.NothingPending(now) : new CarriedOut(ballot.Number),
        { Amendment: { } id } => now.Amendments[id] is var amendment && amendment.Ballot == ballot.Id && amendment is { Motion: { } motion, Amends: null } && now.Floor.Motion == motion
            && now.Motions[motion].Phase == MotionPhase.Seconded
            // The others have been rebased upon the text it made.
            && (amendment.TextBefore is not { } before || (now.Motions[motion].Text == TextEdits.Apply(amendment.Edits, before) && !now.Amendments.Values.Any(other => other.Motion == motion && other.Phase is AmendmentPhase.Submitted or AmendmentPhase.RuledOut or AmendmentPhase.Overtaken))) ? Stack.NothingPending(now) : new CarriedOut(ballot.Number),
        { Kind: BallotKind.Versus } => ballot.Options.Any(option => option.Motion is { } other && now.Motions[other] is var motion
            && ((motion.Ballot is { } later && later != ballot.Id) || motion.Phase is not (MotionPhase.Carried or MotionPhase.Defeated or MotionPhase.Prevailed))) ? new RetakenAlready(ballot.Number) : null,
        // A debate reopened, or a bloc's motion decided by itself since, rests on the result.
        { Motion: { } id } => now.Motions[id] is var motion && AsDecided(motion, ballot) && motion.Bloc.All(member => now.Motions[member] is { Ballot: null } bound && AsDecided(bound, ballot)) ? null : new CarriedOut(ballot.Number),
        _ => null,
    };

    private static bool AsDecided(Motion motion, Ballot ballot) =>
        motion is { NemoContra: false } && motion.Phase == (ballot.Result!.Verdict == Verdict.Carried ? MotionPhase.Carried : MotionPhase.Defeated);

    /// <summary>What concerns the chair is pending again under another.</summary>
    private static IEnumerable<Fact> UnderAnother(Proceedings now, Ballot ballot)
    {
        if (ballot is { Phase: BallotPhase.Declared, Procedural: { } id } && now.Procedurals[id].ChairBefore is { } chair && now.Chairing.Presiding == chair && Deputies.Of(now, chair) is { } deputy)
            yield return new ChairTaken(deputy);
    }

    /// <summary>The rule of a decision that a declared vote has carried, with all that follows; null where it has not.</summary>
    private static DecisionRule? Carried(Proceedings now, Ballot ballot) =>
        ballot is { Phase: BallotPhase.Declared, Amendment: null, Procedural: null, Result: { Verdict: Verdict.Carried or Verdict.Chosen } result }
            && now.Rules!.Decisions[ballot.Decision] is var rule && (result.Verdict == Verdict.Carried || !rule.ConfirmWinner) ? rule : null;

    /// <summary>The motion a vote has carried: its own, or the one it chose.</summary>
    private static MotionId? Motion(Ballot ballot) =>
        ballot.Result?.Chosen is { } chosen ? ballot.Options.First(option => option.Key == chosen).Motion : ballot.Motion;

    /// <summary>What a declared vote brought about, undone.</summary>
    internal static IEnumerable<Fact> Reversals(Proceedings now, Ballot ballot)
    {
        if (ballot is not { Phase: BallotPhase.Declared, Amendment: null, Procedural: null })
            yield break;
        if (Carried(now, ballot) is { } rule)
        {
            foreach (var reversal in Motions.Consequences.Reversed(now, rule, ballot.Plenary, Motion(ballot), ballot.Id))
                yield return reversal;
        }
        if (ballot is not { Election: { } id, Result.Winner: { } winner })
            yield break;
        yield return new ElectionReopened(id);
        if (now.Elections[id] is { Duty: { } duty, Reelected: false } && (now.Participants[winner].Duties & duty.AsWho()) != 0)
            yield return new DutyRemoved(winner, duty);
    }
}

/// <summary>A vote is void; what it decided is open again.</summary>
[FactKind("ballot.voided.v1")]
public sealed record BallotVoided(BallotId Ballot, string Reason, DateTimeOffset At) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before)
    {
        var after = before.Amend(Ballot, ballot => ballot with { Phase = Ballots.Ballot.Flow.Fire(ballot.Phase, BallotTrigger.Void), VoidReason = Reason });
        return after.Ballots[Ballot] switch
        {
            { Amendment: { } amendment } ballot => Reopened(after, amendment, before.Ballots[Ballot].IsRunning, ballot.Result?.Verdict == Verdict.Carried),
            { Procedural: { } procedural } => Reopened(after, procedural, before.Ballots[Ballot].IsRunning),
            { Motion: { } motion } ballot => MotionSteps.Bind(Competing(after, ballot), motion, MotionTrigger.PutTogether)
                .Amend(motion, was => was with { Phase = Motion.Flow.Fire(was.Phase, MotionTrigger.VoidVote) }),
            _ => after,
        };
    }

    /// <summary>A question that was decided is pending again.</summary>
    private static Proceedings Reopened(Proceedings now, AmendmentId id, bool running, bool merged)
    {
        var amendment = now.Amendments[id];
        if (merged && amendment is { Motion: { } motion, TextBefore: { } text })
            now = now.Amend(motion, was => was with { Text = text }).Amend(id, was => was with { TextBefore = null });
        return running ? Amending.Fire(now, id, AmendmentTrigger.VoidVote) : Stack.Push(Amending.Fire(now, id, AmendmentTrigger.VoidVote), id, procedural: null);
    }

    private static Proceedings Reopened(Proceedings now, ProceduralId id, bool running)
    {
        var after = now.Amend(id, motion => motion with { Phase = ProceduralMotion.Flow.Fire(motion.Phase, ProceduralTrigger.VoidVote) });
        return running ? after : Stack.Push(after, amendment: null, id);
    }

    /// <summary>What stood against each other stands so again.</summary>
    private static Proceedings Competing(Proceedings now, Ballot ballot)
    {
        if (ballot.Kind != BallotKind.Versus)
            return now;
        foreach (var option in ballot.Options)
        {
            if (option.Motion is { } motion && motion != ballot.Motion && Motion.Flow.CanFire(now.Motions[motion].Phase, MotionTrigger.CompeteAgain))
                now = now.Amend(motion, was => was with { Phase = Motion.Flow.Fire(was.Phase, MotionTrigger.CompeteAgain) });
        }
        return ballot.Options.Any(option => option.Motion is { } motion && motion == now.Floor.Motion) ? now with { Floor = now.Floor with { Motion = ballot.Motion } } : now;
    }
}

/// <summary>What the vote decided has been carried out or built upon; only another motion changes it.</summary>
public sealed record CarriedOut(int Number) : Refusal("ballot.carried-out", Number);

/// <summary>The ballot is void.</summary>
public sealed record BallotIsVoid(int Number) : Refusal("ballot.void", Number);

/// <summary>The vote has been taken again since.</summary>
public sealed record RetakenAlready(int Number) : Refusal("ballot.retaken", Number);

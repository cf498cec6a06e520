using Ifmsa.Assembly.Core.Agenda;
using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Elections;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;
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
        Requires.Session(now) ?? (now.Ballots.Values.Any(ballot => ballot.Phase != BallotPhase.Void) ? null : new NoBallotOpen());

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
        if (ballot.Election is { } election && now.Ballots.Values.Any(later => later.Election == election && later.Number > ballot.Number && later.Phase == BallotPhase.Declared))
            return new RetakenAlready(ballot.Number);
        Fact[] facts = [new BallotVoided(Ballot, Reason, moment.At), .. Reversals(now, ballot)];
        if (Retake is not { } retake)
            return Decision.Of(facts);
        if (Requires.Quorum(now) is { } noQuorum)
            return noQuorum;
        var voided = facts.Aggregate(now, (state, fact) => fact.ApplyTo(state));
        if (ItemSteps.Pending(voided) is { } pending && voided.Floor.Motion != ballot.Motion)
            return pending;
        if (ballot.Motion is { } again)
            facts = [.. facts, .. voided.Floor.Motion == again ? (Fact[])[] : [new MotionTakenUp(again)]];
        var subject = ballot switch
        {
            { Motion: { } id } => new BallotSubject(id, Election: null, Title: null, Decision: null),
            { Election: { } id } => new BallotSubject(Motion: null, id, Title: null, Decision: null),
            _ => new BallotSubject(Motion: null, Election: null, ballot.Title, ballot.Decision),
        };
        var opening = BallotOpening.Of(facts.Aggregate(now, (state, fact) => fact.ApplyTo(state)), moment, retake, ballot.Method, subject);
        return opening.Refusal is { } refusal ? refusal : Decision.Of([.. facts, .. opening.Facts]).TakingTheFloor(now, moment);
    }

    private static IEnumerable<Fact> Reversals(Proceedings now, Ballot ballot)
    {
        if (ballot.Phase != BallotPhase.Declared)
            yield break;
        if (ballot.Result!.Verdict == Verdict.Carried && now.Rules!.Decisions[ballot.Decision].Effect == DecisionEffect.AdoptAgenda)
            yield return new AgendaAdoptionReversed(ballot.Plenary);
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
        return after.Ballots[Ballot].Motion is { } motion
            ? after.Amend(motion, was => was with { Phase = Motion.Flow.Fire(was.Phase, MotionTrigger.VoidVote) })
            : after;
    }
}

/// <summary>The ballot is void.</summary>
public sealed record BallotIsVoid(int Number) : Refusal("ballot.void", Number);

/// <summary>The vote has been taken again since.</summary>
public sealed record RetakenAlready(int Number) : Refusal("ballot.retaken", Number);

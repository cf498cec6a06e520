using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Elections;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Core.Plenaries;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Core.Ballots;

/// <summary>The chair declares the result of a counted ballot; what it decides takes effect with it.</summary>
[CommandKind("ballot.declare", Who.Presiding)]
public sealed record DeclareResult(BallotId Ballot) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => now.RunningBallot switch
    {
        null => new NoBallotOpen(),
        { Phase: BallotPhase.Counted } => null,
        { } other => new BallotIsNotCounted(other.Number, other.Phase),
    };

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if (now.Find(Ballot) is not { } ballot)
            return new UnknownBallot();
        if (ballot.Phase != BallotPhase.Counted)
            return new BallotIsNotCounted(ballot.Number, ballot.Phase);
        var result = Result.Of(ballot, ballot.Count());
        // A plurality never decides what needs more: the winner against an alternative is then put to the decision's own majority.
        var confirms = result.Verdict == Verdict.Chosen && now.Rules!.Decisions[ballot.Decision].ConfirmWinner;
        return Decision.Of(ProceduralSteps.WithChair(now, [new ResultDeclared(Ballot, result, moment.At, confirms ? true : null), .. Consequences(now, moment, ballot, result)]));
    }

    private static IEnumerable<Fact> Consequences(Proceedings now, Moment moment, Ballot ballot, Result result)
    {
        if (ballot.Test)
            return [];
        if (ballot.Amendment is { } amendment)
            return result.Verdict == Verdict.Carried ? [MergeAmendment.Into(now, now.Amendments[amendment])] : [];
        if (ballot.Procedural is { } procedural)
            return result.Verdict == Verdict.Carried ? ProceduralEffects.Of(now, now.Procedurals[procedural], moment) : [];
        return OfDecision(now, moment.At, ballot, result);
    }

    private static IEnumerable<Fact> OfDecision(Proceedings now, DateTimeOffset at, Ballot ballot, Result result)
    {
        if (result.Verdict == Verdict.Carried || (result.Verdict == Verdict.Chosen && !now.Rules!.Decisions[ballot.Decision].ConfirmWinner))
        {
            var motion = result.Chosen is { } chosen ? ballot.Options.First(option => option.Key == chosen).Motion : ballot.Motion;
            foreach (var effect in Motions.Consequences.Of(now, now.Rules!.Decisions[ballot.Decision], at, motion, ballot.Id))
                yield return effect;
        }
        if (ballot.Election is not { } id || result.Winner is not { } winner)
            yield break;
        yield return new ElectionDecided(id, winner);
        if (now.Elections[id].Duty is not { } duty)
            yield break;
        // One chair and one vice: whoever had the duty has it no longer.
        if (duty is Duty.Chair or Duty.ViceChair)
        {
            foreach (var former in now.Participants.Values.Where(person => person.Id != winner && (person.Duties & duty.AsWho()) != 0))
                yield return new DutyRemoved(former.Id, duty);
        }
        if ((now.Participants[winner].Duties & duty.AsWho()) == 0)
            yield return new DutyGiven(winner, duty);
        if (duty == Duty.Chair)
            yield return new ChairTaken(winner);
    }
}

/// <summary>A result is declared; the motion it was about is carried or defeated.</summary>
[FactKind("ballot.declared.v1")]
public sealed record ResultDeclared(BallotId Ballot, Result Result, DateTimeOffset At, bool? Confirms = null) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before)
    {
        var after = before.Amend(Ballot, ballot => ballot with { Phase = Ballots.Ballot.Flow.Fire(ballot.Phase, BallotTrigger.Declare), Result = Result });
        var (carried, ballot) = (Result.Verdict == Verdict.Carried, after.Ballots[Ballot]);
        return ballot switch
        {
            // One that carries is merged by the fact that follows, which says what the text becomes.
            { Amendment: { } amendment } => carried ? after : Amending.Settle(after, amendment, AmendmentTrigger.Defeat),
            { Procedural: { } procedural } => ProceduralSteps.Settle(after, procedural, carried ? ProceduralTrigger.Carry : ProceduralTrigger.Defeat),
            { Motion: not null, Kind: BallotKind.Versus } => Chosen(after, ballot),
            { Motion: { } motion } => MotionSteps.Bind(after, motion, carried ? MotionTrigger.Carry : MotionTrigger.Defeat)
                .Amend(motion, was => was with { Phase = Motion.Flow.Fire(was.Phase, carried ? MotionTrigger.Carry : MotionTrigger.Defeat) }),
            _ => after,
        };
    }

    private Proceedings Chosen(Proceedings now, Ballot ballot)
    {
        // The original last: what competes with it falls once it is settled.
        foreach (var option in ballot.Options.Reverse())
        {
            if (option.Motion is not { } motion)
                continue;
            var trigger = option.Key != Result.Chosen ? MotionTrigger.Defeat : Confirms == true ? MotionTrigger.Prevail : MotionTrigger.Carry;
            now = now.Amend(motion, was => was with { Phase = Motion.Flow.Fire(was.Phase, trigger) });
            if (option.Key == Result.Chosen)
                now = now with { Floor = now.Floor with { Motion = motion } };
        }
        return now;
    }
}

/// <summary>The count of the ballot does not stand.</summary>
public sealed record BallotIsNotCounted(int Number, BallotPhase Phase) : Refusal("ballot.not-counted", Number, Phase);

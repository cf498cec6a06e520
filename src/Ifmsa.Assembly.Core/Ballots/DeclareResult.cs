using Ifmsa.Assembly.Core.Elections;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Core.Plenaries;

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
        var result = Result.Of(ballot, ballot.Tally());
        return Decision.Of([new ResultDeclared(Ballot, result, moment.At), .. Consequences(now, ballot, result)]);
    }

    private static IEnumerable<Fact> Consequences(Proceedings now, Ballot ballot, Result result)
    {
        if (result.Verdict == Verdict.Carried)
        {
            foreach (var effect in DeclareNemoContra.Effects(now, now.Rules!.Decisions[ballot.Decision]))
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
public sealed record ResultDeclared(BallotId Ballot, Result Result, DateTimeOffset At) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before)
    {
        var after = before.Amend(Ballot, ballot => ballot with { Phase = Ballots.Ballot.Flow.Fire(ballot.Phase, BallotTrigger.Declare), Result = Result });
        return after.Ballots[Ballot].Motion is { } motion
            ? after.Amend(motion, was => was with
            {
                Phase = Motion.Flow.Fire(was.Phase, Result.Verdict == Verdict.Carried ? MotionTrigger.Carry : MotionTrigger.Defeat),
            })
            : after;
    }
}

/// <summary>The count of the ballot does not stand.</summary>
public sealed record BallotIsNotCounted(int Number, BallotPhase Phase) : Refusal("ballot.not-counted", Number, Phase);

using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Ballots;

/// <summary>The clock brings the recount made from the journal's bytes; only where it agrees and the sums hold can a result be declared.</summary>
[CommandKind("ballot.confirm-count", Who.Clock)]
public sealed record ConfirmCount(BallotId Ballot, Count Count, string? Fault = null) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        now.RunningBallot is { Phase: BallotPhase.Closed } ? null : new NothingToCount();

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if (now.Find(Ballot) is not { Phase: BallotPhase.Closed } ballot)
            return new NothingToCount();
        var own = ballot.Count();
        var fault = Fault
            ?? (own.Slips.Votes > ballot.Entitled ? $"{own.Slips.Votes} votes of {ballot.Entitled} entitled" : null)
            ?? (ballot.Casts.Keys.Any(voter => !ballot.Electorate.ContainsKey(voter)) ? "a vote of a member outside the electorate" : null)
            ?? (ballot.AtMost == 1 && own.Votes.Values.Sum() != own.Slips.Votes ? "the figures do not add up to the votes" : null)
            ?? (own.IsSame(Count) ? null : "the two counts differ");
        return fault is null ? new CountAgreed(Ballot, own.Votes) : new CountDisputed(Ballot, own.Votes, Count.Votes, fault);
    }
}

/// <summary>Two independent counts agree.</summary>
[FactKind("ballot.counted.v1")]
public sealed record CountAgreed(BallotId Ballot, ImmutableSortedDictionary<string, int> Figures) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.Amend(Ballot, ballot => ballot with
    {
        Phase = Ballots.Ballot.Flow.Fire(ballot.Phase, BallotTrigger.Agree),
    });
}

/// <summary>The counts disagree, or the sums do not hold: nothing is declared, the vote is retaken.</summary>
[FactKind("ballot.disputed.v1")]
public sealed record CountDisputed(
    BallotId Ballot, ImmutableSortedDictionary<string, int> Figures, ImmutableSortedDictionary<string, int> Recount, string Fault) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.Amend(Ballot, ballot => ballot with
    {
        Phase = Ballots.Ballot.Flow.Fire(ballot.Phase, BallotTrigger.Disagree),
    });
}

/// <summary>No closed vote waits for its count.</summary>
public sealed record NothingToCount() : Refusal("ballot.nothing-to-count");

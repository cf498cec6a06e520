using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Ballots;

/// <summary>The chair ends voting. A vote that arrives later is refused; an entry not yet confirmed does not count.</summary>
[CommandKind("ballot.close", Who.Presiding)]
public sealed record ClosePolls(BallotId Ballot) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Closing.Fault(now.RunningBallot);

    internal override Decision DecideOn(Proceedings now, Moment moment) => now.Find(Ballot) switch
    {
        null => new UnknownBallot(),
        { Phase: not BallotPhase.Open } other => new BallotIsNotOpen(other.Number, other.Phase),
        _ => new PollsClosed(Ballot, moment.At),
    };
}

/// <summary>Voting has ended.</summary>
[FactKind("ballot.closed.v1")]
public sealed record PollsClosed(BallotId Ballot, DateTimeOffset At) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.Amend(Ballot, ballot => ballot with
    {
        Phase = Ballots.Ballot.Flow.Fire(ballot.Phase, ballot.ObjectionSeconds > 0 ? BallotTrigger.Check : BallotTrigger.Close),
        ClosedAt = At,
    });
}

/// <summary>The clock closes the polls when their time is over.</summary>
[CommandKind("ballot.time-out", Who.Clock)]
public sealed record TimeOut(BallotId Ballot) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Closing.Fault(now.RunningBallot);

    internal override Decision DecideOn(Proceedings now, Moment moment) => now.Find(Ballot) switch
    {
        null => new UnknownBallot(),
        { Phase: not BallotPhase.Open } other => new BallotIsNotOpen(other.Number, other.Phase),
        { ClosesAt: { } end } when end <= moment.At => new PollsClosed(Ballot, moment.At),
        { } running => new TimeRunsStill(running.Number),
    };
}

/// <summary>The chair gives a vote more time, or a time at all.</summary>
/// <param name="Ballot">The open ballot.</param>
/// <param name="Seconds">From its present end, or from now where it has none; 5 to 3,600.</param>
[CommandKind("ballot.extend", Who.Presiding)]
public sealed record ExtendVoting(BallotId Ballot, int Seconds) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => now.RunningBallot switch
    {
        null => new NoBallotOpen(),
        { Phase: not BallotPhase.Open } closed => new BallotIsNotOpen(closed.Number, closed.Phase),
        _ => null,
    };

    internal override Decision DecideOn(Proceedings now, Moment moment) => now.Find(Ballot) switch
    {
        null => new UnknownBallot(),
        { Phase: not BallotPhase.Open } other => new BallotIsNotOpen(other.Number, other.Phase),
        _ when Closing.SecondsFault(Seconds) is { } fault => fault,
        { ClosesAt: { } end } when end > moment.At => new VotingExtended(Ballot, end.AddSeconds(Seconds)),
        _ => new VotingExtended(Ballot, moment.At.AddSeconds(Seconds)),
    };
}

/// <summary>The polls close later.</summary>
[FactKind("ballot.extended.v1")]
public sealed record VotingExtended(BallotId Ballot, DateTimeOffset ClosesAt) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.Amend(Ballot, ballot => ballot with { ClosesAt = ClosesAt });
}

/// <summary>When the polls can close.</summary>
internal static class Closing
{
    private const int Shortest = 5;
    private const int Longest = 3600;

    public static Refusal? Fault(Ballot? ballot) => ballot switch
    {
        null => new NoBallotOpen(),
        { Phase: not BallotPhase.Open } closed => new BallotIsNotOpen(closed.Number, closed.Phase),
        { Method: BallotMethod.Placards, PlacardFigures: null } uncounted => new FiguresMissing(uncounted.Number),
        _ when ballot.Papers.Values.FirstOrDefault(block => !block.Counts) is { } paper => new PaperUnconfirmed(paper.Number),
        _ => null,
    };

    public static Refusal? SecondsFault(int seconds) => seconds is >= Shortest and <= Longest ? null : new VotingTimeOutOfBounds(Shortest, Longest);

    /// <summary>The facts, and the close with them where the rulebook closes the polls with the last vote.</summary>
    public static IReadOnlyList<Fact> WhenAllHaveVoted(Proceedings now, Ballot ballot, Moment moment, List<Fact> facts)
    {
        if (!ballot.ClosesWhenAll || ballot.Method == BallotMethod.RollCall)
            return facts;
        var after = facts.Aggregate(now, (state, fact) => fact.ApplyTo(state)).Ballots[ballot.Id];
        if (Fault(after) is null && after.VotersOf.Keys.All(after.HasVoted))
            facts.Add(new PollsClosed(ballot.Id, moment.At));
        return facts;
    }
}

/// <summary>The time of the vote is not over.</summary>
public sealed record TimeRunsStill(int Number) : Refusal("ballot.time-runs", Number);

/// <summary>A vote lasts neither so short nor so long.</summary>
public sealed record VotingTimeOutOfBounds(int AtLeast, int AtMost) : Refusal("ballot.seconds", AtLeast, AtMost);

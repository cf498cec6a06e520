using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Ballots;

/// <summary>The chair ends voting. A vote that arrives later is refused; an entry not yet confirmed does not count.</summary>
[CommandKind("ballot.close", Who.Presiding)]
public sealed record ClosePolls(BallotId Ballot) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => now.RunningBallot switch
    {
        null => new NoBallotOpen(),
        { Phase: not BallotPhase.Open } closed => new BallotIsNotOpen(closed.Number, closed.Phase),
        { Method: BallotMethod.Placards, PlacardFigures: null } uncounted => new FiguresMissing(uncounted.Number),
        _ => null,
    };

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
        Phase = Ballots.Ballot.Flow.Fire(ballot.Phase, BallotTrigger.Close),
        ClosedAt = At,
    });
}

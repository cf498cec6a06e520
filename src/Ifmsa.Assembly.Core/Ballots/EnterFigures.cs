using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Ballots;

/// <summary>The returning officers enter what they counted in a vote by placards.</summary>
[CommandKind("ballot.enter-figures", Who.Officer | Who.Presiding | Who.Secretary)]
public sealed record EnterFigures(BallotId Ballot, ImmutableSortedDictionary<string, int> Figures) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => now.RunningBallot switch
    {
        null => new NoBallotOpen(),
        { Phase: not BallotPhase.Open } closed => new BallotIsNotOpen(closed.Number, closed.Phase),
        { Method: not BallotMethod.Placards } phones => new ByPhones(phones.Number),
        _ => null,
    };

    internal override Decision DecideOn(Proceedings now, Moment moment) => now.Find(Ballot) switch
    {
        null => new UnknownBallot(),
        { Phase: not BallotPhase.Open } other => new BallotIsNotOpen(other.Number, other.Phase),
        { Method: not BallotMethod.Placards } phones => new ByPhones(phones.Number),
        { } ballot when Figures.Count != ballot.Options.Length || ballot.Options.Any(option => !Figures.Keys.Contains(option.Key, StringComparer.Ordinal)) => new FigureForEachOption(),
        { } ballot when Figures.Values.Any(figure => figure < 0 || figure > ballot.Entitled) || Figures.Values.Sum() > ballot.Entitled =>
            new MoreVotesThanEntitled(Figures.Values.Sum(figure => (long)figure), ballot.Entitled),
        _ => new FiguresEntered(Ballot, Figures, moment.By.Participant, moment.At),
    };

    /// <summary>Never the figures.</summary>
    public override string ToString() => $"EnterFigures {Ballot}";
}

/// <summary>The returning officers have counted the placards.</summary>
[FactKind("ballot.figures-entered.v1")]
public sealed record FiguresEntered(BallotId Ballot, ImmutableSortedDictionary<string, int> Figures, ParticipantId? By, DateTimeOffset At) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.Amend(Ballot, ballot => ballot with
    {
        PlacardFigures = Figures.WithComparers(StringComparer.Ordinal),
    });
}

/// <summary>The vote is taken on phones.</summary>
public sealed record ByPhones(int Number) : Refusal("ballot.by-phones", Number);

/// <summary>Each option needs a figure.</summary>
public sealed record FigureForEachOption() : Refusal("ballot.figure-for-each");

/// <summary>More votes than can have been cast.</summary>
public sealed record MoreVotesThanEntitled(long Votes, int Entitled) : Refusal("ballot.more-than-entitled", Votes, Entitled);

/// <summary>The placards have not been counted.</summary>
public sealed record FiguresMissing(int Number) : Refusal("ballot.figures-missing", Number);

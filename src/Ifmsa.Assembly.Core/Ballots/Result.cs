using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Core.Ballots;

/// <summary>What a ballot decided.</summary>
public enum Verdict
{
    /// <summary>The question is carried.</summary>
    Carried,

    /// <summary>The question is defeated.</summary>
    Defeated,

    /// <summary>Somebody is elected.</summary>
    Elected,

    /// <summary>Nobody reached the majority.</summary>
    NoWinner,
}

/// <summary>A result with all that is needed to check it by hand.</summary>
/// <param name="Figures">Votes per option.</param>
/// <param name="Base">What the majority is a share of, in votes.</param>
/// <param name="Needed">Votes needed on that base.</param>
/// <param name="Verdict">What was decided.</param>
/// <param name="Winner">Who is elected.</param>
/// <param name="Rule">The majority, as people call it.</param>
/// <param name="Article">The article that asks for it.</param>
/// <param name="Entitled">Votes that could have been cast.</param>
public sealed record Result(
    ImmutableSortedDictionary<string, int> Figures, int Base, int Needed, Verdict Verdict, ParticipantId? Winner, string Rule, string Article, int Entitled)
{
    /// <summary>The result that some figures give under the ballot's rule.</summary>
    public static Result Of(Ballot ballot, ImmutableSortedDictionary<string, int> figures) =>
        ballot.Kind == BallotKind.Question ? OfQuestion(ballot, figures) : OfChoice(ballot, figures);

    private static Result OfQuestion(Ballot ballot, ImmutableSortedDictionary<string, int> figures)
    {
        var (rule, present) = (ballot.Majority, ballot.Entitled);
        var (@for, against, abstain) = (figures[Option.For], figures[Option.Against], figures[Option.Abstain]);
        var votes = rule.BaseOf(@for, against, abstain, present, ballot.MembersWithVote);
        var carried = rule.Carries(@for, against, abstain, present, ballot.MembersWithVote);
        return new(figures, votes, rule.Needed(votes), carried ? Verdict.Carried : Verdict.Defeated, Winner: null, rule.Title, rule.Article, present);
    }

    private static Result OfChoice(Ballot ballot, ImmutableSortedDictionary<string, int> figures)
    {
        var rule = ballot.Majority;
        var named = ballot.Options.Where(option => option.Nominee is not null).Sum(option => figures[option.Key]);
        var votes = rule.BaseOf(named, against: 0, figures[Option.Abstain], ballot.Entitled, ballot.MembersWithVote);
        var most = ballot.Options.Where(option => option.Nominee is not null).Max(option => figures[option.Key]);
        var leaders = ballot.Options.Where(option => option.Nominee is not null && figures[option.Key] == most).ToList();
        // A majority rule below one half could leave two leaders; an election never picks between equals.
        var winner = leaders.Count == 1 && most > 0 && rule.IsReached(most, votes) ? leaders[0].Nominee : null;
        return new(figures, votes, rule.Needed(votes), winner is null ? Verdict.NoWinner : Verdict.Elected, winner, rule.Title, rule.Article, ballot.Entitled);
    }
}

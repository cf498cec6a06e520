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

    /// <summary>One of several proposals is chosen.</summary>
    Chosen,
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
/// <param name="Chosen">The key of the proposal that is chosen.</param>
public sealed record Result(
    ImmutableSortedDictionary<string, int> Figures, int Base, int Needed, Verdict Verdict, ParticipantId? Winner, string Rule, string Article, int Entitled, string? Chosen = null)
{
    /// <summary>The result that some figures give under the ballot's rule.</summary>
    public static Result Of(Ballot ballot, ImmutableSortedDictionary<string, int> figures) =>
        ballot.Kind switch
        {
            BallotKind.Question => OfQuestion(ballot, figures),
            BallotKind.Choice => OfChoice(ballot, figures),
            BallotKind.Versus => OfVersus(ballot, figures),
        };

    private static Result OfQuestion(Ballot ballot, ImmutableSortedDictionary<string, int> figures)
    {
        var (rule, present) = (ballot.Majority, ballot.Entitled);
        var (@for, against, abstain) = (figures[Option.For], figures[Option.Against], figures[Option.Abstain]);
        var votes = rule.BaseOf(@for, against, abstain, present, ballot.MembersWithVote);
        var carried = rule.Carries(@for, against, abstain, present, ballot.MembersWithVote);
        return new(figures, votes, rule.Needed(votes), carried ? Verdict.Carried : Verdict.Defeated, Winner: null, rule.Title, rule.Article, present);
    }

    /// <summary>The proposal with the most votes wins; where as many stand behind two, or more against all, none does.</summary>
    private static Result OfVersus(Ballot ballot, ImmutableSortedDictionary<string, int> figures)
    {
        var (rule, against) = (ballot.Majority, figures.GetValueOrDefault(Option.Against));
        var proposals = ballot.Options.Where(option => option.IsProposal).Select(option => option.Key).ToList();
        var votes = rule.BaseOf(proposals.Sum(key => figures[key]), against, figures[Option.Abstain], ballot.Entitled, ballot.MembersWithVote);
        var most = proposals.Max(key => figures[key]);
        var leaders = proposals.FindAll(key => figures[key] == most);
        var chosen = leaders.Count == 1 && rule.IsReached(most, votes) && (most > against || (most == against && rule.Tie == Fallback.Carries)) ? leaders[0] : null;
        var next = proposals.Where(key => key != chosen).Select(key => figures[key]).Append(against).Max();
        var verdict = ballot.Amendment is null ? (chosen is null ? Verdict.Defeated : Verdict.Chosen)
            : chosen == Option.Amendment ? Verdict.Carried : Verdict.Defeated;
        return new(figures, votes, Math.Max(rule.Needed(votes), next + 1), verdict, Winner: null, rule.Title, rule.Article, ballot.Entitled, chosen);
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

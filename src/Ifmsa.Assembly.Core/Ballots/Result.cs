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
/// <param name="Figures">What each option has, in the unit the majority counts.</param>
/// <param name="Base">What the majority is a share of, in that unit.</param>
/// <param name="Needed">The smallest number that would have carried on that base.</param>
/// <param name="Verdict">What was decided.</param>
/// <param name="Winner">Who is elected.</param>
/// <param name="Rule">The majority, as people call it.</param>
/// <param name="Article">The article that asks for it.</param>
/// <param name="Entitled">Votes that could have been cast.</param>
/// <param name="Chosen">The key of the proposal that is chosen.</param>
/// <param name="Also">How it stands under the second majority, where two are needed.</param>
/// <param name="Turnout">Whether enough have voted, where the majority asks for a quorum.</param>
/// <param name="Winners">The keys of those chosen, the most votes first, where several can be.</param>
/// <param name="Margin">By how much what is for, or leads, or was the last to be chosen lies above what was needed, or below it.</param>
public sealed record Result(
    ImmutableSortedDictionary<string, int> Figures, int Base, int Needed, Verdict Verdict, ParticipantId? Winner, string Rule, string Article, int Entitled, string? Chosen = null,
    SecondMajority? Also = null, Turnout? Turnout = null, ImmutableArray<string>? Winners = null, int? Margin = null)
{
    /// <summary>The result that a count gives under the ballot's rules.</summary>
    public static Result Of(Ballot ballot, Count count)
    {
        var sums = Sums.Of(ballot, count);
        return ballot.Kind switch
        {
            BallotKind.Question => By(ballot, sums, under => under.OnQuestion()),
            BallotKind.Choice => OfChoice(ballot, sums),
            BallotKind.Versus => OfVersus(ballot, sums),
            BallotKind.Several => SeveralResult.Of(ballot, sums),
        };
    }

    /// <summary>The result by which something carries that stands so under each majority; both have to be reached, and enough have to vote.</summary>
    internal static Result By(Ballot ballot, ImmutableArray<Sums> sums, Func<Sums, Support> support)
    {
        var (first, own) = (sums[0], support(sums[0]));
        var also = sums is [_, var second] && support(second) is var other
            ? new SecondMajority(second.Figures, second.Base, other.Needed, other.Carries, second.Rule.Title, second.Rule.Article, other.Margin)
            : null;
        var turnouts = sums.Select(under => under.Turnout()).OfType<Turnout>().ToList();
        var turnout = turnouts.Find(quorum => !quorum.Met) ?? turnouts.FirstOrDefault();
        var carried = own.Carries && also is not { Carried: false } && turnout is not { Met: false };
        return new(
            first.Figures, first.Base, own.Needed, carried ? Verdict.Carried : Verdict.Defeated, Winner: null, first.Rule.Title, first.Rule.Article, ballot.Entitled,
            Also: also, Turnout: turnout, Margin: own.Margin);
    }

    /// <summary>The nominee with the most votes, where they make the majority; an election never picks between equals.</summary>
    private static Result OfChoice(Ballot ballot, ImmutableArray<Sums> sums)
    {
        var (figures, nominees) = (sums[0].Figures, ballot.Options.Where(option => option.Nominee is not null).ToList());
        var leader = nominees.OrderByDescending(option => figures[option.Key]).First();
        var result = By(ballot, sums, under => under.Leading(leader.Key, nominees.Select(option => option.Key), Fallback.Fails));
        return result.Verdict == Verdict.Carried ? result with { Verdict = Verdict.Elected, Winner = leader.Nominee } : result with { Verdict = Verdict.NoWinner };
    }

    /// <summary>The proposal with the most votes wins; where as many stand behind two, or more against all, none does.</summary>
    private static Result OfVersus(Ballot ballot, ImmutableArray<Sums> sums)
    {
        var (figures, proposals) = (sums[0].Figures, ballot.Options.Where(option => option.IsProposal).Select(option => option.Key).ToList());
        var leader = proposals.OrderByDescending(key => figures[key]).First();
        var result = By(ballot, sums, under => under.Leading(leader, proposals, under.Rule.Tie));
        var chosen = result.Verdict == Verdict.Carried ? leader : null;
        return result with
        {
            Chosen = chosen,
            Verdict = ballot.Amendment is null ? (chosen is null ? Verdict.Defeated : Verdict.Chosen) : chosen == Option.Amendment ? Verdict.Carried : Verdict.Defeated,
        };
    }
}

/// <summary>How a result stands under the second of two majorities.</summary>
/// <param name="Figures">What each option has, in the unit this majority counts.</param>
/// <param name="Base">What it is a share of, in that unit.</param>
/// <param name="Needed">The smallest number that reaches it on that base.</param>
/// <param name="Carried">Whether it is reached.</param>
/// <param name="Rule">The majority, as people call it.</param>
/// <param name="Article">The article that asks for it.</param>
/// <param name="Margin">By how much it is reached, or missed.</param>
public sealed record SecondMajority(ImmutableSortedDictionary<string, int> Figures, int Base, int Needed, bool Carried, string Rule, string Article, int Margin);

/// <summary>Whether enough have voted.</summary>
/// <param name="Given">How many have, in the unit the majority counts.</param>
/// <param name="Needed">How many have to.</param>
/// <param name="Met">Whether they are enough; where not, nothing is decided for anything.</param>
/// <param name="Article">The article that asks for it.</param>
/// <param name="Of">What the quorum is a share of.</param>
public sealed record Turnout(int Given, int Needed, bool Met, string Article, int Of);

namespace Ifmsa.Assembly.Core.Tests;

using static Votes;

/// <summary>Approval and block votes.</summary>
public sealed class Choosing_several
{
    private static readonly MajorityRule Relative = Rule(0, 1), Simple = Rule(1, 2), Absolute = Rule(1, 2, of: MajorityBase.Cast), OfAll = Rule(1, 2, of: MajorityBase.AllMembers);

    /// <param name="rule">The majority.</param>
    /// <param name="seats">How many places; 0 for as many as there are proposals.</param>
    /// <param name="slips">How many slips of each kind.</param>
    /// <param name="winners">Those chosen, in order.</param>
    /// <param name="of">What the majority is a share of.</param>
    /// <param name="needed">Votes that would have been enough for the last place.</param>
    /// <param name="margin">Of the last chosen, or of the first where none is.</param>
    [Theory]
    [InlineData("relative", 2, "a 4 b 3 c 2 abstain 1", "a b", 9, 3, 0, "the third has two, so three are needed")]
    [InlineData("relative", 2, "a 4 b 3 c 3", "a", 10, 4, 0, "two are equal across the last place, and neither is chosen")]
    [InlineData("relative", 1, "a 3 b 3 c 1", "", 7, 4, -1, "equal for the only place")]
    [InlineData("relative", 2, "a 3 b 3 c 1", "a b", 7, 2, 1, "equal, and there is a place for each")]
    [InlineData("relative", 2, "c 3 a 3 b 1", "a c", 7, 2, 1, "equals stand in ballot order")]
    [InlineData("relative", 2, "a 4 b 2 c 1 against 3", "a", 10, 4, 0, "b has fewer than stand against all")]
    [InlineData("relative", 2, "a 4 b 3 c 1 against 3", "a", 11, 4, 0, "b has just as many as stand against all")]
    [InlineData("relative", 3, "a+b+c 2 a+b 1 a 1", "a b c", 4, 1, 1, "slips with several marks")]
    [InlineData("relative", 3, "a 1", "a", 1, 1, 0, "a proposal without a vote takes no place")]
    [InlineData("simple", 2, "a+b 3 a+c 2 b 1", "a b", 6, 4, 0, "half of six slips, not of eleven marks")]
    [InlineData("simple", 2, "a+b 3 a 2 b 1 abstain 6", "a b", 6, 4, 0, "slips that abstain do not count")]
    [InlineData("simple", 2, "a+b 3 a 2 b 1 blank 6", "a b", 6, 4, 0, "blank slips neither")]
    [InlineData("absolute", 2, "a+b 3 a 2 b 1 abstain 4", "", 10, 6, -1, "they do in an absolute majority")]
    [InlineData("absolute", 2, "a+b 4 a 2 abstain 4", "a", 10, 6, 0, "and b fails by it")]
    [InlineData("absolute", 0, "a+b+c 6 abstain 4", "a b c", 10, 6, 0, "approval without a limit")]
    [InlineData("all", 1, "a+b 8 a 3", "a", 20, 11, 0, "a majority of all members")]
    [InlineData("all", 2, "a+b 8 a 2", "", 20, 11, -1, "one short of it")]
    [InlineData("relative", 2, "abstain 5", "", 0, 1, -1, "all abstain")]
    [InlineData("relative", 2, "", "", 0, 1, -1, "nobody votes")]
    [InlineData("relative", 2, "against 5", "", 5, 6, -6, "all against all")]
    public void takes_the_first_that_carry(string rule, int seats, string slips, string winners, int of, int needed, int margin, string because)
    {
        var majority = rule switch { "relative" => Relative, "simple" => Simple, "absolute" => Absolute, _ => OfAll };
        var ballot = Offered(BallotKind.Several, majority, Votes.Of(12, 15, 20), "a b c against abstain", seats == 0 ? null : seats);
        var result = Result.Of(ballot, Slips(slips, ballot.Options));
        Assert.True(winners == string.Join(' ', result.Winners!.Value), because);
        Assert.Equal((winners.Length > 0 ? Verdict.Chosen : Verdict.Defeated, of, needed, margin), (result.Verdict, result.Base, result.Needed, result.Margin!.Value));
    }

    [Fact]
    public void asks_both_majorities_of_each()
    {
        var ballot = Offered(BallotKind.Several, Relative, Votes.Of(5), "a b c abstain", seats: 2, second: Rule(1, 2, of: MajorityBase.Cast, counting: CountedBy.Weight));
        var result = Result.Of(ballot, Count.Of([Slip(1, "a+b"), Slip(2, "a+b"), Slip(3, "a+c", weight: 10), Slip(4, "c", weight: 3)], ballot.Options));
        // b has two members and no weight; c takes the place.
        Assert.Equal(["a", "c"], result.Winners!.Value);
        Assert.Equal((13, 15, 8, 5), (result.Also!.Figures["c"], result.Also.Base, result.Also.Needed, result.Also.Margin));
    }

    [Fact]
    public void takes_none_where_too_few_vote()
    {
        var ballot = Offered(BallotKind.Several, Relative with { Quorum = new(1, 2, MajorityBase.Entitled, Abstentions: false, "quorum") }, Votes.Of(10, 10), "a b abstain", seats: 1);
        var few = Result.Of(ballot, Slips("a+b 3 a 1 abstain 5", ballot.Options));
        Assert.Equal((Verdict.Defeated, 0, new Turnout(4, 5, false, "quorum", 10)), (few.Verdict, few.Winners!.Value.Length, few.Turnout));
        Assert.Equal(Verdict.Chosen, Result.Of(ballot, Slips("a+b 3 a 2", ballot.Options)).Verdict);
    }
}

/// <summary>One of several proposals.</summary>
public sealed class Choosing_one_of_several
{
    private static readonly MajorityRule Relative = Rule(0, 1), Absolute = Rule(1, 2, of: MajorityBase.Cast);

    [Theory]
    [InlineData("relative", "a 4 b 3 c 3 abstain 5", "a", 10, 4, 0, "the most votes win")]
    [InlineData("relative", "a 4 b 4 c 3", "", 11, 5, -1, "two lead")]
    [InlineData("relative", "a 4 b 3 against 5", "", 12, 6, -2, "more are against all than for any")]
    [InlineData("relative", "a 4 b 3 against 4", "", 11, 5, -1, "as many are against all, and a tie fails")]
    [InlineData("tie", "a 4 b 3 against 4", "a", 11, 4, 0, "as many are against all, and a tie carries")]
    [InlineData("tie", "a 4 b 4 against 1", "", 9, 5, -1, "two lead, which no rule settles")]
    [InlineData("absolute", "a 5 b 2 abstain 3", "", 10, 6, -1, "half of all cast")]
    [InlineData("absolute", "a 6 b 2 abstain 3", "a", 11, 6, 0, "more than half of all cast")]
    [InlineData("relative", "abstain 3", "", 0, 1, -1, "all abstain")]
    [InlineData("relative", "", "", 0, 1, -1, "nobody votes")]
    [InlineData("tie", "", "", 0, 1, -1, "nobody votes, and a tie carries nothing that nobody is for")]
    public void takes_the_proposal_with_the_most_votes(string rule, string slips, string chosen, int of, int needed, int margin, string because)
    {
        var majority = rule switch { "relative" => Relative, "tie" => Relative with { Tie = Fallback.Carries }, _ => Absolute };
        var ballot = Offered(BallotKind.Versus, majority, Votes.Of(20), "a b c against abstain");
        var result = Result.Of(ballot, Slips(slips, ballot.Options));
        Assert.True(chosen == (result.Chosen ?? ""), because);
        Assert.Equal((chosen.Length > 0 ? Verdict.Chosen : Verdict.Defeated, of, needed, margin), (result.Verdict, result.Base, result.Needed, result.Margin!.Value));
    }

    [Theory]
    [InlineData("amendment 3 original 2", Verdict.Carried, "amendment")]
    [InlineData("amendment 2 original 3", Verdict.Defeated, "original")]
    [InlineData("amendment 3 original 3", Verdict.Defeated, null)]
    public void carries_or_defeats_an_amendment(string slips, Verdict verdict, string? chosen)
    {
        var ballot = Offered(BallotKind.Versus, Relative, Votes.Of(20), "amendment original abstain") with { Amendment = new AmendmentId(Guid.Empty) };
        var result = Result.Of(ballot, Slips(slips, ballot.Options));
        Assert.Equal((verdict, chosen), (result.Verdict, result.Chosen));
    }

    [Theory]
    [InlineData("a 4 b 3 abstain 2", "", 5, "more than half of nine are needed")]
    [InlineData("a 5 b 3 against 1", "a", 5, "just enough")]
    [InlineData("a 4 b 4", "", 5, "nobody has more")]
    [InlineData("abstain 4", "", 3, "nobody is named")]
    public void elects_who_has_the_majority(string slips, string winner, int needed, string because)
    {
        var ballot = Offered(BallotKind.Choice, Absolute, Votes.Of(20), "a b against abstain");
        var result = Result.Of(ballot, Slips(slips, ballot.Options));
        Assert.True((winner.Length == 0 ? null : P(winner)) == result.Winner, because);
        Assert.Equal((winner.Length > 0 ? Verdict.Elected : Verdict.NoWinner, needed), (result.Verdict, result.Needed));
    }

    [Fact]
    public void elects_nobody_where_as_many_are_against_all_whatever_a_tie_does()
    {
        var ballot = Offered(BallotKind.Choice, Relative with { Tie = Fallback.Carries }, Votes.Of(20), "a b against abstain");
        Assert.Equal(Verdict.NoWinner, Result.Of(ballot, Slips("a 3 b 1 against 3", ballot.Options)).Verdict);
        Assert.Equal(P("a"), Result.Of(ballot, Slips("a 3 b 1 against 2", ballot.Options)).Winner);
    }

    [Fact]
    public void says_by_how_much_the_most_votes_win()
    {
        var ballot = Offered(BallotKind.Choice, Relative, Votes.Of(20), "a b abstain");
        var result = Result.Of(ballot, Slips("a 7 b 4 abstain 2", ballot.Options));
        Assert.Equal((5, 2), (result.Needed, result.Margin!.Value));
    }

    [Theory]
    [InlineData(BallotKind.Question, "for against abstain", "for 3", Verdict.Defeated)]
    [InlineData(BallotKind.Choice, "a b abstain", "a 3", Verdict.NoWinner)]
    [InlineData(BallotKind.Versus, "a b abstain", "a 3", Verdict.Defeated)]
    [InlineData(BallotKind.Several, "a b abstain", "a 3", Verdict.Defeated)]
    public void decides_nothing_where_too_few_vote(BallotKind kind, string keys, string slips, Verdict verdict)
    {
        var quorum = new TurnoutRule(1, 3, MajorityBase.Present, Abstentions: true, "quorum", Strict: true);
        var ballot = Offered(kind, Relative with { Quorum = quorum, AllAbstain = Fallback.Carries }, Votes.Of(9), keys);
        var result = Result.Of(ballot, Slips(slips, ballot.Options));
        Assert.Equal((verdict, null, null, new Turnout(3, 4, false, "quorum", 9)), (result.Verdict, result.Winner, result.Chosen, result.Turnout));
        Assert.True(Result.Of(ballot, Slips(slips + " abstain 1", ballot.Options)).Verdict is Verdict.Carried or Verdict.Elected or Verdict.Chosen);
    }
}

/// <summary>Members and weight both, as where states vote.</summary>
public sealed class A_double_majority
{
    private static readonly MajorityRule Members = Rule(55, 100, strict: false, MajorityBase.AllMembers, CountedBy.Members), Weight = Rule(65, 100, strict: false, MajorityBase.AllMembers, CountedBy.Weight) with { Title = "65 % of the population", Article = "TEU 16(4)" };

    /// <summary>Five members that weigh 100 together.</summary>
    [Theory]
    [InlineData("for for for against against", true, 0, 20)]
    [InlineData("for against for against for", false, 0, -9)]
    [InlineData("for for abstain against against", false, -1, 5)]
    [InlineData("against for for for for", false, 1, -5)]
    [InlineData("for for for for for", true, 2, 35)]
    [InlineData("against against against against against", false, -3, -65)]
    public void needs_both(string votes, bool carried, int members, int weight)
    {
        int[] weights = [40, 30, 15, 14, 1];
        var slips = votes.Split(' ').Select((mark, number) => Slip(number, mark, weights[number]));
        var result = Result.Of(Asked(Members, new(new(5, 5, 100), new(5, 5, 100), new(5, 5, 100)), Weight), Count.Of(slips, Question));
        Assert.Equal((carried, members, weight), (result.Verdict == Verdict.Carried, result.Margin!.Value, result.Also!.Margin));
        Assert.Equal((3, 65, 5, 100), (result.Needed, result.Also.Needed, result.Base, result.Also.Base));
        Assert.Equal(("65 % of the population", "TEU 16(4)", weight >= 0), (result.Also.Rule, result.Also.Article, result.Also.Carried));
    }

    [Fact]
    public void elects_who_leads_in_both()
    {
        var ballot = Offered(BallotKind.Choice, Rule(0, 1), Votes.Of(5), "a b abstain", second: Rule(0, 1, counting: CountedBy.Weight));
        Assert.Equal(Verdict.NoWinner, Result.Of(ballot, Count.Of([Slip(1, "a"), Slip(2, "a"), Slip(3, "b", weight: 5)], ballot.Options)).Verdict);
        Assert.Equal(Verdict.Elected, Result.Of(ballot, Count.Of([Slip(1, "a", weight: 5), Slip(2, "a"), Slip(3, "b", weight: 5)], ballot.Options)).Verdict);
    }

    [Fact]
    public void names_the_quorum_that_is_missed()
    {
        TurnoutRule met = new(1, 5, MajorityBase.Present, Abstentions: true, "members"), missed = new(1, 1, MajorityBase.Present, Abstentions: true, "weight");
        var ballot = Asked(Rule(1, 2, quorum: met), new(All(5), All(5), All(5)), Rule(1, 2, counting: CountedBy.Weight, quorum: missed));
        var result = Result.Of(ballot, Slips("for 4", Question));
        Assert.Equal((Verdict.Defeated, new Turnout(4, 5, false, "weight", 5)), (result.Verdict, result.Turnout));
        Assert.Equal("members", Result.Of(ballot, Slips("for 5", Question)).Turnout!.Article);
    }
}

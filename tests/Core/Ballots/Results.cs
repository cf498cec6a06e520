using System.Globalization;

namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

public sealed class A_majority
{
    private static MajorityRule Rule(string name) => IfmsaRules.Majorities[name];

    /// <summary>Figures on record, from the assemblies they come from, and the edges of each rule.</summary>
    [Theory]
    [InlineData("twoThirds", 41, 20, 13, true, "March Meeting 2025: abstentions do not count, 41 ≥ 2 · 20")]
    [InlineData("simple", 14, 0, 4, true, "a local assembly 2017: economic report and budget")]
    [InlineData("simple", 2, 1, 9, true, "more for than against")]
    [InlineData("simple", 5, 5, 0, false, "a tie fails")]
    [InlineData("simple", 0, 1, 0, false, "nobody for")]
    [InlineData("simple", 1, 0, 0, true, "one vote")]
    [InlineData("simple", 0, 0, 11, false, "all abstain: fails, as the rulebook says")]
    [InlineData("simple", 0, 0, 0, false, "nobody votes")]
    [InlineData("absolute", 6, 4, 1, true, "more than half of all cast")]
    [InlineData("absolute", 5, 4, 1, false, "just half of all cast")]
    [InlineData("absolute", 5, 0, 6, false, "abstentions count")]
    [InlineData("twoThirds", 4, 2, 0, true, "just two thirds")]
    [InlineData("twoThirds", 39, 20, 13, false, "one short")]
    [InlineData("twoThirds", 40, 20, 13, true, "just enough")]
    [InlineData("twoThirds", 0, 0, 5, false, "0 ≥ 2 · 0, and yet it fails")]
    [InlineData("twoThirds", 3, 3, 0, false, "a tie fails")]
    public void carries_by_the_figures(string rule, int @for, int against, int abstain, bool carried, string because) =>
        Assert.True(carried == Rule(rule).Carries(@for, against, abstain, 74, 127), because);

    [Theory]
    [InlineData("simple", 61, 31)]
    [InlineData("simple", 60, 31)]
    [InlineData("twoThirds", 61, 41)]
    [InlineData("twoThirds", 60, 40)]
    [InlineData("absolute", 74, 38)]
    [InlineData("simple", 0, 1)]
    public void says_how_many_votes_it_needs(string rule, int votes, int needed) => Assert.Equal(needed, Rule(rule).Needed(votes));

    /// <summary>Every base × strictness × tie × all-abstain, against the definition written another way.</summary>
    [Fact]
    public void holds_for_every_combination_a_rulebook_can_state()
    {
        foreach (var votesIn in Enum.GetValues<MajorityBase>())
        foreach (var (numerator, denominator) in new[] { (1, 2), (2, 3), (3, 4), (1, 1), (1, 3) })
        foreach (var strict in new[] { true, false })
        foreach (var tie in Enum.GetValues<Fallback>())
        foreach (var allAbstain in Enum.GetValues<Fallback>())
        {
            var rule = new MajorityRule("rule", numerator, denominator, strict, votesIn, tie, allAbstain, "article");
            for (var @for = 0; @for <= 7; @for++)
            for (var against = 0; @for + against <= 7; against++)
            for (var abstain = 0; @for + against + abstain <= 7; abstain++)
                Assert.Equal(Defined(rule, @for, against, abstain), rule.Carries(@for, against, abstain, present: 8, entitled: 9));
        }
    }

    [Fact]
    public void needs_as_many_votes_as_reach_it()
    {
        foreach (var rule in IfmsaRules.Majorities.Values)
        {
            for (var votes = 0; votes <= 200; votes++)
            {
                Assert.True(rule.IsReached(rule.Needed(votes), votes));
                Assert.False(rule.Needed(votes) > 0 && rule.IsReached(rule.Needed(votes) - 1, votes));
            }
        }
    }

    private static bool Defined(MajorityRule rule, int @for, int against, int abstain)
    {
        if (@for + against == 0)
            return rule.AllAbstain == Fallback.Carries;
        decimal all = rule.Base switch { MajorityBase.ForAndAgainst => @for + against, MajorityBase.Cast => @for + against + abstain, MajorityBase.Present => 8, _ => 9 };
        var share = (@for * rule.Denominator).CompareTo((int)all * rule.Numerator);
        var reached = rule.Strict ? share > 0 : share >= 0;
        return reached && (@for != against || rule.Tie == Fallback.Carries);
    }
}

public sealed class Declaring_a_result
{
    private static readonly Situation Voted = Voting.Casting("for", "Austria", "Brazil", "Canada").Casting("against", "Denmark").Casting("abstain", "Egypt");

    [Fact]
    public void says_figures_base_majority_and_article()
    {
        var result = Voted.Declared().Now.Ballots[Ballot("vote")].Result!;
        Assert.Equal((3, 1, 1), (result.Figures["for"], result.Figures["against"], result.Figures["abstain"]));
        Assert.Equal((Verdict.Carried, 4, 3, 11, "simple majority", "[M] 8.4.5"), (result.Verdict, result.Base, result.Needed, result.Entitled, result.Rule, result.Article));
    }

    [Fact]
    public void carries_or_defeats_the_motion()
    {
        Assert.Equal(MotionPhase.Carried, Voted.Declared().Now.Motions[Motion("motion")].Phase);
        Assert.Equal(MotionPhase.Defeated, Voting.Casting("against", "Austria").Declared().Now.Motions[Motion("motion")].Phase);
        Assert.Equal(MotionPhase.Defeated, Voting.Declared().Now.Motions[Motion("motion")].Phase);
    }

    [Fact]
    public void waits_for_the_close_and_the_recount()
    {
        Voted.When(Chair, new DeclareResult(Ballot("vote"))).Because<BallotIsNotCounted>();
        Voted.After(Chair, new ClosePolls(Ballot("vote"))).When(Chair, new DeclareResult(Ballot("vote"))).Because<BallotIsNotCounted>();
    }

    [Fact]
    public void is_the_chairs() => Voted.Counted().When(Officer, new DeclareResult(Ballot("vote"))).Because<NotYours>();

    [Fact]
    public void happens_once() => Voted.Declared().When(Chair, new DeclareResult(Ballot("vote"))).Because<NoBallotOpen>();
}

public sealed class The_second_count
{
    private static readonly Situation Closed = Voting.Casting("for", "Austria", "Brazil").After(Chair, new ClosePolls(Ballot("vote")));

    private static ImmutableSortedDictionary<string, int> Figures(int @for, int against = 0) =>
        ImmutableSortedDictionary<string, int>.Empty.WithComparers(StringComparer.Ordinal).Add("for", @for).Add("against", against).Add("abstain", 0);

    [Fact]
    public void that_agrees_lets_the_result_be_declared() =>
        Closed.After(Credential.Clock, new ConfirmCount(Ballot("vote"), Figures(2))).When(Chair, new DeclareResult(Ballot("vote"))).Is<ResultDeclared>();

    [Fact]
    public void that_disagrees_bars_the_result()
    {
        var disputed = Closed.When(Credential.Clock, new ConfirmCount(Ballot("vote"), Figures(3)));
        disputed.Is<CountDisputed>();
        disputed.Then.When(Chair, new DeclareResult(Ballot("vote"))).Because<BallotIsNotCounted>();
        disputed.Then.When(Chair, new VoidBallot(Ballot("vote"), "The counts differ.")).Is<BallotVoided>();
    }

    [Fact]
    public void that_could_not_be_made_bars_the_result() =>
        Closed.When(Credential.Clock, new ConfirmCount(Ballot("vote"), Figures(2), "no close")).Is<CountDisputed>();

    [Fact]
    public void finds_more_votes_than_entitled()
    {
        // 210 votes from 199 members were shown at a congress in 2011: here no such figures pass.
        var stuffed = VotingByPlacards.Given(new FiguresEntered(Ballot("vote"), Figures(12), P("officer"), VotingByPlacards.Clock)).After(Chair, new ClosePolls(Ballot("vote")));
        Assert.NotNull(stuffed.Recount(Ballot("vote")).Fault);
        Assert.Equal("12 votes of 11 entitled", stuffed.When(Credential.Clock, new ConfirmCount(Ballot("vote"), Figures(12))).Is<CountDisputed>().Fault);
    }

    [Fact]
    public void finds_a_vote_of_a_member_outside_the_electorate()
    {
        var stuffed = Voting.Given(new VoteCast(Ballot("vote"), M(Newcomer), "for", DeviceOf("head of " + Newcomer), 1, By: null, Voting.Clock)).After(Chair, new ClosePolls(Ballot("vote")));
        Assert.Equal("a vote of a member outside the electorate", stuffed.Recount(Ballot("vote")).Fault);
    }

    [Fact]
    public void is_the_clocks() => Closed.When(Chair, new ConfirmCount(Ballot("vote"), Figures(2))).Because<NotYours>();

    [Fact]
    public void is_made_once() => Closed.After(Credential.Clock, new ConfirmCount(Ballot("vote"), Figures(2))).When(Credential.Clock, new ConfirmCount(Ballot("vote"), Figures(2))).Because<NothingToCount>();
}

public sealed class Voiding_a_vote
{
    private static readonly Situation Carried = Voting.Casting("for", "Austria").Declared();

    [Fact]
    public void keeps_it_on_record_with_its_reason()
    {
        var ballot = Carried.After(Chair, new VoidBallot(Ballot("vote"), "Wrong question.")).Now.Ballots[Ballot("vote")];
        Assert.Equal((BallotPhase.Void, "Wrong question.", Verdict.Carried), (ballot.Phase, ballot.VoidReason, ballot.Result!.Verdict));
    }

    [Fact]
    public void opens_again_what_it_decided() =>
        Assert.Equal(MotionPhase.Objected, Carried.After(Chair, new VoidBallot(Ballot("vote"), "Wrong question.")).Now.Motions[Motion("motion")].Phase);

    [Fact]
    public void takes_a_reason() => Carried.When(Chair, new VoidBallot(Ballot("vote"), " ")).Because<WordsMissing>();

    [Fact]
    public void can_retake_it_in_the_same_step()
    {
        var retaken = Voting.Casting("for", "Austria").After(Chair, new VoidBallot(Ballot("vote"), "Opened too early.", Ballot("retake")));
        Assert.Equal((Ballot("retake"), 0), (retaken.Now.RunningBallot!.Id, retaken.Now.RunningBallot.Casts.Count));
        Assert.Equal(MotionPhase.Voting, retaken.Now.Motions[Motion("motion")].Phase);
        Assert.Equal(MotionPhase.Carried, retaken.Casting("for", "Brazil").Declared().Now.Motions[Motion("motion")].Phase);
    }

    [Theory]
    [InlineData(BallotPhase.Open)]
    [InlineData(BallotPhase.Closed)]
    [InlineData(BallotPhase.Counted)]
    [InlineData(BallotPhase.Declared)]
    public void is_in_order_at_every_step(BallotPhase phase)
    {
        var at = phase switch
        {
            BallotPhase.Open => Voting,
            BallotPhase.Closed => Voting.After(Chair, new ClosePolls(Ballot("vote"))),
            BallotPhase.Counted => Voting.Counted(),
            _ => Carried,
        };
        Assert.Equal(Ballot("retake"), at.After(Chair, new VoidBallot(Ballot("vote"), "Again.", Ballot("retake"))).Now.RunningBallot!.Id);
    }

    [Fact]
    public void is_refused_twice() => Carried.After(Chair, new VoidBallot(Ballot("vote"), "Wrong.")).When(Chair, new VoidBallot(Ballot("vote"), "Wrong.")).Because<NoBallotOpen>();

    [Fact]
    public void is_refused_once_it_has_been_taken_again()
    {
        var again = Carried.After(Chair, new VoidBallot(Ballot("vote"), "Wrong.", Ballot("retake"))).Casting("for", "Brazil").Declared();
        again.When(Chair, new VoidBallot(Ballot("vote"), "Wrong.")).Because<BallotIsVoid>();
        again.When(Chair, new VoidBallot(Ballot("retake"), "Wrong as well.")).Is<BallotVoided>();
    }

    [Fact]
    public void retakes_only_with_a_quorum() =>
        Carried.Leaving(Regulars).When(Chair, new VoidBallot(Ballot("vote"), "Wrong.", Ballot("retake"))).Because<NoQuorum>();

    [Fact]
    public void brings_a_motion_that_had_left_the_floor_back_to_retake_it()
    {
        var later = Carried.After(Chair, new NextItem());
        Assert.Equal(Motion("motion"), later.After(Chair, new VoidBallot(Ballot("vote"), "Wrong.", Ballot("retake"))).Now.Floor.Motion);
    }
}

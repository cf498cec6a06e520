namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

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
        Voted.Closed().When(Chair, new DeclareResult(Ballot("vote"))).Because<BallotIsNotCounted>();
    }

    [Fact]
    public void is_the_chairs() => Voted.Counted().When(Officer, new DeclareResult(Ballot("vote"))).Because<NotYours>();

    [Fact]
    public void happens_once() => Voted.Declared().When(Chair, new DeclareResult(Ballot("vote"))).Because<NoBallotOpen>();
}

public sealed class The_second_count
{
    private static readonly Situation Closed = Voting.Casting("for", "Austria", "Brazil").Closed();

    private static Count Figures(int @for, int against = 0) =>
        Count.OfVotes(ImmutableSortedDictionary<string, int>.Empty.WithComparers(StringComparer.Ordinal).Add("for", @for).Add("against", against).Add("abstain", 0));

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
        var stuffed = VotingByPlacards.Given(new FiguresEntered(Ballot("vote"), Figures(12).Votes, P("officer"), VotingByPlacards.Clock)).Closed();
        Assert.NotNull(stuffed.Recount(Ballot("vote")).Fault);
        Assert.Equal("12 votes of 11 entitled", stuffed.When(Credential.Clock, new ConfirmCount(Ballot("vote"), Figures(12))).Is<CountDisputed>().Fault);
    }

    [Fact]
    public void finds_a_vote_of_a_member_outside_the_electorate()
    {
        var stuffed = Voting.Given(new VoteCast(Ballot("vote"), M(Newcomer), "for", DeviceOf("head of " + Newcomer), 1, By: null, Voting.Clock)).Closed();
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

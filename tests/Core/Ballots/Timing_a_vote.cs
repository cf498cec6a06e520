namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

public sealed class Timing_a_vote
{
    private static readonly Situation Timed = Seconded.After(Chair, new OpenBallot(Ballot("vote"), BallotMethod.Phones, Motion("motion"), Seconds: 30));

    [Fact]
    public void closes_the_polls_when_the_time_is_over()
    {
        Timed.Later(29).When(Credential.Clock, new TimeOut(Ballot("vote"))).Because<TimeRunsStill>();
        Timed.Later(30).When(Credential.Clock, new TimeOut(Ballot("vote"))).Is<PollsClosed>();
        Timed.When(Chair, new TimeOut(Ballot("vote"))).Because<NotYours>();
    }

    [Fact]
    public void is_extended_by_the_chair_from_its_end()
    {
        var longer = Timed.Later(20).After(Chair, new ExtendVoting(Ballot("vote"), 30));
        longer.Later(35).When(Credential.Clock, new TimeOut(Ballot("vote"))).Because<TimeRunsStill>();
        longer.Later(40).When(Credential.Clock, new TimeOut(Ballot("vote"))).Is<PollsClosed>();
        // What is late already gets its time from now.
        Timed.Later(100).After(Chair, new ExtendVoting(Ballot("vote"), 30)).Later(29).When(Credential.Clock, new TimeOut(Ballot("vote"))).Because<TimeRunsStill>();
        Timed.When(Chair, new ExtendVoting(Ballot("vote"), 4)).Because<VotingTimeOutOfBounds>();
    }

    [Fact]
    public void has_no_end_where_neither_chair_nor_rulebook_set_one()
    {
        Voting.Later(10_000).When(Credential.Clock, new TimeOut(Ballot("vote"))).Because<TimeRunsStill>();
        Assert.NotNull(Voting.After(Chair, new ExtendVoting(Ballot("vote"), 60)).Now.RunningBallot!.ClosesAt);
    }

    [Fact]
    public void is_not_over_with_the_last_vote_unless_the_rulebook_says_so()
    {
        Assert.Equal(BallotPhase.Open, Voting.Casting("for", [.. Regulars, Demoted, Lapsed]).Now.RunningBallot!.Phase);
        var rules = IfmsaRules with { Voting = new(0, ClosesWhenAll: true, 0, "[M] annex 4") };
        var voting = ConvenedUnder(rules).After(Chair, new AssumeChair()).After(Chair, new CallRoll(Plenary(1))).GivingCards(AllMembers).After(Chair, new OpenPlenary())
            .After(Chair, new OpenBallot(Ballot("vote"), BallotMethod.Phones, Title: "Question", Decision: "motion"));
        var last = voting.Casting("for", [.. Regulars, Demoted]);
        Assert.Equal(BallotPhase.Open, last.Now.RunningBallot!.Phase);
        Assert.Equal([typeof(VoteCast), typeof(PollsClosed)], last.When(Head(Lapsed), new CastVote(Ballot("vote"), "for", 1)).Facts.Select(fact => fact.GetType()));
    }
}

public sealed class A_test_vote
{
    private static readonly Situation Tested = RollCall.GivingCards(AllMembers).After(Chair, new OpenTestBallot(Ballot("test"), BallotMethod.Phones, "Is this phone awake?"));

    [Fact]
    public void can_be_taken_before_the_plenary_opens_and_decides_nothing()
    {
        var declared = Tested.Casting("for", "Austria", "Brazil").Declared();
        Assert.Equal((Verdict.Carried, true), (declared.Now.Ballots[Ballot("test")].Result!.Verdict, declared.Now.Ballots[Ballot("test")].Test));
        Assert.Equal(RollCall.GivingCards(AllMembers).Now.Motions, declared.Now.Motions);
    }

    [Fact]
    public void takes_no_number_of_the_votes_that_count() =>
        Assert.Equal(1, Tested.Declared().After(Chair, new OpenPlenary()).After(Chair, new OpenBallot(Ballot("vote"), BallotMethod.Phones, Title: "Question", Decision: "motion")).Now.RunningBallot!.Number);

    [Fact]
    public void is_void_and_taken_again_as_a_test() =>
        Assert.True(Tested.After(Chair, new VoidBallot(Ballot("test"), "Once more.", Ballot("again"))).Now.RunningBallot!.Test);
}

public sealed class Splitting_votes
{
    private static readonly Situation Weighted = Begin(split: true);

    private static Situation Begin(bool split)
    {
        var rules = IfmsaRules with { Votes = new(new(AtMost: 5, Split: split, NamedVoters: false, "[I] membership"), Elections: null) };
        var convened = ConvenedUnder(rules);
        return convened.Given(new MemberAmended(convened.Now.Members[M("Canada")] with { Votes = 5 }))
            .After(Chair, new AssumeChair()).After(Chair, new CallRoll(Plenary(1))).GivingCards(AllMembers).After(Chair, new OpenPlenary())
            .After(Chair, new OpenBallot(Ballot("vote"), BallotMethod.Phones, Title: "Question", Decision: "motion"));
    }

    private static CastVote Split(params (string Option, int Votes)[] parts) => new(Ballot("vote"), "", 1, [.. parts.Select(part => new Share([part.Option], part.Votes))]);

    [Fact]
    public void counts_each_part()
    {
        var count = Weighted.After(Head("Canada"), Split(("for", 3), ("against", 2))).Now.RunningBallot!.Count();
        Assert.Equal((3, 2, 5), (count.Votes["for"], count.Votes["against"], count.Slips.Votes));
    }

    [Fact]
    public void adds_up_to_the_members_votes()
    {
        Weighted.When(Head("Canada"), Split(("for", 3), ("against", 1))).Because<SplitDoesNotAddUp>();
        Weighted.When(Head("Canada"), Split(("for", 3), ("against", 3))).Because<SplitDoesNotAddUp>();
        Weighted.When(Head("Canada"), Split(("for", 6), ("against", -1))).Because<SplitDoesNotAddUp>();
        Weighted.When(Head("Canada"), Split(("for", int.MaxValue), ("against", int.MaxValue))).Because<SplitDoesNotAddUp>();
        Weighted.When(Head("Canada"), Split()).Because<OneChoiceNeeded>();
        Weighted.When(Head("Canada"), Split(("for", 5)) with { Option = "for" }).Because<OneChoiceNeeded>();
        Weighted.When(Head("Canada"), Split(("maybe", 5))).Because<UnknownOption>();
    }

    [Fact]
    public void is_for_rulebooks_that_allow_it()
    {
        Begin(split: false).When(Head("Canada"), Split(("for", 3), ("against", 2))).Because<VotesStayTogether>();
        Assert.Equal(5, Begin(split: false).Casting("for", "Canada").Now.RunningBallot!.Count().Votes["for"]);
    }

    [Fact]
    public void stands_alone_against_all_and_bears_no_more_marks_than_there_are()
    {
        var places = Weighted.Declared().After(Chair, new OpenBallot(Ballot("places"), BallotMethod.Phones, Title: "Two places", Decision: "places", Proposals: ["A", "B", "C"], Seats: 2));
        CastVote Marks(params string[] keys) => new(Ballot("places"), "", 1, [new([.. keys], 1)]);
        places.When(Head("Austria"), Marks("1", "2")).Is<VoteCast>();
        places.When(Head("Austria"), Marks("1", "2", "3")).Because<TooManyMarks>();
        places.When(Head("Austria"), Marks("1", "against")).Because<MarkStandsAlone>();
        places.When(Head("Austria"), Marks("1", "1")).Because<UnknownOption>();
        places.When(Head("Austria"), Marks()).Because<OneChoiceNeeded>();
        var declared = places.After(Head("Austria"), Marks("1", "3")).After(Head("Brazil"), Marks("3")).Declared();
        Assert.Equal(["3", "1"], declared.Now.Ballots[Ballot("places")].Result!.Winners!.Value);
    }
}

namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

/// <summary>Before totals show to anyone, each delegation checks what is recorded of it.</summary>
public sealed class Objecting_to_the_record
{
    private static readonly Situation Checking = Voting.Casting("for", "Austria", "Brazil").Casting("against", "Canada").After(Chair, new ClosePolls(Ballot("vote")));

    private static ObjectToRecord Objection(string option, RecordError error = RecordError.ShownOtherwise) => new(Ballot("vote"), error, option);

    private static Ballot Of(Situation now) => now.Now.Ballots[Ballot("vote")];

    [Fact]
    public void is_in_order_between_the_close_and_the_count()
    {
        Voting.When(Head("Canada"), Objection("for")).Because<NotBeingChecked>();
        Checking.When(Head("Canada"), Objection("for")).Is<RecordObjected>();
        Voting.Casting("for", "Canada").Closed().When(Head("Canada"), Objection("against")).Because<NotBeingChecked>();
    }

    [Fact]
    public void lasts_as_long_as_the_rulebook_says()
    {
        Checking.Later(4).When(Credential.Clock, new EndChecking(Ballot("vote"))).Because<TimeRunsStill>();
        Assert.Equal(BallotPhase.Closed, Of(Checking.Later(5).After(Credential.Clock, new EndChecking(Ballot("vote")))).Phase);
    }

    [Fact]
    public void can_be_left_out_by_a_rulebook()
    {
        var rules = IfmsaRules with { Voting = VotingRule.Plain with { ObjectionSeconds = 0, Article = "[M] annex 4" } };
        var closed = ConvenedUnder(rules).After(Chair, new AssumeChair()).After(Chair, new CallRoll(Plenary(1))).GivingCards(AllMembers).After(Chair, new OpenPlenary())
            .After(Chair, new OpenBallot(Ballot("vote"), BallotMethod.Phones, Title: "Question", Decision: "motion")).After(Chair, new ClosePolls(Ballot("vote")));
        Assert.Equal(BallotPhase.Closed, Of(closed).Phase);
    }

    [Fact]
    public void corrects_the_vote_where_the_chair_upholds_it()
    {
        var corrected = Checking.After(Head("Canada"), Objection("for")).After(Chair, new SettleObjection(Ballot("vote"), M("Canada"), Upheld: true));
        var cast = Of(corrected).Casts[new(M("Canada"))];
        Assert.Equal(("for", Provenance.Corrected, true), (cast.Option, cast.Provenance, cast.Counts));
        var result = Of(corrected.Later(6).After(Credential.Clock, new EndChecking(Ballot("vote"))).Recounted()).Result!;
        Assert.Equal((3, 0), (result.Figures["for"], result.Figures["against"]));
    }

    [Fact]
    public void leaves_the_vote_where_the_chair_does_not()
    {
        var stands = Checking.After(Head("Canada"), Objection("for")).After(Chair, new SettleObjection(Ballot("vote"), M("Canada"), Upheld: false));
        Assert.Equal(("against", Provenance.Phone), (Of(stands).Casts[new(M("Canada"))].Option, Of(stands).Casts[new(M("Canada"))].Provenance));
    }

    [Fact]
    public void holds_up_the_count_until_the_chair_has_decided()
    {
        var late = Checking.After(Head("Canada"), Objection("for")).After(Head("Brazil"), Objection("abstain")).Later(60);
        late.When(Credential.Clock, new EndChecking(Ballot("vote"))).Because<TimeRunsStill>();
        var one = late.After(Chair, new SettleObjection(Ballot("vote"), M("Canada"), Upheld: true));
        Assert.Equal(BallotPhase.Checking, Of(one).Phase);
        Assert.Equal(BallotPhase.Closed, Of(one.After(Chair, new SettleObjection(Ballot("vote"), M("Brazil"), Upheld: false))).Phase);
    }

    [Fact]
    public void is_made_once()
    {
        var settled = Checking.After(Head("Canada"), Objection("for")).After(Chair, new SettleObjection(Ballot("vote"), M("Canada"), Upheld: false));
        settled.When(Head("Canada"), Objection("abstain")).Because<ObjectedToRecord>();
        settled.When(Chair, new SettleObjection(Ballot("vote"), M("Canada"), Upheld: true)).Because<NoObjection>();
    }

    [Fact]
    public void says_something_else_than_is_recorded()
    {
        Checking.When(Head("Canada"), Objection("against")).Because<RecordedSo>();
        Checking.When(Head("Canada"), Objection("for", RecordError.Missing)).Because<NotWhatIsRecorded>();
        Checking.When(Head("Denmark"), Objection("for", RecordError.NotGiven)).Because<NotWhatIsRecorded>();
        Checking.When(Head("Canada"), Objection("maybe")).Because<UnknownOption>();
    }

    [Fact]
    public void brings_in_a_vote_that_was_given_and_not_recorded()
    {
        var found = Checking.After(Head("Denmark"), Objection("abstain", RecordError.Missing)).After(Chair, new SettleObjection(Ballot("vote"), M("Denmark"), Upheld: true));
        Assert.Equal(1, Of(found).Count().Votes["abstain"]);
        Assert.Equal(4, found.Later(6).After(Credential.Clock, new EndChecking(Ballot("vote"))).Recount(Ballot("vote")).Count.Slips.Votes);
    }

    [Fact]
    public void is_the_members_and_decided_by_whoever_presides()
    {
        Checking.When(Colleague("Canada"), Objection("for")).Because<NoVotingCard>();
        Checking.When(Chair, Objection("for")).Because<NotYours>();
        Checking.When(Head(Newcomer), Objection("for")).Because<NoPreviousRights>();
        Checking.After(Head("Canada"), Objection("for")).When(Officer, new SettleObjection(Ballot("vote"), M("Canada"), Upheld: true)).Because<NotYours>();
    }

    [Fact]
    public void takes_no_more_votes_and_shows_no_result()
    {
        Checking.When(Head("Denmark"), new CastVote(Ballot("vote"), "for", 1)).Because<BallotIsNotOpen>();
        Checking.When(Officer, new EnterVote(Ballot("vote"), M("Denmark"), "for")).Because<BallotIsNotOpen>();
        Checking.When(Chair, new DeclareResult(Ballot("vote"))).Because<BallotIsNotCounted>();
        Checking.When(Credential.Clock, new ConfirmCount(Ballot("vote"), Of(Checking).Count())).Because<NothingToCount>();
        Assert.Null(Of(Checking).Result);
    }

    [Fact]
    public void leaves_the_void_vote_on_record_and_retakes_it() =>
        Assert.Equal(Ballot("retake"), Checking.After(Chair, new VoidBallot(Ballot("vote"), "The wrong text was shown.", Ballot("retake"))).Now.RunningBallot!.Id);

    [Fact]
    public void is_over_once_totals_have_appeared() =>
        Voting.Casting("for", "Canada").Declared().When(Head("Canada"), Objection("against")).Because<NoBallotOpen>();
}

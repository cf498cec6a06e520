namespace Ifmsa.Assembly.Core.Tests;

using static Mazes;
using static Meeting;

/// <summary>Whoever rules, corrects or presides: each says what must hold.</summary>
public sealed class Attacks_on_rulings_and_the_chair
{
    private static Situation Late { get; } = InSession.After(Chair, new SetSubmissionDeadline(InSession.Clock)).Later(60)
        .After(Chair, new MakeRuling(Ruling("late"), "Austria may hand one in.", Allows: "motion.submit", Member: M("Austria")));

    [Fact]
    public void finds_a_reversed_ruling_reversed_though_its_act_is_undone()
    {
        var reversed = Late.After(Head("Austria"), new SubmitMotion(Motion("late"), "Late", Text, "motion")).Ordering("overruleChair", new() { Ruling = Ruling("late") });
        Assert.Null(reversed.Now.Find(Motion("late")));
        Assert.True(reversed.Now.Rulings[Ruling("late")].Reversed);
        reversed.When(Head("Austria"), new SubmitMotion(Motion("again"), "Late", Text, "motion")).Because<SubmissionClosed>();
    }

    [Fact]
    public void cannot_use_anothers_exception_by_placard() =>
        Late.When(Desk, new SubmitMotion(Motion("late"), "Late", Text, "motion", For: M("Brazil"))).Because<SubmissionClosed>();

    [Fact]
    public void cannot_undo_a_ruling_that_is_challenged()
    {
        var ruled = InSession.After(Chair, new MakeRuling(Ruling("r"), "So be it."));
        var challenged = ruled.Moving("overruleChair", new() { Ruling = Ruling("r") });
        challenged.When(Vice, new CorrectAct(ruled.LastAct, "Nobody said so.")).Because<ActRestsOnIt>();
        challenged.When(Chair, new UndoAct(ruled.LastAct)).Because<ActRestsOnIt>();
    }

    [Fact]
    public void cannot_destroy_anothers_draft_from_the_chair()
    {
        var drafted = InSession.After(Head("Austria"), new DraftMotion(Motion("draft"), "Secret", Text, "motion", []));
        drafted.When(Chair, new CorrectAct(drafted.LastAct, "I do not like it.")).Because<NotReversible>();
    }

    [Fact]
    public void cannot_undo_a_motion_to_which_an_amendment_waits()
    {
        var filed = InSession.After(Head("Austria"), new SubmitMotion(Motion("motion"), "A motion", Text, "motion"));
        filed.Handing("a", "five", "six").When(Chair, new CorrectAct(filed.LastAct, "Wrong form.")).Because<ActRestsOnIt>();
    }

    [Fact]
    public void cannot_undo_a_division_under_an_amendment_of_a_part()
    {
        var divided = InDebate.After(Head("Denmark"), new DivideMotion(Motion("motion"), [new(Motion("p1"), 0), new(Motion("p2"), Text.IndexOf("It reports", StringComparison.Ordinal))]));
        divided.After(Head("Canada"), new ProposeAmendment(Amendment("a"), Motion("p1"), [new(0, 3, "This")]))
            .When(Chair, new CorrectAct(divided.LastAct, "Not divisible.")).Because<ActRestsOnIt>();
    }

    [Fact]
    public void cannot_pull_the_text_from_under_an_amendment_of_it()
    {
        var merged = InDebate.Amending(of: "five", to: "five hundred and fifty-five").After(Head("Austria"), new AcceptAmendment(Amendment("amendment")))
            .After(Head("Brazil"), new AcceptAmendment(Amendment("amendment")));
        merged.Handing("later", "March", "April", "Denmark").When(Chair, new CorrectAct(merged.LastAct, "They did not accept.")).Because<ActRestsOnIt>();
    }

    [Fact]
    public void leaves_an_amendment_that_was_ruled_out_fitting_the_text_after_a_vote_is_void()
    {
        var voted = InDebate.Handing("out", "March", "April", "Denmark").After(Chair, new RuleOutAmendment(Amendment("out"), Ruling("out"), "No."))
            .Amending(of: "five", to: "five hundred and fifty-five").After(Head("Austria"), new RefuseAmendment(Amendment("amendment")))
            .Voting(new(Ballot("vote"), BallotMethod.Phones, Amendment: Amendment("amendment")), ("amendment", 7), ("original", 2));
        voted.When(Chair, new VoidBallot(Ballot("vote"), "Miscounted.")).Because<CarriedOut>();
        Assert.Equal("March", voted.TheMotion().Text.Substring(voted.Now.Amendments[Amendment("out")].Edits[0].Start, 5));
    }

    [Fact]
    public void cannot_take_the_chair_back_while_confidence_in_it_is_voted_on()
    {
        var moved = InSession.Moving("noConfidence");
        var back = moved.When(Vice, new OfferChair(P("chair")));
        var chaired = back.Refusal is null ? back.Then.After(Chair, new AcceptChair()) : moved;
        var carried = chaired.Carrying("noConfidence");
        Assert.Equal(P("vice"), carried.Now.Chairing.Presiding);
        Assert.Equal(Who.None, carried.Now.Participants[P("chair")].Duties & Who.Chair);
    }

    [Fact]
    public void cannot_preside_over_a_retaken_vote_of_confidence_in_oneself()
    {
        var retaken = InSession.Moving("noConfidence").Deciding("noConfidence", 2).After(Chair, new VoidBallot(Ballot("on noConfidence"), "Miscounted."));
        Assert.Equal(P("vice"), retaken.Now.Chairing.Presiding);
        var carried = retaken.Voting(new(Ballot("retake"), BallotMethod.Phones, Procedural: Procedural("noConfidence")), ("for", 9));
        Assert.Equal(Who.None, carried.Now.Participants[P("chair")].Duties & Who.Chair);
    }

    [Fact]
    public void cannot_kill_a_challenge_by_withdrawing_what_lies_below()
    {
        var challenged = InDebate.Moving("postpone", new(), "Egypt").Moving("noConfidence", by: "Ghana");
        var withdrawn = challenged.When(Head("Egypt"), new WithdrawProcedural(Procedural("postpone"))).Then;
        Assert.Equal(ProceduralPhase.AskingSecond, withdrawn.PhaseOf("noConfidence"));
    }

    [Fact]
    public void cannot_kill_a_challenge_by_withdrawing_the_amendment_below()
    {
        var challenged = InDebate.Amending().Moving("noConfidence", by: "Ghana");
        var withdrawn = challenged.When(Head("Canada"), new WithdrawAmendment(Amendment("amendment"))).Then;
        Assert.Equal(ProceduralPhase.AskingSecond, withdrawn.PhaseOf("noConfidence"));
    }

    [Fact]
    public void gives_the_chair_back_where_a_challenge_falls_with_what_lies_below()
    {
        var challenged = InDebate.Moving("postpone", new(), "Egypt").Moving("noConfidence", by: "Ghana");
        var ruled = challenged.When(Vice, new RuleOutProcedural(Procedural("postpone"), Ruling("r"), "No.")).Then;
        Assert.Equal(ruled.PhaseOf("noConfidence") == ProceduralPhase.Lapsed ? P("chair") : P("vice"), ruled.Now.Chairing.Presiding);
    }

    [Fact]
    public void gives_the_chair_back_where_the_plenary_adjourns_under_a_challenge()
    {
        var adjourned = InSession.Moving("noConfidence").When(Vice, new Adjourn());
        if (adjourned.Refusal is null)
            Assert.Equal(P("chair"), adjourned.Then.Now.Chairing.Presiding);
    }

    [Fact]
    public void cannot_call_a_recess_of_a_plenary_that_is_not_open() =>
        RollCall.GivingCards(AllMembers).Moving("openMeeting").When(Chair, new CallRecess(RollCall.Clock.AddMinutes(20))).Because<NotInSession>();

    [Fact]
    public void cannot_hold_an_election_before_the_plenary_is_open()
    {
        var nominated = InSession.After(Chair, new OpenElection(Election("post"), "Treasurer", "election")).After(Chair, new Nominate(Election("post"), P("head of Austria")));
        var recess = nominated.After(Chair, new CallRecess(nominated.Clock.AddMinutes(20))).Moving("openMeeting");
        Assert.NotNull(recess.When(Chair, new OpenBallot(Ballot("vote"), BallotMethod.Phones, Election: Election("post"))).Refusal);
        Assert.NotNull(recess.When(Chair, new Nominate(Election("post"), P("head of Brazil"))).Refusal);
    }
}

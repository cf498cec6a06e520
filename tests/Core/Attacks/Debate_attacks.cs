namespace Ifmsa.Assembly.Core.Tests;

using static Mazes;
using static Meeting;

/// <summary>Attacks on the debate: each says what must hold.</summary>
public sealed class Whoever_attacks_the_debate
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

    private static Situation DefeatedAndReopened { get; } = InDebate
        .Voting(new(Ballot("first"), BallotMethod.Phones, Motion("motion")), ("for", 2), ("against", 7)).Ordering("reopenDebate", new() { Motion = Motion("motion") });

    [Fact]
    public void cannot_void_the_vote_on_a_motion_whose_debate_was_reopened() =>
        Assert.NotNull(DefeatedAndReopened.When(Chair, new VoidBallot(Ballot("first"), "Miscounted.")).Refusal);

    [Fact]
    public void cannot_undo_a_later_nemo_contra_by_voiding_an_earlier_vote() =>
        Assert.NotNull(DefeatedAndReopened.After(Chair, new AskNegatives(Motion("motion"))).Later(11).After(Chair, new DeclareNemoContra(Motion("motion")))
            .When(Chair, new VoidBallot(Ballot("first"), "Miscounted.")).Refusal);

    private static Situation Bloc { get; } = InSession
        .After(Head("Austria"), new SubmitMotion(Motion("motion"), "First", Text, "motion")).After(Head("Austria"), new SubmitMotion(Motion("two"), "Second", Text, "motion"))
        .After(Head("Austria"), new SubmitMotion(Motion("three"), "Third", Text, "motion"))
        .After(Chair, new PutEnBloc(Motion("bloc"), "All", [Motion("motion"), Motion("two"), Motion("three")])).After(Head("Brazil"), new SecondMotion(Motion("bloc")));

    [Fact]
    public void cannot_take_a_motions_own_vote_away_by_voiding_that_on_its_bloc()
    {
        var again = Bloc.Voting(new(Ballot("bloc"), BallotMethod.Phones, Motion("bloc")), ("for", 2), ("against", 7)).Ordering("reopenDebate", new() { Motion = Motion("motion") })
            .Voting(new(Ballot("own"), BallotMethod.Phones, Motion("motion")), ("for", 7), ("against", 2));
        Assert.Equal(MotionPhase.Carried, again.TheMotion().Phase);
        Assert.Equal(MotionPhase.Carried, again.When(Chair, new VoidBallot(Ballot("bloc"), "Miscounted.")).Then.TheMotion().Phase);
    }

    [Fact]
    public void finds_no_motion_in_the_text_of_a_bloc_that_was_pulled_out() =>
        Assert.DoesNotContain("Second", Bloc.After(Head("Canada"), new PullOut(Motion("two"))).Now.Motions[Motion("bloc")].Text, StringComparison.Ordinal);

    [Fact]
    public void cannot_divide_a_bloc_by_an_exception_from_an_ordered_vote()
    {
        var ordered = Bloc.Ordering("voteAtOnce").After(Chair, new MakeRuling(Ruling("r"), "Canada may divide.", Allows: "motion.divide", Member: M("Canada")));
        var text = ordered.Now.Motions[Motion("bloc")].Text;
        Assert.NotNull(ordered.When(Head("Canada"), new DivideMotion(Motion("bloc"), [new(Motion("p1"), 0), new(Motion("p2"), text.IndexOf("2 ·", StringComparison.Ordinal))])).Refusal);
    }

    [Fact]
    public void cannot_ask_for_alternatives_to_a_bloc_by_an_exception()
    {
        var ordered = Bloc.Ordering("voteAtOnce").After(Chair, new MakeRuling(Ruling("r"), "All the same.", Allows: "motion.ask-alternatives"));
        Assert.NotNull(ordered.When(Chair, new AskAlternatives(Motion("bloc"))).Refusal);
    }

    [Fact]
    public void cannot_object_to_a_motion_carried_by_vote_by_an_exception_for_an_Official()
    {
        var carried = InDebate.After(Secretariat, new GiveDuty(P("head of Denmark"), Duty.Official)).Voting(new(Ballot("v"), BallotMethod.Phones, Motion("motion")), ("for", 7), ("against", 2))
            .After(Chair, new MakeRuling(Ruling("r"), "Denmark may object.", Allows: "motion.object", Member: M("Denmark")));
        Assert.NotNull(carried.When(Head("Denmark"), new ObjectToMotion(Motion("motion"))).Refusal);
    }

    [Fact]
    public void cannot_hand_in_without_the_card_by_an_exception_for_an_Official()
    {
        var ruled = InSession.After(Secretariat, new GiveDuty(P("colleague of Denmark"), Duty.Official))
            .After(Chair, new MakeRuling(Ruling("r"), "Denmark's Official may.", Allows: "motion.submit", Member: M("Denmark")));
        ruled.When(Colleague("Denmark"), new SubmitMotion(Motion("m"), "A motion", Text, "motion")).Because<NoVotingCard>();
    }

    [Fact]
    public void cannot_interrupt_a_running_vote_by_an_exception_from_rank()
    {
        var voting = InSession.After(Chair, new MakeRuling(Ruling("first"), "So.")).Moving("overruleChair", new() { Ruling = Ruling("first") }, "Egypt")
            .After(Head("Haiti"), new SecondProcedural(Procedural("overruleChair")))
            .After(Vice, new MakeRuling(Ruling("r"), "Ghana may move.", Allows: "procedural.move", Member: M("Ghana")))
            .After(Vice, new OpenBallot(Ballot("v"), BallotMethod.Phones, Procedural: Procedural("overruleChair")));
        Assert.NotNull(voting.When(Head("Ghana"), new MoveProcedural(Procedural("noConfidence"), "noConfidence")).Refusal);
    }

    [Fact]
    public void meets_no_two_amendments_of_one_number()
    {
        var one = InDebate.Handing("a", "five", "six");
        var three = one.Handing("b", "March", "April", "Denmark").After(Head("Canada"), new UndoAct(one.LastAct)).Handing("c", "working", "standing", "Egypt");
        Assert.NotEqual(three.Now.Amendments[Amendment("b")].Number, three.Now.Amendments[Amendment("c")].Number);
    }

    [Fact]
    public void meets_no_two_rulings_of_one_number()
    {
        var one = InSession.After(Chair, new MakeRuling(Ruling("a"), "A."));
        var three = one.After(Chair, new MakeRuling(Ruling("b"), "B.")).After(Chair, new UndoAct(one.LastAct)).After(Chair, new MakeRuling(Ruling("c"), "C."));
        Assert.NotEqual(three.Now.Rulings[Ruling("b")].Number, three.Now.Rulings[Ruling("c")].Number);
    }

    [Fact]
    public void meets_no_two_procedural_motions_of_one_number()
    {
        var one = InDebate.After(Head("Egypt"), new MoveProcedural(Procedural("a"), "adjourn"));
        var three = one.After(Head("Ghana"), new MoveProcedural(Procedural("b"), "adjourn")).After(Head("Egypt"), new UndoAct(one.LastAct)).After(Head("Haiti"), new MoveProcedural(Procedural("c"), "adjourn"));
        Assert.NotEqual(three.Now.Procedurals[Procedural("b")].Number, three.Now.Procedurals[Procedural("c")].Number);
    }

    private static Situation Prevailed { get; } = Debating("policy").WithAlternative().After(Head("France"), new SecondAlternative(Motion("alternative")))
        .Voting(new(Ballot("versus"), BallotMethod.Phones, Motion("motion")), (Motion("alternative").ToString(), 7), ("abstain", 2));

    [Fact]
    public void cannot_lose_the_alternative_that_prevailed_by_putting_its_item_off()
    {
        var at = InSession.After(Chair, new NextItem()).After(Head("Austria"), new SubmitMotion(Motion("motion"), "A motion", Text, "policy")).After(Chair, new PutMotion(Motion("motion")))
            .After(Head("Brazil"), new SecondMotion(Motion("motion"))).WithAlternative().After(Head("France"), new SecondAlternative(Motion("alternative")))
            .Voting(new(Ballot("versus"), BallotMethod.Phones, Motion("motion")), (Motion("alternative").ToString(), 7), ("abstain", 2));
        var off = at.After(Chair, new PostponeItem(at.Now.Floor.Item!.Value)).After(Chair, new OpenItem(at.Now.Floor.Item!.Value));
        Assert.Null(off.When(Chair, new PutMotion(Motion("alternative"))).Refusal);
    }

    [Fact]
    public void cannot_carry_an_alternative_nemo_contra_after_its_confirming_vote_is_void()
    {
        var voided = Prevailed.After(Chair, new OpenBallot(Ballot("confirm"), BallotMethod.Phones, Motion("alternative"))).After(Chair, new VoidBallot(Ballot("confirm"), "Wrong."));
        var handed = voided.When(Head("Egypt"), new WithdrawMotion(Motion("alternative")));
        if (handed.Refusal is not null || handed.Then.Now.Motions[Motion("alternative")].Phase == MotionPhase.Withdrawn)
            return;
        Assert.NotNull(handed.Then.After(Head("Ghana"), new SecondMotion(Motion("alternative"))).When(Chair, new AskNegatives(Motion("alternative"))).Refusal);
    }

    [Fact]
    public void leaves_no_alternative_competing_with_a_motion_that_has_failed()
    {
        var failed = InDebate.WithAlternative().After(Head("France"), new SecondAlternative(Motion("alternative")))
            .After(Chair, new OpenBallot(Ballot("versus"), BallotMethod.Phones, Motion("motion"))).After(Chair, new VoidBallot(Ballot("versus"), "Wrong."))
            .After(Head("Austria"), new WithdrawMotion(Motion("motion"))).Later(11).After(Chair, new FailMotion(Motion("motion")));
        Assert.True(failed.Now.Motions[Motion("alternative")].IsSettled);
    }

    [Fact]
    public void passes_a_withdrawn_alternative_on_to_its_seconder()
    {
        var withdrawn = InDebate.WithAlternative().After(Head("France"), new SecondAlternative(Motion("alternative"))).After(Head("Egypt"), new WithdrawMotion(Motion("alternative")));
        Assert.Equal(M("France"), withdrawn.Now.Motions[Motion("alternative")].Proposer);
    }

    [Fact]
    public void leaves_no_amendment_open_once_its_motion_is_settled()
    {
        var carried = InDebate.Handing("a", "five", "six").Ordering("voteAtOnce").Voting(new(Ballot("v"), BallotMethod.Phones, Motion("motion")), ("for", 7), ("against", 2));
        Assert.True(carried.Now.Amendments[Amendment("a")].IsSettled);
    }

    [Fact]
    public void cannot_ask_for_negatives_once_the_vote_is_ordered()
    {
        var ordered = InDebate.Ordering("voteAtOnce").After(Head("Austria"), new WithdrawMotion(Motion("motion"))).After(Head("Canada"), new SecondMotion(Motion("motion")));
        ordered.When(Chair, new AskNegatives(Motion("motion"))).Because<VoteIsOrdered>();
    }

    [Fact]
    public void withdraws_a_motion_while_negatives_are_asked_for() =>
        Assert.Null(InDebate.After(Chair, new AskNegatives(Motion("motion"))).When(Head("Austria"), new WithdrawMotion(Motion("motion"))).Refusal);

    private static Situation Suspending(string article) => InSession.Ordering("suspendRule", new() { Paragraph = article });

    [Fact]
    public void needs_no_seconder_while_that_paragraph_is_suspended() =>
        Assert.Equal(MotionPhase.Seconded, Suspending("[M] annex 4, step 1").Putting("motion").TheMotion().Phase);

    [Fact]
    public void passes_nothing_nemo_contra_while_that_paragraph_is_suspended() => Assert.NotNull(
        Suspending("[M] annex 4, step 3").Putting("motion").After(Head("Brazil"), new SecondMotion(Motion("motion"))).When(Chair, new AskNegatives(Motion("motion"))).Refusal);

    [Fact]
    public void cannot_put_en_bloc_while_that_paragraph_is_suspended()
    {
        var two = Suspending("[M] annex 4, en bloc").After(Head("Austria"), new SubmitMotion(Motion("one"), "One", Text, "motion")).After(Head("Austria"), new SubmitMotion(Motion("two"), "Two", Text, "motion"));
        Assert.NotNull(two.When(Chair, new PutEnBloc(Motion("bloc"), "Both", [Motion("one"), Motion("two")])).Refusal);
    }

    [Fact]
    public void takes_up_a_defeated_motion_while_the_paragraph_that_keeps_it_out_is_suspended()
    {
        var defeated = InDebate.Voting(new(Ballot("first"), BallotMethod.Phones, Motion("motion")), ("for", 2), ("against", 7)).Ordering("suspendRule", new() { Paragraph = "[M] annex 4, reopening" });
        Assert.Null(defeated.When(Chair, new PutMotion(Motion("motion"))).Refusal);
    }

    [Fact]
    public void cannot_turn_a_procedural_motion_against_another_motion_than_it_was_moved_on()
    {
        var moved = InDebate.After(Head("Ghana"), new MoveProcedural(Procedural("nextBusiness"), "nextBusiness"))
            .Voting(new(Ballot("first"), BallotMethod.Phones, Motion("motion")), ("for", 7), ("against", 2));
        var other = moved.After(Head("Canada"), new SubmitMotion(Motion("other"), "Another", Text, "motion")).After(Chair, new PutMotion(Motion("other")));
        Assert.NotNull(other.When(Chair, new PutProcedural(Procedural("nextBusiness"))).Refusal);
    }

    [Fact]
    public void may_ask_to_speak_again_once_the_list_they_waited_on_is_gone()
    {
        var waited = InDebate.After(Chair, new OpenSpeakers(List("one"), Motion("motion"))).After(Head("Denmark"), new AskToSpeak(Speech("one")))
            .Voting(new(Ballot("first"), BallotMethod.Phones, Motion("motion")), ("for", 7), ("against", 2));
        var other = waited.After(Head("Canada"), new SubmitMotion(Motion("other"), "Another", Text, "motion")).After(Chair, new PutMotion(Motion("other")))
            .After(Chair, new OpenSpeakers(List("two"), Motion("other")));
        Assert.Null(other.When(Head("Denmark"), new AskToSpeak(Speech("two"))).Refusal);
    }

    [Fact]
    public void finds_no_agenda_adopted_by_a_vote_between_alternatives_that_is_void()
    {
        var chosen = Debates.Under(IfmsaRules).After(Head("Austria"), new SubmitMotion(Motion("motion"), "The agenda", Text, "agenda")).After(Chair, new PutMotion(Motion("motion")))
            .WithAlternative().After(Head("France"), new SecondAlternative(Motion("alternative")))
            .Voting(new(Ballot("versus"), BallotMethod.Phones, Motion("motion")), (Motion("alternative").ToString(), 7), ("abstain", 2));
        Assert.True(chosen.Now.Plenary!.AgendaAdopted);
        Assert.False(chosen.After(Chair, new VoidBallot(Ballot("versus"), "Wrong.")).Now.Plenary!.AgendaAdopted);
    }

    [Fact]
    public void finds_no_agenda_adopted_of_which_a_part_is_defeated()
    {
        Debates.Under(IfmsaRules).After(Head("Austria"), new SubmitMotion(Motion("motion"), "The agenda", Text, "agenda")).After(Chair, new PutMotion(Motion("motion")))
            .When(Head("Denmark"), new DivideMotion(Motion("motion"), [new(Motion("p1"), 0), new(Motion("p2"), Text.IndexOf("It has", StringComparison.Ordinal))])).Because<NothingToDivide>();
    }

    [Fact]
    public void cannot_leave_the_other_parts_of_a_divided_motion_behind()
    {
        var at = InSession.After(Chair, new NextItem()).After(Head("Austria"), new SubmitMotion(Motion("motion"), "A motion", Text, "motion")).After(Chair, new PutMotion(Motion("motion")))
            .After(Head("Brazil"), new SecondMotion(Motion("motion")))
            .After(Head("Denmark"), new DivideMotion(Motion("motion"), [new(Motion("p1"), 0), new(Motion("p2"), Text.IndexOf("It has", StringComparison.Ordinal))]))
            .Voting(new(Ballot("v"), BallotMethod.Phones, Motion("p1")), ("for", 7), ("against", 2));
        Assert.NotNull(at.When(Chair, new CloseItem(at.Now.Floor.Item!.Value)).Refusal);
    }

    [Fact]
    public void does_not_second_as_a_co_submitter()
    {
        var joined = InSession.After(Head("Austria"), new DraftMotion(Motion("motion"), "A motion", Text, "motion", [M("Brazil")])).After(Head("Brazil"), new JoinMotion(Motion("motion")))
            .After(Head("Austria"), new HandInDraft(Motion("motion"))).After(Chair, new PutMotion(Motion("motion")));
        joined.When(Head("Brazil"), new SecondMotion(Motion("motion"))).Because<OwnMotion>();
    }

    [Fact]
    public void cannot_break_the_division_with_no_parts_at_all() =>
        InDebate.When(Head("Denmark"), new DivideMotion(Motion("motion"), [null!, null!])).Because<PartsDoNotFit>();

    [Fact]
    public void cannot_change_a_bodys_motion_by_the_chairs_hand_alone()
    {
        var report = InSession.After(Chair, new SubmitMotion(Motion("motion"), "The committee's report", Text, "report")).After(Chair, new PutMotion(Motion("motion")));
        var put = report.After(Chair, new ProposeAmendment(Amendment("a"), Motion("motion"), report.Edit("five", "six"))).After(Chair, new PutAmendment(Amendment("a")));
        Assert.NotEqual(AmendmentPhase.Merged, put.Phase("a"));
    }

    [Fact]
    public void cannot_grow_a_motion_beyond_its_limit_by_two_amendments()
    {
        var (long1, long2) = (string.Concat(Enumerable.Repeat("words and ", 1500)), string.Concat(Enumerable.Repeat("more text ", 1500)));
        var two = InDebate.Handing("a", "five", long1, "Austria").Handing("b", "March", long2, "Austria");
        var merged = two.After(Chair, new PutAmendment(Amendment("a"))).After(Head("Brazil"), new AcceptAmendment(Amendment("a")));
        var more = merged.When(Chair, new PutAmendment(Amendment("b")));
        var end = more.Refusal is null ? more.Then.When(Head("Brazil"), new AcceptAmendment(Amendment("b"))).Then : merged;
        Assert.InRange(end.TheMotion().Text.Length, 1, 20_000);
    }

    [Fact]
    public void cannot_settle_a_point_of_order_from_the_credentials_desk()
    {
        var raised = InSession.After(Head("Canada"), new RaisePoint(Point("p"), PointKind.Order));
        var ruled = raised.When(Desk, new MakeRuling(Ruling("r"), "Nonsense.", Point("p"))).Then;
        Assert.Equal(PointPhase.Raised, ruled.Now.Points[Point("p")].Phase);
    }

    [Fact]
    public void stays_out_of_the_hall_over_an_adjournment_until_readmitted()
    {
        var adjourned = InSession.Ordering("observersLeave").After(Chair, new Adjourn());
        Assert.True(adjourned.Now.Floor.ObserversOut);
    }
}

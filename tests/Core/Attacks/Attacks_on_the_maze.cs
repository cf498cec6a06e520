namespace Ifmsa.Assembly.Core.Tests;

using static Mazes;
using static Meeting;

/// <summary>Whoever looks for a way out of the maze.</summary>
public sealed class Attacks_on_the_maze
{
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

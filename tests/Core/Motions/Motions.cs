namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

public sealed class Handing_in_a_motion
{
    private static SubmitMotion Submit(MemberId? by = null) => new(Motion("new"), "Title", "Text", "motion", For: by);

    [Fact]
    public void in_writing_beforehand_is_for_any_delegate_of_a_member_with_a_vote()
    {
        Assert.Equal(M("Brazil"), Convened.When(Colleague("Brazil"), Submit()).Is<MotionSubmitted>().Proposer);
        Convened.When(Colleague(Newcomer), Submit()).Because<MayNotPropose>();
    }

    [Fact]
    public void in_session_takes_the_card()
    {
        InSession.When(Colleague("Brazil"), Submit()).Because<NoVotingCard>();
        InSession.When(Head("Brazil"), Submit()).Is<MotionSubmitted>();
    }

    [Fact]
    public void for_another_delegation_takes_a_duty()
    {
        InSession.When(Head("Brazil"), Submit(M("Canada"))).Because<NotForOthers>();
        Assert.Equal(M("Canada"), InSession.When(Officer, Submit(M("Canada"))).Is<MotionSubmitted>().Proposer);
        InSession.When(Officer, Submit(M(Newcomer))).Because<MayNotPropose>();
    }

    [Fact]
    public void by_the_chair_is_for_a_body() => Assert.Null(InSession.When(Chair, Submit()).Is<MotionSubmitted>().Proposer);

    [Fact]
    public void takes_words_within_bounds()
    {
        InSession.When(Chair, new SubmitMotion(Motion("new"), " ", "Text", "motion")).Because<WordsMissing>();
        InSession.When(Chair, new SubmitMotion(Motion("new"), "Title", new('a', 20_001), "motion")).Because<WordsTooLong>();
        InSession.When(Chair, new SubmitMotion(Motion("new"), "Bell \a", "Text", "motion")).Because<WordsUnprintable>();
    }

    [Fact]
    public void takes_a_kind_of_decision_from_the_rulebook() =>
        InSession.When(Chair, new SubmitMotion(Motion("new"), "Title", "Text", "coup")).Because<UnknownDecisionKind>();

    [Fact]
    public void takes_a_new_id() => Seconded.When(Chair, new SubmitMotion(Motion("motion"), "Title", "Text", "motion")).Because<IdTaken>();

    [Fact]
    public void never_gives_a_number_twice()
    {
        var one = InSession.After(Head("Austria"), new SubmitMotion(Motion("one"), "One", "Text", "motion"));
        var undone = one.After(Head("Brazil"), new SubmitMotion(Motion("two"), "Two", "Text", "motion")).After(Head("Austria"), new UndoAct(one.LastAct));
        var three = undone.After(Chair, new SubmitMotion(Motion("three"), "Three", "Text", "motion"));
        Assert.Equal((2, 3), (three.Now.Motions[Motion("two")].Number, three.Now.Motions[Motion("three")].Number));
    }
}

public sealed class Seconding_a_motion
{
    [Fact]
    public void has_a_countdown_of_the_rulebooks_length() =>
        Assert.Equal(new Countdown(CountdownPurpose.Seconders, Motion("motion"), AskingForSecond.Clock.AddSeconds(10), 10), AskingForSecond.Now.Floor.Countdown);

    [Fact]
    public void makes_it_ready_for_direct_negatives()
    {
        Assert.Equal((MotionPhase.Seconded, M("Brazil")), (Seconded.Now.Motions[Motion("motion")].Phase, Seconded.Now.Motions[Motion("motion")].Seconder));
        Assert.Null(Seconded.Now.Floor.Countdown);
    }

    [Fact]
    public void is_refused_for_ones_own()
    {
        AskingForSecond.When(Head("Austria"), new SecondMotion(Motion("motion"))).Because<OwnMotion>();
        AskingForSecond.When(Officer, new SecondMotion(Motion("motion"), M("Austria"))).Because<OwnMotion>();
    }

    [Fact]
    public void is_refused_once_somebody_has() => Seconded.When(Head("Canada"), new SecondMotion(Motion("motion"))).Because<MotionIsNot>();

    [Fact]
    public void takes_the_card() => AskingForSecond.When(Colleague("Brazil"), new SecondMotion(Motion("motion"))).Because<NotYours>();

    [Fact]
    public void takes_a_vote() => AskingForSecond.When(Head(Newcomer), new SecondMotion(Motion("motion"))).Because<MayNotPropose>();

    [Fact]
    public void can_be_done_by_raising_the_placard() =>
        Assert.Equal(M("Canada"), AskingForSecond.When(Secretary, new SecondMotion(Motion("motion"), M("Canada"))).Is<MotionSeconded>().Member);

    [Fact]
    public void by_a_placard_that_is_not_in_the_hall_is_refused() =>
        AskingForSecond.Leaving("Canada").When(Secretary, new SecondMotion(Motion("motion"), M("Canada"))).Because<MemberNotPresent>();

    [Fact]
    public void can_be_taken_back_for_five_seconds()
    {
        Assert.Equal(MotionPhase.AskingSecond, Seconded.Later(5).After(Head("Brazil"), new UndoAct(Seconded.LastAct)).Now.Motions[Motion("motion")].Phase);
        Seconded.Later(6).When(Head("Brazil"), new UndoAct(Seconded.LastAct)).Because<TooLateToUndo>();
    }

    [Fact]
    public void that_nobody_does_lets_it_fail_once_the_time_is_over()
    {
        AskingForSecond.Later(9).When(Chair, new FailMotion(Motion("motion"))).Because<CountdownRunning>();
        var failed = AskingForSecond.Later(10).After(Chair, new FailMotion(Motion("motion")));
        Assert.Equal(MotionPhase.Unseconded, failed.Now.Motions[Motion("motion")].Phase);
        failed.When(Chair, new PutMotion(Motion("motion"))).Because<MotionIsNot>();
    }

    [Fact]
    public void is_not_asked_where_the_rulebook_needs_none() => Assert.Equal(MotionPhase.Seconded, InSession.Putting("report", "report").Now.Motions[Motion("report")].Phase);

    [Fact]
    public void can_be_given_more_time()
    {
        var longer = AskingForSecond.Later(4).After(Chair, new ExtendCountdown(30));
        Assert.Equal(AskingForSecond.Clock.AddSeconds(40), longer.Now.Floor.Countdown!.EndsAt);
        longer.Later(35).When(Chair, new FailMotion(Motion("motion"))).Because<CountdownRunning>();
        AskingForSecond.When(Chair, new ExtendCountdown(601)).Because<SecondsOutOfBounds>();
    }
}

public sealed class Asking_for_direct_negatives
{
    [Fact]
    public void passes_the_motion_nemo_contra_when_nobody_objects()
    {
        var motion = PassedNemoContra.Now.Motions[Motion("motion")];
        Assert.Equal((MotionPhase.Carried, true), (motion.Phase, motion.NemoContra));
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(0.5, 10)]
    [InlineData(9, 1)]
    [InlineData(9.999, 1)]
    public void is_refused_before_the_countdown_ends(double after, int left) =>
        Assert.Equal(new CountdownRunning(left), AskingForNegatives.Later(after).When(Chair, new DeclareNemoContra(Motion("motion"))).Because<CountdownRunning>());

    [Fact]
    public void is_refused_after_an_objection()
    {
        var objected = AskingForNegatives.After(Head("Canada"), new ObjectToMotion(Motion("motion"))).Later(11);
        objected.When(Chair, new DeclareNemoContra(Motion("motion"))).Because<MotionIsNot>();
        objected.When(Chair, new OpenBallot(Ballot("vote"), BallotMethod.Phones, Motion("motion"))).Is<BallotOpened>();
    }

    [Fact]
    public void is_barred_where_the_rulebook_wants_a_vote()
    {
        var seconded = InSession.Putting("expulsion", "membership").After(Head("Brazil"), new SecondMotion(Motion("expulsion")));
        Assert.Equal("[I] March Meeting 2025", seconded.When(Chair, new AskNegatives(Motion("expulsion"))).Because<NemoContraBarred>().Article);
        seconded.When(Chair, new OpenBallot(Ballot("vote"), BallotMethod.Phones, Motion("expulsion"))).Is<BallotOpened>();
    }

    [Fact]
    public void takes_objections_from_whoever_votes_and_only_once()
    {
        AskingForNegatives.When(Colleague("Canada"), new ObjectToMotion(Motion("motion"))).Because<NotYours>();
        AskingForNegatives.When(Head(Newcomer), new ObjectToMotion(Motion("motion"))).Because<MayNotPropose>();
        AskingForNegatives.After(Head("Canada"), new ObjectToMotion(Motion("motion"))).When(Head("Canada"), new ObjectToMotion(Motion("motion"))).Because<ObjectedAlready>();
    }

    [Fact]
    public void goes_on_when_the_only_objection_is_taken_back()
    {
        var objected = AskingForNegatives.After(Head("Canada"), new ObjectToMotion(Motion("motion")));
        var back = objected.After(Head("Canada"), new UndoAct(objected.LastAct));
        Assert.Equal(AskingForNegatives.Now.Motions[Motion("motion")], back.Now.Motions[Motion("motion")]);
        back.Later(11).When(Chair, new DeclareNemoContra(Motion("motion"))).Is<MotionPassedNemoContra>();
    }

    [Fact]
    public void can_be_cut_short_by_a_vote() =>
        AskingForNegatives.When(Chair, new OpenBallot(Ballot("vote"), BallotMethod.Phones, Motion("motion"))).Is<BallotOpened>();
}

public sealed class A_late_objection
{
    private static readonly Situation Late = PassedNemoContra.After(Head("Canada"), new ObjectToMotion(Motion("motion")));

    [Fact]
    public void goes_to_the_chair_and_changes_nothing_yet()
    {
        Assert.IsType<LateObjectionRaised>(Late.Journal[^1].Fact);
        Assert.Equal(MotionPhase.Carried, Late.Now.Motions[Motion("motion")].Phase);
    }

    [Fact]
    public void that_is_upheld_brings_the_motion_to_the_vote()
    {
        var upheld = Late.After(Chair, new ReverseNemoContra(Motion("motion")));
        Assert.Equal((MotionPhase.Objected, false), (upheld.Now.Motions[Motion("motion")].Phase, upheld.Now.Motions[Motion("motion")].NemoContra));
        Assert.Equal([M("Canada")], upheld.Now.Motions[Motion("motion")].Objections);
        upheld.When(Chair, new OpenBallot(Ballot("vote"), BallotMethod.Phones, Motion("motion"))).Is<BallotOpened>();
    }

    [Fact]
    public void that_is_dismissed_leaves_the_motion_carried()
    {
        var dismissed = Late.After(Chair, new DismissObjection(Motion("motion")));
        Assert.Equal(MotionPhase.Carried, dismissed.Now.Motions[Motion("motion")].Phase);
        dismissed.When(Chair, new ReverseNemoContra(Motion("motion"))).Because<NoLateObjection>();
    }

    [Fact]
    public void waits_one_at_a_time() => Late.When(Head("Denmark"), new ObjectToMotion(Motion("motion"))).Because<ObjectedAlready>();

    [Fact]
    public void is_refused_to_a_motion_that_was_voted_on() =>
        Voting.Casting("for", "Austria").Declared().When(Head("Canada"), new ObjectToMotion(Motion("motion"))).Because<MotionIsNot>();

    [Fact]
    public void cannot_be_invented_by_the_chair() => PassedNemoContra.When(Chair, new ReverseNemoContra(Motion("motion"))).Because<NoLateObjection>();
}

public sealed class Withdrawing_a_motion
{
    [Fact]
    public void is_its_proposers() => Seconded.When(Head("Brazil"), new WithdrawMotion(Motion("motion"))).Because<NoMotionOfYours>();

    [Fact]
    public void settles_it()
    {
        var withdrawn = AskingForSecond.After(Head("Austria"), new WithdrawMotion(Motion("motion")));
        Assert.True(withdrawn.Now.Motions[Motion("motion")].IsSettled);
        withdrawn.When(Chair, new NextItem()).Is<ItemOpened>();
    }

    [Fact]
    public void in_session_takes_the_card_even_before_it_is_put() =>
        InSession.After(Head("Austria"), new SubmitMotion(Motion("waiting"), "Waiting", "Text", "motion"))
            .When(Colleague("Austria"), new WithdrawMotion(Motion("waiting"))).Because<NoVotingCard>();

    [Fact]
    public void from_the_floor_takes_the_card() => Seconded.When(Colleague("Austria"), new WithdrawMotion(Motion("motion"))).Because<NoVotingCard>();

    [Fact]
    public void is_refused_during_a_vote() => Voting.When(Head("Austria"), new WithdrawMotion(Motion("motion"))).Because<BallotRunning>();

    [Fact]
    public void is_refused_once_it_is_decided() => PassedNemoContra.When(Secretary, new WithdrawMotion(Motion("motion"), M("Austria"))).Because<MotionIsNot>();

    [Fact]
    public void can_be_entered_for_its_proposer() => AskingForSecond.When(Secretary, new WithdrawMotion(Motion("motion"), M("Austria"))).Is<MotionWithdrawn>();

    [Fact]
    public void of_a_bodys_motion_is_the_chairs()
    {
        var body = InSession.After(Chair, new SubmitMotion(Motion("body"), "Title", "Text", "motion"));
        body.After(Head("Austria"), new SubmitMotion(Motion("own"), "Own", "Text", "motion")).When(Head("Austria"), new WithdrawMotion(Motion("body"))).Because<NotYourMotion>();
        body.When(Chair, new WithdrawMotion(Motion("body"))).Is<MotionWithdrawn>();
    }
}

public sealed class One_motion_at_a_time
{
    [Fact]
    public void is_before_the_plenary() =>
        Seconded.After(Head("Brazil"), new SubmitMotion(Motion("other"), "Other", "Text", "motion")).When(Chair, new PutMotion(Motion("other"))).Because<MotionPending>();

    [Fact]
    public void is_the_one_acts_are_about() =>
        Seconded.After(Head("Brazil"), new SubmitMotion(Motion("other"), "Other", "Text", "motion")).When(Chair, new AskNegatives(Motion("other"))).Because<NotOnFloor>();
}

namespace Ifmsa.Assembly.Core.Tests;

using static Mazes;
using static Meeting;

/// <summary>A procedural motion: brief, seconded, voted on at once, above all but points of order.</summary>
public sealed class A_procedural_motion
{
    [Fact]
    public void interrupts_the_motion_and_is_decided_before_it()
    {
        var moved = InDebate.Moving("adjourn");
        moved.When(Chair, new AskNegatives(Motion("motion"))).Because<ProceduralPending>();
        moved.When(Chair, new NextItem()).Because<ProceduralPending>();
        moved.When(Chair, new OpenBallot(Ballot("x"), BallotMethod.Phones, Procedural: Procedural("adjourn"))).Because<ProceduralIsNot>();
        Assert.Equal(ProceduralPhase.Pending, moved.After(Head("Haiti"), new SecondProcedural(Procedural("adjourn"))).PhaseOf("adjourn"));
    }

    [Fact]
    public void leaves_things_as_they_were_where_it_fails()
    {
        var failed = InDebate.Moving("adjourn").Deciding("adjourn", 5);
        Assert.Equal((ProceduralPhase.Defeated, null, MotionPhase.Seconded), (failed.PhaseOf("adjourn"), failed.Now.Floor.Pending, failed.TheMotion().Phase));
        Assert.Equal(PlenaryPhase.InSession, failed.Now.Plenary!.Phase);
        failed.When(Chair, new AskNegatives(Motion("motion"))).Is<NegativesAsked>();
    }

    [Fact]
    public void takes_a_seconder_who_is_not_its_proposer()
    {
        var moved = InDebate.Moving("adjourn");
        moved.When(Head("Ghana"), new SecondProcedural(Procedural("adjourn"))).Because<OwnMotion>();
        moved.When(Chair, new FailProcedural(Procedural("adjourn"))).Because<CountdownRunning>();
        Assert.Equal(ProceduralPhase.Unseconded, moved.Later(11).After(Chair, new FailProcedural(Procedural("adjourn"))).PhaseOf("adjourn"));
    }

    [Fact]
    public void needs_two_thirds()
    {
        Assert.Equal(ProceduralPhase.Carried, InDebate.Moving("adjourn").Deciding("adjourn", 6).PhaseOf("adjourn"));
        Assert.Equal(ProceduralPhase.Defeated, InDebate.Moving("adjourn").Deciding("adjourn", 5).PhaseOf("adjourn"));
    }

    [Fact]
    public void that_was_lost_does_not_come_back_from_the_same_proposer()
    {
        var lost = InDebate.Moving("adjourn").Deciding("adjourn", 2);
        Assert.Equal("[M] 8.4.10", lost.When(Head("Ghana"), new MoveProcedural(Procedural("again"), "adjourn")).Because<NotAgain>().Article);
        lost.When(Head("India"), new MoveProcedural(Procedural("again"), "adjourn")).Is<ProceduralMoved>();
        lost.When(Head("Ghana"), new MoveProcedural(Procedural("again"), "observersLeave")).Is<ProceduralMoved>();
    }

    [Fact]
    public void is_one_at_a_time_for_each_delegation()
    {
        var waiting = InDebate.After(Head("Ghana"), new MoveProcedural(Procedural("first"), "adjourn"));
        waiting.When(Head("Ghana"), new MoveProcedural(Procedural("second"), "observersLeave")).Because<OneRequestAtATime>();
        waiting.When(Secretary, new MoveProcedural(Procedural("second"), "observersLeave", For: M("Ghana"))).Because<OneRequestAtATime>();
        waiting.When(Head("India"), new MoveProcedural(Procedural("second"), "observersLeave")).Is<ProceduralMoved>();
    }

    [Fact]
    public void waits_while_somebody_speaks_or_a_vote_runs()
    {
        InDebate.After(Head("Canada"), new AskToSpeak(Speech("s"))).After(Chair, new CallSpeaker(Speech("s")))
            .When(Head("Ghana"), new MoveProcedural(Procedural("x"), "adjourn")).Because<SpeakerHasFloor>();
        Meeting.Voting.When(Head("Ghana"), new MoveProcedural(Procedural("x"), "adjourn")).Because<BallotRunning>();
    }

    [Fact]
    public void comes_by_placard_where_the_chair_says_so()
    {
        var placards = InDebate.After(Chair, new SetIntake(Intake.Placards));
        placards.When(Head("Ghana"), new MoveProcedural(Procedural("x"), "adjourn")).Because<OnlyByPlacard>();
        placards.When(Secretary, new MoveProcedural(Procedural("x"), "adjourn", For: M("Ghana"))).Is<ProceduralMoved>();
    }

    [Fact]
    public void is_not_a_candidate_members_nor_a_colleagues()
    {
        InSecondPlenary.When(Head(Demoted), new MoveProcedural(Procedural("x"), "adjourn")).Because<MayNotPropose>();
        InDebate.When(Colleague("Ghana"), new MoveProcedural(Procedural("x"), "adjourn")).Because<NotYours>();
    }

    [Fact]
    public void says_what_it_is_about()
    {
        InDebate.When(Head("Ghana"), new MoveProcedural(Procedural("x"), "suspendRule")).Because<DetailMissing>();
        InDebate.When(Head("Ghana"), new MoveProcedural(Procedural("x"), "suspendRule", new() { Paragraph = "[M] 8.1.8" })).Because<NotSuspendable>();
        InDebate.When(Head("Ghana"), new MoveProcedural(Procedural("x"), "reopenDebate", new() { Motion = Motion("motion") })).Because<NothingToBringAbout>();
        InDebate.When(Head("Ghana"), new MoveProcedural(Procedural("x"), "sing")).Because<UnknownProceduralKind>();
    }

    [Fact]
    public void can_be_withdrawn_before_the_vote() =>
        Assert.Equal((ProceduralPhase.Withdrawn, null), InDebate.Moving("adjourn").After(Head("Ghana"), new WithdrawProcedural(Procedural("adjourn"))) is var now ? (now.PhaseOf("adjourn"), now.Now.Floor.Pending) : default);

    [Fact]
    public void that_carried_cannot_be_voted_on_again_and_one_that_failed_can()
    {
        InDebate.Ordering("observersLeave").When(Chair, new VoidBallot(Ballot("on observersLeave"), "A mistake.")).Because<CarriedOut>();
        var again = InDebate.Moving("observersLeave").Deciding("observersLeave", 2).After(Chair, new VoidBallot(Ballot("on observersLeave"), "A mistake."));
        Assert.Equal((ProceduralPhase.Pending, Procedural("observersLeave")), (again.PhaseOf("observersLeave"), again.Now.Floor.Pending!.Procedural!.Value));
    }
}

/// <summary>What each procedural motion brings about, at once.</summary>
public sealed class A_procedural_motion_that_carries
{
    [Fact]
    public void adjourns() => Assert.Equal(PlenaryPhase.Adjourned, InDebate.Ordering("adjourn").Now.Plenary!.Phase);

    [Fact]
    public void opens_the_meeting_after_the_roll_call_or_a_recess()
    {
        var called = RollCall.GivingCards(AllMembers);
        Assert.Equal(PlenaryPhase.InSession, called.Ordering("openMeeting").Now.Plenary!.Phase);
        Assert.Equal(PlenaryPhase.InSession, InSession.After(Chair, new CallRecess(InSession.Clock.AddHours(1))).Ordering("openMeeting").Now.Plenary!.Phase);
        InSession.When(Head("Ghana"), new MoveProcedural(Procedural("x"), "openMeeting")).Because<NotToBeOpened>();
        RollCall.When(Head("Ghana"), new MoveProcedural(Procedural("x"), "openMeeting")).Because<NotYours>();
    }

    [Fact]
    public void opens_and_changes_the_agenda()
    {
        var adopted = InSession.After(Chair, new AdoptAgenda(Motion("agenda"), "Agenda", "Text")).Later(11).After(Chair, new DeclareNemoContra(Motion("agenda")));
        Assert.False(adopted.Ordering("openAgenda").Now.Plenary!.AgendaAdopted);
        var changed = adopted.Ordering("changeAgenda", new() { Item = Item("policies"), Before = Item("opening") });
        Assert.Equal(Item("policies"), changed.Now.AgendaInOrder(Plenary(1)).First().Item.Id);
    }

    [Fact]
    public void goes_straight_to_the_vote()
    {
        var ordered = InDebate.After(Chair, new OpenSpeakers(List("list"), Motion("motion"))).Ordering("voteAtOnce");
        Assert.Equal((true, MotionPhase.Objected, SpeakersListPhase.Closed), (ordered.TheMotion().VoteOrdered, ordered.TheMotion().Phase, ordered.Now.SpeakersLists[List("list")].Phase));
        ordered.When(Chair, new AskAlternatives(Motion("motion"))).Because<VoteIsOrdered>();
        ordered.When(Head("Canada"), new DivideMotion(Motion("motion"), [])).Because<VoteIsOrdered>();
        ordered.When(Head("Canada"), new ProposeAmendment(Amendment("x"), Motion("motion"), ordered.Edit("five", "six"))).Because<NothingToAmend>();
        ordered.When(Chair, new OpenBallot(Ballot("y"), BallotMethod.Phones, Motion("motion"))).Is<BallotOpened>();
    }

    [Fact]
    public void goes_to_the_next_business()
    {
        var next = InDebate.Ordering("nextBusiness");
        Assert.Equal((MotionPhase.Dropped, null), (next.TheMotion().Phase, next.Now.Floor.Motion));
        next.When(Chair, new PutMotion(Motion("motion"))).Because<MotionIsNot>();
        Assert.Equal(MotionPhase.Seconded, next.Ordering("reopenDebate", new() { Motion = Motion("motion") }).TheMotion().Phase);
        Assert.Equal(ItemPhase.Closed, InSession.After(Chair, new NextItem()).Ordering("nextBusiness").Now.Items[Item("opening")].Phase);
    }

    [Fact]
    public void postpones_the_motion_which_the_chair_can_take_up_again()
    {
        var off = InDebate.Amending().Ordering("postpone");
        Assert.Equal((MotionPhase.Seconded, null, AmendmentPhase.Submitted), (off.TheMotion().Phase, off.Now.Floor.Motion, off.Phase("amendment")));
        Assert.Equal(Procedural("postpone"), off.TheMotion().PutOffBy);
        var up = off.After(Chair, new NextItem()).After(Chair, new PutMotion(Motion("motion")));
        Assert.Equal((Motion("motion"), null), (up.Now.Floor.Motion!.Value, up.TheMotion().PutOffBy));
    }

    [Fact]
    public void reopens_the_debate_on_a_defeated_motion()
    {
        var defeated = InDebate.Voting(new(Ballot("x"), BallotMethod.Phones, Motion("motion")), ("for", 1), ("against", 8));
        defeated.When(Chair, new PutMotion(Motion("motion"))).Because<MotionIsNot>();
        var again = defeated.Ordering("reopenDebate", new() { Motion = Motion("motion") });
        Assert.Equal((MotionPhase.Seconded, Motion("motion")), (again.TheMotion().Phase, again.Now.Floor.Motion!.Value));
    }

    [Fact]
    public void reopens_the_speakers_list()
    {
        var closed = InDebate.After(Chair, new OpenSpeakers(List("list"), Motion("motion"))).After(Chair, new CloseSpeakers(List("list")));
        closed.When(Head("Canada"), new AskToSpeak(Speech("s"))).Because<SpeakersListIsClosed>();
        closed.Ordering("reopenSpeakers", new() { List = List("list") }).When(Head("Canada"), new AskToSpeak(Speech("s"))).Is<SpeechRequested>();
    }

    [Fact]
    public void suspends_a_paragraph_which_binds_again_once_resumed()
    {
        var retry = IfmsaRules.Procedural["adjourn"].NoRetry!;
        var lost = InDebate.Moving("adjourn").Deciding("adjourn", 2);
        var suspended = lost.Moving("suspendRule", new() { Paragraph = retry }, "India").Carrying("suspendRule");
        Assert.Equal([retry], suspended.Now.SuspendedRules);
        suspended.When(Head("Ghana"), new MoveProcedural(Procedural("again"), "adjourn")).Is<ProceduralMoved>();
        suspended.Moving("resumeRule", new() { Paragraph = retry }, "India").Carrying("resumeRule").When(Head("Ghana"), new MoveProcedural(Procedural("again"), "adjourn")).Because<NotAgain>();
        suspended.When(Head("India"), new MoveProcedural(Procedural("x"), "suspendRule", new() { Paragraph = retry })).Because<DetailMissing>();
    }

    [Fact]
    public void sends_observers_out_until_they_are_readmitted()
    {
        var out_ = InDebate.Ordering("observersLeave");
        Assert.True(out_.Now.Floor.ObserversOut);
        Assert.False(out_.Moving("observersReturn", by: "India").Carrying("observersReturn").Now.Floor.ObserversOut);
        Assert.False(out_.After(Chair, new ReadmitObservers()).Now.Floor.ObserversOut);
    }

    [Fact]
    public void keeps_the_discussion_out_of_the_minutes_until_the_item_ends()
    {
        var off = InSession.After(Chair, new NextItem()).Ordering("offRecord");
        Assert.True(off.Now.Floor.OffRecord);
        Assert.False(off.After(Chair, new NextItem()).Now.Floor.OffRecord);
        Assert.False(off.After(Chair, new ResumeRecord()).Now.Floor.OffRecord);
    }

    [Fact]
    public void sends_the_candidates_out_of_the_hall()
    {
        var electing = Electing.After(Chair, new Nominate(Election("post"), P("colleague of Egypt"))).Ordering("candidatesLeave");
        electing.When(Colleague("Egypt"), new AskToSpeak(Speech("s"))).Because<CandidateIsOut>();
        electing.After(Chair, new ReadmitCandidates()).When(Colleague("Egypt"), new AskToSpeak(Speech("s"))).Is<SpeechRequested>();
    }
}

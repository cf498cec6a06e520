namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

public sealed class Undoing_an_act
{
    private static readonly Situation Opened = InSession.After(Chair, new NextItem());

    [Fact]
    public void puts_everything_back_as_it_was()
    {
        var undone = Opened.After(Chair, new UndoAct(Opened.LastAct));
        Assert.Equal(Digest.Of(InSession.Now), Digest.Of(undone.Now));
        Assert.IsType<ActReversed>(undone.Journal[^1].Fact);
    }

    [Fact]
    public void is_in_time_for_ten_seconds()
    {
        Opened.Later(10).When(Chair, new UndoAct(Opened.LastAct)).Is<ActReversed>();
        Assert.Equal(new TooLateToUndo(10), Opened.Later(10.001).When(Chair, new UndoAct(Opened.LastAct)).Because<TooLateToUndo>());
    }

    [Fact]
    public void is_its_authors_or_the_chairs()
    {
        var given = InSession.Leaving("Canada");
        given.When(Officer, new UndoAct(given.LastAct)).Because<NotYourAct>();
        given.When(Desk, new UndoAct(given.LastAct)).Is<ActReversed>();
        given.When(Chair, new UndoAct(given.LastAct)).Is<ActReversed>();
    }

    [Fact]
    public void happens_once() => Opened.After(Chair, new UndoAct(Opened.LastAct)).When(Chair, new UndoAct(Opened.LastAct)).Because<NotReversible>();

    [Fact]
    public void takes_all_facts_of_an_act_together()
    {
        // Opening the next item closes the open one: both facts are one act.
        var second = Opened.After(Chair, new NextItem());
        Assert.Equal(2, second.Journal[^1].Sequence - second.LastAct + 1);
        Assert.Equal(Digest.Of(Opened.Now), Digest.Of(second.After(Chair, new UndoAct(second.LastAct)).Now));
    }

    [Fact]
    public void of_the_agenda_put_to_adoption_removes_its_motion()
    {
        var asked = InSession.After(Chair, new AdoptAgenda(Motion("agenda"), "Agenda", "As circulated."));
        Assert.Equal(Digest.Of(InSession.Now), Digest.Of(asked.After(Chair, new UndoAct(asked.LastAct)).Now));
    }

    [Fact]
    public void of_a_motion_never_gives_its_number_to_another()
    {
        var handedIn = InSession.After(Head("Austria"), new SubmitMotion(Motion("first"), "A motion", "The assembly agrees.", "motion"));
        var undone = handedIn.After(Head("Austria"), new UndoAct(handedIn.LastAct));
        Assert.Equal(2, undone.When(Head("Brazil"), new SubmitMotion(Motion("second"), "A motion", "The assembly agrees.", "motion")).Is<MotionSubmitted>().Number);
        Assert.Equal(2, undone.When(Chair, new AdoptAgenda(Motion("agenda"), "Agenda", "As circulated.")).Facts.OfType<MotionSubmitted>().Single().Number);
    }

    [Fact]
    public void is_refused_for_a_vote_opened_closed_cast_or_declared()
    {
        foreach (var vote in new[] { Voting, Voting.Casting("for", "Austria"), Voting.After(Chair, new ClosePolls(Ballot("vote"))), Voting.Counted(), Voting.Declared() })
            vote.When(Chair, new UndoAct(vote.LastAct)).Because<NotReversible>();
    }

    [Fact]
    public void is_refused_for_a_vote_that_changed_more_than_itself()
    {
        var adopted = InSession.After(Chair, new AdoptAgenda(Motion("agenda"), "Agenda", "As circulated.")).After(Chair, new OpenBallot(Ballot("vote"), BallotMethod.Phones, Motion("agenda")))
            .Casting("for", "Austria").Declared();
        Assert.IsType<AgendaAdopted>(adopted.Journal[^1].Fact);
        adopted.When(Chair, new UndoAct(adopted.LastAct)).Because<NotReversible>();
    }
}

public sealed class An_act_on_which_another_rests
{
    [Fact]
    public void is_not_undone()
    {
        var put = InSession.Putting("motion");
        put.After(Head("Brazil"), new SecondMotion(Motion("motion"))).When(Chair, new UndoAct(put.LastAct)).Because<ActRestsOnIt>();
    }

    [Fact]
    public void can_be_undone_once_the_later_one_is()
    {
        var put = InSession.Putting("motion");
        var seconded = put.After(Head("Brazil"), new SecondMotion(Motion("motion")));
        seconded.After(Head("Brazil"), new UndoAct(seconded.LastAct)).When(Chair, new UndoAct(put.LastAct)).Is<ActReversed>();
    }

    [Fact]
    public void is_not_undone_because_a_later_one_happened_to_restore_what_it_left()
    {
        var opened = InSession.After(Chair, new OpenItem(Item("opening")));
        var again = opened.After(Chair, new CloseItem(Item("opening"))).After(Chair, new OpenItem(Item("opening")));
        again.When(Chair, new UndoAct(opened.LastAct)).Because<ActRestsOnIt>();
    }

    [Fact]
    public void is_not_undone_when_it_made_what_a_later_one_names()
    {
        var added = InSession.After(Chair, new AddItem(Item("new"), "New", Plenary: Plenary(1)));
        var used = added.After(Head("Austria"), new SubmitMotion(Motion("motion"), "Title", "Text", "motion", Item("new")));
        used.When(Chair, new UndoAct(added.LastAct)).Because<ActRestsOnIt>();
    }

    [Fact]
    public void is_not_undone_when_it_planned_a_plenary_that_has_items()
    {
        var planned = Convened.After(Secretariat, new PlanPlenary(Plenary(3), 3, "Hall", Convened.Clock, Convened.Clock.AddHours(1)));
        planned.After(Secretariat, new AssignItem(Item("policies"), Plenary(3))).When(Secretariat, new CorrectAct(planned.LastAct, "Wrong day.")).Because<ActRestsOnIt>();
    }

    [Fact]
    public void is_not_undone_when_it_opened_the_plenary_in_which_a_vote_runs()
    {
        var open = RollCall.GivingCards(AllMembers).After(Chair, new OpenPlenary());
        var voting = open.After(Chair, new OpenBallot(Ballot("vote"), BallotMethod.Phones, Title: "Question", Decision: "motion"));
        voting.When(Chair, new CorrectAct(open.LastAct, "Opened by mistake.")).Because<ActRestsOnIt>();
    }

    [Fact]
    public void is_not_undone_when_it_ended_a_recess_after_which_business_went_on()
    {
        var resumed = Seconded.After(Chair, new CallRecess(Seconded.Clock.AddMinutes(5))).After(Chair, new Resume());
        resumed.After(Chair, new OpenBallot(Ballot("vote"), BallotMethod.Phones, Motion("motion"))).When(Chair, new CorrectAct(resumed.LastAct, "Too early.")).Because<ActRestsOnIt>();
    }

    [Fact]
    public void is_not_undone_when_it_adjourned_a_plenary_and_the_next_has_begun()
    {
        var adjourned = InSession.After(Chair, new Adjourn());
        adjourned.When(Chair, new UndoAct(adjourned.LastAct)).Is<ActReversed>();
        adjourned.After(Chair, new CallRoll(Plenary(2))).When(Chair, new CorrectAct(adjourned.LastAct, "By mistake.")).Because<ActRestsOnIt>();
    }

    [Fact]
    public void is_not_undone_when_it_gave_the_duty_by_which_somebody_presides()
    {
        var given = Convened.After(Secretariat, new GiveDuty(P("official"), Duty.ViceChair));
        given.After(By("official"), new AssumeChair()).When(Secretariat, new UndoAct(given.LastAct)).Because<ActRestsOnIt>();
    }

    [Fact]
    public void is_not_undone_when_it_nominated_somebody_who_is_voted_on()
    {
        var nominated = InSession.After(Chair, new OpenElection(Election("post"), "Delegate to the congress", "election")).After(Chair, new Nominate(Election("post"), P("vice")));
        nominated.When(Chair, new UndoAct(nominated.LastAct)).Is<ActReversed>();
        nominated.After(Chair, new OpenBallot(Ballot("vote"), BallotMethod.Phones, Election: Election("post"))).When(Chair, new UndoAct(nominated.LastAct)).Because<ActRestsOnIt>();
    }

    [Fact]
    public void adjourning_gives_back_cards_and_countdowns_as_they_were()
    {
        var adjourned = AskingForNegatives.After(Chair, new Adjourn());
        Assert.Equal(Digest.Of(AskingForNegatives.Now), Digest.Of(adjourned.After(Chair, new UndoAct(adjourned.LastAct)).Now));
    }
}

public sealed class Correcting_an_act
{
    private static readonly Situation Given = InSession.Leaving("Canada");

    [Fact]
    public void is_in_order_long_after_and_keeps_its_reason()
    {
        var corrected = Given.Later(3_600).When(Chair, new CorrectAct(Given.LastAct, "Another delegation left."));
        Assert.Equal("Another delegation left.", corrected.Is<ActReversed>().Reason);
        Assert.Equal(Digest.Of(InSession.Now), Digest.Of(corrected.Then.Now));
    }

    [Fact]
    public void takes_a_reason() => Given.When(Chair, new CorrectAct(Given.LastAct, "")).Because<WordsMissing>();

    [Fact]
    public void of_the_desks_acts_is_for_anybody_at_the_desk()
    {
        var two = Given.Given(new DutyGiven(P("official"), Duty.Desk));
        two.When(By("official"), new CorrectAct(Given.LastAct, "Misheard.")).Is<ActReversed>();
        two.When(Secretary, new CorrectAct(Given.LastAct, "Misheard.")).Because<NotYourAct>();
    }

    [Fact]
    public void is_for_no_delegate() => Given.When(Head("Canada"), new CorrectAct(Given.LastAct, "We are here.")).Because<NotYours>();
}

public sealed class The_minutes
{
    [Fact]
    public void take_remarks_of_the_secretary_to_any_entry()
    {
        var remark = InSession.When(Secretary, new RemarkEntry(3, Words("remark"), "Applause."));
        Assert.Equal(3, remark.Is<EntryRemarked>().Sequence);
        Assert.Equal("Applause.", Assert.Single(remark.Decision.Matters).Text);
        InSession.When(By("assistant"), new RemarkEntry(3, Words("remark"), "Applause.")).Is<EntryRemarked>();
        InSession.When(Chair, new RemarkEntry(3, Words("remark"), "Applause.")).Because<NotYours>();
    }

    [Fact]
    public void keep_the_words_of_a_remark_out_of_the_journal() =>
        Assert.DoesNotContain("Applause", System.Text.Encoding.UTF8.GetString(EntryCodec.Encode(InSession.After(Secretary, new RemarkEntry(3, Words("remark"), "Applause.")).Journal[^1])), StringComparison.Ordinal);

    [Fact]
    public void have_no_remark_to_what_has_not_happened()
    {
        InSession.When(Secretary, new RemarkEntry(0, Words("remark"), "Early.")).Because<NoSuchEntry>();
        InSession.When(Secretary, new RemarkEntry(InSession.Now.Sequence + 1, Words("remark"), "Early.")).Because<NoSuchEntry>();
    }

    [Fact]
    public void are_signed_after_the_end_once_by_each()
    {
        InSession.When(Chair, new SignMinutes(Plenary(1))).Because<NotAdjourned>();
        var signed = Adjourned.After(Chair, new SignMinutes(Plenary(1)));
        signed.When(Chair, new SignMinutes(Plenary(1))).Because<SignedAlready>();
        Assert.Equal(2, signed.After(Secretary, new SignMinutes(Plenary(1))).Now.Plenaries[Plenary(1)].Signatures.Count);
        signed.When(Head("Brazil"), new SignMinutes(Plenary(1))).Because<NotYours>();
    }

    [Fact]
    public void are_signed_again_once_their_words_are_others()
    {
        var signed = Adjourned.After(Chair, new SignMinutes(Plenary(1)));
        foreach (var changed in new[]
        {
            signed.After(Secretary, new RewordEntry(Plenary(1), 3, 0, Words("words"), "In other words.")),
            signed.After(Secretary, new RemarkEntry(3, Words("remark"), "Applause.") { Plenary = Plenary(1) }),
        })
        {
            Assert.False(changed.Now.Plenaries[Plenary(1)].Signatures.Values.Single().Stands(changed.Now.MinutesOf(Plenary(1))));
            var again = changed.After(Chair, new SignMinutes(Plenary(1)));
            Assert.True(again.Now.Plenaries[Plenary(1)].Signatures.Values.Single().Stands(again.Now.MinutesOf(Plenary(1))));
        }
        // A remark in another plenary's minutes is none in these.
        signed.After(Secretary, new RemarkEntry(3, Words("remark"), "Applause.") { Plenary = Plenary(2) }).When(Chair, new SignMinutes(Plenary(1))).Because<SignedAlready>();
    }
}

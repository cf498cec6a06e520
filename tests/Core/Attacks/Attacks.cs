namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

public sealed class Whoever_means_harm
{
    [Fact]
    public void cannot_use_the_id_of_words_twice()
    {
        var named = Convened.After(Head("Austria"), new NameParticipant(P("head of Austria"), Words("first"), "A"))
            .After(Desk, new NameParticipant(P("head of Austria"), Words("second"), "B"));
        named.When(Colleague("Austria"), new NameParticipant(P("colleague of Austria"), Words("first"), "C")).Because<IdTaken>();
        var remarked = InSession.After(Secretary, new RemarkEntry(1, Words("remark"), "So it was."));
        remarked.When(Head("Austria"), new NameParticipant(P("head of Austria"), Words("remark"), "A")).Because<IdTaken>();
        named.When(Secretariat, new EnrolParticipant(new(Words("first").Value), "D", [])).Because<IdTaken>();
    }

    [Fact]
    public void cannot_take_anothers_name_while_standing_for_a_post()
    {
        var named = Convened.After(Head("Austria"), new NameParticipant(P("head of Austria"), Words("first"), "A"));
        named.When(Head("Austria"), new NameParticipant(P("head of Austria"), Words("second"), "Her rival")).Because<NameStands>();
        named.After(Desk, new NameParticipant(P("head of Austria"), Words("second"), "A, in full"));
    }

    [Fact]
    public void cannot_have_a_name_changed_under_a_running_vote()
    {
        var voting = InSession.After(Chair, new OpenElection(Election("post"), "Treasurer", "election")).After(Chair, new Nominate(Election("post"), P("head of Austria")))
            .After(Chair, new OpenBallot(Ballot("vote"), BallotMethod.Phones, Election: Election("post")));
        voting.When(Head("Austria"), new NameParticipant(P("head of Austria"), Words("first"), "Her rival")).Because<BallotRunning>();
        voting.When(Desk, new NameParticipant(P("head of Austria"), Words("first"), "Her rival")).Because<BallotRunning>();
    }

    [Fact]
    public void cannot_fill_the_list_of_motions_for_all()
    {
        var filled = Convened.After(Enumerable.Range(1, SubmitMotion.OfOneMemberAtMost)
            .Select(number => (Head("Austria"), (Command)new SubmitMotion(Motion($"{number}"), "A motion", "Text.", "motion"))));
        filled.When(Colleague("Austria"), new SubmitMotion(Motion("more"), "A motion", "Text.", "motion")).Because<TooManyMotions>();
        filled.When(Head("Brazil"), new SubmitMotion(Motion("more"), "A motion", "Text.", "motion")).Is<MotionSubmitted>();
        filled.When(Secretariat, new SubmitMotion(Motion("more"), "A motion", "Text.", "motion", For: M("Austria"))).Is<MotionSubmitted>();
    }
}

public sealed class What_a_vote_or_a_roll_rests_on
{
    [Fact]
    public void is_not_undone_when_it_called_the_roll_on_which_cards_are_given()
    {
        var called = Convened.After(Chair, new AssumeChair()).After(Chair, new CallRoll(Plenary(1)));
        called.GivingCards("Austria").When(Chair, new UndoAct(called.LastAct)).Because<ActRestsOnIt>();
        called.After(Head("Austria"), new CheckIn()).When(Chair, new UndoAct(called.LastAct)).Because<ActRestsOnIt>();
        called.When(Chair, new UndoAct(called.LastAct)).Is<ActReversed>();
    }

    [Fact]
    public void is_not_undone_when_it_gave_the_card_that_has_voted()
    {
        var given = InSession.Leaving("Canada").GivingCards("Canada");
        var open = given.After(Chair, new OpenBallot(Ballot("vote"), BallotMethod.Phones, Title: "Shall we go on?", Decision: "motion"));
        open.Casting("for", "Canada").When(Desk, new CorrectAct(given.LastAct, "Wrong member.")).Because<ActRestsOnIt>();
        open.Casting("for", "Canada").Declared().When(Desk, new CorrectAct(given.LastAct, "Wrong member.")).Because<ActRestsOnIt>();
        given.When(Desk, new CorrectAct(given.LastAct, "Wrong member.")).Is<ActReversed>();
    }

    [Fact]
    public void is_not_undone_when_it_moved_the_card_that_has_voted_since()
    {
        var moved = Voting.After(Desk, new MoveCard(M("Canada"), P("colleague of Canada")));
        moved.Later(1).After(Colleague("Canada"), new CastVote(Ballot("vote"), "for", 1)).When(Desk, new UndoAct(moved.LastAct)).Because<ActRestsOnIt>();
        var later = Voting.Casting("for", "Canada").Later(1).After(Desk, new MoveCard(M("Canada"), P("colleague of Canada")));
        later.When(Desk, new UndoAct(later.LastAct)).Is<ActReversed>();
    }

    [Fact]
    public void is_not_a_delegations_objection_for_the_chair_to_undo_without_a_reason()
    {
        var objected = AskingForNegatives.After(Head("Canada"), new ObjectToMotion(Motion("motion")));
        objected.When(Chair, new UndoAct(objected.LastAct)).Because<NotYourAct>();
        objected.When(Head("Canada"), new UndoAct(objected.LastAct)).Is<ActReversed>();
        Assert.Equal("Withdrawn by voice.", objected.When(Chair, new CorrectAct(objected.LastAct, "Withdrawn by voice.")).Is<ActReversed>().Reason);
    }
}

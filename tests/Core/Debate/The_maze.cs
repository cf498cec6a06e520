namespace Ifmsa.Assembly.Core.Tests;

using static Mazes;
using static Meeting;

/// <summary>Step 1: the chair reads the motion and asks for a seconder.</summary>
public sealed class A_motion_without_a_seconder
{
    [Fact]
    public void fails() => Assert.Equal(MotionPhase.Unseconded, AskingForSecond.Later(11).After(Chair, new FailMotion(Motion("motion"))).TheMotion().Phase);

    [Fact]
    public void stays_out_until_the_debate_is_reopened()
    {
        var failed = AskingForSecond.Later(11).After(Chair, new FailMotion(Motion("motion")));
        failed.When(Chair, new PutMotion(Motion("motion"))).Because<MotionIsNot>();
        var again = failed.Ordering("reopenDebate", new() { Motion = Motion("motion") });
        Assert.Equal((MotionPhase.AskingSecond, Motion("motion")), (again.TheMotion().Phase, again.Now.Floor.Motion!.Value));
        again.When(Head("Brazil"), new SecondMotion(Motion("motion"))).Is<MotionSeconded>();
    }
}

/// <summary>Step 1: when the proposer withdraws, the seconder becomes proposer and a new seconder is needed.</summary>
public sealed class A_proposer_who_withdraws
{
    private static readonly Situation Withdrawn = Seconded.After(Head("Austria"), new WithdrawMotion(Motion("motion")));

    [Fact]
    public void leaves_the_motion_to_its_seconder() =>
        Assert.Equal((M("Brazil"), null, MotionPhase.AskingSecond), (Withdrawn.TheMotion().Proposer!.Value, Withdrawn.TheMotion().Seconder, Withdrawn.TheMotion().Phase));

    [Fact]
    public void may_second_it_again_and_the_new_proposer_may_not()
    {
        Withdrawn.When(Head("Brazil"), new SecondMotion(Motion("motion"))).Because<OwnMotion>();
        Withdrawn.When(Head("Austria"), new SecondMotion(Motion("motion"))).Is<MotionSeconded>();
    }

    [Fact]
    public void takes_it_with_them_while_nobody_has_seconded_it() =>
        AskingForSecond.When(Head("Austria"), new WithdrawMotion(Motion("motion"))).Is<MotionWithdrawn>();

    [Fact]
    public void clears_the_objections() => Assert.Empty(InDebate.Objected().After(Head("Austria"), new WithdrawMotion(Motion("motion"))).TheMotion().Objections);
}

/// <summary>Step 2: amendments, one at a time.</summary>
public sealed class An_amendment
{
    private static readonly Situation Asked = InDebate.Amending();

    [Fact]
    public void that_proposer_and_seconder_accept_becomes_part_of_the_motion_without_a_vote()
    {
        var accepted = Asked.After(Head("Austria"), new AcceptAmendment(Amendment("amendment")));
        Assert.Equal(AmendmentPhase.AskingMotionSeconder, accepted.Phase("amendment"));
        var merged = accepted.After(Head("Brazil"), new AcceptAmendment(Amendment("amendment")));
        Assert.Equal((AmendmentPhase.Merged, MotionPhase.Seconded), (merged.Phase("amendment"), merged.TheMotion().Phase));
        Assert.Contains("It has seven members.", merged.TheMotion().Text, StringComparison.Ordinal);
        Assert.Equal(Mazes.Text, merged.TheMotion().TextAsPut);
        Assert.Null(merged.Now.Floor.Pending);
    }

    [Fact]
    public void that_the_proposer_refuses_goes_to_the_vote_at_once_and_nothing_else_does()
    {
        var refused = Asked.After(Head("Austria"), new RefuseAmendment(Amendment("amendment")));
        Assert.Equal(AmendmentPhase.Pending, refused.Phase("amendment"));
        refused.When(Chair, new AskNegatives(Motion("motion"))).Because<AmendmentPending>();
        refused.When(Chair, new OpenBallot(Ballot("x"), BallotMethod.Phones, Motion("motion"))).Because<AmendmentPending>();
        Assert.Equal(BallotKind.Versus, refused.When(Chair, new OpenBallot(Ballot("x"), BallotMethod.Phones, Amendment: Amendment("amendment"))).Is<BallotOpened>().Kind);
    }

    [Theory]
    [InlineData(5, 4, AmendmentPhase.Merged)]
    [InlineData(4, 5, AmendmentPhase.Defeated)]
    [InlineData(4, 4, AmendmentPhase.Defeated)]
    [InlineData(0, 0, AmendmentPhase.Defeated)]
    [InlineData(1, 0, AmendmentPhase.Merged)]
    public void is_decided_between_the_two_texts_by_relative_majority(int amendment, int original, AmendmentPhase phase)
    {
        var voted = Asked.After(Head("Austria"), new RefuseAmendment(Amendment("amendment")))
            .Voting(new(Ballot("x"), BallotMethod.Phones, Amendment: Amendment("amendment")), ("amendment", amendment), ("original", original), ("abstain", 9 - amendment - original));
        Assert.Equal(phase, voted.Phase("amendment"));
        Assert.Equal(phase == AmendmentPhase.Merged, voted.TheMotion().Text.Contains("seven", StringComparison.Ordinal));
        Assert.Equal((MotionPhase.Seconded, null), (voted.TheMotion().Phase, voted.Now.Floor.Pending));
    }

    [Fact]
    public void that_the_seconder_refuses_costs_the_motion_its_seconder_and_it_fails_without_another()
    {
        var lost = Asked.After(Head("Austria"), new AcceptAmendment(Amendment("amendment"))).After(Head("Brazil"), new RefuseAmendment(Amendment("amendment")));
        Assert.Equal((MotionPhase.AskingSecond, null), (lost.TheMotion().Phase, lost.TheMotion().Seconder));
        Assert.Contains("seven", lost.TheMotion().Text, StringComparison.Ordinal);
        Assert.Equal(MotionPhase.Seconded, lost.After(Head("Denmark"), new SecondMotion(Motion("motion"))).TheMotion().Phase);
        Assert.Equal(MotionPhase.Unseconded, lost.Later(11).After(Chair, new FailMotion(Motion("motion"))).TheMotion().Phase);
    }

    [Fact]
    public void is_answered_by_nobody_but_who_is_asked()
    {
        Asked.When(Head("Denmark"), new AcceptAmendment(Amendment("amendment"))).Because<NotAskedOfYou>();
        Asked.When(Head("Brazil"), new AcceptAmendment(Amendment("amendment"))).Because<NotAskedOfYou>();
        Asked.When(Colleague("Austria"), new AcceptAmendment(Amendment("amendment"))).Because<NotYours>();
        Asked.When(Chair, new AcceptAmendment(Amendment("amendment"))).Because<NoVotingCard>();
        Asked.When(Secretary, new AcceptAmendment(Amendment("amendment"), M("Austria"))).Is<AmendmentAcceptedByProposer>();
    }

    [Fact]
    public void of_a_proposer_who_has_left_goes_to_the_vote()
    {
        var left = Asked.Leaving("Austria");
        left.When(Chair, new AcceptAmendment(Amendment("amendment"))).Because<MemberNotPresent>();
        left.When(Chair, new RefuseAmendment(Amendment("amendment"))).Is<AmendmentRefusedByProposer>();
    }

    [Fact]
    public void of_the_proposers_own_asks_the_seconder_alone() =>
        Assert.Equal(AmendmentPhase.AskingMotionSeconder, InDebate.Amending(by: "Austria").Phase("amendment"));

    [Fact]
    public void waits_while_another_is_pending()
    {
        var two = Asked.Handing("other", "March", "April", "Denmark");
        two.When(Chair, new PutAmendment(Amendment("other"))).Because<AmendmentPending>();
        two.After(Head("Austria"), new AcceptAmendment(Amendment("amendment"))).After(Head("Brazil"), new AcceptAmendment(Amendment("amendment")))
            .When(Chair, new PutAmendment(Amendment("other"))).Is<AmendmentPut>();
    }

    [Fact]
    public void keeps_the_chair_from_going_on_while_it_waits()
    {
        var waiting = InDebate.Handing("amendment", "five", "seven");
        waiting.When(Chair, new AskNegatives(Motion("motion"))).Because<AmendmentWaits>();
        waiting.When(Chair, new OpenBallot(Ballot("x"), BallotMethod.Phones, Motion("motion"))).Because<AmendmentWaits>();
        waiting.After(Head("Canada"), new WithdrawAmendment(Amendment("amendment"))).When(Chair, new AskNegatives(Motion("motion"))).Is<NegativesAsked>();
    }

    [Fact]
    public void comes_too_late_once_negatives_are_asked() =>
        InDebate.After(Chair, new AskNegatives(Motion("motion"))).When(Head("Canada"), new ProposeAmendment(Amendment("late"), Motion("motion"), InDebate.Edit("five", "six"))).Because<NothingToAmend>();

    [Fact]
    public void can_be_handed_in_in_writing_before_the_motion_is_read() => InSession
        .After(Head("Austria"), new SubmitMotion(Motion("motion"), "A motion", Mazes.Text, "motion"))
        .When(Head("Canada"), new ProposeAmendment(Amendment("early"), Motion("motion"), [new(0, 3, "This")])).Is<AmendmentProposed>();

    [Fact]
    public void to_an_amendment_is_out_of_order_here() =>
        Asked.When(Head("Denmark"), new ProposeAmendment(Amendment("second degree"), Motion("motion"), Asked.Edit("five", "six"), Amendment("amendment"))).Because<NothingToAmend>();

    [Fact]
    public void voted_in_by_mistake_can_be_voted_on_again()
    {
        var merged = Asked.After(Head("Austria"), new RefuseAmendment(Amendment("amendment")))
            .Voting(new(Ballot("x"), BallotMethod.Phones, Amendment: Amendment("amendment")), ("amendment", 5), ("original", 4));
        var again = merged.After(Chair, new VoidBallot(Ballot("x"), "Two phones were confused."));
        Assert.Equal((Mazes.Text, AmendmentPhase.Pending), (again.TheMotion().Text, again.Phase("amendment")));
        Assert.Equal(Amendment("amendment"), again.Now.Floor.Pending!.Amendment);
        merged.Handing("other", "March", "April").When(Chair, new VoidBallot(Ballot("x"), "Too late.")).Because<CarriedOut>();
    }
}

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

/// <summary>Step 3: direct negatives.</summary>
public sealed class No_direct_negative
{
    [Fact]
    public void passes_the_motion_nemo_contra_as_amended()
    {
        var passed = InDebate.Amending(by: "Austria").After(Head("Brazil"), new AcceptAmendment(Amendment("amendment")))
            .After(Chair, new AskNegatives(Motion("motion"))).Later(11).After(Chair, new DeclareNemoContra(Motion("motion")));
        Assert.True(passed.TheMotion() is { NemoContra: true, Phase: MotionPhase.Carried });
        Assert.Contains("seven", passed.TheMotion().Text, StringComparison.Ordinal);
    }
}

/// <summary>Steps 4 and 5: alternatives.</summary>
public sealed class A_direct_negative
{
    private static readonly Situation Asking = InDebate.Objected().After(Chair, new AskAlternatives(Motion("motion")));

    [Fact]
    public void without_an_alternative_leads_to_the_vote_on_the_original_by_its_own_majority()
    {
        var voted = Asking.Voting(new(Ballot("x"), BallotMethod.Phones, Motion("motion")), ("for", 5), ("against", 4));
        Assert.Equal(MotionPhase.Carried, voted.TheMotion().Phase);
    }

    [Fact]
    public void with_an_alternative_nobody_seconds_leads_to_the_vote_on_the_original()
    {
        var alternative = InDebate.WithAlternative();
        alternative.When(Chair, new OpenBallot(Ballot("x"), BallotMethod.Phones, Motion("motion"))).Because<MotionIsNot>();
        alternative.When(Chair, new FailAlternative(Motion("alternative"))).Because<CountdownRunning>();
        var opened = alternative.Later(11).After(Chair, new FailAlternative(Motion("alternative"))).When(Chair, new OpenBallot(Ballot("x"), BallotMethod.Phones, Motion("motion"))).Is<BallotOpened>();
        Assert.Equal(BallotKind.Question, opened.Kind);
    }

    [Fact]
    public void is_asked_for_before_alternatives_are() => InDebate.When(Chair, new AskAlternatives(Motion("motion"))).Because<MotionIsNot>();

    [Fact]
    public void lets_each_delegation_put_one_alternative()
    {
        var alternative = InDebate.WithAlternative();
        alternative.When(Head("Egypt"), new ProposeAlternative(Motion("another"), Motion("motion"), "T", "W")).Because<AlternativeAlready>();
        alternative.When(Head("Egypt"), new SecondAlternative(Motion("alternative"))).Because<NothingToSecond>();
        alternative.When(Head("France"), new SecondAlternative(Motion("alternative"))).Is<AlternativeSeconded>();
    }
}

/// <summary>Step 5: original against alternative, by relative majority; the winner is confirmed where the decision needs more.</summary>
public sealed class Original_against_alternative
{
    private static string Original => Motion("motion").ToString();

    private static string Alternative => Motion("alternative").ToString();

    private static Situation Voted(string decision, params (string Option, int Votes)[] figures) => Debating(decision).WithAlternative()
        .After(Head("France"), new SecondAlternative(Motion("alternative"))).Voting(new(Ballot("x"), BallotMethod.Phones, Motion("motion")), figures);

    private static (MotionPhase, MotionPhase) Phases(Situation now) => (now.TheMotion().Phase, now.Now.Motions[Motion("alternative")].Phase);

    [Fact]
    public void carries_the_one_with_the_most_votes()
    {
        Assert.Equal((MotionPhase.Carried, MotionPhase.Defeated), Phases(Voted("motion", (Original, 3), (Alternative, 2), ("against", 2), ("abstain", 2))));
        Assert.Equal((MotionPhase.Defeated, MotionPhase.Carried), Phases(Voted("motion", (Original, 2), (Alternative, 3))));
    }

    [Fact]
    public void defeats_both_where_more_are_against_than_for_either() =>
        Assert.Equal((MotionPhase.Defeated, MotionPhase.Defeated), Phases(Voted("motion", (Original, 3), (Alternative, 2), ("against", 4))));

    [Fact]
    public void defeats_both_where_they_tie() => Assert.Equal((MotionPhase.Defeated, MotionPhase.Defeated), Phases(Voted("motion", (Original, 4), (Alternative, 4))));

    [Fact]
    public void is_not_the_last_word_where_the_decision_needs_two_thirds()
    {
        var preferred = Voted("bylaws", (Original, 3), (Alternative, 4), ("against", 2));
        Assert.Equal((MotionPhase.Defeated, MotionPhase.Prevailed), Phases(preferred));
        Assert.Equal(Motion("alternative"), preferred.Now.Floor.Motion);
        var opened = preferred.When(Chair, new OpenBallot(Ballot("y"), BallotMethod.Phones, Motion("alternative"))).Is<BallotOpened>();
        Assert.Equal((BallotKind.Question, IfmsaRules.Majorities["twoThirds"]), (opened.Kind, opened.Majority));
        var failed = preferred.Voting(new(Ballot("y"), BallotMethod.Phones, Motion("alternative")), ("for", 5), ("against", 4));
        Assert.Equal((MotionPhase.Defeated, MotionPhase.Defeated), Phases(failed));
        Assert.Equal(MotionPhase.Carried, Phases(preferred.Voting(new(Ballot("y"), BallotMethod.Phones, Motion("alternative")), ("for", 6), ("against", 3))).Item2);
    }

    [Fact]
    public void can_be_voted_on_again_while_nothing_rests_on_it()
    {
        var voted = Voted("bylaws", (Original, 3), (Alternative, 4));
        var again = voted.After(Chair, new VoidBallot(Ballot("x"), "Opened too early."));
        Assert.Equal((MotionPhase.Objected, MotionPhase.Competing), Phases(again));
        Assert.Equal(Motion("motion"), again.Now.Floor.Motion);
        voted.Voting(new(Ballot("y"), BallotMethod.Phones, Motion("alternative")), ("for", 6)).When(Chair, new VoidBallot(Ballot("x"), "Too late.")).Because<RetakenAlready>();
    }
}

namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

public sealed class A_recess
{
    private static readonly Situation Recess = AskingForNegatives.After(Chair, new CallRecess(AskingForNegatives.Clock.AddMinutes(15)));

    [Fact]
    public void keeps_cards_and_says_its_end()
    {
        Assert.Equal(12, Recess.Now.Cards.Count);
        Assert.Equal(AskingForNegatives.Clock.AddMinutes(15), Recess.Now.Plenary!.RecessUntil);
    }

    [Fact]
    public void stops_business() => Recess.When(Head("Canada"), new ObjectToMotion(Motion("motion"))).Because<InRecess>();

    [Fact]
    public void interrupts_a_countdown_that_has_to_be_asked_again()
    {
        var resumed = Recess.Later(900).After(Chair, new Resume());
        resumed.When(Chair, new DeclareNemoContra(Motion("motion"))).Because<NotAskedYet>();
        var again = resumed.After(Chair, new ExtendCountdown(10));
        again.When(Chair, new DeclareNemoContra(Motion("motion"))).Because<CountdownRunning>();
        again.Later(10).When(Chair, new DeclareNemoContra(Motion("motion"))).Is<MotionPassedNemoContra>();
    }

    [Fact]
    public void is_refused_during_a_vote() => Voting.When(Chair, new CallRecess(Voting.Clock.AddMinutes(5))).Because<BallotRunning>();

    [Theory]
    [InlineData(0)]
    [InlineData(-60)]
    [InlineData(172_801)]
    public void ends_within_two_days(int seconds) => InSession.When(Chair, new CallRecess(InSession.Clock.AddSeconds(seconds))).Because<RecessEndOutOfBounds>();

    [Fact]
    public void ends_only_where_there_is_one() => InSession.When(Chair, new Resume()).Because<NotInRecess>();

    [Fact]
    public void can_be_followed_by_the_end() => Recess.When(Chair, new Adjourn()).Is<PlenaryAdjourned>();
}

public sealed class Adjourning
{
    private static readonly Situation Pending = Seconded.After(Chair, new Adjourn());

    [Fact]
    public void returns_the_cards()
    {
        Assert.Empty(Pending.Now.Cards);
        Assert.False(Pending.Actor(Head("Brazil")).Is(Who.CardHolder));
    }

    [Fact]
    public void is_refused_during_a_vote()
    {
        Voting.When(Chair, new Adjourn()).Because<BallotRunning>();
        Voting.After(Chair, new ClosePolls(Ballot("vote"))).When(Chair, new Adjourn()).Because<BallotRunning>();
        Voting.Counted().When(Chair, new Adjourn()).Because<BallotRunning>();
        Voting.Declared().When(Chair, new Adjourn()).Is<PlenaryAdjourned>();
    }

    [Fact]
    public void leaves_pending_business_as_it_stood() =>
        Assert.Equal(MotionPhase.Seconded, Pending.Now.Motions[Motion("motion")].Phase);

    [Fact]
    public void lets_pending_business_be_taken_up_after_the_next_roll_call()
    {
        var next = Pending.After(Chair, new CallRoll(Plenary(2)));
        next.When(Chair, new AskNegatives(Motion("motion"))).Because<NotInSession>();
        var open = next.GivingCards(AllMembers).After(Chair, new OpenPlenary());
        open.When(Chair, new AskNegatives(Motion("motion"))).Is<NegativesAsked>();
    }

    [Fact]
    public void lets_a_pending_motion_that_left_the_floor_be_taken_up_as_it_stood()
    {
        var elsewhere = Seconded.Given(new ItemOpened(Item("opening")));
        var later = elsewhere.After(Chair, new Adjourn()).After(Chair, new CallRoll(Plenary(2))).GivingCards(AllMembers).After(Chair, new OpenPlenary());
        var taken = later.When(Chair, new PutMotion(Motion("motion")));
        taken.Is<MotionTakenUp>();
        Assert.Equal((MotionPhase.Seconded, M("Brazil")), (taken.Then.Now.Motions[Motion("motion")].Phase, taken.Then.Now.Motions[Motion("motion")].Seconder));
    }

    [Fact]
    public void is_refused_when_nothing_is_in_session() => Adjourned.When(Chair, new Adjourn()).Because<RollNotCalled>();

    [Fact]
    public void is_in_order_when_the_quorum_never_came() => RollCall.When(Chair, new Adjourn()).Is<PlenaryAdjourned>();
}

public sealed class Calling_to_the_hall
{
    [Fact]
    public void says_until_when() => Assert.Equal(InSession.Clock.AddMinutes(2), InSession.When(Chair, new CallToHall(2)).Is<HallCalled>().Until);

    [Theory]
    [InlineData(0)]
    [InlineData(61)]
    public void gives_1_to_60_minutes(int minutes) => InSession.When(Chair, new CallToHall(minutes)).Because<MinutesOutOfBounds>();

    [Fact]
    public void ends_with_the_vote_it_was_for() =>
        Assert.Null(Seconded.After(Chair, new CallToHall(2)).After(Chair, new OpenBallot(Ballot("vote"), BallotMethod.Phones, Motion("motion"))).Now.Floor.HallCall);
}

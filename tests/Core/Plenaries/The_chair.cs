namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

public sealed class Taking_the_chair
{
    [Fact]
    public void is_for_whoever_may_preside_while_nobody_does() => Convened.When(Vice, new AssumeChair()).Is<ChairTaken>();

    [Fact]
    public void is_refused_while_somebody_presides() => RollCall.When(Vice, new AssumeChair()).Because<ChairTakenAlready>();

    [Fact]
    public void is_the_executive_boards_only_until_a_chair_is_elected()
    {
        Convened.When(President, new AssumeChair()).Because<ChairIsElected>();
        Convened.Given(new DutyRemoved(P("chair"), Duty.Chair)).When(President, new AssumeChair()).Is<ChairTaken>();
    }

    [Fact]
    public void is_no_delegates() => Convened.When(Head("Brazil"), new AssumeChair()).Because<NotYours>();
}

public sealed class Handing_the_chair_over
{
    private static readonly Situation Offered = RollCall.After(Chair, new OfferChair(P("vice")));

    [Fact]
    public void takes_an_offer_and_its_acceptance()
    {
        Assert.True(Offered.Actor(Chair).Presides);
        var accepted = Offered.After(Vice, new AcceptChair());
        Assert.Equal((false, true), (accepted.Actor(Chair).Presides, accepted.Actor(Vice).Presides));
    }

    [Fact]
    public void goes_back_in_the_same_way()
    {
        var back = Offered.After(Vice, new AcceptChair()).After(Vice, new OfferChair(P("chair"))).After(Chair, new AcceptChair());
        Assert.Equal((true, false), (back.Actor(Chair).Presides, back.Actor(Vice).Presides));
    }

    [Fact]
    public void can_be_declined() => Offered.After(Vice, new DeclineChair()).When(Vice, new AcceptChair()).Because<ChairNotOffered>();

    [Fact]
    public void can_be_taken_back() => Offered.After(Chair, new DeclineChair()).When(Vice, new AcceptChair()).Because<ChairNotOffered>();

    [Fact]
    public void is_accepted_only_by_whom_it_was_offered_to() => Offered.When(President, new AcceptChair()).Because<ChairNotOffered>();

    [Fact]
    public void goes_only_to_who_may_preside() => RollCall.When(Chair, new OfferChair(P("head of Brazil"))).Because<CannotPreside>();
}

public sealed class A_silent_chair
{
    private static readonly Situation Silent = InSession.After(Credential.Clock, new ReportChairSilent(P("chair")));

    [Fact]
    public void has_the_vice_offered_the_chair()
    {
        Assert.Equal(new Chairing(P("chair"), P("vice"), Silent: true), Silent.Now.Chairing);
        Assert.True(Silent.After(Vice, new AcceptChair()).Actor(Vice).Presides);
    }

    [Fact]
    public void presides_until_the_vice_accepts() => Assert.True(Silent.Actor(Chair).Presides);

    [Fact]
    public void who_is_heard_again_takes_the_offer_away() =>
        Silent.After(Credential.Clock, new ReportChairHeard(P("chair"))).When(Vice, new AcceptChair()).Because<ChairNotOffered>();

    [Fact]
    public void who_is_heard_too_late_no_longer_presides()
    {
        var taken = Silent.After(Vice, new AcceptChair());
        Assert.NotNull(taken.When(Credential.Clock, new ReportChairHeard(P("chair"))).Refusal);
        Assert.False(taken.Actor(Chair).Presides);
    }

    [Fact]
    public void is_reported_once() => Silent.When(Credential.Clock, new ReportChairSilent(P("chair"))).Because<ChairTakenAlready>();

    [Fact]
    public void is_not_replaced_by_somebody_without_a_device() =>
        Assert.Equal(P("president"), InSession.Given(new DeviceReleased(P("vice"))).After(Credential.Clock, new ReportChairSilent(P("chair"))).Now.Chairing.OfferedTo);
}

public sealed class Losing_a_duty
{
    [Fact]
    public void gives_up_the_chair_that_rested_on_it() =>
        Assert.Null(InSession.After(Secretariat, new RemoveDuty(P("chair"), Duty.Chair)).Now.Chairing.Presiding);

    [Fact]
    public void keeps_the_chair_while_another_duty_allows_it() =>
        Assert.Equal(P("chair"), InSession.Given(new DutyGiven(P("chair"), Duty.Executive)).After(Secretariat, new RemoveDuty(P("chair"), Duty.Chair)).Now.Chairing.Presiding);

    [Fact]
    public void takes_an_offer_of_the_chair_away() =>
        Assert.Null(InSession.After(Chair, new OfferChair(P("vice"))).After(Secretariat, new RemoveDuty(P("vice"), Duty.ViceChair)).Now.Chairing.OfferedTo);

    [Fact]
    public void by_the_chair_is_for_secretary_assistants_officers_and_desk()
    {
        InSession.When(Chair, new RemoveDuty(P("vice"), Duty.ViceChair)).Because<NotAppointedByChair>();
        InSession.When(Chair, new RemoveDuty(P("officer"), Duty.Officer)).Is<DutyRemoved>();
    }
}

namespace Ifmsa.Assembly.Core.Tests;

using static Debates;
using static Meeting;

public sealed class A_point
{
    private static readonly Situation Session = Under(Rules);

    [Theory]
    [InlineData(PointKind.Order)]
    [InlineData(PointKind.InformationTo)]
    [InlineData(PointKind.InformationFrom)]
    public void is_raised_by_a_delegate_with_or_without_the_card(PointKind kind)
    {
        Assert.Equal(M("Brazil"), Session.When(Head("Brazil"), new RaisePoint(Point("a"), kind)).Is<PointRaised>().Member);
        Assert.Equal(P("colleague of Brazil"), Session.When(Colleague("Brazil"), new RaisePoint(Point("a"), kind)).Is<PointRaised>().Participant);
    }

    [Fact]
    public void is_entered_for_a_placard()
    {
        Assert.Null(Session.When(Desk, new RaisePoint(Point("a"), PointKind.Order, M("Brazil"))).Is<PointRaised>().Participant);
        Session.When(Head("Canada"), new RaisePoint(Point("a"), PointKind.Order, M("Brazil"))).Because<NotForOthers>();
        Session.When(Desk, new RaisePoint(Point("a"), PointKind.Order)).Because<UnknownMember>();
    }

    [Fact]
    public void of_each_kind_is_pending_once_for_a_delegation()
    {
        var raised = Session.After(Head("Brazil"), new RaisePoint(Point("a"), PointKind.InformationTo));
        raised.When(Colleague("Brazil"), new RaisePoint(Point("b"), PointKind.InformationFrom)).Because<PointPending>();
        raised.When(Head("Brazil"), new RaisePoint(Point("b"), PointKind.Order)).Is<PointRaised>();
        raised.When(Head("Canada"), new RaisePoint(Point("b"), PointKind.InformationTo)).Is<PointRaised>();
        raised.After(Chair, new SettlePoint(Point("a"))).When(Head("Brazil"), new RaisePoint(Point("b"), PointKind.InformationTo)).Is<PointRaised>();
    }

    [Fact]
    public void is_taken_back_by_its_delegation_until_it_is_heard()
    {
        var raised = Session.After(Head("Brazil"), new RaisePoint(Point("a"), PointKind.Order));
        raised.When(Colleague("Brazil"), new WithdrawPoint(Point("a"))).Is<PointWithdrawn>();
        raised.When(Head("Canada"), new WithdrawPoint(Point("a"))).Because<NoSuchPoint>();
        raised.After(Chair, new HearPoint(Point("a"))).When(Head("Brazil"), new WithdrawPoint(Point("a"))).Because<NoSuchPoint>();
    }

    [Fact]
    public void is_heard_one_at_a_time()
    {
        var heard = Session.After(Head("Brazil"), new RaisePoint(Point("a"), PointKind.Order)).After(Head("Canada"), new RaisePoint(Point("b"), PointKind.Order)).After(Chair, new HearPoint(Point("a")));
        heard.When(Chair, new HearPoint(Point("b"))).Because<AnotherPointHeard>();
        heard.After(Chair, new SettlePoint(Point("a"))).When(Chair, new HearPoint(Point("b"))).Is<PointHeard>();
    }

    [Fact]
    public void lapses_with_the_plenary()
    {
        var next = Session.After(Head("Brazil"), new RaisePoint(Point("a"), PointKind.Order)).After(Chair, new Adjourn()).After(Chair, new CallRoll(Plenary(2))).GivingCards(AllMembers).After(Chair, new OpenPlenary());
        next.After(Head("Canada"), new RaisePoint(Point("b"), PointKind.Order)).When(Chair, new HearPoint(Point("a"))).Because<NoSuchPoint>();
        next.When(Head("Brazil"), new RaisePoint(Point("c"), PointKind.Order)).Is<PointRaised>();
    }

    [Fact]
    public void is_not_raised_without_end()
    {
        var raised = Enumerable.Range(0, RaisePoint.AtMost).Aggregate(Session, (now, number) =>
            now.After(Head("Brazil"), new RaisePoint(Point("p" + number), PointKind.Order)).After(Head("Brazil"), new WithdrawPoint(Point("p" + number))));
        raised.When(Head("Brazil"), new RaisePoint(Point("a"), PointKind.Order)).Because<TooManyPoints>();
        raised.When(Head("Canada"), new RaisePoint(Point("a"), PointKind.Order)).Is<PointRaised>();
    }

    [Fact]
    public void of_a_paragraph_that_is_suspended_is_refused_with_its_article()
    {
        var suspended = Session with { Now = Session.Now with { SuspendedRules = Session.Now.SuspendedRules.Add("on information") } };
        Assert.Equal("on information", suspended.When(Head("Brazil"), new RaisePoint(Point("a"), PointKind.InformationTo)).Because<PointsAreSuspended>().Article);
        suspended.When(Head("Brazil"), new RaisePoint(Point("a"), PointKind.Order)).Is<PointRaised>();
    }

    [Fact]
    public void is_refused_where_the_rules_know_none() =>
        Under(Rules with { Points = new("on order", Information: null, 0) }).When(Head("Brazil"), new RaisePoint(Point("a"), PointKind.InformationTo)).Because<NoSuchPoints>();

    [Fact]
    public void is_not_an_Officials_to_raise_for_a_member() =>
        Session.After(Secretariat, new GiveDuty(P("head of Brazil"), Duty.Official)).When(Head("Brazil"), new RaisePoint(Point("a"), PointKind.Order)).Because<DutyMayNotSpeak>();

    [Fact]
    public void that_a_ruling_answers_is_not_undone_from_under_it()
    {
        var raised = Session.After(Head("Brazil"), new RaisePoint(Point("a"), PointKind.Order));
        raised.When(Head("Brazil"), new UndoAct(raised.LastAct)).Is<ActReversed>();
        var (id, now) = (new RulingId(Of("ruling")), raised.Now);
        var ruled = raised with { Now = now with { Rulings = now.Rulings.Add(id, new() { Id = id, Number = 1, Body = RulingBody.Chair, Text = "Well taken.", At = raised.Clock, Point = Point("a") }) } };
        ruled.When(Head("Brazil"), new UndoAct(raised.LastAct)).Because<ActRestsOnIt>();
    }
}

public sealed class A_point_of_order
{
    private static readonly Situation Speaking = Debates.Listed(Plain with { Seconds = 60 }).Asking("Canada").After(Chair, new CallNextSpeaker()).Later(10);

    [Fact]
    public void is_raised_during_a_vote_and_heard_after_it()
    {
        var raised = Voting.After(Head("Brazil"), new RaisePoint(Point("a"), PointKind.Order));
        raised.When(Chair, new HearPoint(Point("a"))).Because<BallotRunning>();
        raised.Declared().When(Chair, new HearPoint(Point("a"))).Is<PointHeard>();
    }

    [Fact]
    public void is_raised_on_a_phone_though_the_floor_is_asked_for_by_placards() =>
        Speaking.After(Chair, new SetIntake(Intake.Placards)).When(Head("Brazil"), new RaisePoint(Point("a"), PointKind.Order)).Is<PointRaised>();

    [Fact]
    public void stops_the_clock_of_the_speech_while_it_is_heard()
    {
        var heard = Speaking.After(Head("Brazil"), new RaisePoint(Point("a"), PointKind.Order)).After(Chair, new HearPoint(Point("a"))).Later(100);
        Assert.True(heard.Now.Floor.Speaking!.Paused);
        var settled = heard.After(Chair, new SettlePoint(Point("a")));
        Assert.Equal(settled.Clock.AddSeconds(50), settled.Now.Floor.Speaking!.EndsAt);
    }

    [Fact]
    public void leaves_a_speech_paused_that_was_paused_before()
    {
        var paused = Speaking.After(Chair, new PauseSpeech()).After(Head("Brazil"), new RaisePoint(Point("a"), PointKind.Order));
        Assert.True(paused.After(Chair, new HearPoint(Point("a"))).After(Chair, new SettlePoint(Point("a"))).Now.Floor.Speaking!.Paused);
    }

    [Fact]
    public void does_not_set_going_a_speech_that_came_after_it_was_heard()
    {
        var other = Speaking.Asking("Denmark").After(Head("Brazil"), new RaisePoint(Point("a"), PointKind.Order)).After(Chair, new HearPoint(Point("a")))
            .After(Chair, new CallNextSpeaker()).After(Chair, new PauseSpeech());
        Assert.True(other.After(Chair, new SettlePoint(Point("a"))).Now.Floor.Speaking!.Paused);
    }

    [Fact]
    public void is_not_the_speakers_to_refuse()
    {
        var raised = Speaking.After(Head("Brazil"), new RaisePoint(Point("a"), PointKind.Order)).After(Head("Denmark"), new RaisePoint(Point("b"), PointKind.InformationTo));
        raised.When(Head("Canada"), new RefusePoint(Point("a"))).Because<PointOfOrderIsHeard>();
    }
}

public sealed class A_point_of_information
{
    private static readonly Situation Offered = Debates.Listed(Plain with { Seconds = 60 }).Asking("Canada").After(Chair, new CallNextSpeaker()).Later(10)
        .After(Head("Brazil"), new RaisePoint(Point("a"), PointKind.InformationFrom));

    [Fact]
    public void is_accepted_by_the_speaker_and_stops_the_clock()
    {
        var heard = Offered.After(Head("Canada"), new AcceptPoint(Point("a")));
        Assert.Equal((PointPhase.Heard, true), (heard.Now.Points[Point("a")].Phase, heard.Now.Floor.Speaking!.Paused));
        Offered.When(Chair, new AcceptPoint(Point("a"))).Is<PointHeard>();
        Offered.When(Head("Brazil"), new AcceptPoint(Point("a"))).Because<NotYourSpeech>();
    }

    [Fact]
    public void is_refused_by_the_speaker_and_comes_when_the_speech_has_ended()
    {
        var deferred = Offered.After(Head("Canada"), new RefusePoint(Point("a")));
        Assert.Equal("on information", deferred.When(Chair, new HearPoint(Point("a"))).Because<SpeakerDecides>().Article);
        deferred.After(Chair, new EndSpeech()).When(Chair, new HearPoint(Point("a"))).Is<PointHeard>();
    }

    [Fact]
    public void is_heard_during_a_speech_with_the_speakers_consent_only() => Offered.When(Chair, new HearPoint(Point("a"))).Because<SpeakerDecides>();

    [Fact]
    public void is_not_raised_during_a_vote() => Voting.When(Head("Brazil"), new RaisePoint(Point("b"), PointKind.InformationTo)).Because<BallotRunning>();

    [Fact]
    public void is_asked_for_by_placards_where_the_chair_says_so()
    {
        var placards = Offered.After(Chair, new SetIntake(Intake.Placards));
        placards.When(Head("Denmark"), new RaisePoint(Point("b"), PointKind.InformationTo)).Because<OnlyByPlacard>();
        placards.When(Officer, new RaisePoint(Point("b"), PointKind.InformationTo, M("Denmark"))).Is<PointRaised>();
    }
}

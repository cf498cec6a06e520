namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

public sealed class Calling_the_roll
{
    [Fact]
    public void makes_nobody_present_by_itself() =>
        Assert.Equal(0, RollCall.Now.Quorum.Present);

    [Fact]
    public void lets_a_delegation_report_and_the_desk_confirm()
    {
        var reported = RollCall.After(Head("Brazil"), new CheckIn());
        Assert.Equal(Presence.CheckedIn, reported.Now.PresenceOf(M("Brazil")));
        Assert.Equal(0, reported.Now.Quorum.Present);
        var confirmed = reported.GivingCards("Brazil");
        Assert.Equal(Presence.Present, confirmed.Now.PresenceOf(M("Brazil")));
        Assert.Equal(1, confirmed.Now.Quorum.Present);
    }

    [Fact]
    public void refuses_a_second_report() =>
        RollCall.After(Head("Brazil"), new CheckIn()).When(Colleague("Brazil"), new CheckIn()).Because<CheckedIn>();

    [Fact]
    public void lets_the_chair_mark_and_recall_the_missing()
    {
        var absent = RollCall.After(Chair, new MarkPresence(M("Egypt"), Presence.Absent));
        Assert.Equal(Presence.Absent, absent.Now.PresenceOf(M("Egypt")));
        Assert.Equal(Presence.Present, absent.After(Chair, new MarkPresence(M("Egypt"), Presence.Present)).Now.PresenceOf(M("Egypt")));
    }

    [Fact]
    public void refuses_to_mark_what_is_marked() =>
        RollCall.After(Chair, new MarkPresence(M("Egypt"), Presence.Absent)).When(Chair, new MarkPresence(M("Egypt"), Presence.Absent)).Because<MarkedAlready>();

    [Fact]
    public void knows_only_present_absent_and_left() =>
        RollCall.When(Chair, new MarkPresence(M("Egypt"), Presence.CheckedIn)).Because<OnlyPresentAbsentOrLeft>();

    [Fact]
    public void has_to_come_before_any_card() =>
        Convened.When(Desk, new GiveCard(M("Brazil"), P("head of Brazil"))).Because<RollNotCalled>();

    [Fact]
    public void is_refused_while_another_plenary_runs() =>
        InSession.When(Chair, new CallRoll(Plenary(2))).Because<PlenaryBegun>();

    [Fact]
    public void is_refused_for_a_plenary_that_was_held() =>
        Adjourned.When(Chair, new CallRoll(Plenary(1))).Because<PlenaryBegun>();
}

public sealed class Giving_a_card
{
    [Fact]
    public void makes_the_member_present_and_its_holder_vote()
    {
        var given = RollCall.GivingCards("Brazil");
        Assert.True(given.Actor(Head("Brazil")).Is(Who.CardHolder));
        Assert.False(given.Actor(Colleague("Brazil")).Is(Who.CardHolder));
        Assert.Equal(Presence.Present, given.Now.PresenceOf(M("Brazil")));
    }

    [Fact]
    public void again_to_a_colleague_moves_it()
    {
        var moved = RollCall.GivingCards("Brazil").When(Desk, new GiveCard(M("Brazil"), P("colleague of Brazil")));
        moved.Is<CardMoved>();
        Assert.True(moved.Then.Actor(Colleague("Brazil")).Is(Who.CardHolder));
        Assert.False(moved.Then.Actor(Head("Brazil")).Is(Who.CardHolder));
    }

    [Fact]
    public void to_its_holder_is_refused() =>
        RollCall.GivingCards("Brazil").When(Desk, new GiveCard(M("Brazil"), P("head of Brazil"))).Because<CardHeld>();

    [Fact]
    public void to_another_delegation_is_refused() =>
        RollCall.When(Desk, new GiveCard(M("Brazil"), P("head of Canada"))).Because<NotOfTheDelegation>();

    [Fact]
    public void to_somebody_without_a_phone_is_refused() =>
        RollCall.Given(new DeviceReleased(P("head of Brazil"))).When(Desk, new GiveCard(M("Brazil"), P("head of Brazil"))).Because<HolderHasNoDevice>();

    [Fact]
    public void is_for_the_desk_alone() =>
        RollCall.When(Chair, new GiveCard(M("Brazil"), P("head of Brazil"))).Because<NotYours>();
}

public sealed class Handing_a_card_on
{
    private static readonly Situation Offered = InSession.After(Head("Brazil"), new OfferCard(P("colleague of Brazil")));

    [Fact]
    public void changes_nothing_until_the_colleague_accepts()
    {
        Assert.True(Offered.Actor(Head("Brazil")).Is(Who.CardHolder));
        Assert.False(Offered.Actor(Colleague("Brazil")).Is(Who.CardHolder));
    }

    [Fact]
    public void is_done_when_the_colleague_accepts()
    {
        var accepted = Offered.After(Colleague("Brazil"), new AcceptCard());
        Assert.False(accepted.Actor(Head("Brazil")).Is(Who.CardHolder));
        Assert.True(accepted.Actor(Colleague("Brazil")).Is(Who.CardHolder));
    }

    [Fact]
    public void can_be_declined() =>
        Offered.After(Colleague("Brazil"), new DeclineCard()).When(Colleague("Brazil"), new AcceptCard()).Because<CardNotOffered>();

    [Fact]
    public void can_be_called_off_by_the_holder() =>
        Offered.After(Head("Brazil"), new DeclineCard()).When(Colleague("Brazil"), new AcceptCard()).Because<CardNotOffered>();

    [Fact]
    public void stays_in_the_delegation() =>
        InSession.When(Head("Brazil"), new OfferCard(P("head of Canada"))).Because<NotOfTheDelegation>();

    [Fact]
    public void is_refused_to_oneself() =>
        InSession.When(Head("Brazil"), new OfferCard(P("head of Brazil"))).Because<CardHeld>();

    [Fact]
    public void can_be_recalled_by_the_head()
    {
        var recalled = Offered.After(Colleague("Brazil"), new AcceptCard()).After(Head("Brazil"), new RecallCard());
        Assert.True(recalled.Actor(Head("Brazil")).Is(Who.CardHolder));
        Assert.False(recalled.Actor(Colleague("Brazil")).Is(Who.CardHolder));
    }

    [Fact]
    public void is_not_recalled_by_the_head_who_holds_it() =>
        InSession.When(Head("Brazil"), new RecallCard()).Because<CardHeld>();

    [Fact]
    public void ends_when_the_desk_moves_the_card() =>
        Offered.After(Desk, new MoveCard(M("Brazil"), P("colleague of Brazil"))).When(Colleague("Brazil"), new AcceptCard()).Because<CardNotOffered>();
}

public sealed class Leaving_the_hall
{
    [Fact]
    public void with_the_card_returned_keeps_the_vote_for_later()
    {
        var left = InSession.Leaving("Brazil");
        Assert.Equal(Presence.Left, left.Now.PresenceOf(M("Brazil")));
        Assert.DoesNotContain(left.Now.Electorate, member => member.ShortName == "Brazil");
        Assert.Contains(left.GivingCards("Brazil").Now.Electorate, member => member.ShortName == "Brazil");
    }

    [Fact]
    public void with_the_card_loses_the_vote_for_the_rest_of_the_plenary()
    {
        var left = InSession.After(Desk, new ForfeitCard(M("Brazil")));
        Assert.False(left.Actor(Head("Brazil")).Is(Who.CardHolder));
        left.When(Desk, new GiveCard(M("Brazil"), P("head of Brazil"))).Because<CardForfeited>();
        left.When(Desk, new MoveCard(M("Brazil"), P("colleague of Brazil"))).Because<CardForfeited>();
        left.When(Chair, new MarkPresence(M("Brazil"), Presence.Present)).Because<CardForfeited>();
        left.When(Head("Brazil"), new RecallCard()).Because<CardForfeited>();
        Assert.DoesNotContain(left.Now.Electorate, member => member.ShortName == "Brazil");
    }

    [Fact]
    public void with_the_card_is_forgiven_by_the_next_plenary()
    {
        var next = InSession.After(Desk, new ForfeitCard(M("Brazil"))).After(Chair, new Adjourn()).After(Chair, new CallRoll(Plenary(2))).GivingCards("Brazil");
        Assert.Contains(next.Now.Electorate, member => member.ShortName == "Brazil");
    }

    [Fact]
    public void needs_the_card_back_before_the_roll_says_absent() =>
        InSession.When(Chair, new MarkPresence(M("Brazil"), Presence.Absent)).Because<CardOut>();
}

public sealed class A_phone
{
    [Fact]
    public void gives_no_vote() =>
        Assert.False(RollCall.Actor(Head("Brazil")).Is(Who.CardHolder));

    [Fact]
    public void binds_one_seat_once() =>
        RollCall.When(Credential.Installation, new BindDevice(P("head of Brazil"), new(Of("new phone")))).Because<SeatBound>();

    [Fact]
    public void is_one_persons() =>
        RollCall.Given(new DeviceReleased(P("head of Brazil"))).When(Credential.Installation, new BindDevice(P("head of Brazil"), DeviceOf("head of Canada"))).Because<IdTaken>();

    [Fact]
    public void takes_card_and_vote_along_when_the_desk_moves_the_seat_to_it()
    {
        var phone = new Credential(new(Of("new phone")));
        var moved = InSession.After(Credential.Installation, new RequestDevice(P("head of Brazil"), phone.Device)).After(Desk, new MoveDevice(phone.Device));
        Assert.True(moved.Actor(phone).Is(Who.CardHolder));
        Assert.Equal(Who.None, moved.Actor(Head("Brazil")).Roles);
    }

    [Fact]
    public void can_be_turned_away()
    {
        var phone = new DeviceId(Of("new phone"));
        var refused = InSession.After(Credential.Installation, new RequestDevice(P("head of Brazil"), phone)).After(Desk, new RefuseDevice(phone));
        refused.When(Desk, new MoveDevice(phone)).Because<NoDeviceRequest>();
    }

    [Fact]
    public void waits_in_place_of_an_earlier_one_of_the_same_person()
    {
        var asked = InSession.After(Credential.Installation, new RequestDevice(P("head of Brazil"), new(Of("one"))))
            .After(Credential.Installation, new RequestDevice(P("head of Brazil"), new(Of("two"))));
        Assert.Equal(new DeviceId(Of("two")), Assert.Single(asked.Now.DeviceRequests).Key);
    }

    [Fact]
    public void that_is_released_is_nobodys() =>
        Assert.Null(InSession.After(Desk, new ReleaseDevice(P("head of Brazil"))).Actor(Head("Brazil")).Participant);
}

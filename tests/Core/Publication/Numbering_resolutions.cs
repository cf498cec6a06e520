using Ifmsa.Assembly.Core.Publication;

namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

/// <summary>What is carried has a number that no other resolution ever has.</summary>
public sealed class Numbering_resolutions
{
    [Fact]
    public void counts_from_one_in_each_plenary_in_the_order_they_are_carried()
    {
        var first = Carried(Carried(InSession, "one"), "two");
        Assert.Equal(["2026/1/1 one", "2026/1/2 two"], Book(first));
        var second = first.After(Chair, new Adjourn()).After(Chair, new CallRoll(Plenary(2))).GivingCards(AllMembers).After(Chair, new OpenPlenary());
        Assert.Equal(["2026/1/1 one", "2026/1/2 two", "2026/2/1 three"], Book(Carried(second, "three")));
    }

    [Fact]
    public void leaves_out_what_is_defeated_and_what_is_procedure()
    {
        var defeated = Voting(InSession, "one").Casting("against", "Canada", "Denmark").Declared();
        Assert.Empty(Book(defeated));
        Assert.Empty(Book(Carried(InSession, "agenda", "agenda")));
        var minutes = InSession.After(Chair, new PresentMinutes(new(Of("the last assembly")), "The last assembly", Plenary(9), 9, new string('a', 64)));
        Assert.Empty(Book(Carried(minutes, "minutes", "minutes")));
    }

    [Fact]
    public void gives_a_number_without_a_vote_too()
    {
        Assert.Equal(["2026/1/1 A motion"], [.. Book(PassedNemoContra).Select(row => row[..8] + " A motion")]);
        Assert.Equal(PassedNemoContra.Now.Sequence, Resolutions.Of(PassedNemoContra.Now).Single().Resolution.Entry);
    }

    [Fact]
    public void never_gives_a_number_twice()
    {
        var voided = Carried(InSession, "one").After(Chair, new VoidBallot(Ballot("one"), "Wrong."));
        Assert.Empty(Book(voided));
        var again = voided.After(Chair, new OpenBallot(Ballot("again"), BallotMethod.Phones, Motion("one"))).Casting("for", "Canada", "Denmark").Declared();
        Assert.Equal(["2026/1/2 one"], Book(again));
        Assert.Empty(Book(PassedNemoContra.After(Chair, new UndoAct(PassedNemoContra.LastAct))));
    }

    [Fact]
    public void numbers_each_motion_of_a_bloc_and_not_the_bloc()
    {
        var carried = Submitted(Submitted(InSession, "one"), "two").After(Chair, new PutEnBloc(Motion("bloc"), "Both", [Motion("one"), Motion("two")])).After(Head("Canada"), new SecondMotion(Motion("bloc")))
            .After(Chair, new OpenBallot(Ballot("bloc"), BallotMethod.Phones, Motion("bloc"))).Casting("for", "Denmark").Declared();
        Assert.Equal(["2026/1/1 one", "2026/1/2 two"], Book(carried));
    }

    [Fact]
    public void has_policies_expire_as_the_rulebook_says()
    {
        Assert.Equal(new(2029, 8, 3), Resolutions.ExpiresOn(IfmsaRules.Decisions["policy"], new(2026, 8, 3)));
        Assert.Equal(new(2031, 2, 28), Resolutions.ExpiresOn(IfmsaRules.Decisions["policy"], new(2028, 2, 29)));
        Assert.Null(Resolutions.ExpiresOn(IfmsaRules.Decisions["motion"], new(2026, 8, 3)));
    }

    private static IEnumerable<string> Book(Situation situation) =>
        Resolutions.Of(situation.Now).Select(row => $"{Resolutions.NumberOf(situation.Now, row.Resolution)} {row.Motion.Title}");

    private static Situation Submitted(Situation before, string name, string decision = "motion") =>
        before.After(Head("Brazil"), new SubmitMotion(Motion(name), name, "So decided.", decision));

    private static Situation Voting(Situation before, string name, string decision = "motion")
    {
        var put = Submitted(before, name, decision).After(Chair, new PutMotion(Motion(name)));
        return (IfmsaRules.Decisions[decision].Seconder ? put.After(Head("Canada"), new SecondMotion(Motion(name))) : put)
            .After(Chair, new OpenBallot(Ballot(name), BallotMethod.Phones, Motion(name)));
    }

    private static Situation Carried(Situation before, string name, string decision = "motion") => Voting(before, name, decision).Casting("for", "Canada", "Denmark").Declared();
}

/// <summary>Nothing is open to anybody until the secretariat says so.</summary>
public sealed class The_public_site
{
    [Fact]
    public void is_closed_at_first() => Assert.Empty(InSession.Now.Published);

    [Fact]
    public void opens_and_closes_by_its_parts()
    {
        var open = InSession.After(Secretariat, new PublishSite([SitePart.Agenda, SitePart.Results, SitePart.Agenda]));
        Assert.Equal([SitePart.Agenda, SitePart.Results], open.Now.Published);
        open.When(Secretariat, new PublishSite([SitePart.Agenda])).Because<SiteIsSo>();
        Assert.Equal([SitePart.Results], open.After(Secretariat, new WithdrawSite([SitePart.Agenda])).Now.Published);
        open.When(Secretariat, new WithdrawSite([SitePart.Bylaws])).Because<SiteIsSo>();
    }

    [Fact]
    public void is_the_secretariats()
    {
        InSession.When(Chair, new PublishSite([SitePart.Agenda])).Because<NotYours>();
        InSession.When(Secretariat, new PublishSite([])).Because<NoSuchSitePart>();
    }
}

/// <summary>Somebody is erased; the record stays.</summary>
public sealed class Erasing_a_person
{
    [Fact]
    public void takes_name_phone_and_duties()
    {
        var named = InSession.After(Secretariat, new NameParticipant(P("colleague of Austria"), Words("name"), "Somebody"));
        var outcome = named.When(Secretariat, new ErasePerson(P("colleague of Austria")));
        Assert.Equal([Words("name")], outcome.Decision.Erased);
        var person = outcome.Then.Now.Participants[P("colleague of Austria")];
        Assert.Equal((true, null, null, null, Who.None), (person.Erased, person.Name, person.MinutesName, person.Device, person.Duties));
        Assert.DoesNotContain(P("colleague of Austria"), outcome.Then.Now.Devices.Values);
        outcome.Then.When(Secretariat, new ErasePerson(P("colleague of Austria"))).Because<PersonIsErased>();
        outcome.Then.When(Secretariat, new NameParticipant(P("colleague of Austria"), Words("again"), "Another")).Because<PersonIsErased>();
        outcome.Then.When(Credential.Installation, new BindDevice(P("colleague of Austria"), DeviceOf("another"))).Because<PersonIsErased>();
    }

    [Fact]
    public void leaves_the_minutes_the_name_of_an_officer()
    {
        var outcome = InSession.When(Secretariat, new ErasePerson(P("secretary")));
        Assert.Empty(outcome.Decision.Erased);
        var person = outcome.Then.Now.Participants[P("secretary")];
        Assert.Equal((null, InSession.Now.Participants[P("secretary")].Name), (person.Name, person.MinutesName));
    }

    [Fact]
    public void leaves_it_where_the_office_was_laid_down()
    {
        var former = InSession.After(Secretariat, new RemoveDuty(P("secretary"), Duty.Secretary));
        Assert.Empty(former.When(Secretariat, new ErasePerson(P("secretary"))).Decision.Erased);
    }

    [Fact]
    public void waits_until_they_have_handed_on_what_they_hold()
    {
        InSession.When(Secretariat, new ErasePerson(P("chair"))).Because<PersonTakesPart>();
        InSession.When(Secretariat, new ErasePerson(P("head of Austria"))).Because<PersonTakesPart>();
        InSession.When(Chair, new ErasePerson(P("secretary"))).Because<NotYours>();
    }

    [Fact]
    public void is_not_undone() =>
        InSession.After(Secretariat, new ErasePerson(P("secretary"))).When(Secretariat, new UndoAct(InSession.Now.Sequence + 1)).Because<NotReversible>();

    [Fact]
    public void erases_a_name_that_is_corrected()
    {
        var named = InSession.After(Secretariat, new NameParticipant(P("colleague of Austria"), Words("wrong"), "Smebody"));
        Assert.Equal([Words("wrong")], named.When(Secretariat, new NameParticipant(P("colleague of Austria"), Words("right"), "Somebody")).Decision.Erased);
    }
}

namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

/// <summary>A member has another cast its vote.</summary>
public sealed class Proxies
{
    private static readonly LetterDigest Signed = new(Letter("signed"), new('a', 64));

    /// <summary>Plenary 1 without Austria, Brazil and Canada.</summary>
    private static readonly Situation Without = RollCall.GivingCards(AllMembers.Except(["Austria", "Brazil", "Canada"])).After(Chair, new OpenPlenary());

    private static readonly Situation Given = Without.After(Desk, new GiveProxy(M("Austria"), M("Denmark"), Signed));

    private static readonly Situation Voting = Asking(Given, "bylaws");

    [Fact]
    public void are_cast_by_their_holder_in_the_decisions_the_rulebook_names()
    {
        Assert.Equal(new Elector(M("Austria"), 1, Holder: M("Denmark")), Row(Voting, "Austria"));
        Assert.Null(Row(Asking(Given, "motion"), "Austria"));
    }

    [Fact]
    public void leave_their_holder_its_own_vote() => Assert.Equal(new Elector(M("Denmark"), 1), Row(Voting, "Denmark"));

    [Fact]
    public void do_not_make_a_member_present() => Assert.Equal(Without.Now.Quorum, Given.Now.Quorum);

    [Fact]
    public void need_a_letter()
    {
        Assert.Equal("[M] 8.7.14", Without.When(Desk, new GiveProxy(M("Austria"), M("Denmark"))).Because<LetterMissing>().Article);
        Without.When(Desk, new GiveProxy(M("Austria"), M("Denmark"), new(Letter("signed"), "short"))).Because<LetterMissing>();
    }

    [Fact]
    public void need_a_letter_of_their_own() => Given.When(Desk, new GiveProxy(M("Brazil"), M("Denmark"), Signed)).Because<LetterUsed>();

    [Fact]
    public void are_two_for_one_holder_at_most()
    {
        var two = Given.After(Desk, new GiveProxy(M("Brazil"), M("Denmark"), new(Letter("second"), new('b', 64))));
        var third = new GiveProxy(M("Canada"), M("Denmark"), new(Letter("third"), new('c', 64)));
        var refusal = two.When(Desk, third).Because<TooManyProxies>();
        Assert.Equal(("Denmark", 2, "[M] 8.7.14"), (refusal.Holder, refusal.AtMost, refusal.Article));
        two.When(Desk, third with { Holder = M("Egypt") }).Is<ProxyGiven>();
        two.After(Desk, new EndProxy(M("Brazil"))).When(Desk, third).Is<ProxyGiven>();
    }

    [Fact]
    public void are_given_by_and_to_members_with_the_right_to_vote()
    {
        Assert.Equal(Newcomer, Without.When(Desk, new GiveProxy(M("Austria"), M(Newcomer), Signed)).Because<ProxyWithoutVote>().Member);
        Without.When(Desk, new GiveProxy(M("Austria"), M("Austria"), Signed)).Because<ProxyForItself>();
        Without.When(Desk, new GiveProxy(M("Egypt"), M("Denmark"), Signed)).Because<RepresentedIsPresent>();
        Given.When(Desk, new GiveProxy(M("Austria"), M("Egypt"), new(Letter("second"), new('b', 64)))).Because<ProxyGivenAlready>();
    }

    [Fact]
    public void are_unknown_where_the_rulebook_says_nothing_of_them()
    {
        var plain = ConvenedUnder(IfmsaRules with { Proxies = null });
        plain.When(Desk, new GiveProxy(M("Austria"), M("Denmark"), Signed)).Because<NoProxies>();
        // What was given under other rules is not in effect.
        Assert.Null(Row(Asking(Given with { Now = Given.Now with { Rules = IfmsaRules with { Proxies = null } } }, "bylaws"), "Austria"));
    }

    [Fact]
    public void are_not_cast_by_a_holder_who_is_not_there() => Assert.Null(Row(Asking(Given.Leaving("Denmark"), "bylaws"), "Austria"));

    [Fact]
    public void are_not_cast_for_a_member_that_has_lost_its_vote()
    {
        var second = Given.After(Chair, new Adjourn()).After(Chair, new CallRoll(Plenary(2))).GivingCards(Regulars.Except(["Austria"])).After(Chair, new OpenPlenary());
        Assert.NotNull(Row(Asking(second, "bylaws"), "Austria"));
        Assert.Null(Row(Asking(second.After(Desk, new ReportCredentials(Report("r"), Final: false, [new(M("Austria"), Vote: false)])), "bylaws"), "Austria"));
    }

    [Fact]
    public void end_for_good_from_the_next_vote_once_the_represented_member_is_present()
    {
        var arrived = Voting.GivingCards(["Austria"]);
        // The running vote keeps its electorate: its own card's holder is told who casts the vote.
        Assert.Equal(M("Denmark"), Row(arrived, "Austria")!.Holder);
        var refusal = Assert.IsType<CastByProxy>(Electors.WhyNot(arrived.Now, arrived.Now.RunningBallot!, arrived.Actor(Head("Austria"))));
        Assert.Equal(("Austria", "Denmark", "[M] 8.7.14"), (refusal.Member, refusal.Holder, refusal.Article));
        var next = Asking(arrived.Declared(), "bylaws", "next");
        Assert.Equal(new Elector(M("Austria"), 1), Row(next, "Austria"));
        // Gone again, it has no proxy any more.
        var gone = Asking(next.Declared().Leaving("Austria"), "bylaws", "third");
        Assert.Null(Row(gone, "Austria"));
    }

    [Fact]
    public void end_when_the_roll_marks_the_represented_member_present() =>
        Assert.Empty(Given.After(Desk, new MarkPresence(M("Austria"), Presence.Present)).Now.Proxies);

    [Fact]
    public void last_when_a_phone_of_the_represented_member_only_checks_in() =>
        Assert.Single(Given.After(Head("Austria"), new CheckIn()).Now.Proxies);

    [Fact]
    public void stand_again_when_the_presence_was_a_slip()
    {
        var slip = Given.After(Desk, new MarkPresence(M("Austria"), Presence.Present));
        Assert.Equal(M("Denmark"), slip.After(Desk, new UndoAct(slip.LastAct)).Now.Proxies[M("Austria")].Holder);
    }

    [Fact]
    public void are_ended_by_the_desk() => Assert.Null(Row(Asking(Given.After(Desk, new EndProxy(M("Austria"))), "bylaws"), "Austria"));

    [Fact]
    public void are_undone_while_no_vote_rests_on_them()
    {
        var undone = Given.After(Desk, new UndoAct(Given.LastAct));
        Assert.Empty(undone.Now.Proxies);
        undone.When(Desk, new GiveProxy(M("Austria"), M("Denmark"), Signed)).Is<ProxyGiven>();
        Voting.When(Desk, new UndoAct(Given.LastAct)).Because<ActRestsOnIt>();
    }

    [Fact]
    public void last_into_the_next_plenary() =>
        Assert.Single(Given.After(Chair, new Adjourn()).After(Chair, new CallRoll(Plenary(2))).Now.Proxies);

    private static Situation Asking(Situation before, string decision, string name = "vote") =>
        before.After(Chair, new OpenBallot(Ballot(name), BallotMethod.Phones, Title: "Agreed?", Decision: decision));

    private static Elector? Row(Situation voting, string member) => voting.Now.RunningBallot!.Electorate.Values.SingleOrDefault(elector => elector.Member == M(member));
}

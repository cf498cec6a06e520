namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

public sealed class The_quorum
{
    [Fact]
    public void is_one_third_rounded_up() =>
        Assert.Equal(new Quorum(0, 11, 4, "[M] 8.1.8"), RollCall.Now.Quorum);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    [InlineData(127, 43)]
    public void needs_at_least_one(int entitled, int needed) =>
        Assert.Equal(needed, IfmsaRules.Quorum.Needed(entitled));

    [Fact]
    public void is_tested_at_the_opening()
    {
        var refusal = RollCall.GivingCards(Regulars.Take(3)).When(Chair, new OpenPlenary()).Because<NoQuorum>();
        Assert.Equal(new NoQuorum(3, 4), refusal);
        Assert.Equal("[M] 8.1.8", refusal.Article);
        Assert.Equal(4, RollCall.GivingCards(Regulars.Take(4)).When(Chair, new OpenPlenary()).Is<PlenaryOpened>().Present);
    }

    [Fact]
    public void is_not_made_by_members_without_a_vote() =>
        RollCall.GivingCards([.. Regulars.Take(3), Newcomer]).When(Chair, new OpenPlenary()).Because<NoQuorum>();

    [Fact]
    public void in_plenary_1_goes_by_rights_at_the_previous_assembly()
    {
        var votes = InSession.Now.Electorate.Select(member => member.ShortName).Order(StringComparer.Ordinal);
        Assert.Equal([.. Regulars, Demoted, Lapsed], votes);
    }

    [Fact]
    public void from_plenary_2_goes_by_status_and_standing()
    {
        var votes = InSecondPlenary.Now.Electorate.Select(member => member.ShortName).Order(StringComparer.Ordinal);
        Assert.Equal([.. Regulars, Newcomer], votes);
        Assert.Equal(10, InSecondPlenary.Now.Quorum.Entitled);
    }

    [Fact]
    public void in_plenary_1_goes_by_status_where_the_rulebook_says_so()
    {
        var rules = IfmsaRules with { FirstPlenary = new(PreviousRights: false, "elsewhere") };
        Assert.Equal(10, ConvenedUnder(rules).Now.Quorum.Entitled);
    }
}

public sealed class A_lost_quorum
{
    private static readonly Situation Lost = Seconded.Leaving(Regulars.Skip(2)).Leaving(Demoted, Lapsed);

    /// <summary>What the chair may do to the business of the plenary without a quorum: nothing but interrupt, end or count it, and take a test vote, which decides nothing.</summary>
    private static readonly string[] StillInOrder = ["ballot.open-test", "plenary.adjourn", "plenary.recess", "quorum.call", "quorum.test"];

    private static readonly string[] Business = ["plenary.", "item.", "motion.", "ballot.", "election.", "quorum.", "agenda.adopt", "countdown.", "speech.call"];

    [Fact]
    public void leaves_only_recess_adjourning_and_a_recount_in_order()
    {
        var orders = Lost.Now.InOrder(Lost.Actor(Chair)).Where(row => Business.Any(row.Act.Kind.StartsWith)).ToList();
        // Handing in, withdrawing and announcing motions is no act of the plenary, and is done in writing at any time.
        string[] written = ["motion.submit", "motion.withdraw", "motion.announce"];
        Assert.Equal(StillInOrder, orders.Where(row => row.Because is null).Select(row => row.Act.Kind).Except(written).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void stops_every_step_of_a_motion()
    {
        AskingForSecond.Leaving(Regulars.Skip(2)).Leaving(Demoted, Lapsed).When(Head("Brazil"), new SecondMotion(Motion("motion"))).Because<NoQuorum>();
        Lost.When(Chair, new AskNegatives(Motion("motion"))).Because<NoQuorum>();
        Lost.When(Chair, new OpenBallot(Ballot("vote"), BallotMethod.Phones, Motion("motion"))).Because<NoQuorum>();
        var asking = AskingForNegatives.Leaving(Regulars.Skip(2)).Leaving(Demoted, Lapsed).Later(11);
        asking.When(Chair, new DeclareNemoContra(Motion("motion"))).Because<NoQuorum>();
    }

    [Fact]
    public void stops_the_agenda()
    {
        Lost.When(Chair, new OpenItem(Item("opening"))).Because<NoQuorum>();
        Lost.When(Chair, new AdoptAgenda(Motion("agenda"), "Agenda", "As circulated.")).Because<NoQuorum>();
    }

    [Fact]
    public void stops_elections()
    {
        var lost = Electing.Leaving(Regulars.Skip(2)).Leaving(Demoted, Lapsed);
        lost.When(Chair, new Nominate(Election("post"), P("vice"))).Because<NoQuorum>();
        lost.When(Chair, new OpenElection(Election("other"), "Vice", "chair")).Because<NoQuorum>();
    }

    [Fact]
    public void lets_a_vote_that_was_opened_with_one_be_finished()
    {
        var lost = Voting.Casting("for", "Austria", "Brazil").Leaving(Regulars.Skip(2)).Leaving(Demoted, Lapsed);
        Assert.Equal(Verdict.Carried, lost.Declared().Now.Ballots[Ballot("vote")].Result!.Verdict);
    }

    [Fact]
    public void leaves_decisions_standing() =>
        Assert.Equal(MotionPhase.Carried, PassedNemoContra.Leaving(Regulars).Now.Motions[Motion("motion")].Phase);

    [Fact]
    public void is_made_good_when_delegations_come_back() =>
        Lost.GivingCards(Regulars.Skip(2).Take(2)).When(Chair, new AskNegatives(Motion("motion"))).Is<NegativesAsked>();
}

public sealed class Calling_for_the_quorum
{
    private static readonly Situation Called = Seconded.After(Head("Canada"), new CallQuorum());

    [Fact]
    public void stops_all_decisions_until_the_chair_has_counted()
    {
        Called.When(Chair, new AskNegatives(Motion("motion"))).Because<QuorumInQuestion>();
        Called.After(Chair, new TestQuorum()).When(Chair, new AskNegatives(Motion("motion"))).Is<NegativesAsked>();
    }

    [Fact]
    public void records_what_was_counted() =>
        Assert.Equal(new QuorumTested(Plenary(1), 11, 11, 4, "[M] 8.1.8"), Called.When(Chair, new TestQuorum()).Fact);

    [Fact]
    public void is_refused_twice() => Called.When(Head("Brazil"), new CallQuorum()).Because<QuorumInQuestion>();

    [Fact]
    public void again_is_refused_to_the_same_delegation_for_five_minutes()
    {
        var counted = Called.After(Chair, new TestQuorum()).Later(1);
        Assert.Equal(new QuorumCounted("Canada", 299), counted.When(Head("Canada"), new CallQuorum()).Because<QuorumCounted>());
        counted.When(Officer, new CallQuorum(M("Canada"))).Because<QuorumCounted>();
        counted.When(Head("Brazil"), new CallQuorum()).Is<QuorumCalled>();
        counted.Later(299).When(Head("Canada"), new CallQuorum()).Is<QuorumCalled>();
    }

    [Fact]
    public void again_is_in_order_once_a_member_has_left() =>
        Called.After(Chair, new TestQuorum()).Leaving("Denmark").When(Head("Canada"), new CallQuorum()).Is<QuorumCalled>();

    [Fact]
    public void is_refused_during_a_vote() => Voting.When(Head("Canada"), new CallQuorum()).Because<BallotRunning>();

    [Fact]
    public void takes_a_voting_card() => Seconded.When(Colleague("Canada"), new CallQuorum()).Because<NotYours>();

    [Fact]
    public void can_be_done_by_raising_the_placard() =>
        Assert.Equal(M("Canada"), Seconded.When(Officer, new CallQuorum(M("Canada"))).Is<QuorumCalled>().Member);
}

namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

public sealed class Going_through_the_agenda
{
    [Fact]
    public void opens_the_first_item_and_then_the_next()
    {
        var first = InSession.After(Chair, new NextItem());
        Assert.Equal(Item("opening"), first.Now.Floor.Item);
        var second = first.After(Chair, new NextItem());
        Assert.Equal(Item("reports"), second.Now.Floor.Item);
        Assert.Equal(ItemPhase.Closed, second.Now.Items[Item("opening")].Phase);
    }

    [Fact]
    public void keeps_an_item_open_while_one_below_it_is_treated()
    {
        var below = InSession.After(Chair, new OpenItem(Item("reports"))).After(Chair, new OpenItem(Item("accounts")));
        Assert.Equal((ItemPhase.Open, ItemPhase.Open), (below.Now.Items[Item("reports")].Phase, below.Now.Items[Item("accounts")].Phase));
        Assert.Equal(Item("reports"), below.After(Chair, new CloseItem(Item("accounts"))).Now.Floor.Item);
    }

    [Fact]
    public void stays_within_the_plenary() =>
        InSession.After(Chair, new NextItem()).After(Chair, new NextItem()).After(Chair, new NextItem()).When(Chair, new NextItem()).Because<NoNextItem>();

    [Fact]
    public void is_refused_while_a_motion_is_pending()
    {
        Seconded.When(Chair, new NextItem()).Because<MotionPending>();
        PassedNemoContra.When(Chair, new NextItem()).Is<ItemOpened>();
    }

    [Fact]
    public void is_refused_during_a_vote() => Voting.When(Chair, new OpenItem(Item("opening"))).Because<BallotRunning>();

    [Fact]
    public void can_put_an_item_off_and_come_back_to_it()
    {
        var off = InSession.After(Chair, new NextItem()).After(Chair, new PostponeItem(Item("opening")));
        Assert.Equal((ItemPhase.Postponed, null), (off.Now.Items[Item("opening")].Phase, off.Now.Floor.Item));
        Assert.Equal(Item("opening"), off.After(Chair, new OpenItem(Item("opening"))).Now.Floor.Item);
    }

    [Fact]
    public void can_open_a_closed_item_again()
    {
        var closed = InSession.After(Chair, new NextItem()).After(Chair, new CloseItem(Item("opening")));
        closed.When(Chair, new CloseItem(Item("opening"))).Because<ItemIsNot>();
        closed.When(Chair, new OpenItem(Item("opening"))).Is<ItemOpened>();
    }

    [Fact]
    public void brings_an_item_of_a_later_plenary_into_this_one_by_opening_it() =>
        Assert.Equal(Plenary(1), InSession.After(Chair, new OpenItem(Item("policies"))).Now.Items[Item("policies")].Plenary);
}

public sealed class Arranging_the_agenda
{
    private static string Numbers(Situation now) => string.Join(' ', now.Now.AgendaInOrder().Select(row => $"{row.Number}:{row.Item.Title}"));

    [Fact]
    public void numbers_items_as_a_tree() => Assert.Equal("1:Opening 2:Reports 2.1:Accounts 3:Policies", Numbers(Convened));

    [Fact]
    public void moves_an_item_before_another() =>
        Assert.Equal("1:Reports 1.1:Accounts 2:Opening 3:Policies", Numbers(Convened.After(Secretariat, new PlaceItem(Item("reports"), Before: Item("opening")))));

    [Fact]
    public void never_puts_an_item_below_itself() =>
        Convened.When(Secretariat, new PlaceItem(Item("reports"), Item("accounts"))).Because<UnknownItem>();

    [Fact]
    public void moves_an_item_to_another_plenary_with_all_below_it() =>
        Assert.Equal(Plenary(2), Convened.After(Secretariat, new AssignItem(Item("reports"), Plenary(2))).Now.Items[Item("accounts")].Plenary);

    [Fact]
    public void moves_all_below_an_item_along_to_its_new_parents_plenary() =>
        Assert.Equal(Plenary(2), Convened.After(Secretariat, new PlaceItem(Item("reports"), Item("policies"))).Now.Items[Item("accounts")].Plenary);

    [Fact]
    public void keeps_an_open_item_where_it_is() =>
        InSession.After(Chair, new NextItem()).When(Chair, new AssignItem(Item("opening"), Plenary(2))).Because<ItemIsNot>();

    [Fact]
    public void keeps_an_item_that_holds_business()
    {
        Convened.When(Secretariat, new RemoveItem(Item("reports"))).Because<ItemHoldsBusiness>();
        Convened.When(Secretariat, new RemoveItem(Item("accounts"))).Is<ItemRemoved>();
        Convened.After(Secretariat, new SubmitMotion(Motion("motion"), "Title", "Text", "motion", Item("opening"))).When(Secretariat, new RemoveItem(Item("opening"))).Because<ItemHoldsBusiness>();
    }

    [Fact]
    public void nests_five_levels_at_most()
    {
        var deep = Convened;
        for (var level = 1; level <= 5; level++)
            deep = deep.After(Secretariat, new AddItem(Item($"level {level}"), "Title", level == 1 ? null : Item($"level {level - 1}")));
        deep.When(Secretariat, new AddItem(Item("level 6"), "Title", Item("level 5"))).Because<ItemTooDeep>();
        deep.After(Secretariat, new AddItem(Item("apart"), "Title")).When(Secretariat, new PlaceItem(Item("level 1"), Item("apart"))).Because<ItemTooDeep>();
    }
}

public sealed class Adopting_the_agenda
{
    private static readonly Situation Asked = InSession.After(Chair, new AdoptAgenda(Motion("agenda"), "Agenda", "As circulated."));

    [Fact]
    public void asks_for_direct_negatives_at_once() => Assert.Equal(MotionPhase.AskingNegatives, Asked.Now.Motions[Motion("agenda")].Phase);

    [Fact]
    public void takes_effect_when_nobody_objects() =>
        Assert.True(Asked.Later(10).After(Chair, new DeclareNemoContra(Motion("agenda"))).Now.Plenary!.AgendaAdopted);

    [Fact]
    public void takes_effect_when_it_is_voted_through()
    {
        var voting = Asked.After(Head("Canada"), new ObjectToMotion(Motion("agenda"))).After(Chair, new OpenBallot(Ballot("agenda"), BallotMethod.Phones, Motion("agenda")));
        Assert.True(voting.Casting("for", "Austria").Declared().Now.Plenary!.AgendaAdopted);
        Assert.False(voting.Casting("against", "Austria").Declared().Now.Plenary!.AgendaAdopted);
    }

    [Fact]
    public void is_refused_twice() =>
        Asked.Later(10).After(Chair, new DeclareNemoContra(Motion("agenda"))).When(Chair, new AdoptAgenda(Motion("again"), "Agenda", "Again.")).Because<AgendaAdoptedAlready>();

    [Fact]
    public void is_undone_by_a_late_objection_that_is_upheld()
    {
        var late = Asked.Later(10).After(Chair, new DeclareNemoContra(Motion("agenda"))).After(Head("Canada"), new ObjectToMotion(Motion("agenda")));
        Assert.False(late.After(Chair, new ReverseNemoContra(Motion("agenda"))).Now.Plenary!.AgendaAdopted);
    }
}

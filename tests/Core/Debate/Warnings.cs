namespace Ifmsa.Assembly.Core.Tests;

using static Debates;
using static Meeting;

public sealed class Three_warnings
{
    private static readonly Situation Twice = Under(Rules).After(Chair, new GiveWarning(M("Brazil"))).After(Chair, new GiveWarning(M("Brazil")));
    private static readonly Situation Lost = Twice.After(Chair, new GiveWarning(M("Brazil")));

    [Fact]
    public void take_points_of_information_from_the_whole_delegation()
    {
        Twice.When(Colleague("Brazil"), new RaisePoint(Point("a"), PointKind.InformationTo)).Is<PointRaised>();
        Assert.Equal("on information", Lost.When(Colleague("Brazil"), new RaisePoint(Point("a"), PointKind.InformationTo)).Because<PointRightLost>().Article);
        Lost.When(Desk, new RaisePoint(Point("a"), PointKind.InformationTo, M("Brazil"))).Because<PointRightLost>();
    }

    [Fact]
    public void leave_it_points_of_order() => Lost.When(Head("Brazil"), new RaisePoint(Point("a"), PointKind.Order)).Is<PointRaised>();

    [Fact]
    public void are_each_delegations_own() => Lost.When(Head("Canada"), new RaisePoint(Point("a"), PointKind.InformationTo)).Is<PointRaised>();

    [Fact]
    public void count_for_the_plenary_alone() => Lost.After(Chair, new Adjourn()).After(Chair, new CallRoll(Plenary(2))).GivingCards(AllMembers).After(Chair, new OpenPlenary())
        .When(Head("Brazil"), new RaisePoint(Point("a"), PointKind.InformationTo)).Is<PointRaised>();

    [Fact]
    public void are_two_again_once_one_is_undone() => Lost.After(Chair, new UndoAct(Lost.LastAct)).When(Head("Brazil"), new RaisePoint(Point("a"), PointKind.InformationTo)).Is<PointRaised>();

    [Fact]
    public void matter_nothing_where_the_rules_count_none() =>
        Enumerable.Range(0, 5).Aggregate(Under(Rules with { Points = Rules.Points with { Warnings = 0 } }), (now, _) => now.After(Chair, new GiveWarning(M("Brazil"))))
            .When(Head("Brazil"), new RaisePoint(Point("a"), PointKind.InformationTo)).Is<PointRaised>();
}

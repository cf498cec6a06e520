namespace Ifmsa.Assembly.Core.Tests;

using static Debates;
using static Meeting;

public sealed class The_next_speaker
{
    private static readonly Situation Waiting = Listed(Plain).Asking("Brazil").Asking("Austria").Asking("Canada");

    [Fact]
    public void is_who_asked_first() => Assert.Equal(["Brazil", "Austria", "Canada"], Waiting.Order());

    [Fact]
    public void is_a_delegation_that_has_not_spoken() => Assert.Equal(
        ["Austria", "Canada", "Brazil"],
        Listed(Plain with { Order = [CallOrder.NotYetSpoken, CallOrder.FirstCome] }).Speaking("Brazil", 10).Asking("Brazil").Asking("Austria").Asking("Canada").Order());

    [Fact]
    public void counts_as_having_spoken_for_the_colleague_too() => Assert.Equal(
        ["Austria", "Brazil", "Brazil"],
        Listed(Plain with { Order = [CallOrder.NotYetSpoken] }).Speaking("Brazil", 10).Asking("Brazil").After(Colleague("Brazil"), new AskToSpeak(Speech("colleague"))).Asking("Austria").Order());

    [Fact]
    public void is_of_the_other_side()
    {
        var alternating = Listed(Plain with { Order = [CallOrder.Alternating, CallOrder.FirstCome] });
        var waiting = alternating.Asking("Austria", Side.Against).Asking("Brazil", Side.For).Asking("Canada", Side.For).Asking("Denmark", Side.Against);
        Assert.Equal(["Brazil", "Austria", "Canada", "Denmark"], waiting.Order());
        Assert.Equal(["Austria", "Canada", "Denmark"], waiting.After(Chair, new CallNextSpeaker()).Order());
        Assert.Equal("on speaking", alternating.When(Head("Egypt"), new AskToSpeak(Speech("egypt"))).Because<SideMissing>().Article);
    }

    [Fact]
    public void is_of_the_region_that_has_spoken_least()
    {
        var now = Listed(Plain with { Order = [CallOrder.Regions] });
        now = now with { Now = now.Now with { Members = now.Now.Members.SetItem(M("Canada"), now.Now.Members[M("Canada")] with { Region = "Americas" }) } };
        Assert.Equal(["Canada", "Austria", "Denmark"], now.Speaking("Brazil", 10).Asking("Austria").Asking("Denmark").Asking("Canada").Order());
    }

    [Fact]
    public void is_called_by_the_chair_who_may_also_name_another()
    {
        Assert.Equal(M("Brazil"), Waiting.When(Chair, new CallNextSpeaker()).Is<SpeakerCalled>().Speech.Member);
        Assert.Equal(M("Canada"), Waiting.When(Chair, new CallSpeaker(Speech("Canada"))).Is<SpeakerCalled>().Speech.Member);
    }

    [Fact]
    public void waits_where_no_list_is_open_too() => Under(Rules).Asking("Canada").When(Chair, new CallNextSpeaker()).Is<SpeakerCalled>();

    [Fact]
    public void is_nobody_when_nobody_waits() => Listed(Plain).When(Chair, new CallNextSpeaker()).Because<NobodyWaits>();

    [Fact]
    public void on_what_cannot_be_debated_is_its_proposer_alone()
    {
        var pending = Waiting.PendingProcedural(debatable: false);
        Assert.Equal(M("Austria"), pending.When(Chair, new CallNextSpeaker()).Is<SpeakerCalled>().Speech.Member);
        Assert.Equal("on motions", pending.When(Chair, new CallSpeaker(Speech("Brazil"))).Because<NoDebate>().Article);
        pending.After(Head("Austria"), new WithdrawRequest(Speech("Austria"))).When(Chair, new CallNextSpeaker()).Because<NoDebate>();
    }
}

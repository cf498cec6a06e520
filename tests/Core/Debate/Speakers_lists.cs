namespace Ifmsa.Assembly.Core.Tests;

using static Debates;
using static Meeting;

public sealed class A_speakers_list
{
    private static readonly Situation OnItem = Listed(Plain);
    private static readonly Situation OnMotion = OnItem.Putting("motion").After(Head("Brazil"), new SecondMotion(Motion("motion"))).After(Chair, new OpenSpeakers(List("motion"), Motion("motion")));
    private static readonly Situation Closed = OnItem.Asking("Brazil").After(Chair, new CloseSpeakers(List("item")));

    [Fact]
    public void is_on_the_open_item_where_nothing_else_is_named() => Assert.Equal((Item("opening"), null, null), (OnItem.Now.CurrentSpeakersList!.Item, OnItem.Now.CurrentSpeakersList.Motion, OnItem.Now.CurrentSpeakersList.Procedural));

    [Fact]
    public void takes_those_who_ask_without_naming_one() => Assert.Equal(List("item"), OnItem.When(Head("Brazil"), new AskToSpeak(Speech("brazil"))).Is<SpeechRequested>().List);

    [Fact]
    public void on_the_motion_goes_before_that_on_the_item() => Assert.Equal(List("motion"), OnMotion.When(Head("Brazil"), new AskToSpeak(Speech("brazil"))).Is<SpeechRequested>().List);

    [Fact]
    public void on_a_procedural_motion_goes_before_that_on_the_motion()
    {
        var pending = OnMotion.PendingProcedural(debatable: true).After(Chair, new OpenSpeakers(List("procedural"), Procedural: new(Of("procedural"))));
        Assert.Equal(List("procedural"), pending.Now.CurrentSpeakersList!.Id);
        pending.Asking("Brazil").When(Chair, new CallNextSpeaker()).Is<SpeakerCalled>();
    }

    [Fact]
    public void on_a_settled_motion_is_left_for_that_on_the_item() =>
        Assert.Equal(List("item"), OnMotion.After(Chair, new AskNegatives(Motion("motion"))).Later(11).After(Chair, new DeclareNemoContra(Motion("motion"))).Now.CurrentSpeakersList!.Id);

    [Fact]
    public void can_still_be_named_below_the_current_one() =>
        Assert.Equal(List("item"), OnMotion.When(Head("Brazil"), new AskToSpeak(Speech("brazil"), List: List("item"))).Is<SpeechRequested>().List);

    [Fact]
    public void of_an_item_that_was_left_takes_nobody() =>
        OnItem.After(Chair, new NextItem()).When(Head("Brazil"), new AskToSpeak(Speech("brazil"), List: List("item"))).Because<SpeakersElsewhere>();

    [Fact]
    public void is_on_a_motion_before_the_plenary_only()
    {
        OnItem.When(Chair, new OpenSpeakers(List("new"), Motion("motion"))).Because<UnknownMotion>();
        OnItem.After(Head("Austria"), new SubmitMotion(Motion("other"), "Other", "Text", "motion")).When(Chair, new OpenSpeakers(List("new"), Motion("other"))).Because<NotOnFloor>();
    }

    [Fact]
    public void is_on_one_matter() => OnMotion.When(Chair, new OpenSpeakers(List("new"), Motion("motion"), new(Of("procedural")))).Because<OneMatterOnly>();

    [Fact]
    public void is_refused_on_what_cannot_be_debated() =>
        Assert.Equal("on motions", OnItem.PendingProcedural(debatable: false).When(Chair, new OpenSpeakers(List("new"), Procedural: new(Of("procedural")))).Because<NoDebate>().Article);

    [Fact]
    public void is_open_once_on_a_matter() => OnItem.When(Chair, new OpenSpeakers(List("new"))).Because<SpeakersOpenAlready>();

    [Fact]
    public void needs_an_open_item() => InSession.When(Chair, new OpenSpeakers(List("new"))).Because<NoItemOpen>();

    [Fact]
    public void that_is_closed_takes_no_more_names_and_says_why()
    {
        Assert.Equal("on speaking", Closed.When(Head("Canada"), new AskToSpeak(Speech("canada"))).Because<SpeakersListIsClosed>().Article);
        Closed.When(Desk, new AskToSpeak(Speech("canada"), M("Canada"))).Because<SpeakersListIsClosed>();
        Assert.IsType<SpeakersListIsClosed>(AskToSpeak.Order(Closed.Now, Closed.Actor(Head("Canada"))));
    }

    [Fact]
    public void that_is_closed_still_hears_those_on_it() => Closed.When(Chair, new CallNextSpeaker()).Is<SpeakerCalled>();

    [Fact]
    public void that_is_closed_takes_names_while_the_article_is_suspended() =>
        (Closed with { Now = Closed.Now with { SuspendedRules = Closed.Now.SuspendedRules.Add("on speaking") } }).When(Head("Canada"), new AskToSpeak(Speech("canada"))).Is<SpeechRequested>();

    [Fact]
    public void is_closed_once() => OnMotion.After(Chair, new CloseSpeakers(List("item"))).When(Chair, new CloseSpeakers(List("item"))).Because<SpeakersClosedAlready>();

    [Fact]
    public void closed_by_mistake_is_opened_by_undoing_it() =>
        Closed.After(Chair, new UndoAct(Closed.LastAct)).When(Head("Canada"), new AskToSpeak(Speech("canada"))).Is<SpeechRequested>();

    [Fact]
    public void is_reopened_by_the_plenary() => Closed.Given(new SpeakersReopened(List("item"))).When(Head("Canada"), new AskToSpeak(Speech("canada"))).Is<SpeechRequested>();

    [Fact]
    public void on_which_somebody_waits_is_not_undone()
    {
        var opened = Under(Rules).After(Chair, new OpenSpeakers(List("item")));
        opened.When(Chair, new UndoAct(opened.LastAct)).Is<ActReversed>();
        opened.Asking("Brazil").When(Chair, new UndoAct(opened.LastAct)).Because<ActRestsOnIt>();
    }

    [Fact]
    public void takes_its_limits_from_the_rulebook_unless_the_chair_sets_others()
    {
        var rules = Under(Rules with { Speaking = Plain with { Seconds = 120, SideSeconds = 600 } });
        Assert.Equal((120, 600), (rules.When(Chair, new OpenSpeakers(List("a"))).Is<SpeakersOpened>().Seconds, rules.When(Chair, new OpenSpeakers(List("a"))).Is<SpeakersOpened>().SideSeconds));
        Assert.Equal(30, rules.When(Chair, new OpenSpeakers(List("a"), Seconds: 30)).Is<SpeakersOpened>().Seconds);
        rules.When(Chair, new OpenSpeakers(List("a"), Seconds: -1)).Because<LimitOutOfBounds>();
        rules.After(Chair, new OpenSpeakers(List("a"))).When(Chair, new LimitSpeakers(List("a"), 36_001)).Because<LimitOutOfBounds>();
    }
}

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

public sealed class Asking_to_speak
{
    private static readonly Situation Session = Under(Rules);
    private static readonly Situation Official = Session.After(Secretariat, new GiveDuty(P("head of Brazil"), Duty.Official));

    [Fact]
    public void for_a_member_is_not_an_Officials_to_do() => Assert.Equal("on Officials", Official.When(Head("Brazil"), new AskToSpeak(Speech("a"))).Because<DutyMayNotSpeak>().Article);

    [Fact]
    public void is_an_Officials_for_a_candidature() => Official
        .After(Chair, new OpenElection(Election("post"), "Post", "election")).After(Chair, new Nominate(Election("post"), P("head of Brazil")))
        .When(Head("Brazil"), new AskToSpeak(Speech("a"))).Is<SpeechRequested>();

    [Fact]
    public void is_everybodys_who_has_no_delegation() => Session.When(By("official"), new AskToSpeak(Speech("a"))).Is<SpeechRequested>();

    [Fact]
    public void is_a_colleagues_of_an_Official() => Official.When(Colleague("Brazil"), new AskToSpeak(Speech("a"))).Is<SpeechRequested>();

    [Fact]
    public void is_no_longer_barred_once_the_article_is_suspended() =>
        (Official with { Now = Official.Now with { SuspendedRules = Official.Now.SuspendedRules.Add("on Officials") } }).When(Head("Brazil"), new AskToSpeak(Speech("a"))).Is<SpeechRequested>();

    [Fact]
    public void is_shown_as_barred_before_it_is_tried() => Assert.IsType<DutyMayNotSpeak>(AskToSpeak.Order(Official.Now, Official.Actor(Head("Brazil"))));

    [Fact]
    public void is_done_with_placards_where_the_chair_says_so()
    {
        var placards = Session.After(Chair, new SetIntake(Intake.Placards));
        placards.When(Head("Brazil"), new AskToSpeak(Speech("a"))).Because<OnlyByPlacard>();
        placards.When(Desk, new AskToSpeak(Speech("a"), M("Brazil"))).Is<SpeechRequested>();
        placards.When(Chair, new SetIntake(Intake.Placards)).Because<IntakeIsSo>();
        placards.After(Chair, new SetIntake(Intake.Phones)).When(Head("Brazil"), new AskToSpeak(Speech("a"))).Is<SpeechRequested>();
    }

    [Fact]
    public void is_refused_to_candidates_who_have_left_the_hall()
    {
        var asked = Session.After(Chair, new OpenElection(Election("post"), "Post", "election")).After(Chair, new Nominate(Election("post"), P("head of Brazil"))).Asking("Brazil");
        var gone = asked with { Now = asked.Now with { Floor = asked.Now.Floor with { CandidatesOut = true } } };
        gone.When(Head("Brazil"), new AskToSpeak(Speech("a"))).Because<CandidateIsOut>();
        gone.When(Chair, new CallSpeaker(Speech("Brazil"))).Because<CandidateIsOut>();
    }
}

public sealed class A_ruling_that_allows
{
    private static readonly Situation Closed = Listed(Plain with { DelegationSeconds = 30 }).Speaking("Brazil", 40).Asking("Brazil").After(Chair, new CloseSpeakers(List("item")));

    [Fact]
    public void somebody_to_ask_on_a_closed_list_does_so_once()
    {
        var ruled = Closed.After(Chair, Allowing("speech.request", "Canada"));
        var asked = ruled.After(Head("Canada"), new AskToSpeak(Speech("canada")));
        Assert.Equal(List("item"), asked.Now.SpeechQueue[^1].List);
        asked.When(Colleague("Canada"), new AskToSpeak(Speech("again"))).Because<SpeakersListIsClosed>();
        ruled.When(Head("Denmark"), new AskToSpeak(Speech("denmark"))).Because<SpeakersListIsClosed>();
    }

    [Fact]
    public void a_delegation_to_speak_whose_time_is_used_up_gives_it_the_limit_of_a_speech() =>
        Assert.Null(Assert.IsType<SpeakerCalled>(Closed.After(Chair, Allowing("speech.call-next")).When(Chair, new CallNextSpeaker()).Facts[0]).Seconds);

    [Fact]
    public void a_speech_on_what_cannot_be_debated_calls_the_next_on_the_list() =>
        Assert.Equal(M("Canada"), Assert.IsType<SpeakerCalled>(Listed(Plain).Asking("Canada").PendingProcedural(debatable: false).After(Chair, Allowing("speech.call-next")).When(Chair, new CallNextSpeaker()).Facts[0]).Speech.Member);

    [Fact]
    public void yielding_still_needs_a_limit_to_yield_from() =>
        Listed(Plain).Asking("Canada").After(Chair, new CallNextSpeaker()).After(Chair, Allowing("speech.yield", "Canada")).When(Head("Canada"), new YieldSpeech(Speech("new"), P("head of Egypt"))).Because<NoLimit>();

    [Fact]
    public void a_point_of_information_gives_it_back_to_a_delegation_that_lost_it() =>
        Enumerable.Range(0, 3).Aggregate(Under(Rules), (now, _) => now.After(Chair, new GiveWarning(M("Brazil")))).After(Chair, Allowing("point.raise", "Brazil"))
            .After(Head("Brazil"), new RaisePoint(Point("a"), PointKind.InformationTo));

    private static MakeRuling Allowing(string kind, string? member = null) => new(new(Of("ruling")), "Allowed once.", Allows: kind, Member: member is null ? null : M(member));
}

namespace Ifmsa.Assembly.Core.Tests;

using static Debates;
using static Meeting;

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
    public void on_no_list_is_kept_as_it_was_before_there_were_lists()
    {
        var asked = Session.Asking("Brazil").Journal[^1];
        Assert.DoesNotContain("list", System.Text.Encoding.UTF8.GetString(EntryCodec.Encode(asked)), StringComparison.Ordinal);
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

    [Fact]
    public void a_point_of_information_during_a_speech_needs_no_consent_of_the_speaker() =>
        Assert.IsType<PointHeard>(Listed(Plain).Asking("Canada").After(Chair, new CallNextSpeaker()).After(Head("Brazil"), new RaisePoint(Point("a"), PointKind.InformationFrom))
            .After(Chair, Allowing("point.hear")).When(Chair, new HearPoint(Point("a"))).Facts[0]);

    [Fact]
    public void debate_on_what_cannot_be_debated_opens_a_list_on_it() =>
        Assert.IsType<SpeakersOpened>(Listed(Plain).PendingProcedural(debatable: false).After(Chair, Allowing("speakers.open"))
            .When(Chair, new OpenSpeakers(List("new"), Procedural: new(Of("procedural")))).Facts[0]);

    private static MakeRuling Allowing(string kind, string? member = null) => new(new(Of("ruling")), "Allowed once.", Allows: kind, Member: member is null ? null : M(member));
}

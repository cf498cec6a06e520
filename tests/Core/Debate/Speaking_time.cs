namespace Ifmsa.Assembly.Core.Tests;

using static Debates;
using static Meeting;

public sealed class Speaking_time
{
    private static readonly SpeakingRule Limited = Plain with { Seconds = 60, SideSeconds = 100, DelegationSeconds = 90 };
    private static readonly Situation Speaking = Listed(Plain with { Seconds = 60, Yield = true }).Asking("Brazil").Asking("Canada").After(Chair, new CallNextSpeaker());

    [Fact]
    public void is_unlimited_where_nothing_limits_it() => Assert.Null(Listed(Plain).Asking("Brazil").When(Chair, new CallNextSpeaker()).Is<SpeakerCalled>().Seconds);

    [Fact]
    public void is_that_of_a_speech() => Assert.Equal(60, Limit(Listed(Limited).Asking("Brazil", Side.For)));

    [Fact]
    public void is_what_is_left_to_the_side() => Assert.Equal(40, Limit(Listed(Limited).Speaking("Austria", 60, Side.For).Asking("Brazil", Side.For)));

    [Fact]
    public void of_the_other_side_does_not_count() => Assert.Equal(60, Limit(Listed(Limited).Speaking("Austria", 60, Side.Against).Asking("Brazil", Side.For)));

    [Fact]
    public void is_what_is_left_to_the_delegation() => Assert.Equal(30, Limit(Listed(Limited).Speaking("Brazil", 60).Asking("Brazil")));

    [Fact]
    public void is_what_the_plenary_has_set_for_the_motion()
    {
        var seconded = Listed(Limited).Putting("motion").After(Head("Brazil"), new SecondMotion(Motion("motion"))).After(Chair, new OpenSpeakers(List("motion"), Motion("motion"))).Asking("Canada");
        Assert.Equal(20, Limit(seconded with { Now = seconded.Now.Amend(Motion("motion"), motion => motion with { SpeechSeconds = 20 }) }));
    }

    [Fact]
    public void of_a_list_is_changed_by_the_chair() => Assert.Equal(15, Limit(Listed(Limited).After(Chair, new LimitSpeakers(List("item"), 15)).Asking("Brazil")));

    [Fact]
    public void that_is_used_up_is_refused_with_the_article()
    {
        var used = Listed(Limited).Speaking("Brazil", 95).Asking("Brazil");
        Assert.Equal("on speaking", used.When(Chair, new CallNextSpeaker()).Because<NoTimeLeft>().Article);
        (used with { Now = used.Now with { SuspendedRules = used.Now.SuspendedRules.Add("on speaking") } }).When(Chair, new CallNextSpeaker()).Is<SpeakerCalled>();
    }

    [Fact]
    public void of_a_speech_that_a_call_ends_counts_before_the_next_is_limited()
    {
        var speaking = Listed(Limited).Asking("Brazil").After(Colleague("Brazil"), new AskToSpeak(Speech("colleague"))).After(Chair, new CallNextSpeaker()).Later(50);
        var called = Assert.IsType<SpeakerCalled>(speaking.When(Chair, new CallNextSpeaker()).Facts[1]);
        Assert.Equal(40, called.Seconds);
    }

    [Fact]
    public void of_a_delegation_begins_anew_in_the_next_plenary()
    {
        var next = Listed(Limited).Speaking("Brazil", 95).After(Chair, new Adjourn()).After(Chair, new CallRoll(Plenary(2))).GivingCards(AllMembers).After(Chair, new OpenPlenary());
        Assert.Equal(60, Limit(next.Asking("Brazil")));
    }

    [Fact]
    public void stands_still_while_the_speech_is_paused()
    {
        var paused = Speaking.Later(10).After(Chair, new PauseSpeech()).Later(100);
        Assert.Null(paused.Now.Floor.Speaking!.EndsAt);
        paused.When(Chair, new PauseSpeech()).Because<SpeechIsPaused>();
        var on = paused.After(Chair, new ContinueSpeech());
        Assert.Equal(on.Clock.AddSeconds(50), on.Now.Floor.Speaking!.EndsAt);
        on.When(Chair, new ContinueSpeech()).Because<SpeechIsGoingOn>();
        Assert.Equal(15, Used(on.Later(5).After(Chair, new EndSpeech())));
    }

    [Fact]
    public void of_a_speech_that_ends_while_paused_is_what_was_spoken() =>
        Assert.Equal(10, Used(Speaking.Later(10).After(Chair, new PauseSpeech()).Later(100).After(Chair, new EndSpeech())));

    [Fact]
    public void is_extended_by_the_chair()
    {
        Assert.Equal(Speaking.Clock.AddSeconds(90), Speaking.After(Chair, new ExtendSpeech(30)).Now.Floor.Speaking!.EndsAt);
        Speaking.When(Chair, new ExtendSpeech(0)).Because<LimitOutOfBounds>();
        Listed(Plain).Asking("Brazil").After(Chair, new CallNextSpeaker()).When(Chair, new ExtendSpeech(30)).Because<NoLimit>();
    }

    [Fact]
    public void is_counted_however_the_speech_ends()
    {
        var spoken = Speaking.Later(20);
        Assert.Equal(20, Used(spoken.After(Head("Brazil"), new EndSpeech())));
        Assert.Equal(20, Used(spoken.After(Chair, new CallNextSpeaker())));
        Assert.Equal(20, Used(spoken.After(Chair, new CallRecess(spoken.Clock.AddMinutes(5)))));
        Assert.Equal(20, Used(spoken.After(Chair, new Adjourn())));
        Assert.Equal(20, Used(spoken.After(Chair, new OpenBallot(Ballot("vote"), BallotMethod.Phones, Title: "Question", Decision: "motion"))));
    }

    [Fact]
    public void is_given_back_when_the_end_of_a_speech_is_undone()
    {
        var ended = Speaking.Later(20).After(Chair, new EndSpeech());
        var undone = ended.After(Chair, new UndoAct(ended.LastAct));
        Assert.Empty(undone.Now.Spoken);
        Assert.Equal(M("Brazil"), undone.Now.Floor.Speaking!.Speech.Member);
    }

    [Fact]
    public void is_counted_in_journals_that_knew_no_limits()
    {
        var speech = new Speech(Speech("old"), P("head of Brazil"), M("Brazil"), Situation.Nothing.Clock);
        var replayed = Under(Rules).Given(new SpeechRequested(speech.Id, speech.Participant, speech.Member, speech.At), new SpeakerCalled(speech, speech.At), new SpeechEnded(speech.Id, speech.At.AddSeconds(7)));
        Assert.Equal(7, Used(replayed));
    }

    private static int? Limit(Situation now) => now.When(Chair, new CallNextSpeaker()).Is<SpeakerCalled>().Seconds;

    private static double Used(Situation now) => Assert.Single(now.Now.Spoken).Time.TotalSeconds;
}

public sealed class A_speech
{
    private static readonly Situation Speaking = Listed(Plain with { Seconds = 60, Yield = true }).Asking("Brazil").Asking("Canada").After(Chair, new CallNextSpeaker()).Later(20);

    [Fact]
    public void is_ended_by_speaker_or_chair_and_nobody_else()
    {
        Speaking.When(Head("Brazil"), new EndSpeech()).Is<SpeechEnded>();
        Speaking.When(Head("Canada"), new EndSpeech()).Because<NotYourSpeech>();
        Speaking.When(Colleague("Brazil"), new EndSpeech()).Because<NotYourSpeech>();
    }

    [Fact]
    public void ends_when_another_is_called()
    {
        var facts = Speaking.When(Chair, new CallNextSpeaker()).Facts;
        Assert.Equal(Speech("Brazil"), Assert.IsType<SpeechEnded>(facts[0]).Speech);
        Assert.Equal(M("Canada"), Assert.IsType<SpeakerCalled>(facts[1]).Speech.Member);
    }

    [Fact]
    public void ends_with_the_opening_of_a_vote_which_cannot_be_undone()
    {
        var voting = Speaking.After(Chair, new OpenBallot(Ballot("vote"), BallotMethod.Phones, Title: "Question", Decision: "motion"));
        Assert.Null(voting.Now.Floor.Speaking);
        voting.When(Chair, new UndoAct(voting.LastAct)).Because<NotReversible>();
    }

    [Fact]
    public void ends_with_the_retaking_of_a_vote()
    {
        var declared = Listed(Plain).After(Chair, new OpenBallot(Ballot("vote"), BallotMethod.Phones, Title: "Question", Decision: "motion")).Declared();
        var again = declared.Asking("Brazil").After(Chair, new CallNextSpeaker()).Later(20).After(Chair, new VoidBallot(Ballot("vote"), "Wrong.", Ballot("again")));
        Assert.Null(again.Now.Floor.Speaking);
        Assert.Equal(20, Assert.Single(again.Now.Spoken).Time.TotalSeconds);
    }

    [Fact]
    public void is_yielded_to_one_who_waits_for_the_rest_of_the_time()
    {
        var yielded = Speaking.After(Head("Brazil"), new YieldSpeech(Speech("Canada")));
        Assert.Equal((M("Canada"), yielded.Clock.AddSeconds(40)), (yielded.Now.Floor.Speaking!.Speech.Member!.Value, yielded.Now.Floor.Speaking.EndsAt!.Value));
        Assert.Empty(yielded.Now.SpeechQueue);
        Assert.Equal(20, Assert.Single(yielded.Now.Spoken).Time.TotalSeconds);
    }

    [Fact]
    public void is_yielded_to_one_who_is_named() =>
        Assert.Equal(M("Egypt"), Speaking.After(Head("Brazil"), new YieldSpeech(Speech("new"), P("head of Egypt"))).Now.Floor.Speaking!.Speech.Member);

    [Fact]
    public void is_yielded_once() =>
        Speaking.After(Head("Brazil"), new YieldSpeech(Speech("Canada"))).When(Head("Canada"), new YieldSpeech(Speech("new"), P("head of Egypt"))).Because<YieldedAlready>();

    [Fact]
    public void is_yielded_by_the_speaker_to_another()
    {
        Speaking.When(Head("Canada"), new YieldSpeech(Speech("Canada"))).Because<NotYourSpeech>();
        Speaking.When(Head("Brazil"), new YieldSpeech(Speech("new"), P("head of Brazil"))).Because<YieldedToOneself>();
        Speaking.When(Head("Brazil"), new YieldSpeech(Speech("nobody's"))).Because<UnknownRequest>();
    }

    [Fact]
    public void is_not_yielded_where_the_rules_know_no_yielding() => Assert.Equal(
        "on speaking",
        Listed(Plain with { Seconds = 60 }).Asking("Brazil").After(Chair, new CallNextSpeaker()).When(Head("Brazil"), new YieldSpeech(Speech("new"), P("head of Egypt"))).Because<NoYielding>().Article);

    [Fact]
    public void with_no_time_left_is_not_yielded() => Speaking.Later(60).When(Head("Brazil"), new YieldSpeech(Speech("Canada"))).Because<NoTimeLeft>();
}

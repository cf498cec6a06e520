namespace Ifmsa.Assembly.Core.Tests;

/// <summary>The debate of the story: each act of lists, speeches and points once, in a plenary with its card-holders and an open item.</summary>
internal static class StoryOfDebate
{
    /// <summary>The story goes on, told of three delegations that hold their cards.</summary>
    public static Situation Spoken(this Situation told, Credential austria, Credential brazil, Credential canada)
    {
        told = told
            .After(Chair, new SetIntake(Intake.Placards)).After(Chair, new SetIntake(Intake.Phones))
            .After(Chair, new OpenSpeakers(List("debate"), Seconds: 60)).After(Chair, new LimitSpeakers(List("debate"), 90, 600))
            .After(austria, new AskToSpeak(Speech("for"), Side: Side.For)).After(brazil, new AskToSpeak(Speech("against"), Side: Side.Against))
            .After(Chair, new CloseSpeakers(List("debate"))).Given(new SpeakersReopened(List("debate")))
            .After(Chair, new CallNextSpeaker()).Later(10).After(Chair, new PauseSpeech()).Later(10).After(Chair, new ContinueSpeech()).After(Chair, new ExtendSpeech(30))
            .After(canada, new RaisePoint(Point("question"), PointKind.InformationFrom)).After(austria, new RefusePoint(Point("question")))
            .After(canada, new RaisePoint(Point("order"), PointKind.Order)).After(Chair, new HearPoint(Point("order"))).After(Chair, new SettlePoint(Point("order")))
            .After(Chair, new CallNextSpeaker()).Later(30).After(brazil, new EndSpeech())
            .After(canada, new WithdrawPoint(Point("question"))).After(Chair, new GiveWarning(M("Canada")));
        return told;
    }

    /// <summary>Under rules that let time be yielded.</summary>
    public static Situation Yielded(this Situation told, Credential austria, ParticipantId to) => told
        .After(austria, new AskToSpeak(Speech("yields"))).After(Chair, new CallSpeaker(Speech("yields"))).Later(20).After(austria, new YieldSpeech(Speech("yielded to"), to)).Later(20).After(Chair, new EndSpeech());
}

/// <summary>The journal of a debate, read back from its bytes.</summary>
public sealed class A_debate
{
    private static readonly Situation Told = Debates.Under(Debates.Rules).Spoken(Head("Austria"), Head("Brazil"), Head("Canada"));

    private static readonly Situation Yielded =
        Debates.Listed(Debates.Plain with { Seconds = 60, Yield = true }).Yielded(Head("Austria"), P("head of Brazil"));

    [Fact]
    public void is_told_in_every_kind_of_fact_there_is_of_it()
    {
        var told = Told.Journal.Concat(Yielded.Journal).Select(entry => Catalogue.Of(entry.Fact).Kind).ToHashSet(StringComparer.Ordinal);
        Assert.Equal([], Catalogue.Facts.Keys.Where(OfDebate).Where(kind => kind != "speech.withdrawn.v1").Except(told).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void is_read_back_to_the_same_state()
    {
        foreach (var told in new[] { Told, Yielded })
        {
            var read = Proceedings.Of(told.Now.Id, told.Journal.Select(entry => EntryCodec.Decode(entry.Sequence, entry.At, Catalogue.Of(entry.Fact).Kind, EntryCodec.Encode(entry))));
            Assert.Equal(Digest.OfAll(told.Now), Digest.OfAll(read));
        }
    }

    [Fact]
    public void of_a_journal_that_knew_no_lists_is_written_as_it_was() =>
        Assert.DoesNotContain("list", System.Text.Encoding.UTF8.GetString(EntryCodec.Encode(new Entry(1, 1, default, Debates.Heated.Actor(Chair).AsAuthor, new SpeechRequested(Speech("old"), P("head of Brazil"), M("Brazil"), default)))), StringComparison.Ordinal);

    private static bool OfDebate(string kind) => kind.Split('.')[0] is "speakers" or "speech" or "point" or "warning" or "intake";
}

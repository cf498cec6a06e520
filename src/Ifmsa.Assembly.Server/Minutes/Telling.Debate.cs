using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Server.Minutes;

/// <content>The debate: speakers' lists, speeches, points and warnings.</content>
internal static partial class Telling
{
    private static MinutesLine? OfDebate(Entry entry, Proceedings before, Proceedings after) => entry.Fact switch
    {
        SpeakersOpened { Procedural: { } procedural } => new(entry, LineKind.Speech, new("told.speakers-opened.procedural", TitleOf(after, procedural))),
        SpeakersOpened { Motion: { } motion } => new(entry, LineKind.Speech, new("told.speakers-opened.motion", after.Motions[motion].Number)),
        SpeakersOpened { Item: { } item } => new(entry, LineKind.Speech, new("told.speakers-opened", after.Items[item].Title)),
        SpeakersClosed => new(entry, LineKind.Speech, new("told.speakers-closed")),
        SpeakersReopened => new(entry, LineKind.Speech, new("told.speakers-reopened")),
        SpeakerCalled called when Speaker(before, called.Speech) is { } speaker => new(entry, LineKind.Speech, new(
            called.Speech.Side switch
            {
                Side.For => "told.spoke.for",
                Side.Against => "told.spoke.against",
                null => "told.spoke",
            },
            speaker)),
        SpeechYielded yielded when before.Spoken.FindLast(done => done.Speech.Id == yielded.From) is { } done && Speaker(before, done.Speech) is { } from && Speaker(before, yielded.To) is { } to =>
            new(entry, LineKind.Speech, new("told.yielded", from, to)),
        PointRaised raised => new(entry, LineKind.Speech, new(raised.Kind == PointKind.Order ? "told.point-raised.order" : "told.point-raised.information", after.NameOf(raised.Member))),
        PointHeard heard when after.Points[heard.Point] is { Member: { } member } point =>
            new(entry, LineKind.Speech, new(point.Kind == PointKind.Order ? "told.point-heard.order" : "told.point-heard.information", after.NameOf(member))),
        WarningGiven warning => new(entry, LineKind.Speech, new("told.warned", after.NameOf(warning.Member), warning.Count)),
        _ => null,
    };

    /// <summary>Who speaks: the person, or the delegation of a raised placard.</summary>
    private static object? Speaker(Proceedings now, Speech speech) => speech switch
    {
        { Participant: { } person } => person,
        { Member: { } member } => now.NameOf(member),
        _ => null,
    };

    /// <summary>What the rulebook calls a procedural motion.</summary>
    public static string TitleOf(Proceedings now, ProceduralId procedural) =>
        now.Find(procedural) is { } motion && now.Rules!.Procedural.TryGetValue(motion.Kind, out var rule) ? rule.Title : "";
}

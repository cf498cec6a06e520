using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Server.Minutes;

/// <content>Procedural motions, what they bring about, and rulings.</content>
internal static partial class Telling
{
    private static MinutesLine? OfProcedural(Entry entry, Proceedings before, Proceedings after) => entry.Fact switch
    {
        ProceduralMoved moved => Named(entry, "told.procedural-moved", after, after.Procedurals[moved.Procedural]),
        // It is told where the motion has not been told as moved: out of the record, or before the roll.
        ProceduralPut put => Named(entry, "told.procedural-put", after, after.Procedurals[put.Procedural]),
        ProceduralSeconded seconded => Procedural(entry, "told.procedural-seconded", after, seconded.Procedural, after.NameOf(seconded.Member)),
        ProceduralUnseconded failed => Procedural(entry, "told.procedural-unseconded", after, failed.Procedural) with
        {
            Kind = LineKind.Vote, Heading = HeadingOf(after, failed.Procedural),
        },
        ProceduralWithdrawn withdrawn => Procedural(entry, "told.procedural-withdrawn", after, withdrawn.Procedural),
        ProceduralDecided decided => Procedural(entry, DecidedKey(after, decided), after, decided.Procedural) with
        {
            Kind = LineKind.Vote,
            Heading = HeadingOf(after, decided.Procedural),
            Article = new("told.article.procedural", decided.Article),
        },
        AdjournmentFixed adjournment => new(entry, LineKind.Plenary, new("told.adjournment-fixed", adjournment.Until)),
        RuleSuspended suspended => new(entry, LineKind.Agenda, Paragraph("told.rule-suspended", after, suspended.Paragraph)),
        RuleResumed resumed => new(entry, LineKind.Agenda, Paragraph("told.rule-resumed", after, resumed.Paragraph)),
        ObserversSentOut => new(entry, LineKind.Plenary, new("told.observers-out")),
        ObserversReadmitted => new(entry, LineKind.Plenary, new("told.observers-in")),
        CandidatesSentOut => new(entry, LineKind.Plenary, new("told.candidates-out")),
        CandidatesReadmitted => new(entry, LineKind.Plenary, new("told.candidates-in")),
        RulingMade ruling => new(entry, LineKind.Chair, Ruled(after, ruling)),
        RulingReversed reversed => new(entry, LineKind.Chair, Reversed(before, before.Rulings[reversed.Ruling])),
        _ => null,
    };

    private static MinutesLine Named(Entry entry, string key, Proceedings now, ProceduralMotion motion) =>
        new(entry, LineKind.Motion, Detail(now, motion.Detail) is { } detail
            ? new(key + ".detail", OrChair(now, motion.Proposer), TitleOf(now, motion.Id), detail)
            : new(key, OrChair(now, motion.Proposer), TitleOf(now, motion.Id)))
        {
            Procedural = motion.Id,
        };

    private static MinutesLine Procedural(Entry entry, string key, Proceedings now, ProceduralId id, params ReadOnlySpan<object> more) =>
        new(entry, LineKind.Motion, new(key, [TitleOf(now, id), .. more]));

    private static Phrase HeadingOf(Proceedings now, ProceduralId id) => Detail(now, now.Procedurals[id].Detail) is { } detail
        ? new("told.heading.procedural.detail", TitleOf(now, id), detail) : new("told.heading.procedural", TitleOf(now, id));

    private static string DecidedKey(Proceedings now, ProceduralDecided decided) =>
        now.Rules!.Procedural[now.Procedurals[decided.Procedural].Kind].DecidedBy == Core.Rulebook.DecidedBy.Demand ? "told.procedural-demanded"
        : decided.Carried ? "told.procedural-granted" : "told.procedural-denied";

    /// <summary>What a procedural motion is about, in words; null where its title says all.</summary>
    private static Phrase? Detail(Proceedings now, ProceduralDetail detail)
    {
        Phrase? about = detail switch
        {
            { Motion: { } motion } => new("told.detail.motion", now.Motions[motion].Number, now.Motions[motion].Title),
            { Item: { } item, Before: { } next } => new("told.detail.item", now.Items[item].Title, now.Items[next].Title),
            { Item: { } item } => new("told.detail.item-last", now.Items[item].Title),
            { List: { } list } => ListOf(now, now.SpeakersLists[list]),
            { Ruling: { } ruling } => new("told.detail.ruling", now.Rulings[ruling].Number, Unstopped(now.Rulings[ruling].Text)),
            { Ballot: { } ballot } => new("told.detail.ballot", now.Ballots[ballot].Number),
            { Paragraph: { } paragraph } => Paragraph("told.detail.paragraph", now, paragraph),
            { Minutes: { } minutes } => new("told.detail.minutes", minutes),
            { Seconds: { } seconds } => new("told.detail.seconds", seconds),
            { Until: { } until } => new("told.detail.until", until),
            _ => null,
        };
        Phrase? words = detail.Words is { } said ? new("told.detail.words", Unstopped(said)) : null;
        return (about, words) switch
        {
            ({ } first, { } second) => new("told.detail.and", first, second),
            _ => about ?? words,
        };
    }

    /// <summary>A quotation without its full stop, within a sentence that has one.</summary>
    private static string Unstopped(string text) => text.TrimEnd().TrimEnd('.');

    private static Phrase? ListOf(Proceedings now, SpeakersList list) => list switch
    {
        { Motion: { } motion } => new("told.detail.motion", now.Motions[motion].Number, now.Motions[motion].Title),
        { Item: { } item } => new("told.detail.words", now.Items[item].Title),
        _ => null,
    };

    private static Phrase Paragraph(string key, Proceedings now, string article) => new(key, now.Rules?.Paragraphs.GetValueOrDefault(article)?.Title ?? article, article);

    private static Phrase Ruled(Proceedings now, RulingMade ruling)
    {
        var by = new Phrase(ruling.Body == RulingBody.Chair ? "told.the-chair" : "told.the-committee");
        var text = ruling switch
        {
            { Amendment: { } amendment } => new Phrase("told.ruled-out", by, ruling.Number, Subject(now, now.Amendments[amendment]), ruling.Text),
            { Procedural: { } procedural } => new("told.ruled-out", by, ruling.Number, new Phrase("told.subject.procedural", TitleOf(now, procedural)), ruling.Text),
            { Point: { } point } when now.Points[point].Member is { } member => new("told.ruled.point", by, ruling.Number, now.NameOf(member), ruling.Text),
            _ => new("told.ruled", by, ruling.Number, ruling.Text),
        };
        return (ruling.Allows, ruling.Member) switch
        {
            (null, _) => text,
            (_, { } member) => new("told.ruled.allows-member", text, now.NameOf(member)),
            _ => new("told.ruled.allows", text),
        };
    }

    private static Phrase Reversed(Proceedings now, Ruling ruling) => ruling switch
    {
        { Amendment: { } amendment } => new("told.ruling-reversed.readmits", ruling.Number, Unstopped(ruling.Text), Subject(now, now.Amendments[amendment])),
        { Procedural: { } procedural } => new("told.ruling-reversed.readmits", ruling.Number, Unstopped(ruling.Text), new Phrase("told.subject.procedural", TitleOf(now, procedural))),
        _ => new("told.ruling-reversed", ruling.Number, ruling.Text),
    };
}

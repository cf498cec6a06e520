using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;

namespace Ifmsa.Assembly.Server.Minutes;

/// <content>Amendments: what they change, and what becomes of them.</content>
internal static partial class Telling
{
    /// <summary>The most characters of a change that stands within a sentence, and the most changes there.</summary>
    private const int InlineAtMost = 90, InlineChangesAtMost = 3;

    private static MinutesLine? OfAmendment(Entry entry, Proceedings before, Proceedings after) => entry.Fact switch
    {
        AmendmentProposed proposed => WithWords(Amendment(entry, "told.amendment-proposed", after, proposed.Amendment, OrChair(after, proposed.Proposer)), after, proposed.Amendment),
        AmendmentPut put => Amendment(entry, "told.amendment-put", after, put.Amendment),
        AmendmentSeconded seconded => Amendment(entry, "told.amendment-seconded", after, seconded.Amendment, after.NameOf(seconded.Member)),
        AmendmentUnseconded failed => Amendment(entry, "told.amendment-unseconded", after, failed.Amendment),
        AmendmentWithdrawn withdrawn => Amendment(entry, "told.amendment-withdrawn", after, withdrawn.Amendment),
        AmendmentAcceptedByProposer accepted => Amendment(entry, "told.amendment-accepted", after, accepted.Amendment, ProposerOf(after, accepted.Amendment)),
        AmendmentRefusedByProposer refused => Amendment(entry, "told.amendment-refused", after, refused.Amendment, ProposerOf(after, refused.Amendment)),
        AmendmentMerged merged => Merged(entry, merged, before, after),
        AmendmentAmended amended when Short(amended.Edits, after.Motions[after.Amendments[amended.Amends].Motion!.Value].Text) is { } change =>
            Amendment(entry, "told.amendment-amended.reads", after, amended.Amendment, Subject(after, after.Amendments[amended.Amends]), change),
        AmendmentAmended amended => Amendment(entry, "told.amendment-amended", after, amended.Amendment, Subject(after, after.Amendments[amended.Amends])),
        ProceduralAmended amended when Detail(after, amended.Detail) is { } detail => Amendment(entry, "told.procedural-amended", after, amended.Amendment, detail),
        SeconderLost lost => Motion(entry, "told.seconder-lost", after.Motions[lost.Motion], after.NameOf(lost.Member)),
        _ => null,
    };

    /// <summary>A line with the words that an amendment changes: in its sentence where they are few, as texts where they are many.</summary>
    public static MinutesLine WithWords(MinutesLine line, Proceedings now, AmendmentId id)
    {
        var amendment = now.Amendments[id];
        line = line with { Amendment = id };
        if (amendment.Detail is { } detail && Detail(now, detail) is { } words)
            return line with { Text = new("told.amendment-reads", line.Text, words) };
        if (amendment.Motion is not { } changed || now.Motions[changed] is var motion && !TextEdits.Fit(amendment.Edits, motion.Text))
            return line;
        return Short(amendment.Edits, motion.Text) is { } change
            ? line with { Text = new("told.amendment-reads", line.Text, change) }
            : line with
            {
                Text = new("told.amendment-reads.texts", line.Text, amendment.Edits.Length),
                Readings = [.. amendment.Edits.SelectMany(edit => Readings(edit, motion.Text))],
            };
    }

    private static Phrase? Short(ImmutableArray<TextEdit> edits, string text) =>
        edits.Length <= InlineChangesAtMost && edits.All(edit => edit.Length <= InlineAtMost && edit.Text.Length <= InlineAtMost && !Gone(edit, text).Contains('\n') && !edit.Text.Trim().Contains('\n'))
            ? edits.Select(edit => Change(edit, text)).Aggregate((first, second) => new("told.change.and", first, second)) : null;

    private static Phrase Change(TextEdit edit, string text) => (Gone(edit, text), edit.Text.Trim()) switch
    {
        ({ Length: 0 }, var added) when Before(edit, text) is { Length: > 0 } before => new("told.change.insert", added, before),
        ({ Length: 0 }, var added) when After(edit, text) is { Length: > 0 } after => new("told.change.insert-before", added, after),
        ({ Length: 0 }, var added) => new("told.change.insert-last", added),
        (var gone, { Length: 0 }) => new("told.change.delete", gone),
        // The full stop that stays would end the sentence around it.
        ([.. var gone, '.'], [.. var added, '.']) => new("told.change.replace", gone, added),
        var (gone, added) => new("told.change.replace", gone, added),
    };

    private static IEnumerable<Reading> Readings(TextEdit edit, string text)
    {
        if (Gone(edit, text) is { Length: > 0 } gone)
            yield return new(new("told.label.goes"), gone);
        if (edit.Text.Trim() is { Length: > 0 } added)
        {
            yield return new(edit.Length > 0 ? new("told.label.comes")
                : Before(edit, text) is { Length: > 0 } before ? new("told.label.comes-after", before)
                : After(edit, text) is { Length: > 0 } after ? new("told.label.comes-before", after) : new("told.label.comes"), added);
        }
    }

    private static string Gone(TextEdit edit, string text) => text.Substring(edit.Start, edit.Length).Trim();

    /// <summary>The last words before the place of an insertion, in its paragraph.</summary>
    private static string Before(TextEdit edit, string text)
    {
        var line = text[..edit.Start];
        return string.Join(' ', Words(line[(line.LastIndexOf('\n') + 1)..]).TakeLast(4));
    }

    /// <summary>The first words behind it.</summary>
    private static string After(TextEdit edit, string text) => string.Join(' ', Words(text[edit.Start..].TrimStart().Split('\n')[0]).Take(4));

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static MinutesLine Merged(Entry entry, AmendmentMerged merged, Proceedings before, Proceedings after)
    {
        var line = Amendment(entry, before.Amendments[merged.Amendment].Phase == AmendmentPhase.Voting ? "told.amendment-merged.vote" : "told.amendment-merged", after, merged.Amendment);
        return merged.Overtaken.IsEmpty ? line : line with
        {
            Text = new("told.amendment-overtakes", line.Text, merged.Overtaken.Length, Series(merged.Overtaken.Select(other => after.Amendments[other].Number))),
        };
    }

    /// <summary>The amendments of a motion with their fate, and its text where they have changed it.</summary>
    private static MinutesLine AsDecided(MinutesLine line, Proceedings now, Motion motion, string label)
    {
        if (!motion.Bloc.IsEmpty)
            return line with { Heading = HeadingOf(motion, now) };
        var amendments = now.Amendments.Values.Where(amendment => amendment.Motion == motion.Id).OrderBy(amendment => amendment.Number);
        return line with
        {
            Amendments = [.. amendments.Select(amendment => new Fate(amendment.Id, new("told.label.amendment", amendment.Number), OrChair(now, amendment.Proposer), amendment.Phase))],
            Readings = motion.TextAsPut is { } put && put != motion.Text ? [new(new(label), motion.Text)] : [],
        };
    }

    private static MinutesLine Amendment(Entry entry, string key, Proceedings now, AmendmentId id, params ReadOnlySpan<object> more) =>
        new(entry, LineKind.Motion, new(key, [Subject(now, now.Amendments[id]), .. more]));

    private static object ProposerOf(Proceedings now, AmendmentId id) => OrChair(now, now.Motions[now.Amendments[id].Motion!.Value].Proposer);

    /// <summary>A member's name; the chair for what no member proposes.</summary>
    private static object OrChair(Proceedings now, MemberId? member) => member is { } known ? now.NameOf(known) : new Phrase("told.the-chair");

    private static Phrase Subject(Proceedings now, Amendment amendment) => amendment switch
    {
        { Procedural: { } procedural } => new("told.subject.amendment-of-procedural", amendment.Number, TitleOf(now, procedural)),
        { Amends: { } amends } => new("told.subject.amendment-of-amendment", amendment.Number, now.Amendments[amends].Number, now.Motions[amendment.Motion!.Value].Number),
        _ => new("told.subject.amendment", amendment.Number, now.Motions[amendment.Motion!.Value].Number),
    };
}

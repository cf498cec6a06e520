using System.Globalization;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Floor.Boards;
using Ifmsa.Assembly.Server.Journal;
using Ifmsa.Assembly.Server.Wording;

namespace Ifmsa.Assembly.Server.Minutes;

/// <summary>The draft of any plenary for the secretary's page, in the manner of the board that shows the current one.</summary>
/// <param name="Entries">Its lines, by the sequence of their entry.</param>
/// <param name="Order">Their order.</param>
/// <param name="Items">The titles of the items they stand under, by id.</param>
/// <param name="Warnings">What to look at before it goes to the members, by keys that stay.</param>
/// <param name="Kept">The sentences of the text that went to the members, by the sequence of their entry; absent before.</param>
public sealed record MinutesView(
    IReadOnlyDictionary<string, MinutesRow> Entries, IReadOnlyList<string> Order, IReadOnlyDictionary<string, string> Items, IReadOnlyDictionary<string, string> Warnings,
    IReadOnlyDictionary<string, string>? Kept)
{
    /// <summary>The view of a plenary whose roll was called; null for any other.</summary>
    internal static MinutesView? Of(Snapshot snapshot, Chronicle chronicle, PlenaryId plenary, Sentences sentences)
    {
        var now = snapshot.Now;
        if (now.Find(plenary) is not { } found || !chronicle.Sittings.TryGetValue(plenary, out var sitting))
            return null;
        var voice = new Voice(sentences, now, snapshot.Words) { Day = found.OpenedAt ?? found.Starts };
        var state = now.MinutesOf(plenary);
        var rows = new MinutesRows(now, sitting, voice)
        {
            Numbers = now.AgendaInOrder(plenary).ToDictionary(row => row.Item.Id, row => row.Number),
            Remarks = RemarksByLine.Of(chronicle, sitting, snapshot.Words),
            Rewordings = Rewordings.Of(sitting, state, snapshot.Words),
        };
        var entries = new Dictionary<string, MinutesRow>(StringComparer.Ordinal);
        foreach (var line in sitting.Lines)
            entries[Key(line.Entry.Sequence)] = rows.Of(line);
        return new(
            entries, [.. entries.Keys], entries.Values.Select(row => row.Item).OfType<ItemId>().Distinct().ToDictionary(item => item.ToString(), item => now.Find(item)?.Title ?? "", StringComparer.Ordinal),
            Server.Minutes.Warnings.Of(now, sitting, voice),
            MinutesText.Read(snapshot.Words, state.Circulated) is { } kept ? KeptOf(kept) : null);
    }

    private static Dictionary<string, string> KeptOf(Documents.MinutesPaper kept)
    {
        var sentences = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in kept.Items.SelectMany(item => item.Entries))
            sentences.TryAdd(Key(entry.Sequence), string.Concat(entry.Text.Where(sign => sign is not ('\u2068' or '\u2069'))));
        return sentences;
    }

    private static string Key(long sequence) => sequence.ToString(CultureInfo.InvariantCulture);
}

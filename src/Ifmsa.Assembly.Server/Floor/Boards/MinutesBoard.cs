using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Minutes;

namespace Ifmsa.Assembly.Server.Floor.Boards;

/// <summary>The minutes of the current plenary as they write themselves, and what they still wait for.</summary>
public sealed record MinutesBoard(
    PlenaryId? Plenary, IReadOnlyDictionary<string, MinutesRow> Entries, IReadOnlyList<string> Order, IReadOnlyDictionary<string, string> Unresolved) : IGrowingBoard
{
    /// <summary>Before the first roll call.</summary>
    internal static MinutesBoard Empty { get; } =
        new(Plenary: null, new Dictionary<string, MinutesRow>(StringComparer.Ordinal), [], new Dictionary<string, string>(StringComparer.Ordinal));

    /// <inheritdoc/>
    public JsonObject? Since(object before)
    {
        var old = (MinutesBoard)before;
        // A row that did not change is the same object; a quick look at each finds the few that did.
        var was = old with { Entries = Rows(old.Entries, Entries), Order = [] };
        var now = this with { Entries = Rows(Entries, old.Entries), Order = [] };
        var patch = MergePatch.Between(BoardRoom.Json(was), BoardRoom.Json(now));
        if (!Order.SequenceEqual(old.Order, StringComparer.Ordinal))
            (patch ??= [])["order"] = new JsonArray([.. Order.Select(key => (JsonNode)key)]);
        return patch;
    }

    /// <summary>The rows that are missing or others there.</summary>
    private static Dictionary<string, MinutesRow> Rows(IReadOnlyDictionary<string, MinutesRow> here, IReadOnlyDictionary<string, MinutesRow> there) =>
        here.Where(row => !there.TryGetValue(row.Key, out var other) || !ReferenceEquals(other, row.Value)).ToDictionary(row => row.Key, row => row.Value, StringComparer.Ordinal);
}

/// <summary>A line of the minutes, under its journal entry's sequence.</summary>
/// <param name="At">When it happened.</param>
/// <param name="Item">The item it happened under.</param>
/// <param name="ItemNumber">The item's number on the agenda as it stands.</param>
/// <param name="Kind">What it tells of.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Figures">Votes by option, or by nominee's name, once declared.</param>
/// <param name="Article">The rule and article it rests on.</param>
/// <param name="By">Whose act it was.</param>
/// <param name="Remarks">The secretary's remarks.</param>
/// <param name="Act">The act to name when it is corrected; absent where it cannot be, or has been.</param>
/// <param name="Corrected">Whether it no longer stands.</param>
/// <param name="Sentence">The sentence that can be worded, without what follows it in the text; absent where it stands as the journal has it.</param>
/// <param name="Own">The journal's own sentence, where it is worded otherwise.</param>
/// <param name="Revision">How often it has been worded; absent where never.</param>
public sealed record MinutesRow(
    DateTimeOffset At, ItemId? Item, string? ItemNumber, LineKind Kind, string Text, IReadOnlyDictionary<string, int>? Figures, string? Article, string? By,
    IReadOnlyDictionary<MatterId, string> Remarks, long? Act, bool Corrected, string? Sentence = null, string? Own = null, int? Revision = null);

/// <summary>
/// The minutes board as last projected, so that only what is new is put in words again: a plenary has thousands of lines
/// and the board changes many times a minute. Used by the publisher's loop alone.
/// </summary>
internal sealed class MinutesSheet
{
    private Chronicle? _chronicle;
    private int _taken;
    private ImmutableDictionary<MatterId, string>? _words;
    private (object Items, object Order, PlenaryId? Plenary, object Unminuted, object Minutes) _agenda;
    private Dictionary<MinutesLine, MinutesRow> _rows = new(ReferenceEqualityComparer.Instance);
    private Dictionary<ItemId, string> _numbers = [];
    private ILookup<long, (MatterId Id, string Text)> _remarks = Array.Empty<long>().ToLookup(_ => 0L, _ => (default(MatterId), ""));

    private IReadOnlyDictionary<long, string> _rewordings = new Dictionary<long, string>();

    /// <summary>The board for a view.</summary>
    public MinutesBoard Of(View view)
    {
        var chronicle = Follow(view);
        if (chronicle.Now is not { CurrentPlenary: { } plenary, Charter: not null } now || !chronicle.Sittings.TryGetValue(plenary, out var sitting))
            return MinutesBoard.Empty;
        var voice = new Voice(view.Sentences, now, view.Snapshot.Words) { Day = now.Plenaries[plenary].OpenedAt ?? now.Plenaries[plenary].Starts };
        var stale = IsStale(view, now, sitting);
        var rows = new MinutesRows(now, sitting, voice) { Numbers = _numbers, Remarks = _remarks, Rewordings = _rewordings };
        var fresh = new Dictionary<MinutesLine, MinutesRow>(sitting.Lines.Count, ReferenceEqualityComparer.Instance);
        var (entries, order) = (new Dictionary<string, MinutesRow>(sitting.Lines.Count, StringComparer.Ordinal), new List<string>(sitting.Lines.Count));
        foreach (var line in sitting.Lines)
        {
            if (!_rows.TryGetValue(line, out var row))
                row = rows.Of(line);
            else if (stale && rows.Of(line) is var again && !Same(row, again))
                row = again;
            fresh[line] = row;
            var key = line.Entry.Sequence.ToString(CultureInfo.InvariantCulture);
            entries[key] = row;
            order.Add(key);
        }
        _rows = fresh;
        return new(plenary, entries, order, Server.Minutes.Unresolved.Of(chronicle, sitting, voice));
    }

    private Chronicle Follow(View view)
    {
        var entries = view.Minutes.UpTo(view.Now.Sequence);
        var chronicle = _chronicle ?? new Chronicle(Proceedings.Before(view.Now.Id));
        for (; _taken < entries.Count; _taken++)
            chronicle = chronicle.After(entries[_taken]);
        return _chronicle = chronicle;
    }

    /// <summary>Whether names, wordings, remarks or the numbers of items may have changed, so that every row is put in words again.</summary>
    private bool IsStale(View view, Proceedings now, Sitting sitting)
    {
        var agenda = ((object)now.Items, (object)now.ItemOrder, now.CurrentPlenary, (object)sitting.Unminuted, (object)now.AllMinutes);
        if (ReferenceEquals(_words, view.Snapshot.Words) && Equals(_agenda, agenda))
            return false;
        (_words, _agenda) = (view.Snapshot.Words, agenda);
        _numbers = now.AgendaInOrder(now.CurrentPlenary).ToDictionary(row => row.Item.Id, row => row.Number);
        _remarks = RemarksByLine.Of(_chronicle!, sitting, view.Snapshot.Words);
        _rewordings = Rewordings.Of(sitting, now.MinutesOf(sitting.Plenary), view.Snapshot.Words);
        return true;
    }

    /// <summary>Whether two rows say the same; figures never change once declared, but their names may.</summary>
    private static bool Same(MinutesRow one, MinutesRow other) =>
        one with { Figures = other.Figures, Remarks = other.Remarks } == other
        && one.Remarks.SequenceEqual(other.Remarks)
        && (ReferenceEquals(one.Figures, other.Figures) || (one.Figures is { } figures && other.Figures is { } others && figures.SequenceEqual(others)));
}

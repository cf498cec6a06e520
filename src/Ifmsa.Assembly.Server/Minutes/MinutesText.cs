using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Minutes;
using Ifmsa.Assembly.Server.Documents;

namespace Ifmsa.Assembly.Server.Minutes;

/// <summary>
/// What minutes say, without what changes about them later: their standing, their signatures and the fixed words of the paper. Its JSON in
/// UTF-8 is what is kept and hashed; a property added later is absent from older texts, so that they keep their hash.
/// </summary>
internal sealed record MinutesText
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        // Kept and hashed, and never set into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public required string Language { get; init; }
    public required DateTimeOffset Dated { get; init; }
    public required string Assembly { get; init; }
    public required int Plenary { get; init; }
    public string? Title { get; init; }
    public required string Date { get; init; }
    public required string Venue { get; init; }
    public required string Opened { get; init; }
    public string? Adjourned { get; init; }
    public required IReadOnlyList<PaperOfficer> Officers { get; init; }
    public required IReadOnlyList<MinutesItem> Items { get; init; }
    public required JournalMark Journal { get; init; }

    /// <summary>The text of a paper.</summary>
    public static MinutesText Of(MinutesPaper paper) => new()
    {
        Language = paper.Language, Dated = paper.Dated, Assembly = paper.Assembly, Plenary = paper.Plenary, Title = paper.Title, Date = paper.Date, Venue = paper.Venue,
        Opened = paper.Opened, Adjourned = paper.Adjourned, Officers = paper.Officers, Items = paper.Items, Journal = paper.Journal,
    };

    /// <summary>The paper of a kept text; null where nothing was kept.</summary>
    public static MinutesPaper? Read(ImmutableDictionary<MatterId, string> words, KeptText? kept) =>
        kept is not null && words.TryGetValue(kept.Words, out var text) ? Parse(text).ToPaper() with { Sha256 = kept.Sha256 } : null;

    /// <summary>The text as it is kept.</summary>
    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <summary>A paper of this text, a draft without signatures.</summary>
    public MinutesPaper ToPaper() => new()
    {
        Words = ImmutableDictionary<string, string>.Empty, Status = PaperStatus.Draft, Signatures = [],
        Language = Language, Dated = Dated, Assembly = Assembly, Plenary = Plenary, Title = Title, Date = Date, Venue = Venue,
        Opened = Opened, Adjourned = Adjourned, Officers = Officers, Items = Items, Journal = Journal,
    };

    /// <summary>A circulated text with the corrections that have been taken up; a remark says whose it is.</summary>
    public static MinutesPaper Corrected(MinutesPaper circulated, PlenaryMinutes state, ImmutableDictionary<MatterId, string> words, Func<Correction, string?> note)
    {
        var taken = state.Corrections.Values.Where(correction => correction.Phase == CorrectionPhase.TakenUp && words.ContainsKey(correction.Words)).OrderBy(correction => correction.Number).ToLookup(correction => correction.Sequence);
        return taken.Count == 0 ? circulated : circulated with
        {
            Sha256 = null,
            Items = [.. circulated.Items.Select(item => item with { Entries = [.. item.Entries.SelectMany((entry, place) => Corrected(item.Entries, place, taken, words, note))] })],
        };
    }

    /// <summary>An entry as corrected, and after the last of its line the remarks it has gained.</summary>
    private static IEnumerable<MinutesEntry> Corrected(IReadOnlyList<MinutesEntry> entries, int place, ILookup<long, Correction> taken, ImmutableDictionary<MatterId, string> words, Func<Correction, string?> note)
    {
        var entry = entries[place];
        var (first, last) = (place == 0 || entries[place - 1].Sequence != entry.Sequence, place + 1 == entries.Count || entries[place + 1].Sequence != entry.Sequence);
        var wording = first ? taken[entry.Sequence].FirstOrDefault(correction => correction.Kind == CorrectionKind.Wording) : null;
        yield return wording is null ? entry : entry with { Text = Voice.Isolated(words[wording.Words]) };
        if (!last)
            yield break;
        foreach (var remark in taken[entry.Sequence].Where(correction => correction.Kind == CorrectionKind.Remark))
            yield return new() { Sequence = entry.Sequence, Time = entry.Time, Kind = MinutesEntryKind.Remark, Text = Voice.Isolated(words[remark.Words]), Note = note(remark) };
    }

    private static MinutesText Parse(string text) =>
        JsonSerializer.Deserialize<MinutesText>(text, Json) ?? throw new InvalidOperationException("Kept minutes cannot be read.");
}

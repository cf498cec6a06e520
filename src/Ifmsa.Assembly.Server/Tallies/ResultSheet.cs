using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Documents;
using Ifmsa.Assembly.Server.Journal;
using Ifmsa.Assembly.Server.Minutes;
using Ifmsa.Assembly.Server.Wording;

namespace Ifmsa.Assembly.Server.Tallies;

/// <summary>Makes the sheets of an assembly's results, from the lines its minutes tell them with.</summary>
internal sealed class ResultSheet
{
    private readonly Snapshot _snapshot;
    private readonly PaperWords _words;
    private readonly Sentences _sentences;
    private readonly Chronicle _chronicle;
    private readonly Dictionary<BallotId, MinutesLine> _lines = [];

    public ResultSheet(Snapshot snapshot, IEnumerable<Entry> entries, Sentences sentences, PaperWords words)
    {
        (_snapshot, _sentences, _words) = (snapshot, sentences, words);
        _chronicle = Chronicle.Of(snapshot.Now.Id, entries.TakeWhile(entry => entry.Sequence <= snapshot.Now.Sequence));
        foreach (var line in _chronicle.Sittings.Values.SelectMany(sitting => sitting.Lines))
        {
            if (line.Declares is { } declared)
                _lines[declared.Id] = line;
        }
    }

    /// <summary>The sheet of a declared vote; null for any other.</summary>
    public ResultPaper? Of(BallotId id)
    {
        var now = _snapshot.Now;
        if (now.Find(id) is not { Test: false, Result: { } result } ballot || !_lines.TryGetValue(id, out var line))
            return null;
        var voice = new Voice(_sentences, now, _snapshot.Words) { Alone = Voice.Isolated, Day = ballot.OpenedAt };
        var entry = new PaperLines(now, voice) { FiguresBy = asked => _chronicle.FiguresBy.GetValueOrDefault(asked.Id) }.Of(line, []).First();
        return new()
        {
            Language = _words.Language, Words = _words.Texts, Dated = now.At, Assembly = now.Charter!.Name, Plenary = now.Plenaries[ballot.Plenary].Number, Ballot = ballot.Number,
            Date = voice.Date(ballot.OpenedAt), Title = entry.Heading ?? ballot.Title, Entry = entry with { Heading = null }, Particulars = [.. ParticularsOf(ballot, result, voice)],
            Regions = RegionsOf(ballot, voice), Void = ballot.VoidReason, Journal = new(now.Sequence, _snapshot.Head[..8]),
        };
    }

    private IEnumerable<Particular> ParticularsOf(Ballot ballot, Result result, Voice voice)
    {
        yield return new(_words.Texts["result.taken"], $"{voice.Clock(ballot.OpenedAt)} – {(ballot.ClosedAt is { } closed ? voice.Clock(closed) : "")}");
        yield return new(_words.Texts["result.method"], _words.Texts["result.method." + Key(ballot.Method)] + " · " + _words.Texts["result.disclosure." + Key(ballot.Disclosure)]);
        yield return new(_words.Texts["result.base"], _words.Texts["result.base." + Key(ballot.Majority.Base)]);
        if (result.Margin is { } margin)
            yield return new(_words.Texts["result.margin"], voice.Say(margin < 0 ? "told.margin.short" : "told.margin.over", Math.Abs(margin)));
        if (ballot.Concerned is { } concerned)
            yield return new(_words.Texts["result.concerned"], Voice.Isolated(_snapshot.Now.NameOf(concerned)));
        // Whole, so that whoever keeps the sheet can hold the journal to it; in groups, so that it breaks on narrow paper.
        yield return new(_words.Texts["result.journal"], string.Join(' ', _snapshot.Head.Chunk(16).Select(group => new string(group))));
    }

    private FigureTable? RegionsOf(Ballot ballot, Voice voice) => RegionFigures.Of(_snapshot.Now, ballot) is not { } regions ? null : new(
        [_words.Texts["result.region"], .. ballot.Options.Select(voice.Label)],
        [.. regions.Select(region => (IReadOnlyList<string>)[region.Region ?? _words.Texts["result.other-regions"], .. ballot.Options.Select(option => $"{region.Figures[option.Key]}")])]);

    private static string Key(Enum word) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(word.ToString());
}

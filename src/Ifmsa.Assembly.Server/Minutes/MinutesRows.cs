using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Floor.Boards;

namespace Ifmsa.Assembly.Server.Minutes;

/// <summary>The lines of a sitting as a page shows them, each with what its entry holds.</summary>
internal sealed class MinutesRows(Proceedings now, Sitting sitting, Voice voice)
{
    /// <summary>The numbers of items on the agenda.</summary>
    public required IReadOnlyDictionary<ItemId, string> Numbers { get; init; }

    /// <summary>Remarks by the sequence of their line.</summary>
    public required ILookup<long, (MatterId Id, string Text)> Remarks { get; init; }

    /// <summary>Sentences in the secretary's words, by the sequence of their entry.</summary>
    public required IReadOnlyDictionary<long, string> Rewordings { get; init; }

    /// <summary>The row of a line.</summary>
    public MinutesRow Of(MinutesLine line)
    {
        var (own, result, key) = (voice.Say(line.Text), line.Declares?.Result, line.Entry.Sequence);
        var text = Rewordings.GetValueOrDefault(key, own);
        var sentence = line.IsFixed(sitting) ? null : text;
        // The words of an amendment stand in its row, many or few; a motion's own text has pages of its own.
        if (line.Amendment is not null)
            text = string.Join(' ', line.Readings.Select(reading => reading.Label is { } label ? $"{voice.Say(label)}: “{reading.Text}”" : "").Prepend(text));
        return new(
            line.Entry.At, line.Item, line.Item is { } item ? Numbers.GetValueOrDefault(item) : null, line.Kind,
            line.Declares is { } ballot && result is not null ? $"{text} {voice.Counts(ballot, result)} — {voice.Needed(ballot, result)}" : text,
            line.Declares is { } declared && result is not null ? Figures(declared, result) : null,
            line.Article is { } article ? voice.Say(article) : null,
            line.Entry.By.Participant is { } by ? voice.NameOf(by) : null,
            Remarks[line.Entry.Sequence].ToDictionary(remark => remark.Id, remark => remark.Text),
            now.ReversibleActs.ContainsKey(line.Entry.Act) ? line.Entry.Act : null,
            line.CorrectedBy is not null,
            sentence, sentence is not null && Rewordings.ContainsKey(key) ? own : null, now.MinutesOf(sitting.Plenary).Rewordings.GetValueOrDefault(key)?.Revision);
    }

    private Dictionary<string, int> Figures(Ballot ballot, Result result)
    {
        var figures = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var option in ballot.Options)
        {
            var label = option.Nominee is { } nominee ? voice.NameOf(nominee) : option.Motion is null ? option.Key : voice.Label(option);
            // Two nominees of one name stay apart.
            figures[figures.ContainsKey(label) ? $"{label} ({option.Key[..4]})" : label] = result.Figures[option.Key];
        }
        return figures;
    }
}

using Ifmsa.Assembly.Core.Minutes;
using Ifmsa.Assembly.Server.Documents;

namespace Ifmsa.Assembly.Server.Minutes;

/// <summary>Minutes as a page: the paper, what it changes against the circulated text, and where else it can be had.</summary>
/// <param name="Paper">What the PDF is made of.</param>
/// <param name="Changed">The circulated sentences that have been corrected, by the sequence of their entry.</param>
/// <param name="Gained">The entries under which remarks were added, and how many.</param>
/// <param name="Address">Its own address, without an ending.</param>
/// <param name="Published">Whether anybody may read it.</param>
/// <param name="Reader">What a member that reads them can do and has done.</param>
public sealed record MinutesDocumentData(
    MinutesPaper Paper, IReadOnlyDictionary<long, string> Changed, IReadOnlyDictionary<long, int> Gained, string Address, bool Published, MinutesReader Reader)
{
    /// <summary>A document, with what differs between the text and an earlier one.</summary>
    public static MinutesDocumentData Of(MinutesPaper paper, MinutesPaper? circulated, string address, bool published, MinutesReader reader)
    {
        var (changed, gained) = (new Dictionary<long, string>(), new Dictionary<long, int>());
        if (circulated is not null)
        {
            var was = Lines(circulated);
            foreach (var (sequence, entries) in Lines(paper))
            {
                if (!was.TryGetValue(sequence, out var earlier))
                    continue;
                if (earlier[0].Text != entries[0].Text)
                    changed[sequence] = earlier[0].Text;
                if (entries.Count > earlier.Count)
                    gained[sequence] = entries.Count - earlier.Count;
            }
        }
        return new(paper, changed, gained, address, published, reader);
    }

    private static Dictionary<long, List<MinutesEntry>> Lines(MinutesPaper paper) =>
        paper.Items.SelectMany(item => item.Entries).GroupBy(entry => entry.Sequence).ToDictionary(line => line.Key, line => line.ToList());
}

/// <summary>What a reader of minutes can do and has done.</summary>
/// <param name="Proposing">Where they can propose a correction to a line; null where they cannot.</param>
/// <param name="Proposed">What their delegation has proposed, by the sequence of the entry.</param>
public sealed record MinutesReader(string? Proposing, ILookup<long, OwnCorrection> Proposed)
{
    /// <summary>Anybody.</summary>
    public static MinutesReader Public { get; } = new(Proposing: null, Array.Empty<OwnCorrection>().ToLookup(_ => 0L));
}

/// <summary>A correction as the delegation that proposed it sees it.</summary>
/// <param name="Number">From 1, in order of the plenary.</param>
/// <param name="Phase">Where it stands.</param>
/// <param name="Paragraphs">The words it asks for; none once erased.</param>
public sealed record OwnCorrection(int Number, CorrectionPhase Phase, IReadOnlyList<string> Paragraphs);

using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Server.Minutes;

/// <summary>The secretary's remarks at the lines they belong to.</summary>
internal static class RemarksByLine
{
    /// <summary>Remarks by the sequence of their line. One on an entry that has no line of its own, such as a single vote, stands at the line before it.</summary>
    public static ILookup<long, (MatterId Id, string Text)> Of(Chronicle chronicle, Sitting sitting, ImmutableDictionary<MatterId, string> words)
    {
        return (from remark in chronicle.Remarks
                where chronicle.SittingOf(remark.On)?.Plenary == sitting.Plenary
                let line = sitting.LineUpTo(remark.On)
                // What is remarked on an entry that is not minuted is not minuted either.
                where line is not null && (line.Entry.Sequence == remark.On || !sitting.IsUnminuted(remark.On)) && words.ContainsKey(remark.Remark)
                select (line.Entry.Sequence, remark.Remark)).ToLookup(row => row.Sequence, row => (row.Remark, words[row.Remark]));
    }
}

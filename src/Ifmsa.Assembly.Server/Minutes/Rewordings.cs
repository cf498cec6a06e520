using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Minutes;

namespace Ifmsa.Assembly.Server.Minutes;

/// <summary>The secretary's own words for the sentences of a sitting.</summary>
internal static class Rewordings
{
    /// <summary>Words by the sequence of their line. A line that has become fixed since, as by an order not to minute, stands as the journal has it.</summary>
    public static IReadOnlyDictionary<long, string> Of(Sitting sitting, PlenaryMinutes state, ImmutableDictionary<MatterId, string> words)
    {
        var found = new Dictionary<long, string>();
        if (state.Rewordings.IsEmpty)
            return found;
        foreach (var line in sitting.Lines)
        {
            if (state.Rewordings.TryGetValue(line.Entry.Sequence, out var reworded) && reworded.Words is { } id && words.TryGetValue(id, out var text) && !line.IsFixed(sitting))
                found[line.Entry.Sequence] = text;
        }
        return found;
    }
}

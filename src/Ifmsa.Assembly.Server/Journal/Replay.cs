using System.Runtime.ExceptionServices;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Server.Journal;

/// <summary>Folds rows of a journal, checking the chain on the way.</summary>
public static class Replay
{
    /// <summary>The state after some rows; throws <see cref="BrokenChainException"/> where the chain does not hold.</summary>
    /// <param name="before">Where to begin.</param>
    /// <param name="rows">Rows in order.</param>
    /// <param name="seen">Is shown each entry.</param>
    public static Snapshot After(Snapshot before, IEnumerable<JournalRow> rows, Action<Entry> seen)
    {
        var (now, hash) = (before.Now, before.Hash);
        try
        {
            // A row is hashed and read by itself; only the fold has to wait for the one before.
            foreach (var (row, entry) in rows.AsParallel().AsOrdered().Select(row => (row, Read(row))))
            {
                if (entry is null || row.Sequence != now.Sequence + 1 || !hash.AsSpan().SequenceEqual(row.Previous))
                    throw new BrokenChainException(row.Sequence);
                now = now.After(entry);
                hash = row.Hash;
                seen(entry);
            }
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.InnerException!);
        }
        return before with { Now = now, Hash = hash };
    }

    /// <summary>The entry of a row; null where its hashes do not hold.</summary>
    private static Entry? Read(JournalRow row) =>
        Chain.Digest(row.Payload).AsSpan().SequenceEqual(row.Digest)
        && Chain.Hash(row.Previous, row.Sequence, row.AtMicroseconds, row.Kind, row.Digest).AsSpan().SequenceEqual(row.Hash)
            ? EntryCodec.Decode(row.Sequence, Chain.Time(row.AtMicroseconds), row.Kind, row.Payload)
            : null;
}

/// <summary>The journal on disk is not the one that was written; the command <c>verify</c> says where.</summary>
public sealed class BrokenChainException(long sequence) : Exception($"The journal's chain breaks at fact {sequence}; run the command verify.");

using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Journal;

namespace Ifmsa.Assembly.Server.Archive;

/// <summary>Conditions on a row of a journal that is written to an archive, or read from one.</summary>
internal static class Rows
{
    /// <summary>Whether a row is whole, and comes right after another in the chain.</summary>
    public static bool Follows(this JournalRow row, long sequence, ReadOnlySpan<byte> hash) =>
        row.Sequence == sequence + 1 && hash.SequenceEqual(row.Previous) && Chain.Digest(row.Payload).AsSpan().SequenceEqual(row.Digest)
        && Chain.Hash(row.Previous, row.Sequence, row.AtMicroseconds, row.Kind, row.Digest).AsSpan().SequenceEqual(row.Hash);

    /// <summary>The name in the fact that every journal begins with; empty where it does not.</summary>
    public static string NameOfNew(this Fact fact) => fact is AssemblyCreated created ? created.Charter.Name : "";
}

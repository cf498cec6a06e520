using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Server.Journal;

/// <summary>A fact as it stands on disk, with the chain's fields; see <see cref="Chain"/>.</summary>
/// <param name="Sequence">From 1, without gaps.</param>
/// <param name="AtMicroseconds">UTC, microseconds since 1970.</param>
/// <param name="Kind">The fact's kind.</param>
/// <param name="Payload">JSON in UTF-8, hashed as stored.</param>
/// <param name="Digest">SHA-256 of the payload.</param>
/// <param name="Previous">The hash before.</param>
/// <param name="Hash">This fact's hash.</param>
public sealed record JournalRow(long Sequence, long AtMicroseconds, string Kind, byte[] Payload, byte[] Digest, byte[] Previous, byte[] Hash);

/// <summary>The answer a command was given, so that the same command gets it again.</summary>
/// <param name="Digest">SHA-256 of the command's kind and body; the same id with another digest is refused.</param>
/// <param name="Answer">The receipt or refusal, JSON in UTF-8.</param>
public sealed record KeptAnswer(byte[] Digest, byte[] Answer);

/// <summary>Where journals are kept. Calls are made by one writer per assembly at a time; implementations are safe for several assemblies at once.</summary>
public interface IJournalStore
{
    /// <summary>Begins the one transaction of a group commit; waits for its turn among the assemblies of one database.</summary>
    IJournalTransaction Begin(AssemblyId assembly);

    /// <summary>The facts after a sequence, in order, at most up to another (inclusive).</summary>
    IEnumerable<JournalRow> Read(AssemblyId assembly, long after, long upTo = long.MaxValue);

    /// <summary>All words kept beside an assembly's journal.</summary>
    IEnumerable<Matter> ReadMatters(AssemblyId assembly);

    /// <summary>The assemblies that have a journal here.</summary>
    IReadOnlyList<AssemblyId> Assemblies();
}

/// <summary>One group commit; disposing it without <see cref="Commit"/> leaves no trace.</summary>
public interface IJournalTransaction : IDisposable
{
    /// <summary>The sequence and hash of the last fact on disk, or 0 and the chain's root.</summary>
    (long Sequence, byte[] Hash) Head { get; }

    /// <summary>What this device was answered for this command, if it was.</summary>
    KeptAnswer? FindAnswer(DeviceId device, CommandId command);

    /// <summary>Appends a fact.</summary>
    void Append(JournalRow row);

    /// <summary>Keeps an answer.</summary>
    void Keep(DeviceId device, CommandId command, KeptAnswer answer);

    /// <summary>Keeps words beside the journal.</summary>
    void Keep(Matter matter);

    /// <summary>Erases words beside the journal, with their salt.</summary>
    void Erase(MatterId matter);

    /// <summary>Makes it durable; when this returns, the facts are on disk.</summary>
    void Commit();
}

using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Server.Journal;

/// <summary>A committed state of one assembly, with the words kept beside its journal; immutable, shared by all readers.</summary>
/// <param name="Now">The proceedings.</param>
/// <param name="Hash">The head's hash.</param>
/// <param name="Words">Erasable words by id.</param>
public sealed record Snapshot(Proceedings Now, byte[] Hash, ImmutableDictionary<MatterId, string> Words)
{
    /// <summary>The head hash in lower-case hexadecimal.</summary>
    public string Head => Convert.ToHexStringLower(Hash);

    /// <summary>Somebody's name; null while unknown or once erased.</summary>
    public string? NameOf(Participant person) => person.Name is { } name ? Words.GetValueOrDefault(name.Id) : null;
}

/// <summary>What a group commit made durable.</summary>
/// <param name="Snapshot">The state after it.</param>
/// <param name="Entries">The facts in order.</param>
public sealed record Committed(Snapshot Snapshot, IReadOnlyList<Entry> Entries);

using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Server.Floor.Boards;

/// <summary>The entries that minutes are made of: all but the single votes, which stand in the results. One writes, anybody reads.</summary>
public sealed class MinutesBook
{
    private ImmutableList<Entry>.Builder? _replaying = ImmutableList.CreateBuilder<Entry>();
    private volatile ImmutableList<Entry> _entries = [];

    /// <summary>The entries so far, in order.</summary>
    public ImmutableList<Entry> Entries => _entries;

    /// <summary>Takes an entry while the journal is replayed.</summary>
    public void Replayed(Entry entry)
    {
        if (Belongs(entry))
            _replaying!.Add(entry);
    }

    /// <summary>The replay is over.</summary>
    public void Ready()
    {
        _entries = _replaying!.ToImmutable();
        _replaying = null;
    }

    /// <summary>Takes what a commit added.</summary>
    public void Add(IEnumerable<Entry> committed) => _entries = _entries.AddRange(committed.Where(Belongs));

    private static bool Belongs(Entry entry) => entry.Fact is not (VoteCast or VoteEntered or EntryConfirmed);
}

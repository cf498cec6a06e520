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

    /// <summary>The entries up to a fact, in order; more may have been committed since.</summary>
    public ImmutableList<Entry> UpTo(long sequence)
    {
        var entries = _entries;
        var count = entries.Count;
        while (count > 0 && entries[count - 1].Sequence > sequence)
            count--;
        return entries.RemoveRange(count, entries.Count - count);
    }

    /// <summary>The board made from the entries; for the publisher's loop alone.</summary>
    internal MinutesSheet Sheet { get; } = new();

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
    public void Add(IReadOnlyList<Entry> committed) => _entries = _entries.AddRange(committed.Where(Belongs));

    private static bool Belongs(Entry entry) => entry.Fact is not (VoteCast or VoteEntered or EntryConfirmed or VoteAnswered or CallPassed or TabletUnlocked or TabletLocked);
}

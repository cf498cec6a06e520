using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Journal;

namespace Ifmsa.Assembly.Server.Tests.Simulation;

/// <summary>What is on a disk that outlives the server.</summary>
internal sealed class FaultyDisk(AssemblyId assembly)
{
    public List<JournalRow> Rows { get; } = [];

    public Dictionary<(DeviceId, CommandId), KeptAnswer> Answers { get; } = [];

    public List<Matter> Matters { get; } = [];

    /// <summary>What went wrong for good; the writer takes any exception of a commit for a bad disk, so it is kept here.</summary>
    public SimulationException? Fault { get; set; }

    public byte[] Head => Rows.Count == 0 ? Chain.Root(assembly) : Rows[^1].Hash;

    public void Erase(IReadOnlyList<MatterId> erased) => Matters.RemoveAll(matter => erased.Contains(matter.Id));

    /// <summary>Takes a transaction whole, and fails the test where the chain would break or an answer be given twice.</summary>
    public void Take(IReadOnlyList<JournalRow> rows, IReadOnlyList<((DeviceId, CommandId) Key, KeptAnswer Answer)> answers, IReadOnlyList<Matter> matters)
    {
        foreach (var row in rows)
        {
            if (row.Sequence != Rows.Count + 1 || !row.Previous.AsSpan().SequenceEqual(Head)
                || !Chain.Hash(row.Previous, row.Sequence, row.AtMicroseconds, row.Kind, Chain.Digest(row.Payload)).AsSpan().SequenceEqual(row.Hash))
            {
                throw Fault ??= new SimulationException($"The chain breaks at {row.Sequence}.");
            }
            Rows.Add(row);
        }
        foreach (var (key, answer) in answers)
        {
            if (!Answers.TryAdd(key, answer))
                throw Fault ??= new SimulationException($"Command {key} is answered twice.");
        }
        Matters.AddRange(matters);
    }
}

/// <summary>A server's way to the disk: it fails before a commit, after one, or is slow; a killed server reaches nothing more.</summary>
internal sealed class FaultyStore(AssemblyId assembly, FaultyDisk disk, Random random, Faults faults, Action slow) : IJournalStore
{
    private readonly FaultyDisk _disk = disk;
    private readonly Random _random = random;
    private readonly Faults _faults = faults;
    private readonly Action _slow = slow;
    private bool _killed;

    /// <summary>kill -9: what was not on disk never gets there.</summary>
    public void Kill() => _killed = true;

    public IJournalTransaction Begin(AssemblyId id)
    {
        if (_killed || _random.NextDouble() < _faults.Locked)
            throw new IOException("The database is locked.");
        return new Transaction(this);
    }

    public IEnumerable<JournalRow> Read(AssemblyId id, long after, long upTo = long.MaxValue)
    {
        if (_killed)
            throw new IOException("The server is gone.");
        for (var place = (int)after; place < _disk.Rows.Count && _disk.Rows[place].Sequence <= upTo; place++)
            yield return _disk.Rows[place];
    }

    public IEnumerable<Matter> ReadMatters(AssemblyId id) => _disk.Matters;

    public IReadOnlyList<AssemblyId> Assemblies() => [assembly];

    private sealed class Transaction(FaultyStore store) : IJournalTransaction
    {
        private readonly List<JournalRow> _rows = [];
        private readonly List<((DeviceId, CommandId) Key, KeptAnswer Answer)> _answers = [];
        private readonly Dictionary<(DeviceId, CommandId), KeptAnswer> _own = [];
        private readonly List<Matter> _matters = [];
        private readonly List<MatterId> _erased = [];

        public (long Sequence, byte[] Hash) Head { get; } = (store._disk.Rows.Count, store._disk.Head);

        public KeptAnswer? FindAnswer(DeviceId device, CommandId command) =>
            store._disk.Answers.GetValueOrDefault((device, command)) ?? _own.GetValueOrDefault((device, command));

        public void Append(JournalRow row)
        {
            store.Fail(store._faults.Full, "The disk is full.");
            _rows.Add(row);
        }

        public void Keep(DeviceId device, CommandId command, KeptAnswer answer)
        {
            _answers.Add(((device, command), answer));
            _own.Add((device, command), answer);
        }

        public void Keep(Matter matter) => _matters.Add(matter);

        public void Erase(MatterId matter) => _erased.Add(matter);

        public void Commit()
        {
            if (store._killed)
                throw new IOException("The server is gone.");
            store.Fail(store._faults.Before, "The commit failed.");
            store._disk.Take(_rows, _answers, _matters);
            store._disk.Erase(_erased);
            if (store._random.NextDouble() < store._faults.Slow)
                store._slow();
            store.Fail(store._faults.After, "Nobody knows what became of the commit.");
        }

        public void Dispose()
        {
        }
    }

    private void Fail(double likely, string why)
    {
        if (_random.NextDouble() < likely)
            throw new IOException(why);
    }
}

/// <summary>How often each thing goes wrong, from 0 to 1.</summary>
internal sealed record Faults(double Locked, double Full, double Before, double After, double Slow, double Dropped, double Doubled, int DelayedAtMost)
{
    public static Faults Many { get; } = new(Locked: 0.01, Full: 0.0005, Before: 0.02, After: 0.02, Slow: 0.02, Dropped: 0.1, Doubled: 0.1, DelayedAtMost: 12);

    public static Faults None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0);
}

/// <summary>An invariant does not hold.</summary>
internal sealed class SimulationException(string what) : Exception(what);

using System.Collections.Immutable;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using System.Threading.Channels;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Floor;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Wording;

namespace Ifmsa.Assembly.Server.Journal;

/// <summary>
/// The one writer of an assembly: takes commands from a bounded queue, decides, commits all that queued meanwhile in one
/// transaction, and only then answers and publishes. Its loop is the only code that changes the state; everybody else reads snapshots.
/// </summary>
public sealed partial class AssemblyWriter : IAsyncDisposable
{
    private static readonly TimeSpan CommitWarning = TimeSpan.FromMilliseconds(250);

    private readonly AssemblyId _assembly;
    private readonly IJournalStore _store;
    private readonly TimeProvider _clock;
    private readonly IRefusalTexts _texts;
    private readonly FloorSettings _settings;
    private readonly Action<Committed> _committed;
    private readonly ILogger<AssemblyWriter> _log;
    private readonly Channel<Submission> _queue;
    private readonly Task _loop;
    private volatile Snapshot _snapshot;

    /// <summary>Replays the journal, checking its chain, and starts writing.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="store">Where its journal is.</param>
    /// <param name="clock">The clock of the shell.</param>
    /// <param name="texts">Puts refusals in words.</param>
    /// <param name="settings">Bounds of queue and batch.</param>
    /// <param name="replayed">Is shown each entry of the journal as it stands.</param>
    /// <param name="committed">Called on the writer's loop after each commit; returns at once and never throws.</param>
    /// <param name="log">Facts and sizes only.</param>
    public AssemblyWriter(
        AssemblyId assembly, IJournalStore store, TimeProvider clock, IRefusalTexts texts, FloorSettings settings, Action<Entry> replayed, Action<Committed> committed, ILogger<AssemblyWriter> log)
    {
        (_assembly, _store, _clock, _texts, _settings, _committed, _log) = (assembly, store, clock, texts, settings, committed, log);
        _queue = Channel.CreateBounded<Submission>(new BoundedChannelOptions(settings.QueueLength) { SingleReader = true });
        var start = Stopwatch.GetTimestamp();
        var words = store.ReadMatters(assembly).ToImmutableDictionary(matter => matter.Id, matter => matter.Text);
        _snapshot = Replay.After(new(Proceedings.Before(assembly), Chain.Root(assembly), words), store.Read(assembly, after: 0), replayed);
        Log.Replayed(_log, _snapshot.Now.Sequence, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        _loop = RunAsync();
    }

    /// <summary>The last committed state.</summary>
    public Snapshot Snapshot => _snapshot;

    /// <summary>How many commands wait.</summary>
    public int Queued => _queue.Reader.Count;

    /// <summary>Submits a command; the answer comes once it is on disk. A full queue answers <c>floor.busy</c> at once.</summary>
    public Task<Answer> SubmitAsync(CommandId id, Credential by, Command command) => Enqueue(Submission.Of(id, by, command));

    /// <summary>The same, with the bytes the command came in, by which a retry is told from another command under its id.</summary>
    public Task<Answer> SubmitAsync(CommandId id, Credential by, Command command, ReadOnlySpan<byte> body) => Enqueue(Submission.Of(id, by, command, body));

    /// <summary>Records a message that is no command, and answers why.</summary>
    public Task<Answer> RejectAsync(CommandId id, Credential by, string kind, ReadOnlySpan<byte> body, Refusal fault) =>
        Enqueue(Submission.Faulty(id, by, kind, body, fault));

    /// <summary>Stops taking commands, commits and answers those that wait, and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
    }

    private Task<Answer> Enqueue(Submission submission)
    {
        if (!_queue.Writer.TryWrite(submission))
        {
            Meters.Refusals.Add(1, new KeyValuePair<string, object?>("code", "floor.busy"));
            return Task.FromResult(_texts.Answer(new FloorIsBusy()));
        }
        return submission.Answered;
    }

    private async Task RunAsync()
    {
        // The constructor must return before the first commit.
        await Task.Yield();
        var batch = new List<Submission>(_settings.BatchLength);
        while (await _queue.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < _settings.BatchLength && _queue.Reader.TryRead(out var submission))
                batch.Add(submission);
            Commit(batch);
        }
    }

    private void Commit(List<Submission> batch)
    {
        var start = Stopwatch.GetTimestamp();
        var answers = new Answer[batch.Count];
        var entries = new List<Entry>();
        Snapshot after;
        try
        {
            using var transaction = _store.Begin(_assembly);
            CatchUp(transaction);
            after = Decide(batch, transaction, entries, answers);
            transaction.Commit();
        }
        catch (Exception failure)
        {
            // Whether the facts reached the disk may be unknown: the next transaction catches up from the journal, and the
            // same command sent again finds its answer there or is decided anew.
            Log.CommitFailed(_log, batch.Count, failure);
            var unwritable = _texts.Answer(new FloorCannotWrite());
            foreach (var submission in batch)
                submission.Answer(unwritable);
            return;
        }
        var took = Stopwatch.GetElapsedTime(start);
        _snapshot = after;
        if (entries.Count > 0)
            _committed(new(after, entries));
        for (var place = 0; place < batch.Count; place++)
            batch[place].Answer(answers[place]);
        Meters.Batch.Record(batch.Count);
        Meters.CommitTime.Record(took.TotalMilliseconds);
        if (took > CommitWarning)
            Log.CommitSlow(_log, entries.Count, after.Now.Sequence, took.TotalMilliseconds);
        else
            Log.Committed(_log, entries.Count, after.Now.Sequence, took.TotalMilliseconds);
    }

    /// <summary>Reads what a commit of unknown outcome, or another server, has put into the journal.</summary>
    private void CatchUp(IJournalTransaction transaction)
    {
        if (transaction.Head.Sequence == _snapshot.Now.Sequence)
            return;
        var entries = new List<Entry>();
        var words = _store.ReadMatters(_assembly).ToImmutableDictionary(matter => matter.Id, matter => matter.Text);
        _snapshot = Replay.After(_snapshot with { Words = words }, _store.Read(_assembly, _snapshot.Now.Sequence, transaction.Head.Sequence), entries.Add);
        Log.CaughtUp(_log, entries.Count, _snapshot.Now.Sequence);
        _committed(new(_snapshot, entries));
    }

    private Snapshot Decide(List<Submission> batch, IJournalTransaction transaction, List<Entry> entries, Answer[] answers)
    {
        var state = _snapshot;
        for (var place = 0; place < batch.Count; place++)
        {
            var submission = batch[place];
            if (transaction.FindAnswer(submission.By.Device, submission.Id) is { } kept)
            {
                answers[place] = kept.Digest.AsSpan().SequenceEqual(submission.Digest)
                    ? JsonSerializer.Deserialize<Answer>(kept.Answer, JournalJson.Options)!
                    : _texts.Answer(new CommandIdReused());
                continue;
            }
            var before = entries.Count;
            (state, answers[place]) = Decide(state, submission, transaction, entries);
            // What came in anew is kept with its answer; nothing else could tell a retry from a second act.
            transaction.Keep(submission.By.Device, submission.Id, new(submission.Digest, JsonSerializer.SerializeToUtf8Bytes(answers[place], JournalJson.Options)));
            if (answers[place].Refusal is { } refusal)
                Meters.Refusals.Add(1, new KeyValuePair<string, object?>("code", refusal.Code));
            Debug.Assert(answers[place].Accepted || entries.Count == before, "A refusal changes nothing.");
        }
        return state;
    }

    private (Snapshot After, Answer Answer) Decide(Snapshot state, Submission submission, IJournalTransaction transaction, List<Entry> entries)
    {
        if (submission.Fault is { } fault)
            return (state, _texts.Answer(fault));
        var now = state.Now;
        var moment = new Moment(now.ActorOf(submission.By), Later(_clock.GetUtcNow(), now.At), RandomNumberGenerator.GetBytes(32));
        Decision decision;
        var made = new List<Entry>();
        try
        {
            decision = now.Decide(submission.Command!, moment);
            foreach (var fact in decision.Facts)
            {
                var entry = new Entry(now.Sequence + 1, state.Now.Sequence + 1, moment.At, moment.By.AsAuthor, fact);
                now = now.After(entry);
                made.Add(entry);
            }
        }
        catch (Exception failure)
        {
            // A fault of ours in one act must not take the others of its batch with it, nor touch the state.
            Log.ActFailed(_log, Catalogue.Of(submission.Command!).Kind, failure);
            return (state, _texts.Answer(new ActFaulted()));
        }
        if (decision.Refusal is { } refusal)
            return (state, _texts.Answer(refusal));
        var (hash, at) = (state.Hash, Chain.Microseconds(moment.At));
        foreach (var entry in made)
        {
            var (payload, kind) = (EntryCodec.Encode(entry), Catalogue.Of(entry.Fact).Kind);
            var digest = Chain.Digest(payload);
            var next = Chain.Hash(hash, entry.Sequence, at, kind, digest);
            transaction.Append(new(entry.Sequence, at, kind, payload, digest, hash, next));
            hash = next;
        }
        var words = state.Words;
        foreach (var matter in decision.Matters)
        {
            transaction.Keep(matter);
            words = words.SetItem(matter.Id, matter.Text);
        }
        foreach (var erased in decision.Erased)
        {
            transaction.Erase(erased);
            words = words.Remove(erased);
        }
        entries.AddRange(made);
        var after = new Snapshot(now, hash, words);
        return (after, new Answer(now.Sequence, after.Head, Refusal: null));
    }

    /// <summary>Whole microseconds, as the journal keeps them, and never before the last fact.</summary>
    private static DateTimeOffset Later(DateTimeOffset clock, DateTimeOffset last)
    {
        var at = Chain.Time(Chain.Microseconds(clock));
        return at < last ? last : at;
    }

    private static partial class Log
    {
        [LoggerMessage(201, LogLevel.Debug, "Committed {Facts} facts up to {Sequence} in {Milliseconds} ms")]
        public static partial void Committed(ILogger logger, int facts, long sequence, double milliseconds);

        [LoggerMessage(202, LogLevel.Warning, "A commit of {Facts} facts up to {Sequence} took {Milliseconds} ms")]
        public static partial void CommitSlow(ILogger logger, int facts, long sequence, double milliseconds);

        [LoggerMessage(203, LogLevel.Error, "A commit of {Commands} commands failed; nothing was acknowledged")]
        public static partial void CommitFailed(ILogger logger, int commands, Exception failure);

        [LoggerMessage(204, LogLevel.Warning, "Caught up {Facts} facts to {Sequence} from the journal")]
        public static partial void CaughtUp(ILogger logger, int facts, long sequence);

        [LoggerMessage(205, LogLevel.Information, "Replayed {Facts} facts in {Milliseconds} ms")]
        public static partial void Replayed(ILogger logger, long facts, double milliseconds);

        [LoggerMessage(206, LogLevel.Error, "The act {Kind} failed; it was refused and changed nothing")]
        public static partial void ActFailed(ILogger logger, string kind, Exception failure);
    }
}

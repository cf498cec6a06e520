using System.Collections.Concurrent;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Plenaries;
using Ifmsa.Assembly.Server.Floor.Boards;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Journal;
using Ifmsa.Assembly.Server.Wording;

namespace Ifmsa.Assembly.Server.Floor;

/// <summary>One assembly at work: its writer, and what publishes its boards.</summary>
public sealed record Hall(AssemblyWriter Writer, Publisher Publisher);

/// <summary>The assemblies of this installation; opens a hall for each at start, and closes them in order at the end.</summary>
public sealed partial class Assemblies(
    IJournalStore store, TimeProvider clock, IRefusalTexts texts, FloorSettings settings, BoardRoom boards, FloorConnections connections, Backups backups,
    Accounts.EndedAccounts endedAccounts, Accounts.ErasedPeople erasedPeople, IHostApplicationLifetime lifetime, ILoggerFactory logs)
    : IAssemblies, IHostedService
{
    private static readonly TimeSpan RecountPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<AssemblyId, Hall> _halls = new();
    private readonly ILogger _log = logs.CreateLogger<Assemblies>();
    private readonly Lock _opening = new();

    /// <inheritdoc/>
    public IReadOnlyCollection<AssemblyId> All => [.. _halls.Keys];

    /// <summary>All halls.</summary>
    public IEnumerable<KeyValuePair<AssemblyId, Hall>> Halls => _halls;

    /// <inheritdoc/>
    public Proceedings? Find(AssemblyId assembly) => HallOf(assembly)?.Writer.Snapshot.Now;

    /// <inheritdoc/>
    public string? Words(AssemblyId assembly, MatterId matter) => HallOf(assembly)?.Writer.Snapshot.Words.GetValueOrDefault(matter);

    /// <summary>The hall of an assembly, or null.</summary>
    public Hall? HallOf(AssemblyId assembly) => _halls.GetValueOrDefault(assembly);

    /// <inheritdoc/>
    public Task<Answer> SubmitAsync(AssemblyId assembly, Credential by, CommandId id, Command command, CancellationToken cancellation) =>
        HallOf(assembly) is { } hall ? hall.Writer.SubmitAsync(id, by, command) : Task.FromResult(texts.Answer(new NoSuchAssembly()));

    /// <inheritdoc/>
    public Task<Answer> BeginAsync(AssemblyId assembly, Credential by, CommandId id, Command command, CancellationToken cancellation) =>
        Open(assembly).Writer.SubmitAsync(id, by, command);

    /// <summary>Opens the hall of an assembly whose journal another installation wrote and an archive brought here.</summary>
    public void Admit(AssemblyId assembly) => Open(assembly);

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var assembly in store.Assemblies())
        {
            var now = Open(assembly).Writer.Snapshot.Now;
            await endedAccounts.SweepAsync(assembly, now, cancellationToken);
            await erasedPeople.SweepAsync(assembly, now, cancellationToken);
        }
        // SignalR ends its connections in the same moment, but what is registered later runs earlier.
        lifetime.ApplicationStopping.Register(() => DrainAsync().GetAwaiter().GetResult());
        Meters.WatchQueue(() => _halls.Values.Sum(hall => hall.Writer.Queued));
    }

    /// <summary>Takes no more commands, commits those that wait, and lets their answers leave before the connections end.</summary>
    private async Task DrainAsync()
    {
        await Task.WhenAll(_halls.Values.Select(hall => hall.Writer.DisposeAsync().AsTask()));
        await connections.AnsweredAsync(AnswersWithin);
    }

    /// <summary>Ends writers and publishers.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var hall in _halls.Values)
        {
            await hall.Writer.DisposeAsync();
            await hall.Publisher.DisposeAsync();
        }
    }

    private Hall Open(AssemblyId assembly)
    {
        lock (_opening)
        {
            if (_halls.TryGetValue(assembly, out var open))
                return open;
            var publisher = new Publisher(assembly, boards, connections, settings, logs.CreateLogger<Publisher>());
            var writer = new AssemblyWriter(assembly, store, clock, texts, settings, publisher.Minutes.Replayed, committed => OnCommitted(assembly, publisher, committed), logs.CreateLogger<AssemblyWriter>());
            publisher.Minutes.Ready();
            publisher.Start(writer.Snapshot);
            var hall = _halls[assembly] = new(writer, publisher);
            // A count that a restart interrupted is taken now.
            if (writer.Snapshot.Now.RunningBallot is { Phase: BallotPhase.Closed } ballot)
                _ = CountAsync(assembly, ballot, writer.Snapshot.Now.Sequence);
            return hall;
        }
    }

    private void OnCommitted(AssemblyId assembly, Publisher publisher, Committed committed)
    {
        var before = publisher.Snapshot.Now;
        publisher.Publish(committed);
        foreach (var entry in committed.Entries)
        {
            if (Ended(entry.Fact) is { } final && committed.Snapshot.Now.Ballots[final] is { Phase: BallotPhase.Closed } closed)
                _ = CountAsync(assembly, closed, entry.Sequence);
            else if (entry.Fact is AccountEnded ended)
                _ = endedAccounts.EndAsync(ended.Account);
            else if (entry.Fact is PersonErased erased)
                _ = erasedPeople.EraseAsync(assembly, erased.Participant);
            else if (entry.Fact is ParticipantNamed named && before.Find(named.Participant) is { Name: not null })
                _ = erasedPeople.ForgetAsync();
            else if (entry.Fact is PlenaryAdjourned)
                _ = BackUpAsync();
        }
    }

    /// <summary>The ballot whose record a fact has made final, where it has no more time for objections.</summary>
    private static BallotId? Ended(Fact fact) => fact switch
    {
        PollsClosed closed => closed.Ballot,
        CheckingEnded ended => ended.Ballot,
        _ => null,
    };

    /// <summary>Counts a closed ballot a second time from the bytes on disk, and brings the figures to the writer, again and again while the disk is in trouble.</summary>
    private async Task CountAsync(AssemblyId assembly, Ballot ballot, long upTo)
    {
        // Off the writer's loop, which must not wait for a reading.
        await Task.Yield();
        while (!await TryCountAsync(assembly, ballot, upTo) && Find(assembly)?.Ballots[ballot.Id].Phase == BallotPhase.Closed)
        {
            try
            {
                await Task.Delay(RecountPause, lifetime.ApplicationStopping);
            }
            catch (OperationCanceledException)
            {
                // The next start counts.
                return;
            }
        }
    }

    private async Task<bool> TryCountAsync(AssemblyId assembly, Ballot ballot, long upTo)
    {
        try
        {
            var recount = Recount.Of(ballot.Id.Value, store.Read(assembly, ballot.OpenedAfter, upTo).Select(row => new RawFact(row.Kind, row.Payload)));
            if (recount.Fault is not null)
                Log.RecountDisagrees(_log, ballot.Id.Value);
            var answer = await SubmitAsync(assembly, Credential.Clock, new(Guid.NewGuid()), new ConfirmCount(ballot.Id, recount.Count, recount.Fault), CancellationToken.None);
            if (answer.Refusal is not { } refusal)
                return true;
            Log.RecountRefused(_log, ballot.Id.Value, refusal.Code);
            return refusal.Code is not ("floor.cannot-write" or "floor.busy");
        }
        catch (Exception failure)
        {
            Log.RecountFailed(_log, ballot.Id.Value, failure);
            return false;
        }
    }

    private async Task BackUpAsync()
    {
        await Task.Yield();
        try
        {
            await backups.TakeAsync("adjourned", CancellationToken.None);
        }
        catch (Exception failure)
        {
            Log.BackupFailed(_log, failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(251, LogLevel.Error, "The recount of ballot {Ballot} disagrees: its result cannot be declared")]
        public static partial void RecountDisagrees(ILogger logger, Guid ballot);

        [LoggerMessage(252, LogLevel.Warning, "The recount of ballot {Ballot} was not taken: {Code}")]
        public static partial void RecountRefused(ILogger logger, Guid ballot, string code);

        [LoggerMessage(253, LogLevel.Error, "The recount of ballot {Ballot} failed")]
        public static partial void RecountFailed(ILogger logger, Guid ballot, Exception failure);

        [LoggerMessage(254, LogLevel.Error, "The backup at adjournment failed")]
        public static partial void BackupFailed(ILogger logger, Exception failure);
    }
}

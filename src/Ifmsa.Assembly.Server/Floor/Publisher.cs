using System.Diagnostics;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Floor.Boards;
using Ifmsa.Assembly.Server.Floor.Rooms;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Journal;

namespace Ifmsa.Assembly.Server.Floor;

/// <summary>
/// Projects one assembly's boards from its latest snapshot and hands them to the connections: at once after a quiet moment,
/// then at most once an interval. It runs beside the writer and never waits for a connection; one that stays behind is dropped.
/// </summary>
public sealed partial class Publisher : IAsyncDisposable
{
    /// <summary>After how many connections a round lets others go first, and looks whether something newer waits.</summary>
    private const int Breath = 50;

    /// <summary>After how many bytes boards for one connection are sent before more are gathered.</summary>
    private const int Together = 16 * 1_024;

    /// <summary>How often work changes threads on the way from a connection's buffer to the network: SignalR's, then Kestrel's.</summary>
    private const int Hops = 3;

    /// <summary>From how many unanswered commands on the lists stand back.</summary>
    private const int Crowd = 20;

    private readonly AssemblyId _assembly;
    private readonly BoardRoom _room;
    private readonly FloorConnections _connections;
    private readonly FloorSettings _settings;
    private readonly ILogger<Publisher> _log;
    private readonly SemaphoreSlim _due = new(0);
    private readonly SemaphoreSlim _pressed = new(0);
    private readonly CancellationTokenSource _ending = new();
    private readonly Dictionary<object, PublishedBoard>[] _published = [.. BoardRoom.All.Select(_ => new Dictionary<object, PublishedBoard>())];
    private readonly List<byte[]> _frames = [];
    private int _gathered;
    private volatile object? _pressing;
    private int _waiting;
    private long _dueSince;
    private int _rounds;
    private Task _loop = Task.CompletedTask;
    private volatile Reach _reach = Reach.Nothing;
    private volatile Snapshot? _snapshot;

    /// <summary>Prepares to publish; nothing is sent before <see cref="Start"/>.</summary>
    public Publisher(AssemblyId assembly, BoardRoom room, FloorConnections connections, FloorSettings settings, ILogger<Publisher> log) =>
        (_assembly, _room, _connections, _settings, _log, Rooms) = (assembly, room, connections, settings, log, new(assembly));

    /// <summary>The entries minutes are made of.</summary>
    public MinutesBook Minutes { get; } = new();

    /// <summary>What delegations tell each other in private.</summary>
    public DelegationRooms Rooms { get; }

    /// <summary>The last committed state whose entries the minutes have.</summary>
    public Snapshot Snapshot => _snapshot!;

    /// <summary>Who can be reached, as last found.</summary>
    public Reach Reach
    {
        get => _reach;
        set
        {
            _reach = value;
            Publish();
        }
    }

    /// <summary>Starts publishing from the state that a replay gave.</summary>
    public void Start(Snapshot replayed)
    {
        Rooms.Begin(replayed.Now);
        _snapshot = replayed;
        _loop = RunAsync();
    }

    /// <summary>Publishes what a commit made; on the writer's loop.</summary>
    public void Publish(Committed committed)
    {
        Minutes.Add(committed.Entries);
        Rooms.Committed(committed.Snapshot.Now, committed.Entries);
        _snapshot = committed.Snapshot;
        Publish();
    }

    /// <summary>There may be something new to send; returns at once, on any thread.</summary>
    public void Publish()
    {
        if (Interlocked.Exchange(ref _waiting, 1) == 0)
        {
            Volatile.Write(ref _dueSince, Stopwatch.GetTimestamp());
            _due.Release();
        }
        if (IsPressing && _pressed.CurrentCount == 0)
            _pressed.Release();
    }

    /// <summary>The names of the boards that somebody gets now.</summary>
    public IReadOnlyList<string> BoardsFor(Credential caller)
    {
        var view = _room.ViewOf(Snapshot, _reach, Minutes, Rooms.Now);
        var by = view.Now.ActorOf(caller);
        return view.Now.Charter is null ? [] : [.. BoardRoom.All.Where(board => board.Audience(view, by) is not null).Select(board => board.Name)];
    }

    /// <summary>Stops publishing.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _loop;
        _ending.Dispose();
        _due.Dispose();
        _pressed.Dispose();
    }

    private async Task RunAsync()
    {
        await Task.Yield();
        try
        {
            while (true)
            {
                // Wakes now and then to look after connections that are behind.
                await _due.WaitAsync(TimeSpan.FromSeconds(1), _ending.Token);
                var start = Stopwatch.GetTimestamp();
                await TryRoundAsync();
                // Under load a round takes long: resting as long as it took leaves the writer its share of the machine.
                var took = Stopwatch.GetElapsedTime(start);
                var rest = Interval - took;
                await _pressed.WaitAsync(rest > took ? rest : Min(took, Interval * 4), _ending.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The server ends.
        }
    }

    /// <summary>A fault of ours in one round must not leave the hall without boards for good.</summary>
    private async Task TryRoundAsync()
    {
        try
        {
            await RoundAsync();
        }
        catch (Exception failure)
        {
            Log.RoundFailed(_log, failure);
        }
    }

    private TimeSpan Interval => TimeSpan.FromMilliseconds(_settings.PublishIntervalMilliseconds);

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    /// <summary>Whether the meeting waits for something that has not been sent: it interrupts the rest, and any pause.</summary>
    private bool IsPressing => _snapshot is { } snapshot && !Equals(BoardRoom.Pressing(snapshot.Now), _pressing);

    /// <summary>
    /// Sends every board that has changed. What the meeting waits for goes to all first; while the rest follows, a newer state
    /// interrupts it, so that no vote waits for the lists of a thousand people.
    /// </summary>
    private async Task RoundAsync()
    {
        var (view, followers) = SendUrgent();
        if (view is null)
            return;
        await TakeTurnAsync();
        var (begun, interrupted) = (Stopwatch.GetTimestamp(), false);
        for (var next = 0; next < followers.Count; next++)
        {
            Serve(view, followers[next].Connection, followers[next].By, BoardRoom.Urgent, BoardRoom.All.Length);
            if ((next + 1) % Breath != 0)
                continue;
            // Votes that wait for their answers come before lists, for a while.
            while (_connections.Waiting > Crowd && !IsPressing && Stopwatch.GetElapsedTime(begun) < Interval * 4)
                await Task.Delay(1);
            if (Volatile.Read(ref _waiting) == 0 || (!IsPressing && Stopwatch.GetElapsedTime(begun) < Interval))
                continue;
            // Who has lost a duty meanwhile is no longer among them; whoever this passes over is served right after.
            (view, followers) = SendUrgent();
            if (view is null)
                return;
            await TakeTurnAsync();
            (begun, interrupted) = (Stopwatch.GetTimestamp(), true);
        }
        if (interrupted)
            Publish();
        if (_rounds % 1_200 == 0)
            Forget();
    }

    /// <summary>Goes on behind what waits for a thread, so that what was handed out last leaves before more is made.</summary>
    private static async Task TakeTurnAsync()
    {
        for (var hop = 0; hop < Hops; hop++)
            await Task.Yield();
    }

    private (View? View, List<(FloorConnection Connection, Actor By)> Followers) SendUrgent()
    {
        while (_due.Wait(0))
        {
            // First what woke this round, then the mark: whoever comes between finds the mark set and is in the snapshot read next.
        }
        Interlocked.Exchange(ref _waiting, 0);
        var since = Interlocked.Exchange(ref _dueSince, 0);
        while (_pressed.Wait(0))
        {
            // Whatever pressed so far is in the snapshot read next.
        }
        var snapshot = Snapshot;
        _pressing = BoardRoom.Pressing(snapshot.Now);
        View? view = snapshot.Now.Charter is null ? null : _room.ViewOf(snapshot, _reach, Minutes, Rooms.Now);
        _rounds++;
        var followers = new List<(FloorConnection Connection, Actor By)>();
        foreach (var connection in _connections.Of(_assembly))
        {
            if (Attend(connection, snapshot.Now) is not { } by || view is null)
                continue;
            followers.Add((connection, by));
            Serve(view, connection, by, 0, BoardRoom.Urgent);
        }
        if (since > 0)
            Meters.PublishLag.Record(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        return (view, followers);
    }

    /// <summary>Looks after one connection: ends it where its authority is gone or it stays behind; null where it gets nothing now.</summary>
    private Actor? Attend(FloorConnection connection, Proceedings now)
    {
        if (connection.IsBehind(TimeSpan.FromSeconds(_settings.SlowConnectionSeconds)))
        {
            Meters.Dropped.Add(1);
            connection.End();
            return null;
        }
        var by = now.ActorOf(connection.Caller.Credential);
        var (was, shut) = (connection.IsShutOut, Core.Debate.ClosedSession.Shuts(now, by));
        connection.IsShutOut = shut;
        // A moved phone, a removed duty or doors that shut end the connection; what is new in duties only widens what it gets.
        var duties = now.ParticipantOf(connection.Caller.Credential) is { } person ? person.Duties | Who.Participant : Who.None;
        if ((connection.Duties is { } had && (had & ~duties) != Who.None) || (shut && !was && connection.Sent is not null))
        {
            connection.End();
            return null;
        }
        connection.Duties = duties;
        if (connection.TakeNewlyHeld() is { } held)
            connection.Sent = [.. BoardRoom.All.Select(board => board.Shared && held.TryGetValue(board.Name, out var version) ? new SentBoard("", version) : default)];
        return connection is { IsWriting: false, Sent: not null } ? by : null;
    }

    /// <summary>Sends a connection what it lacks of the boards from one place up to another; where that fails, it is the only one that waits.</summary>
    private void Serve(View view, FloorConnection connection, Actor by, int from, int to)
    {
        try
        {
            // What is still on its way to a slow phone grows no longer; it gets the newest when it has taken that.
            for (var place = from; place < to && !connection.IsWriting; place++)
            {
                Gather(view, place, connection, by);
                if (_gathered > Together)
                    Send(connection);
            }
            Send(connection);
        }
        catch (Exception failure)
        {
            // What was gathered is this connection's and nobody else's; it gets all of it anew.
            Drop();
            connection.Sent = new SentBoard[BoardRoom.All.Length];
            Log.ServingFailed(_log, failure);
        }
    }

    /// <summary>Hands a connection what was gathered for it, as one.</summary>
    private void Send(FloorConnection connection)
    {
        if (_frames.Count > 0)
            connection.Send(_frames is [var only] ? only : Joined());
        Drop();
    }

    private byte[] Joined()
    {
        var (joined, length) = (new byte[_gathered], 0);
        foreach (var frame in _frames)
        {
            frame.CopyTo(joined, length);
            length += frame.Length;
        }
        return joined;
    }

    private void Drop()
    {
        _frames.Clear();
        _gathered = 0;
    }

    /// <summary>Lays out what a connection lacks of a board.</summary>
    private void Gather(View view, int place, FloorConnection connection, Actor by)
    {
        var board = BoardRoom.All[place];
        if (board.Audience(view, by) is not { } audience)
        {
            connection.Sent![place] = default;
            return;
        }
        if (Project(view, place, board, audience, by) is not { } published)
            return;
        var sent = connection.Sent![place];
        if (sent.Is(audience, published.Version))
            return;
        // Who comes back to an audience has seen a later version of another's board, and would take this one for old.
        if (sent.Audience is { } other && !Equals(other, audience) && published.Version <= sent.Version)
            published.Restamp(board, Math.Max(view.Now.Sequence, sent.Version + 1));
        var frame = sent.Is(audience, published.From) && published.Patch is { } patch ? patch : published.Whole(board);
        _frames.Add(frame);
        _gathered += frame.Length;
        connection.Sent[place] = new(audience, published.Version);
    }

    /// <summary>The board as it stands; where projecting it fails, as it last stood, and null where it never did.</summary>
    private PublishedBoard? Project(View view, int place, Board board, object audience, Actor by)
    {
        if (!_published[place].TryGetValue(audience, out var published))
            _published[place][audience] = published = new();
        if (published.Round == _rounds)
            return published.IsThere ? published : null;
        published.Round = _rounds;
        try
        {
            var inputs = board.Inputs(view, by);
            if (!Equals(inputs, published.Inputs))
            {
                published.Put(board, board.Project(view, by), board.Version(view, by));
                published.Inputs = inputs;
            }
        }
        catch (Exception failure)
        {
            // The other boards go on; this one is tried again with each round.
            Log.ProjectionFailed(_log, board.Name, failure);
        }
        return published.IsThere ? published : null;
    }

    /// <summary>Lets go of boards that nobody has followed for a while.</summary>
    private void Forget()
    {
        foreach (var audiences in _published)
        {
            foreach (var (audience, _) in audiences.Where(pair => pair.Value.Round < _rounds - 600).ToList())
                audiences.Remove(audience);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(261, LogLevel.Error, "The board {Board} could not be projected")]
        public static partial void ProjectionFailed(ILogger logger, string board, Exception failure);

        [LoggerMessage(263, LogLevel.Error, "A connection could not be sent its boards")]
        public static partial void ServingFailed(ILogger logger, Exception failure);

        [LoggerMessage(262, LogLevel.Error, "A round of publishing failed")]
        public static partial void RoundFailed(ILogger logger, Exception failure);
    }
}

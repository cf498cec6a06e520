using System.Collections.Concurrent;
using System.Diagnostics;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Accounts;
using Ifmsa.Assembly.Server.Hosting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Options;

namespace Ifmsa.Assembly.Server.Floor;

/// <summary>A live connection of a phone or browser: whose it is, what it follows, what it has been sent.</summary>
public sealed class FloorConnection(HubConnectionContext context, Caller caller)
{
    private Task _writing = Task.CompletedTask;
    private long _writingSince;
    private long _lastPulse = Stopwatch.GetTimestamp();
    private volatile Following? _asked;

    /// <summary>How frames are written for every connection; no other protocol is offered.</summary>
    internal static JsonHubProtocol Protocol { get; } = new(Options.Create(new JsonHubProtocolOptions { PayloadSerializerOptions = JournalJson.Options }));

    /// <summary>Who calls, as far as the shell can vouch.</summary>
    public Caller Caller { get; } = caller;

    /// <summary>The assembly it follows; null until it asks.</summary>
    public AssemblyId? Assembly => _asked?.Assembly;

    /// <summary>How long ago it was heard.</summary>
    public TimeSpan Silence => Stopwatch.GetElapsedTime(Volatile.Read(ref _lastPulse));

    /// <summary>The duties it had when it was last looked at; only the publisher touches it.</summary>
    internal Who? Duties { get; set; }

    /// <summary>Whether the doors were shut on it when it was last looked at; only the publisher touches it.</summary>
    internal bool IsShutOut { get; set; }

    /// <summary>What it has been sent, by place of the board; only the publisher touches it.</summary>
    internal SentBoard[]? Sent { get; set; }

    /// <summary>Whether its last message is still on its way.</summary>
    internal bool IsWriting => !_writing.IsCompleted;

    /// <summary>It was heard.</summary>
    public void Heard() => Volatile.Write(ref _lastPulse, Stopwatch.GetTimestamp());

    /// <summary>It follows an assembly from now on, holding these versions.</summary>
    public void Follow(AssemblyId assembly, IReadOnlyDictionary<string, long> have) => _asked = new(assembly, have);

    /// <summary>What it newly asked to follow, once; null otherwise. Only the publisher asks.</summary>
    internal IReadOnlyDictionary<string, long>? TakeNewlyHeld()
    {
        if (_asked is not { Have: { } have } asked)
            return null;
        // A request that comes in between is newer and stays.
        Interlocked.CompareExchange(ref _asked, asked with { Have = null }, asked);
        return have;
    }

    /// <summary>Hands it whole frames, never waiting; not while earlier ones are on their way.</summary>
    internal void Send(byte[] frames)
    {
        var writing = context.WriteAsync(new SerializedHubMessage([new(Protocol.Name, frames)]));
        if (!writing.IsCompleted)
        {
            _writingSince = Stopwatch.GetTimestamp();
            _writing = writing.AsTask();
        }
    }

    /// <summary>Whether it has been behind for longer than allowed.</summary>
    internal bool IsBehind(TimeSpan allowed) => IsWriting && Stopwatch.GetElapsedTime(_writingSince) > allowed;

    /// <summary>Ends it; the client comes back by itself.</summary>
    internal void End() => context.Abort();

    private sealed record Following(AssemblyId Assembly, IReadOnlyDictionary<string, long>? Have);
}

/// <summary>A board as a connection was last sent it.</summary>
internal readonly record struct SentBoard(object? Audience, long Version)
{
    /// <summary>Whether it is this version of the board for this audience.</summary>
    public bool Is(object audience, long version) => Version == version && Equals(Audience, audience);
}

/// <summary>How many commands a device may send: so many a second in the long run, and a burst.</summary>
internal sealed class Allowance
{
    private readonly Lock _lock = new();
    private double _left = double.NaN;
    private long _since = Stopwatch.GetTimestamp();

    /// <summary>Takes one, if there is one.</summary>
    public bool TryTake(FloorSettings settings)
    {
        lock (_lock)
        {
            var passed = Stopwatch.GetElapsedTime(_since).TotalSeconds;
            _since = Stopwatch.GetTimestamp();
            _left = double.IsNaN(_left) ? settings.CommandBurst : Math.Min(settings.CommandBurst, _left + (passed * settings.CommandsPerSecond));
            if (_left < 1)
                return false;
            _left--;
            return true;
        }
    }
}

/// <summary>All live connections; also SignalR's own book of them, so that the publisher can write without waiting for anybody.</summary>
public sealed class FloorConnections : DefaultHubLifetimeManager<FloorHub>
{
    private readonly ConcurrentDictionary<string, FloorConnection> _live = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<DeviceId, Allowance> _allowances = new();
    private readonly ConcurrentDictionary<DeviceId, int> _counts = new();
    private readonly Sessions _sessions;
    private readonly FloorSettings _settings;
    private int _waiting;

    /// <summary>Starts empty; ends what a session's end leaves without one.</summary>
    public FloorConnections(Sessions sessions, FloorSettings settings, ILogger<DefaultHubLifetimeManager<FloorHub>> log)
        : base(log)
    {
        (_sessions, _settings) = (sessions, settings);
        sessions.WhenEnded(End);
    }

    /// <summary>The connections that follow an assembly.</summary>
    public IEnumerable<FloorConnection> Of(AssemblyId assembly) => _live.Values.Where(connection => connection.Assembly == assembly);

    /// <summary>Ends the connections of a device whose session is over.</summary>
    public void End(DeviceId device)
    {
        foreach (var connection in _live.Values.Where(connection => connection.Caller.Credential.Device == device))
            connection.End();
    }

    /// <summary>How many commands wait for their answers.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Remembers a command that waits for its answer.</summary>
    public async Task<Answer> WaitAsync(Task<Answer> answering)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            return await answering;
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <summary>Waits until every command is answered, or for as long as allowed.</summary>
    public async Task AnsweredAsync(TimeSpan allowed)
    {
        var since = Stopwatch.GetTimestamp();
        while (Waiting > 0 && Stopwatch.GetElapsedTime(since) < allowed)
            await Task.Delay(10);
        // SignalR writes the answer after the hub has given it, and says nobody when.
        await Task.Delay(100);
    }

    /// <summary>The connection of an id, or null once it has ended.</summary>
    public FloorConnection? Find(string connection) => _live.GetValueOrDefault(connection);

    /// <inheritdoc/>
    public override async Task OnConnectedAsync(HubConnectionContext connection)
    {
        await base.OnConnectedAsync(connection);
        if (Callers.Of(connection.User) is not { } caller)
            return;
        _live[connection.ConnectionId] = new(connection, caller);
        Meters.Connection(+1);
        // One phone must not take the places of a whole hall. A session that ended between the request and this moment found no connection here to end.
        if (_counts.AddOrUpdate(caller.Credential.Device, 1, (_, count) => count + 1) > _settings.ConnectionsPerDevice || await _sessions.FindAsync(connection.User.FindFirst(Sessions.TokenClaim)?.Value, connection.ConnectionAborted) is null)
        {
            Forget(connection);
            connection.Abort();
        }
    }

    /// <inheritdoc/>
    public override Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        Forget(connection);
        return base.OnDisconnectedAsync(connection);
    }

    /// <summary>The allowance of a device, which its connections share.</summary>
    internal Allowance AllowanceOf(DeviceId device) => _allowances.GetOrAdd(device, _ => new());

    private void Forget(HubConnectionContext connection)
    {
        if (!_live.TryRemove(connection.ConnectionId, out var gone))
            return;
        Meters.Connection(-1);
        var device = gone.Caller.Credential.Device;
        if (_counts.AddOrUpdate(device, 0, (_, count) => count - 1) == 0)
            _counts.TryRemove(new(device, 0));
    }
}

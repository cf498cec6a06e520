using System.Collections.Concurrent;
using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Floor;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Ifmsa.Assembly.Harness;

/// <summary>A phone as the server sees it: a SignalR connection that comes back by itself, holds boards, and repeats a command until it is answered.</summary>
public sealed class FloorClient : IAsyncDisposable
{
    private readonly Uri _server;
    private readonly AssemblyId _assembly;
    private readonly CookieContainer _cookies;
    private readonly CancellationTokenSource _ending = new();
    private readonly ConcurrentDictionary<string, (long Version, JsonObject Content)> _boards = new(StringComparer.Ordinal);
    private readonly Lock _changing = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private HubConnection? _connection;
    private long _number;

    /// <summary>A client that is not connected yet.</summary>
    public FloorClient(Uri server, AssemblyId assembly, CookieContainer cookies) => (_server, _assembly, _cookies) = (server, assembly, cookies);

    /// <summary>How often it has had to connect.</summary>
    public int Connections { get; private set; }

    /// <summary>Whether it pulses every two seconds.</summary>
    public bool Pulses { get; init; } = true;

    /// <summary>Connects and follows its assembly; comes back for ever until disposed.</summary>
    public async Task StartAsync()
    {
        await ConnectAsync();
        _ = KeepAsync();
    }

    /// <summary>A board's content; null while not received.</summary>
    public JsonObject? Board(string name)
    {
        lock (_changing)
            return _boards.TryGetValue(name, out var board) ? (JsonObject)board.Content.DeepClone() : null;
    }

    /// <summary>Waits until a board shows the journal up to an entry.</summary>
    public Task<JsonObject> UntilVersionAsync(string name, long version, int seconds = 90) => UntilAsync(name, (shown, _) => shown >= version, seconds);

    /// <summary>Waits until a board fulfils a condition.</summary>
    public Task<JsonObject> UntilAsync(string name, Func<JsonObject, bool> condition, int seconds = 90) => UntilAsync(name, (_, content) => condition(content), seconds);

    private async Task<JsonObject> UntilAsync(string name, Func<long, JsonObject, bool> condition, int seconds)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        while (true)
        {
            Task changed;
            lock (_changing)
            {
                changed = _changed.Task;
                if (_boards.TryGetValue(name, out var board) && condition(board.Version, board.Content))
                    return (JsonObject)board.Content.DeepClone();
            }
            try
            {
                await changed.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException late)
            {
                throw new TimeoutException($"Board {name} did not come to it within {seconds} s: {Board(name)?.ToJsonString()}", late);
            }
        }
    }

    /// <summary>Sends a command until it is answered, over as many connections as it takes.</summary>
    public Task<Answer> SubmitAsync(string kind, object body) => SubmitAsync(Guid.NewGuid(), kind, body);

    /// <summary>Sends a command with an id of the caller's until it is answered.</summary>
    public async Task<Answer> SubmitAsync(Guid id, string kind, object body)
    {
        var message = new { id, assembly = _assembly, kind, body };
        while (true)
        {
            _ending.Token.ThrowIfCancellationRequested();
            if (_connection is { State: HubConnectionState.Connected } connection)
            {
                try
                {
                    var answer = await connection.InvokeAsync<Answer>("Submit", message, _ending.Token).WaitAsync(TimeSpan.FromSeconds(10));
                    if (answer.Refusal?.Code is not ("floor.busy" or "floor.cannot-write" or "command.too-many"))
                        return answer;
                }
                catch (Exception lost) when (lost is not (OperationCanceledException or JsonException) && !_ending.IsCancellationRequested)
                {
                    // The connection went, or the answer with it: the same id again gets the same answer.
                }
            }
            await Task.Delay(100, _ending.Token);
        }
    }

    /// <summary>Votes, with this device's next number.</summary>
    public Task<Answer> CastAsync(BallotId ballot, string option) =>
        SubmitAsync("ballot.cast", new { ballot, option, number = Interlocked.Increment(ref _number) });

    /// <summary>The connection goes, as when a phone loses its network; it comes back by itself.</summary>
    public Task DropAsync() => _connection?.StopAsync(_ending.Token) ?? Task.CompletedTask;

    /// <summary>Any hub method, for tests that misbehave.</summary>
    public Task<T> InvokeAsync<T>(string method, object? argument) => _connection!.InvokeAsync<T>(method, argument);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        if (_connection is not null)
            await _connection.DisposeAsync();
    }

    private async Task KeepAsync()
    {
        while (!_ending.IsCancellationRequested)
        {
            try
            {
                if (_connection is { State: HubConnectionState.Connected } connection)
                {
                    if (Pulses)
                        await connection.InvokeAsync<JsonElement>("Pulse", new { }, _ending.Token).WaitAsync(TimeSpan.FromSeconds(3));
                    await Task.Delay(TimeSpan.FromSeconds(2), _ending.Token);
                }
                else
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(200 + Random.Shared.Next(600)), _ending.Token);
                    await ConnectAsync();
                }
            }
            catch (Exception) when (!_ending.IsCancellationRequested)
            {
                await Task.Delay(200);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task ConnectAsync()
    {
        if (_connection is not null)
            await _connection.DisposeAsync();
        var connection = Sockets.Connection(new Uri(_server, "/floor"), _cookies);
        connection.On<JsonElement>("Board", Receive);
        connection.Closed += _ => Task.CompletedTask;
        await connection.StartAsync(_ending.Token);
        _connection = connection;
        Connections++;
        try
        {
            await connection.InvokeAsync<JsonElement>("Follow", new { assembly = _assembly, have = Have() }, _ending.Token).WaitAsync(TimeSpan.FromSeconds(10));
        }
        catch (Exception)
        {
            // Connected but following nothing, it would show the same for ever.
            await connection.StopAsync(CancellationToken.None);
            throw;
        }
    }

    private Dictionary<string, long> Have()
    {
        lock (_changing)
            return _boards.ToDictionary(board => board.Key, board => board.Value.Version, StringComparer.Ordinal);
    }

    private void Receive(JsonElement message)
    {
        var (name, version) = (message.GetProperty("name").GetString()!, message.GetProperty("version").GetInt64());
        lock (_changing)
        {
            if (message.TryGetProperty("whole", out var whole))
            {
                _boards[name] = (version, JsonObject.Create(whole)!);
            }
            else if (_boards.TryGetValue(name, out var board) && board.Version == message.GetProperty("from").GetInt64())
            {
                _boards[name] = (version, MergePatch.Apply(board.Content, JsonObject.Create(message.GetProperty("patch"))!));
            }
            else
            {
                var have = Have();
                have.Remove(name);
                _ = _connection!.SendAsync("Follow", new { assembly = _assembly, have });
                return;
            }
            var changed = _changed;
            _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
            changed.TrySetResult();
        }
    }
}

/// <summary>SignalR over a plain WebSocket; the client package within reach has no transports of its own.</summary>
public static class Sockets
{
    /// <summary>A connection that skips negotiation.</summary>
    public static HubConnection Connection(Uri hub, CookieContainer cookies, string? origin = null)
    {
        var address = new UriBuilder(hub) { Scheme = hub.Scheme == "https" ? "wss" : "ws" }.Uri;
        var services = new ServiceCollection();
        services.AddSingleton<IHubProtocol>(new JsonHubProtocol(Options.Create(new JsonHubProtocolOptions { PayloadSerializerOptions = JournalJson.Options })));
        return new HubConnection(
            new SocketFactory(cookies, origin), services.AddLogging().BuildServiceProvider().GetRequiredService<IHubProtocol>(), new UriEndPoint(address),
            services.BuildServiceProvider(), NullLoggerFactory.Instance);
    }

    private sealed class SocketFactory(CookieContainer cookies, string? origin) : IConnectionFactory
    {
        public async ValueTask<ConnectionContext> ConnectAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
        {
            var socket = new ClientWebSocket();
            socket.Options.Cookies = cookies;
            if (origin is not null)
                socket.Options.SetRequestHeader("Origin", origin);
            await socket.ConnectAsync(((UriEndPoint)endpoint).Uri, cancellationToken);
            return new SocketConnection(socket);
        }
    }
}

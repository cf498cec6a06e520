using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;
using System.Text;

namespace Ifmsa.Assembly.Benchmarks;

/// <summary>The smallest client that can be: a WebSocket, and a look for a mark in what comes. It measures the server, not itself.</summary>
public sealed class Wire : IAsyncDisposable
{
    private const byte RecordSeparator = 0x1e;
    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _buffer = new byte[64 * 1024];
    private byte[] _mark = [];
    private TaskCompletionSource<long>? _seen;
    private Task _receiving = Task.CompletedTask;

    private Wire()
    {
    }

    /// <summary>Connects; with SignalR's greeting where asked.</summary>
    public static async Task<Wire> ConnectAsync(Uri address, CookieContainer? cookies, string? hello)
    {
        var wire = new Wire();
        if (cookies is not null)
            wire._socket.Options.Cookies = cookies;
        await wire._socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws" }.Uri, CancellationToken.None);
        if (hello is not null)
        {
            await wire.SendAsync("""{"protocol":"json","version":1}""");
            await wire._socket.ReceiveAsync(wire._buffer, CancellationToken.None);
            await wire.SendAsync(hello);
        }
        wire._receiving = wire.ReceiveAsync();
        return wire;
    }

    /// <summary>The bytes of the message in which the last mark came.</summary>
    public int MarkedBytes { get; private set; }

    /// <summary>The time at which a mark comes, in <see cref="Stopwatch"/> ticks.</summary>
    public Task<long> Expect(string mark)
    {
        Volatile.Write(ref _mark, Encoding.UTF8.GetBytes(mark));
        _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return _seen.Task;
    }

    /// <summary>Sends a SignalR message.</summary>
    public ValueTask SendAsync(string json)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(json) + 1];
        Encoding.UTF8.GetBytes(json, bytes);
        bytes[^1] = RecordSeparator;
        return _socket.SendAsync(bytes.AsMemory(), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _receiving;
        _socket.Dispose();
    }

    private async Task ReceiveAsync()
    {
        var filled = 0;
        try
        {
            while (true)
            {
                var received = await _socket.ReceiveAsync(_buffer.AsMemory(filled), CancellationToken.None);
                if (received.MessageType == WebSocketMessageType.Close)
                    return;
                filled += received.Count;
                if (_seen is { Task.IsCompleted: false } && _buffer.AsSpan(0, filled).IndexOf(Volatile.Read(ref _mark)) >= 0)
                {
                    MarkedBytes = filled;
                    _seen.TrySetResult(Stopwatch.GetTimestamp());
                }
                // A mark never straddles more than one message; keep the tail of an unfinished one.
                if (received.EndOfMessage)
                    filled = 0;
                else if (filled > _buffer.Length / 2)
                    (_buffer.AsMemory(filled - 256, 256)).CopyTo(_buffer.AsMemory(0, filled = 256));
            }
        }
        catch (Exception lost) when (lost is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The measurement is over.
        }
    }
}

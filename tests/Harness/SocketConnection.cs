using System.IO.Pipelines;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace Ifmsa.Assembly.Harness;

/// <summary>A WebSocket as the duplex pipe that SignalR's client works on.</summary>
public sealed class SocketConnection : ConnectionContext
{
    private readonly ClientWebSocket _socket;
    private readonly Pipe _incoming = new();
    private readonly Pipe _outgoing = new();
    private readonly CancellationTokenSource _closed = new();
    private readonly Task _running;

    /// <summary>Starts copying both ways.</summary>
    public SocketConnection(ClientWebSocket socket)
    {
        _socket = socket;
        Transport = new Ends(_incoming.Reader, _outgoing.Writer);
        ConnectionClosed = _closed.Token;
        _running = Task.WhenAll(ReceiveAsync(), SendAsync());
    }

    /// <inheritdoc/>
    public override string ConnectionId { get; set; } = Guid.NewGuid().ToString();

    /// <inheritdoc/>
    public override IFeatureCollection Features { get; } = new FeatureCollection();

    /// <inheritdoc/>
    public override IDictionary<object, object?> Items { get; set; } = new Dictionary<object, object?>();

    /// <inheritdoc/>
    public override IDuplexPipe Transport { get; set; }

    /// <inheritdoc/>
    public override void Abort(ConnectionAbortedException abortReason) => _socket.Abort();

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await _outgoing.Writer.CompleteAsync();
        await _incoming.Reader.CompleteAsync();
        _socket.Abort();
        await _running;
        _socket.Dispose();
        _closed.Dispose();
    }

    private async Task ReceiveAsync()
    {
        Exception? fault = null;
        try
        {
            while (true)
            {
                var received = await _socket.ReceiveAsync(_incoming.Writer.GetMemory(4096), CancellationToken.None);
                if (received.MessageType == WebSocketMessageType.Close)
                    break;
                _incoming.Writer.Advance(received.Count);
                if ((await _incoming.Writer.FlushAsync()).IsCompleted)
                    break;
            }
        }
        catch (Exception lost) when (lost is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            fault = lost;
        }
        await _incoming.Writer.CompleteAsync(fault);
        await _closed.CancelAsync();
    }

    private async Task SendAsync()
    {
        try
        {
            while (true)
            {
                var result = await _outgoing.Reader.ReadAsync();
                foreach (var segment in result.Buffer)
                    await _socket.SendAsync(segment, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
                _outgoing.Reader.AdvanceTo(result.Buffer.End);
                if (result.IsCompleted)
                    break;
            }
        }
        catch (Exception lost) when (lost is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // The receiving side reports it.
        }
        await _outgoing.Reader.CompleteAsync();
    }

    private sealed record Ends(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}

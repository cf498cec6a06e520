using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using Microsoft.AspNetCore.SignalR;

namespace Ifmsa.Assembly.Benchmarks;

/// <summary>The least a server could do: bare Kestrel broadcasting bytes, and a bare SignalR echo.</summary>
public static class Floors
{
    /// <summary>Sends whatever is posted to <c>/send</c> to every WebSocket on <c>/</c>.</summary>
    public static async Task BroadcastAsync(string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        var sockets = new ConcurrentBag<WebSocket>();
        app.UseWebSockets();
        app.MapPost("/send", async (HttpContext http) =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            var bytes = body.ToArray();
            await Task.WhenAll(sockets.Select(socket => socket.SendAsync(bytes.AsMemory(), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None).AsTask()));
        });
        app.Map("/", async (HttpContext http) =>
        {
            var socket = await http.WebSockets.AcceptWebSocketAsync();
            sockets.Add(socket);
            try
            {
                await socket.ReceiveAsync(new byte[16], CancellationToken.None);
            }
            catch (WebSocketException)
            {
                // The client left.
            }
        });
        await RunAsync(app, address);
    }

    /// <summary>Echoes over SignalR.</summary>
    public static async Task EchoAsync(string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSignalR();
        await using var app = builder.Build();
        app.MapHub<EchoHub>("/floor");
        await RunAsync(app, address);
    }

    /// <summary>Starts one of them in a process of its own.</summary>
    public static async Task<Process> StartAsync(string floor, string address)
    {
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [floor, address]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        await process.StandardOutput.ReadLineAsync();
        return process;
    }

    private static async Task RunAsync(WebApplication app, string address)
    {
        app.Urls.Add(address);
        await app.StartAsync();
        Console.WriteLine("ready");
        await app.WaitForShutdownAsync();
    }
}

/// <summary>Answers what it is told.</summary>
public sealed class EchoHub : Hub
{
    /// <summary>The same back.</summary>
    public string Echo(string text) => text;
}

using System.Collections.Concurrent;
using System.Text;
using Ifmsa.Assembly.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Hosting;

/// <summary>The real program sends its numbers to whoever speaks a collector's protocol, and no name or code among them.</summary>
public sealed class Metrics_over_OTLP
{
    private static readonly string[] Named = ["floor.queue", "floor.batch", "floor.commit.time", "floor.publish.lag", "floor.refusals", "floor.connections"];
    private readonly ConcurrentQueue<string> _received = [];

    [Fact]
    public async Task reach_a_collector()
    {
        await using var collector = Collector();
        await collector.StartAsync(TestContext.Current.CancellationToken);
        await using var server = new ServerProcess();
        await server.StartAsync($"--Telemetry:Endpoint={collector.Urls.Single()}", "--Telemetry:IntervalSeconds=1");
        await using var meeting = await Meeting.CreateAsync(server.Address, await server.FirstSecretAsync(), "name,short_name,country,region,status,standing,previous_rights\nSecret Name,SN,Spain,Europe,full,good,yes\n");
        Assert.False((await meeting.Secretariat.SubmitAsync("ballot.open", new { })).Accepted);
        for (var waited = 0; !Named.All(Received) && waited < 150; waited++)
            await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.Equal([], Named.Where(name => !Received(name)));
        Assert.False(Received("Secret Name"));
    }

    private bool Received(string name) => _received.Any(text => text.Contains(name, StringComparison.Ordinal));

    /// <summary>As little of a collector as an exporter needs: it takes what comes and says that it went well.</summary>
    private WebApplication Collector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        var app = builder.Build();
        app.Run(async http =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            _received.Enqueue(Encoding.UTF8.GetString(body.ToArray()));
            http.Response.ContentType = "application/grpc";
            // An empty answer, then the state.
            await http.Response.Body.WriteAsync(new byte[5]);
            http.Response.AppendTrailer("grpc-status", "0");
        });
        return app;
    }
}

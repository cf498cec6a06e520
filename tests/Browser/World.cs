using System.Text;
using System.Text.Json.Nodes;
using Ifmsa.Assembly.Browser.Tests;
using Ifmsa.Assembly.Harness;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(World))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Ifmsa.Assembly.Browser.Tests;

/// <summary>One real server and one Chromium for all tests of the pages; each test has an assembly of its own on it.</summary>
public sealed class World : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>A rulebook with every way to vote.</summary>
    public const string Every = "every-way";

    private IPlaywright _playwright = null!;
    private Meeting _first = null!;

    /// <summary>The program, in a process of its own.</summary>
    public ServerProcess Server { get; } = new();

    /// <summary>Chromium.</summary>
    public IBrowser Browser { get; private set; } = null!;

    /// <summary>The one-time link's secret, spent by the first account.</summary>
    public Meeting First => _first;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        ServerProcess.LayOut(Every, "IFMSA, with several votes, proxies without letter, and time to object", rules =>
        {
            rules["votes"] = new JsonObject { ["plenary"] = new JsonObject { ["atMost"] = 5, ["split"] = true, ["namedVoters"] = false, ["article"] = "[I] membership" } };
            rules["proxies"]!["letter"] = false;
            rules["voting"] = new JsonObject { ["seconds"] = 0, ["closesWhenAll"] = false, ["objectionSeconds"] = 15, ["article"] = "[M] annex 4" };
        });
        await Server.StartAsync();
        _first = await Meeting.CreateAsync(Server.Address, await Server.FirstSecretAsync(), Csv("bvmd"));
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Headless = true, Args = Arguments });
        Assertions.SetDefaultExpectTimeout(30_000);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
            await Browser.DisposeAsync();
        _playwright?.Dispose();
        if (_first is not null)
            await _first.DisposeAsync();
        await Server.DisposeAsync();
    }

    /// <summary>A file of members with a vote, by their short names.</summary>
    public static string Csv(params IEnumerable<string> members)
    {
        var text = new StringBuilder("name,short_name,country,region,status,standing,previous_rights\n");
        foreach (var member in members)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"Medical students of {member},{member},Land of {member},Europe,full,good,yes\n");
        return text.ToString();
    }
}

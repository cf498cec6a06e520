using Ifmsa.Assembly.Server.Accounts;
using Ifmsa.Assembly.Server.Commands;
using Ifmsa.Assembly.Server.Journal;
using Microsoft.Data.Sqlite;

namespace Ifmsa.Assembly.Server.Hosting;

/// <summary>Starts a built server, says where it is, and stops it in order.</summary>
public static class Serving
{
    /// <summary>Runs until told to stop; 2, with one plain sentence, where it cannot start.</summary>
    /// <param name="app">Built and mapped.</param>
    /// <param name="started">Done once it answers, with its first address; for the demo's lines.</param>
    public static async Task<int> ServeAsync(this WebApplication app, Func<string, Task>? started = null)
    {
        await using (app)
        {
            try
            {
                _ = app.Services.GetRequiredService<Store>();
                await app.Services.GetRequiredService<Sessions>().SweepAsync(CancellationToken.None);
                await app.StartAsync();
            }
            catch (Exception fault) when (fault is IOException or SqliteException or UnauthorizedAccessException or InvalidDataException
                or System.Security.Cryptography.CryptographicException or BrokenChainException or System.Text.Json.JsonException)
            {
                return CommandLine.Refuse("The server cannot start: " + fault.Message);
            }
            var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Ifmsa.Assembly.Server.Hosting.Serving");
            HostingLog.Serving(logger, string.Join(' ', app.Urls));
            Warn(app, logger);
            var address = Shown(app);
            await AnnounceAsync(app, address);
            if (started is not null)
                await started(address);
            app.Lifetime.ApplicationStopping.Register(() => HostingLog.Stopping(logger));
            await app.WaitForShutdownAsync();
            return CommandLine.Good;
        }
    }

    /// <summary>The first address as a browser can open it: where it listens on all, under the first name in AllowedHosts.</summary>
    private static string Shown(WebApplication app)
    {
        var address = app.Urls.First();
        var listened = BindingAddress.Parse(address);
        return listened.Host is "0.0.0.0" or "[::]" or "*" or "+"
            && Listening.Hosts(app.Configuration).FirstOrDefault(host => host is not ("localhost" or "127.0.0.1" or "[::1]") && !host.Contains('*', StringComparison.Ordinal)) is { } name
            ? FormattableString.Invariant($"{listened.Scheme}://{name}:{listened.Port}") : address;
    }

    private static async Task AnnounceAsync(WebApplication app, string address)
    {
        await Console.Out.WriteLineAsync($"Serving at {address}");
        var file = app.Services.GetRequiredService<FirstLinkFile>();
        file.Delete();
        if (app.Services.GetService<BearerRule>() is not { Allowed: true } && await app.Services.GetRequiredService<AccountBook>().IsEmptyAsync(CancellationToken.None))
        {
            var minutes = app.Services.GetRequiredService<SignInSettings>().FirstLinkMinutes;
            var link = $"{address}/secretariat#{app.Services.GetRequiredService<FirstLink>().Secret}";
            if (FirstLinkFile.IsNeeded)
                await file.WriteAsync(link);
            await Console.Out.WriteLineAsync($"Create the first secretariat account within {minutes} minutes: {(FirstLinkFile.IsNeeded ? $"the link is in {file.Name}" : link)}");
        }
        await Console.Out.FlushAsync();
    }

    private static void Warn(WebApplication app, ILogger logger)
    {
        var beyond = app.Urls.Select(url => BindingAddress.Parse(url)).Where(address => !ListenSettings.IsLoopback(address)).ToArray();
        if (beyond.Any(address => address.Scheme is "http"))
            HostingLog.PlainHttp(logger);
        if (beyond.Length > 0 && Listening.Hosts(app.Configuration).All(host => host is "localhost" or "127.0.0.1" or "[::1]"))
            HostingLog.HostsTooNarrow(logger);
        if (!app.Services.GetRequiredService<WebPages>().Any)
            HostingLog.NoPages(logger);
    }
}

using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Server.Hosting;

/// <summary>What hosting tells the log: events 300 to 399.</summary>
internal static partial class HostingLog
{
    [LoggerMessage(300, LogLevel.Information, "Serving at {Addresses}")]
    public static partial void Serving(ILogger logger, string addresses);

    [LoggerMessage(301, LogLevel.Information, "Stopping: no new work is taken, what is queued is committed")]
    public static partial void Stopping(ILogger logger);

    [LoggerMessage(310, LogLevel.Error, "A {Method} request failed")]
    public static partial void Failed(ILogger logger, Exception fault, string method);

    [LoggerMessage(311, LogLevel.Error, "A request could not be saved ({Fault}, SQLite {Code})")]
    public static partial void StoreFailed(ILogger logger, string fault, int code);

    [LoggerMessage(320, LogLevel.Warning, "Listening beyond this machine, but AllowedHosts names loopback only: browsers elsewhere will be refused")]
    public static partial void HostsTooNarrow(ILogger logger);

    [LoggerMessage(321, LogLevel.Warning, "Plain HTTP is served beyond this machine: whoever shares the network can read and change what passes")]
    public static partial void PlainHttp(ILogger logger);

    [LoggerMessage(330, LogLevel.Warning, "No web pages were found beside the program; the API works without them")]
    public static partial void NoPages(ILogger logger);

    [LoggerMessage(331, LogLevel.Error, "The rulebook {Name} is not offered: {Fault}")]
    public static partial void RulebookRefused(ILogger logger, string name, RulebookFault fault);
}

namespace Ifmsa.Assembly.Server.Documents;

/// <summary>What the press logs: events 400 to 499.</summary>
internal static partial class PressLog
{
    [LoggerMessage(400, LogLevel.Information, "The press is ready: compiler {Version}, process {Process}, {Milliseconds} ms")]
    public static partial void Ready(ILogger logger, string version, int process, double milliseconds);

    [LoggerMessage(401, LogLevel.Warning, "The press cannot start: {Reason}")]
    public static partial void CannotStart(ILogger logger, string reason);

    [LoggerMessage(402, LogLevel.Warning, "The press stopped: {Reason}")]
    public static partial void Stopped(ILogger logger, string reason);

    [LoggerMessage(403, LogLevel.Information, "Printed {Template}: {Bytes} bytes in {Milliseconds} ms")]
    public static partial void Printed(ILogger logger, string template, int bytes, double milliseconds);

    // Without the reason, because the compiler's sentence may quote names.
    [LoggerMessage(404, LogLevel.Warning, "Did not print {Template}: {Fault} after {Milliseconds} ms")]
    public static partial void NotPrinted(ILogger logger, string template, PressFault fault, double milliseconds);

    [LoggerMessage(405, LogLevel.Warning, "Refused to print {Template}: {Waiting} papers are waiting")]
    public static partial void Busy(ILogger logger, string template, int waiting);

    [LoggerMessage(406, LogLevel.Warning, "The template {Template} does not compile ({Place}); the shipped one was used")]
    public static partial void ShippedUsed(ILogger logger, string template, string place);
}

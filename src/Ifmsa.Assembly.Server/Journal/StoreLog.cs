namespace Ifmsa.Assembly.Server.Journal;

/// <summary>What the store tells the log: events 200 to 299.</summary>
internal static partial class StoreLog
{
    [LoggerMessage(280, LogLevel.Information, "Took a backup of {Bytes} bytes; {Journals} journals verified")]
    public static partial void BackedUp(ILogger logger, long bytes, int journals);

    [LoggerMessage(281, LogLevel.Critical, "Took a backup in which {Journals} journals are faulty; run verify on it")]
    public static partial void BackupFaulty(ILogger logger, int journals);

    [LoggerMessage(282, LogLevel.Error, "The database cannot be written ({Reason})")]
    public static partial void CannotWrite(ILogger logger, string reason);

    [LoggerMessage(283, LogLevel.Information, "The database can be written again")]
    public static partial void CanWriteAgain(ILogger logger);
}

namespace Ifmsa.Assembly.Server.Accounts;

/// <summary>What accounts and codes tell the log: events 100 to 199; ids and numbers only.</summary>
internal static partial class AccountLog
{
    [LoggerMessage(100, LogLevel.Information, "The first account was created")]
    public static partial void FirstAccount(ILogger logger);

    [LoggerMessage(101, LogLevel.Information, "Account {Account} signed in")]
    public static partial void SignedIn(ILogger logger, string account);

    [LoggerMessage(102, LogLevel.Information, "A sign-in failed")]
    public static partial void SignInFailed(ILogger logger);

    [LoggerMessage(103, LogLevel.Warning, "A sign-in was put off for {Seconds} s after wrong passwords")]
    public static partial void SignInPutOff(ILogger logger, int seconds);

    [LoggerMessage(104, LogLevel.Information, "Account {Account} was created")]
    public static partial void Created(ILogger logger, string account);

    [LoggerMessage(105, LogLevel.Information, "Account {Account} was revoked")]
    public static partial void Revoked(ILogger logger, string account);

    [LoggerMessage(106, LogLevel.Error, "Account {Account} could not be ended")]
    public static partial void NotEnded(ILogger logger, string account, Exception failure);

    [LoggerMessage(107, LogLevel.Information, "Person {Person} was erased from all tables")]
    public static partial void Erased(ILogger logger, string person);

    [LoggerMessage(108, LogLevel.Error, "Person {Person} could not be erased from all tables")]
    public static partial void NotErased(ILogger logger, string person, Exception failure);

    [LoggerMessage(109, LogLevel.Error, "The write-ahead log could not be emptied of deleted words")]
    public static partial void NotForgotten(ILogger logger, Exception failure);

    [LoggerMessage(110, LogLevel.Information, "Issued {Codes} join codes of assembly {Assembly}")]
    public static partial void CodesIssued(ILogger logger, int codes, string assembly);

    [LoggerMessage(111, LogLevel.Information, "A join code answered {Status}")]
    public static partial void CodeRefused(ILogger logger, int status);
}

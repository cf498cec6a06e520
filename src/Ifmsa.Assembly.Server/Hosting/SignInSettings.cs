namespace Ifmsa.Assembly.Server.Hosting;

/// <summary>How people come in, and how guessing is slowed.</summary>
public sealed record SignInSettings
{
    /// <summary>How long the link for the first account is good after start.</summary>
    [Setting("minutes", 1, 1_440)]
    public int FirstLinkMinutes { get; init; } = 30;

    /// <summary>How long a sign-in or a bound phone lasts.</summary>
    [Setting("days", 1, 60)]
    public int SessionDays { get; init; } = 21;

    /// <summary>The shortest password; length is what makes one strong.</summary>
    [Setting("characters", 8, 128)]
    public int PasswordLength { get; init; } = 10;

    /// <summary>Wrong passwords in a row that are free; each one more doubles the wait.</summary>
    [Setting("attempts", 1, 100)]
    public int FreeAttempts { get; init; } = 5;

    /// <summary>The longest wait after wrong passwords.</summary>
    [Setting("seconds", 1, 86_400)]
    public int LongestWaitSeconds { get; init; } = 900;

    /// <summary>Passwords checked at once in the whole server; each costs a processor some 30 ms.</summary>
    [Setting("checks", 1, 64)]
    public int PasswordChecksAtOnce { get; init; } = 2;

    /// <summary>How long a printed join code is good.</summary>
    [Setting("days", 1, 90)]
    public int CodeDays { get; init; } = 14;

    /// <summary>Wrong typed codes the installation answers at once; beyond it typed codes wait, and QR codes go on working.</summary>
    [Setting("wrong codes", 1, 10_000)]
    public int WrongCodeBurst { get; init; } = 100;

    /// <summary>How many wrong typed codes are forgiven each minute.</summary>
    [Setting("wrong codes a minute", 1, 10_000)]
    public int WrongCodesPerMinute { get; init; } = 60;
}

namespace Ifmsa.Assembly.Server.Hosting;

/// <summary>Where everything is kept.</summary>
public sealed record DataSettings
{
    /// <summary>The folder of the database, its keys and its backups; relative to the folder the server is started from.</summary>
    public string Folder { get; init; } = "data";

    /// <summary>How long a write waits for another program that has the database locked before the caller is told.</summary>
    [Setting("milliseconds", 0, 60_000)]
    public int LockWaitMilliseconds { get; init; } = 2_000;

    /// <summary>The database file.</summary>
    public string Database => Path.Combine(Folder, "assembly.db");
}

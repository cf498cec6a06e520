using Ifmsa.Assembly.Server.Hosting;

namespace Ifmsa.Assembly.Server.Accounts;

/// <summary>The first link in a file of the data folder, where what is printed would be kept in a log; it goes when the link is used or dead, or the server ends.</summary>
public sealed class FirstLinkFile(DataSettings data, FirstLink link, TimeProvider time) : IDisposable
{
    private ITimer? _expiry;

    /// <summary>Whether standard output is no terminal but systemd's journal.</summary>
    public static bool IsNeeded => Console.IsOutputRedirected
        && (Environment.GetEnvironmentVariable("JOURNAL_STREAM") is not null || Environment.GetEnvironmentVariable("INVOCATION_ID") is not null);

    /// <summary>Where it is.</summary>
    public string Name { get; } = Path.GetFullPath(Path.Combine(data.Folder, "first-link"));

    /// <summary>Writes the link, for the server's own account alone.</summary>
    public async Task WriteAsync(string text)
    {
        Delete();
        await using var writer = new StreamWriter(Private.Create(Name));
        await writer.WriteLineAsync(text);
        _expiry = time.CreateTimer(_ => Delete(), state: null, link.Left, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Removes it, and one that a killed server left.</summary>
    public void Delete()
    {
        try
        {
            File.Delete(Name);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // A disk that lets nothing go keeps a link that opens nothing.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _expiry?.Dispose();
        Delete();
    }
}

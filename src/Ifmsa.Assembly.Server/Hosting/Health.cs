using System.Diagnostics.CodeAnalysis;
using Ifmsa.Assembly.Server.Journal;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Ifmsa.Assembly.Server.Hosting;

/// <summary>How the server is.</summary>
/// <param name="Status">ok, degraded or down.</param>
/// <param name="Journal">ok, or why it cannot be written.</param>
/// <param name="Press">ok, or why no PDF can be made.</param>
public sealed record HealthReport(string Status, string Journal, string Press);

/// <summary>Asks the press how it is; "ok", or one sentence.</summary>
public delegate string PressHealth();

/// <summary>Answers <c>/health</c> by writing to the database, at most once a second.</summary>
public sealed class Health(Store store, PressHealth press, TimeProvider time, ILogger<Health> logger) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _probing = new(1, 1);
    private long? _asked;
    private string _journal = "ok";
    private int _number;

    /// <summary>The report; 503 when nothing can be written.</summary>
    public async Task<IResult> ReportAsync(CancellationToken cancellation)
    {
        await _probing.WaitAsync(cancellation);
        try
        {
            if (_asked is not { } asked || time.GetElapsedTime(asked) >= TimeSpan.FromSeconds(1))
            {
                var before = _journal;
                _journal = await ProbeAsync();
                _asked = time.GetTimestamp();
                if (_journal != "ok" && before == "ok")
                    StoreLog.CannotWrite(logger, _journal);
                else if (_journal == "ok" && before != "ok")
                    StoreLog.CanWriteAgain(logger);
            }
        }
        finally
        {
            _probing.Release();
        }
        var paper = press();
        var report = new HealthReport(_journal != "ok" ? "down" : paper != "ok" ? "degraded" : "ok", _journal, paper);
        return Results.Json(report, statusCode: _journal == "ok" ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    /// <inheritdoc/>
    public void Dispose() => _probing.Dispose();

    [SuppressMessage("Security", "EF1002", Justification = "A number of our own.")]
    private async Task<string> ProbeAsync()
    {
        if (!await store.Turn.WaitAsync(Patience))
            return "The database has been busy for 5 s.";
        try
        {
            await using var context = store.Context();
            // A real write through to the disk, in a field of the file's header that nothing else uses.
            _number = (_number + 1) & 0xFFFF;
            await context.Database.ExecuteSqlRawAsync(FormattableString.Invariant($"PRAGMA user_version={_number}"));
            return "ok";
        }
        catch (SqliteException fault)
        {
            return FormattableString.Invariant($"The database cannot be written (SQLite {fault.SqliteErrorCode}).");
        }
        finally
        {
            store.Turn.Release();
        }
    }
}

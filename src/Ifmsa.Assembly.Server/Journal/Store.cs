using System.Data.Common;
using Ifmsa.Assembly.Server.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Ifmsa.Assembly.Server.Journal;

/// <summary>The database file in the data folder: opened by one server alone, brought up to date at start, written by one at a time.</summary>
public sealed class Store : IDisposable
{
    private readonly PooledDbContextFactory<AssemblyStore> _contexts;
    private readonly FileStream _claim;

    private Store(string file, FileStream claim, int lockWaitMilliseconds)
    {
        File = file;
        _claim = claim;
        _contexts = new(Options(file, lockWaitMilliseconds));
    }

    /// <summary>The database file.</summary>
    public string File { get; }

    /// <summary>Whose turn it is to write; SQLite has one write lock, and waiting here is in order where SQLite's own waiting is by chance.</summary>
    public SemaphoreSlim Turn { get; } = new(1, 1);

    /// <summary>Claims the data folder, creates what is missing and migrates the schema.</summary>
    /// <exception cref="IOException">Another server has the folder, or it cannot be written.</exception>
    public static Store Open(DataSettings settings)
    {
        Private.CreateFolder(settings.Folder);
        var claim = Claim(Path.Combine(settings.Folder, "server.lock"));
        try
        {
            var file = settings.Database;
            if (!System.IO.File.Exists(file))
                Private.Create(file).Dispose();
            var store = new Store(file, claim, settings.LockWaitMilliseconds);
            using var context = store.Context();
            // A server killed while it migrated leaves EF's lock behind, and the next would wait for ever; the claim above proves nobody holds it.
            context.Database.ExecuteSqlRaw("DROP TABLE IF EXISTS \"__EFMigrationsLock\"");
            context.Database.Migrate();
            return store;
        }
        catch
        {
            claim.Dispose();
            throw;
        }
    }

    /// <summary>A context of its own, for reading; to write, use <see cref="WriteAsync"/>.</summary>
    public AssemblyStore Context() => _contexts.CreateDbContext();

    /// <summary>Runs a change in one transaction, in turn with the journals' writers.</summary>
    public async Task<T> WriteAsync<T>(Func<AssemblyStore, Task<T>> change, CancellationToken cancellation)
    {
        await Turn.WaitAsync(cancellation);
        try
        {
            await using var context = Context();
            await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
            var result = await change(context);
            await context.SaveChangesAsync(cancellation);
            // Past this point the outcome is decided by the disk, not by a caller that went away.
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        }
        finally
        {
            Turn.Release();
        }
    }

    /// <summary>Empties the write-ahead log, in which what was deleted would stand until it is written over; false while somebody still reads from it.</summary>
    public async Task<bool> EmptyLogAsync(CancellationToken cancellation)
    {
        await Turn.WaitAsync(cancellation);
        try
        {
            await using var context = Context();
            await context.Database.OpenConnectionAsync(cancellation);
            await using var command = context.Database.GetDbConnection().CreateCommand();
            // Whoever erases asks again; no vote waits here for a backup or an export to be done with reading.
            command.CommandText = "PRAGMA busy_timeout=0";
            await command.ExecuteNonQueryAsync(cancellation);
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            return await command.ExecuteScalarAsync(cancellation) is 0L;
        }
        finally
        {
            Turn.Release();
        }
    }

    /// <summary>Options for a database file, as the server opens it.</summary>
    public static DbContextOptions<AssemblyStore> Options(string file, int lockWaitMilliseconds) =>
        new DbContextOptionsBuilder<AssemblyStore>()
            // The provider's own retries, in steps of 150 ms, end after a second; SQLite's waiting has gone on long before.
            .UseSqlite(new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 1 }.ToString())
            .AddInterceptors(new Pragmas(lockWaitMilliseconds))
            .Options;

    /// <inheritdoc/>
    public void Dispose()
    {
        using (var connection = new SqliteConnection($"Data Source={File};Default Timeout=1"))
            SqliteConnection.ClearPool(connection);
        _claim.Dispose();
        Turn.Dispose();
    }

    private static FileStream Claim(string file)
    {
        try
        {
            return Private.OpenOrCreate(file);
        }
        catch (IOException fault) when (fault is not (DirectoryNotFoundException or FileNotFoundException))
        {
            throw new IOException($"Another server is using {Path.GetDirectoryName(file)}; stop it first, or choose another Data:Folder.", fault);
        }
    }

    /// <summary>What SQLite forgets between connections.</summary>
    private sealed class Pragmas(int lockWaitMilliseconds) : DbConnectionInterceptor
    {
        private readonly string _text =
            $"PRAGMA busy_timeout={lockWaitMilliseconds};PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;PRAGMA secure_delete=ON;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Set(connection);
            return Task.CompletedTask;
        }

        private void Set(DbConnection connection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = _text;
            command.ExecuteNonQuery();
        }
    }
}

using System.Globalization;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Hosting;
using Microsoft.Data.Sqlite;

namespace Ifmsa.Assembly.Server.Journal;

/// <summary>A copy that was taken, and what its verification found.</summary>
/// <param name="File">Where it is.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Journals">What was found of each journal in it.</param>
public sealed record Backup(string File, long Bytes, IReadOnlyList<JournalVerdict> Journals)
{
    /// <summary>Whether every journal in it is intact.</summary>
    public bool Good => Journals.All(verdict => verdict.Fault is null);
}

/// <summary>Takes verified copies of the database while it is in use, into <c>backups</c> in the data folder.</summary>
public sealed class Backups(DataSettings settings, TimeProvider time, ILogger<Backups> logger)
{
    /// <summary>Takes a copy and verifies it; called at each adjournment.</summary>
    /// <param name="reason">A word for the file's name, such as <c>adjourned</c>.</param>
    /// <param name="cancellation">Gives up before the copy begins.</param>
    /// <exception cref="IOException">The copy cannot be written.</exception>
    /// <exception cref="SqliteException">The database cannot be read.</exception>
    public async Task<Backup> TakeAsync(string reason, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var folder = Path.Combine(settings.Folder, "backups");
        Private.CreateFolder(folder);
        var plain = string.Concat(reason.Where(char.IsAsciiLetterOrDigit));
        var file = Path.Combine(folder, time.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture) + "-" + plain + ".db");
        // Minutes of disk work would block the caller's thread otherwise; SQLite has no asynchronous calls.
        var backup = await Task.Factory.StartNew(() => Copy(settings.Database, file), cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        if (backup.Good)
            StoreLog.BackedUp(logger, backup.Bytes, backup.Journals.Count);
        else
            StoreLog.BackupFaulty(logger, backup.Journals.Count(verdict => verdict.Fault is not null));
        return backup;
    }

    /// <summary>Copies a database as it stands at one moment, by SQLite itself, and verifies the copy.</summary>
    /// <exception cref="IOException">The target exists, or cannot be written.</exception>
    public static Backup Copy(string database, string target)
    {
        if (!File.Exists(database))
            throw new FileNotFoundException($"There is no database at {database}.");
        if (Path.Exists(target))
            throw new IOException($"{target} is there already; nothing was overwritten.");
        var partial = target + ".partial";
        // A leftover of a copy that was killed is worth nothing.
        File.Delete(partial);
        try
        {
            Private.Create(partial).Dispose();
            using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder
            {
                DataSource = database,
                Mode = SqliteOpenMode.ReadWrite,
                Pooling = false,
            }.ToString()))
            {
                connection.Open();
                using var command = connection.CreateCommand();
                command.CommandText = "VACUUM INTO $file";
                command.CommandTimeout = 0;
                command.Parameters.AddWithValue("$file", partial);
                command.ExecuteNonQuery();
            }
            LetNothingGo(partial);
            using (var written = new FileStream(partial, FileMode.Open, FileAccess.ReadWrite))
                written.Flush(flushToDisk: true);
            var verdicts = Verification.Judge(partial, [], Catalogue.Facts.Keys.ToHashSet(StringComparer.Ordinal));
            File.Move(partial, target, overwrite: false);
            return new(target, new FileInfo(target).Length, verdicts);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <summary>Letters that wait in a copy have most likely gone by the time it is put in place: somebody has to say which are sent again.</summary>
    private static void LetNothingGo(string copy)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'mail'";
        if (command.ExecuteScalar() is not > 0L)
            return;
        command.CommandText = "UPDATE mail SET state = 'Unknown', reason = 'a backup was restored' WHERE state IN ('Waiting', 'Sending')";
        command.ExecuteNonQuery();
    }
}

using System.Text;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Journal;
using Microsoft.Data.Sqlite;

namespace Ifmsa.Assembly.Server.Tests.Journal;

/// <summary>A data folder of its own for one test.</summary>
internal sealed class Disk : IDisposable
{
    public Disk()
    {
        Folder = Directory.CreateTempSubdirectory("hall").FullName;
        Settings = new DataSettings { Folder = Path.Combine(Folder, "data"), LockWaitMilliseconds = 50 };
        Store = Store.Open(Settings);
        Journal = new SqliteJournalStore(Store);
    }

    public string Folder { get; }
    public DataSettings Settings { get; }
    public Store Store { get; private set; }
    public SqliteJournalStore Journal { get; private set; }

    public static byte[] Json(string text) => Encoding.UTF8.GetBytes(text);

    public static IReadOnlyList<JournalRow> Rows(AssemblyId assembly, int count, long after = 0, byte[]? previous = null)
    {
        previous ??= Chain.Root(assembly);
        var rows = new List<JournalRow>(count);
        for (var sequence = after + 1; sequence <= after + count; sequence++)
        {
            var payload = Json($$"""{"number":{{sequence}},"text":"Yes, no or abstain; a fact of about two hundred bytes, as most of them are, with ids {{assembly}} and the rest of it"}""");
            var digest = Chain.Digest(payload);
            var at = 1_700_000_000_000_000 + sequence;
            var hash = Chain.Hash(previous, sequence, at, "test.happened.v1", digest);
            rows.Add(new(sequence, at, "test.happened.v1", payload, digest, previous, hash));
            previous = hash;
        }
        return rows;
    }

    public IReadOnlyList<JournalRow> Write(AssemblyId assembly, int count)
    {
        using var transaction = Journal.Begin(assembly);
        var rows = Rows(assembly, count, transaction.Head.Sequence, transaction.Head.Hash);
        foreach (var row in rows)
            transaction.Append(row);
        transaction.Commit();
        return rows;
    }

    public void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Settings.Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Restart()
    {
        Journal.Dispose();
        Store.Dispose();
        Store = Store.Open(Settings);
        Journal = new SqliteJournalStore(Store);
    }

    public void Dispose()
    {
        Journal.Dispose();
        Store.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}

using System.Diagnostics;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Journal;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Journal;

public sealed class A_group_commit : IDisposable
{
    private readonly Disk _disk = new();
    private readonly AssemblyId _one = new(Guid.NewGuid());
    private readonly AssemblyId _other = new(Guid.NewGuid());

    public void Dispose() => _disk.Dispose();

    [Fact]
    public void begins_at_the_root_of_the_chain()
    {
        using var transaction = _disk.Journal.Begin(_one);
        Assert.Equal(0, transaction.Head.Sequence);
        Assert.Equal(Chain.Root(_one), transaction.Head.Hash);
    }

    [Fact]
    public void is_read_back_to_the_byte_after_a_restart()
    {
        var written = _disk.Write(_one, 3);
        _disk.Write(_other, 2);
        _disk.Restart();
        var read = _disk.Journal.Read(_one, 0).ToArray();
        Assert.Equal(written.Select(row => row.Hash), read.Select(row => row.Hash));
        Assert.Equal(written.Select(row => row.Payload), read.Select(row => row.Payload));
        Assert.Equal([2L], _disk.Journal.Read(_one, 1, 2).Select(row => row.Sequence));
        Assert.Equal([_one, _other], _disk.Journal.Assemblies().OrderBy(id => id == _other));
    }

    [Fact]
    public void leaves_no_trace_when_it_is_not_committed()
    {
        using (var transaction = _disk.Journal.Begin(_one))
        {
            transaction.Append(Disk.Rows(_one, 1)[0]);
            transaction.Keep(default, default, new([1], [2]));
        }
        Assert.Empty(_disk.Journal.Read(_one, 0));
        using var again = _disk.Journal.Begin(_one);
        Assert.Null(again.FindAnswer(default, default));
    }

    [Fact]
    public void never_overwrites_a_fact_or_an_answer()
    {
        var row = _disk.Write(_one, 1)[0];
        using (var transaction = _disk.Journal.Begin(_one))
            Assert.Throws<SqliteException>(() => transaction.Append(row));
        using (var transaction = _disk.Journal.Begin(_one))
        {
            transaction.Keep(default, default, new([1], [2]));
            Assert.Throws<SqliteException>(() => transaction.Keep(default, default, new([1], [3])));
            Assert.Throws<InvalidOperationException>(transaction.Commit);
        }
        Assert.Equal(2, _disk.Write(_one, 1)[0].Sequence);
    }

    [Fact]
    public void keeps_answers_and_words()
    {
        var device = new DeviceId(Guid.NewGuid());
        var command = new CommandId(Guid.NewGuid());
        var words = new Matter(new(Guid.NewGuid()), new byte[32], "علي");
        using (var transaction = _disk.Journal.Begin(_one))
        {
            transaction.Append(Disk.Rows(_one, 1)[0]);
            transaction.Keep(device, command, new([1], [2]));
            transaction.Keep(words);
            transaction.Commit();
        }
        using var next = _disk.Journal.Begin(_one);
        Assert.Equal([2], next.FindAnswer(device, command)!.Answer);
        Assert.Null(next.FindAnswer(new(Guid.NewGuid()), command));
        Assert.Equal(words.Digest, Assert.Single(_disk.Journal.ReadMatters(_one)).Digest);
    }

    [Fact]
    public async Task waits_its_turn_among_the_assemblies()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(() =>
        {
            var assembly = new AssemblyId(Guid.NewGuid());
            for (var commit = 0; commit < 50; commit++)
                _disk.Write(assembly, 2);
        }, TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        Assert.All(_disk.Journal.Assemblies(), assembly => Assert.Equal(100, _disk.Journal.Read(assembly, 0).Count()));
    }
}

public sealed class A_disk_that_fails : IDisposable
{
    private readonly Disk _disk = new();
    private readonly AssemblyId _one = new(Guid.NewGuid());

    public void Dispose() => _disk.Dispose();

    [Fact]
    public void refuses_while_another_program_has_the_lock_and_goes_on_after()
    {
        _disk.Write(_one, 1);
        using (var other = new SqliteConnection($"Data Source={_disk.Settings.Database};Pooling=False"))
        {
            other.Open();
            using var held = other.BeginTransaction();
            var watch = Stopwatch.StartNew();
            Assert.Throws<SqliteException>(() => _disk.Write(_one, 1));
            // Two seconds, and whatever a busy machine adds; SQLite of itself would wait thirty.
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20));
            Assert.Single(_disk.Journal.Read(_one, 0));
        }
        Assert.Equal(2, _disk.Write(_one, 1)[0].Sequence);
    }

    [Fact]
    public void refuses_when_full_without_a_trace_and_goes_on_when_there_is_room()
    {
        _disk.Write(_one, 10);
        // SQLite answers SQLITE_FULL at its page limit as it does on a full disk; the limit is the connection's own.
        using (var transaction = _disk.Journal.Begin(_one))
        {
            _disk.Journal.Limit(pages: 1);
            Assert.Throws<SqliteException>(() =>
            {
                foreach (var row in Disk.Rows(_one, 10_000, transaction.Head.Sequence, transaction.Head.Hash))
                    transaction.Append(row);
            });
        }
        Assert.Equal(10, _disk.Journal.Read(_one, 0).Count());
        Assert.Equal(11, _disk.Write(_one, 1)[0].Sequence);
    }
}

public sealed class A_data_folder : IDisposable
{
    private readonly Disk _disk = new();

    public void Dispose() => _disk.Dispose();

    [Fact]
    public void belongs_to_one_server_at_a_time() =>
        Assert.Contains("Another server", Assert.Throws<IOException>(() => Store.Open(_disk.Settings)).Message, StringComparison.Ordinal);

    [Fact]
    public void is_readable_by_its_owner_alone()
    {
        if (OperatingSystem.IsWindows())
            return;
        foreach (var file in Directory.GetFiles(_disk.Settings.Folder))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal((UnixFileMode)0b111_000_000, File.GetUnixFileMode(_disk.Settings.Folder));
    }

    [Fact]
    public void syncs_fully_and_writes_ahead()
    {
        using var context = _disk.Store.Context();
        context.Database.OpenConnection();
        using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA synchronous";
        Assert.Equal(2L, command.ExecuteScalar());
        command.CommandText = "PRAGMA journal_mode";
        Assert.Equal("wal", command.ExecuteScalar());
    }

    [Fact]
    public void starts_again_after_a_server_died_while_it_migrated()
    {
        _disk.Run("CREATE TABLE IF NOT EXISTS \"__EFMigrationsLock\"(Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL); INSERT OR REPLACE INTO \"__EFMigrationsLock\" VALUES (1, '2025-01-01')");
        _disk.Restart();
        Assert.Empty(_disk.Journal.Assemblies());
    }

    [Fact]
    public void migrates_to_just_what_the_model_says()
    {
        using var model = new AssemblyStore(Store.Options(Path.Combine(_disk.Folder, "model.db"), 50));
        model.Database.EnsureCreated();
        using var migrated = _disk.Store.Context();
        Assert.Equal(Schema(model), Schema(migrated));
        Assert.Contains("facts", string.Concat(Schema(model)), StringComparison.Ordinal);
    }

    private static string[] Schema(AssemblyStore context) =>
        [.. context.Database.SqlQueryRaw<string>("SELECT type || ' ' || name || ' ' || COALESCE(sql, '') AS Value FROM sqlite_master WHERE name NOT LIKE '\\_\\_EF%' ESCAPE '\\' AND tbl_name NOT LIKE '\\_\\_EF%' ESCAPE '\\' AND name NOT LIKE 'sqlite_stat%'")
            .AsEnumerable().Order(StringComparer.Ordinal)];
}

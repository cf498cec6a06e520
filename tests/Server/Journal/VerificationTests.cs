using System.Globalization;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Journal;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Journal;

public sealed class Verifying_a_journal : IDisposable
{
    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal) { "test.happened.v1" };
    private readonly Disk _disk = new();
    private readonly AssemblyId _one = new(Guid.NewGuid());
    private readonly IReadOnlyList<JournalRow> _rows;

    public Verifying_a_journal() => _rows = _disk.Write(_one, 9);

    public void Dispose() => _disk.Dispose();

    [Fact]
    public void finds_it_intact() =>
        Assert.Equal($"intact\t{_one}\t9\t{Convert.ToHexStringLower(_rows[^1].Hash)}", Judge().Line);

    [Theory]
    [InlineData("UPDATE facts SET payload = x'7B7D' WHERE sequence=4", "4\taltered")]
    [InlineData("UPDATE facts SET payload = CAST(payload AS TEXT) WHERE sequence=4", "4\taltered")]
    [InlineData("UPDATE facts SET at = at + 1 WHERE sequence=4", "4\taltered")]
    [InlineData("UPDATE facts SET kind = 'other.happened.v1' WHERE sequence=4", "4\taltered")]
    [InlineData("UPDATE facts SET hash = zeroblob(32) WHERE sequence=9", "9\taltered")]
    [InlineData("UPDATE facts SET previous = zeroblob(32) WHERE sequence=1", "1\taltered")]
    [InlineData("DELETE FROM facts WHERE sequence=1", "1\tmissing")]
    [InlineData("DELETE FROM facts WHERE sequence IN (4,5)", "4\tmissing")]
    [InlineData("UPDATE facts SET sequence = 12 WHERE sequence=9", "9\tmissing")]
    public void names_the_first_fault(string tampering, string fault)
    {
        _disk.Run(tampering);
        Assert.Equal($"fault\t{_one}\t{fault}", Judge().Line);
    }

    [Fact]
    public void finds_a_fact_added_by_somebody_who_knows_the_formula()
    {
        var forged = Disk.Rows(_one, 1, 4, new byte[32])[0];
        _disk.Run(string.Create(CultureInfo.InvariantCulture,
            $"UPDATE facts SET at={forged.AtMicroseconds}, payload=x'{Convert.ToHexString(forged.Payload)}', digest=x'{Convert.ToHexString(forged.Digest)}', previous=x'{Convert.ToHexString(forged.Previous)}', hash=x'{Convert.ToHexString(forged.Hash)}' WHERE sequence=5"));
        Assert.Equal($"fault\t{_one}\t5\tadded", Judge().Line);
    }

    [Fact]
    public void finds_a_cut_tail_by_the_head_on_paper()
    {
        var paper = Convert.ToHexString(_rows[^1].Hash)[..8];
        _disk.Run("DELETE FROM facts WHERE sequence>7");
        Assert.Null(Judge().Fault);
        Assert.Equal($"fault\t{_one}\t8\ttruncated", Judge(paper).Line);
        Assert.Null(Judge(Convert.ToHexString(_rows[3].Hash)[..8]).Fault);
    }

    [Fact]
    public void finds_a_whole_journal_gone_by_the_head_on_paper()
    {
        _disk.Run("DELETE FROM facts");
        Assert.Equal($"fault\t{_one}\t1\ttruncated", Judge("0123abcd").Line);
    }

    [Fact]
    public void says_which_kind_it_does_not_know() =>
        Assert.Equal("test.happened.v1", Assert.Single(Verification.Judge(_disk.Settings.Database, [], new HashSet<string>(StringComparer.Ordinal))).UnknownKind);

    private JournalVerdict Judge(string? head = null) =>
        Assert.Single(Verification.Judge(_disk.Settings.Database, head is null ? [] : [(_one.ToString(), head)], Kinds));
}

public sealed class Taking_a_backup : IDisposable
{
    private readonly Disk _disk = new();
    private readonly AssemblyId _one = new(Guid.NewGuid());

    public void Dispose() => _disk.Dispose();

    [Fact]
    public async Task copies_what_is_committed_while_others_write()
    {
        _disk.Write(_one, 5);
        var backups = new Backups(_disk.Settings, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<Backups>.Instance);
        Backup backup;
        using (var transaction = _disk.Journal.Begin(_one))
        {
            transaction.Append(Disk.Rows(_one, 1, transaction.Head.Sequence, transaction.Head.Hash)[0]);
            backup = await backups.TakeAsync("adjourned", TestContext.Current.CancellationToken);
            transaction.Commit();
        }
        Assert.Equal(5, Assert.Single(backup.Journals).Facts);
        Assert.True(backup.Good);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(backup.File));
        Assert.Equal([backup.File], Directory.GetFiles(Path.GetDirectoryName(backup.File)!));
    }

    [Fact]
    public void lets_no_letter_go_from_the_copy_by_itself()
    {
        var columns = "id, assembly, batch, \"to\", subject, state, attempts, due, created";
        _disk.Run($"INSERT INTO mail ({columns}) VALUES ('1', 'a', 'b', 'c', 'd', 'Waiting', 0, 0, 0), ('2', 'a', 'b', 'c', 'd', 'Sending', 0, 0, 0), ('3', 'a', 'b', 'c', 'd', 'Sent', 0, 0, 0)");
        var target = Path.Combine(_disk.Folder, "copy.db");
        Backups.Copy(_disk.Settings.Database, target);
        Assert.Equal("Unknown,Unknown,Sent", States(target));
        Assert.Equal("Waiting,Sending,Sent", States(_disk.Settings.Database));

        static string States(string database)
        {
            using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={database};Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT group_concat(state) FROM (SELECT state FROM mail ORDER BY id)";
            return (string)command.ExecuteScalar()!;
        }
    }

    [Fact]
    public void never_overwrites()
    {
        var target = Path.Combine(_disk.Folder, "there.db");
        File.WriteAllText(target, "mine");
        Assert.Throws<IOException>(() => Backups.Copy(_disk.Settings.Database, target));
        Assert.Equal("mine", File.ReadAllText(target));
    }
}

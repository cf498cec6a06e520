using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Tests.Journal;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Commands;

/// <summary>The program as a process of its own, beside a store that is in use.</summary>
public sealed class The_program : IDisposable
{
    private readonly Disk _disk = new();
    private readonly AssemblyId _one = new(Guid.NewGuid());

    public void Dispose() => _disk.Dispose();

    [Fact]
    public async Task cannot_judge_what_is_not_there_or_wrongly_asked()
    {
        Assert.Equal(2, (await RunAsync("verify", Path.Combine(_disk.Folder, "none.db"))).Code);
        Assert.Equal(2, (await RunAsync("verify")).Code);
        Assert.Equal(2, (await RunAsync("frobnicate")).Code);
        var (code, output, errors) = await RunAsync("verify", _disk.Settings.Database, "--head", "abc");
        Assert.Equal((2, ""), (code, output));
        Assert.Contains("--head must be", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task explains_itself()
    {
        var (code, output, _) = await RunAsync("backup", "--help");
        Assert.Equal(0, code);
        Assert.Contains("FILE", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task finds_a_cut_journal_bad()
    {
        _disk.Write(_one, 3);
        var (code, output, _) = await RunAsync("verify", _disk.Settings.Database, "--head", $"{_one}=0123abcd");
        Assert.Equal((1, $"fault\t{_one}\t4\ttruncated"), (code, output.Trim()));
    }

    [Fact]
    public async Task backs_up_a_database_in_use_and_verifies_it()
    {
        _disk.Write(_one, 3);
        var file = Path.Combine(_disk.Folder, "copy.db");
        var (code, output, errors) = await RunAsync("backup", file, "--Data:Folder=" + _disk.Settings.Folder);
        Assert.True(code == 0, errors);
        Assert.Contains($"intact\t{_one}\t3\t", output, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync("backup", file, "--Data:Folder=" + _disk.Settings.Folder)).Code);
    }

    [Fact]
    public async Task says_each_faulty_setting_and_does_not_start()
    {
        var (code, output, errors) = await RunAsync("--Floor:QueueLength=0", "--urls", "http://0.0.0.0:0");
        Assert.Equal((2, ""), (code, output));
        Assert.Equal(2, errors.Trim().Split('\n').Length);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    private Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments) => Program.RunAsync(_disk.Folder, arguments);
}

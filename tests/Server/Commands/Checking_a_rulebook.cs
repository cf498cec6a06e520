using Ifmsa.Assembly.Server.Tests.Hosting;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Commands;

/// <summary><c>check-rulebook</c> as a secretariat calls it.</summary>
public sealed class Checking_a_rulebook : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"rulebook-{Guid.NewGuid():N}.json");

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData("ifmsa", "IFMSA general assembly")]
    [InlineData("ronr", "Robert's Rules of Order")]
    public async Task finds_a_shipped_one_good(string id, string title) =>
        Assert.Equal((0, $"good\t{id}\t{title}{Environment.NewLine}", ""), await RunAsync(MemoryAssemblies.Root($"templates/rulebooks/{id}.json")));

    [Fact]
    public async Task names_each_fault_on_a_line_of_its_own()
    {
        Write(("\"majority\": \"twoThirds\", \"nemoContra\": true, \"seconder\": true, \"article\": \"[M] 8.4.5\", \"confirmWinner\"", "\"majority\": \"thirds\", \"nemoContra\": true, \"seconder\": true, \"article\": \"[M] 8.4.5\", \"confirmWiner\""), ("\"quorumCall\": 300", "\"quorumCall\": 900"));
        var (code, output, errors) = await RunAsync(_file);
        Assert.Equal((1, ""), (code, errors));
        var line = Array.FindIndex(File.ReadAllLines(_file), text => text.Contains("\"policy\"", StringComparison.Ordinal)) + 1;
        var faults = output.TrimEnd().Split('\n').Select(text => text.TrimEnd().Split('\t')).ToList();
        Assert.Equal(["fault", $"decisions.policy.majority (line {line})", "there is no majority “thirds”."], faults[1]);
        Assert.Equal(
            ["decisions.policy.confirmWiner", "decisions.policy.majority", "times.quorumCall"],
            faults.Select(fault => fault[1].Split(' ')[0]));
    }

    [Fact]
    public async Task names_where_the_file_stops_being_json()
    {
        Write(("\"numerator\": 1,", "\"numerator\": 1"));
        var (code, output, _) = await RunAsync(_file);
        Assert.Equal(1, code);
        Assert.StartsWith("fault\tquorum.numerator (line ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task cannot_judge_what_it_cannot_read()
    {
        Assert.Equal((2, "", $"There is no file {_file}.{Environment.NewLine}"), await RunAsync(_file));
        Assert.Equal(2, (await RunAsync()).Code);
        Assert.Equal(2, (await RunAsync(MemoryAssemblies.Root("templates/rulebooks/ifmsa.json"), "another.json")).Code);
    }

    [Fact]
    public async Task explains_itself() =>
        Assert.Contains("FILE", (await RunAsync("--help")).Output, StringComparison.Ordinal);

    private void Write(params (string Was, string Is)[] edits) =>
        File.WriteAllText(_file, edits.Aggregate(File.ReadAllText(MemoryAssemblies.Root("templates/rulebooks/ifmsa.json")), (text, edit) => text.Replace(edit.Was, edit.Is, StringComparison.Ordinal)));

    private static Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments) => Program.RunAsync(Path.GetTempPath(), ["check-rulebook", .. arguments]);
}

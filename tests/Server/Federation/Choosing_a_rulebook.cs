using System.Text.RegularExpressions;
using Ifmsa.Assembly.Server.Federation;
using Ifmsa.Assembly.Server.Tests.Hosting;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Federation;

/// <summary>What the secretariat is offered from the folder of rulebooks.</summary>
public sealed class Choosing_a_rulebook : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rulebooks-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void is_between_those_that_are_shipped() =>
        Assert.Equal(["ifmsa", "ronr"], Rulebooks.Load(MemoryAssemblies.Root("templates/rulebooks")).Entries.Select(entry => entry.Id));

    [Fact]
    public void offers_one_that_was_added_by_its_title()
    {
        Add("ours", ("\"id\": \"ifmsa\"", "\"id\": \"ours\""), ("IFMSA general assembly", "Our own assembly"));
        Assert.Equal([new("ours", "Our own assembly")], Rulebooks.Load(_folder).Entries.Select(entry => (entry.Id, entry.Title)));
    }

    [Fact]
    public void refuses_a_faulty_one_with_its_place_and_offers_the_others()
    {
        Add("good");
        Add("faulty", ("\"denominator\": 3", "\"denominator\": 0"));
        Add("twin");
        var rulebooks = Rulebooks.Load(_folder);
        Assert.Equal(["ifmsa", "faulty", "twin"], rulebooks.Entries.Select(entry => entry.Id));
        Assert.Equal(
            [null, "quorum: the share 1/0 does not lie between 0 and 1.", "id: another file has the id “ifmsa” already."],
            rulebooks.Entries.Select(entry => entry.Fault is null ? null : Regex.Replace(entry.Fault, @" \(line \d+\)", "", RegexOptions.None, TimeSpan.FromSeconds(1))));
        Assert.Null(rulebooks.Find("faulty"));
    }

    private void Add(string name, params (string Was, string Is)[] edits) =>
        File.WriteAllText(Path.Combine(_folder, name + ".json"), edits.Aggregate(
            File.ReadAllText(MemoryAssemblies.Root("templates/rulebooks/ifmsa.json")), (text, edit) => text.Replace(edit.Was, edit.Is, StringComparison.Ordinal)));
}

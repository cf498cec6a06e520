using Ifmsa.Assembly.Server.Tests.Hosting;
using Ifmsa.Assembly.Server.Wording;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Attacks;

/// <summary>A secretariat may edit the sentences; no slip of its pen may stop a vote.</summary>
public sealed class Edited_wording : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("wording");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void with_a_stray_brace_is_named_at_start()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "en.json"), """{ "refusal.ballot.running": "Ballot {0 is running." }""");
        Assert.Contains("refusal.ballot.running", Assert.Throws<InvalidDataException>(() => Sentences.Load(_folder.FullName)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void with_a_place_for_what_is_not_said_leaves_it_empty()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "en.json"), """{ "a": "{0} and {1}." }""");
        Assert.Equal("One and .", Sentences.Load(_folder.FullName).Say("a", "One"));
    }

    [Fact]
    public void says_a_number_in_its_forms()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "en.json"), """{ "a": "{0}: {1|one:# member was|other:# members were} there, {2|one:# was|other:# were} needed." }""");
        var sentences = Sentences.Load(_folder.FullName);
        Assert.Equal("A: 1 member was there, 2 were needed.", sentences.Say("a", "A", 1, "2"));
        Assert.Equal("A: 0 members were there, 1 was needed.", sentences.Say("a", "A", 0, "1"));
    }

    [Fact]
    public void with_a_number_without_its_forms_is_named_at_start()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "en.json"), """{ "a": "{0|one:# member}" }""");
        Assert.Throws<InvalidDataException>(() => Sentences.Load(_folder.FullName));
    }

    [Fact]
    public void as_it_is_shipped_is_whole() => Assert.NotEmpty(Sentences.Load(MemoryAssemblies.Root("templates/wording")).Codes);
}

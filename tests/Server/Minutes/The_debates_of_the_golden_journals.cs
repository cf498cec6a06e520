using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Minutes;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Minutes;

public sealed class The_debates_of_the_golden_journals
{
    /// <summary>Read the golden file: it says how the minutes put everything that can happen in a debate.</summary>
    [Theory]
    [InlineData("debate")]
    [InlineData("ronr")]
    public async Task are_told_in_the_words_of_the_golden_file(string name)
    {
        var journal = Every_kind_of_fact.Journal($"journal.v2.{name}.jsonl");
        var chronicle = Chronicle.Of(new(Guid.NewGuid()), journal);
        var voice = new Voice(Meeting.Sentences, chronicle.Now, ImmutableDictionary<MatterId, string>.Empty) { Day = journal[0].At };
        var told = string.Concat(chronicle.Sittings.Values.SelectMany(sitting => sitting.Lines)
            .OrderBy(line => line.Entry.Sequence)
            .Select(line => $"{line.Entry.Sequence,4}  {(line.Heading is { } heading ? $"[{voice.Say(heading)}] " : "")}{voice.Say(line.Text)}{(line.Article is { } article ? $" ({voice.Say(article)})" : "")}\n"));

        var golden = Path.Combine(Folder(), "Golden", name + ".txt");
        if (Environment.GetEnvironmentVariable("RENEW_GOLDEN") == "1")
            await File.WriteAllTextAsync(golden, told, TestContext.Current.CancellationToken);
        Assert.Equal(await File.ReadAllTextAsync(golden, TestContext.Current.CancellationToken), told);
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here) ?? "";
}

using Ifmsa.Assembly.Server.Documents;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Documents;

public sealed class The_words_of_papers
{
    [Fact]
    public async Task come_in_English_where_a_translation_lacks_them()
    {
        var folder = Directory.CreateTempSubdirectory("words-");
        var wording = folder.CreateSubdirectory("wording").FullName;
        await File.WriteAllTextAsync(Path.Combine(wording, "papers.en.json"), """{"a":"one","b":"two"}""", RunningPress.Cancellation);
        await File.WriteAllTextAsync(Path.Combine(wording, "papers.fr.json"), """{"a":"un"}""", RunningPress.Cancellation);

        var french = await PaperWords.ReadAsync(folder.FullName, "fr", RunningPress.Cancellation);
        folder.Delete(recursive: true);

        Assert.Equal("fr", french.Language);
        Assert.Equal(("un", "two"), (french.Texts["a"], french.Texts["b"]));
    }

    [Theory]
    [InlineData("xx")]
    [InlineData("../en")]
    public async Task are_English_for_a_language_nobody_has_translated(string language) =>
        Assert.Equal("en", (await PaperWords.ReadAsync(new PressSettings().Templates, language, RunningPress.Cancellation)).Language);
}

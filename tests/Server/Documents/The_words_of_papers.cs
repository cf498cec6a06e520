using Ifmsa.Assembly.Server.Documents;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Documents;

public sealed class The_words_of_papers : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("words-");

    private PressSettings Own => new() { Templates = Path.Combine(_folder.FullName, "own"), Shipped = Path.Combine(_folder.FullName, "shipped") };

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task come_in_English_where_a_translation_lacks_them()
    {
        await WriteAsync("own", "en", """{"a":"one","b":"two"}""");
        await WriteAsync("own", "fr", """{"a":"un"}""");
        await WriteAsync("shipped", "en", """{"a":"1","b":"2","c":"3"}""");
        var french = await PaperWords.ReadAsync(Own, "fr", RunningPress.Cancellation);
        Assert.Equal("fr", french.Language);
        // What the organisation's own files lack altogether comes as it was shipped.
        Assert.Equal(("un", "two", "3"), (french.Texts["a"], french.Texts["b"], french.Texts["c"]));
    }

    [Theory]
    [InlineData("xx")]
    [InlineData("../en")]
    public async Task are_English_for_a_language_nobody_has_translated(string language) =>
        Assert.Equal("en", (await PaperWords.ReadAsync(new PressSettings(), language, RunningPress.Cancellation)).Language);

    [Theory]
    [InlineData("{\n  \"a\": \"one\",\n}", 3, "papers.words-no-json")]
    [InlineData("{\n  \"a\": \"one\"\n  \"b\": \"two\"\n}", 3, "papers.words-no-json")]
    [InlineData("{ \"a\": \"one\",\n\"b\": 2 }", 2, "papers.words-no-text")]
    [InlineData("{\n\n\"b\": null }", 3, "papers.words-no-text")]
    [InlineData("{ \"b\": { \"c\": \"d\" } }", 1, "papers.words-no-text")]
    [InlineData("{ \"a\":\n\"\\ud83d\" }", 2, "papers.words-no-json")]
    [InlineData("{} {}", 1, "papers.words-no-json")]
    [InlineData("[\"a\"]", 1, "papers.words-no-object")]
    [InlineData("null", 1, "papers.words-no-object")]
    [InlineData("", 1, "papers.words-no-json")]
    public async Task are_those_shipped_in_place_of_a_file_with_a_fault_which_is_named_with_its_line(string written, int line, string code)
    {
        foreach (var language in new[] { "en", "fr" })
        {
            await WriteAsync("own", language, written);
            await WriteAsync("shipped", language, $$"""{"a":"shipped {{language}}","b":"shipped {{language}}"}""");
        }
        foreach (var language in new[] { "en", "fr" })
        {
            var words = await PaperWords.ReadAsync(Own, language, RunningPress.Cancellation);
            Assert.Equal((language, $"shipped {language}", $"shipped {language}"), (words.Language, words.Texts["a"], words.Texts["b"]));
        }
        var faults = await PaperWordsFile.FaultsAsync(Own.Templates, RunningPress.Cancellation);
        Assert.Equal([("wording/papers.en.json", line, code), ("wording/papers.fr.json", line, code)], faults.Select(file => (file.Name, file.Fault.Line, file.Fault.Code)));

        // Mended, they are the organisation's own again.
        await WriteAsync("own", "en", "\uFEFF{\"a\":\"own\"}");
        await WriteAsync("own", "fr", """{"a":"à nous"}""");
        Assert.Equal("own", (await PaperWords.ReadAsync(Own, "en", RunningPress.Cancellation)).Texts["a"]);
        Assert.Equal("à nous", (await PaperWords.ReadAsync(Own, "fr", RunningPress.Cancellation)).Texts["a"]);
        Assert.Empty(await PaperWordsFile.FaultsAsync(Own.Templates, RunningPress.Cancellation));
    }

    [Fact]
    public async Task are_shipped_beside_the_program() => Assert.NotEmpty((await PaperWords.ReadAsync(new PressSettings { Templates = Own.Templates }, "en", RunningPress.Cancellation)).Texts);

    private async Task WriteAsync(string folder, string language, string text)
    {
        var file = Path.Combine(_folder.CreateSubdirectory(folder).CreateSubdirectory("wording").FullName, $"papers.{language}.json");
        await File.WriteAllTextAsync(file, text, RunningPress.Cancellation);
    }
}

using System.Runtime.CompilerServices;
using System.Text;
using Ifmsa.Assembly.Server.Documents;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Documents;

public sealed class Printing_minutes
{
    [Fact]
    public async Task gives_the_text_of_the_golden_file()
    {
        await using var press = await RunningPress.StartAsync();
        var text = await RunningPress.TextOfAsync(await press.PdfAsync(Template.Minutes, await SamplePapers.MinutesAsync()));

        var golden = Path.Combine(Folder(), "Golden", "minutes.txt");
        if (Environment.GetEnvironmentVariable("RENEW_GOLDEN") == "1")
            await File.WriteAllTextAsync(golden, text, RunningPress.Cancellation);
        Assert.Equal(await File.ReadAllTextAsync(golden, RunningPress.Cancellation), text);
    }

    [Fact]
    public async Task meets_the_archive_standard()
    {
        await using var press = await RunningPress.StartAsync();
        var pdf = await press.PdfAsync(Template.Minutes, await SamplePapers.MinutesAsync());

        var metadata = Encoding.UTF8.GetString(pdf);
        Assert.Contains("<pdfaid:part>2</pdfaid:part>", metadata, StringComparison.Ordinal);
        Assert.Contains("<pdfaid:conformance>A</pdfaid:conformance>", metadata, StringComparison.Ordinal);
        var (code, said) = await RunningPress.RunAsync("qpdf", pdf, "--check", "FILE");
        Assert.True(code == 0, said);
    }

    [Fact]
    public async Task gives_the_same_bytes_for_the_same_journal()
    {
        await using var press = await RunningPress.StartAsync();
        var paper = await SamplePapers.MinutesAsync();

        Assert.Equal(await press.PdfAsync(Template.Minutes, paper), await press.PdfAsync(Template.Minutes, paper));
    }

    [Fact]
    public async Task drops_the_word_draft_once_signed()
    {
        await using var press = await RunningPress.StartAsync();
        var signed = await SamplePapers.MinutesAsync() with { Status = PaperStatus.Signed };

        var text = await RunningPress.TextOfAsync(await press.PdfAsync(Template.Minutes, signed));

        Assert.DoesNotContain("draft", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Signed electronically by Nguyễn Thị Ánh", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task says_the_code_of_a_sign_that_no_font_has()
    {
        // Runes, Tibetan with its marks, and a hieroglyph.
        await using var press = await RunningPress.StartAsync();
        var text = await TextWithAsync(press, ["Fehu \u16A0", "\u0F56\u0F66\u0F9F\u0F53", "\U00013000"]);
        foreach (var code in new[] { "Fehu [U+16A0]", "[U+0F56][U+0F66][U+0F9F][U+0F53]", "[U+13000]" })
            Assert.Contains(code, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task keeps_names_of_every_script()
    {
        await using var press = await RunningPress.StartAsync();
        var text = await TextWithAsync(press, [.. SamplePapers.NamesOfManyScripts]);

        Assert.All(SamplePapers.NamesOfManyScripts, name => Assert.Contains(name, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task runs_from_the_right_in_Arabic()
    {
        await using var press = await RunningPress.StartAsync();
        var arabic = await SamplePapers.MinutesAsync() with { Language = "ar" };

        var pdf = await press.PdfAsync(Template.Minutes, arabic);
        var (_, boxes) = await RunningPress.RunAsync("pdftotext", pdf, "-bbox", "FILE", "-");

        // The item's number stands in the margin, which is now on the right.
        var margin = boxes.Split('\n').First(line => line.Contains(">104</word>", StringComparison.Ordinal));
        Assert.True(double.Parse(margin.Split("xMin=\"")[1].Split('"')[0], System.Globalization.CultureInfo.InvariantCulture) > 400, margin);
    }

    [Theory]
    [InlineData("""Ana #panic("x")""")]
    [InlineData("*bold* _slanted_ `raw` $x^2$")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("""#read("/wording/papers.en.json") \u{41} @ref <label> = no heading""")]
    [InlineData("// not a comment /* nor this */ https://example.org")]
    public async Task never_takes_a_name_for_markup(string name)
    {
        await using var press = await RunningPress.StartAsync();

        Assert.Contains(name, await TextWithAsync(press, name), StringComparison.Ordinal);
    }

    [Fact]
    public async Task prints_a_hundred_pages_before_the_press_gives_up()
    {
        await using var press = await RunningPress.StartAsync();
        var paper = await SamplePapers.MinutesAsync();
        var hundred = paper with { Items = [.. Enumerable.Range(1, 220).Select(number => paper.Items[1] with { Number = $"{number}" })] };

        var (_, pages) = await RunningPress.RunAsync("qpdf", await press.PdfAsync(Template.Minutes, hundred), "--show-npages", "FILE");

        Assert.InRange(int.Parse(pages, System.Globalization.CultureInfo.InvariantCulture), 100, 1_000);
    }

    private static async Task<string> TextWithAsync(RunningPress press, params string[] names)
    {
        var paper = await SamplePapers.MinutesAsync();
        var officers = names.Select(name => new PaperOfficer("Assistant", name, "NMO", "Land"));
        // Wide columns would break long names over lines, so the agenda carries them as well.
        var items = names.Select(name => new MinutesItem("9", name, [new() { Sequence = 900, Time = "15:00", Kind = MinutesEntryKind.Text, Text = name }]));
        return await RunningPress.TextOfAsync(await press.PdfAsync(
            Template.Minutes, paper with { Officers = [.. paper.Officers, .. officers], Items = [.. paper.Items, .. items] }));
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here) ?? "";
}

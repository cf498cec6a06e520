using System.Globalization;
using System.Text;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Documents;
using Ifmsa.Assembly.Server.Tallies;
using Ifmsa.Assembly.Server.Tests.Documents;
using Ifmsa.Assembly.Server.Tests.Minutes;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Tallies;

public sealed class A_result_sheet
{
    [Fact]
    public async Task says_title_verdict_figures_rule_margin_regions_names_and_head()
    {
        var meeting = Tallied.Meeting(place => place < SamplePapers.NamesOfManyScripts.Count ? SamplePapers.NamesOfManyScripts[place] : $"NMO-{place + 1:000}");
        var pdf = await PdfAsync(meeting, meeting.Vote(meeting.Put("Rural education"), 12, 4, 1));
        var text = await RunningPress.TextOfAsync(pdf);
        if (Environment.GetEnvironmentVariable("SHEET") is { } file)
            await File.WriteAllBytesAsync(file, pdf, RunningPress.Cancellation);

        foreach (var part in new[] { "Rural education", "March Meeting 2025", "12 for", "4 against", "1 abstain", "carried", "two-thirds majority", "[M] 8.4.5", "votes for and against", "By region", "Africa", "Who voted how", "Page 1 of 1" })
            Assert.Contains(part, text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("1 vote more than needed", text, StringComparison.Ordinal);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"Journal entry {meeting.Snapshot.Now.Sequence} · head 00000000"), text, StringComparison.Ordinal);
        foreach (var name in new[] { "Nguyễn Thị Ánh", "王小明", "محمد عبد الرحمن" })
            Assert.Contains(name, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task meets_the_archive_standard_and_is_the_same_for_the_same_journal()
    {
        var meeting = Tallied.Meeting();
        var ballot = meeting.Declared(11, 4, 2);
        var pdf = await PdfAsync(meeting, ballot);

        var metadata = Encoding.UTF8.GetString(pdf);
        Assert.Contains("<pdfaid:part>2</pdfaid:part>", metadata, StringComparison.Ordinal);
        Assert.Contains("<pdfaid:conformance>A</pdfaid:conformance>", metadata, StringComparison.Ordinal);
        var (code, said) = await RunningPress.RunAsync("qpdf", pdf, "--check", "FILE");
        Assert.True(code == 0, said);
        Assert.Equal(pdf, await PdfAsync(meeting, ballot));
    }

    [Fact]
    public async Task says_above_all_that_a_vote_is_void()
    {
        var meeting = Tallied.Meeting();
        var ballot = meeting.Declared(5, 4, 1);
        meeting.Do(meeting.Chair, new VoidBallot(ballot, "Two were locked out."));

        var text = await RunningPress.TextOfAsync(await PdfAsync(meeting, ballot));

        Assert.InRange(text.IndexOf("This vote is void: Two were locked out.", StringComparison.Ordinal), 0, text.IndexOf("5 for", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task of_totals_alone_names_nobody()
    {
        var meeting = Tallied.Meeting();
        var text = await RunningPress.TextOfAsync(await PdfAsync(meeting, meeting.Declared(11, 4, 2, Disclosure.Totals)));

        Assert.DoesNotContain("NMO-", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Who voted how", text, StringComparison.Ordinal);
        Assert.Contains("totals alone published", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task prints_a_title_that_is_a_program_as_words()
    {
        var meeting = Tallied.Meeting();
        const string Title = "#eval(\"1\") $x$ *b* <script>";
        var text = await RunningPress.TextOfAsync(await PdfAsync(meeting, meeting.Declared(5, 4, 1, title: Title)));

        Assert.Contains(Title, text, StringComparison.Ordinal);
    }

    private static async Task<byte[]> PdfAsync(Meeting meeting, BallotId ballot)
    {
        await using var press = await RunningPress.StartAsync();
        var paper = new ResultSheet(meeting.Snapshot, meeting.Journal, Meeting.Sentences, await SamplePapers.WordsAsync()).Of(ballot)!;
        return await press.PdfAsync(Template.Result, paper);
    }
}

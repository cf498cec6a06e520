using Ifmsa.Assembly.Server.Documents;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Documents;

public sealed class Printing_decisions
{
    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(14)]
    public async Task keeps_to_one_page(int decisions)
    {
        await using var press = await RunningPress.StartAsync();
        var text = await RunningPress.TextOfAsync(await press.PdfAsync(Template.Decisions, await SamplePapers.DecisionsAsync(decisions)));

        Assert.Contains("Page 1 of 1", text, StringComparison.Ordinal);
        Assert.Contains($"Motion {decisions} · Rural education", text, StringComparison.Ordinal);
        Assert.Contains("Reports of the Standing Committees — not reached", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task loses_none_when_there_are_too_many_for_a_page()
    {
        await using var press = await RunningPress.StartAsync();
        var text = await RunningPress.TextOfAsync(await press.PdfAsync(Template.Decisions, await SamplePapers.DecisionsAsync(60)));

        Assert.All(Enumerable.Range(1, 60), number => Assert.Contains($"Motion {number} ·", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task says_so_when_nothing_was_decided()
    {
        await using var press = await RunningPress.StartAsync();
        var text = await RunningPress.TextOfAsync(await press.PdfAsync(Template.Decisions, await SamplePapers.DecisionsAsync(0)));

        Assert.Contains("No decision was taken.", text, StringComparison.Ordinal);
    }
}

public sealed class Printing_join_codes
{
    [Fact]
    public async Task begins_a_page_for_each_delegation()
    {
        await using var press = await RunningPress.StartAsync();
        var text = await RunningPress.TextOfAsync(await press.PdfAsync(Template.Codes, await SamplePapers.CodesAsync()));

        var pages = text.Split('\f', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, pages.Length); // two cards of bvmd; eight and one of LeMSIC
        Assert.DoesNotContain("LeMSIC", pages[0], StringComparison.Ordinal);
        Assert.DoesNotContain("bvmd", pages[1] + pages[2], StringComparison.Ordinal);
        Assert.Contains("LeMSIC · 2 of 2", pages[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task groups_the_code_by_fives()
    {
        await using var press = await RunningPress.StartAsync();
        var text = await RunningPress.TextOfAsync(await press.PdfAsync(Template.Codes, await SamplePapers.CodesAsync()));

        Assert.Contains("ABCDE-FGHJK", text, StringComparison.Ordinal);
        Assert.Contains("LMNPQ-RSTUV", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task draws_a_code_that_a_phone_reads()
    {
        await using var press = await RunningPress.StartAsync();
        var sheet = await SamplePapers.CodesAsync();
        var pdf = await press.PdfAsync(Template.Codes, sheet with { Delegations = [sheet.Delegations[0] with { Seats = [sheet.Delegations[0].Seats[0]] }] });
        Assert.Equal("https://vote.example.org/j#ABCDEFGHJK", await RunningPress.CodeOfAsync(pdf));
    }

    [Fact]
    public void does_not_print_the_code_into_a_log() =>
        Assert.DoesNotContain("ABCDEFGHJK", new SeatCode("Delegate 2", "ABCDEFGHJK", QrCode.Of("https://vote.example.org/j#ABCDEFGHJK")).ToString(), StringComparison.Ordinal);
}

using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Ifmsa.Assembly.Browser.Tests;

/// <summary>Placards, entries for a raised placard, and a vote that has to be taken again.</summary>
public sealed class A_vote_that_needs_help(World world)
{
    [Fact]
    public async Task is_taken_by_placards_with_three_figures()
    {
        var (hall, phones) = await Hall.InSessionAsync(world, "bvmd", "IFMSA-Spain");
        await using var _ = hall;
        var officer = await hall.JoinAsync((await hall.Meeting.InviteAsync("Ananya Sharma", "officer")).Scanned, Size.Console);
        await hall.AskAsync("Shall we begin?", "placards");
        await Expect(hall.Screen.GetByText("Raise your placards")).ToBeVisibleAsync();
        await Expect(phones[0].Locator(".choices")).ToHaveCountAsync(0);
        await officer.GetByLabel("For").FillAsync("2");
        await officer.GetByLabel("Against").FillAsync("1");
        await officer.GetByLabel("Abstain").FillAsync("0");
        await Expect(officer.GetByText("only 2 may vote")).ToBeVisibleAsync();
        await Expect(officer.Act("Enter these figures")).ToBeDisabledAsync();
        await officer.GetByLabel("Against").FillAsync("0");
        await officer.Act("Enter these figures").ClickAsync();
        await Expect(officer.GetByText("Entered. The chair closes the vote and declares the result.")).ToBeVisibleAsync();
        await hall.Chair.HoldNextAsync("Close the vote");
        await hall.Chair.HoldNextAsync("Declare the result");
        await Expect(hall.Screen.Locator(".result")).ToContainTextAsync("2 for · 0 against · 0 abstain — needs 2 of 2");
        await Expect(hall.Screen.Locator(".result")).ToContainTextAsync("counted by placards");
        hall.IsQuiet();
    }

    [Fact]
    public async Task counts_an_entry_once_a_second_person_has_entered_the_same_unseen()
    {
        var (hall, phones) = await Hall.InSessionAsync(world, "bvmd", "IFMSA-Spain");
        await using var _ = hall;
        var officer = await hall.JoinAsync((await hall.Meeting.InviteAsync("Ananya Sharma", "officer")).Scanned, Size.Console);
        await hall.AskAsync("Shall we begin?");
        await officer.Act("bvmd").ClickAsync();
        await officer.Act("For").ClickAsync();
        await officer.Act("Enter this vote").ClickAsync();
        await Expect(officer.GetByText("It counts once a second person confirms it.")).ToBeVisibleAsync();
        await Expect(phones[0].GetByText("Choose")).ToBeVisibleAsync();
        await Expect(hall.Chair.GetByText("0 of 2 cast")).ToBeVisibleAsync();

        var desk = hall.Desk;
        await desk.Act("Enter a vote by placard").ClickAsync();
        await desk.Locator("dialog").GetByText("bvmd · entered by Ananya Sharma").ClickAsync();
        await Expect(desk.GetByText("What did bvmd raise? The first entry stays hidden.")).ToBeVisibleAsync();
        await Expect(desk.Locator("dialog [aria-pressed=true]").Filter(new() { HasText = "For" })).ToHaveCountAsync(0);
        await desk.Locator("dialog").GetByText("Against", new() { Exact = true }).ClickAsync();
        await desk.Act("Confirm this vote").ClickAsync();
        // The dialog is above the page's own bar: the reason stands in it.
        await Expect(desk.Locator("dialog").GetByRole(AriaRole.Alert)).ToContainTextAsync("bvmd");
        await desk.Locator("dialog").GetByText("For", new() { Exact = true }).ClickAsync();
        await desk.Act("Confirm this vote").ClickAsync();
        await Expect(desk.GetByText("Confirmed: the vote of bvmd is counted.")).ToBeVisibleAsync();
        await Expect(hall.Chair.GetByText("1 of 2 cast")).ToBeVisibleAsync();
        await phones[0].IsCountedAsync("For");
        // The phone's own cast takes its place.
        await phones[0].VoteAsync("Against");
        await phones[0].IsCountedAsync("Against");
        hall.IsQuiet();
    }

    [Fact]
    public async Task is_voided_with_a_reason_and_retaken_in_one_step()
    {
        var (hall, phones) = await Hall.InSessionAsync(world, "bvmd");
        await using var _ = hall;
        await hall.AskAsync("Shall we begin?");
        await phones[0].VoteAsync("Against");
        await phones[0].IsCountedAsync("Against");
        await hall.Chair.Act("Void vote 1").ClickAsync();
        await hall.Chair.GetByLabel("Reason").FillAsync("The question was misread.");
        await hall.Chair.Act("Void vote 1 and retake it").HoldAsync();
        await Expect(phones[0].GetByText("Choose")).ToBeVisibleAsync();
        await Expect(hall.Chair.GetByText("0 of 1 cast")).ToBeVisibleAsync();
        await phones[0].VoteAsync("For");
        await phones[0].IsCountedAsync("For");
        await hall.Chair.HoldNextAsync("Close the vote");
        await hall.Chair.HoldNextAsync("Declare the result");
        await Expect(phones[0].Sentence()).ToHaveTextAsync("Carried: Shall we begin?");
        hall.IsQuiet();
    }
}

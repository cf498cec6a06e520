using Ifmsa.Assembly.Harness;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Ifmsa.Assembly.Browser.Tests;

/// <summary>On a page as small as a phone's: cast, change, objection, split, proxy.</summary>
public sealed class Every_way_to_vote(World world)
{
    private const string Csv = "name,short_name,country,region,status,standing,previous_rights,votes\n"
        + "Germany's students,bvmd,Germany,Europe,full,good,yes,5\nSpain's students,IFMSA-Spain,Spain,Europe,full,good,yes,1\nChile's students,IFMSA-Chile,Chile,Americas,full,good,yes,1\n";

    private async Task<(Hall Hall, IReadOnlyList<IPage> Phones)> InSessionAsync(params string[] members)
    {
        var hall = await Hall.PrepareUnderAsync(world, World.Every, "Every way", Csv, "Opening of the plenary", "Thanks");
        return (hall, await hall.BeginAsync(members));
    }

    private static async Task AskAsync(Hall hall, string title, string decision = "motion")
    {
        await using var chair = await hall.WireAsync(hall.Chair);
        await Meeting.DoAsync(chair, "ballot.open", new { ballot = Guid.NewGuid(), method = "phones", title, decision });
    }

    [Fact]
    public async Task a_vote_is_cast_changed_and_its_record_corrected()
    {
        var (hall, phones) = await InSessionAsync("IFMSA-Spain", "IFMSA-Chile");
        await using var _ = hall;
        await AskAsync(hall, "Shall we begin?");
        await phones[0].VoteAsync("Against");
        await phones[0].IsCountedAsync("Against");
        await phones[0].VoteAsync("For");
        await phones[0].IsCountedAsync("For");
        await phones[1].VoteAsync("For");
        await phones[1].IsCountedAsync("For");
        await hall.Chair.HoldNextAsync("Close the vote");

        // Nobody sees a total; each sees its own vote.
        await Expect(phones[0].GetByText("✓ Recorded: For")).ToBeVisibleAsync();
        await Expect(hall.Screen.Locator(".result")).ToHaveCountAsync(0);
        await phones[0].Act("My vote is wrong").ClickAsync();
        await phones[0].GetByText("Our phone showed another choice.").ClickAsync();
        await Expect(phones[0].GetByText("A changed mind is no reason.")).ToBeVisibleAsync();
        await phones[0].Locator(".choices button").Filter(new() { HasText = "Against" }).ClickAsync();
        await Expect(phones[0].GetByText("The chair has your objection")).ToBeVisibleAsync();
        await Hall.IsAccessibleAsync(phones[0]);
        await hall.Chair.Act("Correct the record").ClickAsync();
        await hall.Chair.HoldNextAsync("Declare the result");
        await Expect(hall.Screen.Locator(".result")).ToContainTextAsync("1 for · 1 against");
        hall.IsQuiet();
    }

    [Fact]
    public async Task votes_are_split_and_confirm_stays_dead_until_they_add_up()
    {
        var (hall, phones) = await InSessionAsync("bvmd");
        await using var _ = hall;
        await AskAsync(hall, "How many?");
        var phone = phones[0];
        await Expect(phone.Choice("For")).ToHaveAttributeAsync("aria-disabled", "false");
        await phone.GetByText("Split the 5 votes").ClickAsync();
        var confirm = phone.Act("Cast the 5 votes so");
        for (var vote = 0; vote < 3; vote++)
            await phone.GetByLabel("One more: For", new() { Exact = true }).ClickAsync();
        await Expect(phone.GetByText("2 left to give")).ToBeVisibleAsync();
        await Expect(confirm).ToBeDisabledAsync();
        await phone.GetByLabel("One more: Abstain").ClickAsync();
        await phone.GetByLabel("One more: Against").ClickAsync();
        await Expect(confirm).ToBeEnabledAsync();
        await confirm.ClickAsync();
        await Expect(phone.Locator("main")).ToContainTextAsync("✓ For 3 · Against 1 · Abstain 1 is counted");
        await Hall.IsAccessibleAsync(phone);
        await hall.Chair.HoldNextAsync("Close the vote");
        await hall.Chair.HoldNextAsync("Declare the result");
        await Expect(hall.Screen.Locator(".result")).ToContainTextAsync("3 for · 1 against · 1 abstain");
        hall.IsQuiet();
    }

    [Fact]
    public async Task a_proxy_votes_for_two_together_and_then_apart()
    {
        var (hall, phones) = await InSessionAsync("IFMSA-Spain");
        await using var _ = hall;
        await using (var desk = await hall.WireAsync(hall.Desk))
            await Meeting.DoAsync(desk, "proxy.give", new { from = hall.Meeting.Members["IFMSA-Chile"], holder = hall.Meeting.Members["IFMSA-Spain"] });
        await AskAsync(hall, "A new article?", "bylaws");
        var phone = phones[0];
        await Expect(phone.GetByText("You also vote for IFMSA-Chile, by proxy.")).ToBeVisibleAsync();
        await phone.VoteAsync("For");
        await phone.IsCountedAsync("For");
        await Expect(hall.Chair.GetByText("2 of 2 cast")).ToBeVisibleAsync();
        await phone.Act("Each apart").ClickAsync();
        await phone.Locator("section").Filter(new() { HasText = "IFMSA-Chile · 1" }).Locator(".choices button").Filter(new() { HasText = "Against" }).ClickAsync();
        await phone.IsCountedAsync("Against");
        await Hall.IsAccessibleAsync(phone);
        await hall.Chair.HoldNextAsync("Close the vote");
        await hall.Chair.HoldNextAsync("Declare the result");
        await Expect(hall.Screen.Locator(".result")).ToContainTextAsync("1 for · 1 against");
        hall.IsQuiet();
    }

    [Fact]
    public async Task the_shared_tablet_takes_a_vote_that_the_members_own_phone_shows()
    {
        var (hall, phones) = await InSessionAsync("IFMSA-Spain");
        await using var _ = hall;
        await AskAsync(hall, "Shall we begin?");
        var tablet = await hall.Desk.Context.NewPageAsync();
        await tablet.GotoAsync($"/a/{hall.Meeting.Id}/tablet");
        await tablet.Locator("input").First.FillAsync(hall.Codes["IFMSA-Spain"]);
        await tablet.Keyboard.PressAsync("Enter");
        await tablet.Locator(".choices button").Filter(new() { HasText = "Against" }).ClickAsync();
        await phones[0].IsCountedAsync("Against");
        await Expect(phones[0].GetByText("cast on the shared tablet")).ToBeVisibleAsync();
        // A vote by phone takes its place, and the tablet does not take it back.
        await phones[0].VoteAsync("For");
        await phones[0].IsCountedAsync("For");
        await Expect(hall.Chair.GetByText("1 of 1 cast")).ToBeVisibleAsync();
        hall.IsQuiet();
    }
}

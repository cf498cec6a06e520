using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Ifmsa.Assembly.Browser.Tests;

/// <summary>The network goes, the server goes, the phone sleeps: nobody is in doubt about their vote.</summary>
public sealed class A_phone_out_of_reach(World world)
{
    [Fact]
    public async Task keeps_its_vote_over_the_servers_death_and_a_closed_page()
    {
        var (hall, phones) = await Hall.InSessionAsync(world, "bvmd", "IFMSA-Spain");
        await using var _ = hall;
        var (voted, late) = (phones[0], phones[1]);
        await hall.AskAsync("Shall we begin?");
        await voted.VoteAsync("For");
        await voted.IsCountedAsync("For");
        hall.NetworkIsGone = true;
        await world.Server.KillAsync();
        await Expect(voted.GetByRole(AriaRole.Status).First).ToContainTextAsync("Reconnecting … Your vote For is counted.");
        await late.VoteAsync("Against");
        await Expect(late.GetByRole(AriaRole.Status).First).ToContainTextAsync("Your vote Against is not sent yet.");
        await Expect(late.GetByText("Against is not sent yet").First).ToBeVisibleAsync();
        var floor = late.Url;
        await late.GotoAsync("about:blank");
        await world.Server.StartAsync();
        await late.GotoAsync(floor);
        await late.IsCountedAsync("Against");
        await voted.IsCountedAsync("For");
        await Expect(hall.Chair.GetByText("2 of 2 cast")).ToBeVisibleAsync();
        await Expect(voted.GetByText("Reconnecting")).ToHaveCountAsync(0);
        hall.IsQuiet();
    }

    [Fact]
    public async Task says_so_without_network_and_casts_once_it_is_back()
    {
        var (hall, phones) = await Hall.InSessionAsync(world, "bvmd");
        await using var _ = hall;
        await hall.AskAsync("Shall we begin?");
        await Expect(phones[0].Choice("For")).ToHaveAttributeAsync("aria-disabled", "false");
        hall.NetworkIsGone = true;
        await phones[0].Context.SetOfflineAsync(true);
        await phones[0].VoteAsync("For");
        await Expect(phones[0].GetByText("For is not sent yet").First).ToBeVisibleAsync();
        await phones[0].Context.SetOfflineAsync(false);
        await phones[0].IsCountedAsync("For");
        hall.IsQuiet();
    }

    [Fact]
    public async Task wakes_to_the_vote_of_now()
    {
        var (hall, phones) = await Hall.InSessionAsync(world, "bvmd");
        await using var _ = hall;
        var phone = phones[0];
        await hall.AskAsync("The first question?");
        await phone.VoteAsync("For");
        await phone.IsCountedAsync("For");
        // Locked in a pocket: nothing runs until it wakes.
        var device = await phone.Context.NewCDPSessionAsync(phone);
        await device.SendAsync("Page.enable");
        await device.SendAsync("Page.setWebLifecycleState", new() { ["state"] = "frozen" });
        await hall.Chair.HoldNextAsync("Close the vote");
        await hall.Chair.HoldNextAsync("Declare the result");
        await hall.AskAsync("The second question?");
        await device.SendAsync("Page.setWebLifecycleState", new() { ["state"] = "active" });
        await Expect(phone.Sentence()).ToHaveTextAsync("Vote now: The second question?");
        await Expect(phone.GetByText("Choose")).ToBeVisibleAsync();
        await phone.VoteAsync("Against");
        await phone.IsCountedAsync("Against");
        hall.IsQuiet();
    }
}

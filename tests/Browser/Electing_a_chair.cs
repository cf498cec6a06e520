using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Ifmsa.Assembly.Browser.Tests;

/// <summary>Two stand for chair; whoever wins gets the console.</summary>
public sealed class Electing_a_chair(World world)
{
    [Fact]
    public async Task hands_the_console_to_the_winner()
    {
        var (hall, phones) = await Hall.InSessionAsync(world, "bvmd", "IFMSA-Spain", "SiMSA");
        await using var _ = hall;
        var chair = hall.Chair;
        await chair.Act("New election").ClickAsync();
        await Expect(chair.GetByLabel("Kind of decision")).ToHaveValueAsync("chair");
        await chair.GetByLabel("Elected as").SelectOptionAsync("");
        await Expect(chair.GetByLabel("Kind of decision")).ToHaveValueAsync("election");
        await chair.GetByLabel("Elected as").SelectOptionAsync("chair");
        await chair.Act("Open the election").ClickAsync();
        foreach (var nominee in new[] { "bvmd", "IFMSA-Spain" })
        {
            await chair.Act("Nominate").ClickAsync();
            await chair.GetByLabel("Nominate").FillAsync(nominee);
            await chair.Act($"Head of {nominee}").ClickAsync();
            await Expect(chair.Locator(".rows").GetByText($"Head of {nominee}")).ToBeVisibleAsync();
        }
        await Expect(hall.Screen.GetByText("Head of IFMSA-Spain")).ToBeVisibleAsync();

        // Without name and password nobody could be handed the console.
        await chair.Step().ClickAsync();
        await Expect(chair.GetByRole(AriaRole.Alert)).ToContainTextAsync("password");
        foreach (var (phone, name) in phones.Zip(["Ada", "Nazrin"]))
        {
            await phone.Act("Set your name and password").TapAsync();
            await phone.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).FillAsync($"{name} {Guid.NewGuid():N}");
            await phone.GetByRole(AriaRole.Textbox, new() { Name = "Password" }).FillAsync("correct horse battery");
            await phone.Act("Save").TapAsync();
            await Expect(phone.Act("Set your name and password")).ToHaveCountAsync(0);
        }
        await Expect(chair.GetByText("has no password yet")).ToHaveCountAsync(0);

        await chair.NextAsync("Open the vote: Election of the chair");
        foreach (var phone in phones)
        {
            await phone.VoteAsync("Head of IFMSA-Spain");
            await phone.IsCountedAsync("Head of IFMSA-Spain");
        }
        await chair.HoldNextAsync("Close the vote");
        await chair.HoldNextAsync("Declare the result");
        await Expect(hall.Screen.Sentence()).ToHaveTextAsync("Head of IFMSA-Spain is elected: Election of the chair");
        await Expect(hall.Screen.Locator(".result")).ToContainTextAsync("needs 2 of 3 (absolute majority)");

        var winner = phones[1];
        await winner.GetByText("To the chair's console").TapAsync();
        await winner.WaitForURLAsync("**/chair");
        await Expect(winner.Step()).ToContainTextAsync("Go on to: Thanks");
        await winner.Step().TapAsync();
        await Expect(hall.Screen.Sentence()).ToContainTextAsync("Thanks");
        // The one who presided so far no longer conducts.
        await Expect(chair.GetByText("Head of IFMSA-Spain (Chair)")).ToBeVisibleAsync();
        await Expect(chair.Act("Recess")).ToHaveCountAsync(0);
        await Expect(chair.Step()).ToBeDisabledAsync();
        hall.IsQuiet();
    }
}

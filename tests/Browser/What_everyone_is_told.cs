using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Ifmsa.Assembly.Browser.Tests;

/// <summary>Recess, the call back to the hall, and mistakes that are taken back.</summary>
public sealed class What_everyone_is_told(World world)
{
    [Fact]
    public async Task a_recess_shows_its_end_everywhere()
    {
        var (hall, phones) = await Hall.InSessionAsync(world, "bvmd");
        await using var _ = hall;
        await hall.Chair.Act("Recess").ClickAsync();
        await hall.Chair.Act("30 min").ClickAsync();
        await hall.Chair.Act("Recess until").ClickAsync();
        foreach (var page in new[] { phones[0], hall.Desk, hall.Screen, hall.Chair })
            await Expect(page.Sentence()).ToHaveTextAsync(new Regex(@"^Recess until\s\d\d:\d\d"));
        await Expect(hall.Screen.GetByText("Resumes in")).ToBeVisibleAsync();
        await Expect(phones[0].GetByText("holds the card")).ToBeVisibleAsync();
        await hall.Chair.NextAsync("Resume the plenary");
        await Expect(phones[0].Sentence()).ToContainTextAsync("Opening of the plenary");
        hall.IsQuiet();
    }

    [Fact]
    public async Task the_minutes_take_the_secretarys_remark()
    {
        var (hall, _) = await Hall.InSessionAsync(world, "bvmd");
        await using var closing = hall;
        var secretary = await hall.JoinAsync((await hall.Meeting.InviteAsync("Nəzrin Əliyeva", "secretary")).Scanned, Size.Console);
        var entry = secretary.Locator("article").Filter(new() { HasText = "“Opening of the plenary” was opened" });
        await entry.HoverAsync();
        await entry.GetByText("+ Remark").ClickAsync();
        await entry.GetByLabel("Remark").FillAsync("The President welcomed <b>everybody</b>.");
        await entry.GetByText("Add the remark").ClickAsync();
        await Expect(entry.Locator(".remark")).ToHaveTextAsync("The President welcomed <b>everybody</b>.");
        hall.IsQuiet();
    }

    [Fact]
    public async Task the_hall_is_called_undone_and_corrected()
    {
        var (hall, phones) = await Hall.InSessionAsync(world, "bvmd");
        await using var _ = hall;
        var (chair, phone) = (hall.Chair, phones[0]);
        var banner = phone.GetByText("Return to the hall");
        await chair.Act("Vote in 2 minutes: call the hall").ClickAsync();
        await Expect(banner).ToBeVisibleAsync();
        await Expect(hall.Screen.GetByText("Return to the hall. Vote in")).ToBeVisibleAsync();
        await Expect(chair.Act("Undo (")).Not.ToHaveCountAsync(0);
        await chair.Keyboard.PressAsync("u");
        await Expect(banner).ToBeHiddenAsync();

        await chair.NextAsync("Go on to: Thanks");
        await Expect(phone.Sentence()).ToContainTextAsync("Thanks");
        await chair.Keyboard.PressAsync("/");
        await chair.GetByLabel("Name of the act").FillAsync("correct");
        await chair.Keyboard.PressAsync("Enter");
        await chair.GetByLabel(new Regex("“Thanks” was opened")).CheckAsync();
        await Expect(chair.Act("Correct this act")).ToBeDisabledAsync();
        await chair.GetByLabel("Reason").FillAsync("Called too early.");
        await chair.Act("Correct this act").ClickAsync();
        await Expect(phone.Sentence()).ToContainTextAsync("Opening of the plenary");
        hall.IsQuiet();
    }
}

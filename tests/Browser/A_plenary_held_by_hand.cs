using System.Text.RegularExpressions;
using Ifmsa.Assembly.Harness;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Ifmsa.Assembly.Browser.Tests;

/// <summary>Delegates, chair, desk and screen side by side, from the roll call to the adjournment, by fingers and keys alone.</summary>
public sealed class A_plenary_held_by_hand(World world)
{
    /// <summary>Touches the first choice in the very moment it appears.</summary>
    private const string RestingThumb = """
        new MutationObserver(() => {
          const choice = document.querySelector('.choices button');
          if (choice && !window.touched) { window.touched = true; choice.click(); }
        }).observe(document, { childList: true, subtree: true });
        """;

    [Fact]
    public async Task runs_from_roll_call_to_adjournment()
    {
        await using var hall = await Hall.PrepareAsync(world, "bvmd", "IFMSA-Spain", "SiMSA", "TaMSA");
        var bvmd = await JoinByTypedCodeAsync(hall);
        var spain = await hall.SeatAsync("IFMSA-Spain", more: RestingThumb);
        await CallTheRollAsync(hall, bvmd, spain);
        await PassesNemoContraAsync(hall, bvmd, spain);
        await IsObjectedToAndVotedAsync(hall, bvmd, spain);
        await AdjournAsync(hall, bvmd);
        hall.IsQuiet();
    }

    private static async Task<IPage> JoinByTypedCodeAsync(Hall hall)
    {
        var typed = (await hall.Meeting.InviteSeatAsync("bvmd")).Typed;
        var phone = await hall.OpenAsync("/j", Size.Phone);
        await phone.GetByLabel("Code").FillAsync(typed.ToLowerInvariant());
        await phone.Act("Join").TapAsync();
        await phone.WaitForURLAsync("**/floor");
        return phone;
    }

    private static async Task CallTheRollAsync(Hall hall, IPage bvmd, IPage spain)
    {
        var chair = hall.Chair;
        await chair.NextAsync("Take the chair");
        await chair.NextAsync("Call the roll for plenary 1");
        await bvmd.Act("Check in bvmd").TapAsync();
        await hall.GiveCardAsync(bvmd);
        await spain.Act("Check in IFMSA-Spain").TapAsync();
        await hall.GiveCardAsync(spain);
        // The chair reads out only the missing.
        var called = chair.Locator(".name .huge");
        await Expect(called).ToHaveTextAsync("SiMSA");
        await chair.Keyboard.PressAsync("Space");
        await Expect(called).ToHaveTextAsync("TaMSA");
        await chair.Keyboard.PressAsync("a");
        await Expect(called).ToHaveTextAsync("The roll is called.");
        await chair.Keyboard.PressAsync("ArrowLeft");
        await Expect(called).ToHaveTextAsync("TaMSA");
        await chair.Keyboard.PressAsync("Space");
        await Expect(chair.Locator(".counts")).ToContainTextAsync("4 present");
        await Expect(hall.Screen.Locator("dl")).ToContainTextAsync("4");
        await chair.Keyboard.PressAsync("Enter");
        await Expect(chair.Step()).ToContainTextAsync("Go on to: Opening of the plenary");
        await chair.Keyboard.PressAsync("Enter");
        await Expect(hall.Screen.Sentence()).ToContainTextAsync("Opening of the plenary");
        await Expect(bvmd.Sentence()).ToContainTextAsync("Opening of the plenary");
    }

    private static async Task PassesNemoContraAsync(Hall hall, IPage bvmd, IPage spain)
    {
        await HandInAsync(bvmd, "A climate policy", "We adopt the policy.");
        await hall.Chair.NextAsync("Put motion 1");
        await Expect(spain.Act("Second motion 1")).ToBeVisibleAsync();
        var before = await spain.TapsAsync();
        await spain.Act("Second motion 1").TapAsync();
        await Expect(spain.Act("Motion seconded · Undo")).ToBeVisibleAsync();
        Assert.Equal(1, await spain.TapsAsync() - before);
        await spain.Act("Motion seconded · Undo").TapAsync();
        await spain.Act("Second motion 1").TapAsync();
        // Five seconds later it can no longer be taken back.
        await Expect(spain.Act("Motion seconded · Undo")).ToBeHiddenAsync();

        before = await hall.Chair.TapsAsync();
        await hall.Chair.NextAsync("Ask for direct negatives to motion 1");
        await Expect(bvmd.GetByText("Direct negatives?")).ToBeVisibleAsync();
        await Expect(hall.Screen.GetByText("Direct negatives?")).ToBeVisibleAsync();
        await Expect(hall.Chair.Step()).ToBeDisabledAsync();
        await Expect(hall.Chair.Step()).ToContainTextAsync("Declare motion 1 passed nemo contra");
        await hall.Chair.NextAsync("Declare motion 1 passed nemo contra");
        Assert.InRange(await hall.Chair.TapsAsync() - before, 2, 3);
        await Expect(bvmd.Sentence()).ToContainTextAsync("nemo contra");
        await Expect(hall.Screen.Sentence()).ToContainTextAsync("nemo contra");
    }

    private static async Task IsObjectedToAndVotedAsync(Hall hall, IPage bvmd, IPage spain)
    {
        var (chair, screen) = (hall.Chair, hall.Screen);
        await HandInAsync(bvmd, "A dearer fee", "The fee rises.");
        await chair.NextAsync("Put motion 2");
        await spain.Act("Second motion 2").TapAsync();
        await chair.NextAsync("Ask for direct negatives to motion 2");
        await Expect(spain.Act("Object to motion 2")).ToBeVisibleAsync();
        var taps = await spain.TapsAsync();
        await spain.Act("Object to motion 2").TapAsync();
        await Expect(chair.Sentence()).ToContainTextAsync("is opposed and goes to a vote");
        await Expect(spain.Act("Objection · Undo")).ToBeVisibleAsync();
        Assert.Equal(1, await spain.TapsAsync() - taps);

        await chair.NextAsync("Ask for alternatives to motion 2");
        await Expect(spain.GetByText("lternative").First).ToBeVisibleAsync();
        var acts = await chair.TapsAsync();
        // Alternatives would be asked for next; the chair goes straight to the vote.
        await chair.Act("Open the vote: A dearer fee").ClickAsync();
        await Expect(bvmd.Sentence()).ToHaveTextAsync("Vote now on motion 2: A dearer fee");
        // A thumb that rested where the choice appeared has cast nothing.
        await Expect(spain.Choice("For")).ToHaveAttributeAsync("aria-disabled", "false");
        Assert.True(await spain.EvaluateAsync<bool>("window.touched"));
        await Expect(spain.GetByText("Choose")).ToBeVisibleAsync();
        await Expect(chair.GetByText("0 of 4 cast")).ToBeVisibleAsync();

        taps = await bvmd.TapsAsync();
        await bvmd.VoteAsync("For");
        await bvmd.IsCountedAsync("For");
        Assert.Equal(1, await bvmd.TapsAsync() - taps);
        await bvmd.VoteAsync("Against");
        await bvmd.IsCountedAsync("Against");
        await bvmd.VoteAsync("For");
        await bvmd.IsCountedAsync("For");
        await spain.VoteAsync("Against");
        await spain.IsCountedAsync("Against");

        // Who has voted, never how.
        await Expect(screen.Locator(".tile.filled")).ToHaveCountAsync(2);
        await Expect(screen.Locator(".tiles")).ToHaveTextAsync(new Regex("Europe.*2/4.*bvmd.*has voted"));
        await Expect(screen.Locator("body")).Not.ToHaveTextAsync(new Regex("Against|✕"));
        await Expect(chair.Locator(".missing")).ToContainTextAsync("SiMSA");

        await chair.HoldNextAsync("Close the vote: A dearer fee");
        await Expect(screen.Locator(".bars")).ToHaveCountAsync(0);
        await chair.HoldNextAsync("Declare the result: A dearer fee");
        Assert.Equal(3, await chair.TapsAsync() - acts);
        await Expect(screen.Sentence()).ToHaveTextAsync("Defeated: A dearer fee");
        await Expect(screen.Locator(".result")).ToContainTextAsync("1 for · 1 against · 0 abstain — needs 2 of 2 (simple majority)");
        await Expect(screen.Locator(".result")).ToContainTextAsync("[M] 8.4.5");
        await Expect(bvmd.Locator(".result")).ToContainTextAsync("Defeated");
    }

    private static async Task AdjournAsync(Hall hall, IPage bvmd)
    {
        var chair = hall.Chair;
        await chair.NextAsync("Go on to: Thanks");
        await chair.NextAsync("Close the item: Thanks");
        await Expect(chair.Step()).ToContainTextAsync("Adjourn plenary 1");
        // One short press, or one Enter, does nothing that cannot be undone.
        await chair.Step().ClickAsync();
        await chair.Keyboard.PressAsync("Enter");
        await Expect(chair.Step()).ToContainTextAsync("Press again to confirm");
        await Expect(bvmd.Sentence()).Not.ToContainTextAsync("adjourned");
        await chair.Keyboard.PressAsync("Enter");
        await Expect(bvmd.Sentence()).ToHaveTextAsync("Plenary 1 is adjourned.");
        await Expect(hall.Screen.GetByText("Thank you")).ToBeVisibleAsync();
    }

    private static async Task HandInAsync(IPage phone, string title, string text)
    {
        if (!await phone.Act("Write a motion").IsVisibleAsync())
            await phone.GetByText("More you can do").TapAsync();
        await phone.Act("Write a motion").TapAsync();
        await phone.GetByLabel("Title of the motion").FillAsync(title);
        await phone.GetByLabel("What the plenary should decide").FillAsync(text);
        await phone.Act("Hand in this motion").TapAsync();
        await Expect(phone.Locator("dialog")).ToHaveCountAsync(0);
    }
}

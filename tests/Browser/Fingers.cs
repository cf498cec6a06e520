using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ifmsa.Assembly.Browser.Tests;

/// <summary>What people do with a page, and where they look.</summary>
internal static class Fingers
{
    /// <summary>The sentence that says what happens now.</summary>
    public static ILocator Sentence(this IPage page) => page.Locator("h1");

    /// <summary>A button by its name, or the beginning of it.</summary>
    public static ILocator Act(this IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^\\W*{Regex.Escape(name).Replace("/", "\\/", StringComparison.Ordinal)}") });

    /// <summary>One of the options of a vote.</summary>
    public static ILocator Choice(this IPage page, string option) => page.Locator(".choices button").Filter(new() { HasTextRegex = new($"^\\W*{Regex.Escape(option)}") });

    /// <summary>The console's one large button.</summary>
    public static ILocator Step(this IPage page) => page.Locator(".step > button");

    /// <summary>Presses the console's next step, once it is this one.</summary>
    public static async Task NextAsync(this IPage page, string label)
    {
        await Expect(page.Step()).ToContainTextAsync(label);
        await page.Step().ClickAsync();
        await Expect(page.Step()).Not.ToContainTextAsync(label);
    }

    /// <summary>Holds the console's next step for longer than half a second, once it is this one.</summary>
    public static async Task HoldNextAsync(this IPage page, string label)
    {
        await Expect(page.Step()).ToContainTextAsync(label);
        await page.Step().HoldAsync();
        await Expect(page.Step()).Not.ToContainTextAsync(label);
    }

    /// <summary>Holds a button for longer than half a second.</summary>
    public static Task HoldAsync(this ILocator button) => button.ClickAsync(new() { Delay = 650 });

    /// <summary>Taps something a phone offers, unfolding what it offers less often where it stands there.</summary>
    public static async Task MoreAsync(this IPage phone, string act)
    {
        if (!await phone.Act(act).IsVisibleAsync())
            await phone.GetByText("More you can do").TapAsync();
        await phone.Act(act).TapAsync();
    }

    /// <summary>Taps a choice, once the vote that opened by itself takes touches.</summary>
    public static async Task VoteAsync(this IPage page, string option)
    {
        await Expect(page.Choice(option)).ToHaveAttributeAsync("aria-disabled", "false");
        await page.Choice(option).TapAsync();
    }

    /// <summary>The phone says that this choice is counted.</summary>
    public static Task IsCountedAsync(this IPage page, string option) => Expect(page.Locator("main")).ToContainTextAsync($"✓ {option} is counted");

    /// <summary>How often this page was touched so far.</summary>
    public static async Task<int> TapsAsync(this IPage page) => await page.EvaluateAsync<int>("Number(sessionStorage.getItem('pointerdown') ?? 0)");
}

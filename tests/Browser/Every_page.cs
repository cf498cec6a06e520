using System.Text.RegularExpressions;
using Ifmsa.Assembly.Harness;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Ifmsa.Assembly.Browser.Tests;

/// <summary>What holds of every page, in each of its main states: script stays text, everybody can use it, nothing runs off its edge.</summary>
public sealed class Every_page(World world)
{
    private const string Script = "<script>window.harmed=1</script>";
    private const string Image = "<img src=x onerror=window.harmed=2>";

    /// <summary>What stands beyond the edge, innermost last.</summary>
    private const string Beyond = "[...document.querySelectorAll('body *')].filter(each => { const at = each.getBoundingClientRect(); return at.width && (at.right > innerWidth + 1 || at.left < -1); }).map(each => each.tagName + '.' + each.className + ' ' + (each.textContent ?? '').slice(0, 40)).slice(-4).join(' | ')";

    [Fact]
    public async Task is_inert_to_script_and_open_to_everybody()
    {
        var (hall, phones) = await Hall.InSessionAsync(world, Script, Image);
        await using var _ = hall;
        var officer = await hall.JoinAsync((await hall.Meeting.InviteAsync($"Officer {Image}", "officer")).Scanned, Size.Console);
        var secretary = await hall.JoinAsync((await hall.Meeting.InviteAsync($"Secretary {Script}", "secretary")).Scanned, Size.Console);
        IPage[] pages = [phones[0], hall.Chair, hall.Desk, hall.Screen, officer, secretary];
        await Meeting.DoAsync(hall.Meeting.Secretariat, "agenda.add", new { item = Guid.NewGuid(), title = $"Item {Image}", plenary = hall.Plenary });
        await HoldAsync(pages, hall);

        await hall.AskAsync($"Shall {Image} {Script} pass?");
        foreach (var page in pages)
            await Expect(page.Sentence()).ToContainTextAsync($"Shall {Image} {Script} pass?");
        await Expect(phones[1].Choice("For")).ToHaveAttributeAsync("aria-disabled", "false");
        await officer.Act(Script).ClickAsync();
        await hall.Desk.Act("Enter a vote by placard").ClickAsync();
        await HoldAsync(pages, hall);
        await hall.Desk.Keyboard.PressAsync("Escape");

        await phones[0].VoteAsync("For");
        await phones[0].IsCountedAsync("For");
        await hall.Chair.HoldNextAsync("Close the vote");
        await hall.Chair.HoldNextAsync("Declare the result");
        await Expect(hall.Screen.Locator(".result")).ToContainTextAsync("Carried");
        await HoldAsync(pages, hall);
    }

    [Fact]
    public async Task before_anybody_is_known_is_open_to_everybody()
    {
        await using var hall = await Hall.PrepareAsync(world, "bvmd");
        foreach (var (path, size) in new[] { ("/", Size.Phone), ("/j", Size.Phone), ("/j#AAAAAAAAAAAAAAAAAAAAAA", Size.Phone), ("/secretariat", Size.Console), ("/secretariat#secret", Size.Console) })
        {
            var page = await hall.OpenAsync(path, size);
            await Expect(page.Sentence()).Not.ToHaveTextAsync(new Regex("One moment"));
            await Hall.IsAccessibleAsync(page);
            await FitsAsync(page);
        }
        hall.IsQuiet();
    }

    private static async Task HoldAsync(IEnumerable<IPage> pages, Hall hall)
    {
        foreach (var page in pages)
        {
            Assert.True(await page.EvaluateAsync<bool>("window.harmed === undefined"), page.Url);
            Assert.Equal(0, await page.Locator("main script, main img, aside script, aside img").CountAsync());
            await Hall.IsAccessibleAsync(page);
            await FitsAsync(page);
        }
        hall.IsQuiet();
    }

    /// <summary>At four hundred per cent of a small laptop, and from right to left, nothing has to be scrolled sideways.</summary>
    internal static async Task FitsAsync(IPage page)
    {
        if (page.Url.EndsWith("/screen", StringComparison.Ordinal))
            return;
        var size = page.ViewportSize!;
        foreach (var direction in new[] { "rtl", "ltr" })
        {
            await page.EvaluateAsync("direction => document.documentElement.dir = direction", direction);
            foreach (var width in new[] { 320, size.Width })
            {
                await page.SetViewportSizeAsync(width, width == 320 ? 256 : size.Height);
                var beyond = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
                Assert.True(beyond <= 0, $"{page.Url} runs {beyond} px over {width} px, {direction}: {(beyond <= 0 ? "" : await page.EvaluateAsync<string>(Beyond))}");
            }
        }
    }
}

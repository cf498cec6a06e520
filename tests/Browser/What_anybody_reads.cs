using System.Text.Json.Nodes;
using Ifmsa.Assembly.Harness;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Ifmsa.Assembly.Browser.Tests;

/// <summary>The pages without a script: what is published, minutes that are with the members, and certificates.</summary>
public sealed class What_anybody_reads(World world)
{
    private const string Script = "<script>window.harmed=1</script>";

    [Fact]
    public async Task is_inert_accessible_and_fits_the_smallest_phone()
    {
        var (hall, phones) = await Hall.InSessionAsync(world, Script, "bvmd");
        await using var _ = hall;
        var secretary = await hall.JoinAsync((await hall.Meeting.InviteAsync($"Secretary {Script}", "secretary")).Scanned, Size.Console);
        await using var wire = await hall.WireAsync(secretary);
        await using var chair = await hall.WireAsync(hall.Chair);
        await Meeting.DoAsync(hall.Meeting.Secretariat, "bylaws.take", new { title = $"Bylaws {Script}", text = $"## 1 Name\n\nThe federation {Script} has a name.\n" });
        await hall.AskAsync($"Shall {Script} pass?");
        await phones[0].VoteAsync("For");
        await phones[0].IsCountedAsync("For");
        await hall.Chair.HoldNextAsync("Close the vote");
        await hall.Chair.HoldNextAsync("Declare the result");
        await Expect(hall.Screen.Locator(".result")).ToContainTextAsync("Carried");
        await Meeting.DoAsync(hall.Meeting.Secretariat, "site.publish", new { parts = new[] { "agenda", "calendar", "results", "resolutions", "bylaws" } });
        await Meeting.DoAsync(chair, "plenary.adjourn", new { });
        await Meeting.DoAsync(wire, "minutes.review", new { plenary = hall.Plenary });
        var minutes = $"/a/{hall.Meeting.Id}/minutes/{hall.Plenary}";
        var view = JsonNode.Parse(await secretary.EvaluateAsync<string>($"fetch('{minutes}/view').then(answer => answer.text())"))!;
        await Meeting.DoAsync(wire, "minutes.circulate", new { plenary = hall.Plenary, words = Guid.NewGuid(), confirmed = view["warnings"]!.AsObject().Select(row => row.Key) });

        var site = $"/public/{hall.Meeting.Id}";
        var reader = await hall.OpenAsync(site, Size.Phone);
        foreach (var (path, says) in new[] { ("", "August Meeting"), ("/agenda", "Opening of the plenary"), ("/results", $"Shall {Script} pass?"), ("/results/1", $"Shall {Script} pass?"), ("/resolutions", ""), ("/bylaws", $"The federation {Script} has a name.") })
        {
            await reader.GotoAsync(site + path);
            await Expect(reader.Locator("body")).ToContainTextAsync(says);
            await HoldsAsync(reader);
        }
        hall.IsQuiet();
        // A number that nobody has is answered as not found, of which the browser complains.
        foreach (var path in new[] { "/certificates/check", "/certificates/0000-0000-0000-0000" })
        {
            await reader.GotoAsync(path);
            await HoldsAsync(reader);
        }

        await phones[0].GotoAsync(minutes + ".html");
        await Expect(phones[0].Locator("body")).ToContainTextAsync($"Shall {Script} pass?");
        await HoldsAsync(phones[0]);
        // Browsers send a form as what it is only where the page lets them say from where.
        await phones[0].GetByText("Propose a correction").Last.ClickAsync();
        await HoldsAsync(phones[0]);
        await phones[0].GetByLabel("Words").FillAsync($"Plenary {Script} was adjourned late.");
        await phones[0].GetByText("A remark should be added").ClickAsync();
        await phones[0].GetByRole(AriaRole.Button, new() { Name = "Propose a correction" }).ClickAsync();
        await Expect(phones[0].Locator("body")).ToContainTextAsync("Your correction 1 waits for the secretary");
        await Expect(phones[0].Locator("body")).ToContainTextAsync($"Plenary {Script} was adjourned late.");
        await HoldsAsync(phones[0]);
        await secretary.ReloadAsync();
        await Expect(secretary.Locator("main")).ToContainTextAsync($"Shall {Script} pass?");
        await Hall.IsAccessibleAsync(secretary);
        await Every_page.FitsAsync(secretary);
    }

    private static async Task HoldsAsync(IPage page)
    {
        Assert.True(await page.EvaluateAsync<bool>("window.harmed === undefined"), page.Url);
        await Hall.IsAccessibleAsync(page);
        await Every_page.FitsAsync(page);
    }
}

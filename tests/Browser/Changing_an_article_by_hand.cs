using Ifmsa.Assembly.Harness;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Ifmsa.Assembly.Browser.Tests;

/// <summary>A delegation drafts a change of the bylaws with another beside it; everybody sees what changes in the article, and the carried text is in force.</summary>
public sealed class Changing_an_article_by_hand(World world)
{
    [Fact]
    public async Task goes_from_a_draft_to_the_text_in_force()
    {
        var (hall, phones) = await Hall.InSessionAsync(world, "bvmd", "IFMSA-Spain", "SiMSA");
        await using var _ = hall;
        await Meeting.DoAsync(hall.Meeting.Secretariat, "bylaws.take", new { title = "Bylaws", text = "## 1.1 Name\n\nThe federation is called so.\n\n## 1.2 Seat\n\nIts seat is in Copenhagen.\n" });
        var (bvmd, spain) = (phones[0], phones[1]);
        await bvmd.MoreAsync("Write a motion");
        await bvmd.GetByLabel("Title of the motion").FillAsync("Another seat");
        await bvmd.GetByLabel("Kind of decision").SelectOptionAsync("bylaws");
        await bvmd.GetByRole(AriaRole.Combobox, new() { Name = "Article", Exact = true }).SelectOptionAsync("1.2");
        await Expect(bvmd.GetByLabel("What the plenary should decide")).ToHaveValueAsync("Its seat is in Copenhagen.");
        await bvmd.GetByLabel("What the plenary should decide").FillAsync("Its seat is in Amsterdam.");
        await bvmd.GetByText("Ask members to stand behind it").TapAsync();
        await bvmd.GetByLabel("Find a member").FillAsync("Spain");
        await bvmd.Act("IFMSA-Spain").TapAsync();
        await bvmd.Act("Save as a draft").TapAsync();
        await Expect(bvmd.Locator("dialog")).ToHaveCountAsync(0);

        await spain.MoreAsync("Motions of my delegation");
        await Expect(spain.Locator("dialog")).ToContainTextAsync("this text takes the place of article 1.2 of the bylaws");
        await spain.Act("Stand behind it").TapAsync();
        await Expect(spain.Act("Stand behind it")).ToHaveCountAsync(0);

        // Written anew, the draft still knows its article.
        await bvmd.MoreAsync("Motions of my delegation");
        await bvmd.Act("Go on writing").TapAsync();
        await Expect(bvmd.GetByRole(AriaRole.Combobox, new() { Name = "Article", Exact = true })).ToHaveValueAsync("1.2");
        await bvmd.Act("Hand in this motion").TapAsync();
        await Expect(bvmd.Locator("dialog")).ToHaveCountAsync(0);

        await hall.Chair.NextAsync("Put motion 1");
        await phones[2].Act("Second motion 1").TapAsync();
        foreach (var page in new[] { phones[2], hall.Chair, hall.Screen })
            await Expect(page.Locator("body")).ToContainTextAsync("If carried: this text takes the place of article 1.2 of the bylaws.");
        await phones[2].GetByText("What changes in the article").TapAsync();
        await Expect(phones[2].Locator("del").First).ToContainTextAsync("Copenhagen");
        await Expect(phones[2].Locator("ins").First).ToContainTextAsync("Amsterdam");
        await Hall.IsAccessibleAsync(phones[2]);
        hall.IsQuiet();
    }
}

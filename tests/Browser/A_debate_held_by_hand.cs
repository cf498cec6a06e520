using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Ifmsa.Assembly.Browser.Tests;

/// <summary>A delegation seconds, amends, objects and speaks from its phone while chair and screen follow; a procedural motion interrupts, and takes effect.</summary>
public sealed class A_debate_held_by_hand(World world)
{
    [Fact]
    public async Task runs_from_an_amendment_to_a_vote_that_the_plenary_orders()
    {
        var (hall, phones) = await Hall.InSessionAsync(world, "bvmd", "IFMSA-Spain", "SiMSA", "TaMSA");
        await using var _ = hall;
        await IsPutAndSecondedAsync(hall, phones);
        await IsAmendedAsync(hall, phones);
        await SpeaksAsync(hall, phones[2]);
        await IsInterruptedAsync(hall, phones);
        foreach (var page in new[] { phones[0], hall.Chair, hall.Screen })
            await Hall.IsAccessibleAsync(page);
        hall.IsQuiet();
    }

    private static async Task IsPutAndSecondedAsync(Hall hall, IReadOnlyList<IPage> phones)
    {
        await phones[0].MoreAsync("Write a motion");
        await phones[0].GetByLabel("Title of the motion").FillAsync("A working group");
        await phones[0].GetByLabel("What the plenary should decide").FillAsync("We found a working group.\n\nIt has five members.");
        await phones[0].Act("Hand in this motion").TapAsync();
        await hall.Chair.NextAsync("Put motion 1");
        await phones[1].Act("Second motion 1").TapAsync();
        await Expect(hall.Chair.Step()).ToContainTextAsync("Ask for direct negatives to motion 1");
    }

    private static async Task IsAmendedAsync(Hall hall, IReadOnlyList<IPage> phones)
    {
        var (bvmd, spain, simsa) = (phones[0], phones[1], phones[2]);
        await simsa.MoreAsync("Propose an amendment");
        await simsa.Act("Paragraph 2").TapAsync();
        await simsa.GetByLabel("What it says instead").FillAsync("It has seven members.");
        await Expect(simsa.Locator("dialog del")).ToContainTextAsync("five");
        await Expect(simsa.Locator("dialog ins")).ToContainTextAsync("seven");
        await simsa.Act("Hand in this amendment").TapAsync();
        await Expect(simsa.Locator("dialog")).ToHaveCountAsync(0);

        await hall.Chair.NextAsync("Put amendment 1");
        // Everybody sees what changes; the proposer alone is asked, then the seconder.
        await Expect(hall.Screen.Locator("del").First).ToContainTextAsync("five");
        await Expect(hall.Screen.Locator("ins").First).ToContainTextAsync("seven");
        await Expect(spain.Act("Accept as friendly")).ToHaveCountAsync(0);
        await bvmd.Act("Accept as friendly").TapAsync();
        await spain.Act("Accept as friendly").TapAsync();
        await Expect(bvmd.Locator("main")).ToContainTextAsync("It has seven members.");
        await Expect(hall.Screen.Locator("body")).ToContainTextAsync("It has seven members.");
    }

    private static async Task SpeaksAsync(Hall hall, IPage simsa)
    {
        await simsa.Act("Ask to speak").TapAsync();
        await Expect(hall.Chair.GetByText("SiMSA").First).ToBeVisibleAsync();
        await using (var chair = await hall.WireAsync(hall.Chair))
        {
            var waiting = await chair.UntilAsync("speakers", board => board["order"]!.AsArray().Count == 1);
            await Harness.Meeting.DoAsync(chair, "speech.call", new { speech = (string?)waiting["order"]![0] });
        }
        await Expect(simsa.GetByText("You have the floor")).ToBeVisibleAsync();
        await Expect(hall.Screen.Locator("body")).ToContainTextAsync("SiMSA");
        await simsa.Act("End my speech").HoldAsync();
        await Expect(simsa.GetByText("You have the floor")).ToHaveCountAsync(0);
    }

    private static async Task IsInterruptedAsync(Hall hall, IReadOnlyList<IPage> phones)
    {
        var (bvmd, spain, simsa, tamsa) = (phones[0], phones[1], phones[2], phones[3]);
        await hall.Chair.NextAsync("Ask for direct negatives to motion 1");
        await spain.Act("Object to motion 1").TapAsync();
        await tamsa.MoreAsync("Procedural motion");
        await tamsa.GetByRole(AriaRole.Button, new() { NameRegex = new("proceed immediately to a vote") }).TapAsync();
        await tamsa.Act("Move: proceed immediately to a vote").TapAsync();
        await hall.Chair.NextAsync("Take up: proceed immediately to a vote");
        await Expect(hall.Screen.Locator("body")).ToContainTextAsync("proceed immediately to a vote");
        await Expect(bvmd.Locator("body")).ToContainTextAsync("proceed immediately to a vote");
        await simsa.Act("Second: proceed immediately to a vote").TapAsync();
        await hall.Chair.NextAsync("Open the vote: proceed immediately to a vote");
        foreach (var phone in phones)
        {
            await phone.VoteAsync("For");
            await phone.IsCountedAsync("For");
        }
        // A point of order stays in reach while the vote is open.
        await Expect(bvmd.GetByRole(AriaRole.Button, new() { NameRegex = new("[Pp]oint of order") })).ToBeVisibleAsync();
        await hall.Chair.HoldNextAsync("Close the vote");
        await hall.Chair.HoldNextAsync("Declare the result");
        // It takes effect at once: nothing is in order on the motion but the vote.
        await Expect(hall.Chair.Step()).ToContainTextAsync("Open the vote: A working group");
        await Expect(bvmd.Act("Object to motion 1")).ToHaveCountAsync(0);
    }
}

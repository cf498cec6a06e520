using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Harness;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Ifmsa.Assembly.Browser.Tests;

/// <summary>Draws each page as the README shows it: 127 members, a motion, a vote and its result. Only where PICTURES names a folder.</summary>
public sealed class Pictures(World world)
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("PICTURES");

    /// <summary>Whether pictures are asked for.</summary>
    public static bool Wanted => Folder is { Length: > 0 };

    [Fact(Skip = "Pictures are drawn where PICTURES names a folder.", SkipUnless = nameof(Wanted))]
    public async Task are_drawn_of_every_page()
    {
        var csv = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "templates", "samples", "members.csv"));
        await using var hall = await Hall.PrepareOnAsync(
            world, "March Meeting", csv, "Opening of the plenary", "Report of the Executive Board", "Policy on climate and health", "Report on member status", "Thanks");
        await DrawAsync(await hall.OpenAsync("/j", Size.Phone), "join");
        var bvmd = await hall.SeatAsync("bvmd");
        var spain = await hall.SeatAsync("IFMSA-Spain");
        var others = await hall.Meeting.SeatAsync(hall.Meeting.Members.Keys.Except(["bvmd", "IFMSA-Spain"], StringComparer.Ordinal).Order(StringComparer.Ordinal));
        var secretary = await hall.JoinAsync((await hall.Meeting.InviteAsync("Nəzrin Əliyeva", "secretary")).Scanned, Size.Console);
        await using var chair = await hall.WireAsync(hall.Chair);
        await using var desk = await hall.WireAsync(hall.Desk);
        await using var first = await hall.WireAsync(bvmd);
        await using var second = await hall.WireAsync(spain);
        await Meeting.DoAsync(chair, "chair.assume", new { });
        await Meeting.DoAsync(chair, "plenary.call-roll", new { plenary = hall.Plenary });
        foreach (var member in new[] { "bvmd", "IFMSA-Spain" })
            await Meeting.DoAsync(desk, "card.give", new { member = hall.Meeting.Members[member], to = hall.Heads[member] });
        var here = others.Where((_, place) => place % 6 != 5).ToList();
        foreach (var phone in here)
            await Meeting.DoAsync(phone.Client, "rollcall.check-in", new { });
        foreach (var phone in here.Take(here.Count - 6))
            await Meeting.DoAsync(desk, "card.give", new { member = phone.MemberId, to = phone.Participant });
        await hall.Desk.Act("To confirm").ClickAsync();
        await DrawAsync(hall.Desk, "desk");
        foreach (var phone in here.TakeLast(6))
            await Meeting.DoAsync(desk, "card.give", new { member = phone.MemberId, to = phone.Participant });

        await Meeting.DoAsync(chair, "plenary.open", new { });
        for (var item = 0; item < 3; item++)
            await Meeting.DoAsync(chair, "item.next", new { });
        var motion = Guid.NewGuid();
        await Meeting.DoAsync(first, "motion.submit", new
        {
            motion, title = "A climate policy for medical education", decision = "policy",
            text = "The General Assembly adopts the policy on climate and health in medical education.\n\nMember organisations report on its use at the next assembly.",
        });
        await Meeting.DoAsync(chair, "motion.put", new { motion });
        await Meeting.DoAsync(second, "motion.second", new { motion });
        await Expect(bvmd.Sentence()).ToContainTextAsync("A climate policy");
        await Expect(bvmd.Act("Ask to speak")).ToBeVisibleAsync();
        await Expect(bvmd.GetByText("seconded by IFMSA-Spain")).ToBeVisibleAsync();
        await DrawAsync(bvmd, "delegate-waiting");

        await DebateAsync(hall, motion, (chair, first, second), here[0], bvmd);

        var ballot = new BallotId(Guid.NewGuid());
        await Meeting.DoAsync(chair, "ballot.open", new { ballot, method = "phones", motion });
        await Expect(bvmd.Choice("For")).ToHaveAttributeAsync("aria-disabled", "false");
        await DrawAsync(bvmd, "delegate-voting");
        await bvmd.VoteAsync("For");
        await bvmd.IsCountedAsync("For");
        await DrawAsync(bvmd, "delegate-counted");
        var voters = (await others[0].Client.UntilAsync("ballot", board => board["current"] is not null))["current"]!["electorate"]!.AsObject().Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
        var voting = here.Where(phone => voters.Contains(phone.MemberId.ToString())).ToList();
        await CastAsync(voting.Take((voting.Count * 7) / 10), ballot);
        await Expect(hall.Chair.GetByText($"{1 + ((voting.Count * 7) / 10)} of {voters.Count} cast")).ToBeVisibleAsync();
        await DrawAsync(hall.Chair, "chair");
        await DrawAsync(hall.Screen, "screen-vote");
        await CastAsync(voting.Skip((voting.Count * 7) / 10), ballot);
        await hall.Chair.HoldNextAsync("Close the vote");
        await hall.Chair.HoldNextAsync("Declare the result");
        await Expect(hall.Screen.Locator(".result")).ToContainTextAsync("Carried");
        await DrawAsync(hall.Screen, "screen-result");
        await DrawAsync(secretary, "secretary");
        await DrawAsync(await SecretariatAsync(hall), "secretariat");
        hall.IsQuiet();
    }

    /// <summary>A delegation's amendment, taken as friendly.</summary>
    private static async Task DebateAsync(Hall hall, Guid motion, (FloorClient Chair, FloorClient Proposer, FloorClient Seconder) wires, Phone delegation, IPage proposer)
    {
        var (amendment, text) = (Guid.NewGuid(), (string)(await wires.Chair.UntilAsync("motion", board => board["motions"]!.AsObject().Count > 0))["motions"]![motion.ToString()]!["text"]!);
        await Meeting.DoAsync(delegation.Client, "amendment.propose", new { amendment, motion, edits = new[] { new { start = text.IndexOf("the next assembly", StringComparison.Ordinal), length = 17, text = "each of the next three assemblies" } } });
        await Meeting.DoAsync(wires.Chair, "amendment.put", new { amendment });
        await Expect(proposer.Act("Accept as friendly")).ToBeVisibleAsync();
        await Expect(hall.Screen.Locator("ins").First).ToBeVisibleAsync();
        await DrawAsync(proposer, "delegate-amendment");
        await DrawAsync(hall.Chair, "chair-debate");
        await DrawAsync(hall.Screen, "screen-amendment");
        await Meeting.DoAsync(wires.Proposer, "amendment.accept", new { amendment });
        await Meeting.DoAsync(wires.Seconder, "amendment.accept", new { amendment });
    }

    private static Task CastAsync(IEnumerable<Phone> phones, BallotId ballot) =>
        Task.WhenAll(phones.Select((phone, place) => phone.Client.CastAsync(ballot, (place % 8) switch { 2 or 5 => "against", 7 => "abstain", _ => "for" })));

    private static async Task<IPage> SecretariatAsync(Hall hall)
    {
        var page = await hall.OpenAsync("/secretariat", Size.Console);
        await page.GetByLabel("Name").FillAsync("Secretariat");
        await page.GetByLabel("Password").FillAsync("correct horse battery");
        await page.Act("Sign in").ClickAsync();
        await page.GetByText("March Meeting").First.ClickAsync();
        await page.GetByRole(AriaRole.Tab, new() { Name = "Delegations and codes" }).ClickAsync();
        await Expect(page.GetByText("phone joined").First).ToBeVisibleAsync();
        return page;
    }

    private static async Task DrawAsync(IPage page, string name)
    {
        // Smaller than life, for the README: the hall's screen scales with its height, the console loses empty space alone.
        if (page.ViewportSize!.Width == 1920)
            await page.SetViewportSizeAsync(1152, 648);
        else if (page.ViewportSize.Width == 1440)
            await page.SetViewportSizeAsync(1280, 760);
        await page.EvaluateAsync("document.fonts.ready.then(() => new Promise(requestAnimationFrame))");
        await page.ScreenshotAsync(new() { Path = Path.Combine(Folder!, $"{name}.png") });
    }
}

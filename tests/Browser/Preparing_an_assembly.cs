using System.Text.RegularExpressions;
using Ifmsa.Assembly.Harness;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Ifmsa.Assembly.Browser.Tests;

/// <summary>The secretariat's way from the one-time link to printed codes, on a server of its own.</summary>
public sealed class Preparing_an_assembly(World world)
{
    [Fact]
    public async Task runs_from_the_first_link_to_codes_and_duties()
    {
        await using var server = new ServerProcess();
        await server.StartAsync();
        await using var hall = await Hall.PrepareAsync(world, "bvmd");
        var page = await hall.OpenAsync($"{server.Address}secretariat#{await server.FirstSecretAsync()}", Size.Console);
        await MakeAccountAsync(page);
        await CreateAsync(page);
        await ImportAsync(page, hall);
        await PlanAsync(page);
        await SeatAsync(page);
        await EnrolAsync(page, hall, server);
        await PublishAsync(page, hall);
        hall.IsQuiet();
    }

    private static async Task MakeAccountAsync(IPage page)
    {
        await Expect(page.Sentence()).ToHaveTextAsync("Make the first account");
        Assert.DoesNotContain('#', page.Url);
        await page.GetByLabel("Name").FillAsync("Office");
        await page.GetByLabel("Password").FillAsync("correct horse battery");
        await page.Act("Make the account").ClickAsync();
        await Expect(page.Sentence()).ToHaveTextAsync("Create the first assembly");
    }

    private static async Task CreateAsync(IPage page)
    {
        await page.GetByLabel("Name of the assembly").FillAsync("March Meeting");
        await page.GetByLabel("First day").FillAsync("2027-03-01");
        await page.GetByLabel("Last day").FillAsync("2027-03-07");
        await page.GetByLabel("Venue").FillAsync("Congress hall");
        await page.GetByLabel("Time zone").SelectOptionAsync("Europe/Copenhagen");
        await Hall.IsAccessibleAsync(page);
        await page.Act("Create the assembly").ClickAsync();
        await Expect(page.Sentence()).ToHaveTextAsync("Preparing March Meeting");
    }

    private static async Task ImportAsync(IPage page, Hall hall)
    {
        await page.GetByRole(AriaRole.Tab, new() { Name = "Members" }).ClickAsync();
        // A faulty file is answered line by line, and nothing is imported.
        hall.NetworkIsGone = true;
        await ChooseAsync(page, "name,short_name,country,region,status,standing,previous_rights\nA,A,Land,Atlantis,full,good,yes\nB,,Land,Europe,full,good,yes\n");
        await Expect(page.Locator("table")).ToContainTextAsync("Atlantis");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(2);
        await Expect(page.Act("Import")).ToHaveCountAsync(0);
        await ChooseAsync(page, World.Csv("bvmd", "IFMSA-Spain", "<img src=x onerror=window.harmed=1>"));
        await Expect(page.GetByText("3 new, 0 changed, 0 unchanged")).ToBeVisibleAsync();
        await page.Act("Import 3 rows").ClickAsync();
        await Expect(page.GetByText("Imported: 3 new, 0 changed.")).ToBeVisibleAsync();
        await Expect(page.GetByText("<img src=x onerror=window.harmed=1>", new() { Exact = true })).ToBeVisibleAsync();
        await ChooseAsync(page, World.Csv("bvmd", "IFMSA-Spain", "<img src=x onerror=window.harmed=1>"));
        await Expect(page.GetByText("0 new, 0 changed, 3 unchanged")).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("window.harmed === undefined"));
        await Hall.IsAccessibleAsync(page);
        hall.NetworkIsGone = false;
    }

    private static async Task PlanAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Tab, new() { Name = "Plenaries" }).ClickAsync();
        await page.Act("+ Plan plenary 1").ClickAsync();
        await page.GetByLabel("Begins").FillAsync("2027-03-01T18:00");
        await page.GetByLabel("Ends").FillAsync("2027-03-01T23:00");
        await page.Act("Save").ClickAsync();
        await Expect(page.Locator(".rows")).ToContainTextAsync("18:00–23:00 · Congress hall");
        await page.Act("Change plenary 1").ClickAsync();
        await Expect(page.GetByLabel("Begins")).ToHaveValueAsync("2027-03-01T18:00");
        await page.GetByLabel("Begins").FillAsync("2027-03-01T19:30");
        await page.GetByLabel("Venue").FillAsync("Main hall");
        await page.Act("Save").ClickAsync();
        await Expect(page.Locator(".rows")).ToContainTextAsync("19:30–23:00 · Main hall");
        await Expect(page.Locator(".rows > li")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Tab, new() { Name = "Agenda" }).ClickAsync();
        await page.Act("+ Add an item").ClickAsync();
        await page.GetByLabel("Title of the item").FillAsync("Opening of the plenary");
        await page.Act("Add an item").Last.ClickAsync();
        await Expect(page.Locator("ol")).ToContainTextAsync("Opening of the plenary");
        await Hall.IsAccessibleAsync(page);
    }

    private static async Task SeatAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Tab, new() { Name = "Delegations and codes" }).ClickAsync();
        await page.GetByLabel("Seats each").FillAsync("2");
        await page.Act("Seat 3 delegations without seats").ClickAsync();
        await Expect(page.GetByText("2 seats, 0 phones joined")).ToHaveCountAsync(3);
        await page.Act("+ Seat").First.ClickAsync();
        await Expect(page.GetByText("3 seats, 0 phones joined")).ToHaveCountAsync(1);
        var download = await page.RunAndWaitForDownloadAsync(() => page.Act("Print all code sheets (PDF)").ClickAsync());
        var paper = await File.ReadAllBytesAsync(await download.PathAsync());
        Assert.Equal("%PDF-"u8.ToArray(), paper[..5]);
        await Hall.IsAccessibleAsync(page);
    }

    private static async Task EnrolAsync(IPage page, Hall hall, ServerProcess server)
    {
        await page.GetByRole(AriaRole.Tab, new() { Name = "People and duties" }).ClickAsync();
        await page.GetByLabel("Name").First.FillAsync("Amara Okafor");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Duty" }).SelectOptionAsync("secretary");
        await page.Act("Enrol").ClickAsync();
        await Expect(page.Locator(".rows")).ToContainTextAsync("Amara Okafor");
        await page.Act("+ Duty").ClickAsync();
        await page.Locator(".rows").Locator("button").GetByText("Returning officer", new() { Exact = true }).ClickAsync();
        await Expect(page.Act("Remove the duty Returning officer")).ToBeVisibleAsync();
        await page.Act("Remove the duty Returning officer").HoldAsync();
        await Expect(page.Act("Remove the duty Returning officer")).ToHaveCountAsync(0);
        await page.Act("Set name and password").ClickAsync();
        await page.Locator(".rows").GetByLabel("Name").FillAsync("amara");
        await page.Locator(".rows").GetByLabel("Password").FillAsync("correct horse battery");
        await page.Act("Make the account").ClickAsync();
        await Expect(page.GetByText("has a password")).ToBeVisibleAsync();
        await Hall.IsAccessibleAsync(page);

        // The account opens the page of its duty.
        var laptop = await hall.OpenAsync(server.Address.ToString(), Size.Console);
        await laptop.GetByLabel("Name").FillAsync("amara");
        await laptop.GetByLabel("Password").FillAsync("correct horse battery");
        await laptop.Act("Sign in").ClickAsync();
        await laptop.WaitForURLAsync("**/secretary");
        await Expect(laptop.Sentence()).ToHaveTextAsync(new Regex(@"Plenary\s1 has not begun"));
    }

    /// <summary>Somebody's address is typed, refused where it is none, and taken.</summary>
    private static async Task NoteAddressAsync(IPage page, Hall hall)
    {
        await page.Locator("summary", new() { HasText = "Whose address is known: 0 of" }).ClickAsync();
        await page.GetByLabel("Name, delegation, badge or address").FillAsync("bvmd");
        var field = page.GetByRole(AriaRole.Textbox, new() { Name = "bvmd, seat 1" });
        hall.RefusalIsDue = true;
        await field.FillAsync("head at bvmd.example");
        await page.Act("Save the address of bvmd, seat 1").ClickAsync();
        await Expect(page.GetByText("This is not an e-mail address")).ToBeVisibleAsync();
        hall.RefusalIsDue = false;
        await field.FillAsync("head@bvmd.example");
        await page.Act("Save the address of bvmd, seat 1").ClickAsync();
        await Expect(page.GetByText("The address of bvmd, seat 1 is noted.")).ToBeVisibleAsync();
        await Expect(page.Locator("summary", new() { HasText = "Whose address is known: 1 of" })).ToBeVisibleAsync();
        await page.GetByLabel("Only people without an address").CheckAsync();
        await Expect(field).ToHaveCountAsync(0);
    }

    private static async Task PublishAsync(IPage page, Hall hall)
    {
        await page.GetByRole(AriaRole.Tab, new() { Name = "Papers and letters" }).ClickAsync();
        await Expect(page.GetByText("No mail server is configured")).ToBeVisibleAsync();
        await NoteAddressAsync(page, hall);
        var download = await page.RunAndWaitForDownloadAsync(() => page.Act("Print: Voting cards").ClickAsync());
        Assert.Equal("%PDF-"u8.ToArray(), (await File.ReadAllBytesAsync(await download.PathAsync()))[..5]);
        await Hall.IsAccessibleAsync(page);
        await page.GetByRole(AriaRole.Tab, new() { Name = "Certificates" }).ClickAsync();
        await Expect(page.GetByText("No certificate has been issued yet.")).ToBeVisibleAsync();
        await Hall.IsAccessibleAsync(page);
        await page.GetByRole(AriaRole.Tab, new() { Name = "Publishing and archive" }).ClickAsync();
        await Expect(page.GetByText("Nothing is published until you do it here")).ToBeVisibleAsync();
        await Hall.IsAccessibleAsync(page);
    }

    private static Task ChooseAsync(IPage page, string csv) =>
        page.GetByLabel("CSV file").SetInputFilesAsync(new FilePayload { Name = "members.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(csv) });
}

using System.Collections.Concurrent;
using System.Net;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Harness;
using Microsoft.Playwright;
using Cookie = System.Net.Cookie;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Ifmsa.Assembly.Browser.Tests;

/// <summary>An assembly and the pages that are open on it, each in a browser profile of its own; it collects what the browser complains of.</summary>
public sealed class Hall : IAsyncDisposable
{
    /// <summary>Counts what fingers and keys do, over reloads.</summary>
    private const string Counter = """
        for (const kind of ['pointerdown', 'keydown'])
          addEventListener(kind, () => sessionStorage.setItem(kind, String(Number(sessionStorage.getItem(kind) ?? 0) + 1)), true);
        """;

    private readonly World _world;
    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly List<IBrowserContext> _profiles = [];

    private Hall(World world, Meeting meeting) => (_world, Meeting) = (world, meeting);

    /// <summary>The assembly as the secretariat reaches it.</summary>
    public Meeting Meeting { get; }

    /// <summary>The first plenary.</summary>
    public Guid Plenary { get; } = Guid.NewGuid();

    /// <summary>The chair's console; of the Executive Board member who presides at first.</summary>
    public IPage Chair { get; private set; } = null!;

    /// <summary>The credentials desk.</summary>
    public IPage Desk { get; private set; } = null!;

    /// <summary>The hall's screen.</summary>
    public IPage Screen { get; private set; } = null!;

    /// <summary>What the QR code of each member's first seat says.</summary>
    public Dictionary<string, string> Codes { get; } = new(StringComparer.Ordinal);

    /// <summary>Who sits in each member's first seat.</summary>
    public Dictionary<string, ParticipantId> Heads { get; } = new(StringComparer.Ordinal);

    /// <summary>While the server or the network is gone, browsers log failed loads; nothing else is forgiven.</summary>
    public bool NetworkIsGone { get; set; }

    /// <summary>While what is typed is refused on purpose, browsers log the answer; nothing else is forgiven.</summary>
    public bool RefusalIsDue { get; set; }

    /// <summary>A planned plenary with two items, an Executive Board member, a desk and a screen.</summary>
    public static Task<Hall> PrepareAsync(World world, params string[] members) =>
        PrepareOnAsync(world, "August Meeting", World.Csv(members), "Opening of the plenary", "Thanks");

    /// <summary>The same with a name, members and items of one's own.</summary>
    public static Task<Hall> PrepareOnAsync(World world, string name, string csv, params string[] items) => PrepareUnderAsync(world, ServerProcess.Swift, name, csv, items);

    /// <summary>The same under a rulebook of one's own.</summary>
    public static async Task<Hall> PrepareUnderAsync(World world, string rulebook, string name, string csv, params string[] items)
    {
        var hall = new Hall(world, await world.First.AnotherAsync(csv, name, rulebook));
        await Meeting.DoAsync(hall.Meeting.Secretariat, "plenary.plan", new { plenary = hall.Plenary, number = 1, venue = "Main hall", starts = "2011-08-01T16:00:00Z", ends = "2011-08-01T23:00:00Z" });
        foreach (var title in items)
            await Meeting.DoAsync(hall.Meeting.Secretariat, "agenda.add", new { item = Guid.NewGuid(), title, plenary = hall.Plenary });
        hall.Chair = await hall.JoinAsync((await hall.Meeting.InviteAsync("Amara Okafor", "executive")).Scanned, Size.Console);
        await hall.Chair.GetByText("To the chair's console").ClickAsync();
        hall.Desk = await hall.JoinAsync((await hall.Meeting.InviteAsync("Lin Xiaoyu", "desk")).Scanned, Size.Console);
        hall.Screen = await hall.JoinAsync((await hall.Meeting.InviteAsync("Hall screen", "screen")).Scanned, Size.Screen);
        return hall;
    }

    /// <summary>A plenary in session with the first item open, and a phone that holds the card for each member.</summary>
    public static async Task<(Hall Hall, IReadOnlyList<IPage> Phones)> InSessionAsync(World world, params string[] members) =>
        await PrepareAsync(world, members) is { } hall ? (hall, await hall.BeginAsync(members)) : throw new InvalidOperationException();

    /// <summary>The plenary comes into session, with a phone that holds the card for each of these members.</summary>
    public async Task<IReadOnlyList<IPage>> BeginAsync(params string[] members)
    {
        var hall = this;
        var phones = new List<IPage>();
        foreach (var member in members)
            phones.Add(await hall.SeatAsync(member));
        // The way there has a test of its own; here it is gone over the wire.
        await using var chair = await hall.WireAsync(hall.Chair);
        await using var desk = await hall.WireAsync(hall.Desk);
        await Meeting.DoAsync(chair, "chair.assume", new { });
        await Meeting.DoAsync(chair, "plenary.call-roll", new { plenary = hall.Plenary });
        foreach (var member in members)
            await Meeting.DoAsync(desk, "card.give", new { member = hall.Meeting.Members[member], to = hall.Heads[member] });
        await Meeting.DoAsync(chair, "plenary.open", new { });
        await Meeting.DoAsync(chair, "item.next", new { });
        await Expect(hall.Chair.Sentence()).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("Opening of the plenary"));
        return phones;
    }

    /// <summary>A page in a profile of its own.</summary>
    public async Task<IPage> OpenAsync(string path, Size size, ColorScheme scheme = ColorScheme.Light, string? more = null)
    {
        var phone = size == Size.Phone;
        var (width, height) = size switch { Size.Phone => (360, 740), Size.Console => (1440, 900), _ => (1920, 1080) };
        var profile = await _world.Browser.NewContextAsync(new()
        {
            BaseURL = _world.Server.Address.ToString(), ViewportSize = new() { Width = width, Height = height }, HasTouch = phone, IsMobile = phone, ColorScheme = scheme,
        });
        _profiles.Add(profile);
        await profile.AddInitScriptAsync(Counter + more);
        profile.Console += (_, said) =>
        {
            // Chromium logs each failed load, and calls any failed connection an error.
            if (RefusalIsDue && said.Text.Contains("responded with a status of 4", StringComparison.Ordinal))
                return;
            if (said.Type is "error" or "warning" && !(NetworkIsGone && (said.Text.Contains("net::ERR", StringComparison.Ordinal) || said.Text.Contains("WebSocket", StringComparison.Ordinal))))
                _complaints.Enqueue($"{said.Page?.Url}: {said.Text}");
        };
        profile.WebError += (_, error) => _complaints.Enqueue($"{error.Page?.Url}: {error.Error}");
        var page = await profile.NewPageAsync();
        page.SetDefaultTimeout(30_000);
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>Joins as the QR code leads: its link, and one tap.</summary>
    public async Task<IPage> JoinAsync(string scanned, Size size, ColorScheme scheme = ColorScheme.Light, string? more = null)
    {
        var page = await OpenAsync($"/j#{scanned}", size, scheme, more);
        await page.Act("Join").ClickAsync();
        await page.WaitForURLAsync($"**/a/{Meeting.Id}/*", new() { WaitUntil = WaitUntilState.Commit });
        return page;
    }

    /// <summary>A phone in a member's first free seat.</summary>
    public async Task<IPage> SeatAsync(string member, int seat = 1, string? more = null)
    {
        var (person, code, _) = await Meeting.InviteSeatAsync(member, seat);
        Codes.TryAdd(member, code);
        Heads.TryAdd(member, person);
        return await JoinAsync(code, Size.Phone, more: more);
    }

    /// <summary>A wire of the same person's, beside their page.</summary>
    public async Task<FloorClient> WireAsync(IPage page)
    {
        var cookies = new CookieContainer();
        foreach (var cookie in await page.Context.CookiesAsync())
            cookies.Add(_world.Server.Address, new Cookie(cookie.Name, cookie.Value));
        return await Meeting.ConnectAsync(cookies);
    }

    /// <summary>The desk compares the word on the phone, and gives the card by one key.</summary>
    public async Task GiveCardAsync(IPage phone)
    {
        var word = await phone.Locator("p.word").InnerTextAsync();
        await Desk.GetByLabel("Delegation, country or word").FillAsync(word);
        await Expect(Desk.Act($"The word is “{word}”").First).ToBeVisibleAsync();
        await Desk.GetByLabel("Delegation, country or word").PressAsync("Enter");
        await Expect(phone.GetByText("holds the card")).ToBeVisibleAsync();
    }

    /// <summary>The chair opens a vote on a question by phones.</summary>
    public async Task AskAsync(string question, string method = "phones")
    {
        await Chair.Act("New vote").ClickAsync();
        await Chair.GetByLabel("a question").CheckAsync();
        await Chair.GetByLabel("Question", new() { Exact = true }).FillAsync(question);
        await Chair.GetByLabel(method).CheckAsync();
        await Chair.Act("Open the vote").ClickAsync();
        await Expect(Chair.Sentence()).ToHaveTextAsync($"Vote now: {question}");
    }

    /// <summary>axe, by WCAG 2.2 AA, in light and dark.</summary>
    public static async Task IsAccessibleAsync(IPage page)
    {
        foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            var found = await page.RunAxe(new AxeRunOptions { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } });
            Assert.True(found.Violations.Length == 0, $"{page.Url} in {scheme}: " + string.Join('\n', found.Violations.Select(each => $"{each.Id}: {each.Help}: {string.Join(" | ", each.Nodes.Take(3).Select(node => node.Html))}")));
        }
    }

    /// <summary>Fails where any page raised an error, or broke the content policy.</summary>
    public void IsQuiet() => Assert.Empty(_complaints);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var profile in _profiles)
            await profile.CloseAsync();
        await Meeting.Secretariat.DisposeAsync();
    }
}

/// <summary>For whom a page is laid out.</summary>
public enum Size
{
    /// <summary>360 × 740.</summary>
    Phone,

    /// <summary>1440 × 900.</summary>
    Console,

    /// <summary>1920 × 1080.</summary>
    Screen,
}

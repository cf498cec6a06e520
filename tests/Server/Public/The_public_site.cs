using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Harness;
using Ifmsa.Assembly.Server.Tests.Documents;
using Ifmsa.Assembly.Server.Tests.OnTheFloor;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Public;

/// <summary>The real program with a plenary in session; what a stranger sees of it.</summary>
public sealed class The_public_site : IAsyncLifetime
{
    private const string Hostile = "<script>alert(1)</script> \"&' #eval(\"1\") $x$ *b* \\ END:VEVENT";
    private readonly RunningHall _hall = new(6);
    private HttpClient _stranger = null!;

    private string Root => $"/public/{_hall.Meeting.Id}";

    public async ValueTask InitializeAsync()
    {
        await _hall.InitializeAsync();
        _stranger = new() { BaseAddress = _hall.Server.Address };
    }

    public async ValueTask DisposeAsync()
    {
        _stranger.Dispose();
        await _hall.DisposeAsync();
    }

    [Fact]
    public async Task shows_what_is_published_and_nothing_else()
    {
        var item = Guid.NewGuid();
        await Meeting.DoAsync(_hall.Meeting.Secretariat, "agenda.add", new { item, title = Hostile, plenary = _hall.Plenary });
        await LayDownAsync("# 1 Name\n\n## 1.1 Seat\nIts seat is in Copenhagen.\n\n## 1.2 " + Hostile + "\nNothing <b>bold</b>.");
        var draft = Guid.NewGuid();
        await Meeting.DoAsync(_hall.Voters[0].Client, "motion.draft", new { motion = draft, title = "A secret draft", text = "Nobody is to know.", decision = "motion", invited = Array.Empty<Guid>() });
        await CarryAsync("policy", Hostile, "Be it resolved, that " + Hostile + "\n\nA second paragraph.");
        await CarryAsync("bylaws", "Moving the seat", "Its seat is in Amsterdam.", new { article = "1.1" });
        var totals = await VoteAsync("totals");

        // Nothing is published: each page is as one that never was.
        var unknown = await TextAsync("/public/nothing-of-the-kind", HttpStatusCode.NotFound);
        string[] pages = ["", "/agenda", "/results", "/results/1", "/results/1.json", "/results/1.csv", "/resolutions", "/resolutions/2011-1-1", "/bylaws", "/calendar.ics"];
        foreach (var page in pages)
            Assert.Equal(unknown, await TextAsync(Root + page, HttpStatusCode.NotFound));
        Assert.Equal(unknown, await TextAsync($"/public/{Guid.NewGuid()}", HttpStatusCode.NotFound));
        await TextAsync($"/a/{_hall.Meeting.Id}/bylaws.md", HttpStatusCode.Unauthorized);
        Assert.DoesNotContain("\"published\":true", await TextAsync("/api/assemblies"), StringComparison.Ordinal);

        await Meeting.DoAsync(_hall.Meeting.Secretariat, "site.publish", new { parts = new[] { "agenda", "calendar", "resolutions" } });
        Assert.Contains("\"published\":true", await TextAsync("/api/assemblies"), StringComparison.Ordinal);
        Assert.Equal(unknown, await TextAsync(Root + "/results", HttpStatusCode.NotFound));
        Assert.Equal(unknown, await TextAsync(Root + "/results/1.json", HttpStatusCode.NotFound));
        Assert.Equal(unknown, await TextAsync(Root + "/bylaws", HttpStatusCode.NotFound));
        var overview = await TextAsync(Root);
        Assert.Contains(Root + "/resolutions", overview, StringComparison.Ordinal);
        Assert.DoesNotContain(Root + "/results", overview, StringComparison.Ordinal);

        await Meeting.DoAsync(_hall.Meeting.Secretariat, "site.publish", new { parts = new[] { "results", "bylaws" } });
        var all = new StringBuilder();
        foreach (var page in pages.Where(page => page.Length == 0 || !page.EndsWith("1", StringComparison.Ordinal)))
        {
            var text = await TextAsync(Root + page);
            all.Append(text);
            // A table and a calendar are saved, and no browser takes them for a page.
            if (!page.EndsWith(".csv", StringComparison.Ordinal) && !page.EndsWith(".ics", StringComparison.Ordinal))
                Assert.DoesNotContain("<script>alert", text, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("secret draft", all.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody is to know", all.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Secretary", all.ToString(), StringComparison.Ordinal);

        var resolutions = await TextAsync(Root + "/resolutions");
        Assert.Contains("2011/1/1", resolutions, StringComparison.Ordinal);
        var resolution = await TextAsync(Root + "/resolutions/2011-1-1");
        Assert.Contains("A second paragraph.", resolution, StringComparison.Ordinal);
        Assert.Contains("In force until", resolution, StringComparison.Ordinal);
        Assert.Contains("M001", resolution, StringComparison.Ordinal);
        Assert.Contains("3 for", resolution, StringComparison.Ordinal);
        Assert.DoesNotContain("In force until", await TextAsync(Root + "/resolutions/2011-1-2"), StringComparison.Ordinal);
        await TextAsync(Root + "/resolutions/2011-1-3", HttpStatusCode.NotFound);

        var bylaws = await TextAsync(Root + "/bylaws");
        Assert.Matches("<del><span class=\"mark\">Removed: ?</span>Copenhagen</del><ins><span class=\"mark\">Added: ?</span>Amsterdam</ins>", bylaws);
        Assert.Contains("by 2011/1/2", bylaws, StringComparison.Ordinal);
        var markdown = await TextAsync($"/a/{_hall.Meeting.Id}/bylaws.md");
        Assert.Contains("Its seat is in Amsterdam.", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", await TextAsync($"/a/{_hall.Meeting.Id}/resolutions.md"), StringComparison.Ordinal);

        // Who voted how, where that is published, and never where totals alone are.
        Assert.Contains("M002", await TextAsync(Root + "/results/1"), StringComparison.Ordinal);
        var figures = await TextAsync(Root + "/results/3");
        Assert.Contains("Totals alone", figures, StringComparison.Ordinal);
        Assert.DoesNotContain("M002", figures, StringComparison.Ordinal);
        Assert.DoesNotContain("M002", await TextAsync(Root + "/results/3.json") + await TextAsync(Root + "/results/3.csv"), StringComparison.Ordinal);
        Assert.NotEqual(default, totals);

        var planned = Assert.Single(A_calendar_feed.Read(await TextAsync(Root + "/calendar.ics")));
        Assert.Equal(("20260801T160000Z", "0"), (planned["DTSTART"], planned["SEQUENCE"]));
        var later = Guid.NewGuid();
        await Meeting.DoAsync(_hall.Meeting.Secretariat, "plenary.plan", new { plenary = later, number = 2, venue = "A, B; C", starts = "2026-08-02T16:00:00Z", ends = "2026-08-02T23:00:00Z" });
        await Meeting.DoAsync(_hall.Meeting.Secretariat, "plenary.plan", new { plenary = later, number = 2, venue = "A, B; C", starts = "2026-08-02T17:00:00Z", ends = "2026-08-02T23:00:00Z" });
        await EventuallyAsync(async () => A_calendar_feed.Read(await TextAsync(Root + "/calendar.ics")) is [_, var moved] && moved["SEQUENCE"] == "1" && moved["DTSTART"] == "20260802T170000Z" && moved["UID"].StartsWith(later.ToString(), StringComparison.Ordinal));
        var session = Guid.NewGuid();
        foreach (var ends in new[] { "2026-08-03T10:00:00Z", "2026-08-03T11:00:00Z" })
            await Meeting.DoAsync(_hall.Meeting.Secretariat, "session.plan", new { session, title = "Workshop", starts = "2026-08-03T09:00:00Z", ends, facilitators = Array.Empty<Guid>() });
        await EventuallyAsync(async () => A_calendar_feed.Read(await TextAsync(Root + "/calendar.ics")) is [_, _, var held]
            && held["UID"] == $"{session}@sessions.{_hall.Meeting.Id}" && (held["SEQUENCE"], held["DTEND"]) == ("1", "20260803T110000Z") && held["SUMMARY"].StartsWith("Workshop", StringComparison.Ordinal));

        foreach (var (file, expected) in new[] { ("resolutions.pdf", "A second paragraph."), ("bylaws.pdf", "Amsterdam") })
        {
            var pdf = await _stranger.GetByteArrayAsync($"/a/{_hall.Meeting.Id}/{file}");
            Assert.Contains("<pdfaid:part>2</pdfaid:part>", Encoding.UTF8.GetString(pdf), StringComparison.Ordinal);
            Assert.Contains(expected, await RunningPress.TextOfAsync(pdf), StringComparison.Ordinal);
            Assert.Contains("#eval", await RunningPress.TextOfAsync(pdf), StringComparison.Ordinal);
        }

        await Meeting.DoAsync(_hall.Meeting.Secretariat, "site.withdraw", new { parts = new[] { "resolutions", "bylaws" } });
        Assert.Equal(unknown, await TextAsync(Root + "/resolutions", HttpStatusCode.NotFound));
        Assert.Equal(unknown, await TextAsync(Root + "/resolutions/2011-1-1", HttpStatusCode.NotFound));
        await TextAsync($"/a/{_hall.Meeting.Id}/bylaws.pdf", HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task is_asked_for_again_only_where_it_has_changed()
    {
        await Meeting.DoAsync(_hall.Meeting.Secretariat, "site.publish", new { parts = new[] { "agenda" } });
        using var first = await _stranger.GetAsync(Root + "/agenda");
        Assert.Equal("public, no-cache", first.Headers.GetValues("Cache-Control").Single());
        Assert.Contains("script-src 'self'", first.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", await first.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("style=", await first.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.NotModified, await AgainAsync(first.Headers.ETag!));
        await Meeting.DoAsync(_hall.Meeting.Secretariat, "agenda.add", new { item = Guid.NewGuid(), title = "Another", plenary = _hall.Plenary });
        await EventuallyAsync(async () => await AgainAsync(first.Headers.ETag!) == HttpStatusCode.OK);
        await Meeting.DoAsync(_hall.Meeting.Secretariat, "site.withdraw", new { parts = new[] { "agenda" } });
        Assert.Equal(HttpStatusCode.NotFound, await AgainAsync(first.Headers.ETag!));
    }

    [Fact]
    public async Task takes_bylaws_from_the_secretariat_alone()
    {
        using var content = new StringContent("# 1 One\nText.");
        Assert.Equal(HttpStatusCode.Forbidden, (await _stranger.PutAsync($"/a/{_hall.Meeting.Id}/bylaws?title=x", content)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _hall.Meeting.GetAsync($"/a/{_hall.Meeting.Id}/bylaws.json")).Status);
        await LayDownAsync("# 1 One\nText.");
        Assert.Equal(HttpStatusCode.OK, (await _hall.Meeting.GetAsync($"/a/{_hall.Meeting.Id}/bylaws.json", _hall.Voters[0].Cookies)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await _hall.Meeting.GetAsync($"/a/{_hall.Meeting.Id}/bylaws.pdf", _hall.Voters[0].Cookies)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _stranger.GetAsync($"/a/{_hall.Meeting.Id}/bylaws.json")).StatusCode);
    }

    private async Task<HttpStatusCode> AgainAsync(EntityTagHeaderValue tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Root + "/agenda") { Headers = { IfNoneMatch = { tag } } };
        using var answer = await _stranger.SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task EventuallyAsync(Func<Task<bool>> so)
    {
        for (var patience = 0; patience < 100; patience++)
        {
            if (await so())
                return;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        Assert.Fail("It did not come to it within ten seconds.");
    }

    private Task LayDownAsync(string text) => Meeting.DoAsync(_hall.Meeting.Secretariat, "bylaws.take", new { title = "Bylaws of March", text });

    private async Task CarryAsync(string decision, string title, string text, object? bylaws = null)
    {
        var motion = Guid.NewGuid();
        await Meeting.DoAsync(_hall.Voters[0].Client, "motion.submit", bylaws is null ? new { motion, title, text, decision } : new { motion, title, text, decision, bylaws });
        await Meeting.DoAsync(_hall.Chair.Client, "motion.put", new { motion });
        await Meeting.DoAsync(_hall.Voters[1].Client, "motion.second", new { motion });
        var ballot = Guid.NewGuid();
        await Meeting.DoAsync(_hall.Chair.Client, "ballot.open", new { ballot, method = "phones", motion });
        await CastAsync(new(ballot));
    }

    private async Task<BallotId> VoteAsync(string disclosure)
    {
        var ballot = Guid.NewGuid();
        await Meeting.DoAsync(_hall.Chair.Client, "ballot.open", new { ballot, method = "phones", title = "Question", decision = "motion", disclosure });
        await CastAsync(new(ballot));
        return new(ballot);
    }

    private async Task CastAsync(BallotId ballot)
    {
        foreach (var voter in _hall.Voters.Take(3))
            await Meeting.DoAsync(voter.Client, "ballot.cast", new { ballot = ballot.Value, option = "for", number = 1 });
        await _hall.FinishAsync(ballot);
    }

    private async Task<string> TextAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await _stranger.GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(expected == answer.StatusCode, $"{path}: {answer.StatusCode} {text}");
        return text;
    }
}

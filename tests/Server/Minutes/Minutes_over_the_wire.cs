using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Ifmsa.Assembly.Harness;
using Ifmsa.Assembly.Server.Tests.Documents;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Minutes;

/// <summary>Minutes on their way, asked of the real program by everybody who has to do with them.</summary>
public sealed class Minutes_over_the_wire : IAsyncLifetime
{
    private const string Csv = "name,short_name,country,region,status,standing,previous_rights\nUne,One,France,Europe,full,good,yes\nDos,Two,Spain,Europe,full,good,yes\nAlte,Lapsed,Iceland,Europe,full,good,no\n";
    private const string Hostile = "<script>alert(1)</script> & \"O'Hara\"";

    private readonly ServerProcess _server = new();
    private readonly Guid _plenary = Guid.NewGuid();
    private readonly Guid _unnamed = Guid.NewGuid();
    private Harness.Meeting _meeting = null!;
    private Phone _chair = null!;
    private Phone _desk = null!;
    private Phone _secretary = null!;
    private Phone _assistant = null!;
    private IReadOnlyList<Phone> _delegates = [];

    public async ValueTask InitializeAsync()
    {
        await _server.StartAsync(["--Floor:CommandBurst=2000", "--Floor:CommandsPerSecond=500"]);
        _meeting = await Harness.Meeting.CreateAsync(_server.Address, await _server.FirstSecretAsync(), Csv, ServerProcess.Swift);
        (_chair, _desk) = (await _meeting.EnrolAsync(Hostile, "chair"), await _meeting.EnrolAsync("王小明", "desk"));
        (_secretary, _assistant) = (await _meeting.EnrolAsync("محمد عبد الرحمن", "secretary"), await _meeting.EnrolAsync("प्रिया शर्मा", "assistant"));
        foreach (var name in SamplePapers.NamesOfManyScripts)
            await Do(_meeting.Secretariat, "participant.enroll", new { participant = Guid.NewGuid(), name, duties = new[] { "officer" } });
        // Somebody is in the minutes whose name nobody knows.
        await Do(_meeting.Secretariat, "delegation.seat", new { seats = new[] { new { participant = _unnamed, member = _meeting.Members["One"], seat = 2 } } });
        await Do(_meeting.Secretariat, "duty.give", new { participant = _unnamed, duty = "officer" });
        _delegates = await _meeting.SeatAsync(["One", "Two", "Lapsed"]);
        await PlanAsync(_plenary, 1);
        await Do(_meeting.Secretariat, "agenda.add", new { item = Guid.NewGuid(), title = "Opening " + Hostile, plenary = _plenary });
        await Do(_chair.Client, "chair.assume", new { });
        await SitAsync(_plenary, present: 2);
        await Do(_chair.Client, "item.next", new { });
        await Do(_chair.Client, "plenary.recess", new { until = DateTimeOffset.UtcNow.AddMinutes(15) });
        await Do(_chair.Client, "plenary.resume", new { });
    }

    public async ValueTask DisposeAsync()
    {
        await _meeting.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task lose_no_words_where_two_write_at_once()
    {
        var (line, text) = await LineAsync("interrupted");
        await RefusedAsync(_secretary, "minutes.reword", Reword(line, 0, text + " 7"), "minutes.figures");
        await RefusedAsync(_secretary, "minutes.reword", Reword(line, 0, "The plenary was interrupted."), "minutes.figures");
        await Do(_secretary.Client, "minutes.reword", Reword(line, 0, "With thanks to the hosts: " + text));
        // The other one wrote upon what stood before.
        await RefusedAsync(_assistant, "minutes.reword", Reword(line, 0, "Before lunch: " + text), "minutes.reworded-meanwhile");
        var board = await _assistant.Client.UntilAsync("minutes", found => (int?)found["entries"]![Key(line)]!["revision"] == 1);
        Assert.Equal((text, "With thanks to the hosts: " + text), ((string?)board["entries"]![Key(line)]!["own"], (string?)board["entries"]![Key(line)]!["text"]));
        await Do(_assistant.Client, "minutes.reword", Reword(line, 1, "Before lunch, with thanks to the hosts: " + text));
        await Do(_secretary.Client, "minutes.restore", new { plenary = _plenary, sequence = line, revision = 2 });
        board = await _assistant.Client.UntilAsync("minutes", found => (int?)found["entries"]![Key(line)]!["revision"] == 3);
        Assert.Equal(text, (string?)board["entries"]![Key(line)]!["text"]);
        Assert.Null(board["entries"]![Key(line)]!["own"]);
    }

    [Fact]
    public async Task keep_what_was_counted_as_the_journal_has_it()
    {
        var (opening, text) = await LineAsync("present");
        await RefusedAsync(_secretary, "minutes.reword", Reword(opening, 0, text), "minutes.generated");
        await RefusedAsync(_secretary, "minutes.reword", Reword(2, 0, "Nothing is told of this entry."), "minutes.no-such-line");
        await RefusedAsync(_delegates[0], "minutes.reword", Reword(opening, 0, text), "act.not-yours");
    }

    [Fact]
    public async Task go_from_the_draft_to_the_public_and_cite_one_hash()
    {
        var (line, text) = await LineAsync("interrupted");
        var (opening, _) = await LineAsync("present");
        await RefusedAsync(_secretary, "minutes.review", new { plenary = _plenary }, "minutes.none-to");
        await Do(_chair.Client, "plenary.adjourn", new { });
        await Do(_secretary.Client, "minutes.reword", Reword(line, 0, "<b>Bold</b>: " + text));
        await Do(_secretary.Client, "minutes.review", new { plenary = _plenary });
        Assert.Equal(HttpStatusCode.Forbidden, (await _meeting.GetAsync(Of("html"), _delegates[0].Cookies)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await _meeting.GetAsync(Of("json"), _secretary.Cookies)).Status);

        // Delegates without a name are warned of, one by one.
        var view = JsonNode.Parse((await _meeting.GetAsync($"/a/{_meeting.Id}/minutes/{_plenary}/view", _secretary.Cookies)).Body)!;
        var warnings = view["warnings"]!.AsObject().Select(row => row.Key).ToArray();
        Assert.NotEmpty(warnings);
        await RefusedAsync(_secretary, "minutes.circulate", new { plenary = _plenary, words = Guid.NewGuid(), confirmed = warnings.Skip(1) }, "minutes.warnings");
        // No phone points to them before.
        Assert.Null(_delegates[0].Client.Board("plenary")!["plenaries"]![_plenary.ToString()]!["minutes"]);
        await Do(_secretary.Client, "minutes.circulate", new { plenary = _plenary, words = Guid.NewGuid(), confirmed = warnings });
        await _delegates[0].Client.UntilAsync("plenary", board => (string?)board["plenaries"]![_plenary.ToString()]!["minutes"] == "circulated");
        await RefusedAsync(_secretary, "minutes.remark", new { sequence = line, remark = Guid.NewGuid(), text = "Too late." }, "minutes.are");

        var circulated = (await _meeting.GetAsync(Of("json"), _delegates[0].Cookies)).Body;
        var (good, wrong, remark) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await RefusedAsync(_delegates[0], "minutes.propose-correction", Correct(wrong, line, "wording", "A recess of 99 minutes."), "minutes.figures");
        await RefusedAsync(_delegates[0], "minutes.propose-correction", Correct(wrong, opening, "wording", "The plenary was opened."), "minutes.generated");
        await RefusedAsync(_delegates[0], "minutes.propose-correction", Correct(wrong, 1, "wording", "What is not in them."), "minutes.no-such-line");
        await Do(_delegates[0].Client, "minutes.propose-correction", Correct(good, line, "wording", "After the debate: " + text));
        await Do(_delegates[1].Client, "minutes.propose-correction", Correct(remark, opening, "remark", $"Two arrived late. {Hostile}"));
        var (asked, form) = await FormAsync(line, null);
        Assert.Equal(HttpStatusCode.OK, asked);
        Assert.Contains("A recess of 99 minutes. &lt;i&gt;", (await FormAsync(line, "A recess of 99 minutes. <i>")).Page, StringComparison.Ordinal);
        Assert.Contains("Figures stay as the journal has them", (await FormAsync(line, "A recess of 99 minutes.")).Page, StringComparison.Ordinal);
        foreach (var kind in new[] { "bogus", "", "Wording" })
            Assert.Equal(HttpStatusCode.BadRequest, (await FormAsync(line, "Once more: " + text, kind)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await FormAsync(line, "Once more: " + text)).Status);
        Assert.Contains("<textarea", form, StringComparison.Ordinal);
        var board = await _secretary.Client.UntilAsync("minuting", found => found["plenaries"]![_plenary.ToString()]!["order"]!.AsArray().Count == 3);
        var byForm = (string)board["plenaries"]![_plenary.ToString()]!["order"]![2]!;
        await RefusedAsync(_secretary, "minutes.put", new { plenary = _plenary, words = Guid.NewGuid() }, "minutes.corrections-wait");
        // A delegation sees what has become of its own, and nobody else's.
        Assert.Contains("Your correction 1 waits for the secretary", await ReadAsync(_delegates[0]), StringComparison.Ordinal);
        Assert.DoesNotContain("Your correction 2", await ReadAsync(_delegates[0]), StringComparison.Ordinal);
        foreach (var correction in new[] { good, remark })
            await Do(_secretary.Client, "minutes.settle-correction", new { correction, phase = "takenUp" });
        await RefusedAsync(_secretary, "minutes.settle-correction", new { correction = byForm, phase = "takenUp" }, "minutes.line-corrected");
        await Do(_secretary.Client, "minutes.settle-correction", new { correction = byForm, phase = "left" });

        var members = await ReadAsync(_delegates[0]);
        Assert.Contains("Your correction 1 was taken up", members, StringComparison.Ordinal);
        Assert.Contains("Your correction 3 was left out", members, StringComparison.Ordinal);
        Assert.Contains("After the debate:", members, StringComparison.Ordinal);
        Assert.Contains("<ins>", members, StringComparison.Ordinal);
        Assert.Contains("Noted on the proposal of \u2068Two\u2069.", WebUtility.HtmlDecode(members), StringComparison.Ordinal);
        Assert.Contains($"id=\"e{line}\"", members, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", members, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", members, StringComparison.Ordinal);

        await Do(_secretary.Client, "minutes.put", new { plenary = _plenary, words = Guid.NewGuid() });
        var put = (await _meeting.GetAsync(Of("json"), _delegates[0].Cookies)).Body;
        Assert.NotEqual(circulated, put);
        var hash = Convert.ToHexStringLower(SHA256.HashData(put));
        Assert.Equal(HttpStatusCode.NotFound, (await _meeting.GetAsync($"/public/{_meeting.Id}/minutes/1", new())).Status);

        var second = Guid.NewGuid();
        await PlanAsync(second, 2);
        await SitAsync(second, present: 3);
        // The chair is offered the vote, and the step as it stands opens it.
        var offered = await _chair.Client.UntilAsync("chair", board => Adoption(board) is not null);
        var (ballot, step) = (Guid.NewGuid(), (JsonObject)Adoption(offered)!["body"]!.DeepClone());
        Assert.Equal("Minutes of plenary 1", (string?)step["title"]);
        step[(string)Adoption(offered)!["newId"]!] = ballot.ToString();
        await Do(_chair.Client, "ballot.open", step);
        await _delegates[0].Client.CastAsync(new(ballot), "for");
        await Do(_chair.Client, "ballot.close", new { ballot });
        await _chair.Client.UntilAsync("ballot", board => (string?)board["current"]?["phase"] == "counted");
        await Do(_chair.Client, "ballot.declare", new { ballot });
        var told = await _secretary.Client.UntilAsync("minutes", board => board["entries"]!.AsObject().Any(row => ((string)row.Value!["text"]!).Contains(hash, StringComparison.Ordinal)));
        Assert.NotNull(told);
        await _chair.Client.UntilAsync("chair", board => Adoption(board) is null);
        Assert.Equal(HttpStatusCode.NotFound, (await _meeting.GetAsync($"/public/{_meeting.Id}/minutes/1.pdf", new())).Status);
        await Do(_secretary.Client, "minutes.publish", new { plenary = _plenary });

        Assert.Equal(put, (await _meeting.GetAsync($"/public/{_meeting.Id}/minutes/1.json", new())).Body);
        var page = Encoding.UTF8.GetString((await _meeting.GetAsync($"/public/{_meeting.Id}/minutes/1", new())).Body);
        Assert.Contains(hash, page, StringComparison.Ordinal);
        Assert.All(SamplePapers.NamesOfManyScripts, name => Assert.Contains(WebUtility.HtmlDecode(name), WebUtility.HtmlDecode(page), StringComparison.Ordinal));
        Assert.DoesNotContain("<del>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        var plain = Encoding.UTF8.GetString((await _meeting.GetAsync($"/public/{_meeting.Id}/minutes/1.md", new())).Body);
        Assert.DoesNotContain("<script", plain.Replace("\\<", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("After the debate", plain, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await _meeting.GetAsync($"/public/{_meeting.Id}/minutes/1.pdf?standard=x-1", new())).Status);
        foreach (var (query, mark) in new[] { ("", "<pdfaid:part>2</pdfaid:part>"), ("?standard=ua-1", "<pdfuaid:part>1</pdfuaid:part>") })
        {
            foreach (var address in new[] { $"/public/{_meeting.Id}/minutes/1.pdf", $"/public/{_meeting.Id}/minutes.pdf", $"/a/{_meeting.Id}/minutes.pdf" })
            {
                var (status, pdf) = await _meeting.GetAsync(address + query);
                Assert.True(status == HttpStatusCode.OK, Encoding.UTF8.GetString(pdf));
                Assert.Contains(mark, Encoding.UTF8.GetString(pdf), StringComparison.Ordinal);
                var (code, said) = await RunningPress.RunAsync("qpdf", pdf, "--check", "FILE");
                Assert.True(code == 0, said);
                var words = await RunningPress.TextOfAsync(pdf);
                Assert.All(SamplePapers.NamesOfManyScripts, name => Assert.Contains(name, words, StringComparison.Ordinal));
            }
        }
        Assert.Equal(HttpStatusCode.Forbidden, (await _meeting.GetAsync($"/a/{_meeting.Id}/minutes.pdf", _delegates[0].Cookies)).Status);
    }

    [Fact]
    public async Task are_adopted_by_the_next_assembly_where_its_vote_cites_their_hash()
    {
        await Do(_chair.Client, "plenary.adjourn", new { });
        await Do(_secretary.Client, "minutes.review", new { plenary = _plenary });
        var warnings = JsonNode.Parse((await _meeting.GetAsync($"/a/{_meeting.Id}/minutes/{_plenary}/view", _secretary.Cookies)).Body)!["warnings"]!.AsObject().Select(row => row.Key);
        await Do(_secretary.Client, "minutes.circulate", new { plenary = _plenary, words = Guid.NewGuid(), confirmed = warnings });
        await using var next = await _meeting.AnotherAsync(Csv, "March Meeting");
        var (chair, secretary, desk) = (await next.EnrolAsync("Chair", "chair"), await next.EnrolAsync("Secretary", "secretary"), await next.EnrolAsync("Desk", "desk"));
        var phones = await next.SeatAsync(["One", "Two"]);
        var hash = Convert.ToHexStringLower(SHA256.HashData((await _meeting.GetAsync(Of("json"), _secretary.Cookies)).Body));
        // Whatever it is called by hand, an assembly of this installation has its own name.
        object cited = new { assembly = _meeting.Id, name = "Some other assembly", plenary = _plenary, number = 1, sha256 = hash };
        Assert.Equal("minutes.not-put-there", (await secretary.Client.SubmitAsync("minutes.present", cited)).Refusal?.Code);
        await Do(_secretary.Client, "minutes.put", new { plenary = _plenary, words = Guid.NewGuid() });
        Assert.Equal("minutes.not-put-there", (await secretary.Client.SubmitAsync("minutes.present", new { assembly = _meeting.Id, name = "August Meeting", plenary = _plenary, number = 1, sha256 = new string('a', 64) })).Refusal?.Code);
        await Do(secretary.Client, "minutes.present", cited);
        var (plenary, ballot) = (Guid.NewGuid(), Guid.NewGuid());
        object recorded = new { plenary = _plenary, assembly = next.Id, name = "The United Nations", sha256 = hash, ballot };
        await RefusedAsync(_secretary, "minutes.record-adoption", recorded, "minutes.not-adopted-there");
        await Do(next.Secretariat, "plenary.plan", new { plenary, number = 1, venue = "Hall", starts = DateTimeOffset.UtcNow, ends = DateTimeOffset.UtcNow.AddHours(2) });
        await Do(chair.Client, "chair.assume", new { });
        await Do(chair.Client, "plenary.call-roll", new { plenary });
        foreach (var phone in phones)
            await Do(desk.Client, "card.give", new { member = phone.MemberId, to = phone.Participant });
        await Do(chair.Client, "plenary.open", new { });
        await IsOfferedAsync("Minutes of plenary 1 of August Meeting");
        await Do(chair.Client, "ballot.open", new { ballot, method = "phones", title = "Minutes of the August Meeting", decision = "minutes" });
        await phones[0].Client.CastAsync(new(ballot), "for");
        await Do(chair.Client, "ballot.close", new { ballot });
        await RefusedAsync(_secretary, "minutes.record-adoption", recorded, "minutes.not-adopted-there");
        await chair.Client.UntilAsync("ballot", board => (string?)board["current"]?["phase"] == "counted");
        await Do(chair.Client, "ballot.declare", new { ballot });
        await Do(_secretary.Client, "minutes.record-adoption", recorded);
        await Do(_secretary.Client, "minutes.publish", new { plenary = _plenary });
        Assert.Contains("March Meeting", Encoding.UTF8.GetString((await _meeting.GetAsync($"/public/{_meeting.Id}/minutes/1", new())).Body), StringComparison.Ordinal);

        // However long its name, another assembly's minutes never look like one's own; and a settled motion does not stand in their way.
        await Do(secretary.Client, "minutes.present", new { assembly = Guid.NewGuid(), name = new string('N', 200), plenary = Guid.NewGuid(), number = 2, sha256 = new string('a', 64) });
        await IsOfferedAsync($"Minutes of plenary 2 of {new string('N', 149)}…");
        var motion = Guid.NewGuid();
        await Do(phones[0].Client, "motion.submit", new { motion, title = "Motion", text = "Text.", decision = "motion" });
        await Do(chair.Client, "motion.put", new { motion });
        await chair.Client.UntilAsync("chair", board => Adoption(board) is null);
        await Do(phones[0].Client, "motion.withdraw", new { motion });
        await IsOfferedAsync($"Minutes of plenary 2 of {new string('N', 149)}…");

        Task IsOfferedAsync(string title) => chair.Client.UntilAsync("chair", board => (string?)Adoption(board)?["body"]!["title"] == title);
    }

    /// <summary>The form for a line as the first delegate opens it, or what comes of sending it.</summary>
    private async Task<(HttpStatusCode Status, string Page)> FormAsync(long line, string? text, string kind = "wording")
    {
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = _delegates[0].Cookies, AllowAutoRedirect = false });
        var address = new Uri(_server.Address, $"/a/{_meeting.Id}/minutes/{_plenary}/lines/{line}");
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal) { ["correction"] = Guid.NewGuid().ToString(), ["kind"] = kind, ["text"] = text ?? "" });
        using var answer = text is null ? await http.GetAsync(address) : await http.PostAsync(address, content);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<string> ReadAsync(Phone reader) => Encoding.UTF8.GetString((await _meeting.GetAsync(Of("html"), reader.Cookies)).Body);

    private string Of(string form) => $"/a/{_meeting.Id}/minutes/{_plenary}.{form}";

    private object Reword(long sequence, int revision, string text) => new { plenary = _plenary, sequence, revision, words = Guid.NewGuid(), text };

    private object Correct(Guid correction, long sequence, string kind, string text) => new { correction, plenary = _plenary, sequence, kind, words = Guid.NewGuid(), text };

    /// <summary>The step that opens the vote on minutes, among those the chair is offered.</summary>
    private static JsonNode? Adoption(JsonObject chair) => chair["also"]!.AsArray().FirstOrDefault(step => (string?)step!["body"]!["decision"] == "minutes");

    private static string Key(long sequence) => sequence.ToString(CultureInfo.InvariantCulture);

    private static Task Do(FloorClient client, string kind, object body) => Harness.Meeting.DoAsync(client, kind, body);

    private static async Task RefusedAsync(Phone by, string kind, object body, string code) => Assert.Equal(code, (await by.Client.SubmitAsync(kind, body)).Refusal?.Code);

    private Task PlanAsync(Guid plenary, int number) =>
        Do(_meeting.Secretariat, "plenary.plan", new { plenary, number, venue = "Hall", starts = DateTimeOffset.UtcNow, ends = DateTimeOffset.UtcNow.AddHours(2) });

    private async Task SitAsync(Guid plenary, int present)
    {
        await Do(_chair.Client, "plenary.call-roll", new { plenary });
        foreach (var phone in _delegates.Take(present))
            await Do(_desk.Client, "card.give", new { member = phone.MemberId, to = phone.Participant });
        await Do(_chair.Client, "plenary.open", new { });
    }

    private async Task<(long Line, string Text)> LineAsync(string word)
    {
        var board = await _secretary.Client.UntilAsync("minutes", found => found["entries"]!.AsObject().Any(row => ((string)row.Value!["text"]!).Contains(word, StringComparison.Ordinal)));
        var (key, value) = board["entries"]!.AsObject().First(row => ((string)row.Value!["text"]!).Contains(word, StringComparison.Ordinal));
        return (long.Parse(key, CultureInfo.InvariantCulture), (string)value!["text"]!);
    }
}

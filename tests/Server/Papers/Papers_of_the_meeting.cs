using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ifmsa.Assembly.Harness;
using Ifmsa.Assembly.Server.Documents;
using Ifmsa.Assembly.Server.Tests.Documents;
using Ifmsa.Assembly.Server.Tests.OnTheFloor;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Papers;

/// <summary>Badges, cards, roll, ballots, agenda and candidates asked of the real program.</summary>
[Collection(RunningHall.Name)]
public sealed class Papers_of_the_meeting : IAsyncLifetime
{
    private readonly RunningHall _hall = new(6);

    public ValueTask InitializeAsync() => _hall.InitializeAsync();

    public ValueTask DisposeAsync() => _hall.DisposeAsync();

    [Fact]
    public async Task are_printed_for_secretariat_and_desk_and_nobody_else()
    {
        await Meeting.DoAsync(_hall.Meeting.Secretariat, "participant.enroll", new { participant = Guid.NewGuid(), name = "Nəzrin #eval(\"1\") 王小明", duties = new[] { "official" } });
        await Meeting.DoAsync(_hall.Meeting.Secretariat, "agenda.add", new { item = Guid.NewGuid(), title = "Opening $x$", plenary = _hall.Plenary });
        var election = Guid.NewGuid();
        await Meeting.DoAsync(_hall.Chair.Client, "election.open", new { election, title = "Treasurer", decision = "election" });
        await Meeting.DoAsync(_hall.Chair.Client, "election.nominate", new { election, participant = _hall.Officer.Participant });
        foreach (var (path, pages, said) in new[]
        {
            ("badges.pdf?layout=2x4", 4, "#eval(\"1\")"), ("badges.pdf?layout=3x8", 2, "Found?"), ("voting-cards.pdf", 2, "M001"), ("placards.pdf?size=a3", 6, "M006"), ("roll.pdf", 1, "Quorum"),
            ("ballots.pdf?question=Shall+it+be%3F&count=9&first=101", 3, "Shall it be?"), ("agenda.pdf", 1, "Opening $x$"), ("candidates.pdf", 1, "Officer"), ($"ballots.pdf?election={election}&count=1", 1, "Treasurer"),
        })
        {
            var (status, pdf) = await _hall.Meeting.GetAsync($"/a/{_hall.Meeting.Id}/papers/{path}");
            Assert.Equal((path, HttpStatusCode.OK), (path, status));
            Assert.Equal(0, (await RunningPress.RunAsync("qpdf", pdf, "--check", "FILE")).Code);
            Assert.Equal((path, pages.ToString(System.Globalization.CultureInfo.InvariantCulture)), (path, (await RunningPress.RunAsync("qpdf", pdf, "--show-npages", "FILE")).Output.Trim()));
            if (said != "Found?")
                Assert.Contains(said, Regex.Replace(await RunningPress.TextOfAsync(pdf), @"\s+", " "), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await _hall.Meeting.GetAsync($"/a/{_hall.Meeting.Id}/papers/{path}", _hall.Desk.Cookies)).Status);
            foreach (var (cookies, expected) in new[] { (_hall.Delegates[0].Cookies, HttpStatusCode.Forbidden), (_hall.Secretary.Cookies, HttpStatusCode.Forbidden), (new CookieContainer(), HttpStatusCode.Unauthorized) })
                Assert.Equal(expected, (await _hall.Meeting.GetAsync($"/a/{_hall.Meeting.Id}/papers/{path}", cookies)).Status);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await _hall.Meeting.GetAsync($"/a/{_hall.Meeting.Id}/papers/money.pdf")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await _hall.Meeting.GetAsync($"/a/{_hall.Meeting.Id}/papers/ballots.pdf")).Status);
    }

    [Fact]
    public async Task show_a_number_on_a_badges_face_and_a_code_that_lets_nobody_in_behind_it()
    {
        var (_, pdf) = await _hall.Meeting.GetAsync($"/a/{_hall.Meeting.Id}/papers/badges.pdf");
        var (_, face) = await RunningPress.RunAsync("pdftotext", pdf, "-f", "1", "-l", "1", "FILE", "-");
        // The screen is nobody and has no badge.
        Assert.Equal(["1", "2", "3", "4", "6", "7", "8", "9"], face.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => char.IsDigit(line[0])).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("Chair", face, StringComparison.Ordinal);
        var codes = new Server.Papers.AttendanceCodes(new Server.Hosting.DataSettings { Folder = Directory.CreateTempSubdirectory("badge").FullName });
        var code = codes.Of(_hall.Meeting.Id, _hall.Desk.Participant);
        Assert.Equal(code, codes.Of(_hall.Meeting.Id, _hall.Desk.Participant));
        Assert.NotEqual(code, codes.Of(new(Guid.NewGuid()), _hall.Desk.Participant));
        Assert.Equal(HttpStatusCode.NotFound, (await _hall.Meeting.PrintAsync("/j", new { code })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _hall.Meeting.PrintAsync("/j", new { code = code["badge:".Length..] })).Status);
    }

    [Fact]
    public async Task leave_out_the_erased()
    {
        var person = await _hall.Meeting.InviteAsync("Somebody", "official");
        var session = Guid.NewGuid();
        await Meeting.DoAsync(_hall.Meeting.Secretariat, "session.plan", new { session, title = "Workshop", starts = "2026-08-02T10:00:00Z", ends = "2026-08-02T11:00:00Z", facilitators = Array.Empty<Guid>() });
        Assert.Equal(11, await BadgesAsync());
        await Meeting.DoAsync(_hall.Meeting.Secretariat, "person.erase", new { participant = person.Participant });
        Assert.Equal(10, await BadgesAsync());
        var addresses = JsonNode.Parse((await _hall.Meeting.GetAsync($"/api/a/{_hall.Meeting.Id}/mail/addresses")).Body)!.AsArray();
        Assert.Equal(10, addresses.Count);
        // A badge that was printed before lets nobody be counted.
        var code = new Server.Papers.AttendanceCodes(new Server.Hosting.DataSettings { Folder = _hall.Server.Data }).Of(_hall.Meeting.Id, person.Participant);
        Assert.Equal(HttpStatusCode.NotFound, (await _hall.Meeting.PrintAsync($"/api/a/{_hall.Meeting.Id}/sessions/{session}/scan", new { code })).Status);

        async Task<int> BadgesAsync()
        {
            var (_, pdf) = await _hall.Meeting.GetAsync($"/a/{_hall.Meeting.Id}/papers/badges.pdf");
            var (_, words) = await RunningPress.RunAsync("pdftotext", pdf, "FILE", "-");
            // A number stands on the face and on the back.
            return words.Split('\n').Count(line => line.Length > 0 && line.All(char.IsAsciiDigit)) / 2;
        }
    }

    [Fact]
    public async Task find_a_badge_at_a_sessions_door()
    {
        var session = Guid.NewGuid();
        await Meeting.DoAsync(_hall.Meeting.Secretariat, "session.plan", new { session, title = "Workshop", starts = "2026-08-02T10:00:00Z", ends = "2026-08-02T11:00:00Z", facilitators = Array.Empty<Guid>() });
        // The code as the server makes it, with its own key.
        var codes = new Server.Papers.AttendanceCodes(new Server.Hosting.DataSettings { Folder = _hall.Server.Data });
        await _hall.Meeting.GetAsync($"/a/{_hall.Meeting.Id}/papers/badges.pdf");
        var path = $"/api/a/{_hall.Meeting.Id}/sessions/{session}/scan";
        var found = await _hall.Meeting.PostAsync(path, new { code = codes.Of(_hall.Meeting.Id, _hall.Officer.Participant) }, _hall.Desk.Cookies);
        Assert.Equal("Officer", (string)found["name"]!);
        Assert.Equal(HttpStatusCode.Conflict, (await _hall.Meeting.PrintAsync(path, new { code = codes.Of(_hall.Meeting.Id, _hall.Officer.Participant) })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _hall.Meeting.PrintAsync(path, new { code = "badge:AAAAAAAAAAAAAAAAAAAA" })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _hall.Meeting.PrintAsync(path, new { code = "" })).Status);
        await Assert.ThrowsAsync<InvalidOperationException>(() => _hall.Meeting.PostAsync(path, new { code = "x" }, _hall.Delegates[0].Cookies));
        var sessions = JsonNode.Parse((await _hall.Meeting.GetAsync($"/api/a/{_hall.Meeting.Id}/sessions")).Body)!.AsArray();
        Assert.Equal(1, (int)sessions[0]!["scanned"]!);
    }

    [Fact]
    public async Task say_that_no_mail_is_configured_and_try_without_sending()
    {
        var mail = $"/api/a/{_hall.Meeting.Id}/mail";
        Assert.False((bool)JsonNode.Parse((await _hall.Meeting.GetAsync(mail)).Body)!["configured"]!);
        var people = JsonNode.Parse((await _hall.Meeting.GetAsync(mail + "/addresses")).Body)!.AsArray();
        var person = people.First(each => (string?)each!["name"] == "Chair")!;
        var (bad, faults) = await _hall.Meeting.PrintTextAsync(mail + "/addresses/import", "badge,address\n1,chair@example.org\n9999,x@example.org\n2,not an address\n1,again@example.org\n");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bad);
        Assert.Equal([3, 4, 5], JsonNode.Parse(faults)!["faults"]!.AsArray().Select(fault => (int)fault!["line"]!));
        var (good, noted) = await _hall.Meeting.PrintTextAsync(mail + "/addresses/import", "short_name;seat;address\nM001;1;head@example.org\n");
        Assert.Equal((HttpStatusCode.OK, 1), (good, (int)JsonNode.Parse(noted)!["noted"]!));
        var plan = await _hall.Meeting.PostAsync(mail + "/invitations?dry", new { });
        // The head has a phone already; who has none has no address.
        Assert.Equal(0, (int)plan["letters"]!);
        var (refused, why) = await _hall.Meeting.PrintAsync(mail + "/invitations", new { });
        Assert.Equal(HttpStatusCode.Conflict, refused);
        Assert.Contains("mail.not-configured", System.Text.Encoding.UTF8.GetString(why), StringComparison.Ordinal);
        Assert.NotNull(person["badge"]);
    }
}

public sealed class A_template_of_ones_own
{
    [Fact]
    public async Task that_does_not_compile_is_named_and_the_shipped_one_used()
    {
        var folder = Directory.CreateTempSubdirectory("own-");
        Copy(new PressSettings().Templates, folder.FullName);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "documents", "agenda.typ"), "#import \"paper.typ\": *\n\n#nonsense()", RunningPress.Cancellation);
        await using var press = await RunningPress.StartAsync(new() { Templates = folder.FullName });

        var printed = Assert.IsType<PrintedPaper>(await press.PrintAsync(Template.Agenda, await AgendaAsync()));

        Assert.Equal("documents/agenda.typ:3: unknown variable: nonsense", printed.TemplateFault);
        Assert.Contains("Opening", await RunningPress.TextOfAsync(printed.Pdf.ToArray()), StringComparison.Ordinal);
        var fault = Assert.Single(press.Press.TemplateFaults);
        Assert.Equal(("documents/agenda", "documents/agenda.typ:3: unknown variable: nonsense"), (fault.Template, fault.Reason));

        // Mended, it is the organisation's own again.
        File.Copy(Path.Combine(new PressSettings().Templates, "documents", "agenda.typ"), Path.Combine(folder.FullName, "documents", "agenda.typ"), overwrite: true);
        Assert.Null(Assert.IsType<PrintedPaper>(await press.PrintAsync(Template.Agenda, await AgendaAsync())).TemplateFault);
        Assert.Empty(press.Press.TemplateFaults);
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("{ \"accent\": ", "JSON")]
    [InlineData("{}", "accent")]
    [InlineData("{ \"short\": \"X\", \"organisation\": \"X\", \"accent\": \"#000\", \"logo\": \"../../secret.svg\", \"signatures\": [{ \"role\": \"x\" }] }", "certificate")]
    public async Task may_have_a_broken_letterhead(string letterhead, string said)
    {
        var folder = Directory.CreateTempSubdirectory("own-");
        Copy(new PressSettings().Templates, folder.FullName);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "documents", "letterhead.json"), letterhead, RunningPress.Cancellation);
        await using var press = await RunningPress.StartAsync(new() { Templates = folder.FullName });
        var printed = Assert.IsType<PrintedPaper>(await press.PrintAsync(Template.Certificate, await CertificateAsync("Nəzrin Əliyeva")));
        Assert.Contains(said, printed.TemplateFault, StringComparison.Ordinal);
        Assert.Contains(".typ:", printed.TemplateFault, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task is_not_blamed_for_data_that_no_template_can_print()
    {
        await using var press = await RunningPress.StartAsync();
        var failure = Assert.IsType<PressFailure>(await press.PrintAsync(Template.Certificate, await CertificateAsync("𓂀")));
        Assert.Contains("𓂀", failure.Reason, StringComparison.Ordinal);
        Assert.Empty(press.Press.TemplateFaults);
    }

    [Theory]
    [InlineData("#eval(\"sys.version\")")]
    [InlineData("$ integral x $ *b* _i_ `c` @ref <label> // /*")]
    [InlineData("]#include \"paper.typ\"[")]
    [InlineData("{assembly} {name}")]
    public async Task prints_whatever_a_name_is_as_it_stands(string name)
    {
        await using var press = await RunningPress.StartAsync();
        var pdf = await press.PdfAsync(Template.Certificate, await CertificateAsync(name));
        Assert.Contains(name, Regex.Replace(await RunningPress.TextOfAsync(pdf), @"\s+", " "), StringComparison.Ordinal);
    }

    private static async Task<CertificatePaper> CertificateAsync(string name)
    {
        var words = await PaperWords.ReadAsync(new PressSettings(), "en", RunningPress.Cancellation);
        return new()
        {
            Language = "en", Words = words.Texts, Dated = new(2026, 8, 7, 12, 0, 0, TimeSpan.FromHours(2)), Assembly = "August Meeting", Dates = "1–7 August 2026", Venue = "Hall", Checked = "vote.example.org/certificates", Issued = "7 August 2026",
            Certificates = [new("Certificate of attendance", name, "has attended 5 of the 6 plenary sessions of {assembly}.", "7K3M9QXZ2ABCDEFG", QrCode.OfMany("https://vote.example.org/certificates/7K3M9QXZ2ABCDEFG"))],
        };
    }

    private static async Task<AgendaPaper> AgendaAsync()
    {
        var words = await PaperWords.ReadAsync(new PressSettings(), "en", RunningPress.Cancellation);
        return new() { Language = "en", Words = words.Texts, Dated = new(2026, 8, 7, 12, 0, 0, TimeSpan.Zero), Assembly = "August Meeting", Dates = "1–7 August 2026", Parts = [new("Plenary 1", "1 August 2026", [new("1", "Opening", 0)])] };
    }

    internal static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }
}

using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Ifmsa.Assembly.Harness;
using Ifmsa.Assembly.Server.Certificates;
using Ifmsa.Assembly.Server.Tests.Documents;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Certificates;

/// <summary>The real program: a thousand people are certified, printing is stopped, the server is killed, and the papers are the same.</summary>
public sealed class A_run_of_certificates : IAsyncDisposable
{
    private const int People = 1_000;

    private static readonly string[] Names =
    [
        "Nəzrin Əliyeva", "محمد عبد الله", "דוד כהן", "王小明", "山田 太郎", "प्रिया शर्मा", "สมชาย ใจดี", "Nguyễn Thị Minh Khai", "#eval(\"1+1\") $x$ *bold* {assembly}", "<script>alert(1)</script>",
    ];

    private readonly ServerProcess _server = new();
    private readonly CookieContainer _cookies = new();
    private readonly List<Meeting> _meetings = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        foreach (var meeting in _meetings)
            await meeting.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task gives_the_same_papers_after_it_was_stopped_and_after_a_crash()
    {
        var meeting = await OpenAsync(People);
        var group = $"/api/a/{meeting.Id}/certificates";
        var preview = JsonNode.Parse((await meeting.GetAsync(group + "/preview?kind=office")).Body)!.AsArray();
        Assert.Equal(People, preview.Count);
        var made = await meeting.PostAsync(group + "/issue", new { kinds = new[] { "office" } });
        Assert.Equal(People, (int)made["certificates"]!);
        var pdf = $"{group}/runs/{made["run"]}/pdf";

        Assert.Equal("printing", (string)(await meeting.PostAsync(pdf, new { }))["state"]!);
        using (var http = new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies }))
        {
            using var signedOut = await http.DeleteAsync(new Uri(_server.Address, pdf), Cancellation);
            Assert.Equal(HttpStatusCode.Forbidden, signedOut.StatusCode);
        }
        await Task.Delay(200, Cancellation);
        await _server.KillAsync();
        await _server.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await meeting.GetAsync(pdf)).Status);
        var (status, first) = await meeting.GetAsync($"{group}/runs/{made["run"]}/certificates.pdf");
        Assert.Equal(HttpStatusCode.OK, status);
        var look = JsonNode.Parse((await meeting.GetAsync(pdf)).Body)!;
        Assert.Equal(("done", People, People), ((string)look["state"]!, (int)look["done"]!, (int)look["total"]!));

        await _server.KillAsync();
        await _server.StartAsync();
        var (_, second) = await meeting.GetAsync($"{group}/runs/{made["run"]}/certificates.pdf");
        Assert.True(first.AsSpan().SequenceEqual(second), "the file is the same, byte for byte");
        var (code, pages) = await RunningPress.RunAsync("qpdf", first, "--show-npages", "FILE");
        Assert.Equal((0, People.ToString(CultureInfo.InvariantCulture)), (code, pages.Trim()));
        Assert.Equal(0, (await RunningPress.RunAsync("qpdf", first, "--check", "FILE")).Code);
        var text = await RunningPress.TextOfAsync(first);
        Assert.Contains("#eval(\"1+1\") $x$ *bold* {assembly}", text, StringComparison.Ordinal);
        Assert.Contains("has held office at August Meeting: Official.", text, StringComparison.Ordinal);
        // Nobody is left.
        Assert.Equal(HttpStatusCode.Conflict, (await meeting.PrintAsync(group + "/issue", new { kinds = new[] { "office" } })).Status);
    }

    [Fact]
    public async Task can_be_stopped_and_begun_again_and_taken_one_by_one()
    {
        var meeting = await OpenAsync(12);
        var group = $"/api/a/{meeting.Id}/certificates";
        var made = await meeting.PostAsync(group + "/issue", new { kinds = new[] { "office" } });
        var zip = $"{group}/runs/{made["run"]}/zip";
        await meeting.PostAsync(zip, new { });
        Assert.Equal("cancelled", (string)(await DeleteAsync(meeting, zip))["state"]!);
        Assert.NotEqual("cancelled", (string)(await meeting.PostAsync(zip, new { }))["state"]!);
        var (_, file) = await meeting.GetAsync($"{group}/runs/{made["run"]}/certificates.zip");
        using var folder = new ZipArchive(new MemoryStream(file));
        Assert.Equal(12, folder.Entries.Count);
        Assert.All(folder.Entries, entry => Assert.Matches("^certificate-[0-9A-Z]{4}(-[0-9A-Z]{4}){3}\\.pdf$", entry.Name));
    }

    [Fact]
    public async Task names_the_one_that_no_font_can_set_and_gives_the_others()
    {
        var meeting = await OpenAsync(4);
        // Egyptian hieroglyphs, which none of the fonts has: PDF/A allows no empty box in a name.
        await Meeting.DoAsync(meeting.Secretariat, "participant.enroll", new { participant = Guid.NewGuid(), name = "\U00013000\U00013001", duties = new[] { "official" } });
        var group = $"/api/a/{meeting.Id}/certificates";
        var made = await meeting.PostAsync(group + "/issue", new { kinds = new[] { "office" } });
        var issued = JsonNode.Parse((await meeting.GetAsync(group + "/issued")).Body)!.AsArray();
        var number = CertificateNumbers.Grouped((string)issued.Single(each => ((string)each!["name"]!).StartsWith('\ud80c'))!["number"]!);
        Assert.Equal(HttpStatusCode.InternalServerError, (await meeting.GetAsync($"{group}/runs/{made["run"]}/certificates.pdf")).Status);
        var look = JsonNode.Parse((await meeting.GetAsync($"{group}/runs/{made["run"]}/pdf")).Body)!;
        Assert.Equal("failed", (string)look["state"]!);
        Assert.StartsWith(number, (string)look["reason"]!, StringComparison.Ordinal);
        await meeting.PostAsync($"{group}/runs/{made["run"]}/zip", new { });
        using var folder = new ZipArchive(new MemoryStream((await meeting.GetAsync($"{group}/runs/{made["run"]}/certificates.zip")).Body));
        Assert.Equal(4, folder.Entries.Count(entry => entry.Name.EndsWith(".pdf", StringComparison.Ordinal)));
        using var list = new StreamReader(folder.GetEntry("not-printed.txt")!.Open());
        Assert.Equal($"{number}: its page cannot be set; a sign of the name or of the words is in no font.", (await list.ReadToEndAsync(Cancellation)).Trim());
        Assert.Equal(number, CertificateNumbers.Grouped((string)JsonNode.Parse((await meeting.GetAsync($"{group}/runs/{made["run"]}/zip")).Body)!["leftOut"]!.AsArray().Single()!["number"]!));
    }

    [Fact]
    public async Task is_looked_up_by_anybody_and_checked_without_the_server()
    {
        var meeting = await OpenAsync(4);
        var group = $"/api/a/{meeting.Id}/certificates";
        await meeting.PostAsync(group + "/issue", new { kinds = new[] { "office" } });
        var issued = JsonNode.Parse((await meeting.GetAsync(group + "/issued")).Body)!.AsArray();
        var numbers = issued.Select(each => (string)each!["number"]!).ToList();
        var valid = await PageAsync(numbers[0].ToLowerInvariant());
        Assert.Contains("This certificate is valid.", valid, StringComparison.Ordinal);
        Assert.Contains((string)issued[0]!["name"]!, WebUtility.HtmlDecode(valid), StringComparison.Ordinal);

        await meeting.PostAsync($"{group}/{numbers[1]}/revoke", new { reason = "Somebody <b>else</b> served." });
        var revoked = await PageAsync(CertificateNumbers.Grouped(numbers[1]));
        Assert.Contains("This certificate has been revoked.", revoked, StringComparison.Ordinal);
        Assert.Contains("Somebody &lt;b&gt;else&lt;/b&gt; served.", revoked, StringComparison.Ordinal);

        var person = (await meeting.GetAsync(group + "/preview?kind=office")).Body;
        var replaced = await meeting.PostAsync($"{group}/{numbers[2]}/replace", new { reason = "The name was misspelled." });
        Assert.NotNull(replaced["sequence"]);
        var page = await PageAsync(numbers[2]);
        Assert.Contains("has been replaced by another", page, StringComparison.Ordinal);
        var successor = JsonNode.Parse((await meeting.GetAsync(group + "/issued")).Body)!.AsArray().Select(each => (string)each!["number"]!).Except(numbers).Single();
        Assert.DoesNotContain(successor, page, StringComparison.Ordinal);
        Assert.Contains("is valid", await PageAsync(successor), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await meeting.PrintAsync($"{group}/{numbers[2]}/revoke", new { reason = "Again." })).Status);

        using var http = new HttpClient { BaseAddress = _server.Address };
        using var unknown = await http.GetAsync(new Uri("/certificates/0000-0000-0000-0000", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Contains("No certificate has this number.", await unknown.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", string.Concat(unknown.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);

        // A zip that was printed before an erasure is printed again after it.
        await meeting.GetAsync($"{group}/runs/{issued[0]!["run"]}/certificates.zip");
        // The words signed, from what anybody can read, with the key that anybody can fetch.
        await meeting.GetAsync($"{group}/runs/{issued[0]!["run"]}/certificates.pdf");
        var keys = JsonNode.Parse(await http.GetStringAsync(new Uri("/certificates/keys.json", UriKind.Relative), Cancellation))!["keys"]!.AsArray();
        var (number, signature) = await SignatureAsync(numbers[0]);
        var content = Encoding.UTF8.GetBytes(string.Join('\n', number, "office", "Official", "", (string)issued[0]!["name"]!, "August Meeting", "2011-08-01/2011-08-07", CopenhagenToday()));
        Assert.True(new CertificateText((string)keys[0]!["key"]!, content, signature).IsSignedWith((string)keys[0]!["spki"]!));
        // The private key is in no database and no backup.
        Assert.DoesNotContain("PRIVATE KEY", Encoding.Latin1.GetString(await ReadSharedAsync(_server.Database)), StringComparison.Ordinal);

        var saved = await http.GetStringAsync(new Uri("/certificates/check.html", UriKind.Relative), Cancellation);
        Assert.DoesNotContain("src=", saved, StringComparison.Ordinal);
        Assert.DoesNotContain("<link rel=\"stylesheet\"", saved, StringComparison.Ordinal);
        Assert.Contains("checkCertificate", saved, StringComparison.Ordinal);
        Assert.Contains((string)keys[0]!["key"]!, saved, StringComparison.Ordinal);
        Assert.NotEmpty(person);

        // An official's name is kept for the minutes, and for nothing else.
        var whose = JsonNode.Parse(person)!.AsArray().Single(each => (string?)each!["issued"] == numbers[0])!["participant"]!;
        await Meeting.DoAsync(meeting.Secretariat, "person.erase", new { participant = (string)whose! });
        Assert.DoesNotContain((string)issued[0]!["name"]!, WebUtility.HtmlDecode(await PageAsync(numbers[0])), StringComparison.Ordinal);
        Assert.DoesNotContain((string)issued[0]!["name"]!, string.Concat(JsonNode.Parse((await meeting.GetAsync(group + "/issued")).Body)!.AsArray().Select(each => (string?)each!["name"])), StringComparison.Ordinal);
        await meeting.PostAsync($"{group}/runs/{issued[0]!["run"]}/zip", new { });
        using var folder = new ZipArchive(new MemoryStream((await meeting.GetAsync($"{group}/runs/{issued[0]!["run"]}/certificates.zip")).Body));
        Assert.DoesNotContain(folder.Entries, entry => entry.Name.Contains(CertificateNumbers.Grouped(numbers[0]), StringComparison.Ordinal));
        while (await HasSignatureAsync(numbers[0]))
            await Task.Delay(50, Cancellation);
    }

    [Fact]
    public async Task is_looked_up_by_its_number_however_often_others_are_guessed()
    {
        var meeting = await OpenAsync(1);
        await meeting.PostAsync($"/api/a/{meeting.Id}/certificates/issue", new { kinds = new[] { "office" } });
        var number = (string)JsonNode.Parse((await meeting.GetAsync($"/api/a/{meeting.Id}/certificates/issued")).Body)![0]!["number"]!;
        using var http = new HttpClient { BaseAddress = _server.Address };
        var (unknown, known) = (new List<Task<HttpStatusCode>>(), new List<Task<HttpStatusCode>>());
        for (var each = 0; each < 400; each++)
        {
            unknown.Add(StatusAsync($"{each:D16}"));
            if (each % 10 == 0)
                known.Add(StatusAsync(number));
        }
        var guesses = await Task.WhenAll(unknown);
        Assert.Contains(HttpStatusCode.TooManyRequests, guesses);
        Assert.Contains(HttpStatusCode.NotFound, guesses);
        Assert.All(await Task.WhenAll(known), status => Assert.Equal(HttpStatusCode.OK, status));

        async Task<HttpStatusCode> StatusAsync(string asked)
        {
            using var answer = await http.GetAsync(new Uri($"/certificates/{asked}", UriKind.Relative), Cancellation);
            return answer.StatusCode;
        }
    }

    private async Task<Meeting> OpenAsync(int people)
    {
        await _server.StartAsync("--Floor:CommandBurst=20000", "--Floor:CommandsPerSecond=5000");
        var meeting = await Meeting.CreateAsync(_server.Address, await _server.FirstSecretAsync(), "name,short_name,country,region,status,standing,previous_rights\nOne,One,France,Europe,full,good,yes\n");
        _meetings.Add(meeting);
        foreach (var some in Enumerable.Range(0, people).Chunk(100))
            await Task.WhenAll(some.Select(each => Meeting.DoAsync(meeting.Secretariat, "participant.enroll", new { participant = Guid.NewGuid(), name = $"{Names[each % Names.Length]} {each}", duties = new[] { "official" } })));
        return meeting;
    }

    private async Task<string> PageAsync(string number)
    {
        using var http = new HttpClient { BaseAddress = _server.Address };
        return await http.GetStringAsync(new Uri($"/certificates/{number}", UriKind.Relative), Cancellation);
    }

    private async Task<(string Number, byte[] Signature)> SignatureAsync(string number)
    {
        await using var database = new SqliteConnection($"Data Source={_server.Database};Mode=ReadOnly");
        await database.OpenAsync(Cancellation);
        await using var command = database.CreateCommand();
        command.CommandText = "SELECT signature FROM certificate_signatures WHERE number = $number";
        command.Parameters.AddWithValue("$number", number);
        return (number, (byte[])(await command.ExecuteScalarAsync(Cancellation))!);
    }

    private async Task<bool> HasSignatureAsync(string number)
    {
        await using var database = new SqliteConnection($"Data Source={_server.Database};Mode=ReadOnly");
        await database.OpenAsync(Cancellation);
        await using var command = database.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM certificate_signatures WHERE number = $number";
        command.Parameters.AddWithValue("$number", number);
        return await command.ExecuteScalarAsync(Cancellation) is > 0L;
    }

    private static string CopenhagenToday() => TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen")).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<byte[]> ReadSharedAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var whole = new MemoryStream();
        await stream.CopyToAsync(whole, Cancellation);
        return whole.ToArray();
    }

    private static async Task<JsonNode> DeleteAsync(Meeting meeting, string path) => JsonNode.Parse((await meeting.DeleteAsync(path)).Body)!;
}

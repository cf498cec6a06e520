using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ifmsa.Assembly.Harness;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Mail;

/// <summary>The real program with a real mail server: invitations and certificates arrive, and it is known who did not get theirs.</summary>
public sealed partial class Letters_over_the_wire : IAsyncDisposable
{
    private readonly ServerProcess _server = new();
    private readonly LoopbackMailServer _mail = new() { OnRecipient = to => to.StartsWith("gone", StringComparison.Ordinal) ? "550 no such mailbox" : null };
    private Meeting? _meeting;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        if (_meeting is not null)
            await _meeting.DisposeAsync();
        await _server.DisposeAsync();
        await _mail.DisposeAsync();
    }

    [Fact]
    public async Task carry_codes_that_join_and_certificates_that_are_valid()
    {
        var settings = new[] { "--Mail:Host=127.0.0.1", $"--Mail:Port={_mail.Port.ToString(CultureInfo.InvariantCulture)}", "--Mail:Security=none", "--Mail:From=office@ifmsa.example", "--Mail:PauseSeconds=1" };
        await _server.StartAsync(settings);
        var meeting = _meeting = await Meeting.CreateAsync(_server.Address, await _server.FirstSecretAsync(), "name,short_name,country,region,status,standing,previous_rights\nOne,One,France,Europe,full,good,yes\n");
        foreach (var name in new[] { "Nəzrin", "Gone", "Without" })
            await Meeting.DoAsync(meeting.Secretariat, "participant.enroll", new { participant = Guid.NewGuid(), name, duties = new[] { "official" } });
        var mail = $"/api/a/{meeting.Id}/mail";
        Assert.Equal(HttpStatusCode.OK, (await meeting.PrintTextAsync(mail + "/addresses/import", "badge,address\n1,nazrin@example.org\n2,gone@example.org\n")).Status);

        var plan = await meeting.PostAsync(mail + "/invitations?dry", new { });
        Assert.Equal((2, 1), ((int)plan["letters"]!, plan["without"]!.AsArray().Count));
        Assert.Empty(_mail.Taken);
        await meeting.PostAsync(mail + "/invitations", new { });
        var report = await UntilAsync(meeting, mail, "invitations");
        Assert.Equal(("gone@example.org", "refused"), ((string)report["troubles"]![0]!["to"]!, (string)report["troubles"]![0]!["state"]!));
        var letter = TextOf(Assert.Single(_mail.Taken).Message);
        var secret = Link().Match(letter).Groups[1].Value;
        Assert.NotNull((await meeting.PostAsync("/j", new { code = secret }, new CookieContainer()))["assembly"]);

        var group = $"/api/a/{meeting.Id}/certificates";
        var run = (string)(await meeting.PostAsync(group + "/issue", new { kinds = new[] { "office" } }))["run"]!;
        Assert.Equal(2, (int)(await meeting.PostAsync($"{group}/runs/{run}/mail?dry", new { }))["letters"]!);
        await meeting.PostAsync($"{group}/runs/{run}/mail", new { });
        await UntilAsync(meeting, mail, $"certificates {run} office Official");
        // A second click sends nothing twice.
        Assert.Equal(0, (int)(await meeting.PostAsync($"{group}/runs/{run}/mail", new { }))["letters"]!);
        var certificate = _mail.Taken.Last();
        Assert.Equal("nazrin@example.org", certificate.To);
        Assert.Contains("filename=\"certificate-", certificate.Message, StringComparison.Ordinal);
        var pdf = Convert.FromBase64String(certificate.Message[(certificate.Message.LastIndexOf("base64\r\n\r\n", StringComparison.Ordinal) + 10)..certificate.Message.LastIndexOf("\r\n--", StringComparison.Ordinal)].Trim());
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(pdf[..5]), StringComparison.Ordinal);
        var (status, page) = await meeting.GetAsync(Number().Match(TextOf(certificate.Message)).Value, new CookieContainer());
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("is valid", Encoding.UTF8.GetString(page), StringComparison.Ordinal);
        // Nobody's address is in the log.
        Assert.DoesNotContain(_server.Errors, line => line.Contains("example.org", StringComparison.Ordinal));

        // What was not received is sent again when somebody says so, and only then; a restart sends nothing twice.
        await _server.KillAsync();
        await _server.StartAsync(settings);
        await Task.Delay(1_500, Cancellation);
        Assert.Equal(2, _mail.Taken.Count);
        _mail.OnRecipient = _ => null;
        var troubles = JsonNode.Parse((await meeting.GetAsync(mail)).Body)!["troubles"]!.AsArray();
        Assert.Equal(2, troubles.Count);
        await meeting.PostAsync($"{mail}/{troubles[0]!["mail"]}/again", new { });
        while (_mail.Taken.Count < 3)
            await Task.Delay(50, Cancellation);
    }

    [Fact]
    public async Task do_not_follow_the_erased_and_take_the_place_of_those_that_wait()
    {
        // Nobody is there to take them: they wait.
        await _server.StartAsync("--Mail:Host=127.0.0.1", "--Mail:Port=9", "--Mail:Security=none", "--Mail:From=office@ifmsa.example");
        var meeting = _meeting = await Meeting.CreateAsync(_server.Address, await _server.FirstSecretAsync(), "name,short_name,country,region,status,standing,previous_rights\nOne,One,France,Europe,full,good,yes\n");
        var people = new[] { Guid.NewGuid(), Guid.NewGuid() };
        foreach (var person in people)
            await Meeting.DoAsync(meeting.Secretariat, "participant.enroll", new { participant = person, name = "Somebody", duties = new[] { "official" } });
        var mail = $"/api/a/{meeting.Id}/mail";
        await meeting.PrintTextAsync(mail + "/addresses/import", "badge,address\n1,one@example.org\n2,two@example.org\n");
        Assert.Equal(2, (int)(await meeting.PostAsync(mail + "/invitations", new { }))["letters"]!);
        Assert.Equal(2, (int)(await meeting.PostAsync(mail + "/invitations", new { }))["letters"]!);
        Assert.Equal(2, (int)JsonNode.Parse((await meeting.GetAsync(mail)).Body)!["batches"]![0]!["waiting"]!);

        await Meeting.DoAsync(meeting.Secretariat, "person.erase", new { participant = people[0] });
        var imported = await meeting.PrintTextAsync(mail + "/addresses/import", "badge,address\n1,one@example.org\n");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, imported.Status);
        var plan = await meeting.PostAsync(mail + "/invitations?dry", new { });
        Assert.Equal((1, 0), ((int)plan["letters"]!, plan["without"]!.AsArray().Count));
    }

    [Fact]
    public async Task have_addresses_from_a_list_of_two_thousand()
    {
        await _server.StartAsync();
        var members = Enumerable.Range(1, 34).Select(place => string.Create(CultureInfo.InvariantCulture, $"M{place:000}")).ToList();
        var meeting = _meeting = await Meeting.CreateAsync(_server.Address, await _server.FirstSecretAsync(),
            "name,short_name,country,region,status,standing,previous_rights\n" + string.Concat(members.Select(name => $"{name},{name},{name},Europe,full,good,yes\n")));
        var seats = members.SelectMany(member => Enumerable.Range(1, 60).Select(seat => (Member: member, Seat: seat))).ToList();
        foreach (var some in seats.Chunk(200))
            await Meeting.DoAsync(meeting.Secretariat, "delegation.seat", new { seats = some.Select(each => new { participant = Guid.NewGuid(), member = meeting.Members[each.Member], seat = each.Seat }) });
        var list = "short_name,seat,address\n" + string.Concat(seats.Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Member},{each.Seat},delegate.{each.Seat}@{each.Member}.example.org\n")));
        Assert.InRange(list.Length, 70_000, 1_000_000);
        var path = $"/api/a/{meeting.Id}/mail/addresses/import";
        var (status, body) = await meeting.PrintTextAsync(path, list);
        Assert.Equal((HttpStatusCode.OK, 2_040), (status, (int?)JsonNode.Parse(body)!["noted"]));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await meeting.PrintTextAsync(path, list + new string('\n', 1_048_577 - list.Length))).Status);
    }

    private static async Task<JsonNode> UntilAsync(Meeting meeting, string mail, string batch)
    {
        while (true)
        {
            var report = JsonNode.Parse((await meeting.GetAsync(mail)).Body)!;
            if (report["batches"]!.AsArray().FirstOrDefault(each => (string)each!["batch"]! == batch) is { } found && (int)found["waiting"]! == 0)
                return report;
            await Task.Delay(50, Cancellation);
        }
    }

    /// <summary>The first part in base 64 is the text.</summary>
    private static string TextOf(string message)
    {
        var from = message.IndexOf("base64\r\n\r\n", StringComparison.Ordinal) + 10;
        var to = message.IndexOf("\r\n--", from, StringComparison.Ordinal);
        return Encoding.UTF8.GetString(Convert.FromBase64String((to < 0 ? message[from..] : message[from..to]).Trim()));
    }

    [GeneratedRegex(@"/j#(\S+)", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Link();

    [GeneratedRegex(@"/certificates/[0-9A-Z]{16}", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Number();
}

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using Ifmsa.Assembly.Harness;
using Ifmsa.Assembly.Server.Tests.Documents;
using Ifmsa.Assembly.Server.Tests.Hosting;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Minutes;

/// <summary>Papers asked of the real program.</summary>
public sealed class Papers_over_the_wire
{
    private const string Csv = "name,short_name,country,region,status,standing,previous_rights\nUne,One,France,Europe,full,good,yes\nDos,Two,Spain,Europe,full,good,yes\n";

    [Fact]
    public async Task are_for_those_who_answer_for_them_and_carry_the_journals_head()
    {
        await using var server = new ServerProcess();
        await server.StartAsync();
        await using var meeting = await Harness.Meeting.CreateAsync(server.Address, await server.FirstSecretAsync(), Csv);
        var (chair, secretary) = (await meeting.EnrolAsync("Anaïs Müller", "chair"), await meeting.EnrolAsync("محمد عبد الرحمن", "secretary"));
        var desk = await meeting.EnrolAsync("王小明", "desk");
        var delegates = await meeting.SeatAsync(["One", "Two"]);
        var (plenary, item) = (Guid.NewGuid(), Guid.NewGuid());
        string minutes = $"/a/{meeting.Id}/minutes/{plenary}.pdf", decisions = $"/a/{meeting.Id}/decisions/{plenary}.pdf";
        await Harness.Meeting.DoAsync(meeting.Secretariat, "plenary.plan", new { plenary, number = 1, venue = "Hall", starts = DateTimeOffset.UtcNow, ends = DateTimeOffset.UtcNow.AddHours(2) });
        await Harness.Meeting.DoAsync(meeting.Secretariat, "agenda.add", new { item, title = "प्रिया and Əliyeva", plenary });
        Assert.Equal(HttpStatusCode.NotFound, (await meeting.GetAsync(minutes)).Status);
        await Harness.Meeting.DoAsync(chair.Client, "chair.assume", new { });
        await Harness.Meeting.DoAsync(chair.Client, "plenary.call-roll", new { plenary });
        foreach (var phone in delegates)
            await Harness.Meeting.DoAsync(desk.Client, "card.give", new { member = phone.MemberId, to = phone.Participant });
        await Harness.Meeting.DoAsync(chair.Client, "plenary.open", new { });
        await Harness.Meeting.DoAsync(chair.Client, "item.next", new { });
        var board = await secretary.Client.UntilAsync("minutes", found => found["order"]!.AsArray().Count == 3);
        Assert.Equal("1", (string?)board["entries"]![(string)board["order"]![2]!]!["itemNumber"]);

        Assert.Equal(HttpStatusCode.Forbidden, (await meeting.GetAsync(minutes, delegates[0].Cookies)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await meeting.GetAsync(minutes, new CookieContainer())).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await meeting.GetAsync(decisions, secretary.Cookies)).Status);
        var adjourned = await Harness.Meeting.DoAsync(chair.Client, "plenary.adjourn", new { });
        var clock = Stopwatch.GetTimestamp();
        var (status, pdf) = await meeting.GetAsync(minutes, secretary.Cookies);
        TestContext.Current.TestOutputHelper?.WriteLine($"{pdf.Length} bytes in {Stopwatch.GetElapsedTime(clock).TotalMilliseconds:0} ms");
        Assert.True(status == HttpStatusCode.OK, Encoding.UTF8.GetString(pdf));
        Assert.Contains("<pdfaid:part>2</pdfaid:part>", Encoding.UTF8.GetString(pdf), StringComparison.Ordinal);
        var text = await RunningPress.TextOfAsync(pdf);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"Journal entry {adjourned.Sequence} · head {adjourned.Head![..8]}"), text, StringComparison.Ordinal);
        Assert.Contains("Anaïs Müller", text, StringComparison.Ordinal);
        Assert.Contains("Plenary 1 was adjourned.", text, StringComparison.Ordinal);
        var (_, page) = await meeting.GetAsync(decisions, secretary.Cookies);
        Assert.Contains("No decision was taken.", await RunningPress.TextOfAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task print_codes_with_the_address_they_were_asked_at()
    {
        await using var server = new ServerProcess();
        await server.StartAsync();
        await using var meeting = await Harness.Meeting.CreateAsync(server.Address, await server.FirstSecretAsync(), Csv);
        await Harness.Meeting.DoAsync(meeting.Secretariat, "delegation.seat", new { seats = new[] { new { participant = Guid.NewGuid(), member = meeting.Members["One"], seat = 1 } } });

        var (status, pdf) = await meeting.PrintAsync($"/api/a/{meeting.Id}/codes", new { });

        Assert.True(status == HttpStatusCode.OK, Encoding.UTF8.GetString(pdf));
        var text = await RunningPress.TextOfAsync(pdf);
        Assert.Contains($"{server.Address.Authority}/j", text, StringComparison.Ordinal);
        Assert.Matches("[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}", text);
    }

    [Fact]
    public async Task of_a_plenary_of_two_thousand_entries_are_printed_before_the_press_gives_up()
    {
        await using var press = await RunningPress.StartAsync();
        var meeting = new Meeting(10).Opened(5);
        for (var turn = 0; turn < 1_000; turn++)
        {
            meeting.Do(meeting.Desk, new Core.Credentials.TakeCard(meeting.Members[4]));
            meeting.Do(meeting.Desk, new Core.Credentials.GiveCard(meeting.Members[4], meeting.Heads[4]));
        }
        var paper = meeting.Minutes() with { Words = (await SamplePapers.WordsAsync()).Texts };

        Assert.True(paper.Items.Sum(item => item.Entries.Count) >= 2_000);
        Assert.NotEmpty(await press.PdfAsync(Server.Documents.Template.Minutes, paper));
    }

    [Fact]
    public async Task make_no_codes_while_there_is_no_press()
    {
        await using var hall = await Hosting.Hall.OpenAsync();
        using var office = await hall.SecretariatAsync();
        var (assembly, _) = hall.Assemblies.Create();
        using var sheet = await office.PostAsJsonAsync($"/api/a/{assembly}/codes?form=json", new { });
        var first = (await sheet.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>()).GetProperty("codes")[0].GetProperty("qrSecret").GetString();

        using var refused = await office.PostAsJsonAsync($"/api/a/{assembly}/codes", new { });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Contains("code.press-down", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var phone = hall.Browser();
        using var joined = await phone.PostAsJsonAsync("/j", new { code = first });
        Assert.False((await joined.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>()).GetProperty("waiting").GetBoolean());
    }
}

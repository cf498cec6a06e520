using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Ifmsa.Assembly.Harness;
using Ifmsa.Assembly.Server.Documents;
using Ifmsa.Assembly.Server.Tests.Documents;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Papers;

/// <summary>The real program on an organisation's own folder of templates, in whose words a comma is too many.</summary>
public sealed class Words_of_ones_own : IAsyncDisposable
{
    private readonly DirectoryInfo _own = Directory.CreateTempSubdirectory("own-");
    private readonly ServerProcess _server = new();
    private Meeting? _meeting;

    public async ValueTask DisposeAsync()
    {
        if (_meeting is not null)
            await _meeting.DisposeAsync();
        await _server.DisposeAsync();
        _own.Delete(recursive: true);
    }

    [Fact]
    public async Task with_a_fault_stop_no_paper_and_no_page_and_are_named_until_they_are_mended()
    {
        A_template_of_ones_own.Copy(new PressSettings().Shipped, _own.FullName);
        var words = Path.Combine(_own.FullName, "wording", "papers.en.json");
        await File.WriteAllTextAsync(words, "{\n  \"agenda.title\": \"Order of business\",\n}", RunningPress.Cancellation);
        await _server.StartAsync($"--Press:Templates={_own.FullName}");
        var meeting = _meeting = await Meeting.CreateAsync(_server.Address, await _server.FirstSecretAsync(), "name,short_name,country,region,status,standing,previous_rights\nOne,One,France,Europe,full,good,yes\n");
        await Meeting.DoAsync(meeting.Secretariat, "site.publish", new { parts = new[] { "agenda" } });
        var person = await meeting.InviteSeatAsync("One");

        Assert.Contains("Agenda", await AgendaAsync(), StringComparison.Ordinal);
        var (status, page) = await meeting.GetAsync($"/public/{meeting.Id}", new CookieContainer());
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Agenda", Encoding.UTF8.GetString(page), StringComparison.Ordinal);
        Assert.Contains("Cut along the marks", await CodesAsync(), StringComparison.Ordinal);
        var fault = Assert.Single(await FaultsAsync())!;
        Assert.Equal("wording/papers.en", (string?)fault["template"]);
        Assert.StartsWith("wording/papers.en.json:3: this is not JSON as it stands", (string?)fault["reason"], StringComparison.Ordinal);

        await File.WriteAllTextAsync(words, "{\n  \"agenda.title\": \"Order of business\",\n  \"codes.cut\": \"Scissors\"\n}", RunningPress.Cancellation);
        Assert.Contains("Order of business", await AgendaAsync(), StringComparison.Ordinal);
        Assert.Contains("Scissors", await CodesAsync(), StringComparison.Ordinal);
        Assert.Empty(await FaultsAsync());

        async Task<string> AgendaAsync() => await RunningPress.TextOfAsync((await meeting.GetAsync($"/a/{meeting.Id}/papers/agenda.pdf")).Body);

        async Task<string> CodesAsync() => await RunningPress.TextOfAsync((await meeting.PrintAsync($"/api/a/{meeting.Id}/codes?form=pdf", new { participants = new[] { person.Participant } })).Body);

        async Task<JsonArray> FaultsAsync() => JsonNode.Parse((await meeting.GetAsync("/api/templates/faults")).Body)!.AsArray();
    }
}

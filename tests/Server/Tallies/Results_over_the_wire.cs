using System.IO.Compression;
using System.Net;
using System.Text;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Harness;
using Ifmsa.Assembly.Server.Tests.OnTheFloor;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Tallies;

/// <summary>Results asked of the real program.</summary>
[Collection(RunningHall.Name)]
public sealed class Results_over_the_wire : IAsyncLifetime
{
    private readonly RunningHall _hall = new(6);

    public ValueTask InitializeAsync() => _hall.InitializeAsync();

    public ValueTask DisposeAsync() => _hall.DisposeAsync();

    [Fact]
    public async Task are_those_declared_each_in_three_forms_in_one_folder()
    {
        var first = await VoteAsync();
        await _hall.FinishAsync(first);
        var second = await VoteAsync();
        await _hall.FinishAsync(second);
        await Meeting.DoAsync(_hall.Chair.Client, "ballot.void", new { ballot = second, reason = "Two were locked out." });
        var withdrawn = await VoteAsync();
        await Meeting.DoAsync(_hall.Chair.Client, "ballot.void", new { ballot = withdrawn, reason = "The wrong question." });
        var test = Guid.NewGuid();
        await Meeting.DoAsync(_hall.Chair.Client, "ballot.open-test", new { ballot = test, method = "phones", title = "A test" });
        await _hall.FinishAsync(new(test));
        var open = await VoteAsync();

        var (status, folder) = await _hall.Meeting.GetAsync($"/a/{_hall.Meeting.Id}/results.zip");

        Assert.Equal(HttpStatusCode.OK, status);
        using var zip = new ZipArchive(new MemoryStream(folder));
        Assert.Equal(
            ["result-001.csv", "result-001.json", "result-001.pdf", "result-002.csv", "result-002.json", "result-002.pdf", "results.csv"],
            zip.Entries.Select(entry => entry.Name).Order(StringComparer.Ordinal));
        Assert.All(zip.Entries, entry => Assert.True(entry.Length > 0, entry.Name));
        using var index = new StreamReader(zip.GetEntry("results.csv")!.Open(), Encoding.UTF8);
        var lines = (await index.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.Contains("Two were locked out.", lines[2], StringComparison.Ordinal);
        foreach (var ballot in new[] { withdrawn.Value, test, open.Value })
        {
            foreach (var form in new[] { "json", "csv", "pdf" })
                Assert.Equal(HttpStatusCode.NotFound, (await _hall.Meeting.GetAsync(Path(ballot, form))).Status);
        }
        await Meeting.DoAsync(_hall.Chair.Client, "ballot.close", new { ballot = open });
        await _hall.Chair.Client.UntilAsync("ballot", board => RunningHall.IsAt(board, open, "counted"));
        Assert.Equal(HttpStatusCode.NotFound, (await _hall.Meeting.GetAsync(Path(open.Value, "json"))).Status);
        await _hall.FinishAsync(open, closed: true);
        Assert.Equal(HttpStatusCode.OK, (await _hall.Meeting.GetAsync(Path(open.Value, "json"))).Status);
    }

    [Fact]
    public async Task are_for_those_who_answer_for_them()
    {
        var ballot = await VoteAsync();
        await _hall.FinishAsync(ballot);
        var other = await _hall.Meeting.AnotherAsync("name,short_name,country,region,status,standing,previous_rights\nUne,One,France,Europe,full,good,yes\n", "Another");
        var stranger = await other.EnrolAsync("Secretary of another", "secretary");
        foreach (var path in new[] { Path(ballot.Value, "json"), Path(ballot.Value, "csv"), Path(ballot.Value, "pdf"), $"/a/{_hall.Meeting.Id}/results.zip" })
        {
            foreach (var (cookies, expected) in new[]
            {
                (_hall.Secretary.Cookies, HttpStatusCode.OK), (_hall.Chair.Cookies, HttpStatusCode.OK), (_hall.Officer.Cookies, HttpStatusCode.OK),
                (_hall.Delegates[0].Cookies, HttpStatusCode.Forbidden), (_hall.Screen.Cookies, HttpStatusCode.Forbidden),
                (stranger.Cookies, HttpStatusCode.Forbidden), (new CookieContainer(), HttpStatusCode.Unauthorized),
            })
            {
                Assert.Equal((path, expected), (path, (await _hall.Meeting.GetAsync(path, cookies)).Status));
            }
            // Its own assembly has no such vote.
            var foreign = path.Replace(_hall.Meeting.Id.ToString(), other.Id.ToString(), StringComparison.Ordinal);
            if (!path.EndsWith("zip", StringComparison.Ordinal))
                Assert.Equal(HttpStatusCode.NotFound, (await _hall.Meeting.GetAsync(foreign, stranger.Cookies)).Status);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await _hall.Meeting.GetAsync($"/a/{Guid.NewGuid()}/results.zip")).Status);
        await other.DisposeAsync();
    }

    private async Task<BallotId> VoteAsync()
    {
        var ballot = await _hall.OpenAsync();
        foreach (var (place, phone) in _hall.Delegates.Index())
            Assert.True((await phone.Client.CastAsync(ballot, place % 3 == 0 ? "against" : "for")).Accepted);
        return ballot;
    }

    private string Path(Guid ballot, string form) => $"/a/{_hall.Meeting.Id}/results/{ballot}.{form}";
}

using System.IO.Compression;
using System.Text.Json.Nodes;
using Ifmsa.Assembly.Harness;
using Ifmsa.Assembly.Server.Tests.Documents;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Certificates;

/// <summary>The real program: several people of the secretariat issue and print at the same time.</summary>
public sealed class Certificates_at_once : IAsyncDisposable
{
    private readonly ServerProcess _server = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task are_the_same_in_every_form_and_after_a_restart()
    {
        await using var meeting = await OpenAsync("Nəzrin Əliyeva");
        var group = $"/api/a/{meeting.Id}/certificates";
        var run = $"{group}/runs/{(await meeting.PostAsync(group + "/issue", new { kinds = new[] { "office" } }))["run"]}";
        Task<(System.Net.HttpStatusCode Status, byte[] Body)>[] both;
        await using (await BusyDiskAsync())
        {
            both = [meeting.GetAsync(run + "/certificates.pdf"), meeting.GetAsync(run + "/certificates.zip")];
            // Both have read that nothing is signed yet.
            await Task.Delay(1_000, Cancellation);
        }
        var signed = await RunningPress.CodeOfAsync((await both[0]).Body);
        Assert.Contains("/certificates/", signed, StringComparison.Ordinal);
        Assert.Equal(signed, await CodeWithinAsync((await both[1]).Body));

        await _server.KillAsync();
        await _server.StartAsync();
        Assert.Equal(signed, await RunningPress.CodeOfAsync((await meeting.GetAsync(run + "/certificates.pdf")).Body));
        Assert.Equal(signed, await CodeWithinAsync((await meeting.GetAsync(run + "/certificates.zip")).Body));
    }

    [Fact]
    public async Task are_issued_to_both_where_two_are_the_first_to_issue_any()
    {
        await using var meeting = await OpenAsync("Nəzrin Əliyeva", "王小明");
        var group = $"/api/a/{meeting.Id}/certificates";
        var people = JsonNode.Parse((await meeting.GetAsync(group + "/preview?kind=office")).Body)!.AsArray().Select(each => (string)each!["participant"]!);
        Task<JsonObject>[] both;
        await using (await BusyDiskAsync())
        {
            both = [.. people.Select(person => meeting.PostAsync(group + "/issue", new { kinds = new[] { "office" }, without = new[] { person } }))];
            // Neither has published the key.
            await Task.Delay(1_000, Cancellation);
        }
        Assert.Equal([1, 1], (await Task.WhenAll(both)).Select(made => (int)made["certificates"]!));
    }

    private async Task<Meeting> OpenAsync(params IEnumerable<string> names)
    {
        await _server.StartAsync();
        var meeting = await Meeting.CreateAsync(_server.Address, await _server.FirstSecretAsync(), "name,short_name,country,region,status,standing,previous_rights\nOne,One,France,Europe,full,good,yes\n");
        foreach (var name in names)
            await Meeting.DoAsync(meeting.Secretariat, "participant.enroll", new { participant = Guid.NewGuid(), name, duties = new[] { "official" } });
        return meeting;
    }

    /// <summary>A disk on which nothing can be written until this is disposed of.</summary>
    private async Task<SqliteConnection> BusyDiskAsync()
    {
        var database = new SqliteConnection($"Data Source={_server.Database};Pooling=False");
        await database.OpenAsync(Cancellation);
        await using var begin = database.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        await begin.ExecuteNonQueryAsync(Cancellation);
        return database;
    }

    private static async Task<string> CodeWithinAsync(byte[] zip)
    {
        using var folder = new ZipArchive(new MemoryStream(zip));
        using var whole = new MemoryStream();
        await using (var page = await folder.Entries.Single().OpenAsync(Cancellation))
            await page.CopyToAsync(whole, Cancellation);
        return await RunningPress.CodeOfAsync(whole.ToArray());
    }
}

using System.Net;
using System.Text.Json.Nodes;
using Ifmsa.Assembly.Server.Tests.Documents;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Certificates;

/// <summary>Several people of the secretariat issue and print at the same time.</summary>
public sealed class Certificates_at_once : IssuingOffice
{
    [Fact]
    public async Task are_the_same_in_every_form_and_after_a_restart()
    {
        var meeting = await OpenAsync(["Nəzrin Əliyeva"]);
        var run = await IssueAsync(meeting);
        Task<(HttpStatusCode Status, byte[] Body)>[] both;
        await using (await BusyDiskAsync())
        {
            both = [meeting.GetAsync(run + "/certificates.pdf"), meeting.GetAsync(run + "/certificates.zip")];
            // Both have read that nothing is signed yet.
            await Task.Delay(1_000, Cancellation);
        }
        var signed = await RunningPress.CodeOfAsync((await both[0]).Body);
        Assert.Contains("/certificates/", signed, StringComparison.Ordinal);
        Assert.Equal(signed, await CodeWithinAsync((await both[1]).Body));

        await Server.KillAsync();
        await Server.StartAsync();
        Assert.Equal(signed, await RunningPress.CodeOfAsync((await meeting.GetAsync(run + "/certificates.pdf")).Body));
        Assert.Equal(signed, await CodeWithinAsync((await meeting.GetAsync(run + "/certificates.zip")).Body));
    }

    [Fact]
    public async Task are_issued_to_both_where_two_are_the_first_to_issue_any()
    {
        var meeting = await OpenAsync(["Nəzrin Əliyeva", "王小明"]);
        var people = (await PreviewAsync(meeting)).Values.Select(each => (string)each["participant"]!).ToList();
        Task<JsonObject>[] both;
        await using (await BusyDiskAsync())
        {
            both = [.. people.Select(person => meeting.PostAsync(Group(meeting) + "/issue", new { kinds = new[] { "office" }, without = new[] { person } }))];
            // Neither has published the key.
            await Task.Delay(1_000, Cancellation);
        }
        Assert.Equal([1, 1], (await Task.WhenAll(both)).Select(made => (int)made["certificates"]!));
    }

    /// <summary>A disk on which nothing can be written until this is disposed of.</summary>
    private async Task<SqliteConnection> BusyDiskAsync()
    {
        var database = new SqliteConnection($"Data Source={Server.Database};Pooling=False");
        await database.OpenAsync(Cancellation);
        await using var begin = database.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        await begin.ExecuteNonQueryAsync(Cancellation);
        return database;
    }

    private static async Task<string> CodeWithinAsync(byte[] zip) => await RunningPress.CodeOfAsync((await FilesOfAsync(zip)).Single().Value);
}

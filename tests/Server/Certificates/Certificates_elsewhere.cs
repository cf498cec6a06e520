using Ifmsa.Assembly.Harness;
using Ifmsa.Assembly.Server.Certificates;
using Ifmsa.Assembly.Server.Tests.Archives;
using Ifmsa.Assembly.Server.Tests.Documents;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Certificates;

/// <summary>An assembly with its certificates, taken to an installation whose key is another.</summary>
public sealed class Certificates_elsewhere
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task are_the_papers_that_were_printed_and_signed_there_where_none_were()
    {
        await using var from = new ServerProcess();
        await from.StartAsync();
        await using var meeting = await Meeting.CreateAsync(from.Address, await from.FirstSecretAsync(), "name,short_name,country,region,status,standing,previous_rights\nOne,One,France,Europe,full,good,yes\n");
        var group = $"/api/a/{meeting.Id}/certificates";
        var printed = await IssueAsync(meeting, group, "Nəzrin Əliyeva");
        var (_, paper) = await meeting.GetAsync(printed);
        var unprinted = await IssueAsync(meeting, group, "王小明");
        var (_, archive) = await meeting.GetAsync($"/a/{meeting.Id}/archive.zip");

        await using var to = new ServerProcess();
        await to.StartAsync();
        using var office = await Elsewhere.OfficeAsync(to);
        Assert.True((bool?)(await Elsewhere.TakeAsync(office, archive))["new"]);
        Assert.Equal(paper, await office.GetByteArrayAsync(printed, Cancellation));
        var signedThere = await RunningPress.CodeOfAsync(await office.GetByteArrayAsync(unprinted, Cancellation));
        var keys = Path.GetTempFileName();
        await File.WriteAllTextAsync(keys, await office.GetStringAsync("/certificates/keys.json", Cancellation), Cancellation);
        foreach (var (text, name) in new[] { (await RunningPress.CodeOfAsync(paper), "Nəzrin Əliyeva"), (signedThere, "王小明") })
        {
            var (code, output) = await ServerProcess.RunAsync("verify-certificate", text, "--key", keys);
            Assert.Equal(0, code);
            Assert.Contains($"name\t{name}", output, StringComparison.Ordinal);
        }
        File.Delete(keys);
        // Each names the key it was signed with, and the second paper is the same from then on.
        Assert.NotEqual(CertificateText.Read(await RunningPress.CodeOfAsync(paper))!.Key, CertificateText.Read(signedThere)!.Key);
        await to.KillAsync();
        await to.StartAsync();
        Assert.Equal(signedThere, await RunningPress.CodeOfAsync(await office.GetByteArrayAsync(unprinted, Cancellation)));
    }

    /// <summary>Somebody holds an office and is certified it; the address of the paper.</summary>
    private static async Task<string> IssueAsync(Meeting meeting, string group, string name)
    {
        await Meeting.DoAsync(meeting.Secretariat, "participant.enroll", new { participant = Guid.NewGuid(), name, duties = new[] { "official" } });
        return $"{group}/runs/{(await meeting.PostAsync(group + "/issue", new { kinds = new[] { "office" } }))["run"]}/certificates.pdf";
    }
}

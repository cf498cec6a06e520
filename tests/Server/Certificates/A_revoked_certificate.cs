using System.Globalization;
using System.Net;
using Ifmsa.Assembly.Server.Tests.Mail;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Certificates;

/// <summary>A certificate was taken back.</summary>
public sealed class A_revoked_certificate : IssuingOffice
{
    [Fact]
    public async Task is_issued_again_only_to_whom_somebody_names()
    {
        var meeting = await OpenAsync(["Revoked", "Other"]);
        await IssueAsync(meeting);
        var before = await PreviewAsync(meeting);
        Assert.Null(before["Revoked"]["revoked"]);
        foreach (var each in before.Values)
            await meeting.PostAsync($"{Group(meeting)}/{each["issued"]}/revoke", new { reason = "Somebody else served." });
        var after = await PreviewAsync(meeting);
        Assert.Null(after["Revoked"]["issued"]);
        Assert.Equal((string)before["Revoked"]["issued"]!, (string)after["Revoked"]["revoked"]!);
        var all = await LookAsync(meeting, Group(meeting));
        Assert.Equal(2, (int)all["kinds"]!.AsArray().Single(kind => (string)kind!["kind"]! == "office")!["revoked"]!);

        Assert.Equal(HttpStatusCode.Conflict, (await meeting.PrintAsync(Group(meeting) + "/issue", new { kinds = new[] { "office" } })).Status);
        var made = await meeting.PostAsync(Group(meeting) + "/issue", new { kinds = new[] { "office" }, again = new[] { (string)after["Revoked"]["participant"]! } });
        Assert.Equal(1, (int)made["certificates"]!);
        var last = await PreviewAsync(meeting);
        Assert.NotNull(last["Revoked"]["issued"]);
        Assert.Null(last["Revoked"]["revoked"]);
        Assert.Null(last["Other"]["issued"]);
    }

    [Fact]
    public async Task is_in_no_letter_that_had_not_gone()
    {
        await using var mail = new LoopbackMailServer { OnRecipient = _ => "451 come back later" };
        var meeting = await OpenAsync(["Stays", "Revoked", "Replaced"],
            "--Mail:Host=127.0.0.1", $"--Mail:Port={mail.Port.ToString(CultureInfo.InvariantCulture)}", "--Mail:Security=none", "--Mail:From=office@ifmsa.example", "--Mail:PauseSeconds=1");
        Assert.Equal(HttpStatusCode.OK, (await meeting.PrintTextAsync($"/api/a/{meeting.Id}/mail/addresses/import", "badge,address\n1,stays@example.org\n2,revoked@example.org\n3,replaced@example.org\n")).Status);
        var run = await IssueAsync(meeting);
        Assert.Equal(3, (int)(await meeting.PostAsync(run + "/mail", new { }))["letters"]!);
        var people = await PreviewAsync(meeting);
        await meeting.PostAsync($"{Group(meeting)}/{people["Revoked"]["issued"]}/revoke", new { reason = "Somebody else served." });
        await meeting.PostAsync($"{Group(meeting)}/{people["Replaced"]["issued"]}/replace", new { reason = "The paper was lost." });
        mail.OnRecipient = _ => null;
        while ((await LookAsync(meeting, $"/api/a/{meeting.Id}/mail"))["batches"]!.AsArray().Sum(batch => (int)batch!["waiting"]!) > 0)
            await Task.Delay(50, Cancellation);
        Assert.Equal(["stays@example.org"], mail.Taken.Select(letter => letter.To));
    }
}

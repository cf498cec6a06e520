using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Ifmsa.Assembly.Harness;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Certificates;

/// <summary>The key file was exchanged for one that certificates cannot be signed with.</summary>
public sealed class A_spoilt_key : IssuingOffice
{
    [Fact]
    public async Task issues_nothing_and_lets_be_checked_what_was_issued()
    {
        var meeting = await OpenAsync(["Nəzrin Əliyeva"]);
        await IssueAsync(meeting);
        using var http = new HttpClient { BaseAddress = Server.Address };
        var keys = await http.GetStringAsync(new Uri("/certificates/keys.json", UriKind.Relative), Cancellation);
        await Meeting.DoAsync(meeting.Secretariat, "participant.enroll", new { participant = Guid.NewGuid(), name = "王小明", duties = new[] { "official" } });
        await Server.KillAsync();
        using var wide = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var file = Path.Combine(Server.Data, "certificates.key");
        await File.WriteAllTextAsync(file, wide.ExportPkcs8PrivateKeyPem(), Cancellation);
        await Server.StartAsync();

        var (status, body) = await meeting.PrintAsync(Group(meeting) + "/issue", new { kinds = new[] { "office" } });
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        var refusal = JsonNode.Parse(Encoding.UTF8.GetString(body))!;
        Assert.Equal("certificate.key-unusable", (string)refusal["code"]!);
        Assert.Contains(file, (string)refusal["text"]!, StringComparison.Ordinal);
        Assert.Equal(keys, await http.GetStringAsync(new Uri("/certificates/keys.json", UriKind.Relative), Cancellation));
    }
}

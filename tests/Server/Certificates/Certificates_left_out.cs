using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Ifmsa.Assembly.Harness;
using Ifmsa.Assembly.Server.Certificates;
using Ifmsa.Assembly.Server.Documents;
using Ifmsa.Assembly.Server.Tests.Documents;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Certificates;

/// <summary>A run in which names were corrected or erased, and certificates revoked or replaced, since it was issued.</summary>
public sealed class Certificates_left_out : IssuingOffice
{
    [Fact]
    public async Task are_told_with_the_reason_wherever_the_run_is_printed()
    {
        var meeting = await OpenAsync(["Stays", "Misspelt", "Revoked", "Replaced", "Erased"]);
        var run = await IssueAsync(meeting);
        // One of the forms was printed before.
        await meeting.GetAsync(run + "/certificates.zip");
        var people = await PreviewAsync(meeting);
        await Meeting.DoAsync(meeting.Secretariat, "participant.name", new { participant = Of("Misspelt", "participant"), matter = Guid.NewGuid(), name = "Spelt" });
        await meeting.PostAsync($"{Group(meeting)}/{Of("Revoked", "issued")}/revoke", new { reason = "Somebody else served." });
        await meeting.PostAsync($"{Group(meeting)}/{Of("Replaced", "issued")}/replace", new { reason = "The paper was lost." });
        await Meeting.DoAsync(meeting.Secretariat, "person.erase", new { participant = Of("Erased", "participant") });
        var reasons = new[] { ("Misspelt", "its name was corrected since it was issued; replace it, and print the one in its place."), ("Revoked", "it was revoked."), ("Replaced", "it was replaced by another."), ("Erased", "its name is erased at the person’s wish.") };

        var files = await FilesOfAsync((await meeting.GetAsync(run + "/certificates.zip")).Body);
        Assert.Equal([$"certificate-{CertificateNumbers.Grouped(Of("Stays", "issued"))}.pdf", "not-printed.txt"], files.Keys);
        var expected = reasons.Select(each => (Number: Of(each.Item1, "issued"), Reason: each.Item2)).OrderBy(each => each.Number, StringComparer.Ordinal).ToList();
        Assert.Equal(
            expected.Select(each => $"{CertificateNumbers.Grouped(each.Number)}: {each.Reason}"),
            Encoding.UTF8.GetString(files["not-printed.txt"]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
        var (code, pages) = await RunningPress.RunAsync("qpdf", (await meeting.GetAsync(run + "/certificates.pdf")).Body, "--show-npages", "FILE");
        Assert.Equal((0, "1"), (code, pages.Trim()));
        foreach (var form in new[] { "pdf", "zip" })
        {
            var look = await LookAsync(meeting, $"{run}/{form}");
            Assert.Equal(("done", 1, 1), ((string)look["state"]!, (int)look["done"]!, (int)look["total"]!));
            Assert.Equal(expected, look["leftOut"]!.AsArray().Select(each => ((string)each!["number"]!, (string)each["reason"]!)).OrderBy(each => each.Item1, StringComparer.Ordinal));
        }
        await meeting.PostAsync($"{Group(meeting)}/{Of("Stays", "issued")}/revoke", new { reason = "Nobody served." });
        Assert.Contains("certificate.none-left", Encoding.UTF8.GetString((await meeting.GetAsync(run + "/certificates.pdf")).Body), StringComparison.Ordinal);

        string Of(string name, string what) => (string)people[name][what]!;
    }

    [Fact]
    public async Task are_looked_up_with_what_became_of_the_name()
    {
        var meeting = await OpenAsync(["Misspelt", "Erased"]);
        await IssueAsync(meeting);
        var people = await PreviewAsync(meeting);
        await Meeting.DoAsync(meeting.Secretariat, "participant.name", new { participant = (string)people["Misspelt"]["participant"]!, matter = Guid.NewGuid(), name = "Spelt" });
        await Meeting.DoAsync(meeting.Secretariat, "person.erase", new { participant = (string)people["Erased"]["participant"]! });

        var corrected = await PageAsync(people["Misspelt"]);
        Assert.Contains("This certificate is valid.", corrected, StringComparison.Ordinal);
        Assert.Contains("The name on it has been corrected since; the secretariat can replace it.", corrected, StringComparison.Ordinal);
        Assert.DoesNotContain("erased", corrected, StringComparison.Ordinal);
        Assert.Contains("erased at the person’s wish", await PageAsync(people["Erased"]), StringComparison.Ordinal);

        await meeting.PostAsync($"{Group(meeting)}/{people["Misspelt"]["issued"]}/replace", new { reason = "The name was misspelt." });
        var replaced = await PageAsync(people["Misspelt"]);
        Assert.Contains("The name on it has been corrected since.", replaced, StringComparison.Ordinal);
    }

    [Fact]
    public async Task are_those_of_whoever_is_erased_while_others_are_printed()
    {
        var meeting = await OpenAsync(Enumerable.Range(1, 24).Select(each => $"Somebody {each}"));
        var run = await IssueAsync(meeting);
        var issued = JsonNode.Parse((await meeting.GetAsync(Group(meeting) + "/issued")).Body)!.AsArray().ToDictionary(each => (string)each!["number"]!, each => (string)each!["name"]!, StringComparer.Ordinal);
        var people = await PreviewAsync(meeting);
        var printing = meeting.GetAsync(run + "/certificates.zip");
        while (await meeting.GetAsync(run + "/zip") is { Status: HttpStatusCode.NotFound } || (int)(await LookAsync(meeting, run + "/zip"))["done"]! == 0)
            await Task.Delay(10, Cancellation);
        Assert.False(printing.IsCompleted);
        // Whoever was printed first, and whoever comes last.
        var gone = issued.Values.ToList();
        foreach (var name in gone.Where((_, place) => place % 4 == 0))
            await Meeting.DoAsync(meeting.Secretariat, "person.erase", new { participant = (string)people[name]["participant"]! });
        var files = await FilesOfAsync((await printing).Body);
        foreach (var (number, name) in issued)
            Assert.Equal(gone.IndexOf(name) % 4 != 0, files.ContainsKey($"certificate-{CertificateNumbers.Grouped(number)}.pdf"));
    }

    [Fact]
    public async Task do_not_hide_that_the_templates_were_edited()
    {
        var templates = Directory.CreateTempSubdirectory("templates-").FullName;
        foreach (var file in Directory.EnumerateFiles(new PressSettings().Templates, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(templates, Path.GetRelativePath(new PressSettings().Templates, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        var meeting = await OpenAsync(["Nəzrin Əliyeva"], $"--Press:Templates={templates}");
        var run = await IssueAsync(meeting);
        Assert.Contains("has held office", await RunningPress.TextOfAsync((await meeting.GetAsync(run + "/certificates.pdf")).Body), StringComparison.Ordinal);

        var kinds = Path.Combine(templates, CertificateKinds.Name);
        await File.WriteAllTextAsync(kinds, (await File.ReadAllTextAsync(kinds, Cancellation)).Replace("has held office", "has served", StringComparison.Ordinal), Cancellation);
        Assert.Contains("has served", await RunningPress.TextOfAsync((await meeting.GetAsync(run + "/certificates.pdf")).Body), StringComparison.Ordinal);
        Directory.Delete(templates, recursive: true);
    }

    private async Task<string> PageAsync(JsonNode person)
    {
        using var http = new HttpClient { BaseAddress = Server.Address };
        return WebUtility.HtmlDecode(await http.GetStringAsync(new Uri($"/certificates/{person["issued"]}", UriKind.Relative), Cancellation));
    }
}

using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ifmsa.Assembly.Core.Certificates;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Accounts;
using Ifmsa.Assembly.Server.Floor;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Wording;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ifmsa.Assembly.Server.Certificates;

/// <summary>A certificate as whoever holds the paper sees it.</summary>
/// <param name="Standing">Whether it can be relied on.</param>
/// <param name="Title">Of its kind.</param>
/// <param name="Name">The name on it; null where its words are gone.</param>
/// <param name="Nameless">The code of the sentence that says why there is no name.</param>
/// <param name="Text">What it certifies.</param>
/// <param name="Assembly">Where.</param>
/// <param name="Dates">When.</param>
/// <param name="Venue">In which place.</param>
/// <param name="Issued">The day it was issued.</param>
/// <param name="Ended">The day it ended.</param>
/// <param name="Reason">Why it ended; null where the reason is erased.</param>
public sealed record FoundCertificate(CertificateStanding Standing, string Title, string? Name, string Nameless, string Text, string Assembly, string Dates, string Venue, string Issued, string? Ended, string? Reason);

/// <summary>A public key as it is published.</summary>
public sealed record PublicKeyAnswer(string Key, string Algorithm, string Spki);

/// <summary>Looking certificates up, without login; so many unknown numbers a second for all together, while a number that there is always gets its answer.</summary>
public sealed class PublicCertificates(IAssemblies assemblies, CertificateOffice office, CertificateKey key, Sentences sentences, TimeProvider time)
{
    private readonly Bucket _unknown = new(capacity: 200, perSecond: 50, time);

    /// <summary>Maps <c>GET /certificates/{number}</c>, <c>/certificates/keys.json</c>, <c>/certificates/check</c> and <c>/certificates/check.html</c>.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/certificates/keys.json", (PublicCertificates certificates) => Results.Text(certificates.KeysJson(), "application/json"));
        routes.MapGet("/certificates/check", (PublicCertificates certificates) => certificates.CheckPage());
        routes.MapGet("/certificates/check.html", (PublicCertificates certificates, HtmlRenderer html, WebPages pages) => certificates.FileAsync(html, pages));
        routes.MapGet("/certificates/{number}", (string number, HttpContext http, PublicCertificates certificates) => certificates.Answer(number, http));
    }

    private IResult Answer(string typed, HttpContext http)
    {
        var number = CertificateNumbers.Read(typed);
        var found = number is null ? null : Find(number);
        // Whoever guesses in a loop keeps nobody from a certificate in the hand.
        if (found is null && !_unknown.TryTake())
        {
            http.Response.Headers.RetryAfter = _unknown.SecondsToWait().ToString(CultureInfo.InvariantCulture);
            return Plain.Refuse(sentences, StatusCodes.Status429TooManyRequests, "certificate.wait", _unknown.SecondsToWait());
        }
        // Search engines need not know who was where.
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        return new RazorComponentResult<CertificatePage>(new { Number = number ?? "", Words = sentences, Found = found }) { StatusCode = found is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK };
    }

    private FoundCertificate? Find(string number)
    {
        foreach (var id in assemblies.All)
        {
            if (assemblies.Find(id) is not { Charter: { } charter } now || !now.Certificates.TryGetValue(number, out var certificate))
                continue;
            var award = certificate.Issued.Award;
            var rule = office.Kinds.Find(award.Kind);
            return new(certificate.Standing, rule?.Title ?? award.Kind, office.NameOf(now, certificate.Issued), NamelessOf(now, certificate), rule is null ? award.Subject ?? award.Kind : CertificateOffice.Said(rule, award, charter.Name),
                charter.Name, CertificateOffice.Dates(charter), charter.Venue, Day(now.Runs[certificate.Run].At), certificate.EndedAt is { } ended ? Day(ended) : null,
                certificate.Reason is { } reason ? assemblies.Words(id, reason.Id) : null);

            string Day(DateTimeOffset at) => CertificateOffice.DayOf(charter, at).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        }
        return null;
    }

    private static string NamelessOf(Proceedings now, Certificate certificate) => certificate switch
    {
        _ when now.Find(certificate.Issued.Award.Participant) is not { Erased: false } => "certificate.page.name-erased",
        { Standing: CertificateStanding.Valid } => "certificate.page.name-corrected",
        _ => "certificate.page.name-corrected-ended",
    };

    private RazorComponentResult<CheckPage> CheckPage() => new(new { Words = sentences, Keys = KeysJson() });

    /// <summary>The page as one file with script and style within, to be saved and opened anywhere; it is never shown within this site, whose policy forbids such a script.</summary>
    private async Task<IResult> FileAsync(HtmlRenderer html, WebPages pages)
    {
        if (pages.TextOf("/certificates.js") is not { } script || pages.TextOf("/public.css") is not { } style)
            return Plain.Refuse(sentences, StatusCodes.Status404NotFound, "page.unknown");
        var page = await html.Dispatcher.InvokeAsync(async () => (await html.RenderComponentAsync<CheckPage>(Microsoft.AspNetCore.Components.ParameterView.FromDictionary(
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["Words"] = sentences, ["Keys"] = KeysJson() }))).ToHtmlString());
        var whole = page.Replace("<link rel=\"stylesheet\" href=\"/public.css\" />", $"<style>{style}</style>", StringComparison.Ordinal)
            .Replace("<link rel=\"stylesheet\" href=\"/public.css\">", $"<style>{style}</style>", StringComparison.Ordinal)
            .Replace("<script src=\"/certificates.js\"></script>", $"<script>{script}</script>", StringComparison.Ordinal);
        return Results.File(System.Text.Encoding.UTF8.GetBytes(whole), "text/html; charset=utf-8", "check-certificate.html");
    }

    private string KeysJson()
    {
        var keys = assemblies.All.Select(assemblies.Find).OfType<Proceedings>().SelectMany(now => now.CertificateKeys)
            .Concat(Own()).DistinctBy(each => each.Key, StringComparer.Ordinal).OrderBy(each => each.Key, StringComparer.Ordinal)
            .Select(each => new PublicKeyAnswer(each.Key, "ECDSA P-256, SHA-256", each.Value));
        // Base 64 has a plus, which the encoder for pages would write as \u002B; this is a file of its own, and the page escapes it again.
        return JsonSerializer.Serialize(new { keys }, new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true });
    }

    /// <summary>The key of this installation; none where its file cannot be used, and the journals' own still check what was signed.</summary>
    private IEnumerable<KeyValuePair<string, string>> Own()
    {
        try
        {
            return [KeyValuePair.Create(key.Id, key.Spki)];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}

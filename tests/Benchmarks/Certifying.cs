using System.Diagnostics;
using System.Security.Cryptography;
using Ifmsa.Assembly.Core.Certificates;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Server.Certificates;
using Ifmsa.Assembly.Server.Documents;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ifmsa.Assembly.Benchmarks;

/// <summary>A thousand certificates in one file, signed, drawn and set, against the compiler setting a thousand bare pages of the same words.</summary>
public static class Certifying
{
    private const int People = 1_000, Rounds = 4;

    /// <summary>Each round has words of its own, so that the compiler has nothing to remember; the first warms up.</summary>
    public static async Task MeasureAsync(ScoreBoard scores)
    {
        var folder = Directory.CreateTempSubdirectory("certifying");
        Directory.CreateDirectory(Path.Combine(folder.FullName, "documents"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "documents", "bare.typ"),
            "#let data = json(bytes(sys.inputs.data))\n#set document(title: \"x\", date: datetime(year: 2026, month: 8, day: 7))\n#set text(font: \"Noto Sans\", lang: \"en\")\n#set page(flipped: true)\n"
            + "#for (place, it) in data.certificates.enumerate() { if place > 0 { pagebreak() }; it.title; parbreak(); it.name; parbreak(); it.text; parbreak(); it.number }\n");
        var worker = Path.Combine(Path.GetDirectoryName(typeof(Press).Assembly.Location)!, "press");
        var shipped = Path.Combine(Path.GetDirectoryName(typeof(Press).Assembly.Location)!, "templates");
        await using var ours = new Press(new PressSettings { Templates = shipped, Worker = worker }, TimeProvider.System, NullLogger<Press>.Instance);
        await using var bare = new Press(new PressSettings { Templates = folder.FullName, Worker = worker, Shipped = folder.FullName }, TimeProvider.System, NullLogger<Press>.Instance);
        await ours.StartAsync(CancellationToken.None);
        await bare.StartAsync(CancellationToken.None);
        var words = await PaperWords.ReadAsync(shipped, "en", CancellationToken.None);
        var (times, floors) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            var paper = Paper(words, round);
            Expect(await ours.RenderAsync(Template.Certificate, paper, CancellationToken.None));
            var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            start = Stopwatch.GetTimestamp();
            Expect(await bare.RenderAsync(new("documents/bare"), paper with { Certificates = [.. paper.Certificates.Select(page => page with { Picture = [] })] }, CancellationToken.None));
            if (round == 0)
                continue;
            times.Add(took);
            floors.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        scores.Add("1,000 certificates: signed, drawn, one file", ScoreBoard.Quantile(times, 0.5), ScoreBoard.Quantile(floors, 0.5), "ms", "< 2,000 ms");
        folder.Delete(recursive: true);
    }

    private static CertificatePaper Paper(PaperWords words, int round)
    {
        var charter = new Charter("August Meeting 2026", new(2026, 8, 1), new(2026, 8, 7), "Congress hall", "Europe/Copenhagen", ["en"]);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var pages = new PaperCertificate[People];
        var texts = Enumerable.Range(0, People).Select(each =>
        {
            var number = $"{round:D2}{each:D4}9QXZ2ABCDE";
            var content = CertificateText.ContentOf(new(number, new(new(Guid.NewGuid()), "attendance", Attended: 5, Of: 6), new(Guid.NewGuid())), $"Nəzrin Əliyeva {round} {each}", charter, new(2026, 8, 7));
            return new CertificateText("0123456789abcdef", content, key.SignData(CertificateText.Signed(content), HashAlgorithmName.SHA256));
        }).ToList();
        Parallel.For(0, People, each =>
            pages[each] = new("Certificate of attendance", texts[each].Words![4], "has attended 5 of the 6 plenary sessions of {assembly}.", texts[each].Words![0], QrPicture.Png(texts[each].At("https://vote.example.org"))));
        return new()
        {
            Language = words.Language, Words = words.Texts, Dated = new(2026, 8, 7, 12, 0, round, TimeSpan.FromHours(2)), Assembly = charter.Name, Dates = "1–7 August 2026", Venue = charter.Venue,
            Checked = "vote.example.org/certificates", Issued = "7 August 2026", Certificates = pages,
        };
    }

    private static void Expect(Print print)
    {
        if (print is PressFailure failure)
            throw new InvalidOperationException(failure.Reason);
    }
}

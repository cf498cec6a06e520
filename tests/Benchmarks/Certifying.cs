using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Ifmsa.Assembly.Harness;
using Ifmsa.Assembly.Server.Documents;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ifmsa.Assembly.Benchmarks;

/// <summary>A run of a thousand certificates on the real program, issued, signed, drawn and set, until the last byte of one file; against the compiler setting a thousand bare pages of the same words.</summary>
public static class Certifying
{
    private const int People = 1_000, Rounds = 5;
    private const string Members = "name,short_name,country,region,status,standing,previous_rights\nOne,One,France,Europe,full,good,yes\n";

    /// <summary>Each round is another assembly with people of its own, so that neither server nor compiler remembers anything; the first is what a secretariat waits for after a start.</summary>
    public static async Task MeasureAsync(ScoreBoard scores)
    {
        await using var server = new ServerProcess();
        await server.StartAsync(["--Floor:CommandBurst=20000", "--Floor:CommandsPerSecond=5000"]);
        await using var first = await Meeting.CreateAsync(server.Address, await server.FirstSecretAsync(), Members);
        await using var bare = await BareAsync();
        var (times, floors) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            await using var another = round == 0 ? null : await first.AnotherAsync(Members, $"Assembly {round}");
            var took = await CertifyAsync(another ?? first, round);
            var floor = await bare.RenderAsync(round);
            times.Add(took);
            floors.Add(floor);
        }
        scores.Add("1,000 certificates: the first run after a start", times[0], floors[0], "ms", "< 2,000 ms");
        scores.Add("1,000 certificates: issued, signed, drawn, one file", ScoreBoard.Quantile([.. times.Skip(1)], 0.5), ScoreBoard.Quantile([.. floors.Skip(1)], 0.5), "ms", "< 2,000 ms");
        scores.Add("1,000 certificates: the slowest of the later runs", times.Skip(1).Max(), floors.Skip(1).Max(), "ms", "");
    }

    private static async Task<double> CertifyAsync(Meeting meeting, int round)
    {
        foreach (var some in Enumerable.Range(0, People).Chunk(100))
            await Task.WhenAll(some.Select(each => Meeting.DoAsync(meeting.Secretariat, "participant.enroll", new { participant = Guid.NewGuid(), name = $"Nəzrin Əliyeva {round} {each}", duties = new[] { "official" } })));
        // People are entered days before: what the server still does about it is over by then.
        await Task.Delay(TimeSpan.FromSeconds(3));
        var group = $"/api/a/{meeting.Id}/certificates";
        var start = Stopwatch.GetTimestamp();
        var made = await meeting.PostAsync(group + "/issue", new { kinds = new[] { "office" } });
        var (status, file) = await meeting.GetAsync($"{group}/runs/{made["run"]}/certificates.pdf");
        var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        if (status != HttpStatusCode.OK || (int)made["certificates"]! != People)
            throw new InvalidOperationException(Encoding.UTF8.GetString(file));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round}: {took:0} ms, {file.Length:#,0} bytes"));
        return took;
    }

    private static async Task<BarePress> BareAsync()
    {
        var folder = Directory.CreateTempSubdirectory("certifying").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "documents"));
        await File.WriteAllTextAsync(Path.Combine(folder, "documents", "bare.typ"),
            "#let data = json(bytes(sys.inputs.data))\n#set document(title: \"x\", date: datetime(year: 2026, month: 8, day: 7))\n#set text(font: \"Noto Sans\", lang: \"en\")\n#set page(flipped: true)\n"
            + "#for (place, it) in data.pages.enumerate() { if place > 0 { pagebreak() }; it.title; parbreak(); it.name; parbreak(); it.text; parbreak(); it.number }\n");
        var press = new Press(new PressSettings { Templates = folder, Worker = Path.Combine(Path.GetDirectoryName(typeof(Press).Assembly.Location)!, "press"), Shipped = folder }, TimeProvider.System, NullLogger<Press>.Instance);
        await press.StartAsync(CancellationToken.None);
        return new(press, folder);
    }

    /// <summary>The compiler with a template that does no more than break pages.</summary>
    private sealed class BarePress(Press press, string folder) : IAsyncDisposable
    {
        public async Task<double> RenderAsync(int round)
        {
            var pages = Enumerable.Range(0, People).Select(each => new
            {
                title = "Certificate of office", name = $"Nəzrin Əliyeva {round} {each}", text = $"has held office at Assembly {round}: Official.", number = $"{round:D2}{each:D4}9QXZ2ABCDE",
            });
            var start = Stopwatch.GetTimestamp();
            if (await press.RenderAsync(new("documents/bare"), new { pages }, CancellationToken.None) is PressFailure failure)
                throw new InvalidOperationException(failure.Reason);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        public async ValueTask DisposeAsync()
        {
            await press.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }
}

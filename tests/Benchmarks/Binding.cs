using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Ifmsa.Assembly.Harness;

namespace Ifmsa.Assembly.Benchmarks;

/// <summary>The minutes of a long assembly in one volume, from the request to the last byte, against the same compiler setting as many pages of plain words.</summary>
public static class Binding
{
    private const int Rounds = 3;
    private const int Members = 100;
    private const int Plenaries = 8;
    private const int Items = 12;
    private const int MotionsOfAnItem = 4;
    private const string Text = "The General Assembly, noting the report of the working group on human resources for health, decides that each member organisation names a person who answers for it by the next meeting, and that the board reports on what came of it.";

    /// <summary>Sits through an assembly on the real program, and has it bound.</summary>
    public static async Task MeasureAsync(ScoreBoard scores)
    {
        await using var server = new ServerProcess();
        await server.StartAsync(["--Floor:CommandBurst=20000", "--Floor:CommandsPerSecond=5000"]);
        var csv = "name,short_name,country,region,status,standing,previous_rights\n"
            + string.Concat(Enumerable.Range(1, Members).Select(place => string.Create(CultureInfo.InvariantCulture, $"Students {place},M{place:000},Country {place},Europe,full,good,yes\n")));
        await using var meeting = await Meeting.CreateAsync(server.Address, await server.FirstSecretAsync(), csv, ServerProcess.Swift);
        var (chair, desk, officer) = (await meeting.EnrolAsync("Chair", "chair"), await meeting.EnrolAsync("Desk", "desk"), await meeting.EnrolAsync("Officer", "officer"));
        var phones = await meeting.SeatAsync(meeting.Members.Keys.Order(StringComparer.Ordinal), connect: false);
        await Meeting.DoAsync(chair.Client, "chair.assume", new { });
        var first = await SitAsync(meeting, chair, desk, officer, phones, 1);
        for (var number = 2; number <= Plenaries; number++)
            await SitAsync(meeting, chair, desk, officer, phones, number);

        // The secretary has read a plenary's minutes before binding them all.
        await meeting.GetAsync($"/a/{meeting.Id}/minutes/{first}.md");
        var ours = new List<double>();
        var pages = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var began = Stopwatch.GetTimestamp();
            var (status, pdf) = await meeting.GetAsync($"/a/{meeting.Id}/minutes.pdf");
            ours.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            if (status != HttpStatusCode.OK)
                throw new InvalidOperationException(Encoding.UTF8.GetString(pdf));
            pages = PagesOf(pdf);
        }
        var floor = await PlainAsync(pages);
        // The compiler remembers what it has set before, so the first is what somebody waits for a volume nobody has asked for yet.
        scores.Add($"minutes in one volume, {pages} pages, first", ours[0], floor, "ms", "200 pages ≤ 3,000 ms");
        scores.Add($"minutes in one volume, {pages} pages, again", ScoreBoard.Quantile(ours, 0.5), floor, "ms", "");
    }

    private static async Task<Guid> SitAsync(Meeting meeting, Phone chair, Phone desk, Phone officer, IReadOnlyList<Phone> phones, int number)
    {
        var plenary = Guid.NewGuid();
        await Meeting.DoAsync(meeting.Secretariat, "plenary.plan", new { plenary, number, venue = "Hall", starts = DateTimeOffset.UtcNow, ends = DateTimeOffset.UtcNow.AddHours(4) });
        for (var item = 1; item <= Items; item++)
            await Meeting.DoAsync(meeting.Secretariat, "agenda.add", new { item = Guid.NewGuid(), title = $"Item {item} of plenary {number}", plenary });
        await Meeting.DoAsync(chair.Client, "plenary.call-roll", new { plenary });
        foreach (var phone in phones)
            await Meeting.DoAsync(desk.Client, "card.give", new { member = phone.MemberId, to = phone.Participant });
        await Meeting.DoAsync(chair.Client, "plenary.open", new { });
        for (var item = 1; item <= Items; item++)
        {
            await Meeting.DoAsync(chair.Client, "item.next", new { });
            for (var place = 1; place <= MotionsOfAnItem; place++)
                await DecideAsync(chair, officer, $"{number}.{item}.{place}");
        }
        await Meeting.DoAsync(chair.Client, "plenary.adjourn", new { });
        return plenary;
    }

    /// <summary>A motion with its text, and the count of placards.</summary>
    private static async Task DecideAsync(Phone chair, Phone officer, string title)
    {
        var (motion, ballot) = (Guid.NewGuid(), Guid.NewGuid());
        await Meeting.DoAsync(chair.Client, "motion.submit", new { motion, title = $"Motion {title}", text = $"{title}: {Text}\n\n{Text}", decision = "slate" });
        await Meeting.DoAsync(chair.Client, "motion.put", new { motion });
        await Meeting.DoAsync(chair.Client, "ballot.open", new { ballot, method = "placards", motion });
        await Meeting.DoAsync(officer.Client, "ballot.enter-figures", new { ballot, figures = new Dictionary<string, int>(StringComparer.Ordinal) { ["for"] = 60, ["against"] = 25, ["abstain"] = 15 } });
        await Meeting.DoAsync(chair.Client, "ballot.close", new { ballot });
        await chair.Client.UntilAsync("ballot", board => (string?)board["current"]?["id"] == ballot.ToString() && (string?)board["current"]!["phase"] == "counted");
        await Meeting.DoAsync(chair.Client, "ballot.declare", new { ballot });
    }

    /// <summary>The same compiler on as many pages of bare paragraphs: no table, no mark in a margin, no page that another names.</summary>
    private static async Task<double> PlainAsync(int pages)
    {
        var press = Path.Combine(Path.GetDirectoryName(ServerProcess.Program)!, "press");
        var folder = Directory.CreateTempSubdirectory("assembly-bench-press-");
        try
        {
            var script = Path.Combine(folder.FullName, "plain.mjs");
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "plain.typ"),
                "#set page(paper: \"a4\")\n#set text(font: \"Noto Sans\", size: 9.5pt, lang: \"en\")\n#set document(title: \"Plain\")\n" + string.Concat(Enumerable.Repeat($"#for line in range({pages * 26}) {{ par(\"The delegation of a member left the hall and came back: entry \" + str(line) + \", with seventy present and thirty-eight needed for a quorum.\") }}\n", 1)));
            await File.WriteAllTextAsync(script, """
                import { createRequire } from 'node:module';
                const [press, folder] = process.argv.slice(2);
                process.env.FONTCONFIG_FILE = press + '/fonts.conf';
                const { NodeCompiler } = createRequire(press + '/')('@myriaddreamin/typst-ts-node-compiler');
                const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: [press + '/fonts'] }] });
                const began = performance.now();
                const compiled = compiler.compile({ mainFilePath: folder + '/plain.typ' });
                compiler.pdf(compiled.result, { pdfStandard: 'a-2a' });
                console.log(Math.round(performance.now() - began));
                """);
            using var node = Process.Start(new ProcessStartInfo("node", [script, press, folder.FullName]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            var said = await node.StandardOutput.ReadToEndAsync();
            await node.WaitForExitAsync();
            return double.Parse(said, CultureInfo.InvariantCulture);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>How many pages a PDF says it has: the largest count of its page tree.</summary>
    private static int PagesOf(byte[] pdf) =>
        System.Text.RegularExpressions.Regex.Matches(Encoding.Latin1.GetString(pdf), "/Type ?/Pages.{0,200}?/Count ([0-9]+)|/Count ([0-9]+).{0,200}?/Type ?/Pages", System.Text.RegularExpressions.RegexOptions.Singleline, TimeSpan.FromSeconds(10))
            .Select(match => int.Parse(match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value, CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max();
}

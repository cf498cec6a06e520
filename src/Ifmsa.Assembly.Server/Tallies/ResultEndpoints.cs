using System.Globalization;
using System.IO.Compression;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Accounts;
using Ifmsa.Assembly.Server.Documents;
using Ifmsa.Assembly.Server.Floor;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Wording;
using Microsoft.Extensions.Options;

namespace Ifmsa.Assembly.Server.Tallies;

/// <summary>Declared results to take away: as JSON in Popolo's terms, as a table, as a sheet of paper, and all of an assembly in one folder.</summary>
public static class ResultEndpoints
{
    private const Who Readers = Who.Secretary | Who.Assistant | Who.Chair | Who.ViceChair | Who.Presiding | Who.Officer | Who.Desk | Who.Executive | Who.Secretariat;

    /// <summary>Maps <c>GET /a/{id}/results/{ballot}.json</c>, <c>.csv</c> and <c>.pdf</c>, and <c>GET /a/{id}/results.zip</c>.</summary>
    public static void MapResults(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/a/{id:guid}/results/{ballot:guid}.json", (Guid id, Guid ballot, HttpContext http) => AnswerAsync(id, http, (hall, _) => Task.FromResult(
            PopoloRecord.Of(hall.Publisher.Snapshot, new(ballot)) is { } record ? Results.Bytes(record.ToJson(), "application/json", FileOf(record, "json")) : null)));
        routes.MapGet("/a/{id:guid}/results/{ballot:guid}.csv", (Guid id, Guid ballot, HttpContext http) => AnswerAsync(id, http, (hall, _) => Task.FromResult(
            PopoloRecord.Of(hall.Publisher.Snapshot, new(ballot)) is { } record ? Results.Bytes(ResultCsv.Of(record), "text/csv; charset=utf-8", FileOf(record, "csv")) : null)));
        routes.MapGet("/a/{id:guid}/results/{ballot:guid}.pdf", (Guid id, Guid ballot, HttpContext http) => AnswerAsync(id, http, (hall, sentences) => PrintAsync(hall, new(ballot), http, sentences)));
        routes.MapGet("/a/{id:guid}/results.zip", (Guid id, HttpContext http) => AnswerAsync(id, http, async (hall, sentences) =>
            Results.Bytes(await FolderAsync(hall, http, sentences), "application/zip", "results.zip")));
    }

    private static async Task<IResult> AnswerAsync(Guid id, HttpContext http, Func<Hall, Sentences, Task<IResult?>> answer)
    {
        var (sentences, assembly) = (http.RequestServices.GetRequiredService<Sentences>(), new AssemblyId(id));
        if (http.RequestServices.GetRequiredService<Assemblies>().HallOf(assembly) is not { Publisher.Snapshot.Now.Charter: not null } hall)
            return Plain.Refuse(sentences, StatusCodes.Status404NotFound, "page.no-assembly");
        if (Callers.Of(http) is not { } caller)
            return Plain.Refuse(sentences, StatusCodes.Status401Unauthorized, "papers.sign-in");
        if (!caller.BelongsTo(assembly) || !hall.Publisher.Snapshot.Now.ActorOf(caller.Credential).Is(Readers))
            return Plain.Refuse(sentences, StatusCodes.Status403Forbidden, "results.not-yours");
        return await answer(hall, sentences) ?? Plain.Refuse(sentences, StatusCodes.Status404NotFound, "results.none");
    }

    private static async Task<IResult?> PrintAsync(Hall hall, BallotId ballot, HttpContext http, Sentences sentences)
    {
        var press = http.RequestServices.GetRequiredService<IPress>();
        if ((await SheetsAsync(hall, http, sentences)).Of(ballot) is not { } paper)
            return null;
        return press.Health != "ok" ? Plain.Refuse(sentences, StatusCodes.Status503ServiceUnavailable, "papers.press-down", press.Health)
            : PaperEndpoints.Answer(await press.RenderAsync(Template.Result, paper, http.RequestAborted), $"result-{paper.Ballot.ToString(CultureInfo.InvariantCulture)}.pdf", sentences);
    }

    private static async Task<ResultSheet> SheetsAsync(Hall hall, HttpContext http, Sentences sentences)
    {
        var snapshot = hall.Publisher.Snapshot;
        var words = await PaperWords.ReadAsync(http.RequestServices.GetRequiredService<IOptions<PressSettings>>().Value, snapshot.Now.Charter!.Languages[0], http.RequestAborted);
        return new(snapshot, hall.Publisher.Minutes.UpTo(snapshot.Now.Sequence), sentences, words);
    }

    /// <summary>Every declared vote in its three forms, and a table of all; without paper where the press cannot print.</summary>
    private static async Task<byte[]> FolderAsync(Hall hall, HttpContext http, Sentences sentences)
    {
        var snapshot = hall.Publisher.Snapshot;
        var press = http.RequestServices.GetRequiredService<IPress>();
        var sheets = await SheetsAsync(hall, http, sentences);
        var records = snapshot.Now.Ballots.Values.OrderBy(ballot => ballot.Number).Select(ballot => (ballot.Id, Record: PopoloRecord.Of(snapshot, ballot.Id)!)).Where(row => row.Record is not null).ToList();
        using var folder = new MemoryStream();
        using (var zip = new ZipArchive(folder, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "results.csv", ResultCsv.Index(records.Select(row => row.Record)), snapshot.Now.At);
            foreach (var (id, record) in records)
            {
                http.RequestAborted.ThrowIfCancellationRequested();
                Add(zip, FileOf(record, "json"), record.ToJson(), snapshot.Now.At);
                Add(zip, FileOf(record, "csv"), ResultCsv.Of(record), snapshot.Now.At);
                if (press.Health == "ok" && sheets.Of(id) is { } paper && await press.RenderAsync(Template.Result, paper, http.RequestAborted) is PrintedPaper printed)
                    Add(zip, FileOf(record, "pdf"), printed.Pdf, snapshot.Now.At);
            }
        }
        return folder.ToArray();
    }

    private static void Add(ZipArchive zip, string name, ReadOnlyMemory<byte> content, DateTimeOffset at)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = at;
        using var stream = entry.Open();
        stream.Write(content.Span);
    }

    /// <summary>A name that any file system takes.</summary>
    private static string FileOf(PopoloRecord record, string ending) => $"result-{record.VoteEvent.Identifier.PadLeft(3, '0')}.{ending}";
}

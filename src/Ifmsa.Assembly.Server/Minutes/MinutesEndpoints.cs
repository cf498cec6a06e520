using System.Globalization;
using System.Text;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Minutes;
using Ifmsa.Assembly.Core.Plenaries;
using Ifmsa.Assembly.Server.Accounts;
using Ifmsa.Assembly.Server.Documents;
using Ifmsa.Assembly.Server.Floor;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Public;
using Ifmsa.Assembly.Server.Wording;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ifmsa.Assembly.Server.Minutes;

/// <summary>
/// Minutes to read and to take away: for those who write them at any time, for participants once they are circulated, and for anybody once they are published.
/// </summary>
public static class MinutesEndpoints
{
    private const Who Writers = Who.Secretary | Who.Assistant | Who.Chair | Who.ViceChair | Who.Presiding | Who.Secretariat;

    private static readonly string[] Standards = ["a-2a", "ua-1"];

    /// <summary>Maps <c>GET /a/{id}/minutes/{plenary}.pdf</c>, <c>.html</c>, <c>.md</c>, <c>.json</c>, <c>/a/{id}/minutes.pdf</c> and the same under <c>/public/{id}</c>, by the plenary's number.</summary>
    public static void MapMinutes(this IEndpointRouteBuilder routes)
    {
        foreach (var form in new[] { "pdf", "html", "md", "json" })
        {
            routes.MapGet($"/a/{{id:guid}}/minutes/{{plenary:guid}}.{form}", (Guid id, Guid plenary, HttpContext http) => ForMembersAsync(id, http, (hall, by) => OneAsync(hall, http, new(plenary), form, by)));
            routes.MapGet($"/public/{{id:guid}}/minutes/{{number:int}}.{form}", (Guid id, int number, HttpContext http) => ForAnybodyAsync(id, http, hall => PublishedAsync(hall, http, number, form)));
        }
        routes.MapGet("/public/{id:guid}/minutes/{number:int}", (Guid id, int number, HttpContext http) => ForAnybodyAsync(id, http, hall => PublishedAsync(hall, http, number, "html")));
        routes.MapGet("/a/{id:guid}/minutes/{plenary:guid}/view", (Guid id, Guid plenary, HttpContext http) => ForMembersAsync(id, http, (hall, by) => Task.FromResult(View(hall, http, new(plenary), by))));
        routes.MapGet("/a/{id:guid}/minutes/{plenary:guid}/lines/{sequence:long}", (Guid id, Guid plenary, long sequence, HttpContext http) => ForMembersAsync(id, http, (hall, by) => CorrectionForms.AskAsync(hall, http, new(plenary), sequence, by)));
        routes.MapPost("/a/{id:guid}/minutes/{plenary:guid}/lines/{sequence:long}", (Guid id, Guid plenary, long sequence, HttpContext http) => ForMembersAsync(id, http, (hall, by) => CorrectionForms.TakeAsync(hall, http, new(plenary), sequence, by)));
        routes.MapGet("/a/{id:guid}/minutes.pdf", (Guid id, HttpContext http) => ForMembersAsync(id, http, (hall, by) => by.Is(Writers)
            ? VolumeAsync(hall, http, plenary => plenary.Phase != PlenaryPhase.Planned, published: false) : Task.FromResult(Refuse(http, StatusCodes.Status403Forbidden, "papers.not-yours"))));
        routes.MapGet("/public/{id:guid}/minutes.pdf", (Guid id, HttpContext http) => ForAnybodyAsync(id, http, hall => VolumeAsync(hall, http, plenary => hall.Publisher.Snapshot.Now.MinutesOf(plenary.Id).Phase == MinutesPhase.Published, published: true)));
    }

    private static async Task<IResult> ForMembersAsync(Guid id, HttpContext http, Func<Hall, Actor, Task<IResult>> answer)
    {
        var assembly = new AssemblyId(id);
        if (HallOf(http, assembly) is not { } hall)
            return Refuse(http, StatusCodes.Status404NotFound, "page.no-assembly");
        if (Callers.Of(http) is not { } caller)
            return Refuse(http, StatusCodes.Status401Unauthorized, "papers.sign-in");
        var by = hall.Publisher.Snapshot.Now.ActorOf(caller.Credential);
        return caller.BelongsTo(assembly) && by.Is(Writers | Who.Participant) ? await answer(hall, by) : Refuse(http, StatusCodes.Status403Forbidden, "papers.not-yours");
    }

    private static Task<IResult> ForAnybodyAsync(Guid id, HttpContext http, Func<Hall, Task<IResult>> answer) =>
        HallOf(http, new(id)) is { } hall ? answer(hall) : Task.FromResult(Refuse(http, StatusCodes.Status404NotFound, "page.no-assembly"));

    private static Hall? HallOf(HttpContext http, AssemblyId assembly) =>
        http.RequestServices.GetRequiredService<Assemblies>().HallOf(assembly) is { Publisher.Snapshot.Now.Charter: not null } hall ? hall : null;

    private static async Task<IResult> OneAsync(Hall hall, HttpContext http, PlenaryId plenary, string form, Actor by)
    {
        var snapshot = hall.Publisher.Snapshot;
        var phase = snapshot.Now.MinutesOf(plenary).Phase;
        // A draft is its writers' alone: what is being worded has not been said.
        if (!by.Is(Writers) && phase is MinutesPhase.Draft or MinutesPhase.Reviewed)
            return Refuse(http, StatusCodes.Status403Forbidden, "papers.not-yours");
        var proposing = phase == MinutesPhase.Circulated && snapshot.Now.Order(Catalogue.Commands["minutes.propose-correction"], by) is null ? $"/a/{snapshot.Now.Id}/minutes/{plenary}/lines" : null;
        var own = snapshot.Now.MinutesOf(plenary).Corrections.Values.Where(correction => correction.Member is { } member && member == by.Member).OrderBy(correction => correction.Number)
            .ToLookup(correction => correction.Sequence, correction => new OwnCorrection(correction.Number, correction.Phase, PaperLines.Paragraphs(snapshot.Words.GetValueOrDefault(correction.Words) ?? "")));
        return await AnswerAsync(hall, http, plenary, form, $"/a/{snapshot.Now.Id}/minutes/{plenary}", published: false, new(proposing, own));
    }

    private static Task<IResult> PublishedAsync(Hall hall, HttpContext http, int number, string form) =>
        PublishedMinutes.Of(hall.Publisher.Snapshot).FirstOrDefault(minutes => minutes.Number == number) is { } found
            ? AnswerAsync(hall, http, found.Plenary, form, found.Address, published: true, MinutesReader.Public) : Task.FromResult(Refuse(http, StatusCodes.Status404NotFound, "minutes.not-published"));

    private static async Task<IResult> AnswerAsync(Hall hall, HttpContext http, PlenaryId plenary, string form, string address, bool published, MinutesReader reader)
    {
        var desk = http.RequestServices.GetRequiredService<MinutesDesk>();
        if (await desk.PapersAsync(hall, hall.Publisher.Snapshot, plenary, http.RequestAborted) is not { } papers)
            return Refuse(http, StatusCodes.Status404NotFound, "papers.no-plenary");
        var paper = papers.Minutes();
        return form switch
        {
            // What was struck before the adoption has not been published.
            "html" => new RazorComponentResult<MinutesDocument>(new { Data = MinutesDocumentData.Of(paper, published ? null : papers.Circulated(), address, published, reader) }),
            "md" => Results.Bytes(Encoding.UTF8.GetBytes(MinutesMarkdown.Of(paper)), "text/markdown; charset=utf-8"),
            "json" => papers.Text() is not { } text ? Refuse(http, StatusCodes.Status409Conflict, "minutes.not-circulated") : Results.Bytes(Encoding.UTF8.GetBytes(text), "application/json"),
            _ => await PrintAsync(http, Template.Minutes, paper, string.Create(CultureInfo.InvariantCulture, $"minutes-{papers.Number}.pdf"), published),
        };
    }

    private static async Task<IResult> VolumeAsync(Hall hall, HttpContext http, Func<Plenary, bool> holds, bool published)
    {
        var (desk, snapshot) = (http.RequestServices.GetRequiredService<MinutesDesk>(), hall.Publisher.Snapshot);
        var papers = new List<(PlenaryId, MinutesPaper)>();
        foreach (var plenary in snapshot.Now.Plenaries.Values.Where(holds).OrderBy(plenary => plenary.Number))
        {
            if (await desk.PapersAsync(hall, snapshot, plenary.Id, http.RequestAborted) is { } found)
                papers.Add((plenary.Id, found.Minutes()));
        }
        return papers.Count == 0 ? Refuse(http, StatusCodes.Status404NotFound, "papers.no-plenary")
            : await PrintAsync(http, Template.Volume, Volume.Of(snapshot.Now, desk.ChronicleOf(hall, snapshot), papers, await desk.WordsAsync(snapshot, http.RequestAborted)), "minutes.pdf", published);
    }

    private static async Task<IResult> PrintAsync(HttpContext http, Template template, object paper, string file, bool published)
    {
        var standard = http.Request.Query["standard"] is [{ Length: > 0 } asked] ? asked : Standards[0];
        if (!Standards.Contains(standard, StringComparer.Ordinal))
            return Refuse(http, StatusCodes.Status400BadRequest, "papers.standard");
        var press = http.RequestServices.GetRequiredService<IPress>();
        if (press.Health != "ok")
            return Refuse(http, StatusCodes.Status503ServiceUnavailable, "papers.press-down", press.Health);
        template = template with { Standard = standard };
        return PaperEndpoints.Answer(
            published ? await http.RequestServices.GetRequiredService<PublicPrints>().RenderAsync(template, paper, http.RequestAborted) : await press.RenderAsync(template, paper, http.RequestAborted), file, http.RequestServices.GetRequiredService<Sentences>());
    }

    private static IResult View(Hall hall, HttpContext http, PlenaryId plenary, Actor by)
    {
        var (desk, sentences, snapshot) = (http.RequestServices.GetRequiredService<MinutesDesk>(), http.RequestServices.GetRequiredService<Sentences>(), hall.Publisher.Snapshot);
        return !by.Is(Writers) ? Refuse(http, StatusCodes.Status403Forbidden, "papers.not-yours")
            : MinutesView.Of(snapshot, desk.ChronicleOf(hall, snapshot), plenary, sentences) is { } view ? Results.Json(view, JournalJson.Options)
            : Refuse(http, StatusCodes.Status404NotFound, "papers.no-plenary");
    }

    internal static IResult Refuse(HttpContext http, int status, string code, params object[] arguments) =>
        Plain.Refuse(http.RequestServices.GetRequiredService<Sentences>(), status, code, arguments);
}

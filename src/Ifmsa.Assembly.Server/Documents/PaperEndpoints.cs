using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Accounts;
using Ifmsa.Assembly.Server.Floor;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Minutes;
using Ifmsa.Assembly.Server.Wording;

namespace Ifmsa.Assembly.Server.Documents;

/// <summary>The decisions of a plenary as a PDF, for those who answer for them; and what every paper is answered with.</summary>
public static class PaperEndpoints
{
    private const Who Readers = Who.Secretary | Who.Assistant | Who.Chair | Who.ViceChair | Who.Presiding | Who.Secretariat;

    /// <summary>Maps <c>GET /a/{id}/decisions/{plenary}.pdf</c>.</summary>
    public static void MapPapers(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/a/{id:guid}/decisions/{plenary:guid}.pdf", (Guid id, Guid plenary, HttpContext http) => PrintAsync(id, plenary, http, Template.Decisions, "decisions", papers => papers.Decisions()));
    }

    /// <summary>A finished paper as the answer, or why there is none.</summary>
    public static IResult Answer(Print print, string file, Sentences sentences) => print switch
    {
        PrintedPaper paper => Results.Bytes(paper.Pdf, "application/pdf", file),
        PressFailure { Fault: PressFault.Busy } => Plain.Refuse(sentences, StatusCodes.Status503ServiceUnavailable, "papers.busy"),
        PressFailure { Fault: PressFault.TooSlow } => Plain.Refuse(sentences, StatusCodes.Status503ServiceUnavailable, "papers.slow"),
        PressFailure { Fault: PressFault.Template } => Plain.Refuse(sentences, StatusCodes.Status500InternalServerError, "papers.faulty"),
        PressFailure failure => Plain.Refuse(sentences, StatusCodes.Status503ServiceUnavailable, "papers.press-down", failure.Reason),
        _ => throw new InvalidOperationException($"Nothing is to be done with {print.GetType().Name}."),
    };

    private static async Task<IResult> PrintAsync(Guid id, Guid plenary, HttpContext http, Template template, string name, Func<MinutesPapers, object?> make)
    {
        var services = http.RequestServices;
        var (sentences, cancellation, assembly) = (services.GetRequiredService<Sentences>(), http.RequestAborted, new AssemblyId(id));
        if (services.GetRequiredService<Assemblies>().HallOf(assembly) is not { Publisher.Snapshot.Now.Charter: { } charter } hall)
            return Plain.Refuse(sentences, StatusCodes.Status404NotFound, "page.no-assembly");
        if (Callers.Of(http) is not { } caller)
            return Plain.Refuse(sentences, StatusCodes.Status401Unauthorized, "papers.sign-in");
        var snapshot = hall.Publisher.Snapshot;
        if (!caller.BelongsTo(assembly) || !snapshot.Now.ActorOf(caller.Credential).Is(Readers))
            return Plain.Refuse(sentences, StatusCodes.Status403Forbidden, "papers.not-yours");
        var press = services.GetRequiredService<IPress>();
        if (press.Health != "ok")
            return Plain.Refuse(sentences, StatusCodes.Status503ServiceUnavailable, "papers.press-down", press.Health);
        var words = await PaperWords.ReadAsync(services.GetRequiredService<Microsoft.Extensions.Options.IOptions<PressSettings>>().Value, charter.Languages[0], cancellation);
        if (MinutesPapers.Of(snapshot, hall.Publisher.Minutes.UpTo(snapshot.Now.Sequence), new(plenary), sentences, words) is not { } papers)
            return Plain.Refuse(sentences, StatusCodes.Status404NotFound, "papers.no-plenary");
        return make(papers) is { } paper
            ? Answer(await press.RenderAsync(template, paper, cancellation), $"{name}-{papers.Number}.pdf", sentences)
            : Plain.Refuse(sentences, StatusCodes.Status409Conflict, "papers.not-adjourned");
    }
}

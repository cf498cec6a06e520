using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Minutes;
using Ifmsa.Assembly.Server.Accounts;
using Ifmsa.Assembly.Server.Documents;
using Ifmsa.Assembly.Server.Floor;
using Ifmsa.Assembly.Server.Public;
using Ifmsa.Assembly.Server.Wording;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ifmsa.Assembly.Server.Minutes;

/// <summary>A member's proposal to correct a line, from a page without a script: the same command as over the hub.</summary>
internal static class CorrectionForms
{
    /// <summary>The form for a line.</summary>
    public static async Task<IResult> AskAsync(Hall hall, HttpContext http, PlenaryId plenary, long sequence, Actor by) =>
        await FindAsync(hall, http, plenary, sequence, by) is var (form, refusal) && refusal is not null ? refusal : Page(form!, StatusCodes.Status200OK);

    /// <summary>Takes what was written; where it is refused, the words stay in the form beside the reason.</summary>
    public static async Task<IResult> TakeAsync(Hall hall, HttpContext http, PlenaryId plenary, long sequence, Actor by)
    {
        var (form, refusal) = await FindAsync(hall, http, plenary, sequence, by);
        if (form is null)
            return refusal!;
        if (!http.Request.HasFormContentType)
            return MinutesEndpoints.Refuse(http, StatusCodes.Status415UnsupportedMediaType, "minutes.form");
        var sent = await http.Request.ReadFormAsync(new() { BufferBodyLengthLimit = 64 * 1_024, ValueCountLimit = 10, ValueLengthLimit = 32 * 1_024 }, http.RequestAborted);
        var text = sent["text"].ToString().ReplaceLineEndings("\n").Trim();
        // The form's own id, so that a page sent twice proposes once.
        if (!Guid.TryParse(sent["correction"], out var correction) || KindOf(sent["kind"]) is not { } kind)
            return MinutesEndpoints.Refuse(http, StatusCodes.Status400BadRequest, "minutes.form");
        var command = new ProposeCorrection(new(correction), plenary, sequence, kind, new(Guid.NewGuid()), text);
        var caller = Callers.Of(http)!.Credential;
        var (taken, reason) = await http.RequestServices.GetRequiredService<MinutesDesk>().LookAtAsync(hall, caller, command, http.RequestServices.GetRequiredService<Assemblies>().Find, http.RequestAborted);
        var texts = http.RequestServices.GetRequiredService<IRefusalTexts>();
        var answer = reason is null ? (await hall.Writer.SubmitAsync(new(Guid.NewGuid()), caller, taken)).Refusal : texts.Text(reason);
        return answer is null || answer.Code == "id.taken"
            ? Results.Redirect($"/a/{hall.Publisher.Snapshot.Now.Id}/minutes/{plenary}.html#e{sequence}", permanent: false)
            : Page(form with { Refused = answer.Text, Text = text, Kind = kind }, StatusCodes.Status422UnprocessableEntity);
    }

    private static CorrectionKind? KindOf(string? kind) => kind switch
    {
        "wording" => CorrectionKind.Wording,
        "remark" => CorrectionKind.Remark,
        _ => null,
    };

    private static RazorComponentResult<CorrectionForm> Page(CorrectionFormData form, int status) => new(new { Data = form }) { StatusCode = status };

    private static async Task<(CorrectionFormData? Form, IResult? Refusal)> FindAsync(Hall hall, HttpContext http, PlenaryId plenary, long sequence, Actor by)
    {
        var snapshot = hall.Publisher.Snapshot;
        if (snapshot.Now.Order(Catalogue.Commands["minutes.propose-correction"], by) is { } refusal)
            return (null, Hosting.Plain.Refuse(http.RequestServices.GetRequiredService<IRefusalTexts>().Text(refusal)));
        var desk = http.RequestServices.GetRequiredService<MinutesDesk>();
        if (await desk.PapersAsync(hall, snapshot, plenary, http.RequestAborted) is not { } papers || papers.Circulated() is not { } paper
            || paper.Items.SelectMany(item => item.Entries).FirstOrDefault(entry => entry.Sequence == sequence) is not { } line)
        {
            return (null, MinutesEndpoints.Refuse(http, StatusCodes.Status404NotFound, "minutes.no-line"));
        }
        var address = $"/a/{snapshot.Now.Id}/minutes/{plenary}";
        return (new(paper with { Words = (await desk.WordsAsync(snapshot, http.RequestAborted)).Texts }, line, address, MinutesMarks.Bare(line.Text)) { Kind = line.Fixed == true ? CorrectionKind.Remark : CorrectionKind.Wording }, null);
    }
}

/// <summary>A form to propose a correction to a line.</summary>
/// <param name="Paper">The circulated minutes.</param>
/// <param name="Line">The line.</param>
/// <param name="Address">Where the minutes are read, without an ending.</param>
/// <param name="Text">What stands in the form.</param>
public sealed record CorrectionFormData(MinutesPaper Paper, MinutesEntry Line, string Address, string Text)
{
    /// <summary>Another sentence, or a remark.</summary>
    public CorrectionKind Kind { get; init; }

    /// <summary>Why what was sent is not taken; null before.</summary>
    public string? Refused { get; init; }

    /// <summary>The id of the correction to be.</summary>
    public Guid Correction { get; } = Guid.NewGuid();
}

/// <summary>The marks around names in sentences for paper.</summary>
internal static class MinutesMarks
{
    /// <summary>A sentence without them.</summary>
    public static string Bare(string text) => string.Concat(text.Where(sign => sign is not ('\u2068' or '\u2069')));
}

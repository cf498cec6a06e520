using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Accounts;
using Ifmsa.Assembly.Server.Floor;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Wording;
using Microsoft.AspNetCore.Http.Features;

namespace Ifmsa.Assembly.Server.Federation;

/// <summary>A faulty row, in words.</summary>
public sealed record FaultLine(int Line, string Code, string Text);

/// <summary>A preview, in words.</summary>
public sealed record PreviewAnswer(string Token, int Rows, IReadOnlyList<FaultLine> Faults, MemberDifference Difference);

/// <summary>Previewing and importing a member list; the file is the request's body.</summary>
public static class MemberEndpoints
{
    /// <summary>Maps <c>POST /api/a/{id}/members/preview</c> and <c>…/import?token=…</c>.</summary>
    public static void MapMembers(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/a/{id:guid}/members/preview", PreviewAsync);
        routes.MapPost("/api/a/{id:guid}/members/import", ImportAsync);
    }

    private static async Task<IResult> PreviewAsync(Guid id, HttpContext http, IAssemblies assemblies, Sentences sentences)
    {
        var (preview, refusal) = await ReadAsync(id, http, assemblies, sentences);
        return refusal ?? Results.Json(Answer(preview!, assemblies.Find(new(id))!, sentences));
    }

    private static async Task<IResult> ImportAsync(Guid id, string? token, HttpContext http, IAssemblies assemblies, Sentences sentences)
    {
        var (preview, refusal) = await ReadAsync(id, http, assemblies, sentences);
        if (refusal is not null || Callers.Of(http) is not { } caller)
            return refusal ?? AccountEndpoints.NotSecretariat(sentences);
        if (preview!.Faults.Count > 0)
            return Results.Json(Answer(preview, assemblies.Find(new(id))!, sentences), statusCode: StatusCodes.Status422UnprocessableEntity);
        if (!string.Equals(preview.Token, token, StringComparison.OrdinalIgnoreCase))
            return Plain.Refuse(sentences, StatusCodes.Status409Conflict, "import.not-previewed");
        var answer = await assemblies.SubmitAsync(new(id), caller.Credential, new CommandId(Guid.NewGuid()), new ImportMembers([.. preview.Members]), http.RequestAborted);
        return answer.Accepted ? Results.Json(answer, JournalJson.Options) : Plain.Refuse(answer.Refusal!);
    }

    private static PreviewAnswer Answer(MemberPreview preview, Proceedings now, Sentences sentences) => new(
        preview.Token, preview.Members.Count,
        [.. preview.Faults.Select(fault => new FaultLine(fault.Line, fault.Code, sentences.Say(fault.Code, fault.Arguments)))],
        MemberDifference.Of(preview.Members, now.Members.Values));

    private static async Task<(MemberPreview? Preview, IResult? Refusal)> ReadAsync(Guid id, HttpContext http, IAssemblies assemblies, Sentences sentences)
    {
        if (Callers.Of(http) is not { Secretariat: true })
            return (null, AccountEndpoints.NotSecretariat(sentences));
        if (assemblies.Find(new(id))?.Rules is not { } rules)
            return (null, Plain.Refuse(sentences, StatusCodes.Status404NotFound, "page.no-assembly"));
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MemberImport.LongestFile + 1;
        using var file = new MemoryStream();
        var buffer = new byte[16 * 1_024];
        for (int read; (read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0;)
        {
            file.Write(buffer, 0, read);
            if (file.Length > MemberImport.LongestFile)
                return (null, Plain.Refuse(sentences, StatusCodes.Status413PayloadTooLarge, "import.file-too-long", MemberImport.LongestFile / 1_024));
        }
        return (MemberImport.Read(file.ToArray(), rules.Regions), null);
    }
}

using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Accounts;
using Ifmsa.Assembly.Server.Floor;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Wording;
using Microsoft.AspNetCore.Http.Features;

namespace Ifmsa.Assembly.Server.Letters;

/// <summary>Handing in a member's letter, reading it, and erasing it.</summary>
public static class LetterEndpoints
{
    private const Who Takers = Who.Desk | Who.Secretariat;
    private const Who Readers = Takers | Who.Presiding | Who.Chair;

    /// <summary>Maps <c>POST /a/{id}/letters</c>, whose body is the file, and <c>GET</c> and <c>DELETE /a/{id}/letters/{letter}</c>.</summary>
    public static void MapLetters(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/a/{id:guid}/letters", TakeAsync);
        routes.MapGet("/a/{id:guid}/letters/{letter:guid}", ReadAsync);
        routes.MapDelete("/a/{id:guid}/letters/{letter:guid}", EraseAsync);
    }

    private static async Task<IResult> TakeAsync(Guid id, HttpContext http, IAssemblies assemblies, LetterBook letters, Sentences sentences)
    {
        if (Stranger(new(id), http, assemblies, sentences, Takers) is { } refusal)
            return refusal;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = LetterBook.Longest + 1;
        using var file = new MemoryStream();
        var buffer = new byte[16 * 1_024];
        for (int read; (read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0;)
        {
            file.Write(buffer, 0, read);
            if (file.Length > LetterBook.Longest)
                return Plain.Refuse(sentences, StatusCodes.Status413PayloadTooLarge, "letter.too-long", LetterBook.Longest / 1_024 / 1_024);
        }
        var letter = new ProxyLetter(http.Request.ContentType?.Split(';')[0].Trim() ?? "", file.ToArray());
        if (!LetterBook.IsTaken(letter.Type, letter.Bytes))
            return Plain.Refuse(sentences, StatusCodes.Status415UnsupportedMediaType, "letter.type");
        return await letters.KeepAsync(new(id), letter, http.RequestAborted) is { } digest
            ? Results.Json(digest, JournalJson.Options)
            : Plain.Refuse(sentences, StatusCodes.Status409Conflict, "letter.too-many", LetterBook.AtMost);
    }

    private static async Task<IResult> ReadAsync(Guid id, Guid letter, HttpContext http, IAssemblies assemblies, LetterBook letters, Sentences sentences)
    {
        if (Stranger(new(id), http, assemblies, sentences, Readers) is { } refusal)
            return refusal;
        if (await letters.FindAsync(new(id), new(letter), http.RequestAborted) is not { } found)
            return Plain.Refuse(sentences, StatusCodes.Status404NotFound, "letter.unknown");
        // Somebody else made the file: it is saved, never shown within this site.
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return Results.Bytes(found.Bytes, found.Type, $"letter-{letter}.{LetterBook.EndingOf(found.Type)}");
    }

    private static async Task<IResult> EraseAsync(Guid id, Guid letter, HttpContext http, IAssemblies assemblies, LetterBook letters, Sentences sentences)
    {
        if (Stranger(new(id), http, assemblies, sentences, Takers) is { } refusal)
            return refusal;
        // What a proxy rests on is the secretariat's to erase, once nobody needs it any more.
        if (Callers.Of(http) is not { Secretariat: true } && assemblies.Find(new(id))!.Letters.ContainsKey(new(letter)))
            return Plain.Refuse(sentences, StatusCodes.Status409Conflict, "letter.in-use");
        return await letters.EraseAsync(new(id), new(letter), http.RequestAborted) ? Results.NoContent() : Plain.Refuse(sentences, StatusCodes.Status404NotFound, "letter.unknown");
    }

    private static IResult? Stranger(AssemblyId assembly, HttpContext http, IAssemblies assemblies, Sentences sentences, Who needed)
    {
        if (assemblies.Find(assembly) is not { Charter: not null } now)
            return Plain.Refuse(sentences, StatusCodes.Status404NotFound, "page.no-assembly");
        if (Callers.Of(http) is not { } caller)
            return Plain.Refuse(sentences, StatusCodes.Status401Unauthorized, "sign-in.needed");
        return caller.BelongsTo(assembly) && now.ActorOf(caller.Credential).Is(needed) ? null : Plain.Refuse(sentences, StatusCodes.Status403Forbidden, "letter.not-yours");
    }
}

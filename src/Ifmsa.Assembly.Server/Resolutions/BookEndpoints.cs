using System.Text;
using Ifmsa.Assembly.Core.Bylaws;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Publication;
using Ifmsa.Assembly.Server.Accounts;
using Ifmsa.Assembly.Server.Documents;
using Ifmsa.Assembly.Server.Floor;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Minutes;
using Ifmsa.Assembly.Server.Wording;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Ifmsa.Assembly.Server.Resolutions;

/// <summary>The book of resolutions and the bylaws as paper and as Markdown; the text that motions change, and laying it down.</summary>
public static class BookEndpoints
{
    private const Who Readers = Who.Secretary | Who.Assistant | Who.Chair | Who.ViceChair | Who.Presiding | Who.Executive | Who.Official | Who.Secretariat;

    /// <summary>Maps <c>GET /a/{id}/resolutions.pdf</c> and <c>.md</c>, <c>GET /a/{id}/bylaws.pdf</c>, <c>.md</c> and <c>.json</c>, and <c>PUT /a/{id}/bylaws</c>, whose body is the text in force; and <c>GET /api/a/{id}/site</c> for the secretariat's page.</summary>
    public static void MapBook(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/a/{id:guid}/resolutions.pdf", (Guid id, HttpContext http) => AnswerAsync(id, http, SitePart.Resolutions, read => PrintAsync(http, read, Template.Resolutions, () => read.Book.Paper(read.Words), "resolutions.pdf")));
        routes.MapGet("/a/{id:guid}/resolutions.md", (Guid id, HttpContext http) => AnswerAsync(id, http, SitePart.Resolutions, read => Task.FromResult(Markdown(BookMarkdown.Of(read.Book.Paper(read.Words)), "resolutions.md"))));
        routes.MapGet("/a/{id:guid}/bylaws.pdf", (Guid id, HttpContext http) => AnswerAsync(id, http, SitePart.Bylaws, read =>
            read.Now.Bylaws is not null ? PrintAsync(http, read, Template.Bylaws, () => read.Book.Bylaws(read.Words)!, "bylaws.pdf") : Task.FromResult(None(http))));
        routes.MapGet("/a/{id:guid}/bylaws.md", (Guid id, HttpContext http) => AnswerAsync(id, http, SitePart.Bylaws, read =>
            Task.FromResult(read.Now.Bylaws is { } bylaws ? Markdown(BookMarkdown.Of(bylaws), "bylaws.md") : None(http))));
        routes.MapGet("/a/{id:guid}/bylaws.json", (Guid id, HttpContext http) => Articles(id, http));
        routes.MapPut("/a/{id:guid}/bylaws", TakeAsync);
        routes.MapGet("/api/a/{id:guid}/site", Site);
    }

    private static async Task<IResult> AnswerAsync(Guid id, HttpContext http, SitePart part, Func<Read, Task<IResult>> answer)
    {
        var (sentences, assembly) = (http.RequestServices.GetRequiredService<Sentences>(), new AssemblyId(id));
        var hall = http.RequestServices.GetRequiredService<Assemblies>().HallOf(assembly);
        var snapshot = hall?.Publisher.Snapshot;
        var open = snapshot?.Now.Published.Contains(part) == true;
        if (!open)
        {
            if (snapshot?.Now.Charter is null)
                return Plain.Refuse(sentences, StatusCodes.Status404NotFound, "page.no-assembly");
            if (Callers.Of(http) is not { } caller)
                return Plain.Refuse(sentences, StatusCodes.Status401Unauthorized, "papers.sign-in");
            if (!caller.BelongsTo(assembly) || !snapshot.Now.ActorOf(caller.Credential).Is(Readers))
                return Plain.Refuse(sentences, StatusCodes.Status403Forbidden, "book.not-yours");
        }
        var words = await PaperWords.ReadAsync(http.RequestServices.GetRequiredService<IOptions<PressSettings>>().Value, snapshot!.Now.Charter!.Languages[0], http.RequestAborted);
        return await answer(new(snapshot.Now, words, new(() => new(snapshot, hall!.Publisher.Minutes.UpTo(snapshot.Now.Sequence), sentences)), open));
    }

    private static async Task<IResult> PrintAsync(HttpContext http, Read read, Template template, Func<object> paper, string file)
    {
        var (press, sentences) = (http.RequestServices.GetRequiredService<IPress>(), http.RequestServices.GetRequiredService<Sentences>());
        return press.Health != "ok" ? Plain.Refuse(sentences, StatusCodes.Status503ServiceUnavailable, "papers.press-down", press.Health)
            : PaperEndpoints.Answer(
                read.Open ? await http.RequestServices.GetRequiredService<PublicPrints>().RenderAsync(read.Now.Id, template, paper, http.RequestAborted) : await press.RenderAsync(template, paper(), http.RequestAborted), file, sentences);
    }

    /// <summary>The articles as a motion's form asks for them; anybody of the assembly may read what they change.</summary>
    private static IResult Articles(Guid id, HttpContext http)
    {
        var (sentences, assembly) = (http.RequestServices.GetRequiredService<Sentences>(), new AssemblyId(id));
        if (http.RequestServices.GetRequiredService<Assemblies>().Find(assembly) is not { Charter: not null } now)
            return Plain.Refuse(sentences, StatusCodes.Status404NotFound, "page.no-assembly");
        if (Callers.Of(http) is not { } caller)
            return Plain.Refuse(sentences, StatusCodes.Status401Unauthorized, "sign-in.needed");
        return !caller.BelongsTo(assembly) ? Plain.Refuse(sentences, StatusCodes.Status403Forbidden, "book.not-yours")
            : now.Bylaws is { } bylaws ? Results.Json(new BylawsToChange(bylaws.Title, bylaws.Articles), JournalJson.Options) : None(http);
    }

    private static IResult Site(Guid id, HttpContext http, IAssemblies assemblies, Sentences sentences) =>
        Callers.Of(http) is not { Secretariat: true } ? AccountEndpoints.NotSecretariat(sentences)
        : assemblies.Find(new(id)) is not { Charter: not null } now ? Plain.Refuse(sentences, StatusCodes.Status404NotFound, "page.no-assembly")
        : Results.Json(new SiteState([.. Enum.GetValues<SitePart>()], [.. now.Published], now.Bylaws?.Title, Core.Publication.Resolutions.Of(now).Count()), JournalJson.Options);

    private static async Task<IResult> TakeAsync(Guid id, string? title, HttpContext http, IAssemblies assemblies, Sentences sentences)
    {
        if (Callers.Of(http) is not { Secretariat: true } caller)
            return AccountEndpoints.NotSecretariat(sentences);
        const int longest = BylawsReading.LengthAtMost * 4;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = longest + 1;
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1_024];
        for (int read; (read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0;)
        {
            body.Write(buffer, 0, read);
            if (body.Length > longest)
                return Plain.Refuse(sentences, StatusCodes.Status413PayloadTooLarge, "book.unreadable", BylawsReading.LengthAtMost);
        }
        string text;
        try
        {
            text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(body.ToArray()).TrimStart('\uFEFF');
        }
        catch (ArgumentException)
        {
            return Plain.Refuse(sentences, StatusCodes.Status400BadRequest, "book.unreadable", BylawsReading.LengthAtMost);
        }
        var answer = await assemblies.SubmitAsync(new(id), caller.Credential, new(Guid.NewGuid()), new TakeBylaws(title ?? "", text), http.RequestAborted);
        return answer.Accepted ? Results.Json(answer, JournalJson.Options) : Plain.Refuse(answer.Refusal!);
    }

    private static IResult Markdown(string text, string file) => Results.Bytes(Encoding.UTF8.GetBytes(text), "text/markdown; charset=utf-8", file);

    /// <summary>What is read for an answer, and whether anybody may ask for it; the book is put together only where it is needed.</summary>
    private sealed record Read(Proceedings Now, PaperWords Words, Lazy<ResolutionBook> LazyBook, bool Open)
    {
        public ResolutionBook Book => LazyBook.Value;
    }

    private static IResult None(HttpContext http) => Plain.Refuse(http.RequestServices.GetRequiredService<Sentences>(), StatusCodes.Status404NotFound, "book.no-bylaws");
}

/// <summary>What the secretariat's page shows of the public site.</summary>
/// <param name="Parts">The parts there are.</param>
/// <param name="Published">Those that are open.</param>
/// <param name="Bylaws">The title of the bylaws on file.</param>
/// <param name="Resolutions">How many resolutions stand.</param>
public sealed record SiteState(IReadOnlyList<SitePart> Parts, IReadOnlyList<SitePart> Published, string? Bylaws, int Resolutions);

/// <summary>The bylaws as they read now, article by article.</summary>
public sealed record BylawsToChange(string Title, IReadOnlyList<BylawsArticle> Articles);

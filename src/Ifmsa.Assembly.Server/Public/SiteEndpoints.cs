using System.Globalization;
using System.Text;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Publication;
using Ifmsa.Assembly.Server.Documents;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Resolutions;
using Ifmsa.Assembly.Server.Tallies;
using Ifmsa.Assembly.Server.Wording;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ifmsa.Assembly.Server.Public;

/// <summary>The public site of an assembly, for anybody, without script: what the secretariat has published; anything else is no page.</summary>
public static class SiteEndpoints
{
    // Pages change with the program too.
    private static readonly string Build = typeof(SiteEndpoints).Assembly.ManifestModule.ModuleVersionId.ToString("N")[..8];

    /// <summary>Registers the site.</summary>
    public static IServiceCollection AddSite(this IServiceCollection services) => services.AddSingleton<SiteShelf>().AddSingleton<IPublishedPapers, Minutes.MinutesOnTheSite>();

    /// <summary>Maps <c>/public/{id}</c> and what is below it.</summary>
    public static void MapSite(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/public/{id:guid}", (Guid id, HttpContext http) => AnswerAsync(id, http, null, site => Page<Overview>(site)));
        routes.MapGet("/public/{id:guid}/agenda", (Guid id, HttpContext http) => AnswerAsync(id, http, SitePart.Agenda, site => Page<AgendaPage>(site)));
        routes.MapGet("/public/{id:guid}/calendar.ics", (Guid id, HttpContext http) => AnswerAsync(id, http, SitePart.Calendar, site =>
            Results.Bytes(Encoding.UTF8.GetBytes(site.Calendar(new($"{http.Request.Scheme}://{http.Request.Host}/public/{id:D}"))), "text/calendar; charset=utf-8", "plenaries.ics")));
        routes.MapGet("/public/{id:guid}/results", (Guid id, HttpContext http) => AnswerAsync(id, http, SitePart.Results, site => Page<ResultsPage>(site)));
        routes.MapGet("/public/{id:guid}/results/{number:int}", (Guid id, int number, HttpContext http) => AnswerAsync(id, http, SitePart.Results, site => VoteOf(site, number) is { } vote ? Page<VotePage>(site, ("Vote", vote)) : null));
        routes.MapGet("/public/{id:guid}/results/{number:int}.json", (Guid id, int number, HttpContext http) => AnswerAsync(id, http, SitePart.Results, site => VoteOf(site, number) is { } vote ? Results.Bytes(vote.Record.ToJson(), "application/json") : null));
        routes.MapGet("/public/{id:guid}/results/{number:int}.csv", (Guid id, int number, HttpContext http) => AnswerAsync(id, http, SitePart.Results, site =>
            VoteOf(site, number) is { } vote ? Results.Bytes(ResultCsv.Of(vote.Record), "text/csv; charset=utf-8", string.Create(CultureInfo.InvariantCulture, $"result-{number:000}.csv")) : null));
        routes.MapGet("/public/{id:guid}/resolutions", (Guid id, HttpContext http) => AnswerAsync(id, http, SitePart.Resolutions, site => Page<ResolutionsPage>(site)));
        routes.MapGet("/public/{id:guid}/resolutions/{number}", (Guid id, string number, HttpContext http) => AnswerAsync(id, http, SitePart.Resolutions, site =>
            site.Book.Entries.FirstOrDefault(entry => entry.Slug == number) is { } entry ? Page<ResolutionPage>(site, ("Entry", entry)) : null));
        routes.MapGet("/public/{id:guid}/bylaws", (Guid id, HttpContext http) => AnswerAsync(id, http, SitePart.Bylaws, site => site.Bylaws is { } paper ? Page<BylawsPage>(site, ("Paper", paper)) : null));
    }

    private static async Task<IResult> AnswerAsync(Guid id, HttpContext http, SitePart? part, Func<SiteReading, IResult?> answer)
    {
        var site = await http.RequestServices.GetRequiredService<SiteShelf>().FindAsync(new(id), http.RequestAborted);
        // What is not published is as if it were not there, in the very words in which an unknown page is answered.
        if (site is null || (part is { } asked && !site.Now.Published.Contains(asked)))
            return Unknown(http);
        var tag = $"W/\"{site.Head[..20]}-{Build}\"";
        var headers = http.Response.Headers;
        if (http.Request.Headers.IfNoneMatch.ToString().Contains(tag, StringComparison.Ordinal))
        {
            (headers.CacheControl, headers.ETag) = ("public, no-cache", tag);
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }
        if (answer(site) is not { } page)
            return Unknown(http);
        // Kept by anybody, and asked about each time: a part that is withdrawn is gone.
        (headers.CacheControl, headers.ETag) = ("public, no-cache", tag);
        return page;
    }

    private static SiteVote? VoteOf(SiteReading site, int number) => site.Votes.FirstOrDefault(vote => vote.Record.VoteEvent.Identifier == number.ToString(CultureInfo.InvariantCulture));

    private static IResult Unknown(HttpContext http) => Plain.Refuse(http.RequestServices.GetRequiredService<Sentences>(), StatusCodes.Status404NotFound, "page.unknown");

    private static RazorComponentResult<TPage> Page<TPage>(SiteReading site, params ReadOnlySpan<(string Name, object Value)> more)
        where TPage : IComponent
    {
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal) { ["Site"] = site };
        foreach (var (name, value) in more)
            parameters[name] = value;
        return new(parameters) { PreventStreamingRendering = true };
    }
}

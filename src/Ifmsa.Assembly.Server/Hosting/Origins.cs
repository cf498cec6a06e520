using Ifmsa.Assembly.Server.Wording;

namespace Ifmsa.Assembly.Server.Hosting;

/// <summary>
/// Turns away what a page of another site sends: every request that changes something, and all of the hub. Programs send no Origin and pass.
/// </summary>
public static class Origins
{
    /// <summary>Checks before anything acts on the request.</summary>
    public static IApplicationBuilder UseOwnOriginOnly(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var reading = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        if ((!reading || http.WebSockets.IsWebSocketRequest || http.Request.Path.StartsWithSegments("/floor", StringComparison.OrdinalIgnoreCase)) && !IsOwn(http.Request))
        {
            await Plain.Refuse(http.RequestServices.GetRequiredService<Sentences>(), StatusCodes.Status403Forbidden, "origin.foreign").ExecuteAsync(http);
            return;
        }
        await next(http);
    });

    internal static bool IsOwn(HttpRequest request)
    {
        var origins = request.Headers.Origin;
        if (origins.Count == 0)
            return true;
        // "null" is what a sandboxed or local page sends: foreign.
        return origins.Count == 1
            && Uri.TryCreate(origins[0], UriKind.Absolute, out var origin)
            && string.Equals(origin.Scheme, request.Scheme, StringComparison.OrdinalIgnoreCase)
            && string.Equals(origin.Authority, Authority(request), StringComparison.OrdinalIgnoreCase);
    }

    private static string Authority(HttpRequest request) =>
        Uri.TryCreate($"{request.Scheme}://{request.Host.ToUriComponent()}", UriKind.Absolute, out var own) ? own.Authority : "";
}

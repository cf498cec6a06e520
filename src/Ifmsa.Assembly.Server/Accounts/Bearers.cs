using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;

namespace Ifmsa.Assembly.Server.Accounts;

/// <summary>Whether a session's token may come as a bearer instead of in a cookie: in the demo alone, where each tab is its own person.</summary>
public sealed record BearerRule(bool Allowed)
{
    /// <summary>Outside the demo.</summary>
    public static BearerRule Refused { get; } = new(Allowed: false);

    /// <summary>In the demo.</summary>
    public static BearerRule InDemo { get; } = new(Allowed: true);
}

/// <summary>Takes the demo's tokens, and carries them from page to page within a tab.</summary>
public static class Bearers
{
    private const int Longest = 64;

    /// <summary>Lets a token speak for the tab, before any cookie that all tabs share; does nothing unless a <see cref="BearerRule"/> allows it.</summary>
    public static IApplicationBuilder UseBearers(this IApplicationBuilder app)
    {
        if (app.ApplicationServices.GetService<BearerRule>() is not { Allowed: true })
            return app;
        return app.Use(async (http, next) =>
        {
            var header = http.Request.Headers.Authorization.ToString();
            // SignalR's WebSocket cannot send headers from a browser; it puts the token in the query.
            var token = header.StartsWith("Bearer ", StringComparison.Ordinal) ? header["Bearer ".Length..] : http.Request.Query["access_token"].ToString();
            // Links and forms of the pages that the server makes know no token: the page they stand on says whose tab it is.
            if (token.Length == 0 && HttpMethods.IsGet(http.Request.Method) && http.Request.Headers["Sec-Fetch-Mode"] == "navigate" && TokenOf(http) is { } carried)
            {
                http.Response.Redirect(QueryHelpers.AddQueryString(http.Request.GetEncodedUrl(), "access_token", carried));
                return;
            }
            if (token.Length is > 0 and <= Longest && await http.RequestServices.GetRequiredService<Sessions>().FindAsync(token, http.RequestAborted) is { } principal)
                http.User = principal;
            await next(http);
        });
    }

    /// <summary>The token in the address of the page of ours that is being left.</summary>
    private static string? TokenOf(HttpContext http) =>
        Uri.TryCreate(http.Request.Headers.Referer, UriKind.Absolute, out var page) && page.Authority == http.Request.Host.Value
        && QueryHelpers.ParseQuery(page.Query).TryGetValue("access_token", out var token) && token.ToString() is { Length: > 0 and <= Longest } carried ? carried : null;
}

namespace Ifmsa.Assembly.Server.Hosting;

/// <summary>What every answer tells the browser: run nothing from elsewhere, frame nothing, tell nobody.</summary>
public static class SafeHeaders
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Sets them first, so that errors carry them too.</summary>
    public static IApplicationBuilder UseSafeHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        // Not "no-referrer": a form would then be sent as from nowhere, and be taken for another site's.
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // The phone may keep its screen awake; nothing else.
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), screen-wake-lock=(self), fullscreen=(self)";
        if (http.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
        // Answers of the API are for this browser now; pages and assets say otherwise themselves.
        headers.CacheControl = "no-store";
        return next(http);
    });
}

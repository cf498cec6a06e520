using Microsoft.AspNetCore.Authentication.Cookies;

namespace Ifmsa.Assembly.Server.Hosting;

/// <summary>Cookies that no script reads and no other site sends: over HTTPS under <c>__Host-</c> and Secure, over loopback's HTTP without.</summary>
public sealed class HostCookies : ICookieManager
{
    private readonly ChunkingCookieManager _chunks = new();

    /// <summary>A cookie's value, or null.</summary>
    public static string? Read(HttpContext http, string name) => http.Request.Cookies[Named(http, name)];

    /// <summary>Sets a cookie.</summary>
    public static void Write(HttpContext http, string name, string value, TimeSpan lasts)
    {
        var options = new CookieOptions { MaxAge = lasts };
        Harden(http, options);
        http.Response.Cookies.Append(Named(http, name), value, options);
    }

    /// <inheritdoc/>
    public string? GetRequestCookie(HttpContext context, string key) => _chunks.GetRequestCookie(context, Named(context, key));

    /// <inheritdoc/>
    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options)
    {
        Harden(context, options);
        _chunks.AppendResponseCookie(context, Named(context, key), value, options);
    }

    /// <inheritdoc/>
    public void DeleteCookie(HttpContext context, string key, CookieOptions options)
    {
        Harden(context, options);
        _chunks.DeleteCookie(context, Named(context, key), options);
    }

    private static string Named(HttpContext http, string name) => http.Request.IsHttps ? "__Host-" + name : name;

    private static void Harden(HttpContext http, CookieOptions options)
    {
        options.HttpOnly = true;
        options.SameSite = SameSiteMode.Strict;
        options.Secure = http.Request.IsHttps;
        options.Path = "/";
        options.Domain = null;
        options.IsEssential = true;
    }
}

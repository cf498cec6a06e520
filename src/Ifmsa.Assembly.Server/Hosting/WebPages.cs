using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Ifmsa.Assembly.Server.Hosting;

/// <summary>The built web client, served from memory in the encoding the browser likes best.</summary>
public sealed class WebPages
{
    private static readonly FrozenSet<string> FloorPages =
        FrozenSet.Create(StringComparer.Ordinal, "floor", "chair", "desk", "secretary", "officer", "tablet", "screen");

    private readonly FrozenDictionary<string, Page> _byPath;

    private WebPages(FrozenDictionary<string, Page> byPath) => _byPath = byPath;

    /// <summary>Whether there is a client at all.</summary>
    public bool Any => _byPath.Count > 0;

    /// <summary>Reads the client beside the program, with the variants compressed when it was built.</summary>
    public static WebPages Load() => Load(Path.Combine(AppContext.BaseDirectory, "wwwroot"));

    /// <summary>Reads the client in a folder.</summary>
    public static WebPages Load(string folder)
    {
        var types = new FileExtensionContentTypeProvider { Mappings = { [".webmanifest"] = "application/manifest+json" } };
        var pages = new Dictionary<string, Page>(StringComparer.Ordinal);
        if (Directory.Exists(folder))
        {
            foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".br", StringComparison.Ordinal) && !file.EndsWith(".gz", StringComparison.Ordinal)))
            {
                var path = "/" + Path.GetRelativePath(folder, file).Replace('\\', '/');
                var type = types.TryGetContentType(file, out var known) ? known : "application/octet-stream";
                if (type.StartsWith("text/", StringComparison.Ordinal) || type is "application/json" or "application/javascript" or "image/svg+xml")
                    type += "; charset=utf-8";
                var whole = File.ReadAllBytes(file);
                pages[path] = new(path, type, whole, Variant(file + ".br"), Variant(file + ".gz"), $"\"{Convert.ToHexStringLower(SHA256.HashData(whole).AsSpan(0, 12))}\"");
            }
        }
        return new(pages.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>The file behind an address people open; null where there is no such page.</summary>
    public static string? FileOf(string path) => path.Split('/') switch
    {
        ["", ""] => "/index.html",
        ["", "j"] => "/join.html",
        ["", "secretariat"] => "/secretariat.html",
        ["", "a", var id, var page] when Guid.TryParse(id, out _) && FloorPages.Contains(page) => $"/{page}.html",
        _ => null,
    };

    /// <summary>A file of the client as text; null where there is none.</summary>
    public string? TextOf(string path) => _byPath.TryGetValue(path, out var page) ? System.Text.Encoding.UTF8.GetString(page.Whole) : null;

    /// <summary>Answers if the request is for a page or one of its files; false: it is for somebody else.</summary>
    public async Task<bool> TryServeAsync(HttpContext http)
    {
        var asked = http.Request.Path.Value ?? "/";
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
            return false;
        if (!_byPath.TryGetValue(FileOf(asked) ?? asked, out var page))
            return false;
        var response = http.Response;
        // Files under assets carry their content's hash in their name.
        response.Headers.CacheControl = page.Path.StartsWith("/assets/", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
        response.Headers.ETag = page.Tag;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (http.Request.Headers.IfNoneMatch.ToString().Contains(page.Tag, StringComparison.Ordinal))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return true;
        }
        var accepts = http.Request.GetTypedHeaders().AcceptEncoding;
        var (body, encoding) = Accepts("br") && page.Brotli is { } brotli ? (brotli, "br")
            : Accepts("gzip") && page.Gzip is { } gzip ? (gzip, "gzip")
            : (page.Whole, null);
        if (encoding is not null)
            response.Headers.ContentEncoding = encoding;
        response.ContentType = page.Type;
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
            await response.Body.WriteAsync(body, http.RequestAborted);
        return true;

        bool Accepts(string coding) => accepts.Any(item => item.Value.Equals(coding, StringComparison.OrdinalIgnoreCase) && item.Quality is not 0);
    }

    private static byte[]? Variant(string file) => File.Exists(file) ? File.ReadAllBytes(file) : null;

    private sealed record Page(string Path, string Type, byte[] Whole, byte[]? Brotli, byte[]? Gzip, string Tag);
}

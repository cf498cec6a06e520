using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Ifmsa.Assembly.Benchmarks;

/// <summary>Bytes to the delegate's first usable page, brotli and without fonts, against the SignalR client alone.</summary>
public static partial class PageWeight
{
    /// <summary>Adds up the page and all it names before it can be used.</summary>
    public static void Measure(ScoreBoard scores)
    {
        var root = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        var page = Path.Combine(root, "floor.html");
        if (!File.Exists(page))
        {
            Console.Error.WriteLine("There is no built web client beside the program.");
            return;
        }
        var bytes = Compressed(page);
        var named = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>([page]);
        while (waiting.TryDequeue(out var file))
        {
            foreach (Match match in Named().Matches(File.ReadAllText(file)))
            {
                var asset = Path.Combine(root, "assets", Path.GetFileName(match.Value));
                // The faces of other scripts come after the page can be used; anything else it names counts.
                if (File.Exists(asset) && !Path.GetFileName(asset).StartsWith("scripts-", StringComparison.Ordinal) && named.Add(asset))
                {
                    bytes += Compressed(asset);
                    if (asset.EndsWith(".js", StringComparison.Ordinal))
                        waiting.Enqueue(asset);
                }
            }
        }
        var signalr = Starting.FindUp("src/web/node_modules/@microsoft/signalr/dist/browser/signalr.min.js");
        scores.Add("delegate's first usable page, brotli, without fonts", bytes / 1024.0, Compressed(signalr) / 1024.0, "KB", "≤ 45 KB");
    }

    private static long Compressed(string file)
    {
        using var output = new MemoryStream();
        using (var brotli = new BrotliStream(output, CompressionLevel.SmallestSize, leaveOpen: true))
            brotli.Write(File.ReadAllBytes(file));
        return output.Length;
    }

    /// <summary>What a page or script loads at once; what it imports on demand, by <c>import(…)</c>, comes when it is wanted.</summary>
    [GeneratedRegex("""(?<=(?:\bfrom|\bimport|src=|href=)\s*["'][./\w-]*)[\w.-]+\.(?:js|css)(?=["'])""", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Named();
}

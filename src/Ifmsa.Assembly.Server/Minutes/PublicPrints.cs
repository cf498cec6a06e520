using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Ifmsa.Assembly.Server.Documents;
using Microsoft.Extensions.Options;

namespace Ifmsa.Assembly.Server.Minutes;

/// <summary>
/// Papers that anybody may ask for, printed once for all who ask: the press prints one after the other, and whoever has a plenary to
/// run must not wait behind strangers. Any thread.
/// </summary>
internal sealed class PublicPrints(IPress press, IOptions<PressSettings> settings)
{
    /// <summary>The most papers that are kept; a paper of 200 pages has 5 MB.</summary>
    private const int AtMost = 24;

    private readonly ConcurrentDictionary<string, Lazy<Task<Print>>> _kept = new(StringComparer.Ordinal);

    /// <summary>The paper, printed now or kept since it last was; a template that was edited prints anew.</summary>
    public async Task<Print> RenderAsync(Template template, object paper, CancellationToken cancellation)
    {
        var key = $"{template.Name} {template.Standard} {EditedAt()} {Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(paper, paper.GetType())))}";
        if (_kept.Count >= AtMost)
            _kept.Clear();
        // Whoever gives up leaves the others their paper.
        var print = await _kept.GetOrAdd(key, _ => new(() => press.RenderAsync(template, paper, CancellationToken.None))).Value.WaitAsync(cancellation);
        if (print is not PrintedPaper)
            _kept.TryRemove(key, out _);
        return print;
    }

    private long EditedAt()
    {
        var folder = Path.Combine(settings.Value.Templates, "documents");
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.typ").Max(file => File.GetLastWriteTimeUtc(file).Ticks) : 0;
    }
}

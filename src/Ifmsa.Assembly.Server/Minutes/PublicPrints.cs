using System.Security.Cryptography;
using System.Text.Json;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Documents;
using Microsoft.Extensions.Options;

namespace Ifmsa.Assembly.Server.Minutes;

/// <summary>
/// Papers that anybody may ask for, printed once for all who ask, one at a time: whoever has a plenary to run must not wait behind strangers. Any thread.
/// </summary>
internal sealed class PublicPrints(IPress press, IOptions<PressSettings> settings, TimeProvider time) : IDisposable
{
    /// <summary>The most papers that are kept; a paper of 200 pages has 5 MB.</summary>
    private const int AtMost = 24;

    /// <summary>How long a paper of what is still being written serves all who ask.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(10);

    /// <summary>How long nobody tries again what could not be printed.</summary>
    private static readonly TimeSpan Fault = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, Kept> _kept = new(StringComparer.Ordinal);
    private readonly Lock _keeping = new();
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>The paper, printed now or kept since it last was; a template that was edited prints anew.</summary>
    public Task<Print> RenderAsync(Template template, object paper, CancellationToken cancellation) => KeepAsync(
        $"{KeyOf(template)} {Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(paper, paper.GetType())))}", Timeout.InfiniteTimeSpan, template, () => paper, cancellation);

    /// <summary>An assembly's one paper of a template, a moment old at most, so that not every commit prints it anew.</summary>
    public Task<Print> RenderAsync(AssemblyId assembly, Template template, Func<object> paper, CancellationToken cancellation) =>
        KeepAsync($"{KeyOf(template)} {assembly}", Moment, template, paper, cancellation);

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task<Print> KeepAsync(string key, TimeSpan fresh, Template template, Func<object> paper, CancellationToken cancellation)
    {
        Kept kept;
        lock (_keeping)
        {
            if (!_kept.TryGetValue(key, out kept!) || IsOver(kept, fresh))
            {
                _kept.Remove(key);
                if (_kept.Count >= AtMost)
                    _kept.Remove(_kept.MinBy(each => each.Value.Asked).Key);
                _kept[key] = kept = new(PrintAsync(template, paper), time.GetTimestamp());
            }
        }
        // Whoever gives up leaves the others their paper.
        return (await kept.Printing.WaitAsync(cancellation)).Print;
    }

    private async Task<(Print Print, long At)> PrintAsync(Template template, Func<object> paper)
    {
        await _turn.WaitAsync(CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            return (await press.RenderAsync(template, paper(), CancellationToken.None), time.GetTimestamp());
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Whether it is printed anew: it is too old, or it failed some time ago; what threw is tried again at once.</summary>
    private bool IsOver(Kept kept, TimeSpan fresh)
    {
        if (!kept.Printing.IsCompletedSuccessfully)
            return kept.Printing.IsCompleted;
        var (print, at) = kept.Printing.Result;
        var lasts = print is PrintedPaper ? fresh : Fault;
        return lasts != Timeout.InfiniteTimeSpan && time.GetElapsedTime(at) >= lasts;
    }

    private string KeyOf(Template template) => $"{template.Name} {template.Standard} {settings.Value.EditedAt()}";

    private sealed record Kept(Task<(Print Print, long At)> Printing, long Asked);
}

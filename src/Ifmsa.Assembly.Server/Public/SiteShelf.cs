using System.Collections.Concurrent;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Documents;
using Ifmsa.Assembly.Server.Floor;
using Ifmsa.Assembly.Server.Wording;
using Microsoft.Extensions.Options;

namespace Ifmsa.Assembly.Server.Public;

/// <summary>Keeps an assembly's public site as last read, so that a crowd of readers costs no more than one; never longer than a few seconds while something happens.</summary>
internal sealed class SiteShelf(Assemblies assemblies, Sentences sentences, IOptions<PressSettings> press, IEnumerable<IPublishedPapers> papers, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<AssemblyId, (SiteReading Reading, long Read)> _kept = new();
    private readonly ConcurrentDictionary<AssemblyId, SemaphoreSlim> _turns = new();

    /// <summary>The site of an assembly; null where there is none, or nothing of it is published.</summary>
    public async Task<SiteReading?> FindAsync(AssemblyId assembly, CancellationToken cancellation)
    {
        if (assemblies.HallOf(assembly) is not { } hall || hall.Publisher.Snapshot is not { Now.Charter: { } charter } snapshot)
            return null;
        if (Kept(assembly, snapshot.Now) is not { } reading)
        {
            // One reads for all who wait, who would else all do the same work.
            var turn = _turns.GetOrAdd(assembly, _ => new(1, 1));
            await turn.WaitAsync(cancellation);
            try
            {
                snapshot = hall.Publisher.Snapshot;
                if (Kept(assembly, snapshot.Now) is { } others)
                {
                    reading = others;
                }
                else
                {
                    var words = await PaperWords.ReadAsync(press.Value, charter.Languages[0], cancellation);
                    reading = new(snapshot, hall.Publisher.Minutes.UpTo(snapshot.Now.Sequence), sentences, words, papers);
                    _kept[assembly] = (reading, time.GetTimestamp());
                }
            }
            finally
            {
                turn.Release();
            }
        }
        return reading.Any ? reading : null;
    }

    /// <summary>The reading that still serves: what was withdrawn is gone at once; the rest may be a moment old.</summary>
    private SiteReading? Kept(AssemblyId assembly, Proceedings now) =>
        _kept.TryGetValue(assembly, out var kept) && kept.Reading.Now.Published.SetEquals(now.Published)
            && (kept.Reading.Now.Sequence == now.Sequence || time.GetElapsedTime(kept.Read) < Fresh) ? kept.Reading : null;
}

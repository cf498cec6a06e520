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

    /// <summary>The site of an assembly; null where there is none, or nothing of it is published.</summary>
    public async Task<SiteReading?> FindAsync(AssemblyId assembly, CancellationToken cancellation)
    {
        if (assemblies.HallOf(assembly) is not { } hall || hall.Publisher.Snapshot is not { Now.Charter: { } charter } snapshot)
            return null;
        // What was withdrawn is gone at once; the rest may be a moment old.
        if (_kept.TryGetValue(assembly, out var kept) && kept.Reading.Now.Published.SetEquals(snapshot.Now.Published)
            && (kept.Reading.Now.Sequence == snapshot.Now.Sequence || time.GetElapsedTime(kept.Read) < Fresh))
            return kept.Reading.Any ? kept.Reading : null;
        var words = await PaperWords.ReadAsync(press.Value.Templates, charter.Languages[0], cancellation);
        var reading = new SiteReading(snapshot, hall.Publisher.Minutes.UpTo(snapshot.Now.Sequence), sentences, words, papers);
        _kept[assembly] = (reading, time.GetTimestamp());
        return reading.Any ? reading : null;
    }
}

using Ifmsa.Assembly.Server.Journal;
using Ifmsa.Assembly.Server.Public;
using Ifmsa.Assembly.Server.Wording;

namespace Ifmsa.Assembly.Server.Minutes;

/// <summary>Published minutes among what the public site lists, and the volume of them all.</summary>
public sealed class MinutesOnTheSite(Sentences sentences) : IPublishedPapers
{
    /// <inheritdoc/>
    public IEnumerable<PublishedLink> Of(Snapshot snapshot)
    {
        var published = PublishedMinutes.Of(snapshot);
        foreach (var minutes in published)
            yield return new("site.minutes", sentences.Say("site.minutes-of", minutes.Number, minutes.Date.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture)), minutes.Address);
        if (published.Count > 1)
            yield return new("site.minutes", sentences.Say("site.minutes-volume"), $"/public/{snapshot.Now.Id}/minutes.pdf");
    }
}

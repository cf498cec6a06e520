using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Minutes;
using Ifmsa.Assembly.Server.Journal;

namespace Ifmsa.Assembly.Server.Minutes;

/// <summary>Minutes that anybody may read.</summary>
/// <param name="Plenary">The plenary.</param>
/// <param name="Number">Its number.</param>
/// <param name="Date">When it was opened, by the assembly's calendar.</param>
/// <param name="Title">Its venue and number are on the paper; the paper's own title, where it has one.</param>
/// <param name="Address">Where they are read; other forms have the endings <c>.pdf</c>, <c>.md</c> and <c>.json</c>.</param>
/// <param name="PublishedAt">When they were published.</param>
public sealed record PublishedMinutes(PlenaryId Plenary, int Number, DateOnly Date, string? Title, string Address, DateTimeOffset PublishedAt)
{
    /// <summary>The published minutes of an assembly, by number.</summary>
    public static IReadOnlyList<PublishedMinutes> Of(Snapshot snapshot)
    {
        var zone = snapshot.Now.Charter is { } charter ? TimeZoneInfo.FindSystemTimeZoneById(charter.Zone) : TimeZoneInfo.Utc;
        return
        [
            .. from row in snapshot.Now.AllMinutes
               where row.Value is { Phase: MinutesPhase.Published, PublishedAt: not null }
               let plenary = snapshot.Now.Plenaries[row.Key]
               orderby plenary.Number
               select new PublishedMinutes(
                   plenary.Id, plenary.Number, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(plenary.OpenedAt ?? plenary.Starts, zone).DateTime),
                   MinutesText.Read(snapshot.Words, row.Value.Put)?.Title, $"/public/{snapshot.Now.Id}/minutes/{plenary.Number}", row.Value.PublishedAt!.Value),
        ];
    }
}

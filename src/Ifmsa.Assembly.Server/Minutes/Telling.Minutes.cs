using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Minutes;

namespace Ifmsa.Assembly.Server.Minutes;

/// <content>What concerns the minutes of other plenaries.</content>
internal static partial class Telling
{
    private static MinutesLine? OfMinutes(Entry entry, Proceedings before, Proceedings after) => entry.Fact switch
    {
        MinutesBroughtForward put => new(entry, LineKind.Agenda, new("told.minutes-put", after.Plenaries[put.Plenary].Number, put.Sha256)),
        MinutesPresented { Minutes: var cited } => new(entry, LineKind.Agenda, new("told.minutes-put.other", cited.Number, cited.Name!, cited.Sha256)),
        MinutesWithdrawn when before.MinutesPut is { } cited => cited.Name is { } name
            ? new(entry, LineKind.Agenda, new("told.minutes-withdrawn.other", cited.Number, name)) : new(entry, LineKind.Agenda, new("told.minutes-withdrawn", cited.Number)),
        MinutesAdopted { Minutes: var cited } => cited.Name is { } name
            ? new(entry, LineKind.Vote, new("told.minutes-adopted.other", cited.Number, name, cited.Sha256)) : new(entry, LineKind.Vote, new("told.minutes-adopted", cited.Number, cited.Sha256)),
        _ => null,
    };
}

using Ifmsa.Assembly.Core.Bylaws;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Server.Minutes;

/// <content>What carried motions change of the bylaws.</content>
internal static partial class Telling
{
    private static MinutesLine? OfBylaws(Entry entry, Proceedings after) => entry.Fact switch
    {
        BylawsChanged changed => new(entry, LineKind.Motion, new(
            changed.Change.Act switch
            {
                BylawsAct.Replace => "told.bylaws.replaced",
                BylawsAct.Add => "told.bylaws.added",
                BylawsAct.Strike => "told.bylaws.struck",
            },
            changed.Change.Article, after.Motions[changed.Motion].Number)),
        BylawsConflicted { With: { } other } conflict => new(entry, LineKind.Motion, new(
            "told.bylaws.conflict-with", conflict.Change.Article, after.Motions[conflict.Motion].Number, after.Motions[other].Number)),
        BylawsConflicted conflict => new(entry, LineKind.Motion, new("told.bylaws.conflict", conflict.Change.Article, after.Motions[conflict.Motion].Number)),
        BylawsChangeReversed reversed => new(entry, LineKind.Correction, new("told.bylaws.reversed", after.Motions[reversed.Motion].Number)),
        _ => null,
    };
}

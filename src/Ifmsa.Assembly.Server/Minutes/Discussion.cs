using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;

namespace Ifmsa.Assembly.Server.Minutes;

/// <summary>A time during which the discussion was kept out of the minutes; decisions never are.</summary>
/// <param name="Began">The entry that began it.</param>
internal sealed record Unminuted(Entry Began)
{
    /// <summary>The entry that ended it; null while it lasts.</summary>
    public Entry? Ended { get; init; }

    /// <summary>The one sentence that stands for it.</summary>
    public Phrase Text => Ended is { } end ? new("told.not-minuted", Began.At, end.At) : new("told.not-minuted.since", Began.At);

    /// <summary>Whether an entry was made in it.</summary>
    public bool Holds(long sequence) => sequence > Began.Sequence && (Ended is null || sequence < Ended.Sequence);
}

/// <summary>What is discussion and what decision.</summary>
internal static class Discussion
{
    /// <summary>Whether a fact is part of a discussion: who speaks, points, lists, warnings, and what is said about amendments and procedure before it is decided.</summary>
    public static bool Has(Fact fact) => fact is
        SpeakersOpened or SpeakersClosed or SpeakersReopened or SpeakerCalled or SpeechYielded or PointRaised or PointHeard or WarningGiven
        or AmendmentProposed or AmendmentPut or AmendmentSeconded or AmendmentWithdrawn or AmendmentAcceptedByProposer or AmendmentRefusedByProposer
        or ProceduralMoved or ProceduralSeconded or ProceduralWithdrawn or NegativesAsked or AlternativesAsked;

    /// <summary>The minutes with the time that is not minuted begun, ended or taken up again, as the state now has it.</summary>
    public static Sitting Followed(Sitting sitting, Entry entry, Proceedings after) => (after.Floor.OffRecord, sitting.Unminuted.LastOrDefault()) switch
    {
        // The act that ended it was undone: it never ended, and what was said meanwhile was said in it.
        (true, { Ended: { } end } last) when entry.Fact is Core.Corrections.ActReversed reversed && reversed.Act == end.Act => Changed(sitting, last with { Ended = null }) is var again
            ? again with { Lines = again.Lines.RemoveAll(line => line.Entry.Sequence > last.Began.Sequence && Has(line.Entry.Fact)) } : sitting,
        (true, null or { Ended: not null }) => Begun(sitting, entry, after.Floor.Item),
        (false, { Ended: null } last) => Changed(sitting, last with { Ended = entry }),
        _ => sitting,
    };

    private static Sitting Begun(Sitting sitting, Entry entry, ItemId? item) => new Unminuted(entry) is var time ? sitting with
    {
        Unminuted = sitting.Unminuted.Add(time),
        Lines = sitting.Lines.Add(new(entry, LineKind.Speech, time.Text) { Item = item }),
    } : sitting;

    private static Sitting Changed(Sitting sitting, Unminuted time)
    {
        var place = sitting.Lines.FindLastIndex(line => line.Entry.Sequence == time.Began.Sequence);
        return sitting with
        {
            Unminuted = sitting.Unminuted.SetItem(sitting.Unminuted.Count - 1, time),
            Lines = place < 0 ? sitting.Lines : sitting.Lines.SetItem(place, sitting.Lines[place] with { Text = time.Text }),
        };
    }
}

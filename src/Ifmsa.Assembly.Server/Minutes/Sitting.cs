using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Server.Minutes;

/// <summary>The minutes of one plenary, from its roll call on.</summary>
internal sealed record Sitting(PlenaryId Plenary)
{
    /// <summary>What happened, in order.</summary>
    public ImmutableList<MinutesLine> Lines { get; init; } = [];

    /// <summary>Who held the duties that the header names.</summary>
    public ImmutableList<SittingOfficer> Officers { get; init; } = [];

    /// <summary>Who signed.</summary>
    public ImmutableList<SittingSignature> Signatures { get; init; } = [];

    /// <summary>Who is named in a line.</summary>
    public ImmutableHashSet<ParticipantId> People { get; init; } = [];

    /// <summary>When the discussion was kept out of the minutes, in order.</summary>
    public ImmutableList<Unminuted> Unminuted { get; init; } = [];

    /// <summary>The state the adjournment left; null while the plenary sits.</summary>
    public Proceedings? AtAdjournment { get; init; }

    /// <summary>Whether an entry was made while the discussion was not minuted.</summary>
    public bool IsUnminuted(long sequence) => Unminuted.Exists(time => time.Holds(sequence));

    /// <summary>The same with a line more.</summary>
    public Sitting With(MinutesLine line) => this with { Lines = Lines.Add(line), People = People.Union(line.Text.Parts.OfType<ParticipantId>()) };

    /// <summary>The same with an officer more, named once for each duty.</summary>
    public Sitting With(SittingOfficer officer) =>
        Officers.Exists(known => known.Duty == officer.Duty && known.Participant == officer.Participant) ? this : this with { Officers = Officers.Add(officer) };

    /// <summary>The same without what an act added and marked: it was undone.</summary>
    public Sitting Without(long act) => Unmarked(act) is var sitting ? sitting with
    {
        Lines = sitting.Lines.RemoveAll(line => line.Entry.Act == act),
        Officers = Officers.RemoveAll(officer => officer.Act == act),
    } : this;

    /// <summary>The same with what an act had corrected standing again.</summary>
    public Sitting Unmarked(long act) => Change(line => line.CorrectedBy?.Act == act, line => line with { CorrectedBy = null });

    /// <summary>The same with all lines of an act marked as no longer standing.</summary>
    public Sitting Marked(long act, Entry by) => Change(line => line.Entry.Act == act, line => line with { CorrectedBy = by }) with
    {
        Officers = Officers.RemoveAll(officer => officer.Act == act),
    };

    private Sitting Change(Func<MinutesLine, bool> which, Func<MinutesLine, MinutesLine> change)
    {
        var lines = Lines;
        // Corrections look back; most find what they correct near the end.
        for (var place = lines.Count - 1; place >= 0; place--)
        {
            if (which(lines[place]))
                lines = lines.SetItem(place, change(lines[place]));
        }
        return ReferenceEquals(lines, Lines) ? this : this with { Lines = lines };
    }
}

/// <summary>Who held a duty, and the act that gave it in session.</summary>
internal sealed record SittingOfficer(Duty Duty, ParticipantId Participant, long? Act = null);

/// <summary>Who signed, in which capacities, when, and up to which entry.</summary>
internal sealed record SittingSignature(ParticipantId Participant, Who Roles, DateTimeOffset At, long UpTo);

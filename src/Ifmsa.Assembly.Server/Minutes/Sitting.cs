using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Minutes;

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

    /// <summary>The last signature in a capacity; null where there is none, or the words were changed after it.</summary>
    public SittingSignature? SignatureOf(Who capacity, PlenaryMinutes minutes) =>
        Signatures.FindLast(signature => (signature.Roles & capacity) != Who.None && signature.Signature.Stands(minutes));

    /// <summary>The last line up to an entry; null where the minutes begin after it.</summary>
    public MinutesLine? LineUpTo(long sequence)
    {
        var (low, high) = (0, Lines.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (Lines[middle].Entry.Sequence <= sequence)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return high < 0 ? null : Lines[high];
    }

    /// <summary>Whether an entry has a line of its own here.</summary>
    public bool Has(long sequence) => LineUpTo(sequence)?.Entry.Sequence == sequence;

    /// <summary>Who is named in a line.</summary>
    public ImmutableHashSet<ParticipantId> People { get; init; } = [];

    /// <summary>When the discussion was kept out of the minutes, in order.</summary>
    public ImmutableList<Unminuted> Unminuted { get; init; } = [];

    /// <summary>Members present when it was opened; null before.</summary>
    public ImmutableHashSet<MemberId>? AtOpening { get; init; }

    /// <summary>Members on the roll when it was opened.</summary>
    public ImmutableHashSet<MemberId> OnRoll { get; init; } = [];

    /// <summary>Members that arrived after the opening, and the act that let them in.</summary>
    public ImmutableDictionary<MemberId, long> Arrived { get; init; } = ImmutableDictionary<MemberId, long>.Empty;

    /// <summary>Whether a member was there: "present", "later", "absent" or "not-on-roll".</summary>
    public string MarkOf(MemberId member) =>
        AtOpening is null || !OnRoll.Contains(member) ? "not-on-roll" : AtOpening.Contains(member) ? "present" : Arrived.ContainsKey(member) ? "later" : "absent";

    /// <summary>The same with those who were present at its opening, or have come since.</summary>
    public Sitting WithPresence(Entry entry, Proceedings before, Proceedings after)
    {
        if (entry.Fact is Core.Plenaries.PlenaryOpened)
            return this with { AtOpening = [.. after.Presences.Where(row => row.Value == Core.Credentials.Presence.Present).Select(row => row.Key)], OnRoll = [.. after.Members.Keys] };
        if (AtOpening is null || ReferenceEquals(before.Presences, after.Presences))
            return this;
        var arrived = after.Presences.Where(row => row.Value == Core.Credentials.Presence.Present && before.PresenceOf(row.Key) != Core.Credentials.Presence.Present && !AtOpening.Contains(row.Key) && !Arrived.ContainsKey(row.Key));
        return this with { Arrived = Arrived.AddRange(arrived.Select(row => KeyValuePair.Create(row.Key, entry.Act))) };
    }

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
        Arrived = Arrived.RemoveRange(Arrived.Where(row => row.Value == act).Select(row => row.Key)),
    } : this;

    /// <summary>The same with what an act had corrected standing again.</summary>
    public Sitting Unmarked(long act) => Change(line => line.CorrectedBy?.Act == act, line => line with { CorrectedBy = null });

    /// <summary>The same with all lines of an act marked as no longer standing.</summary>
    public Sitting Marked(long act, Entry by) => Change(line => line.Entry.Act == act, line => line with { CorrectedBy = by }) with
    {
        Officers = Officers.RemoveAll(officer => officer.Act == act),
        Arrived = Arrived.RemoveRange(Arrived.Where(row => row.Value == act).Select(row => row.Key)),
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
internal sealed record SittingSignature(ParticipantId Participant, Who Roles, Signature Signature);

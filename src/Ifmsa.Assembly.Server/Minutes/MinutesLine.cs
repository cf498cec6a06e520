using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;

namespace Ifmsa.Assembly.Server.Minutes;

/// <summary>What a line of the minutes tells of.</summary>
public enum LineKind
{
    /// <summary>The plenary opens, pauses or ends.</summary>
    Plenary,

    /// <summary>The roll.</summary>
    RollCall,

    /// <summary>The quorum.</summary>
    Quorum,

    /// <summary>A delegation arrives or leaves.</summary>
    Presence,

    /// <summary>An item or the agenda.</summary>
    Agenda,

    /// <summary>A motion on its way.</summary>
    Motion,

    /// <summary>A vote or a decision without one.</summary>
    Vote,

    /// <summary>An election.</summary>
    Election,

    /// <summary>A speaker.</summary>
    Speech,

    /// <summary>The chair passes.</summary>
    Chair,

    /// <summary>A duty is given or taken back.</summary>
    Appointment,

    /// <summary>Something earlier no longer stands.</summary>
    Correction,

    /// <summary>The minutes are signed.</summary>
    Signature,
}

/// <summary>
/// A sentence of the message files. Its parts become words when it is said, so that a name learnt later, or erased, is as it should be:
/// people's ids become names, times clocks, states words; texts stand as they are.
/// </summary>
internal sealed record Phrase(string Key, params ImmutableArray<object> Parts);

/// <summary>One thing that happened, as the minutes tell it.</summary>
internal sealed record MinutesLine(Entry Entry, LineKind Kind, Phrase Text)
{
    /// <summary>The item it happened under.</summary>
    public ItemId? Item { get; init; }

    /// <summary>Names the motion or election, above the sentence.</summary>
    public Phrase? Heading { get; init; }

    /// <summary>The motion whose text it carries.</summary>
    public MotionId? Puts { get; init; }

    /// <summary>Who proposed that motion then; it may change hands.</summary>
    public MemberId? ProposedBy { get; init; }

    /// <summary>Texts that belong to it, as they stood then.</summary>
    public ImmutableArray<Reading> Readings { get; init; } = [];

    /// <summary>The amendments of the motion it decides, with their fate.</summary>
    public ImmutableArray<Fate> Amendments { get; init; } = [];

    /// <summary>The amendment whose words it tells.</summary>
    public AmendmentId? Amendment { get; init; }

    /// <summary>The procedural motion whose mover it names.</summary>
    public ProceduralId? Procedural { get; init; }

    /// <summary>The motion it decides or reverses.</summary>
    public MotionId? Motion { get; init; }

    /// <summary>The ballot whose result it declares, as it stood; its single votes are with the proceedings.</summary>
    public Ballot? Declares { get; init; }

    /// <summary>Present members by status, at the opening.</summary>
    public ImmutableArray<RollRow> Roll { get; init; } = [];

    /// <summary>The rule and article it rests on.</summary>
    public Phrase? Article { get; init; }

    /// <summary>The entry by which it no longer stands.</summary>
    public Entry? CorrectedBy { get; init; }

    /// <summary>Whether its sentence stands as the journal has it: what was counted, signed or corrected, and what belongs to a time that is not minuted.</summary>
    public bool IsFixed(Sitting sitting) =>
        Declares is not null || !Roll.IsEmpty || CorrectedBy is not null || Kind is LineKind.RollCall or LineKind.Quorum or LineKind.Vote or LineKind.Election or LineKind.Signature or LineKind.Correction
        || Entry.Fact is Core.Credentials.CredentialsReported or Core.Credentials.CredentialsAdopted
        || sitting.Unminuted.Exists(time => time.Began.Sequence == Entry.Sequence || time.Holds(Entry.Sequence));
}

/// <summary>A text and what it is; without a label it is the motion's own.</summary>
internal sealed record Reading(Phrase? Label, string Text);

/// <summary>An amendment, who proposed it and what became of it.</summary>
internal sealed record Fate(AmendmentId Id, Phrase Amendment, object Proposer, AmendmentPhase Phase);

/// <summary>The members of one status at the opening.</summary>
internal sealed record RollRow(MemberStatus Status, int OnRoll, int WithVote, ImmutableArray<string> Present);

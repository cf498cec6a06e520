using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Minutes;

/// <summary>Where the minutes of a plenary stand.</summary>
public enum MinutesPhase
{
    /// <summary>They write themselves, and the secretary words them.</summary>
    Draft,

    /// <summary>The secretary has read them through.</summary>
    Reviewed,

    /// <summary>They are with the members, who propose corrections.</summary>
    Circulated,

    /// <summary>They are before a plenary, as corrected.</summary>
    Put,

    /// <summary>A plenary has adopted them.</summary>
    Adopted,

    /// <summary>Anybody can read them.</summary>
    Published,
}

/// <summary>What moves minutes on.</summary>
public enum MinutesTrigger
{
    /// <summary>The secretary has read them through.</summary>
    Review,

    /// <summary>The secretary takes them up again.</summary>
    Revise,

    /// <summary>They go to the members.</summary>
    Circulate,

    /// <summary>They are put to a plenary.</summary>
    Put,

    /// <summary>They are taken back before a plenary has adopted them.</summary>
    Withdraw,

    /// <summary>A plenary adopts them.</summary>
    Adopt,

    /// <summary>The vote that adopted them is void.</summary>
    VoidVote,

    /// <summary>They are published.</summary>
    Publish,
}

/// <summary>The minutes of one plenary on their way from the journal to their publication.</summary>
public sealed record PlenaryMinutes
{
    /// <summary>How minutes go.</summary>
    public static Flow<MinutesPhase, MinutesTrigger> Flow { get; } = Flow<MinutesPhase, MinutesTrigger>.From(MinutesPhase.Draft)
        .Permit(MinutesPhase.Draft, MinutesTrigger.Review, MinutesPhase.Reviewed)
        .Permit(MinutesPhase.Reviewed, MinutesTrigger.Revise, MinutesPhase.Draft)
        .Permit(MinutesPhase.Reviewed, MinutesTrigger.Circulate, MinutesPhase.Circulated)
        .Permit(MinutesPhase.Circulated, MinutesTrigger.Put, MinutesPhase.Put)
        .Permit(MinutesPhase.Put, MinutesTrigger.Withdraw, MinutesPhase.Circulated)
        .Permit(MinutesPhase.Put, MinutesTrigger.Adopt, MinutesPhase.Adopted)
        .Permit(MinutesPhase.Adopted, MinutesTrigger.VoidVote, MinutesPhase.Put)
        .Permit(MinutesPhase.Adopted, MinutesTrigger.Publish, MinutesPhase.Published);

    /// <summary>Where they stand.</summary>
    public MinutesPhase Phase { get; init; }

    /// <summary>Sentences in the secretary's words, by the sequence of their entry.</summary>
    public ImmutableSortedDictionary<long, Rewording> Rewordings { get; init; } = ImmutableSortedDictionary<long, Rewording>.Empty;

    /// <summary>The last entry that changed their words: a text composed before it is not circulated.</summary>
    public long EditedAt { get; init; }

    /// <summary>The text that went to the members; null before.</summary>
    public KeptText? Circulated { get; init; }

    /// <summary>The same with the corrections taken up, as it was put to a plenary; null before.</summary>
    public KeptText? Put { get; init; }

    /// <summary>Corrections that have been proposed.</summary>
    public ImmutableDictionary<CorrectionId, Correction> Corrections { get; init; } = ImmutableDictionary<CorrectionId, Correction>.Empty;

    /// <summary>How they were adopted; null before.</summary>
    public Adoption? Adoption { get; init; }

    /// <summary>When they were published; null before.</summary>
    public DateTimeOffset? PublishedAt { get; init; }
}

/// <summary>A sentence in the secretary's words.</summary>
/// <param name="Revision">How often it has been changed; who writes upon an older one is told so.</param>
/// <param name="Words">The words; null where the journal's own sentence stands again.</param>
/// <param name="By">Who wrote it.</param>
/// <param name="At">When.</param>
public sealed record Rewording(int Revision, MatterId? Words, ParticipantId? By, DateTimeOffset At);

/// <summary>A text of the minutes as it was at a moment, kept word for word.</summary>
/// <param name="Words">The text, beside the journal.</param>
/// <param name="Sha256">SHA-256 of the text in UTF-8, in lower-case hexadecimal, by which votes cite it.</param>
/// <param name="UpTo">The journal's entry up to which it was made.</param>
/// <param name="At">When it was kept.</param>
public sealed record KeptText(MatterId Words, string Sha256, long UpTo, DateTimeOffset At);

/// <summary>Where a proposed correction stands.</summary>
public enum CorrectionPhase
{
    /// <summary>The secretary has yet to settle it.</summary>
    Proposed,

    /// <summary>It is in the text that is put to the vote.</summary>
    TakenUp,

    /// <summary>It is not.</summary>
    Left,
}

/// <summary>What a correction asks for.</summary>
public enum CorrectionKind
{
    /// <summary>Another sentence in place of the one that stands.</summary>
    Wording,

    /// <summary>A remark below it; the only correction to what was counted.</summary>
    Remark,
}

/// <summary>A correction to circulated minutes.</summary>
/// <param name="Id">The correction.</param>
/// <param name="Number">From 1, in order.</param>
/// <param name="Sequence">The entry whose line it corrects.</param>
/// <param name="Kind">What it asks for.</param>
/// <param name="Words">The words it asks for.</param>
/// <param name="Member">The member that proposes it; null where the secretary does.</param>
/// <param name="At">When it was proposed.</param>
public sealed record Correction(CorrectionId Id, int Number, long Sequence, CorrectionKind Kind, MatterId Words, MemberId? Member, DateTimeOffset At)
{
    /// <summary>Where it stands.</summary>
    public CorrectionPhase Phase { get; init; }
}

/// <summary>Which minutes are meant, to the letter: a vote on them cites this.</summary>
/// <param name="Plenary">The plenary.</param>
/// <param name="Number">Its number.</param>
/// <param name="Sha256">SHA-256 of their text.</param>
/// <param name="Assembly">The assembly they are of, where it is another one.</param>
/// <param name="Name">That assembly's name.</param>
public sealed record MinutesCitation(PlenaryId Plenary, int Number, string Sha256, AssemblyId? Assembly = null, string? Name = null);

/// <summary>How minutes were adopted.</summary>
/// <param name="Motion">By a motion.</param>
/// <param name="Ballot">By a vote.</param>
/// <param name="At">When.</param>
/// <param name="Assembly">In another assembly.</param>
/// <param name="Name">That assembly's name.</param>
public sealed record Adoption(MotionId? Motion, BallotId? Ballot, DateTimeOffset At, AssemblyId? Assembly = null, string? Name = null);

/// <summary>The whole text of minutes as the server composed it, for a command to keep.</summary>
/// <param name="Text">The text.</param>
/// <param name="UpTo">The journal's entry up to which it was made.</param>
public sealed record ComposedMinutes(string Text, long UpTo)
{
    /// <summary>SHA-256 of the text in UTF-8, in lower-case hexadecimal.</summary>
    public string Sha256 => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Text)));

    /// <summary>Never the text: it is long, and names people.</summary>
    public override string ToString() => $"ComposedMinutes up to {UpTo}";
}

using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Debate;

/// <summary>Where a procedural motion stands.</summary>
public enum ProceduralPhase
{
    /// <summary>Moved; the chair has not taken it up.</summary>
    Waiting,

    /// <summary>Before the plenary; the chair asks for a seconder.</summary>
    AskingSecond,

    /// <summary>Before the plenary, to be decided.</summary>
    Pending,

    /// <summary>Being voted on.</summary>
    Voting,

    /// <summary>Carried, and carried out.</summary>
    Carried,

    /// <summary>Defeated, or not granted.</summary>
    Defeated,

    /// <summary>Failed for want of a seconder.</summary>
    Unseconded,

    /// <summary>Withdrawn by its proposer.</summary>
    Withdrawn,

    /// <summary>Ruled out of order.</summary>
    RuledOut,

    /// <summary>Fallen with the matter it was about.</summary>
    Lapsed,
}

/// <summary>What moves a procedural motion on.</summary>
public enum ProceduralTrigger
{
    /// <summary>The chair takes it up and asks for a seconder.</summary>
    Put,

    /// <summary>The chair takes up one that needs no seconder.</summary>
    PutUnseconded,

    /// <summary>A delegation seconds it.</summary>
    Second,

    /// <summary>Nobody seconded it.</summary>
    Fail,

    /// <summary>A vote on it is opened.</summary>
    OpenVote,

    /// <summary>The vote on it is void.</summary>
    VoidVote,

    /// <summary>It carries, by vote, ruling or demand.</summary>
    Carry,

    /// <summary>It is defeated.</summary>
    Defeat,

    /// <summary>Its proposer withdraws it.</summary>
    Withdraw,

    /// <summary>The chair rules it out of order.</summary>
    RuleOut,

    /// <summary>The ruling that put it out is reversed.</summary>
    Readmit,

    /// <summary>The matter it was about is gone.</summary>
    Lapse,
}

/// <summary>What a procedural motion is about, beyond its kind.</summary>
public sealed record ProceduralDetail
{
    /// <summary>The motion whose debate is reopened.</summary>
    public MotionId? Motion { get; init; }

    /// <summary>The item that is moved on the agenda.</summary>
    public ItemId? Item { get; init; }

    /// <summary>The item before which it comes; absent for the end.</summary>
    public ItemId? Before { get; init; }

    /// <summary>The speakers' list that is reopened.</summary>
    public SpeakersListId? List { get; init; }

    /// <summary>The ruling that is challenged.</summary>
    public RulingId? Ruling { get; init; }

    /// <summary>The vote that is to be taken again.</summary>
    public BallotId? Ballot { get; init; }

    /// <summary>The paragraph that is suspended or resumed, by its article.</summary>
    public string? Paragraph { get; init; }

    /// <summary>How long a recess lasts; 1 to 1440.</summary>
    public int? Minutes { get; init; }

    /// <summary>How long a speech may last; 10 to 3600.</summary>
    public int? Seconds { get; init; }

    /// <summary>To which time the plenary adjourns, or a motion is put off.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>To which committee, or for what; at most 500 characters.</summary>
    public string? Words { get; init; }
}

/// <summary>A procedural motion, moved once.</summary>
public sealed record ProceduralMotion
{
    /// <summary>How a procedural motion goes.</summary>
    public static Flow<ProceduralPhase, ProceduralTrigger> Flow { get; } = Flow<ProceduralPhase, ProceduralTrigger>.From(ProceduralPhase.Waiting)
        .Permit(ProceduralPhase.Waiting, ProceduralTrigger.Put, ProceduralPhase.AskingSecond)
        .Permit(ProceduralPhase.Waiting, ProceduralTrigger.PutUnseconded, ProceduralPhase.Pending)
        .Permit(ProceduralPhase.Waiting, ProceduralTrigger.Withdraw, ProceduralPhase.Withdrawn)
        .Permit(ProceduralPhase.Waiting, ProceduralTrigger.RuleOut, ProceduralPhase.RuledOut)
        .Permit(ProceduralPhase.Waiting, ProceduralTrigger.Lapse, ProceduralPhase.Lapsed)
        .Permit(ProceduralPhase.AskingSecond, ProceduralTrigger.Second, ProceduralPhase.Pending)
        .Permit(ProceduralPhase.AskingSecond, ProceduralTrigger.Fail, ProceduralPhase.Unseconded)
        .Permit(ProceduralPhase.AskingSecond, ProceduralTrigger.Withdraw, ProceduralPhase.Withdrawn)
        .Permit(ProceduralPhase.AskingSecond, ProceduralTrigger.RuleOut, ProceduralPhase.RuledOut)
        .Permit(ProceduralPhase.AskingSecond, ProceduralTrigger.Lapse, ProceduralPhase.Lapsed)
        .Permit(ProceduralPhase.Pending, ProceduralTrigger.OpenVote, ProceduralPhase.Voting)
        .Permit(ProceduralPhase.Pending, ProceduralTrigger.Carry, ProceduralPhase.Carried)
        .Permit(ProceduralPhase.Pending, ProceduralTrigger.Defeat, ProceduralPhase.Defeated)
        .Permit(ProceduralPhase.Pending, ProceduralTrigger.Withdraw, ProceduralPhase.Withdrawn)
        .Permit(ProceduralPhase.Pending, ProceduralTrigger.RuleOut, ProceduralPhase.RuledOut)
        .Permit(ProceduralPhase.Pending, ProceduralTrigger.Lapse, ProceduralPhase.Lapsed)
        .Permit(ProceduralPhase.Voting, ProceduralTrigger.Carry, ProceduralPhase.Carried)
        .Permit(ProceduralPhase.Voting, ProceduralTrigger.Defeat, ProceduralPhase.Defeated)
        .Permit(ProceduralPhase.Voting, ProceduralTrigger.VoidVote, ProceduralPhase.Pending)
        .Permit(ProceduralPhase.Defeated, ProceduralTrigger.VoidVote, ProceduralPhase.Pending)
        .Permit(ProceduralPhase.RuledOut, ProceduralTrigger.Readmit, ProceduralPhase.Waiting);

    /// <summary>The procedural motion.</summary>
    public required ProceduralId Id { get; init; }

    /// <summary>From 1, in the order moved.</summary>
    public required int Number { get; init; }

    /// <summary>What it is, a name in the rulebook.</summary>
    public required string Kind { get; init; }

    /// <summary>The member that moves it; null for the chair.</summary>
    public MemberId? Proposer { get; init; }

    /// <summary>What it is about.</summary>
    public ProceduralDetail Detail { get; init; } = new();

    /// <summary>When it was moved.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The plenary in which it was moved.</summary>
    public PlenaryId? Plenary { get; init; }

    /// <summary>The motion that was before the plenary when it was moved.</summary>
    public MotionId? On { get; init; }

    /// <summary>Where it stands.</summary>
    public ProceduralPhase Phase { get; init; }

    /// <summary>The member that seconded it.</summary>
    public MemberId? Seconder { get; init; }

    /// <summary>The latest ballot on it.</summary>
    public BallotId? Ballot { get; init; }

    /// <summary>Who had the chair before the vice-chair took it for this motion.</summary>
    public ParticipantId? ChairBefore { get; init; }

    /// <summary>Whether it has come to an end, one way or the other.</summary>
    public bool IsSettled => Phase is not (ProceduralPhase.Waiting or ProceduralPhase.AskingSecond or ProceduralPhase.Pending or ProceduralPhase.Voting);
}

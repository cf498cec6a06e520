namespace Ifmsa.Assembly.Core.Rulebook;

/// <summary>What a procedural motion brings about, at once, when it carries.</summary>
public enum ProceduralEffect
{
    /// <summary>The plenary opens, or goes on after a recess.</summary>
    OpenMeeting,

    /// <summary>The plenary is adjourned.</summary>
    AdjournMeeting,

    /// <summary>The plenary is interrupted for so many minutes.</summary>
    Recess,

    /// <summary>The time to which the plenary adjourns is fixed.</summary>
    FixAdjournment,

    /// <summary>The adopted agenda is open to change.</summary>
    OpenAgenda,

    /// <summary>An item takes another place on the agenda.</summary>
    ChangeAgenda,

    /// <summary>The pending motion goes straight to the vote.</summary>
    VoteAtOnce,

    /// <summary>The plenary leaves the pending matter undecided for the next one.</summary>
    NextBusiness,

    /// <summary>The pending motion is put off, and can be taken up again.</summary>
    Postpone,

    /// <summary>The pending motion is laid aside, and can be taken up again.</summary>
    LayOnTable,

    /// <summary>The pending motion goes to a committee, and can be taken up again.</summary>
    Refer,

    /// <summary>The pending motion is dropped without a vote on it.</summary>
    PostponeIndefinitely,

    /// <summary>The pending motion is not considered at all.</summary>
    RejectConsideration,

    /// <summary>Speeches on the pending matter get another limit.</summary>
    LimitDebate,

    /// <summary>A settled motion comes back before the plenary.</summary>
    ReopenDebate,

    /// <summary>A closed speakers' list is open again.</summary>
    ReopenSpeakers,

    /// <summary>The candidates leave the hall until the election is decided.</summary>
    CandidatesLeave,

    /// <summary>A paragraph of the rules no longer binds.</summary>
    SuspendRule,

    /// <summary>A suspended paragraph binds again.</summary>
    ResumeRule,

    /// <summary>The discussion is kept out of the minutes; decisions never are.</summary>
    OffRecord,

    /// <summary>A ruling of the chair is reversed.</summary>
    OverruleChair,

    /// <summary>The chair is deposed, the vice-chair presides, and a new vice-chair is to be elected.</summary>
    NoConfidence,

    /// <summary>A ruling of the credentials committee is reversed.</summary>
    OverruleCredentials,

    /// <summary>Observers leave; their pages and the hall's screen go dark.</summary>
    ObserversLeave,

    /// <summary>Observers are readmitted.</summary>
    ObserversReturn,

    /// <summary>The chair grants a request that concerns the hall or somebody's rights.</summary>
    Privilege,

    /// <summary>The plenary goes back to the agenda.</summary>
    OrdersOfTheDay,

    /// <summary>A vote just taken is taken again, vote by vote.</summary>
    CountAgain,
}

/// <summary>By whom a procedural motion is decided.</summary>
public enum DecidedBy
{
    /// <summary>By the plenary's vote.</summary>
    Vote,

    /// <summary>By a ruling of the chair.</summary>
    Chair,

    /// <summary>By the demand of one voting member alone.</summary>
    Demand,
}

/// <summary>A procedural motion, as the rulebook knows it.</summary>
/// <param name="Title">As people call it.</param>
/// <param name="Effect">What it brings about.</param>
/// <param name="Rank">Among all that can be pending, 1 the highest; null for an incidental motion, which stands outside the order.</param>
/// <param name="Seconder">Whether it needs a seconder.</param>
/// <param name="Debate">Whether it can be debated.</param>
/// <param name="Amend">Whether it can be amended.</param>
/// <param name="DecidedBy">By whom it is decided.</param>
/// <param name="Majority">The majority it needs, where it is voted on.</param>
/// <param name="Article">The article that says so.</param>
public sealed record ProceduralRule(
    string Title, ProceduralEffect Effect, int? Rank, bool Seconder, bool Debate, bool Amend, DecidedBy DecidedBy, string? Majority, string Article)
{
    /// <summary>Down to which rank others may be moved while it is pending; null for those above its own, and for none where it has no rank.</summary>
    public int? YieldsTo { get; init; }

    /// <summary>Whether it may interrupt a speaker.</summary>
    public bool Interrupts { get; init; }

    /// <summary>Whether the vice-chair presides from the moment it is moved, and the chair cannot rule it out.</summary>
    public bool VicePresides { get; init; }

    /// <summary>The article that keeps a defeated or unseconded one from coming back from the same proposer; null where it can.</summary>
    public string? NoRetry { get; init; }
}

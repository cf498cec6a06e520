namespace Ifmsa.Assembly.Core.Motions;

/// <summary>Where a motion stands.</summary>
public enum MotionPhase
{
    /// <summary>Handed in, not yet before the plenary.</summary>
    Submitted,

    /// <summary>Being written; only its delegations see it.</summary>
    Draft,

    /// <summary>Read; the chair asks for a seconder.</summary>
    AskingSecond,

    /// <summary>Seconded, or of a kind that needs no seconder.</summary>
    Seconded,

    /// <summary>The chair asks for direct negatives.</summary>
    AskingNegatives,

    /// <summary>Somebody objects: it goes to the vote.</summary>
    Objected,

    /// <summary>The chair asks for alternative motions.</summary>
    AskingAlternatives,

    /// <summary>An alternative with a seconder, which competes with the motion it stands against.</summary>
    Competing,

    /// <summary>Won against its alternatives; the decision's own majority is still to confirm it.</summary>
    Prevailed,

    /// <summary>Put together with others.</summary>
    EnBloc,

    /// <summary>Being voted on.</summary>
    Voting,

    /// <summary>Divided into parts that are decided one by one.</summary>
    Divided,

    /// <summary>Dropped without a vote on it.</summary>
    Dropped,

    /// <summary>Carried.</summary>
    Carried,

    /// <summary>Defeated.</summary>
    Defeated,

    /// <summary>Failed for want of a seconder.</summary>
    Unseconded,

    /// <summary>Withdrawn by its proposer.</summary>
    Withdrawn,
}

/// <summary>What moves a motion on.</summary>
public enum MotionTrigger
{
    /// <summary>The chair reads it.</summary>
    Put,

    /// <summary>The chair reads one that needs no seconder.</summary>
    PutUnseconded,

    /// <summary>A delegation seconds it.</summary>
    Second,

    /// <summary>Nobody seconded it.</summary>
    Fail,

    /// <summary>The chair asks for direct negatives.</summary>
    AskNegatives,

    /// <summary>A delegation objects.</summary>
    Object,

    /// <summary>The last objection is taken back.</summary>
    ClearObjections,

    /// <summary>Nobody objected.</summary>
    NemoContra,

    /// <summary>A late objection is upheld.</summary>
    ReverseNemoContra,

    /// <summary>A vote on it is opened.</summary>
    OpenVote,

    /// <summary>The vote on it is void.</summary>
    VoidVote,

    /// <summary>The vote carries it.</summary>
    Carry,

    /// <summary>The vote defeats it.</summary>
    Defeat,

    /// <summary>Its proposer withdraws it.</summary>
    Withdraw,

    /// <summary>A draft is handed in.</summary>
    HandIn,

    /// <summary>Its proposer withdraws, and its seconder goes on with it.</summary>
    ChangeHands,

    /// <summary>Its seconder does not go along with an amendment.</summary>
    LoseSeconder,

    /// <summary>The chair asks for alternative motions.</summary>
    AskAlternatives,

    /// <summary>An alternative is seconded.</summary>
    Compete,

    /// <summary>It wins against its alternatives, and is still to be confirmed.</summary>
    Prevail,

    /// <summary>The vote between alternatives is void.</summary>
    CompeteAgain,

    /// <summary>The chair puts it together with others.</summary>
    PutTogether,

    /// <summary>It is put by itself after all.</summary>
    PullOut,

    /// <summary>It is divided.</summary>
    Divide,

    /// <summary>The plenary orders the vote on it.</summary>
    OrderVote,

    /// <summary>The plenary drops it.</summary>
    Drop,

    /// <summary>The plenary reopens the debate on it.</summary>
    Reopen,

    /// <summary>The plenary reopens the debate on one that had no seconder.</summary>
    ReopenUnseconded,
}

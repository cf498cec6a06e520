using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Motions;

/// <summary>Where an amendment stands.</summary>
public enum AmendmentPhase
{
    /// <summary>Handed in; the chair has not taken it up.</summary>
    Submitted,

    /// <summary>Before the plenary; the motion's proposer is asked.</summary>
    AskingProposer,

    /// <summary>The proposer accepts it; the motion's seconder is asked.</summary>
    AskingMotionSeconder,

    /// <summary>Before the plenary; the chair asks for a seconder of the amendment.</summary>
    AskingSecond,

    /// <summary>Before the plenary, to be voted on.</summary>
    Pending,

    /// <summary>Being voted on.</summary>
    Voting,

    /// <summary>Part of the text.</summary>
    Merged,

    /// <summary>Defeated.</summary>
    Defeated,

    /// <summary>Failed for want of a seconder.</summary>
    Unseconded,

    /// <summary>Withdrawn by its proposer.</summary>
    Withdrawn,

    /// <summary>Ruled out of order.</summary>
    RuledOut,

    /// <summary>Overtaken: the words it was to change are no longer there, or the motion is settled.</summary>
    Overtaken,
}

/// <summary>What moves an amendment on.</summary>
public enum AmendmentTrigger
{
    /// <summary>The chair takes it up and asks the motion's proposer.</summary>
    AskProposer,

    /// <summary>The chair takes it up and asks for a seconder of its own.</summary>
    AskSecond,

    /// <summary>The chair takes it up for the vote.</summary>
    Put,

    /// <summary>The motion's proposer accepts, and its seconder is asked.</summary>
    ProposerAccepts,

    /// <summary>The motion's proposer refuses: it goes to the vote.</summary>
    ProposerRefuses,

    /// <summary>A delegation seconds it.</summary>
    Second,

    /// <summary>Nobody seconded it.</summary>
    Fail,

    /// <summary>It becomes part of the text.</summary>
    Merge,

    /// <summary>A vote on it is opened.</summary>
    OpenVote,

    /// <summary>The vote on it is void.</summary>
    VoidVote,

    /// <summary>The vote defeats it.</summary>
    Defeat,

    /// <summary>Its proposer withdraws it.</summary>
    Withdraw,

    /// <summary>The chair rules it out of order.</summary>
    RuleOut,

    /// <summary>The ruling that put it out is reversed.</summary>
    Readmit,

    /// <summary>It is overtaken.</summary>
    Overtake,

    /// <summary>The motion has left the plenary; the amendment waits with it.</summary>
    PutBack,
}

/// <summary>A change of a motion's text, of another amendment's, or of a procedural motion's detail.</summary>
public sealed record Amendment
{
    /// <summary>How an amendment goes.</summary>
    public static Flow<AmendmentPhase, AmendmentTrigger> Flow { get; } = Flow<AmendmentPhase, AmendmentTrigger>.From(AmendmentPhase.Submitted)
        .Permit(AmendmentPhase.Submitted, AmendmentTrigger.AskProposer, AmendmentPhase.AskingProposer)
        .Permit(AmendmentPhase.Submitted, AmendmentTrigger.AskSecond, AmendmentPhase.AskingSecond)
        .Permit(AmendmentPhase.Submitted, AmendmentTrigger.Put, AmendmentPhase.Pending)
        .Permit(AmendmentPhase.Submitted, AmendmentTrigger.Withdraw, AmendmentPhase.Withdrawn)
        .Permit(AmendmentPhase.Submitted, AmendmentTrigger.RuleOut, AmendmentPhase.RuledOut)
        .Permit(AmendmentPhase.Submitted, AmendmentTrigger.Overtake, AmendmentPhase.Overtaken)
        .Permit(AmendmentPhase.AskingProposer, AmendmentTrigger.ProposerAccepts, AmendmentPhase.AskingMotionSeconder)
        .Permit(AmendmentPhase.AskingProposer, AmendmentTrigger.ProposerRefuses, AmendmentPhase.Pending)
        .Permit(AmendmentPhase.AskingProposer, AmendmentTrigger.Merge, AmendmentPhase.Merged)
        .Permit(AmendmentPhase.AskingProposer, AmendmentTrigger.Withdraw, AmendmentPhase.Withdrawn)
        .Permit(AmendmentPhase.AskingProposer, AmendmentTrigger.RuleOut, AmendmentPhase.RuledOut)
        .Permit(AmendmentPhase.AskingProposer, AmendmentTrigger.PutBack, AmendmentPhase.Submitted)
        .Permit(AmendmentPhase.AskingProposer, AmendmentTrigger.Overtake, AmendmentPhase.Overtaken)
        .Permit(AmendmentPhase.AskingMotionSeconder, AmendmentTrigger.Merge, AmendmentPhase.Merged)
        .Permit(AmendmentPhase.AskingMotionSeconder, AmendmentTrigger.Withdraw, AmendmentPhase.Withdrawn)
        .Permit(AmendmentPhase.AskingMotionSeconder, AmendmentTrigger.RuleOut, AmendmentPhase.RuledOut)
        .Permit(AmendmentPhase.AskingMotionSeconder, AmendmentTrigger.PutBack, AmendmentPhase.Submitted)
        .Permit(AmendmentPhase.AskingMotionSeconder, AmendmentTrigger.Overtake, AmendmentPhase.Overtaken)
        .Permit(AmendmentPhase.AskingSecond, AmendmentTrigger.Second, AmendmentPhase.Pending)
        .Permit(AmendmentPhase.AskingSecond, AmendmentTrigger.Fail, AmendmentPhase.Unseconded)
        .Permit(AmendmentPhase.AskingSecond, AmendmentTrigger.Withdraw, AmendmentPhase.Withdrawn)
        .Permit(AmendmentPhase.AskingSecond, AmendmentTrigger.RuleOut, AmendmentPhase.RuledOut)
        .Permit(AmendmentPhase.AskingSecond, AmendmentTrigger.PutBack, AmendmentPhase.Submitted)
        .Permit(AmendmentPhase.AskingSecond, AmendmentTrigger.Overtake, AmendmentPhase.Overtaken)
        .Permit(AmendmentPhase.Pending, AmendmentTrigger.OpenVote, AmendmentPhase.Voting)
        .Permit(AmendmentPhase.Pending, AmendmentTrigger.Withdraw, AmendmentPhase.Withdrawn)
        .Permit(AmendmentPhase.Pending, AmendmentTrigger.RuleOut, AmendmentPhase.RuledOut)
        .Permit(AmendmentPhase.Pending, AmendmentTrigger.PutBack, AmendmentPhase.Submitted)
        .Permit(AmendmentPhase.Pending, AmendmentTrigger.Overtake, AmendmentPhase.Overtaken)
        .Permit(AmendmentPhase.Voting, AmendmentTrigger.Merge, AmendmentPhase.Merged)
        .Permit(AmendmentPhase.Voting, AmendmentTrigger.Defeat, AmendmentPhase.Defeated)
        .Permit(AmendmentPhase.Voting, AmendmentTrigger.VoidVote, AmendmentPhase.Pending)
        .Permit(AmendmentPhase.Merged, AmendmentTrigger.VoidVote, AmendmentPhase.Pending)
        .Permit(AmendmentPhase.Defeated, AmendmentTrigger.VoidVote, AmendmentPhase.Pending)
        .Permit(AmendmentPhase.RuledOut, AmendmentTrigger.Readmit, AmendmentPhase.Submitted)
        .Permit(AmendmentPhase.RuledOut, AmendmentTrigger.Overtake, AmendmentPhase.Overtaken);

    /// <summary>The amendment.</summary>
    public required AmendmentId Id { get; init; }

    /// <summary>From 1 within its motion, in the order handed in.</summary>
    public required int Number { get; init; }

    /// <summary>The motion whose text it changes.</summary>
    public MotionId? Motion { get; init; }

    /// <summary>The amendment it changes, where one can be amended.</summary>
    public AmendmentId? Amends { get; init; }

    /// <summary>The procedural motion whose detail it changes.</summary>
    public ProceduralId? Procedural { get; init; }

    /// <summary>The detail it proposes instead.</summary>
    public ProceduralDetail? Detail { get; init; }

    /// <summary>The member that proposes it; null for the chair or a body.</summary>
    public MemberId? Proposer { get; init; }

    /// <summary>What it changes in the text as it stands now.</summary>
    public ImmutableArray<TextEdit> Edits { get; init; } = [];

    /// <summary>Why; at most 2,000 characters.</summary>
    public string? Reason { get; init; }

    /// <summary>Where it stands.</summary>
    public AmendmentPhase Phase { get; init; }

    /// <summary>The member that seconded it.</summary>
    public MemberId? Seconder { get; init; }

    /// <summary>The latest ballot on it.</summary>
    public BallotId? Ballot { get; init; }

    /// <summary>The journal's sequence just before it was handed in.</summary>
    public long ProposedAfter { get; init; }

    /// <summary>The text before it became part of it.</summary>
    public string? TextBefore { get; init; }

    /// <summary>Whether it has come to an end, one way or the other.</summary>
    public bool IsSettled => Phase is AmendmentPhase.Merged or AmendmentPhase.Defeated or AmendmentPhase.Unseconded or AmendmentPhase.Withdrawn or AmendmentPhase.RuledOut or AmendmentPhase.Overtaken;

    /// <summary>Whether it is before the plenary.</summary>
    public bool IsPending => !IsSettled && Phase != AmendmentPhase.Submitted;
}

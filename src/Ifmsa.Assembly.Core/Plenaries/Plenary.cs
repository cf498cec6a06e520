using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Plenaries;

/// <summary>Where a plenary stands.</summary>
public enum PlenaryPhase
{
    /// <summary>On the programme.</summary>
    Planned,

    /// <summary>The roll is being called.</summary>
    RollCall,

    /// <summary>Open and at work.</summary>
    InSession,

    /// <summary>Interrupted until a stated time; cards are kept.</summary>
    Recess,

    /// <summary>Over; cards are returned.</summary>
    Adjourned,
}

/// <summary>What moves a plenary on.</summary>
public enum PlenaryTrigger
{
    /// <summary>The roll is called.</summary>
    CallRoll,

    /// <summary>The chair opens.</summary>
    Open,

    /// <summary>The chair interrupts.</summary>
    Recess,

    /// <summary>The chair goes on.</summary>
    Resume,

    /// <summary>The chair ends.</summary>
    Adjourn,
}

/// <summary>A plenary session.</summary>
public sealed record Plenary
{
    /// <summary>How a plenary goes.</summary>
    public static Flow<PlenaryPhase, PlenaryTrigger> Flow { get; } = Flow<PlenaryPhase, PlenaryTrigger>.From(PlenaryPhase.Planned)
        .Permit(PlenaryPhase.Planned, PlenaryTrigger.CallRoll, PlenaryPhase.RollCall)
        .Permit(PlenaryPhase.RollCall, PlenaryTrigger.Open, PlenaryPhase.InSession)
        .Permit(PlenaryPhase.RollCall, PlenaryTrigger.Adjourn, PlenaryPhase.Adjourned)
        .Permit(PlenaryPhase.InSession, PlenaryTrigger.Recess, PlenaryPhase.Recess)
        .Permit(PlenaryPhase.InSession, PlenaryTrigger.Adjourn, PlenaryPhase.Adjourned)
        .Permit(PlenaryPhase.Recess, PlenaryTrigger.Resume, PlenaryPhase.InSession)
        .Permit(PlenaryPhase.Recess, PlenaryTrigger.Adjourn, PlenaryPhase.Adjourned);

    /// <summary>The plenary.</summary>
    public required PlenaryId Id { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>Where it meets.</summary>
    public required string Venue { get; init; }

    /// <summary>Planned begin.</summary>
    public required DateTimeOffset Starts { get; init; }

    /// <summary>Planned end.</summary>
    public required DateTimeOffset Ends { get; init; }

    /// <summary>Where it stands.</summary>
    public PlenaryPhase Phase { get; init; }

    /// <summary>When the chair opened it.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>When it was adjourned.</summary>
    public DateTimeOffset? AdjournedAt { get; init; }

    /// <summary>When a recess is to end.</summary>
    public DateTimeOffset? RecessUntil { get; init; }

    /// <summary>Whether its agenda has been adopted.</summary>
    public bool AgendaAdopted { get; init; }

    /// <summary>Whether a delegation has called for the quorum and it has not been counted since.</summary>
    public bool QuorumQuestioned { get; init; }

    /// <summary>The last call of each delegation for the quorum.</summary>
    public ImmutableDictionary<MemberId, QuorumCall> QuorumCalls { get; init; } = ImmutableDictionary<MemberId, QuorumCall>.Empty;

    /// <summary>The chair's warnings to each delegation.</summary>
    public ImmutableDictionary<MemberId, int> Warnings { get; init; } = ImmutableDictionary<MemberId, int>.Empty;

    /// <summary>The last signature of each person under its minutes.</summary>
    public ImmutableDictionary<ParticipantId, Minutes.Signature> Signatures { get; init; } = ImmutableDictionary<ParticipantId, Minutes.Signature>.Empty;
}

/// <summary>A delegation's call for the quorum.</summary>
/// <param name="At">When it called.</param>
/// <param name="Present">Members with the right to vote that were present then.</param>
public sealed record QuorumCall(DateTimeOffset At, int Present);

/// <summary>The quorum as it stands.</summary>
/// <param name="Present">Members present with the right to vote.</param>
/// <param name="Entitled">Members with the right to vote.</param>
/// <param name="Needed">How many must be present.</param>
/// <param name="Article">The article that says so.</param>
public sealed record Quorum(int Present, int Entitled, int Needed, string Article)
{
    /// <summary>Whether enough are present.</summary>
    public bool Met => Present >= Needed;
}

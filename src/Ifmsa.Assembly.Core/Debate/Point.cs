using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Debate;

/// <summary>What a point is.</summary>
public enum PointKind
{
    /// <summary>That the rules be kept.</summary>
    Order,

    /// <summary>A fact offered.</summary>
    InformationTo,

    /// <summary>A brief question asked.</summary>
    InformationFrom,
}

/// <summary>Where a point stands.</summary>
public enum PointPhase
{
    /// <summary>Raised.</summary>
    Raised,

    /// <summary>The speaker will hear it only after the speech.</summary>
    Deferred,

    /// <summary>Being heard.</summary>
    Heard,

    /// <summary>Done.</summary>
    Settled,

    /// <summary>Taken back.</summary>
    Withdrawn,
}

/// <summary>What moves a point on.</summary>
public enum PointTrigger
{
    /// <summary>The speaker refuses it while speaking.</summary>
    Refuse,

    /// <summary>It is heard.</summary>
    Hear,

    /// <summary>It is answered or ruled upon.</summary>
    Settle,

    /// <summary>It is taken back.</summary>
    Withdraw,
}

/// <summary>A point of order or of information.</summary>
public sealed record Point
{
    /// <summary>How a point goes.</summary>
    public static Flow<PointPhase, PointTrigger> Flow { get; } = Flow<PointPhase, PointTrigger>.From(PointPhase.Raised)
        .Permit(PointPhase.Raised, PointTrigger.Refuse, PointPhase.Deferred)
        .Permit(PointPhase.Raised, PointTrigger.Hear, PointPhase.Heard)
        .Permit(PointPhase.Raised, PointTrigger.Settle, PointPhase.Settled)
        .Permit(PointPhase.Raised, PointTrigger.Withdraw, PointPhase.Withdrawn)
        .Permit(PointPhase.Deferred, PointTrigger.Hear, PointPhase.Heard)
        .Permit(PointPhase.Deferred, PointTrigger.Settle, PointPhase.Settled)
        .Permit(PointPhase.Deferred, PointTrigger.Withdraw, PointPhase.Withdrawn)
        .Permit(PointPhase.Heard, PointTrigger.Settle, PointPhase.Settled);

    /// <summary>The point.</summary>
    public required PointId Id { get; init; }

    /// <summary>What it is.</summary>
    public required PointKind Kind { get; init; }

    /// <summary>The delegation that raises it.</summary>
    public MemberId? Member { get; init; }

    /// <summary>The person who raises it; null for a raised placard.</summary>
    public ParticipantId? Participant { get; init; }

    /// <summary>When it was raised.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The plenary in which it was raised.</summary>
    public PlenaryId? Plenary { get; init; }

    /// <summary>Where it stands.</summary>
    public PointPhase Phase { get; init; }

    /// <summary>Whether it is raised and not done.</summary>
    public bool IsPending => Phase is PointPhase.Raised or PointPhase.Deferred or PointPhase.Heard;
}

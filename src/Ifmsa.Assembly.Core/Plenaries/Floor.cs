using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Plenaries;

/// <summary>What the countdown on every phone is for.</summary>
public enum CountdownPurpose
{
    /// <summary>The chair asks for a seconder.</summary>
    Seconders,

    /// <summary>The chair asks for direct negatives.</summary>
    Negatives,
}

/// <summary>Time that delegations have to answer the chair.</summary>
public sealed record Countdown(CountdownPurpose Purpose, MotionId Motion, DateTimeOffset EndsAt, int Seconds);

/// <summary>The chair's call to return to the hall.</summary>
public sealed record HallCall(DateTimeOffset Until, int Minutes);

/// <summary>Somebody speaking.</summary>
public sealed record Speaking(Speech Speech, DateTimeOffset Since);

/// <summary>What is before the plenary at this moment.</summary>
public sealed record Floor
{
    /// <summary>The open item.</summary>
    public ItemId? Item { get; init; }

    /// <summary>The motion before the plenary, until another matter takes its place.</summary>
    public MotionId? Motion { get; init; }

    /// <summary>The election before the plenary.</summary>
    public ElectionId? Election { get; init; }

    /// <summary>The ballot being taken, or last declared and not yet left.</summary>
    public BallotId? Ballot { get; init; }

    /// <summary>The running countdown.</summary>
    public Countdown? Countdown { get; init; }

    /// <summary>The running call to the hall.</summary>
    public HallCall? HallCall { get; init; }

    /// <summary>Who speaks.</summary>
    public Speaking? Speaking { get; init; }
}

/// <summary>Who has the chair.</summary>
/// <param name="Presiding">The person presiding.</param>
/// <param name="OfferedTo">To whom the chair is being handed.</param>
/// <param name="Silent">Whether the presiding person's device has fallen silent.</param>
public sealed record Chairing(ParticipantId? Presiding = null, ParticipantId? OfferedTo = null, bool Silent = false);

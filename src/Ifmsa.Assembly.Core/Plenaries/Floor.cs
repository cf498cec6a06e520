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

    /// <summary>The chair asks for alternative motions.</summary>
    Alternatives,

    /// <summary>The chair asks for a seconder of an amendment.</summary>
    AmendmentSeconders,

    /// <summary>The chair asks for a seconder of a procedural motion.</summary>
    ProceduralSeconders,
}

/// <summary>Time that delegations have to answer the chair.</summary>
public sealed record Countdown(
    CountdownPurpose Purpose, MotionId? Motion, DateTimeOffset EndsAt, int Seconds, AmendmentId? Amendment = null, ProceduralId? Procedural = null);

/// <summary>The chair's call to return to the hall.</summary>
public sealed record HallCall(DateTimeOffset Until, int Minutes);

/// <summary>Somebody speaking.</summary>
/// <param name="Speech">The request that was granted.</param>
/// <param name="Since">When the speech began, or went on after its last pause.</param>
public sealed record Speaking(Speech Speech, DateTimeOffset Since)
{
    /// <summary>The limit of this speech; null for none.</summary>
    public TimeSpan? Limit { get; init; }

    /// <summary>What had been spoken before <see cref="Since"/>.</summary>
    public TimeSpan Spoken { get; init; }

    /// <summary>Whether the clock stands still.</summary>
    public bool Paused { get; init; }

    /// <summary>The point being heard for which the clock stands still; it goes on when that is settled.</summary>
    public PointId? PausedFor { get; init; }

    /// <summary>Whether the time was yielded by another speaker; it cannot be yielded again.</summary>
    public bool Yielded { get; init; }

    /// <summary>When the limit is reached; null without one, or while the clock stands still.</summary>
    public DateTimeOffset? EndsAt => Limit is { } limit && !Paused ? Since + (limit - Spoken) : null;

    /// <summary>How long has been spoken by then.</summary>
    public TimeSpan SpokenBy(DateTimeOffset at) => Paused || at < Since ? Spoken : Spoken + (at - Since);

    /// <summary>The same speech with its clock standing still.</summary>
    internal Speaking Stopped(DateTimeOffset at, PointId? point = null) => this with { Spoken = SpokenBy(at), Since = at, Paused = true, PausedFor = point };

    /// <summary>The same speech with its clock going on.</summary>
    internal Speaking GoingOn(DateTimeOffset at) => this with { Since = at, Paused = false, PausedFor = null };
}

/// <summary>Through what delegations ask for the floor.</summary>
public enum Intake
{
    /// <summary>On their phones.</summary>
    Phones,

    /// <summary>By raised placards, which chair, desk or officers enter.</summary>
    Placards,
}

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

    /// <summary>The immediately pending question above the motion; null when the motion itself is.</summary>
    public Question? Pending { get; init; }

    /// <summary>Through what delegations ask for the floor.</summary>
    public Intake Intake { get; init; }

    /// <summary>Whether the discussion is kept out of the minutes.</summary>
    public bool OffRecord { get; init; }

    /// <summary>Whether observers are out of the hall.</summary>
    public bool ObserversOut { get; init; }

    /// <summary>Whether the candidates are out of the hall.</summary>
    public bool CandidatesOut { get; init; }

    /// <summary>The time to which the plenary is to adjourn, once that is fixed.</summary>
    public DateTimeOffset? AdjournsAt { get; init; }
}


/// <summary>Who has the chair.</summary>
/// <param name="Presiding">The person presiding.</param>
/// <param name="OfferedTo">To whom the chair is being handed.</param>
/// <param name="Silent">Whether the presiding person's device has fallen silent.</param>
public sealed record Chairing(ParticipantId? Presiding = null, ParticipantId? OfferedTo = null, bool Silent = false);

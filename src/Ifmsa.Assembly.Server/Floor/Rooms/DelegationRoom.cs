using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Server.Floor.Rooms;

/// <summary>What the delegates of one member have told each other: advice on the running ballot, and how those at home want them to vote.</summary>
public sealed record DelegationRoom
{
    /// <summary>Where nothing was said.</summary>
    public static DelegationRoom Empty { get; } = new();

    /// <summary>Rises with each change; 0 where nothing is said.</summary>
    public long Version { get; init; }

    /// <summary>The ballot on which there is advice or a mandate of its own.</summary>
    public BallotId? Ballot { get; init; }

    /// <summary>What each delegate advises on it.</summary>
    public ImmutableDictionary<ParticipantId, Advice> Advice { get; init; } = ImmutableDictionary<ParticipantId, Advice>.Empty;

    /// <summary>The mandate on that ballot, where it is about no motion.</summary>
    public NotedMandate? Mandate { get; init; }

    /// <summary>The mandates on motions that are still to be decided.</summary>
    public ImmutableDictionary<MotionId, NotedMandate> Mandates { get; init; } = ImmutableDictionary<MotionId, NotedMandate>.Empty;

    /// <summary>Whether nothing is said.</summary>
    public bool IsEmpty => Advice.IsEmpty && Mandate is null && Mandates.IsEmpty;

    /// <summary>How many characters the notes of its mandates have in all.</summary>
    public int Characters => Mandates.Values.Sum(noted => noted.Mandate.Note?.Length ?? 0);

    /// <summary>The room as it is for a ballot: what was said on an earlier one is gone.</summary>
    public DelegationRoom On(BallotId? ballot) => Ballot == ballot ? this : this with { Ballot = ballot, Advice = Advice.Clear(), Mandate = null };

    /// <summary>Never what was said.</summary>
    public override string ToString() => $"{Advice.Count} advices, {Mandates.Count} mandates";
}

/// <summary>A mandate, and who noted it.</summary>
public sealed record NotedMandate(Mandate Mandate, ParticipantId By);

using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Elections;

/// <summary>Where an election stands.</summary>
public enum ElectionPhase
{
    /// <summary>Nominations and votes.</summary>
    Open,

    /// <summary>Somebody is elected.</summary>
    Decided,
}

/// <summary>The filling of a post among nominees.</summary>
public sealed record Election
{
    /// <summary>The election.</summary>
    public required ElectionId Id { get; init; }

    /// <summary>The post, as people call it; at most 200 characters.</summary>
    public required string Title { get; init; }

    /// <summary>The kind of decision, a name in the rulebook.</summary>
    public required string Decision { get; init; }

    /// <summary>The duty the winner gets.</summary>
    public Duty? Duty { get; init; }

    /// <summary>The item it belongs to.</summary>
    public ItemId? Item { get; init; }

    /// <summary>Nominees in order of nomination.</summary>
    public ImmutableList<ParticipantId> Nominees { get; init; } = [];

    /// <summary>Where it stands.</summary>
    public ElectionPhase Phase { get; init; }

    /// <summary>Who is elected.</summary>
    public ParticipantId? Winner { get; init; }

    /// <summary>Whether the winner had the duty before; voiding the vote then leaves it to them.</summary>
    public bool Reelected { get; init; }
}

using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Debate;

/// <summary>Whether a speakers' list takes names.</summary>
public enum SpeakersListPhase
{
    /// <summary>It takes names.</summary>
    Open,

    /// <summary>It takes no more; those on it still speak.</summary>
    Closed,
}

/// <summary>A list of those who want to speak on a matter.</summary>
public sealed record SpeakersList
{
    /// <summary>The list.</summary>
    public required SpeakersListId Id { get; init; }

    /// <summary>From 1, in the order opened.</summary>
    public int Number { get; init; }

    /// <summary>The item it is on.</summary>
    public ItemId? Item { get; init; }

    /// <summary>The motion or alternative it is on.</summary>
    public MotionId? Motion { get; init; }

    /// <summary>The procedural motion it is on, where that can be debated.</summary>
    public ProceduralId? Procedural { get; init; }

    /// <summary>Whether it takes names.</summary>
    public SpeakersListPhase Phase { get; init; }

    /// <summary>A speech's limit in seconds; 0 for none.</summary>
    public int Seconds { get; init; }

    /// <summary>The limit of all speeches for, and of all against, in seconds; 0 for none.</summary>
    public int SideSeconds { get; init; }
}

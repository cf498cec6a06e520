using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Debate;

/// <summary>Who rules.</summary>
public enum RulingBody
{
    /// <summary>Whoever presides.</summary>
    Chair,

    /// <summary>The credentials committee (CCC).</summary>
    Credentials,
}

/// <summary>A ruling: minuted, and open to challenge.</summary>
public sealed record Ruling
{
    /// <summary>The ruling.</summary>
    public required RulingId Id { get; init; }

    /// <summary>From 1, in the order made.</summary>
    public required int Number { get; init; }

    /// <summary>Who rules.</summary>
    public required RulingBody Body { get; init; }

    /// <summary>What is ruled; at most 500 characters.</summary>
    public required string Text { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The plenary in which it was made.</summary>
    public PlenaryId? Plenary { get; init; }

    /// <summary>The point of order it answers.</summary>
    public PointId? Point { get; init; }

    /// <summary>The procedural motion it puts out of order.</summary>
    public ProceduralId? Procedural { get; init; }

    /// <summary>The amendment it puts out of order.</summary>
    public AmendmentId? Amendment { get; init; }

    /// <summary>The act it allows once against a rule, by its command's kind.</summary>
    public string? Allows { get; init; }

    /// <summary>The member it allows it to; null for those who preside or serve the plenary.</summary>
    public MemberId? Member { get; init; }

    /// <summary>The act done under it, by its first fact's sequence; 0 while it has not been used.</summary>
    public long Used { get; init; }

    /// <summary>Whether the plenary has reversed it.</summary>
    public bool Reversed { get; init; }

    /// <summary>Whether it lets somebody do something now.</summary>
    public bool Opens => Allows is not null && Used == 0 && !Reversed;
}

namespace Ifmsa.Assembly.Core.Journal;

/// <summary>Something that happened, as the journal keeps it.</summary>
public abstract record Fact
{
    private protected Fact()
    {
    }

    /// <summary>The state after the fact; never refuses, and never changes its meaning once released.</summary>
    internal abstract Proceedings ApplyTo(Proceedings before);
}

/// <summary>The kind under which the journal keeps a fact.</summary>
/// <param name="kind">A versioned participle, such as <c>motion.seconded.v1</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class FactKindAttribute(string kind) : Attribute
{
    /// <summary>A versioned participle, such as <c>motion.seconded.v1</c>.</summary>
    public string Kind { get; } = kind;

    /// <summary>Whether the act can be undone, and later corrected, while nothing rests on it.</summary>
    public bool Reversible { get; init; }

    /// <summary>Whether all business that follows rests on it, as on the opening of a plenary.</summary>
    public bool SetsStage { get; init; }
}

using System.Collections.Immutable;

namespace Ifmsa.Assembly.Core.Journal;

/// <summary>The answer to a command: facts, or a refusal and no change at all.</summary>
public sealed record Decision
{
    private Decision(ImmutableArray<Fact> facts, Refusal? refusal, ImmutableArray<Matter> matters) =>
        (Facts, Refusal, Matters) = (facts, refusal, matters);

    /// <summary>Words beside the journal that are erased with their salts, in the same transaction.</summary>
    public ImmutableArray<MatterId> Erased { get; private init; } = [];

    /// <summary>What happened, in order; empty when refused.</summary>
    public ImmutableArray<Fact> Facts { get; }

    /// <summary>Why nothing happened; null when something did.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Erasable words to keep beside the journal, in the same transaction.</summary>
    public ImmutableArray<Matter> Matters { get; }

    /// <summary>Facts in order.</summary>
    public static Decision Of(params IEnumerable<Fact> facts) => new([.. facts], refusal: null, []);

    /// <summary>A refusal.</summary>
    public static Decision Refuse(Refusal refusal) => new([], refusal, []);

    /// <summary>The same facts, with words to keep beside the journal.</summary>
    public Decision With(params IEnumerable<Matter> matters) => new(Facts, Refusal, [.. Matters, .. matters]) { Erased = Erased };

    /// <summary>The same facts, and words beside the journal erased.</summary>
    public Decision Erasing(params IEnumerable<MatterId> words) => this with { Erased = [.. Erased, .. words] };

    /// <summary>A refusal is a decision.</summary>
    public static implicit operator Decision(Refusal refusal) => Refuse(refusal);

    /// <summary>A single fact is a decision.</summary>
    public static implicit operator Decision(Fact fact) => Of(fact);
}

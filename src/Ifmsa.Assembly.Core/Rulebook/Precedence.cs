namespace Ifmsa.Assembly.Core.Rulebook;

/// <summary>What may be moved over what is immediately pending, by rank and by the nature of both, whatever else they need.</summary>
public static class Precedence
{
    /// <summary>Whether a procedural motion may be moved over the main motion.</summary>
    public static bool OverMotion(Rules rules, ProceduralRule proposed) => proposed.Rank is not { } rank || rank < rules.Way.Rank;

    /// <summary>Whether a procedural motion may be moved over an amendment.</summary>
    public static bool OverAmendment(Rules rules, ProceduralRule proposed) =>
        proposed.Effect != ProceduralEffect.RejectConsideration && (proposed.Rank is not { } rank || rank < rules.Way.Amendments?.Rank);

    /// <summary>Whether a procedural motion may be moved over another.</summary>
    public static bool OverProcedural(ProceduralRule pending, ProceduralRule proposed) => (pending, proposed) switch
    {
        // Nothing interrupts a vote.
        ({ Effect: ProceduralEffect.CountAgain }, _) => false,
        // It is against the motion itself, before anything else has been moved on it.
        (_, { Effect: ProceduralEffect.RejectConsideration }) => false,
        // Without a vote there is nothing to count.
        (_, { Effect: ProceduralEffect.CountAgain }) => pending.DecidedBy == DecidedBy.Vote,
        (_, { Rank: null }) => pending != proposed,
        ({ YieldsTo: { } least }, { Rank: { } rank }) => rank <= least,
        ({ Rank: { } own }, { Rank: { } rank }) => rank < own,
        _ => false,
    };

    /// <summary>Whether an amendment may be moved over a procedural motion: one of that motion, or one of the main motion that stands above it.</summary>
    public static bool AmendmentOver(Rules rules, ProceduralRule pending) =>
        rules.Way.Amendments is { } amendments && (pending.Amend || (pending.YieldsTo ?? pending.Rank - 1) >= amendments.Rank);
}

using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Core.Publication;

/// <summary>The number of a carried motion in the book of resolutions; one that no longer stands leaves a gap.</summary>
/// <param name="Plenary">The plenary that carried it.</param>
/// <param name="Order">From 1 in the order they were carried there.</param>
/// <param name="Entry">The journal's entry that carried it.</param>
public sealed record Resolution(PlenaryId Plenary, int Order, long Entry);

/// <summary>The book of resolutions: what the plenaries have carried and is more than procedure.</summary>
public static class Resolutions
{
    /// <summary>The resolutions that stand, in the order of their numbers.</summary>
    public static IEnumerable<(Motion Motion, Resolution Resolution)> Of(Proceedings now) =>
        from motion in now.Motions.Values
        where motion.Phase == MotionPhase.Carried && IsResolution(now, motion)
        let resolution = motion.Resolution
        where resolution is not null
        orderby now.Plenaries[resolution.Plenary].Number, resolution.Order
        select (motion, resolution);

    /// <summary>The number as people cite it: year, plenary, order, as <c>2026/2/5</c>.</summary>
    public static string NumberOf(Proceedings now, Resolution resolution) =>
        FormattableString.Invariant($"{now.Charter!.Starts.Year}/{now.Plenaries[resolution.Plenary].Number}/{resolution.Order}");

    /// <summary>The last day on which a resolution carried on a day is in force; null where it does not expire.</summary>
    public static DateOnly? ExpiresOn(DecisionRule rule, DateOnly carried) => rule.ExpiresAfterYears is { } years ? carried.AddYears(years) : null;

    /// <summary>The same motion with a number, once it is carried; the adoption of an agenda, a register or minutes is procedure, and a bloc stands for those it puts together.</summary>
    internal static Proceedings Number(Proceedings now, Motion motion)
    {
        if (now.CurrentPlenary is not { } plenary || !IsResolution(now, motion))
            return now;
        var order = now.ResolutionsNumbered.GetValueOrDefault(plenary) + 1;
        return now with
        {
            // The fact that is being applied comes next in the journal.
            Motions = now.Motions.SetItem(motion.Id, motion with { Resolution = new(plenary, order, now.Sequence + 1) }),
            ResolutionsNumbered = now.ResolutionsNumbered.SetItem(plenary, order),
        };
    }

    private static bool IsResolution(Proceedings now, Motion motion) =>
        motion.Bloc.IsEmpty && now.Rules?.Decision(motion.Decision) is { Effect: not (DecisionEffect.AdoptAgenda or DecisionEffect.AdoptCredentials or DecisionEffect.AdoptMinutes) };
}

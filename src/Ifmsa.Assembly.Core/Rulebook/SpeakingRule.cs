using System.Collections.Immutable;

namespace Ifmsa.Assembly.Core.Rulebook;

/// <summary>By what the chair chooses the next speaker; the first that tells two apart decides.</summary>
public enum CallOrder
{
    /// <summary>Who asked first.</summary>
    FirstCome,

    /// <summary>Delegations that have not spoken on the matter before those that have.</summary>
    NotYetSpoken,

    /// <summary>For and against in turn.</summary>
    Alternating,

    /// <summary>The region that has spoken least.</summary>
    Regions,
}

/// <summary>How the floor is given and for how long.</summary>
/// <param name="Order">How the next speaker is chosen.</param>
/// <param name="Seconds">A speech's limit in seconds; 0 for none.</param>
/// <param name="SideSeconds">The limit of all speeches for, and of all against, a matter in seconds; 0 for none.</param>
/// <param name="DelegationSeconds">The limit of all speeches of a delegation in a plenary in seconds; 0 for none.</param>
/// <param name="Yield">Whether a speaker may yield the rest of the time to another.</param>
/// <param name="Article">The article that says so.</param>
public sealed record SpeakingRule(
    ImmutableArray<CallOrder> Order, int Seconds, int SideSeconds, int DelegationSeconds, bool Yield, string Article)
{
    /// <summary>First come, no limits.</summary>
    public static SpeakingRule Plain { get; } = new([CallOrder.FirstCome], 0, 0, 0, Yield: false, "");
}

/// <summary>Points of order and of information.</summary>
/// <param name="Order">The article on points of order.</param>
/// <param name="Information">The article on points of information; null where there are none.</param>
/// <param name="Warnings">After how many warnings a delegation loses points of information for the plenary; 0 for never.</param>
public sealed record PointsRule(string Order, string? Information, int Warnings)
{
    /// <summary>Points of order and of information, without warnings.</summary>
    public static PointsRule Plain { get; } = new("", "", 0);
}

/// <summary>When an office lets its holder speak for a member.</summary>
public enum SpeakingRight
{
    /// <summary>Always.</summary>
    Always,

    /// <summary>Only for one's own candidature.</summary>
    Candidature,

    /// <summary>Never.</summary>
    Never,
}

/// <summary>What an office takes from the rights of somebody's delegation.</summary>
/// <param name="Propose">Whether its holder may propose, second or object for a member.</param>
/// <param name="Speak">When its holder may speak for a member.</param>
/// <param name="Article">The article that says so.</param>
public sealed record DutyRights(bool Propose, SpeakingRight Speak, string Article);

/// <summary>How long before a plenary its motions are announced.</summary>
/// <param name="Minutes">At least so many before.</param>
/// <param name="Article">The article that says so.</param>
public sealed record NoticeRule(int Minutes, string Article);

/// <summary>A paragraph of the rules that can be named.</summary>
/// <param name="Title">What it says, in a few words.</param>
/// <param name="Suspendable">Whether the plenary can suspend it.</param>
public sealed record Paragraph(string Title, bool Suspendable);

using Ifmsa.Assembly.Core.Ballots;

namespace Ifmsa.Assembly.Core.Rulebook;

/// <summary>What follows when a decision of this kind is carried.</summary>
public enum DecisionEffect
{
    /// <summary>Nothing beyond the decision itself.</summary>
    None,

    /// <summary>The agenda of the plenary is adopted.</summary>
    AdoptAgenda,

    /// <summary>The final report of the credentials committee is adopted and becomes the register of who votes.</summary>
    AdoptCredentials,

    /// <summary>The minutes before the plenary are adopted.</summary>
    AdoptMinutes,

    /// <summary>A member's status or standing changes as the motion says.</summary>
    Membership,

    /// <summary>The bylaws change as the motion says, where it names an article.</summary>
    Bylaws,
}

/// <summary>How a kind of decision is taken.</summary>
/// <param name="Title">As people call it.</param>
/// <param name="Majority">The name of the majority it needs.</param>
/// <param name="NemoContra">Whether it can pass without a vote when nobody objects.</param>
/// <param name="Seconder">Whether a motion of this kind needs a seconder.</param>
/// <param name="Article">The article that says so.</param>
/// <param name="Effect">What follows when it is carried.</param>
/// <param name="ConfirmWinner">Whether the winner against an alternative is put to the decision's own majority, so that a plurality never decides it.</param>
/// <param name="TakesEffect">With the effect <c>membership</c>: when a change takes effect.</param>
/// <param name="Disclosure">What is published of who voted how; each member's vote where it does not say.</param>
/// <param name="ExpiresAfterYears">After how many years what was carried is no longer in force; it stays in force where it does not say.</param>
/// <param name="ExcludesConcerned">With the effect <c>membership</c>: whether the member concerned has no vote on it.</param>
public sealed record DecisionRule(
    string Title, string Majority, bool NemoContra, bool Seconder, string Article, DecisionEffect Effect = DecisionEffect.None, bool ConfirmWinner = false,
    MembershipTiming? TakesEffect = null, bool? ExcludesConcerned = null, Disclosure? Disclosure = null, int? ExpiresAfterYears = null);

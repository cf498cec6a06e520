using Ifmsa.Assembly.Core.Ballots;

namespace Ifmsa.Assembly.Core.Rulebook;

/// <summary>What follows when a decision of this kind is carried.</summary>
public enum DecisionEffect
{
    /// <summary>Nothing beyond the decision itself.</summary>
    None,

    /// <summary>The agenda of the plenary is adopted.</summary>
    AdoptAgenda,
}

/// <summary>How a kind of decision is taken.</summary>
/// <param name="Title">As people call it.</param>
/// <param name="Majority">The name of the majority it needs.</param>
/// <param name="NemoContra">Whether it can pass without a vote when nobody objects.</param>
/// <param name="Seconder">Whether a motion of this kind needs a seconder.</param>
/// <param name="Article">The article that says so.</param>
/// <param name="Effect">What follows when it is carried.</param>
/// <param name="Disclosure">What is published of who voted how.</param>
/// <param name="ConfirmWinner">Whether the winner against an alternative is put to the decision's own majority, so that a plurality never decides it.</param>
public sealed record DecisionRule(
    string Title, string Majority, bool NemoContra, bool Seconder, string Article, DecisionEffect Effect = DecisionEffect.None, bool ConfirmWinner = false,
    Disclosure Disclosure = Disclosure.Named);

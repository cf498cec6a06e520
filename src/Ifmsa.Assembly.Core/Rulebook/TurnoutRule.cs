namespace Ifmsa.Assembly.Core.Rulebook;

/// <summary>The quorum of a vote: how many have to vote, in the unit the majority counts, for it to decide anything.</summary>
/// <param name="Numerator">Of the share.</param>
/// <param name="Denominator">Of the share.</param>
/// <param name="Base">What it is a share of: those present, those entitled, or all members.</param>
/// <param name="Abstentions">Whether abstentions count towards it.</param>
/// <param name="Article">The article that says so.</param>
/// <param name="Strict">Whether strictly more than the share has to vote.</param>
public sealed record TurnoutRule(int Numerator, int Denominator, MajorityBase Base, bool Abstentions, string Article, bool Strict = false)
{
    /// <summary>The smallest number that makes the share of this base; at least one.</summary>
    public int Needed(int votes) => Fraction.Needed(Numerator, Denominator, Strict, votes);
}

using System.Text.Json.Serialization;

namespace Ifmsa.Assembly.Core.Rulebook;

/// <summary>What a majority is a share of.</summary>
public enum MajorityBase
{
    /// <summary>Votes for and against; abstentions do not count.</summary>
    ForAndAgainst,

    /// <summary>All votes cast, abstentions included.</summary>
    Cast,

    /// <summary>Members present with the right to vote when the vote was opened.</summary>
    Present,

    /// <summary>All members with the right to vote, present or not.</summary>
    Entitled,

    /// <summary>All members on the roll, whether or not they may vote.</summary>
    AllMembers,
}

/// <summary>What is counted.</summary>
public enum CountedBy
{
    /// <summary>Votes.</summary>
    Votes,

    /// <summary>Members; one that splits its votes stands where more than half of them stand, and abstains where none has so many.</summary>
    Members,

    /// <summary>The weight of members, each undivided.</summary>
    Weight,
}

/// <summary>What becomes of a question in a case the fraction does not settle.</summary>
public enum Fallback
{
    /// <summary>It fails.</summary>
    Fails,

    /// <summary>It carries.</summary>
    Carries,
}

/// <summary>A majority: carried when for · denominator ≥ base · numerator, or strictly more.</summary>
/// <param name="Title">As people call it.</param>
/// <param name="Numerator">Of the share; 0 where the most votes decide.</param>
/// <param name="Denominator">Of the share.</param>
/// <param name="Strict">Whether strictly more than the share is needed.</param>
/// <param name="Base">What it is a share of.</param>
/// <param name="Tie">When as many are for as against, and the share is one half or the most votes.</param>
/// <param name="AllAbstain">When nobody is for or against.</param>
/// <param name="Article">The article that says so.</param>
/// <param name="Counting">What is counted: votes, members, or the weight of members.</param>
/// <param name="And">The name of a second majority that must be reached too.</param>
/// <param name="Quorum">How many have to vote for the vote to decide anything.</param>
public sealed record MajorityRule(
    string Title, int Numerator, int Denominator, bool Strict, MajorityBase Base, Fallback Tie, Fallback AllAbstain, string Article,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] CountedBy Counting = CountedBy.Votes, string? And = null, TurnoutRule? Quorum = null)
{
    /// <summary>Whether the fraction leaves it open what becomes of a tie, or a tie falls short of it.</summary>
    private bool TakesHalf => Numerator == 0 || 2L * Numerator >= Denominator;

    /// <summary>What the share is of, in the unit that is counted.</summary>
    /// <param name="decided">Cast for or against something.</param>
    /// <param name="cast">Cast in all, abstentions included.</param>
    /// <param name="present">Of those present with the right to vote.</param>
    /// <param name="entitled">Of all with the right to vote.</param>
    /// <param name="all">Of all on the roll.</param>
    public int BaseOf(int decided, int cast, int present, int entitled, int all) => Base switch
    {
        MajorityBase.ForAndAgainst => decided,
        MajorityBase.Cast => cast,
        MajorityBase.Present => present,
        MajorityBase.Entitled => entitled,
        MajorityBase.AllMembers => all,
    };

    /// <summary>The smallest number that makes the share of this base; at least one.</summary>
    public int Needed(int votes) => Fraction.Needed(Numerator, Denominator, Strict, votes);

    /// <summary>The smallest number for that carries a question when so many are for or against on this base; none where it carries although all abstain.</summary>
    public int NeededOnQuestion(int decided, int votes) =>
        decided == 0 ? (AllAbstain == Fallback.Carries ? 0 : Needed(votes))
        : TakesHalf ? Math.Max(Needed(votes), Tie == Fallback.Carries ? decided - (decided / 2) : (decided / 2) + 1)
        : Needed(votes);
}

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
/// <param name="Numerator">Of the share.</param>
/// <param name="Denominator">Of the share.</param>
/// <param name="Strict">Whether strictly more than the share is needed.</param>
/// <param name="Base">What it is a share of.</param>
/// <param name="Tie">When as many are for as against.</param>
/// <param name="AllAbstain">When nobody is for or against.</param>
/// <param name="Article">The article that says so.</param>
public sealed record MajorityRule(
    string Title, int Numerator, int Denominator, bool Strict, MajorityBase Base, Fallback Tie, Fallback AllAbstain, string Article)
{
    /// <summary>The base in votes.</summary>
    public int BaseOf(int @for, int against, int abstain, int present, int entitled) => Base switch
    {
        MajorityBase.ForAndAgainst => @for + against,
        MajorityBase.Cast => @for + against + abstain,
        MajorityBase.Present => present,
        MajorityBase.Entitled => entitled,
    };

    /// <summary>The smallest number of votes that carries on this base.</summary>
    public int Needed(int votes) =>
        Strict
            ? (int)((long)votes * Numerator / Denominator) + 1
            : (int)(((long)votes * Numerator + Denominator - 1) / Denominator);

    /// <summary>Whether so many votes for make the share of the base.</summary>
    public bool IsReached(int @for, int votes) =>
        Strict ? (long)@for * Denominator > (long)votes * Numerator : (long)@for * Denominator >= (long)votes * Numerator;

    /// <summary>Whether a question carries.</summary>
    public bool Carries(int @for, int against, int abstain, int present, int entitled) => (@for, against) switch
    {
        (0, 0) => AllAbstain == Fallback.Carries,
        _ when @for == against && IsReached(@for, BaseOf(@for, against, abstain, present, entitled)) => Tie == Fallback.Carries,
        _ => IsReached(@for, BaseOf(@for, against, abstain, present, entitled)),
    };
}

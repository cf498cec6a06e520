using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Ballots;

/// <summary>Where a ballot stands.</summary>
public enum BallotPhase
{
    /// <summary>Votes are taken.</summary>
    Open,

    /// <summary>The polls are closed and the count is being checked.</summary>
    Closed,

    /// <summary>The independent recount agrees.</summary>
    Counted,

    /// <summary>The recount disagrees: nothing can be declared.</summary>
    Disputed,

    /// <summary>The result is declared.</summary>
    Declared,

    /// <summary>Void; it stays on record.</summary>
    Void,

    /// <summary>The polls are closed, and before anybody sees a total each delegation checks its own recorded vote.</summary>
    Checking,
}

/// <summary>What moves a ballot on.</summary>
public enum BallotTrigger
{
    /// <summary>The chair closes the polls.</summary>
    Close,

    /// <summary>The recount agrees.</summary>
    Agree,

    /// <summary>The recount disagrees.</summary>
    Disagree,

    /// <summary>The chair declares the result.</summary>
    Declare,

    /// <summary>The chair voids it, with a reason.</summary>
    Void,

    /// <summary>The polls close, and delegations check their record.</summary>
    Check,

    /// <summary>The time to object is over and every objection settled.</summary>
    EndChecking,
}

/// <summary>How votes are given.</summary>
public enum BallotMethod
{
    /// <summary>On the phones of those who hold the cards, and by placard for those who cannot.</summary>
    Phones,

    /// <summary>By placards alone, counted by the returning officers.</summary>
    Placards,

    /// <summary>Aloud, by name, in alphabetical order from a drawn member.</summary>
    RollCall,
}

/// <summary>What is asked.</summary>
public enum BallotKind
{
    /// <summary>For, against or abstain.</summary>
    Question,

    /// <summary>One of several names, or abstain.</summary>
    Choice,

    /// <summary>One of several proposals: a motion against its alternatives or against an amendment, or proposals of the chair's.</summary>
    Versus,

    /// <summary>Several of several: approval, or a block of places.</summary>
    Several,
}

/// <summary>What is published of who voted how; the journal knows it either way.</summary>
public enum Disclosure
{
    /// <summary>Each member's vote.</summary>
    Named,

    /// <summary>Totals alone.</summary>
    Totals,
}

/// <summary>One thing that can be chosen.</summary>
/// <param name="Key">What the vote says: <c>for</c>, <c>against</c>, <c>abstain</c>, <c>original</c>, <c>amendment</c>, the id of a nominee or motion, or a proposal's number.</param>
/// <param name="Nominee">The nominee, in an election.</param>
/// <param name="Motion">The motion, where it stands against alternatives.</param>
/// <param name="Label">The proposal in words, where the chair puts several.</param>
public sealed record Option(string Key, ParticipantId? Nominee = null, MotionId? Motion = null, string? Label = null)
{
    /// <summary>The motion as it stands, against an amendment.</summary>
    public const string Original = "original";

    /// <summary>The motion as amended.</summary>
    public const string Amendment = "amendment";

    /// <summary>For the motion.</summary>
    public const string For = "for";

    /// <summary>Against the motion.</summary>
    public const string Against = "against";

    /// <summary>Neither.</summary>
    public const string Abstain = "abstain";

    /// <summary>Whether it is something to be chosen, and not a vote against all or none.</summary>
    internal bool IsProposal => Key is not (Against or Abstain);
}

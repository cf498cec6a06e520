using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Federation;

/// <summary>A member organisation's status.</summary>
public enum MemberStatus
{
    /// <summary>Full members vote.</summary>
    Full,

    /// <summary>Candidate members may speak.</summary>
    Candidate,

    /// <summary>Associate members; their rights are in the rulebook.</summary>
    Associate,
}

/// <summary>Whether a member has met its obligations.</summary>
public enum Standing
{
    /// <summary>All met.</summary>
    Good,

    /// <summary>Some not met: no vote.</summary>
    Lapsed,

    /// <summary>Suspended by the assembly: no vote.</summary>
    Suspended,
}

/// <summary>A member organisation (NMO); the short name identifies it.</summary>
/// <param name="Id">By which the journal names it.</param>
/// <param name="Name">As printed on papers.</param>
/// <param name="ShortName">As people call it.</param>
/// <param name="Country">Where it works.</param>
/// <param name="Region">One of the rulebook's.</param>
/// <param name="Status">Full, candidate or associate.</param>
/// <param name="Standing">Whether it has met its obligations.</param>
/// <param name="PreviousRights">Whether it had the right to vote at the previous assembly.</param>
/// <param name="Votes">Its votes in the plenary, 1 to 1000, of which the rulebook lets so many count; null is 1.</param>
/// <param name="ElectionVotes">Its votes in elections, likewise.</param>
/// <param name="Weight">Its weight, where a majority counts weights, such as its people; 1 to 1,000,000; null is 1.</param>
public sealed record Member(
    MemberId Id, string Name, string ShortName, string Country, string Region, MemberStatus Status, Standing Standing, bool PreviousRights,
    int? Votes = null, int? ElectionVotes = null, int? Weight = null)
{
    /// <summary>The most votes a member can have.</summary>
    public const int VotesAtMost = 1000;

    /// <summary>The greatest weight.</summary>
    public const int WeightAtMost = 1_000_000;
}

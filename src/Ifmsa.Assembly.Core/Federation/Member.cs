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
public sealed record Member(
    MemberId Id, string Name, string ShortName, string Country, string Region, MemberStatus Status, Standing Standing, bool PreviousRights);

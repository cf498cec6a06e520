using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Ballots;

/// <summary>Whose vote it is: a member's, or that of one of the voters a member has named.</summary>
/// <param name="Member">The member.</param>
/// <param name="Person">The named voter; null where the member votes as one.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct Voter(MemberId Member, ParticipantId? Person = null);

/// <summary>A voter's votes in a ballot, frozen at its opening.</summary>
/// <param name="Member">The member.</param>
/// <param name="Votes">How many votes; from 1.</param>
/// <param name="Holder">The member that casts them by proxy; null for its own.</param>
/// <param name="Person">The named voter they belong to; null where the member votes as one.</param>
/// <param name="Weight">The member's weight where a majority counts by weight; null for 1.</param>
public sealed record Elector(MemberId Member, int Votes, MemberId? Holder = null, ParticipantId? Person = null, int? Weight = null)
{
    /// <summary>Whose votes they are.</summary>
    internal Voter Voter => new(Member, Person);
}

/// <summary>A part of a slip: some votes for one option, or for several where a slip may bear several marks.</summary>
/// <param name="Options">What is chosen.</param>
/// <param name="Votes">With how many votes; from 1.</param>
public sealed record Share(ImmutableArray<string> Options, int Votes);

using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Ballots;

/// <summary>Whose vote it is.</summary>
/// <param name="Member">The member.</param>
/// <param name="Person">The delegate it belongs to, where election votes belong to named voters; null where it is the member's.</param>
public sealed record Voter(MemberId Member, ParticipantId? Person = null);

/// <summary>A row of a ballot's electorate, frozen at its opening.</summary>
/// <param name="Member">The member.</param>
/// <param name="Votes">Its votes in this ballot.</param>
/// <param name="Holder">The member that casts them by proxy; null where it casts them itself.</param>
/// <param name="Person">The delegate they belong to, where election votes belong to named voters.</param>
/// <param name="Weight">The member's weight; null is 1.</param>
public sealed record Elector(MemberId Member, int Votes, MemberId? Holder = null, ParticipantId? Person = null, int? Weight = null);

/// <summary>A part of a slip: what so many of its votes go to.</summary>
/// <param name="Options">The options they are given for; more than one where a slip may bear several.</param>
/// <param name="Votes">How many.</param>
public sealed record Share(ImmutableArray<string> Options, int Votes);

using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Ballots;

/// <summary>Whose vote it is.</summary>
/// <param name="Member">The member.</param>
/// <param name="Person">The delegate, where votes belong to named voters.</param>
public sealed record Voter(MemberId Member, ParticipantId? Person = null);

/// <summary>A voter's votes in a ballot.</summary>
/// <param name="Member">The member.</param>
/// <param name="Votes">How many votes it has.</param>
/// <param name="Holder">The member that casts them by proxy.</param>
/// <param name="Person">The delegate, where votes belong to named voters.</param>
/// <param name="Weight">The member's weight; absent for one.</param>
public sealed record Elector(MemberId Member, int Votes, MemberId? Holder = null, ParticipantId? Person = null, int? Weight = null);

/// <summary>Some of a voter's votes, given alike.</summary>
/// <param name="Options">The keys of the options they are given to; none on a blank slip.</param>
/// <param name="Votes">How many.</param>
public sealed record Share(ImmutableArray<string> Options, int Votes);

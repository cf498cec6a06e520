using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Ballots;

/// <summary>Who votes in a ballot.</summary>
public static class Electors
{
    /// <summary>x</summary>
    public static ImmutableArray<Elector> For(Proceedings now, string decision, bool election, MemberId? concerned) =>
        [.. now.Electorate.OrderBy(member => member.ShortName, StringComparer.Ordinal).Select(member => new Elector(member.Id, Votes: 1))];

    /// <summary>x</summary>
    public static Refusal WhyNot(Proceedings now, Ballot ballot, Actor by) => by.Member is { } member && !ballot.Includes(member) ? new NotInElectorate(ballot.Number, now.NameOf(member)) : new NoVotingCard();

    /// <summary>x</summary>
    public static Extents Extents(Proceedings now, ImmutableArray<Elector> electorate, bool election) =>
        new(Extent.Of(electorate), Extent.Of(now.Members.Values.Where(now.HasVote).Select(member => new Elector(member.Id, 1))), Extent.Of(now.Members.Values.Select(member => new Elector(member.Id, 1))));
}

/// <summary>The member is not in the electorate of this ballot: it was not present, or has no vote.</summary>
public sealed record NotInElectorate(int Number, string Member) : Refusal("ballot.not-entitled", Number, Member);

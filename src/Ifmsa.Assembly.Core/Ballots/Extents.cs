using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Core.Ballots;

/// <summary>How many there are of something, in each of the units that can be counted.</summary>
public sealed record Extent(int Votes, int Members, int Weight)
{
    /// <summary>Nothing.</summary>
    public static Extent None { get; } = new(0, 0, 0);

    /// <summary>What some electors come to: the votes of all, and each member once with its weight.</summary>
    public static Extent Of(IEnumerable<Elector> electors) => electors.GroupBy(elector => elector.Member)
        .Aggregate(None, (sum, member) => sum + new Extent(member.Sum(elector => elector.Votes), 1, member.Max(elector => elector.Weight ?? 1)));

    /// <summary>In one unit.</summary>
    public int In(CountedBy unit) => unit switch
    {
        CountedBy.Votes => Votes,
        CountedBy.Members => Members,
        CountedBy.Weight => Weight,
    };

    /// <summary>Both together.</summary>
    public static Extent operator +(Extent one, Extent other) => checked(new(one.Votes + other.Votes, one.Members + other.Members, one.Weight + other.Weight));
}

/// <summary>What a majority can be a share of, as it was when the ballot was opened.</summary>
/// <param name="Present">Those present with the right to vote.</param>
/// <param name="Entitled">All with the right to vote, present or not.</param>
/// <param name="All">All members on the roll, whether or not they may vote.</param>
public sealed record Extents(Extent Present, Extent Entitled, Extent All);

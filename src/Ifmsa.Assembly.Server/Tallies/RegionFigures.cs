using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Server.Tallies;

/// <summary>How a region's members voted, in votes.</summary>
/// <param name="Region">As the rulebook calls it; null for regions shown together, since one alone would give away who voted how.</param>
/// <param name="Figures">Votes per option.</param>
public sealed record RegionFigures(string? Region, IReadOnlyDictionary<string, int> Figures)
{
    /// <summary>Where names stay out, fewer voters than these are not shown as a group.</summary>
    public const int SmallestGroup = 3;

    /// <summary>Figures by region in the rulebook's order; null where single votes are not known, or too few to be shown apart.</summary>
    public static IReadOnlyList<RegionFigures>? Of(Proceedings now, Ballot ballot)
    {
        // On placards and paper nobody's own vote is known, and a part of the whole would mislead.
        if (ballot.Method == BallotMethod.Placards || !ballot.Papers.IsEmpty)
            return null;
        var groups = now.Rules!.Regions.Select(region => (Region: (string?)region, Votes: VotesOf(now, ballot, region))).Where(group => group.Votes.Count > 0).ToList();
        if (ballot.Disclosure == Disclosure.Totals)
        {
            groups = Covered(groups);
            if (groups.Count < 2)
                return null;
        }
        return [.. groups.Select(group => new RegionFigures(group.Region, Sum(ballot, group.Votes)))];
    }

    /// <summary>Groups too small to be shown go together with the next smallest, until each could be anybody's.</summary>
    private static List<(string? Region, List<(Elector Elector, Cast Cast)> Votes)> Covered(List<(string? Region, List<(Elector Elector, Cast Cast)> Votes)> groups)
    {
        var small = groups.FindAll(group => MembersIn(group.Votes) < SmallestGroup);
        if (small.Count == 0)
            return groups;
        var large = groups.Except(small).OrderBy(group => MembersIn(group.Votes)).ToList();
        // One alone could be told by subtraction.
        while (large.Count > 0 && small.Sum(group => MembersIn(group.Votes)) < SmallestGroup)
        {
            small.Add(large[0]);
            large.RemoveAt(0);
        }
        return [.. groups.Where(large.Contains), (null, [.. small.SelectMany(group => group.Votes)])];
    }

    private static int MembersIn(List<(Elector Elector, Cast Cast)> votes) => votes.Select(vote => vote.Elector.Member).Distinct().Count();

    private static List<(Elector Elector, Cast Cast)> VotesOf(Proceedings now, Ballot ballot, string region) =>
        [.. ballot.Casts.Where(pair => pair.Value.Counts && now.Members[pair.Key.Member].Region == region).Select(pair => (ballot.Electorate[pair.Key], pair.Value))];

    private static Dictionary<string, int> Sum(Ballot ballot, List<(Elector Elector, Cast Cast)> votes) =>
        ballot.Options.ToDictionary(
            option => option.Key, option => votes.SelectMany(vote => vote.Cast.Shares).Where(share => share.Options.Contains(option.Key, StringComparer.Ordinal)).Sum(share => share.Votes), StringComparer.Ordinal);
}

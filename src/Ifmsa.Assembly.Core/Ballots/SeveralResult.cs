using System.Collections.Immutable;

namespace Ifmsa.Assembly.Core.Ballots;

/// <summary>Who is chosen where several can be.</summary>
internal static class SeveralResult
{
    /// <summary>Those that make the majority and have more than stand against all, the most votes first, while there are places; of equals across the last place none is chosen.</summary>
    public static Result Of(Ballot ballot, ImmutableArray<Sums> sums)
    {
        var (figures, proposals) = (sums[0].Figures, ballot.Options.Where(option => option.IsProposal).Select(option => option.Key).ToList());
        // As many votes stay in ballot order.
        var ranked = proposals.Where(key => sums.All(under => under.Of(key).Carries)).OrderByDescending(key => figures[key]).ToList();
        var places = ballot.Seats is { } seats ? seats : proposals.Count;
        var place = ranked.Count > places ? figures[ranked[places]] + 1 : 0;
        var winners = ranked.Where(key => figures[key] >= place).ToImmutableArray();
        var last = winners is [.., var lowest] ? lowest : proposals.OrderByDescending(key => figures[key]).First();
        var result = Result.By(ballot, sums, under => under.Of(last, under == sums[0] ? place : 0));
        var chosen = result.Verdict == Verdict.Carried;
        return result with { Verdict = chosen ? Verdict.Chosen : Verdict.Defeated, Winners = chosen ? winners : [] };
    }
}

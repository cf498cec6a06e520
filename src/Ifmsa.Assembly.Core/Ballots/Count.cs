using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Core.Ballots;

/// <summary>What was counted, in each unit, so that a majority of any can be taken of it.</summary>
/// <param name="Votes">Votes per option.</param>
/// <param name="Members">Members per option: each stands where more than half of the votes it gave stand, and abstains where none has so many.</param>
/// <param name="Weight">Their weight per option, undivided.</param>
/// <param name="Slips">What was given in all, abstentions included; the figures come to more where a slip can bear several marks.</param>
public sealed record Count(
    ImmutableSortedDictionary<string, int> Votes, ImmutableSortedDictionary<string, int> Members, ImmutableSortedDictionary<string, int> Weight, Extent Slips)
{
    /// <summary>The count of figures of which the votes alone are known, each vote a member's of weight one.</summary>
    /// <param name="figures">Votes per option.</param>
    /// <param name="slips">How many slips there are, where one can bear several marks.</param>
    public static Count OfVotes(ImmutableSortedDictionary<string, int> figures, int? slips = null)
    {
        var given = slips ?? figures.Values.Sum();
        return new(figures, figures, figures, new(given, given, given));
    }

    /// <summary>The count of slips; a blank one abstains.</summary>
    public static Count Of(IEnumerable<(Elector Elector, ImmutableArray<Share> Shares)> slips, ImmutableArray<Option> options)
    {
        var nothing = options.ToImmutableSortedDictionary(option => option.Key, _ => 0, StringComparer.Ordinal);
        var (votes, members, weight, given) = (nothing.ToBuilder(), nothing.ToBuilder(), nothing.ToBuilder(), Extent.None);
        foreach (var member in slips.GroupBy(slip => slip.Elector.Member))
        {
            var shares = member.SelectMany(slip => slip.Shares).Where(share => share.Votes > 0).ToList();
            var all = shares.Sum(share => share.Votes);
            if (all == 0)
                continue;
            var own = Extent.Of(member.Select(slip => slip.Elector)) with { Votes = all };
            given += own;
            var figures = shares.SelectMany(share => share.Options is [] ? [Option.Abstain] : share.Options.Distinct(StringComparer.Ordinal), (share, option) => (Option: option, share.Votes))
                .GroupBy(part => part.Option, part => part.Votes, StringComparer.Ordinal).Select(parts => (Option: parts.Key, Votes: parts.Sum())).ToList();
            foreach (var (option, part) in figures)
                Add(votes, option, part);
            foreach (var option in figures.Where(figure => 2L * figure.Votes > all).Select(figure => figure.Option).DefaultIfEmpty(Option.Abstain))
            {
                Add(members, option, 1);
                Add(weight, option, own.Weight);
            }
        }
        return new(votes.ToImmutable(), members.ToImmutable(), weight.ToImmutable(), given);
    }

    /// <summary>The count of paper, each of it an elector's with as many votes and as much weight as this one's.</summary>
    /// <param name="figures">Papers per option, or marks on them.</param>
    /// <param name="papers">How many papers there are.</param>
    /// <param name="each">One of the electors.</param>
    public static Count OfPaper(ImmutableSortedDictionary<string, int> figures, int papers, Elector each)
    {
        var weight = each.Weight ?? 1;
        return new(Times(each.Votes), figures, Times(weight), new(checked(papers * each.Votes), papers, checked(papers * weight)));

        ImmutableSortedDictionary<string, int> Times(int factor) => figures.ToImmutableSortedDictionary(figure => figure.Key, figure => checked(figure.Value * factor), StringComparer.Ordinal);
    }

    /// <summary>Whether another count comes to the same, option by option and in every unit.</summary>
    public bool IsSame(Count other) =>
        Slips == other.Slips && Votes.SequenceEqual(other.Votes) && Members.SequenceEqual(other.Members) && Weight.SequenceEqual(other.Weight);

    /// <summary>The figures in one unit.</summary>
    public ImmutableSortedDictionary<string, int> In(CountedBy unit) => unit switch
    {
        CountedBy.Votes => Votes,
        CountedBy.Members => Members,
        CountedBy.Weight => Weight,
    };

    /// <summary>Two counts of different voters together.</summary>
    public static Count operator +(Count one, Count other) =>
        new(Sum(one.Votes, other.Votes), Sum(one.Members, other.Members), Sum(one.Weight, other.Weight), one.Slips + other.Slips);

    private static ImmutableSortedDictionary<string, int> Sum(ImmutableSortedDictionary<string, int> one, ImmutableSortedDictionary<string, int> other) =>
        one.SetItems(other.Select(figure => KeyValuePair.Create(figure.Key, checked(one.GetValueOrDefault(figure.Key) + figure.Value))));

    /// <summary>Only abstaining is possible without being offered; a vote for anything else unknown is a fault of the program.</summary>
    private static void Add(ImmutableSortedDictionary<string, int>.Builder figures, string option, int more) =>
        figures[option] = checked((option == Option.Abstain ? figures.GetValueOrDefault(option) : figures[option]) + more);
}

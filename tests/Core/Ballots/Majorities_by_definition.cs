using System.Numerics;

namespace Ifmsa.Assembly.Core.Tests;

using static Votes;

/// <summary>Every combination a rulebook can state, over small numbers, against definitions that know neither the smallest number needed nor integers of a machine.</summary>
public sealed class A_majority_by_definition
{
    private static readonly (int Numerator, int Denominator)[] Shares = [(0, 1), (1, 10), (1, 3), (2, 5), (1, 2), (55, 100), (2, 3), (3, 4), (1, 1)];

    private static readonly Extents Hall = new(new(10, 7, 150), new(12, 8, 170), new(13, 9, 190));

    [Fact]
    public void carries_whenever_its_definition_does()
    {
        foreach (var rule in Rules(CountedBy.Votes, Enum.GetValues<Fallback>()))
        {
            foreach (var figures in Figures(6))
            {
                var result = Result.Of(Asked(rule, Hall), Count.OfVotes(figures));
                Holds(Carries(rule, figures, BigInteger.Zero) == (result.Verdict == Verdict.Carried), rule, figures);
            }
        }
    }

    /// <summary>What is needed carries, and one fewer does not, where the votes for and against are divided otherwise.</summary>
    [Fact]
    public void needs_the_smallest_number_that_carries()
    {
        foreach (var rule in Rules(CountedBy.Votes, Enum.GetValues<Fallback>()))
        {
            foreach (var figures in Figures(6))
            {
                var (result, decided) = (Result.Of(Asked(rule, Hall), Count.OfVotes(figures)), figures["for"] + figures["against"]);
                var smallest = Enumerable.Range(0, 20).First(@for => Carries(rule, figures.SetItem("for", @for).SetItem("against", Math.Max(0, decided - @for)), decided, result.Base));
                Holds(smallest == result.Needed, rule, figures);
                Holds(figures["for"] - smallest == result.Margin, rule, figures);
                Holds(result.Margin >= 0 == (result.Verdict == Verdict.Carried), rule, figures);
            }
        }
    }

    /// <summary>All ways in which four members of different votes and weights can vote.</summary>
    [Fact]
    public void counts_votes_members_and_weight_each_for_itself()
    {
        string[] marks = ["for", "against", "abstain", "blank", ""];
        var rules = Enum.GetValues<CountedBy>().SelectMany(unit => Rules(unit, [Fallback.Fails])).Where(rule => rule.Denominator <= 4).ToList();
        for (var way = 0; way < 625; way++)
        {
            var chosen = new[] { way % 5, way / 5 % 5, way / 25 % 5, way / 125 }.Select(mark => marks[mark]).ToArray();
            var slips = chosen.Select((mark, number) => (mark, number)).Where(vote => vote.mark.Length > 0).Select(vote => Slip(vote.number, $"{vote.mark} {vote.number + 1}", Weight(vote.number))).ToList();
            var count = Count.Of(slips, Question);
            foreach (var rule in rules)
            {
                var figures = Question.ToImmutableSortedDictionary(option => option.Key, option => Enumerable.Range(0, 4)
                    .Where(number => chosen[number] == option.Key || (chosen[number] == "blank" && option.Key == "abstain"))
                    .Sum(number => rule.Counting switch { CountedBy.Votes => number + 1, CountedBy.Members => 1, _ => Weight(number) }), StringComparer.Ordinal);
                var result = Result.Of(Asked(rule, Hall), count);
                Holds(figures.SequenceEqual(result.Figures), rule, figures);
                Holds(Carries(rule, figures, BigInteger.Zero) == (result.Verdict == Verdict.Carried), rule, figures);
            }
        }
    }

    /// <summary>Two majorities and a quorum at once: what is decided is what each says for itself.</summary>
    [Fact]
    public void takes_both_majorities_and_the_quorum()
    {
        MajorityRule[] firsts = [Rule(1, 2), Rule(55, 100, strict: false, of: MajorityBase.AllMembers, counting: CountedBy.Members), Rule(1, 2, allAbstain: Fallback.Carries)];
        MajorityRule?[] seconds = [null, Rule(2, 3, strict: false, of: MajorityBase.Present), Rule(65, 100, strict: false, of: MajorityBase.AllMembers, counting: CountedBy.Weight)];
        TurnoutRule?[] quorums = [null, .. new[] { MajorityBase.Present, MajorityBase.Entitled, MajorityBase.AllMembers }.SelectMany(of => new[] { (1, 2), (2, 3), (1, 1) }.SelectMany(share =>
            new[] { true, false }.Select(abstentions => new TurnoutRule(share.Item1, share.Item2, of, abstentions, "turnout", Strict: share != (1, 1)))))];
        foreach (var (first, second, quorum) in firsts.SelectMany(first => seconds.SelectMany(second => quorums.Select(quorum => (first with { Quorum = quorum }, second, quorum)))))
        {
            foreach (var figures in Figures(7))
            {
                var count = new Count(figures, Scaled(figures, 1), Scaled(figures, 20), new(figures.Values.Sum(), figures.Values.Sum(), 20 * figures.Values.Sum()));
                var result = Result.Of(Asked(first, Hall, second), count);
                var own = Carries(first, count.In(first.Counting), BigInteger.Zero);
                var also = second is null || Carries(second, count.In(second.Counting), BigInteger.Zero);
                var met = quorum is null || Meets(quorum, first.Counting, count.In(first.Counting));
                Holds((own && also && met) == (result.Verdict == Verdict.Carried), first, figures);
                Holds((quorum is null ? null : met) == result.Turnout?.Met, first, figures);
                Holds((second is null ? null : also) == result.Also?.Carried, first, figures);
                Holds(own == result.Margin >= 0, first, figures);
                Holds(result.Also is null || result.Also.Carried == result.Also.Margin >= 0, first, figures);
            }
        }
    }

    private static IEnumerable<MajorityRule> Rules(CountedBy unit, Fallback[] fallbacks) =>
        from of in Enum.GetValues<MajorityBase>()
        from share in Shares
        from strict in new[] { true, false }
        where strict ? share != (1, 1) : share != (0, 1)
        from tie in fallbacks
        from allAbstain in fallbacks
        select Rule(share.Numerator, share.Denominator, strict, of, unit, tie, allAbstain);

    private static IEnumerable<ImmutableSortedDictionary<string, int>> Figures(int most) =>
        from @for in Enumerable.Range(0, most + 1)
        from against in Enumerable.Range(0, most + 1 - @for)
        from abstain in Enumerable.Range(0, most + 1 - @for - against)
        select ImmutableSortedDictionary<string, int>.Empty.WithComparers(StringComparer.Ordinal).Add("for", @for).Add("against", against).Add("abstain", abstain);

    private static ImmutableSortedDictionary<string, int> Scaled(ImmutableSortedDictionary<string, int> figures, int by) => figures.ToImmutableSortedDictionary(figure => figure.Key, figure => figure.Value * by, StringComparer.Ordinal);

    private static int Weight(int number) => new[] { 30, 7, 7, 1 }[number];

    private static bool Carries(MajorityRule rule, ImmutableSortedDictionary<string, int> figures, BigInteger decided) =>
        Carries(rule, figures, BigInteger.Max(decided, figures["for"] + figures["against"]), Of(rule.Base, rule.Counting, figures));

    /// <summary>As a rulebook says it: the share is made, and where the share leaves a tie open, the rule for ties has its way.</summary>
    private static bool Carries(MajorityRule rule, ImmutableSortedDictionary<string, int> figures, BigInteger decided, BigInteger of)
    {
        BigInteger @for = figures["for"], against = figures["against"];
        if (decided.IsZero && @for.IsZero)
            return rule.AllAbstain == Fallback.Carries;
        if (@for.IsZero)
            return false;
        var beyond = (@for * rule.Denominator).CompareTo(of * rule.Numerator);
        if (beyond < 0 || (rule.Strict && beyond == 0))
            return false;
        return (rule.Numerator, @for.CompareTo(against)) switch
        {
            // The most votes win.
            (0, > 0) => true,
            (0, < 0) => false,
            (0, 0) => rule.Tie == Fallback.Carries,
            // A share of one half is made by a tie as well as by anything above it; less than half settles ties itself.
            (_, 0) when 2 * rule.Numerator == rule.Denominator => rule.Tie == Fallback.Carries,
            _ => true,
        };
    }

    private static bool Meets(TurnoutRule quorum, CountedBy unit, ImmutableSortedDictionary<string, int> figures)
    {
        BigInteger given = figures["for"] + figures["against"] + (quorum.Abstentions ? figures["abstain"] : 0);
        var beyond = (given * quorum.Denominator).CompareTo(Of(quorum.Base, unit, figures) * quorum.Numerator);
        return given > 0 && (quorum.Strict ? beyond > 0 : beyond >= 0);
    }

    private static BigInteger Of(MajorityBase of, CountedBy unit, ImmutableSortedDictionary<string, int> figures) => (of, unit) switch
    {
        (MajorityBase.ForAndAgainst, _) => figures["for"] + figures["against"],
        (MajorityBase.Cast, _) => figures["for"] + figures["against"] + figures["abstain"],
        (MajorityBase.Present, CountedBy.Votes) => 10,
        (MajorityBase.Present, CountedBy.Members) => 7,
        (MajorityBase.Present, _) => 150,
        (MajorityBase.Entitled, CountedBy.Votes) => 12,
        (MajorityBase.Entitled, CountedBy.Members) => 8,
        (MajorityBase.Entitled, _) => 170,
        (_, CountedBy.Votes) => 13,
        (_, CountedBy.Members) => 9,
        _ => 190,
    };

    /// <summary>Says which case does not hold, and spells out no other.</summary>
    private static void Holds(bool holds, MajorityRule rule, ImmutableSortedDictionary<string, int> figures)
    {
        if (!holds)
            Assert.Fail($"{rule} {string.Join(' ', figures)}");
    }
}

using FsCheck;
using FsCheck.Fluent;
using Result = Ifmsa.Assembly.Core.Ballots.Result;

namespace Ifmsa.Assembly.Core.Tests;

using static Votes;

/// <summary>What holds for the result of any slips under any rule.</summary>
public sealed class Whatever_is_counted
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(60);
    private static readonly string[] Marks = ["for", "against", "abstain", "blank"];

    [Fact]
    public void the_order_of_the_slips_does_not_matter() => Check.One(Runs, Prop.ForAll(Numbers, numbers =>
    {
        var (slips, ballot) = (Cast(numbers), Ballot(numbers));
        Assert.Equal(Text(Result.Of(ballot, Count.Of(slips, Question))), Text(Result.Of(ballot, Count.Of(slips.Reverse<(Elector, ImmutableArray<Share>)>(), Question))));
    }));

    [Fact]
    public void parts_counted_apart_come_to_the_whole() => Check.One(Runs, Prop.ForAll(Numbers, numbers =>
    {
        var (slips, ballot) = (Cast(numbers), Ballot(numbers));
        var parts = slips.Chunk(3).Select(part => Count.Of(part, Question)).Aggregate(Count.Of([], Question), (sum, part) => sum + part);
        Assert.Equal(Text(Result.Of(ballot, Count.Of(slips, Question))), Text(Result.Of(ballot, parts)));
    }));

    [Fact]
    public void the_figures_come_to_what_was_given() => Check.One(Runs, Prop.ForAll(Numbers, numbers =>
    {
        var slips = Cast(numbers);
        var count = Count.Of(slips, Question);
        Assert.All(Enum.GetValues<CountedBy>(), unit => Assert.Equal(count.Slips.In(unit), count.In(unit).Values.Sum()));
        Assert.Equal((slips.Sum(slip => slip.Elector.Votes), slips.Length), (count.Slips.Votes, count.Slips.Members));
    }));

    [Fact]
    public void a_vote_that_moves_towards_a_question_never_defeats_it() => Check.One(Runs, Prop.ForAll(Numbers, numbers =>
    {
        var (slips, ballot) = (Cast(numbers), Ballot(numbers));
        if (Result.Of(ballot, Count.Of(slips, Question)).Verdict != Verdict.Carried || ballot.Majority.AllAbstain == Fallback.Carries || ballot.Second?.AllAbstain == Fallback.Carries)
            return;
        foreach (var (slip, number) in slips.Select((slip, number) => (slip, number)))
        {
            var moved = slips.ToArray();
            moved[number] = (slip.Elector, [new(["for"], slip.Elector.Votes)]);
            Assert.Equal(Verdict.Carried, Result.Of(ballot, Count.Of(moved, Question)).Verdict);
        }
    }));

    [Fact]
    public void two_majorities_decide_as_each_does_alone() => Check.One(Runs, Prop.ForAll(Numbers, numbers =>
    {
        var (count, ballot) = (Count.Of(Cast(numbers), Question), Ballot(numbers));
        var alone = new[] { ballot.Majority, ballot.Second }.OfType<MajorityRule>().All(rule => Result.Of(ballot with { Majority = rule, Second = null }, count).Verdict == Verdict.Carried);
        Assert.Equal(alone, Result.Of(ballot, count).Verdict == Verdict.Carried);
    }));

    [Fact]
    public void those_chosen_have_more_than_those_who_are_not() => Check.One(Runs, Prop.ForAll(Numbers, numbers =>
    {
        string[] keys = ["a", "b", "c", "d"];
        var slips = numbers.Select((number, at) => Slip(at, number % 17 == 0 ? "abstain" : number % 16 == 0 ? "against" : string.Join('+', keys.Where((_, bit) => (number % 16 >> bit & 1) == 1)))).ToArray();
        var ballot = Offered(BallotKind.Several, Rule(numbers.Length % 2, 3, strict: true, of: MajorityBase.Cast), Votes.Of(100), "a b c d against abstain", seats: 1 + (numbers.Length % 4));
        var result = Result.Of(ballot, Count.Of(slips, ballot.Options));
        var (winners, others) = (result.Winners!.Value, keys.Except(result.Winners!.Value).ToList());
        Assert.InRange(winners.Length, 0, ballot.Seats);
        Assert.All(winners, winner => Assert.All(others, other => Assert.True(result.Figures[winner] > result.Figures[other])));
        Assert.All(keys, key => Assert.Equal(winners.Contains(key), result.Figures[key] >= result.Needed));
        var shuffled = ballot with { Options = [.. ballot.Options.Reverse()] };
        Assert.Equal(winners.Order(StringComparer.Ordinal), Result.Of(shuffled, Count.Of(slips, shuffled.Options)).Winners!.Value.Order(StringComparer.Ordinal));
    }));

    private static Arbitrary<int[]> Numbers => Gen.Choose(0, 1_000_000_007).ArrayOf().ToArbitrary();

    /// <summary>A member for each number: its weight, its votes, and how it splits them.</summary>
    private static (Elector Elector, ImmutableArray<Share> Shares)[] Cast(int[] numbers) =>
        [.. numbers.Select((number, at) => Slip(at, $"{Marks[number % 4]} {1 + (number / 4 % 3)} {Marks[number / 12 % 4]} {number / 48 % 3}", 1 + (number / 144 % 1000)))];

    /// <summary>A rule, sometimes two and sometimes a quorum, from the first numbers.</summary>
    private static Ballot Ballot(int[] numbers)
    {
        var seed = numbers.Length + numbers.FirstOrDefault();
        var of = Extent.Of(Cast(numbers).Select(slip => slip.Elector));
        var quorum = seed % 5 == 0 ? new TurnoutRule(1 + (seed % 3), 4, MajorityBase.Entitled, seed % 2 == 0, "quorum") : null;
        return Asked(Any(seed) with { Quorum = quorum }, new(of, of + of, of + of + of), seed % 3 == 0 ? Any(seed / 7) : null);
    }

    private static MajorityRule Any(int seed) => Rule(
        1 + (seed % 3), 4, seed / 3 % 2 == 0, Enum.GetValues<MajorityBase>()[seed / 6 % 5], Enum.GetValues<CountedBy>()[seed / 30 % 3],
        seed / 90 % 2 == 0 ? Fallback.Fails : Fallback.Carries, seed / 180 % 2 == 0 ? Fallback.Fails : Fallback.Carries);

    private static string Text(Result result) =>
        $"{result with { Figures = ImmutableSortedDictionary<string, int>.Empty, Also = null }} {string.Join(' ', result.Figures)} {result.Also?.Needed} {result.Also?.Margin} {string.Join(' ', (IEnumerable<KeyValuePair<string, int>>?)result.Also?.Figures ?? [])}";
}

using System.Globalization;

namespace Ifmsa.Assembly.Core.Tests;

using static Votes;

public sealed class A_majority
{
    /// <summary>Figures on record, from the assemblies they come from, and the edges of each rule.</summary>
    [Theory]
    [InlineData("twoThirds", 41, 20, 13, true, "March Meeting 2025: abstentions do not count, 41 ≥ 2 · 20")]
    [InlineData("simple", 14, 0, 4, true, "a local assembly 2017: economic report and budget")]
    [InlineData("simple", 2, 1, 9, true, "more for than against")]
    [InlineData("simple", 5, 5, 0, false, "a tie fails")]
    [InlineData("simple", 0, 1, 0, false, "nobody for")]
    [InlineData("simple", 1, 0, 0, true, "one vote")]
    [InlineData("simple", 0, 0, 11, false, "all abstain: fails, as the rulebook says")]
    [InlineData("simple", 0, 0, 0, false, "nobody votes")]
    [InlineData("absolute", 6, 4, 1, true, "more than half of all cast")]
    [InlineData("absolute", 5, 4, 1, false, "just half of all cast")]
    [InlineData("absolute", 5, 0, 6, false, "abstentions count")]
    [InlineData("twoThirds", 4, 2, 0, true, "just two thirds")]
    [InlineData("twoThirds", 39, 20, 13, false, "one short")]
    [InlineData("twoThirds", 40, 20, 13, true, "just enough")]
    [InlineData("twoThirds", 0, 0, 5, false, "0 ≥ 2 · 0, and yet it fails")]
    [InlineData("twoThirds", 3, 3, 0, false, "a tie fails")]
    [InlineData("relative", 3, 4, 0, false, "the most votes are against")]
    public void carries_by_the_figures(string rule, int @for, int against, int abstain, bool carried, string because) =>
        Assert.True(carried == (Of(rule, $"for {@for} against {against} abstain {abstain}").Verdict == Verdict.Carried), because);

    [Theory]
    [InlineData("simple", 61, 31)]
    [InlineData("simple", 60, 31)]
    [InlineData("twoThirds", 61, 41)]
    [InlineData("twoThirds", 60, 40)]
    [InlineData("absolute", 74, 38)]
    [InlineData("simple", 0, 1)]
    [InlineData("twoThirds", 0, 1)]
    [InlineData("relative", 127, 1)]
    public void says_how_many_votes_make_its_share(string rule, int votes, int needed) => Assert.Equal(needed, IfmsaRules.Majorities[rule].Needed(votes));

    /// <summary>The matrix of majorities, bases and situations in <c>Records/majorities.csv</c>.</summary>
    [Fact]
    public void is_what_the_table_says()
    {
        var rows = Table("majorities.csv").ToList();
        Assert.Equal(1263, rows.Count);
        foreach (var row in rows)
        {
            var (share, numbers) = (row[1].Split('/'), row[6..14].Select(Number).ToArray());
            var rule = new MajorityRule(
                row[0], Number(share[0]), Number(share[1]), row[2] == "strict", Word<MajorityBase>(row[3]), Word<Fallback>(row[4]), Word<Fallback>(row[5]), "article");
            var count = Slips($"for {numbers[0]} against {numbers[1]} abstain {numbers[2]} blank {numbers[3]}", Question);
            var result = Result.Of(Asked(rule, new(All(numbers[4]), All(numbers[5]), All(numbers[6]))), count);
            Assert.Equal(
                string.Join(',', row),
                string.Join(',', [.. row[..13], Text(result.Base), result.Verdict.ToString().ToLowerInvariant(), Text(result.Needed), Text(result.Margin), row[17]]));
        }
    }

    /// <summary>Bodies whose rules differ from each other in one thing only.</summary>
    [Theory]
    [InlineData(2, 3, false, MajorityBase.ForAndAgainst, true, 40, "IFMSA: abstentions do not count")]
    [InlineData(2, 3, true, MajorityBase.ForAndAgainst, true, 41, "strictly more")]
    [InlineData(2, 3, true, MajorityBase.Cast, false, 49, "AEGEE: strictly more than two thirds of all votes, abstentions included")]
    [InlineData(1, 2, true, MajorityBase.Cast, true, 37, "an absolute majority")]
    [InlineData(1, 2, true, MajorityBase.Entitled, false, 46, "of all entitled")]
    [InlineData(1, 2, true, MajorityBase.AllMembers, false, 65, "the European Parliament: of component members")]
    public void depends_on_what_it_is_a_share_of(int numerator, int denominator, bool strict, MajorityBase votes, bool carried, int needed, string because)
    {
        var result = Result.Of(Asked(Rule(numerator, denominator, strict, votes), Votes.Of(73, 90, 128)), Slips("for 41 against 19 abstain 13", Question));
        Assert.True(carried == (result.Verdict == Verdict.Carried), because);
        Assert.Equal((needed, 41 - needed), (result.Needed, result.Margin));
    }

    [Fact]
    public void holds_for_two_thousand_members_of_a_million_each()
    {
        var slips = Enumerable.Range(0, 2000).Select(number => Slip(number, number < 1334 ? "for" : "against", 1_000_000));
        var result = Result.Of(Asked(Rule(2, 3, strict: false, counting: CountedBy.Weight), Votes.Of(2000)), Count.Of(slips, Question));
        Assert.Equal((2_000_000_000, 1_333_333_334, 666_666, Verdict.Carried), (result.Base, result.Needed, result.Margin, result.Verdict));
        var large = Rule(999_999_999, 1_000_000_000, strict: true);
        Assert.Equal(2_147_483_645, large.Needed(int.MaxValue));
    }

    [Fact]
    public void is_stated_in_the_result_with_its_article_base_and_margin()
    {
        var result = Of("twoThirds", "for 41 against 20 abstain 13");
        Assert.Equal(("two-thirds majority", "[M] 8.4.5", 61, 41, 0), (result.Rule, result.Article, result.Base, result.Needed, result.Margin));
        Assert.Equal((null, null, null), ((object?)result.Also, (object?)result.Turnout, (object?)result.Winners));
    }

    private static Result Of(string rule, string slips) => Result.Of(Asked(IfmsaRules.Majorities[rule], Votes.Of(74, 127)), Slips(slips, Question));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static T Word<T>(string text)
        where T : struct, Enum => Enum.Parse<T>(text, ignoreCase: true);
}

public sealed class Votes_on_record
{
    private static readonly MajorityRule Simple = Rule(1, 2);

    /// <summary>TFEU art. 231: a majority of votes cast; where the treaties say so, of its component members.</summary>
    private static readonly MajorityRule OfComponentMembers = Rule(1, 2, of: MajorityBase.AllMembers);

    [Fact]
    public void of_the_European_Parliament_come_out_as_they_did()
    {
        var rows = Table("ep_votes.csv").ToList();
        Assert.Equal((125, 4), (rows.Count, rows.Count(row => row[3] == "component-majority")));
        foreach (var row in rows)
        {
            var (members, @for, against, abstain) = (Number(row[2]), Number(row[4]), Number(row[5]), Number(row[6]));
            var (rule, present) = (row[3] == "component-majority" ? OfComponentMembers : Simple, @for + against + abstain);
            var result = Result.Of(Asked(rule, Votes.Of(present, members, members)), Slips($"for {@for} against {against} abstain {abstain}", Question));
            Assert.True((result.Verdict == Verdict.Carried) == (row[7] == "adopted"), string.Join(',', row));
            Assert.Equal(row[3] == "component-majority" ? (members, (members / 2) + 1) : (@for + against, ((@for + against) / 2) + 1), (result.Base, result.Needed));
            Assert.Equal(@for - result.Needed, result.Margin);
        }
    }

    [Fact]
    public void of_student_assemblies_come_out_as_they_did()
    {
        var counted = Table("tallies.csv").Where(row => row[5].Length > 0).ToList();
        Assert.Equal(["1", "10"], counted.Select(row => row[0]));
        foreach (var row in counted)
        {
            var rule = IfmsaRules.Majorities[row[4].StartsWith("2/3", StringComparison.Ordinal) ? "twoThirds" : "simple"];
            var result = Result.Of(Asked(rule, Votes.Of(74, 127)), Slips($"for {row[5]} against {row[6]} abstain {row[7]}", Question));
            Assert.True((result.Verdict == Verdict.Carried) == (row[10] == "carried"), string.Join(',', row));
        }
    }

    [Fact]
    public void of_March_2025_would_have_failed_with_abstentions_in_the_base()
    {
        var result = Result.Of(Asked(Rule(2, 3, strict: false, of: MajorityBase.Cast), Votes.Of(74, 127)), Slips("for 41 against 20 abstain 13", Question));
        Assert.Equal((Verdict.Defeated, 74, 50, -9), (result.Verdict, result.Base, result.Needed, result.Margin));
    }

    [Fact]
    public void with_a_proxy_come_to_as_many_as_were_entitled()
    {
        // 17 present, one of whom casts a second vote by proxy: 14 + 0 + 4 = 18.
        var slips = Enumerable.Range(0, 18).Select(number => Slip(number, number < 14 ? "for" : "abstain")).Select(slip => slip.Elector.Member == Member(17) ? (slip.Elector with { Holder = Member(0) }, slip.Shares) : slip);
        Assert.Equal(All(18), Count.Of(slips, Question).Slips);
    }

    [Theory]
    [InlineData(1, 3, false, 17, true)]
    [InlineData(1, 2, true, 26, true)]
    [InlineData(2, 3, false, 34, false)]
    public void of_which_only_the_attendance_is_known_make_a_quorum(int numerator, int denominator, bool strict, int needed, bool met)
    {
        var row = Table("tallies.csv").Single(row => row[0] == "12");
        var (entitled, present) = (Number(row[8]), Number(row[9]));
        var quorum = new TurnoutRule(numerator, denominator, MajorityBase.Entitled, Abstentions: true, "article", strict);
        var result = Result.Of(Asked(Simple with { Quorum = quorum }, Votes.Of(present, entitled)), Slips($"for {present}", Question));
        Assert.Equal(new(29, needed, met, "article", 51), result.Turnout);
        Assert.Equal(met ? Verdict.Carried : Verdict.Defeated, result.Verdict);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

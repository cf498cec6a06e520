using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

/// <summary>Ballots and counts made up for the arithmetic alone.</summary>
internal static partial class Votes
{
    public static readonly ImmutableArray<Option> Question = [new(Option.For), new(Option.Against), new(Option.Abstain)];

    private static readonly Ballot Voted = Voting.Now.RunningBallot!;

    /// <summary>A majority in short.</summary>
    public static MajorityRule Rule(
        int numerator, int denominator, bool strict = true, MajorityBase of = MajorityBase.ForAndAgainst, CountedBy counting = CountedBy.Votes,
        Fallback tie = Fallback.Fails, Fallback allAbstain = Fallback.Fails, TurnoutRule? quorum = null) =>
        new("rule", numerator, denominator, strict, of, tie, allAbstain, "article", counting, And: null, quorum);

    /// <summary>A question under a majority, or two.</summary>
    public static Ballot Asked(MajorityRule rule, Extents of, MajorityRule? second = null) => Voted with { Majority = rule, Second = second, Extents = of };

    /// <summary>Proposals a, b, c and so on under a majority, with or without a vote against all.</summary>
    public static Ballot Offered(BallotKind kind, MajorityRule rule, Extents of, string keys, int? seats = null, MajorityRule? second = null) => Voted with
    {
        Kind = kind, Majority = rule, Second = second, Extents = of, Seats = seats ?? keys.Split(' ').Length, Motion = null,
        Options = [.. keys.Split(' ').Select(key => new Option(key, kind == BallotKind.Choice && key is not (Option.Against or Option.Abstain) ? P(key) : null, Label: key))],
    };

    /// <summary>The same number of votes, members and weight.</summary>
    public static Extent All(int number) => new(number, number, number);

    /// <summary>Extents of members with one vote each.</summary>
    public static Extents Of(int present, int entitled = 0, int all = 0) => new(All(present), All(Math.Max(present, entitled)), All(Math.Max(present, Math.Max(entitled, all))));

    /// <summary>A member's slip: <c>for</c>, <c>for 2 against 1</c>, <c>a+b</c>; <c>blank</c> bears no mark.</summary>
    public static (Elector Elector, ImmutableArray<Share> Shares) Slip(int member, string marks, int weight = 1)
    {
        var words = marks.Split(' ');
        ImmutableArray<Share> shares = words.Length == 1
            ? [Share(words[0], 1)]
            : [.. words.Chunk(2).Select(pair => Share(pair[0], int.Parse(pair[1], CultureInfo.InvariantCulture)))];
        return (new(Member(member), shares.Sum(share => share.Votes), Weight: weight), shares);
    }

    public static MemberId Member(int number) => new(new Guid(number, 1, 0, [0, 0, 0, 0, 0, 0, 0, 1]));

    /// <summary>As many slips of each kind: <c>for 5 against 4 blank 1</c>.</summary>
    public static Count Slips(string slips, ImmutableArray<Option> options)
    {
        var marks = slips.Split(' ', StringSplitOptions.RemoveEmptyEntries).Chunk(2).SelectMany(pair => Enumerable.Repeat(pair[0], int.Parse(pair[1], CultureInfo.InvariantCulture)));
        return Count.Of(marks.Select((mark, number) => Slip(number, mark)), options);
    }

    /// <summary>The rows of a table of <c>Records</c> below its head.</summary>
    public static IEnumerable<string[]> Table(string name, [CallerFilePath] string here = "") =>
        File.ReadAllLines(Path.Combine(Path.GetDirectoryName(here)!, "Records", name)).Skip(1).Select(row => Commas().Split(row));

    /// <summary>Commas that do not stand between quotes.</summary>
    [GeneratedRegex(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")]
    private static partial Regex Commas();

    private static Share Share(string marks, int votes) => new(marks == "blank" ? [] : [.. marks.Split('+')], votes);
}

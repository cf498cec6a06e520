using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Core.Ballots;

/// <summary>A count under one majority, in the unit that majority counts.</summary>
internal sealed record Sums(MajorityRule Rule, ImmutableSortedDictionary<string, int> Figures, int Cast, Extents Extents)
{
    /// <summary>What there is for or against something.</summary>
    public int Decided => Cast - Figures.GetValueOrDefault(Option.Abstain);

    /// <summary>What the majority is a share of.</summary>
    public int Base => BaseOf(Rule);

    /// <summary>Under the ballot's majority, and under the second where it has one.</summary>
    public static ImmutableArray<Sums> Of(Ballot ballot, Count count)
    {
        return ballot.Second is { } second ? [Under(ballot.Majority), Under(second)] : [Under(ballot.Majority)];

        Sums Under(MajorityRule rule) => new(rule, count.In(rule.Counting), count.Slips.In(rule.Counting), ballot.Extents);
    }

    /// <summary>How a question stands.</summary>
    public Support OnQuestion() => new(Figures[Option.For], Rule.NeededOnQuestion(Decided, Base));

    /// <summary>How a proposal stands that needs the share, and more than stand against all.</summary>
    /// <param name="key">The proposal.</param>
    /// <param name="place">What the last place takes, where there are fewer than would carry.</param>
    public Support Of(string key, int place = 0) => new(Figures[key], Math.Max(place, Math.Max(Rule.Needed(Base), Figures.GetValueOrDefault(Option.Against) + 1)));

    /// <summary>How a proposal stands that needs the share, and more than any other.</summary>
    /// <param name="key">The proposal.</param>
    /// <param name="proposals">All of them.</param>
    /// <param name="tie">What becomes of it where as many stand against all.</param>
    public Support Leading(string key, IEnumerable<string> proposals, Fallback tie)
    {
        var others = proposals.Where(other => other != key).Select(other => Figures[other]).Append(-1).Max() + 1;
        var against = Figures.GetValueOrDefault(Option.Against) + (tie == Fallback.Carries ? 0 : 1);
        return new(Figures[key], Math.Max(Rule.Needed(Base), Math.Max(others, against)));
    }

    /// <summary>Whether enough have voted; null where the majority asks for no quorum.</summary>
    public Turnout? Turnout()
    {
        if (Rule.Quorum is not { } quorum)
            return null;
        var (given, of) = (quorum.Abstentions ? Cast : Decided, BaseOf(Rule with { Base = quorum.Base }));
        return new(given, quorum.Needed(of), given >= quorum.Needed(of), quorum.Article, of);
    }

    private int BaseOf(MajorityRule rule) =>
        rule.BaseOf(Decided, Cast, Extents.Present.In(rule.Counting), Extents.Entitled.In(rule.Counting), Extents.All.In(rule.Counting));
}

/// <summary>What stands behind something, and what it needs.</summary>
internal sealed record Support(int Votes, int Needed)
{
    /// <summary>Whether it has what it needs.</summary>
    public bool Carries => Votes >= Needed;

    /// <summary>Above what is needed, or below it.</summary>
    public int Margin => Votes - Needed;
}

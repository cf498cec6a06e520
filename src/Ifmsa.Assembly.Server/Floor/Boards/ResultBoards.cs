using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Tallies;

namespace Ifmsa.Assembly.Server.Floor.Boards;

/// <summary>A declared result.</summary>
/// <param name="Figures">What each option has, in the unit the majority counts.</param>
/// <param name="Base">What the majority is a share of.</param>
/// <param name="Needed">The smallest number that carries.</param>
/// <param name="Verdict">What was decided.</param>
/// <param name="Winner">Who is elected.</param>
/// <param name="Rule">The majority, as people call it.</param>
/// <param name="Article">The article that asks for it.</param>
/// <param name="Counted">How votes were given.</param>
/// <param name="Entitled">Votes that could have been cast.</param>
/// <param name="Chosen">The key of the proposal that is chosen.</param>
/// <param name="Also">How it stands under the second majority.</param>
/// <param name="Turnout">Whether enough have voted, where that is asked.</param>
/// <param name="Winners">The keys of those chosen, where several can be.</param>
/// <param name="Margin">By how much what was needed is reached, or missed.</param>
/// <param name="Regions">Figures by region, in the rulebook's order; absent where single votes are not known.</param>
public sealed record ResultView(
    IReadOnlyDictionary<string, int> Figures, int Base, int Needed, Verdict Verdict, string? Winner, string Rule, string Article, BallotMethod Counted, int Entitled,
    string? Chosen, SecondMajority? Also, Turnout? Turnout, IReadOnlyList<string>? Winners, int? Margin, IReadOnlyList<RegionFigures>? Regions)
{
    internal static ResultView? Of(View view, Ballot ballot) => ballot.Result is { } result
        ? new(
            result.Figures, result.Base, result.Needed, result.Verdict, result.Winner is { } winner ? view.NameOf(winner) : null, result.Rule, result.Article, ballot.Method, result.Entitled,
            result.Chosen, result.Also, result.Turnout, result.Winners, result.Margin, RegionFigures.Of(view.Now, ballot))
        : null;
}

/// <summary>All ballots of the assembly and their results, in order; test votes are not among them.</summary>
public sealed record ResultsBoard(IReadOnlyDictionary<BallotId, ResultRow> Ballots, IReadOnlyList<string> Order)
{
    internal static ResultsBoard Of(View view) => new(
        Kept(view.Now).ToDictionary(ballot => ballot.Id, ballot => new ResultRow(
            ballot.Number, ballot.Title, ballot.Kind, ballot.Phase, ballot.OpenedAt, ballot.Item, ballot.Motion, ballot.Election, ResultView.Of(view, ballot), ballot.VoidReason,
            ballot.Options.Where(option => option.Nominee is not null || option.Label is not null)
                .ToDictionary(option => option.Key, option => option.Nominee is { } nominee ? view.NameOf(nominee) : option.Label!, StringComparer.Ordinal),
            ballot.Disclosure)),
        BoardLists.Order(Kept(view.Now).OrderBy(ballot => ballot.Number).Select(ballot => ballot.Id)));

    private static IEnumerable<Ballot> Kept(Proceedings now) => now.Ballots.Values.Where(ballot => !ballot.Test);
}

/// <summary>A ballot on record.</summary>
public sealed record ResultRow(
    int Number, string Title, BallotKind Kind, BallotPhase Phase, DateTimeOffset At, ItemId? Item, MotionId? Motion, ElectionId? Election, ResultView? Result, string? VoidReason,
    IReadOnlyDictionary<string, string> Names, Disclosure Disclosure);

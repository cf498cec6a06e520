using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Server.Floor.Boards;

/// <summary>How far the vote has come: who has voted, never how, until the result is declared or the answer given aloud. It changes with every vote, so it goes to screen and console and not to every phone.</summary>
/// <param name="Ballot">The ballot.</param>
/// <param name="Cast">Votes that count so far.</param>
/// <param name="Voted">The members that have voted.</param>
/// <param name="Called">In a vote by roll call, the order in which members are called.</param>
/// <param name="CalledNow">Who is called now.</param>
/// <param name="Choices">What each member chose: in a roll call as it is answered, in a named vote once the result is declared; a split or several marks as a list.</param>
/// <param name="OnPaper">Those whose votes are counted on paper.</param>
public sealed record ProgressBoard(
    BallotId? Ballot, int Cast, IReadOnlyDictionary<MemberId, bool> Voted, IReadOnlyList<string>? Called = null, MemberId? CalledNow = null, IReadOnlyDictionary<MemberId, string>? Choices = null,
    IReadOnlyList<MemberId>? OnPaper = null)
{
    internal static ProgressBoard Of(View view)
    {
        if (view.Now.Floor.Ballot is not { } id)
            return new(Ballot: null, Cast: 0, new Dictionary<MemberId, bool>());
        var ballot = view.Now.Ballots[id];
        var voted = ballot.VotersOf.Keys.Where(ballot.HasVoted).ToList();
        return new(
            id, GivenIn(ballot), voted.ToDictionary(member => member, _ => true),
            ballot.Called.IsEmpty ? null : BoardLists.Order(ballot.Called), ballot.Phase == BallotPhase.Open ? ballot.CalledNow : null, Shown(ballot) ? Published.Choices(ballot) : null,
            ballot.Papers.IsEmpty ? null : [.. view.Alphabetical.Where(member => ballot.Papers.Values.Any(block => block.Members.Contains(member)))]);
    }

    /// <summary>Votes that count, paper and placards among them.</summary>
    private static int GivenIn(Ballot ballot) => (ballot.PlacardFigures?.Values.Sum() ?? 0)
        + ballot.Casts.Where(pair => pair.Value.Counts).Sum(pair => ballot.Electorate[pair.Key].Votes)
        + ballot.Papers.Values.Where(block => block.Counts).Sum(block => block.Papers * ballot.Electorate[ballot.VotersOf[block.Members.First()][0]].Votes);

    private static bool Shown(Ballot ballot) =>
        ballot is { Disclosure: Disclosure.Named, Method: not BallotMethod.Placards } && (ballot.Phase == BallotPhase.Declared || (ballot.Method == BallotMethod.RollCall && ballot.Phase != BallotPhase.Void));
}

/// <summary>What of single votes may be shown.</summary>
internal static class Published
{
    /// <summary>What each member chose, option keys joined by a plus within a share and by a comma between shares.</summary>
    public static Dictionary<MemberId, string> Choices(Ballot ballot) => ballot.VotersOf
        .Select(pair => (pair.Key, Casts: pair.Value.Where(voter => ballot.Casts.TryGetValue(voter, out var cast) && cast.Counts).Select(voter => ballot.Casts[voter]).ToList()))
        .Where(row => row.Casts.Count > 0)
        .ToDictionary(row => row.Key, row => string.Join(',', row.Casts.SelectMany(cast => cast.Shares).Select(share => string.Join('+', share.Options)).Distinct(StringComparer.Ordinal)));
}

using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Server.Floor.Boards;

/// <summary>A vote one sees on one's own devices: one's member's, one's own as a named voter, or one held by proxy.</summary>
/// <param name="Ballot">The ballot.</param>
/// <param name="Member">Whose vote it is.</param>
/// <param name="Name">The member's short name.</param>
/// <param name="Votes">How many votes it has.</param>
/// <param name="Castable">Whether one casts it oneself.</param>
/// <param name="Held">Whether it is held by proxy.</param>
/// <param name="OnPaper">Whether it is counted on paper.</param>
/// <param name="Cast">What is recorded; absent where nothing is.</param>
/// <param name="Objection">What was objected to the record, and what the chair decided.</param>
/// <param name="Person">The named voter it belongs to.</param>
public sealed record MyVote(
    BallotId Ballot, MemberId Member, string Name, int Votes, bool Castable, bool Held, bool OnPaper, MyCast? Cast, MyObjection? Objection, ParticipantId? Person)
{
    /// <summary>The votes somebody sees in the ballot being taken or last declared; null where there are none.</summary>
    internal static IReadOnlyList<MyVote>? Of(View view, Actor by)
    {
        if (by.Member is not { } member || view.Now.Floor.Ballot is not { } id || view.Now.Ballots[id] is var ballot && !ballot.Includes(member) && !ballot.HeldBy.ContainsKey(member))
            return null;
        var castable = ballot.CastableBy(by).ToHashSet();
        // Of the votes of named voters each sees the one that is theirs.
        var shown = ballot.VotersOf.GetValueOrDefault(member, []).Where(voter => voter.Person is null || voter.Person == by.Participant)
            .Concat(ballot.HeldBy.GetValueOrDefault(member, [])).ToList();
        return shown.Count == 0 ? null : [.. shown.Select(voter => Of(view, ballot, voter, castable.Contains(voter)))];
    }

    private static MyVote Of(View view, Ballot ballot, Voter voter, bool castable)
    {
        var elector = ballot.Electorate[voter];
        return new(
            ballot.Id, voter.Member, view.ShortName(voter.Member) ?? "", elector.Votes, castable, elector.Holder is not null, ballot.IsOnPaper(voter),
            ballot.Casts.TryGetValue(voter, out var cast) ? new(cast.Option, cast.Option is null ? cast.Shares : null, cast.At, cast.Provenance, cast.Counts) : null,
            ballot.Objections.TryGetValue(voter, out var objection) ? new(objection.Error, objection.Upheld) : null, voter.Person);
    }
}

/// <summary>A vote as it is recorded.</summary>
/// <param name="Option">The one option it is for; absent where it is split or bears several marks.</param>
/// <param name="Shares">Its parts, where it has several.</param>
/// <param name="At">When it was given.</param>
/// <param name="Provenance">How it came in.</param>
/// <param name="Counts">Whether it counts; an entry does once it is confirmed.</param>
public sealed record MyCast(string? Option, IReadOnlyList<Share>? Shares, DateTimeOffset At, Provenance Provenance, bool Counts);

/// <summary>What was objected to the record.</summary>
/// <param name="Error">What is wrong with it.</param>
/// <param name="Upheld">What the chair decided; absent while it has not.</param>
public sealed record MyObjection(RecordError Error, bool? Upheld);

/// <summary>The shared tablet while it is unlocked.</summary>
/// <param name="Until">When it locks itself.</param>
/// <param name="Label">Who unlocked it.</param>
/// <param name="Votes">The votes they can cast on it.</param>
public sealed record TabletView(DateTimeOffset Until, string Label, IReadOnlyList<MyVote> Votes)
{
    internal static TabletView? Of(View view, Actor by) =>
        // What they voted is nobody's to see there once they are gone.
        Unlocked(view, by) is { } unlock && view.Now.Find(unlock.Participant) is { } person
            ? new(unlock.Until, view.Snapshot.NameOf(person) ?? view.LabelOf(person), MyVote.Of(view, Tablets.Unlocking(view.Now, person, by.Device)) ?? []) : null;

    /// <summary>What it depends on.</summary>
    internal static object? Inputs(View view, Actor by) =>
        Unlocked(view, by) is { } unlock && view.Now.RunningBallot is { } ballot ? (unlock, ballot.Casts) : null;

    private static TabletUnlock? Unlocked(View view, Actor by) =>
        view.Now is { RunningBallot.Phase: BallotPhase.Open } now && now.Tablets.TryGetValue(by.Device, out var unlock) && unlock.Until >= now.At ? unlock : null;
}

using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Floor.Rooms;
using Ifmsa.Assembly.Server.Wording;

namespace Ifmsa.Assembly.Server.Floor.Boards;

/// <summary>A board: for whom it is, what it depends on, and how it is projected.</summary>
/// <param name="Name">By which it travels.</param>
/// <param name="Type">Its record, for the contract.</param>
/// <param name="Audience">For whom: equal values, the same board; null for whoever does not get it.</param>
/// <param name="Inputs">What it depends on; while equal, it is not projected again.</param>
/// <param name="Project">Its content for one of the audience.</param>
public sealed record Board(string Name, Type Type, Func<View, Actor, object?> Audience, Func<View, Actor, object> Inputs, Func<View, Actor, object> Project)
{
    /// <summary>Whether a client that reconnects may keep the version it holds; boards of classes and persons are always sent whole.</summary>
    public bool Shared { get; init; } = true;

    /// <summary>Up to what it goes: the journal's sequence, or a count of its own for what is in no journal.</summary>
    public Func<View, Actor, long> Version { get; init; } = static (view, _) => view.Now.Sequence;

    /// <summary>Whether each audience is one person; its bytes are not worth keeping for one or two devices.</summary>
    public bool OfOnePerson { get; init; }
}

/// <summary>A board so long that it says itself what has changed; comparing all of it would hold up the others.</summary>
public interface IGrowingBoard
{
    /// <summary>The merge patch from an earlier board of the same kind; null where nothing differs.</summary>
    JsonObject? Since(object before);
}

/// <summary>All boards there are, in the order in which they are sent: what the meeting waits for comes first.</summary>
public sealed class BoardRoom(RefusalTexts texts, Sentences sentences)
{
    private const Who Presiders = Who.Presiding | Who.Chair | Who.ViceChair | Who.Executive;
    private const Who DeskAndSecretariat = Who.Desk | Who.Secretariat | Who.Officer | Who.Secretary | Presiders;

    /// <summary>How many of the boards, from the first, go to everybody before any other goes to anybody.</summary>
    public const int Urgent = 1;

    /// <summary>The boards.</summary>
    public static ImmutableArray<Board> All { get; } =
    [
        For("ballot", Known, view => (view.Now.Floor.Ballot, PhaseOf(view.Now), view.Now.Participants), BallotBoard.Of),
        Plenary(view => (view.Now.Floor, view.Now.Plenaries, view.Now.CurrentPlenary, view.Now.Presences, view.Now.Members, view.Now.Chairing, view.Now.Participants, (view.Now.Motions, view.Now.Elections, view.Now.Charter, PhaseOf(view.Now), view.Now.Items, view.Now.ItemOrder, view.Now.Amendments, view.Now.Procedurals, Rights(view.Now), view.Now.Bylaws is null, view.Now.AllMinutes))),
        For("progress", by => by.Is(DeskAndSecretariat | Who.Screen | Who.Assistant), view => (view.Now.Floor.Ballot, view.Now.Floor.Ballot is { } ballot ? (view.Now.Ballots[ballot].Casts, view.Now.Ballots[ballot].PlacardFigures, view.Now.Ballots[ballot].Papers, view.Now.Ballots[ballot].Passes, view.Now.Ballots[ballot].Phase) : default), ProgressBoard.Of),
        Personal("order", (view, by) => ClosedSession.Shuts(view.Now, by) ? null : view.Classes.Of(by), OrderInputs.Of, OrderBoard.Of),
        Personal("mine", PersonOf, MineInputs.Of, MineBoard.Of) with { OfOnePerson = true },
        For("debate", Known, DebateInputs, DebateBoard.Of),
        For("motion", Known, view => (view.Now.Motions, view.Now.Floor.Motion, view.Now.Members, view.Now.SubmissionDeadline, view.Now.Plenary?.OpenedAt, view.Now.SuspendedRules), MotionBoard.Of),
        For("amendments", Known, view => (view.Now.Amendments, view.Now.Motions, view.Now.Floor.Pending, view.Now.Members, view.Now.Items), AmendmentBoard.Of),
        Personal("drafts", (_, by) => by.Member is { } member && by.Is(Who.Participant) ? member : null, (view, _) => (view.Now.Motions, view.Now.Members), DraftBoard.Of),
        For("chair", by => by.Is(Presiders | Who.Secretary), view => (view.Now.Floor, view.Now.Plenaries, view.Now.Presences, view.Now.Cards, view.Now.Motions, view.Now.ReversibleActs, view.Now.Ballots, (view.Now.Items, view.Now.ItemOrder, view.Now.Elections, view.Now.Chairing, view.Now.Members, view.Now.CurrentPlenary, view.Now.Participants,
            (view.Now.Amendments, view.Now.Procedurals, view.Now.Points, view.Now.SpeechQueue, view.Now.SpeakersLists, view.Now.Spoken, view.Now.Pace, (Rights(view.Now), view.Now.MinutesPut)))), ChairBoard.Of),
        For("presence", Known, view => (view.Now.Presences, view.Now.Cards), PresenceBoard.Of),
        For("agenda", Known, view => (view.Now.Items, view.Now.ItemOrder, view.Now.Floor.Item, view.Now.CurrentPlenary, view.Now.Plenaries), AgendaBoard.Of),
        For("speakers", Known, view => (view.Now.SpeechQueue, view.Now.Floor, view.Now.Participants, view.Now.SpeakersLists, view.Now.Spoken, view.Now.Motions), SpeakersBoard.Of),
        For("elections", Known, view => (view.Now.Elections, view.Now.Floor.Election, view.Now.Participants), ElectionsBoard.Of),
        For("members", Known, view => (view.Now.Members, view.Now.CurrentPlenary, Rights(view.Now)), MembersBoard.Of),
        For("results", Known, view => ResultsInputs(view.Now), ResultsBoard.Of),
        For("desk", by => by.Is(DeskAndSecretariat), DeskBoard.Inputs, DeskBoard.Of),
        For("minutes", by => by.Is(Who.Secretary | Who.Assistant | Who.Chair | Who.ViceChair | Who.Presiding), view => (view.Minutes.UpTo(view.Now.Sequence), view.Snapshot.Words), view => view.Minutes.Sheet.Of(view)),
        For("minuting", by => by.Is(Who.Secretary | Who.Assistant | Who.Chair | Who.ViceChair | Who.Presiding | Who.Secretariat), view => (view.Now.AllMinutes, view.Now.MinutesPut, view.Now.Plenaries, view.Now.Members, view.Snapshot.Words), Server.Minutes.MinutingBoard.Of),
        For("head", by => by.Is(Who.Screen | Who.Secretary | Who.Assistant | Presiders), view => view.Now.Sequence, HeadBoard.Of),
        For("reach", by => by.Is(DeskAndSecretariat), view => view.Reach.Version, ReachBoard.Of) with { Shared = false, Version = (view, _) => view.Reach.Version },
        // Behind the results: a phone that gets it knows what has been decided.
        Personal("room", RoomAudience, (view, by) => view.RoomOf(by).Version, RoomBoard.Of) with { Version = (view, by) => view.RoomOf(by).Version },
    ];

    /// <summary>What the meeting waits for; while it is equal, nobody is kept waiting by a pause.</summary>
    public static object Pressing(Proceedings now) => (now.Floor, PhaseOf(now));

    /// <summary>What boards are projected from.</summary>
    public View ViewOf(Journal.Snapshot snapshot, Reach reach, MinutesBook minutes, ImmutableDictionary<MemberId, DelegationRoom>? rooms = null) => new(snapshot, texts, sentences, reach, minutes, rooms);

    /// <summary>A board's content as JSON.</summary>
    public static JsonObject Json(object board) => (JsonObject)JsonSerializer.SerializeToNode(board, board.GetType(), JournalJson.Options)!;

    /// <summary>Anybody the journal knows, and the secretariat; an unbound phone gets only its own board.</summary>
    private static bool Known(Actor by) => by.Is(Who.Participant | Who.Secretariat);

    /// <summary>A delegation's own people, and nobody else.</summary>
    private static object? RoomAudience(View view, Actor by) => by.Member is { } member && by.Is(Who.Participant) && !ClosedSession.Shuts(view.Now, by) ? member : null;

    // The word is shown on the bound phone alone, so an account's page is another audience.
    private static object PersonOf(View view, Actor by) =>
        by.Participant is { } person ? (person, view.Now.Participants[person].Device == by.Device) : by.Device;

    /// <summary>What the right to vote rests on besides members, rules and plenary.</summary>
    internal static object Rights(Proceedings now) => (now.Register, now.Reports, now.Memberships);

    private static object PhaseOf(Proceedings now) => now.Floor.Ballot is { } id && now.Ballots[id] is var ballot ? (ballot.Phase, ballot.Result, ballot.VoidReason, ballot.ClosesAt, ballot.CalledNow) : default;

    private static object DebateInputs(View view) => (
        view.Now.Floor, view.Now.Procedurals, view.Now.Points, view.Now.Rulings, view.Now.SuspendedRules, view.Now.Amendments, view.Now.Motions, (view.Now.Elections, view.Now.Members, view.Now.Items, view.Now.CurrentPlenary, view.Now.Participants));

    /// <summary>Ballots change with every vote; the results only with their phases.</summary>
    private static object ResultsInputs(Proceedings now) =>
        (BallotPhases(now), now.Participants);

    /// <summary>How far each vote has come, in one number.</summary>
    internal static (int, long) BallotPhases(Proceedings now) => (now.Ballots.Count, now.Ballots.Values.OrderBy(ballot => ballot.Number).Aggregate(0L, (sum, ballot) => (sum * 31) + (int)ballot.Phase + ballot.Number));

    private static Board For<TBoard>(string name, Func<Actor, bool> audience, Func<View, object> inputs, Func<View, TBoard> project)
        where TBoard : class =>
        new(name, typeof(TBoard), (view, by) => audience(by) && !ClosedSession.Shuts(view.Now, by) ? "" : null, (view, _) => inputs(view), (view, _) => project(view));

    /// <summary>Those on whom the doors are shut see that, and nothing else.</summary>
    private static Board Plenary(Func<View, object> inputs) =>
        new("plenary", typeof(PlenaryBoard), (view, by) => !Known(by) ? null : ClosedSession.Shuts(view.Now, by) ? "closed" : "", (view, _) => inputs(view),
            (view, by) => ClosedSession.Shuts(view.Now, by) ? PlenaryBoard.Closed(view) : PlenaryBoard.Of(view));

    private static Board Personal<TBoard>(string name, Func<View, Actor, object?> audience, Func<View, Actor, object> inputs, Func<View, Actor, TBoard> project)
        where TBoard : class =>
        new(name, typeof(TBoard), audience, inputs, project) { Shared = false };
}

/// <summary>What the board of acts in order depends on.</summary>
internal static class OrderInputs
{
    /// <summary>Everything of the meeting that an act's order asks; a mere cast changes none of it.</summary>
    public static object Of(View view, Actor by)
    {
        var now = view.Now;
        return (now.Floor, now.Plenaries, now.CurrentPlenary, OfBallot(now.RunningBallot), now.Motions, now.Elections, now.Chairing,
            (now.SpeechQueue, now.Charter, now.Members, now.Items, now.Quorum, now.Chairing.Presiding is null && now.Participants.Values.Any(person => (person.Duties & Who.Chair) != Who.None), BoardRoom.BallotPhases(now),
                (now.Amendments, now.Procedurals, now.Rulings, now.Points, now.SpeakersLists, now.SuspendedRules, now.Participants, (BoardRoom.Rights(now), now.Proxies.IsEmpty, now.AllMinutes, now.MinutesPut))));
    }

    /// <summary>What of the vote being taken makes acts possible; how anybody votes is not among it.</summary>
    private static object? OfBallot(Ballot? ballot) => ballot is null ? null
        : (ballot.Id, ballot.Phase, ballot.PlacardFigures is null, ballot.Papers.Values.Count(block => !block.Counts), ballot.Objections.Values.Any(objection => objection.Upheld is null), ballot.CalledNow is null);
}

/// <summary>What a person's board depends on.</summary>
internal static class MineInputs
{
    public static object Of(View view, Actor by)
    {
        var now = view.Now;
        if (by.Participant is not { } id)
            return (by.Roles, now.Charter, TabletView.Inputs(view, by));
        var member = by.Member;
        // Whatever is not this person's stays out, or each act of the chair would have every phone's board made again.
        var undo = view.Acts.FirstOrDefault(act => act.By.Participant == id);
        return (by.Roles, now.Participants, member is { } own ? now.Cards.GetValueOrDefault(own) : null, member is { } mine ? now.PresenceOf(mine) : default,
            VotesSeen(now, by), TabletView.Inputs(view, by),
            now.SpeechQueue.Find(speech => speech.Participant == id)?.Id,
            (now.Chairing.OfferedTo == id, now.IsNominee(id),
                undo, undo?.Stands(now), now.Members, member is { } naming ? now.NamedVoters.GetValueOrDefault(naming) : default));
    }

    /// <summary>What is recorded of the votes somebody sees; nobody else's cast changes it.</summary>
    private static object? VotesSeen(Proceedings now, Actor by)
    {
        if (by.Member is not { } member || now.Floor.Ballot is not { } id || now.Ballots[id] is var ballot && !ballot.Includes(member) && !ballot.HeldBy.ContainsKey(member))
            return null;
        var own = new Voter(member);
        // Most have one vote of their own and hold no other.
        return !ballot.HeldBy.ContainsKey(member) && ballot.Electorate.ContainsKey(own)
            ? (id, ballot.Phase, ballot.Casts.GetValueOrDefault(own), ballot.Objections.GetValueOrDefault(own), ballot.Papers)
            : (id, ballot.Phase, ballot.Papers, string.Join(' ', ballot.VotersOf.GetValueOrDefault(member, []).Concat(ballot.HeldBy.GetValueOrDefault(member, []))
                .Select(voter => $"{ballot.Casts.GetValueOrDefault(voter)?.GetHashCode()} {ballot.Objections.GetValueOrDefault(voter)?.Upheld}")));
    }
}

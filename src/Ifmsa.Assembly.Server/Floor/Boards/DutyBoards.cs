using System.Globalization;
using System.Text.Json.Nodes;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Corrections;
using Ifmsa.Assembly.Core.Credentials;
using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Plenaries;

namespace Ifmsa.Assembly.Server.Floor.Boards;

/// <summary>The chair's console: the next right step, who is missing, what waits for a ruling, what can be undone.</summary>
public sealed record ChairBoard(
    NextStep? Next, IReadOnlyList<NextStep> Also, IReadOnlyDictionary<MemberId, bool> Missing, IReadOnlyList<string> Order,
    IReadOnlyDictionary<MotionId, string> Late, IReadOnlyDictionary<string, ActRow> Acts, IReadOnlyList<string> ActOrder, Forecast? Forecast, bool ViceVacant,
    IReadOnlyList<ObjectionRow> Objections, IReadOnlyDictionary<string, DecisionRow> Decisions)
{
    /// <summary>How many acts the console lists.</summary>
    private const int ActsListed = 12;

    internal static ChairBoard Of(View view)
    {
        var now = view.Now;
        var missingSet = MissingFrom(now).ToHashSet();
        var missing = view.Alphabetical.Where(missingSet.Contains).ToList();
        var acts = view.Acts.Where(act => act.Stands(now)).Take(ActsListed).ToList();
        return new(
            NextSteps.Of(view), [.. NextSteps.Others(view)],
            missing.ToDictionary(member => member, _ => true), BoardLists.Order(missing),
            now.Motions.Values.Where(motion => motion.LateObjection is not null).ToDictionary(motion => motion.Id, motion => now.NameOf(motion.LateObjection!.Value)),
            acts.ToDictionary(act => act.Sequence.ToString(CultureInfo.InvariantCulture), act => new ActRow(
                act.Kind, act.At, act.At.AddSeconds(Reversals.SecondsToUndo(now, act)), act.By.Participant is { } by ? view.NameOf(by) : null, Subjects.Of(view, act)), StringComparer.Ordinal),
            [.. acts.Select(act => act.Sequence.ToString(CultureInfo.InvariantCulture))],
            Forecast.Of(now, now.At),
            // After a vote of no confidence a new vice-chair is to be elected.
            now.Participants.Values.Any(person => (person.Duties & Who.Chair) != Who.None) && !now.Participants.Values.Any(person => (person.Duties & Who.ViceChair) != Who.None),
            [.. ObjectionRow.Of(view)],
            now.Rules!.Decisions.Keys.ToDictionary(kind => kind, kind => DecisionRow.Of(now, kind), StringComparer.Ordinal));
    }

    /// <summary>During a vote those who have not voted; during the roll call those not yet present.</summary>
    private static IEnumerable<MemberId> MissingFrom(Proceedings now) => now switch
    {
        { RunningBallot: { Phase: BallotPhase.Open, Method: BallotMethod.Phones or BallotMethod.RollCall } ballot } =>
            ballot.VotersOf.Keys.Where(member => !ballot.HasVoted(member)),
        { Plenary.Phase: PlenaryPhase.RollCall or PlenaryPhase.InSession } =>
            now.Members.Values.Where(member => now.PresenceOf(member.Id) is not (Presence.Present or Presence.Left)).Select(member => member.Id),
        _ => [],
    };
}

/// <summary>What a kind of decision brings with it: the chair picks the kind, never the majority.</summary>
/// <param name="Title">The kind, as people call it.</param>
/// <param name="Majority">Its majority, as people call it.</param>
/// <param name="Article">The article that says so.</param>
/// <param name="Plurality">Whether the most votes decide.</param>
/// <param name="And">The second majority it needs as well.</param>
/// <param name="Disclosure">What is published, where the rulebook says so.</param>
public sealed record DecisionRow(string Title, string Majority, string Article, bool Plurality, string? And, Disclosure? Disclosure)
{
    internal static DecisionRow Of(Proceedings now, string kind) => (now.Rules!.Decisions[kind], now.Rules.MajorityFor(kind)) is var (decision, majority)
        ? new(decision.Title, majority.Title, majority.Article, majority.Numerator == 0, majority.And is { } and ? now.Rules.Majorities[and].Title : null, decision.Disclosure)
        : throw new InvalidOperationException();
}

/// <summary>A delegation that says its vote is recorded wrongly: how it came in, and never what it says.</summary>
public sealed record ObjectionRow(BallotId Ballot, MemberId Member, ParticipantId? Person, string Name, RecordError Error, Provenance? Provenance, DateTimeOffset At, bool? Upheld)
{
    internal static IEnumerable<ObjectionRow> Of(View view) => view.Now.RunningBallot is not { Phase: BallotPhase.Checking } ballot ? []
        : ballot.Objections.OrderBy(pair => pair.Value.At).Select(pair => new ObjectionRow(
            ballot.Id, pair.Key.Member, pair.Key.Person, view.ShortName(pair.Key.Member) ?? "", pair.Value.Error,
            ballot.Casts.GetValueOrDefault(pair.Key)?.Provenance, pair.Value.At, pair.Value.Upheld));
}

/// <summary>An act that the console can send as it stands.</summary>
/// <param name="Kind">The command's kind.</param>
/// <param name="Body">Its body; a page adds fresh ids where <paramref name="NewId"/> names a member.</param>
/// <param name="NewId">The member of the body that needs a fresh id.</param>
/// <param name="Args">What fills the places of its label.</param>
/// <param name="Hold">Whether it takes a half-second hold, or Enter twice.</param>
/// <param name="NotBefore">When it comes in order, where a countdown is running.</param>
public sealed record NextStep(string Kind, JsonObject Body, string? NewId, IReadOnlyDictionary<string, string> Args, bool Hold, DateTimeOffset? NotBefore);

/// <summary>An act that can be undone, or corrected with a reason.</summary>
public sealed record ActRow(string Key, DateTimeOffset At, DateTimeOffset Until, string? By, string? Subject);

/// <summary>What an act was about, in a word.</summary>
internal static class Subjects
{
    public static string? Of(View view, ReversibleAct act)
    {
        // Adjourning returns every card: no single member is what it was about.
        if (act.Kind.StartsWith("plenary.", StringComparison.Ordinal))
            return null;
        foreach (var change in act.Changes)
        {
            switch (change.Key)
            {
                case MemberId member:
                    return view.Now.NameOf(member);
                case ParticipantId participant:
                    return view.NameOf(participant);
                case ItemId item when view.Now.Find(item) is { } found:
                    return found.Title;
                case MotionId motion when view.Now.Find(motion) is { Number: > 0 } found:
                    return found.Title;
                case ElectionId election when view.Now.Find(election) is { } found:
                    return found.Title;
            }
        }
        return null;
    }
}

/// <summary>What the desk sees: people, phones, cards, requests, and entries that wait for a second person.</summary>
public sealed record DeskBoard(
    IReadOnlyDictionary<ParticipantId, PersonRow> Participants, IReadOnlyList<string> Order, IReadOnlyDictionary<MemberId, CardRow> Cards,
    IReadOnlyDictionary<DeviceId, DeviceRow> Requests, IReadOnlyList<string> RequestOrder, IReadOnlyDictionary<MemberId, PendingEntry> Entries,
    IReadOnlyList<PaperRow> Papers, IReadOnlyDictionary<ReportId, ReportView> Reports, ProxiesView? Proxies, IReadOnlyList<MemberId> Voteless)
{
    internal static DeskBoard Of(View view)
    {
        var now = view.Now;
        var requests = now.DeviceRequests.Values.OrderBy(request => request.At).ToList();
        return new(
            now.Participants.Values.ToDictionary(person => person.Id, person => new PersonRow(
                person.Member, view.LabelOf(person), view.Snapshot.NameOf(person), person.Head, person.Seat, person.Device is not null,
                person.Device is { } device ? BoardLists.WordOf(device) : null, [.. person.Duties.AsDuties()], person.Account is not null)),
            BoardLists.Order(now.Participants.Values
                .OrderBy(person => person.Member is { } member ? now.NameOf(member) : "", StringComparer.InvariantCultureIgnoreCase)
                .ThenBy(person => person.Seat).ThenBy(person => person.Id.Value).Select(person => person.Id)),
            now.Cards.ToDictionary(pair => pair.Key, pair => new CardRow(pair.Value.Holder, pair.Value.OfferedTo, pair.Value.Forfeited)),
            requests.ToDictionary(request => request.Device, request => new DeviceRow(request.Participant, BoardLists.WordOf(request.Device), request.At)),
            BoardLists.Order(requests.Select(request => request.Device)),
            Pending(now).DistinctBy(pair => pair.Key.Member).ToDictionary(pair => pair.Key.Member, pair => new PendingEntry(pair.Value.By, pair.Value.By is { } by ? view.NameOf(by) : "")),
            [.. now.RunningBallot is { } ballot ? ballot.Papers.Values.Select(block => new PaperRow(block.Number, [.. block.Members], block.Papers, block.By, block.By is { } by ? view.NameOf(by) : "", block.Counts)) : []],
            ReportView.All(now), ProxiesView.Of(now), [.. now.Voteless.OrderBy(member => member.Value)]);
    }

    /// <summary>What the board depends on; a vote from a phone changes none of it.</summary>
    internal static object Inputs(View view) =>
        (view.Now.Participants, view.Now.Cards, view.Now.DeviceRequests, view.Now.Members, view.Now.RunningBallot?.Papers, (view.Now.Reports, view.Now.Register, view.Now.Proxies, view.Now.Memberships), string.Join(' ', Pending(view.Now).Select(pair => $"{pair.Key} {pair.Value.By}")));

    private static IEnumerable<KeyValuePair<Voter, Cast>> Pending(Proceedings now) =>
        now.RunningBallot is { } ballot ? ballot.Casts.Where(pair => !pair.Value.Counts) : [];
}

/// <summary>Somebody registered.</summary>
public sealed record PersonRow(
    MemberId? Member, string Label, string? Name, bool Head, int Seat, bool Device, string? Word, IReadOnlyList<Duty> Duties, bool Account);

/// <summary>A card that is out.</summary>
public sealed record CardRow(ParticipantId Holder, ParticipantId? OfferedTo, bool Forfeited);

/// <summary>A phone that waits for the desk.</summary>
public sealed record DeviceRow(ParticipantId Participant, string Word, DateTimeOffset At);

/// <summary>A vote entered for a placard that waits for a second person; the choice is not shown.</summary>
public sealed record PendingEntry(ParticipantId? By, string Name);

/// <summary>Paper counted for a block of members; never its figures.</summary>
public sealed record PaperRow(int Number, IReadOnlyList<MemberId> Members, int Papers, ParticipantId? By, string Name, bool Counts);

/// <summary>Who can be reached; its version is its own counter.</summary>
public sealed record ReachBoard(IReadOnlyDictionary<MemberId, ReachState> Members, ReachState Chair)
{
    internal static ReachBoard Of(View view) => new(view.Reach.Heard, view.Reach.Chair);
}

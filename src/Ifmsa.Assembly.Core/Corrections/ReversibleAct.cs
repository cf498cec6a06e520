using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Corrections;

/// <summary>An act that can be undone, with what it changed and how that stood before.</summary>
/// <param name="Sequence">Its first fact's.</param>
/// <param name="Kind">Its first fact's kind, for the page that offers to undo it.</param>
/// <param name="By">Whose act it is.</param>
/// <param name="At">When.</param>
/// <param name="Changes">What it changed.</param>
public sealed record ReversibleAct(long Sequence, string Kind, Author By, DateTimeOffset At, ImmutableArray<Change> Changes)
{
    /// <summary>Whether all it changed still stands as it left it, and nothing that came later names it; else another act rests on it.</summary>
    public bool Stands(Proceedings now) =>
        Changes.All(change => Equals(change.Part.Read(now, change.Key), change.After) && !IsNamed(now, change))
        // What a later act changed and a still later one put back has been built upon all the same.
        && !now.ReversibleActs.Values.Reverse().TakeWhile(act => act.Sequence > Sequence)
            .Any(act => act.Changes.Any(later => Changes.Any(change => change.Part == later.Part && Equals(change.Key, later.Key))));

    /// <summary>Whether something refers to what the act made or allowed, without having changed it.</summary>
    private bool IsNamed(Proceedings now, Change change) => change.Key switch
    {
        ItemId item when change.Before is null =>
            now.Motions.Values.Any(motion => motion.Item == item) || now.Elections.Values.Any(election => election.Item == item) || now.Ballots.Values.Any(ballot => ballot.Item == item)
                || now.SpeakersLists.Values.Any(list => list.Item == item),
        // The roll of a plenary is what is marked, and the cards that are given, while it is called.
        PlenaryId when change.After is Plenaries.Plenary { Phase: Plenaries.PlenaryPhase.RollCall } => !now.Cards.IsEmpty || !now.Presences.IsEmpty,
        // Who votes rests on a report, and on a decision about a member, once a vote has been opened.
        ReportId when change.After is Credentials.CredentialsReport => now.Ballots.Values.Any(ballot => ballot.OpenedAfter >= Sequence),
        MotionId when change.After is Motions.Membership { Before: not null } => now.Ballots.Values.Any(ballot => ballot.OpenedAfter >= Sequence),
        MemberId member when change.Part == Part.OfProxies => now.Ballots.Values.Any(ballot => ballot.OpenedAfter >= Sequence && ballot.Includes(member)),
        MemberId member => now.Ballots.Values.Any(ballot => RestsOnRoll(ballot, member)),
        SpeakersListId list when change.Before is null => now.SpeechQueue.Any(speech => speech.List == list) || now.Procedurals.Values.Any(motion => motion.Detail.List == list),
        MotionId motion => now.Amendments.Values.Any(amendment => amendment.Motion == motion && amendment.ProposedAfter >= Sequence)
            || (change.Before is null && (now.SpeakersLists.Values.Any(list => list.Motion == motion) || now.Procedurals.Values.Any(moved => moved.Detail.Motion == motion || moved.On == motion))),
        ProceduralId procedural when change.Before is null => now.SpeakersLists.Values.Any(list => list.Procedural == procedural),
        PointId point when change.Before is null => now.Rulings.Values.Any(ruling => ruling.Point == point),
        PlenaryId plenary when change.Before is null => now.Items.Values.Any(item => item.Plenary == plenary),
        RulingId ruling when change.Before is null => now.Procedurals.Values.Any(motion => motion.Detail.Ruling == ruling),
        ElectionId election => now.Ballots.Values.Any(ballot => ballot.Election == election && ballot.OpenedAfter >= Sequence),
        ParticipantId person when change.Before is Participant before && (before.Duties & (Who.Chair | Who.ViceChair | Who.Executive)) == Who.None =>
            now.Chairing.Presiding == person || now.Chairing.OfferedTo == person,
        _ => false,
    };

    /// <summary>Whether a vote was opened with the member among its electorate, or the member voted, after the act that gave it presence or card.</summary>
    private bool RestsOnRoll(Ballots.Ballot ballot, MemberId member) =>
        ballot.Includes(member) &&
        (ballot.OpenedAfter >= Sequence || ballot.VotersOf[member].Any(voter => ballot.Casts.TryGetValue(voter, out var cast) && (cast.At > At || (ballot.IsRunning && cast.At == At))));

    /// <summary>The state with all it changed put back.</summary>
    internal Proceedings Reverse(Proceedings now) =>
        Changes.Aggregate(now, (state, change) => change.Part.Write(state, change.Key, change.Before));
}

/// <summary>One thing an act changed.</summary>
/// <param name="Part">The part of the proceedings.</param>
/// <param name="Key">The thing's id, where the part holds many.</param>
/// <param name="Before">How it stood; null when it was not there.</param>
/// <param name="After">How the act left it; null when it removed it.</param>
public sealed record Change(Part Part, object? Key, object? Before, object? After);

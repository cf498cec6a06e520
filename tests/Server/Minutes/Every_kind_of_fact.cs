using System.Text;
using System.Text.Json;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Credentials;
using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Minutes;
using Ifmsa.Assembly.Server.Tests.Hosting;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Minutes;

public sealed class Every_kind_of_fact
{
    /// <summary>Kinds of which the minutes say nothing, and why.</summary>
    private static readonly Dictionary<string, string> Silent = new(StringComparer.Ordinal)
    {
        ["amendment.ruled-out.v1"] = "The ruling it comes with is told.",
        ["assembly.amended.v1"] = "The heading shows the charter as it stands.",
        ["assembly.created.v1"] = "It is before any plenary; the heading shows the charter.",
        ["ballot.answered.v1"] = "The result tells all votes together.",
        ["ballot.checked.v1"] = "The result that follows tells of it; a correction is told.",
        ["ballot.extended.v1"] = "It is about the time of a vote.",
        ["ballot.objected.v1"] = "What the chair decides on it is told.",
        ["ballot.paper-confirmed.v1"] = "The note to the result says how many voted on paper.",
        ["ballot.paper-entered.v1"] = "The note to the result says how many voted on paper.",
        ["ballot.paper-withdrawn.v1"] = "The note to the result says how many voted on paper.",
        ["ballot.passed.v1"] = "The result tells who voted.",
        ["ballot.cast.v1"] = "The result tells all votes together.",
        ["ballot.closed.v1"] = "The result that follows tells of it.",
        ["ballot.counted.v1"] = "The result that follows tells of it; only a count that disagrees is told.",
        ["ballot.entered.v1"] = "The note to the result says how many votes were entered.",
        ["ballot.entry-confirmed.v1"] = "The note to the result says how many votes were confirmed.",
        ["bylaws.taken.v1"] = "The secretariat's paper; what a plenary changes of it is told.",
        ["card.moved.v1"] = "Who in a delegation votes is its own affair.",
        ["card.offer-ended.v1"] = "Who in a delegation votes is its own affair.",
        ["card.offered.v1"] = "Who in a delegation votes is its own affair.",
        ["certificate.key-published.v1"] = "It is about certificates, not about the meeting.",
        ["certificate.replaced.v1"] = "It is about certificates, not about the meeting.",
        ["certificate.revoked.v1"] = "It is about certificates, not about the meeting.",
        ["certificates.issued.v1"] = "It is about certificates, not about the meeting.",
        ["chair.heard.v1"] = "It is about a device; who presides is told.",
        ["chair.offer-ended.v1"] = "Only a chair that passes is told.",
        ["chair.offered.v1"] = "Only a chair that passes is told.",
        ["chair.silent.v1"] = "It is about a device; who presides is told.",
        ["countdown.extended.v1"] = "What came of the countdown is told.",
        ["device.bound.v1"] = "It is about a phone.",
        ["device.refused.v1"] = "It is about a phone.",
        ["device.released.v1"] = "It is about a phone.",
        ["device.requested.v1"] = "It is about a phone.",
        ["election.decided.v1"] = "The result it comes with is told.",
        ["election.reopened.v1"] = "The void vote it comes with is told.",
        ["hall.called.v1"] = "It only brings people back to their seats.",
        ["intake.set.v1"] = "It is about how the floor is asked for.",
        ["item.closed.v1"] = "The next item that opens is told.",
        ["member.amended.v1"] = "The roll shows members as they are when it is called.",
        ["member.enrolled.v1"] = "The roll shows members as they are when it is called.",
        ["minutes.adoption-recorded.v1"] = "Another assembly decided it; the minutes it adopted say so.",
        ["minutes.adoption-reversed.v1"] = "The void vote it comes with is told.",
        ["minutes.circulated.v1"] = "It is after the plenary; the minutes say where they stand.",
        ["minutes.correction-proposed.v1"] = "It is about the text of other minutes, which show it.",
        ["minutes.correction-settled.v1"] = "It is about the text of other minutes, which show it.",
        ["minutes.published.v1"] = "It is after the plenary; the minutes say where they stand.",
        ["minutes.reviewed.v1"] = "It is after the plenary; the minutes say where they stand.",
        ["minutes.reworded.v1"] = "It is how a sentence is put; the sentence is told.",
        ["minutes.taken-up.v1"] = "It is after the plenary; the minutes say where they stand.",
        ["motion.drafted.v1"] = "Only its delegations see a draft; it is told when it is handed in.",
        ["motion.translated.v1"] = "It is the same motion in another language.",
        ["participant.account-ended.v1"] = "It is about signing in.",
        ["participant.account-set.v1"] = "It is about signing in.",
        ["participant.enrolled.v1"] = "People appear with what they do.",
        ["participant.named.v1"] = "Names appear as they are known.",
        ["participant.seated.v1"] = "People appear with what they do.",
        ["person.erased.v1"] = "The minutes keep a name where they must, and nothing else.",
        ["plenary.planned.v1"] = "It is about the programme; a plenary is told from its roll call on.",
        ["point.deferred.v1"] = "That it was raised is told, and that it was heard.",
        ["point.settled.v1"] = "That it was heard is told, and a ruling on it.",
        ["point.withdrawn.v1"] = "Only what was heard matters.",
        ["procedural.ruled-out.v1"] = "The ruling it comes with is told.",
        ["tablet.locked.v1"] = "The note to the result says how many voted on the tablet.",
        ["tablet.unlocked.v1"] = "The note to the result says how many voted on the tablet.",
        ["voters.named.v1"] = "Who in a delegation votes is its own affair.",
        ["roll.checked-in.v1"] = "Presence is told when chair or desk marks it.",
        ["ruling.used.v1"] = "The ruling says what it allows, and what was done is told.",
        ["site.published.v1"] = "What is open on the public site is the secretariat's affair.",
        ["site.withdrawn.v1"] = "What is open on the public site is the secretariat's affair.",
        ["session.dropped.v1"] = "Sessions of the programme are no plenaries.",
        ["session.planned.v1"] = "Sessions of the programme are no plenaries.",
        ["session.scanned.v1"] = "Sessions of the programme are no plenaries.",
        ["session.unscanned.v1"] = "Sessions of the programme are no plenaries.",
        ["speakers.limited.v1"] = "Who spoke is told, not for how long.",
        ["speech.continued.v1"] = "It is about the clock of a speech.",
        ["speech.ended.v1"] = "That somebody spoke is told.",
        ["speech.extended.v1"] = "It is about the clock of a speech.",
        ["speech.paused.v1"] = "It is about the clock of a speech.",
        ["speech.requested.v1"] = "Only who spoke is told.",
        ["speech.withdrawn.v1"] = "Only who spoke is told.",
    };

    [Fact]
    public void is_told_by_the_minutes_or_silent_for_a_reason()
    {
        string[] kept = ["v1", "v2.debate", "v2.ronr", "v3.voters", "v3.votes", "v3.minutes", "v3.publication", "v3.certificates"];
        var told = kept.SelectMany(name => Told(Journal($"journal.{name}.jsonl"))).Concat(Told(ComingAndGoing())).Concat(Told(Debate())).Concat(Told(Maze.Walked().Meeting.Journal)).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(Catalogue.Facts.Keys.Except(Silent.Keys).Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
        Assert.Empty(Silent.Keys.Except(Catalogue.Facts.Keys));
    }

    /// <summary>The kinds that change what the minutes say.</summary>
    private static IEnumerable<string> Told(IReadOnlyList<Entry> journal)
    {
        var chronicle = new Chronicle(Proceedings.Before(new(Guid.NewGuid())));
        foreach (var entry in journal)
        {
            var next = chronicle.After(entry);
            if (next with { Now = chronicle.Now } != chronicle || Telling.Of(entry, chronicle.Now, next.Now) is not null)
                yield return Catalogue.Of(entry.Fact).Kind;
            chronicle = next;
        }
    }

    /// <summary>A golden journal; in one or another of them every kind of fact happens.</summary>
    internal static List<Entry> Journal(string name) =>
    [
        .. from line in File.ReadLines(MemoryAssemblies.Root("tests/Core/Golden/" + name))
           let row = JsonSerializer.Deserialize<JsonElement>(line)
           select EntryCodec.Decode(
               row.GetProperty("sequence").GetInt64(), Chain.Time(row.GetProperty("at").GetInt64()), row.GetProperty("kind").GetString()!,
               Encoding.UTF8.GetBytes(row.GetProperty("payload").GetString()!)),
    ];

    /// <summary>What the minutes tell only while a plenary is in session.</summary>
    private static IReadOnlyList<Entry> ComingAndGoing()
    {
        var meeting = new Meeting(10).Opened(5);
        meeting.Do(meeting.Desk, new TakeCard(meeting.Members[4]));
        meeting.Do(meeting.Chair, new MarkPresence(meeting.Members[4], Presence.Present));
        meeting.Do(meeting.Desk, new GiveCard(meeting.Members[5], meeting.Heads[5]));
        meeting.Do(meeting.Chair, new GiveDuty(meeting.Heads[3], Duty.Assistant));
        return meeting.Journal;
    }

    /// <summary>The debate of the plenary: lists, speeches, points, warnings.</summary>
    private static IReadOnlyList<Entry> Debate()
    {
        var meeting = new Meeting(10).Opened(5);
        var (list, first, second, point, information) = (new SpeakersListId(Guid.NewGuid()), new SpeechId(Guid.NewGuid()), new SpeechId(Guid.NewGuid()), new PointId(Guid.NewGuid()), new PointId(Guid.NewGuid()));
        meeting.Do(meeting.Chair, new OpenSpeakers(list, Seconds: 60));
        meeting.Do(meeting.Phones[1], new AskToSpeak(first, Side: Side.For));
        meeting.Do(meeting.Phones[2], new AskToSpeak(second));
        meeting.Do(meeting.Chair, new CloseSpeakers(list));
        Reopen(meeting, list);
        meeting.Do(meeting.Chair, new CallSpeaker(first));
        meeting.Do(meeting.Chair, new MakeRuling(new(Guid.NewGuid()), "The time can be yielded.", Allows: "speech.yield", Member: meeting.Members[1]));
        meeting.Do(meeting.Phones[1], new YieldSpeech(second));
        meeting.Do(meeting.Chair, new EndSpeech());
        meeting.Do(meeting.Phones[3], new RaisePoint(point, PointKind.Order));
        meeting.Do(meeting.Chair, new HearPoint(point));
        meeting.Do(meeting.Phones[4], new RaisePoint(information, PointKind.InformationTo));
        meeting.Do(meeting.Chair, new GiveWarning(meeting.Members[4]));
        return meeting.Journal;
    }

    private static void Reopen(Meeting meeting, SpeakersListId list)
    {
        var (id, ballot) = (new ProceduralId(Guid.NewGuid()), new BallotId(Guid.NewGuid()));
        meeting.Do(meeting.Phones[1], new MoveProcedural(id, "reopenSpeakers", new() { List = list }));
        meeting.Do(meeting.Chair, new PutProcedural(id));
        meeting.Do(meeting.Phones[2], new SecondProcedural(id));
        meeting.Do(meeting.Chair, new OpenBallot(ballot, BallotMethod.Phones, Procedural: id));
        meeting.Do(meeting.Phones[1], new CastVote(ballot, Option.For, 1));
        meeting.Declare(ballot);
    }
}

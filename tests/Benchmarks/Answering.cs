using System.Diagnostics;
using System.Text.Json;
using Ifmsa.Assembly.Core.Credentials;
using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Core.Plenaries;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Benchmarks;

/// <summary>What is in order for each of a thousand people after an act in a full debate, against finding out who they are.</summary>
public static class Answering
{
    private const int Delegations = 127, PeopleEach = 8;

    /// <summary>Acts alternate between two states of the debate; each answer is made anew.</summary>
    public static void Measure(ScoreBoard scores)
    {
        var people = new List<Credential>();
        var before = Debate(people);
        var chair = people[0];
        var amendment = before.Amendments.Values.First(each => each.Phase == AmendmentPhase.Submitted && each.Motion == before.Floor.Motion).Id;
        Proceedings[] states = [before, Acting(before, chair, new PutAmendment(amendment))];
        var (answers, floors) = (new List<double>(), new List<double>());
        for (var round = 0; round < 200; round++)
        {
            var now = states[round % 2];
            var start = Stopwatch.GetTimestamp();
            var classes = new ActorClasses(now);
            var answered = new Dictionary<ActorClass, int>();
            foreach (var person in people)
            {
                var by = now.ActorOf(person);
                var alike = classes.Of(by);
                if (!answered.ContainsKey(alike))
                    answered[alike] = now.InOrder(by).Count(row => row.Because is null) + now.ProceduralsInOrder(by).Count(row => row.Because is null);
            }
            var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            start = Stopwatch.GetTimestamp();
            var roles = people.Aggregate(Who.None, (sum, person) => sum | now.ActorOf(person).Roles);
            var floor = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (answered.Count < 5 || roles == Who.None)
                throw new InvalidOperationException("The debate is not one.");
            if (round >= 40)
            {
                answers.Add(took);
                floors.Add(floor);
            }
        }
        scores.Add($"what is in order for {people.Count:N0} people, median", ScoreBoard.Quantile(answers, 0.5), ScoreBoard.Quantile(floors, 0.5), "ms", "≤ 10 ms");
        scores.Add($"what is in order for {people.Count:N0} people, p99", ScoreBoard.Quantile(answers, 0.99), ScoreBoard.Quantile(floors, 0.99), "ms", "≤ 10 ms");
    }

    /// <summary>The middle of a plenary: 150 motions, 40 amendments to the one before it, 60 who wait to speak, 20 requests that wait.</summary>
    private static Proceedings Debate(List<Credential> people)
    {
        var rules = JsonSerializer.Deserialize<Rules>(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "templates", "rulebooks", "ifmsa.json")), JournalJson.Options)!;
        var now = Proceedings.Before(new(Guid.NewGuid()));
        var at = DateTimeOffset.UnixEpoch;
        void Happens(params Fact[] facts)
        {
            foreach (var fact in facts)
                now = now.After(new(now.Sequence + 1, now.Sequence + 1, at, new(null, null, Credential.Installation.Device, Who.Installation), fact));
        }
        Credential Person(MemberId? member, int seat, Duty? duty)
        {
            var (id, device) = (new ParticipantId(Guid.NewGuid()), new DeviceId(Guid.NewGuid()));
            Happens(member is { } own ? new ParticipantSeated(id, own, seat) : new ParticipantEnrolled(id, new(new(Guid.NewGuid()), new('0', 64)), Member: null), new DeviceBound(id, device));
            if (duty is { } office)
                Happens(new DutyGiven(id, office));
            people.Add(new(device));
            return people[^1];
        }
        Happens(new AssemblyCreated(new("Assembly", new(2026, 8, 1), new(2026, 8, 7), "Hall", "Europe/Copenhagen", ["en"]), rules));
        var plenary = new PlenaryId(Guid.NewGuid());
        Happens(new PlenaryPlanned(plenary, 2, "Hall", at, at.AddHours(5)));
        var chair = Person(member: null, 0, Duty.Chair);
        foreach (var duty in new[] { Duty.ViceChair, Duty.Secretary, Duty.Desk, Duty.Officer, Duty.Official, Duty.Observer, Duty.Screen })
            Person(member: null, 0, duty);
        var members = Enumerable.Range(0, Delegations).Select(place => new Member(
            new(Guid.NewGuid()), $"Students {place}", $"M{place:000}", $"Country {place}", rules.Regions[place % rules.Regions.Length], MemberStatus.Full, Standing.Good, PreviousRights: true)).ToList();
        foreach (var member in members)
        {
            Happens(new MemberEnrolled(member));
            for (var seat = 1; seat <= PeopleEach; seat++)
                Person(member.Id, seat, duty: null);
        }
        Happens(new RollCalled(plenary), new ChairTaken(now.Devices[chair.Device]));
        foreach (var head in now.Participants.Values.Where(person => person.Head))
            Happens(new PresenceMarked(head.Member!.Value, Presence.Present), new CardGiven(head.Member.Value, head.Id));
        Happens(new PlenaryOpened(plenary, Delegations, 1, at));
        var text = string.Join("\n\n", Enumerable.Range(1, 40).Select(place => $"Paragraph {place} of a policy, with as many words as such paragraphs have."));
        var motions = Enumerable.Range(1, 150).Select(_ => new MotionId(Guid.NewGuid())).ToList();
        foreach (var (motion, place) in motions.Select((motion, place) => (motion, place)))
            Happens(new MotionSubmitted(motion, place + 1, $"Motion {place + 1}", text, "policy", members[place % Delegations].Id, Item: null));
        Happens(new MotionPut(motions[0], Item: null, at.AddSeconds(10), 10), new MotionSeconded(motions[0], members[1].Id), new SpeakersOpened(new(Guid.NewGuid()), 1, Item: null, motions[0], Procedural: null, 120, 0));
        for (var place = 0; place < 40; place++)
        {
            TextEdit edit = new(text.IndexOf($"Paragraph {place + 1} of", StringComparison.Ordinal), 9, "Article");
            Happens(new AmendmentProposed(new(Guid.NewGuid()), place + 1, motions[0], Amends: null, Procedural: null, Detail: null, members[place + 2].Id, [edit], text, Reason: null));
        }
        foreach (var waiting in now.Participants.Values.Where(person => person.Head).Take(60).ToList())
            Happens(new SpeechRequested(new(Guid.NewGuid()), waiting.Id, waiting.Member, at));
        for (var place = 0; place < 20; place++)
            Happens(new ProceduralMoved(new(Guid.NewGuid()), place + 1, "postpone", members[place + 50].Id, new(), at, plenary, motions[0]));
        return now;
    }

    private static Proceedings Acting(Proceedings now, Credential by, Command command)
    {
        var decision = now.Decide(command, new(now.ActorOf(by), now.At, new byte[32]));
        if (decision.Refusal is { } refusal)
            throw new InvalidOperationException($"{command} was refused: {refusal.Code}");
        var author = now.ActorOf(by).AsAuthor;
        return decision.Facts.Aggregate(now, (state, fact) => state.After(new(state.Sequence + 1, now.Sequence + 1, now.At, author, fact)));
    }
}

using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Credentials;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Plenaries;
using Ifmsa.Assembly.Server.Floor;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Journal;
using Ifmsa.Assembly.Server.Tests.Hosting;
using Ifmsa.Assembly.Server.Wording;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ifmsa.Assembly.Server.Tests.Simulation;

/// <summary>
/// One assembly on the real writer, a faulty disk and a bad network, on simulated time in one thread. Devices vote, change their minds and
/// repeat themselves until they are answered; the server is killed and started again. A book kept beside, from the journal alone, says what must be so.
/// </summary>
internal sealed class SimulatedHall
{
    private const int Members = 127, TicksPerBallot = 400;

    private readonly AssemblyId _id;
    private readonly Random _random;
    private readonly Faults _faults;
    private readonly Pump _pump = new();
    private readonly FaultyDisk _disk;
    private readonly SimulatedClock _clock = new();
    private readonly List<SimulatedDevice> _devices = [];
    private readonly PriorityQueue<Action, (long, long)> _wire = new();
    private readonly List<(SimulatedDevice From, Sent Command, Task<Answer> Answering)> _answering = [];
    private readonly HashSet<(BallotId, DeviceId, long)> _castsOnDisk = [];
    private readonly Dictionary<MemberId, string> _book = [];
    private readonly SimulatedDevice _chair;
    private long _tick, _order;
    private FaultyStore _store;
    private AssemblyWriter _writer;

    public SimulatedHall(int seed, Faults faults)
    {
        _random = new(seed);
        _faults = faults;
        _id = new(NewGuid());
        _disk = new(_id);
        _chair = new(new(new DeviceId(NewGuid())), Member: null);
        (_store, _writer) = Start(Faults.None);
        Prepare();
        Restart();
    }

    public long Casts { get; private set; }

    public long Acknowledged { get; private set; }

    public long Retries { get; private set; }

    public long FailedCommits { get; private set; }

    public int Kills { get; private set; }

    /// <summary>Opens, votes, closes, counts and declares, in whatever weather.</summary>
    public void Hold(int ballots)
    {
        for (var number = 1; number <= ballots; number++)
        {
            var ballot = new BallotId(NewGuid());
            _book.Clear();
            foreach (var device in _devices)
                device.Begin();
            Insist(_chair, new OpenBallot(ballot, BallotMethod.Phones, Title: "Question", Decision: "motion"));
            var end = _tick + TicksPerBallot;
            var kill = _tick + _random.Next(TicksPerBallot * 2);
            while (_tick < end)
            {
                foreach (var device in _devices)
                    Act(device, ballot);
                Tick();
                if (_tick == kill)
                    Restart();
            }
            Insist(_chair, new ClosePolls(ballot));
            var last = _castsOnDisk.Count;
            Drain();
            Must(_castsOnDisk.Count == last, "A vote was counted after the close.");
            Judge(ballot);
            Count(ballot);
            Insist(_chair, new DeclareResult(ballot));
        }
        Must(Replayed() == Text(_writer.Snapshot), "The journal replays to another state.");
        End();
    }

    private void Act(SimulatedDevice device, BallotId ballot)
    {
        if (device.Waiting is { } waiting && _random.Next(4) != 0)
        {
            if (_tick - waiting.At > 8)
            {
                Retries++;
                Send(device, device.Waiting = waiting with { At = _tick });
            }
            return;
        }
        // A change of mind, whether the last choice has been acknowledged or not.
        var option = _random.Next(3) switch { 0 => Option.For, 1 => Option.Against, _ => Option.Abstain };
        device.Number++;
        device.Choices[device.Number] = option;
        Send(device, device.Waiting = new(new(NewGuid()), new CastVote(ballot, option, device.Number), _tick));
    }

    private void Send(SimulatedDevice device, Sent sent)
    {
        foreach (var late in Copies())
            Later(late, () => _answering.Add((device, sent, _pump.Start(() => _writer.SubmitAsync(sent.Id, device.Credential, sent.Command)))));
    }

    /// <summary>When each copy of a message arrives: none, one or two of them.</summary>
    private IEnumerable<int> Copies()
    {
        if (_random.NextDouble() >= _faults.Dropped)
            yield return 1 + _random.Next(_faults.DelayedAtMost);
        if (_random.NextDouble() < _faults.Doubled)
            yield return 1 + _random.Next(_faults.DelayedAtMost * 4);
    }

    private void Later(int ticks, Action act) => _wire.Enqueue(act, (_tick + ticks, _order++));

    private void Tick()
    {
        _tick++;
        _clock.Move();
        while (_wire.TryPeek(out _, out var due) && due.Item1 <= _tick)
            _wire.Dequeue()();
        _pump.Run();
        if (_disk.Fault is { } fault)
            throw fault;
        for (var place = _answering.Count - 1; place >= 0; place--)
        {
            var (device, sent, answering) = _answering[place];
            if (!answering.IsCompleted)
                continue;
            _answering.RemoveAt(place);
            var answer = answering.Result;
            IsOnDisk(device, sent, answer);
            foreach (var late in Copies())
                Later(late, () => Hear(device, sent, answer));
        }
    }

    /// <summary>Nothing is acknowledged that is not on disk, under the hash that the receipt bears.</summary>
    private void IsOnDisk(SimulatedDevice device, Sent sent, Answer answer)
    {
        if (answer.Refusal is { Code: "floor.cannot-write" })
        {
            FailedCommits++;
            return;
        }
        Must(_disk.Answers.ContainsKey((device.Credential.Device, sent.Id)), "An answer is not on disk.");
        if (!answer.Accepted)
            return;
        Must(Convert.ToHexStringLower(_disk.Rows[(int)answer.Sequence!.Value - 1].Hash) == answer.Head, "A receipt bears a head that is not on disk.");
        if (sent.Command is CastVote cast)
            Must(_castsOnDisk.Contains((cast.Ballot, device.Credential.Device, cast.Number)), "An acknowledged vote is not on disk.");
    }

    private void Hear(SimulatedDevice device, Sent sent, Answer answer)
    {
        if (answer.Refusal is { Code: "floor.cannot-write" or "floor.busy" })
            return;
        if (device.Heard.TryGetValue(sent.Id, out var before))
            Must(before == answer, "The same command was answered in two ways.");
        device.Heard[sent.Id] = answer;
        Must(answer.Refusal?.Code != "floor.fault", "The server failed in an act.");
        if (answer.Accepted && sent.Command is CastVote cast)
        {
            Acknowledged++;
            device.Acknowledged = Math.Max(device.Acknowledged, cast.Number);
        }
        if (device.Waiting?.Id == sent.Id)
            device.Waiting = null;
    }

    /// <summary>Sends until it is answered, and must be accepted in the end.</summary>
    private void Insist(SimulatedDevice device, Command command)
    {
        var sent = device.Waiting = new(new(NewGuid()), command, _tick);
        Send(device, sent);
        for (var waited = 0; !device.Heard.ContainsKey(sent.Id); waited++)
        {
            Must(waited < 10_000, $"{command} is never answered.");
            if (waited % 10 == 9)
                Send(device, sent);
            Tick();
        }
        Must(device.Heard[sent.Id].Accepted, $"{command} was refused: {device.Heard[sent.Id].Refusal?.Code}");
    }

    private void Count(BallotId ballot)
    {
        var recount = Recount.Of(ballot.Value, _disk.Rows.Skip((int)_writer.Snapshot.Now.Ballots[ballot].OpenedAfter).Select(row => new RawFact(row.Kind, row.Payload)));
        Must(recount.Fault is null, recount.Fault ?? "");
        Must(recount.Figures.Where(pair => pair.Value > 0).SequenceEqual(_book.Values.GroupBy(option => option).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => KeyValuePair.Create(group.Key, group.Count()))),
            "The recount is not what the book says.");
        Insist(new(Credential.Clock, Member: null), new ConfirmCount(ballot, recount.Count));
        Must(_writer.Snapshot.Now.Ballots[ballot].Phase == BallotPhase.Counted, "The recount disagrees.");
    }

    /// <summary>Lets every message still on its way arrive.</summary>
    private void Drain()
    {
        while (_wire.Count > 0 || _answering.Count > 0)
            Tick();
    }

    private void Judge(BallotId id)
    {
        var ballot = _writer.Snapshot.Now.Ballots[id];
        foreach (var device in _devices)
        {
            var counted = ballot.Numbers.Where(pair => pair.Key.Device == device.Credential.Device).Select(pair => pair.Value).SingleOrDefault();
            Must(device.Acknowledged <= counted, "An acknowledged vote was lost, or an older choice replaced a newer.");
            if (_devices.Count(other => other.Member == device.Member) == 1 && counted > 0)
                Must(ballot.Casts[new(device.Member!.Value)].Option == device.Choices[counted], "A member's vote is not its newest choice.");
        }
    }

    /// <summary>After each commit: the state is what a reader of the journal makes of it.</summary>
    private void OnCommitted(Committed committed)
    {
        try
        {
            Check(committed);
        }
        catch (SimulationException fault)
        {
            _disk.Fault ??= fault;
        }
    }

    private void Check(Committed committed)
    {
        foreach (var entry in committed.Entries)
        {
            if (entry.Fact is not VoteCast cast)
                continue;
            Casts++;
            Must(_castsOnDisk.Add((cast.Ballot, cast.Device, cast.Number)), "A vote was counted twice.");
            _book[cast.Member] = cast.Option;
        }
        if (committed.Snapshot.Now.RunningBallot is not { } ballot)
            return;
        Must(ballot.Casts.Count == _book.Count && ballot.Casts.All(pair => _book[pair.Key.Member] == pair.Value.Option), "The votes are not those of the journal.");
        Must(ballot.Count().Votes.Values.Sum() is var votes && votes == ballot.Casts.Count && votes <= ballot.Entitled, "More votes than members.");
        Must(committed.Snapshot.Now.Sequence == _disk.Rows.Count && committed.Snapshot.Hash.AsSpan().SequenceEqual(_disk.Head), "The state is not that of the disk.");
    }

    /// <summary>kill -9 and a start on the same disk; whoever waited hears nothing and asks again.</summary>
    private void Restart()
    {
        Kills++;
        _store.Kill();
        End();
        _answering.Clear();
        // What the killed server had committed and not yet published is read from the disk like the rest.
        _castsOnDisk.Clear();
        _book.Clear();
        (_store, _writer) = Start(_faults);
        Must(_writer.Snapshot.Now.Sequence == _disk.Rows.Count, "A fact on disk was lost.");
    }

    private void End()
    {
        var writer = _writer;
        var ending = _pump.Start(() => writer.DisposeAsync().AsTask());
        _pump.Run();
        Must(ending.IsCompletedSuccessfully, "The writer does not end.");
    }

    private (FaultyStore, AssemblyWriter) Start(Faults faults)
    {
        var store = new FaultyStore(_id, _disk, _random, faults, slow: () => _tick += 20);
        void Replayed(Entry entry)
        {
            if (entry.Fact is BallotOpened)
                _book.Clear();
            if (entry.Fact is not VoteCast cast)
                return;
            Must(_castsOnDisk.Add((cast.Ballot, cast.Device, cast.Number)), "A vote is on disk twice.");
            _book[cast.Member] = cast.Option;
        }
        var writer = _pump.Start(() => new AssemblyWriter(
            _id, store, _clock, new CodesAlone(), new FloorSettings { BatchLength = 64 }, Replayed, OnCommitted, NullLogger<AssemblyWriter>.Instance));
        _pump.Run();
        return (store, writer);
    }

    private string Replayed() => Text(Replay.After(new(Proceedings.Before(_id), Chain.Root(_id), _writer.Snapshot.Words), _disk.Rows, _ => { }));

    private static string Text(Snapshot snapshot) =>
        $"{snapshot.Head} {snapshot.Now.Sequence} " + string.Join('\n', snapshot.Now.Ballots.Values.OrderBy(ballot => ballot.Number).Select(ballot =>
            $"{ballot.Id} {ballot.Phase} {string.Join(' ', ballot.Casts.OrderBy(pair => pair.Key.Member.Value).Select(pair => $"{pair.Key}={pair.Value.Option}@{pair.Value.At:O}"))} " +
            string.Join(' ', ballot.Numbers.OrderBy(pair => pair.Key.Device.Value).Select(pair => $"{pair.Key}={pair.Value}"))));

    private void Prepare()
    {
        var secretariat = Credential.Secretariat(new(NewGuid()), new(NewGuid()));
        var (plenary, chair, desk) = (new PlenaryId(NewGuid()), new ParticipantId(NewGuid()), new ParticipantId(NewGuid()));
        var atDesk = new Credential(new(NewGuid()));
        void Do(Credential by, Command command)
        {
            var answering = _pump.Start(() => _writer.SubmitAsync(new(NewGuid()), by, command));
            _pump.Run();
            Must(answering.Result.Accepted, $"{command}: {answering.Result.Refusal?.Code}");
        }
        Do(secretariat, new CreateAssembly(new("Assembly", new(2026, 8, 1), new(2026, 8, 7), "Hall", "UTC", ["en"]), MemoryAssemblies.Rules));
        var members = Enumerable.Range(0, Members).Select(place => new MemberRow(new(NewGuid()), $"Member {place}", $"M{place}", "Country", "Europe", MemberStatus.Full, Standing.Good, PreviousRights: true)).ToList();
        Do(secretariat, new ImportMembers([.. members]));
        Do(secretariat, new PlanPlenary(plenary, 1, "Hall", _clock.GetUtcNow(), _clock.GetUtcNow()));
        Do(secretariat, new EnrolParticipant(chair, "Chair", [Duty.Chair]));
        Do(secretariat, new EnrolParticipant(desk, "Desk", [Duty.Desk]));
        Do(Credential.Installation, new BindDevice(chair, _chair.Credential.Device));
        Do(Credential.Installation, new BindDevice(desk, atDesk.Device));
        Do(_chair.Credential, new AssumeChair());
        Do(_chair.Credential, new CallRoll(plenary));
        foreach (var (place, member) in members.Index())
        {
            var seat = new ParticipantId(NewGuid());
            var phone = new Credential(new(NewGuid()));
            Do(secretariat, new SeatDelegation([new(seat, member.Id, 1)]));
            Do(Credential.Installation, new BindDevice(seat, phone.Device));
            _devices.Add(new(phone, member.Id));
            // Some heads vote from a signed-in laptop as well as from their phone.
            if (place % 4 == 0)
            {
                var laptop = new Credential(new(NewGuid()), new AccountId(NewGuid()));
                Do(Credential.Installation, new SetAccount(seat, laptop.Account!.Value));
                _devices.Add(new(laptop, member.Id));
            }
            Do(atDesk, new GiveCard(member.Id, seat));
        }
        Do(_chair.Credential, new OpenPlenary());
    }

    private Guid NewGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        return new(bytes);
    }

    private static void Must(bool holds, string otherwise)
    {
        if (!holds)
            throw new SimulationException(otherwise);
    }

    /// <summary>A command on its way, and when it was sent last.</summary>
    private sealed record Sent(CommandId Id, Command Command, long At);

    /// <summary>A phone or laptop, and what it knows.</summary>
    private sealed record SimulatedDevice(Credential Credential, MemberId? Member)
    {
        public Sent? Waiting { get; set; }

        public long Number { get; set; }

        public long Acknowledged { get; set; }

        public Dictionary<long, string> Choices { get; } = [];

        public Dictionary<CommandId, Answer> Heard { get; } = [];

        public void Begin()
        {
            (Waiting, Number, Acknowledged) = (null, 0, 0);
            Choices.Clear();
            Heard.Clear();
        }
    }

    private sealed class SimulatedClock : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 8, 1, 18, 0, 0, TimeSpan.Zero);

        public void Move() => _now = _now.AddMilliseconds(10);

        public override DateTimeOffset GetUtcNow() => _now;
    }

    private sealed class CodesAlone : IRefusalTexts
    {
        public RefusalText Text(Refusal refusal) => new(refusal.Code, refusal.Code);
    }
}

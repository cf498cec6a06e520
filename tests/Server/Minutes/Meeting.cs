using System.Collections.Immutable;
using System.Text.Json;
using Ifmsa.Assembly.Core.Agenda;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Credentials;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Core.Plenaries;
using Ifmsa.Assembly.Core.Rulebook;
using Ifmsa.Assembly.Server.Documents;
using Ifmsa.Assembly.Server.Floor.Boards;
using Ifmsa.Assembly.Server.Journal;
using Ifmsa.Assembly.Server.Minutes;
using Ifmsa.Assembly.Server.Tests.Hosting;
using Ifmsa.Assembly.Server.Wording;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Minutes;

/// <summary>A plenary played by its commands, on a clock of its own: delegations, a chair, a secretary, a desk.</summary>
internal sealed class Meeting
{
    private readonly List<Entry> _all = [];
    private ImmutableDictionary<MatterId, string> _words = ImmutableDictionary<MatterId, string>.Empty;
    private readonly Credential _office = Credential.Secretariat(Device(), new(Guid.NewGuid()));
    private readonly MinutesBook _book = new();

    public Meeting(int members, string zone = "Europe/Berlin", Func<int, (string ShortName, string Region)>? named = null, int objectionSeconds = 0)
    {
        _book.Ready();
        Now = Proceedings.Before(new(Guid.NewGuid()));
        var rules = JsonSerializer.Deserialize<Rules>(File.ReadAllBytes(MemoryAssemblies.Root("templates/rulebooks/ifmsa.json")), JournalJson.Options)! with { Voting = VotingRule.Plain with { ObjectionSeconds = objectionSeconds, Article = "[M] annex 4" } };
        Do(_office, new CreateAssembly(new("March Meeting 2025", new(2025, 3, 1), new(2025, 3, 7), "Tirana", zone, ["en"]), rules));
        Members = [.. Enumerable.Range(1, members).Select(_ => new MemberId(Guid.NewGuid()))];
        Do(_office, new ImportMembers([.. Members.Select((id, place) => new MemberRow(
            id, $"Member {place + 1}", named?.Invoke(place).ShortName ?? $"NMO-{place + 1:000}", "Land", named?.Invoke(place).Region ?? "Europe", place < members - 1 ? MemberStatus.Full : MemberStatus.Candidate, Standing.Good, PreviousRights: place < members - 1))]));
        Heads = [.. Members.Select(_ => new ParticipantId(Guid.NewGuid()))];
        Do(_office, new SeatDelegation([.. Heads.Select((head, place) => new SeatRow(head, Members[place], 1))]));
        Phones = [.. Heads.Select(head => Bound(head))];
        Chair = Enrolled("Anaïs Müller", Members[0], Duty.Chair);
        Secretary = Enrolled("محمد عبد الرحمن", null, Duty.Secretary);
        Desk = Enrolled("王小明", null, Duty.Desk);
        Officer = Enrolled("प्रिया शर्मा", null, Duty.Officer);
        Do(_office, new PlanPlenary(Plenary, 1, "Hall A", At, At.AddHours(4)));
        Do(_office, new AddItem(First, "Opening", Plenary: Plenary));
        Do(_office, new AddItem(Second, "Membership", Plenary: Plenary));
    }

    public static Sentences Sentences { get; } = Sentences.Load(MemoryAssemblies.Root("templates/wording"));

    public Proceedings Now { get; private set; }
    public DateTimeOffset At { get; private set; } = new(2025, 3, 2, 12, 0, 0, TimeSpan.Zero);
    public PlenaryId Plenary { get; } = new(Guid.NewGuid());
    public ItemId First { get; } = new(Guid.NewGuid());
    public ItemId Second { get; } = new(Guid.NewGuid());
    public MemberId[] Members { get; }
    public ParticipantId[] Heads { get; }
    public Credential[] Phones { get; }
    public Credential Chair { get; }
    public Credential Secretary { get; }
    public Credential Desk { get; }
    public Credential Officer { get; }
    public long Last => _all[^1].Sequence;
    public IReadOnlyList<Entry> Journal => _all;
    public Snapshot Snapshot => new(Now, new byte[32], _words);

    public Meeting Opened(int present)
    {
        Do(Chair, new AssumeChair());
        Do(Chair, new CallRoll(Plenary));
        for (var place = 0; place < present; place++)
            Do(Desk, new GiveCard(Members[place], Heads[place]));
        Do(Chair, new OpenPlenary());
        Do(Chair, new NextItem());
        return this;
    }

    /// <summary>Carries a command out and gives the sequence of its first fact.</summary>
    public long Do(Credential by, Command command)
    {
        At = At.AddSeconds(1);
        var moment = new Moment(Now.ActorOf(by), At, new byte[32]);
        var decision = Now.Decide(command, moment);
        Assert.True(decision.Refusal is null, $"{command.GetType().Name}: {decision.Refusal?.Code}");
        var act = Now.Sequence + 1;
        foreach (var matter in decision.Matters)
            _words = _words.SetItem(matter.Id, matter.Text);
        foreach (var fact in decision.Facts)
        {
            var entry = new Entry(Now.Sequence + 1, act, At, moment.By.AsAuthor, fact);
            Now = Now.After(entry);
            _all.Add(entry);
            _book.Add([entry]);
        }
        return act;
    }

    /// <summary>The plenary is adjourned and another one is open, with so many members present.</summary>
    public PlenaryId Another(int present)
    {
        var plenary = new PlenaryId(Guid.NewGuid());
        Do(Chair, new Adjourn());
        Do(_office, new PlanPlenary(plenary, 2, "Hall B", At, At.AddHours(4)));
        Do(_office, new AddItem(new(Guid.NewGuid()), "Unfinished business", Plenary: plenary));
        Do(Chair, new CallRoll(plenary));
        for (var place = 0; place < present; place++)
            Do(Desk, new GiveCard(Members[place], Heads[place]));
        Do(Chair, new OpenPlenary());
        Do(Chair, new NextItem());
        return plenary;
    }

    public void Wait(TimeSpan time) => At += time;

    /// <summary>A motion on its way to the vote, seconded by the second member.</summary>
    public MotionId Put(string title, string decision = "policy")
    {
        var motion = new MotionId(Guid.NewGuid());
        Do(Phones[0], new SubmitMotion(motion, title, "The assembly resolves.\nThe board reports.", decision));
        Do(Chair, new PutMotion(motion));
        Do(Phones[1], new SecondMotion(motion));
        return motion;
    }

    /// <summary>A vote from its opening to its declaration; members choose in their order.</summary>
    public BallotId Vote(MotionId motion, int yes, int no, int abstain)
    {
        var ballot = new BallotId(Guid.NewGuid());
        Do(Chair, new OpenBallot(ballot, BallotMethod.Phones, motion));
        for (var place = 0; place < yes + no + abstain; place++)
            Do(Phones[place], new CastVote(ballot, place < yes ? Option.For : place < yes + no ? Option.Against : Option.Abstain, 1));
        Declare(ballot);
        return ballot;
    }

    public void Declare(BallotId ballot)
    {
        Do(Chair, new ClosePolls(ballot));
        Do(Credential.Clock, new ConfirmCount(ballot, Now.Ballots[ballot].Count()));
        Do(Chair, new DeclareResult(ballot));
    }

    public Credential Enrolled(string name, MemberId? member, params Duty[] duties)
    {
        var id = new ParticipantId(Guid.NewGuid());
        Do(_office, new EnrolParticipant(id, name, [.. duties], member));
        return Bound(id);
    }

    public Credential Bound(ParticipantId person)
    {
        var device = Device();
        Do(Credential.Installation, new BindDevice(person, device));
        return new(device);
    }

    public MinutesPaper Minutes() => Papers(Plenary).Minutes();

    public MinutesPaper Minutes(PlenaryId plenary) => Papers(plenary).Minutes();

    public DecisionsPaper? Decisions() => Papers(Plenary).Decisions();

    /// <summary>All entries of the minutes, without the marks around names.</summary>
    public IReadOnlyList<MinutesEntry> Lines() => [.. Minutes().Items.SelectMany(item => item.Entries).OrderBy(line => line.Sequence).Select(line => line with { Text = Bare(line.Text) })];

    public MinutesBoard Board(Snapshot? at = null) => _book.Sheet.Of(new(at ?? Snapshot, new(Sentences), Sentences, Reach.Nothing, _book));

    public static string Bare(string text) => string.Concat(text.Where(sign => sign is not ('\u2068' or '\u2069')));

    private MinutesPapers Papers(PlenaryId plenary) => MinutesPapers.Of(Snapshot, _book.Entries, plenary, Sentences, new PaperWords("en", new Dictionary<string, string>(StringComparer.Ordinal)))!;

    private static DeviceId Device() => new(Guid.NewGuid());
}

namespace Ifmsa.Assembly.Core.Tests;

/// <summary>How far a meeting has come.</summary>
internal static class Meeting
{
    private static readonly Charter Charter = new("General Assembly", new(2026, 8, 1), new(2026, 8, 7), "Congress hall", "Europe/Copenhagen", ["en"]);

    private static readonly (string Person, Duty Duty)[] Officials =
    [
        ("chair", Duty.Chair), ("vice", Duty.ViceChair), ("president", Duty.Executive), ("secretary", Duty.Secretary), ("desk", Duty.Desk),
        ("officer", Duty.Officer), ("second officer", Duty.Officer), ("assistant", Duty.Assistant), ("official", Duty.Official), ("observer", Duty.Observer), ("screen", Duty.Screen),
    ];

    /// <summary>Members, people and phones are there, two plenaries planned, three items on the agenda of the first and one on that of the second.</summary>
    public static Situation Convened { get; } = ConvenedUnder(IfmsaRules);

    /// <summary>The chair presides and has the roll of plenary 1 called.</summary>
    public static Situation RollCall { get; } = Convened.After(Chair, new AssumeChair()).After(Chair, new CallRoll(Plenary(1)));

    /// <summary>Plenary 1 is in session; every member's head holds its card.</summary>
    public static Situation InSession { get; } = RollCall.GivingCards(AllMembers).After(Chair, new OpenPlenary());

    /// <summary>Plenary 1 is over.</summary>
    public static Situation Adjourned { get; } = InSession.After(Chair, new Adjourn());

    /// <summary>Plenary 2 is in session; every member's head holds its card.</summary>
    public static Situation InSecondPlenary { get; } =
        Adjourned.After(Chair, new CallRoll(Plenary(2))).GivingCards(AllMembers).After(Chair, new OpenPlenary());

    /// <summary>A motion of Austria's is before plenary 1, and the chair asks for a seconder.</summary>
    public static Situation AskingForSecond { get; } = InSession.Putting("motion");

    /// <summary>The same motion, seconded by Brazil.</summary>
    public static Situation Seconded { get; } = AskingForSecond.After(Head("Brazil"), new SecondMotion(Motion("motion")));

    /// <summary>The chair asks for direct negatives.</summary>
    public static Situation AskingForNegatives { get; } = Seconded.After(Chair, new AskNegatives(Motion("motion")));

    /// <summary>The motion has passed without a vote.</summary>
    public static Situation PassedNemoContra { get; } = AskingForNegatives.Later(11).After(Chair, new DeclareNemoContra(Motion("motion")));

    /// <summary>A vote on the seconded motion is open on the phones.</summary>
    public static Situation Voting { get; } = Seconded.After(Chair, new OpenBallot(Ballot("vote"), BallotMethod.Phones, Motion("motion")));

    /// <summary>A vote on the seconded motion is open by placards.</summary>
    public static Situation VotingByPlacards { get; } = Seconded.After(Chair, new OpenBallot(Ballot("vote"), BallotMethod.Placards, Motion("motion")));

    /// <summary>An election of the secretary-general's deputy is open, with nobody nominated.</summary>
    public static Situation Electing { get; } = InSession.After(Chair, new OpenElection(Election("post"), "Chair", "chair", Duty.Chair));

    /// <summary>The same in English and French.</summary>
    public static Situation Bilingual(Situation convened) => convened.After(Secretariat, new AmendCharter(convened.Now.Charter! with { Languages = ["en", "fr"] }));

    /// <summary>The roll of a plenary under other rules.</summary>
    public static Situation ConvenedUnder(Rules rules)
    {
        var facts = new List<Fact> { new AssemblyCreated(Charter, rules) };
        foreach (var member in Regulars)
            facts.Add(Enrolled(member, MemberStatus.Full, Standing.Good, previousRights: true));
        facts.Add(Enrolled(Newcomer, MemberStatus.Full, Standing.Good, previousRights: false));
        facts.Add(Enrolled(Demoted, MemberStatus.Candidate, Standing.Good, previousRights: true));
        facts.Add(Enrolled(Lapsed, MemberStatus.Full, Standing.Lapsed, previousRights: true));
        foreach (var (person, duty) in Officials)
            facts.AddRange([new ParticipantEnrolled(P(person), new(Words(person), new('0', 64)), Member: null), new DutyGiven(P(person), duty), new DeviceBound(P(person), DeviceOf(person))]);
        foreach (var member in AllMembers)
        {
            foreach (var (person, seat) in new[] { ("head of " + member, 1), ("colleague of " + member, 2) })
                facts.AddRange([new ParticipantSeated(P(person), M(member), seat), new DeviceBound(P(person), DeviceOf(person))]);
        }
        foreach (var number in new[] { 1, 2 })
            facts.Add(new PlenaryPlanned(Plenary(number), number, "Main hall", Situation.Nothing.Clock, Situation.Nothing.Clock.AddHours(5)));
        facts.AddRange([
            new ItemAdded(Item("opening"), "Opening", Parent: null, Plenary(1)), new ItemAdded(Item("reports"), "Reports", Parent: null, Plenary(1)),
            new ItemAdded(Item("accounts"), "Accounts", Item("reports"), Plenary(1)), new ItemAdded(Item("policies"), "Policies", Parent: null, Plenary(2)),
        ]);
        return Situation.Nothing.Given(facts);
    }

    /// <summary>The heads of these members get their cards.</summary>
    public static Situation GivingCards(this Situation before, params IEnumerable<string> members) =>
        before.After(members.Select(member => (Desk, (Command)new GiveCard(M(member), P("head of " + member)))));

    /// <summary>These members leave, returning their cards.</summary>
    public static Situation Leaving(this Situation before, params IEnumerable<string> members) =>
        before.After(members.Select(member => (Desk, (Command)new TakeCard(M(member)))));

    /// <summary>Austria hands a motion in, and the chair reads it.</summary>
    public static Situation Putting(this Situation before, string name, string decision = "motion") => before
        .After(Head("Austria"), new SubmitMotion(Motion(name), $"A {name}", "The assembly agrees.", decision))
        .After(Chair, new PutMotion(Motion(name)));

    /// <summary>These members cast the same choice from their heads' phones.</summary>
    public static Situation Casting(this Situation before, string option, params IEnumerable<string> members) =>
        before.After(members.Select(member => (Head(member), (Command)new CastVote(before.Now.RunningBallot!.Id, option, before.Now.Sequence))));

    /// <summary>The polls close and the independent recount is brought.</summary>
    public static Situation Counted(this Situation before)
    {
        var ballot = before.Now.RunningBallot!.Id;
        var closed = before.Now.RunningBallot!.Phase == BallotPhase.Open ? before.Closed() : before;
        var recount = closed.Recount(ballot);
        return closed.After(Credential.Clock, new ConfirmCount(ballot, recount.Count, recount.Fault));
    }

    /// <summary>The polls close, and nobody objects to the record.</summary>
    public static Situation Closed(this Situation before, Credential? presiding = null)
    {
        var ballot = before.Now.RunningBallot!.Id;
        var closed = before.After(presiding ?? Chair, new ClosePolls(ballot));
        return closed.Now.RunningBallot!.ObjectionsUntil is { } until ? closed.Later((until - closed.Clock).TotalSeconds).After(Credential.Clock, new EndChecking(ballot)) : closed;
    }

    /// <summary>The recount of closed polls agrees, and the chair declares.</summary>
    public static Situation Recounted(this Situation before) => before.Declared();

    /// <summary>The polls close, the recount agrees, and the chair declares.</summary>
    public static Situation Declared(this Situation before) => before.Counted().After(Chair, new DeclareResult(before.Now.RunningBallot!.Id));

    /// <summary>The count made from the journal's bytes.</summary>
    public static RecountResult Recount(this Situation now, BallotId ballot) =>
        Ballots.Recount.Of(ballot.Value, now.Journal.Select(entry => new RawFact(Catalogue.Of(entry.Fact).Kind, EntryCodec.Encode(entry))));

    private static MemberEnrolled Enrolled(string name, MemberStatus status, Standing standing, bool previousRights) =>
        new(new(M(name), $"Medical Students of {name}", name, name, "Europe", status, standing, previousRights));
}

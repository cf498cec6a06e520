namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

/// <summary>A meeting in which everything happens that can happen, once.</summary>
internal static class Story
{
    public static Situation Told => Held(Prepared());

    private static Situation Prepared()
    {
        var charter = new Charter("Asamblea General – الجمعية العامة", new(2026, 8, 1), new(2026, 8, 7), "Congress hall", "Europe/Copenhagen", ["en", "ar"]);
        var row = new MemberRow(M("Austria"), "Austria's students", "Austria", "Austria", "Europe", MemberStatus.Full, Standing.Good, PreviousRights: true);
        var told = Situation.Nothing
            .After(Secretariat, new CreateAssembly(charter, IfmsaRules))
            .After(Secretariat, new AmendCharter(charter with { Venue = "Another hall" }))
            .After(Secretariat, new ImportMembers([row, row with { Id = M("Brazil"), ShortName = "Brazil", Country = "Brazil", Region = "Americas" }, row with { Id = M("Canada"), ShortName = "Canada", Country = "Canada", Region = "Americas" }]))
            .After(Secretariat, new ImportMembers([row with { Name = "Österreichs Studierende" }]))
            .After(Secretariat, new PlanPlenary(Plenary(1), 1, "Main hall", Situation.Nothing.Clock, Situation.Nothing.Clock.AddHours(5)))
            .After(Secretariat, new PlanPlenary(Plenary(2), 2, "Main hall", Situation.Nothing.Clock, Situation.Nothing.Clock.AddHours(9)))
            .After(Secretariat, new SeatDelegation([.. from member in new[] { "Austria", "Brazil", "Canada" } from seat in new[] { 1, 2 } select new SeatRow(P($"{member} {seat}"), M(member), seat)]));
        foreach (var (person, duty) in new[] { ("chair", Duty.Executive), ("vice", Duty.ViceChair), ("secretary", Duty.Secretary), ("desk", Duty.Desk), ("officer", Duty.Officer) })
            told = told.After(Secretariat, new EnrolParticipant(P(person), "名字 " + person, [duty])).After(Credential.Installation, new BindDevice(P(person), DeviceOf(person)));
        foreach (var person in told.Now.Participants.Values.Where(person => person.Seat > 0).Select(person => person.Id).OrderBy(id => id.Value).ToList())
            told = told.After(Credential.Installation, new BindDevice(person, new(Of("phone of " + SeatOf(person)))));
        var (phone, found) = (new DeviceId(Of("another phone")), new DeviceId(Of("officer's new phone")));
        return told
            .After(Secretariat, new NameParticipant(P("Austria 1"), Words("Austria 1"), "Nəzrin Əliyeva"))
            .After(Credential.Installation, new SetAccount(P("Austria 1"), new(Of("Austria 1's account"))))
            .After(Credential.Installation, new SetAccount(P("officer"), new(Of("officer's account")), DeviceOf("officer")))
            .After(Credential.Installation, new RequestDevice(P("officer"), found)).After(Desk, new MoveDevice(found))
            .After(Desk, new ReleaseDevice(P("officer"))).After(Credential.Installation, new BindDevice(P("officer"), DeviceOf("officer")))
            .After(Secretariat, new GiveDuty(P("Canada 2"), Duty.Observer)).After(Secretariat, new RemoveDuty(P("Canada 2"), Duty.Observer))
            .After(Credential.Installation, new RequestDevice(P("Canada 2"), phone)).After(Desk, new RefuseDevice(phone))
            .After(Desk, new ReleaseDevice(P("Canada 2"))).After(Credential.Installation, new BindDevice(P("Canada 2"), phone))
            .After(Secretariat, new AddItem(Item("one"), "One", Plenary: Plenary(1))).After(Secretariat, new AddItem(Item("two"), "Two", Plenary: Plenary(1)))
            .After(Secretariat, new AddItem(Item("three"), "Three")).After(Secretariat, new RenameItem(Item("three"), "Third"))
            .After(Secretariat, new PlaceItem(Item("three"), Before: Item("two"))).After(Secretariat, new AssignItem(Item("three"), Plenary(2)))
            .After(Secretariat, new AddItem(Item("four"), "Four")).After(Secretariat, new RemoveItem(Item("four")));
    }

    private static Situation Held(Situation told)
    {
        var (austria, brazil, canada) = (By("Austria 1"), By("Brazil 1"), By("Canada 1"));
        told = told.After(Chair, new AssumeChair()).After(Chair, new CallRoll(Plenary(1)))
            .After(austria, new CheckIn()).After(Chair, new MarkPresence(M("Canada"), Presence.Absent))
            .After(Desk, new GiveCard(M("Austria"), P("Austria 1"))).After(Desk, new GiveCard(M("Brazil"), P("Brazil 1"))).After(Desk, new GiveCard(M("Canada"), P("Canada 1")))
            .After(Desk, new MoveCard(M("Brazil"), P("Brazil 2"))).After(Desk, new MoveCard(M("Brazil"), P("Brazil 1")))
            .After(austria, new OfferCard(P("Austria 2"))).After(austria, new DeclineCard())
            .After(Desk, new TakeCard(M("Canada"))).After(Desk, new GiveCard(M("Canada"), P("Canada 1")))
            .After(Chair, new OpenPlenary()).After(Chair, new OfferChair(P("vice"))).After(Chair, new DeclineChair())
            .After(Credential.Clock, new ReportChairSilent(P("chair"))).After(Credential.Clock, new ReportChairHeard(P("chair")))
            .After(Chair, new NextItem()).After(Chair, new PostponeItem(Item("one"))).After(Chair, new OpenItem(Item("one"))).After(Chair, new CloseItem(Item("one"))).After(Chair, new OpenItem(Item("one"))).After(Chair, new CallToHall(2))
            .After(canada, new CallQuorum()).After(Chair, new TestQuorum())
            .After(canada, new AskToSpeak(Speech("canada"))).After(Chair, new CallSpeaker(Speech("canada"))).After(Chair, new EndSpeech())
            .After(canada, new AskToSpeak(Speech("again"))).After(canada, new WithdrawRequest(Speech("again")));
        told = Elected(told, austria, brazil, canada);
        return Moved(told, austria, brazil, canada);
    }

    private static Situation Elected(Situation told, Credential austria, Credential brazil, Credential canada) => told
        .After(Chair, new OpenElection(Election("chair"), "Chair", "chair", Duty.Chair))
        .After(Chair, new Nominate(Election("chair"), P("Austria 1"))).After(Chair, new Nominate(Election("chair"), P("Brazil 1"))).After(Chair, new WithdrawNominee(Election("chair"), P("Brazil 1")))
        .After(Chair, new TakeUpElection(Election("chair")))
        .After(Chair, new OpenBallot(Ballot("chair"), BallotMethod.Phones, Election: Election("chair")))
        .After(austria, new CastVote(Ballot("chair"), P("Austria 1").ToString(), 1)).After(brazil, new CastVote(Ballot("chair"), P("Austria 1").ToString(), 1))
        .After(Officer, new EnterVote(Ballot("chair"), M("Canada"), "abstain")).After(Desk, new ConfirmEntry(Ballot("chair"), M("Canada"), "abstain"))
        .Declared()
        .After(austria, new VoidBallot(Ballot("chair"), "Opened too early.")).After(Chair, new AssumeChair());

    private static Situation Moved(Situation told, Credential austria, Credential brazil, Credential canada)
    {
        told = told.After(austria, new SubmitMotion(Motion("one"), "One", "Text", "motion")).After(Chair, new PutMotion(Motion("one")))
            .After(Chair, new ExtendCountdown(5)).After(brazil, new SecondMotion(Motion("one"))).After(Chair, new AskNegatives(Motion("one"))).Later(11)
            .After(Chair, new DeclareNemoContra(Motion("one")))
            .After(canada, new ObjectToMotion(Motion("one"))).After(Chair, new DismissObjection(Motion("one")))
            .After(canada, new ObjectToMotion(Motion("one"))).After(Chair, new ReverseNemoContra(Motion("one")))
            .After(Chair, new OpenBallot(Ballot("one"), BallotMethod.Placards, Motion("one")))
            .After(Officer, new EnterFigures(Ballot("one"), ImmutableSortedDictionary<string, int>.Empty.Add("for", 2).Add("against", 1).Add("abstain", 0)))
            .Declared()
            .After(austria, new SubmitMotion(Motion("two"), "Two", "Text", "motion")).After(Chair, new PutMotion(Motion("two"))).After(austria, new WithdrawMotion(Motion("two")))
            .After(austria, new SubmitMotion(Motion("three"), "Three", "Text", "motion")).After(Chair, new PutMotion(Motion("three"))).Later(11).After(Chair, new FailMotion(Motion("three")))
            .After(Chair, new AdoptAgenda(Motion("agenda"), "Agenda", "As circulated.")).After(canada, new ObjectToMotion(Motion("agenda")));
        told = told.After(canada, new UndoAct(told.LastAct)).Later(11).After(Chair, new DeclareNemoContra(Motion("agenda")))
            .After(canada, new ObjectToMotion(Motion("agenda"))).After(Chair, new ReverseNemoContra(Motion("agenda")))
            .After(Chair, new OpenBallot(Ballot("agenda"), BallotMethod.Phones, Motion("agenda"))).After(austria, new CastVote(Ballot("agenda"), "for", 7)).Closed();
        told = told.After(Credential.Clock, new ConfirmCount(Ballot("agenda"), told.Now.RunningBallot!.Count(), "the disk could not be read"))
            .After(Chair, new VoidBallot(Ballot("agenda"), "The second count could not be made.")).After(Desk, new ForfeitCard(M("Canada")));
        told = told.After(Chair, new CorrectAct(told.LastAct, "They were on the balcony."))
            .After(Chair, new CallRecess(told.Clock.AddMinutes(15))).After(Chair, new Resume())
            .After(Chair, new PostponeItem(Item("one"))).After(Chair, new PutMotion(Motion("agenda"))).After(Secretary, new RemarkEntry(5, Words("remark"), "Applause."))
            .After(Chair, new Adjourn()).After(Secretary, new SignMinutes(Plenary(1)));
        return told;
    }

    private static string SeatOf(ParticipantId person) =>
        (from member in new[] { "Austria", "Brazil", "Canada" } from seat in new[] { 1, 2 } select $"{member} {seat}").First(name => P(name) == person);
}

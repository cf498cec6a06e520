namespace Ifmsa.Assembly.Core.Tests;

using static Mazes;
using static Meeting;

/// <summary>A debate in which everything happens that can happen, once under each rulebook.</summary>
internal static class DebateStory
{
    /// <summary>By the rules of a member organisation's general assembly.</summary>
    public static Situation Told => Closed(Ruled(Argued(Amended(Written()))));

    /// <summary>By the rules of order, for what only they know.</summary>
    public static Situation ToldUnderRonr
    {
        get
        {
            var told = DebatingUnder(RonrRules with { Speaking = RonrRules.Speaking with { Yield = true } }).Handing("one", "five", "seven").After(Chair, new PutAmendment(Amendment("one"))).After(Head("Denmark"), new SecondAmendment(Amendment("one")))
                .After(Head("Egypt"), new ProposeAmendment(Amendment("two"), Motion("motion"), UnderRonr.Edit("five", "nine"), Amendment("one"))).After(Chair, new PutAmendment(Amendment("two")))
                .After(Head("France"), new SecondAmendment(Amendment("two"))).Voting(new(Ballot("two"), BallotMethod.Phones, Amendment: Amendment("two")), ("for", 6))
                .Voting(new(Ballot("one"), BallotMethod.Phones, Amendment: Amendment("one")), ("for", 6))
                .Amending("three", "March", "April").Later(11).After(Chair, new FailAmendment(Amendment("three")))
                .Moving("recess", new() { Minutes = 10 }).After(Head("Haiti"), new SecondProcedural(Procedural("recess")));
            told = told.After(Head("India"), new ProposeAmendment(Amendment("longer"), Procedural: Procedural("recess"), Detail: new() { Minutes = 20 })).After(Chair, new PutAmendment(Amendment("longer")))
                .After(Head("Denmark"), new SecondAmendment(Amendment("longer"))).Voting(new(Ballot("longer"), BallotMethod.Phones, Amendment: Amendment("longer")), ("for", 6))
                .Deciding("recess", 2)
                .Ordering("limitDebate", new() { Seconds = 60 }).Ordering("fixAdjournment", new() { Until = told.Clock.AddHours(3) })
                .Moving("privilege", new() { Words = "It is cold." }).After(Chair, new DecideProcedural(Procedural("privilege"), Grant.Granted))
                .After(Chair, new OpenSpeakers(List("list"), Motion("motion"))).After(Head("Canada"), new AskToSpeak(Speech("canada"), Side: Side.For)).After(Chair, new CallNextSpeaker())
                .After(Head("Canada"), new YieldSpeech(Speech("yielded"), P("head of Denmark")))
                .After(Chair, new EndSpeech()).Ordering("layOnTable");
            return told;
        }
    }

    private static Situation Written()
    {
        var told = InSession.After(Secretariat, new SetSubmissionDeadline(InSession.Clock.AddHours(1)))
            .After(Colleague("Austria"), new DraftMotion(Motion("draft"), "A draft", "Words.", "motion", [M("Brazil")]))
            .After(Colleague("Brazil"), new JoinMotion(Motion("draft"))).After(Head("Austria"), new HandInDraft(Motion("draft")))
            .After(Head("Austria"), new SubmitMotion(Motion("other"), "Another", "Words.", "motion"))
            .After(Chair, new AnnounceMotions(Plenary(1), [Motion("draft"), Motion("other")]));
        return told.After(Chair, new PutEnBloc(Motion("bloc"), "Both", [Motion("draft"), Motion("other")])).After(Head("Canada"), new PullOut(Motion("other")))
            .After(Head("Brazil"), new SecondMotion(Motion("bloc"))).After(Chair, new AskNegatives(Motion("bloc"))).Later(11).After(Chair, new DeclareNemoContra(Motion("bloc")))
            .After(Head("Austria"), new SubmitMotion(Motion("motion"), "A motion", Mazes.Text, "bylaws")).After(Chair, new PutMotion(Motion("motion")))
            .After(Head("Brazil"), new SecondMotion(Motion("motion"))).After(Head("Austria"), new WithdrawMotion(Motion("motion"))).After(Head("Austria"), new SecondMotion(Motion("motion")));
    }

    private static Situation Amended(Situation told) => told
        .Handing("withdrawn", "five", "six").After(Head("Canada"), new WithdrawAmendment(Amendment("withdrawn")))
        .Handing("out", "five", "six").After(Chair, new RuleOutAmendment(Amendment("out"), Ruling("out"), "It is frivolous."))
        .Ordering("overruleChair", new() { Ruling = Ruling("out") }).After(Head("Canada"), new WithdrawAmendment(Amendment("out")))
        .Handing("other", "March", "April", "Denmark")
        .Amending().After(Head("Brazil"), new AcceptAmendment(Amendment("amendment"))).After(Head("Austria"), new RefuseAmendment(Amendment("amendment"))).After(Head("Egypt"), new SecondMotion(Motion("motion")))
        .After(Chair, new PutAmendment(Amendment("other"))).After(Head("Brazil"), new RefuseAmendment(Amendment("other")))
        .Voting(new(Ballot("other"), BallotMethod.Phones, Amendment: Amendment("other")), ("amendment", 2), ("original", 4));

    private static Situation Argued(Situation told) => told
        .After(Chair, new OpenSpeakers(List("list"), Motion("motion"))).After(Chair, new LimitSpeakers(List("list"), 90, 0))
        .After(Head("Canada"), new AskToSpeak(Speech("canada"))).After(Head("Denmark"), new AskToSpeak(Speech("denmark"))).After(Chair, new CallNextSpeaker())
        .After(Chair, new PauseSpeech()).Later(5).After(Chair, new ContinueSpeech()).After(Chair, new ExtendSpeech(30))
        .After(Head("Egypt"), new RaisePoint(Point("fact"), PointKind.InformationTo)).After(Head("Canada"), new RefusePoint(Point("fact"))).After(Head("Egypt"), new WithdrawPoint(Point("fact")))
        .After(Head("Egypt"), new RaisePoint(Point("order"), PointKind.Order)).After(Chair, new HearPoint(Point("order")))
        .After(Chair, new MakeRuling(Ruling("point"), "The list stays open.", Point("order"))).After(Chair, new EndSpeech())
        .After(Chair, new GiveWarning(M("Egypt"))).After(Chair, new SetIntake(Intake.Placards)).After(Chair, new SetIntake(Intake.Phones))
        .After(Chair, new CloseSpeakers(List("list"))).Ordering("reopenSpeakers", new() { List = List("list") })
        .After(Chair, new CallSpeaker(Speech("denmark"))).After(Chair, new EndSpeech())
        .Objected().After(Chair, new AskAlternatives(Motion("motion")))
        .After(Head("Egypt"), new ProposeAlternative(Motion("alternative"), Motion("motion"), "An alternative", "The board does it."))
        .After(Head("France"), new SecondAlternative(Motion("alternative")))
        .Voting(new(Ballot("versus"), BallotMethod.Phones, Motion("motion")), (Motion("motion").ToString(), 5), (Motion("alternative").ToString(), 3));

    private static Situation Ruled(Situation told) => told
        .After(Head("Ghana"), new MoveProcedural(Procedural("withdrawn"), "adjourn")).After(Head("Ghana"), new WithdrawProcedural(Procedural("withdrawn")))
        .After(Head("Ghana"), new MoveProcedural(Procedural("out"), "adjourn")).After(Chair, new RuleOutProcedural(Procedural("out"), Ruling("dilatory"), "It is dilatory."))
        .Moving("offRecord").Later(11).After(Chair, new FailProcedural(Procedural("offRecord")))
        .After(Head("India"), new MoveProcedural(Procedural("record"), "offRecord")).After(Chair, new PutProcedural(Procedural("record"))).Carrying("record").After(Chair, new ResumeRecord())
        .Ordering("observersLeave").After(Chair, new ReadmitObservers())
        .Ordering("suspendRule", new() { Paragraph = IfmsaRules.Speaking.Article }).Ordering("resumeRule", new() { Paragraph = IfmsaRules.Speaking.Article })
        .Ordering("postpone").After(Chair, new PutMotion(Motion("motion")))
        .Voting(new(Ballot("motion"), BallotMethod.Phones, Motion("motion")), ("for", 5), ("against", 4))
        .Ordering("reopenDebate", new() { Motion = Motion("motion") })
        .After(Head("Denmark"), new DivideMotion(Motion("motion"), [new(Motion("part 1"), 0), new(Motion("part 2"), Mazes.Text.IndexOf("It has", StringComparison.Ordinal))]))
        .Ordering("voteAtOnce").Ordering("nextBusiness").After(Chair, new SetIntake(Intake.Placards))
        .After(Chair, new MakeRuling(Ruling("allowed"), "Haiti may, all the same.", Allows: "speech.request", Member: M("Haiti"))).After(Head("Haiti"), new AskToSpeak(Speech("haiti")));

    private static Situation Closed(Situation told) => told
        .After(Chair, new OpenElection(Election("post"), "Post", "election")).After(Chair, new Nominate(Election("post"), P("official")))
        .After(Chair, new SetIntake(Intake.Phones)).Ordering("candidatesLeave").After(Chair, new ReadmitCandidates());
}

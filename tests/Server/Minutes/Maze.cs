using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;

namespace Ifmsa.Assembly.Server.Tests.Minutes;

/// <summary>A plenary that walks the whole motion and debate maze.</summary>
internal sealed class Maze
{
    public const string Text = """
        The assembly founds a working group on climate and health.

        It has five members, one of each region.

        It reports to the March Meeting.
        """;

    /// <summary>A text too long for a sentence.</summary>
    public const string Longer = """
        The assembly founds a standing committee on climate and health, which advises the Executive Board and the Team of Officials on all that concerns either.
        It meets once a month, and its minutes are open to every member.
        """;

    public Maze(int members = 14, int present = 11)
    {
        Meeting = new(members);
        Meeting.Enrolled("Nguyễn Thị Ánh", Meeting.Members[9], Duty.ViceChair);
        Meeting.Do(Meeting.Phones[0], new DraftMotion(Motion, "Climate and health", Text, "policy", [Meeting.Members[3], Meeting.Members[4]]));
        Meeting.Do(Meeting.Phones[3], new JoinMotion(Motion));
        Meeting.Do(Meeting.Phones[0], new HandInDraft(Motion));
        Meeting.Do(Meeting.Chair, new AnnounceMotions(Meeting.Plenary, [Motion]));
        Meeting.Wait(TimeSpan.FromHours(3));
        Meeting.Opened(present);
        Meeting.Do(Meeting.Phones[4], new JoinMotion(Motion));
    }

    public Meeting Meeting { get; }

    public MotionId Motion { get; } = new(Guid.NewGuid());

    /// <summary>All of it, from the motion that is read to the motion by which the plenary adjourns.</summary>
    public static Maze Walked()
    {
        var maze = new Maze().Read();
        maze.Amended();
        maze.ChangesHands();
        maze.Discussed();
        maze.OffTheRecord();
        maze.AgainstAnother();
        maze.Together();
        maze.InParts();
        maze.Order("suspendRule", new() { Paragraph = "[M] 8.6" });
        maze.Order("changeAgenda", new() { Item = maze.Meeting.Second });
        maze.Order("adjourn");
        return maze;
    }

    /// <summary>The motion is read and seconded by the second member.</summary>
    public Maze Read()
    {
        Meeting.Do(Meeting.Chair, new PutMotion(Motion));
        Meeting.Do(Meeting.Phones[1], new SecondMotion(Motion));
        return this;
    }

    public void Amended()
    {
        var (defeated, friendly, longer, overtaken, frivolous) = (New(), New(), New(), New(), New());
        Propose(defeated, 2, "five", "seven");
        Propose(friendly, 4, "March Meeting", "August Meeting");
        Propose(longer, 5, "The assembly founds a working group on climate and health.", Longer);
        Propose(overtaken, 6, "working group", "task force");
        Propose(frivolous, 7, "It has five members, one of each region.", "");
        Meeting.Do(Meeting.Chair, new PutAmendment(defeated));
        Meeting.Do(Meeting.Phones[0], new RefuseAmendment(defeated));
        Vote(new(NewBallot(), BallotMethod.Phones, Amendment: defeated), (Option.Amendment, 3), (Option.Original, 6), (Option.Abstain, 1));
        Meeting.Do(Meeting.Chair, new PutAmendment(friendly));
        Meeting.Do(Meeting.Phones[0], new AcceptAmendment(friendly));
        Meeting.Do(Meeting.Phones[1], new AcceptAmendment(friendly));
        Meeting.Do(Meeting.Chair, new RuleOutAmendment(frivolous, new(Guid.NewGuid()), "A group without members cannot meet."));
        Meeting.Do(Meeting.Chair, new PutAmendment(longer));
        Meeting.Do(Meeting.Phones[0], new AcceptAmendment(longer));
        Meeting.Do(Meeting.Phones[1], new RefuseAmendment(longer));
        Meeting.Do(Meeting.Phones[2], new SecondMotion(Motion));
    }

    public void ChangesHands()
    {
        Meeting.Do(Meeting.Phones[0], new WithdrawMotion(Motion));
        Meeting.Do(Meeting.Phones[1], new SecondMotion(Motion));
    }

    public void Discussed()
    {
        var (list, first, order) = (new SpeakersListId(Guid.NewGuid()), new SpeechId(Guid.NewGuid()), new PointId(Guid.NewGuid()));
        Meeting.Do(Meeting.Chair, new OpenSpeakers(list, Motion, Seconds: 90));
        Meeting.Do(Meeting.Phones[5], new AskToSpeak(first));
        Meeting.Do(Meeting.Chair, new CallSpeaker(first));
        Meeting.Do(Meeting.Phones[6], new RaisePoint(order, PointKind.Order));
        Meeting.Do(Meeting.Chair, new HearPoint(order));
        Meeting.Do(Meeting.Chair, new MakeRuling(new(Guid.NewGuid()), "The speaker keeps to the motion.", order));
        Meeting.Do(Meeting.Chair, new EndSpeech());
        Meeting.Do(Meeting.Chair, new GiveWarning(Meeting.Members[6]));
        Order("overruleChair", new() { Ruling = Meeting.Now.Rulings.Values.Single(ruling => ruling.Point == order).Id }, yes: 3);
    }

    public void OffTheRecord()
    {
        Order("offRecord");
        Speak(7);
        Meeting.Wait(TimeSpan.FromMinutes(4));
        Meeting.Do(Meeting.Chair, new ResumeRecord());
    }

    public void AgainstAnother()
    {
        var (alternative, versus) = (new MotionId(Guid.NewGuid()), NewBallot());
        Meeting.Do(Meeting.Chair, new AskNegatives(Motion));
        Meeting.Do(Meeting.Phones[7], new ObjectToMotion(Motion));
        Meeting.Do(Meeting.Chair, new AskAlternatives(Motion));
        Meeting.Do(Meeting.Phones[8], new ProposeAlternative(alternative, Motion, "A rapporteur instead", "The board names a rapporteur on climate and health."));
        Meeting.Do(Meeting.Phones[7], new SecondAlternative(alternative));
        Vote(new(versus, BallotMethod.Phones, Motion), (Motion.ToString(), 7), (alternative.ToString(), 3));
        Vote(new(NewBallot(), BallotMethod.Phones, Motion), (Option.For, 8), (Option.Against, 2));
    }

    public void Together()
    {
        var (one, two, apart, bloc) = (new MotionId(Guid.NewGuid()), new MotionId(Guid.NewGuid()), new MotionId(Guid.NewGuid()), new MotionId(Guid.NewGuid()));
        Meeting.Do(Meeting.Phones[3], new SubmitMotion(one, "Thanks to the hosts", "The assembly thanks its hosts.", "motion"));
        Meeting.Do(Meeting.Phones[4], new SubmitMotion(two, "Thanks to the translators", "The assembly thanks its translators.", "motion"));
        Meeting.Do(Meeting.Phones[5], new SubmitMotion(apart, "Longer breaks", "Breaks last half an hour.", "motion"));
        Meeting.Do(Meeting.Chair, new PutEnBloc(bloc, "Thanks and breaks", [one, two, apart]));
        Meeting.Do(Meeting.Phones[8], new PullOut(apart));
        Meeting.Do(Meeting.Phones[6], new SecondMotion(bloc));
        Meeting.Do(Meeting.Chair, new AskNegatives(bloc));
        Meeting.Wait(TimeSpan.FromSeconds(11));
        Meeting.Do(Meeting.Chair, new DeclareNemoContra(bloc));
    }

    public void InParts()
    {
        var (whole, first, second) = (new MotionId(Guid.NewGuid()), new MotionId(Guid.NewGuid()), new MotionId(Guid.NewGuid()));
        const string text = "The board publishes the accounts.\n\nThe board travels by train.";
        Meeting.Do(Meeting.Phones[5], new SubmitMotion(whole, "Accounts and trains", text, "motion"));
        Meeting.Do(Meeting.Chair, new PutMotion(whole));
        Meeting.Do(Meeting.Phones[6], new SecondMotion(whole));
        Meeting.Do(Meeting.Phones[7], new DivideMotion(whole, [new(first, 0), new(second, text.IndexOf("The board travels", StringComparison.Ordinal))]));
        Vote(new(NewBallot(), BallotMethod.Phones, first), (Option.For, 9), (Option.Against, 1));
        Meeting.Do(Meeting.Chair, new PutMotion(second));
        Order("postpone", new() { Words = "until the treasurer is back" });
    }

    public void Propose(AmendmentId amendment, int member, string of, string to) => Meeting.Do(Meeting.Phones[member], new ProposeAmendment(amendment, Motion, Edit(of, to)));

    /// <summary>Somebody asks to speak, is called and ends.</summary>
    public void Speak(int member)
    {
        var speech = new SpeechId(Guid.NewGuid());
        Meeting.Do(Meeting.Phones[member], new AskToSpeak(speech));
        Meeting.Do(Meeting.Chair, new CallSpeaker(speech));
        Meeting.Do(Meeting.Chair, new EndSpeech());
    }

    /// <summary>The ninth member moves something procedural, the eighth seconds it, and so many of ten vote for it.</summary>
    public void Order(string kind, ProceduralDetail? detail = null, int yes = 9)
    {
        var id = new ProceduralId(Guid.NewGuid());
        Meeting.Do(Meeting.Phones[8], new MoveProcedural(id, kind, detail));
        if (Meeting.Now.Procedurals[id].Phase == ProceduralPhase.Waiting)
            Meeting.Do(Meeting.Chair, new PutProcedural(id));
        Meeting.Do(Meeting.Phones[7], new SecondProcedural(id));
        Vote(new(NewBallot(), BallotMethod.Phones, Procedural: id), (Option.For, yes), (Option.Against, 10 - yes));
    }

    /// <summary>A vote whose options get so many each, in the order of members.</summary>
    public void Vote(OpenBallot ballot, params (string Option, int Votes)[] figures)
    {
        var presiding = new Credential(Meeting.Now.Participants[Meeting.Now.Chairing.Presiding!.Value].Device!.Value);
        Meeting.Do(presiding, ballot);
        var place = 0;
        foreach (var (option, votes) in figures)
        {
            for (var vote = 0; vote < votes; vote++)
                Meeting.Do(Meeting.Phones[place++], new CastVote(ballot.Ballot, option, 1));
        }
        Meeting.Do(presiding, new ClosePolls(ballot.Ballot));
        Meeting.Do(Credential.Clock, new ConfirmCount(ballot.Ballot, Meeting.Now.Ballots[ballot.Ballot].Count()));
        Meeting.Do(presiding, new DeclareResult(ballot.Ballot));
    }

    public static AmendmentId New() => new(Guid.NewGuid());

    public static BallotId NewBallot() => new(Guid.NewGuid());

    private ImmutableArray<TextEdit> Edit(string of, string to)
    {
        var text = Meeting.Now.Motions[Motion].Text;
        return [new(text.IndexOf(of, StringComparison.Ordinal), of.Length, to)];
    }
}

using Ifmsa.Assembly.Core.Agenda;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Corrections;
using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Minutes;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Server.Documents;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Minutes;

public sealed class What_is_not_minuted
{
    private readonly Maze _maze = new Maze().Read();
    private readonly long _from;

    public What_is_not_minuted()
    {
        _maze.Order("offRecord");
        _from = _maze.Meeting.Last;
    }

    private Meeting Meeting => _maze.Meeting;

    [Fact]
    public void is_one_sentence_with_its_times()
    {
        _maze.Speak(5);
        Assert.Equal([$"The discussion was not minuted from {Clock(_from)} on."], Told());
        Meeting.Wait(TimeSpan.FromMinutes(7));
        Meeting.Do(Meeting.Chair, new ResumeRecord());
        Assert.Equal([$"The discussion was not minuted from {Clock(_from)} to {Clock(Meeting.Last)}."], Told());
        _maze.Speak(6);
        Assert.Equal("Head of NMO-007 spoke.", Told()[^1]);
    }

    [Fact]
    public void is_everything_said_and_asked()
    {
        var (list, speech, point, amendment, procedural) = (new SpeakersListId(Guid.NewGuid()), new SpeechId(Guid.NewGuid()), new PointId(Guid.NewGuid()), Maze.New(), new ProceduralId(Guid.NewGuid()));
        Meeting.Do(Meeting.Chair, new OpenSpeakers(list, _maze.Motion, Seconds: 60));
        Meeting.Do(Meeting.Phones[5], new AskToSpeak(speech));
        Meeting.Do(Meeting.Chair, new CallSpeaker(speech));
        Meeting.Do(Meeting.Phones[6], new RaisePoint(point, PointKind.Order));
        Meeting.Do(Meeting.Chair, new HearPoint(point));
        Meeting.Do(Meeting.Chair, new SettlePoint(point));
        Meeting.Do(Meeting.Chair, new EndSpeech());
        Meeting.Do(Meeting.Chair, new CloseSpeakers(list));
        Meeting.Do(Meeting.Chair, new GiveWarning(Meeting.Members[6]));
        _maze.Propose(amendment, 2, "five", "seven");
        Meeting.Do(Meeting.Chair, new PutAmendment(amendment));
        Meeting.Do(Meeting.Phones[0], new RefuseAmendment(amendment));
        Meeting.Do(Meeting.Phones[2], new WithdrawAmendment(amendment));
        Meeting.Do(Meeting.Phones[8], new MoveProcedural(procedural, "adjourn"));
        Meeting.Do(Meeting.Phones[8], new WithdrawProcedural(procedural));

        Assert.Single(Told());
        var board = Meeting.Board();
        Assert.Equal(_from, long.Parse(board.Order[^1], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal([$"motion:{_maze.Motion}"], board.Unresolved.Keys);
    }

    [Fact]
    public void is_never_a_decision_and_a_decision_says_what_it_is_about()
    {
        var (merged, defeated) = (Maze.New(), Maze.New());
        _maze.Propose(merged, 2, "five", "seven");
        _maze.Propose(defeated, 3, "March", "August");
        Meeting.Do(Meeting.Chair, new PutAmendment(merged));
        Meeting.Do(Meeting.Phones[0], new AcceptAmendment(merged));
        Meeting.Do(Meeting.Phones[1], new AcceptAmendment(merged));
        Meeting.Do(Meeting.Chair, new PutAmendment(defeated));
        Meeting.Do(Meeting.Phones[0], new RefuseAmendment(defeated));
        _maze.Vote(new(Maze.NewBallot(), BallotMethod.Phones, Amendment: defeated), (Option.Original, 9));
        Meeting.Do(Meeting.Chair, new MakeRuling(new(Guid.NewGuid()), "The doors stay shut."));
        _maze.Order("observersLeave", yes: 3);
        _maze.Vote(new(Maze.NewBallot(), BallotMethod.Phones, _maze.Motion), (Option.For, 9));

        Assert.Equal(
        [
            $"The discussion was not minuted from {Clock(_from)} on.",
            "Without a vote, amendment 1 to motion 1 became part of the motion. Change: “five” becomes “seven”.",
            "The vote on amendment 2 to motion 1 was opened as ballot 2; 11 members were entitled to vote.",
            "The result was declared: amendment 2 to motion 1 is defeated. Change: “March” becomes “August”.",
            "Ruling 1 of the chair: “The doors stay shut.”",
            "A procedural motion of NMO-009 was put: “observers leave the hall”.",
            "The vote on the procedural motion “observers leave the hall” was opened as ballot 3; 11 members were entitled to vote.",
            "The result was declared: the procedural motion “observers leave the hall” is defeated.",
            "The vote on motion 1, “Climate and health”, was opened as ballot 4; 11 members were entitled to vote.",
            "The result was declared: motion 1, “Climate and health”, is carried.",
        ], Told(), StringComparer.Ordinal);
    }

    [Fact]
    public void is_an_amendment_that_came_and_went()
    {
        var (withdrawn, defeated) = (Maze.New(), Maze.New());
        _maze.Propose(withdrawn, 2, "five", "seven");
        _maze.Propose(defeated, 3, "March", "August");
        Meeting.Do(Meeting.Phones[2], new WithdrawAmendment(withdrawn));
        Meeting.Do(Meeting.Chair, new ResumeRecord());
        Meeting.Do(Meeting.Chair, new PutAmendment(defeated));
        Meeting.Do(Meeting.Phones[0], new RefuseAmendment(defeated));
        _maze.Vote(new(Maze.NewBallot(), BallotMethod.Phones, Amendment: defeated), (Option.Original, 9));
        _maze.Vote(new(Maze.NewBallot(), BallotMethod.Phones, _maze.Motion), (Option.For, 9));

        Assert.Contains("The chair took up amendment 2 to motion 1. Change: “March” becomes “August”.", Told());
        Assert.Equal(["Amendment 2"], Meeting.Lines()[^1].Amendments!.Select(fate => fate.Label));
    }

    [Fact]
    public void takes_the_remarks_on_it_along()
    {
        _maze.Speak(5);
        var said = Meeting.Last;
        Meeting.Do(Meeting.Secretary, new RemarkEntry(said, new(Guid.NewGuid()), "They quarrelled."));
        Meeting.Do(Meeting.Secretary, new RemarkEntry(said - 1, new(Guid.NewGuid()), "They quarrelled."));
        Meeting.Do(Meeting.Secretary, new RemarkEntry(_from, new(Guid.NewGuid()), "Doors were shut."));
        Meeting.Do(Meeting.Chair, new ResumeRecord());
        Meeting.Do(Meeting.Secretary, new RemarkEntry(said, new(Guid.NewGuid()), "They quarrelled."));

        Assert.Equal(["Doors were shut."], Remarks());
        Assert.Equal(["Doors were shut."], Meeting.Board().Entries.Values.SelectMany(row => row.Remarks.Values));
    }

    [Fact]
    public void stays_so_when_an_act_in_it_is_undone_or_corrected()
    {
        var undone = Meeting.Do(Meeting.Chair, new GiveWarning(Meeting.Members[6]));
        Meeting.Do(Meeting.Chair, new UndoAct(undone));
        var corrected = Meeting.Do(Meeting.Chair, new GiveWarning(Meeting.Members[6]));
        Meeting.Do(Meeting.Chair, new CorrectAct(corrected, "It was somebody else."));
        var later = Meeting.Do(Meeting.Chair, new GiveWarning(Meeting.Members[5]));
        Meeting.Do(Meeting.Chair, new ResumeRecord());
        Meeting.Do(Meeting.Chair, new CorrectAct(later, "It was nobody."));

        Assert.Single(Told());
    }

    [Fact]
    public void corrects_a_decision_in_the_open()
    {
        Meeting.Do(Meeting.Chair, new AskNegatives(_maze.Motion));
        var objected = Meeting.Do(Meeting.Phones[7], new ObjectToMotion(_maze.Motion));
        Meeting.Do(Meeting.Chair, new CorrectAct(objected, "It was the placard beside it."));

        Assert.EndsWith("Reason: It was the placard beside it.", Told()[^1], StringComparison.Ordinal);
        Assert.Contains("NMO-008 objected to motion 1.", Told()[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void goes_on_when_its_end_is_undone()
    {
        _maze.Speak(5);
        var resumed = Meeting.Do(Meeting.Chair, new ResumeRecord());
        _ = Meeting.Board();
        var warned = Meeting.Do(Meeting.Chair, new GiveWarning(Meeting.Members[6]));
        Meeting.Do(Meeting.Secretary, new RemarkEntry(warned, new(Guid.NewGuid()), "Sharply."));
        Assert.Equal(2, Told().Count);
        Assert.Equal(["Sharply."], Meeting.Board().Entries.Values.SelectMany(row => row.Remarks.Values));

        Meeting.Do(Meeting.Chair, new UndoAct(resumed));
        Assert.Equal([$"The discussion was not minuted from {Clock(_from)} on."], Told());
        Assert.Empty(Remarks());
        Assert.Empty(Meeting.Board().Entries.Values.SelectMany(row => row.Remarks.Values));
        Meeting.Do(Meeting.Chair, new ResumeRecord());
        Assert.Equal([$"The discussion was not minuted from {Clock(_from)} to {Clock(Meeting.Last)}."], Told());
    }

    [Fact]
    public void ends_with_the_item()
    {
        _maze.Vote(new(Maze.NewBallot(), BallotMethod.Phones, _maze.Motion), (Option.For, 9));
        Meeting.Do(Meeting.Chair, new NextItem());
        Assert.EndsWith($"to {Clock(Meeting.Last)}.", Told()[0], StringComparison.Ordinal);
        _maze.Speak(5);
        Assert.Equal("Head of NMO-006 spoke.", Told()[^1]);
    }

    [Fact]
    public void ends_with_the_plenary_and_goes_on_when_its_adjournment_is_undone()
    {
        var adjourned = Meeting.Do(Meeting.Chair, new Core.Plenaries.Adjourn());
        Assert.EndsWith($"to {Clock(Meeting.Last)}.", Told()[0], StringComparison.Ordinal);
        Meeting.Do(Meeting.Chair, new UndoAct(adjourned));
        _maze.Speak(5);
        Assert.Equal([$"The discussion was not minuted from {Clock(_from)} on."], Told());
    }

    [Fact]
    public void may_happen_twice()
    {
        Meeting.Do(Meeting.Chair, new ResumeRecord());
        _maze.Speak(4);
        var id = new ProceduralId(Guid.NewGuid());
        Meeting.Do(Meeting.Phones[2], new MoveProcedural(id, "offRecord"));
        Meeting.Do(Meeting.Chair, new PutProcedural(id));
        Meeting.Do(Meeting.Phones[7], new SecondProcedural(id));
        _maze.Vote(new(Maze.NewBallot(), BallotMethod.Phones, Procedural: id), (Option.For, 9));
        _maze.Speak(5);

        Assert.Equal(2, Told().Count(text => text.StartsWith("The discussion was not minuted", StringComparison.Ordinal)));
        Assert.Contains("Head of NMO-005 spoke.", Told());
        Assert.DoesNotContain("Head of NMO-006 spoke.", Told());
    }

    private List<string> Told() => [.. Meeting.Lines().Where(line => line.Sequence >= _from && line.Kind != MinutesEntryKind.Remark).Select(line => line.Text)];

    private IEnumerable<string> Remarks() => Meeting.Lines().Where(line => line.Kind == MinutesEntryKind.Remark).Select(line => line.Text);

    private string Clock(long sequence) => Meeting.Journal.Single(entry => entry.Sequence == sequence).At.AddHours(1).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}

using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Server.Documents;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Minutes;

public sealed class Minutes_of_a_debate
{
    [Fact]
    public void say_whether_notice_of_a_motion_was_kept()
    {
        var maze = new Maze().Read();
        maze.Vote(new(Maze.NewBallot(), BallotMethod.Phones, maze.Motion), (Option.For, 9));
        maze.Meeting.Put("Too late");

        Assert.Equal(
            ["Notice of 120 minutes was kept — [M] announcement of motions", "Notice of 120 minutes was not kept — [M] announcement of motions"],
            maze.Meeting.Lines().Where(line => line.Paragraphs is not null).Select(line => Meeting.Bare(line.Article!)));
    }

    [Fact]
    public void carry_a_motion_as_put_and_as_carried_with_the_fate_of_its_amendments()
    {
        var maze = new Maze().Read();
        maze.Amended();
        maze.Vote(new(Maze.NewBallot(), BallotMethod.Phones, maze.Motion), (Option.For, 9));
        var lines = maze.Meeting.Lines();

        Assert.Equal(["The assembly founds a working group on climate and health.", "It has five members, one of each region.", "It reports to the March Meeting."], lines.Single(line => line.Paragraphs is not null).Paragraphs!);
        var carried = lines.Single(line => line.Tally?.Verdict == "carried");
        var text = Assert.Single(carried.Texts!);
        Assert.Equal("Text as carried", text.Label);
        Assert.StartsWith("The assembly founds a standing committee", text.Paragraphs[0], StringComparison.Ordinal);
        Assert.Equal("It reports to the August Meeting.", text.Paragraphs[^1]);
        Assert.Equal(
            [("Amendment 1", "NMO-003 — defeated"), ("Amendment 2", "NMO-005 — part of the motion"), ("Amendment 3", "NMO-006 — part of the motion"), ("Amendment 4", "NMO-007 — overtaken by another"), ("Amendment 5", "NMO-008 — ruled out of order")],
            carried.Amendments!.Select(fate => (fate.Label, Meeting.Bare(fate.Value))));
    }

    [Fact]
    public void call_the_text_of_a_defeated_motion_the_text_voted_on()
    {
        var maze = new Maze().Read();
        maze.Amended();
        maze.Vote(new(Maze.NewBallot(), BallotMethod.Phones, maze.Motion), (Option.Against, 9));

        Assert.Equal("Text as voted on", Assert.Single(maze.Meeting.Lines()[^1].Texts!).Label);
    }

    [Fact]
    public void carry_no_second_text_where_no_amendment_changed_it()
    {
        var maze = new Maze().Read();
        maze.Vote(new(Maze.NewBallot(), BallotMethod.Phones, maze.Motion), (Option.For, 9));

        Assert.Null(maze.Meeting.Lines()[^1].Texts);
        Assert.Null(maze.Meeting.Lines()[^1].Amendments);
    }

    [Fact]
    public void say_what_an_amendment_changes()
    {
        var maze = new Maze().Read();
        var from = maze.Meeting.Last;
        maze.Propose(Maze.New(), 2, "five", "seven");
        maze.Propose(Maze.New(), 3, ", one of each region", "");
        maze.Propose(Maze.New(), 4, "health.", "health, and on nutrition.");
        maze.Propose(Maze.New(), 5, "It reports", "The chair reports it. It reports");
        maze.Propose(Maze.New(), 6, "It reports to the March Meeting.", Maze.Longer);

        Assert.Equal(
        [
            "NMO-003 handed in amendment 1 to motion 1. Change: “five” becomes “seven”.",
            "NMO-004 handed in amendment 2 to motion 1. Change: “, one of each region” is deleted.",
            "NMO-005 handed in amendment 3 to motion 1. Change: “health” becomes “health, and on nutrition”.",
            "NMO-006 handed in amendment 4 to motion 1. Change: “The chair reports it.” is inserted before “It reports to the”.",
            "NMO-007 handed in amendment 5 to motion 1. It changes 1 passage:",
        ], After(maze, from), StringComparer.Ordinal);
        var longer = maze.Meeting.Lines()[^1].Texts!;
        Assert.Equal([("These words go", 1), ("These words come", 2)], longer.Select(text => (text.Label, text.Paragraphs.Count)));
    }

    [Fact]
    public void say_what_an_amendment_changes_when_it_was_handed_in_before_the_plenary()
    {
        var meeting = new Meeting(12);
        var (motion, amendment) = (new MotionId(Guid.NewGuid()), Maze.New());
        meeting.Do(meeting.Phones[0], new SubmitMotion(motion, "Rooms", "Rooms are opened at nine.", "motion"));
        meeting.Do(meeting.Phones[1], new ProposeAmendment(amendment, motion, [new(20, 4, "eight")]));
        meeting.Opened(6);
        meeting.Do(meeting.Chair, new PutMotion(motion));
        meeting.Do(meeting.Phones[1], new SecondMotion(motion));
        meeting.Do(meeting.Chair, new PutAmendment(amendment));

        Assert.Equal("The chair took up amendment 1 to motion 1. Change: “nine” becomes “eight”.", meeting.Lines()[^1].Text);
    }

    [Fact]
    public void tell_the_vote_between_original_and_amendment_in_its_own_words()
    {
        var maze = new Maze().Read();
        maze.Amended();

        var vote = maze.Meeting.Lines().Single(line => line.Tally is not null);
        Assert.Equal("Amendment 1 to motion 1 · Climate and health", Meeting.Bare(vote.Heading!));
        Assert.Equal(new Tally("3 for the amendment · 6 for the original · 1 abstain", "the most votes win (\u2068relative majority\u2069 of 9)", "defeated"), vote.Tally);
        Assert.Equal(["For the amendment", "For the original", "Abstain"], vote.Choices!.Select(choice => choice.Choice));
    }

    [Fact]
    public void name_who_went_on_with_a_motion_and_who_seconded_it_last()
    {
        var maze = new Maze().Read();
        maze.Amended();
        var from = maze.Meeting.Last;
        maze.ChangesHands();

        Assert.Equal(
            ["NMO-001 withdrew as the proposer of motion 1. NMO-003, its seconder, went on as its proposer, and another seconder was asked for.", "NMO-002 seconded motion 1."],
            After(maze, from), StringComparer.Ordinal);
        Assert.Equal(
            [("Proposer", "NMO-001, then NMO-003"), ("With", "NMO-004, NMO-005"), ("Seconder", "NMO-002"), ("Kind", "policy (two-thirds majority)")],
            maze.Meeting.Lines().Single(line => line.Paragraphs is not null).Particulars!.Select(part => (part.Label, Meeting.Bare(part.Value))));
    }

    [Fact]
    public void set_alternatives_against_the_motion_with_their_votes()
    {
        var maze = new Maze().Read();
        maze.AgainstAnother();

        var lines = maze.Meeting.Lines();
        Assert.Contains(lines, line => line.Text == "The vote on motions 1 and 2, one against the other, was opened as ballot 1; 11 members were entitled to vote.");
        var versus = lines.Single(line => line.Tally?.Verdict == "chosen");
        Assert.Equal("The result was declared: motion 1, “Climate and health”, is chosen and goes to the vote that its kind of decision asks for.", versus.Text);
        Assert.Equal(
            [["“Climate and health” (motion 1)", "7"], ["“A rapporteur instead” (motion 2)", "3"], ["Against", "0"], ["Abstain", "0"]],
            versus.Figures!.Rows.Select(row => row.Select(Meeting.Bare)));
        Assert.Contains(lines, line => line.Heading is { } heading && Meeting.Bare(heading) == "Motion 2 · A rapporteur instead · alternative to motion 1");
        Assert.Equal("carried", lines[^1].Tally!.Verdict);
    }

    [Fact]
    public void carry_a_bloc_with_its_motions_and_a_motion_with_its_parts()
    {
        var maze = new Maze();
        maze.Together();
        maze.InParts();

        var lines = maze.Meeting.Lines();
        Assert.Equal(["Motion 2 · Thanks to the hosts", "Motion 3 · Thanks to the translators", "Motion 4 · Longer breaks"], lines.Single(line => line.Text.Contains("en bloc", StringComparison.Ordinal)).Texts!.Select(text => Meeting.Bare(text.Label)));
        Assert.Equal("Motion 5 · Thanks and breaks · motions 2 and 3 en bloc", Meeting.Bare(lines.Single(line => line.Text == "Motion 5 was carried nemo contra.").Heading!));
        Assert.Equal([("Motion 7", "The board publishes the accounts."), ("Motion 8", "The board travels by train.")], lines.Single(line => line.Text.Contains("divided into", StringComparison.Ordinal)).Texts!.Select(text => (text.Label, text.Paragraphs[0])));
        Assert.Contains(lines, line => line.Text == "Motion 8, a part of motion 6, was taken up.");
    }

    [Fact]
    public void tell_a_procedural_motion_with_its_detail_its_rule_and_what_it_brought_about()
    {
        var maze = new Maze().Read();
        var from = maze.Meeting.Last;
        maze.Order("suspendRule", new() { Paragraph = "[M] 8.6" });

        Assert.Equal(
        [
            "NMO-009 moved a procedural motion: “suspend a paragraph of the bylaws” – “Points of information and warnings” ([M] 8.6).",
            "NMO-008 seconded the procedural motion “suspend a paragraph of the bylaws”.",
            "The vote on the procedural motion “suspend a paragraph of the bylaws” was opened as ballot 1; 11 members were entitled to vote.",
            "The result was declared: the procedural motion “suspend a paragraph of the bylaws” is carried.",
            "The paragraph “Points of information and warnings” ([M] 8.6) was suspended.",
        ], After(maze, from), StringComparer.Ordinal);
        Assert.Equal("two-thirds majority — [M] 8.4.5", Meeting.Bare(maze.Meeting.Lines()[^2].Article!));
    }

    [Fact]
    public void tell_a_ruling_its_challenge_and_its_reversal()
    {
        var maze = new Maze().Read();
        maze.Propose(Maze.New(), 2, "five", "seven");
        var from = maze.Meeting.Last;
        var ruling = new RulingId(Guid.NewGuid());
        maze.Meeting.Do(maze.Meeting.Chair, new RuleOutAmendment(maze.Meeting.Now.Amendments.Keys.Single(), ruling, "It is frivolous."));
        maze.Order("overruleChair", new() { Ruling = ruling });

        var told = After(maze, from).ToList();
        Assert.Equal("Ruling 1 of the chair: amendment 1 to motion 1 was out of order. “It is frivolous.”", told[0]);
        Assert.Equal("NMO-009 moved a procedural motion: “overrule the chair” – ruling 1, “It is frivolous”.", told[1]);
        Assert.Contains("The plenary reversed ruling 1, “It is frivolous”; amendment 1 to motion 1 was in order again.", told);
    }

    [Fact]
    public void say_who_lost_the_chair_and_who_has_it()
    {
        var maze = new Maze().Read();
        var from = maze.Meeting.Last;
        maze.Order("noConfidence");

        Assert.Equal(
        [
            "The result was declared: the procedural motion “no confidence in the chair” is carried.",
            "Anaïs Müller (NMO-001) was no longer chair.", "Nguyễn Thị Ánh (NMO-010) became chair.", "Nguyễn Thị Ánh (NMO-010) was no longer vice-chair.",
        ], After(maze, from).TakeLast(4), StringComparer.Ordinal);
    }

    [Fact]
    public void mark_an_amendment_whose_vote_was_void_as_no_longer_merged()
    {
        var maze = new Maze().Read();
        var (amendment, ballot) = (Maze.New(), Maze.NewBallot());
        maze.Propose(amendment, 2, "five", "seven");
        maze.Meeting.Do(maze.Meeting.Chair, new PutAmendment(amendment));
        maze.Meeting.Do(maze.Meeting.Phones[0], new RefuseAmendment(amendment));
        maze.Vote(new(ballot, BallotMethod.Phones, Amendment: amendment), (Option.Amendment, 9));
        maze.Meeting.Do(maze.Meeting.Chair, new VoidBallot(ballot, "The hall was not called."));
        var voided = maze.Meeting.Last;
        maze.Vote(new(Maze.NewBallot(), BallotMethod.Phones, Amendment: amendment), (Option.Original, 9));
        maze.Vote(new(Maze.NewBallot(), BallotMethod.Phones, maze.Motion), (Option.For, 9));

        var lines = maze.Meeting.Lines();
        Assert.All(lines.Where(line => line.Text.Contains("became part", StringComparison.Ordinal)), line => Assert.Contains($"see entry {voided}", line.Note!, StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Text.StartsWith("The vote on amendment 1 to motion 1 was taken again", StringComparison.Ordinal));
        Assert.Null(lines[^1].Texts);
        Assert.Equal("NMO-003 — defeated", Meeting.Bare(Assert.Single(lines[^1].Amendments!).Value));
    }

    [Fact]
    public void carry_the_text_of_a_motion_that_an_earlier_plenary_put_off()
    {
        var maze = new Maze().Read();
        maze.Amended();
        maze.Order("postpone");
        var second = maze.Meeting.Another(present: 8);
        maze.Meeting.Do(maze.Meeting.Chair, new PutMotion(maze.Motion));

        var taken = maze.Meeting.Minutes(second).Items.SelectMany(item => item.Entries).Single(line => line.Paragraphs is not null);
        Assert.Equal("Motion 1 was taken up again as it stood.", taken.Text);
        Assert.Equal("Motion 1 · Climate and health", Meeting.Bare(taken.Heading!));
        Assert.Equal("It reports to the August Meeting.", taken.Paragraphs![^1]);
    }

    [Fact]
    public void never_name_a_draft()
    {
        var meeting = new Meeting(10).Opened(5);
        meeting.Do(meeting.Phones[0], new DraftMotion(new(Guid.NewGuid()), "Secret plan", "Words.", "motion", [], meeting.First));
        var left = meeting.Board();
        meeting.Do(meeting.Chair, new Core.Plenaries.Adjourn());

        Assert.DoesNotContain(left.Unresolved.Values, text => text.Contains("Secret", StringComparison.Ordinal));
        Assert.DoesNotContain(meeting.Decisions()!.CarriedOver, left => left.Title.Contains("Secret", StringComparison.Ordinal));
        Assert.DoesNotContain(meeting.Lines(), line => line.Text.Contains("Secret", StringComparison.Ordinal));
    }

    [Fact]
    public void list_what_a_debate_leaves_unresolved()
    {
        var maze = new Maze().Read();
        maze.Propose(Maze.New(), 2, "five", "seven");
        maze.Meeting.Do(maze.Meeting.Phones[8], new MoveProcedural(new(Guid.NewGuid()), "adjourn"));
        maze.Meeting.Do(maze.Meeting.Phones[6], new RaisePoint(new(Guid.NewGuid()), PointKind.Order));

        Assert.Equal(
        [
            "Motion 1, “Climate and health”, has no outcome: it is seconded.",
            "Amendment 1 to motion 1 has no outcome: it is waiting to be taken up.",
            "The procedural motion “adjourn the meeting” has no outcome: it is waiting.",
            "The point of order of NMO-007 is not settled.",
        ], maze.Meeting.Board().Unresolved.Values, StringComparer.Ordinal);
    }

    [Fact]
    public void list_a_motion_that_was_put_off()
    {
        var maze = new Maze().Read();
        maze.Order("postpone");

        Assert.Equal(["Motion 1, “Climate and health”, was put off and has no outcome."], maze.Meeting.Board().Unresolved.Values, StringComparer.Ordinal);
        maze.Meeting.Do(maze.Meeting.Chair, new Core.Plenaries.Adjourn());
        Assert.Contains(maze.Meeting.Decisions()!.CarriedOver, left => left.Reason == "put off");
    }

    private static IEnumerable<string> After(Maze maze, long sequence) => maze.Meeting.Lines().Where(line => line.Sequence > sequence).Select(line => line.Text);
}

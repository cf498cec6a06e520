using System.Diagnostics;
using Ifmsa.Assembly.Core.Credentials;
using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Minutes;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Core.Plenaries;
using Ifmsa.Assembly.Server.Floor.Boards;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Minutes;

public sealed class The_minutes_board
{
    [Fact]
    public void shows_the_current_plenary_live_at_the_bottom()
    {
        var meeting = new Meeting(10);
        Assert.Empty(meeting.Board().Entries);
        meeting.Opened(5);
        var motion = meeting.Put("A");
        Assert.Equal("NMO-002 seconded motion 1.", meeting.Board().Entries[meeting.Board().Order[^1]].Text);
        meeting.Vote(motion, 4, 1, 0);

        var board = meeting.Board();
        var row = board.Entries[board.Order[^1]];
        Assert.Equal(meeting.Plenary, board.Plenary);
        Assert.Equal("The result was declared: motion 1, “A”, is carried. 4 for · 1 against · 0 abstain — needs 4 (two-thirds majority of 5)", row.Text);
        Assert.Equal((4, 1, 0), (row.Figures!["for"], row.Figures["against"], row.Figures["abstain"]));
        Assert.Equal(("1", "Anaïs Müller", false), (row.ItemNumber, row.By, row.Corrected));
    }

    [Fact]
    public void lists_what_is_unresolved_until_it_is_resolved()
    {
        var meeting = new Meeting(10).Opened(5);
        var motion = meeting.Put("A");
        Assert.Equal("Motion 1, “A”, has no outcome: it is seconded.", meeting.Board().Unresolved[$"motion:{motion}"]);
        meeting.Vote(motion, 5, 0, 0);
        Assert.Empty(meeting.Board().Unresolved);
        meeting.Do(meeting.Phones[2], new CallQuorum());
        Assert.Contains("quorum", meeting.Board().Unresolved.Keys);
        meeting.Do(meeting.Chair, new TestQuorum());
        meeting.Do(meeting.Chair, new Adjourn());
        Assert.Equal(["signature:chair", "signature:secretary"], meeting.Board().Unresolved.Keys.Order());
    }

    [Fact]
    public void puts_remarks_at_their_entry()
    {
        var meeting = new Meeting(10).Opened(5);
        _ = meeting.Board();
        meeting.Do(meeting.Secretary, new RemarkEntry(meeting.Last, new(Guid.NewGuid()), "Late."));

        var board = meeting.Board();
        Assert.Equal("Late.", Assert.Single(board.Entries[board.Order[^1]].Remarks).Value);
    }

    [Fact]
    public void is_cheap_in_a_long_plenary()
    {
        var meeting = new Meeting(10).Opened(5);
        while (meeting.Board().Order.Count < 2_000)
        {
            for (var turn = 0; turn < 200; turn++)
            {
                meeting.Do(meeting.Desk, new TakeCard(meeting.Members[4]));
                meeting.Do(meeting.Desk, new GiveCard(meeting.Members[4], meeting.Heads[4]));
            }
        }
        var (project, serialise, differ) = (TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);
        var before = BoardRoom.Json(meeting.Board());
        const int Changes = 50;
        for (var change = 0; change < Changes; change++)
        {
            var speech = new SpeechId(Guid.NewGuid());
            meeting.Do(meeting.Phones[2], new AskToSpeak(speech));
            meeting.Do(meeting.Chair, new CallSpeaker(speech));
            var start = Stopwatch.GetTimestamp();
            var board = meeting.Board();
            project += Stopwatch.GetElapsedTime(start);
            start = Stopwatch.GetTimestamp();
            var json = BoardRoom.Json(board);
            serialise += Stopwatch.GetElapsedTime(start);
            start = Stopwatch.GetTimestamp();
            _ = Server.Floor.MergePatch.Between(before, json);
            differ += Stopwatch.GetElapsedTime(start);
            before = json;
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{meeting.Board().Order.Count} lines: project {project.TotalMilliseconds / Changes:0.00} ms, serialise {serialise.TotalMilliseconds / Changes:0.00} ms, differ {differ.TotalMilliseconds / Changes:0.00} ms");
        Assert.True(project.TotalMilliseconds / Changes < 20, $"{project.TotalMilliseconds / Changes} ms");
    }
}

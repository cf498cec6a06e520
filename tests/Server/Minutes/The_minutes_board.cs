using System.Diagnostics;
using System.Globalization;
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
        Assert.True(meeting.Board().Unresolved.ContainsKey("quorum"));
        meeting.Do(meeting.Chair, new TestQuorum());
        meeting.Do(meeting.Chair, new Adjourn());
        Assert.Equal(["The chair has not signed.", "The secretary has not signed."], meeting.Board().Unresolved.Values, StringComparer.Ordinal);
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
    public void tells_no_more_than_the_state_it_is_shown_under()
    {
        var meeting = new Meeting(10).Opened(5);
        var before = meeting.Snapshot;
        meeting.Do(meeting.Chair, new CallRecess(meeting.At.AddMinutes(10)));
        Assert.DoesNotContain(meeting.Board(before).Entries, row => long.Parse(row.Key, CultureInfo.InvariantCulture) > before.Now.Sequence);
        Assert.Contains(meeting.Board().Entries, row => long.Parse(row.Key, CultureInfo.InvariantCulture) == meeting.Last);
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
        var (before, project, differ) = (meeting.Board(), new List<double>(), new List<double>());
        for (var change = 0; change < 51; change++)
        {
            var speech = new SpeechId(Guid.NewGuid());
            meeting.Do(meeting.Phones[2], new AskToSpeak(speech));
            meeting.Do(meeting.Chair, new CallSpeaker(speech));
            var start = Stopwatch.GetTimestamp();
            var board = meeting.Board();
            project.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            start = Stopwatch.GetTimestamp();
            var patch = board.Since(before)!;
            differ.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            Assert.Single(patch["entries"]!.AsObject());
            before = board;
        }
        var (typical, difference) = (project.Order().ElementAt(25), differ.Order().ElementAt(25));
        TestContext.Current.TestOutputHelper?.WriteLine($"{before.Order.Count} lines: projected in {typical:0.00} ms, compared in {difference:0.00} ms");
        var remarked = new List<double>();
        for (var remark = 0; remark < 11; remark++)
        {
            meeting.Do(meeting.Secretary, new RemarkEntry(meeting.Last, new(Guid.NewGuid()), "Late."));
            var clock = Stopwatch.GetTimestamp();
            var board = meeting.Board();
            Assert.Single(board.Since(before)!["entries"]!.AsObject());
            remarked.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
            before = board;
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"after a remark: {remarked.Order().ElementAt(5):0.00} ms");
        var began = Stopwatch.GetTimestamp();
        var paper = meeting.Minutes();
        TestContext.Current.TestOutputHelper?.WriteLine($"the whole paper: {Stopwatch.GetElapsedTime(began).TotalMilliseconds:0} ms, {paper.Items.Sum(item => item.Entries.Count)} entries");
        // Ten times what it takes on a quiet machine.
        Assert.True(typical < 20, $"{typical} ms");
    }

    [Fact]
    public void says_what_changed_as_a_comparison_of_all_of_it_would()
    {
        var meeting = new Meeting(10).Opened(5);
        var before = meeting.Board();
        foreach (var step in new Action[]
        {
            () => meeting.Put("A"),
            () => meeting.Do(meeting.Secretary, new RemarkEntry(meeting.Last, new(Guid.NewGuid()), "Late.")),
            () => meeting.Do(meeting.Chair, new Core.Corrections.CorrectAct(meeting.Do(meeting.Desk, new TakeCard(meeting.Members[4])), "Still here.")),
            () => meeting.Do(meeting.Desk, new Core.Corrections.UndoAct(meeting.Do(meeting.Desk, new TakeCard(meeting.Members[3])))),
            () => _undone = meeting.Do(meeting.Desk, new TakeCard(meeting.Members[2])),
            () => meeting.Do(meeting.Desk, new Core.Corrections.UndoAct(_undone)),
        })
        {
            step();
            var after = meeting.Board();
            var patched = after.Since(before) is { } patch ? Server.Floor.MergePatch.Apply(BoardRoom.Json(before), patch) : BoardRoom.Json(before);
            Assert.Equal(BoardRoom.Json(after).ToJsonString(), Sorted(patched, BoardRoom.Json(after)));
            before = after;
        }
    }

    private long _undone;

    /// <summary>The same object; only the order in which rows were added may differ.</summary>
    private static string Sorted(System.Text.Json.Nodes.JsonObject found, System.Text.Json.Nodes.JsonObject wanted) =>
        System.Text.Json.Nodes.JsonNode.DeepEquals(found, wanted) ? wanted.ToJsonString() : found.ToJsonString();
}

using Ifmsa.Assembly.Core.Minutes;
using Ifmsa.Assembly.Core.Plenaries;
using Ifmsa.Assembly.Server.Minutes;
using Ifmsa.Assembly.Server.Tests.Documents;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Minutes;

/// <summary>The secretary's own words for what the journal tells.</summary>
public sealed class Words_of_the_secretary
{
    [Theory]
    [InlineData("41 for, 20 against.", "There were 41 for it and 20 against.")]
    [InlineData("At 14:05 plenary 2 went on.", "It was 14:05 when plenary 2 went on.")]
    [InlineData("No figure here.", "None here either.")]
    [InlineData("٤١ for.", "41 were for.")]
    [InlineData("1,000 members", "1 000 members")]
    public void keep_their_figures_in_their_order(string own, string wording) => Assert.Null(FigureCheck.Of(own, wording));

    [Theory]
    [InlineData("41 for, 20 against.", "41 for, 21 against.")]
    [InlineData("41 for, 20 against.", "41 for.")]
    [InlineData("41 for, 20 against.", "41 for, 20 against, 20 present.")]
    [InlineData("41 for.", "４2 for.")]
    [InlineData("41 for.", "41² for.")]
    [InlineData("41 for.", "4 1 for.")]
    [InlineData("41 for.", "41 for, and Ⅻ more.")]
    [InlineData("41 for.", "41 for, and ㊄ more.")]
    [InlineData("41 for.", "41 for, and 𐄇 more.")]
    [InlineData("1 for.", "½ for.")]
    [InlineData("5 may vote, 1 may not.", "1 may vote, 5 may not.")]
    [InlineData("Until 19:12.", "Until 12:19.")]
    public void change_no_figure_and_neither_add_nor_drop_one(string own, string wording) => Assert.IsType<FiguresStay>(FigureCheck.Of(own, wording));

    [Fact]
    public void bring_no_figure_where_there_was_none() => Assert.IsType<NoFiguresHere>(FigureCheck.Of("He spoke.", "He spoke for 5 minutes."));

    [Fact]
    public void stand_on_page_and_paper_and_leave_the_journals_beside_them()
    {
        var (meeting, line) = Recess();
        var own = meeting.Board().Entries[Key(line)].Sentence!;
        meeting.Do(meeting.Secretary, new RewordEntry(meeting.Plenary, line, 0, new(Guid.NewGuid()), "Lunch: " + own));

        Assert.Contains(meeting.Lines(), entry => entry.Sequence == line && entry.Text == "Lunch: " + own);
        Assert.Equal(("Lunch: " + own, own, 1), (meeting.Board().Entries[Key(line)].Text, meeting.Board().Entries[Key(line)].Own, meeting.Board().Entries[Key(line)].Revision));
        meeting.Do(meeting.Secretary, new RestoreEntry(meeting.Plenary, line, 1));
        Assert.Contains(meeting.Lines(), entry => entry.Sequence == line && entry.Text == own);
        Assert.Null(meeting.Board().Entries[Key(line)].Own);
    }

    [Fact]
    public void never_stand_on_what_was_counted()
    {
        var meeting = new Meeting(10).Opened(5);
        meeting.Vote(meeting.Put("Policy"), 3, 1, 1);
        var result = meeting.Lines().Single(entry => entry.Tally is not null);
        Assert.True(result.Fixed);
        Assert.Null(meeting.Board().Entries[Key(result.Sequence)].Sentence);
        // Even where somebody got them past the desk.
        meeting.Do(meeting.Secretary, new RewordEntry(meeting.Plenary, result.Sequence, 0, new(Guid.NewGuid()), "The motion failed."));
        Assert.DoesNotContain(meeting.Lines(), entry => entry.Text == "The motion failed.");
    }

    [Fact]
    public void never_stand_on_who_may_vote()
    {
        var meeting = new Meeting(10).Opened(5);
        meeting.Do(meeting.Desk, new Core.Credentials.ReportCredentials(new(Guid.NewGuid()), Final: false, [.. meeting.Members.Select(member => new Core.Credentials.ReportRow(member, Vote: true))]));
        var reported = meeting.Lines().Single(entry => entry.Sequence == meeting.Last);
        Assert.True(reported.Fixed);
        Assert.Null(meeting.Board().Entries[Key(reported.Sequence)].Sentence);
    }

    [Fact]
    public void never_bring_in_what_was_not_to_be_minuted()
    {
        var maze = new Maze().Read();
        maze.Order("offRecord");
        var (from, secret) = (maze.Meeting.Last, "They spoke of money.");
        maze.Speak(5);
        var unminuted = maze.Meeting.Last;
        foreach (var sequence in new[] { from, unminuted, unminuted - 1 })
        {
            Assert.True(maze.Meeting.Board().Entries.GetValueOrDefault(Key(sequence))?.Sentence is null);
            maze.Meeting.Do(maze.Meeting.Secretary, new RewordEntry(maze.Meeting.Plenary, sequence, 0, new(Guid.NewGuid()), secret));
        }
        Assert.DoesNotContain(maze.Meeting.Lines(), entry => entry.Text.Contains("money", StringComparison.Ordinal));
        Assert.DoesNotContain(maze.Meeting.Board().Entries.Values, row => row.Text.Contains("money", StringComparison.Ordinal));
    }

    [Fact]
    public void leave_the_paper_again_once_their_line_is_not_to_be_minuted()
    {
        var (meeting, line) = Recess();
        var state = new PlenaryMinutes { Rewordings = System.Collections.Immutable.ImmutableSortedDictionary<long, Rewording>.Empty.Add(line, new(1, new(Guid.Empty), By: null, default)) };
        var words = System.Collections.Immutable.ImmutableDictionary<Core.Journal.MatterId, string>.Empty.Add(new(Guid.Empty), "In other words.");
        var sitting = Chronicle.Of(meeting.Now.Id, meeting.Journal).Sittings[meeting.Plenary];
        Assert.Single(Rewordings.Of(sitting, state, words));
        var began = meeting.Journal.First(entry => entry.Sequence == line - 1);
        Assert.Empty(Rewordings.Of(sitting with { Unminuted = [new Unminuted(began)] }, state, words));
    }

    [Fact]
    public void show_which_of_them_differ()
    {
        Assert.Equal(
            [(WordChange.Kept, "The chair thanked"), (WordChange.Removed, "IFMSA-Denmark."), (WordChange.Added, "IMCC Denmark.")],
            WordChanges.Between("The chair thanked \u2068IFMSA-Denmark\u2069.", "The chair thanked IMCC Denmark."));
        Assert.Equal([(WordChange.Kept, "The same.")], WordChanges.Between("The same.", "The same."));
        Assert.Equal(2, WordChanges.Between(string.Join(' ', Enumerable.Repeat("a", 3_000)), string.Join(' ', Enumerable.Repeat("b", 3_000))).Count);
    }

    private static (Meeting Meeting, long Line) Recess()
    {
        var meeting = new Meeting(10).Opened(5);
        meeting.Do(meeting.Chair, new CallRecess(meeting.At.AddMinutes(15)));
        var line = meeting.Last;
        meeting.Do(meeting.Chair, new Resume());
        return (meeting, line);
    }

    private static string Key(long sequence) => sequence.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Minutes as Markdown.</summary>
public sealed class Minutes_as_Markdown
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("[a](javascript:alert(1))")]
    [InlineData("![a](http://example.org/a.png)")]
    [InlineData("# Heading")]
    [InlineData("a | b")]
    [InlineData("`code` *b* _i_ ~s~")]
    [InlineData("http://example.org")]
    [InlineData("&lt;b&gt;")]
    public void leave_no_sign_of_a_name_that_means_something(string name)
    {
        var escaped = MinutesMarkdown.Escaped(name);
        Assert.DoesNotMatch(@"(?<!\\)[<>\[\]()#|`*_~&!:]", escaped);
        Assert.Equal(name, escaped.Replace("\\", "", StringComparison.Ordinal));
    }

    [Fact]
    public void make_no_list_of_a_numbered_name_and_no_line_of_its_own()
    {
        Assert.Equal("12\\. Members", MinutesMarkdown.Escaped("12. Members"));
        Assert.Equal("one \\# two", MinutesMarkdown.Escaped("one\n# two"));
    }

    [Fact]
    public async Task say_what_the_paper_says()
    {
        var paper = await SamplePapers.MinutesAsync();
        var text = MinutesMarkdown.Of(paper).Replace("\\", "", StringComparison.Ordinal);
        Assert.All(paper.Items, item => Assert.Contains($"## {item.Number} {item.Title}".TrimEnd(), text.Replace("##  ", "## ", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.All(paper.Items.SelectMany(item => item.Entries), entry => Assert.Contains(Meeting.Bare(entry.Text), text, StringComparison.Ordinal));
    }
}

/// <summary>What to look at before minutes go to the members.</summary>
public sealed class Warnings_before_circulation
{
    [Fact]
    public void name_motions_without_outcome_and_people_without_a_name()
    {
        var meeting = new Meeting(10).Opened(5);
        meeting.Put("Left open");
        var speech = new Core.Journal.SpeechId(Guid.NewGuid());
        meeting.Do(meeting.Phones[2], new Core.Debate.AskToSpeak(speech));
        meeting.Do(meeting.Chair, new Core.Debate.CallSpeaker(speech));
        meeting.Do(meeting.Chair, new Adjourn());
        var warnings = Of(meeting);

        Assert.Single(warnings, row => row.Key.StartsWith("motion:", StringComparison.Ordinal) && row.Value.Contains("Left open", StringComparison.Ordinal));
        Assert.Contains(warnings, row => row.Key == $"name:{meeting.Heads[2]}");
    }

    [Fact]
    public void stay_silent_on_what_is_settled()
    {
        var meeting = new Meeting(10).Opened(5);
        meeting.Vote(meeting.Put("Policy"), 3, 1, 1);
        meeting.Do(meeting.Chair, new Adjourn());

        Assert.DoesNotContain(Of(meeting), row => row.Key.StartsWith("motion:", StringComparison.Ordinal) || row.Key.StartsWith("ballot:", StringComparison.Ordinal));
    }

    [Fact]
    public void are_those_of_the_plenary_and_not_of_a_later_one()
    {
        var meeting = new Meeting(10).Opened(5);
        meeting.Vote(meeting.Put("Policy"), 3, 1, 1);
        meeting.Another(5);
        meeting.Put("Of the second plenary");

        Assert.DoesNotContain(Of(meeting), row => row.Value.Contains("second plenary", StringComparison.Ordinal));
    }

    private static IReadOnlyDictionary<string, string> Of(Meeting meeting) => Warnings.Of(
        meeting.Now, Chronicle.Of(meeting.Now.Id, meeting.Journal.Where(entry => entry.Fact is not Core.Ballots.VoteCast)).Sittings[meeting.Plenary],
        new Voice(Meeting.Sentences, meeting.Now, meeting.Snapshot.Words));
}

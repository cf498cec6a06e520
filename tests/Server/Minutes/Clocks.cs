using System.Text.Json.Nodes;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Documents;
using Ifmsa.Assembly.Server.Floor;
using Ifmsa.Assembly.Server.Tallies;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Minutes;

/// <summary>Time is the server's, an instant everywhere the same; people read it in the assembly's zone.</summary>
public sealed class Clocks
{
    [Theory]
    [InlineData("UTC", "12:04")]
    [InlineData("America/St_Johns", "08:34")]
    [InlineData("Pacific/Kiritimati", "02:04")]
    public async Task of_three_zones_tell_one_vote_each_in_its_own_time(string zone, string taken)
    {
        var (meeting, ballot, paper) = await VotedAsync(zone, At(2026, 1, 20, 12, 4), 90);

        Assert.StartsWith(taken, Taken(paper), StringComparison.Ordinal);
        // The record is the same in all of them.
        var vote = JsonNode.Parse(PopoloRecord.Of(meeting.Snapshot, ballot)!.ToJson())!["vote_event"]!;
        Assert.Equal(At(2026, 1, 20, 12, 4), DateTimeOffset.Parse((string)vote["start_date"]!, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("2026-03-29T00:59:30Z", "01:59 – 03:01")]
    [InlineData("2026-10-25T00:59:30Z", "02:59 – 02:01")]
    public async Task that_change_in_mid_vote_take_no_second_from_it(string opened, string taken)
    {
        var (meeting, ballot, paper) = await VotedAsync("Europe/Berlin", DateTimeOffset.Parse(opened, System.Globalization.CultureInfo.InvariantCulture), 90);

        Assert.Equal(taken, Taken(paper));
        Assert.InRange(meeting.Now.Ballots[ballot].ClosedAt!.Value - meeting.Now.Ballots[ballot].OpenedAt, TimeSpan.FromSeconds(90), TimeSpan.FromSeconds(100));
    }

    [Fact]
    public void that_change_do_not_close_polls_early_or_late()
    {
        var meeting = new Meeting(6).Opened(5);
        // A minute before the clocks in Berlin go back from three to two.
        meeting.Wait(At(2026, 10, 25, 0, 59) - meeting.At);
        var ballot = new BallotId(Guid.NewGuid());
        meeting.Do(meeting.Chair, new OpenBallot(ballot, BallotMethod.Phones, Title: "Question", Decision: "motion", Seconds: 120));
        var opened = meeting.Now.Ballots[ballot].OpenedAt;

        Assert.Null(BallotClock.Due(meeting.Now, opened.AddSeconds(119)));
        Assert.IsType<TimeOut>(BallotClock.Due(meeting.Now, opened.AddSeconds(120)));
        Assert.Null(BallotClock.Due(meeting.Now, opened.AddSeconds(119).ToOffset(TimeSpan.FromHours(14))));
    }

    [Fact]
    public void that_jump_back_count_each_vote_and_keep_the_order_of_the_journal()
    {
        var meeting = new Meeting(6).Opened(5);
        var ballot = new BallotId(Guid.NewGuid());
        meeting.Do(meeting.Chair, new OpenBallot(ballot, BallotMethod.Phones, Title: "Question", Decision: "motion"));
        meeting.Do(meeting.Phones[0], new CastVote(ballot, Option.For, 1));
        // The machine's clock is set back by an hour, as when it has run fast: the newest choice still stands.
        meeting.Wait(TimeSpan.FromHours(-1));
        meeting.Do(meeting.Phones[0], new CastVote(ballot, Option.Against, 2));
        meeting.Do(meeting.Phones[1], new CastVote(ballot, Option.For, 1));
        meeting.Declare(ballot);

        Assert.Equal((1, 1), (meeting.Now.Ballots[ballot].Result!.Figures[Option.For], meeting.Now.Ballots[ballot].Result!.Figures[Option.Against]));
        Assert.Equal(meeting.Journal.Select(entry => entry.Sequence).Order(), meeting.Journal.Select(entry => entry.Sequence));
    }

    private static async Task<(Meeting, BallotId, ResultPaper)> VotedAsync(string zone, DateTimeOffset opened, int seconds)
    {
        var meeting = new Meeting(6, zone).Opened(5);
        meeting.Wait(opened - meeting.At - TimeSpan.FromSeconds(1));
        var ballot = new BallotId(Guid.NewGuid());
        meeting.Do(meeting.Chair, new OpenBallot(ballot, BallotMethod.Phones, Title: "Question", Decision: "motion"));
        meeting.Do(meeting.Phones[0], new CastVote(ballot, Option.For, 1));
        meeting.Wait(TimeSpan.FromSeconds(seconds - 2));
        meeting.Declare(ballot);
        return (meeting, ballot, new ResultSheet(meeting.Snapshot, meeting.Journal, Meeting.Sentences, await Documents.SamplePapers.WordsAsync()).Of(ballot)!);
    }

    private static string Taken(ResultPaper paper) => paper.Particulars[0].Value;

    private static DateTimeOffset At(int year, int month, int day, int hour, int minute) => new(year, month, day, hour, minute, 0, TimeSpan.Zero);
}

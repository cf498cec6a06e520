using Ifmsa.Assembly.Core.Agenda;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Plenaries;
using Ifmsa.Assembly.Server.Floor.Boards;
using Ifmsa.Assembly.Server.Tests.Minutes;
using Ifmsa.Assembly.Server.Wording;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Attacks;

/// <summary>A board is projected again only where its inputs changed: what it shows must depend on nothing else.</summary>
public sealed class A_board_that_changes
{
    private static readonly BoardRoom Room = new(new RefusalTexts(Meeting.Sentences), Meeting.Sentences);

    [Fact]
    public void is_told_by_its_inputs_when_the_open_item_is_renamed() =>
        Check(new Meeting(10).Opened(5), meeting => meeting.Do(meeting.Chair, new RenameItem(meeting.First, "Another title")), meeting => meeting.Chair, "plenary");

    [Fact]
    public void is_told_by_its_inputs_when_an_import_makes_the_quorum()
    {
        var meeting = new Meeting(10);
        meeting.Do(meeting.Chair, new AssumeChair());
        meeting.Do(meeting.Chair, new CallRoll(meeting.Plenary));
        for (var place = 0; place < 2; place++)
            meeting.Do(meeting.Desk, new Core.Credentials.GiveCard(meeting.Members[place], meeting.Heads[place]));
        Check(meeting, running => running.Do(Office, new ImportMembers([.. running.Now.Members.Values.Skip(5).Select(member =>
            new MemberRow(member.Id, member.Name, member.ShortName, member.Country, member.Region, member.Status, member.Standing, PreviousRights: false))])), running => running.Chair, "chair", mustChange: false);
    }

    [Fact]
    public void is_told_by_its_inputs_when_a_chair_is_named_before_anybody_presides()
    {
        var meeting = new Meeting(10);
        var executive = meeting.Enrolled("Ege", null, Duty.Executive);
        Check(meeting, running => running.Do(Office, new RemoveDuty(running.Now.ParticipantOf(running.Chair)!.Id, Duty.Chair)), _ => executive, "order");
    }

    [Theory]
    [InlineData("members")]
    [InlineData("plenary")]
    [InlineData("chair")]
    [InlineData("order")]
    public void is_told_by_its_inputs_when_a_report_takes_votes(string board)
    {
        var meeting = new Meeting(10).Opened(5);
        meeting.Do(meeting.Chair, new Adjourn());
        var second = new PlenaryId(Guid.NewGuid());
        meeting.Do(Office, new PlanPlenary(second, 2, "Hall", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch));
        meeting.Do(meeting.Chair, new CallRoll(second));
        for (var place = 0; place < 3; place++)
            meeting.Do(meeting.Desk, new Core.Credentials.GiveCard(meeting.Members[place], meeting.Heads[place]));
        Check(meeting, running => running.Do(running.Desk, new Core.Credentials.ReportCredentials(new(Guid.NewGuid()), Final: false, [.. running.Members.Skip(1).Select(member => new Core.Credentials.ReportRow(member, Vote: false))])),
            running => running.Chair, board, mustChange: board == "members");
    }

    [Fact]
    public void is_told_by_its_inputs_when_a_proxy_is_given() =>
        Check(new Meeting(10).Opened(5), meeting => meeting.Do(meeting.Desk, new Core.Credentials.GiveProxy(meeting.Members[6], meeting.Members[0], new(new(Guid.NewGuid()), new string('a', 64)))), meeting => meeting.Desk, "desk");

    [Fact]
    public void is_told_by_its_inputs_when_a_report_is_presented() =>
        Check(new Meeting(10).Opened(5), meeting => meeting.Do(meeting.Desk, new Core.Credentials.ReportCredentials(new(Guid.NewGuid()), Final: true, [new(meeting.Members[0], Vote: true)])), meeting => meeting.Desk, "desk");

    private static Credential Office { get; } = Credential.Secretariat(new(Guid.NewGuid()), new(Guid.NewGuid()));

    private static void Check(Meeting meeting, Action<Meeting> act, Func<Meeting, Credential> who, string name, bool mustChange = true)
    {
        var board = BoardRoom.All.Single(each => each.Name == name);
        var (before, inputs) = Seen(meeting, board, who(meeting));
        act(meeting);
        var (after, later) = Seen(meeting, board, who(meeting));
        Assert.True(!mustChange || before != after, "The act changes nothing on the board.");
        Assert.True(before == after || !Equals(inputs, later), $"{name} changed, and nothing told it.\n{before}\n{after}");
    }

    private static (string Board, object Inputs) Seen(Meeting meeting, Board board, Credential who)
    {
        var view = Room.ViewOf(meeting.Snapshot, Reach.Nothing, new MinutesBook());
        var by = meeting.Now.ActorOf(who);
        return (BoardRoom.Json(board.Project(view, by)).ToJsonString(), board.Inputs(view, by));
    }
}

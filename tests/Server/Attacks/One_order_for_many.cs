using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Credentials;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Floor.Boards;
using Ifmsa.Assembly.Server.Tests.Minutes;
using Ifmsa.Assembly.Server.Wording;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Attacks;

/// <summary>What is in order is written once for all people of a class: nothing in it may be one delegation's alone.</summary>
public sealed class An_order_written_for_many
{
    private static readonly BoardRoom Room = new(new RefusalTexts(Meeting.Sentences), Meeting.Sentences);
    private static readonly Board Order = BoardRoom.All.Single(board => board.Name == "order");

    [Fact]
    public void names_no_other_delegation_to_those_who_came_after_the_vote_had_opened()
    {
        var meeting = new Meeting(10).Opened(6);
        meeting.Do(meeting.Chair, new OpenBallot(new(Guid.NewGuid()), BallotMethod.Phones, meeting.Put("A motion")));
        meeting.Do(meeting.Desk, new GiveCard(meeting.Members[6], meeting.Heads[6]));
        meeting.Do(meeting.Desk, new GiveCard(meeting.Members[7], meeting.Heads[7]));
        Assert.Contains("Your delegation came after ballot 1", AssertSame(meeting, 6, 7), StringComparison.Ordinal);
    }

    [Fact]
    public void names_no_other_delegation_to_those_present_or_absent()
    {
        var meeting = new Meeting(10).Opened(6);
        AssertSame(meeting, 4, 5);
        AssertSame(meeting, 6, 7);
    }

    [Fact]
    public void cites_to_each_the_article_of_its_own_status()
    {
        var meeting = new Meeting(10);
        meeting.Do(Credential.Secretariat(new(Guid.NewGuid()), new(Guid.NewGuid())), new ImportMembers([.. new[] { MemberStatus.Candidate, MemberStatus.Associate }.Select((status, place) =>
            new MemberRow(meeting.Members[place + 7], $"Member {place + 8}", $"NMO-{place + 8:000}", "Land", "Europe", status, Standing.Good, PreviousRights: false))]));
        Assert.NotEqual(Audience(meeting, 7), Audience(meeting, 8));
    }

    private static string AssertSame(Meeting meeting, int one, int other)
    {
        Assert.Equal(Audience(meeting, one), Audience(meeting, other));
        var shown = Shown(meeting, one);
        Assert.Equal(shown, Shown(meeting, other));
        return shown;
    }

    private static object? Audience(Meeting meeting, int place) => Order.Audience(ViewOf(meeting), meeting.Now.ActorOf(meeting.Phones[place]));

    private static string Shown(Meeting meeting, int place) => BoardRoom.Json(Order.Project(ViewOf(meeting), meeting.Now.ActorOf(meeting.Phones[place]))).ToJsonString();

    private static View ViewOf(Meeting meeting) => Room.ViewOf(meeting.Snapshot, Reach.Nothing, new MinutesBook());
}

using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Credentials;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Plenaries;
using Ifmsa.Assembly.Server.Floor.Boards;
using Ifmsa.Assembly.Server.Tests.Minutes;
using Ifmsa.Assembly.Server.Wording;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Attacks;

/// <summary>The order of acts is made again only where its inputs changed; in a vote that is more than its phase.</summary>
public sealed class An_order_of_acts_in_a_vote
{
    private static readonly BoardRoom Room = new(new RefusalTexts(Meeting.Sentences), Meeting.Sentences);
    private static readonly Board Order = BoardRoom.All.Single(board => board.Name == "order");

    [Fact]
    public void offers_the_chair_an_objection_as_soon_as_there_is_one()
    {
        var (meeting, ballot) = Voting(BallotMethod.Phones);
        meeting.Do(meeting.Phones[0], new CastVote(ballot, "for", 1));
        meeting.Do(meeting.Chair, new ClosePolls(ballot));
        Shows(meeting, meeting.Chair, "ballot.settle-objection", () => meeting.Do(meeting.Phones[0], new ObjectToRecord(ballot, RecordError.NotGiven, "against")), inOrder: true);
        Shows(meeting, meeting.Chair, "ballot.settle-objection", () => meeting.Do(meeting.Chair, new SettleObjection(ballot, meeting.Members[0], Upheld: true)), inOrder: false);
    }

    [Fact]
    public void offers_the_chair_the_close_as_soon_as_the_paper_is_confirmed()
    {
        var (meeting, ballot) = Voting(BallotMethod.Phones);
        var figures = System.Collections.Immutable.ImmutableSortedDictionary<string, int>.Empty.Add("for", 1).Add("against", 0).Add("abstain", 0);
        Shows(meeting, meeting.Chair, "ballot.close", () => meeting.Do(meeting.Officer, new EnterPaper(ballot, [meeting.Members[0]], 1, figures)), inOrder: false);
        Shows(meeting, meeting.Chair, "ballot.close", () => meeting.Do(meeting.Desk, new ConfirmPaper(ballot, 1, 1, figures)), inOrder: true);
    }

    [Fact]
    public void tells_the_secretary_when_nobody_is_left_to_be_called()
    {
        var (meeting, ballot) = Voting(BallotMethod.RollCall);
        while (meeting.Now.RunningBallot!.CalledNow is { } called && meeting.Now.RunningBallot.Casts.Count < meeting.Now.RunningBallot.Called.Length - 1)
            meeting.Do(meeting.Secretary, new AnswerRollCall(ballot, called, "for"));
        Shows(meeting, meeting.Secretary, "ballot.pass", () => meeting.Do(meeting.Secretary, new AnswerRollCall(ballot, meeting.Now.RunningBallot!.CalledNow!.Value, "for")), inOrder: false);
    }

    private static (Meeting Meeting, BallotId Ballot) Voting(BallotMethod method)
    {
        var (meeting, ballot) = (new Meeting(10, objectionSeconds: 5).Opened(6), new BallotId(Guid.NewGuid()));
        meeting.Do(meeting.Chair, new OpenBallot(ballot, method, meeting.Put("A motion")));
        return (meeting, ballot);
    }

    private static void Shows(Meeting meeting, Credential who, string kind, Action act, bool inOrder)
    {
        var before = (Order.Audience(View(), By()), Order.Inputs(View(), By()));
        Assert.Equal(!inOrder, Acts()[kind].InOrder);
        act();
        Assert.Equal(inOrder, Acts()[kind].InOrder);
        Assert.False(before.Equals((Order.Audience(View(), By()), Order.Inputs(View(), By()))), "Nothing tells that the board has changed.");

        View View() => Room.ViewOf(meeting.Snapshot, Reach.Nothing, new MinutesBook());
        Actor By() => meeting.Now.ActorOf(who);
        IReadOnlyDictionary<string, ActView> Acts() => ((OrderBoard)Order.Project(View(), By())).Acts;
    }
}

/// <summary>A test vote while the roll is called, before the plenary is open.</summary>
public sealed class A_test_vote_before_the_opening
{
    private static readonly BoardRoom Room = new(new RefusalTexts(Meeting.Sentences), Meeting.Sentences);

    [Fact]
    public void is_what_happens_and_what_the_chair_closes_next()
    {
        var meeting = new Meeting(10);
        meeting.Do(meeting.Chair, new AssumeChair());
        meeting.Do(meeting.Chair, new CallRoll(meeting.Plenary));
        for (var place = 0; place < 8; place++)
            meeting.Do(meeting.Desk, new GiveCard(meeting.Members[place], meeting.Heads[place]));
        meeting.Do(meeting.Chair, new OpenTestBallot(new(Guid.NewGuid()), BallotMethod.Phones, "Does your phone work?"));
        var view = Room.ViewOf(meeting.Snapshot, Reach.Nothing, new MinutesBook());
        Assert.Equal("testVote", Happening.Of(view).Key);
        Assert.Equal("ballot.close", NextSteps.Of(view)!.Kind);
    }
}

/// <summary>A shared tablet that somebody has walked away from.</summary>
public sealed class A_tablet_left_behind
{
    private static readonly BoardRoom Room = new(new RefusalTexts(Meeting.Sentences), Meeting.Sentences);

    [Fact]
    public void shows_nobody_how_the_last_one_voted()
    {
        var (meeting, ballot) = (new Meeting(10, objectionSeconds: 5).Opened(6), new BallotId(Guid.NewGuid()));
        meeting.Do(meeting.Chair, new OpenBallot(ballot, BallotMethod.Phones, meeting.Put("A motion"), Disclosure: Disclosure.Totals));
        meeting.Do(Credential.Installation, new UnlockTablet(meeting.Desk.Device, meeting.Heads[1]));
        meeting.Do(meeting.Desk, new CastAtTablet(ballot, "for", 1));
        Assert.NotNull(Shown(meeting));
        meeting.Wait(TimeSpan.FromSeconds(61));
        meeting.Do(meeting.Phones[2], new CastVote(ballot, "for", 1));
        Assert.Null(Shown(meeting));
    }

    [Fact]
    public void is_locked_with_the_polls()
    {
        var (meeting, ballot) = (new Meeting(10).Opened(6), new BallotId(Guid.NewGuid()));
        meeting.Do(meeting.Chair, new OpenBallot(ballot, BallotMethod.Phones, meeting.Put("A motion")));
        meeting.Do(Credential.Installation, new UnlockTablet(meeting.Desk.Device, meeting.Heads[1]));
        meeting.Do(meeting.Chair, new ClosePolls(ballot));
        Assert.Null(Shown(meeting));
    }

    private static TabletView? Shown(Meeting meeting) => TabletView.Of(Room.ViewOf(meeting.Snapshot, Reach.Nothing, new MinutesBook()), meeting.Now.ActorOf(meeting.Desk));
}

/// <summary>A vote whose time is over while the paper of a block waits for its second count.</summary>
public sealed class A_clock_before_unconfirmed_paper
{
    [Fact]
    public void gives_no_command_that_would_be_refused_and_kept_twenty_times_a_second()
    {
        var (meeting, ballot) = (new Meeting(10).Opened(6), new BallotId(Guid.NewGuid()));
        meeting.Do(meeting.Chair, new OpenBallot(ballot, BallotMethod.Phones, meeting.Put("A motion"), Seconds: 30));
        var figures = System.Collections.Immutable.ImmutableSortedDictionary<string, int>.Empty.Add("for", 1).Add("against", 0).Add("abstain", 0);
        meeting.Do(meeting.Officer, new EnterPaper(ballot, [meeting.Members[0]], 1, figures));
        Assert.Null(Floor.BallotClock.Due(meeting.Now, meeting.At.AddSeconds(31)));
        meeting.Do(meeting.Desk, new ConfirmPaper(ballot, 1, 1, figures));
        Assert.IsType<TimeOut>(Floor.BallotClock.Due(meeting.Now, meeting.At.AddSeconds(31)));
    }
}

/// <summary>A table opened where figures have a decimal comma, and semicolons part the cells.</summary>
public sealed class A_title_with_semicolons
{
    [Fact]
    public void hides_no_formula_behind_them()
    {
        var meeting = new Meeting(10).Opened(6);
        var ballot = meeting.Vote(meeting.Put("Budget;=HYPERLINK(1); @sum"), 4, 1, 1);
        var table = System.Text.Encoding.UTF8.GetString(Server.Tallies.ResultCsv.Of(Server.Tallies.PopoloRecord.Of(meeting.Snapshot, ballot)!));
        Assert.Contains("Budget;'=HYPERLINK(1);' @sum", table, StringComparison.Ordinal);
    }
}

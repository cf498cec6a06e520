using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Server.Floor.Boards;
using Ifmsa.Assembly.Server.Tests.Minutes;
using Ifmsa.Assembly.Server.Wording;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Attacks;

/// <summary>While a motion is pending, the plenary votes on a question of procedure, and then goes on with the motion.</summary>
public sealed class The_result_of_a_question_put_meanwhile
{
    private static readonly BoardRoom Room = new(new RefusalTexts(Meeting.Sentences), Meeting.Sentences);

    [Fact]
    public void is_left_when_direct_negatives_are_asked_for()
    {
        var meeting = new Meeting(10).Opened(6);
        var motion = meeting.Put("A motion");
        AskAndDeclare(meeting);
        meeting.Do(meeting.Chair, new AskNegatives(motion));
        Assert.Equal("askingNegatives", Sentence(meeting));
        Assert.Null(meeting.Now.Floor.Ballot);
        meeting.Wait(TimeSpan.FromMinutes(1));
        meeting.Do(meeting.Chair, new DeclareNemoContra(motion));
        Assert.Equal("nemoContra", Sentence(meeting));
    }

    [Fact]
    public void is_left_when_seconders_are_asked_for_again()
    {
        var meeting = new Meeting(10).Opened(6);
        var motion = new MotionId(Guid.NewGuid());
        meeting.Do(meeting.Phones[0], new SubmitMotion(motion, "A motion", "Text", "policy"));
        meeting.Do(meeting.Chair, new PutMotion(motion));
        AskAndDeclare(meeting);
        meeting.Do(meeting.Chair, new ExtendCountdown(10));
        Assert.Equal("askingSecond", Sentence(meeting));
    }

    [Fact]
    public void leaves_a_vote_being_taken_where_it_is()
    {
        var meeting = new Meeting(10).Opened(6);
        var motion = new MotionId(Guid.NewGuid());
        meeting.Do(meeting.Phones[0], new SubmitMotion(motion, "A motion", "Text", "policy"));
        meeting.Do(meeting.Chair, new PutMotion(motion));
        var question = new BallotId(Guid.NewGuid());
        meeting.Do(meeting.Chair, new OpenBallot(question, BallotMethod.Phones, Title: "A question", Decision: "procedural"));
        meeting.Do(meeting.Phones[1], new SecondMotion(motion));
        Assert.Equal(question, meeting.Now.RunningBallot?.Id);
    }

    private static void AskAndDeclare(Meeting meeting)
    {
        var question = new BallotId(Guid.NewGuid());
        meeting.Do(meeting.Chair, new OpenBallot(question, BallotMethod.Phones, Title: "A question", Decision: "procedural"));
        meeting.Declare(question);
        Assert.Equal("declared.defeated", Sentence(meeting));
    }

    private static string Sentence(Meeting meeting) => PlenaryBoard.Of(Room.ViewOf(meeting.Snapshot, Reach.Nothing, new MinutesBook())).Sentence.Key;
}

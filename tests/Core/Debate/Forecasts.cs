namespace Ifmsa.Assembly.Core.Tests;

using static Debates;
using static Meeting;

public sealed class A_forecast
{
    private static readonly Situation Opened = Under(Rules with { Speaking = Plain with { Seconds = 60 } });

    [Fact]
    public void is_there_while_a_plenary_is_in_session()
    {
        Assert.Null(Forecast.Of(Convened.Now, Convened.Clock));
        Assert.Null(Forecast.Of(Adjourned.Now, Adjourned.Clock));
        Assert.NotNull(Forecast.Of(InSession.Now, InSession.Clock));
    }

    [Fact]
    public void gives_ten_minutes_to_each_item_to_come_before_there_was_one() =>
        // Plenary 1 has the open item and one below another still to come; the one that holds it takes no time of its own.
        Assert.Equal(10, ToEnd(Opened).TotalMinutes);

    [Fact]
    public void gives_items_to_come_as_long_as_items_took()
    {
        var next = Opened.Later(300).After(Chair, new NextItem());
        Assert.Equal(5, ToEnd(next).TotalMinutes);
    }

    [Fact]
    public void says_nothing_of_an_item_where_none_is_open() => Assert.Null(Forecast.Of(InSession.Now, InSession.Clock)!.ItemEnds);

    [Fact]
    public void gives_each_who_waits_the_limit_before_anybody_spoke() => Assert.Equal(120, ToItemEnd(Opened.Asking("Brazil").Asking("Canada")).TotalSeconds);

    [Fact]
    public void gives_each_who_waits_as_long_as_others_spoke() => Assert.Equal(60, ToItemEnd(Opened.Speaking("Austria", 20).Speaking("Denmark", 40).Asking("Brazil").Asking("Canada")).TotalSeconds);

    [Fact]
    public void gives_nobody_more_than_the_limit() => Assert.Equal(60, ToItemEnd(Opened.Speaking("Austria", 200).Asking("Brazil")).TotalSeconds);

    [Fact]
    public void counts_the_rest_of_a_speech_and_no_less_than_nothing()
    {
        var speaking = Opened.Asking("Brazil").After(Chair, new CallNextSpeaker());
        Assert.Equal(40, ToItemEnd(speaking.Later(20)).TotalSeconds);
        Assert.Equal(0, ToItemEnd(speaking.Later(100)).TotalSeconds);
    }

    [Fact]
    public void gives_four_minutes_to_each_motion_that_waits_before_there_was_one()
    {
        var waiting = Opened.After(Head("Austria"), new SubmitMotion(Motion("a"), "A", "Text", "motion", Item("opening")))
            .After(Head("Brazil"), new SubmitMotion(Motion("b"), "B", "Text", "motion", Item("opening")));
        Assert.Equal(8, ToItemEnd(waiting).TotalMinutes);
        Assert.Equal(7, ToItemEnd(waiting.After(Chair, new PutMotion(Motion("a"))).Later(60)).TotalMinutes);
    }

    [Fact]
    public void gives_motions_as_long_as_motions_took()
    {
        var settled = Opened.Putting("first").Later(100).After(Chair, new FailMotion(Motion("first")))
            .After(Head("Brazil"), new SubmitMotion(Motion("b"), "B", "Text", "motion", Item("opening")));
        Assert.Equal(100, ToItemEnd(settled).TotalSeconds);
    }

    [Fact]
    public void counts_the_rest_of_a_vote_at_the_pace_of_votes()
    {
        var question = new OpenBallot(Ballot("one"), BallotMethod.Phones, Title: "Question", Decision: "motion");
        Assert.Equal(90, ToItemEnd(Opened.After(Chair, question).Later(30)).TotalSeconds);
        var taken = Opened.After(Chair, question).Later(50).Declared();
        // The five seconds in which delegations check their record belong to it.
        Assert.Equal(25, ToItemEnd(taken.After(Chair, question with { Ballot = Ballot("two") }).Later(30)).TotalSeconds);
    }

    [Fact]
    public void is_the_same_from_the_journal_read_back()
    {
        var now = Opened.Speaking("Austria", 20).Putting("first").Later(100).After(Chair, new FailMotion(Motion("first"))).After(Chair, new NextItem());
        Assert.Equal(now.Now.Pace, Proceedings.Of(now.Now.Id, now.Journal).Pace);
    }

    private static TimeSpan ToItemEnd(Situation now) => Forecast.Of(now.Now, now.Clock)!.ItemEnds!.Value - now.Clock;

    private static TimeSpan ToEnd(Situation now) => Forecast.Of(now.Now, now.Clock)!.PlenaryEnds - now.Clock;
}

namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

/// <summary>A vote by name, in alphabetical order from a drawn member.</summary>
public sealed class Calling_the_roll_for_a_vote
{
    private static readonly Situation Called = Seconded.After(Chair, new OpenBallot(Ballot("vote"), BallotMethod.RollCall, Motion("motion")));

    private static MemberId First => Called.Now.RunningBallot!.CalledNow!.Value;

    private static MemberId NextOf(Situation now) => now.Now.RunningBallot!.CalledNow!.Value;

    private static Situation Answered(Situation now, string option) => now.After(Secretary, new AnswerRollCall(Ballot("vote"), NextOf(now), option));

    [Theory]
    [InlineData(0, "Austria")]
    [InlineData(3, "Denmark")]
    [InlineData(11, "Austria")]
    [InlineData(13, "Canada")]
    public void begins_with_the_member_drawn_and_goes_round(byte draw, string first)
    {
        byte[] lot = [.. Enumerable.Repeat((byte)0, 7), draw, .. new byte[24]];
        var opened = (BallotOpened)Seconded.Now.Decide(new OpenBallot(Ballot("vote"), BallotMethod.RollCall, Motion("motion")), new(Seconded.Actor(Chair), Seconded.Clock, lot)).Facts[^1];
        var names = opened.Called!.Value.Select(Seconded.Now.NameOf).ToList();
        Assert.Equal(first, names[0]);
        Assert.Equal(names.Order(StringComparer.Ordinal), [.. names.SkipWhile(name => name != "Austria"), .. names.TakeWhile(name => name != "Austria")]);
    }

    [Fact]
    public void calls_the_next_once_one_has_answered()
    {
        var second = Answered(Called, "for");
        Assert.NotEqual(First, NextOf(second));
        Assert.Equal(("for", Provenance.Aloud, true), (second.Now.RunningBallot!.Casts[new(First)].Option, second.Now.RunningBallot.Casts[new(First)].Provenance, second.Now.RunningBallot.Casts[new(First)].Counts));
    }

    [Fact]
    public void takes_no_answer_out_of_turn()
    {
        var other = Called.Now.RunningBallot!.Called[3];
        Called.When(Secretary, new AnswerRollCall(Ballot("vote"), other, "for")).Because<NotCalledYet>();
        Called.When(Head(Called.Now.NameOf(other)), new CastVote(Ballot("vote"), "for", 1)).Because<NotCalledYet>();
        Called.When(Head(Called.Now.NameOf(First)), new CastVote(Ballot("vote"), "for", 1)).Is<VoteCast>();
    }

    [Fact]
    public void corrects_an_answer_while_the_polls_are_open() =>
        Assert.Equal("against", Answered(Called, "for").After(Secretary, new AnswerRollCall(Ballot("vote"), First, "against")).Now.RunningBallot!.Casts[new(First)].Option);

    [Fact]
    public void calls_those_who_pass_once_more_at_the_end()
    {
        var passed = Called.After(Secretary, new PassRollCall(Ballot("vote"), First));
        var end = passed;
        while (NextOf(end) != First)
            end = Answered(end, "abstain");
        Assert.Equal(passed.Now.RunningBallot!.Called.Length - 1, end.Now.RunningBallot!.Casts.Count);
        var twice = end.After(Secretary, new PassRollCall(Ballot("vote"), First));
        Assert.Null(twice.Now.RunningBallot!.CalledNow);
        twice.When(Secretary, new PassRollCall(Ballot("vote"), First)).Because<EverybodyCalled>();
        Assert.Null(Answered(end, "for").Now.RunningBallot!.CalledNow);
    }

    [Fact]
    public void is_public_and_takes_no_entries_of_two() 
    {
        Called.When(Officer, new EnterVote(Ballot("vote"), First, "for")).Because<ByRollCall>();
        Seconded.When(Chair, new OpenBallot(Ballot("vote"), BallotMethod.RollCall, Motion("motion"), Disclosure: Disclosure.Totals)).Because<RollCallIsByName>();
        Voting.When(Secretary, new AnswerRollCall(Ballot("vote"), M("Austria"), "for")).Because<NotByRollCall>();
        Called.When(Head("Austria"), new AnswerRollCall(Ballot("vote"), First, "for")).Because<NotYours>();
    }

    [Fact]
    public void comes_to_the_same_result_as_phones()
    {
        var all = Called;
        for (var answer = 0; all.Now.RunningBallot!.CalledNow is not null; answer++)
            all = Answered(all, answer < 6 ? "for" : "against");
        var result = all.Declared().Now.Ballots[Ballot("vote")].Result!;
        Assert.Equal((6, 5, Verdict.Carried), (result.Figures["for"], result.Figures["against"], result.Verdict));
    }
}

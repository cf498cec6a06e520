namespace Ifmsa.Assembly.Core.Tests;

using static Mazes;
using static Meeting;

/// <summary>Step 3: direct negatives.</summary>
public sealed class No_direct_negative
{
    [Fact]
    public void passes_the_motion_nemo_contra_as_amended()
    {
        var passed = InDebate.Amending(by: "Austria").After(Head("Brazil"), new AcceptAmendment(Amendment("amendment")))
            .After(Chair, new AskNegatives(Motion("motion"))).Later(11).After(Chair, new DeclareNemoContra(Motion("motion")));
        Assert.True(passed.TheMotion() is { NemoContra: true, Phase: MotionPhase.Carried });
        Assert.Contains("seven", passed.TheMotion().Text, StringComparison.Ordinal);
    }
}

/// <summary>Steps 4 and 5: alternatives.</summary>
public sealed class A_direct_negative
{
    private static readonly Situation Asking = InDebate.Objected().After(Chair, new AskAlternatives(Motion("motion")));

    [Fact]
    public void without_an_alternative_leads_to_the_vote_on_the_original_by_its_own_majority()
    {
        var voted = Asking.Voting(new(Ballot("x"), BallotMethod.Phones, Motion("motion")), ("for", 5), ("against", 4));
        Assert.Equal(MotionPhase.Carried, voted.TheMotion().Phase);
    }

    [Fact]
    public void with_an_alternative_nobody_seconds_leads_to_the_vote_on_the_original()
    {
        var alternative = InDebate.WithAlternative();
        alternative.When(Chair, new OpenBallot(Ballot("x"), BallotMethod.Phones, Motion("motion"))).Because<MotionIsNot>();
        alternative.When(Chair, new FailAlternative(Motion("alternative"))).Because<CountdownRunning>();
        var opened = alternative.Later(11).After(Chair, new FailAlternative(Motion("alternative"))).When(Chair, new OpenBallot(Ballot("x"), BallotMethod.Phones, Motion("motion"))).Is<BallotOpened>();
        Assert.Equal(BallotKind.Question, opened.Kind);
    }

    [Fact]
    public void is_asked_for_before_alternatives_are() => InDebate.When(Chair, new AskAlternatives(Motion("motion"))).Because<MotionIsNot>();

    [Fact]
    public void lets_each_delegation_put_one_alternative()
    {
        var alternative = InDebate.WithAlternative();
        alternative.When(Head("Egypt"), new ProposeAlternative(Motion("another"), Motion("motion"), "T", "W")).Because<AlternativeAlready>();
        alternative.When(Head("Egypt"), new SecondAlternative(Motion("alternative"))).Because<NothingToSecond>();
        alternative.When(Head("France"), new SecondAlternative(Motion("alternative"))).Is<AlternativeSeconded>();
    }
}

/// <summary>Step 5: original against alternative, by relative majority; the winner is confirmed where the decision needs more.</summary>
public sealed class Original_against_alternative
{
    private static string Original => Motion("motion").ToString();

    private static string Alternative => Motion("alternative").ToString();

    private static Situation Voted(string decision, params (string Option, int Votes)[] figures) => Debating(decision).WithAlternative()
        .After(Head("France"), new SecondAlternative(Motion("alternative"))).Voting(new(Ballot("x"), BallotMethod.Phones, Motion("motion")), figures);

    private static (MotionPhase, MotionPhase) Phases(Situation now) => (now.TheMotion().Phase, now.Now.Motions[Motion("alternative")].Phase);

    [Fact]
    public void carries_the_one_with_the_most_votes()
    {
        Assert.Equal((MotionPhase.Carried, MotionPhase.Defeated), Phases(Voted("motion", (Original, 3), (Alternative, 2), ("against", 2), ("abstain", 2))));
        Assert.Equal((MotionPhase.Defeated, MotionPhase.Carried), Phases(Voted("motion", (Original, 2), (Alternative, 3))));
    }

    [Fact]
    public void defeats_both_where_more_are_against_than_for_either() =>
        Assert.Equal((MotionPhase.Defeated, MotionPhase.Defeated), Phases(Voted("motion", (Original, 3), (Alternative, 2), ("against", 4))));

    [Fact]
    public void defeats_both_where_they_tie() => Assert.Equal((MotionPhase.Defeated, MotionPhase.Defeated), Phases(Voted("motion", (Original, 4), (Alternative, 4))));

    [Fact]
    public void is_not_the_last_word_where_the_decision_needs_two_thirds()
    {
        var preferred = Voted("bylaws", (Original, 3), (Alternative, 4), ("against", 2));
        Assert.Equal((MotionPhase.Defeated, MotionPhase.Prevailed), Phases(preferred));
        Assert.Equal(Motion("alternative"), preferred.Now.Floor.Motion);
        var opened = preferred.When(Chair, new OpenBallot(Ballot("y"), BallotMethod.Phones, Motion("alternative"))).Is<BallotOpened>();
        Assert.Equal((BallotKind.Question, IfmsaRules.Majorities["twoThirds"]), (opened.Kind, opened.Majority));
        var failed = preferred.Voting(new(Ballot("y"), BallotMethod.Phones, Motion("alternative")), ("for", 5), ("against", 4));
        Assert.Equal((MotionPhase.Defeated, MotionPhase.Defeated), Phases(failed));
        Assert.Equal(MotionPhase.Carried, Phases(preferred.Voting(new(Ballot("y"), BallotMethod.Phones, Motion("alternative")), ("for", 6), ("against", 3))).Item2);
    }

    [Fact]
    public void can_be_voted_on_again_while_nothing_rests_on_it()
    {
        var voted = Voted("bylaws", (Original, 3), (Alternative, 4));
        var again = voted.After(Chair, new VoidBallot(Ballot("x"), "Opened too early."));
        Assert.Equal((MotionPhase.Objected, MotionPhase.Competing), Phases(again));
        Assert.Equal(Motion("motion"), again.Now.Floor.Motion);
        voted.Voting(new(Ballot("y"), BallotMethod.Phones, Motion("alternative")), ("for", 6)).When(Chair, new VoidBallot(Ballot("x"), "Too late.")).Because<RetakenAlready>();
    }
}

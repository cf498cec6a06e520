namespace Ifmsa.Assembly.Core.Tests;

using static Mazes;
using static Meeting;

/// <summary>The chair can always rule otherwise; a ruling may be challenged.</summary>
public sealed class A_ruling
{
    private static readonly Situation Out = InDebate.After(Head("Ghana"), new MoveProcedural(Procedural("adjourn"), "adjourn"))
        .After(Chair, new RuleOutProcedural(Procedural("adjourn"), Ruling("out"), "It is dilatory."));

    [Fact]
    public void puts_a_request_out_of_order() => Assert.Equal(ProceduralPhase.RuledOut, Out.PhaseOf("adjourn"));

    [Fact]
    public void is_reversed_by_the_plenary_and_what_it_put_out_waits_again()
    {
        var overruled = Out.Moving("overruleChair", new() { Ruling = Ruling("out") }, "India").Carrying("overruleChair");
        Assert.Equal((true, ProceduralPhase.Waiting), (overruled.Now.Rulings[Ruling("out")].Reversed, overruled.PhaseOf("adjourn")));
        overruled.When(Chair, new PutProcedural(Procedural("adjourn"))).Is<ProceduralPut>();
    }

    [Fact]
    public void of_the_chair_is_challenged_under_the_vice_chair_who_gives_the_chair_back()
    {
        var challenged = Out.After(Head("India"), new MoveProcedural(Procedural("overruleChair"), "overruleChair", new() { Ruling = Ruling("out") }));
        Assert.Equal(P("vice"), challenged.Now.Chairing.Presiding);
        challenged.When(Chair, new FailProcedural(Procedural("overruleChair"))).Because<NotYours>();
        challenged.When(Vice, new RuleOutProcedural(Procedural("overruleChair"), Ruling("x"), "No.")).Because<CannotBeRuledOut>();
        Assert.Equal(P("chair"), challenged.Deciding("overruleChair", 2).Now.Chairing.Presiding);
        Assert.Equal(P("chair"), challenged.Deciding("overruleChair", 8).Now.Chairing.Presiding);
        Assert.Equal(P("chair"), challenged.After(Head("India"), new WithdrawProcedural(Procedural("overruleChair"))).Now.Chairing.Presiding);
        Assert.Equal(P("chair"), challenged.Later(11).After(Vice, new FailProcedural(Procedural("overruleChair"))).Now.Chairing.Presiding);
    }

    [Fact]
    public void is_challenged_once_by_each_delegation_and_only_while_it_stands()
    {
        var lost = Out.Moving("overruleChair", new() { Ruling = Ruling("out") }, "India").Deciding("overruleChair", 2);
        lost.When(Head("India"), new MoveProcedural(Procedural("again"), "overruleChair", new() { Ruling = Ruling("out") })).Because<NotAgain>();
        InDebate.When(Head("India"), new MoveProcedural(Procedural("x"), "overruleChair", new() { Ruling = Ruling("out") })).Because<NothingToBringAbout>();
    }

    [Fact]
    public void that_allows_an_act_opens_it_once_to_one_delegation()
    {
        var placards = InDebate.After(Chair, new SetIntake(Intake.Placards));
        placards.When(Head("Haiti"), new AskToSpeak(Speech("s"))).Because<OnlyByPlacard>();
        var allowed = placards.After(Chair, new MakeRuling(Ruling("may"), "Haiti has no placard.", Allows: "speech.request", Member: M("Haiti")));
        Assert.Null(allowed.Now.Order(Catalogue.Commands["speech.request"], allowed.Actor(Head("Haiti"))));
        Assert.IsType<OnlyByPlacard>(allowed.Now.Order(Catalogue.Commands["speech.request"], allowed.Actor(Head("India"))));
        var asked = allowed.After(Head("Haiti"), new AskToSpeak(Speech("s")));
        Assert.True(asked.Now.Rulings[Ruling("may")].Used > 0);
        asked.When(Colleague("Haiti"), new AskToSpeak(Speech("t"))).Because<OnlyByPlacard>();
    }

    [Fact]
    public void never_allows_what_is_not_a_matter_of_procedure()
    {
        InDebate.When(Chair, new MakeRuling(Ruling("may"), "Twice.", Allows: "ballot.sing")).Because<CannotAllow>();
        var allowed = InDebate.After(Chair, new MakeRuling(Ruling("may"), "Second it again.", Allows: "motion.second", Member: M("Haiti")));
        allowed.When(Head("Haiti"), new SecondMotion(Motion("motion"))).Because<MotionIsNot>();
        var voting = Meeting.Voting;
        voting.After(Chair, new MakeRuling(Ruling("may"), "They may vote.", Allows: "ballot.cast", Member: M(Newcomer)))
            .When(Head(Newcomer), new CastVote(Ballot("vote"), "for", 1)).Because<NoPreviousRights>();
    }

    [Fact]
    public void overruled_takes_what_was_done_under_it_along()
    {
        var late = InDebate.After(Secretariat, new SetSubmissionDeadline(InDebate.Clock.AddHours(-1)));
        late.When(Head("Haiti"), new SubmitMotion(Motion("late"), "Late", "Words", "motion")).Because<SubmissionClosed>();
        var done = late.After(Chair, new MakeRuling(Ruling("may"), "The boat was late.", Allows: "motion.submit", Member: M("Haiti")))
            .After(Head("Haiti"), new SubmitMotion(Motion("late"), "Late", "Words", "motion"));
        var overruled = done.Moving("overruleChair", new() { Ruling = Ruling("may") }).Carrying("overruleChair");
        Assert.Null(overruled.Now.Find(Motion("late")));
    }

    [Fact]
    public void of_the_credentials_committee_is_overruled_by_its_own_motion()
    {
        var ruled = InDebate.After(Desk, new MakeRuling(Ruling("ccc"), "The letter is not stamped."));
        Assert.Equal(RulingBody.Credentials, ruled.Now.Rulings[Ruling("ccc")].Body);
        ruled.When(Head("Ghana"), new MoveProcedural(Procedural("x"), "overruleChair", new() { Ruling = Ruling("ccc") })).Because<NothingToBringAbout>();
        var overruled = ruled.Ordering("overruleCredentials", new() { Ruling = Ruling("ccc") });
        Assert.True(overruled.Now.Rulings[Ruling("ccc")].Reversed);
        Assert.Equal(P("chair"), overruled.Now.Chairing.Presiding);
    }
}

/// <summary>No confidence: the vice-chair has the chair in the same second, and a new vice-chair is to be elected.</summary>
public sealed class A_vote_of_no_confidence
{
    private static readonly Situation Moved = InDebate.After(Head("Ghana"), new MoveProcedural(Procedural("noConfidence"), "noConfidence"));

    [Fact]
    public void is_taken_under_the_vice_chair()
    {
        Assert.Equal(P("vice"), Moved.Now.Chairing.Presiding);
        Assert.Equal(Moved.Clock, Moved.Now.At);
        Moved.When(Chair, new OpenBallot(Ballot("x"), BallotMethod.Phones, Procedural: Procedural("noConfidence"))).Because<NotYours>();
    }

    [Fact]
    public void that_carries_makes_the_vice_chair_the_chair()
    {
        var deposed = Moved.Carrying("noConfidence").Now;
        Assert.Equal(P("vice"), deposed.Chairing.Presiding);
        Assert.Equal((Who.None, Who.Chair), (deposed.Participants[P("chair")].Duties, deposed.Participants[P("vice")].Duties));
    }

    [Fact]
    public void that_fails_gives_the_chair_back() => Assert.Equal(P("chair"), Moved.Deciding("noConfidence", 3).Now.Chairing.Presiding);

    [Fact]
    public void stands_above_another_procedural_motion()
    {
        var pending = InDebate.Moving("adjourn", by: "India");
        Assert.Equal(P("vice"), pending.After(Head("Ghana"), new MoveProcedural(Procedural("x"), "noConfidence")).Now.Chairing.Presiding);
    }
}

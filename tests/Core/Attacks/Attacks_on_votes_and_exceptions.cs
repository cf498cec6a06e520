namespace Ifmsa.Assembly.Core.Tests;

using static Mazes;
using static Meeting;

/// <summary>Whoever voids votes or uses a ruling for more than it allows.</summary>
public sealed class Attacks_on_votes_and_exceptions
{
    private static Situation DefeatedAndReopened { get; } = InDebate
        .Voting(new(Ballot("first"), BallotMethod.Phones, Motion("motion")), ("for", 2), ("against", 7)).Ordering("reopenDebate", new() { Motion = Motion("motion") });

    [Fact]
    public void cannot_void_the_vote_on_a_motion_whose_debate_was_reopened() =>
        Assert.NotNull(DefeatedAndReopened.When(Chair, new VoidBallot(Ballot("first"), "Miscounted.")).Refusal);

    [Fact]
    public void cannot_undo_a_later_nemo_contra_by_voiding_an_earlier_vote() =>
        Assert.NotNull(DefeatedAndReopened.After(Chair, new AskNegatives(Motion("motion"))).Later(11).After(Chair, new DeclareNemoContra(Motion("motion")))
            .When(Chair, new VoidBallot(Ballot("first"), "Miscounted.")).Refusal);

    private static Situation Bloc { get; } = InSession
        .After(Head("Austria"), new SubmitMotion(Motion("motion"), "First", Text, "motion")).After(Head("Austria"), new SubmitMotion(Motion("two"), "Second", Text, "motion"))
        .After(Head("Austria"), new SubmitMotion(Motion("three"), "Third", Text, "motion"))
        .After(Chair, new PutEnBloc(Motion("bloc"), "All", [Motion("motion"), Motion("two"), Motion("three")])).After(Head("Brazil"), new SecondMotion(Motion("bloc")));

    [Fact]
    public void cannot_take_a_motions_own_vote_away_by_voiding_that_on_its_bloc()
    {
        var again = Bloc.Voting(new(Ballot("bloc"), BallotMethod.Phones, Motion("bloc")), ("for", 2), ("against", 7)).Ordering("reopenDebate", new() { Motion = Motion("motion") })
            .Voting(new(Ballot("own"), BallotMethod.Phones, Motion("motion")), ("for", 7), ("against", 2));
        Assert.Equal(MotionPhase.Carried, again.TheMotion().Phase);
        Assert.Equal(MotionPhase.Carried, again.When(Chair, new VoidBallot(Ballot("bloc"), "Miscounted.")).Then.TheMotion().Phase);
    }

    [Fact]
    public void finds_no_motion_in_the_text_of_a_bloc_that_was_pulled_out() =>
        Assert.DoesNotContain("Second", Bloc.After(Head("Canada"), new PullOut(Motion("two"))).Now.Motions[Motion("bloc")].Text, StringComparison.Ordinal);

    [Fact]
    public void cannot_divide_a_bloc_by_an_exception_from_an_ordered_vote()
    {
        var ordered = Bloc.Ordering("voteAtOnce").After(Chair, new MakeRuling(Ruling("r"), "Canada may divide.", Allows: "motion.divide", Member: M("Canada")));
        var text = ordered.Now.Motions[Motion("bloc")].Text;
        Assert.NotNull(ordered.When(Head("Canada"), new DivideMotion(Motion("bloc"), [new(Motion("p1"), 0), new(Motion("p2"), text.IndexOf("2 ·", StringComparison.Ordinal))])).Refusal);
    }

    [Fact]
    public void cannot_ask_for_alternatives_to_a_bloc_by_an_exception()
    {
        var ordered = Bloc.Ordering("voteAtOnce").After(Chair, new MakeRuling(Ruling("r"), "All the same.", Allows: "motion.ask-alternatives"));
        Assert.NotNull(ordered.When(Chair, new AskAlternatives(Motion("bloc"))).Refusal);
    }

    [Fact]
    public void cannot_object_to_a_motion_carried_by_vote_by_an_exception_for_an_Official()
    {
        var carried = InDebate.After(Secretariat, new GiveDuty(P("head of Denmark"), Duty.Official)).Voting(new(Ballot("v"), BallotMethod.Phones, Motion("motion")), ("for", 7), ("against", 2))
            .After(Chair, new MakeRuling(Ruling("r"), "Denmark may object.", Allows: "motion.object", Member: M("Denmark")));
        Assert.NotNull(carried.When(Head("Denmark"), new ObjectToMotion(Motion("motion"))).Refusal);
    }

    [Fact]
    public void cannot_hand_in_without_the_card_by_an_exception_for_an_Official()
    {
        var ruled = InSession.After(Secretariat, new GiveDuty(P("colleague of Denmark"), Duty.Official))
            .After(Chair, new MakeRuling(Ruling("r"), "Denmark's Official may.", Allows: "motion.submit", Member: M("Denmark")));
        ruled.When(Colleague("Denmark"), new SubmitMotion(Motion("m"), "A motion", Text, "motion")).Because<NoVotingCard>();
    }

    [Fact]
    public void cannot_interrupt_a_running_vote_by_an_exception_from_rank()
    {
        var voting = InSession.After(Chair, new MakeRuling(Ruling("first"), "So.")).Moving("overruleChair", new() { Ruling = Ruling("first") }, "Egypt")
            .After(Head("Haiti"), new SecondProcedural(Procedural("overruleChair")))
            .After(Vice, new MakeRuling(Ruling("r"), "Ghana may move.", Allows: "procedural.move", Member: M("Ghana")))
            .After(Vice, new OpenBallot(Ballot("v"), BallotMethod.Phones, Procedural: Procedural("overruleChair")));
        Assert.NotNull(voting.When(Head("Ghana"), new MoveProcedural(Procedural("noConfidence"), "noConfidence")).Refusal);
    }
}

namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

/// <summary>A motion with independent parts is divided when any voting member asks.</summary>
public sealed class A_divided_motion
{
    private static readonly int Second = Mazes.Text.IndexOf("It has", StringComparison.Ordinal);
    private static readonly Situation Divided = Mazes.InDebate.After(Head("Denmark"), new DivideMotion(Motion("motion"), [new(Motion("a"), 0), new(Motion("b"), Second)]));

    [Fact]
    public void gives_way_to_its_parts()
    {
        Assert.Equal(MotionPhase.Divided, Divided.TheMotion().Phase);
        Assert.Equal(("The assembly founds a working group.", "It has five members.\n\nIt reports in March."), (Divided.Now.Motions[Motion("a")].Text, Divided.Now.Motions[Motion("b")].Text));
        Assert.All([Motion("a"), Motion("b")], part => Assert.Equal((M("Austria"), M("Brazil"), MotionPhase.Seconded), (Divided.Now.Motions[part].Proposer!.Value, Divided.Now.Motions[part].Seconder!.Value, Divided.Now.Motions[part].Phase)));
    }

    [Fact]
    public void is_decided_part_by_part()
    {
        Assert.Equal(Motion("a"), Divided.Now.Floor.Motion);
        var first = Divided.Voting(new(Ballot("a"), BallotMethod.Phones, Motion("a")), ("for", 9)).After(Chair, new PutMotion(Motion("b")));
        var both = first.Voting(new(Ballot("b"), BallotMethod.Phones, Motion("b")), ("against", 9));
        Assert.Equal((MotionPhase.Carried, MotionPhase.Defeated), (both.Now.Motions[Motion("a")].Phase, both.Now.Motions[Motion("b")].Phase));
    }

    [Fact]
    public void parts_where_paragraphs_begin()
    {
        Mazes.InDebate.When(Head("Denmark"), new DivideMotion(Motion("motion"), [new(Motion("a"), 0), new(Motion("b"), Second + 1)])).Because<PartsDoNotFit>();
        Mazes.InDebate.When(Head("Denmark"), new DivideMotion(Motion("motion"), [new(Motion("a"), 0)])).Because<PartsDoNotFit>();
        Mazes.InDebate.When(Head("Denmark"), new DivideMotion(Motion("motion"), [new(Motion("a"), 0), new(Motion("a"), Second)])).Because<IdTaken>();
        Seconded.When(Head("Denmark"), new DivideMotion(Motion("motion"), [new(Motion("a"), 0), new(Motion("b"), 4)])).Because<NothingToDivide>();
    }

    [Fact]
    public void is_asked_for_by_voting_members_alone() => Mazes.InDebate.When(Colleague("Denmark"), new DivideMotion(Motion("motion"), [])).Because<NotYours>();
}

/// <summary>Motions and reports put en bloc; any voting member pulls one out.</summary>
public sealed class Motions_put_en_bloc
{
    private static readonly Situation Three = InSession.After(new[] { "a", "b", "c" }.Select(name => (Head("Austria"), (Command)new SubmitMotion(Motion(name), name, "Text", "motion"))));
    private static readonly Situation Put = Three.After(Chair, new PutEnBloc(Motion("bloc"), "All three", [Motion("a"), Motion("b"), Motion("c")])).After(Head("Brazil"), new SecondMotion(Motion("bloc")));

    private static MotionPhase[] Phases(Situation now) => [.. new[] { "a", "b", "c" }.Select(name => now.Now.Motions[Motion(name)].Phase)];

    [Fact]
    public void pass_together_nemo_contra()
    {
        var passed = Put.After(Chair, new AskNegatives(Motion("bloc"))).Later(11).After(Chair, new DeclareNemoContra(Motion("bloc")));
        Assert.All(Phases(passed), phase => Assert.Equal(MotionPhase.Carried, phase));
        var reversed = passed.After(Head("Canada"), new ObjectToMotion(Motion("bloc"))).After(Chair, new ReverseNemoContra(Motion("bloc")));
        Assert.All(Phases(reversed), phase => Assert.Equal(MotionPhase.EnBloc, phase));
    }

    [Theory]
    [InlineData(9, MotionPhase.Carried)]
    [InlineData(1, MotionPhase.Defeated)]
    public void stand_or_fall_together_in_a_vote(int votes, MotionPhase fate)
    {
        var voted = Put.Voting(new(Ballot("x"), BallotMethod.Phones, Motion("bloc")), ("for", votes), ("against", 9 - votes));
        Assert.All(Phases(voted), phase => Assert.Equal(fate, phase));
        Assert.All(Phases(voted.After(Chair, new VoidBallot(Ballot("x"), "Again."))), phase => Assert.Equal(MotionPhase.EnBloc, phase));
    }

    [Fact]
    public void lose_the_one_that_is_pulled_out_which_is_put_by_itself()
    {
        var pulled = Put.After(Head("Denmark"), new PullOut(Motion("b")));
        Assert.Equal([MotionPhase.EnBloc, MotionPhase.Submitted, MotionPhase.EnBloc], Phases(pulled));
        var passed = pulled.After(Chair, new AskNegatives(Motion("bloc"))).Later(11).After(Chair, new DeclareNemoContra(Motion("bloc")));
        Assert.Equal([MotionPhase.Carried, MotionPhase.Submitted, MotionPhase.Carried], Phases(passed));
        passed.When(Chair, new PutMotion(Motion("b"))).Is<MotionPut>();
    }

    [Fact]
    public void are_no_bloc_once_all_are_pulled_out()
    {
        var all = Put.After(Head("Denmark"), new PullOut(Motion("a"))).After(Head("Denmark"), new PullOut(Motion("b"))).After(Head("Denmark"), new PullOut(Motion("c")));
        Assert.Equal((MotionPhase.Dropped, null), (all.Now.Motions[Motion("bloc")].Phase, all.Now.Floor.Motion));
    }

    [Fact]
    public void are_put_by_themselves_where_nobody_seconds_them_together()
    {
        var failed = Three.After(Chair, new PutEnBloc(Motion("bloc"), "All three", [Motion("a"), Motion("b"), Motion("c")])).Later(11).After(Chair, new FailMotion(Motion("bloc")));
        Assert.All(Phases(failed), phase => Assert.Equal(MotionPhase.Submitted, phase));
    }

    [Fact]
    public void are_of_one_kind() => Three.After(Head("Austria"), new SubmitMotion(Motion("d"), "d", "Text", "bylaws"))
        .When(Chair, new PutEnBloc(Motion("bloc"), "Two", [Motion("a"), Motion("d")])).Because<BlocOfOneKind>();
}

namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

public sealed class A_roll_call_with_phones_in_the_hall
{
    private static readonly Situation Called = Seconded.After(Chair, new OpenBallot(Ballot("vote"), BallotMethod.RollCall, Motion("motion")));

    private static readonly LetterDigest Signed = new(Letter("signed"), new('a', 64));

    /// <summary>A roll call with Austria represented by Denmark.</summary>
    private static readonly Situation Represented = RollCall.GivingCards(AllMembers.Except(["Austria"])).After(Chair, new OpenPlenary())
        .After(Desk, new GiveProxy(M("Austria"), M("Denmark"), Signed))
        .After(Chair, new OpenBallot(Ballot("vote"), BallotMethod.RollCall, Title: "Agreed?", Decision: "bylaws"));

    [Fact]
    public void keeps_the_vote_a_delegation_cast_on_its_own_phone()
    {
        var first = Called.Now.RunningBallot!.CalledNow!.Value;
        var voted = Called.After(Head(Called.Now.NameOf(first)), new CastVote(Ballot("vote"), "for", 1));
        voted.When(Secretary, new AnswerRollCall(Ballot("vote"), first, "against")).Because<VotedAlready>();
    }

    [Fact]
    public void takes_the_vote_of_a_represented_member_from_its_holders_phone_when_it_is_called()
    {
        var austria = Until(Represented, "Austria");
        var cast = austria.After(Head("Denmark"), new CastVote(Ballot("vote"), "for", 1, Members: [M("Austria")]));
        Assert.Equal("for", cast.Now.RunningBallot!.Casts[new(M("Austria"))].Option);
        Assert.NotEqual(M("Austria"), cast.Now.RunningBallot.CalledNow);
    }

    [Fact]
    public void takes_no_vote_of_a_represented_member_before_it_is_called()
    {
        var denmark = Until(Represented.After(Secretary, new PassRollCall(Ballot("vote"), M("Austria"))), "Denmark");
        denmark.When(Head("Denmark"), new CastVote(Ballot("vote"), "for", 1, Members: [M("Austria")])).Because<NotCalledYet>();
        denmark.When(Head("Denmark"), new CastVote(Ballot("vote"), "for", 1, Members: [M("Austria"), M("Denmark")])).Because<NotCalledYet>();
        denmark.After(Head("Denmark"), new CastVote(Ballot("vote"), "for", 1));
    }

    [Fact]
    public void tells_apart_a_holder_whose_represented_member_is_called()
    {
        var austria = Until(Represented, "Austria");
        var called = new ActorClasses(austria.Now).Of(austria.Actor(Head("Denmark")));
        var after = austria.After(Secretary, new AnswerRollCall(Ballot("vote"), M("Austria"), "for"));
        Assert.NotEqual(called, new ActorClasses(after.Now).Of(after.Actor(Head("Denmark"))));
    }

    [Fact]
    public void counts_no_paper_that_bears_no_name() =>
        Called.When(Officer, new EnterPaper(Ballot("vote"), [M("Canada"), M("Denmark")], 2, ImmutableSortedDictionary<string, int>.Empty.Add("for", 2).Add("against", 0).Add("abstain", 0))).Because<ByRollCall>();

    private static Situation Until(Situation calling, string member)
    {
        while (calling.Now.RunningBallot!.CalledNow is { } called && called != M(member))
            calling = calling.After(Secretary, new AnswerRollCall(Ballot("vote"), called, "abstain"));
        return calling;
    }
}

public sealed class A_vote_under_two_majorities
{
    private static readonly Rules Twofold = IfmsaRules with
    {
        Majorities = IfmsaRules.Majorities
            .SetItem("heads", IfmsaRules.Majorities["simple"] with { Title = "three quarters of all members", Base = MajorityBase.AllMembers, Counting = CountedBy.Members, Numerator = 3, Denominator = 4 })
            .SetItem("twofold", IfmsaRules.Majorities["simple"] with { Title = "twofold", And = "heads" }),
        Decisions = IfmsaRules.Decisions.SetItem("motion", IfmsaRules.Decisions["motion"] with { Majority = "twofold" }),
    };

    [Fact]
    public void has_both_where_the_motion_itself_is_put() =>
        Assert.Equal("heads", Of(Mazes.DebatingUnder(Twofold).After(Chair, new OpenBallot(Ballot("vote"), BallotMethod.Phones, Motion("motion")))));

    [Fact]
    public void has_neither_where_an_amendment_of_it_is_put() => Assert.Null(Of(OnAmendment(Twofold)));

    [Fact]
    public void has_the_second_of_amendments_where_they_have_one() =>
        Assert.Equal("heads", Of(OnAmendment(IfmsaRules with { Majorities = Twofold.Majorities, Way = IfmsaRules.Way with { Amendments = IfmsaRules.Way.Amendments! with { Majority = "twofold" } } })));

    [Fact]
    public void has_neither_where_alternatives_are_put_and_the_winner_is_confirmed_by_both() =>
        Assert.Null(Of(Mazes.DebatingUnder(Twofold).WithAlternative().After(Head("France"), new SecondAlternative(Motion("alternative")))
            .After(Chair, new OpenBallot(Ballot("vote"), BallotMethod.Phones, Motion("motion")))));

    private static Situation OnAmendment(Rules rules) => Mazes.DebatingUnder(rules).Amending().After(Head("Austria"), new RefuseAmendment(Amendment("amendment")))
        .After(Chair, new OpenBallot(Ballot("vote"), BallotMethod.Phones, Amendment: Amendment("amendment")));

    private static string? Of(Situation voting) => voting.Now.RunningBallot!.Second is { } second ? voting.Now.Rules!.Majorities.First(pair => pair.Value == second).Key : null;
}

public sealed class A_represented_member_in_an_election_of_named_voters
{
    private static readonly Rules Rules = IfmsaRules with
    {
        Votes = new(Elections: new(AtMost: 10, Split: false, NamedVoters: true, "on elections")),
        Proxies = IfmsaRules.Proxies! with { Decisions = ["election"], Letter = false },
    };

    [Fact]
    public void has_no_more_votes_than_its_card_although_its_delegates_could_have_had_ten()
    {
        var members = ConvenedUnder(Rules);
        var met = members.Given(new MemberAmended(members.Now.Members[M("Austria")] with { ElectionVotes = 10 }))
            .After(Chair, new AssumeChair()).After(Chair, new CallRoll(Plenary(1))).GivingCards(Regulars.Except(["Austria"])).After(Chair, new OpenPlenary())
            .After(Desk, new GiveProxy(M("Austria"), M("Denmark")));
        Assert.Equal(1, Named_voters.Electing(met).Now.RunningBallot!.Electorate[new(M("Austria"))].Votes);
    }
}

public sealed class An_objection_that_is_none
{
    [Fact]
    public void says_of_a_vote_from_the_members_own_phone_that_others_entered_it_wrongly() =>
        Voting.Casting("for", "Austria").After(Chair, new ClosePolls(Ballot("vote"))).When(Head("Austria"), new ObjectToRecord(Ballot("vote"), RecordError.EnteredWrongly, "against")).Because<NotWhatIsRecorded>();
}

public sealed class Paper_of_named_voters
{
    [Fact]
    public void counts_each_member_and_its_weight_once()
    {
        var met = Named_voters.Meet(IfmsaRules with
        {
            Votes = new(Elections: new(AtMost: 2, Split: false, NamedVoters: true, "on elections")),
            Majorities = IfmsaRules.Majorities.SetItem("heavy", IfmsaRules.Majorities["simple"] with { Counting = CountedBy.Weight, Base = MajorityBase.Present }),
            Decisions = IfmsaRules.Decisions.SetItem("election", IfmsaRules.Decisions["election"] with { Majority = "heavy" }),
        });
        var voting = Named_voters.Electing(met.After(Head("Austria"), new NameVoters([P("head of Austria"), P("colleague of Austria")])));
        var figures = voting.Now.RunningBallot!.Options.ToImmutableSortedDictionary(option => option.Key, option => option.Key == Option.Abstain ? 0 : 2, StringComparer.Ordinal);
        voting.When(Officer, new EnterPaper(Ballot("round"), [M("Austria")], 2, figures)).Because<BlockOfUnequals>();
    }
}

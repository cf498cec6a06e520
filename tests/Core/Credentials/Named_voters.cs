namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

/// <summary>Election votes belong to delegates whom their member names.</summary>
public sealed class Named_voters
{
    private static readonly Rules Rules = IfmsaRules with { Votes = new(Elections: new(AtMost: 2, Split: false, NamedVoters: true, "on elections")) };

    private static readonly Situation Met = Meet(Rules);

    private static readonly Situation Named = Met.After(Head("Austria"), new NameVoters([P("head of Austria"), P("colleague of Austria")]));

    private static readonly Situation Voting = Electing(Named);

    [Fact]
    public void have_one_vote_each_in_an_election() =>
        Assert.Equal([new(M("Austria"), 1, Person: P("head of Austria")), new(M("Austria"), 1, Person: P("colleague of Austria"))], Rows(Voting, "Austria"));

    [Fact]
    public void leave_the_votes_of_the_plenary_to_the_card() =>
        Assert.Equal([new(M("Austria"), 1)], Rows(Named.After(Chair, new OpenBallot(Ballot("vote"), BallotMethod.Phones, Title: "Agreed?", Decision: "motion")), "Austria"));

    [Fact]
    public void who_are_not_named_leave_the_card_one_vote() => Assert.Equal([new(M("Brazil"), 1)], Rows(Voting, "Brazil"));

    [Fact]
    public void are_not_others_of_the_delegation()
    {
        var one = Electing(Met.After(Head("Austria"), new NameVoters([P("colleague of Austria")])));
        var refusal = Assert.IsType<NotNamedVoter>(Electors.WhyNot(one.Now, one.Now.RunningBallot!, one.Actor(Head("Austria"))));
        Assert.Equal("on elections", refusal.Article);
    }

    [Fact]
    public void who_are_not_named_leave_nothing_to_a_colleague_without_the_card() =>
        Assert.IsType<NoVotingCard>(Electors.WhyNot(Voting.Now, Voting.Now.RunningBallot!, Voting.Actor(Colleague("Brazil"))));

    [Fact]
    public void are_named_once_and_no_more_than_the_member_has_votes()
    {
        Met.When(Head("Austria"), new NameVoters([P("head of Austria"), P("head of Austria")])).Because<VoterTwice>();
        var refusal = Met.When(Head("Brazil"), new NameVoters([P("head of Brazil"), P("colleague of Brazil")])).Because<TooManyVoters>();
        Assert.Equal((1, "on elections"), (refusal.AtMost, refusal.Article));
    }

    [Fact]
    public void have_no_more_votes_than_the_member_has_at_the_opening()
    {
        var fewer = Electing(Named.Given(new MemberAmended(Named.Now.Members[M("Austria")] with { ElectionVotes = 1 })));
        Assert.Equal([new(M("Austria"), 1, Person: P("head of Austria"))], Rows(fewer, "Austria"));
    }

    [Fact]
    public void are_of_the_delegation() => Met.When(Head("Austria"), new NameVoters([P("head of Brazil")])).Because<NotOfTheDelegation>();

    [Fact]
    public void are_named_by_the_head_or_the_desk()
    {
        Met.When(Colleague("Austria"), new NameVoters([P("colleague of Austria")])).Because<NotYours>();
        Met.When(Head("Brazil"), new NameVoters([P("head of Austria")], M("Austria"))).Because<NotForOthers>();
        Met.When(Desk, new NameVoters([P("head of Austria")], M("Austria"))).Is<VotersNamed>();
    }

    [Fact]
    public void are_those_of_the_opening()
    {
        var changed = Voting.After(Head("Austria"), new NameVoters([]));
        Assert.Equal(2, Rows(changed, "Austria").Count());
        Assert.Empty(changed.Now.NamedVoters);
    }

    [Fact]
    public void are_unknown_where_the_rulebook_says_nothing_of_them() => InSession.When(Head("Austria"), new NameVoters([P("head of Austria")])).Because<NoNamedVoters>();

    internal static Situation Meet(Rules rules)
    {
        var members = ConvenedUnder(rules);
        return members.Given(new MemberAmended(members.Now.Members[M("Austria")] with { Votes = 7, ElectionVotes = 30, Weight = 4 }))
            .After(Chair, new AssumeChair()).After(Chair, new CallRoll(Plenary(1))).GivingCards(Regulars).After(Chair, new OpenPlenary());
    }

    internal static Situation Electing(Situation before) => before
        .After(Chair, new OpenElection(Election("post"), "Host", "election")).After(Chair, new Nominate(Election("post"), P("head of Canada")))
        .After(Chair, new OpenBallot(Ballot("round"), BallotMethod.Phones, Election: Election("post")));

    private static IEnumerable<Elector> Rows(Situation voting, string member) =>
        voting.Now.RunningBallot!.Electorate.Values.Where(elector => elector.Member == M(member)).Select(elector => elector with { Weight = null });
}

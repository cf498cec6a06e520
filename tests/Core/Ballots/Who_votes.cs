namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

/// <summary>Who votes in a ballot, with how many votes, and what those are told who do not.</summary>
public sealed class Who_votes
{
    private static readonly Situation Voting = Asking(InSecondPlenary.Leaving("Austria").After(Desk, new ForfeitCard(M("Brazil"))), "motion");

    [Fact]
    public void are_the_members_present_with_the_right_to_vote_by_name() =>
        Assert.Equal(["Canada", "Denmark", "Egypt", "France", "Ghana", "Haiti", "India", Newcomer], Voting.Now.RunningBallot!.Electorate.Values.Select(elector => Voting.Now.NameOf(elector.Member)).Order(StringComparer.Ordinal));

    [Fact]
    public void have_one_vote_each_where_the_rulebook_has_no_table() =>
        Assert.All(Asking(Named_voters.Meet(IfmsaRules), "motion").Now.RunningBallot!.Electorate.Values, elector => Assert.Equal(1, elector.Votes));

    [Theory]
    [InlineData(10, 7)]
    [InlineData(7, 7)]
    [InlineData(3, 3)]
    public void have_the_votes_of_the_list_as_far_as_the_table_goes(int atMost, int votes) =>
        Assert.Equal(new(M("Austria"), votes, Weight: 4), Row(Asking(Named_voters.Meet(With(plenary: atMost, elections: 1)), "motion")));

    [Fact]
    public void have_other_votes_in_elections_than_in_the_plenary()
    {
        var met = Named_voters.Meet(With(plenary: 1, elections: 10));
        Assert.Equal((1, 10), (Row(Asking(met, "motion")).Votes, Row(Named_voters.Electing(met)).Votes));
    }

    [Fact]
    public void are_told_the_rule_by_which_they_do_not()
    {
        Assert.Equal(("vote.not-present", "[M] 8.7.8"), WhyNot(Voting, "Austria"));
        Assert.Equal(("card.forfeited", "[M] 8.7.9"), WhyNot(Voting, "Brazil"));
        Assert.Equal(("vote.status", "[I] membership"), WhyNot(Voting, Demoted));
        Assert.Equal(("vote.standing", "[I] membership"), WhyNot(Voting, Lapsed));
        Assert.Equal(("vote.too-late", "[M] 8.7.8"), WhyNot(Voting.GivingCards(["Austria"]), "Austria"));
        Assert.Equal(("vote.no-previous-rights", "[M] 8.3.3"), WhyNot(Asking(InSession, "motion"), Newcomer));
    }

    [Fact]
    public void are_told_what_the_register_says()
    {
        var reported = Asking(InSecondPlenary.After(Desk, new ReportCredentials(Report("r"), Final: false, [new(M("Austria"), Vote: false, "The fee is unpaid"), new(M("Brazil"), Vote: false)])), "motion");
        Assert.Equal(("vote.not-in-register-because", "[M] 8.7.6-7"), WhyNot(reported, "Austria"));
        Assert.Equal(("vote.not-in-register", "[M] 8.7.6-7"), WhyNot(reported, "Brazil"));
    }

    [Fact]
    public void does_not_include_whoever_is_of_no_delegation() =>
        Assert.IsType<NoVotingCard>(Electors.WhyNot(Voting.Now, Voting.Now.RunningBallot!, Voting.Actor(Officer)));

    [Theory]
    [InlineData(0, 1, 1, "member.votes")]
    [InlineData(1, 1001, 1, "member.votes")]
    [InlineData(1, 1, 0, "member.weight")]
    [InlineData(1, 1, 1_000_001, "member.weight")]
    public void has_votes_and_a_weight_within_bounds(int votes, int electionVotes, int weight, string code) =>
        Assert.Equal(code, Convened.When(Secretariat, new ImportMembers([Row() with { Votes = votes, ElectionVotes = electionVotes, Weight = weight }])).Refusal?.Code);

    [Fact]
    public void keeps_its_votes_where_a_list_says_nothing_of_them()
    {
        var listed = Convened.After(Secretariat, new ImportMembers([Row() with { Votes = 3, ElectionVotes = 5, Weight = 9 }]));
        var again = listed.After(Secretariat, new ImportMembers([Row() with { Name = "Another name", ElectionVotes = 6 }]));
        Assert.Equal((3, 6, 9), (again.Now.Members[M("Austria")].Votes, again.Now.Members[M("Austria")].ElectionVotes, again.Now.Members[M("Austria")].Weight));
    }

    private static MemberRow Row() => new(M("Austria"), "Medical Students of Austria", "Austria", "Austria", "Europe", MemberStatus.Full);

    private static Rules With(int plenary, int elections) =>
        IfmsaRules with { Votes = new(new(plenary, Split: true, NamedVoters: false, "on votes"), new(elections, Split: true, NamedVoters: false, "on elections")) };

    private static Situation Asking(Situation before, string decision) => before.After(Chair, new OpenBallot(Ballot("vote"), BallotMethod.Phones, Title: "Agreed?", Decision: decision));

    private static Elector Row(Situation voting) => voting.Now.RunningBallot!.Electorate.Values.Single(elector => elector.Member == M("Austria"));

    private static (string Code, string? Article) WhyNot(Situation voting, string member)
    {
        var refusal = Electors.WhyNot(voting.Now, voting.Now.RunningBallot!, voting.Actor(Head(member)));
        return (refusal.Code, refusal.Article);
    }
}

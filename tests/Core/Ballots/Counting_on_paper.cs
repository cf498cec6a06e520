namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

/// <summary>A block of members votes on paper inside the same ballot, and nobody is counted twice.</summary>
public sealed class Counting_on_paper
{
    private static readonly Situation Begun = Voting.Casting("for", "Austria");
    private static readonly Situation Entered = Begun.After(Officer, Paper(2, 1, 0, "Brazil", "Canada", "Denmark"));

    private static ImmutableSortedDictionary<string, int> Figures(int @for, int against, int abstain) =>
        ImmutableSortedDictionary<string, int>.Empty.Add("for", @for).Add("against", against).Add("abstain", abstain);

    private static EnterPaper Paper(int @for, int against, int abstain, params string[] members) => new(Ballot("vote"), [.. members.Select(M)], @for + against + abstain, Figures(@for, against, abstain));

    private static ConfirmPaper Second(int @for, int against, int abstain) => new(Ballot("vote"), 1, @for + against + abstain, Figures(@for, against, abstain));

    private static int For(Situation now) => now.Now.Ballots[Ballot("vote")].Count().Votes["for"];

    [Fact]
    public void counts_once_a_second_has_counted_the_same()
    {
        Assert.Equal(1, For(Entered));
        var confirmed = Entered.After(SecondOfficer, Second(2, 1, 0));
        Assert.Equal(3, For(confirmed));
        Assert.Equal((3, 1), (confirmed.Declared().Now.Ballots[Ballot("vote")].Result!.Figures["for"], confirmed.Declared().Now.Ballots[Ballot("vote")].Result!.Figures["against"]));
    }

    [Fact]
    public void is_confirmed_by_another_person_on_another_device_who_counts_the_same()
    {
        Entered.When(Officer, Second(2, 1, 0)).Because<SecondPersonNeeded>();
        Entered.When(SecondOfficer, Second(1, 2, 0)).Because<PaperCountsDiffer>();
        Entered.When(Head("Austria"), Second(2, 1, 0)).Because<NotYours>();
        Entered.After(SecondOfficer, Second(2, 1, 0)).When(Desk, Second(2, 1, 0)).Because<NoPaperToConfirm>();
    }

    [Fact]
    public void bars_its_members_from_every_other_way()
    {
        Entered.When(Head("Brazil"), new CastVote(Ballot("vote"), "for", 1)).Because<CountedOnPaper>();
        Entered.When(Officer, new EnterVote(Ballot("vote"), M("Brazil"), "for")).Because<CountedOnPaper>();
        Entered.When(Officer, Paper(1, 0, 0, "Brazil")).Because<CountedOnPaper>();
        Entered.When(SecondOfficer, new ConfirmEntry(Ballot("vote"), M("Brazil"), "for")).Because<CountedOnPaper>();
    }

    [Fact]
    public void never_overrides_a_vote_that_counts()
    {
        Begun.When(Officer, Paper(1, 0, 0, "Austria")).Because<VotedAlready>();
        // An entry nobody has confirmed gives way to the paper.
        var entry = Begun.After(Officer, new EnterVote(Ballot("vote"), M("Brazil"), "against")).After(Officer, Paper(1, 0, 0, "Brazil"));
        Assert.False(entry.Now.RunningBallot!.Casts.ContainsKey(new(M("Brazil"))));
    }

    [Fact]
    public void takes_members_of_the_electorate_each_once()
    {
        Begun.When(Officer, Paper(1, 0, 0, Newcomer)).Because<NoPreviousRights>();
        Begun.When(Officer, Paper(1, 1, 0, "Brazil", "Brazil")).Because<MembersOfBlockNeeded>();
        Begun.When(Officer, Paper(0, 0, 0)).Because<MembersOfBlockNeeded>();
        Begun.When(Officer, new EnterPaper(Ballot("vote"), [new(Of("nobody"))], 1, Figures(1, 0, 0))).Because<UnknownMember>();
    }

    [Fact]
    public void never_takes_more_papers_than_members()
    {
        Begun.When(Officer, Paper(2, 1, 0, "Brazil", "Canada")).Because<MoreVotesThanEntitled>();
        Begun.When(Officer, new EnterPaper(Ballot("vote"), [M("Brazil")], 1, Figures(1, 1, 0))).Because<MarksAndPapersDiffer>();
        Begun.When(Officer, new EnterPaper(Ballot("vote"), [M("Brazil")], 1, Figures(-1, 2, 0))).Because<MoreVotesThanEntitled>();
        Begun.When(Officer, new EnterPaper(Ballot("vote"), [M("Brazil"), M("Canada")], 1, Figures(1, 0, 0))).Is<PaperEntered>();
    }

    [Fact]
    public void does_not_let_the_polls_close_while_it_waits_for_its_second_count()
    {
        Entered.When(Chair, new ClosePolls(Ballot("vote"))).Because<PaperUnconfirmed>();
        Entered.After(Officer, new WithdrawPaper(Ballot("vote"), 1)).When(Chair, new ClosePolls(Ballot("vote"))).Is<PollsClosed>();
    }

    [Fact]
    public void is_put_aside_by_the_chair_alone_once_it_is_confirmed()
    {
        var confirmed = Entered.After(SecondOfficer, Second(2, 1, 0));
        confirmed.When(Officer, new WithdrawPaper(Ballot("vote"), 1)).Because<PaperStands>();
        var again = confirmed.After(Chair, new WithdrawPaper(Ballot("vote"), 1)).Casting("against", "Brazil");
        Assert.Equal((1, 1), (For(again), again.Now.RunningBallot!.Count().Votes["against"]));
    }

    [Fact]
    public void joins_members_of_equal_votes()
    {
        var rules = IfmsaRules with { Votes = new(new(AtMost: 5, Split: true, NamedVoters: false, "[I] membership"), Elections: null) };
        var convened = ConvenedUnder(rules);
        convened = convened.Given(new MemberAmended(convened.Now.Members[M("Brazil")] with { Votes = 3 }), new MemberAmended(convened.Now.Members[M("Canada")] with { Votes = 3 }));
        var voting = convened.After(Chair, new AssumeChair()).After(Chair, new CallRoll(Plenary(1))).GivingCards(AllMembers).After(Chair, new OpenPlenary())
            .After(Chair, new OpenBallot(Ballot("vote"), BallotMethod.Phones, Title: "Question", Decision: "motion"));
        voting.When(Officer, Paper(2, 0, 0, "Austria", "Brazil")).Because<BlockOfUnequals>();
        var counted = voting.After(Officer, Paper(1, 1, 0, "Brazil", "Canada")).After(SecondOfficer, Second(1, 1, 0));
        Assert.Equal((3, 6), (For(counted), counted.Now.RunningBallot!.Count().Slips.Votes));
    }
}

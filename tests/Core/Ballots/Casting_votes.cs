namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

public sealed class Casting_a_vote
{
    private static CastVote For(long number = 1) => new(Ballot("vote"), "for", number);

    private static Cast? CastOf(Situation now, string member) => now.Now.Ballots[Ballot("vote")].Casts.GetValueOrDefault(new(M(member)));

    [Fact]
    public void counts_one_vote_for_the_member()
    {
        var cast = Voting.After(Head("Canada"), For());
        Assert.Equal(("for", Provenance.Phone, true), (CastOf(cast, "Canada")!.Option, CastOf(cast, "Canada")!.Provenance, CastOf(cast, "Canada")!.Counts));
        Assert.Equal(1, cast.Now.Ballots[Ballot("vote")].Count().Votes.Values.Sum());
    }

    [Fact]
    public void can_be_changed_until_the_close()
    {
        var changed = Voting.After(Head("Canada"), For()).After(Head("Canada"), new CastVote(Ballot("vote"), "against", 2));
        Assert.Equal("against", CastOf(changed, "Canada")!.Option);
        Assert.Equal(1, changed.Now.Ballots[Ballot("vote")].Count().Votes.Values.Sum());
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void with_a_number_that_does_not_rise_never_replaces_a_newer_choice(long late)
    {
        var newer = Voting.After(Head("Canada"), new CastVote(Ballot("vote"), "against", 5));
        newer.When(Head("Canada"), For(late)).Because<SupersededCast>();
        newer.When(Head("Canada"), For(6)).Is<VoteCast>();
    }

    [Fact]
    public void counts_numbers_for_each_device_apart()
    {
        var account = new Credential(new(Of("Canada's laptop")), new AccountId(Of("Canada's account")));
        var both = Voting.Given(new AccountSet(P("head of Canada"), account.Account!.Value)).After(Head("Canada"), For(9)).After(account, new CastVote(Ballot("vote"), "against", 1));
        Assert.Equal("against", CastOf(both, "Canada")!.Option);
        Assert.Single(both.Now.Ballots[Ballot("vote")].Casts);
    }

    [Fact]
    public void is_for_the_cards_holder()
    {
        Voting.When(Colleague("Canada"), For()).Because<NoVotingCard>();
        Voting.When(Chair, For()).Because<NotYours>();
        Voting.When(Stranger, For()).Because<NotYours>();
    }

    [Fact]
    public void is_for_members_of_the_electorate() => Voting.When(Head(Newcomer), For()).Because<NoPreviousRights>();

    [Fact]
    public void takes_one_of_the_options() => Voting.When(Head("Canada"), new CastVote(Ballot("vote"), "maybe", 1)).Because<UnknownOption>();

    [Fact]
    public void is_refused_before_and_after()
    {
        Seconded.When(Head("Canada"), For()).Because<NoBallotOpen>();
        Voting.After(Chair, new ClosePolls(Ballot("vote"))).When(Head("Canada"), For()).Because<BallotIsNotOpen>();
        Voting.Declared().When(Head("Canada"), For()).Because<NoBallotOpen>();
    }

    [Fact]
    public void in_an_older_ballot_is_refused_while_another_is_open()
    {
        var second = Voting.Declared().After(Chair, new OpenBallot(Ballot("second"), BallotMethod.Phones, Title: "Question", Decision: "motion"));
        second.When(Head("Canada"), For()).Because<BallotIsNotOpen>();
        second.When(Head("Canada"), new CastVote(Ballot("elsewhere"), "for", 1)).Because<UnknownBallot>();
    }

    [Fact]
    public void is_the_new_holders_when_the_card_has_moved()
    {
        var moved = Voting.After(Head("Canada"), For()).After(Desk, new MoveCard(M("Canada"), P("colleague of Canada")));
        Assert.Equal("for", CastOf(moved, "Canada")!.Option);
        moved.When(Head("Canada"), new CastVote(Ballot("vote"), "against", 2)).Because<NoVotingCard>();
        Assert.Equal("against", CastOf(moved.After(Colleague("Canada"), new CastVote(Ballot("vote"), "against", 1)), "Canada")!.Option);
    }

    [Fact]
    public void stays_when_the_delegation_leaves()
    {
        Assert.Equal("for", CastOf(Voting.After(Head("Canada"), For()).Leaving("Canada"), "Canada")!.Option);
        Assert.Equal("for", CastOf(Voting.After(Head("Canada"), For()).After(Desk, new ForfeitCard(M("Canada"))), "Canada")!.Option);
    }

    [Fact]
    public void counts_from_the_next_vote_for_who_comes_later()
    {
        var late = Seconded.Leaving("Canada").After(Chair, new OpenBallot(Ballot("vote"), BallotMethod.Phones, Motion("motion"))).GivingCards("Canada");
        late.When(Head("Canada"), For()).Because<CameAfterOpening>();
        Assert.True(late.Declared().After(Chair, new OpenBallot(Ballot("next"), BallotMethod.Phones, Title: "Next", Decision: "motion")).Now.RunningBallot!.Includes(M("Canada")));
    }

    [Fact]
    public void goes_on_for_a_member_suspended_meanwhile_and_ends_with_the_vote()
    {
        var member = Voting.Now.Members[M("Canada")];
        var suspended = Voting.Given(new MemberAmended(member with { Standing = Standing.Suspended, PreviousRights = false })).After(Head("Canada"), For());
        Assert.Equal(1, suspended.Now.RunningBallot!.Count().Votes["for"]);
        Assert.False(suspended.Declared().After(Chair, new OpenBallot(Ballot("next"), BallotMethod.Phones, Title: "Next", Decision: "motion")).Now.RunningBallot!.Includes(M("Canada")));
    }
}

public sealed class Opening_a_vote
{
    [Fact]
    public void freezes_electorate_votes_and_rule()
    {
        var ballot = Voting.Now.RunningBallot!;
        Assert.Equal((11, 11, 11), (ballot.Electorate.Count, ballot.Entitled, ballot.MembersWithVote));
        Assert.Equal("simple majority", ballot.Majority.Title);
        Assert.Equal(ballot.Electorate, Voting.Leaving("Canada").Now.RunningBallot!.Electorate);
    }

    [Fact]
    public void is_refused_while_another_runs() =>
        Voting.When(Chair, new OpenBallot(Ballot("second"), BallotMethod.Phones, Title: "Question", Decision: "motion")).Because<BallotRunning>();

    [Fact]
    public void is_about_one_thing()
    {
        Seconded.When(Chair, new OpenBallot(Ballot("vote"), BallotMethod.Phones)).Because<OneSubjectNeeded>();
        Seconded.When(Chair, new OpenBallot(Ballot("vote"), BallotMethod.Phones, Motion("motion"), Title: "And", Decision: "motion")).Because<OneSubjectNeeded>();
    }

    [Fact]
    public void takes_a_new_id() => Voting.Declared().When(Chair, new OpenBallot(Ballot("vote"), BallotMethod.Phones, Title: "Question", Decision: "motion")).Because<IdTaken>();

    [Fact]
    public void takes_a_motion_that_is_seconded() => AskingForSecond.When(Chair, new OpenBallot(Ballot("vote"), BallotMethod.Phones, Motion("motion"))).Because<MotionIsNot>();
}

public sealed class Entering_a_vote_for_a_placard
{
    private static readonly Situation Entered = Voting.After(Officer, new EnterVote(Ballot("vote"), M("Canada"), "against"));

    private static int Against(Situation now) => now.Now.Ballots[Ballot("vote")].Count().Votes["against"];

    [Fact]
    public void does_not_count_until_a_second_person_confirms_it()
    {
        Assert.Equal(0, Against(Entered));
        Assert.Equal(1, Against(Entered.After(SecondOfficer, new ConfirmEntry(Ballot("vote"), M("Canada"), "against"))));
    }

    [Fact]
    public void is_not_confirmed_by_the_same_person() =>
        Entered.When(Officer, new ConfirmEntry(Ballot("vote"), M("Canada"), "against")).Because<SecondPersonNeeded>();

    [Fact]
    public void is_not_confirmed_by_the_same_person_on_another_device()
    {
        var account = new Credential(new(Of("officer's laptop")), new AccountId(Of("officer's account")));
        Entered.Given(new AccountSet(P("officer"), account.Account!.Value)).When(account, new ConfirmEntry(Ballot("vote"), M("Canada"), "against")).Because<SecondPersonNeeded>();
    }

    [Fact]
    public void is_not_confirmed_by_a_different_choice() =>
        Entered.When(SecondOfficer, new ConfirmEntry(Ballot("vote"), M("Canada"), "for")).Because<EntriesDiffer>();

    [Fact]
    public void does_not_count_unconfirmed_at_the_close() =>
        Assert.Equal(0, Entered.Declared().Now.Ballots[Ballot("vote")].Result!.Figures["against"]);

    [Fact]
    public void never_overrides_a_phone() =>
        Voting.Casting("for", "Canada").When(Officer, new EnterVote(Ballot("vote"), M("Canada"), "against")).Because<VotedAlready>();

    [Fact]
    public void is_replaced_by_a_later_cast_of_the_phone()
    {
        var confirmed = Entered.After(SecondOfficer, new ConfirmEntry(Ballot("vote"), M("Canada"), "against")).Casting("for", "Canada");
        Assert.Equal((0, 1), (Against(confirmed), confirmed.Now.RunningBallot!.Count().Votes["for"]));
        Entered.Casting("for", "Canada").When(SecondOfficer, new ConfirmEntry(Ballot("vote"), M("Canada"), "against")).Because<VotedAlready>();
    }

    [Fact]
    public void is_recorded_as_such()
    {
        var cast = Entered.After(Desk, new ConfirmEntry(Ballot("vote"), M("Canada"), "against")).Now.RunningBallot!.Casts[new(M("Canada"))];
        Assert.Equal((Provenance.Entered, P("officer"), P("desk")), (cast.Provenance, cast.By, cast.ConfirmedBy));
    }

    [Theory]
    [InlineData("chair")]
    [InlineData("secretary")]
    [InlineData("desk")]
    [InlineData("officer")]
    public void is_for_chair_secretary_desk_and_officers(string who) => Voting.When(By(who), new EnterVote(Ballot("vote"), M("Canada"), "for")).Is<VoteEntered>();

    [Fact]
    public void is_for_nobody_else() => Voting.When(Vice, new EnterVote(Ballot("vote"), M("Canada"), "for")).Because<NotYours>();

    [Fact]
    public void takes_a_member_of_the_electorate() => Voting.When(Officer, new EnterVote(Ballot("vote"), M(Newcomer), "for")).Because<NoPreviousRights>();

    [Fact]
    public void needs_something_to_confirm() => Voting.When(Officer, new ConfirmEntry(Ballot("vote"), M("Canada"), "for")).Because<NothingToConfirm>();
}

public sealed class Voting_by_placards
{
    private static EnterFigures Figures(int @for, int against, int abstain) =>
        new(Ballot("vote"), ImmutableSortedDictionary<string, int>.Empty.Add("for", @for).Add("against", against).Add("abstain", abstain));

    [Fact]
    public void takes_a_figure_for_each_option_and_gives_the_same_result_as_phones()
    {
        var result = VotingByPlacards.After(Officer, Figures(6, 3, 2)).Declared().Now.Ballots[Ballot("vote")].Result!;
        Assert.Equal((Verdict.Carried, 9, 5), (result.Verdict, result.Base, result.Needed));
    }

    [Fact]
    public void never_takes_more_votes_than_entitled()
    {
        VotingByPlacards.When(Officer, Figures(6, 4, 2)).Because<MoreVotesThanEntitled>();
        VotingByPlacards.When(Officer, Figures(int.MaxValue, int.MaxValue, 2)).Because<MoreVotesThanEntitled>();
        VotingByPlacards.When(Officer, Figures(-1, 1, 1)).Because<MoreVotesThanEntitled>();
    }

    [Fact]
    public void needs_every_option_named_to_the_letter()
    {
        VotingByPlacards.When(Officer, new EnterFigures(Ballot("vote"), ImmutableSortedDictionary<string, int>.Empty.Add("for", 1))).Because<FigureForEachOption>();
        // A soft hyphen is nothing to a comparison by culture.
        var hyphened = ImmutableSortedDictionary<string, int>.Empty.Add("fo\u00ADr", 1).Add("against", 1).Add("abstain", 1);
        VotingByPlacards.When(Officer, new EnterFigures(Ballot("vote"), hyphened)).Because<FigureForEachOption>();
    }

    [Fact]
    public void is_not_closed_before_the_count_is_in() => VotingByPlacards.When(Chair, new ClosePolls(Ballot("vote"))).Because<FiguresMissing>();

    [Fact]
    public void takes_no_single_votes()
    {
        VotingByPlacards.When(Head("Canada"), new CastVote(Ballot("vote"), "for", 1)).Because<ByPlacards>();
        VotingByPlacards.When(Officer, new EnterVote(Ballot("vote"), M("Canada"), "for")).Because<ByPlacards>();
        Voting.When(Officer, Figures(1, 1, 1)).Because<ByPhones>();
    }

    [Fact]
    public void can_be_counted_again_until_the_close() =>
        Assert.Equal(2, VotingByPlacards.After(Officer, Figures(6, 3, 2)).After(SecondOfficer, Figures(2, 3, 2)).Declared().Now.Ballots[Ballot("vote")].Result!.Figures["for"]);
}

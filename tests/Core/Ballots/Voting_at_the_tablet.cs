namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

/// <summary>The shared tablet at the desk, unlocked by a member's voting card for a minute.</summary>
public sealed class Voting_at_the_tablet
{
    private static readonly Situation Unlocked = Voting.After(Credential.Installation, new UnlockTablet(DeviceOf("desk"), P("head of Canada")));

    private static CastAtTablet Choice(string option, long number = 1) => new(Ballot("vote"), option, number);

    [Fact]
    public void counts_the_vote_of_whoever_unlocked_it()
    {
        var cast = Unlocked.After(Desk, Choice("against")).Now.RunningBallot!.Casts[new(M("Canada"))];
        Assert.Equal(("against", Provenance.Tablet, true, P("head of Canada")), (cast.Option, cast.Provenance, cast.Counts, cast.By));
    }

    [Fact]
    public void lasts_a_minute()
    {
        Unlocked.Later(60).When(Desk, Choice("for")).Is<VoteCast>();
        Unlocked.Later(60.001).When(Desk, Choice("for")).Because<TabletIsLocked>();
    }

    [Fact]
    public void is_locked_by_hand_or_by_the_next_ballot()
    {
        Unlocked.After(Desk, new LockTablet()).When(Desk, Choice("for")).Because<TabletIsLocked>();
        Unlocked.After(Chair, new VoidBallot(Ballot("vote"), "Again.", Ballot("retake"))).When(Desk, new CastAtTablet(Ballot("retake"), "for", 1)).Because<TabletIsLocked>();
    }

    [Fact]
    public void is_this_tablets_alone()
    {
        Unlocked.When(Officer, Choice("for")).Because<TabletIsLocked>();
        Voting.When(Desk, Choice("for")).Because<TabletIsLocked>();
        Unlocked.When(Head("Canada"), Choice("for")).Because<NotYours>();
    }

    [Fact]
    public void never_overrides_a_vote_given_by_phone_and_gives_way_to_one()
    {
        Unlocked.Casting("for", "Canada").When(Desk, Choice("against")).Because<VotedAlready>();
        Assert.Equal(Provenance.Phone, Unlocked.After(Desk, Choice("against")).Casting("for", "Canada").Now.RunningBallot!.Casts[new(M("Canada"))].Provenance);
    }

    [Fact]
    public void can_be_changed_there_by_a_newer_number()
    {
        var cast = Unlocked.After(Desk, Choice("against", 5));
        cast.When(Desk, Choice("for", 5)).Because<SupersededCast>();
        Assert.Equal("for", cast.After(Desk, Choice("for", 6)).Now.RunningBallot!.Casts[new(M("Canada"))].Option);
    }

    [Fact]
    public void unlocks_for_those_who_have_a_vote_to_cast()
    {
        Voting.When(Credential.Installation, new UnlockTablet(DeviceOf("desk"), P("colleague of Canada"))).Because<NoVotingCard>();
        Voting.When(Credential.Installation, new UnlockTablet(DeviceOf("desk"), P("head of " + Newcomer))).Because<NoPreviousRights>();
        Voting.When(Credential.Installation, new UnlockTablet(DeviceOf("desk"), P("nobody"))).Because<UnknownParticipant>();
        Voting.When(Desk, new UnlockTablet(DeviceOf("desk"), P("head of Canada"))).Because<NotYours>();
        Seconded.When(Credential.Installation, new UnlockTablet(DeviceOf("desk"), P("head of Canada"))).Because<NoBallotOpen>();
    }

    [Fact]
    public void votes_no_longer_for_somebody_whose_card_has_moved() =>
        Unlocked.After(Desk, new MoveCard(M("Canada"), P("colleague of Canada"))).When(Desk, Choice("for")).Because<NoVotingCard>();
}

/// <summary>What an officer entered is confirmed by the delegation itself, on its own screen.</summary>
public sealed class Confirming_ones_own_entry
{
    private static readonly Situation Entered = Voting.After(Officer, new EnterVote(Ballot("vote"), M("Canada"), "against"));

    [Fact]
    public void makes_it_count() =>
        Assert.True(Entered.After(Head("Canada"), new ConfirmOwnEntry(Ballot("vote"), "against")).Now.RunningBallot!.Casts[new(M("Canada"))].Counts);

    [Fact]
    public void names_the_choice_that_was_entered()
    {
        Entered.When(Head("Canada"), new ConfirmOwnEntry(Ballot("vote"), "for")).Because<EntriesDiffer>();
        Entered.When(Head("Denmark"), new ConfirmOwnEntry(Ballot("vote"), "for")).Because<NothingToConfirm>();
        Entered.When(Colleague("Canada"), new ConfirmOwnEntry(Ballot("vote"), "against")).Because<NoVotingCard>();
    }

    [Fact]
    public void takes_two_devices_where_two_officers_do_it() =>
        Voting.Given(new VoteEntered(Ballot("vote"), M("Canada"), "for", P("officer"), Voting.Clock, Device: DeviceOf("second officer"))).When(SecondOfficer, new ConfirmEntry(Ballot("vote"), M("Canada"), "for")).Because<SecondPersonNeeded>();
}

namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

public sealed class Electing_a_chair
{
    private static readonly Situation Nominated = Electing
        .Given(new AccountSet(P("head of Austria"), new(Of("Austria's account"))), new AccountSet(P("head of Brazil"), new(Of("Brazil's account"))))
        .After(Chair, new Nominate(Election("post"), P("head of Austria"))).After(Chair, new Nominate(Election("post"), P("head of Brazil")));

    private static readonly Situation Open = Nominated.After(Chair, new OpenBallot(Ballot("round"), BallotMethod.Phones, Election: Election("post")));

    private static readonly string Austria = P("head of Austria").ToString();
    private static readonly string Brazil = P("head of Brazil").ToString();

    private static readonly Situation Elected = Open.Casting(Austria, "Austria", "Canada", "Denmark").Casting(Brazil, "Brazil").Casting(Option.Abstain, "Egypt").Declared();

    [Fact]
    public void offers_each_nominee_and_abstention() => Assert.Equal([Austria, Brazil, "abstain"], Open.Now.RunningBallot!.Options.Select(option => option.Key));

    [Fact]
    public void waits_until_each_nominee_can_sign_in() =>
        Assert.Equal(new NomineeWithoutAccount(1), Nominated.After(Chair, new Nominate(Election("post"), P("head of Canada")))
            .When(Chair, new OpenBallot(Ballot("round"), BallotMethod.Phones, Election: Election("post"))).Because<NomineeWithoutAccount>());

    [Fact]
    public void waits_for_a_nominee() => Electing.When(Chair, new OpenBallot(Ballot("round"), BallotMethod.Phones, Election: Election("post"))).Because<NobodyNominated>();

    [Fact]
    public void hands_duty_and_chair_to_the_winner()
    {
        Assert.Equal(P("head of Austria"), Elected.Now.Elections[Election("post")].Winner);
        Assert.True(Elected.Actor(Head("Austria")).Presides);
        Assert.True(Elected.Actor(Head("Austria")).Is(Who.Chair));
    }

    [Fact]
    public void leaves_one_chair() => Assert.False(Elected.Actor(Chair).Is(Who.Chair | Who.Presiding));

    [Fact]
    public void counts_abstentions_in_the_absolute_majority()
    {
        // In 2017 two candidates stood and nobody was elected in the first round: abstentions count.
        var none = Open.Casting(Austria, "Austria", "Canada", "Denmark").Casting(Brazil, "Brazil").Casting(Option.Abstain, "Egypt", "France").Declared();
        Assert.Equal((Verdict.NoWinner, 6, 4), (none.Now.Ballots[Ballot("round")].Result!.Verdict, none.Now.Ballots[Ballot("round")].Result!.Base, none.Now.Ballots[Ballot("round")].Result!.Needed));
        Assert.Equal(ElectionPhase.Open, none.Now.Elections[Election("post")].Phase);
        none.When(Chair, new OpenBallot(Ballot("second"), BallotMethod.Phones, Election: Election("post"))).Is<BallotOpened>();
    }

    [Fact]
    public void never_picks_between_equals()
    {
        var lenient = IfmsaRules with { Majorities = IfmsaRules.Majorities.SetItem("absolute", IfmsaRules.Majorities["absolute"] with { Numerator = 1, Denominator = 3, Strict = false }) };
        var ballot = Open.Now.RunningBallot! with { Majority = lenient.Majorities["absolute"] };
        var figures = ImmutableSortedDictionary<string, int>.Empty.WithComparers(StringComparer.Ordinal).Add(Austria, 3).Add(Brazil, 3).Add("abstain", 0);
        Assert.Equal(Verdict.NoWinner, Result.Of(ballot, Count.OfVotes(figures)).Verdict);
    }

    [Fact]
    public void with_nobody_voting_elects_nobody() => Assert.Equal(Verdict.NoWinner, Open.Declared().Now.Ballots[Ballot("round")].Result!.Verdict);

    [Fact]
    public void with_a_sole_candidate_needs_the_majority_too()
    {
        var sole = Nominated.After(Chair, new WithdrawNominee(Election("post"), P("head of Brazil"))).After(Chair, new OpenBallot(Ballot("round"), BallotMethod.Phones, Election: Election("post")));
        Assert.Equal(Verdict.NoWinner, sole.Casting(Austria, "Austria").Casting("abstain", "Brazil").Declared().Now.Ballots[Ballot("round")].Result!.Verdict);
        Assert.Equal(Verdict.Elected, sole.Casting(Austria, "Austria", "Canada").Casting("abstain", "Brazil").Declared().Now.Ballots[Ballot("round")].Result!.Verdict);
    }

    [Fact]
    public void nominates_each_person_once() => Nominated.When(Chair, new Nominate(Election("post"), P("head of Austria"))).Because<NominatedAlready>();

    [Fact]
    public void is_over_once_decided() => Elected.When(Head("Austria"), new Nominate(Election("post"), P("vice"))).Because<NoElectionOpen>();

    [Fact]
    public void that_is_voided_takes_duty_and_chair_back()
    {
        var voided = Elected.After(Head("Austria"), new VoidBallot(Ballot("round"), "A phone was lent."));
        Assert.False(voided.Actor(Head("Austria")).Is(Who.Chair | Who.Presiding));
        Assert.Equal((ElectionPhase.Open, null), (voided.Now.Elections[Election("post")].Phase, voided.Now.Elections[Election("post")].Winner));
    }

    [Fact]
    public void that_is_voided_leaves_a_reelected_chair_the_duty_they_had()
    {
        var reelected = Nominated.After(Chair, new Nominate(Election("post"), P("chair"))).Given(new AccountSet(P("chair"), new(Of("chair's account"))))
            .After(Chair, new OpenBallot(Ballot("round"), BallotMethod.Phones, Election: Election("post")))
            .Casting(P("chair").ToString(), "Austria", "Canada", "Denmark").Declared();
        var voided = reelected.After(Chair, new VoidBallot(Ballot("round"), "A phone was lent."));
        Assert.Equal(P("chair"), reelected.Now.Elections[Election("post")].Winner);
        Assert.True(voided.Actor(Chair).Is(Who.Chair));
        Assert.Equal(ElectionPhase.Open, voided.Now.Elections[Election("post")].Phase);
    }

    [Fact]
    public void that_is_retaken_goes_on_under_whoever_assumes_the_chair()
    {
        var retaken = Elected.After(Head("Austria"), new VoidBallot(Ballot("round"), "A phone was lent.", Ballot("second"))).After(Vice, new AssumeChair());
        var voted = retaken.Casting(Brazil, "Austria", "Brazil").Closed(Vice);
        var recount = voted.Recount(Ballot("second"));
        var declared = voted.After(Credential.Clock, new ConfirmCount(Ballot("second"), recount.Count, recount.Fault)).After(Vice, new DeclareResult(Ballot("second")));
        Assert.True(declared.Actor(Head("Brazil")).Presides);
        Assert.Equal(1, declared.Now.Participants.Values.Count(person => (person.Duties & Who.Chair) != 0));
    }

    [Fact]
    public void is_not_undone_but_voided() => Elected.When(Head("Austria"), new UndoAct(Elected.LastAct)).Because<NotReversible>();
}

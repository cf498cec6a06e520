namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

/// <summary>A motion on the membership of an organisation.</summary>
public sealed class A_decision_on_a_member
{
    private static readonly MembershipChange Admission = new(M(Demoted), MemberStatus.Full);
    private static readonly MembershipChange Suspension = new(M("Austria"), Standing: Standing.Suspended);

    [Fact]
    public void at_once_gives_the_vote_from_the_next_vote_on()
    {
        var carried = Carried(InSecondPlenary, Admission);
        Assert.Equal(MemberStatus.Full, carried.Now.Members[M(Demoted)].Status);
        Assert.DoesNotContain(Rows(carried.Now.Ballots[Ballot("admission")]), elector => elector.Member == M(Demoted));
        Assert.Contains(Rows(carried.After(Chair, new OpenBallot(Ballot("next"), BallotMethod.Phones, Title: "Agreed?", Decision: "motion")).Now.RunningBallot!), elector => elector.Member == M(Demoted));
    }

    [Fact]
    public void at_once_takes_the_vote_of_a_suspended_member()
    {
        var carried = Carried(InSecondPlenary, Suspension);
        Assert.False(Votes(carried, "Austria"));
        Assert.Equal(9, carried.Now.Quorum.Entitled);
    }

    [Fact]
    public void stands_over_an_earlier_report_of_the_committee()
    {
        var reported = InSecondPlenary.After(Desk, new ReportCredentials(Report("r"), Final: false, [new(M("Austria"), Vote: true), new(M(Demoted), Vote: false)]));
        Assert.False(Votes(Carried(reported, Suspension), "Austria"));
        Assert.True(Votes(Carried(reported, Admission), Demoted));
        var later = Carried(reported, Suspension).After(Desk, new ReportCredentials(Report("later"), Final: false, [new(M("Austria"), Vote: true)]));
        Assert.True(Votes(later, "Austria"));
    }

    [Fact]
    public void with_the_next_plenary_waits_for_its_roll_call()
    {
        var carried = Carried(Met(MembershipTiming.NextPlenary), Suspension);
        Assert.Equal(Standing.Good, carried.Now.Members[M("Austria")].Standing);
        var called = carried.After(Chair, new Adjourn()).After(Chair, new CallRoll(Plenary(2)));
        Assert.Equal(Standing.Suspended, called.Now.Members[M("Austria")].Standing);
        Assert.Equal(Standing.Good, called.After(Chair, new UndoAct(called.LastAct)).Now.Members[M("Austria")].Standing);
    }

    [Fact]
    public void after_the_assembly_is_recorded_only()
    {
        var carried = Carried(Met(MembershipTiming.AfterAssembly), Suspension).After(Chair, new Adjourn()).After(Chair, new CallRoll(Plenary(2)));
        Assert.Equal(Standing.Good, carried.Now.Members[M("Austria")].Standing);
        Assert.Equal(Suspension, carried.Now.Memberships[Motion("admission")].Change);
    }

    [Fact]
    public void that_is_defeated_changes_nothing()
    {
        var defeated = Voting(InSecondPlenary, Admission).Casting("against", "Austria").Declared();
        Assert.Equal(MemberStatus.Candidate, defeated.Now.Members[M(Demoted)].Status);
        Assert.Empty(defeated.Now.Memberships);
    }

    [Fact]
    public void is_taken_back_with_its_vote()
    {
        var voided = Carried(InSecondPlenary, Admission).After(Chair, new VoidBallot(Ballot("admission"), "A phone was lent."));
        Assert.Equal(MemberStatus.Candidate, voided.Now.Members[M(Demoted)].Status);
        Assert.Empty(voided.Now.Memberships);
    }

    [Fact]
    public void stands_once_the_member_has_been_changed_again()
    {
        var carried = Carried(InSecondPlenary, Admission);
        var corrected = carried.Given(new MemberAmended(carried.Now.Members[M(Demoted)] with { Status = MemberStatus.Associate }));
        corrected.When(Chair, new VoidBallot(Ballot("admission"), "A phone was lent.")).Because<CarriedOut>();
    }

    [Fact]
    public void without_a_vote_is_taken_back_with_a_late_objection()
    {
        var rules = IfmsaRules with { Decisions = IfmsaRules.Decisions.SetItem("membership", IfmsaRules.Decisions["membership"] with { NemoContra = true }) };
        var passed = Put(Met(rules), Suspension).After(Chair, new AskNegatives(Motion("admission"))).Later(11).After(Chair, new DeclareNemoContra(Motion("admission")));
        Assert.Equal(Standing.Suspended, passed.Now.Members[M("Austria")].Standing);
        var late = passed.After(Head("Canada"), new ObjectToMotion(Motion("admission")));
        Assert.Equal(Standing.Good, late.After(Chair, new ReverseNemoContra(Motion("admission"))).Now.Members[M("Austria")].Standing);
        Assert.Equal(Standing.Good, passed.After(Chair, new UndoAct(passed.LastAct)).Now.Members[M("Austria")].Standing);
        late.Given(new MemberAmended(late.Now.Members[M("Austria")] with { Standing = Standing.Lapsed })).When(Chair, new ReverseNemoContra(Motion("admission"))).Because<DecisionBuiltUpon>();
    }

    [Fact]
    public void together_with_others_changes_each_member()
    {
        var submitted = InSecondPlenary
            .After(Head("Brazil"), new SubmitMotion(Motion("first"), "Admission", "Admitted.", "membership", Membership: Admission))
            .After(Head("Brazil"), new SubmitMotion(Motion("second"), "Suspension", "Suspended.", "membership", Membership: Suspension));
        var carried = submitted.After(Chair, new PutEnBloc(Motion("bloc"), "Members", [Motion("first"), Motion("second")])).After(Head("Canada"), new SecondMotion(Motion("bloc")))
            .After(Chair, new OpenBallot(Ballot("bloc"), BallotMethod.Phones, Motion("bloc"))).Casting("for", "Denmark").Declared();
        Assert.Equal((MemberStatus.Full, Standing.Suspended), (carried.Now.Members[M(Demoted)].Status, carried.Now.Members[M("Austria")].Standing));
        var voided = carried.After(Chair, new VoidBallot(Ballot("bloc"), "Wrong."));
        Assert.Equal((MemberStatus.Candidate, Standing.Good), (voided.Now.Members[M(Demoted)].Status, voided.Now.Members[M("Austria")].Standing));
    }

    [Fact]
    public void does_not_follow_where_an_alternative_is_chosen()
    {
        var voting = Put(Met(With(IfmsaRules.Decisions["membership"] with { ConfirmWinner = false })), Suspension).After(Chair, new AskAlternatives(Motion("admission")))
            .After(Head("Egypt"), new ProposeAlternative(Motion("alternative"), Motion("admission"), "A warning", "The member is warned.")).After(Head("France"), new SecondAlternative(Motion("alternative")))
            .After(Chair, new OpenBallot(Ballot("admission"), BallotMethod.Phones, Motion("admission")));
        var chosen = voting.Casting(Motion("alternative").ToString(), "Canada", "Denmark").Declared();
        Assert.Equal((Verdict.Chosen, Standing.Good), (chosen.Now.Ballots[Ballot("admission")].Result!.Verdict, chosen.Now.Members[M("Austria")].Standing));
        Assert.Equal(Standing.Suspended, voting.Casting(Motion("admission").ToString(), "Canada", "Denmark").Declared().Now.Members[M("Austria")].Standing);
    }

    [Fact]
    public void is_made_only_by_the_kind_of_motion_that_does()
    {
        var refusal = InSecondPlenary.When(Head("Brazil"), new SubmitMotion(Motion("admission"), "Admission", "Admitted.", "policy", Membership: Admission)).Because<NotOnMembership>();
        Assert.Equal("[M] 8.4.5", refusal.Article);
        InSecondPlenary.When(Head("Brazil"), new SubmitMotion(Motion("admission"), "Admission", "Admitted.", "membership", Membership: new(new(Of("nobody")), MemberStatus.Full))).Because<UnknownMember>();
        InSecondPlenary.When(Head("Brazil"), new SubmitMotion(Motion("admission"), "Admission", "Admitted.", "membership", Membership: new(M(Demoted), MemberStatus.Candidate))).Because<ChangesNothing>();
    }

    [Fact]
    public void leaves_the_member_concerned_its_vote_unless_the_rulebook_excludes_it()
    {
        Assert.Contains(Rows(Voting(InSecondPlenary, Suspension).Now.RunningBallot!), elector => elector.Member == M("Austria"));
        var excluding = Voting(Excluding, Suspension);
        Assert.DoesNotContain(Rows(excluding.Now.RunningBallot!), elector => elector.Member == M("Austria"));
        var refusal = Assert.IsType<ConcernedHasNoVote>(Electors.WhyNot(excluding.Now, excluding.Now.RunningBallot!, excluding.Actor(Head("Austria"))));
        Assert.Equal("[I] March Meeting 2025", refusal.Article);
    }

    [Fact]
    public void that_excludes_the_member_is_taken_by_itself() =>
        Excluding.After(Head("Brazil"), new SubmitMotion(Motion("first"), "Admission", "Admitted.", "membership", Membership: Admission))
            .After(Head("Brazil"), new SubmitMotion(Motion("second"), "Suspension", "Suspended.", "membership", Membership: Suspension))
            .When(Chair, new PutEnBloc(Motion("bloc"), "Members", [Motion("first"), Motion("second")])).Because<DecidedByItself>();

    private static Situation Excluding { get; } = Met(With(IfmsaRules.Decisions["membership"] with { ExcludesConcerned = true }));

    private static Rules With(DecisionRule rule) => IfmsaRules with { Decisions = IfmsaRules.Decisions.SetItem("membership", rule) };

    private static Situation Met(MembershipTiming takes) => Met(With(IfmsaRules.Decisions["membership"] with { TakesEffect = takes }));

    private static Situation Met(Rules rules) => ConvenedUnder(rules)
        .After(Chair, new AssumeChair()).After(Chair, new CallRoll(Plenary(1))).GivingCards(AllMembers).After(Chair, new OpenPlenary());

    private static Situation Put(Situation before, MembershipChange change) => before
        .After(Head("Brazil"), new SubmitMotion(Motion("admission"), "Membership", "The assembly decides so.", "membership", Membership: change)).After(Chair, new PutMotion(Motion("admission")))
        .After(Head("Canada"), new SecondMotion(Motion("admission")));

    private static Situation Voting(Situation before, MembershipChange change) => Put(before, change).After(Chair, new OpenBallot(Ballot("admission"), BallotMethod.Phones, Motion("admission")));

    private static Situation Carried(Situation before, MembershipChange change) => Voting(before, change).Casting("for", "Canada", "Denmark").Declared();

    private static bool Votes(Situation situation, string member) => situation.Now.HasVote(situation.Now.Members[M(member)]);

    private static ImmutableArray<Elector> Rows(Ballot ballot) => [.. ballot.Electorate.Values];
}

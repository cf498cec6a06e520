namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

/// <summary>Who votes by the reports of the credentials committee (CCC).</summary>
public sealed class The_register
{
    /// <summary>The preliminary report: Austria does not vote, the lapsed member does.</summary>
    private static readonly ReportCredentials Preliminary = new(Report("preliminary"), Final: false, [new(M("Austria"), Vote: false, "The fee is unpaid"), new(M(Lapsed), Vote: true)]);

    private static readonly ReportCredentials Final = new(Report("final"), Final: true, [new(M("Brazil"), Vote: false)]);

    private static readonly Situation Reported = InSecondPlenary.After(Desk, Preliminary);

    private static readonly Situation Presented = Reported.After(Desk, Final);

    private static readonly Situation Adopting = Presented
        .After(Chair, new SubmitMotion(Motion("register"), "Final report", "The report is adopted.", "credentials")).After(Chair, new PutMotion(Motion("register")));

    private static readonly Situation Adopted = Adopting.After(Chair, new OpenBallot(Ballot("register"), BallotMethod.Phones, Motion("register"))).Casting("for", "Canada").Declared();

    [Fact]
    public void governs_from_the_next_vote_on_while_it_is_preliminary()
    {
        Assert.False(Votes(Reported, "Austria"));
        Assert.True(Votes(Reported, Lapsed));
    }

    [Fact]
    public void leaves_those_it_does_not_list_to_status_and_standing()
    {
        Assert.True(Votes(Reported, Newcomer));
        Assert.False(Votes(Reported, Demoted));
    }

    [Fact]
    public void counts_for_the_quorum_at_once()
    {
        var before = InSecondPlenary.Now.Quorum;
        Assert.Equal((10, 10), (before.Present, before.Entitled));
        var after = InSecondPlenary.After(Desk, Preliminary with { Rows = [new(M("Austria"), Vote: false), new(M("Brazil"), Vote: false)] }).Now.Quorum;
        Assert.Equal((8, 8), (after.Present, after.Entitled));
    }

    [Fact]
    public void leaves_a_running_vote_to_those_it_was_opened_with()
    {
        var voting = InSecondPlenary.After(Chair, new OpenBallot(Ballot("vote"), BallotMethod.Phones, Title: "Agreed?", Decision: "motion")).After(Desk, Preliminary);
        Assert.Contains(voting.Now.RunningBallot!.Electorate.Values, elector => elector.Member == M("Austria"));
        Assert.DoesNotContain(voting.Now.RunningBallot.Electorate.Values, elector => elector.Member == M(Lapsed));
        voting.Casting("for", "Austria");
    }

    [Fact]
    public void is_not_asked_in_plenary_1_where_rights_at_the_previous_assembly_count()
    {
        var first = InSession.After(Desk, Preliminary);
        Assert.True(Votes(first, "Austria"));
        Assert.False(Votes(first.After(Chair, new Adjourn()).After(Chair, new CallRoll(Plenary(2))), "Austria"));
    }

    [Fact]
    public void begins_with_those_that_have_no_vote_after_plenary_1() =>
        Assert.Equal(new[] { M("Austria"), M(Demoted) }.ToHashSet(), InSession.After(Desk, Preliminary).Now.Voteless.ToHashSet());

    [Fact]
    public void is_not_replaced_by_a_final_report_that_is_only_presented()
    {
        Assert.Equal(Report("preliminary"), Presented.Now.Register);
        Assert.True(Votes(Presented, "Brazil"));
    }

    [Fact]
    public void is_replaced_by_the_final_report_once_that_is_adopted()
    {
        Assert.Equal(Report("final"), Adopted.Now.Register);
        Assert.False(Votes(Adopted, "Brazil"));
        // The final report does not list them.
        Assert.True(Votes(Adopted, "Austria"));
        Assert.False(Votes(Adopted, Lapsed));
    }

    [Fact]
    public void is_replaced_without_a_vote_where_nobody_objects()
    {
        var adopted = Adopting.After(Chair, new AskNegatives(Motion("register"))).Later(11).After(Chair, new DeclareNemoContra(Motion("register")));
        Assert.Equal(Report("final"), adopted.Now.Register);
        var late = adopted.After(Head("Canada"), new ObjectToMotion(Motion("register"))).After(Chair, new ReverseNemoContra(Motion("register")));
        Assert.Equal(Report("preliminary"), late.Now.Register);
    }

    [Fact]
    public void stays_where_the_final_report_is_defeated() =>
        Assert.Equal(Report("preliminary"), Adopting.After(Chair, new OpenBallot(Ballot("register"), BallotMethod.Phones, Motion("register"))).Casting("against", "Canada").Declared().Now.Register);

    [Fact]
    public void is_the_former_one_again_when_the_vote_that_adopted_it_is_void()
    {
        var voided = Adopted.After(Chair, new VoidBallot(Ballot("register"), "The wrong report was shown."));
        Assert.Equal(Report("preliminary"), voided.Now.Register);
        Assert.False(Votes(voided, "Austria"));
        Assert.True(Votes(voided, "Brazil"));
        Assert.False(voided.Now.Reports[Report("final")].Adopted);
    }

    [Fact]
    public void is_not_restored_over_a_later_one()
    {
        var again = Adopted.After(Desk, Final with { Report = Report("corrected"), Rows = [new(M("Canada"), Vote: false)] })
            .After(Chair, new SubmitMotion(Motion("corrected"), "Corrected report", "The report is adopted.", "credentials")).After(Chair, new PutMotion(Motion("corrected")))
            .After(Chair, new OpenBallot(Ballot("corrected"), BallotMethod.Phones, Motion("corrected"))).Casting("for", "Denmark").Declared();
        Assert.Equal(Report("corrected"), again.Now.Register);
        again.When(Chair, new VoidBallot(Ballot("register"), "The wrong report was shown.")).Because<CarriedOut>();
        Assert.Equal(Report("final"), again.After(Chair, new VoidBallot(Ballot("corrected"), "The wrong report was shown.")).Now.Register);
    }

    [Fact]
    public void is_adopted_only_where_a_final_report_has_been_presented()
    {
        var refusal = Reported.After(Chair, new SubmitMotion(Motion("register"), "Final report", "The report is adopted.", "credentials"))
            .When(Chair, new PutMotion(Motion("register"))).Because<NoReportToAdopt>();
        Assert.Equal("[M] 8.7.6-7", refusal.Article);
        Reported.When(Chair, new OpenBallot(Ballot("register"), BallotMethod.Phones, Title: "Adopted?", Decision: "credentials")).Because<NoReportToAdopt>();
    }

    [Fact]
    public void is_adopted_as_it_was_presented() => Adopting.When(Desk, Final with { Report = Report("another") }).Because<ReportBeingDecided>();

    [Fact]
    public void takes_no_preliminary_report_once_the_final_one_is_adopted() =>
        Assert.Equal("[M] 8.7.6-7", Adopted.When(Desk, Preliminary with { Report = Report("late") }).Because<FinalReportStands>().Article);

    [Fact]
    public void lists_known_members_once_with_short_reasons()
    {
        InSecondPlenary.When(Desk, Preliminary with { Rows = [new(new(Of("nobody")), Vote: true)] }).Because<UnknownMember>();
        InSecondPlenary.When(Desk, Preliminary with { Rows = [new(M("Austria"), Vote: true), new(M("Austria"), Vote: false)] }).Because<MemberTwice>();
        InSecondPlenary.When(Desk, Preliminary with { Rows = [new(M("Austria"), Vote: false, new('x', 201))] }).Because<WordsTooLong>();
        InSecondPlenary.When(Desk, Preliminary with { Rows = [] }).Because<RowsOutOfBounds>();
    }

    [Fact]
    public void is_undone_while_no_vote_rests_on_it()
    {
        var undone = Reported.After(Desk, new UndoAct(Reported.LastAct));
        Assert.Null(undone.Now.Register);
        Assert.True(Votes(undone, "Austria"));
        Reported.After(Chair, new OpenBallot(Ballot("vote"), BallotMethod.Phones, Title: "Agreed?", Decision: "motion")).When(Desk, new UndoAct(Reported.LastAct)).Because<ActRestsOnIt>();
    }

    private static bool Votes(Situation situation, string member) => situation.Now.HasVote(situation.Now.Members[M(member)]);
}

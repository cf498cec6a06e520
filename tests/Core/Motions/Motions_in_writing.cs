namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

/// <summary>Drafts, co-submitters, the deadline and notice.</summary>
public sealed class A_draft
{
    private static readonly DraftMotion Words = new(Motion("draft"), "Title", "Text", "motion", [M("Brazil"), M("Canada")]);
    private static readonly Situation Drafted = Convened.After(Colleague("Austria"), Words);

    [Fact]
    public void has_no_number_until_it_is_handed_in()
    {
        Assert.Equal((MotionPhase.Draft, 0), (Drafted.Now.Motions[Motion("draft")].Phase, Drafted.Now.Motions[Motion("draft")].Number));
        Assert.Equal((MotionPhase.Submitted, 1), Drafted.After(Colleague("Austria"), new HandInDraft(Motion("draft"))).Now.Motions[Motion("draft")] is var motion ? (motion.Phase, motion.Number) : default);
    }

    [Fact]
    public void is_its_delegations_alone()
    {
        Drafted.When(Head("Brazil"), new HandInDraft(Motion("draft"))).Because<NoDraft>();
        Drafted.When(Head("Brazil"), Words).Because<IdTaken>();
        Drafted.When(Head("Denmark"), new JoinMotion(Motion("draft"))).Because<NotInvited>();
    }

    [Fact]
    public void is_joined_by_those_asked_and_asked_again_when_its_words_change()
    {
        var joined = Drafted.After(Head("Brazil"), new JoinMotion(Motion("draft")));
        Assert.Equal([M("Brazil")], joined.Now.Motions[Motion("draft")].CoSubmitters);
        joined.When(Head("Brazil"), new JoinMotion(Motion("draft"))).Because<NotInvited>();
        Assert.Equal([M("Brazil")], joined.After(Head("Austria"), Words).Now.Motions[Motion("draft")].CoSubmitters);
        var rewritten = joined.After(Head("Austria"), Words with { Text = "Other words" }).Now.Motions[Motion("draft")];
        Assert.Empty(rewritten.CoSubmitters);
        Assert.Contains(M("Brazil"), rewritten.Invited);
    }

    [Fact]
    public void cannot_be_put() => InSession.After(Head("Austria"), Words).When(Chair, new PutMotion(Motion("draft"))).Because<MotionIsNot>();
}

/// <summary>Motions are taken in writing until the deadline; the chair can allow one all the same.</summary>
public sealed class The_deadline_for_motions
{
    private static readonly SubmitMotion Late = new(Motion("late"), "Late", "Text", "motion");
    private static readonly Situation Over = InSession.After(Secretariat, new SetSubmissionDeadline(InSession.Clock.AddMinutes(5))).Later(301);

    [Fact]
    public void shuts_delegations_out_once_it_is_over()
    {
        Over.When(Head("Austria"), Late).Because<SubmissionClosed>();
        Over.Later(-2).When(Head("Austria"), Late).Is<MotionSubmitted>();
        Over.When(Chair, Late).Is<MotionSubmitted>();
        Over.After(Secretariat, new SetSubmissionDeadline()).When(Head("Austria"), Late).Is<MotionSubmitted>();
    }

    [Fact]
    public void yields_to_a_ruling_of_the_chair() => Assert.Equal(2, Over
        .After(Chair, new MakeRuling(Ruling("r"), "The boat was late.", Allows: "motion.submit", Member: M("Austria"))).When(Head("Austria"), Late).Facts.Length);
}

/// <summary>The chair announces the plenary's motions two hours before.</summary>
public sealed class Notice_of_a_motion
{
    private static readonly DateTimeOffset Opens = Situation.Nothing.Clock.AddHours(3);

    private static bool? Kept(double hoursBefore, bool announced = true)
    {
        var written = ConvenedUnder(IfmsaRules).After(Head("Austria"), new SubmitMotion(Motion("motion"), "Title", "Text", "motion"));
        written = written with { Clock = Opens.AddHours(-hoursBefore) };
        if (announced)
            written = written.After(Secretariat, new AnnounceMotions(Plenary(1), [Motion("motion")]));
        return (written with { Clock = Opens }).After(Chair, new AssumeChair()).After(Chair, new CallRoll(Plenary(1))).GivingCards(AllMembers).After(Chair, new OpenPlenary())
            .When(Chair, new PutMotion(Motion("motion"))).Is<MotionPut>().NoticeKept;
    }

    [Fact]
    public void is_kept_two_hours_before_the_plenary_opens()
    {
        Assert.True(Kept(2));
        Assert.False(Kept(1.99));
        Assert.False(Kept(2, announced: false));
    }

    [Fact]
    public void counts_from_the_first_announcement()
    {
        var twice = Convened.After(Head("Austria"), new SubmitMotion(Motion("motion"), "T", "T", "motion")).After(Secretariat, new AnnounceMotions(Plenary(1), [Motion("motion")]));
        Assert.Equal(twice.Clock, twice.Later(60).After(Secretariat, new AnnounceMotions(Plenary(1), [Motion("motion")])).TheMotion().Announced!.At);
    }

    [Fact]
    public void is_not_spoken_of_where_no_rule_asks_for_it()
    {
        var now = Mazes.UnderRonr.Now;
        Assert.Equal(RonrRules.Announcements is null, Notice.WasKept(now, now.Motions[Motion("motion")]) is null);
    }
}

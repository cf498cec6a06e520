namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;
using static MinutesGiven;

/// <summary>Minutes from the draft to their publication.</summary>
public sealed class The_way_of_minutes
{
    private static MinutesPhase Phase(Situation now) => now.Now.MinutesOf(First).Phase;

    [Fact]
    public void is_as_drawn() => Golden.Matches("minutes.mmd", PlenaryMinutes.Flow.ToMermaid());

    [Fact]
    public void leads_from_the_draft_to_publication_by_the_vote_of_a_later_plenary()
    {
        Assert.Equal(MinutesPhase.Draft, Phase(Adjourned));
        Assert.Equal(MinutesPhase.Reviewed, Phase(Reviewed));
        Assert.Equal(MinutesPhase.Circulated, Phase(Circulated));
        var voted = InSecond(Put).After(Chair, Voting()).Casting("for", "Canada");
        Assert.Equal(MinutesPhase.Put, Phase(voted));
        var adopted = voted.Declared();
        Assert.Equal(MinutesPhase.Adopted, Phase(adopted));
        Assert.Equal(Ballot("minutes"), adopted.Now.MinutesOf(First).Adoption!.Ballot);
        Assert.Equal(MinutesPhase.Published, Phase(adopted.After(Secretary, new PublishMinutes(First))));
    }

    [Fact]
    public void begins_once_the_plenary_is_adjourned()
    {
        InSession.When(Secretary, new ReviewMinutes(First)).Because<NoMinutesFor>();
        InSecond(Adjourned).When(Secretary, new ReviewMinutes(Plenary(2))).Because<NotAdjourned>();
    }

    [Fact]
    public void goes_back_to_the_draft_while_nobody_else_has_the_text()
    {
        Assert.Equal(MinutesPhase.Draft, Phase(Reviewed.After(Secretary, new ReviseMinutes(First))));
        Circulated.When(Secretary, new ReviseMinutes(First)).Because<NoMinutesFor>();
    }

    [Fact]
    public void takes_no_step_over_another()
    {
        Adjourned.When(Secretary, Circulate(Adjourned)).Because<NoMinutesFor>();
        Reviewed.When(Secretary, Putting(Reviewed)).Because<NoMinutesFor>();
        Put.When(Secretary, new PublishMinutes(First)).Because<NoMinutesFor>();
    }

    [Fact]
    public void belongs_to_the_secretary() =>
        Adjourned.When(By("assistant"), new ReviewMinutes(First)).Because<NotYours>();

    [Fact]
    public void keeps_the_text_and_its_hash_word_for_word()
    {
        var kept = Circulated.Now.MinutesOf(First).Circulated!;
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("The minutes."u8)), kept.Sha256);
        Assert.NotEqual(kept.Sha256, Put.Now.MinutesOf(First).Put!.Sha256);
        Assert.Equal(kept, Put.Now.MinutesOf(First).Circulated);
    }

    [Fact]
    public void circulates_no_text_that_is_older_than_the_last_word()
    {
        var composed = Circulate(Adjourned);
        var reworded = Adjourned.After(Secretary, new RewordEntry(First, Line, 0, Words("new"), "The plenary opens.")).After(Secretary, new ReviewMinutes(First));
        reworded.When(Secretary, composed).Because<ChangedMeanwhile>();
        Reviewed.After(Secretary, new RemarkEntry(Line, Words("remark"), "A remark.")).When(Secretary, composed).Because<ChangedMeanwhile>();
        reworded.When(Secretary, composed with { Composed = null }).Because<ChangedMeanwhile>();
    }

    [Fact]
    public void takes_no_remark_that_the_members_would_not_read()
    {
        // However the two commands meet: either the text waits for the remark, or the remark is refused.
        Circulated.When(Secretary, new RemarkEntry(Line, Words("remark"), "A remark.") { Plenary = First }).Because<MinutesAre>();
        Reviewed.When(Secretary, new RemarkEntry(Line, Words("remark"), "A remark.") { Plenary = First }).Is<EntryRemarked>();
    }

    [Fact]
    public void bounds_the_warnings_that_are_confirmed() =>
        Reviewed.When(Secretary, Circulate(Reviewed) with { Confirmed = [new string('x', 201)] }).Because<WarningsOutOfBounds>();
}

/// <summary>Two secretaries at one sentence.</summary>
public sealed class Rewording_a_sentence
{
    private static readonly Situation Reworded = Adjourned.After(Secretary, new RewordEntry(First, Line, 0, Words("one"), "One way to say it."));

    [Fact]
    public void upon_what_another_has_changed_meanwhile_is_refused()
    {
        Reworded.When(By("assistant"), new RewordEntry(First, Line, 0, Words("two"), "Another way to say it.")).Because<RewordedMeanwhile>();
        var then = Reworded.After(By("assistant"), new RewordEntry(First, Line, 1, Words("two"), "Another way to say it."));
        Assert.Equal((2, Words("two")), (then.Now.MinutesOf(First).Rewordings[Line].Revision, then.Now.MinutesOf(First).Rewordings[Line].Words));
    }

    [Fact]
    public void can_be_taken_back_to_the_journals_own_and_goes_on_from_there()
    {
        var restored = Reworded.After(Secretary, new RestoreEntry(First, Line, 1));
        Assert.Null(restored.Now.MinutesOf(First).Rewordings[Line].Words);
        restored.When(Secretary, new RestoreEntry(First, Line, 2)).Because<NotReworded>();
        restored.When(Secretary, new RewordEntry(First, Line, 1, Words("late"), "Too late.")).Because<RewordedMeanwhile>();
        restored.After(Secretary, new RewordEntry(First, Line, 2, Words("again"), "Again."));
    }

    [Fact]
    public void waits_until_the_minutes_are_a_draft_again()
    {
        Reviewed.When(Secretary, new RewordEntry(First, Line, 0, Words("one"), "One way.")).Because<NoDraftMinutes>();
        InSecond(Circulated).When(Secretary, new RewordEntry(First, Line, 0, Words("one"), "One way.")).Because<MinutesAre>();
    }

    [Fact]
    public void needs_words_and_an_entry()
    {
        Adjourned.When(Secretary, new RewordEntry(First, Line, 0, Words("one"), " ")).Because<WordsMissing>();
        Adjourned.When(Secretary, new RewordEntry(First, 99_999, 0, Words("one"), "One way.")).Because<NoSuchEntry>();
        Reworded.When(Secretary, new RewordEntry(First, Line, 1, Words("one"), "The same id.")).Because<IdTaken>();
        Adjourned.When(Secretary, new RewordEntry(Plenary(2), Line, 0, Words("one"), "One way.")).Because<UnknownPlenary>();
    }
}

/// <summary>What members say to circulated minutes.</summary>
public sealed class Corrections_to_minutes
{
    private static readonly Situation Proposed = Circulated.After(Head("Brazil"), Proposing("one"));

    [Fact]
    public void come_from_members_with_the_right_to_vote()
    {
        Assert.Equal(M("Brazil"), Proposed.Now.MinutesOf(First).Corrections[Correction("one")].Member);
        InSecond(Circulated).When(Head(Demoted), Proposing("two")).Because<MayNotPropose>();
        Circulated.When(Head("Brazil"), Proposing("two", member: M("Canada"))).Because<NotForOthers>();
        Assert.Equal(M("Canada"), Circulated.After(Secretary, Proposing("two", member: M("Canada"))).Now.MinutesOf(First).Corrections[Correction("two")].Member);
        Assert.Null(Circulated.After(Secretary, Proposing("three")).Now.MinutesOf(First).Corrections[Correction("three")].Member);
    }

    [Fact]
    public void are_proposed_while_the_minutes_are_with_the_members()
    {
        Reviewed.When(Head("Brazil"), Proposing("one")).Because<NoMinutesCirculated>();
        Put.When(Head("Brazil"), Proposing("one")).Because<NoMinutesCirculated>();
        Circulated.When(Head("Brazil"), Proposing("one") with { Sequence = 99_999 }).Because<NoSuchEntry>();
        Proposed.When(Head("Brazil"), Proposing("one")).Because<IdTaken>();
    }

    [Fact]
    public void of_one_member_are_bounded_while_they_wait()
    {
        var many = Enumerable.Range(0, ProposeCorrection.WaitingAtMost).Aggregate(Circulated, (now, count) => now.After(Head("Brazil"), Proposing($"{count}")));
        many.When(Head("Brazil"), Proposing("more")).Because<CorrectionsOutOfBounds>();
        many.After(Head("Canada"), Proposing("more"));
    }

    [Fact]
    public void are_settled_before_the_minutes_are_put()
    {
        Proposed.When(Secretary, Putting(Proposed)).Because<CorrectionsWait>();
        var settled = Proposed.After(Secretary, new SettleCorrection(Correction("one"), CorrectionPhase.Left));
        settled.When(Secretary, Putting(Proposed)).Because<ChangedMeanwhile>();
        settled.After(Secretary, Putting(settled));
    }

    [Fact]
    public void take_one_sentence_once()
    {
        var two = Proposed.After(Head("Canada"), Proposing("two")).After(Secretary, new SettleCorrection(Correction("one"), CorrectionPhase.TakenUp));
        two.When(Secretary, new SettleCorrection(Correction("two"), CorrectionPhase.TakenUp)).Because<LineCorrectedAlready>();
        two.When(Secretary, new SettleCorrection(Correction("one"), CorrectionPhase.TakenUp)).Because<SettledSo>();
        two.When(Secretary, new SettleCorrection(Correction("two"), CorrectionPhase.Proposed)).Because<SettledSo>();
        two.When(Secretary, new SettleCorrection(Correction("three"), CorrectionPhase.Left)).Because<UnknownCorrection>();
        two.After(Secretary, new SettleCorrection(Correction("one"), CorrectionPhase.Left)).After(Secretary, new SettleCorrection(Correction("two"), CorrectionPhase.TakenUp));
    }

    [Fact]
    public void can_be_heard_again_once_the_minutes_are_taken_back()
    {
        var back = Put.After(Secretary, new WithdrawMinutes());
        back = back.After(Head("Brazil"), Proposing("late"));
        Assert.Equal(MinutesPhase.Circulated, back.Now.MinutesOf(First).Phase);
        Assert.Null(back.Now.MinutesPut);
    }
}

/// <summary>The vote on minutes.</summary>
public sealed class Adopting_minutes
{
    private static readonly Situation Before = InSecond(Put);

    private static readonly AssemblyId Next = new(Of("the next assembly"));

    private static readonly string Hash = new('a', 64);

    private static MinutesPhase Phase(Situation now) => now.Now.MinutesOf(First).Phase;

    [Fact]
    public void cites_plenary_and_hash_in_the_ballot_and_in_what_follows()
    {
        var hash = Put.Now.MinutesOf(First).Put!.Sha256;
        var voted = Before.After(Chair, Voting());
        Assert.Equal(new MinutesCitation(First, 1, hash), voted.Now.Ballots[Ballot("minutes")].Minutes);
        var declared = voted.Casting("for", "Canada").Declared();
        Assert.Equal(hash, Assert.Single(declared.Journal.Select(entry => entry.Fact).OfType<MinutesAdopted>()).Minutes.Sha256);
    }

    [Fact]
    public void needs_minutes_that_have_been_put()
    {
        InSecond(Circulated).When(Chair, Voting()).Because<NoMinutesPut>();
        Assert.Null(Before.After(Chair, new OpenBallot(Ballot("other"), BallotMethod.Phones, Title: "Shall we?", Decision: "motion")).Now.Ballots[Ballot("other")].Minutes);
    }

    [Fact]
    public void leaves_them_put_where_the_vote_fails()
    {
        var failed = Before.After(Chair, Voting()).Casting("against", "Canada").Declared();
        Assert.Equal(MinutesPhase.Put, Phase(failed));
        failed.After(Secretary, new WithdrawMinutes());
    }

    [Fact]
    public void passes_without_a_vote_where_nobody_objects()
    {
        var motion = Before.After(Chair, new SubmitMotion(Motion("minutes"), "Minutes of plenary 1", "They are adopted.", "minutes")).After(Chair, new PutMotion(Motion("minutes")));
        var passed = motion.After(Chair, new AskNegatives(Motion("minutes"))).Later(11).After(Chair, new DeclareNemoContra(Motion("minutes")));
        Assert.Equal(Motion("minutes"), passed.Now.MinutesOf(First).Adoption!.Motion);
        var reversed = passed.After(Head("France"), new ObjectToMotion(Motion("minutes"))).After(Chair, new ReverseNemoContra(Motion("minutes")));
        Assert.Equal((MinutesPhase.Put, First), (Phase(reversed), reversed.Now.MinutesPut!.Plenary));
    }

    [Fact]
    public void is_undone_with_a_void_vote_until_they_are_published()
    {
        var adopted = Before.After(Chair, Voting()).Casting("for", "Canada").Declared();
        var voided = adopted.After(Chair, new VoidBallot(Ballot("minutes"), "The wrong text was shown.", Ballot("again")));
        Assert.Equal((MinutesPhase.Put, First), (Phase(voided), voided.Now.Ballots[Ballot("again")].Minutes!.Plenary));
        adopted.After(Secretary, new PublishMinutes(First)).When(Chair, new VoidBallot(Ballot("minutes"), "Too late.")).Because<CarriedOut>();
    }

    [Fact]
    public void keeps_them_as_they_were_put_while_it_runs() =>
        Before.After(Chair, Voting()).When(Secretary, new WithdrawMinutes()).Because<MinutesBeingDecided>();

    [Fact]
    public void takes_one_plenarys_after_the_other()
    {
        Put.When(Secretary, new PresentMinutes(Next, "The last assembly", Plenary(9), 9, Hash)).Because<OtherMinutesPut>();
        var second = Put.After(Chair, new CallRoll(Plenary(2))).GivingCards(AllMembers).After(Chair, new OpenPlenary()).After(Chair, new Adjourn());
        second = second.After(Secretary, new ReviewMinutes(Plenary(2)));
        second = second.After(Secretary, Circulate(second) with { Plenary = Plenary(2) });
        second.When(Secretary, Putting(second) with { Plenary = Plenary(2) }).Because<OtherMinutesPut>();
    }

    [Fact]
    public void of_another_assembly_cites_its_plenary_and_hash()
    {
        var presented = InSecond(Adjourned).After(Secretary, new PresentMinutes(Next, "The last assembly", Plenary(9), 9, Hash));
        var adopted = presented.After(Chair, Voting()).Casting("for", "Canada").Declared();
        var (minutes, adoption) = Assert.Single(adopted.Now.AdoptedForOthers);
        Assert.Equal(new MinutesCitation(Plenary(9), 9, Hash, Next, "The last assembly"), minutes);
        Assert.Equal(Ballot("minutes"), adoption.Ballot);
        adopted.When(Secretary, new PresentMinutes(Next, "The last assembly", Plenary(9), 9, Hash)).Because<MinutesAre>();
        Assert.Empty(adopted.After(Chair, new VoidBallot(Ballot("minutes"), "Wrong.")).Now.AdoptedForOthers);
    }

    [Fact]
    public void of_another_assembly_needs_a_hash_that_can_be_read()
    {
        Adjourned.When(Secretary, new PresentMinutes(Next, "The last assembly", Plenary(9), 9, "abc")).Because<UnreadableCitation>();
        Adjourned.When(Secretary, new PresentMinutes(Adjourned.Now.Id, "This one", Plenary(9), 9, Hash)).Because<OwnMinutes>();
    }

    [Fact]
    public void by_the_next_assembly_is_recorded_for_the_same_hash()
    {
        var hash = Put.Now.MinutesOf(First).Put!.Sha256;
        Put.When(Secretary, new RecordAdoption(First, Next, "The next assembly", Hash, Ballot("there"))).Because<AnotherText>();
        Put.When(Secretary, new RecordAdoption(First, Put.Now.Id, "This one", hash)).Because<OwnMinutes>();
        var recorded = Put.After(Secretary, new RecordAdoption(First, Next, "The next assembly", hash, Ballot("there")));
        Assert.Equal(MinutesPhase.Adopted, Phase(recorded));
        Assert.Null(recorded.Now.MinutesPut);
        Assert.Equal(MinutesPhase.Published, Phase(recorded.After(Secretariat, new PublishMinutes(First))));
    }
}

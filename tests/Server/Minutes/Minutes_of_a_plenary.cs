using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Corrections;
using Ifmsa.Assembly.Core.Credentials;
using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Elections;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Minutes;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Core.Plenaries;
using Ifmsa.Assembly.Server.Documents;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Minutes;

public sealed class Minutes_of_a_plenary
{
    [Fact]
    public void name_place_times_and_officers()
    {
        var paper = new Meeting(10).Opened(6).Minutes();

        Assert.Equal(("March Meeting 2025", 1, "Sunday, 2 March 2025", "Hall A"), (paper.Assembly, paper.Plenary, paper.Date, paper.Venue));
        Assert.Equal("13:00", paper.Opened);
        Assert.Null(paper.Adjourned);
        Assert.Equal(
            [("Chair", "Anaïs Müller", "NMO-001", "Land"), ("Secretary", "محمد عبد الرحمن", "", ""), ("Returning officers", "प्रिया शर्मा", "", "")],
            paper.Officers.Select(officer => (officer.Role, officer.Name, officer.Nmo, officer.Country)));
        Assert.Equal([("", "Opening and roll call"), ("1", "Opening"), ("2", "Membership")], paper.Items.Select(item => (item.Number, item.Title)));
    }

    [Fact]
    public void give_the_roll_by_membership_status()
    {
        var opened = new Meeting(10).Opened(6).Lines().Single(line => line.Figures is not null);

        Assert.Equal(MinutesEntryKind.RollCall, opened.Kind);
        Assert.Equal("Plenary 1 was opened. 6 of 9 members with the right to vote were present; 3 were needed, and the quorum was met.", opened.Text);
        Assert.Equal([["Full members", "9", "9", "6"], ["Candidate members", "1", "0", "0"]], opened.Figures!.Rows);
        Assert.Equal(["All", "10", "9", "6"], opened.Figures.Total!);
        Assert.Equal(["NMO-001", "NMO-002", "NMO-003", "NMO-004", "NMO-005", "NMO-006"], Assert.Single(opened.Choices!).Names);
        Assert.Equal("Quorum — [M] 8.1.8", Meeting.Bare(opened.Article!));
    }

    [Fact]
    public void tell_who_comes_late_and_who_leaves_but_not_the_machinery()
    {
        var meeting = new Meeting(10).Opened(4);
        var from = meeting.Last;
        meeting.Do(meeting.Phones[5], new CheckIn());
        meeting.Do(meeting.Desk, new GiveCard(meeting.Members[5], meeting.Heads[5]));
        meeting.Do(meeting.Desk, new TakeCard(meeting.Members[0]));
        meeting.Do(meeting.Desk, new GiveCard(meeting.Members[0], meeting.Heads[0]));
        meeting.Do(meeting.Desk, new ForfeitCard(meeting.Members[1]));

        Assert.Equal(
        [
            "NMO-006 arrived; 5 members with the right to vote were present.",
            "NMO-001 left; 4 members with the right to vote were present.",
            "NMO-001 returned; 5 members with the right to vote were present.",
            "NMO-002 left with its voting card and lost its vote for the rest of the plenary; 4 members with the right to vote were present.",
        ], After(meeting, from), StringComparer.Ordinal);
    }

    [Fact]
    public void carry_the_vote_of_March_2025_with_figures_names_and_article()
    {
        var meeting = new Meeting(76).Opened(75);
        meeting.Vote(meeting.Put("Membership of an organisation", "membership"), 41, 20, 13);

        var lines = meeting.Lines();
        var read = lines.Single(line => line.Paragraphs is not null);
        Assert.Equal(["The assembly resolves.", "The board reports."], read.Paragraphs!);
        Assert.Equal([("Proposer", "NMO-001"), ("Seconder", "NMO-002"), ("Kind", "membership of an organisation (two-thirds majority)")], read.Particulars!.Select(part => (part.Label, part.Value)));
        var vote = lines.Single(line => line.Tally is not null);
        Assert.Equal("The result was declared: motion 1, “Membership of an organisation”, is carried.", vote.Text);
        Assert.Equal(new Tally("41 for · 20 against · 13 abstain", "needs 41 (\u2068two-thirds majority\u2069 of 61)", "carried"), vote.Tally);
        Assert.Equal("two-thirds majority — [M] 8.4.5", Meeting.Bare(vote.Article!));
        Assert.Equal([("For", 41), ("Against", 20), ("Abstain", 13)], vote.Choices!.Select(choice => (choice.Choice, choice.Names.Count)));
        Assert.Equal("74 of 75 members entitled voted.", vote.Note);
    }

    [Fact]
    public void say_which_votes_were_entered_for_placards()
    {
        var meeting = new Meeting(10).Opened(5);
        var motion = meeting.Put("A");
        var ballot = new BallotId(Guid.NewGuid());
        meeting.Do(meeting.Chair, new OpenBallot(ballot, BallotMethod.Phones, motion));
        meeting.Do(meeting.Officer, new EnterVote(ballot, meeting.Members[2], Option.For));
        meeting.Do(meeting.Desk, new ConfirmEntry(ballot, meeting.Members[2], Option.For));
        meeting.Do(meeting.Officer, new EnterVote(ballot, meeting.Members[3], Option.For));
        meeting.Declare(ballot);

        Assert.Equal(
            "1 of 5 members entitled voted. 1 of these votes was entered for a raised placard and confirmed by a second person. 1 entered for a raised placard was not confirmed and does not count.",
            meeting.Lines().Single(line => line.Tally is not null).Note);
    }

    [Fact]
    public void mark_figures_counted_by_placards()
    {
        var meeting = new Meeting(10).Opened(5);
        var motion = meeting.Put("A");
        var ballot = new BallotId(Guid.NewGuid());
        meeting.Do(meeting.Chair, new OpenBallot(ballot, BallotMethod.Placards, motion));
        meeting.Do(meeting.Officer, new EnterFigures(ballot, System.Collections.Immutable.ImmutableSortedDictionary<string, int>.Empty.Add("for", 4).Add("against", 1).Add("abstain", 0)));
        meeting.Declare(ballot);

        var vote = meeting.Lines().Single(line => line.Tally is not null);
        Assert.Equal("4 for · 1 against · 0 abstain", vote.Tally!.Counts);
        Assert.Null(vote.Choices);
        Assert.Equal("Counted by placards; the figures were entered by प्रिया शर्मा.", Meeting.Bare(vote.Note!));
    }

    [Fact]
    public void keep_a_voided_ballot_and_its_retake()
    {
        var meeting = new Meeting(10).Opened(5);
        var motion = meeting.Put("A");
        var first = meeting.Vote(motion, 5, 0, 0);
        var from = meeting.Last;
        var second = new BallotId(Guid.NewGuid());
        meeting.Do(meeting.Chair, new VoidBallot(first, "The wrong text was shown.", second));
        meeting.Declare(second);

        Assert.Equal(
        [
            "Ballot 1 on motion 1, “A”, was declared void: The wrong text was shown.",
            "The vote on motion 1, “A”, was taken again as ballot 2; 5 members were entitled to vote.",
            "The result was declared: motion 1, “A”, is defeated.",
        ], After(meeting, from), StringComparer.Ordinal);
        Assert.Contains(meeting.Lines(), line => line.Tally is { Verdict: "carried" } && line.Note!.EndsWith($"see entry {from + 1}.", StringComparison.Ordinal));
    }

    [Fact]
    public void tell_of_nemo_contra_and_of_its_reversal()
    {
        var meeting = new Meeting(10).Opened(5);
        var motion = meeting.Put("A");
        meeting.Do(meeting.Chair, new AskNegatives(motion));
        meeting.Wait(TimeSpan.FromSeconds(11));
        var from = meeting.Last;
        meeting.Do(meeting.Chair, new DeclareNemoContra(motion));
        Assert.Equal("Carried nemo contra.", Assert.Single(AtAdjournment(meeting).Decisions).Text);
        meeting.Do(meeting.Phones[3], new ObjectToMotion(motion));
        meeting.Do(meeting.Chair, new ReverseNemoContra(motion));

        Assert.Equal(
        [
            "Motion 1 was carried nemo contra.", "NMO-004 objected to motion 1 after it had passed nemo contra.",
            "The chair upheld the objection of NMO-004: motion 1 is no longer carried and goes to the vote.",
        ], After(meeting, from), StringComparer.Ordinal);
        Assert.Equal("This entry no longer stands; see entry " + meeting.Last + ".", meeting.Lines().Single(line => line.Sequence == from + 1).Note);
    }

    [Fact]
    public void forget_what_was_undone_and_mark_what_was_corrected()
    {
        var meeting = new Meeting(10).Opened(5);
        var from = meeting.Last;
        var undone = meeting.Do(meeting.Desk, new TakeCard(meeting.Members[0]));
        meeting.Do(meeting.Desk, new UndoAct(undone));
        var corrected = meeting.Do(meeting.Desk, new TakeCard(meeting.Members[1]));
        meeting.Wait(TimeSpan.FromMinutes(1));
        meeting.Do(meeting.Desk, new CorrectAct(corrected, "It was NMO-003 that left."));

        Assert.Equal(
        [
            "NMO-002 left; 4 members with the right to vote were present.",
            "The entry of 13:00 no longer stands. It read: NMO-002 left; 4 members with the right to vote were present. Reason: It was NMO-003 that left.",
        ], After(meeting, from), StringComparer.Ordinal);
        var lines = meeting.Lines();
        Assert.Equal($"This entry no longer stands; see entry {meeting.Last}.", lines.Single(line => line.Sequence == corrected).Note);
        Assert.Equal(MinutesEntryKind.Correction, lines[^1].Kind);
    }

    [Fact]
    public void tell_of_an_election_with_nominees_and_figures()
    {
        var meeting = new Meeting(10).Opened(5);
        var (election, ballot) = (new ElectionId(Guid.NewGuid()), new BallotId(Guid.NewGuid()));
        meeting.Do(meeting.Chair, new OpenElection(election, "Chair of the plenary", "chair", Duty.ViceChair));
        foreach (var head in meeting.Heads[..2])
        {
            meeting.Do(Credential.Installation, new SetAccount(head, new(Guid.NewGuid())));
            meeting.Do(meeting.Chair, new Nominate(election, head));
        }
        meeting.Do(meeting.Chair, new OpenBallot(ballot, BallotMethod.Phones, Election: election));
        for (var place = 0; place < 5; place++)
            meeting.Do(meeting.Phones[place], new CastVote(ballot, meeting.Heads[place < 3 ? 0 : 1].ToString(), 1));
        var from = meeting.Last;
        meeting.Declare(ballot);

        Assert.Equal(["The result was declared: Head of NMO-001 is elected (Chair of the plenary)."], After(meeting, from), StringComparer.Ordinal);
        var vote = meeting.Lines().Single(line => line.Tally is not null);
        Assert.Equal([["Head of NMO-001", "3"], ["Head of NMO-002", "2"], ["Abstain", "0"]], vote.Figures!.Rows);
        Assert.Equal(new Tally("5 of 5 votes cast", "needs 3 (\u2068absolute majority\u2069 of 5)", "elected"), vote.Tally);
        Assert.Contains(meeting.Minutes().Officers, officer => officer is { Role: "Vice-chair", Nmo: "NMO-001" });
    }

    [Fact]
    public void date_what_happens_past_midnight()
    {
        var meeting = new Meeting(10).Opened(5);
        meeting.Wait(TimeSpan.FromHours(11));
        meeting.Do(meeting.Chair, new CallRecess(meeting.At.AddHours(1)));

        var recess = meeting.Lines()[^1];
        Assert.Equal("3 Mar 00:00", recess.Time);
        Assert.Equal("The plenary was interrupted until 3 Mar 01:00.", recess.Text);
    }

    [Fact]
    public void hold_appointments_speakers_handovers_and_quorum_calls()
    {
        var meeting = new Meeting(10).Opened(5);
        var vice = meeting.Enrolled("Nguyễn Thị Ánh", meeting.Members[4], Duty.ViceChair);
        var from = meeting.Last;
        var speech = new SpeechId(Guid.NewGuid());
        meeting.Do(meeting.Phones[2], new AskToSpeak(speech));
        meeting.Do(meeting.Chair, new CallSpeaker(speech));
        meeting.Do(meeting.Chair, new GiveDuty(meeting.Heads[3], Duty.Assistant));
        meeting.Do(meeting.Phones[2], new CallQuorum());
        meeting.Do(meeting.Chair, new TestQuorum());
        meeting.Do(meeting.Chair, new OfferChair(meeting.Now.Devices[vice.Device]));
        meeting.Do(vice, new AcceptChair());

        Assert.Equal(
        [
            "Head of NMO-003 spoke.", "Head of NMO-004 was appointed: assistant.", "NMO-003 called for the quorum.",
            "The quorum was counted: 5 of 9 members with the right to vote were present, 3 were needed; it was met.",
            "Nguyễn Thị Ánh (NMO-005) took the chair from Anaïs Müller (NMO-001).",
        ], After(meeting, from), StringComparer.Ordinal);
    }

    [Fact]
    public void put_names_between_isolates_and_never_a_bare_key()
    {
        var meeting = new Meeting(10).Opened(5);
        meeting.Vote(meeting.Put("مرحبا"), 5, 0, 0);
        meeting.Do(meeting.Chair, new Adjourn());

        Assert.All(meeting.Minutes().Items.SelectMany(item => item.Entries), line =>
        {
            Assert.Equal(line.Text.Count(sign => sign == '\u2068'), line.Text.Count(sign => sign == '\u2069'));
            Assert.DoesNotContain("told.", line.Text, StringComparison.Ordinal);
        });
        Assert.Equal("\u2068Hello\u2069", Server.Minutes.Voice.Isolated("He\u2069llo"));
    }

    [Fact]
    public void leave_a_page_of_decisions_and_what_is_carried_over()
    {
        var meeting = new Meeting(10).Opened(5);
        meeting.Vote(meeting.Put("Carried one"), 5, 0, 0);
        meeting.Put("Pending one");
        Assert.Null(meeting.Decisions());

        var page = AtAdjournment(meeting);
        Assert.Equal([("1", "Carried.", "5 for · 0 against · 0 abstain — needs 4 (two-thirds majority of 5)")], page.Decisions.Select(taken => (taken.Number, taken.Text, Meeting.Bare(taken.Figure!))));
        Assert.Equal([("1", "Opening", "not finished"), ("1", "Motion 2 · Pending one", "seconded"), ("2", "Membership", "not reached")], page.CarriedOver.Select(left => (left.Number, Meeting.Bare(left.Title), left.Reason!)));
    }

    private static DecisionsPaper AtAdjournment(Meeting meeting)
    {
        var adjourned = meeting.Do(meeting.Chair, new Adjourn());
        var page = meeting.Decisions()!;
        meeting.Do(meeting.Chair, new UndoAct(adjourned));
        return page;
    }

    private static IEnumerable<string> After(Meeting meeting, long sequence) => meeting.Lines().Where(line => line.Sequence > sequence).Select(line => line.Text);
}

using Ifmsa.Assembly.Core.Minutes;
using Ifmsa.Assembly.Core.Plenaries;
using Ifmsa.Assembly.Server.Documents;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Minutes;

/// <summary>What people put under and beside the sentences of the minutes.</summary>
public sealed class Minutes_that_are_signed
{
    [Fact]
    public void carry_the_secretarys_remarks_and_signatures()
    {
        var meeting = new Meeting(10).Opened(5);
        var motion = meeting.Put("A");
        var declared = meeting.Last;
        meeting.Do(meeting.Secretary, new RemarkEntry(declared, new(Guid.NewGuid()), "A statement was handed in."));
        Assert.Equal([MinutesEntryKind.Motion, MinutesEntryKind.Remark], meeting.Lines().Where(line => line.Sequence == declared).Select(line => line.Kind));
        meeting.Vote(motion, 5, 0, 0);
        meeting.Do(meeting.Chair, new Adjourn());
        Assert.Equal(PaperStatus.Draft, meeting.Minutes().Status);
        meeting.Do(meeting.Chair, new SignMinutes(meeting.Plenary));
        var upTo = meeting.Last;
        meeting.Do(meeting.Secretary, new SignMinutes(meeting.Plenary));

        var paper = meeting.Minutes();
        Assert.Equal(PaperStatus.Signed, paper.Status);
        Assert.Equal(("Secretary", "محمد عبد الرحمن"), (paper.Signatures[1].Role, paper.Signatures[1].SignedBy));
        Assert.EndsWith($"up to journal entry {upTo}", paper.Signatures[1].SignedAt, StringComparison.Ordinal);
    }

    [Fact]
    public void bear_no_signature_that_was_given_to_other_words()
    {
        var meeting = new Meeting(10).Opened(5);
        meeting.Put("A");
        var put = meeting.Last;
        meeting.Do(meeting.Chair, new Adjourn());
        meeting.Do(meeting.Chair, new SignMinutes(meeting.Plenary));
        meeting.Do(meeting.Secretary, new SignMinutes(meeting.Plenary));
        meeting.Do(meeting.Secretary, new RemarkEntry(put, new(Guid.NewGuid()), "Nobody had said so.") { Plenary = meeting.Plenary });
        Assert.Equal(PaperStatus.Draft, meeting.Minutes().Status);
        Assert.All(meeting.Minutes().Signatures, signature => Assert.Null(signature.SignedBy));
        meeting.Do(meeting.Chair, new SignMinutes(meeting.Plenary));
        meeting.Do(meeting.Secretary, new SignMinutes(meeting.Plenary));
        Assert.Equal(PaperStatus.Signed, meeting.Minutes().Status);
    }

    [Fact]
    public void have_the_remark_on_a_signature_that_came_within_the_next_plenary()
    {
        var meeting = new Meeting(10).Opened(5);
        var second = meeting.Another(5);
        meeting.Do(meeting.Chair, new SignMinutes(meeting.Plenary));
        meeting.Do(meeting.Secretary, new RemarkEntry(meeting.Last, new(Guid.NewGuid()), "Signed on the second evening."));
        Assert.Contains(meeting.Minutes().Items.SelectMany(item => item.Entries), line => line.Kind == MinutesEntryKind.Remark);
        Assert.DoesNotContain(meeting.Minutes(second).Items.SelectMany(item => item.Entries), line => line.Kind == MinutesEntryKind.Remark);
    }

    [Fact]
    public void leave_the_remarks_of_the_next_plenary_to_it()
    {
        var meeting = new Meeting(10).Opened(5);
        var second = meeting.Another(5);
        meeting.Do(meeting.Secretary, new RemarkEntry(meeting.Last, new(Guid.NewGuid()), "Said in the second."));
        Assert.DoesNotContain(meeting.Minutes().Items.SelectMany(item => item.Entries), line => line.Kind == MinutesEntryKind.Remark);
        Assert.Contains(meeting.Minutes(second).Items.SelectMany(item => item.Entries), line => line.Kind == MinutesEntryKind.Remark);
    }
}

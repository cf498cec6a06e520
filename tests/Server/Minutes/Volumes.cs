using System.Diagnostics;
using System.Text;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Credentials;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Documents;
using Ifmsa.Assembly.Server.Minutes;
using Ifmsa.Assembly.Server.Tests.Documents;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Minutes;

/// <summary>The minutes of all plenaries in one volume.</summary>
public sealed class A_volume
{
    [Fact]
    public async Task says_who_was_there_by_plenary()
    {
        var (meeting, second) = Sat();
        var volume = await BoundAsync(meeting, meeting.Plenary, second);

        Assert.Equal(["present", "present"], Marks(volume, "NMO-001"));
        Assert.Equal(["later", "present"], Marks(volume, "NMO-006"));
        Assert.Equal(["absent", "absent"], Marks(volume, "NMO-008"));
    }

    [Fact]
    public async Task does_not_count_as_arrived_who_was_taken_for_another()
    {
        var meeting = new Meeting(10).Opened(5);
        var act = meeting.Do(meeting.Desk, new GiveCard(meeting.Members[6], meeting.Heads[6]));
        meeting.Do(meeting.Desk, new Core.Corrections.UndoAct(act));

        Assert.Equal(["absent"], Marks(await BoundAsync(meeting, meeting.Plenary), "NMO-007"));
    }

    [Fact]
    public async Task leads_from_motions_and_members_to_the_entries_that_speak_of_them()
    {
        var (meeting, second) = Sat();
        var volume = await BoundAsync(meeting, meeting.Plenary, second);

        var motion = Assert.Single(volume.Motions, row => row.Label == "1 · Policy on <i>health</i>");
        Assert.True(motion.Entries.Count > 1);
        Assert.All(motion.Entries, entry => Assert.StartsWith("1-", entry, StringComparison.Ordinal));
        Assert.Contains(volume.Members, row => row.Label == "NMO-001");
        // Who neither spoke nor moved anything, came or went, is in the lists alone.
        Assert.DoesNotContain(volume.Members, row => row.Label == "NMO-008");
    }

    [Fact]
    public async Task finds_members_in_the_secretarys_own_words_and_no_others()
    {
        var meeting = new Meeting(12).Opened(5);
        meeting.Do(meeting.Chair, new Core.Plenaries.CallRecess(meeting.At.AddMinutes(15)));
        var line = meeting.Last;
        meeting.Do(meeting.Secretary, new Core.Minutes.RewordEntry(meeting.Plenary, line, 0, new(Guid.NewGuid()), "NMO-009 asked for it; XNMO-010 did not."));
        var volume = await BoundAsync(meeting, meeting.Plenary);

        Assert.Contains($"1-{line}", Assert.Single(volume.Members, row => row.Label == "NMO-009").Entries);
        Assert.DoesNotContain(volume.Members, row => row.Label == "NMO-010");
    }

    [Theory]
    [InlineData("a-2a", "<pdfaid:part>2</pdfaid:part>")]
    [InlineData("ua-1", "<pdfuaid:part>1</pdfuaid:part>")]
    public async Task meets_both_standards_and_has_contents_and_indexes_with_pages(string standard, string mark)
    {
        await using var press = await RunningPress.StartAsync();
        var (meeting, second) = Sat();
        var pdf = await press.PdfAsync(Template.Volume with { Standard = standard }, await BoundAsync(meeting, meeting.Plenary, second));

        Assert.Contains(mark, Encoding.UTF8.GetString(pdf), StringComparison.Ordinal);
        var (code, said) = await RunningPress.RunAsync("qpdf", pdf, "--check", "FILE");
        Assert.True(code == 0, said);
        var text = await RunningPress.TextOfAsync(pdf);
        Assert.All(new[] { "Contents", "Roll call by plenary", "Index of motions", "Index of members", "Plenary 2" }, part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.Matches(@"1 · Policy on <i>health</i>\s+\d", text);
    }

    [Fact]
    public async Task of_two_hundred_pages_is_bound_while_somebody_waits()
    {
        await using var press = await RunningPress.StartAsync();
        var volume = await LongAsync();
        // The first paper waits for the fonts.
        await press.PdfAsync(Template.Minutes, await SamplePapers.MinutesAsync());

        // How long it takes is the benchmark's to tell; the press gives up after thirty seconds.
        var pdf = await press.PdfAsync(Template.Volume, volume);

        var (_, info) = await RunningPress.RunAsync("pdfinfo", pdf, "FILE");
        var pages = int.Parse(info.Split('\n').First(line => line.StartsWith("Pages:", StringComparison.Ordinal)).Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(pages >= 200, $"{pages} pages");
    }

    private static (Meeting Meeting, PlenaryId Second) Sat()
    {
        var meeting = new Meeting(10).Opened(5);
        meeting.Do(meeting.Desk, new GiveCard(meeting.Members[5], meeting.Heads[5]));
        meeting.Vote(meeting.Put("Policy on <i>health</i>"), 3, 1, 1);
        return (meeting, meeting.Another(6));
    }

    /// <summary>A volume as long as those of a week: the same plenary, again and again, with numbers of its own.</summary>
    private static async Task<VolumePaper> LongAsync()
    {
        var meeting = new Meeting(140).Opened(100);
        for (var turn = 0; turn < 30; turn++)
        {
            meeting.Vote(meeting.Put($"Motion of turn {turn}"), 60, 20, 10);
            for (var coming = 0; coming < 4; coming++)
            {
                meeting.Do(meeting.Desk, new TakeCard(meeting.Members[90 + coming]));
                meeting.Do(meeting.Desk, new GiveCard(meeting.Members[90 + coming], meeting.Heads[90 + coming]));
            }
        }
        var paper = meeting.Minutes();
        var chronicle = Chronicle.Of(meeting.Now.Id, meeting.Journal.Where(entry => entry.Fact is not VoteCast));
        return Volume.Of(meeting.Now, chronicle, [.. Enumerable.Range(1, 9).Select(number => (meeting.Plenary, paper with { Plenary = number }))], await SamplePapers.WordsAsync());
    }

    private static async Task<VolumePaper> BoundAsync(Meeting meeting, params PlenaryId[] plenaries) => Volume.Of(
        meeting.Now, Chronicle.Of(meeting.Now.Id, meeting.Journal.Where(entry => entry.Fact is not VoteCast)), [.. plenaries.Select(plenary => (plenary, meeting.Minutes(plenary)))], await SamplePapers.WordsAsync());

    private static IReadOnlyList<string> Marks(VolumePaper volume, string member) => volume.Attendance.Single(row => row.Member == member).Marks;
}

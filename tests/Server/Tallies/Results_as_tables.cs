using System.Globalization;
using System.Text;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Tallies;
using Ifmsa.Assembly.Server.Tests.Minutes;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Tallies;

public sealed class Results_as_tables
{
    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+1+cmd|' /C calc'!A0")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1:A9)")]
    [InlineData("  =HYPERLINK(\"http://evil\")")]
    [InlineData("＝cmd")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠SUM(A1)")]
    [InlineData("|calc")]
    [InlineData("%0A=1")]
    public void run_no_formula(string name)
    {
        var meeting = Tallied.Meeting(place => place == 0 ? name : $"M{place}");
        var cells = Cells(ResultCsv.Of(Record(meeting, meeting.Declared(6, 3, 1, title: name)))).Concat(Cells(ResultCsv.Index([Record(meeting, meeting.Declared(1, 0, 0, title: name))]))).ToList();

        Assert.All(cells.SelectMany(row => row), cell => Assert.False(Runs(cell), cell));
        Assert.Contains(cells.SelectMany(row => row), cell => cell == "'" + name);
    }

    [Theory]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("\n=1")]
    public void take_no_sign_before_a_formula_that_hides_it(string name)
    {
        var meeting = Tallied.Meeting();
        var record = Record(meeting, meeting.Declared(1, 0, 0));

        var cells = Cells(ResultCsv.Index([record with { Motion = record.Motion with { Text = name } }]));

        Assert.Equal("'" + name, cells[1][1]);
    }

    [Fact]
    public void have_a_row_for_each_count_and_each_vote()
    {
        var meeting = Tallied.Meeting();
        var cells = Cells(ResultCsv.Of(Record(meeting, meeting.Declared(11, 4, 2))));

        Assert.Equal(["vote_event", "motion", "group", "voter", "option", "value", "proxy", "provenance"], cells[0]);
        Assert.Equal(["1", "Where to meet", "", "", "yes", "11", "", ""], cells[1]);
        Assert.Contains(cells, row => row.SequenceEqual(["1", "Where to meet", "Africa", "NMO-001", "yes", "1", "", "phone"]));
        Assert.Equal(1 + 3 + 15 + 17, cells.Count);
    }

    [Fact]
    public void have_a_row_for_each_vote_of_the_assembly()
    {
        var meeting = Tallied.Meeting();
        var (first, second) = (meeting.Declared(11, 4, 2), meeting.Declared(2, 9, 0, Disclosure.Totals));
        var cells = Cells(ResultCsv.Index([Record(meeting, first), Record(meeting, second)]));

        Assert.Equal(["1 pass 1", "2 fail -6"], cells.Skip(1).Select(row => $"{row[0]} {row[4]} {row[10]}"));
        Assert.Equal("yes 11; no 4; abstain 2", cells[1][5]);
    }

    [Fact]
    public void are_read_as_UTF_8() =>
        Assert.Equal([0xEF, 0xBB, 0xBF], ResultCsv.Index([]).Take(3));

    private static PopoloRecord Record(Meeting meeting, BallotId ballot) => PopoloRecord.Of(meeting.Snapshot, ballot)!;

    private static bool Runs(string cell) =>
        cell.TrimStart(' ', '\u00A0', '\t', '\r', '\n') is [var first, ..] && "=+-@＝＋－＠|%".Contains(first, StringComparison.Ordinal) && !int.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    /// <summary>Rows and cells as RFC 4180 says, by no reader of the product's.</summary>
    private static List<string[]> Cells(byte[] csv)
    {
        var (rows, row, cell, quoted, text) = (new List<string[]>(), new List<string>(), new StringBuilder(), false, Encoding.UTF8.GetString(csv).TrimStart('\uFEFF'));
        for (var at = 0; at < text.Length; at++)
        {
            if (quoted && text[at] == '"' && at + 1 < text.Length && text[at + 1] == '"')
                cell.Append(text[at++]);
            else if (text[at] == '"')
                quoted = !quoted;
            else if (quoted || text[at] is not (',' or '\r' or '\n'))
                cell.Append(text[at]);
            else if (text[at] != '\r')
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (text[at] == '\n')
                {
                    rows.Add([.. row]);
                    row.Clear();
                }
            }
        }
        Assert.Empty(row);
        return rows;
    }
}

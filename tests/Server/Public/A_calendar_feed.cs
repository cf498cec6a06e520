using System.Globalization;
using System.Text;
using Ifmsa.Assembly.Server.Public;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Public;

/// <summary>The feed, read again by the letter of RFC 5545.</summary>
public sealed class A_calendar_feed
{
    private static readonly CalendarEvent Event = new("1@x", 2, new(2026, 7, 1, 8, 0, 0, TimeSpan.Zero), new(2026, 8, 1, 18, 0, 0, TimeSpan.FromHours(2)), new(2026, 8, 2, 1, 30, 0, TimeSpan.FromHours(2)), "Plenary 1", "Hall", new("https://example.org/public/1"));

    [Fact]
    public void says_when_and_where_in_universal_time()
    {
        var read = Assert.Single(Read(CalendarFeed.Of("GA", [Event])));
        Assert.Equal(("20260801T160000Z", "20260801T233000Z", "20260701T080000Z", "2", "1@x"), (read["DTSTART"], read["DTEND"], read["LAST-MODIFIED"], read["SEQUENCE"], read["UID"]));
    }

    [Theory]
    [InlineData("a, b; c \\ d")]
    [InlineData("two\nlines")]
    [InlineData("END:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:another")]
    [InlineData("会议厅会议厅会议厅会议厅会议厅会议厅会议厅会议厅会议厅会议厅会议厅会议厅")]
    [InlineData("👩‍⚕️👩‍⚕️👩‍⚕️👩‍⚕️👩‍⚕️👩‍⚕️👩‍⚕️👩‍⚕️👩‍⚕️👩‍⚕️👩‍⚕️ and more of it, in one long line without an end")]
    [InlineData("<script>alert(1)</script> \"quoted\" \t tab")]
    public void gives_back_what_was_written(string text)
    {
        var read = Assert.Single(Read(CalendarFeed.Of(text, [Event with { Summary = text, Location = text }])));
        var plain = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\t", "", StringComparison.Ordinal);
        Assert.Equal((plain, plain), (Unescaped(read["SUMMARY"]), Unescaped(read["LOCATION"])));
    }

    [Fact]
    public void has_lines_of_seventy_five_octets_at_most_that_end_as_they_must()
    {
        var feed = CalendarFeed.Of(new string('é', 300), [Event with { Summary = new string('漢', 300) }]);
        Assert.EndsWith("\r\n", feed, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", feed.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(feed.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
    }

    [Fact]
    public void without_plenaries_is_a_calendar_all_the_same() => Assert.Empty(Read(CalendarFeed.Of("GA", [])));

    /// <summary>The events' properties; fails the test where the feed is not well formed.</summary>
    internal static IReadOnlyList<Dictionary<string, string>> Read(string feed)
    {
        var lines = feed.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(("BEGIN:VCALENDAR", "END:VCALENDAR"), (lines[0], lines[^1]));
        Assert.Contains("VERSION:2.0", lines);
        Assert.Contains(lines, line => line.StartsWith("PRODID:", StringComparison.Ordinal));
        var events = new List<Dictionary<string, string>>();
        Dictionary<string, string>? open = null;
        foreach (var line in lines[1..^1])
        {
            Assert.Matches("^[A-Z-]+[:;]", line);
            if (line == "BEGIN:VEVENT")
            {
                Assert.Null(open);
                open = new(StringComparer.Ordinal);
            }
            else if (line == "END:VEVENT")
            {
                Assert.True(open is not null && open.ContainsKey("UID") && open.ContainsKey("DTSTAMP"));
                Assert.True(Utc(open["DTSTART"]) <= Utc(open["DTEND"]));
                events.Add(open);
                open = null;
            }
            else if (open is not null)
            {
                open.Add(line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            }
        }
        Assert.Null(open);
        return events;
    }

    private static DateTime Utc(string text) => DateTime.ParseExact(text, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Unescaped(string text)
    {
        var plain = new StringBuilder();
        for (var place = 0; place < text.Length; place++)
        {
            if (text[place] != '\\')
            {
                Assert.DoesNotContain(text[place], ";,");
                plain.Append(text[place]);
                continue;
            }
            place++;
            plain.Append(text[place] == 'n' ? '\n' : text[place]);
        }
        return plain.ToString();
    }
}

using System.Globalization;
using System.Text;

namespace Ifmsa.Assembly.Server.Public;

/// <summary>An event of a calendar.</summary>
/// <param name="Id">For good; a changed event has the same.</param>
/// <param name="Revision">From 0, one more for each change.</param>
/// <param name="Changed">When it was changed last.</param>
/// <param name="Starts">When it starts.</param>
/// <param name="Ends">When it ends.</param>
/// <param name="Summary">What it is.</param>
/// <param name="Location">Where.</param>
/// <param name="Address">Where to read more.</param>
public sealed record CalendarEvent(string Id, int Revision, DateTimeOffset Changed, DateTimeOffset Starts, DateTimeOffset Ends, string Summary, string Location, Uri Address);

/// <summary>Events as an iCalendar feed (RFC 5545): times in UTC, so that no time zone has to be described.</summary>
public static class CalendarFeed
{
    private const int LineOctets = 75;

    /// <summary>The feed, its lines folded and ended as the standard has it.</summary>
    public static string Of(string name, IEnumerable<CalendarEvent> events)
    {
        var text = new StringBuilder();
        foreach (var line in LinesOf(name, events))
            Fold(text, line);
        return text.ToString();
    }

    private static IEnumerable<string> LinesOf(string name, IEnumerable<CalendarEvent> events)
    {
        yield return "BEGIN:VCALENDAR";
        yield return "VERSION:2.0";
        yield return "PRODID:-//Ifmsa.Assembly//Plenaries//EN";
        yield return "CALSCALE:GREGORIAN";
        yield return "METHOD:PUBLISH";
        yield return "X-WR-CALNAME:" + Escaped(name);
        foreach (var each in events)
        {
            yield return "BEGIN:VEVENT";
            yield return "UID:" + Escaped(each.Id);
            yield return "DTSTAMP:" + Utc(each.Changed);
            yield return "LAST-MODIFIED:" + Utc(each.Changed);
            yield return "SEQUENCE:" + each.Revision.ToString(CultureInfo.InvariantCulture);
            yield return "DTSTART:" + Utc(each.Starts);
            yield return "DTEND:" + Utc(each.Ends);
            yield return "SUMMARY:" + Escaped(each.Summary);
            yield return "LOCATION:" + Escaped(each.Location);
            yield return "URL:" + each.Address.AbsoluteUri;
            yield return "END:VEVENT";
        }
        yield return "END:VCALENDAR";
    }

    private static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>RFC 5545, 3.3.11: backslash, semicolon, comma and line break stand for themselves; other control signs are not allowed.</summary>
    private static string Escaped(string text) => string.Concat(text.Replace("\r\n", "\n", StringComparison.Ordinal).Select(sign => sign switch
    {
        '\\' or ';' or ',' => "\\" + sign,
        '\n' or '\r' => "\\n",
        _ when char.IsControl(sign) => "",
        _ => sign.ToString(),
    }));

    /// <summary>RFC 5545, 3.1: at most 75 octets in a line, each further one after a space, and no character in two.</summary>
    private static void Fold(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var sign in line.EnumerateRunes())
        {
            if (octets + sign.Utf8SequenceLength > LineOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }
            text.Append(sign.ToString());
            octets += sign.Utf8SequenceLength;
        }
        text.Append("\r\n");
    }
}

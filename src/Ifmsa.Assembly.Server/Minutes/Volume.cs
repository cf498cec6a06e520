using System.Globalization;
using System.Text.RegularExpressions;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Documents;

namespace Ifmsa.Assembly.Server.Minutes;

/// <summary>Binds the minutes of several plenaries, with who was there and what is found where.</summary>
internal static partial class Volume
{
    /// <summary>The volume of some plenaries.</summary>
    public static VolumePaper Of(Proceedings now, Chronicle chronicle, IReadOnlyList<(PlenaryId Id, MinutesPaper Paper)> plenaries, PaperWords words)
    {
        var charter = now.Charter!;
        var papers = plenaries.Select(row => row.Paper with { Words = new Dictionary<string, string>(StringComparer.Ordinal) }).ToList();
        return new()
        {
            Language = words.Language, Words = words.Texts, Dated = papers.Count == 0 ? now.At : papers.Max(paper => paper.Dated), Assembly = charter.Name, Venue = charter.Venue,
            Dates = string.Create(CultureInfo.InvariantCulture, $"{charter.Starts:d MMMM yyyy} – {charter.Ends:d MMMM yyyy}"),
            Plenaries = papers, Attendance = [.. Attendance(now, plenaries.Select(row => chronicle.Sittings.GetValueOrDefault(row.Id)).ToList())],
            Motions = [.. Motions(now, papers)], Members = [.. Members(now, papers)],
        };
    }

    private static IEnumerable<AttendanceRow> Attendance(Proceedings now, List<Sitting?> sittings) =>
        now.Members.Values.OrderBy(member => member.ShortName, StringComparer.InvariantCultureIgnoreCase)
            .Select(member => new AttendanceRow(member.ShortName, [.. sittings.Select(sitting => sitting?.MarkOf(member.Id) ?? "not-on-roll")]));

    private static IEnumerable<IndexRow> Motions(Proceedings now, IReadOnlyList<MinutesPaper> papers) =>
        from place in Places(papers)
        where place.Entry.Motion is not null
        group place.Key by place.Entry.Motion!.Value into motion
        orderby motion.Key
        select new IndexRow(
            now.Motions.Values.FirstOrDefault(found => found.Number == motion.Key) is { } known ? string.Create(CultureInfo.InvariantCulture, $"{motion.Key} · {known.Title}") : motion.Key.ToString(CultureInfo.InvariantCulture),
            [.. motion.Distinct(StringComparer.Ordinal)]);

    private static IEnumerable<IndexRow> Members(Proceedings now, IReadOnlyList<MinutesPaper> papers)
    {
        var names = now.Members.Values.Select(member => member.ShortName).ToHashSet(StringComparer.Ordinal);
        var found = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var (key, entry) in Places(papers))
        {
            foreach (var name in Named(entry, names).Distinct(StringComparer.Ordinal))
            {
                if (!found.TryGetValue(name, out var places))
                    found[name] = places = [];
                if (places.Count == 0 || places[^1] != key)
                    places.Add(key);
            }
        }
        return found.OrderBy(row => row.Key, StringComparer.InvariantCultureIgnoreCase).Select(row => new IndexRow(row.Key, row.Value));
    }

    /// <summary>The members an entry speaks of; who voted how and who was present stand in its own lists.</summary>
    private static IEnumerable<string> Named(MinutesEntry entry, HashSet<string> names)
    {
        foreach (var part in (entry.Particulars ?? []).Concat(entry.Amendments ?? []))
        {
            foreach (var value in part.Value.Split(", "))
            {
                if (names.TryGetValue(value.Trim('\u2068', '\u2069'), out var exact))
                    yield return exact;
            }
        }
        var marked = Isolates().Matches(entry.Text).Select(match => match.Groups["name"].Value).ToList();
        foreach (var name in marked.Where(names.Contains))
            yield return name;
        // Words of the secretary's own have no marks around names.
        if (marked is [var whole] && whole.Length == entry.Text.Length - 2)
        {
            foreach (var name in names.Where(name => Says(whole, name)))
                yield return name;
        }
    }

    private static bool Says(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            // A part of a longer name is another member's.
            if ((at == 0 || !IsOfName(text[at - 1])) && (at + name.Length == text.Length || !IsOfName(text[at + name.Length])))
                return true;
        }
        return false;

        static bool IsOfName(char sign) => char.IsLetterOrDigit(sign) || sign == '-';
    }

    private static IEnumerable<(string Key, MinutesEntry Entry)> Places(IEnumerable<MinutesPaper> papers) =>
        from paper in papers
        from item in paper.Items
        from entry in item.Entries
        select (string.Create(CultureInfo.InvariantCulture, $"{paper.Plenary}-{entry.Sequence}"), entry);

    [GeneratedRegex("\u2068(?<name>[^\u2068\u2069]*)\u2069", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Isolates();
}

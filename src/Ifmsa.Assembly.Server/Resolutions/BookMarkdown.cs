using System.Text;
using Ifmsa.Assembly.Core.Bylaws;

namespace Ifmsa.Assembly.Server.Resolutions;

/// <summary>The book and the bylaws as Markdown; what people wrote stays text in it: no HTML, and no heading that is not ours.</summary>
public static class BookMarkdown
{
    /// <summary>The book of resolutions.</summary>
    public static string Of(ResolutionsPaper paper)
    {
        var text = new StringBuilder();
        var words = paper.Words;
        text.Append("# ").Append(Line(paper.Assembly)).Append(" · ").Append(words["resolutions.title"]).Append("\n\n");
        foreach (var entry in paper.Entries)
        {
            text.Append("## ").Append(entry.Number).Append(' ').Append(Line(entry.Title)).Append("\n\n");
            foreach (var paragraph in entry.Paragraphs)
                text.Append(Quoted(paragraph)).Append("\n>\n");
            text.Length -= entry.Paragraphs.Count > 0 ? 2 : 0;
            text.Append('\n');
            foreach (var (name, value) in ParticularsOf(entry, words))
                text.Append("- ").Append(name).Append(": ").Append(Line(value)).Append('\n');
            text.Append('\n');
        }
        return text.ToString();
    }

    /// <summary>The bylaws as they read now; the secretariat can lay down this very text.</summary>
    public static string Of(BylawsInForce bylaws)
    {
        var text = new StringBuilder();
        foreach (var part in bylaws.Articles)
        {
            if (part.Level > 0)
                text.Append('#', part.Level).Append(' ').Append(string.Join(' ', ((string[])[part.Number, DashOf(part), Line(part.Heading)]).Where(each => each.Length > 0))).Append('\n');
            if (part.Text.Length > 0)
                text.Append(string.Join('\n', part.Text.Split('\n').Select(Inert))).Append('\n');
            text.Append('\n');
        }
        return text.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>Between a number and its heading a dash is none of the heading's; where the heading has one of its own, it is the second.</summary>
    private static string DashOf(BylawsArticle part) => part.Number.Length > 0 && part.Heading is ['-' or '–' or '—', ..] ? "–" : "";

    /// <summary>What stands beside a resolution's text, in words.</summary>
    public static IEnumerable<(string Name, string Value)> ParticularsOf(BookEntry entry, IReadOnlyDictionary<string, string> words)
    {
        yield return (words["resolutions.kind"], entry.Kind);
        yield return (words["resolutions.carried"], entry.Date + " · " + words["paper.plenary"].Replace("{0}", $"{entry.Plenary}", StringComparison.Ordinal));
        yield return (words["resolutions.proposed"], entry.Proposers);
        if (entry.Seconder is { } seconder)
            yield return (words["resolutions.seconded"], seconder);
        yield return (words["resolutions.vote"], string.Join(" · ", ((string?[])[entry.Vote, entry.Needed, entry.Article]).Where(each => each is not null)));
        if (entry.Expires is { } expires)
            yield return (words["resolutions.expires"], expires);
        if (entry.Bylaws is { } bylaws)
            yield return (words["resolutions.bylaws"], bylaws);
    }

    /// <summary>Text on one line, every sign of which means itself.</summary>
    private static string Line(string text) => string.Concat(text.Select(sign => sign switch
    {
        '\n' or '\r' => " ",
        '<' => "&lt;",
        '&' => "&amp;",
        '\\' or '`' or '*' or '_' or '[' or ']' or '#' or '|' or '!' => "\\" + sign,
        _ => sign.ToString(),
    }));

    private static string Quoted(string paragraph) => string.Join('\n', paragraph.Split('\n').Select(line => "> " + Inert(line)));

    /// <summary>A line of somebody's Markdown without HTML, and without a heading; <see cref="BylawsReading"/> reads it back.</summary>
    private static string Inert(string line)
    {
        var plain = line.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
        var marks = plain.TrimStart(' ', '\t');
        return marks.TrimStart('\\').StartsWith('#') ? plain[..^marks.Length] + "\\" + marks : plain;
    }
}

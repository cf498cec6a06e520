using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Bylaws;

/// <summary>Reads bylaws from Markdown: each heading begins a part, and one with a number, such as <c>## 8.4 Majorities</c> or <c># Article 3 – Aims</c>, an article.</summary>
public static partial class BylawsReading
{
    /// <summary>The longest text.</summary>
    public const int LengthAtMost = 300_000;

    /// <summary>The most parts.</summary>
    public const int PartsAtMost = 1_000;

    /// <summary>The longest article; a motion that replaces it is no longer.</summary>
    public const int ArticleAtMost = 20_000;

    /// <summary>The parts of a text in order.</summary>
    public static ImmutableList<BylawsArticle> Of(string markdown)
    {
        var parts = ImmutableList.CreateBuilder<BylawsArticle>();
        var (begun, lines) = (new BylawsArticle("", "", 0, ""), new List<string>());
        foreach (var line in markdown.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n'))
        {
            if (Heading().Match(line) is not { Success: true } heading)
            {
                // What is not to be a heading has a backslash before its marks, and is without it in the record.
                lines.Add(Marked().Replace(line, "").Replace("&lt;", "<", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal));
                continue;
            }
            End();
            var title = Numbered().Match(heading.Groups["title"].Value);
            begun = title.Success
                ? new(title.Groups["number"].Value, Plain(title.Groups["heading"].Value), heading.Groups["marks"].Length, "")
                : new("", Plain(heading.Groups["title"].Value), heading.Groups["marks"].Length, "");
        }
        End();
        return parts.ToImmutable();

        void End()
        {
            var text = string.Join('\n', lines).Trim('\n', ' ');
            if (text.Length > 0 || begun.Level > 0)
                parts.Add(begun with { Text = text });
            lines.Clear();
        }
    }

    /// <summary>A heading as people read it, without the signs that keep Markdown from reading it otherwise.</summary>
    private static string Plain(string heading) => Escaped().Replace(heading, found => found.Value switch { "&lt;" => "<", "&amp;" => "&", var pair => pair[1..] }).Trim();

    /// <summary>Whether a number is one an article can have.</summary>
    internal static bool IsNumber(string text) => text.Length <= 20 && Number().IsMatch(text);

    /// <summary>Why parts are no bylaws that motions can change; null when they are.</summary>
    internal static Refusal? Fault(ImmutableList<BylawsArticle> parts)
    {
        var numbers = parts.Where(part => part.Number.Length > 0).Select(part => part.Number).ToList();
        if (numbers.Count == 0)
            return new NoArticles();
        if (parts.Count > PartsAtMost)
            return new TooManyArticles(PartsAtMost);
        if (numbers.GroupBy(number => number, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            return new ArticleTwice(twice.Key);
        if (parts.Find(part => part.Heading.Length > 200 || part.Text.Length > ArticleAtMost || part.Number.Length > 20) is { } longest)
            return new ArticleTooLong(longest.Number.Length > 0 ? longest.Number[..Math.Min(20, longest.Number.Length)] : "–", ArticleAtMost);
        return null;
    }

    [GeneratedRegex("^(?<marks>#{1,6})[ \\t]+(?<title>[^\\n]*?)([ \\t]+#+)?[ \\t]*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"(?<=^[ \t]*)\\(?=\\*#)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Marked();

    [GeneratedRegex(@"\\[!-/:-@\[-`{-~]|&lt;|&amp;", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Escaped();

    [GeneratedRegex(@"^((Article|Art\.|Section|§)[ \u00A0]*)?(?<number>[0-9]+(\.[0-9]+)*[a-z]?)(?![0-9A-Za-z])[.:)]?[ \u00A0]*([–—-][ \u00A0]*)?(?<heading>.*)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^[0-9]+(\.[0-9]+)*[a-z]?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Number();
}

/// <summary>The text has no article with a number.</summary>
public sealed record NoArticles() : Refusal("bylaws.no-articles");

/// <summary>The text has too many parts.</summary>
public sealed record TooManyArticles(int AtMost) : Refusal("bylaws.too-many", AtMost);

/// <summary>Two articles have one number.</summary>
public sealed record ArticleTwice(string Number) : Refusal("bylaws.number-twice", Number);

/// <summary>An article is too long to be changed by a motion.</summary>
public sealed record ArticleTooLong(string Number, int AtMost) : Refusal("bylaws.article-too-long", Number, AtMost);

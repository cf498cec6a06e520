using System.Globalization;
using System.Text;

namespace Ifmsa.Assembly.Core.Journal;

/// <summary>A sign nobody sees, by which words would read otherwise than they are.</summary>
/// <param name="Code">Such as <c>U+202E</c>.</param>
/// <param name="Place">Which character of the words it is, from 1.</param>
public sealed record HiddenSign(string Code, int Place);

/// <summary>Tells signs people see from those that hide or turn what stands beside them.</summary>
public static class Signs
{
    // Persian and many scripts of India cannot be written without the two joiners.
    private const string Joiners = "\u200C\u200D";

    // Texts are pasted from word processors: soft hyphens and marks of direction are harmless there.
    private const string InTexts = Joiners + "\n\r\t\u00AD\u061C\u200E\u200F";

    // Letters and marks to Unicode, and blank all the same: fillers of Hangul and Khmer, the joiner of marks, the empty Braille cell.
    private const string Blanks = "\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0";

    /// <summary>The first hidden sign of a name or title, which stands on one line; null where all can be seen.</summary>
    public static HiddenSign? HiddenInLine(string line) => Hidden(line, Joiners);

    /// <summary>The first hidden sign of a text, which may have lines and paragraphs; null where all can be seen.</summary>
    public static HiddenSign? HiddenInText(string text) => Hidden(text, InTexts);

    /// <summary>Whether there is anything to see at all; joiners and choosers of a letter's form show nothing by themselves.</summary>
    public static bool IsBlank(string words) => words.EnumerateRunes().All(sign =>
        Rune.IsWhiteSpace(sign) || IsHidden(sign) || Rune.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark);

    private static HiddenSign? Hidden(string words, string allowed)
    {
        var place = 0;
        foreach (var sign in words.EnumerateRunes())
        {
            place++;
            if (IsHidden(sign) && !allowed.Contains(sign.ToString(), StringComparison.Ordinal))
                return new(FormattableString.Invariant($"U+{sign.Value:X4}"), place);
        }
        return null;
    }

    private static bool IsHidden(Rune sign) => Rune.GetUnicodeCategory(sign)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || (sign.IsBmp && Blanks.Contains((char)sign.Value, StringComparison.Ordinal));
}

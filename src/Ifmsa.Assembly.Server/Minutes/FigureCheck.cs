using System.Globalization;
using System.Text;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Minutes;

namespace Ifmsa.Assembly.Server.Minutes;

/// <summary>Figures cannot be typed over: whatever the words, a sentence has the numbers that the journal gives it.</summary>
internal static class FigureCheck
{
    /// <summary>Why a wording does not have the figures of the journal's own sentence, in their order; null where it has.</summary>
    public static Refusal? Of(string own, string wording)
    {
        var figures = FiguresOf(own);
        return figures.SequenceEqual(FiguresOf(wording), StringComparer.Ordinal) ? null
            : figures.Count == 0 ? new NoFiguresHere() : new FiguresStay(string.Join(", ", figures));
    }

    /// <summary>The figures of a text in order: runs of digits of any script in their plain form, and each sign that is a number by itself.</summary>
    internal static List<string> FiguresOf(string text)
    {
        var (figures, run) = (new List<string>(), new StringBuilder());
        foreach (var rune in text.EnumerateRunes())
        {
            // A superscript, a circled digit or one of full width is the same figure.
            var plain = rune.ToString().Normalize(NormalizationForm.FormKC).EnumerateRunes().ToList();
            if (plain.TrueForAll(IsDigit))
            {
                foreach (var digit in plain)
                    run.Append(((int)Rune.GetNumericValue(digit)).ToString(CultureInfo.InvariantCulture));
                continue;
            }
            End();
            if (plain.Exists(IsDigit) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber)
                figures.Add(rune.ToString());
        }
        End();
        return figures;

        void End()
        {
            if (run.Length == 0)
                return;
            figures.Add(run.ToString());
            run.Clear();
        }
    }

    private static bool IsDigit(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber;
}

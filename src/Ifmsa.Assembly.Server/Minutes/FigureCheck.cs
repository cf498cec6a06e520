using System.Globalization;
using System.Text;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Minutes;

namespace Ifmsa.Assembly.Server.Minutes;

/// <summary>Figures cannot be typed over: whatever the words, a sentence has the numbers that the journal gives it.</summary>
internal static class FigureCheck
{
    /// <summary>Why a wording does not have the figures of the journal's own sentence, each as often; null where it has.</summary>
    public static Refusal? Of(string own, string wording)
    {
        var figures = FiguresOf(own);
        return figures.Order(StringComparer.Ordinal).SequenceEqual(FiguresOf(wording).Order(StringComparer.Ordinal), StringComparer.Ordinal) ? null
            : figures.Count == 0 ? new NoFiguresHere() : new FiguresStay(string.Join(", ", figures));
    }

    /// <summary>The runs of digits in a text, in any script, as they stand in it.</summary>
    internal static List<string> FiguresOf(string text)
    {
        var (figures, run) = (new List<string>(), new StringBuilder());
        foreach (var rune in Plain(text, figures).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber)
            {
                run.Append(((int)Rune.GetNumericValue(rune)).ToString(CultureInfo.InvariantCulture));
                continue;
            }
            End();
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

    /// <summary>The text with its digits in their plain form: a superscript, a circled digit or one of full width is the same figure. Roman numerals that are signs of their own are figures at once.</summary>
    private static string Plain(string text, List<string> figures)
    {
        var rest = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.LetterNumber)
            {
                figures.Add(rune.ToString());
                rest.Append(' ');
            }
            else
            {
                rest.Append(rune.ToString());
            }
        }
        return rest.ToString().Normalize(NormalizationForm.FormKC);
    }
}

using System.Collections.Frozen;

namespace Ifmsa.Assembly.Server.Documents;

/// <summary>The fixed words of papers in one language, from templates/wording/papers.LANGUAGE.json.</summary>
public sealed record PaperWords(string Language, IReadOnlyDictionary<string, string> Texts)
{
    private const string Fallback = "en";

    /// <summary>
    /// Reads the words of <paramref name="language"/>, afresh each time, since a secretariat edits them while the server runs. A word it lacks, or
    /// a language nobody has translated yet, comes in English; in place of a file with a fault, and for a word the organisation's English lacks, the shipped file is used.
    /// </summary>
    public static async Task<PaperWords> ReadAsync(PressSettings press, string language, CancellationToken cancellation)
    {
        var texts = await ShippedAsync(press, Fallback, cancellation)
            ?? throw new FileNotFoundException("The English words of papers are missing.", PaperWordsFile.Of(press.Shipped, Fallback));
        Lay(await OwnAsync(press, Fallback, cancellation));
        // Languages come from browsers too; only what looks like one becomes part of a file's name.
        if (language == Fallback || !language.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
            || (await OwnAsync(press, language, cancellation) ?? await ShippedAsync(press, language, cancellation)) is not { } translated)
            return new(Fallback, texts.ToFrozenDictionary());
        Lay(translated);
        return new(language, texts.ToFrozenDictionary());

        void Lay(IReadOnlyDictionary<string, string>? own)
        {
            foreach (var (key, text) in own ?? FrozenDictionary<string, string>.Empty)
                texts[key] = text;
        }
    }

    /// <summary>A word with its places {0}, {1} filled in, as templates do it; the key itself where there is none.</summary>
    public static string Say(IReadOnlyDictionary<string, string> words, string key, params IReadOnlyList<object> parts)
    {
        var text = words.GetValueOrDefault(key, key);
        for (var place = 0; place < parts.Count; place++)
            text = text.Replace($"{{{place}}}", Convert.ToString(parts[place], System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return text;
    }

    private static async Task<Dictionary<string, string>?> OwnAsync(PressSettings press, string language, CancellationToken cancellation) =>
        await PaperWordsFile.ReadAsync(press.Templates, language, cancellation) is { Fault: null } own ? own.Texts : null;

    private static async Task<Dictionary<string, string>?> ShippedAsync(PressSettings press, string language, CancellationToken cancellation) =>
        (await PaperWordsFile.ReadAsync(press.Shipped, language, cancellation))?.Texts;
}

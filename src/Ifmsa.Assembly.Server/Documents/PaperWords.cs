using System.Collections.Frozen;
using System.Text.Json;

namespace Ifmsa.Assembly.Server.Documents;

/// <summary>The fixed words of papers in one language, from templates/wording/papers.LANGUAGE.json.</summary>
public sealed record PaperWords(string Language, IReadOnlyDictionary<string, string> Texts)
{
    private const string Fallback = "en";

    /// <summary>
    /// Reads the words of <paramref name="language"/>; a word it lacks, or a language nobody has translated yet, comes in English.
    /// </summary>
    public static async Task<PaperWords> ReadAsync(string templates, string language, CancellationToken cancellation)
    {
        var english = await TextsAsync(templates, Fallback, cancellation)
            ?? throw new FileNotFoundException("The English words of papers are missing.", FileOf(templates, Fallback));
        if (language == Fallback || await TextsAsync(templates, language, cancellation) is not { } own)
            return new(Fallback, english.ToFrozenDictionary());
        foreach (var (key, text) in own)
            english[key] = text;
        return new(language, english.ToFrozenDictionary());
    }

    /// <summary>A word with its places {0}, {1} filled in, as templates do it; the key itself where there is none.</summary>
    public static string Say(IReadOnlyDictionary<string, string> words, string key, params IReadOnlyList<object> parts)
    {
        var text = words.GetValueOrDefault(key, key);
        for (var place = 0; place < parts.Count; place++)
            text = text.Replace($"{{{place}}}", Convert.ToString(parts[place], System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return text;
    }

    private static async Task<Dictionary<string, string>?> TextsAsync(string templates, string language, CancellationToken cancellation)
    {
        // Languages come from browsers too; only what looks like one becomes part of a file's name.
        if (!language.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') || !File.Exists(FileOf(templates, language)))
            return null;
        await using var file = File.OpenRead(FileOf(templates, language));
        return await JsonSerializer.DeserializeAsync<Dictionary<string, string>>(file, cancellationToken: cancellation);
    }

    private static string FileOf(string templates, string language) => Path.Combine(templates, "wording", $"papers.{language}.json");
}

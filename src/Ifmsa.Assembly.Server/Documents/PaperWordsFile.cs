using System.Text.Json;

namespace Ifmsa.Assembly.Server.Documents;

/// <summary>One file of words of papers, as somebody edits it; it may have a fault.</summary>
/// <param name="Name">Below the folder of templates.</param>
/// <param name="Texts">The words up to the fault.</param>
/// <param name="Fault">What is wrong first; null where nothing is.</param>
internal sealed record PaperWordsFile(string Name, Dictionary<string, string> Texts, PaperWordsFault? Fault)
{
    /// <summary>The words of a language in a folder of templates; null where it has none.</summary>
    public static async Task<PaperWordsFile?> ReadAsync(string templates, string language, CancellationToken cancellation)
    {
        var file = Of(templates, language);
        if (!File.Exists(file))
            return null;
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var name = Path.GetRelativePath(templates, file).Replace('\\', '/');
        try
        {
            return new(name, texts, Read(await File.ReadAllBytesAsync(file, cancellation), texts));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new(name, texts, new PaperWordsFault(Line: 1, "papers.words-closed", []));
        }
    }

    /// <summary>What is wrong with those in a folder of templates, by file.</summary>
    public static async Task<IReadOnlyList<(string Name, PaperWordsFault Fault)>> FaultsAsync(string templates, CancellationToken cancellation)
    {
        var (folder, faults) = (Path.Combine(templates, "wording"), new List<(string, PaperWordsFault)>());
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "papers.*.json").Order(StringComparer.Ordinal) : Enumerable.Empty<string>())
        {
            if (await ReadAsync(templates, Path.GetFileName(file)["papers.".Length..^".json".Length], cancellation) is { Fault: { } fault } words)
                faults.Add((words.Name, fault));
        }
        return faults;
    }

    /// <summary>Where the words of a language are.</summary>
    public static string Of(string templates, string language) => Path.Combine(templates, "wording", $"papers.{language}.json");

    private static PaperWordsFault? Read(ReadOnlySpan<byte> file, Dictionary<string, string> texts)
    {
        // Some editors begin a file with a mark that is none of JSON's signs.
        var bytes = file.StartsWith("\uFEFF"u8) ? file[3..] : file;
        var reader = new Utf8JsonReader(bytes);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return new(LineOf(bytes, reader.TokenStartIndex), "papers.words-no-object", []);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var key = reader.GetString() ?? "";
                reader.Read();
                if (reader.TokenType != JsonTokenType.String)
                    return new(LineOf(bytes, reader.TokenStartIndex), "papers.words-no-text", [key]);
                texts[key] = reader.GetString() ?? "";
            }
            reader.Read(); // nothing may follow
            return null;
        }
        catch (JsonException fault)
        {
            return new((int)(fault.LineNumber ?? 0) + 1, "papers.words-no-json", []);
        }
        catch (InvalidOperationException)
        {
            // Half of a sign that takes two.
            return new(LineOf(bytes, reader.TokenStartIndex), "papers.words-no-json", []);
        }
    }

    private static int LineOf(ReadOnlySpan<byte> file, long at) => file[..(int)at].Count((byte)'\n') + 1;
}

/// <summary>What is wrong with a file of words, and where; in words by its code.</summary>
internal sealed record PaperWordsFault(int Line, string Code, IReadOnlyList<object> Arguments);

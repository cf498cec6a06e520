using System.Collections.Frozen;
using System.Text.Json;

namespace Ifmsa.Assembly.Server.Wording;

/// <summary>The sentences people read, by code, from <c>templates/wording/*.en.json</c> and <c>en.json</c>; a secretariat may edit them.</summary>
public sealed class Sentences
{
    private readonly FrozenDictionary<string, Sentence> _byCode;

    private Sentences(FrozenDictionary<string, Sentence> byCode) => _byCode = byCode;

    /// <summary>The codes there are sentences for.</summary>
    public IEnumerable<string> Codes => _byCode.Keys;

    /// <summary>Reads every message file of English beside the program.</summary>
    /// <exception cref="InvalidDataException">A file cannot be read, or two say the same code.</exception>
    public static Sentences Load() => Load(Path.Combine(AppContext.BaseDirectory, "templates", "wording"));

    /// <summary>Reads every message file of English in a folder.</summary>
    public static Sentences Load(string folder)
    {
        var byCode = new Dictionary<string, Sentence>(StringComparer.Ordinal);
        var files = Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*.json").Where(file => Path.GetFileName(file) is var name && (name == "en.json" || name.EndsWith(".en.json", StringComparison.Ordinal)))
            : [];
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            Dictionary<string, string> sentences;
            try
            {
                sentences = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file)) ?? [];
            }
            catch (JsonException fault)
            {
                throw new InvalidDataException($"{file} must hold an object of code and sentence: {fault.Message}", fault);
            }
            foreach (var (code, sentence) in sentences)
            {
                if (!byCode.TryAdd(code, Parsed(file, code, sentence)))
                    throw new InvalidDataException($"{file}: there is another sentence for {code}.");
            }
        }
        return new(byCode.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>The sentence of a code with its places filled; the code itself where it has no sentence.</summary>
    public string Say(string code, params IEnumerable<object> arguments) =>
        _byCode.TryGetValue(code, out var sentence) ? sentence.Say(arguments) : code;

    /// <summary>A sentence somebody has edited is found wrong at start, and not when a vote is refused with it.</summary>
    private static Sentence Parsed(string file, string code, string sentence)
    {
        try
        {
            // The pages' own sentences have places with names; the pages fill them.
            return new(Path.GetFileName(file).StartsWith("pages.", StringComparison.Ordinal)
                ? sentence.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal) : sentence);
        }
        catch (FormatException fault)
        {
            throw new InvalidDataException($"{file}: the sentence for {code} has a brace too many or too few, or a number without its forms.", fault);
        }
    }
}

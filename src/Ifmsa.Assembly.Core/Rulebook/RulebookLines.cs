using System.Text.Json;

namespace Ifmsa.Assembly.Core.Rulebook;

/// <summary>On which line of a rulebook's file each of its places stands.</summary>
internal sealed class RulebookLines
{
    /// <summary>How deep a rulebook may nest; more than any does.</summary>
    public const int MaxDepth = 16;

    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);
    private readonly List<RulebookFault> _twice = [];

    private RulebookLines()
    {
    }

    /// <summary>Where the file stops being JSON; null where it does not.</summary>
    public RulebookFault? Broken { get; private set; }

    /// <summary>Names that stand twice in one section, of which one would silently win.</summary>
    public IReadOnlyList<RulebookFault> Twice => _twice;

    /// <summary>The line of a place, or of the nearest section around it that stands in the file.</summary>
    public int At(string place)
    {
        for (var around = place; around.Length > 0; around = Around(around))
        {
            if (_lines.TryGetValue(around, out var line))
                return line;
        }
        return 1;
    }

    /// <summary>Reads the file once.</summary>
    public static RulebookLines Of(ReadOnlySpan<byte> text)
    {
        var lines = new RulebookLines();
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = MaxDepth });
        var sections = new Stack<(string Place, int Next)>();
        var (place, line, counted) = ("", 1, 0);
        try
        {
            while (reader.Read())
            {
                line += text[counted..(int)reader.TokenStartIndex].Count((byte)'\n');
                counted = (int)reader.TokenStartIndex;
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    place = RulebookFault.Within(sections.Peek().Place, reader.GetString() ?? "");
                    if (!lines._lines.TryAdd(place, line))
                        lines._twice.Add(new(place, $"it stands on line {lines._lines[place]} and again on line {line}; once is needed."));
                    continue;
                }
                // Reading a text finds an escape that stands for no letter.
                if (reader.TokenType == JsonTokenType.String)
                    _ = reader.GetString();
                if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                {
                    place = sections.Pop().Place;
                    continue;
                }
                // A value in a list has its number for a name.
                if (sections.TryPeek(out var section) && section.Next >= 0)
                {
                    place = $"{section.Place}[{section.Next}]";
                    sections.Push(sections.Pop() with { Next = section.Next + 1 });
                    lines._lines.TryAdd(place, line);
                }
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                    sections.Push((place, reader.TokenType == JsonTokenType.StartArray ? 0 : -1));
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            var at = fault is JsonException { LineNumber: { } number } json ? $"line {number + 1}, byte {json.BytePositionInLine + 1}" : $"line {line}";
            lines.Broken = new(place.Length == 0 ? at : $"{place} ({at})", "the file is not JSON here: " + fault.Message.Split(" LineNumber:")[0]);
        }
        return lines;
    }

    private static string Around(string place) => place.EndsWith("\"]", StringComparison.Ordinal)
        ? place[..Math.Max(0, place.LastIndexOf("[\"", StringComparison.Ordinal))]
        : place[..Math.Max(0, place.LastIndexOfAny(['.', '[']))];
}

using System.Collections.Immutable;
using System.Text.Json;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Rulebook;

/// <summary>A rulebook as it was read from its file: the rules, or what is wrong with them.</summary>
/// <param name="Rules">The rules; null when there is any fault.</param>
/// <param name="Faults">Each with its place and line, from the top of the file to its end.</param>
public sealed record RulebookReading(Rules? Rules, ImmutableArray<RulebookFault> Faults)
{
    /// <summary>Reads a rulebook's JSON.</summary>
    public static RulebookReading Of(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("\uFEFF"u8))
            text = text[3..];
        var lines = RulebookLines.Of(text);
        if (lines.Broken is { } broken)
            return new(null, [broken]);
        var bytes = text.ToArray();
        using var document = JsonDocument.Parse(bytes, new() { MaxDepth = RulebookLines.MaxDepth });
        List<RulebookFault> faults = [.. lines.Twice, .. RulebookShape.FaultsOf(document.RootElement)];
        var rules = faults.Count > 0 && HoldsNull(document.RootElement) ? null : Lenient(bytes);
        faults.AddRange(rules?.Faults() ?? []);
        if (faults.Count == 0)
            return new(rules, []);
        return new(null, [.. faults.Distinct().OrderBy(fault => lines.At(fault.Place)).Select(Placed)]);

        RulebookFault Placed(RulebookFault fault) => fault with
        {
            Place = fault.Place.Length == 0 ? $"line {lines.At(fault.Place)}" : $"{fault.Place} (line {lines.At(fault.Place)})",
        };
    }

    private static bool HoldsNull(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Any(member => HoldsNull(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().Any(HoldsNull),
        var kind => kind == JsonValueKind.Null,
    };

    /// <summary>The rules as far as their shape lets them be read, so that one run names the faults of every sort.</summary>
    private static Rules? Lenient(byte[] text)
    {
        try
        {
            return JsonSerializer.Deserialize<Rules>(text, JournalJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Rulebook;

/// <summary>Whether JSON has the shape of a rulebook: every name known, every needed one there, every value of its kind.</summary>
internal static class RulebookShape
{
    /// <summary>Every fault of shape, not only the first.</summary>
    public static IEnumerable<RulebookFault> FaultsOf(JsonElement root) => FaultsIn(root, typeof(Rules), "");

    private static IEnumerable<RulebookFault> FaultsIn(JsonElement value, Type type, string place)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        var shape = JournalJson.Strict.GetTypeInfo(type);
        return shape.Kind switch
        {
            JsonTypeInfoKind.Object => value.ValueKind == JsonValueKind.Object ? FaultsOfSection(value, shape, place) : [Wrong(value, "a section in braces", place)],
            JsonTypeInfoKind.Dictionary => value.ValueKind == JsonValueKind.Object ? FaultsOfNames(value, shape, place) : [Wrong(value, "a section in braces", place)],
            JsonTypeInfoKind.Enumerable => value.ValueKind == JsonValueKind.Array
                ? value.EnumerateArray().SelectMany((item, index) => FaultsIn(item, shape.ElementType ?? typeof(object), $"{place}[{index}]"))
                : [Wrong(value, "a list in brackets", place)],
            _ => FaultOfValue(value, type, place) is { } fault ? [fault] : [],
        };
    }

    private static IEnumerable<RulebookFault> FaultsOfSection(JsonElement section, JsonTypeInfo shape, string place)
    {
        foreach (var member in section.EnumerateObject())
        {
            var within = RulebookFault.Within(place, member.Name);
            if (shape.Properties.FirstOrDefault(property => property.Name == member.Name) is { } property)
            {
                // Null says that there is none, where there need be none.
                if (member.Value.ValueKind == JsonValueKind.Null && property.IsSetNullable)
                    continue;
                foreach (var fault in FaultsIn(member.Value, property.PropertyType, within))
                    yield return fault;
            }
            else if (within != "$schema")
            {
                yield return new(within, $"nothing of this name is known here; known are {string.Join(", ", shape.Properties.Select(known => known.Name))}.");
            }
        }
        foreach (var property in shape.Properties.Where(property => property.IsRequired && !section.TryGetProperty(property.Name, out _)))
            yield return new(RulebookFault.Within(place, property.Name), $"it is missing; {Kind(property.PropertyType)} is needed.");
    }

    private static IEnumerable<RulebookFault> FaultsOfNames(JsonElement section, JsonTypeInfo shape, string place)
    {
        foreach (var member in section.EnumerateObject())
        {
            var within = RulebookFault.Within(place, member.Name);
            if (string.IsNullOrWhiteSpace(member.Name))
                yield return new(within, "a name is needed.");
            else if (shape.KeyType is { IsEnum: true } words && !Words(words).Contains(member.Name, StringComparer.Ordinal))
                yield return new(within, $"“{member.Name}” is none of {string.Join(", ", Words(words))}.");
            foreach (var fault in FaultsIn(member.Value, shape.ElementType ?? typeof(object), within))
                yield return fault;
        }
    }

    private static RulebookFault? FaultOfValue(JsonElement value, Type type, string place) => type switch
    {
        _ when type == typeof(string) && value.ValueKind == JsonValueKind.String => null,
        _ when type == typeof(bool) && value.ValueKind is JsonValueKind.True or JsonValueKind.False => null,
        _ when type == typeof(int) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _) => null,
        { IsEnum: true } when value.ValueKind == JsonValueKind.String => Words(type).Contains(value.GetString() ?? "", StringComparer.Ordinal)
            ? null
            : new(place, $"“{value.GetString()}” is none of {string.Join(", ", Words(type))}."),
        _ => Wrong(value, Kind(type), place),
    };

    private static RulebookFault Wrong(JsonElement value, string needed, string place) => new(place, value.ValueKind switch
    {
        JsonValueKind.Object => $"here is a section; {needed} is needed.",
        JsonValueKind.Array => $"here is a list; {needed} is needed.",
        JsonValueKind.Null => $"here is nothing (null); {needed} is needed.",
        _ => $"here is {value.GetRawText()}; {needed} is needed.",
    });

    private static string Kind(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { IsEnum: true } words => $"one of {string.Join(", ", Words(words))}",
        var kind when kind == typeof(string) => "a text",
        var kind when kind == typeof(bool) => "true or false",
        var kind when kind == typeof(int) => "a whole number",
        var kind => JournalJson.Strict.GetTypeInfo(kind).Kind == JsonTypeInfoKind.Enumerable ? "a list in brackets" : "a section in braces",
    };

    private static IEnumerable<string> Words(Type words) => Enum.GetNames(words).Select(JsonNamingPolicy.CamelCase.ConvertName);
}

using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Server.Floor;

/// <summary>
/// What turns one record of a board into another of the same kind, property by property: most of a person's board stands as it
/// was, and comparing values costs a tenth of writing both as JSON.
/// </summary>
public static class ShallowPatch
{
    private static readonly ConcurrentDictionary<Type, (string Name, PropertyInfo Property)[]> Properties = new();

    /// <summary>The merge patch; null where nothing differs.</summary>
    public static JsonObject? Between(object before, object after)
    {
        JsonObject? patch = null;
        foreach (var (name, property) in Properties.GetOrAdd(after.GetType(), PropertiesOf))
        {
            var (old, young) = (property.GetValue(before), property.GetValue(after));
            if (Equals(old, young))
                continue;
            if (old is null || young is null)
            {
                (patch ??= [])[name] = young is null ? null : Json(young);
                continue;
            }
            if (young is not string and IEnumerable && ((IEnumerable)old).Cast<object>().SequenceEqual(((IEnumerable)young).Cast<object>()))
                continue;
            var (was, now) = (Json(old), Json(young));
            if (was is JsonObject wasMany && now is JsonObject nowMany)
            {
                if (MergePatch.Between(wasMany, nowMany) is { } inner)
                    (patch ??= [])[name] = inner;
            }
            else if (!JsonNode.DeepEquals(was, now))
            {
                (patch ??= [])[name] = now;
            }
        }
        return patch;
    }

    private static JsonNode? Json(object value) => JsonSerializer.SerializeToNode(value, value.GetType(), JournalJson.Options);

    private static (string, PropertyInfo)[] PropertiesOf(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => (JsonNamingPolicy.CamelCase.ConvertName(property.Name), property))];
}

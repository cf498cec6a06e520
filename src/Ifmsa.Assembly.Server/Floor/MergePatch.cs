using System.Text.Json.Nodes;

namespace Ifmsa.Assembly.Server.Floor;

/// <summary>Differences of boards as JSON merge patches (RFC 7396); boards never hold null, so null always means removed.</summary>
public static class MergePatch
{
    /// <summary>What turns one board into another; null where nothing differs.</summary>
    public static JsonObject? Between(JsonObject before, JsonObject after)
    {
        JsonObject? patch = null;
        foreach (var (name, value) in after)
        {
            if (!before.TryGetPropertyValue(name, out var old))
                (patch ??= [])[name] = value!.DeepClone();
            else if (old is JsonObject was && value is JsonObject now)
            {
                if (Between(was, now) is { } inner)
                    (patch ??= [])[name] = inner;
            }
            else if (!JsonNode.DeepEquals(old, value))
                (patch ??= [])[name] = value!.DeepClone();
        }
        foreach (var (name, _) in before)
        {
            if (!after.ContainsKey(name))
                (patch ??= [])[name] = null;
        }
        return patch;
    }

    /// <summary>A board with a patch applied.</summary>
    public static JsonObject Apply(JsonObject board, JsonObject patch)
    {
        foreach (var (name, value) in patch)
        {
            if (value is null)
                board.Remove(name);
            else if (value is JsonObject inner)
                board[name] = Apply(board[name] as JsonObject is { } known ? (JsonObject)known.DeepClone() : [], inner);
            else
                board[name] = value.DeepClone();
        }
        return board;
    }
}

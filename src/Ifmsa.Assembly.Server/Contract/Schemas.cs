using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Floor.Boards;

namespace Ifmsa.Assembly.Server.Contract;

/// <summary>The wire's types as JSON schemas, made from the C# records.</summary>
public static class Schemas
{
    /// <summary>Every command's body by kind.</summary>
    public static JsonObject Commands { get; } = new(Catalogue.Commands.Values
        .OrderBy(command => command.Kind, StringComparer.Ordinal)
        .Select(command => KeyValuePair.Create(command.Kind, (JsonNode?)JournalJson.Strict.GetJsonSchemaAsNode(command.Type))));

    /// <summary>Every board by name.</summary>
    public static JsonObject Boards { get; } = new(BoardRoom.All
        .OrderBy(board => board.Name, StringComparer.Ordinal)
        .Select(board => KeyValuePair.Create(board.Name, (JsonNode?)JournalJson.Options.GetJsonSchemaAsNode(board.Type))));
}

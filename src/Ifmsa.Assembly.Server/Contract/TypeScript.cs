using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Floor;
using Ifmsa.Assembly.Server.Floor.Boards;

namespace Ifmsa.Assembly.Server.Contract;

/// <summary>Writes the types of the wire as TypeScript, from the same records that are serialised, so that the client cannot go stale.</summary>
public sealed class TypeScript
{
    private readonly SortedDictionary<string, (Type Type, string Text)> _named = new(StringComparer.Ordinal);

    private TypeScript()
    {
    }

    /// <summary>The whole of <c>src/web/src/contract.ts</c>.</summary>
    public static string Contract()
    {
        var script = new TypeScript();
        var boards = new StringBuilder("/** Boards by the name under which they travel. */\nexport interface Boards {\n");
        foreach (var board in BoardRoom.All.OrderBy(board => board.Name, StringComparer.Ordinal))
            boards.Append($"  {board.Name}: {script.Of(board.Type)};\n");
        var commands = new StringBuilder("/** Command bodies by kind. */\nexport interface Commands {\n");
        foreach (var command in Catalogue.Commands.Values.OrderBy(command => command.Kind, StringComparer.Ordinal))
            commands.Append($"  '{command.Kind}': {script.Body(JournalJson.Strict.GetTypeInfo(command.Type))};\n");
        foreach (var answer in new[] { typeof(Answer), typeof(Beat) })
            script.Of(answer);
        return $$"""
            // The types of the wire, written by Contract/TypeScript.cs from the C# records. Not edited by hand:
            // UPDATE_GOLDEN=1 with the server's tests writes it anew.
            // Ids are UUIDs, times ISO 8601 in UTC; what is absent is left out.

            {{string.Join('\n', script._named.Values.Select(named => named.Text))}}
            {{boards}}}
            export type BoardName = keyof Boards;

            {{commands}}}
            export type CommandKind = keyof Commands;

            """.ReplaceLineEndings("\n");
    }

    private string Of(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return Of(inner);
        if (type == typeof(string) || type == typeof(Guid) || type == typeof(DateTimeOffset) || type == typeof(DateOnly) || IsId(type))
            return "string";
        if (type == typeof(bool))
            return "boolean";
        if (type == typeof(int) || type == typeof(long) || type == typeof(double))
            return "number";
        if (type == typeof(JsonObject))
            return "Record<string, unknown>";
        if (type == typeof(Who))
            return Named(type, () => Union(type, Enum.GetValues<Who>().Where(flag => flag != Who.None && (flag & (flag - 1)) == Who.None).Select(flag => flag.ToString()))) + "[]";
        if (type.IsEnum)
            return Named(type, () => Union(type, Enum.GetNames(type)));
        var shape = JournalJson.Options.GetTypeInfo(type);
        return shape.Kind switch
        {
            JsonTypeInfoKind.Enumerable => Of(shape.ElementType ?? typeof(object)) + "[]",
            JsonTypeInfoKind.Dictionary => $"Record<string, {Of(shape.ElementType ?? typeof(object))}>",
            JsonTypeInfoKind.Object => Named(type, () => Interface(shape)),
            _ => throw new NotSupportedException($"{type} has no shape in TypeScript."),
        };
    }

    /// <summary>A type by its name; a name stands for one type only.</summary>
    private string Named(Type type, Func<string> write)
    {
        if (_named.TryGetValue(type.Name, out var known))
            return known.Type == type ? type.Name : throw new NotSupportedException($"{known.Type} and {type} would have the same name.");
        // Taken before its members are written, which may name it again.
        _named[type.Name] = (type, "");
        _named[type.Name] = (type, write());
        return type.Name;
    }

    private static string Union(Type type, IEnumerable<string> names) =>
        $"export type {type.Name} = {string.Join(" | ", names.Select(name => $"'{JsonNamingPolicy.CamelCase.ConvertName(name)}'"))};\n";

    private string Interface(JsonTypeInfo shape)
    {
        var text = new StringBuilder($"export interface {shape.Type.Name} {{\n");
        foreach (var member in shape.Properties.Where(member => member.Get is not null))
            text.Append($"  {member.Name}{(MayBeAbsent(member) ? "?" : "")}: {Of(member.PropertyType)};\n");
        return text.Append("}\n").ToString();
    }

    /// <summary>What a sender may leave out is what the constructor has a default for.</summary>
    private string Body(JsonTypeInfo shape)
    {
        var members = shape.Properties.Where(member => member.AssociatedParameter is not null)
            .Select(member => $"{member.Name}{(member.AssociatedParameter is { HasDefaultValue: true } ? "?" : "")}: {Of(member.PropertyType)}").ToList();
        return members.Count == 0 ? "Record<string, never>" : $"{{ {string.Join("; ", members)} }}";
    }

    private static bool MayBeAbsent(JsonPropertyInfo member) =>
        Nullable.GetUnderlyingType(member.PropertyType) is not null || (!member.PropertyType.IsValueType && member.IsGetNullable) || member.AssociatedParameter is { HasDefaultValue: true, IsNullable: true }
        || member.AttributeProvider?.IsDefined(typeof(JsonIgnoreAttribute), inherit: false) == true;

    private static bool IsId(Type type) => type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IIdentifier<>));
}

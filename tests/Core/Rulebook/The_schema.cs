using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Xml.Linq;

namespace Ifmsa.Assembly.Core.Tests;

/// <summary><c>templates/rulebooks/rulebook.schema.json</c>, by which an editor helps to write a rulebook; UPDATE_GOLDEN=1 writes it anew.</summary>
public sealed class The_schema
{
    private static readonly Lazy<XDocument> Summaries = new(() => XDocument.Load(Path.ChangeExtension(typeof(Rules).Assembly.Location, ".xml")));
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    [Fact]
    public void is_the_one_the_records_give() => Assert.True(IsKept(Schema().ToJsonString(Indented) + "\n"), "rulebook.schema.json is stale: run the core's tests with UPDATE_GOLDEN=1.");

    [Fact]
    public void describes_every_section() =>
        Assert.All(Schema()["properties"]!.AsObject(), section => Assert.NotEqual("", section.Value!["description"]?.GetValue<string>() ?? ""));

    private static JsonNode Schema()
    {
        var schema = JournalJson.Strict.GetJsonSchemaAsNode(typeof(Rules), new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Described }).AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "A rulebook");
        schema["properties"]!.AsObject().Insert(0, "$schema", new JsonObject { ["type"] = "string", ["description"] = "This schema." });
        return schema;
    }

    private static JsonNode Described(JsonSchemaExporterContext at, JsonNode schema)
    {
        if (schema is not JsonObject rule)
            return schema;
        if (at.TypeInfo.KeyType is { IsEnum: true } words)
            rule["propertyNames"] = new JsonObject { ["enum"] = new JsonArray([.. Enum.GetNames(words).Select(word => (JsonNode?)JsonNamingPolicy.CamelCase.ConvertName(word))]) };
        // Editors show these beside the words; validators pass them over.
        if (at.TypeInfo.Type is { IsEnum: true } choice)
            rule["enumDescriptions"] = new JsonArray([.. Enum.GetNames(choice).Select(word => (JsonNode?)Field(choice, word))]);
        if (at.PropertyInfo is { } property && Summary(property.DeclaringType, property.Name) is { Length: > 0 } summary)
            rule["description"] = summary;
        else if (at.PropertyInfo is null && Summary(at.TypeInfo.Type, null) is { Length: > 0 } type)
            rule["description"] = type;
        return rule;
    }

    private static string Field(Type type, string name) => Plain(Of($"F:{type.FullName}.{name}")?.Element("summary"));

    /// <summary>What the records' documentation says of a type, or of a member of it.</summary>
    private static string Summary(Type type, string? member)
    {
        if (member is null)
            return Plain(Of("T:" + type.FullName)?.Element("summary"));
        var name = char.ToUpperInvariant(member[0]) + member[1..];
        return Plain(Of($"P:{type.FullName}.{name}")?.Element("summary")) is { Length: > 0 } own
            ? own
            : Plain(Of("T:" + type.FullName)?.Elements("param").FirstOrDefault(found => (string?)found.Attribute("name") == name));
    }

    private static XElement? Of(string name) => Summaries.Value.Descendants("member").FirstOrDefault(found => (string?)found.Attribute("name") == name);

    private static string Plain(XElement? text) => text is null ? "" : string.Join(' ', text.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool IsKept(string schema, [CallerFilePath] string here = "")
    {
        var file = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "templates", "rulebooks", "rulebook.schema.json"));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            File.WriteAllText(file, schema);
        return File.Exists(file) && File.ReadAllText(file) == schema;
    }
}

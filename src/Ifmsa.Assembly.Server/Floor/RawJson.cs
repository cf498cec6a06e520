using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ifmsa.Assembly.Server.Floor;

/// <summary>JSON that is already written, so that a board is serialised once and not once more by the hub's protocol.</summary>
[JsonConverter(typeof(Writer))]
public sealed record RawJson(string Text)
{
    /// <summary>Never the content in a log.</summary>
    public override string ToString() => $"{Text.Length} characters";

    private sealed class Writer : JsonConverter<RawJson>
    {
        public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(JsonDocument.ParseValue(ref reader).RootElement.GetRawText());

        // What was written by our own serialiser need not be checked again.
        public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options) => writer.WriteRawValue(value.Text, skipInputValidation: true);
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Ifmsa.Assembly.Core.Journal;

/// <summary>How commands and facts are written as JSON: camelCase, ids as UUIDs, enumerations as words, absent rather than null.</summary>
public static class JournalJson
{
    /// <summary>For facts: strict in what is written, and members unknown to this release are ignored.</summary>
    public static JsonSerializerOptions Options { get; } = Build(JsonUnmappedMemberHandling.Skip);

    /// <summary>For commands: an unknown member is a fault of the sender.</summary>
    public static JsonSerializerOptions Strict { get; } = Build(JsonUnmappedMemberHandling.Disallow);

    private static JsonSerializerOptions Build(JsonUnmappedMemberHandling unknown)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NumberHandling = JsonNumberHandling.Strict,
            PropertyNameCaseInsensitive = false,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            UnmappedMemberHandling = unknown,
            MaxDepth = 16,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { AbsentMeansNull } },
            Converters = { new IdentifierConverters(), new WhoConverter(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        };
        options.MakeReadOnly();
        return options;
    }

    /// <summary>What may be null may be absent, since null is never written.</summary>
    private static void AbsentMeansNull(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.IsRequired && (Nullable.GetUnderlyingType(property.PropertyType) is not null || (!property.PropertyType.IsValueType && property.IsSetNullable)))
                property.IsRequired = false;
        }
    }

    private sealed class IdentifierConverters : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) =>
            typeToConvert.IsValueType && typeToConvert.GetInterfaces().Any(face =>
                face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IIdentifier<>));

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(IdentifierConverter<>).MakeGenericType(typeToConvert))!;
    }

    private sealed class IdentifierConverter<T> : JsonConverter<T>
        where T : struct, IIdentifier<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => T.Of(reader.GetGuid());

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Guid.TryParse(reader.GetString(), out var value) ? T.Of(value) : throw new JsonException();

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WritePropertyName(value.Value.ToString());
    }

    /// <summary>Capacities as a list of words, so that a new one never shifts the old.</summary>
    private sealed class WhoConverter : JsonConverter<Who>
    {
        private static readonly (Who Flag, string Word)[] Words =
        [
            .. Enum.GetValues<Who>()
                .Where(flag => flag != Who.None && (flag & (flag - 1)) == 0)
                .Select(flag => (flag, JsonNamingPolicy.CamelCase.ConvertName(flag.ToString()))),
        ];

        public override Who Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartArray)
                throw new JsonException();
            var who = Who.None;
            while (reader.Read() && reader.TokenType == JsonTokenType.String)
            {
                foreach (var (flag, word) in Words)
                {
                    if (reader.ValueTextEquals(word))
                        who |= flag;
                }
            }
            return who;
        }

        public override void Write(Utf8JsonWriter writer, Who value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var (flag, word) in Words)
            {
                if ((value & flag) != 0)
                    writer.WriteStringValue(word);
            }
            writer.WriteEndArray();
        }
    }
}

using System.Collections.Frozen;
using System.Text.Json;

namespace Ifmsa.Assembly.Core.Journal;

/// <summary>How an entry becomes the payload bytes of a journal row, and back.</summary>
public static class EntryCodec
{
    private static readonly FrozenDictionary<Type, Envelope> Envelopes =
        Catalogue.Facts.Values.ToFrozenDictionary(entry => entry.Type, entry => (Envelope)Activator.CreateInstance(typeof(Envelope<>).MakeGenericType(entry.Type))!);

    /// <summary>The payload: JSON with <c>by</c>, <c>act</c> and <c>fact</c>.</summary>
    public static byte[] Encode(Entry entry) => Envelopes[entry.Fact.GetType()].Write(entry);

    /// <summary>The entry of a row; throws <see cref="JsonException"/> where the kind or the payload is not ours.</summary>
    public static Entry Decode(long sequence, DateTimeOffset at, string kind, ReadOnlySpan<byte> payload) =>
        Catalogue.Facts.TryGetValue(kind, out var fact)
            ? Envelopes[fact.Type].Read(sequence, at, payload)
            : throw new JsonException($"The journal has a fact of the unknown kind {kind}.");

    private abstract class Envelope
    {
        public abstract byte[] Write(Entry entry);

        public abstract Entry Read(long sequence, DateTimeOffset at, ReadOnlySpan<byte> payload);
    }

    private sealed class Envelope<TFact> : Envelope
        where TFact : Fact
    {
        public override byte[] Write(Entry entry) =>
            JsonSerializer.SerializeToUtf8Bytes(new Payload(entry.By, entry.Act, (TFact)entry.Fact), JournalJson.Options);

        public override Entry Read(long sequence, DateTimeOffset at, ReadOnlySpan<byte> payload)
        {
            var (by, act, fact) = JsonSerializer.Deserialize<Payload>(payload, JournalJson.Options)!;
            return new(sequence, act, at, by, fact);
        }

        private sealed record Payload(Author By, long Act, TFact Fact);
    }
}

using System.Collections.Immutable;
using System.Text.Json;

namespace Ifmsa.Assembly.Core.Ballots;

/// <summary>A fact as the recount reads it: kind and raw payload, as on disk.</summary>
public sealed record RawFact(string Kind, ReadOnlyMemory<byte> Payload);

/// <summary>What the recount found, or why it cannot count.</summary>
/// <param name="Count">What was counted, in each unit.</param>
/// <param name="Fault">What is wrong with the record; null when nothing is.</param>
public sealed record RecountResult(Count Count, string? Fault)
{
    /// <summary>Votes per option.</summary>
    public ImmutableSortedDictionary<string, int> Figures => Count.Votes;
}

/// <summary>
/// Counts a ballot a second time from the bytes in the journal. It shares no code with the fold on purpose:
/// it reads the JSON itself and keeps its own books, so that an error in one is caught by the other.
/// </summary>
public static class Recount
{
    /// <summary>Counts one ballot from the facts between its opening and the end of its checking.</summary>
    public static RecountResult Of(Guid ballot, IEnumerable<RawFact> facts)
    {
        var book = new RecountBook();
        foreach (var fact in facts)
        {
            if (!fact.Kind.StartsWith("ballot.", StringComparison.Ordinal))
                continue;
            using var json = JsonDocument.Parse(fact.Payload);
            var body = json.RootElement.GetProperty("fact");
            if (body.GetProperty("ballot").GetGuid() != ballot)
                continue;
            if (book.Enter(fact.Kind, body) is { } fault)
                return Faulty(fault);
        }
        return book.IsComplete ? book.Add() : Faulty("no close");
    }

    internal static RecountResult Faulty(string fault)
    {
        var nothing = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);
        return new(new(nothing, nothing, nothing, Extent.None), fault);
    }
}

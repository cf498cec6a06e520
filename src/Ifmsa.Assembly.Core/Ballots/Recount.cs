using System.Collections.Immutable;
using System.Text.Json;

namespace Ifmsa.Assembly.Core.Ballots;

/// <summary>A fact as the recount reads it: kind and raw payload, as on disk.</summary>
public sealed record RawFact(string Kind, ReadOnlyMemory<byte> Payload);

/// <summary>What the recount found, or why it cannot count.</summary>
/// <param name="Figures">Votes per option.</param>
/// <param name="Votes">Votes in all.</param>
/// <param name="Fault">What is wrong with the record; null when nothing is.</param>
public sealed record RecountResult(ImmutableSortedDictionary<string, int> Figures, int Votes, string? Fault);

/// <summary>
/// Counts a ballot a second time from the bytes in the journal. It shares no code with the fold on purpose:
/// it reads the JSON itself and keeps its own books, so that an error in one is caught by the other.
/// </summary>
public static class Recount
{
    /// <summary>Counts one ballot from the facts between its opening and its close.</summary>
    public static RecountResult Of(Guid ballot, IEnumerable<RawFact> facts)
    {
        var votes = new Dictionary<string, int>(StringComparer.Ordinal);
        var options = new HashSet<string>(StringComparer.Ordinal);
        var standing = new Dictionary<string, (string Option, bool Counts)>(StringComparer.Ordinal);
        Dictionary<string, int>? placards = null;
        var (opened, closed) = (false, false);
        foreach (var fact in facts)
        {
            if (!fact.Kind.StartsWith("ballot.", StringComparison.Ordinal))
                continue;
            using var json = JsonDocument.Parse(fact.Payload);
            var body = json.RootElement.GetProperty("fact");
            if (body.GetProperty("ballot").GetGuid() != ballot)
                continue;
            if (closed)
                return Faulty($"{fact.Kind} after the close");
            if (!opened && fact.Kind != "ballot.opened.v1")
                return Faulty($"{fact.Kind} before the opening");
            switch (fact.Kind)
            {
                case "ballot.opened.v1":
                    opened = true;
                    foreach (var option in body.GetProperty("options").EnumerateArray())
                        options.Add(option.GetProperty("key").GetString()!);
                    foreach (var elector in body.GetProperty("electorate").EnumerateArray())
                        votes.Add(elector.GetProperty("member").GetString()!, elector.GetProperty("votes").GetInt32());
                    break;
                case "ballot.cast.v1":
                    standing[Member(body)] = (body.GetProperty("option").GetString()!, Counts: true);
                    break;
                case "ballot.entered.v1":
                    if (standing.TryGetValue(Member(body), out var earlier) && earlier.Counts)
                        return Faulty("an entry over a vote that counts");
                    standing[Member(body)] = (body.GetProperty("option").GetString()!, Counts: false);
                    break;
                case "ballot.entry-confirmed.v1":
                    if (!standing.TryGetValue(Member(body), out var entry))
                        return Faulty("a confirmation of nothing");
                    standing[Member(body)] = entry with { Counts = true };
                    break;
                case "ballot.figures-entered.v1":
                    placards = body.GetProperty("figures").EnumerateObject().ToDictionary(figure => figure.Name, figure => figure.Value.GetInt32(), StringComparer.Ordinal);
                    break;
                case "ballot.closed.v1":
                    closed = true;
                    break;
                default:
                    return Faulty($"an unknown fact {fact.Kind}");
            }
        }
        if (!closed)
            return Faulty("no close");
        var figures = options.ToDictionary(option => option, _ => 0, StringComparer.Ordinal);
        foreach (var (option, count) in placards ?? [])
        {
            if (!figures.ContainsKey(option))
                return Faulty("a figure for an unknown option");
            figures[option] += count;
        }
        foreach (var (member, vote) in standing.Where(pair => pair.Value.Counts))
        {
            if (!votes.TryGetValue(member, out var weight))
                return Faulty("a vote of a member outside the electorate");
            if (!figures.ContainsKey(vote.Option))
                return Faulty("a vote for an unknown option");
            figures[vote.Option] += weight;
        }
        var (sum, entitled) = (figures.Values.Sum(), votes.Values.Sum());
        return sum > entitled
            ? Faulty($"{sum} votes of {entitled} entitled")
            : new(figures.ToImmutableSortedDictionary(StringComparer.Ordinal), sum, Fault: null);
    }

    private static string Member(JsonElement body) => body.GetProperty("member").GetString()!;

    private static RecountResult Faulty(string fault) => new(ImmutableSortedDictionary<string, int>.Empty, 0, fault);
}

using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Floor;
using Ifmsa.Assembly.Server.Journal;
using Xunit;

namespace Ifmsa.Assembly.Rehearsal.Tests;

/// <summary>What a member chose: one option with all its votes, or parts.</summary>
internal sealed record Slip(string Option, IReadOnlyList<Part>? Shares = null)
{
    /// <summary>As it adds up for a member with so many votes; the same for the same slip.</summary>
    public string Text(int votes) => Shares is null ? $"{votes}×{Option}" : string.Join(" ", Shares.Select(part => $"{part.Votes}×{string.Join('+', part.Options)}"));

    /// <summary>As the journal has it.</summary>
    public static Slip Of(JsonNode fact) => new(
        (string?)fact["option"] ?? "",
        fact["shares"] is JsonArray { Count: > 0 } parts ? [.. parts.Select(part => new Part([.. part!["options"]!.AsArray().Select(option => (string)option!)], (int)part["votes"]!))] : null);
}

/// <summary>Some of a member's votes, for one option or several.</summary>
internal sealed record Part(IReadOnlyList<string> Options, int Votes);

/// <summary>The book of what everybody was told, kept beside the server; at the end the journal on disk is judged by it.</summary>
internal sealed class Told
{
    private readonly ConcurrentQueue<(BallotId Ballot, ParticipantId By, MemberId Member, long Number, Slip Slip, Answer Answer)> _casts = [];
    private readonly ConcurrentDictionary<(BallotId, MemberId), Slip> _standing = [];
    private readonly ConcurrentDictionary<BallotId, IReadOnlyDictionary<string, int>> _counted = [];
    private readonly ConcurrentDictionary<BallotId, JsonObject> _declared = [];

    /// <summary>Casts that were acknowledged, each member's apart.</summary>
    public int Acknowledged => _casts.Count;

    /// <summary>A cast was acknowledged; a member's own come one after another.</summary>
    public void Cast(BallotId ballot, ParticipantId by, MemberId member, long number, Slip slip, Answer answer)
    {
        _casts.Enqueue((ballot, by, member, number, slip, answer));
        Stands(ballot, member, slip);
    }

    /// <summary>A vote stands that came in another way.</summary>
    public void Stands(BallotId ballot, MemberId member, Slip slip) => _standing[(ballot, member)] = slip;

    /// <summary>What stands of a member as it was last told.</summary>
    public Slip Standing(BallotId ballot, MemberId member) => _standing[(ballot, member)];

    /// <summary>Counted by hand, from placards or paper.</summary>
    public void Counted(BallotId ballot, IReadOnlyDictionary<string, int> figures) => _counted[ballot] = figures;

    /// <summary>The result that the screen showed.</summary>
    public void Declared(BallotId ballot, JsonObject result) => _declared[ballot] = result;

    /// <summary>Every acknowledged cast is on disk once, what stands is the newest choice, and what was declared is what that comes to.</summary>
    public void Judge(string database, AssemblyId assembly)
    {
        using var store = new AssemblyStore(Store.Options(database, 2_000));
        var of = assembly.ToString();
        var rows = store.Facts.Where(row => row.Assembly == of).OrderBy(row => row.Sequence).ToList();
        var facts = rows.Where(row => row.Kind.StartsWith("ballot.", StringComparison.Ordinal)).Select(row => (row.Kind, Fact: JsonNode.Parse(row.Payload)!["fact"]!)).ToList();
        AreOnDiskOnce(facts, rows.ToDictionary(row => row.Sequence, row => Convert.ToHexStringLower(row.Hash)));
        foreach (var (ballot, shown) in _declared)
        {
            var own = facts.Where(fact => (string?)fact.Fact["ballot"] == ballot.ToString()).ToList();
            var votes = own.Single(fact => fact.Kind == "ballot.opened.v1").Fact["electorate"]!.AsArray().ToDictionary(row => (string)row!["member"]!, row => (int)row!["votes"]!);
            var book = _standing.Where(pair => pair.Key.Item1 == ballot).ToDictionary(pair => pair.Key.Item2.ToString(), pair => pair.Value);
            var disk = Standing(own);
            Assert.Equal(Lines(book, votes), Lines(disk, votes));
            Assert.Equal(["ballot.closed.v1", "ballot.counted.v1", "ballot.declared.v1"], own.Select(fact => fact.Kind).Where(kind => kind is "ballot.closed.v1" or "ballot.counted.v1" or "ballot.declared.v1").Order(StringComparer.Ordinal));
            var figures = shown["figures"]!.AsObject().ToDictionary(pair => pair.Key, pair => (int)pair.Value!);
            Assert.Equal(Sum(book, votes, _counted.GetValueOrDefault(ballot)).Where(pair => pair.Value > 0).OrderBy(pair => pair.Key, StringComparer.Ordinal), figures.Where(pair => pair.Value > 0).OrderBy(pair => pair.Key, StringComparer.Ordinal));
        }
    }

    private void AreOnDiskOnce(List<(string Kind, JsonNode Fact)> facts, Dictionary<long, string> hashes)
    {
        var casts = facts.Where(fact => fact.Kind == "ballot.cast.v1").Select(fact => fact.Fact)
            .ToLookup(fact => ((string)fact["ballot"]!, (string)fact["by"]!, (string)fact["member"]!, (long)fact["number"]!));
        Assert.All(casts, same => Assert.Single(same));
        foreach (var (ballot, by, member, number, slip, answer) in _casts)
        {
            var fact = Assert.Single(casts[(ballot.ToString(), by.ToString(), member.ToString(), number)]);
            Assert.Equal(slip.Text(1), Slip.Of(fact).Text(1));
            Assert.Equal(answer.Head, hashes[answer.Sequence!.Value]);
        }
        // Everybody was answered in the end: nothing is on disk that nobody was told of.
        Assert.Equal(casts.Count, _casts.Count);
    }

    /// <summary>What stands of each member, read from the facts by this book's own rules.</summary>
    private static Dictionary<string, Slip> Standing(List<(string Kind, JsonNode Fact)> facts)
    {
        var (standing, entered) = (new Dictionary<string, Slip>(StringComparer.Ordinal), new Dictionary<string, Slip>(StringComparer.Ordinal));
        foreach (var (kind, fact) in facts)
        {
            switch (kind)
            {
                case "ballot.cast.v1" or "ballot.answered.v1":
                    standing[(string)fact["member"]!] = Slip.Of(fact);
                    break;
                case "ballot.entered.v1":
                    entered[(string)fact["member"]!] = Slip.Of(fact);
                    break;
                case "ballot.entry-confirmed.v1":
                    standing[(string)fact["member"]!] = entered[(string)fact["member"]!];
                    break;
                case "ballot.objection-settled.v1" when (bool)fact["upheld"]!:
                    standing[(string)fact["member"]!] = Slip.Of(fact);
                    break;
            }
        }
        return standing;
    }

    private static IEnumerable<string> Lines(Dictionary<string, Slip> standing, Dictionary<string, int> votes) =>
        standing.Select(pair => $"{pair.Key} {pair.Value.Text(votes[pair.Key])}").Order(StringComparer.Ordinal);

    private static Dictionary<string, int> Sum(Dictionary<string, Slip> standing, Dictionary<string, int> votes, IReadOnlyDictionary<string, int>? counted)
    {
        var figures = counted is null ? new Dictionary<string, int>(StringComparer.Ordinal) : new(counted, StringComparer.Ordinal);
        foreach (var (member, slip) in standing)
        {
            foreach (var part in slip.Shares ?? [new([slip.Option], votes[member])])
            {
                foreach (var option in part.Options)
                    figures[option] = figures.GetValueOrDefault(option) + part.Votes;
            }
        }
        return figures;
    }
}

using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ifmsa.Assembly.Core.Tests;

/// <summary>A journal of this release, kept as a file: whatever comes later has to read it and come to the same state.</summary>
public sealed class The_golden_journal
{
    private const string File = "journal.v1.jsonl";
    private const string State = "journal.v1.state";

    private static readonly Lazy<IReadOnlyList<(Row Row, Entry Entry)>> Kept = new(() =>
        [.. Golden.Lines(File).Select(line => JsonSerializer.Deserialize<Row>(line, JournalJson.Options)!)
            .Select(row => (row, EntryCodec.Decode(row.Sequence, Chain.Time(row.At), row.Kind, Encoding.UTF8.GetBytes(row.Payload))))]);

    /// <summary>A line of the file: what a row of the journal's table holds, the chain aside.</summary>
    private sealed record Row(long Sequence, long At, string Kind, string Payload);

    [Fact]
    public void is_written_today_as_it_was()
    {
        var lines = Story.Told.Journal.Select(entry => JsonSerializer.Serialize(
            new Row(entry.Sequence, Chain.Microseconds(entry.At), Catalogue.Of(entry.Fact).Kind, Sorted(EntryCodec.Encode(entry))), JournalJson.Options));
        Golden.Matches(File, string.Join('\n', lines) + "\n");
    }

    [Fact]
    public void holds_every_kind_of_fact_there_is() =>
        Assert.Equal([], Catalogue.Facts.Keys.Except(Kept.Value.Select(row => row.Row.Kind)).Order(StringComparer.Ordinal));

    [Fact]
    public void replays_to_the_state_it_had() =>
        Golden.Matches(State, Digest.OfAll(Proceedings.Of(Situation.Nothing.Now.Id, Kept.Value.Select(row => row.Entry))) + "\n");

    [Fact]
    public void replays_to_the_state_of_the_meeting_that_wrote_it() =>
        Assert.Equal(Digest.OfAll(Story.Told.Now), Digest.OfAll(Proceedings.Of(Situation.Nothing.Now.Id, Kept.Value.Select(row => row.Entry))));

    [Fact]
    public void is_read_and_written_again_to_the_byte() =>
        Assert.All(Kept.Value, row => Assert.Equal(row.Row.Payload, Sorted(EntryCodec.Encode(row.Entry))));

    [Fact]
    public void ignores_what_a_later_release_adds()
    {
        var (row, entry) = Kept.Value[0];
        Assert.Equal(EntryCodec.Encode(entry), EntryCodec.Encode(EntryCodec.Decode(1, entry.At, row.Kind, Encoding.UTF8.GetBytes(row.Payload.Insert(1, "\"new\":{\"a\":1},")))));
    }

    [Fact]
    public void refuses_a_kind_it_does_not_know() =>
        Assert.Throws<JsonException>(() => EntryCodec.Decode(1, default, "motion.sung.v1", "{}"u8));

    [Fact]
    public void holds_no_persons_name() =>
        Assert.All(Kept.Value, row => Assert.DoesNotContain("Nəzrin", row.Row.Payload, StringComparison.Ordinal));

    /// <summary>The majorities and decisions of a rulebook are named, not ordered, and come in another order in each process.</summary>
    private static string Sorted(byte[] payload)
    {
        var json = JsonNode.Parse(payload)!.AsObject();
        if (json["fact"]!["rules"] is JsonObject rules)
        {
            foreach (var name in new[] { "rights", "majorities", "decisions" })
                rules[name] = new JsonObject(rules[name]!.AsObject().OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));
        }
        return json.ToJsonString(JournalJson.Options);
    }
}

public sealed class Choices_and_names
{
    [Fact]
    public void never_show_when_a_record_is_printed()
    {
        var cast = new CastVote(Ballot("vote"), "against", 1);
        Fact[] facts = [new VoteCast(Ballot("vote"), M("Canada"), "against", default, 1, By: null, default), new VoteEntered(Ballot("vote"), M("Canada"), "against", By: null, default)];
        Assert.DoesNotContain("against", cast + string.Concat<Fact>(facts) + new EnterVote(default, default, "against") + new ConfirmEntry(default, default, "against") + new Cast("against", default, null, null, default), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", new Matter(Words("secret"), new byte[32], "secret words").ToString(), StringComparison.Ordinal);
    }
}

public sealed class The_chain
{
    [Fact]
    public void is_computed_to_the_letter_of_what_outsiders_rely_on()
    {
        var id = new AssemblyId(new("0190a0e0-0000-7000-8000-0000000000ab"));
        Assert.Equal(System.Security.Cryptography.SHA256.HashData("0190a0e0-0000-7000-8000-0000000000ab"u8), Chain.Root(id));
        byte[] digest = Chain.Digest("{}"u8);
        byte[] spelled = [.. Chain.Root(id), 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 2, .. "a.b.v1"u8, 0, .. digest];
        Assert.Equal(System.Security.Cryptography.SHA256.HashData(spelled), Chain.Hash(Chain.Root(id), 1, 258, "a.b.v1", digest));
    }

    [Fact]
    public void keeps_time_in_whole_microseconds() =>
        Assert.Equal(new DateTimeOffset(2026, 8, 1, 18, 0, 0, TimeSpan.Zero).AddTicks(10), Chain.Time(Chain.Microseconds(new DateTimeOffset(2026, 8, 1, 20, 0, 0, TimeSpan.FromHours(2)).AddTicks(19))));
}

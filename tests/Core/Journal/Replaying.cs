using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ifmsa.Assembly.Core.Tests;

/// <summary>Journals of this release, kept as files: whatever comes later has to read them and come to the same state.</summary>
public sealed class The_golden_journals
{
    private static readonly Dictionary<string, Lazy<Situation>> Stories = new(StringComparer.Ordinal)
    {
        ["meeting"] = new(() => Story.Told), ["debate"] = new(() => DebateStory.Told), ["ronr"] = new(() => DebateStory.ToldUnderRonr), ["votes"] = new(() => VotesStory.Told),
        ["voters"] = new(() => VotersStory.Told), ["minutes"] = new(() => MinutesStory.Told),
        ["publication"] = new(() => PublicationStory.Told), ["certificates"] = new(() => CertificatesStory.Told),
    };

    private static readonly Dictionary<string, Lazy<IReadOnlyList<(KeptRow Row, Entry Entry)>>> Kept = Stories.Keys.ToDictionary(
        name => name, name => new Lazy<IReadOnlyList<(KeptRow, Entry)>>(() => KeptRow.Read(FileOf(name))), StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Stories.Keys];

    [Theory, MemberData(nameof(Names))]
    public void are_written_today_as_they_were(string name)
    {
        var lines = Stories[name].Value.Journal.Select(entry => JsonSerializer.Serialize(
            new KeptRow(entry.Sequence, Chain.Microseconds(entry.At), Catalogue.Of(entry.Fact).Kind, KeptRow.Sorted(EntryCodec.Encode(entry))), JournalJson.Options));
        Golden.Matches(FileOf(name), string.Join('\n', lines) + "\n");
    }

    [Fact]
    public void hold_every_kind_of_fact_there_is() =>
        Assert.Equal([], Catalogue.Facts.Keys.Except(Kept.Values.SelectMany(rows => rows.Value).Select(row => row.Row.Kind)).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Names))]
    public void replay_to_the_state_they_had(string name) =>
        Golden.Matches($"journal.v3.{name}.state", Digest.OfAll(Replayed(name)) + "\n");

    [Theory, MemberData(nameof(Names))]
    public void replay_to_the_state_of_the_meeting_that_wrote_them(string name) =>
        Assert.Equal(Digest.OfAll(Stories[name].Value.Now), Digest.OfAll(Replayed(name)));

    [Theory, MemberData(nameof(Names))]
    public void are_read_and_written_again_to_the_byte(string name) =>
        Assert.All(Kept[name].Value.Concat(name is "meeting" or "debate" or "ronr" ? KeptRow.Read($"journal.v2.{name}.jsonl") : []), row => Assert.Equal(row.Row.Payload, KeptRow.Sorted(EntryCodec.Encode(row.Entry))));

    [Fact]
    public void ignore_what_a_later_release_adds()
    {
        var (row, entry) = Kept["meeting"].Value[0];
        Assert.Equal(EntryCodec.Encode(entry), EntryCodec.Encode(EntryCodec.Decode(1, entry.At, row.Kind, Encoding.UTF8.GetBytes(row.Payload.Insert(1, "\"new\":{\"a\":1},")))));
    }

    [Fact]
    public void refuse_a_kind_they_do_not_know() =>
        Assert.Throws<JsonException>(() => EntryCodec.Decode(1, default, "motion.sung.v1", "{}"u8));

    [Fact]
    public void hold_no_persons_name() =>
        Assert.All(Kept["meeting"].Value, row => Assert.DoesNotContain("Nəzrin", row.Row.Payload, StringComparison.Ordinal));

    private static Proceedings Replayed(string name) => Proceedings.Of(Situation.Nothing.Now.Id, Kept[name].Value.Select(row => row.Entry));

    private static string FileOf(string name) => $"journal.v3.{name}.jsonl";
}

/// <summary>Journals of the releases before debate (1) and before registers, proxies and several votes (2): they are read, and come to the same results.</summary>
public sealed class The_journal_of_an_earlier_release
{
    [Theory]
    [InlineData("v1")]
    [InlineData("v2.meeting")]
    [InlineData("v2.debate")]
    [InlineData("v2.ronr")]
    public void comes_to_the_results_it_had(string release)
    {
        var now = Proceedings.Of(Situation.Nothing.Now.Id, KeptRow.Read($"journal.{release}.jsonl").Select(row => row.Entry));
        Golden.Matches($"journal.{release}.results", string.Join('\n',
        [
            .. now.Motions.Values.OrderBy(motion => motion.Number).Select(motion => $"motion {motion.Number} {motion.Phase} {motion.NemoContra} {motion.Seconder} {motion.Objections.Count}"),
            .. now.Ballots.Values.OrderBy(ballot => ballot.Number).Select(ballot => $"ballot {ballot.Number} {ballot.Phase} {ballot.Result?.Verdict} {string.Join(' ', ballot.Count().Votes)}"),
            .. now.Plenaries.Values.OrderBy(plenary => plenary.Number).Select(plenary => $"plenary {plenary.Number} {plenary.Phase} {plenary.AgendaAdopted}"),
            .. now.Items.Values.OrderBy(item => item.Title, StringComparer.Ordinal).Select(item => $"item {item.Title} {item.Phase}"),
            $"floor {now.Floor.Item is null} {now.Floor.Motion is null} {now.Floor.Pending is null} {now.Chairing.Presiding is null}",
        ]) + "\n");
    }
}

/// <summary>A line of a file: what a row of the journal's table holds, the chain aside.</summary>
internal sealed record KeptRow(long Sequence, long At, string Kind, string Payload)
{
    public static IReadOnlyList<(KeptRow Row, Entry Entry)> Read(string file) =>
    [
        .. Golden.Lines(file).Select(line => JsonSerializer.Deserialize<KeptRow>(line, JournalJson.Options)!)
            .Select(row => (row, EntryCodec.Decode(row.Sequence, Chain.Time(row.At), row.Kind, Encoding.UTF8.GetBytes(row.Payload)))),
    ];

    /// <summary>The majorities and decisions of a rulebook are named, not ordered, and come in another order in each process.</summary>
    public static string Sorted(byte[] payload)
    {
        var json = JsonNode.Parse(payload)!.AsObject();
        if (json["fact"]!["rules"] is JsonObject rules)
        {
            foreach (var name in new[] { "rights", "majorities", "decisions", "procedural", "duties", "paragraphs" })
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
        Assert.DoesNotContain("against", cast + string.Concat<Fact>(facts) + new EnterVote(default, default, "against") + new ConfirmEntry(default, default, "against") + new Cast([new(["against"], 1)], default, null, null, default), StringComparison.Ordinal);
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

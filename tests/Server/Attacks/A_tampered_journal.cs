using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Harness;
using Ifmsa.Assembly.Server.Journal;
using Microsoft.Data.Sqlite;
using Xunit;
using Plenary = Ifmsa.Assembly.Server.Tests.Minutes.Meeting;

namespace Ifmsa.Assembly.Server.Tests.Attacks;

/// <summary>Rows are read on all processors; what was done to any of them is found all the same, and nothing after it is believed.</summary>
public sealed class Replaying_a_tampered_journal
{
    private readonly Plenary _meeting = new Plenary(40).Opened(30);
    private readonly JournalRow[] _rows;

    public Replaying_a_tampered_journal()
    {
        var hash = Chain.Root(_meeting.Now.Id);
        _rows = [.. _meeting.Journal.Select(entry =>
        {
            var (payload, kind, at) = (EntryCodec.Encode(entry), Catalogue.Of(entry.Fact).Kind, Chain.Microseconds(entry.At));
            var (digest, previous) = (Chain.Digest(payload), hash);
            hash = Chain.Hash(previous, entry.Sequence, at, kind, digest);
            return new JournalRow(entry.Sequence, at, kind, payload, digest, previous, hash);
        })];
    }

    [Fact]
    public void gives_the_state_of_one_that_was_not() => Assert.Equal(_rows[^1].Hash, Replay(_rows).Hash);

    [Fact]
    public void stops_at_any_row_that_was_altered()
    {
        for (var place = 0; place < _rows.Length; place += 7)
        {
            var row = _rows[place];
            StopsAt(row.Sequence, With(place, row with { Payload = [.. row.Payload, (byte)' '] }));
            StopsAt(row.Sequence, With(place, row with { AtMicroseconds = row.AtMicroseconds + 1 }));
            StopsAt(row.Sequence, With(place, row with { Kind = row.Kind + "x" }));
            StopsAt(row.Sequence, With(place, row with { Hash = new byte[32] }));
        }
    }

    [Fact]
    public void stops_at_a_row_forged_with_the_formula()
    {
        var row = _rows[20];
        StopsAt(row.Sequence, With(20, row with { Previous = new byte[32], Hash = Chain.Hash(new byte[32], row.Sequence, row.AtMicroseconds, row.Kind, row.Digest) }));
        // A whole new row, with a hash that holds: the next one tells.
        var later = row.AtMicroseconds + 1;
        StopsAt(row.Sequence + 1, With(20, row with { AtMicroseconds = later, Hash = Chain.Hash(row.Previous, row.Sequence, later, row.Kind, row.Digest) }));
    }

    [Fact]
    public void stops_at_a_gap_and_at_rows_out_of_order()
    {
        StopsAt(_rows[11].Sequence, [.. _rows[..10], .. _rows[11..]]);
        StopsAt(_rows[11].Sequence, [.. _rows[..10], _rows[11], _rows[10], .. _rows[12..]]);
    }

    private JournalRow[] With(int place, JournalRow row) => [.. _rows[..place], row, .. _rows[(place + 1)..]];

    private void StopsAt(long sequence, JournalRow[] rows)
    {
        var seen = 0L;
        var stop = Assert.Throws<BrokenChainException>(() => Replay(rows, entry => seen = entry.Sequence));
        Assert.Contains($"at fact {sequence};", stop.Message, StringComparison.Ordinal);
        Assert.True(seen < sequence);
    }

    private Snapshot Replay(JournalRow[] rows, Action<Entry>? seen = null) => Ifmsa.Assembly.Server.Journal.Replay.After(
        new(Proceedings.Before(_meeting.Now.Id), Chain.Root(_meeting.Now.Id), ImmutableDictionary<MatterId, string>.Empty), rows, seen ?? (_ => { }));
}

/// <summary>A server that finds its journal tampered with.</summary>
public sealed class A_server_with_a_tampered_journal : IAsyncLifetime
{
    private readonly ServerProcess _server = new();

    public async ValueTask InitializeAsync()
    {
        await _server.StartAsync();
        var meeting = await Meeting.CreateAsync(_server.Address, await _server.FirstSecretAsync(), "name,short_name,country,region,status\nUne,One,France,Europe,full\n");
        await meeting.DisposeAsync();
        await _server.KillAsync();
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task does_not_start_and_says_why_in_one_sentence()
    {
        await using (var database = new SqliteConnection($"Data Source={_server.Database};Pooling=False"))
        {
            await database.OpenAsync(TestContext.Current.CancellationToken);
            await using var tampering = database.CreateCommand();
            tampering.CommandText = "UPDATE facts SET at = at + 1 WHERE sequence = 2";
            await tampering.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        await Assert.ThrowsAsync<InvalidOperationException>(() => _server.StartAsync());
        Assert.Contains("The server cannot start: The journal's chain breaks at fact 2; run the command verify.", _server.Errors);
        Assert.DoesNotContain(_server.Errors, line => line.StartsWith("   at ", StringComparison.Ordinal));
    }
}

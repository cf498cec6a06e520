using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Harness;
using Ifmsa.Assembly.Server.Floor;
using Ifmsa.Assembly.Server.Journal;
using Ifmsa.Assembly.Server.Tests.OnTheFloor;
using Microsoft.AspNetCore.SignalR.Client;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Restarts;

/// <summary>The real program, killed at random moments while votes are opened, cast, closed and declared; RESTARTS_SEED repeats the moments.</summary>
[Collection(RunningHall.Name)]
public sealed class A_server_that_is_killed(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Kills = 16;
    private readonly RunningHall _hall = new(12);
    private readonly ConcurrentBag<(Phone Voter, BallotId Ballot, string Option, int Order, Answer Answer)> _told = [];
    private readonly ConcurrentDictionary<BallotId, JsonObject> _declared = new();
    private readonly CancellationTokenSource _ending = new();

    public ValueTask InitializeAsync() => _hall.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _hall.DisposeAsync();
        _ending.Dispose();
    }

    [Fact]
    public async Task again_and_again_loses_nothing_acknowledged_and_doubles_nothing()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("RESTARTS_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
        var random = new Random(seed);
        var meeting = PresideAsync();
        var voters = _hall.Delegates.Select(VoteAsync).ToList();
        var (slowest, longest) = (TimeSpan.Zero, TimeSpan.Zero);
        for (var kill = 0; kill < Kills; kill++)
        {
            await Task.Delay(random.Next(30, 900));
            var down = Stopwatch.StartNew();
            await _hall.Server.KillAsync();
            await _hall.Server.StartAsync("--Floor:CommandBurst=20000", "--Floor:CommandsPerSecond=5000");
            var watch = Stopwatch.StartNew();
            // Nobody touches anything: each phone comes back by itself and shows what is now.
            var sign = await _hall.Desk.Client.SubmitAsync("agenda.rename", new { item = Guid.NewGuid(), title = "Nothing" });
            Assert.Equal("act.not-yours", sign.Refusal?.Code);
            var call = await Meeting.DoAsync(_hall.Chair.Client, "hall.call", new { minutes = 2 });
            await Task.WhenAll(_hall.Delegates.Append(_hall.Screen).Select(phone => phone.Client.UntilVersionAsync("plenary", call.Sequence!.Value, 60)));
            slowest = watch.Elapsed > slowest ? watch.Elapsed : slowest;
            longest = down.Elapsed > longest ? down.Elapsed : longest;
        }
        await _ending.CancelAsync();
        await meeting;
        await Task.WhenAll(voters);
        Assert.Equal(0, await _hall.Server.TerminateAsync());
        output.WriteLine($"seed {seed}: {Kills} kills, {_declared.Count} ballots, {_told.Count} casts answered; everybody back {slowest.TotalSeconds:F1} s after a start and {longest.TotalSeconds:F1} s after a kill at most.");
        Judge();
        var (code, verified) = await ServerProcess.RunAsync("verify", _hall.Server.Database);
        Assert.Equal((0, true), (code, verified.StartsWith("intact\t", StringComparison.Ordinal)));
    }

    private async Task PresideAsync()
    {
        while (!_ending.IsCancellationRequested)
        {
            var ballot = await _hall.OpenAsync();
            await Task.Delay(250);
            _declared[ballot] = await _hall.FinishAsync(ballot);
        }
    }

    /// <summary>Votes in each ballot as its own board shows it, and changes its mind at once.</summary>
    private async Task VoteAsync(Phone phone)
    {
        var order = 0;
        while (!_ending.IsCancellationRequested)
        {
            if (phone.Client.Board("ballot")?["current"] is not JsonObject current || (string?)current["phase"] != "open")
            {
                await Task.Delay(20);
                continue;
            }
            var ballot = new BallotId(Guid.Parse((string)current["id"]!));
            var option = (order % 3) switch { 0 => "for", 1 => "against", _ => "abstain" };
            _told.Add((phone, ballot, option, order++, await phone.Client.CastAsync(ballot, option)));
            await Task.Delay(40);
        }
    }

    private void Judge()
    {
        using var store = new AssemblyStore(Store.Options(_hall.Server.Database, 2_000));
        var assembly = _hall.Meeting.Id.ToString();
        var rows = store.Facts.Where(row => row.Assembly == assembly).OrderBy(row => row.Sequence).ToDictionary(row => row.Sequence);
        foreach (var (voter, ballot, option, _, answer) in _told)
        {
            if (!answer.Accepted)
            {
                Assert.Contains(answer.Refusal!.Code, new[] { "ballot.not-open", "ballot.none-open", "ballot.superseded" });
                continue;
            }
            // What was acknowledged is on disk, under the hash of its receipt.
            var row = rows[answer.Sequence!.Value];
            Assert.Equal(answer.Head, Convert.ToHexStringLower(row.Hash));
            var fact = JsonNode.Parse(row.Payload)!["fact"]!;
            Assert.Equal((ballot.ToString(), voter.MemberId.ToString(), option), ((string?)fact["ballot"], (string?)fact["member"], (string?)fact["option"]));
        }
        Assert.NotEmpty(_declared);
        foreach (var (ballot, shown) in _declared)
        {
            var facts = _hall.FactsOf(ballot);
            var casts = facts.Where(fact => fact.Kind == "ballot.cast.v1").Select(fact => fact.Fact).ToList();
            Assert.Equal(casts.Count, casts.Select(cast => ((string?)cast["device"], (long)cast["number"]!)).Distinct().Count());
            Assert.Equal(["ballot.closed.v1", "ballot.counted.v1", "ballot.declared.v1", "ballot.opened.v1"], facts.Select(fact => fact.Kind).Where(kind => kind != "ballot.cast.v1").Order(StringComparer.Ordinal));
            var standing = casts.GroupBy(cast => (string)cast["member"]!).ToDictionary(member => member.Key, member => (string)member.Last()["option"]!);
            Assert.Equal(standing.Count, (int)shown["figures"]!["for"]! + (int)shown["figures"]!["against"]! + (int)shown["figures"]!["abstain"]!);
            foreach (var phone in _hall.Delegates)
            {
                if (_told.Where(told => told.Voter == phone && told.Ballot == ballot && told.Answer.Accepted).OrderBy(told => told.Order).LastOrDefault() is { Voter: not null } last)
                    Assert.Equal(last.Option, standing[phone.MemberId.ToString()]);
            }
        }
    }
}

/// <summary>SIGTERM: what was taken is committed and answered.</summary>
[Collection(RunningHall.Name)]
public sealed class A_server_that_is_asked_to_end(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly RunningHall _hall = new(12);

    public ValueTask InitializeAsync() => _hall.InitializeAsync();

    public ValueTask DisposeAsync() => _hall.DisposeAsync();

    [Fact]
    public async Task answers_all_that_it_took()
    {
        var ballot = await _hall.OpenAsync();
        var (answered, lost) = (new ConcurrentBag<(Guid Member, long Number)>(), 0);
        var connections = await Task.WhenAll(_hall.Delegates.Select(phone => _hall.ConnectAsync(phone.Cookies)));
        var casting = _hall.Delegates.Zip(connections).SelectMany(pair => Enumerable.Range(0, 4).Select(async lane =>
        {
            try
            {
                for (var number = 1L + lane; ; number += 4)
                {
                    var answer = await _hall.SubmitAsync(pair.Second, "ballot.cast", new { ballot, option = "for", number });
                    if (answer.Accepted)
                        answered.Add((pair.First.MemberId.Value, number));
                }
            }
            catch (Exception ended) when (ended is not Xunit.Sdk.XunitException)
            {
                Interlocked.Increment(ref lost);
            }
        })).ToList();
        await Task.Delay(700);
        Assert.Equal(0, await _hall.Server.TerminateAsync());
        await Task.WhenAll(casting);
        var taken = _hall.FactsOf(ballot).Where(fact => fact.Kind == "ballot.cast.v1").Select(fact => (Guid.Parse((string)fact.Fact["member"]!), (long)fact.Fact["number"]!)).ToHashSet();
        output.WriteLine($"{taken.Count} votes on disk, {answered.Count} answered, {lost} connections' lanes ended.");
        Assert.Equal([], answered.Except(taken));
        Assert.Equal([], taken.Except(answered));
        Assert.True(_hall.Complaints.Length == 0, _hall.Complaints);
    }
}

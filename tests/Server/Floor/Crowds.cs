using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Ifmsa.Assembly.Harness;
using Microsoft.AspNetCore.SignalR.Client;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.OnTheFloor;

[Collection(RunningHall.Name)]
public sealed class Clients_that_stop_reading(RunningHall hall, ITestOutputHelper output)
{
    [Fact]
    public async Task delay_nobody_and_are_dropped()
    {
        var deaf = await Task.WhenAll(Enumerable.Range(0, 50).Select(place => DeafAsync(hall.Voters[place % 20].Cookies)));
        using var ending = new CancellationTokenSource();
        var pinging = deaf.Select(socket => TalkAsync(socket, ending.Token)).ToList();
        var watch = Stopwatch.StartNew();
        var waits = new List<TimeSpan>();
        // As long as it takes to fill what the systems between keep for them, and then to be 5 s behind.
        while (pinging.Any(talking => !talking.IsCompleted) && watch.Elapsed < TimeSpan.FromSeconds(40))
        {
            var round = Stopwatch.StartNew();
            var answer = await Meeting.DoAsync(hall.Chair.Client, "hall.call", new { minutes = 1 + ((int)watch.ElapsedMilliseconds % 60) });
            await Task.WhenAll(hall.Voters.Append(hall.Screen).Select(phone => phone.Client.UntilVersionAsync("plenary", answer.Sequence!.Value, 30)));
            waits.Add(round.Elapsed);
            await Task.Delay(100);
        }
        var dropped = pinging.Count(talking => talking.IsCompleted);
        output.WriteLine($"{dropped} of 50 dropped within {watch.Elapsed.TotalSeconds:F1} s; others waited {waits.Max().TotalMilliseconds:F0} ms at most, in {waits.Count} rounds.");
        await ending.CancelAsync();
        await Task.WhenAll(pinging);
        foreach (var socket in deaf)
            socket.Dispose();
        Assert.Equal(50, dropped);
        // A client that is waited for would hold each round for the five seconds until it is dropped; a busy machine, one round in twenty at most.
        Assert.True(waits.Order().ElementAt(waits.Count * 19 / 20) < TimeSpan.FromSeconds(4), $"Others waited {waits.Max().TotalMilliseconds:F0} ms.");
        Assert.All(hall.Voters, phone => Assert.Equal(1, phone.Client.Connections));
        Assert.True(hall.Complaints.Length == 0, hall.Complaints);
    }

    private async Task<ClientWebSocket> DeafAsync(CookieContainer cookies)
    {
        var handler = new SocketsHttpHandler
        {
            CookieContainer = cookies,
            ConnectCallback = async (context, cancellation) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveBufferSize = 2_048 };
                await socket.ConnectAsync(context.DnsEndPoint, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        var webSocket = new ClientWebSocket();
        await webSocket.ConnectAsync(new UriBuilder(new Uri(hall.Server.Address, "/floor")) { Scheme = "ws" }.Uri, new HttpMessageInvoker(handler), CancellationToken.None);
        await SendAsync(webSocket, """{"protocol":"json","version":1}""", CancellationToken.None);
        return webSocket;
    }

    /// <summary>Says that it lives, and asks for all boards anew, without ever reading; ends when it is dropped.</summary>
    private async Task TalkAsync(ClientWebSocket socket, CancellationToken cancellation)
    {
        try
        {
            while (!cancellation.IsCancellationRequested)
            {
                await SendAsync(socket, """{"type":6}""", cancellation);
                await SendAsync(socket, $$$"""{"type":1,"target":"Follow","arguments":[{"assembly":"{{{hall.Meeting.Id}}}"}]}""", cancellation);
                await SendAsync(socket, """{"type":1,"target":"Pulse","arguments":[{}]}""", cancellation);
                await Task.Delay(50, cancellation);
            }
        }
        catch (Exception dropped) when (dropped is WebSocketException or OperationCanceledException or IOException)
        {
            // Dropped, or the test is over.
        }
    }

    private static Task SendAsync(ClientWebSocket socket, string frame, CancellationToken cancellation) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(frame + "\u001e"), WebSocketMessageType.Text, endOfMessage: true, cancellation);
}

[Collection(RunningHall.Name)]
public sealed class A_thousand_clients(RunningHall hall, ITestOutputHelper output)
{
    [Fact]
    public async Task that_come_back_at_once_are_all_shown_the_vote()
    {
        var ballot = await hall.OpenAsync();
        for (var wave = 0; wave < 2; wave++)
        {
            var watch = Stopwatch.StartNew();
            var clients = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(async place =>
            {
                var client = new FloorClient(hall.Server.Address, hall.Meeting.Id, hall.Voters[place % 20].Cookies) { Pulses = false };
                while (!await TryStartAsync(client))
                    await Task.Delay(200);
                await client.UntilAsync("ballot", board => RunningHall.IsAt(board, ballot, "open"), seconds: 60);
                return client;
            }));
            output.WriteLine($"1,000 clients were back within {watch.Elapsed.TotalSeconds:F1} s, after {clients.Sum(client => client.Connections)} connections.");
            await Task.WhenAll(clients.Select(client => client.DisposeAsync().AsTask()));
        }
        Assert.True((await hall.Delegates[9].Client.CastAsync(ballot, "for")).Accepted);
        Assert.Equal(1, (int)(await hall.FinishAsync(ballot))["figures"]!["for"]!);
        Assert.True(hall.Complaints.Length == 0, hall.Complaints);
    }

    /// <summary>As any phone: when the door is crowded it tries again.</summary>
    private static async Task<bool> TryStartAsync(FloorClient client)
    {
        try
        {
            await client.StartAsync();
            return true;
        }
        catch (Exception crowded) when (crowded is WebSocketException or IOException or HttpRequestException)
        {
            return false;
        }
    }
}

[Collection(RunningHall.Name)]
public sealed class A_live_connection(RunningHall hall)
{
    [Fact]
    public async Task ends_when_the_desk_moves_the_seat_to_another_phone()
    {
        var phone = hall.Delegates[20];
        await using var old = await hall.ConnectAsync(phone.Cookies);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        old.Closed += _ =>
        {
            ended.TrySetResult();
            return Task.CompletedTask;
        };
        await old.InvokeAsync<JsonElement>("Follow", new { assembly = hall.Meeting.Id.Value });
        var ballot = await hall.OpenAsync();
        Assert.True((await phone.Client.CastAsync(ballot, "for")).Accepted);
        await Meeting.DoAsync(hall.Desk.Client, "device.release", new { participant = phone.Participant });
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(15));
        var sheet = await hall.Meeting.PostAsync($"/api/a/{hall.Meeting.Id}/codes?form=json", new { participants = new[] { phone.Participant } });
        var cookies = new CookieContainer();
        await hall.Meeting.PostAsync("/j", new { code = (string)sheet["codes"]![0]!["qrSecret"]! }, cookies);
        // The new phone shows the choice already cast, and can change it; the old one has no say.
        var young = await hall.Meeting.ConnectAsync(cookies);
        await young.UntilAsync("mine", board => (string?)board["votes"]?[0]?["cast"]?["option"] == "for");
        Assert.True((await young.CastAsync(ballot, "against")).Accepted);
        var result = await hall.FinishAsync(ballot);
        Assert.Equal((0, 1), ((int)result["figures"]!["for"]!, (int)result["figures"]!["against"]!));
    }

    [Fact]
    public async Task ends_when_a_duty_it_rested_on_is_removed()
    {
        var official = await hall.Meeting.EnrolAsync("Another officer", "officer");
        await official.Client.UntilAsync("mine", board => board["duties"]!.AsArray().Count == 1);
        await Meeting.DoAsync(hall.Chair.Client, "duty.remove", new { participant = official.Participant, duty = "officer" });
        for (var waited = 0; official.Client.Connections < 2 && waited < 100; waited++)
            await Task.Delay(100);
        Assert.Equal(2, official.Client.Connections);
        Assert.Equal("act.not-yours", (await official.Client.SubmitAsync("ballot.enter", new { ballot = Guid.NewGuid(), member = hall.Delegates[0].MemberId, option = "for" })).Refusal?.Code);
        await official.Client.UntilAsync("mine", board => board["duties"]!.AsArray().Count == 0);
    }
}

[Collection(RunningHall.Name)]
public sealed class What_is_shown_during_a_vote(RunningHall hall)
{
    [Fact]
    public async Task holds_no_count_by_option_and_nobody_elses_choice_for_any_audience()
    {
        var frames = new ConcurrentQueue<(string Who, JsonElement Board)>();
        var audiences = new[] { ("chair", hall.Chair), ("desk", hall.Desk), ("officer", hall.Officer), ("secretary", hall.Secretary), ("screen", hall.Screen), ("voter", hall.Delegates[10]), ("other", hall.Delegates[11]) };
        var connections = new List<HubConnection>();
        // Results of earlier votes are public; only what comes from here on is looked at.
        var since = (await Meeting.DoAsync(hall.Chair.Client, "hall.call", new { minutes = 1 })).Sequence!.Value;
        var ballot = await hall.OpenAsync();
        foreach (var (who, phone) in audiences)
        {
            var connection = await hall.ConnectAsync(phone.Cookies, board => frames.Enqueue((who, board)));
            await connection.InvokeAsync<JsonElement>("Follow", new { assembly = hall.Meeting.Id.Value });
            connections.Add(connection);
        }
        foreach (var place in Enumerable.Range(10, 8))
            Assert.True((await hall.Delegates[place].Client.CastAsync(ballot, place % 3 == 0 ? "for" : "against")).Accepted);
        await Meeting.DoAsync(hall.Officer.Client, "ballot.enter", new { ballot, member = hall.Delegates[18].MemberId, option = "abstain" });
        await Meeting.DoAsync(hall.Desk.Client, "ballot.confirm-entry", new { ballot, member = hall.Delegates[18].MemberId, option = "abstain" });
        await Meeting.DoAsync(hall.Officer.Client, "ballot.enter", new { ballot, member = hall.Delegates[19].MemberId, option = "against" });
        await hall.Screen.Client.UntilAsync("progress", board => (string?)board["ballot"] == ballot.ToString() && (int)board["cast"]! == 9);
        await Task.Delay(300);
        var before = frames.ToList();
        Assert.Contains(before, frame => frame.Who == "screen" && Name(frame.Board) == "ballot");
        Assert.All(before, frame =>
        {
            var content = frame.Board.TryGetProperty("whole", out var whole) ? whole : frame.Board.GetProperty("patch");
            // A declared result of an earlier vote stands under its ballot's id; that of this one may not be there.
            Assert.Equal([], Leaks(Name(frame.Board), content, (ballot.ToString(), since), mayHoldOwnChoice: frame.Who is "voter" or "other" && Name(frame.Board) == "mine"));
        });
        await Meeting.DoAsync(hall.Chair.Client, "ballot.close", new { ballot });
        await hall.Chair.Client.UntilAsync("ballot", board => RunningHall.IsAt(board, ballot, "counted"));
        Assert.All(frames.ToList(), frame =>
        {
            var content = frame.Board.TryGetProperty("whole", out var whole) ? whole : frame.Board.GetProperty("patch");
            Assert.Equal([], Leaks(Name(frame.Board), content, (ballot.ToString(), since), mayHoldOwnChoice: frame.Who is "voter" or "other" && Name(frame.Board) == "mine"));
        });
        await hall.FinishAsync(ballot, closed: true);
        foreach (var connection in connections)
            await connection.DisposeAsync();
        // Nor in what the server writes to its log.
        Assert.DoesNotContain(hall.Server.Errors, line => line.Contains("\"against\"", StringComparison.Ordinal) || line.Contains("Option =", StringComparison.Ordinal));
    }

    private static string Name(JsonElement board) => board.GetProperty("name").GetString()!;

    /// <summary>Places where a number stands under an option's name, or a choice stands at all.</summary>
    private static IEnumerable<string> Leaks(string path, JsonElement content, (string Ballot, long Since) vote, bool mayHoldOwnChoice)
    {
        if (content.ValueKind == JsonValueKind.Array)
            return content.EnumerateArray().SelectMany((item, place) => Leaks($"{path}[{place}]", item, vote, mayHoldOwnChoice));
        if (content.ValueKind != JsonValueKind.Object)
            return [];
        return content.EnumerateObject().SelectMany(property => property switch
        {
            // Other ballots on the board of results are declared or void.
            { Value.ValueKind: JsonValueKind.Object } when path == "results.ballots" && property.Name != vote.Ballot => [],
            { Value.ValueKind: JsonValueKind.Object } when path == "minutes.entries" && long.Parse(property.Name, CultureInfo.InvariantCulture) <= vote.Since => [],
            { Name: "for" or "against" or "abstain", Value.ValueKind: JsonValueKind.Number } => [$"{path}.{property.Name}"],
            { Name: "option", Value.ValueKind: JsonValueKind.String } when !mayHoldOwnChoice => [$"{path}.{property.Name}"],
            { Name: "figures" or "result" or "tally", Value.ValueKind: JsonValueKind.Object } => [$"{path}.{property.Name}"],
            _ => Leaks($"{path}.{property.Name}", property.Value, vote, mayHoldOwnChoice),
        });
    }
}

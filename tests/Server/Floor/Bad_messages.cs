using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Ifmsa.Assembly.Harness;
using Ifmsa.Assembly.Server.Floor;
using Microsoft.AspNetCore.SignalR.Client;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.OnTheFloor;

[Collection(RunningHall.Name)]
public sealed class A_command_that_is_none(RunningHall hall)
{
    public static TheoryData<string, string, string> Cases => new()
    {
        { "ballot.open", """{"ballot":"00000000-0000-0000-0000-000000000001","method":"phones","title":"Coup","decision":"motion"}""", "act.not-yours" },
        { "ballot.confirm-count", """{"ballot":"00000000-0000-0000-0000-000000000001","count":{"votes":{},"members":{},"weight":{},"slips":{"votes":0,"members":0,"weight":0}}}""", "act.not-yours" },
        { "participant.set-account", """{"participant":"00000000-0000-0000-0000-000000000001","account":"00000000-0000-0000-0000-000000000001"}""", "act.not-yours" },
        { "card.give", """{"member":"00000000-0000-0000-0000-000000000001","to":"00000000-0000-0000-0000-000000000001"}""", "act.not-yours" },
        { "ballot.sing", "{}", "command.unknown-kind" },
        { "ballot.cast.v1", """{"ballot":"00000000-0000-0000-0000-000000000001"}""", "command.unknown-kind" },
        { "chair.taken.v1", "{}", "command.unknown-kind" },
        { "", "{}", "command.unknown-kind" },
        { "ballot.cast", "null", "command.unreadable" },
        { "ballot.cast", "7", "command.unreadable" },
        { "ballot.cast", "[]", "command.unreadable" },
        { "ballot.cast", "{}", "command.unreadable" },
        { "ballot.cast", "\"ballot\"", "command.unreadable" },
        { "ballot.cast", """{"ballot":"no id","option":"for","number":1}""", "command.unreadable" },
        { "ballot.cast", """{"ballot":"00000000-0000-0000-0000-000000000001","option":null,"number":1}""", "command.unreadable" },
        { "ballot.cast", """{"ballot":"00000000-0000-0000-0000-000000000001","option":"for","number":"1"}""", "command.unreadable" },
        { "ballot.cast", """{"ballot":"00000000-0000-0000-0000-000000000001","option":"for","number":1e99}""", "command.unreadable" },
        { "ballot.cast", """{"ballot":"00000000-0000-0000-0000-000000000001","option":"for","number":1,"more":2}""", "command.unreadable" },
        { "ballot.cast", """{"ballot":{"ballot":{"ballot":{"ballot":{"ballot":{"ballot":{"ballot":{"ballot":{"ballot":{"ballot":{"ballot":1}}}}}}}}}},"option":"for","number":1}""", "command.unreadable" },
        { "plenary.recess", """{"until":"yesterday"}""", "command.unreadable" },
        { "rollcall.mark", """{"member":"00000000-0000-0000-0000-000000000001","presence":4}""", "command.unreadable" },
        { "ballot.enter-figures", """{"ballot":"00000000-0000-0000-0000-000000000001","figures":{"for":99999999999}}""", "command.unreadable" },
        { "speech.request", """{"speech":null}""", "command.unreadable" },
        { "agenda.add", """{"item":"00000000-0000-0000-0000-000000000001"}""", "command.unreadable" },
        { "duty.give", """{"participant":"00000000-0000-0000-0000-000000000001","duty":"king"}""", "command.unreadable" },
        { "members.import", """{"rows":null}""", "command.unreadable" },
        { "assembly.create", """{"charter":{},"rules":{}}""", "command.unreadable" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task is_refused_with_code_and_sentence_and_the_connection_lives(string kind, string body, string code)
    {
        await using var connection = await hall.ConnectAsync(hall.Delegates[6].Cookies);
        var answer = await hall.SubmitAsync(connection, kind, JsonDocument.Parse(body).RootElement);
        IsRefused(answer, code);
        await LivesAsync(connection);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("\"ballot.cast\"")]
    [InlineData("[1,2]")]
    [InlineData("""{"id":"x","assembly":"y","kind":"ballot.cast","body":{}}""")]
    [InlineData("""{"id":null,"assembly":null,"kind":null,"body":null}""")]
    [InlineData("""{"id":"00000000-0000-0000-0000-000000000001","assembly":"00000000-0000-0000-0000-000000000001","kind":7,"body":{}}""")]
    [InlineData("""{"id":"00000000-0000-0000-0000-000000000001","assembly":"00000000-0000-0000-0000-000000000001","kind":"ballot.cast"}""")]
    public async Task has_no_envelope_is_refused_and_the_connection_lives(string message)
    {
        await using var connection = await hall.ConnectAsync(hall.Delegates[6].Cookies);
        IsRefused(await connection.InvokeAsync<Answer>("Submit", JsonDocument.Parse(message).RootElement), "command.unreadable");
        var follow = await connection.InvokeAsync<JsonElement>("Follow", JsonDocument.Parse(message).RootElement);
        Assert.Contains(follow.GetProperty("refusal").GetProperty("code").GetString(), new[] { "command.unreadable", "assembly.unknown" });
        await connection.InvokeAsync<JsonElement>("Pulse", JsonDocument.Parse(message).RootElement);
        await LivesAsync(connection);
    }

    [Theory]
    [InlineData("delegation.seat", """{"seats":[null]}""")]
    [InlineData("delegation.seat", """{"seats":[{"participant":"00000000-0000-0000-0000-000000000001","member":"00000000-0000-0000-0000-000000000001","seat":1},null]}""")]
    public async Task has_a_hole_in_a_list_is_refused_to_whoever_may_give_it(string kind, string body)
    {
        await using var connection = await hall.ConnectAsync(hall.Desk.Cookies);
        IsRefused(await hall.SubmitAsync(connection, kind, JsonDocument.Parse(body).RootElement), "command.unreadable");
        await LivesAsync(connection);
    }

    [Fact]
    public async Task is_for_an_assembly_that_is_not_there_is_refused()
    {
        await using var connection = await hall.ConnectAsync(hall.Delegates[6].Cookies);
        IsRefused(await hall.SubmitAsync(connection, "rollcall.check-in", new { }, assembly: Guid.NewGuid()), "assembly.unknown");
        await LivesAsync(connection);
    }

    [Fact]
    public async Task is_for_another_assembly_is_refused_and_its_boards_are_not_shown()
    {
        var made = await hall.Meeting.PostAsync("/api/assemblies", new { name = "Another", starts = "2027-08-01", ends = "2027-08-07", venue = "Elsewhere", zone = "UTC", languages = new[] { "en" }, rulebook = "ifmsa" });
        var other = Guid.Parse((string)made["assembly"]!);
        var boards = 0;
        await using var connection = await hall.ConnectAsync(hall.Chair.Cookies, _ => Interlocked.Increment(ref boards));
        IsRefused(await hall.SubmitAsync(connection, "chair.assume", new { }, assembly: other), "act.not-yours");
        IsRefused(await hall.SubmitAsync(connection, "speech.request", new { speech = Guid.NewGuid() }, assembly: other), "act.not-yours");
        Assert.Equal("assembly.unknown", (await connection.InvokeAsync<JsonElement>("Follow", new { assembly = other })).GetProperty("refusal").GetProperty("code").GetString());
        await LivesAsync(connection);
        Assert.Equal(0, Volatile.Read(ref boards));
    }

    [Fact]
    public async Task is_longer_than_32_KB_is_refused_and_the_connection_lives()
    {
        await using var connection = await hall.ConnectAsync(hall.Delegates[6].Cookies);
        IsRefused(await hall.SubmitAsync(connection, "motion.submit", new { motion = Guid.NewGuid(), title = "Long", text = new string('a', 40_000), decision = "motion" }), "command.too-long");
        // In a well-formed frame below the transport's limit, whatever its letters.
        IsRefused(await hall.SubmitAsync(connection, "motion.submit", new { motion = Guid.NewGuid(), title = "Long", text = new string('文', 11_000), decision = "motion" }), "command.too-long");
        IsRefused(await hall.SubmitAsync(connection, new string('k', 101), new { }), "command.unreadable");
        await LivesAsync(connection);
    }

    [Fact]
    public async Task leaves_a_record_of_its_refusal()
    {
        await using var connection = await hall.ConnectAsync(hall.Delegates[6].Cookies);
        var id = Guid.NewGuid();
        IsRefused(await hall.SubmitAsync(connection, "ballot.sing", new { }, id), "command.unknown-kind");
        using var store = new Ifmsa.Assembly.Server.Journal.AssemblyStore(Ifmsa.Assembly.Server.Journal.Store.Options(hall.Server.Database, 2_000));
        var command = id.ToString();
        Assert.Contains("command.unknown-kind", Encoding.UTF8.GetString(store.Answers.Single(row => row.Command == command).Answer), StringComparison.Ordinal);
    }

    private static void IsRefused(Answer answer, string code)
    {
        Assert.Equal(code, answer.Refusal?.Code);
        Assert.NotEqual(code, answer.Refusal!.Text);
        Assert.EndsWith(".", answer.Refusal.Text, StringComparison.Ordinal);
    }

    private async Task LivesAsync(HubConnection connection)
    {
        Assert.True((await connection.InvokeAsync<JsonElement>("Pulse", new { })).TryGetProperty("now", out _));
        Assert.Equal(HubConnectionState.Connected, connection.State);
        Assert.True(hall.Complaints.Length == 0, hall.Complaints);
    }
}

[Collection(RunningHall.Name)]
public sealed class A_frame_that_is_none(RunningHall hall)
{
    [Theory]
    [InlineData("this is no frame\u001e")]
    [InlineData("{\"type\":99,\u001e")]
    [InlineData("{\"type\":1,\"target\":7}\u001e")]
    public Task ends_that_connection_alone(string frame) => EndsAsync(Encoding.UTF8.GetBytes(frame));

    [Fact]
    public Task over_the_transports_limit_ends_that_connection_alone() =>
        EndsAsync(Encoding.UTF8.GetBytes($$"""{"type":1,"invocationId":"1","target":"Pulse","arguments":[{"a":"{{new string('a', 300_000)}}"}]}""" + "\u001e"));

    private async Task EndsAsync(byte[] frame)
    {
        var phone = hall.Delegates[7];
        var before = phone.Client.Connections;
        using var socket = new ClientWebSocket();
        socket.Options.Cookies = phone.Cookies;
        await socket.ConnectAsync(new UriBuilder(new Uri(hall.Server.Address, "/floor")) { Scheme = "ws" }.Uri, CancellationToken.None);
        await socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"json\",\"version\":1}\u001e"), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        var buffer = new byte[4_096];
        try
        {
            while (socket.State == WebSocketState.Open)
                await socket.ReceiveAsync(buffer, limit.Token);
        }
        catch (WebSocketException)
        {
            // Ended without a farewell, which is an end as well.
        }
        Assert.NotEqual(WebSocketState.Open, socket.State);
        // The same phone's other connection, and everybody else's, live on.
        Assert.True((await phone.Client.InvokeAsync<JsonElement>("Pulse", new { })).TryGetProperty("now", out _));
        Assert.Equal(before, phone.Client.Connections);
        Assert.True(hall.Complaints.Length == 0, hall.Complaints);
    }
}

[Collection(RunningHall.Name)]
public sealed class A_foreign_page(RunningHall hall)
{
    [Theory]
    [InlineData("https://elsewhere.example")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("null")]
    public async Task opens_no_connection(string origin) =>
        await Assert.ThrowsAnyAsync<WebSocketException>(() => hall.ConnectAsync(hall.Delegates[8].Cookies, origin: origin));

    [Fact]
    public async Task is_told_from_our_own()
    {
        await using var connection = await hall.ConnectAsync(hall.Delegates[8].Cookies, origin: hall.Server.Address.GetLeftPart(UriPartial.Authority));
        Assert.Equal(HubConnectionState.Connected, connection.State);
    }

    [Fact]
    public async Task or_program_without_a_cookie_gets_nothing()
    {
        var boards = 0;
        try
        {
            await using var connection = await hall.ConnectAsync(new(), _ => Interlocked.Increment(ref boards));
            await connection.InvokeAsync<JsonElement>("Follow", new { assembly = hall.Meeting.Id.Value });
            Assert.Fail("A device that nobody knows follows the hall.");
        }
        catch (Exception ended) when (ended is WebSocketException or InvalidOperationException or IOException or OperationCanceledException)
        {
            Assert.Equal(0, boards);
        }
    }
}

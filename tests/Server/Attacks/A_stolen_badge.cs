using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Ifmsa.Assembly.Harness;
using Microsoft.AspNetCore.SignalR.Client;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Attacks;

/// <summary>What whoever came first with another's badge, or lost an account, keeps of it: nothing.</summary>
public sealed class A_stolen_badge : IAsyncLifetime
{
    private const string Csv = "name,short_name,country,region,status\nUne,One,France,Europe,full\n";
    private const string Password = "correct horse battery";
    private readonly ServerProcess _server = new();
    private Meeting _meeting = null!;

    public async ValueTask InitializeAsync()
    {
        await _server.StartAsync();
        _meeting = await Meeting.CreateAsync(_server.Address, await _server.FirstSecretAsync(), Csv);
    }

    public async ValueTask DisposeAsync()
    {
        await _meeting.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task keeps_no_account_once_the_desk_has_moved_the_phone()
    {
        var desk = await _meeting.EnrolAsync("Desk", "desk");
        var badge = await _meeting.InviteAsync("Officer", "officer");
        CookieContainer thief = new(), laptop = new(), owner = new();
        await _meeting.PostAsync("/j", new { code = badge.Scanned }, thief);
        await _meeting.PostAsync("/api/account", new { name = "officer", password = Password }, thief);
        await _meeting.PostAsync("/api/sign-in", new { name = "officer", password = Password }, laptop);
        await using var live = Sockets.Connection(new Uri(_server.Address, "/floor"), laptop);
        var ended = new TaskCompletionSource();
        live.Closed += _ => { ended.TrySetResult(); return Task.CompletedTask; };
        await live.StartAsync(TestContext.Current.CancellationToken);

        await _meeting.PostAsync("/j", new { code = badge.Scanned }, owner);
        await Meeting.DoAsync(desk.Client, "device.move", new { device = (await MeAsync(owner)).GetProperty("device").GetGuid() });

        await ended.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        await UntilAsync(async () => !(await MeAsync(laptop)).GetProperty("signedIn").GetBoolean());
        await Assert.ThrowsAsync<InvalidOperationException>(() => _meeting.PostAsync("/api/sign-in", new { name = "officer", password = Password }, new()));
        await _meeting.PostAsync("/api/account", new { name = "officer", password = Password }, owner);
        await _meeting.PostAsync("/api/sign-in", new { name = "officer", password = Password }, laptop);
        Assert.Equal("officer", (await MeAsync(laptop)).GetProperty("page").GetString());
    }

    [Fact]
    public async Task and_a_revoked_account_have_no_connection_that_began_before_and_came_after()
    {
        var made = await _meeting.PostAsync("/api/accounts", new { name = "second", password = Password });
        var laptop = new CookieContainer();
        await _meeting.PostAsync("/api/sign-in", new { name = "second", password = Password }, laptop);
        using var socket = new ClientWebSocket();
        socket.Options.Cookies = laptop;
        await socket.ConnectAsync(new UriBuilder(new Uri(_server.Address, "/floor")) { Scheme = "ws" }.Uri, TestContext.Current.CancellationToken);
        // The request is let in by its session; the hub knows the connection only once the handshake is said.
        await _meeting.PostAsync($"/api/accounts/{made["id"]}/revoke", new { });
        await socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"json\",\"version\":1}\u001e"), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(8));
        await Assert.ThrowsAnyAsync<WebSocketException>(async () =>
        {
            var buffer = new byte[1024];
            while ((await socket.ReceiveAsync(buffer, patience.Token)).MessageType != WebSocketMessageType.Close)
                Assert.False(patience.IsCancellationRequested);
            throw new WebSocketException();
        });
    }

    private async Task<JsonElement> MeAsync(CookieContainer cookies) =>
        JsonSerializer.Deserialize<JsonElement>((await _meeting.GetAsync("/api/me", cookies)).Body);

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        while (!await condition())
            await Task.Delay(20, patience.Token);
    }
}

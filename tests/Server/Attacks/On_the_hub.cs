using System.Collections.Concurrent;
using System.Text.Json;
using Ifmsa.Assembly.Harness;
using Ifmsa.Assembly.Server.Floor;
using Microsoft.AspNetCore.SignalR.Client;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Attacks;

/// <summary>What a hostile or unlucky phone can do to the real program.</summary>
public sealed class A_phone_that_means_harm : IAsyncLifetime
{
    private const string Csv = "name,short_name,country,region,status,standing,previous_rights\nUne,One,France,Europe,full,good,yes\nDos,Two,Spain,Europe,full,good,yes\n";
    private readonly ServerProcess _server = new();
    private Meeting _meeting = null!;
    private Phone _chair = null!, _desk = null!, _one = null!, _two = null!;

    public async ValueTask InitializeAsync()
    {
        await _server.StartAsync();
        _meeting = await Meeting.CreateAsync(_server.Address, await _server.FirstSecretAsync(), Csv);
        (_chair, _desk) = (await _meeting.EnrolAsync("Chair", "chair"), await _meeting.EnrolAsync("Desk", "desk"));
        var phones = await _meeting.SeatAsync(["One", "Two"]);
        (_one, _two) = (phones[0], phones[1]);
        await OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _meeting.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task cannot_keep_others_from_voting_with_a_name_of_used_words()
    {
        var words = Guid.NewGuid();
        await Meeting.DoAsync(_one.Client, "participant.name", new { participant = _one.Participant, matter = words, name = "A" });
        await Meeting.DoAsync(_desk.Client, "participant.name", new { participant = _one.Participant, matter = Guid.NewGuid(), name = "B" });
        var answer = await _desk.Client.InvokeAsync<Answer>("Submit", new
        {
            id = Guid.NewGuid(), assembly = _meeting.Id, kind = "participant.name", body = new { participant = _one.Participant, matter = words, name = "C" },
        });
        Assert.Equal("id.taken", answer.Refusal?.Code);
    }

    [Fact]
    public async Task has_no_more_than_its_own_connections_and_gets_new_ones_for_those_that_end()
    {
        var address = new Uri(_server.Address, "/floor");
        var open = new List<HubConnection>();
        for (var place = 0; place < 60; place++)
        {
            open.Add(Sockets.Connection(address, _one.Cookies));
            await open[^1].StartAsync(TestContext.Current.CancellationToken);
        }
        var followed = await Task.WhenAll(open.Select(FollowsAsync));
        Assert.Equal(31, followed.Count(follows => follows));
        foreach (var connection in open)
            await connection.DisposeAsync();
        Assert.True(await UntilAsync(async () =>
        {
            await using var again = Sockets.Connection(address, _one.Cookies);
            await again.StartAsync();
            return await FollowsAsync(again);
        }));
    }

    [Fact]
    public async Task is_told_in_words_when_it_sends_half_a_character()
    {
        var half = new RawJson($$"""{"id":"{{Guid.NewGuid()}}","assembly":"{{_meeting.Id}}","kind":"\ud800","body":{} }""");
        Assert.Equal("command.unreadable", (await _one.Client.InvokeAsync<Answer>("Submit", half)).Refusal?.Code);
        var boards = new RawJson($$"""{"assembly":"{{_meeting.Id}}","have":{"\ud800":3} }""");
        Assert.Equal("command.unreadable", (await _one.Client.InvokeAsync<Answer>("Follow", boards)).Refusal?.Code);
        Assert.DoesNotContain(_server.Errors, line => line.Contains("fail:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task is_not_given_back_all_it_wrote()
    {
        var answer = await _one.Client.SubmitAsync("motion.submit", new { motion = Guid.NewGuid(), title = "A", text = "B", decision = new string('x', 20_000) });
        Assert.Equal("decision.unknown", answer.Refusal?.Code);
        Assert.True(answer.Refusal!.Text.Length < 500);
    }

    [Fact]
    public async Task of_another_origin_gets_to_the_hub_by_no_spelling()
    {
        foreach (var path in new[] { "/floor", "/FLOOR", "/Floor/" })
        {
            await using var foreign = Sockets.Connection(new Uri(_server.Address, path), _one.Cookies, "http://evil.example");
            await Assert.ThrowsAnyAsync<Exception>(() => foreign.StartAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task that_comes_back_to_what_it_may_do_is_never_shown_an_older_version()
    {
        // As the page does: an older version, or the same, is taken for known.
        await using var phone = Sockets.Connection(new Uri(_server.Address, "/floor"), _one.Cookies);
        var versions = new ConcurrentDictionary<string, long>(StringComparer.Ordinal);
        var shown = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        phone.On<JsonElement>("Board", message =>
        {
            var (name, version) = (message.GetProperty("name").GetString()!, message.GetProperty("version").GetInt64());
            if (name == "order" && version > versions.GetValueOrDefault(name, -1) && message.TryGetProperty("whole", out var whole))
                (versions[name], shown[name]) = (version, whole.GetRawText());
        });
        await phone.StartAsync(TestContext.Current.CancellationToken);
        await phone.InvokeAsync<JsonElement>("Follow", new { assembly = _meeting.Id, have = new { } }, TestContext.Current.CancellationToken);
        await UntilAsync(() => MayAsk(shown) is true);
        var speech = Guid.NewGuid();
        await Meeting.DoAsync(_one.Client, "speech.request", new { speech });
        await UntilAsync(() => MayAsk(shown) is false);
        await Meeting.DoAsync(_one.Client, "speech.withdraw", new { speech });
        await UntilAsync(() => MayAsk(shown) is true);
    }

    private async Task<bool> FollowsAsync(HubConnection connection)
    {
        try
        {
            return (await connection.InvokeAsync<JsonElement>("Follow", new { assembly = _meeting.Id, have = new { } })).TryGetProperty("boards", out _);
        }
        catch (Exception ended) when (ended is InvalidOperationException or OperationCanceledException or IOException or Microsoft.AspNetCore.SignalR.HubException or System.Net.WebSockets.WebSocketException)
        {
            return false;
        }
    }

    private static async Task<bool> UntilAsync(Func<Task<bool>> holds)
    {
        for (var tries = 0; tries < 50; tries++)
        {
            if (await holds())
                return true;
            await Task.Delay(100);
        }
        return false;
    }

    private static bool? MayAsk(ConcurrentDictionary<string, string> shown)
    {
        if (!shown.TryGetValue("order", out var text))
            return null;
        using var order = JsonDocument.Parse(text);
        return order.RootElement.GetProperty("acts").GetProperty("speech.request").GetProperty("inOrder").GetBoolean();
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        while (!condition())
            await Task.Delay(20, patience.Token);
    }

    private async Task OpenAsync()
    {
        var plenary = Guid.NewGuid();
        await Meeting.DoAsync(_meeting.Secretariat, "plenary.plan", new { plenary, number = 1, venue = "Hall", starts = DateTimeOffset.UtcNow, ends = DateTimeOffset.UtcNow.AddHours(2) });
        await Meeting.DoAsync(_meeting.Secretariat, "agenda.add", new { item = Guid.NewGuid(), title = "Opening", plenary });
        await Meeting.DoAsync(_chair.Client, "chair.assume", new { });
        await Meeting.DoAsync(_chair.Client, "plenary.call-roll", new { plenary });
        foreach (var phone in new[] { _one, _two })
            await Meeting.DoAsync(_desk.Client, "card.give", new { member = phone.MemberId, to = phone.Participant });
        await Meeting.DoAsync(_chair.Client, "plenary.open", new { });
    }
}

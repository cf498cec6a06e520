using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Harness;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.OnTheFloor;

/// <summary>A member whose phone fails shows its badge at the desk's tablet, and votes on it within a minute.</summary>
public sealed class The_shared_tablet : IAsyncLifetime
{
    private const string Csv = "name,short_name,country,region,status,standing,previous_rights\nUne,One,France,Europe,full,good,yes\nDeux,Two,Italy,Europe,full,good,yes\n";
    private readonly ServerProcess _server = new();
    private Meeting _meeting = null!;
    private Phone _chair = null!;
    private Phone _desk = null!;
    private FloorClient _phone = null!;
    private (ParticipantId Participant, string Scanned, string Typed) _badge;

    public async ValueTask InitializeAsync()
    {
        await _server.StartAsync("--SignIn:WrongCodeBurst=10");
        _meeting = await Meeting.CreateAsync(_server.Address, await _server.FirstSecretAsync(), Csv, ServerProcess.Swift);
        _chair = await _meeting.EnrolAsync("Chair", "executive");
        _desk = await _meeting.EnrolAsync("Desk", "desk");
        _badge = await _meeting.InviteSeatAsync("One");
        var cookies = new CookieContainer();
        await _meeting.PostAsync("/j", new { code = _badge.Scanned }, cookies);
        _phone = await _meeting.ConnectAsync(cookies);
    }

    public async ValueTask DisposeAsync()
    {
        await _meeting.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task takes_the_vote_of_whoever_shows_their_badge_and_shows_it_on_their_phone()
    {
        var ballot = await VotingAsync();
        // The badge has bound a phone by now, and is its bearer's still.
        var until = (DateTimeOffset)(await UnlockAsync($"{_server.Address}j#{_badge.Scanned}"))["until"]!;
        var tablet = (await _desk.Client.UntilAsync("mine", board => board["tablet"] is not null))["tablet"]!;
        Assert.Equal(until, (DateTimeOffset)tablet["until"]!);
        Assert.Equal("One", (string?)Assert.Single(tablet["votes"]!.AsArray())!["name"]);

        await Meeting.DoAsync(_desk.Client, "tablet.cast", new { ballot, option = "against", number = 1, members = new[] { _meeting.Members["One"] } });

        var shown = Own(await _phone.UntilAsync("mine", board => Own(board)?["cast"] is not null))!["cast"]!;
        Assert.Equal(("against", "tablet", true), ((string?)shown["option"], (string?)shown["provenance"], (bool)shown["counts"]!));
        await Meeting.DoAsync(_desk.Client, "tablet.lock", new { });
        await _desk.Client.UntilAsync("mine", board => board["tablet"] is null);
        Assert.Equal("tablet.locked", (await _desk.Client.SubmitAsync("tablet.cast", new { ballot, option = "for", number = 2 })).Refusal!.Code);
        Assert.DoesNotContain(_badge.Scanned, string.Join('\n', [.. _server.Errors, .. _server.Output]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task never_overrides_a_vote_given_by_phone()
    {
        var ballot = await VotingAsync();
        Assert.True((await _phone.CastAsync(ballot, "for")).Accepted);
        await UnlockAsync(_badge.Typed);
        Assert.Equal("ballot.voted", (await _desk.Client.SubmitAsync("tablet.cast", new { ballot, option = "against", number = 1 })).Refusal!.Code);
        Assert.Equal("for", (string?)Own(await _phone.UntilAsync("mine", board => Own(board)?["cast"] is not null))!["cast"]!["option"]);
    }

    [Fact]
    public async Task opens_for_no_code_but_a_badge_of_this_assembly_that_stands()
    {
        Assert.Equal((409, "ballot.none-open"), await TryAsync(_badge.Scanned));
        await VotingAsync();
        Assert.Equal((404, "code.unknown"), await TryAsync(""));
        await using (var other = await _meeting.AnotherAsync(Csv))
            Assert.Equal((404, "code.unknown"), await TryAsync((await other.InviteSeatAsync("One")).Scanned));
        // A new sheet replaces what was printed before, whether it bound a phone or not.
        var colleague = await _meeting.InviteSeatAsync("One", seat: 2);
        Assert.Equal((409, "card.needed"), await TryAsync(colleague.Scanned));
        await _meeting.PrintAsync([colleague.Participant]);
        Assert.Equal((404, "code.unknown"), await TryAsync(colleague.Scanned));
        Assert.Equal(200, (await TryAsync(_badge.Typed)).Status);
        await Meeting.DoAsync(_desk.Client, "device.release", new { participant = _badge.Participant });
        var fresh = Assert.Single(await _meeting.PrintAsync([_badge.Participant]));
        Assert.Equal((404, "code.unknown"), await TryAsync(_badge.Scanned));
        Assert.NotEqual(404, (await TryAsync(fresh.Scanned)).Status);
        for (var guess = 0; guess < 10; guess++)
            Assert.Equal(404, (await TryAsync("ABCDE-FGHJK")).Status);
        Assert.Equal((429, "code.wait"), await TryAsync("ABCDE-FGHJK"));
    }

    [Fact]
    public async Task is_the_desks_or_an_officers()
    {
        await VotingAsync();
        Assert.Equal((401, "sign-in.needed"), await TryAsync(_badge.Scanned, new CookieContainer()));
        foreach (var stranger in new[] { _chair, await _meeting.EnrolAsync("Secretary", "secretary"), (await _meeting.SeatAsync(["Two"], seat: 3))[0] })
            Assert.Equal((403, "tablet.not-yours"), await TryAsync(_badge.Scanned, stranger.Cookies));
        await using (var elsewhere = await _meeting.AnotherAsync(Csv))
            Assert.Equal((403, "tablet.not-yours"), await TryAsync(_badge.Scanned, (await elsewhere.EnrolAsync("Desk", "desk")).Cookies));
        Assert.Equal(200, (await TryAsync(_badge.Scanned, (await _meeting.EnrolAsync("Officer", "officer")).Cookies)).Status);
    }

    private async Task<BallotId> VotingAsync()
    {
        var plenary = Guid.NewGuid();
        await Meeting.DoAsync(_meeting.Secretariat, "plenary.plan", new { plenary, number = 1, venue = "Hall", starts = "2026-08-01T16:00:00Z", ends = "2026-08-01T23:00:00Z" });
        var two = (await _meeting.SeatAsync(["Two"]))[0];
        await Meeting.DoAsync(_chair.Client, "chair.assume", new { });
        await Meeting.DoAsync(_chair.Client, "plenary.call-roll", new { plenary });
        await Meeting.DoAsync(_desk.Client, "card.give", new { member = _meeting.Members["One"], to = _badge.Participant });
        await Meeting.DoAsync(_desk.Client, "card.give", new { member = _meeting.Members["Two"], to = two.Participant });
        await Meeting.DoAsync(_chair.Client, "plenary.open", new { });
        var ballot = Guid.NewGuid();
        await Meeting.DoAsync(_chair.Client, "ballot.open", new { ballot, method = "phones", title = "Question", decision = "motion" });
        return new(ballot);
    }

    private static JsonNode? Own(JsonObject board) => board["votes"]?.AsArray().FirstOrDefault();

    private Task<JsonObject> UnlockAsync(string code) => _meeting.PostAsync($"/api/a/{_meeting.Id}/tablet", new { code }, _desk.Cookies);

    /// <summary>The status, and the code of the refusal where it is one.</summary>
    private async Task<(int Status, string? Code)> TryAsync(string code, CookieContainer? cookies = null)
    {
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies ?? _desk.Cookies });
        using var content = new StringContent(JsonSerializer.Serialize(new { code }), Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(_server.Address, $"/api/a/{_meeting.Id}/tablet"), content, TestContext.Current.CancellationToken);
        var said = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return ((int)answer.StatusCode, (string?)said?["code"]);
    }
}

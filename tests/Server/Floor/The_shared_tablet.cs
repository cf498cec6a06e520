using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Harness;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.OnTheFloor;

/// <summary>A member without a phone shows its badge at the desk's tablet, and votes on it within a minute.</summary>
public sealed class The_shared_tablet : IAsyncLifetime
{
    private const string Csv = "name,short_name,country,region,status,standing,previous_rights\nUne,One,France,Europe,full,good,yes\nDeux,Two,Italy,Europe,full,good,yes\n";
    private readonly ServerProcess _server = new();
    private Meeting _meeting = null!;
    private Phone _chair = null!;
    private Phone _desk = null!;
    private (ParticipantId Participant, string Scanned, string Typed) _badge;

    public async ValueTask InitializeAsync()
    {
        await _server.StartAsync("--SignIn:WrongCodeBurst=10");
        _meeting = await Meeting.CreateAsync(_server.Address, await _server.FirstSecretAsync(), Csv, ServerProcess.Swift);
        _chair = await _meeting.EnrolAsync("Chair", "executive");
        _desk = await _meeting.EnrolAsync("Desk", "desk");
        _badge = await _meeting.InviteSeatAsync("One");
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
        var phone = await JoinAsync(_badge.Scanned);
        // The badge has bound a phone by now, and is its bearer's still.
        var until = (DateTimeOffset)(await UnlockAsync($"{_server.Address}j#{_badge.Scanned}"))["until"]!;
        var tablet = (await _desk.Client.UntilAsync("mine", board => board["tablet"] is not null))["tablet"]!;
        Assert.Equal(until, (DateTimeOffset)tablet["until"]!);
        Assert.Equal("One", (string?)Assert.Single(tablet["votes"]!.AsArray())!["name"]);

        await Meeting.DoAsync(_desk.Client, "tablet.cast", new { ballot, option = "against", number = 1, members = new[] { _meeting.Members["One"] } });

        var shown = Assert.Single((await phone.UntilAsync("mine", board => Own(board)?["cast"] is not null))["votes"]!.AsArray())!["cast"]!;
        Assert.Equal(("against", "tablet", true), ((string?)shown["option"], (string?)shown["provenance"], (bool)shown["counts"]!));
        await Meeting.DoAsync(_desk.Client, "tablet.lock", new { });
        await _desk.Client.UntilAsync("mine", board => board["tablet"] is null);
        Assert.Equal("tablet.locked", (await _desk.Client.SubmitAsync("tablet.cast", new { ballot, option = "for", number = 2 })).Refusal!.Code);
    }

    [Fact]
    public async Task never_overrides_a_vote_given_by_phone()
    {
        var ballot = await VotingAsync();
        var phone = await JoinAsync(_badge.Scanned);
        Assert.True((await phone.CastAsync(ballot, "for")).Accepted);
        await UnlockAsync(_badge.Typed);
        Assert.Equal("ballot.voted", (await _desk.Client.SubmitAsync("tablet.cast", new { ballot, option = "against", number = 1 })).Refusal!.Code);
        Assert.Equal("for", (string?)Own(await phone.UntilAsync("mine", board => Own(board)?["cast"] is not null))!["cast"]!["option"]);
    }

    [Fact]
    public async Task opens_for_no_code_but_a_badge_of_this_assembly_that_stands()
    {
        await VotingAsync();
        Assert.Equal((404, "code.unknown"), await TryAsync("ABCDE-FGHJK"));
        Assert.Equal((404, "code.unknown"), await TryAsync(""));
        var other = await _meeting.AnotherAsync(Csv);
        Assert.Equal((404, "code.unknown"), await TryAsync((await other.InviteSeatAsync("One")).Scanned));
        await other.DisposeAsync();
        // A new sheet replaces what was printed before.
        var fresh = Assert.Single(await _meeting.PrintAsync([_badge.Participant]));
        Assert.Equal((404, "code.unknown"), await TryAsync(_badge.Scanned));
        Assert.Equal(200, (await TryAsync(fresh.Scanned)).Status);
    }

    [Fact]
    public async Task opens_for_no_used_badge_once_the_seat_has_another()
    {
        await VotingAsync();
        var phone = await JoinAsync(_badge.Scanned);
        await phone.UntilAsync("mine", _ => true);
        await Meeting.DoAsync(_desk.Client, "device.release", new { participant = _badge.Participant });
        var fresh = Assert.Single(await _meeting.PrintAsync([_badge.Participant]));
        Assert.Equal((404, "code.unknown"), await TryAsync(_badge.Scanned));
        Assert.Equal(200, (await TryAsync(fresh.Typed)).Status);
    }

    [Fact]
    public async Task opens_for_whoever_has_a_vote_to_cast_with_the_reason_where_not()
    {
        Assert.Equal((409, "ballot.none-open"), await TryAsync(_badge.Scanned));
        await VotingAsync();
        var colleague = await _meeting.InviteSeatAsync("One", seat: 2);
        Assert.Equal((409, "card.needed"), await TryAsync(colleague.Scanned));
    }

    [Fact]
    public async Task is_the_desks_or_an_officers()
    {
        await VotingAsync();
        Assert.Equal((401, "sign-in.needed"), await TryAsync(_badge.Scanned, new CookieContainer()));
        foreach (var stranger in new[] { _chair, await _meeting.EnrolAsync("Secretary", "secretary"), (await _meeting.SeatAsync(["Two"], seat: 3))[0] })
            Assert.Equal((403, "tablet.not-yours"), await TryAsync(_badge.Scanned, stranger.Cookies));
        var elsewhere = await _meeting.AnotherAsync(Csv);
        Assert.Equal((403, "tablet.not-yours"), await TryAsync(_badge.Scanned, (await elsewhere.EnrolAsync("Desk", "desk")).Cookies));
        await elsewhere.DisposeAsync();
        Assert.Equal(200, (await TryAsync(_badge.Scanned, (await _meeting.EnrolAsync("Officer", "officer")).Cookies)).Status);
    }

    [Fact]
    public async Task stops_guesses_like_any_page_that_takes_codes()
    {
        await VotingAsync();
        for (var guess = 0; guess < 10; guess++)
            Assert.Equal(404, (await TryAsync("ABCDE-FGHJK")).Status);
        Assert.Equal((429, "code.wait"), await TryAsync("ABCDE-FGHJK"));
        Assert.Equal(200, (await TryAsync(_badge.Scanned)).Status);
        Assert.DoesNotContain(_badge.Scanned, string.Join('\n', _server.Errors), StringComparison.Ordinal);
    }

    private async Task<BallotId> VotingAsync()
    {
        var plenary = Guid.NewGuid();
        await Meeting.DoAsync(_meeting.Secretariat, "plenary.plan", new { plenary, number = 1, venue = "Hall", starts = "2026-08-01T16:00:00Z", ends = "2026-08-01T23:00:00Z" });
        var two = await _meeting.InviteSeatAsync("Two");
        await Meeting.DoAsync(_chair.Client, "chair.assume", new { });
        await Meeting.DoAsync(_chair.Client, "plenary.call-roll", new { plenary });
        await Meeting.DoAsync(_desk.Client, "card.give", new { member = _meeting.Members["One"], to = _badge.Participant });
        await Meeting.DoAsync(_desk.Client, "card.give", new { member = _meeting.Members["Two"], to = two.Participant });
        await Meeting.DoAsync(_chair.Client, "plenary.open", new { });
        var ballot = Guid.NewGuid();
        await Meeting.DoAsync(_chair.Client, "ballot.open", new { ballot, method = "phones", title = "Question", decision = "motion" });
        return new(ballot);
    }

    private async Task<FloorClient> JoinAsync(string code)
    {
        var cookies = new CookieContainer();
        await _meeting.PostAsync("/j", new { code }, cookies);
        return await _meeting.ConnectAsync(cookies);
    }

    private static JsonNode? Own(JsonObject board) => board["votes"]?.AsArray().FirstOrDefault();

    private Task<JsonObject> UnlockAsync(string code) => _meeting.PostAsync($"/api/a/{_meeting.Id}/tablet", new { code }, _desk.Cookies);

    /// <summary>The status, and the code of the refusal where it is one.</summary>
    private async Task<(int Status, string? Code)> TryAsync(string code, CookieContainer? cookies = null)
    {
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies ?? _desk.Cookies });
        using var content = new StringContent(JsonSerializer.Serialize(new { code }), System.Text.Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(_server.Address, $"/api/a/{_meeting.Id}/tablet"), content, TestContext.Current.CancellationToken);
        var said = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return ((int)answer.StatusCode, (string?)said?["code"]);
    }
}

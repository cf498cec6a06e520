using Ifmsa.Assembly.Harness;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.OnTheFloor;

/// <summary>A member's card goes to other hands, is given up, or its right to vote ends, while a vote is open: on the real program.</summary>
[Collection(RunningHall.Name)]
public sealed class Rights_that_change_in_mid_vote : IAsyncLifetime
{
    private readonly RunningHall _hall = new(6);

    public ValueTask InitializeAsync() => _hall.InitializeAsync();

    public ValueTask DisposeAsync() => _hall.DisposeAsync();

    [Fact]
    public async Task leave_one_vote_to_a_card_that_moves_and_the_say_to_its_new_holder()
    {
        var holder = _hall.Delegates[0];
        var colleague = (await _hall.Meeting.SeatAsync([holder.Member], seat: 2))[0];
        var ballot = await _hall.OpenAsync();
        Assert.True((await holder.Client.CastAsync(ballot, "for")).Accepted);
        Assert.Equal("card.needed", (await colleague.Client.CastAsync(ballot, "against")).Refusal?.Code);
        await Meeting.DoAsync(_hall.Desk.Client, "card.move", new { member = holder.MemberId, to = colleague.Participant });
        // What was cast stands until the new holder changes it; both see the same.
        await colleague.Client.UntilAsync("mine", board => (string?)board["votes"]?[0]?["cast"]?["option"] == "for");
        Assert.Equal("card.needed", (await holder.Client.CastAsync(ballot, "abstain")).Refusal?.Code);
        Assert.True((await colleague.Client.CastAsync(ballot, "against")).Accepted);
        var result = await _hall.FinishAsync(ballot);
        Assert.Equal((0, 1, 0), ((int)result["figures"]!["for"]!, (int)result["figures"]!["against"]!, (int)result["figures"]!["abstain"]!));
    }

    [Fact]
    public async Task let_a_member_finish_the_vote_it_began_and_keep_it_from_the_next()
    {
        // UMC 2019: who has no vote is kept out before the count, not found years after it.
        var (suspended, late) = (_hall.Delegates[1], _hall.Delegates[2]);
        await NextPlenaryAsync();
        var ballot = await _hall.OpenAsync();
        Assert.True((await suspended.Client.CastAsync(ballot, "for")).Accepted);
        await Meeting.DoAsync(_hall.Desk.Client, "credentials.report", new { report = Guid.NewGuid(), final = false, rows = new[] { new { member = suspended.MemberId, vote = false, reason = "Fee not paid" } } });
        Assert.True((await suspended.Client.CastAsync(ballot, "against")).Accepted);
        Assert.Equal(1, (int)(await _hall.FinishAsync(ballot))["figures"]!["against"]!);
        var next = await _hall.OpenAsync();
        var refused = await suspended.Client.CastAsync(next, "for");
        Assert.Equal("vote.not-in-register-because", refused.Refusal?.Code);
        Assert.True((await late.Client.CastAsync(next, "for")).Accepted);
        Assert.Equal(1, (int)(await _hall.FinishAsync(next))["figures"]!["for"]!);
    }

    [Fact]
    public async Task keep_a_revoked_phone_out_and_its_vote_in()
    {
        var phone = _hall.Delegates[3];
        var ballot = await _hall.OpenAsync();
        Assert.True((await phone.Client.CastAsync(ballot, "for")).Accepted);
        await Meeting.DoAsync(_hall.Desk.Client, "device.release", new { participant = phone.Participant });
        Assert.Equal("act.not-yours", (await phone.Client.SubmitAsync("ballot.cast", new { ballot, option = "against", number = 9 })).Refusal?.Code);
        Assert.Equal(1, (int)(await _hall.FinishAsync(ballot))["figures"]!["for"]!);
    }

    /// <summary>In plenary 1 rights at the previous assembly count, and no report.</summary>
    private async Task NextPlenaryAsync()
    {
        var plenary = Guid.NewGuid();
        await Meeting.DoAsync(_hall.Chair.Client, "plenary.adjourn", new { });
        await Meeting.DoAsync(_hall.Meeting.Secretariat, "plenary.plan", new { plenary, number = 2, venue = "Hall", starts = "2026-08-02T16:00:00Z", ends = "2026-08-02T23:00:00Z" });
        await Meeting.DoAsync(_hall.Chair.Client, "plenary.call-roll", new { plenary });
        foreach (var phone in _hall.Delegates)
            await Meeting.DoAsync(_hall.Desk.Client, "card.give", new { member = phone.MemberId, to = phone.Participant });
        await Meeting.DoAsync(_hall.Chair.Client, "plenary.open", new { });
    }
}

/// <summary>The chair's device is lost: the vice is offered the chair within ten seconds, and never are two in control.</summary>
[Collection(RunningHall.Name)]
public sealed class A_chairs_device_that_is_lost : IAsyncLifetime
{
    private readonly RunningHall _hall = new(3);

    public ValueTask InitializeAsync() => _hall.InitializeAsync();

    public ValueTask DisposeAsync() => _hall.DisposeAsync();

    [Fact]
    public async Task leaves_the_chair_to_the_vice_in_mid_vote_and_never_two_in_control()
    {
        var vice = await _hall.Meeting.EnrolAsync("Vice", "viceChair");
        var ballot = await _hall.OpenAsync();
        Assert.True((await _hall.Delegates[0].Client.CastAsync(ballot, "for")).Accepted);
        Assert.Equal("act.not-yours", (await vice.Client.SubmitAsync("ballot.close", new { ballot })).Refusal?.Code);
        var lost = System.Diagnostics.Stopwatch.StartNew();
        await _hall.Chair.Client.DisposeAsync();
        while (!(await vice.Client.SubmitAsync("chair.accept", new { })).Accepted)
        {
            Assert.True(lost.Elapsed < TimeSpan.FromSeconds(40), "The vice was not offered the chair.");
            await Task.Delay(100);
        }
        // Ten seconds of silence, of which the watch hears every second, and not before.
        Assert.True(lost.Elapsed > TimeSpan.FromSeconds(5), $"After {lost.Elapsed}.");
        var back = await _hall.Meeting.ConnectAsync(_hall.Chair.Cookies);
        Assert.Equal("act.not-yours", (await back.SubmitAsync("ballot.close", new { ballot })).Refusal?.Code);
        await Meeting.DoAsync(vice.Client, "ballot.close", new { ballot });
        await vice.Client.UntilAsync("ballot", board => RunningHall.IsAt(board, ballot, "counted"));
        Assert.Equal("act.not-yours", (await back.SubmitAsync("ballot.declare", new { ballot })).Refusal?.Code);
        await Meeting.DoAsync(vice.Client, "ballot.declare", new { ballot });
        await _hall.Screen.Client.UntilAsync("ballot", board => RunningHall.IsAt(board, ballot, "declared") && (int)board["current"]!["result"]!["figures"]!["for"]! == 1);
    }
}

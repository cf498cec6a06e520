using System.Diagnostics;
using System.Text.Json.Nodes;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Harness;
using Ifmsa.Assembly.Server.Floor;
using Microsoft.AspNetCore.SignalR.Client;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.OnTheFloor;

[Collection(RunningHall.Name)]
public sealed class A_thousand_casts_of_one_card(RunningHall hall)
{
    [Fact]
    public async Task at_once_are_one_vote()
    {
        var ballot = await hall.OpenAsync();
        var phone = hall.Delegates[0];
        var connections = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => hall.ConnectAsync(phone.Cookies)));
        var answers = await Task.WhenAll(Enumerable.Range(1, 1_000).Select(number =>
            hall.SubmitAsync(connections[number % 20], "ballot.cast", new { ballot, option = number % 2 == 0 ? "for" : "against", number })));
        Assert.All(answers, answer => Assert.True(answer.Accepted || answer.Refusal!.Code == "ballot.superseded"));
        await hall.Screen.Client.UntilAsync("progress", board => (string?)board["ballot"] == ballot.ToString() && (int)board["cast"]! == 1);
        var result = await hall.FinishAsync(ballot);
        // The highest number is that of the last choice, whatever order they came in.
        Assert.Equal((1, 0, 0), (Figure(result, "for"), Figure(result, "against"), Figure(result, "abstain")));
        Assert.Equal(answers.Count(answer => answer.Accepted), hall.FactsOf(ballot).Count(fact => fact.Kind == "ballot.cast.v1"));
        foreach (var connection in connections)
            await connection.DisposeAsync();
    }

    private static int Figure(JsonObject result, string option) => (int)result["figures"]![option]!;
}

[Collection(RunningHall.Name)]
public sealed class Two_devices_of_one_holder(RunningHall hall)
{
    [Fact]
    public async Task in_the_same_millisecond_make_one_vote_on_which_both_agree()
    {
        var phone = hall.Delegates[1];
        var laptop = await hall.Meeting.ConnectAsync(await hall.SignInAsync(phone, "two devices"));
        for (var round = 0; round < 5; round++)
        {
            var ballot = await hall.OpenAsync();
            using var start = new Barrier(2);
            var answers = await Task.WhenAll(
                Task.Run(() => CastAsync(phone.Client, ballot, "for", start)),
                Task.Run(() => CastAsync(laptop, ballot, "against", start)));
            Assert.All(answers, answer => Assert.True(answer.Accepted));
            var last = hall.FactsOf(ballot).Last(fact => fact.Kind == "ballot.cast.v1").Fact;
            foreach (var device in new[] { phone.Client, laptop })
                await device.UntilAsync("mine", board => (string?)board["votes"]?[0]?["ballot"] == ballot.ToString() && (string?)board["votes"]?[0]?["cast"]?["option"] == (string?)last["option"]);
            var result = await hall.FinishAsync(ballot);
            Assert.Equal(1, (int)result["figures"]!["for"]! + (int)result["figures"]!["against"]!);
            Assert.Equal(1, (int)result["figures"]![(string)last["option"]!]!);
        }
    }

    private static Task<Answer> CastAsync(FloorClient client, BallotId ballot, string option, Barrier start)
    {
        start.SignalAndWait();
        return client.CastAsync(ballot, option);
    }
}

[Collection(RunningHall.Name)]
public sealed class A_cast_at_the_close(RunningHall hall)
{
    [Fact]
    public async Task is_counted_or_refused_and_everybody_is_told_the_same()
    {
        var (counted, refused) = (0, 0);
        for (var round = 0; round < 6; round++)
        {
            var ballot = await hall.OpenAsync();
            var watch = Stopwatch.StartNew();
            var closing = TimeSpan.FromMilliseconds(60);
            var casts = hall.Voters.Select(async (phone, place) =>
            {
                // From 50 ms before the close to 50 ms after it.
                await UntilAsync(watch, closing + TimeSpan.FromMilliseconds(-50 + (100.0 * place / (hall.Voters.Count - 1))));
                return await phone.Client.CastAsync(ballot, "for");
            }).ToList();
            await UntilAsync(watch, closing);
            await Meeting.DoAsync(hall.Chair.Client, "ballot.close", new { ballot });
            var answers = await Task.WhenAll(casts);
            var result = await hall.FinishAsync(ballot, closed: true);
            Assert.Equal(answers.Count(answer => answer.Accepted), (int)result["figures"]!["for"]!);
            Assert.All(answers.Where(answer => !answer.Accepted), answer => Assert.Contains(answer.Refusal!.Code, new[] { "ballot.not-open", "ballot.none-open" }));
            foreach (var (phone, answer) in hall.Voters.Zip(answers))
            {
                await phone.Client.UntilAsync("ballot", board => RunningHall.IsAt(board, ballot, "declared") && (int)board["current"]!["result"]!["figures"]!["for"]! == (int)result["figures"]!["for"]!);
                await phone.Client.UntilAsync("mine", board => ((string?)board["votes"]?[0]?["ballot"] == ballot.ToString() && board["votes"]?[0]?["cast"] is not null) == answer.Accepted);
            }
            counted += answers.Count(answer => answer.Accepted);
            refused += answers.Count(answer => !answer.Accepted);
        }
        Assert.True(counted > 0 && refused > 0, $"{counted} were counted and {refused} refused.");
    }

    private static async Task UntilAsync(Stopwatch watch, TimeSpan due)
    {
        if (due > watch.Elapsed)
            await Task.Delay(due - watch.Elapsed);
    }
}

[Collection(RunningHall.Name)]
public sealed class A_lost_acknowledgement(RunningHall hall)
{
    [Fact]
    public async Task is_told_again_and_the_vote_counts_once()
    {
        var ballot = await hall.OpenAsync();
        var phone = hall.Delegates[2];
        var id = Guid.NewGuid();
        await SendAndLoseAsync(phone, id, new { ballot, option = "for", number = 1 });
        var told = await phone.Client.SubmitAsync(id, "ballot.cast", new { ballot, option = "for", number = 1 });
        var again = await phone.Client.SubmitAsync(id, "ballot.cast", new { ballot, option = "for", number = 1 });
        Assert.True(told.Accepted);
        Assert.Equal(told, again);
        Assert.Single(hall.FactsOf(ballot), fact => fact.Kind == "ballot.cast.v1");
        Assert.Equal(1, (int)(await hall.FinishAsync(ballot))["figures"]!["for"]!);
    }

    [Fact]
    public async Task that_is_asked_for_after_a_newer_choice_does_not_undo_it()
    {
        var ballot = await hall.OpenAsync();
        var phone = hall.Delegates[3];
        var id = Guid.NewGuid();
        await SendAndLoseAsync(phone, id, new { ballot, option = "for", number = 1 });
        Assert.True((await phone.Client.SubmitAsync("ballot.cast", new { ballot, option = "against", number = 2 })).Accepted);
        // The retry is told what became of the first choice, and a late copy under a new id is refused.
        Assert.True((await phone.Client.SubmitAsync(id, "ballot.cast", new { ballot, option = "for", number = 1 })) is { Accepted: true } or { Refusal.Code: "ballot.superseded" });
        Assert.Equal("ballot.superseded", (await phone.Client.SubmitAsync("ballot.cast", new { ballot, option = "for", number = 1 })).Refusal?.Code);
        await phone.Client.UntilAsync("mine", board => (string?)board["votes"]?[0]?["cast"]?["option"] == "against");
        var result = await hall.FinishAsync(ballot);
        Assert.Equal((0, 1), ((int)result["figures"]!["for"]!, (int)result["figures"]!["against"]!));
    }

    [Fact]
    public async Task under_an_id_used_for_other_content_is_refused()
    {
        var ballot = await hall.OpenAsync();
        var phone = hall.Delegates[4];
        var id = Guid.NewGuid();
        Assert.True((await phone.Client.SubmitAsync(id, "ballot.cast", new { ballot, option = "for", number = 1 })).Accepted);
        Assert.Equal("command.id-reused", (await phone.Client.SubmitAsync(id, "ballot.cast", new { ballot, option = "against", number = 1 })).Refusal?.Code);
        Assert.Equal("command.id-reused", (await phone.Client.SubmitAsync(id, "rollcall.check-in", new { })).Refusal?.Code);
        Assert.Equal(1, (int)(await hall.FinishAsync(ballot))["figures"]!["for"]!);
    }

    [Fact]
    public async Task of_a_refusal_is_the_same_refusal()
    {
        var phone = hall.Delegates[5];
        var id = Guid.NewGuid();
        var cast = new { ballot = Guid.NewGuid(), option = "for", number = 1 };
        var refused = await phone.Client.SubmitAsync(id, "ballot.cast", cast);
        Assert.Equal("ballot.none-open", refused.Refusal?.Code);
        // Even when it would be refused for another reason now.
        var ballot = await hall.OpenAsync();
        Assert.Equal(refused, await phone.Client.SubmitAsync(id, "ballot.cast", cast));
        await hall.FinishAsync(ballot);
    }

    private async Task SendAndLoseAsync(Phone phone, Guid id, object body)
    {
        var connection = await hall.ConnectAsync(phone.Cookies);
        // Sent, and gone before the answer can come.
        await connection.SendAsync("Submit", new { id, assembly = hall.Meeting.Id.Value, kind = "ballot.cast", body });
        await connection.DisposeAsync();
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Harness;
using Microsoft.AspNetCore.SignalR.Client;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.OnTheFloor;

/// <summary>When the plenary sends observers out, their pages and the public screen go dark within a second; returning officers stay.</summary>
[Collection(RunningHall.Name)]
public sealed class A_closed_session(RunningHall hall)
{
    [Fact]
    public async Task shows_observers_and_the_screen_nothing_until_they_are_readmitted()
    {
        var observer = await hall.Meeting.EnrolAsync("Observer", "observer");
        var counting = await hall.Meeting.EnrolAsync("Counting observer", "observer", "officer");
        await observer.Client.UntilAsync("motion", _ => true);
        var (before, screen, officer) = (observer.Client.Connections, hall.Screen.Client.Connections, counting.Client.Connections);

        await MoveAsync("observersLeave");

        // The line is cut, and what comes back over a new one is the closed door alone.
        await UntilAsync(() => observer.Client.Connections > before && hall.Screen.Client.Connections > screen);
        foreach (var phone in new[] { observer, hall.Screen })
        {
            var seen = await SeenAsync(phone);
            Assert.Equal(["mine", "plenary"], seen.Keys.Where(name => name is not "head").Order(StringComparer.Ordinal));
            Assert.Equal("closedSession", (string?)seen["plenary"]!["sentence"]!["key"]);
        }
        Assert.Equal(officer, counting.Client.Connections);
        Assert.True((await SeenAsync(counting)).ContainsKey("motion"));

        await Meeting.DoAsync(hall.Chair.Client, "observers.readmit", new { });
        Assert.True((await SeenAsync(observer)).ContainsKey("motion"));
        await hall.Screen.Client.UntilAsync("plenary", board => (bool?)board["observersOut"] == false);
    }

    /// <summary>A delegation moves it, another seconds, and all vote for it.</summary>
    private async Task MoveAsync(string kind)
    {
        var (procedural, ballot) = (Guid.NewGuid(), Guid.NewGuid());
        await Meeting.DoAsync(hall.Delegates[0].Client, "procedural.move", new { procedural, kind });
        await Meeting.DoAsync(hall.Chair.Client, "procedural.put", new { procedural });
        await Meeting.DoAsync(hall.Delegates[1].Client, "procedural.second", new { procedural });
        await Meeting.DoAsync(hall.Chair.Client, "ballot.open", new { ballot, method = "phones", procedural });
        await Task.WhenAll(hall.Voters.Select(phone => phone.Client.CastAsync(new BallotId(ballot), "for")));
        await Meeting.DoAsync(hall.Chair.Client, "ballot.close", new { ballot });
        await hall.Chair.Client.UntilAsync("ballot", board => RunningHall.IsAt(board, new(ballot), "counted"));
        await Meeting.DoAsync(hall.Chair.Client, "ballot.declare", new { ballot });
    }

    /// <summary>All boards that a new connection of somebody's gets.</summary>
    private async Task<Dictionary<string, JsonObject>> SeenAsync(Phone phone)
    {
        var seen = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        await using var connection = await hall.ConnectAsync(phone.Cookies, board =>
        {
            lock (seen)
                seen[board.GetProperty("name").GetString()!] = JsonObject.Create(board.GetProperty("whole"))!;
        });
        var following = await connection.InvokeAsync<JsonElement>("Follow", new { assembly = hall.Meeting.Id, have = new { } });
        var names = following.GetProperty("boards").EnumerateArray().Select(name => name.GetString()!).ToHashSet(StringComparer.Ordinal);
        await UntilAsync(() => { lock (seen) return names.IsSubsetOf(seen.Keys); });
        // Whatever was still to come would come with the next round.
        await Task.Delay(300);
        lock (seen)
            return new(seen, StringComparer.Ordinal);
    }

    private static async Task UntilAsync(Func<bool> so)
    {
        for (var waited = 0; !so(); waited++)
        {
            Assert.True(waited < 400, "It did not come to it within ten seconds.");
            await Task.Delay(25);
        }
    }
}

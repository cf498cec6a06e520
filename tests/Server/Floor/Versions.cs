using System.Collections.Concurrent;
using System.Text.Json;
using Ifmsa.Assembly.Harness;
using Microsoft.AspNetCore.SignalR.Client;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.OnTheFloor;

[Collection(RunningHall.Name)]
public sealed class The_version_of_a_board(RunningHall hall)
{
    [Fact]
    public async Task is_never_ahead_of_the_journal()
    {
        var shown = new ConcurrentDictionary<string, long>(StringComparer.Ordinal);
        await using var secretary = await hall.ConnectAsync(hall.Secretary.Cookies, board => shown[board.GetProperty("name").GetString()!] = board.GetProperty("version").GetInt64());
        await secretary.InvokeAsync<JsonElement>("Follow", new { assembly = hall.Meeting.Id, have = new { } }, TestContext.Current.CancellationToken);
        for (var act = 0; act < 200; act++)
        {
            var speech = Guid.NewGuid();
            await Meeting.DoAsync(hall.Delegates[2].Client, "speech.request", new { speech });
            var answer = await Meeting.DoAsync(hall.Chair.Client, "speech.call", new { speech });
            var ahead = shown.Where(board => board.Key != "reach" && board.Value > answer.Sequence).Select(board => board.Key).ToList();
            Assert.Empty(ahead);
        }
        // The hall is everybody's: nobody is left at the microphone.
        await Meeting.DoAsync(hall.Chair.Client, "speech.end", new { });
    }
}

using System.Diagnostics;
using Ifmsa.Assembly.Harness;

namespace Ifmsa.Assembly.Benchmarks;

/// <summary>From the chair's “open” to the ballot on every phone, against bare Kestrel broadcasting the same bytes.</summary>
public static class Broadcasting
{
    private const int Rounds = 15;
    private const int WarmUp = 6;

    /// <summary>Measures with so many clients; with 5,000 also the memory.</summary>
    public static async Task MeasureAsync(ScoreBoard scores, int clients)
    {
        var (ours, megabytes, bytes) = await OursAsync(clients);
        var (floor, floorMegabytes) = await FloorAsync(clients, bytes);
        scores.Add($"open to shown, {clients:N0} clients, median", Median(ours, 0.5), Median(floor, 0.5), "ms", "≤ 1.5 ×");
        scores.Add($"open to shown, {clients:N0} clients, last", Median(ours, 1), Median(floor, 1), "ms", "≤ 1.5 ×");
        if (clients >= 5_000)
            scores.Add($"memory with {clients:N0} clients", megabytes, floorMegabytes, "MB", "≤ 500 MB");
    }

    /// <summary>The median over rounds of a quantile within each.</summary>
    private static double Median(List<double[]> rounds, double quantile) =>
        ScoreBoard.Quantile([.. rounds.Select(round => ScoreBoard.Quantile(round, quantile))], 0.5);

    private static async Task<(List<double[]> Rounds, double Megabytes, int Bytes)> OursAsync(int clients)
    {
        await using var hall = await BenchHall.OpenAsync(members: 127, delegatesEach: (clients + 126) / 127);
        var wires = await ConnectAsync(hall.Delegates.Take(clients), hall.ConnectAsync);
        await Task.Delay(3_000);
        var rounds = new List<double[]>();
        for (var round = 0; round < Rounds; round++)
        {
            var ballot = Guid.NewGuid();
            var seen = wires.Select(wire => wire.Expect(ballot.ToString())).ToArray();
            var start = Stopwatch.GetTimestamp();
            await Meeting.DoAsync(hall.Chair.Client, "ballot.open", new { ballot, method = "phones", title = "A question", decision = "motion" });
            var times = await Task.WhenAll(seen);
            rounds.Add([.. times.Select(time => Stopwatch.GetElapsedTime(start, time).TotalMilliseconds)]);
            await Task.Delay(500);
            await Meeting.DoAsync(hall.Chair.Client, "ballot.close", new { ballot });
            await Meeting.DoAsync(hall.Chair.Client, "ballot.void", new { ballot, reason = "a measurement" });
            await Task.Delay(500);
        }
        var bytes = wires[0].MarkedBytes;
        var megabytes = BenchHall.Megabytes(hall.Server.Id);
        foreach (var wire in wires)
            await wire.DisposeAsync();
        return (rounds[WarmUp..], megabytes, bytes);
    }

    private static async Task<(List<double[]> Rounds, double Megabytes)> FloorAsync(int clients, int bytes)
    {
        const string address = "http://127.0.0.1:5196";
        using var process = await Floors.StartAsync("floor-broadcast", address);
        try
        {
            var wires = await ConnectAsync(Enumerable.Range(0, clients), _ => Wire.ConnectAsync(new Uri(address), cookies: null, hello: null));
            using var http = new HttpClient();
            var rounds = new List<double[]>();
            for (var round = 0; round < Rounds; round++)
            {
                var mark = Guid.NewGuid().ToString();
                var seen = wires.Select(wire => wire.Expect(mark)).ToArray();
                var start = Stopwatch.GetTimestamp();
                using var answer = await http.PostAsync(new Uri(address + "/send"), new StringContent(mark.PadRight(bytes, '.')));
                var times = await Task.WhenAll(seen);
                rounds.Add([.. times.Select(time => Stopwatch.GetElapsedTime(start, time).TotalMilliseconds)]);
                await Task.Delay(300);
            }
            var megabytes = BenchHall.Megabytes(process.Id);
            foreach (var wire in wires)
                await wire.DisposeAsync();
            return (rounds[WarmUp..], megabytes);
        }
        finally
        {
            process.Kill();
        }
    }

    private static async Task<List<Wire>> ConnectAsync<T>(IEnumerable<T> whom, Func<T, Task<Wire>> connect)
    {
        var wires = new List<Wire>();
        foreach (var some in whom.Chunk(100))
            wires.AddRange(await Task.WhenAll(some.Select(connect)));
        return wires;
    }
}

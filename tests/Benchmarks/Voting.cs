using System.Diagnostics;
using Ifmsa.Assembly.Harness;
using Microsoft.Data.Sqlite;

namespace Ifmsa.Assembly.Benchmarks;

/// <summary>A thousand members vote at once, again and again: durable acknowledged votes, against a bare SignalR echo and bare SQLite.</summary>
public static class Voting
{
    private const int Voters = 1_000;
    private const int CastsEach = 20;
    private const int WarmUp = 20;
    private const int Bursts = 10;

    /// <summary>Measures rate and latency.</summary>
    public static async Task MeasureAsync(ScoreBoard scores)
    {
        var ours = await OursAsync();
        var echo = await EchoAsync();
        var sqlite = Sqlite();
        scores.Add("durable acknowledged votes, 1,000 at once", ours.Rate, echo.Rate, "votes/s", "≥ ⅓ of the echo");
        scores.Add("the same rows in bare SQLite group commits, full sync", ours.Rate, sqlite, "votes/s", "");
        scores.Add("the server's processor time for each of them", ours.Processor, echo.Processor, "µs", "");
        scores.Add("acknowledgement p99, 1,000 at once", ours.P99, echo.P99, "ms", "≤ 100 ms");
    }

    private static async Task<(double Rate, double P99, double Processor)> OursAsync()
    {
        await using var hall = await BenchHall.OpenAsync(Voters, delegatesEach: 1);
        var wires = new List<Wire>();
        foreach (var some in hall.Delegates.Chunk(100))
            wires.AddRange(await Task.WhenAll(some.Select(hall.ConnectAsync)));
        var ballot = Guid.NewGuid();
        await Meeting.DoAsync(hall.Chair.Client, "ballot.open", new { ballot, method = "phones", title = "A question", decision = "motion" });
        await Task.Delay(2_000);
        return await LoopAsync(hall.Server.Id, wires, number =>
            $$$"""{"type":1,"invocationId":"{{{number}}}","target":"Submit","arguments":[{"id":"{{{Guid.NewGuid()}}}","assembly":"{{{hall.Meeting.Id}}}","kind":"ballot.cast","body":{"ballot":"{{{ballot}}}","option":"{{{(number % 3 == 0 ? "against" : "for")}}}","number":{{{number}}}}}]}""");
    }

    private static async Task<(double Rate, double P99, double Processor)> EchoAsync()
    {
        const string address = "http://127.0.0.1:5197";
        using var process = await Floors.StartAsync("floor-echo", address);
        try
        {
            var wires = new List<Wire>();
            foreach (var some in Enumerable.Range(0, Voters).Chunk(100))
                wires.AddRange(await Task.WhenAll(some.Select(_ => Wire.ConnectAsync(new Uri(address + "/floor"), cookies: null, hello: """{"type":6}"""))));
            var text = new string('x', 200);
            return await LoopAsync(process.Id, wires, number => $$$"""{"type":1,"invocationId":"{{{number}}}","target":"Echo","arguments":["{{{text}}}"]}""");
        }
        finally
        {
            process.Kill();
        }
    }

    /// <summary>The rate while every client sends its next message when the last is answered; then bursts, in which all send one at the same moment.</summary>
    private static async Task<(double Rate, double P99, double Processor)> LoopAsync(int server, List<Wire> wires, Func<int, string> message)
    {
        await Task.WhenAll(wires.Select(wire => RunAsync(wire, 1, WarmUp)));
        var (start, before) = (Stopwatch.GetTimestamp(), ProcessorTime(server));
        await Task.WhenAll(wires.Select(wire => RunAsync(wire, 1 + WarmUp, CastsEach)));
        var (seconds, processor) = (Stopwatch.GetElapsedTime(start).TotalSeconds, ProcessorTime(server) - before);
        var latencies = new List<double>();
        for (var burst = 0; burst < Bursts; burst++)
        {
            await Task.Delay(500);
            var taken = await Task.WhenAll(wires.Select(wire => RunAsync(wire, 1 + WarmUp + CastsEach + burst, 1)));
            latencies.AddRange(taken.Select(times => times[0]));
        }
        foreach (var wire in wires)
            await wire.DisposeAsync();
        return (wires.Count * CastsEach / seconds, ScoreBoard.Quantile(latencies, 0.99), processor.TotalMicroseconds / (wires.Count * CastsEach));

        async Task<double[]> RunAsync(Wire wire, int first, int count)
        {
            var taken = new double[count];
            for (var number = first; number < first + count; number++)
            {
                var answered = wire.Expect($"\"invocationId\":\"{number}\"");
                var sent = Stopwatch.GetTimestamp();
                await wire.SendAsync(message(number));
                taken[number - first] = Stopwatch.GetElapsedTime(sent, await answered).TotalMilliseconds;
            }
            return taken;
        }
    }

    private static TimeSpan ProcessorTime(int process)
    {
        using var found = Process.GetProcessById(process);
        return found.TotalProcessorTime;
    }

    /// <summary>The rows of a vote — a fact and an answer — in group commits of 500.</summary>
    public static double Sqlite()
    {
        var folder = Directory.CreateTempSubdirectory("assembly-bench-");
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, "floor.db")};Pooling=False");
        connection.Open();
        Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;");
        Execute("CREATE TABLE facts(assembly TEXT, sequence INTEGER, at INTEGER, kind TEXT, payload BLOB, digest BLOB, previous BLOB, hash BLOB, PRIMARY KEY(assembly, sequence));");
        Execute("CREATE TABLE answers(assembly TEXT, device TEXT, command TEXT, digest BLOB, answer BLOB, PRIMARY KEY(assembly, device, command));");
        var assembly = Guid.NewGuid().ToString();
        using var fact = Command("INSERT INTO facts VALUES(@0, @1, @2, @3, @4, @5, @6, @7)", assembly, 0L, 0L, "ballot.cast.v1", new byte[520], new byte[32], new byte[32], new byte[32]);
        using var answer = Command("INSERT INTO answers VALUES(@0, @1, @2, @3, @4)", assembly, "", "", new byte[32], new byte[100]);
        var start = Stopwatch.GetTimestamp();
        const int rows = Voters * CastsEach;
        for (var row = 0; row < rows;)
        {
            using var transaction = connection.BeginTransaction();
            (fact.Transaction, answer.Transaction) = (transaction, transaction);
            for (var end = row + 500; row < end; row++)
            {
                fact.Parameters[1].Value = (long)row;
                fact.ExecuteNonQuery();
                (answer.Parameters[1].Value, answer.Parameters[2].Value) = ($"device {row % Voters}", Guid.NewGuid().ToString());
                answer.ExecuteNonQuery();
            }
            transaction.Commit();
        }
        var rate = rows / Stopwatch.GetElapsedTime(start).TotalSeconds;
        connection.Close();
        folder.Delete(recursive: true);
        return rate;

        void Execute(string sql)
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is one of the literals above.
            command.CommandText = sql;
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }

        SqliteCommand Command(string sql, params object[] values)
        {
            var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is one of the literals above.
            command.CommandText = sql;
#pragma warning restore CA2100
            for (var place = 0; place < values.Length; place++)
                command.Parameters.AddWithValue("@" + place, values[place]);
            return command;
        }
    }
}

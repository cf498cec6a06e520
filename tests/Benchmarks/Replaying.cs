using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Harness;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Journal;
using Microsoft.Data.Sqlite;

namespace Ifmsa.Assembly.Benchmarks;

/// <summary>A cold replay of 100,000 facts with chain check, against reading the same rows and hashing their payloads.</summary>
public static class Replaying
{
    private const int Facts = 100_000;

    /// <summary>Writes the journal by voting, and replays it in fresh processes.</summary>
    public static async Task MeasureAsync(ScoreBoard scores)
    {
        await using var hall = await BenchHall.OpenAsync(members: 200, delegatesEach: 1);
        var clients = await Task.WhenAll(hall.Delegates.Select(phone => hall.Meeting.ConnectAsync(phone.Cookies)));
        var ballot = Guid.NewGuid();
        await Meeting.DoAsync(hall.Chair.Client, "ballot.open", new { ballot, method = "phones", title = "A question", decision = "motion" });
        await Task.WhenAll(clients.Select(async client =>
        {
            for (var cast = 0; cast < Facts / clients.Length; cast++)
                await client.CastAsync(new(ballot), cast % 3 == 0 ? "against" : "for");
        }));
        await hall.Server.TerminateAsync();
        var (replays, floors) = (new List<double>(), new List<double>());
        for (var round = 0; round < 5; round++)
        {
            using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["replay", hall.Server.Database, hall.Meeting.Id.ToString()]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            replays.Add(double.Parse((await process.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture));
            floors.Add(double.Parse((await process.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture));
            await process.WaitForExitAsync();
        }
        scores.Add($"cold replay with chain check, {Facts:N0} facts", ScoreBoard.Quantile(replays, 0.5), ScoreBoard.Quantile(floors, 0.5), "ms", "≤ 1,000 ms");
    }

    /// <summary>In a process of its own: prints the milliseconds of the replay, then of its floor.</summary>
    public static void Report(string database, Guid id)
    {
        var assembly = new AssemblyId(id);
        using var store = Store.Open(new DataSettings { Folder = Path.GetDirectoryName(database)! });
        var journal = new SqliteJournalStore(store);
        var start = Stopwatch.GetTimestamp();
        var seen = 0;
        Replay.After(new(Proceedings.Before(assembly), Chain.Root(assembly), ImmutableDictionary<MatterId, string>.Empty), journal.Read(assembly, after: 0), _ => seen++);
        Console.WriteLine(Stopwatch.GetElapsedTime(start).TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
        start = Stopwatch.GetTimestamp();
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT payload FROM facts ORDER BY assembly, sequence";
        using var reader = command.ExecuteReader();
        while (reader.Read())
            Chain.Digest((byte[])reader[0]);
        Console.WriteLine(Stopwatch.GetElapsedTime(start).TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
    }
}

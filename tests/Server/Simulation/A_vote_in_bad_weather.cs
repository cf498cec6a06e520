using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Simulation;

/// <summary>
/// A million votes over a network that drops, doubles and delays, on a disk that fails before and after commits, with a server that is killed
/// now and then: nothing acknowledged is lost, nothing doubled, and the newest choice stands. SIMULATION_SEED repeats a run.
/// </summary>
public sealed class A_vote_in_bad_weather(ITestOutputHelper output)
{
    private const int BallotsPerHall = 5;

    private static int Seed => int.TryParse(Environment.GetEnvironmentVariable("SIMULATION_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : Random.Shared.Next();

    private static long CastsWanted => long.TryParse(Environment.GetEnvironmentVariable("SIMULATION_CASTS"), CultureInfo.InvariantCulture, out var casts) ? casts : 1_000_000;

    [Fact]
    public void loses_nothing_doubles_nothing_and_counts_the_newest_choice()
    {
        var (seed, halls) = (Seed, new ConcurrentBag<SimulatedHall>());
        var watch = Stopwatch.StartNew();
        // Halls are independent, each found again by its own seed: two are held at once.
        Parallel.For(0, 2, hand =>
        {
            for (var next = seed + hand; halls.Sum(hall => hall.Casts) < CastsWanted; next += 2)
            {
                try
                {
                    var hall = new SimulatedHall(next, Faults.Many);
                    hall.Hold(BallotsPerHall);
                    halls.Add(hall);
                }
                catch (Exception fault)
                {
                    throw new InvalidOperationException($"SIMULATION_SEED={next.ToString(CultureInfo.InvariantCulture)}: {fault.Message}", fault);
                }
            }
        });
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"seed {seed}: {halls.Sum(hall => hall.Casts)} votes in {halls.Count * BallotsPerHall} ballots, {halls.Sum(hall => hall.Acknowledged)} heard as counted, {halls.Sum(hall => hall.Retries)} repeated, {halls.Sum(hall => hall.FailedCommits)} told to wait, {halls.Sum(hall => hall.Kills)} kills, {watch.Elapsed.TotalSeconds:F1} s"));
        // The weather was bad indeed.
        Assert.All(halls, hall => Assert.True(hall is { FailedCommits: > 0, Retries: > 0 }));
        Assert.True(halls.Sum(hall => hall.Kills) > halls.Count);
    }

    [Fact]
    public void is_the_same_for_the_same_seed()
    {
        long[] Once()
        {
            var hall = new SimulatedHall(7, Faults.Many);
            hall.Hold(1);
            return [hall.Casts, hall.Acknowledged, hall.Retries, hall.FailedCommits, hall.Kills];
        }
        Assert.Equal(Once(), Once());
    }
}

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
        var (seed, casts, acknowledged, retries, failed, kills, halls) = (Seed, 0L, 0L, 0L, 0L, 0, 0);
        var watch = Stopwatch.StartNew();
        // Halls are independent, so that two can be held at once and a faulty one is found again by its own seed.
        for (var next = seed; casts < CastsWanted; next++)
        {
            try
            {
                var hall = new SimulatedHall(next, Faults.Many);
                hall.Hold(BallotsPerHall);
                casts += hall.Casts;
                acknowledged += hall.Acknowledged;
                retries += hall.Retries;
                failed += hall.FailedCommits;
                kills += hall.Kills;
                halls++;
            }
            catch (Exception fault)
            {
                throw new InvalidOperationException($"SIMULATION_SEED={next.ToString(CultureInfo.InvariantCulture)}: {fault.Message}", fault);
            }
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"seed {seed}: {casts} votes in {halls * BallotsPerHall} ballots, {acknowledged} heard as counted, {retries} repeated, {failed} told to wait, {kills} kills, {watch.Elapsed.TotalSeconds:F1} s"));
        Assert.True(failed > 0 && retries > 0 && kills > halls);
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

using System.Diagnostics.Metrics;

namespace Ifmsa.Assembly.Server.Hosting;

/// <summary>What is measured while a plenary runs; numbers only, nothing of people or votes.</summary>
public static class Meters
{
    private static readonly Meter Source = new(TelemetrySettings.Meter);

    private static long _connections;
    private static Func<int> _queued = () => 0;

    static Meters()
    {
        Source.CreateObservableGauge("floor.connections", () => Interlocked.Read(ref _connections), "{connection}");
        Source.CreateObservableGauge("floor.queue", () => _queued(), "{command}");
    }

    /// <summary>Commands a group commit took.</summary>
    public static Histogram<int> Batch { get; } = Source.CreateHistogram<int>("floor.batch", "{command}");

    /// <summary>Time of a group commit, from the first decision to the disk.</summary>
    public static Histogram<double> CommitTime { get; } = Source.CreateHistogram<double>("floor.commit.time", "ms");

    /// <summary>Time from a commit to the last board handed to the connections.</summary>
    public static Histogram<double> PublishLag { get; } = Source.CreateHistogram<double>("floor.publish.lag", "ms");

    /// <summary>Refusals by code.</summary>
    public static Counter<int> Refusals { get; } = Source.CreateCounter<int>("floor.refusals", "{refusal}");

    /// <summary>Connections dropped for being behind.</summary>
    public static Counter<int> Dropped { get; } = Source.CreateCounter<int>("floor.connections.dropped", "{connection}");

    /// <summary>A connection came or went.</summary>
    public static void Connection(int change) => Interlocked.Add(ref _connections, change);

    /// <summary>Where the number of waiting commands is read.</summary>
    public static void WatchQueue(Func<int> queued) => _queued = queued;
}

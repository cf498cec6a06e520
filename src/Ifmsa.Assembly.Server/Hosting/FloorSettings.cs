namespace Ifmsa.Assembly.Server.Hosting;

/// <summary>How much the floor of one assembly takes at once.</summary>
public sealed record FloorSettings
{
    /// <summary>Commands that may wait for one assembly's writer; beyond it a caller hears <c>floor.busy</c> and tries again.</summary>
    [Setting("commands", 100, 1_000_000)]
    public int QueueLength { get; init; } = 10_000;

    /// <summary>Commands decided and committed together at most.</summary>
    [Setting("commands", 1, 10_000)]
    public int BatchLength { get; init; } = 1_000;

    /// <summary>The shortest time between two publications of the same board.</summary>
    [Setting("milliseconds", 5, 5_000)]
    public int PublishIntervalMilliseconds { get; init; } = 50;

    /// <summary>How far behind a connection may be before it is dropped, to come back to whole boards.</summary>
    [Setting("seconds", 1, 60)]
    public int SlowConnectionSeconds { get; init; } = 5;

    /// <summary>Commands a device may send in the long run; per device, never per address, since a whole hall shares one.</summary>
    [Setting("commands a second", 1, 10_000)]
    public int CommandsPerSecond { get; init; } = 10;

    /// <summary>Commands a device may send at once.</summary>
    [Setting("commands", 1, 100_000)]
    public int CommandBurst { get; init; } = 100;

    /// <summary>Connections a device may have at once: tabs, and those a phone has lost and the server has not yet.</summary>
    [Setting("connections", 2, 20_000)]
    public int ConnectionsPerDevice { get; init; } = 32;

    /// <summary>The longest command.</summary>
    [Setting("bytes", 1_024, 1_048_576)]
    public int MaxCommandBytes { get; init; } = 32 * 1_024;
}

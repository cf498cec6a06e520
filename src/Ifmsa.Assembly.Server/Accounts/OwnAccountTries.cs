using System.Collections.Concurrent;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Server.Accounts;

/// <summary>How often a device may try to set its own name and password: ten times at once, then once in five seconds.</summary>
public sealed class OwnAccountTries(TimeProvider time)
{
    private const int DevicesRemembered = 10_000;

    private readonly ConcurrentDictionary<DeviceId, Bucket> _byDevice = new();

    /// <summary>The tries of a device.</summary>
    public Bucket Of(DeviceId device)
    {
        if (_byDevice.Count >= DevicesRemembered)
            _byDevice.Clear();
        return _byDevice.GetOrAdd(device, _ => new Bucket(capacity: 10, perSecond: 0.2, time));
    }
}

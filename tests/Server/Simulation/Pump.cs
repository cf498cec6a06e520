namespace Ifmsa.Assembly.Server.Tests.Simulation;

/// <summary>Runs what was started under it on the one thread that pumps, in order: so a simulation of the writer's loop is the same for the same seed.</summary>
internal sealed class Pump : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _waiting = new();

    public override void Post(SendOrPostCallback d, object? state) => _waiting.Enqueue((d, state));

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException();

    /// <summary>Starts something under the pump.</summary>
    public T Start<T>(Func<T> start)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            return start();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    /// <summary>Runs all that waits, and what comes of it.</summary>
    public void Run() => Start(() =>
    {
        while (_waiting.TryDequeue(out var work))
            work.Callback(work.State);
        return 0;
    });
}

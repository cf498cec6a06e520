namespace Ifmsa.Assembly.Server.Documents;

/// <summary>
/// Keeps one worker of the press standing by and replaces it when it dies or exceeds the limit. Called by the loop of
/// <see cref="Press"/> alone; <see cref="Health"/> and <see cref="WorkerId"/> are read from any thread.
/// </summary>
internal sealed class StandingWorker(PressSettings settings, TimeProvider clock, ILogger logger) : IAsyncDisposable
{
    private volatile PressWorker? worker;
    private volatile string health = "ok"; // nothing is known to be wrong

    public string Health => health;

    public int? WorkerId => worker?.Id;

    /// <summary>Completes when the worker dies or, where none could start, when it is time to try again.</summary>
    public async Task UntilNeededAsync(CancellationToken cancellation) =>
        await (worker is { } standing ? standing.Exited.WaitAsync(cancellation) : Task.Delay(settings.Retry, clock, cancellation));

    /// <summary>Puts a worker in place where none is or a dead one; failing to is told by <see cref="Health"/>.</summary>
    public async Task StandByAsync(CancellationToken stopping)
    {
        if (worker is { Exited.IsCompleted: true } dead)
        {
            PressLog.Stopped(logger, await dead.FarewellAsync());
            await DisposeAsync();
        }
        if (worker is null)
            await StartAsync(stopping);
    }

    /// <summary>A worker may die for no fault of the paper it holds, so a paper gets a second worker, and no third.</summary>
    public async Task<Print> PrintAsync(Template template, byte[] data, CancellationToken stopping)
    {
        var first = await OnceAsync(template, data, stopping);
        return first is PressFailure { Fault: PressFault.Down } && worker is not null ? await OnceAsync(template, data, stopping) : first;
    }

    public async ValueTask DisposeAsync()
    {
        if (worker is { } old)
        {
            worker = null;
            await old.DisposeAsync();
        }
    }

    private async Task<Print> OnceAsync(Template template, byte[] data, CancellationToken stopping)
    {
        await StandByAsync(stopping);
        if (worker is not { } ready)
            return new PressFailure(PressFault.Down, health);

        using var limit = new CancellationTokenSource(settings.Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stopping);
        PressFailure failure;
        try
        {
            return await ready.RenderAsync(template, data, either.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            failure = new(PressFault.TooSlow, $"{template.Name}.typ took longer than {settings.Limit.TotalSeconds:0} s");
        }
        catch (Exception death) when (death is not OperationCanceledException)
        {
            // Whatever it was, the meeting goes on, and so do the other papers.
            failure = new(PressFault.Down, $"the press stopped while it printed: {death.Message}");
        }
        // The compiler cannot be interrupted, only ended.
        PressLog.Stopped(logger, failure.Reason);
        await DisposeAsync();
        await StartAsync(stopping);
        return failure;
    }

    private async Task StartAsync(CancellationToken stopping)
    {
        var started = clock.GetTimestamp();
        using var limit = new CancellationTokenSource(settings.Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stopping);
        try
        {
            (worker, var version) = await PressWorker.StartAsync(settings, either.Token);
            health = "ok";
            PressLog.Ready(logger, version, worker.Id, clock.GetElapsedTime(started).TotalMilliseconds);
            return;
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            health = $"the worker gave no sign of life within {settings.Limit.TotalSeconds:0} s";
        }
        catch (Exception reason) when (reason is not OperationCanceledException)
        {
            // Whatever it is, everything but papers works without the press.
            health = reason.Message;
        }
        PressLog.CannotStart(logger, health);
    }
}

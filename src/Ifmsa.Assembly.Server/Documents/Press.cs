using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.Channels;

namespace Ifmsa.Assembly.Server.Documents;

/// <summary>
/// Keeps one worker process alive and feeds it papers, one after the other. A worker that dies or exceeds the limit is replaced; the
/// paper it had is lost, the others wait.
/// </summary>
public sealed class Press(PressSettings settings, TimeProvider clock, ILogger<Press> logger) : BackgroundService, IPress, IAsyncDisposable
{
    private const string Stopping = "the server is stopping";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        // The JSON goes into a pipe, never into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly Channel<Order> orders = Channel.CreateBounded<Order>(new BoundedChannelOptions(settings.Queue)
    {
        SingleReader = true,
        FullMode = BoundedChannelFullMode.Wait, // TryWrite then says no instead of dropping somebody's paper
    });

    private volatile PressWorker? worker; // written by the loop, read by WorkerId
    private volatile string health = "ok"; // nothing is known to be wrong

    /// <inheritdoc/>
    public string Health => health;

    /// <summary>The worker's process id, for operators; absent while none runs.</summary>
    public int? WorkerId => worker?.Id;

    /// <inheritdoc/>
    public async Task<Print> RenderAsync(Template template, object data, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(data);
        var order = new Order(template, JsonSerializer.SerializeToUtf8Bytes(data, data.GetType(), Json), cancellation);
        if (!orders.Writer.TryWrite(order))
        {
            if (orders.Reader.Completion.IsCompleted || ExecuteTask is { IsCompleted: true })
                return new PressFailure(PressFault.Down, Stopping);
            PressLog.Busy(logger, template.Name, settings.Queue);
            return new PressFailure(PressFault.Busy, $"{settings.Queue} papers are waiting already");
        }
        return await order.Done.Task.WaitAsync(cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // the server does not wait for the fonts
        try
        {
            await TryStartAsync(stoppingToken);
            while (await NextAsync(stoppingToken) is { } order)
                await PrintAsync(order, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
        finally
        {
            await DropWorkerAsync();
            orders.Writer.TryComplete();
            while (orders.Reader.TryRead(out var left))
                left.Done.TrySetResult(new PressFailure(PressFault.Down, Stopping));
        }
    }

    // The next order; meanwhile a worker that died is replaced, and one that could not start is tried again now and then.
    private async Task<Order?> NextAsync(CancellationToken stopping)
    {
        var arrival = orders.Reader.WaitToReadAsync(stopping).AsTask();
        while (!arrival.IsCompleted)
        {
            if (worker is { } alive)
            {
                await Task.WhenAny(arrival, alive.Exited);
                if (!alive.Exited.IsCompleted || stopping.IsCancellationRequested)
                    continue;
                Failed(await alive.FarewellAsync());
                await DropWorkerAsync();
                await TryStartAsync(stopping);
            }
            else
            {
                using var woken = CancellationTokenSource.CreateLinkedTokenSource(stopping);
                await Task.WhenAny(arrival, Task.Delay(settings.Retry, clock, woken.Token));
                await woken.CancelAsync();
                if (!arrival.IsCompleted)
                    await TryStartAsync(stopping);
            }
        }
        return await arrival && orders.Reader.TryRead(out var order) ? order : null;
    }

    private async Task PrintAsync(Order order, CancellationToken stopping)
    {
        if (order.Cancellation.IsCancellationRequested)
        {
            order.Done.TrySetCanceled(order.Cancellation);
            return;
        }
        var started = clock.GetTimestamp();
        Print print;
        try
        {
            print = await AttemptAsync(order, stopping);
        }
        catch (OperationCanceledException)
        {
            order.Done.TrySetResult(new PressFailure(PressFault.Down, Stopping));
            throw;
        }
        catch (Exception unforeseen)
        {
            // Whatever it was, the meeting goes on, and so do the other papers.
            Failed(unforeseen.Message);
            await DropWorkerAsync();
            print = new PressFailure(PressFault.Down, unforeseen.Message);
        }
        var milliseconds = clock.GetElapsedTime(started).TotalMilliseconds;
        if (print is PrintedPaper paper)
            PressLog.Printed(logger, order.Template.Name, paper.Pdf.Length, milliseconds);
        else if (print is PressFailure failure)
            PressLog.NotPrinted(logger, order.Template.Name, failure.Fault, milliseconds);
        order.Done.TrySetResult(print);
    }

    // A worker may die for no fault of the paper it holds, so a paper gets a second worker, and no third.
    private async Task<Print> AttemptAsync(Order order, CancellationToken stopping)
    {
        var first = await OnceAsync(order, stopping);
        return first is PressFailure { Fault: PressFault.Down } && worker is not null ? await OnceAsync(order, stopping) : first;
    }

    private async Task<Print> OnceAsync(Order order, CancellationToken stopping)
    {
        if (worker is { Exited.IsCompleted: true })
            await DropWorkerAsync();
        if (worker is null)
            await TryStartAsync(stopping);
        if (worker is not { } ready)
            return new PressFailure(PressFault.Down, Health);

        using var limit = new CancellationTokenSource(settings.Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stopping);
        try
        {
            return await ready.RenderAsync(order.Template, order.Data, either.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // The compiler cannot be interrupted, only ended.
            await DropWorkerAsync();
            await TryStartAsync(stopping);
            return new PressFailure(PressFault.TooSlow, $"{order.Template.Name}.typ took longer than {settings.Limit.TotalSeconds:0} s");
        }
        catch (PressIsDownException down)
        {
            Failed(down.Message);
            await DropWorkerAsync();
            await TryStartAsync(stopping);
            return new PressFailure(PressFault.Down, $"the press stopped while it printed: {down.Message}");
        }
    }

    private async Task TryStartAsync(CancellationToken stopping)
    {
        var started = clock.GetTimestamp();
        using var limit = new CancellationTokenSource(settings.Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stopping);
        try
        {
            (worker, var version) = await PressWorker.StartAsync(settings, either.Token);
            health = "ok";
            PressLog.Ready(logger, version, worker.Id, clock.GetElapsedTime(started).TotalMilliseconds);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            health = $"the worker gave no sign of life within {settings.Limit.TotalSeconds:0} s";
            PressLog.CannotStart(logger, health);
        }
        catch (Exception reason) when (reason is not OperationCanceledException)
        {
            // Whatever it is, everything but papers works without the press.
            health = reason.Message;
            PressLog.CannotStart(logger, health);
        }
    }

    private void Failed(string reason)
    {
        health = reason;
        PressLog.Stopped(logger, reason);
    }

    private async Task DropWorkerAsync()
    {
        if (worker is { } old)
        {
            worker = null;
            await old.DisposeAsync();
        }
    }

    private sealed record Order(Template Template, byte[] Data, CancellationToken Cancellation)
    {
        public TaskCompletionSource<Print> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.Channels;

namespace Ifmsa.Assembly.Server.Documents;

/// <summary>
/// The queue of papers: printed one after the other by a worker process; where there are too many, the next is refused.
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

    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, TemplateFault> faults = new(StringComparer.Ordinal);

    private readonly StandingWorker worker = new(settings, clock, logger);

    /// <inheritdoc/>
    public string Health => worker.Health;

    /// <inheritdoc/>
    public IReadOnlyCollection<TemplateFault> TemplateFaults => [.. faults.Values.OrderBy(fault => fault.Template, StringComparer.Ordinal)];

    /// <summary>The worker's process id, for operators; absent while none runs.</summary>
    public int? WorkerId => worker.WorkerId;

    /// <inheritdoc/>
    public async Task<Print> RenderAsync(Template template, object data, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(data);
        var order = new Order(template, JsonSerializer.SerializeToUtf8Bytes(data, data.GetType(), Json), cancellation);
        if (!orders.Writer.TryWrite(order))
        {
            if (orders.Reader.Completion.IsCompleted)
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
            await worker.StandByAsync(stoppingToken);
            while (await NextAsync(stoppingToken) is { } order)
                await PrintAsync(order, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
        finally
        {
            await worker.DisposeAsync();
            orders.Writer.TryComplete();
            while (orders.Reader.TryRead(out var left))
                left.Done.TrySetResult(new PressFailure(PressFault.Down, Stopping));
        }
    }

    // Between papers a dead worker is replaced, so that Health is true without anybody asking for a paper.
    private async Task<Order?> NextAsync(CancellationToken stopping)
    {
        var arrival = orders.Reader.WaitToReadAsync(stopping).AsTask();
        while (!arrival.IsCompleted)
        {
            using var arrived = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            await Task.WhenAny(arrival, worker.UntilNeededAsync(arrived.Token));
            await arrived.CancelAsync();
            stopping.ThrowIfCancellationRequested(); // may be seen here before the channel sees it
            if (!arrival.IsCompleted)
                await worker.StandByAsync(stopping);
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
            print = await worker.PrintAsync(order.Template, order.Data, stopping);
        }
        catch (OperationCanceledException)
        {
            order.Done.TrySetResult(new PressFailure(PressFault.Down, Stopping));
            throw;
        }
        var milliseconds = clock.GetElapsedTime(started).TotalMilliseconds;
        if (print is PrintedPaper { TemplateFault: { } fault })
        {
            // In the log the place alone, because the compiler's sentence may quote names; the secretariat reads the whole of it.
            faults[order.Template.Name] = new(order.Template.Name, fault, clock.GetUtcNow());
            PressLog.ShippedUsed(logger, order.Template.Name, fault.Split(": ", 2)[0]);
        }
        else if (print is PrintedPaper)
        {
            faults.TryRemove(order.Template.Name, out _);
        }
        if (print is PrintedPaper paper)
            PressLog.Printed(logger, order.Template.Name, paper.Pdf.Length, milliseconds);
        else if (print is PressFailure failure)
            PressLog.NotPrinted(logger, order.Template.Name, failure.Fault, milliseconds);
        order.Done.TrySetResult(print);
    }

    private sealed record Order(Template Template, byte[] Data, CancellationToken Cancellation)
    {
        public TaskCompletionSource<Print> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Ifmsa.Assembly.Server.Hosting;

/// <summary>Sends the meter's numbers to an OTLP collector, where one is named; nothing of people or votes is among them.</summary>
public sealed class Telemetry(TelemetrySettings settings) : IHostedService, IDisposable
{
    private MeterProvider? _provider;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.Endpoint.Length > 0)
        {
            _provider = Sdk.CreateMeterProviderBuilder()
                .ConfigureResource(resource => resource.AddService("ifmsa-assembly"))
                .AddMeter(TelemetrySettings.Meter, "Microsoft.AspNetCore.Http.Connections", "Microsoft.AspNetCore.Server.Kestrel")
                .AddOtlpExporter((exporter, reader) =>
                {
                    exporter.Endpoint = new(settings.Endpoint);
                    reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = settings.IntervalSeconds * 1_000;
                })
                .Build();
        }
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        // The last numbers before the end; a collector that is gone must not hold up the drain.
        _provider?.Shutdown(timeoutMilliseconds: 2_000);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose() => _provider?.Dispose();
}

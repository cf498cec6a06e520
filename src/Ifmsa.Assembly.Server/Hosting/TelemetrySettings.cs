namespace Ifmsa.Assembly.Server.Hosting;

/// <summary>Where metrics go.</summary>
public sealed record TelemetrySettings
{
    /// <summary>The name of the meter whose numbers are sent.</summary>
    public const string Meter = "Ifmsa.Assembly";

    /// <summary>The OTLP collector's address (gRPC), such as <c>http://127.0.0.1:4317</c>; empty: metrics go nowhere.</summary>
    public string Endpoint { get; init; } = "";

    /// <summary>How often metrics are sent.</summary>
    [Setting("seconds", 1, 3_600)]
    public int IntervalSeconds { get; init; } = 15;

    internal void Check(ICollection<string> faults)
    {
        if (Endpoint.Length > 0 && !(Uri.TryCreate(Endpoint, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            faults.Add($"Telemetry:Endpoint must be an http or https address, or empty; it is \"{Endpoint}\".");
    }
}

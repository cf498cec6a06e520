using System.Net;

namespace Ifmsa.Assembly.Server.Hosting;

/// <summary>How the server is reached; the address itself is <c>Urls</c> (or <c>--urls</c>).</summary>
public sealed record ListenSettings
{
    /// <summary>Where it listens unless told otherwise.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Allows plain HTTP to others than this machine; anybody in the hall could then read and change what passes.</summary>
    public bool PlainHttpBeyondLoopback { get; init; }

    /// <summary>The certificate for https addresses: a PEM or PKCS #12 file.</summary>
    public string Certificate { get; init; } = "";

    /// <summary>The PEM file of the certificate's private key, where the certificate's own file does not hold it.</summary>
    public string CertificateKey { get; init; } = "";

    /// <summary>The password of the PKCS #12 file or of the key.</summary>
    public string CertificatePassword { get; init; } = "";

    /// <summary>Reverse proxies (addresses or networks such as <c>10.0.0.0/8</c>) whose word on the caller's scheme and host is taken.</summary>
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];

    /// <summary>The addresses of an <c>urls</c> setting.</summary>
    public static IReadOnlyList<string> Urls(string? urls) =>
        (string.IsNullOrWhiteSpace(urls) ? DefaultUrl : urls).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Never the password.</summary>
    public override string ToString() => nameof(ListenSettings);

    internal void Check(string? urls, ICollection<string> faults)
    {
        foreach (var url in Urls(urls))
        {
            BindingAddress address;
            try
            {
                address = BindingAddress.Parse(url);
            }
            catch (FormatException)
            {
                faults.Add($"Urls must be addresses such as {DefaultUrl}; one is \"{url}\".");
                continue;
            }
            if (address.Scheme is not ("http" or "https"))
                faults.Add($"Urls must begin with http:// or https://; one is \"{url}\".");
            else if (address.Scheme is "http" && !IsLoopback(address) && !PlainHttpBeyondLoopback)
                faults.Add($"{url} would serve plain HTTP beyond this machine; use https, a reverse proxy, or set Listen:PlainHttpBeyondLoopback to true.");
            else if (address.Scheme is "https" && Certificate.Length == 0)
                faults.Add($"{url} needs a certificate; set Listen:Certificate to its file.");
        }
        foreach (var file in new[] { Certificate, CertificateKey }.Where(file => file.Length > 0 && !File.Exists(file)))
            faults.Add($"The certificate file {file} is not there.");
        foreach (var proxy in TrustedProxies.Where(proxy => !IPAddress.TryParse(proxy, out _) && !IPNetwork.TryParse(proxy, out _)))
            faults.Add($"Listen:TrustedProxies must hold addresses or networks; one is \"{proxy}\".");
    }

    internal static bool IsLoopback(BindingAddress address) =>
        address.IsUnixPipe
        || string.Equals(address.Host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}

using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Ifmsa.Assembly.Server.Hosting;

/// <summary>How the server listens: certificate, limits, hosts and proxies.</summary>
internal static class Listening
{
    private const long LongestBody = 64 * 1_024;

    public static void Configure(KestrelServerOptions kestrel, ListenSettings settings)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = LongestBody;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1_024;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        // A whole hall may come from one address, and comes back at once after a restart.
        kestrel.Limits.MaxConcurrentConnections = 20_000;
        if (settings.Certificate.Length > 0)
            kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = Certificate(settings));
    }

    public static void AddRules(WebApplicationBuilder builder)
    {
        builder.Services.Configure<HostFilteringOptions>(filter => filter.AllowedHosts = Hosts(builder.Configuration));
        builder.Services.AddOptions<ForwardedHeadersOptions>().Configure<ListenSettings>((forwarded, settings) =>
        {
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            forwarded.ForwardedHeaders = settings.TrustedProxies.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            foreach (var proxy in settings.TrustedProxies)
            {
                if (IPAddress.TryParse(proxy, out var address))
                    forwarded.KnownProxies.Add(address);
                else
                    forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            }
        });
    }

    /// <summary>The hosts in AllowedHosts, and those the server is told to listen on by name.</summary>
    public static IList<string> Hosts(IConfiguration configuration)
    {
        var named = (configuration["AllowedHosts"] ?? "localhost;127.0.0.1;[::1]").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var listened = ListenSettings.Urls(configuration["urls"]).Select(url => BindingAddress.Parse(url).Host)
            .Where(host => host.Length > 0 && host is not ("*" or "+" or "0.0.0.0" or "[::]"));
        return [.. named.Concat(listened).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static X509Certificate2 Certificate(ListenSettings settings)
    {
        if (X509Certificate2.GetCertContentType(settings.Certificate) is X509ContentType.Pkcs12)
            return X509CertificateLoader.LoadPkcs12FromFile(settings.Certificate, settings.CertificatePassword);
        var key = settings.CertificateKey.Length > 0 ? settings.CertificateKey : null;
        return settings.CertificatePassword.Length > 0
            ? X509Certificate2.CreateFromEncryptedPemFile(settings.Certificate, settings.CertificatePassword, key)
            : X509Certificate2.CreateFromPemFile(settings.Certificate, key);
    }
}

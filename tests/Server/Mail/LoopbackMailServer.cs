using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Ifmsa.Assembly.Server.Tests.Mail;

/// <summary>What a mail server does at a step besides answering.</summary>
public enum Mood
{
    /// <summary>It takes everything.</summary>
    Kind,

    /// <summary>It hangs up once the last line has come, before it answers.</summary>
    DropsAfterTheLastLine,

    /// <summary>It takes the last line and says nothing.</summary>
    StallsAfterTheLastLine,

    /// <summary>It hangs up in the middle of the message.</summary>
    DropsInTheMessage,

    /// <summary>It says nothing when it is called.</summary>
    StallsAtOnce,

    /// <summary>It says it is closing.</summary>
    Closing,
}

/// <summary>A real mail server on loopback that takes letters, or does what mail servers do on a bad day.</summary>
public sealed class LoopbackMailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private Task _loop = Task.CompletedTask;

    public LoopbackMailServer(bool tls = false)
    {
        if (tls)
            Certificate = Made();
        Start();
    }

    public int Port { get; private set; }

    public Mood Mood { get; set; }

    /// <summary>What it answers when an address is named; null to take it.</summary>
    public Func<string, string?> OnRecipient { get; set; } = _ => null;

    public string? Password { get; set; }

    public string Ways { get; set; } = "PLAIN LOGIN";

    /// <summary>Whether it speaks over a secured line from its first word.</summary>
    public bool SecuredAtOnce { get; init; }

    public X509Certificate2? Certificate { get; }

    /// <summary>Letters taken, whether it said so or not.</summary>
    public ConcurrentQueue<(string To, string Message)> Taken { get; } = new();

    /// <summary>Everything it was told.</summary>
    public ConcurrentQueue<string> Heard { get; } = new();

    public int Connections => _connections;

    private int _connections;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop;
        Certificate?.Dispose();
        _stop.Dispose();
    }

    private void Start()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _loop = AcceptAsync();
    }

    private async Task AcceptAsync()
    {
        var talks = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Interlocked.Increment(ref _connections);
                talks.Add(TalkAsync(client));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                Stream stream = client.GetStream();
                if (Mood == Mood.StallsAtOnce)
                    await Task.Delay(Timeout.Infinite, _stop.Token);
                if (SecuredAtOnce)
                    stream = await SecuredAsync(stream);
                var line = new Reader(stream);
                await SayAsync(stream, Mood == Mood.Closing ? "421 closing" : "220 loopback ready");
                var to = "";
                while (await line.NextAsync(_stop.Token) is { } told)
                {
                    Heard.Enqueue(told);
                    var word = told.Split(' ', ':')[0].ToUpperInvariant();
                    if (word == "QUIT")
                    {
                        await SayAsync(stream, "221 bye");
                        return;
                    }
                    if (word == "STARTTLS")
                    {
                        await SayAsync(stream, "220 go on");
                        stream = await SecuredAsync(stream);
                        line = new Reader(stream);
                        continue;
                    }
                    if (word == "DATA")
                    {
                        await SayAsync(stream, "354 go on");
                        if (!await TakeAsync(stream, line, to))
                            return;
                        continue;
                    }
                    if (word == "RCPT")
                        to = told[(told.IndexOf('<', StringComparison.Ordinal) + 1)..told.IndexOf('>', StringComparison.Ordinal)];
                    await SayAsync(stream, word switch
                    {
                        "EHLO" => $"250-loopback\r\n{(Certificate is not null && stream is not SslStream ? "250-STARTTLS\r\n" : "")}{(Password is null ? "" : $"250-AUTH {Ways}\r\n")}250 SIZE 10000000",
                        "AUTH" => await SignedInAsync(stream, line, told) ? "235 welcome" : "535 wrong name or password",
                        "RCPT" => OnRecipient(to) ?? "250 ok",
                        "MAIL" or "RSET" => "250 ok",
                        _ => "500 what?",
                    });
                }
            }
            catch (Exception end) when (end is IOException or OperationCanceledException or ObjectDisposedException or SocketException or System.Security.Authentication.AuthenticationException)
            {
                // The other side has gone, or the test is over.
            }
        }
    }

    private async Task<Stream> SecuredAsync(Stream stream)
    {
        var secured = new SslStream(stream);
        await secured.AuthenticateAsServerAsync(Certificate!);
        return secured;
    }

    private async Task<bool> TakeAsync(Stream stream, Reader line, string to)
    {
        var message = new StringBuilder();
        while (await line.NextAsync(_stop.Token) is { } part)
        {
            if (Mood == Mood.DropsInTheMessage && message.Length > 0)
                return false;
            if (part == ".")
            {
                Taken.Enqueue((to, message.ToString()));
                if (Mood == Mood.DropsAfterTheLastLine)
                    return false;
                if (Mood == Mood.StallsAfterTheLastLine)
                    await Task.Delay(Timeout.Infinite, _stop.Token);
                await SayAsync(stream, "250 taken");
                return true;
            }
            message.Append(part.StartsWith('.') ? part[1..] : part).Append("\r\n");
        }
        return false;
    }

    private async Task<bool> SignedInAsync(Stream stream, Reader line, string told)
    {
        if (told.StartsWith("AUTH PLAIN ", StringComparison.Ordinal))
            return Encoding.UTF8.GetString(Convert.FromBase64String(told[11..])) == $"\0office\0{Password}";
        await SayAsync(stream, "334 VXNlcm5hbWU6");
        var name = Encoding.UTF8.GetString(Convert.FromBase64String((await line.NextAsync(_stop.Token))!));
        await SayAsync(stream, "334 UGFzc3dvcmQ6");
        return (name, Encoding.UTF8.GetString(Convert.FromBase64String((await line.NextAsync(_stop.Token))!))) == ("office", Password);
    }

    private static async Task SayAsync(Stream stream, string words)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(words + "\r\n"));
        await stream.FlushAsync();
    }

    private static X509Certificate2 Made()
    {
        using var key = RSA.Create(2048);
        var asked = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = asked.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), password: null);
    }

    private sealed class Reader(Stream stream)
    {
        private readonly byte[] _bytes = new byte[8_192];
        private int _from, _to;

        public async Task<string?> NextAsync(CancellationToken cancellation)
        {
            var line = new List<byte>();
            while (true)
            {
                if (_from == _to)
                {
                    (_from, _to) = (0, await stream.ReadAsync(_bytes, cancellation));
                    if (_to == 0)
                        return null;
                }
                var sign = _bytes[_from++];
                if (sign == '\n')
                    return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
                line.Add(sign);
            }
        }
    }
}

using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Ifmsa.Assembly.Server.Mail;

/// <summary>What became of a letter.</summary>
public abstract record Delivery
{
    private protected Delivery()
    {
    }
}

/// <summary>The server has taken it.</summary>
public sealed record Taken : Delivery;

/// <summary>The server will not take it, now or later.</summary>
public sealed record Declined(string Reason) : Delivery;

/// <summary>The server did not take it, and may later.</summary>
public sealed record PutOff(string Reason) : Delivery;

/// <summary>The letter is not to be sent any more; the server has none of it.</summary>
public sealed record Withdrawn : Delivery;

/// <summary>The connection broke after the last line and before the answer: the letter may have been taken, and only its reader knows.</summary>
public sealed record FateUnknown(string Reason) : Delivery;

/// <summary>The mail server cannot be talked to at all, whatever the letter; the message is one sentence for the secretariat.</summary>
public sealed class MailServerException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// A conversation with a mail server (RFC 5321, 3207, 4954), one command at a time, so that it is known at which step it broke. One thread.
/// </summary>
public sealed class SmtpConversation : IAsyncDisposable
{
    private const int LongestLine = 2_000;
    private const int MostLines = 100;
    private readonly MailSettings _settings;
    private readonly TcpClient _client;
    private readonly byte[] _read = new byte[4_096];
    private Stream _stream;
    private int _from, _to;

    private SmtpConversation(MailSettings settings, TcpClient client)
    {
        (_settings, _client) = (settings, client);
        _stream = client.GetStream();
    }

    /// <summary>Whether the next letter can go over the same connection.</summary>
    public bool IsOpen { get; private set; } = true;

    private TimeSpan Silence => TimeSpan.FromSeconds(_settings.SilenceSeconds);

    /// <summary>Connects, greets, secures the line and signs in.</summary>
    /// <param name="settings">Which server, and how.</param>
    /// <param name="trust">Whom to trust beyond those the machine trusts; null for nobody.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="MailServerException">The server is not there, does not greet, or does not let us in.</exception>
    public static async Task<SmtpConversation> OpenAsync(MailSettings settings, RemoteCertificateValidationCallback? trust, CancellationToken cancellation)
    {
        var client = new TcpClient();
        try
        {
            using (var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation))
            {
                patience.CancelAfter(TimeSpan.FromSeconds(settings.SilenceSeconds));
                await client.ConnectAsync(settings.Host, settings.Port, patience.Token);
            }
            client.NoDelay = true;
            var talk = new SmtpConversation(settings, client);
            if (settings.Security == "implicit")
                await talk.SecureAsync(trust, cancellation);
            await talk.BeginAsync(trust, cancellation);
            return talk;
        }
        catch (Exception fault) when (fault is not MailServerException && !cancellation.IsCancellationRequested)
        {
            client.Dispose();
            throw new MailServerException($"{settings.Host}:{settings.Port.ToString(CultureInfo.InvariantCulture)} cannot be talked to: {(fault is OperationCanceledException ? "it was silent" : Clean(fault.Message))}", fault);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>Hands a letter over.</summary>
    /// <param name="from">Where it comes from.</param>
    /// <param name="to">Where it goes.</param>
    /// <param name="message">As <see cref="WireLetter"/> writes it.</param>
    /// <param name="handing">Done before its first word goes out: from here on, a crash of this server leaves its fate unknown. False keeps it here.</param>
    /// <param name="cancellation">Gives up, as when the server is silent.</param>
    public async Task<Delivery> SendAsync(string from, string to, byte[] message, Func<Task<bool>> handing, CancellationToken cancellation)
    {
        var (step, ended) = ("MAIL", false);
        try
        {
            var answer = await AskAsync($"MAIL FROM:<{from}>", cancellation);
            if (answer.Code == 250)
                (step, answer) = ("RCPT", await AskAsync($"RCPT TO:<{to}>", cancellation));
            if (answer.Code is not (250 or 251))
                return await RefusedAsync(step, answer, cancellation);
            if (!await handing())
            {
                if ((await AskAsync("RSET", cancellation)).Code != 250)
                    IsOpen = false;
                return new Withdrawn();
            }
            (step, answer) = ("DATA", await AskAsync("DATA", cancellation));
            if (answer.Code != 354)
                return await RefusedAsync(step, answer, cancellation);
            await WriteAsync(Stuffed(message), cancellation);
            // Nothing that fails from here on says whether the letter was taken.
            ended = true;
            await WriteAsync(".\r\n"u8.ToArray(), cancellation);
            answer = await AnswerAsync(cancellation);
            return answer.Code is >= 200 and < 300 ? new Taken() : answer.Code >= 500 ? new Declined($"DATA: {answer}") : new PutOff($"DATA: {answer}");
        }
        catch (Exception fault) when (fault is IOException or SocketException or OperationCanceledException or MailServerException or ObjectDisposedException)
        {
            IsOpen = false;
            var reason = $"{step}: {(fault is OperationCanceledException ? "the server was silent" : Clean(fault.Message))}";
            return ended ? new FateUnknown(reason) : new PutOff(reason);
        }
    }

    /// <summary>Says good-bye, where the other side still listens.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (IsOpen)
                await AskAsync("QUIT", CancellationToken.None);
        }
        catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException or MailServerException or ObjectDisposedException)
        {
            // It went first.
        }
        await _stream.DisposeAsync();
        _client.Dispose();
    }

    /// <summary>A point at the beginning of a line is doubled (RFC 5321, 4.5.2); the message ends with a line's end.</summary>
    internal static byte[] Stuffed(byte[] message)
    {
        var stuffed = new MemoryStream(message.Length + 64);
        var begins = true;
        foreach (var sign in message)
        {
            if (begins && sign == '.')
                stuffed.WriteByte((byte)'.');
            stuffed.WriteByte(sign);
            begins = sign == '\n';
        }
        if (!begins)
            stuffed.Write("\r\n"u8);
        return stuffed.ToArray();
    }

    private async Task BeginAsync(RemoteCertificateValidationCallback? trust, CancellationToken cancellation)
    {
        Expect(await AnswerAsync(cancellation), 220, "the greeting");
        var can = Expect(await AskAsync("EHLO " + Self, cancellation), 250, "EHLO");
        if (_settings.Security == "starttls")
        {
            if (!can.Offers("STARTTLS"))
                throw new MailServerException($"{_settings.Host} offers no STARTTLS, and Mail:Security asks for it");
            Expect(await AskAsync("STARTTLS", cancellation), 220, "STARTTLS");
            // What came before the line was secured is nobody's word.
            if (_from != _to)
                throw new MailServerException($"{_settings.Host} spoke on before the line was secured");
            await SecureAsync(trust, cancellation);
            can = Expect(await AskAsync("EHLO " + Self, cancellation), 250, "EHLO");
        }
        if (_settings.User.Length > 0)
            await SignInAsync(can, cancellation);
    }

    private async Task SignInAsync(Answer can, CancellationToken cancellation)
    {
        var ways = can.Lines.Where(line => line.StartsWith("AUTH ", StringComparison.OrdinalIgnoreCase)).SelectMany(line => line[5..].Split(' ')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (ways.Contains("PLAIN"))
        {
            Expect(await AskAsync("AUTH PLAIN " + Base64($"\0{_settings.User}\0{_settings.Password}"), cancellation), 235, "signing in");
        }
        else if (ways.Contains("LOGIN"))
        {
            Expect(await AskAsync("AUTH LOGIN", cancellation), 334, "signing in");
            Expect(await AskAsync(Base64(_settings.User), cancellation), 334, "signing in");
            Expect(await AskAsync(Base64(_settings.Password), cancellation), 235, "signing in");
        }
        else
        {
            throw new MailServerException($"{_settings.Host} offers neither PLAIN nor LOGIN to sign in");
        }
    }

    private async Task SecureAsync(RemoteCertificateValidationCallback? trust, CancellationToken cancellation)
    {
        var secured = new SslStream(_stream, leaveInnerStreamOpen: false, trust);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Silence);
        await secured.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = _settings.Host }, patience.Token);
        _stream = secured;
    }

    private async Task<Delivery> RefusedAsync(string step, Answer answer, CancellationToken cancellation)
    {
        if ((await AskAsync("RSET", cancellation)).Code != 250)
            IsOpen = false;
        // 421: the server closes the line, whatever the letter.
        return answer.Code is >= 500 and < 600 ? new Declined($"{step}: {answer}") : new PutOff($"{step}: {answer}");
    }

    private async Task<Answer> AskAsync(string command, CancellationToken cancellation)
    {
        await WriteAsync(Encoding.UTF8.GetBytes(command + "\r\n"), cancellation);
        return await AnswerAsync(cancellation);
    }

    private async Task WriteAsync(byte[] bytes, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Silence);
        await _stream.WriteAsync(bytes, patience.Token);
        await _stream.FlushAsync(patience.Token);
    }

    private async Task<Answer> AnswerAsync(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Silence);
        var lines = new List<string>();
        while (lines.Count < MostLines)
        {
            var line = await LineAsync(patience.Token);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code) || (line.Length > 3 && line[3] is not (' ' or '-')))
                throw new MailServerException("the server said something that is no answer");
            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] == ' ')
                return new(code, lines);
        }
        throw new MailServerException("the server's answer does not end");
    }

    private async Task<string> LineAsync(CancellationToken cancellation)
    {
        var line = new List<byte>();
        while (true)
        {
            if (_from == _to)
            {
                (_from, _to) = (0, await _stream.ReadAsync(_read, cancellation));
                if (_to == 0)
                    throw new IOException("the server hung up");
            }
            var sign = _read[_from++];
            if (sign == '\n')
                return Encoding.Latin1.GetString([.. line]).TrimEnd('\r');
            line.Add(sign);
            if (line.Count > LongestLine)
                throw new MailServerException("the server's line does not end");
        }
    }

    private Answer Expect(Answer answer, int code, string at) =>
        answer.Code == code ? answer : throw new MailServerException($"{_settings.Host} answered {at} with {answer}");

    private string Self => _client.Client.LocalEndPoint is System.Net.IPEndPoint { Address: var own } ? own.AddressFamily == AddressFamily.InterNetworkV6 ? $"[IPv6:{own}]" : $"[{own}]" : "[127.0.0.1]";

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    /// <summary>What a server says is shown to the secretariat: on one line, and no longer than that.</summary>
    private static string Clean(string words) => string.Concat(words.Select(sign => char.IsControl(sign) ? ' ' : sign)) is var line && line.Length > 300 ? line[..300] + "…" : line;

    private sealed record Answer(int Code, IReadOnlyList<string> Lines)
    {
        public bool Offers(string keyword) => Lines.Any(line => line.Split(' ')[0].Equals(keyword, StringComparison.OrdinalIgnoreCase));

        public override string ToString() => Clean(string.Create(CultureInfo.InvariantCulture, $"{Code} {string.Join(' ', Lines)}"));
    }
}

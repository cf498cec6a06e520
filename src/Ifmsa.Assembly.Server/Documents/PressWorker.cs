using System.Buffers.Binary;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Ifmsa.Assembly.Server.Documents;

/// <summary>One process of the press and the frames that go to and from it; used by one task at a time.</summary>
internal sealed class PressWorker : IAsyncDisposable
{
    private const int LargestFrame = 512 * 1024 * 1024; // bytes; more is not a paper but a broken stream

    private readonly Process process;
    private readonly Task<string> complaints;

    private PressWorker(Process process)
    {
        this.process = process;
        Id = process.Id;
        complaints = LastLineAsync(process.StandardError);
        Exited = process.WaitForExitAsync(CancellationToken.None);
    }

    public int Id { get; }

    public Task Exited { get; }

    /// <summary>Starts a process and waits for its first word.</summary>
    /// <exception cref="PressIsDownException">It cannot start; the message says why.</exception>
    public static async Task<(PressWorker Worker, string Version)> StartAsync(PressSettings settings, CancellationToken cancellation)
    {
        var worker = new PressWorker(Launch(settings));
        try
        {
            await worker.ReadAsync(cancellation); // "ready"
            return (worker, Encoding.UTF8.GetString(await worker.ReadAsync(cancellation)));
        }
        catch
        {
            await worker.DisposeAsync();
            throw;
        }
    }

    /// <summary>Renders one paper: the PDF, or the worker's sentence that says why not.</summary>
    /// <exception cref="PressIsDownException">The process ended meanwhile.</exception>
    public async Task<Print> RenderAsync(Template template, byte[] data, CancellationToken cancellation)
    {
        try
        {
            var input = process.StandardInput.BaseStream;
            await WriteAsync(input, Encoding.UTF8.GetBytes(template.Name), cancellation);
            await WriteAsync(input, Encoding.UTF8.GetBytes(template.Standard), cancellation);
            await WriteAsync(input, Encoding.UTF8.GetBytes(template.Exact ? "exact" : "marked"), cancellation);
            await WriteAsync(input, data, cancellation);
            await input.FlushAsync(cancellation);
        }
        catch (IOException)
        {
            throw await DownAsync();
        }
        var kind = Encoding.UTF8.GetString(await ReadAsync(cancellation));
        var body = await ReadAsync(cancellation);
        if (kind.Split('\n', 2) is ["pdf", var fault])
            return new PrintedPaper(body) { TemplateFault = fault };
        return kind == "pdf" ? new PrintedPaper(body) : new PressFailure(PressFault.Template, Encoding.UTF8.GetString(body));
    }

    /// <summary>What the process said last on its way out.</summary>
    public async Task<string> FarewellAsync()
    {
        await Exited;
        var line = await complaints;
        return line.Length > 0 ? line : $"the process ended with code {process.ExitCode}";
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            process.Kill();
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception)
        {
            // It ended by itself, which is as good.
        }
        await Exited;
        await complaints;
        process.Dispose();
    }

    private static Process Launch(PressSettings settings)
    {
        var script = Path.Combine(Path.GetFullPath(settings.Worker), "worker.mjs");
        if (!File.Exists(script))
            throw new PressIsDownException($"there is no worker at {script}");
        var start = new ProcessStartInfo(settings.Node, [script, Path.GetFullPath(settings.Templates), Path.GetFullPath(settings.Shipped)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        // The server's environment may hold secrets; the worker needs none of it but the way to its programs.
        foreach (var name in start.Environment.Keys.Except(["PATH", "SystemRoot", "TEMP", "TMP"], StringComparer.OrdinalIgnoreCase).ToList())
            start.Environment.Remove(name);
        try
        {
            return Process.Start(start) ?? throw new PressIsDownException($"{settings.Node} did not start");
        }
        catch (Win32Exception missing)
        {
            throw new PressIsDownException($"{settings.Node} cannot be run ({missing.Message}); install Node 20.19 or later, or set Press:Node", missing);
        }
    }

    private static async Task WriteAsync(Stream stream, byte[] frame, CancellationToken cancellation)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, frame.Length);
        await stream.WriteAsync(length, cancellation);
        await stream.WriteAsync(frame, cancellation);
    }

    private async Task<byte[]> ReadAsync(CancellationToken cancellation)
    {
        var output = process.StandardOutput.BaseStream;
        try
        {
            var length = new byte[4];
            await output.ReadExactlyAsync(length, cancellation);
            var size = BinaryPrimitives.ReadInt32BigEndian(length);
            if (size is < 0 or > LargestFrame)
                throw new PressIsDownException("the worker said something that is not a frame");
            var frame = new byte[size];
            await output.ReadExactlyAsync(frame, cancellation);
            return frame;
        }
        catch (IOException)
        {
            throw await DownAsync();
        }
    }

    private async Task<PressIsDownException> DownAsync() => new(await FarewellAsync());

    private static async Task<string> LastLineAsync(StreamReader reader)
    {
        var last = "";
        while (await reader.ReadLineAsync() is { } line)
        {
            // Node prints the reason before its stack and version.
            if (line.Length > 0 && line[0] != ' ' && !line.StartsWith("Node.js", StringComparison.Ordinal) && line[0] != '}')
                last = line;
        }
        return last;
    }
}

/// <summary>The process of the press cannot start or has ended; the message is one sentence for the operator.</summary>
public sealed class PressIsDownException : Exception
{
    public PressIsDownException()
    {
    }

    public PressIsDownException(string message)
        : base(message)
    {
    }

    public PressIsDownException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

using System.Diagnostics;
using Ifmsa.Assembly.Server.Documents;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Documents;

/// <summary>A press of its own for one test, by default with the templates of the product.</summary>
public sealed class RunningPress : IAsyncDisposable
{
    private readonly DirectoryInfo? ownTemplates;

    private RunningPress(PressSettings settings, DirectoryInfo? ownTemplates)
    {
        this.ownTemplates = ownTemplates;
        Templates = settings.Templates;
        Press = new Press(settings, TimeProvider.System, NullLogger<Press>.Instance);
    }

    public Press Press { get; }

    public string Templates { get; }

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<RunningPress> StartAsync(PressSettings? settings = null)
    {
        var running = new RunningPress(settings ?? new PressSettings(), ownTemplates: null);
        await running.Press.StartAsync(Cancellation);
        return running;
    }

    /// <summary>A press on a folder that holds only the given files.</summary>
    public static async Task<RunningPress> WithTemplatesAsync(PressSettings settings, params (string File, string Typst)[] files)
    {
        var folder = Directory.CreateTempSubdirectory("press-");
        foreach (var (file, typst) in files)
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, file), typst, Cancellation);
        var running = new RunningPress(settings with { Templates = folder.FullName, Shipped = Path.Combine(folder.FullName, "none") }, folder);
        await running.Press.StartAsync(Cancellation);
        return running;
    }

    public Task<Print> PrintAsync(Template template, object data) => Press.RenderAsync(template, data, Cancellation);

    public async Task<byte[]> PdfAsync(Template template, object data) => await PrintAsync(template, data) switch
    {
        PrintedPaper paper => paper.Pdf.ToArray(),
        var other => throw new InvalidOperationException($"{other}"),
    };

    /// <summary>The text of a PDF as pdftotext lays it out, without the marks of direction.</summary>
    public static async Task<string> TextOfAsync(byte[] pdf)
    {
        var (_, text) = await RunAsync("pdftotext", pdf, "-layout", "-enc", "UTF-8", "FILE", "-");
        return string.Join('\n', text.Split('\n').Select(line => string.Concat(line.Where(NotADirection)).TrimEnd()));
    }

    /// <summary>The text of the QR code on the first page, read from the page as it would be printed, at 150 points an inch.</summary>
    public static async Task<string> CodeOfAsync(byte[] pdf)
    {
        var reader = Path.Combine(Path.GetDirectoryName(typeof(Press).Assembly.Location)!, "press", "node_modules", "qr", "decode.js");
        var (_, text) = await RunAsync("node", pdf, "--input-type=module", "--eval", $$"""
            import { execFileSync } from 'node:child_process';
            import { decodeQR } from {{System.Text.Json.JsonSerializer.Serialize(new Uri(reader))}};
            const page = execFileSync('pdftoppm', ['-r', '150', '-singlefile', process.argv[1]], { maxBuffer: 100_000_000 });
            const [head, width, height] = /^P6\s(\d+)\s(\d+)\s255\s/.exec(page.toString('latin1', 0, 50));
            console.log(decodeQR({ width: Number(width), height: Number(height), data: page.subarray(head.length) }));
            """, "FILE");
        return text.TrimEnd();
    }

    /// <summary>Runs a tool on a PDF; FILE among the arguments stands for it.</summary>
    public static async Task<(int Code, string Output)> RunAsync(string tool, byte[] pdf, params string[] arguments)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, pdf, Cancellation);
            var start = new ProcessStartInfo(tool, arguments.Select(argument => argument == "FILE" ? file : argument))
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            };
            using var process = Process.Start(start) ?? throw new InvalidOperationException($"{tool} did not start");
            var output = await process.StandardOutput.ReadToEndAsync(Cancellation);
            await process.WaitForExitAsync(Cancellation);
            return (process.ExitCode, output);
        }
        finally
        {
            File.Delete(file);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Press.DisposeAsync();
        ownTemplates?.Delete(recursive: true);
    }

    private static bool NotADirection(char letter) => letter is not ((>= '\u2066' and <= '\u2069') or (>= '\u202A' and <= '\u202E'));
}

using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Ifmsa.Assembly.Server.Floor;

namespace Ifmsa.Assembly.Harness;

/// <summary>The real program in a process of its own, on a folder of its own; it can be killed and started again on the same data and port.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("assembly-test-");
    private readonly List<string> _errors = [];
    private readonly List<string> _output = [];
    private readonly TaskCompletionSource<string> _firstSecret = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? _process;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    /// <summary>Where its data is.</summary>
    public string Data => Path.Combine(_folder.FullName, "data");

    /// <summary>The database.</summary>
    public string Database => Path.Combine(Data, "assembly.db");

    /// <summary>What it wrote to standard error.</summary>
    public IReadOnlyList<string> Errors
    {
        get
        {
            lock (_errors)
                return [.. _errors];
        }
    }

    /// <summary>What it wrote to standard output.</summary>
    public IReadOnlyList<string> Output
    {
        get
        {
            lock (_output)
                return [.. _output];
        }
    }

    /// <summary>Whether it believes that systemd has started it and keeps what it prints.</summary>
    public bool UnderSystemd { get; init; }

    /// <summary>The command it is started with; none is the plain server.</summary>
    public string? Command { get; init; }

    /// <summary>The process's id while it runs.</summary>
    public int Id => _process!.Id;

    /// <summary>The program file.</summary>
    public static string Program => Path.ChangeExtension(typeof(FloorHub).Assembly.Location, ".dll");

    /// <summary>A rulebook beside the shipped ones: as IFMSA's, but a count follows the close at once, without time to object.</summary>
    public const string Swift = "swift";

    /// <summary>Starts it and waits until it answers.</summary>
    public async Task StartAsync(params IEnumerable<string> more)
    {
        LayOutSwift();
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = _folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in (string[])[Program, .. Command is { } command ? [command] : Array.Empty<string>(), $"--urls={Address}", $"--Data:Folder={Data}", .. more])
            start.ArgumentList.Add(argument);
        start.Environment.Remove("JOURNAL_STREAM");
        start.Environment["INVOCATION_ID"] = UnderSystemd ? "0123456789abcdef0123456789abcdef" : null;
        var serving = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) =>
        {
            lock (_output)
                _output.Add(line.Data ?? "");
            if (line.Data?.IndexOf("/secretariat#", StringComparison.Ordinal) is > 0 and var at)
                _firstSecret.TrySetResult(line.Data[(at + "/secretariat#".Length)..].Trim());
            if (line.Data?.StartsWith("Serving at", StringComparison.Ordinal) == true)
                serving.TrySetResult();
        };
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is null)
                return;
            lock (_errors)
                _errors.Add(line.Data);
        };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _ = EndedAsync();
        await serving.Task.WaitAsync(TimeSpan.FromSeconds(60));

        async Task EndedAsync()
        {
            // Not before its last word has been read.
            await process.WaitForExitAsync();
            serving.TrySetException(new InvalidOperationException("The server ended: " + string.Join('\n', Errors.TakeLast(20))));
        }
    }

    private static void LayOutSwift() => LayOut(Swift, "IFMSA, without time to object", rules =>
        rules["voting"] = new JsonObject { ["seconds"] = 0, ["closesWhenAll"] = false, ["objectionSeconds"] = 0, ["article"] = "[M] annex 4" });

    /// <summary>Lays a rulebook beside the shipped ones: IFMSA's, with a change; before the server starts.</summary>
    public static void LayOut(string id, string title, Action<JsonObject> change)
    {
        var folder = Path.Combine(Path.GetDirectoryName(Program)!, "templates", "rulebooks");
        var rules = JsonNode.Parse(File.ReadAllBytes(Path.Combine(folder, "ifmsa.json")))!.AsObject();
        (rules["id"], rules["title"]) = (id, title);
        change(rules);
        var (file, whole) = (Path.Combine(folder, id + ".json"), Path.GetTempFileName());
        File.WriteAllText(whole, rules.ToJsonString());
        // Other tests may be reading it: it is there whole, or as it was.
        File.Move(whole, file, overwrite: true);
    }

    /// <summary>The secret of the link for the first account.</summary>
    public Task<string> FirstSecretAsync() => _firstSecret.Task.WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process!.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, and waits for the end; the exit code.</summary>
    public async Task<int> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process!.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(40));
        return _process.ExitCode;
    }

    /// <summary>Runs another command of the program; exit code and standard output.</summary>
    public static async Task<(int Code, string Output)> RunAsync(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in (string[])[Program, .. arguments])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
            await KillAsync();
        _process?.Dispose();
        _folder.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}

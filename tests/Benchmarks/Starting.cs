using System.Diagnostics;
using Ifmsa.Assembly.Harness;

namespace Ifmsa.Assembly.Benchmarks;

/// <summary>From the start of the process to the first page, on an assembly's data, against a bare Kestrel.</summary>
public static class Starting
{
    private const int Rounds = 5;

    /// <summary>Measures the program as built, and published ReadyToRun where that can be made here.</summary>
    public static async Task MeasureAsync(ScoreBoard scores)
    {
        var floor = await MedianAsync(async () =>
        {
            var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["floor-echo", "http://127.0.0.1:5198"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            await FirstAnswerAsync(new Uri("http://127.0.0.1:5198/"));
            return process;
        });
        scores.Add("start to first page, as built", await MedianAsync(() => OursAsync("dotnet", ServerProcess.Program)), floor, "ms", "");
        if (await PublishAsync() is { } published)
            scores.Add("start to first page, ReadyToRun", await MedianAsync(() => OursAsync(Path.Combine(published, "Ifmsa.Assembly.Server"))), floor, "ms", "≤ 1,000 ms");
        else
            Console.Error.WriteLine("ReadyToRun cannot be published here: its compiler does not restore.");
    }

    private static async Task<double> MedianAsync(Func<Task<Process>> start)
    {
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var began = Stopwatch.GetTimestamp();
            using var process = await start();
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
        return ScoreBoard.Quantile(times, 0.5);
    }

    private static async Task<Process> OursAsync(string program, params IEnumerable<string> arguments)
    {
        var folder = Path.Combine(Path.GetTempPath(), "assembly-bench-start");
        Directory.CreateDirectory(folder);
        var process = Process.Start(new ProcessStartInfo(program, [.. arguments, "--urls=http://127.0.0.1:5199", $"--Data:Folder={folder}"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        })!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await FirstAnswerAsync(new Uri("http://127.0.0.1:5199/"));
        return process;
    }

    private static async Task FirstAnswerAsync(Uri address)
    {
        using var http = new HttpClient();
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(address);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(5);
            }
        }
    }

    private static async Task<string?> PublishAsync()
    {
        var project = FindUp("src/Ifmsa.Assembly.Server/Ifmsa.Assembly.Server.csproj");
        var folder = Path.Combine(Path.GetTempPath(), "assembly-bench-published");
        using var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", project, "-c", "Release", "-r", "linux-x64", "--self-contained", "false", "-p:PublishReadyToRun=true", "-p:NuGetLockFilePath=obj/ready-to-run.lock.json", "-o", folder, "-v", "q", "-nologo"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        })!;
        await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? folder : null;
    }

    /// <summary>A file of the repository, looked for upwards from the program.</summary>
    public static string FindUp(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, file)))
                return Path.Combine(folder.FullName, file);
        }
        throw new FileNotFoundException(file);
    }
}

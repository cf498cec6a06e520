using System.CommandLine;

namespace Ifmsa.Assembly.Server.Commands;

/// <summary>The program's commands; without one it serves. Exit codes: 0 good, 1 bad, 2 cannot judge.</summary>
public static class CommandLine
{
    /// <summary>Good.</summary>
    public const int Good = 0;

    /// <summary>Judged, and found bad.</summary>
    public const int Bad = 1;

    /// <summary>Cannot judge: unreadable, unknown, or wrong usage.</summary>
    public const int CannotJudge = 2;

    /// <summary>Runs the command that the arguments name.</summary>
    /// <param name="args">As the program was given them.</param>
    /// <param name="serve">Serves until told to stop; takes the arguments as settings.</param>
    /// <param name="more">Commands from elsewhere.</param>
    public static async Task<int> RunAsync(string[] args, Func<string[], Task<int>> serve, params IEnumerable<Command> more)
    {
        var root = new RootCommand("Holds a federation's general assemblies. Without a command it serves, by default at " + Hosting.ListenSettings.DefaultUrl + ".")
        {
            // Settings may be given as arguments, such as --Data:Folder=elsewhere; the configuration reads them.
            TreatUnmatchedTokensAsErrors = false,
        };
        root.Options.Add(new Option<string>("--urls") { Description = "Where to listen; several addresses are separated by semicolons." });
        root.SetAction((parsed, _) =>
        {
            if (parsed.UnmatchedTokens.Count > 0 && !parsed.UnmatchedTokens[0].StartsWith('-'))
                return Task.FromResult(Refuse($"There is no command {parsed.UnmatchedTokens[0]}; --help lists them."));
            return serve(args);
        });
        root.Subcommands.Add(VerifyCommand.Build());
        root.Subcommands.Add(BackupCommand.Build());
        root.Subcommands.Add(ExportCommand.Build());
        root.Subcommands.Add(ImportCommand.Build());
        root.Subcommands.Add(CheckRulebookCommand.Build());
        root.Subcommands.Add(VerifyCertificateCommand.Build());
        foreach (var command in more)
            root.Subcommands.Add(command);
        var result = root.Parse(args);
        if (result.Errors.Count > 0)
        {
            foreach (var error in result.Errors)
                await Console.Error.WriteLineAsync(error.Message);
            return CannotJudge;
        }
        // The host answers SIGTERM and Ctrl+C itself: it drains.
        return await result.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }

    /// <summary>Says on standard error why nothing can be judged.</summary>
    public static int Refuse(string reason)
    {
        Console.Error.WriteLine(reason);
        return CannotJudge;
    }
}

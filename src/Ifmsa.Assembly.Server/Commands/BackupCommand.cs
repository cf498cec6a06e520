using System.CommandLine;
using System.Globalization;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Journal;
using Microsoft.Data.Sqlite;

namespace Ifmsa.Assembly.Server.Commands;

/// <summary><c>backup FILE</c>: a verified copy of the database, also while a server is using it.</summary>
public static class BackupCommand
{
    /// <summary>The command.</summary>
    public static Command Build()
    {
        var file = new Argument<string>("FILE") { Description = "Where to write the copy; it must not exist yet." };
        var command = new Command("backup",
            "Copies the database of the configured Data:Folder as it stands at one moment, also while a server is using it; only the owner may read the copy. Verifies it and prints a line for each journal, as verify does.")
        {
            file,
        };
        // Settings may follow, such as --Data:Folder=elsewhere.
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(parsed => Run(parsed.GetRequiredValue(file), [.. parsed.UnmatchedTokens]));
        return command;
    }

    private static int Run(string file, string[] settings)
    {
        var faults = new List<string>();
        var data = Settings.Read(SettingsFiles.Configuration(settings), faults).Data;
        if (faults.Count > 0)
            return CommandLine.Refuse(string.Join(Environment.NewLine, faults));
        try
        {
            var backup = Backups.Copy(data.Database, file);
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"backup\t{backup.File}\t{backup.Bytes}"));
            foreach (var verdict in backup.Journals)
                Console.Out.WriteLine(verdict.Line);
            return backup.Good ? CommandLine.Good : CommandLine.Bad;
        }
        catch (Exception fault) when (fault is SqliteException or IOException or UnauthorizedAccessException)
        {
            return CommandLine.Refuse($"No backup was taken: {fault.Message}");
        }
    }
}

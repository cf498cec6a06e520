using System.CommandLine;
using System.Globalization;
using Ifmsa.Assembly.Server.Archive;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Journal;
using Ifmsa.Assembly.Server.Wording;
using Microsoft.Data.Sqlite;

namespace Ifmsa.Assembly.Server.Commands;

/// <summary><c>import FILE</c>: an assembly from an archive, verified before anything is written.</summary>
public static class ImportCommand
{
    /// <summary>The command.</summary>
    public static Command Build()
    {
        var file = new Argument<string>("FILE") { Description = "The archive, as export wrote it." };
        var command = new Command("import",
            "Verifies an archive and takes its assembly into the configured Data:Folder, all of it or nothing; while a server is running, use the secretariat's page. Prints imported (or present, where the very same is there), ID, FACTS, HEAD.")
        {
            file,
        };
        // Settings may follow, such as --Data:Folder=elsewhere.
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(file), [.. parsed.UnmatchedTokens], cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string file, string[] settings, CancellationToken cancellation)
    {
        var faults = new List<string>();
        var data = Settings.Read(SettingsFiles.Configuration(settings), faults).Data;
        if (faults.Count > 0)
            return CommandLine.Refuse(string.Join(Environment.NewLine, faults));
        try
        {
            await using var archive = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read);
            using var store = Store.Open(data);
            var imported = await new ArchiveImport(store, ArchiveParts.All).TakeAsync(archive, cancellation);
            await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{(imported.New ? "imported" : "present")}\t{imported.Manifest.Assembly:D}\t{imported.Manifest.Facts}\t{imported.Manifest.Head}"));
            return CommandLine.Good;
        }
        catch (ArchiveFault fault)
        {
            await Console.Error.WriteLineAsync(Sentences.Load().Say(fault.Code, fault.Arguments));
            return fault.Judged ? CommandLine.Bad : CommandLine.CannotJudge;
        }
        catch (Exception fault) when (fault is SqliteException or IOException or UnauthorizedAccessException)
        {
            return CommandLine.Refuse($"Nothing was imported: {fault.Message}");
        }
    }
}

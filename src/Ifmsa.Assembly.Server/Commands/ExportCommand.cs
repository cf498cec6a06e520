using System.CommandLine;
using System.Globalization;
using Ifmsa.Assembly.Server.Archive;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Journal;
using Ifmsa.Assembly.Server.Wording;
using Microsoft.Data.Sqlite;

namespace Ifmsa.Assembly.Server.Commands;

/// <summary><c>export ASSEMBLY FILE</c>: an assembly as one file, also while a server is using it.</summary>
public static class ExportCommand
{
    /// <summary>The command.</summary>
    public static Command Build()
    {
        var assembly = new Argument<Guid>("ASSEMBLY") { Description = "The assembly's id, as verify prints it." };
        var file = new Argument<string>("FILE") { Description = "Where to write the archive; it must not exist yet." };
        var command = new Command("export",
            "Writes an assembly of the configured Data:Folder as one archive (journal, words and letters beside it), also while a server is using it. Prints exported, ID, FACTS, HEAD. Sessions, codes and passwords are not in it; only the owner may read it.")
        {
            assembly,
            file,
        };
        // Settings may follow, such as --Data:Folder=elsewhere.
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(parsed => Run(parsed.GetRequiredValue(assembly), parsed.GetRequiredValue(file), [.. parsed.UnmatchedTokens]));
        return command;
    }

    private static int Run(Guid assembly, string file, string[] settings)
    {
        var faults = new List<string>();
        var data = Settings.Read(SettingsFiles.Configuration(settings), faults).Data;
        if (faults.Count > 0)
            return CommandLine.Refuse(string.Join(Environment.NewLine, faults));
        if (!File.Exists(data.Database))
            return CommandLine.Refuse($"There is no database at {data.Database}.");
        if (Path.Exists(file))
            return CommandLine.Refuse($"{file} is there already; nothing was overwritten.");
        var partial = file + ".partial";
        try
        {
            // A leftover of an export that was killed is worth nothing.
            File.Delete(partial);
            ArchiveManifest manifest;
            using (var target = Private.Create(partial))
            {
                using var context = new AssemblyStore(Store.Options(data.Database, data.LockWaitMilliseconds));
                manifest = new ArchiveWriter(ArchiveParts.All).Write(context, new(assembly), target, CancellationToken.None);
                target.Flush(flushToDisk: true);
            }
            File.Move(partial, file, overwrite: false);
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"exported\t{manifest.Assembly:D}\t{manifest.Facts}\t{manifest.Head}"));
            return CommandLine.Good;
        }
        catch (ArchiveFault fault)
        {
            Console.Error.WriteLine(Sentences.Load().Say(fault.Code, fault.Arguments));
            return fault.Judged ? CommandLine.Bad : CommandLine.CannotJudge;
        }
        catch (Exception fault) when (fault is SqliteException or IOException or UnauthorizedAccessException)
        {
            return CommandLine.Refuse($"Nothing was exported: {fault.Message}");
        }
        finally
        {
            File.Delete(partial);
        }
    }
}

using System.CommandLine;
using Command = System.CommandLine.Command;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Journal;
using Microsoft.Data.Sqlite;

namespace Ifmsa.Assembly.Server.Commands;

/// <summary><c>verify DATABASE [--head ID=HASH]</c>: whether journals are as they were written.</summary>
public static class VerifyCommand
{
    /// <summary>The command.</summary>
    public static Command Build()
    {
        var database = new Argument<string>("DATABASE") { Description = "The database file, or a backup of it." };
        var heads = new Option<string[]>("--head")
        {
            Description = "ID=HASH: an assembly's head hash as printed on paper or shown on the screen, 8 hexadecimal digits or more; may be repeated.",
        };
        var command = new Command("verify",
            "Verifies the hash chain of every journal. Prints a line for each: intact, ID, FACTS, HEAD; or fault, ID, SEQUENCE, and altered, missing, added or truncated.")
        {
            database,
            heads,
        };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(database), parsed.GetValue(heads) ?? []));
        return command;
    }

    private static int Run(string database, string[] heads)
    {
        var expected = new List<(string, string)>();
        foreach (var text in heads)
        {
            if (text.Split('=') is not [var id, var hash] || !Guid.TryParse(id, out var assembly) || hash.Length is < 8 or > 64 || !hash.All(char.IsAsciiHexDigit))
                return CommandLine.Refuse($"--head must be an assembly's id, =, and 8 to 64 hexadecimal digits; it is \"{text}\".");
            expected.Add((assembly.ToString("D"), hash));
        }
        if (!File.Exists(database))
            return CommandLine.Refuse($"There is no file {database}.");
        IReadOnlyList<JournalVerdict> verdicts;
        try
        {
            verdicts = Verification.Judge(database, expected, Catalogue.Facts.Keys.ToHashSet(StringComparer.Ordinal));
        }
        catch (Exception fault) when (fault is SqliteException or IOException or UnauthorizedAccessException)
        {
            return CommandLine.Refuse($"{database} cannot be read as a database of assemblies: {fault.Message}");
        }
        foreach (var verdict in verdicts)
            Console.Out.WriteLine(verdict.Line);
        if (verdicts.Any(verdict => verdict.Fault is not null))
            return CommandLine.Bad;
        foreach (var verdict in verdicts.Where(verdict => verdict.UnknownKind is not null))
            return CommandLine.Refuse($"The chain of {verdict.Assembly} holds, but it has facts of kind {verdict.UnknownKind}, which this release does not know.");
        return CommandLine.Good;
    }
}

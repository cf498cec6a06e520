using System.CommandLine;
using Ifmsa.Assembly.Core.Rulebook;
using Command = System.CommandLine.Command;

namespace Ifmsa.Assembly.Server.Commands;

/// <summary><c>check-rulebook FILE</c>: whether an assembly can run by a rulebook.</summary>
public static class CheckRulebookCommand
{
    /// <summary>The command.</summary>
    public static Command Build()
    {
        var file = new Argument<string>("FILE") { Description = "The rulebook, a JSON file such as those in templates/rulebooks." };
        var command = new Command("check-rulebook",
            "Checks a rulebook. Prints good, ID, TITLE; or for each fault, from the top of the file to its end: fault, PLACE, and what is so and what is needed.")
        {
            file,
        };
        command.SetAction(parsed => parsed.UnmatchedTokens is [var more, ..]
            ? CommandLine.Refuse($"One file is checked at a time; {more} is one too many.")
            : Run(parsed.GetRequiredValue(file)));
        return command;
    }

    private static int Run(string file)
    {
        if (!File.Exists(file))
            return CommandLine.Refuse($"There is no file {file}.");
        byte[] text;
        try
        {
            text = File.ReadAllBytes(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return CommandLine.Refuse($"{file} cannot be read: {fault.Message}");
        }
        var reading = RulebookReading.Of(text);
        foreach (var fault in reading.Faults)
            Console.Out.WriteLine($"fault\t{OneLine(fault.Place)}\t{OneLine(fault.Text)}");
        if (reading.Rules is not { } rules)
            return CommandLine.Bad;
        Console.Out.WriteLine($"good\t{rules.Id}\t{OneLine(rules.Title)}");
        return CommandLine.Good;
    }

    /// <summary>What the file says, without what would end the line or the column.</summary>
    private static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
}

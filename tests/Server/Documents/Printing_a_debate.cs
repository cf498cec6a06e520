using System.Runtime.CompilerServices;
using Ifmsa.Assembly.Server.Documents;
using Ifmsa.Assembly.Server.Tests.Minutes;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Documents;

public sealed class Printing_a_debate
{
    [Fact]
    public async Task gives_minutes_with_every_turn_of_the_maze() => await PrintedAsync("debate.txt", Template.Minutes, Maze.Walked().Meeting.Minutes);

    [Fact]
    public async Task gives_a_page_of_what_it_decided() => await PrintedAsync("debate.decisions.txt", Template.Decisions, () => Maze.Walked().Meeting.Decisions()!);

    /// <summary>Prints a paper; where KEEP_PAPERS names a folder, the PDF stays there to be looked at.</summary>
    private static async Task PrintedAsync(string file, Template template, Func<object> paper)
    {
        await using var press = await RunningPress.StartAsync();
        var words = (await PaperWords.ReadAsync(new PressSettings { Templates = press.Templates }, "en", RunningPress.Cancellation)).Texts;
        var pdf = await press.PdfAsync(template, paper() switch
        {
            MinutesPaper minutes => minutes with { Words = words },
            DecisionsPaper decisions => decisions with { Words = words },
            var other => other,
        });
        if (Environment.GetEnvironmentVariable("KEEP_PAPERS") is { Length: > 0 } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, Path.ChangeExtension(file, "pdf")), pdf, RunningPress.Cancellation);

        var text = await RunningPress.TextOfAsync(pdf);
        var golden = Path.Combine(Folder(), "Golden", file);
        if (Environment.GetEnvironmentVariable("RENEW_GOLDEN") == "1")
            await File.WriteAllTextAsync(golden, text, RunningPress.Cancellation);
        Assert.Equal(await File.ReadAllTextAsync(golden, RunningPress.Cancellation), text);
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here) ?? "";
}

using System.Diagnostics;
using Ifmsa.Assembly.Server.Documents;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Documents;

public sealed class A_press_in_trouble
{
    private const string Plain = "#set document(title: \"x\", date: datetime(year: 2026, month: 8, day: 5))\nHello";
    private const string Endless = "#for a in range(100000) { for b in range(100000) { for c in range(100000) { } } }";

    private static readonly Template PlainPaper = new("plain");
    private static readonly Template EndlessPaper = new("endless");

    [Fact]
    public async Task prints_again_after_its_worker_was_killed_in_mid_print()
    {
        await using var press = await RunningPress.WithTemplatesAsync(new(), ("plain.typ", Plain), ("endless.typ", Endless));
        await press.PdfAsync(PlainPaper, new { });

        var lost = press.PrintAsync(EndlessPaper, new { });
        while (!lost.IsCompleted)
        {
            await Task.WhenAny(lost, Task.Delay(300, RunningPress.Cancellation));
            Kill(press.Press.WorkerId, unless: lost.IsCompleted);
        }

        Assert.Equal(PressFault.Down, Assert.IsType<PressFailure>(await lost).Fault);
        Assert.NotEmpty(await press.PdfAsync(PlainPaper, new { }));
        Assert.Equal("ok", press.Press.Health);
    }

    [Fact]
    public async Task replaces_a_worker_that_dies_while_idle()
    {
        await using var press = await RunningPress.WithTemplatesAsync(new(), ("plain.typ", Plain));
        await press.PdfAsync(PlainPaper, new { });
        var first = press.Press.WorkerId;

        Kill(first, unless: false);

        Assert.NotEmpty(await press.PdfAsync(PlainPaper, new { }));
        Assert.NotEqual(first, press.Press.WorkerId);
    }

    [Fact]
    public async Task gives_a_runaway_template_up_at_the_limit()
    {
        var settings = new PressSettings { Limit = TimeSpan.FromSeconds(3) };
        await using var press = await RunningPress.WithTemplatesAsync(settings, ("plain.typ", Plain), ("endless.typ", Endless));

        var failure = Assert.IsType<PressFailure>(await press.PrintAsync(EndlessPaper, new { }));

        Assert.Equal(PressFault.TooSlow, failure.Fault);
        Assert.NotEmpty(await press.PdfAsync(PlainPaper, new { }));
    }

    [Fact]
    public async Task says_what_is_missing_when_there_is_no_node()
    {
        await using var press = await RunningPress.StartAsync(new() { Node = "/nowhere/node" });

        var failure = Assert.IsType<PressFailure>(await press.PrintAsync(Template.Codes, await SamplePapers.CodesAsync()));

        Assert.Equal(PressFault.Down, failure.Fault);
        Assert.Contains("/nowhere/node cannot be run", press.Press.Health, StringComparison.Ordinal);
        Assert.Contains("Press:Node", press.Press.Health, StringComparison.Ordinal);
    }

    [Fact]
    public async Task says_what_is_missing_when_there_are_no_templates()
    {
        await using var press = await RunningPress.StartAsync(new() { Templates = "/nowhere/templates" });

        await press.PrintAsync(PlainPaper, new { });

        Assert.Equal("there is no templates folder at /nowhere/templates", press.Press.Health);
    }

    [Fact]
    public async Task refuses_a_paper_when_too_many_wait()
    {
        var settings = new PressSettings { Queue = 1, Limit = TimeSpan.FromSeconds(3) };
        await using var press = await RunningPress.WithTemplatesAsync(settings, ("endless.typ", Endless));

        var prints = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => press.PrintAsync(EndlessPaper, new { })));

        Assert.Contains(prints, print => print is PressFailure { Fault: PressFault.Busy });
    }

    [Fact]
    public async Task lets_the_caller_go_who_gives_up()
    {
        await using var press = await RunningPress.WithTemplatesAsync(new(), ("endless.typ", Endless));
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => press.Press.RenderAsync(EndlessPaper, new { }, patience.Token));
    }

    [Fact]
    public async Task names_the_file_and_line_of_a_faulty_template()
    {
        await using var press = await RunningPress.WithTemplatesAsync(
            new(), ("faulty.typ", "#import \"shared.typ\": name-of\n\n#name-of(5)"), ("shared.typ", "// shared\n#let name-of(it) = it.name"));

        var failure = Assert.IsType<PressFailure>(await press.PrintAsync(new("faulty"), new { }));

        Assert.Equal(PressFault.Template, failure.Fault);
        Assert.Equal("shared.typ:2: cannot access fields on type integer (called from faulty.typ:3)", failure.Reason);
    }

    [Fact]
    public async Task reads_an_edited_template_afresh()
    {
        await using var press = await RunningPress.WithTemplatesAsync(new(), ("plain.typ", Plain));
        var before = await RunningPress.TextOfAsync(await press.PdfAsync(PlainPaper, new { }));
        Assert.Contains("Hello", before, StringComparison.Ordinal);

        await File.WriteAllTextAsync(Path.Combine(press.Templates, "plain.typ"), Plain.Replace("Hello", "Goodbye", StringComparison.Ordinal), RunningPress.Cancellation);

        Assert.Contains("Goodbye", await RunningPress.TextOfAsync(await press.PdfAsync(PlainPaper, new { })), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Press:Limit", "00:00:00")]
    [InlineData("Press:Queue", "0")]
    [InlineData("Press:Node", "")]
    public async Task keeps_a_server_with_settings_out_of_range_from_starting(string key, string value)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection([new(key, value)]);
        builder.Services.AddPress();
        using var host = builder.Build();

        await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(RunningPress.Cancellation));
    }

    [Fact]
    public async Task starts_and_ends_with_its_server()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddPress();
        using var host = builder.Build();
        await host.StartAsync(RunningPress.Cancellation);
        var press = host.Services.GetRequiredService<IPress>();

        Assert.IsType<PrintedPaper>(await press.RenderAsync(Template.Codes, await SamplePapers.CodesAsync(), RunningPress.Cancellation));
        await host.StopAsync(RunningPress.Cancellation);

        var late = await press.RenderAsync(Template.Codes, await SamplePapers.CodesAsync(), RunningPress.Cancellation);
        Assert.Equal(PressFault.Down, Assert.IsType<PressFailure>(late).Fault);
        Assert.Null(host.Services.GetRequiredService<Press>().WorkerId);
    }

    [Theory]
    [InlineData("../plain")]
    [InlineData("/etc/hosts")]
    [InlineData("nothing-here")]
    [InlineData("")]
    public async Task knows_only_templates_of_its_folder(string name)
    {
        await using var press = await RunningPress.WithTemplatesAsync(new(), ("plain.typ", Plain));

        Assert.Equal(PressFault.Template, Assert.IsType<PressFailure>(await press.PrintAsync(new(name), new { })).Fault);
    }

    [Theory]
    [InlineData("#read(\"../../../../../../etc/hosts\")", "file")]
    [InlineData("#read(\"/etc/hosts\")", "file")]
    [InlineData("#import \"@preview/cetz:0.3.1\": *", "package")]
    public async Task lets_no_template_reach_beyond_its_folder(string typst, string said)
    {
        await using var press = await RunningPress.WithTemplatesAsync(new(), ("curious.typ", typst));

        var failure = Assert.IsType<PressFailure>(await press.PrintAsync(new("curious"), new { }));

        Assert.Contains(said, failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task refuses_an_exact_paper_with_a_letter_that_no_font_has()
    {
        await using var press = await RunningPress.StartAsync();
        var sheet = await SamplePapers.CodesAsync() with { Assembly = "Hieroglyph 𓂀" };

        var failure = Assert.IsType<PressFailure>(await press.PrintAsync(Template.Codes with { Exact = true }, sheet));

        Assert.StartsWith("documents/codes.typ: PDF/A-2a error", failure.Reason, StringComparison.Ordinal);
        Assert.Contains("𓂀", failure.Reason, StringComparison.Ordinal);
    }

    private static void Kill(int? worker, bool unless)
    {
        if (unless || worker is not { } id)
            return;
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (ArgumentException)
        {
            // Gone already.
        }
    }
}

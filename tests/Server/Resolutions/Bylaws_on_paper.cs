using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Bylaws;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Server.Documents;
using Ifmsa.Assembly.Server.Resolutions;
using Ifmsa.Assembly.Server.Tests.Hosting;
using Ifmsa.Assembly.Server.Wording;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Resolutions;

public sealed class Bylaws_on_paper
{
    [Fact]
    public async Task show_what_was_struck_where_it_stood()
    {
        var id = new AssemblyId(Guid.NewGuid());
        var bylaws = new BylawsInForce { Title = "Bylaws", Before = BylawsReading.Of("Preamble.\n# 1 One\na\n# Chapter\n# 2 Two\nb\n# 3 Three\nc"), Articles = [] };
        var now = Proceedings.Before(id) with
        {
            Charter = new("GA", new(2026, 8, 1), new(2026, 8, 7), "Hall", "Europe/Berlin", ["en"]), Rules = MemoryAssemblies.Rules,
            Bylaws = bylaws with { Articles = bylaws.Before.RemoveAll(part => part.Number.Length > 0 && part.Number != "3") },
        };
        var book = new ResolutionBook(new(now, new byte[32], ImmutableDictionary<MatterId, string>.Empty), [], Sentences.Load(MemoryAssemblies.Root("templates/wording")));
        var paper = book.Bylaws(await PaperWords.ReadAsync(new Server.Documents.PressSettings { Templates = MemoryAssemblies.Root("templates") }, "en", TestContext.Current.CancellationToken));
        Assert.Equal(["|Same", "1|Struck", "|Same", "2|Struck", "3|Same"], paper!.Parts.Select(part => $"{part.Number}|{part.State}"));
    }

    [Theory]
    [InlineData("Preamble & <b>.\n\n# 1 *Name* & seat_of <it> [x] C\\#\nA & B < C &lt; D &amp; E\n\\# no heading\n  \\\\## none either\n\n## 1.1 – A dash!\nx\n\n# Chapter | two\n\n## 1.2\ny \\* z")]
    [InlineData("# 1 One\nText.")]
    public void in_markdown_can_be_laid_down_again(string text)
    {
        var laid = BylawsReading.Of(text);
        // An article added by a motion may have what no text laid down has.
        laid = laid.Add(new("9", "– Aims\\ of \\& <all> #", 2, "# Heading\n\\# escaped\n&amp;lt; &lt; <i>\n    # deep"));
        var written = BookMarkdown.Of(new BylawsInForce { Title = "Bylaws", Before = laid, Articles = laid });
        Assert.Equal(laid, BylawsReading.Of(written));
        Assert.DoesNotContain("<", written, StringComparison.Ordinal);
    }
}

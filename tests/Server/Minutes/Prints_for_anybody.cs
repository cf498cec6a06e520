using Ifmsa.Assembly.Server.Documents;
using Ifmsa.Assembly.Server.Minutes;
using Microsoft.Extensions.Options;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Minutes;

public sealed class Prints_for_anybody : IPress
{
    private readonly List<string> _printed = [];
    private Print _answer = new PrintedPaper(new byte[1]);

    public string Health => "ok";

    [Fact]
    public async Task are_made_once_for_each_paper_and_standard()
    {
        var prints = Prints();
        for (var turn = 0; turn < 5; turn++)
            await prints.RenderAsync(Template.Minutes, "one paper", TestContext.Current.CancellationToken);
        Assert.Single(_printed);
        await prints.RenderAsync(Template.Minutes with { Standard = "ua-1" }, "one paper", TestContext.Current.CancellationToken);
        await prints.RenderAsync(Template.Minutes, "another paper", TestContext.Current.CancellationToken);
        Assert.Equal(3, _printed.Count);
    }

    [Fact]
    public async Task are_tried_again_after_a_failure()
    {
        var prints = Prints();
        _answer = new PressFailure(PressFault.Busy, "many wait");
        await prints.RenderAsync(Template.Minutes, "one paper", TestContext.Current.CancellationToken);
        _answer = new PrintedPaper(new byte[1]);
        Assert.IsType<PrintedPaper>(await prints.RenderAsync(Template.Minutes, "one paper", TestContext.Current.CancellationToken));
        Assert.Equal(2, _printed.Count);
    }

    public Task<Print> RenderAsync(Template template, object data, CancellationToken cancellation)
    {
        _printed.Add(template.Standard);
        return Task.FromResult(_answer);
    }

    private PublicPrints Prints() => new(this, Options.Create(new PressSettings()));
}

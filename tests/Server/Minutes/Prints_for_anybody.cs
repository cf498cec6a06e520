using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Documents;
using Ifmsa.Assembly.Server.Minutes;
using Microsoft.Extensions.Options;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Minutes;

public sealed class Prints_for_anybody : IPress
{
    private readonly List<string> _printed = [];
    private readonly Clock _clock = new();
    private Print _answer = new PrintedPaper(new byte[1]);
    private TaskCompletionSource? _hold;
    private Exception? _fault;

    public string Health => "ok";

    [Fact]
    public async Task are_made_once_for_each_paper_and_standard()
    {
        using var prints = Prints();
        for (var turn = 0; turn < 5; turn++)
            await prints.RenderAsync(Template.Minutes, "one paper", TestContext.Current.CancellationToken);
        Assert.Single(_printed);
        await prints.RenderAsync(Template.Minutes with { Standard = "ua-1" }, "one paper", TestContext.Current.CancellationToken);
        await prints.RenderAsync(Template.Minutes, "another paper", TestContext.Current.CancellationToken);
        Assert.Equal(3, _printed.Count);
    }

    [Fact]
    public async Task of_what_is_being_written_serve_for_a_moment()
    {
        using var prints = Prints();
        AssemblyId one = new(Guid.NewGuid()), other = new(Guid.NewGuid());
        for (var turn = 0; turn < 5; turn++)
            await prints.RenderAsync(one, Template.Bylaws, () => $"commit {turn}", TestContext.Current.CancellationToken);
        Assert.Single(_printed);
        await prints.RenderAsync(other, Template.Bylaws, () => "theirs", TestContext.Current.CancellationToken);
        Assert.Equal(2, _printed.Count);
        _clock.Seconds += 11;
        await prints.RenderAsync(one, Template.Bylaws, () => "later", TestContext.Current.CancellationToken);
        Assert.Equal(3, _printed.Count);
    }

    [Fact]
    public async Task take_one_slot_of_the_press()
    {
        using var prints = Prints();
        _hold = new();
        var asked = Enumerable.Range(0, 5).Select(number => prints.RenderAsync(Template.Minutes, $"paper {number}", TestContext.Current.CancellationToken)).ToList();
        await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.Single(_printed);
        _hold.SetResult();
        await Task.WhenAll(asked);
        Assert.Equal(5, _printed.Count);
    }

    [Fact]
    public async Task lose_the_one_asked_for_longest_ago_where_there_are_too_many()
    {
        using var prints = Prints();
        for (var number = 0; number <= 24; number++)
        {
            _clock.Seconds++;
            await prints.RenderAsync(Template.Minutes, $"paper {number}", TestContext.Current.CancellationToken);
        }
        await prints.RenderAsync(Template.Minutes, "paper 1", TestContext.Current.CancellationToken);
        Assert.Equal(25, _printed.Count);
        await prints.RenderAsync(Template.Minutes, "paper 0", TestContext.Current.CancellationToken);
        Assert.Equal(26, _printed.Count);
    }

    [Fact]
    public async Task that_threw_are_tried_again()
    {
        using var prints = Prints();
        _fault = new InvalidOperationException();
        await Assert.ThrowsAsync<InvalidOperationException>(() => prints.RenderAsync(Template.Minutes, "one paper", TestContext.Current.CancellationToken));
        _fault = null;
        Assert.IsType<PrintedPaper>(await prints.RenderAsync(Template.Minutes, "one paper", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task are_tried_again_a_minute_after_a_failure()
    {
        using var prints = Prints();
        _answer = new PressFailure(PressFault.Busy, "many wait");
        await prints.RenderAsync(Template.Minutes, "one paper", TestContext.Current.CancellationToken);
        _answer = new PrintedPaper(new byte[1]);
        await prints.RenderAsync(Template.Minutes, "one paper", TestContext.Current.CancellationToken);
        Assert.Single(_printed);
        _clock.Seconds += 61;
        Assert.IsType<PrintedPaper>(await prints.RenderAsync(Template.Minutes, "one paper", TestContext.Current.CancellationToken));
        Assert.Equal(2, _printed.Count);
    }

    public async Task<Print> RenderAsync(Template template, object data, CancellationToken cancellation)
    {
        _printed.Add(template.Standard);
        await (_hold?.Task ?? Task.CompletedTask);
        return _fault is null ? _answer : throw _fault;
    }

    private PublicPrints Prints() => new(this, Options.Create(new PressSettings()), _clock);

    private sealed class Clock : TimeProvider
    {
        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}

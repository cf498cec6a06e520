using Ifmsa.Assembly.Harness;
using Ifmsa.Assembly.Server.Accounts;
using Ifmsa.Assembly.Server.Hosting;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Hosting;

public sealed class The_first_link_under_systemd : IAsyncLifetime
{
    private readonly ServerProcess _server = new() { UnderSystemd = true };

    private string Link => Path.Combine(_server.Data, "first-link");

    public async ValueTask InitializeAsync() => await StartAsync(times: 1);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task is_in_a_private_file_and_never_printed_until_it_is_used()
    {
        var text = (await File.ReadAllTextAsync(Link, TestContext.Current.CancellationToken)).Trim();
        Assert.StartsWith($"{_server.Address.ToString().TrimEnd('/')}/secretariat#", text, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Link));
        var secret = text.Split('#')[1];
        Assert.DoesNotContain(_server.Output.Concat(_server.Errors), line => line.Contains(secret, StringComparison.Ordinal));
        await using var meeting = await Meeting.CreateAsync(_server.Address, secret, "name,short_name,country,region,status\nUne,One,France,Europe,full\n");
        Assert.False(File.Exists(Link));
    }

    [Fact]
    public async Task is_gone_when_the_server_ends()
    {
        Assert.True(File.Exists(Link));
        await _server.TerminateAsync();
        Assert.False(File.Exists(Link));
    }

    [Fact]
    public async Task left_by_a_killed_server_is_replaced()
    {
        var old = await File.ReadAllTextAsync(Link, TestContext.Current.CancellationToken);
        await _server.KillAsync();
        await StartAsync(times: 2);
        Assert.NotEqual(old, await File.ReadAllTextAsync(Link, TestContext.Current.CancellationToken));
    }

    /// <summary>Starts it, and waits until it has said where the link is once more.</summary>
    private async Task StartAsync(int times)
    {
        await _server.StartAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        while (_server.Output.Count(line => line.Contains(Link, StringComparison.Ordinal)) < times)
            await Task.Delay(20, patience.Token);
    }
}

public sealed class The_file_of_the_first_link
{
    [Fact]
    public async Task is_gone_once_the_link_is_dead()
    {
        var folder = Directory.CreateTempSubdirectory("first-link");
        var clock = new Ticking();
        using var file = new FirstLinkFile(new() { Folder = folder.FullName }, new(new(), clock), clock);
        await file.WriteAsync("link");
        Assert.Equal(TimeSpan.FromMinutes(30), clock.Due);
        Assert.True(File.Exists(file.Name));
        clock.Fire();
        Assert.False(File.Exists(file.Name));
        folder.Delete(recursive: true);
    }

    /// <summary>A clock that stands still and rings when told.</summary>
    private sealed class Ticking : TimeProvider
    {
        private readonly DateTimeOffset _now = new(2026, 8, 1, 9, 0, 0, TimeSpan.Zero);
        private Action _ring = () => { };

        public TimeSpan Due { get; private set; }

        public void Fire() => _ring();

        public override DateTimeOffset GetUtcNow() => _now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            (Due, _ring) = (dueTime, () => callback(state));
            return new Bell();
        }
    }

    private sealed class Bell : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Rulebook;
using Ifmsa.Assembly.Server.Accounts;
using Ifmsa.Assembly.Server.Floor;
using Ifmsa.Assembly.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ifmsa.Assembly.Server.Tests.Hosting;

/// <summary>A server around assemblies held in memory, on a clock that stands still until a test moves it.</summary>
internal sealed class Hall : IAsyncDisposable
{
    public const string Password = "correct horse battery";
    private readonly string _folder = Directory.CreateTempSubdirectory("hall").FullName;
    private readonly WebApplication _app;

    private Hall(string[] settings)
    {
        var builder = Shell.CreateBuilder([$"--Data:Folder={Path.Combine(_folder, "data")}", "--SignIn:PasswordChecksAtOnce=8", .. settings])!;
        builder.Services.AddSingleton<IAssemblies>(Assemblies);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Logging.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Trace);
        builder.AddShell();
        builder.WebHost.UseTestServer();
        _app = builder.Build().MapShell();
    }

    public MovedClock Clock { get; } = new();
    public MemoryAssemblies Assemblies { get; } = new();
    public KeptLog Log { get; } = new();
    public string DataFolder => Path.Combine(_folder, "data");
    public IServiceProvider Services => _app.Services;
    public TestServer Server => _app.GetTestServer();

    public static async Task<Hall> OpenAsync(params string[] settings)
    {
        var hall = new Hall(settings);
        await hall._app.StartAsync();
        return hall;
    }

    /// <summary>A browser with cookies of its own.</summary>
    public HttpClient Browser(string scheme = "http") =>
        new(new CookieContainerHandler { InnerHandler = Server.CreateHandler() }) { BaseAddress = new($"{scheme}://localhost") };

    /// <summary>A browser signed in to the secretariat's first account.</summary>
    public async Task<HttpClient> SecretariatAsync()
    {
        var browser = Browser();
        var answer = await browser.PostAsJsonAsync("/api/first-account", new { secret = Services.GetRequiredService<FirstLink>().Secret, name = "Office", password = Password });
        answer.EnsureSuccessStatusCode();
        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

internal sealed class MovedClock : TimeProvider
{
    private readonly DateTimeOffset _start = DateTimeOffset.UtcNow;
    private long _moved;

    public void Move(TimeSpan by) => Interlocked.Add(ref _moved, by.Ticks);

    public override DateTimeOffset GetUtcNow() => _start + TimeSpan.FromTicks(Interlocked.Read(ref _moved));

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _moved);
}

/// <summary>Assemblies that decide as the real ones do, and keep nothing.</summary>
internal sealed class MemoryAssemblies : IAssemblies
{
    public static readonly Rules Rules = JsonSerializer.Deserialize<Rules>(File.ReadAllBytes(Root("templates/rulebooks/ifmsa.json")), JournalJson.Options)! with { Voting = VotingRule.Plain with { ObjectionSeconds = 0, Article = "[M] annex 4" } };
    private readonly ConcurrentDictionary<AssemblyId, Proceedings> _all = new();
    private readonly Lock _gate = new();

    public IReadOnlyCollection<AssemblyId> All => [.. _all.Keys];

    public RefusalText? Refusing { get; set; }

    public static string Root(string path, [CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../..", path));

    /// <summary>An assembly with a delegation of so many seats.</summary>
    public (AssemblyId Assembly, ParticipantId[] Seats) Create(int seats = 3)
    {
        var assembly = new AssemblyId(Guid.NewGuid());
        _all[assembly] = Proceedings.Before(assembly);
        var member = new MemberId(Guid.NewGuid());
        var ids = Enumerable.Range(1, seats).Select(_ => new ParticipantId(Guid.NewGuid())).ToArray();
        Do(assembly, new CreateAssembly(new("GA", new(2025, 8, 1), new(2025, 8, 7), "Hall", "Europe/Berlin", ["en"]), Rules));
        Do(assembly, new ImportMembers([new(member, "Österreich", "AMSA", "Austria", "Europe", MemberStatus.Full, Standing.Good, PreviousRights: true)]));
        Do(assembly, new SeatDelegation([.. ids.Select((id, place) => new SeatRow(id, member, place + 1))]));
        return (assembly, ids);
    }

    public ParticipantId Enrol(AssemblyId assembly, params Duty[] duties)
    {
        var id = new ParticipantId(Guid.NewGuid());
        Do(assembly, new EnrolParticipant(id, "Somebody", [.. duties]));
        return id;
    }

    public Answer Do(AssemblyId assembly, Command command) =>
        Submit(assembly, Credential.Secretariat(new(Guid.NewGuid()), new(Guid.NewGuid())), command) is { Accepted: true } answer
            ? answer
            : throw new InvalidOperationException(command.GetType().Name);

    public Proceedings? Find(AssemblyId assembly) => _all.GetValueOrDefault(assembly);

    public string? Words(AssemblyId assembly, MatterId matter) => null;

    public Task<Answer> SubmitAsync(AssemblyId assembly, Credential by, CommandId id, Command command, CancellationToken cancellation) =>
        Task.FromResult(Refusing is { } refusal ? new Answer(null, null, refusal) : Submit(assembly, by, command));

    public Task<Answer> BeginAsync(AssemblyId assembly, Credential by, CommandId id, Command command, CancellationToken cancellation) =>
        throw new NotSupportedException();

    private Answer Submit(AssemblyId assembly, Credential by, Command command)
    {
        lock (_gate)
        {
            var now = _all[assembly];
            var moment = new Moment(now.ActorOf(by), DateTimeOffset.UtcNow, new byte[32]);
            var decision = now.Decide(command, moment);
            if (decision.Refusal is { } refusal)
                return new(null, null, new(refusal.Code, refusal.Code));
            var act = now.Sequence + 1;
            foreach (var fact in decision.Facts)
                now = now.After(new Entry(now.Sequence + 1, act, moment.At, moment.By.AsAuthor, fact));
            _all[assembly] = now;
            return new(now.Sequence, "00", null);
        }
    }
}

/// <summary>All that was logged.</summary>
internal sealed class KeptLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public string Text => string.Join('\n', _lines);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue(formatter(state, exception) + exception);

    public void Dispose()
    {
    }
}

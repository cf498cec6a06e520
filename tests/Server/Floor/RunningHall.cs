using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Harness;
using Ifmsa.Assembly.Server.Floor;
using Ifmsa.Assembly.Server.Journal;
using Microsoft.AspNetCore.SignalR.Client;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.OnTheFloor;

/// <summary>The real program, with a plenary in session and a phone for each delegation; shared by tests that leave it in session.</summary>
public sealed class RunningHall : IAsyncLifetime
{
    public const string Name = "A hall in session";
    private readonly string[] _settings;
    private int _forgiven;

    public RunningHall()
        : this(24)
    {
    }

    internal RunningHall(int members, params string[] settings) => (Members, _settings) = (members, settings);

    public int Members { get; }

    public ServerProcess Server { get; } = new();

    public Meeting Meeting { get; private set; } = null!;

    public Phone Chair { get; private set; } = null!;

    public Phone Desk { get; private set; } = null!;

    public Phone Officer { get; private set; } = null!;

    public Phone Secretary { get; private set; } = null!;

    public Phone Screen { get; private set; } = null!;

    public IReadOnlyList<Phone> Delegates { get; private set; } = [];

    /// <summary>Those whose phones no test takes away.</summary>
    public IReadOnlyList<Phone> Voters => [.. Delegates.Take(20)];

    public Guid Plenary { get; } = Guid.NewGuid();

    public async ValueTask InitializeAsync()
    {
        // A test's device sends more in a second than a hand can tap, and stands for many.
        await Server.StartAsync(["--Floor:CommandBurst=20000", "--Floor:CommandsPerSecond=5000", "--Floor:ConnectionsPerDevice=1000", .. _settings]);
        var csv = "name,short_name,country,region,status,standing,previous_rights\n"
            + string.Concat(Enumerable.Range(1, Members).Select(place => string.Create(CultureInfo.InvariantCulture, $"Students {place},M{place:000},Country {place},Europe,full,good,yes\n")));
        Meeting = await Meeting.CreateAsync(Server.Address, await Server.FirstSecretAsync(), csv, ServerProcess.Swift);
        await Meeting.DoAsync(Meeting.Secretariat, "plenary.plan", new { plenary = Plenary, number = 1, venue = "Hall", starts = "2026-08-01T16:00:00Z", ends = "2026-08-01T23:00:00Z" });
        Chair = await Meeting.EnrolAsync("Chair", "executive");
        Desk = await Meeting.EnrolAsync("Desk", "desk");
        Officer = await Meeting.EnrolAsync("Officer", "officer");
        Secretary = await Meeting.EnrolAsync("Secretary", "secretary");
        Screen = await Meeting.EnrolAsync("Screen", "screen");
        Delegates = await Meeting.SeatAsync(Meeting.Members.Keys.Order(StringComparer.Ordinal));
        await Meeting.DoAsync(Chair.Client, "chair.assume", new { });
        await Meeting.DoAsync(Chair.Client, "plenary.call-roll", new { plenary = Plenary });
        await Task.WhenAll(Delegates.Select(phone => Meeting.DoAsync(Desk.Client, "card.give", new { member = phone.MemberId, to = phone.Participant })));
        await Meeting.DoAsync(Chair.Client, "plenary.open", new { });
    }

    public async ValueTask DisposeAsync()
    {
        if (Meeting is not null)
            await Meeting.DisposeAsync();
        await Server.DisposeAsync();
    }

    /// <summary>Opens a vote on a question.</summary>
    public async Task<BallotId> OpenAsync()
    {
        var ballot = Guid.NewGuid();
        await Meeting.DoAsync(Chair.Client, "ballot.open", new { ballot, method = "phones", title = "Question", decision = "motion" });
        return new(ballot);
    }

    /// <summary>Closes and declares it; the result as the screen shows it.</summary>
    public async Task<JsonObject> FinishAsync(BallotId ballot, bool closed = false)
    {
        if (!closed)
            await Meeting.DoAsync(Chair.Client, "ballot.close", new { ballot });
        await Chair.Client.UntilAsync("ballot", board => IsAt(board, ballot, "counted"));
        await Meeting.DoAsync(Chair.Client, "ballot.declare", new { ballot });
        return (JsonObject)(await Screen.Client.UntilAsync("ballot", board => IsAt(board, ballot, "declared")))["current"]!["result"]!.DeepClone();
    }

    /// <summary>Everybody's screen shows the ballot in this phase.</summary>
    public static bool IsAt(JsonObject board, BallotId ballot, string phase) =>
        (string?)board["current"]?["id"] == ballot.ToString() && (string?)board["current"]!["phase"] == phase;

    /// <summary>The facts of a ballot as they stand on disk.</summary>
    public IReadOnlyList<(string Kind, JsonObject Fact)> FactsOf(BallotId ballot)
    {
        using var store = new AssemblyStore(Store.Options(Server.Database, 2_000));
        var assembly = Meeting.Id.ToString();
        return [.. store.Facts.Where(row => row.Assembly == assembly && row.Kind.StartsWith("ballot.")).OrderBy(row => row.Sequence).AsEnumerable()
            .Select(row => (row.Kind, Fact: JsonNode.Parse(row.Payload)!["fact"]!.AsObject())).Where(row => (string?)row.Fact["ballot"] == ballot.ToString())];
    }

    /// <summary>A bare connection with somebody's cookies.</summary>
    public async Task<HubConnection> ConnectAsync(CookieContainer cookies, Action<JsonElement>? board = null, string? origin = null)
    {
        var connection = Sockets.Connection(new Uri(Server.Address, "/floor"), cookies, origin);
        connection.On("Board", board ?? (_ => { }));
        await connection.StartAsync();
        return connection;
    }

    /// <summary>Cookies of a second browser in which somebody signs in with the account the secretariat makes them.</summary>
    public async Task<CookieContainer> SignInAsync(Phone phone, string name)
    {
        await Meeting.PostAsync("/api/accounts", new { name, password = "correct horse battery", assembly = Meeting.Id, participant = phone.Participant });
        var cookies = new CookieContainer();
        await Meeting.PostAsync("/api/sign-in", new { name, password = "correct horse battery" }, cookies);
        return cookies;
    }

    public Task<Answer> SubmitAsync(HubConnection connection, string kind, object body, Guid? id = null, Guid? assembly = null) =>
        connection.InvokeAsync<Answer>("Submit", new { id = id ?? Guid.NewGuid(), assembly = assembly ?? Meeting.Id.Value, kind, body });

    /// <summary>Waits for a complaint that a test has provoked, so that no other test finds it.</summary>
    public async Task ForgiveAsync(string complaint)
    {
        for (var waited = 0; !Complaints.Contains(complaint, StringComparison.Ordinal); waited++)
        {
            Assert.True(waited < 200, $"The server did not complain of: {complaint}");
            await Task.Delay(25);
        }
        _forgiven = Server.Errors.Count;
    }

    /// <summary>What the server said went wrong, apart from slow disks and from what is forgiven.</summary>
    public string Complaints => string.Join("\n", Server.Errors.Skip(_forgiven).Where(line => line.Contains("fail:", StringComparison.Ordinal) || line.Contains("crit:", StringComparison.Ordinal) || line.Contains("Exception", StringComparison.Ordinal) || line.TrimStart().StartsWith("at ", StringComparison.Ordinal)));
}

/// <summary>Tests with the real program run one after another, when the machine is theirs.</summary>
[CollectionDefinition(RunningHall.Name, DisableParallelization = true)]
public sealed class RunningHallTests : ICollectionFixture<RunningHall>;

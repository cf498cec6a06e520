using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Harness;
using Xunit;

namespace Ifmsa.Assembly.Rehearsal.Tests;

/// <summary>
/// 127 members on the real program take ten votes of different kinds, while connections drop, the server is killed, messages come twice and late,
/// and one member votes on paper: nothing is lost or doubled, and the result is on every screen within a second of the last answer.
/// REHEARSAL_SEED repeats what the bots choose.
/// </summary>
public sealed class Ten_votes(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Every = "every";
    private const int Rounds = 15;

    private static readonly string[] Settings = ["--Floor:CommandBurst=20000", "--Floor:CommandsPerSecond=5000", "--Floor:ConnectionsPerDevice=1000"];

    private readonly ServerProcess _server = new();
    private readonly Told _told = new();
    private readonly List<(string Kind, TimeSpan Took)> _took = [];
    private readonly int _seed = int.TryParse(Environment.GetEnvironmentVariable("REHEARSAL_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
    private Meeting _meeting = null!;
    private Phone _chair = null!, _desk = null!, _officer = null!, _screen = null!;
    private IReadOnlyList<Phone> _delegates = [];
    private IReadOnlyList<Bot> _bots = [];
    private int _kills;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        ServerProcess.LayOut(Every, "IFMSA, with every kind of vote", rules =>
        {
            rules["voting"] = new JsonObject { ["seconds"] = 0, ["closesWhenAll"] = false, ["objectionSeconds"] = 1, ["article"] = "[M] annex 4" };
            rules["votes"] = new JsonObject { ["elections"] = new JsonObject { ["atMost"] = 10, ["split"] = true, ["namedVoters"] = false, ["article"] = "[M] 8.3.3" } };
            rules["proxies"]!["letter"] = false;
        });
        await _server.StartAsync(Settings);
        var lines = await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "templates", "samples", "members.csv"));
        // From 1 to 10 votes in elections.
        var csv = string.Join("\n", lines.Select((line, place) => $"{line},{(place == 0 ? "election_votes" : ((place % 10) + 1).ToString(CultureInfo.InvariantCulture))}"));
        _meeting = await Meeting.CreateAsync(_server.Address, await _server.FirstSecretAsync(), csv, Every);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _meeting.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task lose_nothing_and_double_nothing_in_ten_thousand_and_are_declared_within_a_second()
    {
        Assert.Equal(127, _meeting.Members.Count);
        await GatherAsync();
        await QuestionByEveryRungAsync();
        await TwoThirdsWithAnObjectionAsync();
        await VoteAsync("totals only", Question("budget", ("disclosure", "totals")), Choosing("for", "against", "abstain"), killed: true);
        await VoteAsync("one of several", Question("choice", ("proposals", new JsonArray("Red", "Green", "Blue", "Grey"))), Choosing("1", "2", "3", "4", "against", "abstain"));
        await VoteAsync("several of several", Question("places", ("proposals", new JsonArray("A", "B", "C", "D", "E")), ("seats", 3), ("atMost", 3)), ThreeOfFive, killed: true);
        await AmendmentAndBylawsAsync();
        await RollCallAsync();
        await PlacardsAsync();
        await SplitVotesAsync();
        await JudgeAsync();
    }

    private async Task GatherAsync()
    {
        var plenary = Guid.NewGuid();
        await Meeting.DoAsync(_meeting.Secretariat, "plenary.plan", new { plenary, number = 1, venue = "Main hall", starts = "2011-08-01T16:00:00Z", ends = "2011-08-01T23:00:00Z" });
        await Meeting.DoAsync(_meeting.Secretariat, "agenda.add", new { item = Guid.NewGuid(), title = "Ten votes", plenary });
        _chair = await _meeting.EnrolAsync("President of the Executive Board", "executive");
        _desk = await _meeting.EnrolAsync("Credentials desk", "desk");
        _officer = await _meeting.EnrolAsync("Returning officer", "officer");
        _screen = await _meeting.EnrolAsync("Hall screen", "screen");
        _delegates = await _meeting.SeatAsync(_meeting.Members.Keys.Order(StringComparer.Ordinal));
        await Meeting.DoAsync(_chair.Client, "chair.assume", new { });
        await Meeting.DoAsync(_chair.Client, "plenary.call-roll", new { plenary });
        var voters = _delegates.Where(phone => (bool)_screen.Client.Board("members")!["members"]![phone.MemberId.ToString()]!["votes"]!).ToList();
        // Two are away, and have the third last vote for them.
        foreach (var phone in _delegates.Except(voters.TakeLast(2)))
            await Meeting.DoAsync(_desk.Client, "card.give", new { member = phone.MemberId, to = phone.Participant });
        foreach (var away in voters.TakeLast(2))
            await Meeting.DoAsync(_desk.Client, "proxy.give", new { from = away.MemberId, holder = voters[^3].MemberId });
        _bots = [.. voters.SkipLast(2).Select((phone, place) => new Bot(phone, _told, _seed + place))];
        await Meeting.DoAsync(_chair.Client, "plenary.open", new { });
        await Meeting.DoAsync(_chair.Client, "item.next", new { });
    }

    /// <summary>Phones, two officers' entry, an entry confirmed on the delegation's own phone, and one member's paper, in one vote.</summary>
    private async Task QuestionByEveryRungAsync()
    {
        var motion = await PutAsync("Found a library", "motion");
        var (entered, confirmed, onPaper) = (_bots[0], _bots[1], _bots[2]);
        await TakeAsync("question, by every rung", new() { ["motion"] = motion.ToString() }, async ballot =>
        {
            var voting = Task.WhenAll(_bots.Skip(3).Select(bot => bot.VoteAsync(ballot, Rounds, Choosing("for", "against", "abstain"))));
            await Meeting.DoAsync(_officer.Client, "ballot.enter", new { ballot, member = entered.Phone.MemberId, option = "for" });
            Assert.Equal("ballot.entries-differ", (await _desk.Client.SubmitAsync("ballot.confirm-entry", new { ballot, member = entered.Phone.MemberId, option = "against" })).Refusal?.Code);
            await Meeting.DoAsync(_desk.Client, "ballot.confirm-entry", new { ballot, member = entered.Phone.MemberId, option = "for" });
            _told.Stands(ballot, entered.Phone.MemberId, new("for"));
            await Meeting.DoAsync(_officer.Client, "ballot.enter", new { ballot, member = confirmed.Phone.MemberId, option = "against" });
            await Meeting.DoAsync(confirmed.Phone.Client, "ballot.confirm-own", new { ballot, option = "against" });
            _told.Stands(ballot, confirmed.Phone.MemberId, new("against"));
            var figures = new Dictionary<string, int>(StringComparer.Ordinal) { ["for"] = 0, ["against"] = 0, ["abstain"] = 1 };
            await Meeting.DoAsync(_officer.Client, "ballot.enter-paper", new { ballot, members = new[] { onPaper.Phone.MemberId }, papers = 1, figures });
            await Meeting.DoAsync(_desk.Client, "ballot.confirm-paper", new { ballot, number = 1, papers = 1, figures });
            _told.Counted(ballot, figures);
            Assert.Equal("ballot.on-paper", (await onPaper.Phone.Client.CastAsync(ballot, "for")).Refusal?.Code);
            await voting;
        }, killed: true);
    }

    private Task TwoThirdsWithAnObjectionAsync() =>
        TakeAsync("two thirds, one objection upheld", Question("policy"), ballot => VotesOfAllAsync(ballot, Choosing("for", "against", "abstain")), checking: async ballot =>
        {
            var phone = _bots[7].Phone;
            var meant = _told.Standing(ballot, phone.MemberId).Option == "for" ? "against" : "for";
            await Meeting.DoAsync(phone.Client, "ballot.object", new { ballot, error = "shownOtherwise", option = meant });
            await Meeting.DoAsync(_chair.Client, "ballot.settle-objection", new { ballot, member = phone.MemberId, upheld = true });
            _told.Stands(ballot, phone.MemberId, new(meant));
        });

    /// <summary>The original against an amendment, and then the motion, which changes the bylaws: proxies hold there.</summary>
    private async Task AmendmentAndBylawsAsync()
    {
        var (motion, amendment) = (await PutAsync("Amend the bylaws", "bylaws"), Guid.NewGuid());
        await Meeting.DoAsync(_bots[12].Phone.Client, "amendment.propose", new { amendment, motion, edits = new[] { new { start = 0, length = 3, text = "This" } } });
        await Meeting.DoAsync(_chair.Client, "amendment.put", new { amendment });
        await Meeting.DoAsync(_bots[10].Phone.Client, "amendment.refuse", new { amendment });
        await VoteAsync("original against amendment", new() { ["amendment"] = amendment.ToString() }, Choosing("amendment", "original", "abstain"));
        _bots[^1].Holds = [.. _delegates.Where(phone => _bots.All(bot => bot.Phone != phone) && Votes(phone)).Select(phone => phone.MemberId)];
        Assert.Equal(2, _bots[^1].Holds.Count);
        await VoteAsync("bylaws, two by proxy", new() { ["motion"] = motion.ToString() }, Choosing("for", "against", "abstain"), killed: true);
        _bots[^1].Holds = [];
    }

    /// <summary>Each member in its turn: aloud, on its own phone, or passing once.</summary>
    private Task RollCallAsync() => TakeAsync("roll call by name", Question("motion", ("method", "rollCall")), async ballot =>
    {
        var board = await _officer.Client.UntilAsync("progress", shown => (string?)shown["ballot"] == ballot.ToString());
        var (called, passed) = (board["called"]!.AsArray().Select(member => new MemberId(Guid.Parse((string)member!))).ToList(), new List<MemberId>());
        Assert.Equal(_bots.Count, called.Count);
        foreach (var (place, member) in called.Index())
        {
            if (place % 10 == 3)
            {
                await Meeting.DoAsync(_officer.Client, "ballot.pass", new { ballot, member });
                passed.Add(member);
            }
            else if (place % 10 == 5)
            {
                await _bots.First(bot => bot.Phone.MemberId == member).CastAsync(ballot, new("for"), members: null);
            }
            else
            {
                await AnswerAsync(ballot, member, place % 4 == 0 ? "against" : "for");
            }
        }
        foreach (var member in passed)
            await AnswerAsync(ballot, member, "abstain");
    });

    private async Task AnswerAsync(BallotId ballot, MemberId member, string option)
    {
        await Meeting.DoAsync(_officer.Client, "ballot.answer", new { ballot, member, option });
        _told.Stands(ballot, member, new(option));
    }

    private Task PlacardsAsync() => TakeAsync("placards", Question("motion", ("method", "placards")), async ballot =>
    {
        var figures = new Dictionary<string, int>(StringComparer.Ordinal) { ["for"] = _bots.Count - 12, ["against"] = 9, ["abstain"] = 3 };
        await Meeting.DoAsync(_officer.Client, "ballot.enter-figures", new { ballot, figures });
        _told.Counted(ballot, figures);
    });

    /// <summary>An election in which members have one to ten votes, and give them to different nominees.</summary>
    private async Task SplitVotesAsync()
    {
        var election = Guid.NewGuid();
        string[] nominees = [.. _bots.Take(3).Select(bot => bot.Phone.Participant.ToString()), "abstain"];
        await Meeting.DoAsync(_chair.Client, "election.open", new { election, title = "Auditor", decision = "election" });
        foreach (var nominee in nominees.SkipLast(1))
            await Meeting.DoAsync(_chair.Client, "election.nominate", new { election, participant = nominee });
        await VoteAsync("election with split votes", new() { ["election"] = election.ToString() }, (random, votes) =>
        {
            var first = random.Next(votes) + 1;
            var (one, other) = (nominees[random.Next(2)], nominees[2 + random.Next(2)]);
            return first == votes ? new(one) : new("", [new([one], first), new([other], votes - first)]);
        });
    }

    private static Slip ThreeOfFive(Random random, int votes)
    {
        string[] proposals = ["1", "2", "3", "4", "5"];
        random.Shuffle(proposals);
        return random.Next(8) == 0 ? new("abstain") : new("", [new([.. proposals.Take(1 + random.Next(3))], votes)]);
    }

    private static Func<Random, int, Slip> Choosing(params string[] options) => (random, _) => new(options[random.Next(options.Length)]);

    private static JsonObject Question(string decision, params IEnumerable<(string Name, JsonNode Value)> more)
    {
        var opening = new JsonObject { ["title"] = "A question", ["decision"] = decision };
        foreach (var (name, value) in more)
            opening[name] = value;
        return opening;
    }

    private async Task<Guid> PutAsync(string title, string decision)
    {
        var motion = Guid.NewGuid();
        await Meeting.DoAsync(_bots[10].Phone.Client, "motion.submit", new { motion, title, text = "The assembly decides so.", decision });
        await Meeting.DoAsync(_chair.Client, "motion.put", new { motion });
        await Meeting.DoAsync(_bots[11].Phone.Client, "motion.second", new { motion });
        return motion;
    }

    private Task VoteAsync(string kind, JsonObject opening, Func<Random, int, Slip> choose, bool killed = false) => TakeAsync(kind, opening, ballot => VotesOfAllAsync(ballot, choose), killed: killed);

    private Task VotesOfAllAsync(BallotId ballot, Func<Random, int, Slip> choose) => Task.WhenAll(_bots.Select(bot => bot.VoteAsync(ballot, Rounds, choose)));

    /// <summary>A whole vote; the chair closes it with the last answer, and declares it once it can. The objection window, with what is settled in it, stands apart.</summary>
    private async Task TakeAsync(string kind, JsonObject opening, Func<BallotId, Task> taking, Func<BallotId, Task>? checking = null, bool killed = false)
    {
        var ballot = new BallotId(Guid.NewGuid());
        opening["ballot"] = ballot.ToString();
        opening["method"] ??= "phones";
        await Meeting.DoAsync(_chair.Client, "ballot.open", opening);
        await Task.WhenAll(taking(ballot), killed ? KillAsync() : Task.CompletedTask);
        var clock = Stopwatch.StartNew();
        await Meeting.DoAsync(_chair.Client, "ballot.close", new { ballot });
        var closed = clock.Elapsed;
        if (checking is not null)
            await checking(ballot);
        var settled = clock.Elapsed - closed;
        var board = await _chair.Client.UntilAsync("ballot", shown => IsAt(shown, ballot, "counted"));
        // The screen may still come back from a killed server, and show the vote before.
        Assert.Null((await _screen.Client.UntilAsync("ballot", shown => IsAt(shown, ballot, "counted")))["current"]!["result"]);
        await Meeting.DoAsync(_chair.Client, "ballot.declare", new { ballot });
        await Task.WhenAll(_delegates.Append(_chair).Append(_screen).Select(phone => phone.Client.UntilAsync("ballot", shown => IsAt(shown, ballot, "declared"))));
        var window = TimeSpan.FromSeconds((int)board["current"]!["objectionSeconds"]!);
        _took.Add((kind, clock.Elapsed - (settled > window ? settled : window)));
        _told.Declared(ballot, (JsonObject)_screen.Client.Board("ballot")!["current"]!["result"]!.DeepClone());
    }

    private static bool IsAt(JsonObject board, BallotId ballot, string phase) =>
        (string?)board["current"]?["id"] == ballot.ToString() && (string?)board["current"]!["phase"] == phase;

    /// <summary>kill -9 in the middle of an open vote.</summary>
    private async Task KillAsync()
    {
        await Task.Delay(500);
        await _server.KillAsync();
        _kills++;
        await _server.StartAsync(Settings);
    }

    private async Task JudgeAsync()
    {
        Assert.Equal(0, await _server.TerminateAsync());
        foreach (var (kind, took) in _took)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{took.TotalMilliseconds,6:0} ms from the last answer to declared on every screen: {kind}"));
        var median = _took.Select(each => each.Took).Order().ElementAt(_took.Count / 2);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"seed {_seed}: {_told.Acknowledged} casts acknowledged, {_bots.Sum(bot => bot.Drops)} connections dropped, {_kills} kills, {_bots.Sum(bot => bot.Doubles)} sent twice, {_bots.Sum(bot => bot.Late)} late; median {median.TotalMilliseconds:0} ms"));
        _told.Judge(_server.Database, _meeting.Id);
        var (code, verified) = await ServerProcess.RunAsync("verify", _server.Database);
        Assert.Equal((0, true), (code, verified.StartsWith("intact\t", StringComparison.Ordinal)));
        Assert.Equal(10, _took.Count);
        Assert.True(_told.Acknowledged >= 10_000 && _kills >= 3, $"{_told.Acknowledged} votes, {_kills} kills.");
        Assert.All([_bots.Sum(bot => bot.Drops), _bots.Sum(bot => bot.Doubles), _bots.Sum(bot => bot.Late)], faults => Assert.True(faults > 100));
        Assert.True(median <= TimeSpan.FromSeconds(1), $"It took {median.TotalSeconds:F1} s in the middle.");
    }

    private bool Votes(Phone phone) => (bool)_screen.Client.Board("members")!["members"]![phone.MemberId.ToString()]!["votes"]!;
}

using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Harness;
using Ifmsa.Assembly.Server.Floor;
using Ifmsa.Assembly.Server.Floor.Boards;
using Microsoft.AspNetCore.SignalR.Client;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.OnTheFloor.Rooms;

/// <summary>What a delegation tells its head in private, with the real program: nobody else gets it, and nothing of it stays.</summary>
[Collection(RunningHall.Name)]
public sealed class A_room_over_the_wire : IAsyncLifetime
{
    // Whatever the server can be made to log is logged.
    private readonly RunningHall _hall = new(4, "--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft=Trace", "--Logging:LogLevel:Microsoft.AspNetCore.SignalR=Trace");
    private readonly string _note = $"quiet word {Guid.NewGuid():N}";
    private readonly string _fromHome = $"board of May {Guid.NewGuid():N}";
    private Phone _colleague = null!, _observer = null!;

    private Phone Head => _hall.Delegates[1];

    public async ValueTask InitializeAsync()
    {
        await _hall.InitializeAsync();
        _colleague = (await _hall.Meeting.SeatAsync([Head.Member], seat: 2))[0];
        _observer = await _hall.Meeting.EnrolAsync("Observer", "observer");
    }

    public ValueTask DisposeAsync() => _hall.DisposeAsync();

    [Fact]
    public async Task is_heard_by_its_own_delegation_and_gone_at_the_gavel()
    {
        var motion = Guid.NewGuid();
        await Meeting.DoAsync(_hall.Delegates[0].Client, "motion.submit", new { motion, title = "A motion on record", text = "It is so.", decision = "policy" });
        await TakenAsync(Head, "Mandate", new { option = "for", note = _fromHome, motion });
        var ballot = await _hall.OpenAsync();
        await TakenAsync(_colleague, "Advise", new { ballot, options = new[] { "against" }, note = _note });
        foreach (var phone in new[] { Head, _colleague })
        {
            var room = await phone.Client.UntilAsync("room", board => board.ToJsonString().Contains(_note, StringComparison.Ordinal));
            Assert.Equal(_note, (string?)room["advice"]![_colleague.Participant.ToString()]!["note"]);
            Assert.Equal("for", (string?)room["mandates"]![motion.ToString()]!["option"]);
        }

        // Other delegations have rooms of their own; nobody else has one at all.
        var seen = await Task.WhenAll(Others.Select(async phone => (phone.Member, Boards: await SeenAsync(phone))));
        Assert.All(seen, each => Assert.DoesNotContain(each.Boards.Values, board => Holds(board, _note) || Holds(board, _fromHome)));
        Assert.Equal(_hall.Delegates.Where(phone => phone != Head).Select(phone => phone.Member).Order(), seen.Where(each => each.Boards.ContainsKey("room")).Select(each => each.Member).Order());

        await Task.WhenAll(_hall.Delegates.Select(phone => phone.Client.CastAsync(ballot, "for")));
        await _hall.FinishAsync(ballot);
        foreach (var phone in new[] { Head, _colleague })
            await phone.Client.UntilAsync("room", board => board["advice"]!.AsObject().Count == 0 && board["mandates"]!.AsObject().Count == 1);
        Assert.DoesNotContain((await SeenAsync(Head)).Values, board => Holds(board, _note));
        Assert.Equal("ballot.not-open", (await TellAsync(_colleague, "Advise", new { ballot, options = new[] { "for" } })).Refusal?.Code);

        Assert.DoesNotContain((await SeenAsync(_hall.Secretary)).Values, board => Holds(board, _note) || Holds(board, _fromHome));
        await NowhereAsync();
        await Meeting.DoAsync(_hall.Chair.Client, "plenary.adjourn", new { });
        await NowhereAsync();
    }

    [Fact]
    public async Task is_lost_with_the_server_and_taken_again_from_the_phone()
    {
        var ballot = await _hall.OpenAsync();
        await TakenAsync(_colleague, "Advise", new { ballot, options = new[] { "against" }, note = _note });
        await Head.Client.UntilAsync("room", board => Holds(board, _note));
        await _hall.Server.KillAsync();
        await _hall.Server.StartAsync();
        await Head.Client.UntilAsync("room", board => !Holds(board, _note));
        var call = await Meeting.DoAsync(_hall.Chair.Client, "hall.call", new { minutes = 2 });
        await _colleague.Client.UntilVersionAsync("plenary", call.Sequence!.Value);
        await TakenAsync(_colleague, "Advise", new { ballot, options = new[] { "against" }, note = _note });
        await Head.Client.UntilAsync("room", board => Holds(board, _note));
    }

    [Fact]
    public async Task refuses_in_words_whatever_is_no_advice_and_keeps_the_line()
    {
        var ballot = await _hall.OpenAsync();
        var before = _colleague.Client.Connections;
        foreach (var (method, body, code) in new (string, string, string)[]
        {
            ("Advise", "null", "command.unreadable"),
            ("Advise", "7", "command.unreadable"),
            ("Advise", "[]", "command.unreadable"),
            ("Advise", "{}", "command.unreadable"),
            ("Advise", $$"""{"ballot":"{{ballot}}"}""", "command.unreadable"),
            ("Advise", $$"""{"ballot":"{{ballot}}","options":null}""", "command.unreadable"),
            ("Advise", $$"""{"ballot":"{{ballot}}","options":[null]}""", "command.unreadable"),
            ("Advise", $$"""{"ballot":"{{ballot}}","options":["for"],"member":"{{Head.MemberId}}"}""", "command.unreadable"),
            ("Advise", $$"""{"ballot":"{{ballot}}","options":["\ud800"]}""", "command.unreadable"),
            ("Advise", $$"""{"ballot":"{{ballot}}","options":["sing"]}""", "ballot.unknown-option"),
            ("Advise", $$"""{"ballot":"{{Guid.NewGuid()}}","options":["for"]}""", "ballot.unknown"),
            ("Advise", $$"""{"ballot":"{{ballot}}","options":["for"],"note":"{{new string('x', 201)}}"}""", "words.too-long"),
            ("Advise", $$"""{"ballot":"{{ballot}}","options":["for"],"note":"{{new string('x', 40_000)}}"}""", "command.too-long"),
            ("Advise", $$"""{"ballot":"{{ballot}}","options":["for"],"note":"a\u202eb"}""", "words.unprintable"),
            ("Mandate", $$"""{"option":"for","ballot":"{{ballot}}"}""", "room.not-head"),
            ("Mandate", "\"for\"", "command.unreadable"),
        })
        {
            var answer = await _colleague.Client.InvokeAsync<Answer>(method, new RawJson($$"""{"assembly":"{{_hall.Meeting.Id}}","body":{{body}}}"""));
            Assert.Equal((body, code), (body, answer.Refusal?.Code));
            Assert.DoesNotContain("room.", answer.Refusal!.Text, StringComparison.Ordinal);
        }
        foreach (var message in new[] { "null", "7", "{}", """{"\ud800":1}""", """{"assembly":"\ud800","body":{}}""", """{"assembly":"here","body":{}}""" })
            Assert.Equal("command.unreadable", (await _colleague.Client.InvokeAsync<Answer>("Advise", new RawJson(message))).Refusal?.Code);
        Assert.Equal("assembly.unknown", (await _colleague.Client.InvokeAsync<Answer>("Advise", new { assembly = Guid.NewGuid(), body = new { ballot, options = new[] { "for" } } })).Refusal?.Code);
        foreach (var nobody in new[] { _observer, _hall.Chair, _hall.Secretary, _hall.Desk, _hall.Officer, _hall.Screen })
        {
            Assert.Equal("room.no-delegation", (await TellAsync(nobody, "Advise", new { ballot, options = new[] { "for" } })).Refusal?.Code);
            Assert.Equal("room.no-delegation", (await TellAsync(nobody, "Mandate", new { ballot, option = "for" })).Refusal?.Code);
        }
        await TakenAsync(_colleague, "Advise", new { ballot, options = new[] { "for" } });
        Assert.Equal(before, _colleague.Client.Connections);
        Assert.DoesNotContain(_hall.Server.Errors, line => line.Contains("fail:", StringComparison.Ordinal));
    }

    private IEnumerable<Phone> Others => [.. _hall.Delegates.Where(phone => phone != Head), _observer, _hall.Chair, _hall.Desk, _hall.Officer, _hall.Secretary, _hall.Screen];

    private static bool Holds(JsonObject board, string words) => board.ToJsonString().Contains(words, StringComparison.Ordinal);

    private Task<Answer> TellAsync(Phone phone, string method, object body) => phone.Client.InvokeAsync<Answer>(method, new { assembly = _hall.Meeting.Id, body });

    private async Task TakenAsync(Phone phone, string method, object body)
    {
        var answer = await TellAsync(phone, method, body);
        Assert.True(answer.Accepted, answer.Refusal?.Code);
        Assert.Null(answer.Sequence);
    }

    /// <summary>All boards that a new connection of somebody's gets, and those that come while it looks.</summary>
    private async Task<Dictionary<string, JsonObject>> SeenAsync(Phone phone)
    {
        var seen = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        await using var connection = await _hall.ConnectAsync(phone.Cookies, board =>
        {
            lock (seen)
                seen[board.GetProperty("name").GetString()!] = JsonObject.Create(board)!;
        });
        var following = await connection.InvokeAsync<JsonElement>("Follow", new { assembly = _hall.Meeting.Id, have = new { } });
        var names = following.GetProperty("boards").EnumerateArray().Select(name => name.GetString()!).ToHashSet(StringComparer.Ordinal);
        for (var waited = 0; ; waited++)
        {
            lock (seen)
            {
                if (names.IsSubsetOf(seen.Keys))
                    return new(seen, StringComparer.Ordinal);
            }
            Assert.True(waited < 400, "The boards did not come within ten seconds.");
            await Task.Delay(25);
        }
    }

    /// <summary>No byte of it in the database, its log, a backup or anything else of the data folder, nor in what the server said.</summary>
    private async Task NowhereAsync()
    {
        var (found, control) = (new List<string>(), false);
        foreach (var file in Directory.EnumerateFiles(_hall.Server.Data, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "server.lock"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy);
            var bytes = copy.ToArray();
            control |= bytes.AsSpan().IndexOf("A motion on record"u8) >= 0;
            foreach (var words in new[] { _note, _fromHome })
            {
                if (bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(words)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(words)) >= 0)
                    found.Add(file);
            }
        }
        Assert.True(control, "What is in the journal is not found either.");
        Assert.Empty(found);
        Assert.Contains(_hall.Server.Errors.Concat(_hall.Server.Output), line => line.Contains("Advise", StringComparison.Ordinal));
        Assert.DoesNotContain(_hall.Server.Errors.Concat(_hall.Server.Output), line => line.Contains(_note, StringComparison.Ordinal) || line.Contains(_fromHome, StringComparison.Ordinal));
    }
}

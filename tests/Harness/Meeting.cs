using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Floor;

namespace Ifmsa.Assembly.Harness;

/// <summary>A member's seat with the phone bound to it.</summary>
public sealed record Phone(string Member, MemberId MemberId, ParticipantId Participant, CookieContainer Cookies, FloorClient Client);

/// <summary>An assembly set up as a secretariat does it, over HTTP and the hub alone: account, assembly, members, people, codes, phones.</summary>
public sealed class Meeting : IAsyncDisposable
{
    private readonly Uri _server;
    private readonly CookieContainer _cookies;
    private readonly List<IAsyncDisposable> _open = [];

    private Meeting(Uri server, CookieContainer cookies) => (_server, _cookies) = (server, cookies);

    /// <summary>The assembly.</summary>
    public AssemblyId Id { get; private set; }

    /// <summary>The secretariat's own connection.</summary>
    public FloorClient Secretariat { get; private set; } = null!;

    /// <summary>Members by short name.</summary>
    public IDictionary<string, MemberId> Members { get; } = new Dictionary<string, MemberId>(StringComparer.Ordinal);

    /// <summary>Creates the first account with the secret of the server's link, and an assembly with these members.</summary>
    public static async Task<Meeting> CreateAsync(Uri server, string firstSecret, string membersCsv, string rulebook = "ifmsa")
    {
        var meeting = new Meeting(server, new());
        await meeting.PostAsync("/api/first-account", new { secret = firstSecret, name = "Secretariat", password = "correct horse battery" });
        await meeting.BeginAsync(membersCsv, rulebook, "August Meeting");
        return meeting;
    }

    /// <summary>Registers somebody with duties, with a phone of their own by a join code.</summary>
    public async Task<Phone> EnrolAsync(string name, params string[] duties)
    {
        var person = Guid.NewGuid();
        await DoAsync(Secretariat, "participant.enroll", new { participant = person, name, duties });
        return (await JoinAsync([(name, default, new(person))], connect: true))[0];
    }

    /// <summary>Another assembly on the same server, by the same account.</summary>
    public async Task<Meeting> AnotherAsync(string membersCsv, string name = "August Meeting", string rulebook = ServerProcess.Swift)
    {
        var other = new Meeting(_server, _cookies);
        await other.BeginAsync(membersCsv, rulebook, name);
        return other;
    }

    /// <summary>Registers somebody with duties; their code is printed, nothing is joined.</summary>
    public async Task<(ParticipantId Participant, string Scanned, string Typed)> InviteAsync(string name, params string[] duties)
    {
        var person = new ParticipantId(Guid.NewGuid());
        await DoAsync(Secretariat, "participant.enroll", new { participant = person, name, duties });
        return (await PrintAsync([person]))[0];
    }

    /// <summary>Makes a seat for a member, and prints its code.</summary>
    public async Task<(ParticipantId Participant, string Scanned, string Typed)> InviteSeatAsync(string member, int seat = 1)
    {
        var person = new ParticipantId(Guid.NewGuid());
        await DoAsync(Secretariat, "delegation.seat", new { seats = new[] { new { participant = person, member = Members[member], seat } } });
        return (await PrintAsync([person]))[0];
    }

    /// <summary>Prints codes; an older one of the same seat is dead after that.</summary>
    public async Task<IReadOnlyList<(ParticipantId Participant, string Scanned, string Typed)>> PrintAsync(IEnumerable<ParticipantId> participants)
    {
        var sheet = await PostAsync($"/api/a/{Id}/codes?form=json", new { participants });
        return [.. sheet["codes"]!.AsArray().Select(line => (new ParticipantId(Guid.Parse((string)line!["participant"]!)), (string)line["qrSecret"]!, (string)line["typedCode"]!))];
    }

    /// <summary>Seats one delegate for each member, in one go, each with a phone by a join code.</summary>
    public async Task<IReadOnlyList<Phone>> SeatAsync(IEnumerable<string> members, int seat = 1, bool connect = true)
    {
        var rows = members.Select(name => (Name: name, Member: Members[name], Participant: new ParticipantId(Guid.NewGuid()))).ToList();
        foreach (var chunk in rows.Chunk(200))
            await DoAsync(Secretariat, "delegation.seat", new { seats = chunk.Select(row => new { participant = row.Participant, member = row.Member, seat }) });
        return await JoinAsync(rows, connect);
    }

    /// <summary>Gives somebody a name and password.</summary>
    public async Task SetAccountAsync(Phone phone, string name, string password = "correct horse battery") =>
        await PostAsync("/api/account", new { name, password }, phone.Cookies);

    /// <summary>Submits a command and fails the test where it is refused.</summary>
    public static async Task<Answer> DoAsync(FloorClient client, string kind, object body)
    {
        var answer = await client.SubmitAsync(kind, body);
        return answer.Refusal is { } refusal ? throw new InvalidOperationException($"{kind} was refused: {refusal.Code}: {refusal.Text}") : answer;
    }

    /// <summary>A connection with somebody's cookies.</summary>
    public async Task<FloorClient> ConnectAsync(CookieContainer cookies)
    {
        var client = new FloorClient(_server, Id, cookies);
        lock (_open)
            _open.Add(client);
        await client.StartAsync();
        return client;
    }

    /// <summary>Posts JSON; the answer, where it is a good one.</summary>
    public Task<JsonObject> PostAsync(string path, object body, CookieContainer? cookies = null) =>
        SendAsync(path, JsonContent.Create(body, options: JournalJson.Options), cookies);

    /// <summary>Gets bytes with somebody's cookies; the secretariat's by default.</summary>
    public async Task<(HttpStatusCode Status, byte[] Body)> GetAsync(string path, CookieContainer? cookies = null)
    {
        using var http = Http(cookies ?? _cookies);
        using var response = await http.GetAsync(new Uri(_server, path));
        return (response.StatusCode, await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Posts a table as the secretariat.</summary>
    public async Task<(HttpStatusCode Status, string Body)> PrintTextAsync(string path, string csv)
    {
        using var http = Http(_cookies);
        using var response = await http.PostAsync(new Uri(_server, path), new StringContent(csv, Encoding.UTF8, "text/csv"));
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Deletes as the secretariat.</summary>
    public async Task<(HttpStatusCode Status, byte[] Body)> DeleteAsync(string path)
    {
        using var http = Http(_cookies);
        using var response = await http.DeleteAsync(new Uri(_server, path));
        return (response.StatusCode, await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Posts as the secretariat and takes bytes.</summary>
    public async Task<(HttpStatusCode Status, byte[] Body)> PrintAsync(string path, object body)
    {
        using var http = Http(_cookies);
        using var response = await http.PostAsync(new Uri(_server, path), JsonContent.Create(body, options: JournalJson.Options));
        return (response.StatusCode, await response.Content.ReadAsByteArrayAsync());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var open in _open)
            await open.DisposeAsync();
    }

    private async Task BeginAsync(string membersCsv, string rulebook, string name)
    {
        var made = await PostAsync("/api/assemblies", new
        {
            name, starts = "2011-08-01", ends = "2011-08-07", venue = "Congress hall", zone = "Europe/Copenhagen", languages = new[] { "en" }, rulebook,
        });
        Id = new(Guid.Parse((string)made["assembly"]!));
        var preview = await SendAsync($"/api/a/{Id}/members/preview", new StringContent(membersCsv, Encoding.UTF8, "text/csv"));
        await SendAsync($"/api/a/{Id}/members/import?token={preview["token"]}", new StringContent(membersCsv, Encoding.UTF8, "text/csv"));
        Secretariat = await ConnectAsync(_cookies);
        foreach (var (id, member) in (await Secretariat.UntilAsync("members", board => board["members"]!.AsObject().Count > 0))["members"]!.AsObject())
            Members[(string)member!["shortName"]!] = new(Guid.Parse(id));
    }

    private async Task<IReadOnlyList<Phone>> JoinAsync(IReadOnlyList<(string Name, MemberId Member, ParticipantId Participant)> seats, bool connect)
    {
        var codes = new Dictionary<ParticipantId, string>();
        foreach (var chunk in seats.Chunk(200))
        {
            var sheet = await PostAsync($"/api/a/{Id}/codes?form=json", new { participants = chunk.Select(seat => seat.Participant) });
            foreach (var line in sheet["codes"]!.AsArray())
                codes[new(Guid.Parse((string)line!["participant"]!))] = (string)line["qrSecret"]!;
        }
        var phones = new List<Phone>();
        foreach (var some in seats.Chunk(20))
        {
            phones.AddRange(await Task.WhenAll(some.Select(async seat =>
            {
                var cookies = new CookieContainer();
                await PostAsync("/j", new { code = codes[seat.Participant] }, cookies);
                return new Phone(seat.Name, seat.Member, seat.Participant, cookies, connect ? await ConnectAsync(cookies) : new FloorClient(_server, Id, cookies));
            })));
        }
        return phones;
    }

    private async Task<JsonObject> SendAsync(string path, HttpContent content, CookieContainer? cookies = null)
    {
        using var http = Http(cookies ?? _cookies);
        using var response = await http.PostAsync(new Uri(_server, path), content);
        var text = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode)
            throw new InvalidOperationException($"POST {path}: {(int)response.StatusCode} {text}");
        return text.Length == 0 ? [] : JsonNode.Parse(text) switch
        {
            JsonObject found => found,
            JsonArray list => new JsonObject { ["codes"] = list.DeepClone() },
            _ => [],
        };
    }

    private static HttpClient Http(CookieContainer cookies) => new(new SocketsHttpHandler { CookieContainer = cookies });
}

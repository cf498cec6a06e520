using System.Globalization;
using System.Text;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Harness;

namespace Ifmsa.Assembly.Benchmarks;

/// <summary>The real program with an assembly in session and a phone for each of many delegates.</summary>
public sealed class BenchHall : IAsyncDisposable
{
    private BenchHall(ServerProcess server, Meeting meeting, Phone chair, Phone desk, IReadOnlyList<Phone> delegates) =>
        (Server, Meeting, Chair, Desk, Delegates) = (server, meeting, chair, desk, delegates);

    /// <summary>The program.</summary>
    public ServerProcess Server { get; }

    /// <summary>The assembly.</summary>
    public Meeting Meeting { get; }

    /// <summary>Presides.</summary>
    public Phone Chair { get; }

    /// <summary>Gives cards.</summary>
    public Phone Desk { get; }

    /// <summary>Delegates, not connected themselves: the measurement connects in their name.</summary>
    public IReadOnlyList<Phone> Delegates { get; }

    /// <summary>Opens one with so many members and delegates for each; the first of each holds its card.</summary>
    public static async Task<BenchHall> OpenAsync(int members, int delegatesEach)
    {
        var server = new ServerProcess();
        await server.StartAsync("--Floor:CommandsPerSecond=10000", "--Floor:CommandBurst=100000", "--Logging:LogLevel:Default=Error");
        var csv = new StringBuilder("name,short_name,country,region,status,standing,previous_rights\n");
        for (var member = 1; member <= members; member++)
            csv.Append(CultureInfo.InvariantCulture, $"Member {member},M{member:D4},Country {member},Europe,full,good,yes\n");
        var meeting = await Meeting.CreateAsync(server.Address, await server.FirstSecretAsync(), csv.ToString(), ServerProcess.Swift);
        var plenary = Guid.NewGuid();
        await Meeting.DoAsync(meeting.Secretariat, "plenary.plan", new { plenary, number = 1, venue = "Hall", starts = "2026-08-01T16:00:00Z", ends = "2026-08-01T23:00:00Z" });
        var chair = await meeting.EnrolAsync("Chair", "executive");
        var desk = await meeting.EnrolAsync("Desk", "desk");
        var delegates = new List<Phone>();
        for (var seat = 1; seat <= delegatesEach; seat++)
            delegates.AddRange(await meeting.SeatAsync(meeting.Members.Keys, seat, connect: false));
        await Meeting.DoAsync(chair.Client, "chair.assume", new { });
        await Meeting.DoAsync(chair.Client, "plenary.call-roll", new { plenary });
        foreach (var phones in delegates.Take(members).Chunk(50))
            await Task.WhenAll(phones.Select(phone => Meeting.DoAsync(desk.Client, "card.give", new { member = phone.MemberId, to = phone.Participant })));
        await Meeting.DoAsync(chair.Client, "plenary.open", new { });
        return new(server, meeting, chair, desk, delegates);
    }

    /// <summary>Connects a wire in a delegate's name and has it follow the assembly.</summary>
    public Task<Wire> ConnectAsync(Phone phone) =>
        Wire.ConnectAsync(new Uri(Server.Address, "/floor"), phone.Cookies, $$$"""{"type":1,"invocationId":"0","target":"Follow","arguments":[{"assembly":"{{{Meeting.Id}}}","have":{}}]}""");

    /// <summary>The resident memory of the program, in megabytes.</summary>
    public static double Megabytes(int process) =>
        File.ReadLines($"/proc/{process}/status").Where(line => line.StartsWith("VmRSS", StringComparison.Ordinal))
            .Select(line => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024).Single();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Meeting.DisposeAsync();
        await Server.DisposeAsync();
    }
}

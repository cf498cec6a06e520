using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Agenda;
using Ifmsa.Assembly.Core.Credentials;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Core.Plenaries;
using Ifmsa.Assembly.Server.Accounts;
using Ifmsa.Assembly.Server.Federation;
using Ifmsa.Assembly.Server.Floor;

namespace Ifmsa.Assembly.Server.Demo;

/// <summary>Calls a fresh demo assembly into being, opens its first plenary, and makes a link for each role.</summary>
public sealed class DemoAssembly(Assemblies assemblies, Rulebooks rulebooks, AccountBook accounts, Sessions sessions, TimeProvider clock)
{
    /// <summary>The first plenary of the August Meeting 2011, item by item.</summary>
    private static readonly string[] Items =
    [
        "Opening of the plenary", "Election of the chair and vice-chair", "Appointment of the secretary and returning officers",
        "Election of the Constitution Credential Committee", "Election of the Financial Committee", "Adoption of the agenda", "Presentations of guests",
        "Introduction of the Officials", "Introduction of the Organising Committee", "Report of the Executive Board", "Report on member status", "Thanks",
    ];

    private static readonly (string Title, string Text, string Decision, string Proposer)[] Motions =
    [
        ("A climate policy for medical education",
            "The General Assembly adopts the policy on climate and health in medical education.\n\nMember organisations report on its use at the next assembly.", "policy", "bvmd"),
        ("A working group on exchanges",
            "The General Assembly founds a working group on exchanges.\n\nIt has **five** members, one from each region.\n\nIt reports at the March Meeting.", "motion", "IFMSA-Spain"),
        ("Publishing the minutes in three languages", "The minutes of plenaries are published in English, French and Spanish.", "motion", "bvmd"),
    ];

    private readonly AssemblyId _id = new(Guid.CreateVersion7());
    private Credential _secretariat = Credential.Installation;

    /// <summary>The members whose phones are on links, and so not played by the demo.</summary>
    public static ImmutableHashSet<string> OnLinks { get; } = ["bvmd", "IFMSA-Spain"];

    /// <summary>The assembly's id.</summary>
    public AssemblyId Id => _id;

    /// <summary>Sets it up; the links are pairs of role and path with its token in the fragment.</summary>
    public async Task<IReadOnlyList<(string Role, string Path)>> CreateAsync(CancellationToken cancellation)
    {
        // Nobody signs in with it: the link's token is all the demo needs.
        var (account, fault) = await accounts.CreateAsync("Demo secretariat", Secrets.Text(16), owner: null, condition: null, cancellation);
        if (fault is not null)
            throw new InvalidOperationException($"The demo cannot be set up: {fault.Code}");
        _secretariat = Credential.Secretariat(new(Guid.CreateVersion7()), account);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var charter = new Charter("Demo General Assembly", today, today.AddDays(6), "Congress hall", "Europe/Berlin", ["en"]);
        await Accepted(assemblies.BeginAsync(_id, _secretariat, new(Guid.NewGuid()), new CreateAssembly(charter, rulebooks.Find("ifmsa")!), cancellation));
        var csv = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "templates", "samples", "members.csv"), cancellation);
        await Do(new ImportMembers([.. MemberImport.Read(csv, rulebooks.Find("ifmsa")!.Regions).Members]));
        var first = await PlanAsync(today);
        var (links, officials) = await EnrolAsync(cancellation);
        var delegates = await SeatAsync(links, cancellation);
        await OpenAsync(first, officials, delegates);
        links.Add(("secretariat", "/secretariat#token=" + await sessions.OpenAsync(_secretariat.Device, new(account, Assembly: null, Participant: null), cancellation)));
        return links;
    }

    private async Task<PlenaryId> PlanAsync(DateOnly today)
    {
        var start = new DateTimeOffset(today.ToDateTime(new TimeOnly(18, 0)), TimeSpan.Zero);
        var plenaries = Enumerable.Range(1, 3).Select(number => (Number: number, Id: new PlenaryId(Guid.CreateVersion7()))).ToList();
        foreach (var (number, id) in plenaries)
            await Do(new PlanPlenary(id, number, "Main hall", start.AddDays(number - 1), start.AddDays(number - 1).AddHours(5)));
        foreach (var title in Items)
            await Do(new AddItem(new(Guid.CreateVersion7()), title, Parent: null, plenaries[0].Id));
        foreach (var (title, text, decision, proposer) in Motions)
            await Do(new SubmitMotion(new(Guid.CreateVersion7()), title, text, decision, assemblies.Find(_id)!.ItemOrder[9], assemblies.Find(_id)!.Members.Values.First(member => member.ShortName == proposer).Id));
        return plenaries[0].Id;
    }

    private async Task<(List<(string, string)> Links, Dictionary<string, Credential> Officials)> EnrolAsync(CancellationToken cancellation)
    {
        var links = new List<(string, string)>();
        var officials = new Dictionary<string, Credential>(StringComparer.Ordinal);
        (string Role, string Page, string Name, Duty Duty)[] people =
        [
            ("chair", "chair", "Amara Okafor", Duty.Executive), ("vice", "chair", "Nəzrin Əliyeva", Duty.ViceChair), ("desk", "desk", "林小雨", Duty.Desk),
            ("screen", "screen", "Hall screen", Duty.Screen), ("secretary", "secretary", "عمر الخطيب", Duty.Secretary), ("officer", "officer", "अनन्या शर्मा", Duty.Officer),
        ];
        foreach (var (role, page, name, duty) in people)
        {
            var person = new ParticipantId(Guid.CreateVersion7());
            await Do(new EnrolParticipant(person, name, [duty]));
            officials[role] = await LinkAsync(role, page, person, links, cancellation);
        }
        return (links, officials);
    }

    private async Task<List<(MemberId Member, ParticipantId Head)>> SeatAsync(List<(string, string)> links, CancellationToken cancellation)
    {
        var members = assemblies.Find(_id)!.Members.Values.OrderBy(member => member.ShortName, StringComparer.Ordinal).ToList();
        var seats = members.SelectMany(member => Enumerable.Range(1, 2).Select(seat => new SeatRow(new(Guid.CreateVersion7()), member.Id, seat))).ToImmutableArray();
        await Do(new SeatDelegation(seats));
        foreach (var seat in seats.Where(seat => seat.Seat == 1 && !OnLinks.Contains(NameOf(members, seat.Member))))
            await As(Credential.Installation, new BindDevice(seat.Participant, new(Guid.CreateVersion7())));
        foreach (var (name, seat) in new[] { ("bvmd", 1), ("IFMSA-Spain", 1), ("bvmd", 2) })
            await LinkAsync("delegate", "floor", seats.First(row => row.Seat == seat && NameOf(members, row.Member) == name).Participant, links, cancellation);
        return [.. seats.Where(seat => seat.Seat == 1).Select(seat => (seat.Member, seat.Participant))];
    }

    private async Task OpenAsync(PlenaryId plenary, Dictionary<string, Credential> officials, List<(MemberId Member, ParticipantId Head)> delegates)
    {
        await As(officials["chair"], new AssumeChair());
        await As(officials["chair"], new CallRoll(plenary));
        var now = assemblies.Find(_id)!;
        // Some two hundred people in the hall: most members with a vote, as at a real assembly, and some still on their way.
        foreach (var (member, head) in delegates.Where(row => now.HasVote(now.Members[row.Member])).Where((row, place) => place % 5 != 4 || OnLinks.Contains(now.Members[row.Member].ShortName)))
            await As(officials["desk"], new GiveCard(member, head));
        await As(officials["chair"], new OpenPlenary());
        await As(officials["chair"], new NextItem());
    }

    private async Task<Credential> LinkAsync(string role, string page, ParticipantId person, List<(string, string)> links, CancellationToken cancellation)
    {
        var device = new DeviceId(Guid.CreateVersion7());
        await As(Credential.Installation, new BindDevice(person, device));
        var token = await sessions.OpenAsync(device, new(Account: null, _id, person), cancellation);
        links.Add((role, $"/a/{_id}/{page}#token={token}"));
        return new(device);
    }

    private static string NameOf(List<Member> members, MemberId id) => members.First(member => member.Id == id).ShortName;

    private Task Do(Command command) => As(_secretariat, command);

    private Task As(Credential by, Command command) => Accepted(assemblies.SubmitAsync(_id, by, new(Guid.NewGuid()), command, CancellationToken.None));

    private static async Task Accepted(Task<Answer> answering)
    {
        if (await answering is { Refusal: { } refusal })
            throw new InvalidOperationException($"The demo cannot be set up: {refusal.Text}");
    }
}

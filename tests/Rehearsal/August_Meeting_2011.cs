using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Harness;
using Ifmsa.Assembly.Server.Floor;
using Xunit;

namespace Ifmsa.Assembly.Rehearsal.Tests;

/// <summary>A whole first plenary on the real program: 127 members, a SignalR client for each, the twelve items of the August Meeting 2011 in order.</summary>
public sealed class August_Meeting_2011 : IAsyncLifetime
{
    private static readonly string[] Items =
    [
        "Opening of the plenary", "Election of the chair and vice-chair", "Appointment of the secretary and returning officers",
        "Election of the Constitution Credential Committee", "Election of the Financial Committee", "Adoption of the agenda", "Presentations of guests",
        "Introduction of the Officials", "Introduction of the Organising Committee", "Report of the Executive Board", "Report on member status", "Thanks",
    ];

    private readonly ServerProcess _server = new();
    private Meeting _meeting = null!;
    private Phone _executive = null!, _desk = null!, _secretary = null!, _officer = null!, _screen = null!;
    private IReadOnlyList<Phone> _delegates = [];

    private FloorClient Chair { get; set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await _server.StartAsync();
        var csv = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "templates", "samples", "members.csv"));
        _meeting = await Meeting.CreateAsync(_server.Address, await _server.FirstSecretAsync(), csv);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _meeting.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task is_held_from_roll_call_to_signed_minutes()
    {
        Assert.Equal(127, _meeting.Members.Count);
        var plenary = await PlanAsync();
        await GatherAsync(plenary);
        await NextItemAsync(Items[0]);
        await ElectChairAndViceAsync();
        await AppointAsync();
        await ElectCommitteeAsync("Election of the Constitution Credential Committee");
        await ElectCommitteeAsync("Election of the Financial Committee");
        await AdoptAgendaAsync();
        await NextItemAsync(Items[6]);
        await NextItemAsync(Items[7]);
        await NextItemAsync(Items[8]);
        await ReportPassesNemoContraAsync();
        await MarchMeeting2025VoteAsync();
        await NextItemAsync(Items[11]);
        await AdjournAsync(plenary);
        await MinutesTellItAsync(plenary);
        await JournalIsIntactAsync();
    }

    private async Task<Guid> PlanAsync()
    {
        var plenary = Guid.NewGuid();
        await Meeting.DoAsync(_meeting.Secretariat, "plenary.plan", new { plenary, number = 1, venue = "Main hall", starts = "2011-08-01T16:00:00Z", ends = "2011-08-01T23:00:00Z" });
        foreach (var title in Items)
            await Meeting.DoAsync(_meeting.Secretariat, "agenda.add", new { item = Guid.NewGuid(), title, plenary });
        _executive = await _meeting.EnrolAsync("President of the Executive Board", "executive");
        _desk = await _meeting.EnrolAsync("Credentials desk", "desk");
        _screen = await _meeting.EnrolAsync("Hall screen", "screen");
        _secretary = await _meeting.EnrolAsync("Secretary-to-be");
        _officer = await _meeting.EnrolAsync("Returning officer-to-be");
        _delegates = await _meeting.SeatAsync(_meeting.Members.Keys.Order(StringComparer.Ordinal));
        return plenary;
    }

    private async Task GatherAsync(Guid plenary)
    {
        Chair = _executive.Client;
        await Meeting.DoAsync(Chair, "chair.assume", new { });
        await Meeting.DoAsync(Chair, "plenary.call-roll", new { plenary });
        var refused = await Chair.SubmitAsync("plenary.open", new { });
        Assert.Equal("quorum.lost", refused.Refusal?.Code);
        await Task.WhenAll(_delegates.Select(phone => Meeting.DoAsync(phone.Client, "rollcall.check-in", new { })));
        foreach (var phone in _delegates)
            await Meeting.DoAsync(_desk.Client, "card.give", new { member = phone.MemberId, to = phone.Participant });
        await Meeting.DoAsync(Chair, "plenary.open", new { });
        await _screen.Client.UntilAsync("plenary", board => (bool)board["quorum"]!["met"]!);
    }

    /// <summary>Three stand for chair: nobody has an absolute majority at first, since abstentions count; the second vote elects.</summary>
    private async Task ElectChairAndViceAsync()
    {
        await NextItemAsync(Items[1]);
        var nominees = Voters.Take(3).ToList();
        var election = Guid.NewGuid();
        await Meeting.DoAsync(Chair, "election.open", new { election, title = "Chair", decision = "chair", duty = "chair" });
        foreach (var nominee in nominees)
            await Meeting.DoAsync(Chair, "election.nominate", new { election, participant = nominee.Participant });
        var early = await Chair.SubmitAsync("ballot.open", new { ballot = Guid.NewGuid(), method = "phones", election });
        Assert.Equal("election.no-account", early.Refusal?.Code);
        for (var place = 0; place < nominees.Count; place++)
            await _meeting.SetAccountAsync(nominees[place], $"nominee {place}");
        var first = await VoteAsync(new { election }, (phone, place) => place % 4 < 3 ? nominees[place % 4].Participant.ToString() : "abstain");
        Assert.Equal("noWinner", (string?)first["verdict"]);
        var second = await VoteAsync(new { election }, (phone, place) => place % 3 == 2 ? "abstain" : nominees[1].Participant.ToString());
        Assert.Equal("elected", (string?)second["verdict"]);
        // The console is the new chair's at once.
        Chair = nominees[1].Client;
        await Chair.UntilAsync("mine", board => board["roles"]!.AsArray().Any(role => (string?)role == "presiding"));
        Assert.Equal("act.not-yours", (await _executive.Client.SubmitAsync("hall.call", new { minutes = 2 })).Refusal?.Code);

        var vice = Guid.NewGuid();
        await Meeting.DoAsync(Chair, "election.open", new { election = vice, title = "Vice-chair", decision = "chair", duty = "viceChair" });
        await Meeting.DoAsync(Chair, "election.nominate", new { election = vice, participant = nominees[0].Participant });
        await VoteAsync(new { election = vice }, (_, _) => nominees[0].Participant.ToString());
        await Meeting.DoAsync(Chair, "chair.offer", new { to = nominees[0].Participant });
        await Meeting.DoAsync(nominees[0].Client, "chair.accept", new { });
        await Meeting.DoAsync(nominees[0].Client, "chair.offer", new { to = nominees[1].Participant });
        await Meeting.DoAsync(Chair, "chair.accept", new { });
    }

    private async Task AppointAsync()
    {
        await NextItemAsync(Items[2]);
        await Meeting.DoAsync(Chair, "duty.give", new { participant = _secretary.Participant, duty = "secretary" });
        await Meeting.DoAsync(Chair, "duty.give", new { participant = _officer.Participant, duty = "officer" });
    }

    /// <summary>A committee as a slate, put by the chair and passing nemo contra.</summary>
    private async Task ElectCommitteeAsync(string title)
    {
        await NextItemAsync(title);
        var motion = Guid.NewGuid();
        await Meeting.DoAsync(Chair, "motion.submit", new { motion, title = $"Slate: {title}", text = "The persons named on the slate are elected.", decision = "slate" });
        await Meeting.DoAsync(Chair, "motion.put", new { motion });
        await PassNemoContraAsync(motion);
    }

    private async Task AdoptAgendaAsync()
    {
        await NextItemAsync(Items[5]);
        var motion = Guid.NewGuid();
        await NemoContraAsync(motion, await Meeting.DoAsync(Chair, "agenda.adopt", new { motion, title = "Adoption of the agenda", text = "The agenda as circulated is adopted." }));
        await Chair.UntilAsync("plenary", board => (bool)board["plenaries"]!.AsObject().First().Value!["agendaAdopted"]!);
    }

    private async Task ReportPassesNemoContraAsync()
    {
        await NextItemAsync(Items[9]);
        var motion = Guid.NewGuid();
        await Meeting.DoAsync(Voters[10].Client, "motion.submit", new { motion, title = "Take note of the report", text = "The plenary takes note.", decision = "motion" });
        await Meeting.DoAsync(Chair, "motion.put", new { motion });
        await Meeting.DoAsync(Voters[11].Client, "motion.second", new { motion });
        await PassNemoContraAsync(motion);
    }

    /// <summary>41 for, 20 against, 13 abstain under the two-thirds rule: carried, because abstentions do not count.</summary>
    private async Task MarchMeeting2025VoteAsync()
    {
        await NextItemAsync(Items[10]);
        var motion = Guid.NewGuid();
        await Meeting.DoAsync(Voters[20].Client, "motion.submit", new { motion, title = "Revoke the suspension", text = "The suspension is revoked.", decision = "membership" });
        await Meeting.DoAsync(Chair, "motion.put", new { motion });
        await Meeting.DoAsync(Voters[21].Client, "motion.second", new { motion });
        var result = await VoteAsync(new { motion }, (_, place) => place < 41 ? "for" : place < 61 ? "against" : place < 74 ? "abstain" : null);
        Assert.Equal((41, 20, 13), ((int)result["figures"]!["for"]!, (int)result["figures"]!["against"]!, (int)result["figures"]!["abstain"]!));
        Assert.Equal(("carried", 61, 41), ((string?)result["verdict"], (int)result["base"]!, (int)result["needed"]!));
        Assert.Equal("[M] 8.4.5", (string?)result["article"]);
    }

    private async Task AdjournAsync(Guid plenary)
    {
        await Meeting.DoAsync(Chair, "plenary.adjourn", new { });
        await _screen.Client.UntilAsync("plenary", board => (string?)board["sentence"]!["key"] == "adjourned");
        await Meeting.DoAsync(_secretary.Client, "minutes.sign", new { plenary });
        await Meeting.DoAsync(Chair, "minutes.sign", new { plenary });
    }

    /// <summary>The twelve items in order, on paper and as text; REHEARSAL_MINUTES names a file to look at the paper.</summary>
    private async Task MinutesTellItAsync(Guid plenary)
    {
        var (told, text) = await _meeting.GetAsync($"/a/{_meeting.Id}/minutes/{plenary}.md");
        Assert.Equal(HttpStatusCode.OK, told);
        var (printed, paper) = await _meeting.GetAsync($"/a/{_meeting.Id}/minutes/{plenary}.pdf");
        Assert.Equal(HttpStatusCode.OK, printed);
        Assert.StartsWith("%PDF-", Encoding.Latin1.GetString(paper, 0, 8), StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("REHEARSAL_MINUTES") is { } file)
            await File.WriteAllBytesAsync(file, paper);
        var headings = Encoding.UTF8.GetString(text).Replace("\\", "", StringComparison.Ordinal).Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)).ToList();
        Assert.Equal(Items, headings.Select(heading => Items.FirstOrDefault(item => heading.EndsWith(item, StringComparison.Ordinal))).Where(item => item is not null));
    }

    private async Task JournalIsIntactAsync()
    {
        Assert.Equal(0, await _server.TerminateAsync());
        var (code, output) = await ServerProcess.RunAsync("verify", _server.Database);
        Assert.Equal(0, code);
        Assert.StartsWith($"intact\t{_meeting.Id}\t", output, StringComparison.Ordinal);
    }

    private async Task NextItemAsync(string title)
    {
        await Meeting.DoAsync(Chair, "item.next", new { });
        await _screen.Client.UntilAsync("plenary", board => (string?)board["sentence"]!["args"]!["title"] == title);
    }

    private async Task PassNemoContraAsync(Guid motion) =>
        await NemoContraAsync(motion, await Meeting.DoAsync(Chair, "motion.ask-negatives", new { motion }));

    private async Task NemoContraAsync(Guid motion, Answer asked)
    {
        Assert.Equal("countdown.running", (await Chair.SubmitAsync("motion.nemo-contra", new { motion })).Refusal?.Code);
        // Before that the screen may show the time for seconding.
        var board = await _screen.Client.UntilVersionAsync("plenary", asked.Sequence!.Value);
        var left = DateTimeOffset.Parse((string)board["countdown"]!["endsAt"]!, System.Globalization.CultureInfo.InvariantCulture) - DateTimeOffset.UtcNow;
        await Task.Delay(left > TimeSpan.Zero ? left + TimeSpan.FromMilliseconds(50) : TimeSpan.Zero);
        await Meeting.DoAsync(Chair, "motion.nemo-contra", new { motion });
    }

    /// <summary>A whole vote, each cast by its own client; returns the declared result as the screen shows it.</summary>
    private async Task<JsonObject> VoteAsync(object subject, Func<Phone, int, string?> choice)
    {
        var ballot = Guid.NewGuid();
        var body = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(subject))!.AsObject();
        (body["ballot"], body["method"]) = (ballot.ToString(), "phones");
        await Meeting.DoAsync(Chair, "ballot.open", body);
        // Each phone votes once its own board shows the ballot.
        var answers = await Task.WhenAll(Voters.Select(async (phone, place) =>
        {
            if (choice(phone, place) is not { } option)
                return null;
            await phone.Client.UntilAsync("ballot", board => (string?)board["current"]?["id"] == ballot.ToString());
            return await phone.Client.CastAsync(new(ballot), option);
        }));
        Assert.All(answers, answer => Assert.True(answer is null or { Accepted: true }));
        Assert.Equal("vote.no-previous-rights", (await Candidate.Client.CastAsync(new(ballot), "abstain")).Refusal?.Code);
        await Meeting.DoAsync(Chair, "ballot.close", new { ballot });
        await Chair.UntilAsync("ballot", board => IsAt(board, ballot, "counted"));
        Assert.Null((await _screen.Client.UntilAsync("ballot", board => IsAt(board, ballot, "counted")))["current"]!["result"]);
        await Meeting.DoAsync(Chair, "ballot.declare", new { ballot });
        return (JsonObject)(await _screen.Client.UntilAsync("ballot", board => IsAt(board, ballot, "declared")))["current"]!["result"]!.DeepClone();
    }

    private static bool IsAt(JsonObject board, Guid ballot, string phase) =>
        (string?)board["current"]?["id"] == ballot.ToString() && (string?)board["current"]!["phase"] == phase;

    /// <summary>The delegates whose members have a vote in plenary 1.</summary>
    private IReadOnlyList<Phone> Voters => field ??= [.. _delegates.Where(phone => Votes(phone))];

    /// <summary>One whose member holds a card to speak, but has no vote.</summary>
    private Phone Candidate => field ??= _delegates.First(phone => !Votes(phone));

    private bool Votes(Phone phone) => (bool)_screen.Client.Board("members")!["members"]![phone.MemberId.ToString()]!["votes"]!;
}

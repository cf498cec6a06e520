using System.Globalization;
using Ifmsa.Assembly.Core.Elections;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Plenaries;
using Ifmsa.Assembly.Server.Accounts;
using Ifmsa.Assembly.Server.Certificates;
using Ifmsa.Assembly.Server.Documents;
using Ifmsa.Assembly.Server.Floor;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Wording;
using Microsoft.Extensions.Options;

namespace Ifmsa.Assembly.Server.Papers;

/// <summary>The papers of the meeting that are printed before and during it, for secretariat and desk.</summary>
public static class MeetingPaperEndpoints
{
    private const Who Readers = Who.Secretariat | Who.Desk;
    private const int BallotsAtMost = 2_000;

    /// <summary>Maps <c>GET /a/{id}/papers/{kind}.pdf</c>: badges, voting-cards, placards, roll, ballots, agenda, candidates.</summary>
    public static void MapMeetingPapers(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/a/{id:guid}/papers/{kind}.pdf", PrintAsync);
        routes.MapGet("/api/templates/faults", FaultsAsync);
    }

    /// <summary>The organisation's own templates and words in whose place those shipped are used, and why.</summary>
    private static async Task<IResult> FaultsAsync(HttpContext http, IPress press, IOptions<PressSettings> settings, Sentences sentences, TimeProvider time)
    {
        if (Callers.Of(http) is not { Secretariat: true })
            return AccountEndpoints.NotSecretariat(sentences);
        var words = from file in await PaperWordsFile.FaultsAsync(settings.Value.Templates, http.RequestAborted)
                    select new TemplateFault(Path.ChangeExtension(file.Name, null), $"{file.Name}:{file.Fault.Line}: {sentences.Say(file.Fault.Code, file.Fault.Arguments)}", time.GetUtcNow());
        return Results.Json(press.TemplateFaults.Concat(words), JournalJson.Options);
    }

    private static async Task<IResult> PrintAsync(Guid id, string kind, HttpContext http, IAssemblies assemblies, IPress press, Sentences sentences, AttendanceCodes codes, IOptions<PressSettings> settings, TimeProvider time)
    {
        var assembly = new AssemblyId(id);
        if (assemblies.Find(assembly) is not { Charter: { } charter } now)
            return Plain.Refuse(sentences, StatusCodes.Status404NotFound, "page.no-assembly");
        if (Callers.Of(http) is not { } caller)
            return Plain.Refuse(sentences, StatusCodes.Status401Unauthorized, "papers.sign-in");
        if (!caller.BelongsTo(assembly) || !now.ActorOf(caller.Credential).Is(Readers))
            return Plain.Refuse(sentences, StatusCodes.Status403Forbidden, "papers.desk-only");
        if (press.Health != "ok")
            return Plain.Refuse(sentences, StatusCodes.Status503ServiceUnavailable, "papers.press-down", press.Health);
        var words = await PaperWords.ReadAsync(settings.Value, charter.Languages[0], http.RequestAborted);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(charter.Zone);
        var papers = new MeetingPapers(now, words, TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone), zone, sentences, name => assemblies.Words(assembly, name));
        var query = http.Request.Query;
        (Template Template, MeetingPaper? Paper)? asked = kind switch
        {
            "badges" => (Template.Badges, papers.Badges(string.Equals(query["layout"], "3x8", StringComparison.Ordinal) ? BadgeLayout.Small : BadgeLayout.Large, person => codes.Of(assembly, person))),
            "voting-cards" => (Template.Cards, papers.Cards(placard: null)),
            "placards" => (Template.Cards, papers.Cards(string.Equals(query["size"], "a3", StringComparison.Ordinal) ? "a3" : "a4")),
            "roll" => (Template.Roll, papers.Roll()),
            "ballots" => (Template.Ballots, papers.Ballots(Guid.TryParse(query["ballot"], out var ballot) ? new(ballot) : null, Guid.TryParse(query["election"], out var election) ? new(election) : null, query["question"].ToString(), Number(query["first"], 1, 100_000), Number(query["count"], 50, BallotsAtMost))),
            "agenda" => (Template.Agenda, papers.Agenda()),
            "candidates" => (Template.Candidates, papers.Candidates()),
            _ => null,
        };
        if (asked is not { } chosen)
            return Plain.Refuse(sentences, StatusCodes.Status404NotFound, "papers.unknown-kind");
        return chosen.Paper is { } paper ? PaperEndpoints.Answer(await press.RenderAsync(chosen.Template, paper, http.RequestAborted), $"{kind}.pdf", sentences)
            : Plain.Refuse(sentences, StatusCodes.Status409Conflict, "papers.nothing-to-print");
    }

    private static int Number(string? text, int usual, int atMost) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 ? Math.Min(number, atMost) : usual;
}

/// <summary>How badges stand on a sheet of A4.</summary>
internal sealed record BadgeLayout(int Columns, int Rows, int Width, int Height)
{
    /// <summary>Two by four.</summary>
    public static readonly BadgeLayout Large = new(2, 4, 90, 60);

    /// <summary>Three by eight, for labels.</summary>
    public static readonly BadgeLayout Small = new(3, 8, 63, 34);
}

/// <summary>Papers of the meeting from its state.</summary>
internal sealed class MeetingPapers(Proceedings now, PaperWords words, DateTimeOffset dated, TimeZoneInfo zone, Sentences sentences, Func<MatterId, string?> wordsOf)
{
    public BadgeSheet? Badges(BadgeLayout layout, Func<ParticipantId, string> codeOf)
    {
        var people = now.Participants.Values.Where(person => (person.Duties & Who.Screen) == 0 && !person.Erased).OrderBy(person => now.BadgeNumbers.GetValueOrDefault(person.Id)).ToList();
        return people.Count == 0 ? null : new()
        {
            Language = words.Language, Words = words.Texts, Dated = dated, Assembly = now.Charter!.Name, Dates = CertificateOffice.Dates(now.Charter),
            Columns = layout.Columns, Rows = layout.Rows, Width = layout.Width, Height = layout.Height,
            Badges = [.. people.Select(person => new Badge(now.BadgeNumbers.GetValueOrDefault(person.Id), NameOf(person), person.Member is { } member ? now.NameOf(member) : null, RoleOf(person), QrCode.Of(codeOf(person.Id))))],
        };
    }

    public CardSheet? Cards(string? placard)
    {
        var members = now.Members.Values.Where(member => placard is not null || now.HasVote(member)).OrderBy(member => member.ShortName, StringComparer.InvariantCultureIgnoreCase).ToList();
        return members.Count == 0 ? null : new()
        {
            Language = words.Language, Words = words.Texts, Dated = dated, Assembly = now.Charter!.Name, Dates = CertificateOffice.Dates(now.Charter), Placard = placard,
            Cards = [.. members.Select(member => new DelegationCard(member.ShortName, member.Name, member.Country, now.VotesOf(member, election: false)))],
        };
    }

    public RollSheet? Roll()
    {
        var members = now.Members.Values.OrderBy(member => member.ShortName, StringComparer.InvariantCultureIgnoreCase).ToList();
        var plenary = now.Plenaries.Values.Where(each => each.Phase != PlenaryPhase.Adjourned).OrderBy(each => each.Number).FirstOrDefault();
        return members.Count == 0 ? null : new()
        {
            Language = words.Language, Words = words.Texts, Dated = dated, Assembly = now.Charter!.Name, Dates = CertificateOffice.Dates(now.Charter),
            Title = plenary is null ? words.Texts["roll.title"] : words.Texts["paper.plenary"].Replace("{0}", plenary.Number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal),
            Needed = now.Quorum.Needed, Entitled = now.Quorum.Entitled,
            Members = [.. members.Select(member => new RollLine(member.ShortName, member.Country, member.Region, sentences.Say($"word.MemberStatus.{member.Status.ToString().ToLowerInvariant()}"),
                now.HasVote(member) ? now.VotesOf(member, election: false).ToString(CultureInfo.InvariantCulture) : "–"))],
        };
    }

    public BallotBlock? Ballots(BallotId? ballot, ElectionId? election, string question, int first, int count)
    {
        var (title, options, rule) = (question.Trim(), new List<string>(), "");
        if (ballot is { } id)
        {
            if (now.Find(id) is not { } vote)
                return null;
            (title, rule) = (vote.Title, "");
            options = [.. vote.Options.Select(NameOf)];
        }
        else if (election is { } post)
        {
            if (now.Find(post) is not { } filling || filling.Nominees.IsEmpty)
                return null;
            (title, options) = (filling.Title, [.. filling.Nominees.Select(nominee => NameOf(now.Participants[nominee]) ?? "–"), sentences.Say("ballots.option.abstain")]);
        }
        if (title.Length is 0 or > 500 || Core.Journal.Signs.HiddenInLine(title) is not null)
            return null;
        if (options.Count == 0)
            options = [sentences.Say("ballots.option.for"), sentences.Say("ballots.option.against"), sentences.Say("ballots.option.abstain")];
        return new()
        {
            Language = words.Language, Words = words.Texts, Dated = dated, Assembly = now.Charter!.Name, Dates = CertificateOffice.Dates(now.Charter),
            Question = title, Rule = rule, Options = options, First = first, Count = count,
        };
    }

    public AgendaPaper Agenda()
    {
        var parts = now.Plenaries.Values.OrderBy(plenary => plenary.Number).Select(plenary => new AgendaPart(
            words.Texts["paper.plenary"].Replace("{0}", plenary.Number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal), $"{When(plenary.Starts)}–{Time(plenary.Ends)} · {plenary.Venue}", Lines(plenary.Id)));
        var others = now.AgendaInOrder().Where(line => line.Item.Plenary is null && line.Item.Parent is null).Select(line => new AgendaLine(line.Number, line.Item.Title, 0)).ToList();
        return new()
        {
            Language = words.Language, Words = words.Texts, Dated = dated, Assembly = now.Charter!.Name, Dates = CertificateOffice.Dates(now.Charter),
            Parts = [.. parts, .. others.Count > 0 ? new[] { new AgendaPart("–", When: null, others) } : []],
        };
    }

    public CandidatesPaper? Candidates()
    {
        var posts = now.Elections.Values.OrderBy(election => election.Phase == ElectionPhase.Open ? 0 : 1).ThenBy(election => election.Title, StringComparer.Ordinal).ToList();
        return posts.Count == 0 ? null : new()
        {
            Language = words.Language, Words = words.Texts, Dated = dated, Assembly = now.Charter!.Name, Dates = CertificateOffice.Dates(now.Charter),
            Posts = [.. posts.Select(election => new PostCandidates(election.Title, [.. election.Nominees.Select(nominee => now.Participants[nominee]).Select(person =>
                new PostCandidate(NameOf(person) ?? "–", person.Member is { } member ? now.NameOf(member) : null))]))],
        };
    }

    private List<AgendaLine> Lines(PlenaryId plenary) => [.. now.AgendaInOrder(plenary).Select(line => new AgendaLine(line.Number, line.Item.Title, line.Depth))];

    private string NameOf(Core.Ballots.Option option) =>
        option.Nominee is { } nominee ? NameOf(now.Participants[nominee]) ?? "–"
        : option.Motion is { } motion ? now.Motions[motion].Title
        : option.Label ?? (option.Key is "for" or "against" or "abstain" ? sentences.Say($"ballots.option.{option.Key}") : option.Key);

    private string? NameOf(Participant person) => person.Name is { } name ? wordsOf(name.Id) : null;

    private string? RoleOf(Participant person) =>
        person.Duties.AsDuties().Select(duty => sentences.Say($"word.Duty.{System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(duty.ToString())}")).FirstOrDefault()
        ?? (person.Member is null ? null : person.Head ? sentences.Say("code.head") : sentences.Say("code.seat", person.Seat));

    private string When(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    private string Time(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).ToString("HH:mm", CultureInfo.InvariantCulture);
}

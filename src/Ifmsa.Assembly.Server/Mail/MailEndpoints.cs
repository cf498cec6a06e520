using System.Globalization;
using System.Text;
using CsvHelper;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Accounts;
using Ifmsa.Assembly.Server.Certificates;
using Ifmsa.Assembly.Server.Floor;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Wording;
using Microsoft.AspNetCore.Http.Features;

namespace Ifmsa.Assembly.Server.Mail;

/// <summary>Somebody's address; empty to erase it.</summary>
public sealed record AddressAsked(string Address)
{
    /// <summary>Never the address.</summary>
    public override string ToString() => nameof(AddressAsked);
}

/// <summary>Somebody's address, as the secretariat sees it.</summary>
public sealed record AddressAnswer(ParticipantId Participant, int Badge, string? Name, string? Member, int Seat, string? Address);

/// <summary>A line of an address list that cannot be taken, in words.</summary>
public sealed record AddressFault(int Line, string Code, string Text);

/// <summary>What an address list did: all of it, or nothing and why.</summary>
public sealed record AddressImport(int Noted, IReadOnlyList<AddressFault> Faults);

/// <summary>Letters, and where people are written to; for the secretariat.</summary>
public static class MailEndpoints
{
    private const int LongestFile = 1_048_576;
    private const int MostRows = 10_000;

    /// <summary>Maps them under <c>/api/a/{id}/mail</c>.</summary>
    public static void MapMail(this IEndpointRouteBuilder routes)
    {
        var group = "/api/a/{id:guid}/mail";
        routes.MapGet(group, (Guid id, HttpContext http) => AnswerAsync(id, http, async desk => Results.Json(await desk.Office.ReportAsync(desk.Now.Id, http.RequestAborted), JournalJson.Options)));
        routes.MapPost(group + "/{mail:guid}/again", (Guid id, Guid mail, HttpContext http) => AnswerAsync(id, http, async desk =>
            await desk.Office.AgainAsync(desk.Now.Id, mail, http.RequestAborted) ? Results.NoContent() : desk.Refuse(StatusCodes.Status404NotFound, "mail.unknown")));
        routes.MapDelete(group + "/{mail:guid}", (Guid id, Guid mail, HttpContext http) => AnswerAsync(id, http, async desk =>
            await desk.Office.DismissAsync(desk.Now.Id, mail, http.RequestAborted) ? Results.NoContent() : desk.Refuse(StatusCodes.Status404NotFound, "mail.unknown")));
        routes.MapPost(group + "/invitations", (Guid id, HttpContext http) => AnswerAsync(id, http, InviteAsync));
        routes.MapPost(group + "/minutes/{plenary:guid}", (Guid id, Guid plenary, HttpContext http) => AnswerAsync(id, http, desk => SendMinutesAsync(desk, new(plenary))));
        routes.MapGet(group + "/addresses", (Guid id, HttpContext http) => AnswerAsync(id, http, ListAsync));
        routes.MapPut(group + "/addresses/{person:guid}", (Guid id, Guid person, AddressAsked asked, HttpContext http) => AnswerAsync(id, http, desk => NoteAsync(desk, new(person), asked)));
        routes.MapPost(group + "/addresses/import", (Guid id, HttpContext http) => AnswerAsync(id, http, ImportAsync));
    }

    private static async Task<IResult> AnswerAsync(Guid id, HttpContext http, Func<Desk, Task<IResult>> answer)
    {
        var sentences = http.RequestServices.GetRequiredService<Sentences>();
        if (Callers.Of(http) is not { Secretariat: true })
            return AccountEndpoints.NotSecretariat(sentences);
        var assemblies = http.RequestServices.GetRequiredService<IAssemblies>();
        return assemblies.Find(new(id)) is { Charter: not null } now
            ? await answer(new(http, assemblies, now, http.RequestServices.GetRequiredService<PostOffice>(), sentences))
            : Plain.Refuse(sentences, StatusCodes.Status404NotFound, "page.no-assembly");
    }

    private static async Task<IResult> InviteAsync(Desk desk)
    {
        var dry = desk.Http.Request.Query.ContainsKey("dry");
        if (!dry && !desk.Office.Configured)
            return desk.Refuse(StatusCodes.Status409Conflict, "mail.not-configured");
        var addresses = await desk.Office.AddressesAsync(desk.Now.Id, desk.Http.RequestAborted);
        var free = desk.Now.Participants.Values.Where(person => person is { Device: null, Erased: false }).Select(person => person.Id).ToList();
        var invited = free.Where(addresses.ContainsKey).ToList();
        var plan = new MailPlan(invited.Count, [.. free.Except(invited)]);
        if (dry || invited.Count == 0)
            return Results.Json(plan, JournalJson.Options);
        // From here on earlier codes of these people are dead: the letters go on their way, whatever becomes of this request.
        var (codes, address) = (desk.Http.RequestServices.GetRequiredService<JoinCodes>(), CertificateEndpoints.AddressOf(desk.Http));
        var issued = await codes.IssueAsync(desk.Now.Id, invited, CancellationToken.None);
        var queued = await desk.Office.QueueAsync(desk.Now.Id, [.. issued.Select(code => ("invitations", new Letter(
            addresses[code.Participant],
            desk.Sentences.Say("mail.invitation.subject", desk.Now.Charter!.Name),
            desk.Sentences.Say("mail.invitation.text", desk.Now.Charter.Name, $"{address}/j#{code.QrSecret}", $"{address}/j", code.TypedCode))
        {
            Participant = code.Participant,
        }))], Doubles.Replace, desk.IsGone, CancellationToken.None);
        return Results.Json(plan with { Letters = queued }, JournalJson.Options);
    }

    /// <summary>Tells everybody with an address where circulated minutes are read and corrected.</summary>
    private static async Task<IResult> SendMinutesAsync(Desk desk, PlenaryId plenary)
    {
        var dry = desk.Http.Request.Query.ContainsKey("dry");
        if (!dry && !desk.Office.Configured)
            return desk.Refuse(StatusCodes.Status409Conflict, "mail.not-configured");
        if (desk.Now.Find(plenary) is not { } sitting || desk.Now.MinutesOf(plenary).Circulated is null)
            return desk.Refuse(StatusCodes.Status409Conflict, "mail.minutes-not-circulated");
        var addresses = await desk.Office.AddressesAsync(desk.Now.Id, desk.Http.RequestAborted);
        var readers = desk.Now.Participants.Values.Where(person => (person.Duties & Who.Screen) == 0 && !person.Erased).Select(person => person.Id).ToList();
        var batch = $"minutes {plenary}";
        var had = await desk.Office.QueuedAsync(desk.Now.Id, batch, Doubles.UnlessRefused, desk.Http.RequestAborted);
        var reached = readers.Where(person => addresses.ContainsKey(person) && !had.Contains(person)).ToList();
        var plan = new MailPlan(reached.Count, [.. readers.Where(person => !addresses.ContainsKey(person))]);
        if (dry || reached.Count == 0)
            return Results.Json(plan, JournalJson.Options);
        var (subject, text) = (desk.Sentences.Say("mail.minutes.subject", sitting.Number, desk.Now.Charter!.Name),
            desk.Sentences.Say("mail.minutes.text", sitting.Number, desk.Now.Charter.Name, $"{CertificateEndpoints.AddressOf(desk.Http)}/a/{desk.Now.Id}/minutes/{plenary}.html"));
        var queued = await desk.Office.QueueAsync(desk.Now.Id, [.. reached.Select(person => (batch, new Letter(addresses[person], subject, text) { Participant = person }))], Doubles.UnlessRefused, desk.IsGone, CancellationToken.None);
        return Results.Json(plan with { Letters = queued }, JournalJson.Options);
    }

    private static async Task<IResult> ListAsync(Desk desk)
    {
        var addresses = await desk.Office.AddressesAsync(desk.Now.Id, desk.Http.RequestAborted);
        return Results.Json(desk.Now.Participants.Values.Where(person => (person.Duties & Who.Screen) == 0 && !person.Erased).OrderBy(person => desk.Now.BadgeNumbers.GetValueOrDefault(person.Id)).Select(person => new AddressAnswer(
            person.Id, desk.Now.BadgeNumbers.GetValueOrDefault(person.Id), person.Name is { } name ? desk.Assemblies.Words(desk.Now.Id, name.Id) : null,
            person.Member is { } member ? desk.Now.NameOf(member) : null, person.Seat, addresses.GetValueOrDefault(person.Id))), JournalJson.Options);
    }

    private static async Task<IResult> NoteAsync(Desk desk, ParticipantId person, AddressAsked asked)
    {
        if (desk.Now.Find(person) is null or { Erased: true })
            return desk.Refuse(StatusCodes.Status404NotFound, "mail.nobody");
        if (string.IsNullOrWhiteSpace(asked.Address))
        {
            await desk.Office.EraseAsync(desk.Now.Id, person, desk.Http.RequestAborted);
            return Results.NoContent();
        }
        if (MailAddresses.Read(asked.Address) is not { } address)
            return desk.Refuse(StatusCodes.Status400BadRequest, "mail.address-unreadable");
        await desk.Office.NoteAsync(desk.Now.Id, new Dictionary<ParticipantId, string> { [person] = address }, desk.Http.RequestAborted);
        return Results.NoContent();
    }

    /// <summary>A list with the columns <c>badge</c> and <c>address</c>, or <c>short_name</c>, <c>seat</c> and <c>address</c>; all of it is taken, or nothing.</summary>
    private static async Task<IResult> ImportAsync(Desk desk)
    {
        if (desk.Http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = LongestFile + 1;
        using var file = new MemoryStream();
        var buffer = new byte[16 * 1_024];
        for (int read; (read = await desk.Http.Request.Body.ReadAsync(buffer, desk.Http.RequestAborted)) > 0;)
        {
            file.Write(buffer, 0, read);
            if (file.Length > LongestFile)
                return desk.Refuse(StatusCodes.Status413PayloadTooLarge, "import.file-too-long", LongestFile / 1_024);
        }
        var (found, faults) = Read(file.ToArray(), desk.Now);
        if (faults.Count == 0)
            await desk.Office.NoteAsync(desk.Now.Id, found, desk.Http.RequestAborted);
        return Results.Json(new AddressImport(faults.Count == 0 ? found.Count : 0, [.. faults.Take(500).Select(fault => new AddressFault(fault.Line, fault.Code, desk.Sentences.Say(fault.Code, fault.Arguments)))]),
            JournalJson.Options, statusCode: faults.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static (Dictionary<ParticipantId, string> Found, List<(int Line, string Code, object[] Arguments)> Faults) Read(byte[] file, Proceedings now)
    {
        var (found, faults) = (new Dictionary<ParticipantId, string>(), new List<(int, string, object[])>());
        string text;
        try
        {
            text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(file).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return (found, [(1, "import.not-utf8", [])]);
        }
        var header = text.Split('\n')[0];
        using var reader = CsvReader.FromText(text, new() { Separator = header.Count(sign => sign == ';') > header.Count(sign => sign == ',') ? ';' : ',', MalformedData = CsvMalformedDataHandling.Recover, TrackLineNumbers = true, TrimWhitespace = true });
        var columns = reader.Headers.Select((name, place) => (Name: name.ToLowerInvariant(), Place: place)).GroupBy(each => each.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Place, StringComparer.Ordinal);
        if (!columns.ContainsKey("address") || !(columns.ContainsKey("badge") || (columns.ContainsKey("short_name") && columns.ContainsKey("seat"))))
            return (found, [(1, "mail.columns", [])]);
        var byBadge = now.BadgeNumbers.Where(each => now.Find(each.Key) is { Erased: false }).ToDictionary(each => each.Value, each => each.Key);
        var bySeat = now.Participants.Values.Where(person => person is { Member: not null, Erased: false }).ToDictionary(person => (now.NameOf(person.Member!.Value), person.Seat), person => person.Id);
        for (var rows = 0; reader.Read();)
        {
            var (line, fields) = ((int)reader.LineNumber, reader.Current.ToArray());
            if (fields.All(string.IsNullOrWhiteSpace))
                continue;
            if (++rows > MostRows)
            {
                faults.Add((line, "import.too-many", [MostRows]));
                break;
            }
            ParticipantId? person = columns.ContainsKey("badge") ? (int.TryParse(Field("badge"), NumberStyles.None, CultureInfo.InvariantCulture, out var badge) && byBadge.TryGetValue(badge, out var bearer) ? bearer : null)
                : int.TryParse(Field("seat"), NumberStyles.None, CultureInfo.InvariantCulture, out var seat) && bySeat.TryGetValue((Field("short_name"), seat), out var seated) ? seated : null;
            if (person is null)
                faults.Add((line, "mail.nobody", []));
            else if (MailAddresses.Read(Field("address")) is not { } address)
                faults.Add((line, "mail.address-unreadable", []));
            else if (!found.TryAdd(person.Value, address))
                faults.Add((line, "mail.person-twice", []));

            string Field(string name) => columns[name] < fields.Length ? fields[columns[name]] : "";
        }
        return (found, faults);
    }

    private sealed record Desk(HttpContext Http, IAssemblies Assemblies, Proceedings Now, PostOffice Office, Sentences Sentences)
    {
        /// <summary>Whether somebody has been erased, now and not when the request came.</summary>
        public bool IsGone(ParticipantId person) => Assemblies.Find(Now.Id)?.Find(person) is null or { Erased: true };

        public IResult Refuse(int status, string code, params IEnumerable<object> arguments) => Plain.Refuse(Sentences, status, code, arguments);
    }
}

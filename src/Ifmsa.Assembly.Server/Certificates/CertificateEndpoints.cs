using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Certificates;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Rulebook;
using Ifmsa.Assembly.Server.Accounts;
using Ifmsa.Assembly.Server.Documents;
using Ifmsa.Assembly.Server.Floor;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Mail;
using Ifmsa.Assembly.Server.Wording;

namespace Ifmsa.Assembly.Server.Certificates;

/// <summary>Which certificates to issue: of these kinds, without these people, and again to those whose certificate was revoked.</summary>
public sealed record IssueAsked(IReadOnlyList<string> Kinds, IReadOnlyList<ParticipantId>? Without = null, IReadOnlyList<ParticipantId>? Again = null);

/// <summary>Why a certificate ends.</summary>
public sealed record EndingAsked(string Reason);

/// <summary>The kinds of certificate, the runs there were, and what is wrong with the file of kinds.</summary>
public sealed record CertificatesAnswer(IReadOnlyList<KindAnswer> Kinds, IReadOnlyList<RulebookFault> Faults, IReadOnlyList<RunAnswer> Runs, bool Mail);

/// <summary>A kind, and how many would get one or have one.</summary>
public sealed record KindAnswer(string Kind, string Title, int Eligible, int Nameless, int Issued, int Revoked);

/// <summary>A run as the secretariat sees it.</summary>
public sealed record RunAnswer(RunId Run, DateTimeOffset At, IReadOnlyList<string> Kinds, int Certificates);

/// <summary>A line of the preview.</summary>
public sealed record EligibleAnswer(ParticipantId Participant, int Badge, string? Name, string? Member, string Kind, string Text, string? Issued, string? Revoked);

/// <summary>A certificate as the secretariat sees it.</summary>
public sealed record CertificateAnswer(string Number, string? Name, string Kind, string? Subject, CertificateStanding Standing, RunId Run);

/// <summary>How far printing has come, and what has no page.</summary>
public sealed record PrintAnswer(PrintState State, int Done, int Total, string? Reason, IReadOnlyList<UnprintedAnswer> LeftOut);

/// <summary>A certificate without a page, and why, in words.</summary>
public sealed record UnprintedAnswer(string Number, string Reason);

/// <summary>Previewing, issuing, printing, replacing and revoking certificates.</summary>
public static class CertificateEndpoints
{
    /// <summary>Maps them under <c>/api/a/{id}/certificates</c>, for the secretariat.</summary>
    public static void MapCertificates(this IEndpointRouteBuilder routes)
    {
        var group = "/api/a/{id:guid}/certificates";
        routes.MapGet(group, (Guid id, HttpContext http) => AnswerAsync(id, http, ListAsync));
        routes.MapGet(group + "/preview", (Guid id, HttpContext http) => AnswerAsync(id, http, PreviewAsync));
        routes.MapGet(group + "/issued", (Guid id, HttpContext http) => AnswerAsync(id, http, IssuedAsync));
        routes.MapGet(group + "/specimen/{kind}.pdf", (Guid id, string kind, HttpContext http) => AnswerAsync(id, http, desk => SpecimenAsync(desk, kind)));
        routes.MapPost(group + "/issue", (Guid id, IssueAsked asked, HttpContext http) => AnswerAsync(id, http, desk => IssueAsync(desk, asked)));
        routes.MapPost(group + "/{number}/revoke", (Guid id, string number, EndingAsked asked, HttpContext http) => AnswerAsync(id, http, async desk =>
            Carried(await desk.Assemblies.SubmitAsync(new(id), desk.Caller.Credential, new(Guid.NewGuid()), new RevokeCertificate(number, new(Guid.NewGuid()), asked.Reason), http.RequestAborted))));
        routes.MapPost(group + "/{number}/replace", (Guid id, string number, EndingAsked asked, HttpContext http) => AnswerAsync(id, http, async desk =>
            Carried(await desk.Office.ReplaceAsync(new(id), desk.Caller.Credential, number, new(Guid.CreateVersion7()), AddressOf(http), asked.Reason, http.RequestAborted))));
        routes.MapPost(group + "/runs/{run:guid}/{form}", (Guid id, Guid run, string form, HttpContext http) => AnswerAsync(id, http, desk => PrintAsync(desk, run, form, Start)));
        routes.MapGet(group + "/runs/{run:guid}/{form}", (Guid id, Guid run, string form, HttpContext http) => AnswerAsync(id, http, desk => PrintAsync(desk, run, form, Look)));
        routes.MapDelete(group + "/runs/{run:guid}/{form}", (Guid id, Guid run, string form, HttpContext http) => AnswerAsync(id, http, desk => PrintAsync(desk, run, form, Stop)));
        routes.MapGet(group + "/runs/{run:guid}/certificates.{form}", (Guid id, Guid run, string form, HttpContext http) => AnswerAsync(id, http, desk => PrintAsync(desk, run, form, FileOf)));
        routes.MapPost(group + "/runs/{run:guid}/mail", (Guid id, Guid run, HttpContext http) => AnswerAsync(id, http, desk => MailAsync(desk, run)));
    }

    /// <summary>The address of this installation as its caller knows it.</summary>
    public static string AddressOf(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host.ToUriComponent()}";

    private static async Task<IResult> AnswerAsync(Guid id, HttpContext http, Func<Desk, Task<IResult>> answer)
    {
        var services = http.RequestServices;
        var sentences = services.GetRequiredService<Sentences>();
        if (Callers.Of(http) is not { Secretariat: true } caller)
            return AccountEndpoints.NotSecretariat(sentences);
        var assemblies = services.GetRequiredService<IAssemblies>();
        if (assemblies.Find(new(id)) is not { Charter: not null } now)
            return Plain.Refuse(sentences, StatusCodes.Status404NotFound, "page.no-assembly");
        try
        {
            return await answer(new(http, caller, assemblies, now, services.GetRequiredService<CertificateOffice>(), sentences));
        }
        catch (CertificateKeyException fault)
        {
            return Plain.Refuse(sentences, StatusCodes.Status503ServiceUnavailable, "certificate.key-unusable", fault.File);
        }
    }

    private static Task<IResult> ListAsync(Desk desk)
    {
        var kinds = desk.Office.Kinds;
        var all = desk.Office.Preview(desk.Now.Id, desk.Now, kinds.Rules).ToLookup(each => each.Award.Kind, StringComparer.Ordinal);
        var runs = desk.Now.Runs.Values.OrderByDescending(run => run.At).Take(100).Select(run => new RunAnswer(run.Id, run.At,
            [.. run.Numbers.Select(number => desk.Now.Certificates[number].Issued.Award.Kind).Distinct(StringComparer.Ordinal)], run.Numbers.Length));
        return Task.FromResult(Results.Json(new CertificatesAnswer(
            [.. kinds.Rules.Select(rule => new KindAnswer(rule.Kind, rule.Title, all[rule.Kind].Count(), all[rule.Kind].Count(each => each.Name is null), all[rule.Kind].Count(each => each.Issued is not null), all[rule.Kind].Count(each => each is { Name: not null, Revoked: not null })))],
            kinds.Faults, [.. runs], desk.Http.RequestServices.GetRequiredService<MailSettings>().Configured), JournalJson.Options));
    }

    private static Task<IResult> PreviewAsync(Desk desk)
    {
        var asked = desk.Http.Request.Query["kind"].ToString();
        return Task.FromResult(desk.Office.Kinds.Find(asked) is { } rule
            ? Results.Json(desk.Office.Preview(desk.Now.Id, desk.Now, [rule]).Select(each => new EligibleAnswer(
                each.Award.Participant, desk.Now.BadgeNumbers.GetValueOrDefault(each.Award.Participant), each.Name, each.Member, each.Award.Kind, each.Text, each.Issued, each.Revoked)), JournalJson.Options)
            : desk.Refuse(StatusCodes.Status404NotFound, "certificate.kind-unknown"));
    }

    private static Task<IResult> IssuedAsync(Desk desk)
    {
        var wanted = desk.Http.Request.Query["find"].ToString();
        var found =
            from certificate in desk.Now.Certificates.Values
            let name = desk.Office.NameOf(desk.Now, certificate.Issued)
            where wanted.Length == 0 || name?.Contains(wanted, StringComparison.OrdinalIgnoreCase) == true || certificate.Issued.Number == CertificateNumbers.Read(wanted)
            select new CertificateAnswer(certificate.Issued.Number, name, certificate.Issued.Award.Kind, certificate.Issued.Award.Subject, certificate.Standing, certificate.Run);
        return Task.FromResult(Results.Json(found.OrderBy(each => each.Name, StringComparer.InvariantCultureIgnoreCase).ThenBy(each => each.Number, StringComparer.Ordinal).Take(200), JournalJson.Options));
    }

    private static async Task<IResult> SpecimenAsync(Desk desk, string kind)
    {
        if (desk.Office.Kinds.Find(kind) is not { } rule)
            return desk.Refuse(StatusCodes.Status404NotFound, "certificate.kind-unknown");
        var first = desk.Office.Preview(desk.Now.Id, desk.Now, [rule]).Select(each => (Eligible?)each).FirstOrDefault(each => each!.Name is not null)
            ?? new(new(default, kind), Name: null, Member: null, CertificateOffice.Said(rule, new(default, kind), desk.Now.Charter!.Name), Issued: null);
        var press = desk.Http.RequestServices.GetRequiredService<IPress>();
        var paper = await desk.Office.SpecimenAsync(desk.Now, rule, first, AddressOf(desk.Http), desk.Http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(), desk.Http.RequestAborted);
        return PaperEndpoints.Answer(await press.RenderAsync(Template.Certificate, paper, desk.Http.RequestAborted), $"specimen-{kind}.pdf", desk.Sentences);
    }

    private static async Task<IResult> IssueAsync(Desk desk, IssueAsked asked)
    {
        var kinds = desk.Office.Kinds;
        var rules = (asked.Kinds ?? []).Distinct(StringComparer.Ordinal).Take(CertificateReading.AtMost).Select(kinds.Find).ToList();
        if (rules.Count == 0 || rules.Contains(null))
            return desk.Refuse(StatusCodes.Status404NotFound, "certificate.kind-unknown");
        var (without, again) = ((asked.Without ?? []).ToHashSet(), (asked.Again ?? []).ToHashSet());
        var awards = desk.Office.Preview(desk.Now.Id, desk.Now, rules!)
            .Where(each => each is { Name: not null, Issued: null } && !without.Contains(each.Award.Participant) && (each.Revoked is null || again.Contains(each.Award.Participant))).Select(each => each.Award).ToImmutableArray();
        if (awards.IsEmpty)
            return desk.Refuse(StatusCodes.Status409Conflict, "certificate.nobody");
        var run = new RunId(Guid.CreateVersion7());
        // The whole run is one fact: it is issued or it is not, whatever becomes of this request.
        var answer = await desk.Office.IssueAsync(desk.Now.Id, desk.Caller.Credential, run, AddressOf(desk.Http), awards, CancellationToken.None);
        return answer.Accepted ? Results.Json(new { Run = run, Certificates = awards.Length }, JournalJson.Options) : Plain.Refuse(answer.Refusal!);
    }

    private static async Task<IResult> PrintAsync(Desk desk, Guid id, string asked, Func<Desk, CertificateRun, PrintForm, CertificatePrints, Task<IResult>> answer) =>
        !desk.Now.Runs.TryGetValue(new(id), out var run) || !Enum.TryParse<PrintForm>(asked, ignoreCase: true, out var form) || !Enum.IsDefined(form)
            ? desk.Refuse(StatusCodes.Status404NotFound, "certificate.run-unknown")
            : await answer(desk, run, form, desk.Http.RequestServices.GetRequiredService<CertificatePrints>());

    private static Task<IResult> Start(Desk desk, CertificateRun run, PrintForm form, CertificatePrints prints) => Task.FromResult(State(desk, prints.Begin(desk.Now.Id, run, form)));

    private static Task<IResult> Look(Desk desk, CertificateRun run, PrintForm form, CertificatePrints prints) => Task.FromResult(prints.Find(desk.Now.Id, run.Id, form) is { } print
        ? State(desk, print) : desk.Refuse(StatusCodes.Status404NotFound, "certificate.not-printing"));

    private static async Task<IResult> Stop(Desk desk, CertificateRun run, PrintForm form, CertificatePrints prints)
    {
        if (prints.Find(desk.Now.Id, run.Id, form) is not { } print)
            return desk.Refuse(StatusCodes.Status404NotFound, "certificate.not-printing");
        print.Cancel();
        await print.Over.WaitAsync(desk.Http.RequestAborted);
        return State(desk, print);
    }

    /// <summary>The file, for which a caller in a hurry need not have begun it.</summary>
    private static async Task<IResult> FileOf(Desk desk, CertificateRun run, PrintForm form, CertificatePrints prints)
    {
        var print = prints.Begin(desk.Now.Id, run, form);
        await print.Over.WaitAsync(desk.Http.RequestAborted);
        // Whoever was erased while it was printed stands in no file that is handed out.
        while (print.State == PrintState.Done && prints.Begin(desk.Now.Id, run, form) is var anew && anew != print)
            await (print = anew).Over.WaitAsync(desk.Http.RequestAborted);
        return print switch
        {
            { State: PrintState.Failed, Total: 0 } => desk.Refuse(StatusCodes.Status409Conflict, "certificate.none-left"),
            { State: PrintState.Done } => Results.Bytes(print.File, form == PrintForm.Pdf ? "application/pdf" : "application/zip", $"certificates.{form.ToString().ToLowerInvariant()}"),
            { Failure: { } failure } => PaperEndpoints.Answer(failure, "", desk.Sentences),
            _ => desk.Refuse(StatusCodes.Status409Conflict, "certificate.stopped"),
        };
    }

    private static async Task<IResult> MailAsync(Desk desk, Guid id)
    {
        if (!desk.Now.Runs.TryGetValue(new(id), out var run))
            return desk.Refuse(StatusCodes.Status404NotFound, "certificate.run-unknown");
        var post = desk.Http.RequestServices.GetRequiredService<PostOffice>();
        var dry = desk.Http.Request.Query.ContainsKey("dry");
        if (!dry && !post.Configured)
            return desk.Refuse(StatusCodes.Status409Conflict, "mail.not-configured");
        var addresses = await post.AddressesAsync(desk.Now.Id, desk.Http.RequestAborted);
        var queued = new HashSet<(string Batch, ParticipantId Person)>();
        foreach (var batch in run.Numbers.Select(BatchOf).Distinct(StringComparer.Ordinal))
            queued.UnionWith((await post.QueuedAsync(desk.Now.Id, batch, Doubles.Never, desk.Http.RequestAborted)).Select(person => (batch, person)));
        var due = run.Numbers.Where(number => desk.Office.WhyNot(desk.Now, desk.Now.Certificates[number]) is null && !queued.Contains((BatchOf(number), PersonOf(number)))).ToHashSet(StringComparer.Ordinal);
        var without = due.Where(number => !addresses.ContainsKey(PersonOf(number))).Select(PersonOf).ToList();
        due.RemoveWhere(number => !addresses.ContainsKey(PersonOf(number)));
        if (dry || due.Count == 0)
            return Results.Json(new MailPlan(due.Count, [.. without.Distinct()]), JournalJson.Options);
        var letters = new List<(string, Letter)>();
        var unset = (PressFailure?)null;
        await foreach (var (number, file, failure) in desk.Http.RequestServices.GetRequiredService<CertificatePrints>().EachAsync(desk.Now.Id, run with { Numbers = [.. run.Numbers.Where(due.Contains)] }, desk.Http.RequestAborted))
        {
            if (failure is { Fault: not PressFault.Template })
                return PaperEndpoints.Answer(failure, "", desk.Sentences);
            unset = failure ?? unset;
            if (failure is not null)
                continue;
            due.Remove(number);
            letters.Add((BatchOf(number), new(addresses[PersonOf(number)], desk.Sentences.Say("mail.certificate.subject", desk.Now.Charter!.Name), desk.Sentences.Say("mail.certificate.text", desk.Now.Charter.Name, $"{run.Address}/certificates/{number}"))
            {
                Participant = PersonOf(number),
                Attachments = [new($"certificate-{CertificateNumbers.Grouped(number)}.pdf", "application/pdf", file)],
            }));
        }
        if (letters.Count == 0 && unset is not null)
            return PaperEndpoints.Answer(unset, "", desk.Sentences);
        // Whoever's page could not be set gets no letter either.
        without.AddRange(due.Select(PersonOf));
        var sent = await post.QueueAsync(desk.Now.Id, letters, Doubles.Never, person => desk.Assemblies.Find(desk.Now.Id)?.Find(person) is null or { Erased: true }, CancellationToken.None);
        return Results.Json(new MailPlan(sent, [.. without.Distinct()]), JournalJson.Options);

        string BatchOf(string number) => LettersWithCertificates.BatchOf(desk.Now.Certificates[number]);

        ParticipantId PersonOf(string number) => desk.Now.Certificates[number].Issued.Award.Participant;
    }

    private static IResult State(Desk desk, CertificatePrint print) => Results.Json(new PrintAnswer(
        print.State, print.Done, print.Total, print.Failure?.Reason, [.. print.LeftOut.Select(each => new UnprintedAnswer(each.Number, desk.Sentences.Say(CertificateOffice.ReasonOf(each.Why))))]), JournalJson.Options);

    private static IResult Carried(Answer answer) => answer.Accepted ? Results.Json(answer, JournalJson.Options) : Plain.Refuse(answer.Refusal!);

    private sealed record Desk(HttpContext Http, Caller Caller, IAssemblies Assemblies, Proceedings Now, CertificateOffice Office, Sentences Sentences)
    {
        public IResult Refuse(int status, string code, params IEnumerable<object> arguments) => Plain.Refuse(Sentences, status, code, arguments);
    }
}

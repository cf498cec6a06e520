using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Ifmsa.Assembly.Core.Certificates;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Documents;
using Ifmsa.Assembly.Server.Floor;
using Ifmsa.Assembly.Server.Journal;
using Ifmsa.Assembly.Server.Wording;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ifmsa.Assembly.Server.Certificates;

/// <summary>Somebody a certificate is for, as the preview lists them.</summary>
/// <param name="Award">What is certified.</param>
/// <param name="Name">The name it would bear; null where none is known, and none is issued then.</param>
/// <param name="Member">The delegation.</param>
/// <param name="Text">What it would say, and so why.</param>
/// <param name="Issued">The number of the valid certificate of this that the person has already.</param>
/// <param name="Revoked">The number of the one that was revoked, where none is valid; another is issued to nobody unasked.</param>
public sealed record Eligible(Award Award, string? Name, string? Member, string Text, string? Issued, string? Revoked = null)
{
    /// <summary>Without the name.</summary>
    public override string ToString() => $"Eligible for {Award}";
}

/// <summary>What the QR codes of a run say, by number.</summary>
/// <param name="Texts">The texts, signed.</param>
/// <param name="Kept">Completes when the new signatures are stored; before that no paper is handed out, or the same run could say something else next time.</param>
public sealed record SignedTexts(IReadOnlyDictionary<string, CertificateText> Texts, Task Kept);

/// <summary>Finds who is to be certified what, has it entered in the journal, and puts it on paper.</summary>
public sealed class CertificateOffice(IAssemblies assemblies, CertificateKey key, Store store, Sentences sentences, IOptions<PressSettings> settings)
{
    private readonly ConcurrentDictionary<AssemblyId, SemaphoreSlim> _turns = new();

    /// <summary>The kinds there are.</summary>
    public CertificateKinds Kinds => CertificateKinds.Load(settings);

    /// <summary>Who gets what of some kinds, by the journal as it stands.</summary>
    public IReadOnlyList<Eligible> Preview(AssemblyId assembly, Proceedings now, IEnumerable<CertificateRule> rules)
    {
        var issued = NumbersOf(now, CertificateStanding.Valid);
        var revoked = NumbersOf(now, CertificateStanding.Revoked);
        return
        [
            .. from rule in rules
               from award in rule.Awards(now).Take(IssueCertificates.AtMost)
               let said = award with { Subject = SubjectOf(award.Subject) }
               let same = (said.Participant, said.Kind, said.Subject)
               let person = now.Participants[award.Participant]
               select new Eligible(said, NameOf(assembly, person), person.Member is { } member ? now.NameOf(member) : null, Said(rule, said, now.Charter!.Name),
                   issued.GetValueOrDefault(same), issued.ContainsKey(same) ? null : revoked.GetValueOrDefault(same)),
        ];
    }

    /// <summary>The name on a certificate; null once its person is erased, even where the minutes have to keep the name for themselves.</summary>
    public string? NameOf(Proceedings now, IssuedCertificate issued) => now.Find(issued.Award.Participant) is { Erased: false } ? assemblies.Words(now.Id, issued.Name) : null;

    /// <summary>Why a certificate is not printed as things stand; null where it is.</summary>
    public LeftOut? WhyNot(Proceedings now, Certificate certificate) => certificate switch
    {
        { Standing: CertificateStanding.Revoked } => LeftOut.Revoked,
        { Standing: CertificateStanding.Replaced } => LeftOut.Replaced,
        _ when now.Find(certificate.Issued.Award.Participant) is not { Erased: false } => LeftOut.Erased,
        _ => NameOf(now, certificate.Issued) is null ? LeftOut.Renamed : null,
    };

    /// <summary>The code of the sentence that says why.</summary>
    public static string ReasonOf(LeftOut why) => $"certificate.left-out.{why.ToString().ToLowerInvariant()}";

    /// <summary>Enters in the journal what has been previewed; the key is published first, where this assembly has not seen it.</summary>
    public async Task<Answer> IssueAsync(AssemblyId assembly, Credential by, RunId run, string address, ImmutableArray<Award> awards, CancellationToken cancellation) =>
        await PublishedAsync(assembly, cancellation) is { Accepted: false } refused ? refused
            : await assemblies.SubmitAsync(assembly, by, new(Guid.NewGuid()), new IssueCertificates(run, address, key.Id, awards), cancellation);

    /// <summary>Enters a replacement.</summary>
    public async Task<Answer> ReplaceAsync(AssemblyId assembly, Credential by, string number, RunId run, string address, string reason, CancellationToken cancellation) =>
        await PublishedAsync(assembly, cancellation) is { Accepted: false } refused ? refused
            : await assemblies.SubmitAsync(assembly, by, new(Guid.NewGuid()), new ReplaceCertificate(number, run, address, key.Id, new(Guid.NewGuid()), reason), cancellation);

    /// <summary>
    /// What the QR codes of a run say, by number. Each is signed once and the signature kept, so that a run that was broken off is taken up
    /// where it stood and gives the same papers; what is not printed has none. A signature that is not of the words as they are is made anew.
    /// </summary>
    public async Task<SignedTexts> TextsAsync(Proceedings now, CertificateRun run, CancellationToken cancellation)
    {
        // In turn, from reading what is kept until what is new is kept: whoever prints the same run meanwhile would sign it another time.
        var turn = _turns.GetOrAdd(now.Id, _ => new(1, 1));
        await turn.WaitAsync(cancellation);
        var kept = (Task?)null;
        try
        {
            var (texts, made) = await SignAsync(now, run, cancellation);
            if (made.Count > 0)
            {
                // On a thread of its own: SQLite answers nobody before it is done.
                kept = Task.Run(() => KeepAsync(now.Id, made, turn, cancellation), CancellationToken.None);
            }
            return new(texts, kept ?? Task.CompletedTask);
        }
        finally
        {
            if (kept is null)
                turn.Release();
        }
    }

    /// <summary>The pages of some certificates of a run; a kind that is no longer in the file is printed by its name alone.</summary>
    public async Task<CertificatePaper> PaperAsync(Proceedings now, CertificateRun run, IReadOnlyList<PaperCertificate> pages, CancellationToken cancellation) =>
        await PaperAsync(now.Charter!, run.Address, run.At, pages, cancellation);

    /// <summary>A page as it would be, with a number that nobody has and nothing to check.</summary>
    public async Task<CertificatePaper> SpecimenAsync(Proceedings now, CertificateRule rule, Eligible eligible, string address, DateTimeOffset at, CancellationToken cancellation)
    {
        const string number = "0000000000000000";
        var page = new PaperCertificate(rule.Title, eligible.Name ?? sentences.Say("certificate.specimen"), eligible.Text.Replace(now.Charter!.Name, "{assembly}", StringComparison.Ordinal), number, QrCode.OfMany($"{address}/certificates/{number}"));
        return await PaperAsync(now.Charter!, address, at, [page], cancellation);
    }

    /// <summary>The page of one certificate; null where it has no text.</summary>
    public PaperCertificate? Page(Proceedings now, CertificateRun run, CertificateKinds kinds, string number, IReadOnlyDictionary<string, CertificateText> texts)
    {
        if (!texts.TryGetValue(number, out var text))
            return null;
        var award = now.Certificates[number].Issued.Award;
        var rule = kinds.Find(award.Kind);
        return new(rule?.Title ?? award.Kind, text.Words![4], rule is null ? sentences.Say("certificate.of", award.Subject ?? award.Kind, "{assembly}") : Said(rule, award, "{assembly}"), number, QrCode.OfMany(text.At(run.Address)));
    }

    /// <summary>What a certificate says, with its blanks filled.</summary>
    public static string Said(CertificateRule rule, Award award, string assembly)
    {
        // In one pass: a session may be called "{attended}".
        var said = new System.Text.StringBuilder(rule.Text.Length + 100);
        for (var at = 0; at < rule.Text.Length;)
        {
            var blank = CertificateRule.Blanks.FirstOrDefault(each => string.CompareOrdinal(rule.Text, at, each, 0, each.Length) == 0);
            said.Append(blank switch
            {
                "{attended}" => award.Attended?.ToString(CultureInfo.InvariantCulture) ?? "–",
                "{plenaries}" => award.Of?.ToString(CultureInfo.InvariantCulture) ?? "–",
                "{subject}" => Unbraced(award.Subject ?? "–"),
                "{assembly}" => assembly,
                _ => rule.Text[at].ToString(),
            });
            at += blank?.Length ?? 1;
        }
        return said.ToString();
    }

    /// <summary>The day in the assembly's zone.</summary>
    public static DateOnly DayOf(Charter charter, DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(charter.Zone)).Date);

    /// <summary>"1–7 August 2026", "30 July – 5 August 2026".</summary>
    public static string Dates(Charter charter)
    {
        var (from, to) = (charter.Starts, charter.Ends);
        var last = to.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        return from == to ? last
            : from.Year != to.Year ? $"{from.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)} – {last}"
            : from.Month != to.Month ? $"{from.ToString("d MMMM", CultureInfo.InvariantCulture)} – {last}"
            : $"{from.Day.ToString(CultureInfo.InvariantCulture)}–{last}";
    }

    private async Task<CertificatePaper> PaperAsync(Charter charter, string address, DateTimeOffset at, IReadOnlyList<PaperCertificate> pages, CancellationToken cancellation)
    {
        var words = await PaperWords.ReadAsync(settings.Value, charter.Languages[0], cancellation);
        return new()
        {
            Language = words.Language,
            Words = words.Texts,
            Dated = TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(charter.Zone)),
            Assembly = charter.Name,
            Dates = Dates(charter),
            Venue = charter.Venue,
            Checked = new Uri(address).Authority + "/certificates",
            Issued = DayOf(charter, at).ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
            Certificates = pages,
        };
    }

    private async Task<(IReadOnlyDictionary<string, CertificateText> Texts, List<StoredSignature> Made)> SignAsync(Proceedings now, CertificateRun run, CancellationToken cancellation)
    {
        var (assembly, spki) = (now.Id.ToString(), now.CertificateKeys.GetValueOrDefault(run.Key));
        var numbers = run.Numbers.ToHashSet(StringComparer.Ordinal);
        await using var context = store.Context();
        var kept = (await context.Signatures.AsNoTracking().Where(row => row.Assembly == assembly).ToListAsync(cancellation)).Where(row => numbers.Contains(row.Number)).ToDictionary(row => row.Number, row => row.Signature, StringComparer.Ordinal);
        var texts = new Dictionary<string, CertificateText>(StringComparer.Ordinal);
        var made = new List<StoredSignature>();
        var keeps = (bool?)null;
        using var known = System.Security.Cryptography.ECDsa.Create();
        known.ImportSubjectPublicKeyInfo(Convert.FromBase64String(spki!), out _);
        foreach (var number in run.Numbers)
        {
            cancellation.ThrowIfCancellationRequested();
            var issued = now.Certificates[number].Issued;
            if (WhyNot(now, now.Certificates[number]) is not null || NameOf(now, issued) is not { } name)
                continue;
            var content = CertificateText.ContentOf(issued, name, now.Charter!, DayOf(now.Charter!, run.At));
            var text = new CertificateText(run.Key, content, kept.GetValueOrDefault(number) ?? []);
            if (text.Signature.Length != 64 || !text.IsSignedWith(known))
            {
                // The run's own key may have been moved away since, or be another installation's: what it signed stays good, as does what another
                // published key signed since; what none did is signed by the one there is, which is published before, so that checks find it.
                if (text.Signature.Length == 64 && now.CertificateKeys.FirstOrDefault(other => text.IsSignedWith(other.Value)) is { Key: { } signer })
                {
                    texts[number] = text with { Key = signer };
                    continue;
                }
                keeps ??= key.Id == run.Key || await PublishedAsync(now.Id, cancellation) is { Accepted: true };
                text = text with { Key = key.Id, Signature = key.Sign(CertificateText.Signed(content)) };
                if (keeps == true)
                    made.Add(new() { Assembly = assembly, Number = number, Signature = text.Signature });
            }
            texts[number] = text;
        }
        return (texts, made);
    }

    private async Task KeepAsync(AssemblyId assembly, List<StoredSignature> made, SemaphoreSlim turn, CancellationToken cancellation)
    {
        try
        {
            await store.WriteAsync(async writing =>
            {
                foreach (var some in made.Chunk(500))
                {
                    var numbers = some.Select(row => row.Number).ToArray();
                    await writing.Signatures.Where(row => row.Assembly == some[0].Assembly && numbers.Contains(row.Number)).ExecuteDeleteAsync(cancellation);
                }
                // Whoever was erased meanwhile has none.
                var latest = assemblies.Find(assembly)!;
                writing.Signatures.AddRange(made.Where(row => NameOf(latest, latest.Certificates[row.Number].Issued) is not null));
                return true;
            }, cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<Answer> PublishedAsync(AssemblyId assembly, CancellationToken cancellation)
    {
        var published = new Answer(null, null, null);
        if (assemblies.Find(assembly)?.CertificateKeys.ContainsKey(key.Id) == true)
            return published;
        var answer = await assemblies.SubmitAsync(assembly, Credential.Installation, new(Guid.NewGuid()), new PublishKey(key.Id, key.Spki), cancellation);
        // Somebody who issued at the same time has published it.
        return answer.Refusal?.Code == new IdTaken().Code ? published : answer;
    }

    private static Dictionary<(ParticipantId, string, string?), string> NumbersOf(Proceedings now, CertificateStanding standing) => now.Certificates.Values.Where(each => each.Standing == standing)
        .GroupBy(each => (each.Issued.Award.Participant, each.Issued.Award.Kind, each.Issued.Award.Subject)).ToDictionary(same => same.Key, same => same.MaxBy(each => each.EndedAt)!.Issued.Number);

    private string? SubjectOf(string? subject) =>
        subject is ['d', 'u', 't', 'y', ':', .. var duty] ? sentences.Say($"word.Duty.{System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(duty)}") : subject;

    private string? NameOf(AssemblyId assembly, Participant person) => person.Name is { } name ? assemblies.Words(assembly, name.Id) : null;

    // The template looks for {assembly}; nothing a person wrote is a blank.
    private static string Unbraced(string words) => words.Replace("{assembly}", "{ assembly}", StringComparison.Ordinal);
}

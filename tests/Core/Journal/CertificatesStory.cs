namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

/// <summary>Everything about sessions and certificates, once.</summary>
internal static class CertificatesStory
{
    public static readonly string Spki = Convert.ToBase64String([.. Enumerable.Range(0, 91).Select(each => (byte)each)]);

    public static readonly string Key = PublishKey.IdOf(Spki)!;

    public static Situation Told => Ended(Issued(Scanned(Adjourned)));

    public static Situation Scanned(Situation told) => told
        .After(Secretariat, new PlanSession(new(Of("workshop")), "Workshop", told.Clock, told.Clock.AddHours(1), [P("observer")]))
        .After(Secretariat, new PlanSession(new(Of("door")), "Plenary 1", told.Clock, told.Clock.AddHours(1), [], Plenary(1)))
        .After(Secretariat, new PlanSession(new(Of("dropped")), "Nobody came", told.Clock, told.Clock, [])).After(Secretariat, new DropSession(new(Of("dropped"))))
        .After(Desk, new ScanBadge(new(Of("workshop")), P("official"))).After(Desk, new ScanBadge(new(Of("workshop")), P("chair"))).After(Desk, new UnscanBadge(new(Of("workshop")), P("chair")));

    public static Situation Issued(Situation told) => told
        .After(Credential.Installation, new PublishKey(Key, Spki))
        .After(Secretariat, new IssueCertificates(new(Of("run")), "https://vote.example.org", Key,
        [
            new(P("official"), "participation"), new(P("chair"), "chairing", Attended: 1, Of: 1), new(P("secretary"), "office", "secretary"),
        ]));

    private static Situation Ended(Situation told)
    {
        var numbers = told.Now.Runs[new(Of("run"))].Numbers;
        return told
            .After(Secretariat, new ReplaceCertificate(numbers[0], new(Of("again")), "https://vote.example.org", Key, Words("misspelled"), "The name was misspelled."))
            .After(Secretariat, new RevokeCertificate(numbers[1], Words("mistaken"), "Somebody else had the chair."));
    }
}

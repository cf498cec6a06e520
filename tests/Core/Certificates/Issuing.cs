namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

public sealed class Issuing_certificates
{
    private static readonly Situation Ready = CertificatesStory.Scanned(Adjourned).After(Credential.Installation, new PublishKey(CertificatesStory.Key, CertificatesStory.Spki));

    [Fact]
    public void gives_each_a_number_of_eighty_bits_that_no_other_leads_to()
    {
        var (now, draws) = (Ready.Now, new[] { new byte[32], [.. Enumerable.Repeat((byte)1, 32)] });
        var numbers = draws.SelectMany(draw => Issued(now, draw, Many(300)).Certificates.Select(each => each.Number)).ToList();
        Assert.Equal(600, numbers.Distinct(StringComparer.Ordinal).Count());
        Assert.All(numbers, number => Assert.Matches("^[0-9A-HJKMNP-TV-Z]{16}$", number));
        // Each of the 80 bits is 0 for some and 1 for others, about half and half.
        foreach (var sign in Enumerable.Range(0, 16))
            Assert.True(numbers.Select(number => number[sign]).Distinct().Count() >= 28);
        Assert.Equal(numbers.Take(300), Issued(now, draws[0], Many(300)).Certificates.Select(each => each.Number));
    }

    [Fact]
    public void certifies_nobody_twice_of_the_same()
    {
        var issued = CertificatesStory.Issued(Ready with { Now = Ready.Now with { CertificateKeys = ImmutableDictionary<string, string>.Empty } });
        Assert.IsType<CertifiedAlready>(issued.When(Secretariat, Issue("two", new Award(P("official"), "participation"))).Refusal);
        Assert.IsType<CertifiedAlready>(Ready.When(Secretariat, Issue("two", new Award(P("chair"), "office", "chair"), new Award(P("chair"), "office", "chair"))).Refusal);
        Assert.Null(issued.When(Secretariat, Issue("two", new Award(P("secretary"), "office", "assistant"))).Refusal);
    }

    [Fact]
    public void refuses_whom_nobody_knows_and_who_has_no_name()
    {
        Assert.IsType<UnknownParticipant>(Ready.When(Secretariat, Issue("one", new Award(P("nobody"), "participation"))).Refusal);
        Assert.IsType<CertificateWithoutName>(Ready.When(Secretariat, Issue("one", new Award(P("head of Austria"), "participation"))).Refusal);
        Assert.IsType<NoSuchCertificateKind>(Ready.When(Secretariat, Issue("one", new Award(P("chair"), "../x"))).Refusal);
        Assert.IsType<NoSuchCertificateKind>(Ready.When(Secretariat, Issue("one", new Award(P("chair"), "attendance", Attended: 3, Of: 2))).Refusal);
        Assert.IsType<NoKeyPublished>(Adjourned.When(Secretariat, Issue("one", new Award(P("chair"), "chairing"))).Refusal);
        Assert.IsType<KeyUnreadable>(Adjourned.When(Credential.Installation, new PublishKey("0011223344556677", CertificatesStory.Spki)).Refusal);
        Assert.IsType<NotYours>(Ready.When(Chair, Issue("one", new Award(P("chair"), "chairing"))).Refusal);
    }

    [Fact]
    public void ends_a_certificate_once()
    {
        var told = CertificatesStory.Told;
        var ended = told.Now.Certificates.Values.Where(each => each.Standing != CertificateStanding.Valid).ToList();
        Assert.Equal(2, ended.Count);
        foreach (var each in ended)
        {
            Assert.Equal(new CertificateEnded(each.Standing), told.When(Secretariat, new RevokeCertificate(each.Issued.Number, Words("again"), "Again.")).Refusal);
            Assert.NotNull(each.Reason);
        }
        var replaced = ended.Single(each => each.Standing == CertificateStanding.Replaced);
        Assert.Equal(replaced.Issued.Award, told.Now.Certificates[replaced.Successor!].Issued.Award);
        // Once it is ended, the same may be certified again.
        Assert.Null(told.When(Secretariat, Issue("new", new Award(P("chair"), "chairing"))).Refusal);
    }

    private static CertificatesIssued Issued(Proceedings now, byte[] draw, IEnumerable<Award> awards) =>
        (CertificatesIssued)Assert.Single(now.Decide(new IssueCertificates(new(Of("run")), "https://a.example", CertificatesStory.Key, [.. awards]), new(now.ActorOf(Secretariat), now.At, draw)).Facts);

    private static IEnumerable<Award> Many(int count) => Enumerable.Range(0, count).Select(each => new Award(P("chair"), "facilitation", $"Session {each}"));

    private static IssueCertificates Issue(string run, params Award[] awards) => new(new(Of(run)), "https://a.example", CertificatesStory.Key, [.. awards]);
}

public sealed class What_was_done
{
    [Fact]
    public void is_who_was_present_held_a_card_presided_and_had_a_duty()
    {
        var now = InSession.Now;
        Assert.Contains(new Deed(DeedKind.MemberPresent, M("Austria").Value, Plenary(1)), now.Deeds);
        Assert.Contains(new Deed(DeedKind.HeldCard, P("head of Austria").Value, Plenary(1)), now.Deeds);
        Assert.DoesNotContain(new Deed(DeedKind.HeldCard, P("colleague of Austria").Value, Plenary(1)), now.Deeds);
        Assert.Contains(new Deed(DeedKind.Presided, P("chair").Value, Plenary(1)), now.Deeds);
        Assert.DoesNotContain(new Deed(DeedKind.Presided, P("vice").Value, Plenary(1)), now.Deeds);
        Assert.Contains(new Deed(DeedKind.HeldDuty, P("secretary").Value, Duty: Duty.Secretary), now.Deeds);
    }

    [Fact]
    public void outlives_the_plenary_and_the_duty()
    {
        var after = Adjourned.After(Secretariat, new RemoveDuty(P("secretary"), Duty.Secretary));
        Assert.Contains(new Deed(DeedKind.MemberPresent, M("Austria").Value, Plenary(1)), after.Now.Deeds);
        Assert.Contains(new Deed(DeedKind.HeldDuty, P("secretary").Value, Duty: Duty.Secretary), after.Now.Deeds);
    }

    [Fact]
    public void was_never_so_where_it_is_undone()
    {
        var given = RollCall.After(Desk, new GiveCard(M("Austria"), P("head of Austria")));
        Assert.Contains(new Deed(DeedKind.MemberPresent, M("Austria").Value, Plenary(1)), given.Now.Deeds);
        var undone = given.After(Desk, new UndoAct(given.LastAct));
        Assert.DoesNotContain(new Deed(DeedKind.MemberPresent, M("Austria").Value, Plenary(1)), undone.Now.Deeds);
        Assert.DoesNotContain(new Deed(DeedKind.HeldCard, P("head of Austria").Value, Plenary(1)), undone.Now.Deeds);
    }

    [Fact]
    public void numbers_badges_in_the_order_of_registration() =>
        Assert.Equal(Enumerable.Range(1, Convened.Now.Participants.Count), Convened.Now.BadgeNumbers.Values.Order());
}

public sealed class A_session
{
    private static readonly Situation Held = CertificatesStory.Scanned(Adjourned);

    [Fact]
    public void scans_a_badge_once_and_takes_it_back()
    {
        Assert.IsType<ScannedAlready>(Held.When(Desk, new ScanBadge(new(Of("workshop")), P("official"))).Refusal);
        Assert.IsType<NotScanned>(Held.When(Desk, new UnscanBadge(new(Of("workshop")), P("chair"))).Refusal);
        Assert.Equal([P("official")], Held.Now.Sessions[new(Of("workshop"))].Scanned);
    }

    [Fact]
    public void stays_with_those_who_were_there()
    {
        Assert.IsType<SessionWasAttended>(Held.When(Secretariat, new DropSession(new(Of("workshop")))).Refusal);
        var renamed = Held.After(Secretariat, new PlanSession(new(Of("workshop")), "Better title", Held.Clock, Held.Clock, []));
        Assert.Equal([P("official")], renamed.Now.Sessions[new(Of("workshop"))].Scanned);
    }

    [Fact]
    public void refuses_what_there_is_not()
    {
        Assert.IsType<NoSessionPlanned>(Adjourned.When(Desk, new ScanBadge(new(Of("workshop")), P("official"))).Refusal);
        Assert.IsType<UnknownSession>(Held.When(Desk, new ScanBadge(new(Of("other")), P("official"))).Refusal);
        Assert.IsType<UnknownParticipant>(Held.When(Desk, new ScanBadge(new(Of("workshop")), P("nobody"))).Refusal);
        Assert.IsType<UnknownParticipant>(Held.When(Secretariat, new PlanSession(new(Of("x")), "X", Held.Clock, Held.Clock, [P("nobody")])).Refusal);
        Assert.IsType<EndsBeforeStart>(Held.When(Secretariat, new PlanSession(new(Of("x")), "X", Held.Clock, Held.Clock.AddHours(-1), [])).Refusal);
        Assert.IsType<UnknownPlenary>(Held.When(Secretariat, new PlanSession(new(Of("x")), "X", Held.Clock, Held.Clock, [], Plenary(9))).Refusal);
        Assert.IsType<NotYours>(Held.When(Head("Austria"), new ScanBadge(new(Of("workshop")), P("official"))).Refusal);
    }
}

using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Certificates;

/// <summary>The secretariat takes a certificate back, and says why; whoever looks it up reads the reason.</summary>
[CommandKind("certificate.revoke", Who.Secretariat)]
public sealed record RevokeCertificate(string Number, MatterId Reason, string Text) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now) ?? Ended.NoneIssued(now);

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if (Ended.Fault(now, Number, Reason, Text) is { } fault)
            return fault;
        var words = Matter.Of(Reason, Text, moment);
        return Decision.Of(new CertificateRevoked(Number, words.Digest, moment.At)).With(words);
    }
}

/// <summary>A certificate holds no longer.</summary>
[FactKind("certificate.revoked.v1")]
public sealed record CertificateRevoked(string Number, MatterDigest Reason, DateTimeOffset At) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with
    {
        Certificates = before.Certificates.SetItem(Number, before.Certificates[Number] with { Standing = CertificateStanding.Revoked, Reason = Reason, EndedAt = At }),
        Matters = before.Matters.Add(Reason.Id),
    };
}

/// <summary>The secretariat replaces a certificate, as when the name was misspelled: a new number, the name as it is now.</summary>
[CommandKind("certificate.replace", Who.Secretariat)]
public sealed record ReplaceCertificate(string Number, RunId Run, string Address, string Key, MatterId Reason, string Text) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now) ?? Ended.NoneIssued(now);

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if (Ended.Fault(now, Number, Reason, Text) is { } fault)
            return fault;
        if (Requires.Line(Address, 200) is { } unclear)
            return unclear;
        if (now.Runs.ContainsKey(Run))
            return new IdTaken();
        if (now.Runs.Count >= IssueCertificates.RunsAtMost)
            return new Federation.RowsOutOfBounds(IssueCertificates.RunsAtMost);
        if (!now.CertificateKeys.ContainsKey(Key))
            return new NoKeyPublished();
        var award = now.Certificates[Number].Issued.Award;
        if (Certifying.Fault(now, award) is { } gone)
            return gone;
        var words = Matter.Of(Reason, Text, moment);
        var issued = new IssuedCertificate(Certifying.Number(moment.Draw.Span, Run, 0), award, now.Participants[award.Participant].Name!.Id);
        return Decision.Of(new CertificatesIssued(Run, Address, Key, moment.At, [issued]), new CertificateReplaced(Number, issued.Number, words.Digest, moment.At)).With(words);
    }
}

/// <summary>A certificate has another in its place.</summary>
[FactKind("certificate.replaced.v1")]
public sealed record CertificateReplaced(string Number, string Successor, MatterDigest Reason, DateTimeOffset At) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with
    {
        Certificates = before.Certificates.SetItem(Number, before.Certificates[Number] with { Standing = CertificateStanding.Replaced, Successor = Successor, Reason = Reason, EndedAt = At }),
        Matters = before.Matters.Add(Reason.Id),
    };
}

/// <summary>What ending a certificate asks.</summary>
internal static class Ended
{
    public static Refusal? NoneIssued(Proceedings now) => now.Certificates.IsEmpty ? new UnknownCertificate() : null;

    public static Refusal? Fault(Proceedings now, string number, MatterId reason, string text) =>
        now.Certificates.GetValueOrDefault(number) switch
        {
            null => new UnknownCertificate(),
            { Standing: not CertificateStanding.Valid } ended => new CertificateEnded(ended.Standing),
            _ => Requires.Line(text, 500) ?? (now.Matters.Contains(reason) ? new IdTaken() : null),
        };
}

/// <summary>There is no certificate of this number.</summary>
public sealed record UnknownCertificate() : Refusal("certificate.unknown");

/// <summary>The certificate holds no longer.</summary>
public sealed record CertificateEnded(CertificateStanding Standing) : Refusal("certificate.ended", Standing);

using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Certificates;

/// <summary>The secretariat issues previewed certificates; what a paper says comes from the journal from then on.</summary>
[CommandKind("certificates.issue", Who.Secretariat)]
public sealed record IssueCertificates(RunId Run, string Address, string Key, ImmutableArray<Award> Awards) : Command, IAct
{
    /// <summary>The most certificates of a run.</summary>
    public const int AtMost = 5_000;

    /// <summary>The most runs of an assembly.</summary>
    public const int RunsAtMost = 1_000;

    /// <summary>The most certificates of an assembly.</summary>
    public const int AllAtMost = 50_000;

    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now) ?? (now.CertificateKeys.IsEmpty ? new NoKeyPublished() : null);

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if (Awards is not { IsDefaultOrEmpty: false, Length: <= AtMost })
            return new RowsOutOfBounds(AtMost);
        if (now.Runs.ContainsKey(Run))
            return new IdTaken();
        if (now.Runs.Count >= RunsAtMost || now.Certificates.Count + Awards.Length > AllAtMost)
            return new RowsOutOfBounds(AllAtMost);
        if (Requires.Line(Address, 200) is { } unclear)
            return unclear;
        if (!now.CertificateKeys.ContainsKey(Key))
            return new NoKeyPublished();
        var standing = now.Certificates.Values.Where(each => each.Standing == CertificateStanding.Valid).Select(each => Same(each.Issued.Award)).ToHashSet();
        foreach (var award in Awards)
        {
            if (Certifying.Fault(now, award) is { } fault)
                return fault;
            // A second paper of the same thing would be a way round revoking the first.
            if (!standing.Add(Same(award)))
                return new CertifiedAlready(award.Kind, award.Subject ?? "–");
        }
        return new CertificatesIssued(Run, Address, Key, moment.At,
            [.. Awards.Select((award, place) => new IssuedCertificate(Certifying.Number(moment.Draw.Span, Run, place), award, now.Participants[award.Participant].Name!.Id))]);
    }

    private static (ParticipantId, string, string?) Same(Award award) => (award.Participant, award.Kind, award.Subject);
}

/// <summary>Certificates are issued.</summary>
[FactKind("certificates.issued.v1")]
public sealed record CertificatesIssued(RunId Run, string Address, string Key, DateTimeOffset At, ImmutableArray<IssuedCertificate> Certificates) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with
    {
        Runs = before.Runs.SetItem(Run, new(Run, Address, Key, At, [.. Certificates.Select(each => each.Number)])),
        Certificates = before.Certificates.SetItems(Certificates.Select(each => KeyValuePair.Create(each.Number, new Certificate { Issued = each, Run = Run }))),
    };
}

/// <summary>What acts on certificates share.</summary>
internal static class Certifying
{
    private const string Signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Why something cannot be certified.</summary>
    public static Refusal? Fault(Proceedings now, Award? award)
    {
        if (award is null || now.Find(award.Participant) is not { } person)
            return new UnknownParticipant();
        if (person.Name is null)
            return new CertificateWithoutName();
        if (award.Kind is not { Length: > 0 and <= 40 } kind || !kind.All(sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign == '-'))
            return new NoSuchCertificateKind();
        if (award.Subject is { } subject && Requires.Line(subject, 200) is { } fault)
            return fault;
        return (award.Attended, award.Of) is (null, null) or ( >= 0, >= 1) && (award.Attended ?? 0) <= (award.Of ?? 0) ? null : new NoSuchCertificateKind();
    }

    /// <summary>
    /// 80 bits nobody can guess: the draw is random and kept nowhere, so that neither the run nor another number leads to this one.
    /// </summary>
    public static string Number(ReadOnlySpan<byte> draw, RunId run, int place)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData("ifmsa-assembly/certificate-number/v1\0"u8);
        hash.AppendData(draw);
        hash.AppendData(run.Value.ToByteArray());
        Span<byte> at = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(at, place);
        hash.AppendData(at);
        var bits = hash.GetHashAndReset();
        return string.Create(16, bits, (text, from) =>
        {
            for (var sign = 0; sign < text.Length; sign++)
            {
                var value = 0;
                for (var bit = sign * 5; bit < (sign * 5) + 5; bit++)
                    value = (value << 1) | ((from[bit / 8] >> (7 - (bit % 8))) & 1);
                text[sign] = Signs[value];
            }
        });
    }
}

/// <summary>The installation has published no key to check certificates with.</summary>
public sealed record NoKeyPublished() : Refusal("certificate.no-key");

/// <summary>The person has a certificate of this.</summary>
public sealed record CertifiedAlready(string Kind, string Subject) : Refusal("certificate.issued-already", Kind, Subject);

/// <summary>Somebody without a name gets no certificate.</summary>
public sealed record CertificateWithoutName() : Refusal("certificate.no-name");

/// <summary>A certificate is of a kind, and of no more plenaries than were held.</summary>
public sealed record NoSuchCertificateKind() : Refusal("certificate.no-kind");

using Ifmsa.Assembly.Core.Certificates;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Floor;
using Ifmsa.Assembly.Server.Mail;

namespace Ifmsa.Assembly.Server.Certificates;

/// <summary>Letters with a certificate that was revoked or replaced while they waited.</summary>
public sealed class LettersWithCertificates(IAssemblies assemblies) : ILettersInVain
{
    /// <summary>The batch of a certificate's letter: by kind and subject, so that somebody gets both where a run has two for them.</summary>
    public static string BatchOf(Certificate certificate) =>
        $"certificates {certificate.Run} {certificate.Issued.Award.Kind}{(certificate.Issued.Award.Subject is { } subject ? " " + subject : "")}";

    /// <inheritdoc/>
    public bool IsInVain(AssemblyId assembly, string batch, ParticipantId person) =>
        assemblies.Find(assembly) is { } now && now.Certificates.Values.Any(each => each.Standing != CertificateStanding.Valid && each.Issued.Award.Participant == person && BatchOf(each) == batch);
}

namespace Ifmsa.Assembly.Server.Documents;

/// <summary>The data of certificates, a page each; texts as in <see cref="MinutesPaper"/>.</summary>
public sealed record CertificatePaper
{
    /// <inheritdoc cref="MinutesPaper.Language"/>
    public required string Language { get; init; }

    /// <inheritdoc cref="MinutesPaper.Words"/>
    public required IReadOnlyDictionary<string, string> Words { get; init; }

    /// <summary>When they were issued; printing them again later gives the same file.</summary>
    public required DateTimeOffset Dated { get; init; }

    public required string Assembly { get; init; }

    /// <summary>"1–7 August 2026".</summary>
    public required string Dates { get; init; }

    public required string Venue { get; init; }

    /// <summary>Where a number is looked up, as short as it can be said: "vote.example.org/certificates".</summary>
    public required string Checked { get; init; }

    public required string Issued { get; init; }

    public required IReadOnlyList<PaperCertificate> Certificates { get; init; }
}

/// <summary>One page; the text may have the blank {assembly}, and the picture is the QR code.</summary>
public sealed record PaperCertificate(string Title, string Name, string Text, string Number, QrCode Picture)
{
    /// <summary>Without the name.</summary>
    public override string ToString() => $"PaperCertificate {Number}";
}

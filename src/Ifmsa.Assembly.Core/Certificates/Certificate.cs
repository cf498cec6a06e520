using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Certificates;

/// <summary>Whether a certificate can be relied on.</summary>
public enum CertificateStanding
{
    /// <summary>It holds.</summary>
    Valid,

    /// <summary>Another has taken its place.</summary>
    Replaced,

    /// <summary>It was taken back.</summary>
    Revoked,
}

/// <summary>What somebody is to be certified, as the rules of the secretariat found it.</summary>
/// <param name="Participant">Who.</param>
/// <param name="Kind">One of the organisation's, such as <c>attendance</c>.</param>
/// <param name="Subject">The office, the post or the session; null where the kind says all.</param>
/// <param name="Attended">Plenaries attended, where that is certified.</param>
/// <param name="Of">Plenaries held, likewise.</param>
public sealed record Award(ParticipantId Participant, string Kind, string? Subject = null, int? Attended = null, int? Of = null);

/// <summary>A certificate as it was issued; the name is the one its person had then.</summary>
/// <param name="Number">80 random bits in Crockford's base 32: 16 signs.</param>
/// <param name="Award">What it certifies.</param>
/// <param name="Name">The words of the name.</param>
public sealed record IssuedCertificate(string Number, Award Award, MatterId Name);

/// <summary>A certificate as it stands.</summary>
public sealed record Certificate
{
    /// <summary>As it was issued.</summary>
    public required IssuedCertificate Issued { get; init; }

    /// <summary>The run it came in.</summary>
    public required RunId Run { get; init; }

    /// <summary>Whether it can be relied on.</summary>
    public CertificateStanding Standing { get; init; }

    /// <summary>Why it can no longer.</summary>
    public MatterDigest? Reason { get; init; }

    /// <summary>Since when.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The number of the one in its place.</summary>
    public string? Successor { get; init; }
}

/// <summary>Certificates issued together; printing them again gives the same papers.</summary>
/// <param name="Id">By which it is asked for.</param>
/// <param name="Address">Where a certificate is looked up: the address of this installation, such as <c>https://vote.example.org</c>.</param>
/// <param name="Key">The key they are signed with.</param>
/// <param name="At">When they were issued.</param>
/// <param name="Numbers">In the order of the run.</param>
public sealed record CertificateRun(RunId Id, string Address, string Key, DateTimeOffset At, ImmutableArray<string> Numbers);

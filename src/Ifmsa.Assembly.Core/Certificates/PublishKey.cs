using System.Security.Cryptography;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Certificates;

/// <summary>The installation publishes the public half of the key it signs certificates with, so that an archive carries what checks them.</summary>
[CommandKind("certificates.publish-key", Who.Installation)]
public sealed record PublishKey(string Key, string Spki) : Command, IAct
{
    /// <summary>The most keys of an assembly.</summary>
    public const int AtMost = 20;

    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        now.CertificateKeys.ContainsKey(Key) ? new IdTaken()
        : now.CertificateKeys.Count >= AtMost ? new Federation.RowsOutOfBounds(AtMost)
        : IdOf(Spki) != Key ? new KeyUnreadable()
        : new KeyPublished(Key, Spki);

    /// <summary>The id of a public key: the first 8 bytes of the SHA-256 of its SubjectPublicKeyInfo, in lower-case hexadecimal; null where the text is none.</summary>
    public static string? IdOf(string spki)
    {
        var bytes = new byte[256];
        return Convert.TryFromBase64String(spki, bytes, out var length) && length > 0 ? Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(0, length)).AsSpan(0, 8)) : null;
    }
}

/// <summary>Certificates of this assembly are checked with a public key.</summary>
/// <param name="Key">Its id.</param>
/// <param name="Spki">ECDSA P-256 as SubjectPublicKeyInfo, in base 64.</param>
[FactKind("certificate.key-published.v1")]
public sealed record KeyPublished(string Key, string Spki) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with { CertificateKeys = before.CertificateKeys.SetItem(Key, Spki) };
}

/// <summary>The key's id is not that of the key.</summary>
public sealed record KeyUnreadable() : Refusal("certificate.key-unreadable");

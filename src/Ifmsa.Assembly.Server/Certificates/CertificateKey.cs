using System.Security.Cryptography;
using Ifmsa.Assembly.Core.Certificates;
using Ifmsa.Assembly.Server.Hosting;

namespace Ifmsa.Assembly.Server.Certificates;

/// <summary>The key file holds nothing that certificates can be signed with; the message names it, and says what is needed.</summary>
public sealed class CertificateKeyException(string file, Exception? inner = null)
    : IOException($"The key file {file} holds no private key of ECDSA P-256 in PEM; restore it from where it was saved, or move it away, and new certificates are signed with a new key.", inner)
{
    /// <summary>The key file.</summary>
    public string File { get; } = file;
}

/// <summary>
/// The key this installation signs certificates with: ECDSA P-256 in a file of its own (0600) beside the database, in no backup and
/// in no export; made at first use. Any thread.
/// </summary>
public sealed class CertificateKey(DataSettings settings) : IDisposable
{
    private readonly Lock _gate = new();
    private ECDsa? _key;

    /// <summary>The file; without it old certificates can still be checked, and new ones are signed with a new key.</summary>
    public string File => Path.Combine(settings.Folder, "certificates.key");

    /// <summary>The public half: SubjectPublicKeyInfo in base 64.</summary>
    public string Spki
    {
        get
        {
            lock (_gate)
                return Convert.ToBase64String(Key().ExportSubjectPublicKeyInfo());
        }
    }

    /// <summary>Its id.</summary>
    public string Id => PublishKey.IdOf(Spki)!;

    /// <summary>A signature: 64 bytes, r and s, as browsers check it.</summary>
    public byte[] Sign(byte[] data)
    {
        lock (_gate)
            return Key().SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    /// <inheritdoc/>
    public void Dispose() => _key?.Dispose();

    private ECDsa Key()
    {
        if (_key is not null)
            return _key;
        Private.CreateFolder(settings.Folder);
        using var file = Private.OpenOrCreate(File);
        if (file.Length > 0)
        {
            using var reader = new StreamReader(file);
            var known = ECDsa.Create();
            try
            {
                known.ImportFromPem(reader.ReadToEnd());
                // Anybody who checks expects this curve, and a public key alone signs nothing.
                if (known.ExportParameters(includePrivateParameters: true).Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value)
                    return _key = known;
            }
            catch (Exception fault) when (fault is ArgumentException or CryptographicException)
            {
                known.Dispose();
                throw new CertificateKeyException(File, fault);
            }
            known.Dispose();
            throw new CertificateKeyException(File);
        }
        var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        file.Write(System.Text.Encoding.ASCII.GetBytes(made.ExportPkcs8PrivateKeyPem() + "\n"));
        file.Flush(flushToDisk: true);
        return _key = made;
    }
}

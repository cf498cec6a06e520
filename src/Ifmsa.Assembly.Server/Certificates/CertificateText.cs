using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ifmsa.Assembly.Core.Certificates;
using Ifmsa.Assembly.Core.Federation;

namespace Ifmsa.Assembly.Server.Certificates;

/// <summary>
/// What a certificate's QR code says: where it is looked up, and behind the #, which browsers send to nobody, what was signed, so that it
/// can be checked without a network: <c>https://HOST/certificates/NUMBER#v1.KEY.CONTENT.SIGNATURE</c>, the last two in URL-safe base 64.
/// </summary>
/// <param name="Key">The id of the key.</param>
/// <param name="Content">The signed words: a line each, none of which can hold a line's end.</param>
/// <param name="Signature">64 bytes.</param>
public sealed record CertificateText(string Key, byte[] Content, byte[] Signature)
{
    /// <summary>The lines of the content, in order.</summary>
    public static readonly string[] Lines = ["number", "kind", "subject", "attended", "name", "assembly", "dates", "issued"];

    private const int Longest = 4_096;
    private const int LongestText = 8_192;
    private static readonly byte[] Domain = [.. "ifmsa-assembly/certificate/v1\0"u8];

    /// <summary>The words of the content; null where it is not of these lines.</summary>
    public string[]? Words
    {
        get
        {
            try
            {
                var lines = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(Content).Split('\n');
                return lines.Length == Lines.Length ? lines : null;
            }
            catch (DecoderFallbackException)
            {
                return null;
            }
        }
    }

    /// <summary>What is signed of a certificate: nothing but what stands on the paper.</summary>
    public static byte[] ContentOf(IssuedCertificate issued, string name, Charter charter, DateOnly day) => Encoding.UTF8.GetBytes(string.Join('\n', new[]
    {
        issued.Number,
        issued.Award.Kind,
        issued.Award.Subject ?? "",
        issued.Award is { Attended: { } attended, Of: { } of } ? string.Create(CultureInfo.InvariantCulture, $"{attended}/{of}") : "",
        name,
        charter.Name,
        string.Create(CultureInfo.InvariantCulture, $"{charter.Starts:yyyy-MM-dd}/{charter.Ends:yyyy-MM-dd}"),
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    }.Select(OneLine)));

    /// <summary>What a signature is over: the content behind a name of its own, so that nothing signed for another purpose passes for it.</summary>
    public static byte[] Signed(byte[] content) => [.. Domain, .. content];

    /// <summary>The text of the code.</summary>
    public string At(string address) =>
        $"{address}/certificates/{Words![0]}#v1.{Key}.{Base64Url.EncodeToString(Content)}.{Base64Url.EncodeToString(Signature)}";

    /// <summary>Reads a text; null where it is none of ours.</summary>
    public static CertificateText? Read(string text)
    {
        text = text.Trim();
        if (text.Length > LongestText || text.IndexOf('#', StringComparison.Ordinal) is not (>= 0 and var hash) || text[(hash + 1)..].Split('.') is not ["v1", var key, var content, var signature])
            return null;
        try
        {
            var read = new CertificateText(key, Base64Url.DecodeFromChars(content), Base64Url.DecodeFromChars(signature));
            // The number one reads and looks up has to be the one that is signed.
            return read.Content.Length <= Longest && read.Signature.Length == 64 && read.Words is [var number, ..] && text[..hash].EndsWith("/certificates/" + number, StringComparison.Ordinal) ? read : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Whether the signature is the key's.</summary>
    public bool IsSignedWith(string spki)
    {
        using var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(spki), out _);
        }
        catch (Exception fault) when (fault is FormatException or CryptographicException)
        {
            return false;
        }
        return IsSignedWith(key);
    }

    /// <summary>Whether the signature is the key's.</summary>
    public bool IsSignedWith(ECDsa key) => key.KeySize == 256 && key.VerifyData(Signed(Content), Signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    /// <summary>Never the words: they are somebody's.</summary>
    public override string ToString() => $"CertificateText signed with {Key}";

    private static string OneLine(string words) => string.Concat(words.Select(sign => char.IsControl(sign) ? ' ' : sign));
}

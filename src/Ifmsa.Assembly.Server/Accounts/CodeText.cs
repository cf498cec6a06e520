using System.Buffers.Text;
using System.Security.Cryptography;

namespace Ifmsa.Assembly.Server.Accounts;

/// <summary>How join codes are written and read: 128 bits in a QR code, 50 bits in ten characters to type.</summary>
public static class CodeText
{
    /// <summary>Crockford's base 32: no I, L, O or U.</summary>
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int TypedLength = 10;
    private const int ScannedLength = 22;

    /// <summary>A new secret for a QR code.</summary>
    public static string NewScanned() => Secrets.Text(16);

    /// <summary>A new code to type, as printed: ABCDE-FGHJK.</summary>
    public static string NewTyped()
    {
        var code = RandomNumberGenerator.GetString(Alphabet, TypedLength);
        return $"{code[..5]}-{code[5..]}";
    }

    /// <summary>The secret of a QR code, where the text is one; else null.</summary>
    public static string? Scanned(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length == ScannedLength && Base64Url.IsValid(trimmed, out var bytes) && bytes == 16 ? trimmed : null;
    }

    /// <summary>The ten characters of a typed code, however they were typed; else null.</summary>
    public static string? Typed(string text)
    {
        Span<char> code = stackalloc char[TypedLength];
        var length = 0;
        foreach (var sign in text)
        {
            if (char.IsWhiteSpace(sign) || sign is '-' or '\u2010' or '\u2011' or '\u2013')
                continue;
            var read = char.ToUpperInvariant(sign) switch
            {
                'O' => '0',
                'I' or 'L' => '1',
                var other => other,
            };
            if (length == TypedLength || !Alphabet.Contains(read, StringComparison.Ordinal))
                return null;
            code[length++] = read;
        }
        return length == TypedLength ? new string(code) : null;
    }
}

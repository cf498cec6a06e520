using System.Buffers.Text;
using System.Security.Cryptography;

namespace Ifmsa.Assembly.Server.Accounts;

/// <summary>Random secrets and key files.</summary>
public static class Secrets
{
    /// <summary>So many random bytes as URL-safe text.</summary>
    public static string Text(int bytes) => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(bytes));

    /// <summary>A 256-bit key kept in a file (0600), made on first use.</summary>
    public static byte[] KeyIn(string file)
    {
        using var stream = Hosting.Private.OpenOrCreate(file);
        if (stream.Length == 32)
        {
            var key = new byte[32];
            stream.ReadExactly(key);
            return key;
        }
        if (stream.Length != 0)
            throw new IOException($"The key file {file} does not hold 32 bytes; restore it from where it was saved, or remove it and print the codes anew.");
        var made = RandomNumberGenerator.GetBytes(32);
        stream.Write(made);
        stream.Flush(flushToDisk: true);
        return made;
    }
}

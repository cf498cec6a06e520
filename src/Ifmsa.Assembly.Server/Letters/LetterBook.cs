using System.Security.Cryptography;
using Ifmsa.Assembly.Core.Credentials;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Journal;
using Microsoft.EntityFrameworkCore;

namespace Ifmsa.Assembly.Server.Letters;

/// <summary>A letter as it was handed in.</summary>
/// <param name="Type">Its media type.</param>
/// <param name="Bytes">The file.</param>
public sealed record ProxyLetter(string Type, byte[] Bytes)
{
    /// <summary>Never the letter: it is signed by people.</summary>
    public override string ToString() => $"Letter of {Bytes.Length} bytes";
}

/// <summary>The letters by which members give their votes to others: kept beside the journal, which holds their digests, so that they can be erased.</summary>
public sealed class LetterBook(Store store, TimeProvider time)
{
    /// <summary>The longest letter in bytes.</summary>
    public const int Longest = 2 * 1_024 * 1_024;

    /// <summary>The most letters of an assembly.</summary>
    public const int AtMost = 500;

    private static readonly (string Type, byte[] Begins, string Ending)[] Kinds =
    [
        ("application/pdf", "%PDF-"u8.ToArray(), "pdf"),
        ("image/png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "png"),
        ("image/jpeg", [0xFF, 0xD8, 0xFF], "jpg"),
    ];

    /// <summary>Whether the bytes begin as files of the type they are said to be, and the type is one of those taken.</summary>
    public static bool IsTaken(string? type, ReadOnlySpan<byte> bytes)
    {
        foreach (var kind in Kinds)
        {
            if (string.Equals(kind.Type, type, StringComparison.OrdinalIgnoreCase))
                return bytes.StartsWith(kind.Begins);
        }
        return false;
    }

    /// <summary>The ending of a file name, by type.</summary>
    public static string EndingOf(string type) => Kinds.First(kind => kind.Type == type).Ending;

    /// <summary>Keeps a letter; null where the assembly has as many as it can.</summary>
    public Task<LetterDigest?> KeepAsync(AssemblyId assembly, ProxyLetter letter, CancellationToken cancellation) => store.WriteAsync(async context =>
    {
        if (await context.Letters.CountAsync(row => row.Assembly == assembly.ToString(), cancellation) >= AtMost)
            return null;
        var (id, salt) = (new LetterId(Guid.CreateVersion7(time.GetUtcNow())), RandomNumberGenerator.GetBytes(32));
        context.Letters.Add(new() { Assembly = assembly.ToString(), Id = id.ToString(), Salt = salt, Type = letter.Type.ToLowerInvariant(), Bytes = letter.Bytes });
        return new LetterDigest(id, Sha256(salt, letter.Bytes));
    }, cancellation);

    /// <summary>Whether a letter is on file whose bytes are those the digest was made of.</summary>
    public async Task<bool> HoldsAsync(AssemblyId assembly, LetterDigest digest, CancellationToken cancellation)
    {
        var row = await RowAsync(assembly, digest.Id, cancellation);
        return row is not null && Sha256(row.Salt, row.Bytes) == digest.Sha256;
    }

    /// <summary>A letter by its id; null where there is none, or it was erased.</summary>
    public async Task<ProxyLetter?> FindAsync(AssemblyId assembly, LetterId id, CancellationToken cancellation)
    {
        var row = await RowAsync(assembly, id, cancellation);
        return row is null ? null : new(row.Type, row.Bytes);
    }

    /// <summary>Erases a letter; its digest stays in the journal. False where there is none.</summary>
    public Task<bool> EraseAsync(AssemblyId assembly, LetterId id, CancellationToken cancellation) => store.WriteAsync(async context =>
        await context.Letters.Where(row => row.Assembly == assembly.ToString() && row.Id == id.ToString()).ExecuteDeleteAsync(cancellation) > 0, cancellation);

    private async Task<StoredLetter?> RowAsync(AssemblyId assembly, LetterId id, CancellationToken cancellation)
    {
        await using var context = store.Context();
        return await context.Letters.AsNoTracking().FirstOrDefaultAsync(found => found.Assembly == assembly.ToString() && found.Id == id.ToString(), cancellation);
    }

    /// <summary>What the journal holds of a letter: SHA-256(salt ‖ bytes), in lower-case hexadecimal.</summary>
    internal static string Sha256(byte[] salt, byte[] bytes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(salt);
        hash.AppendData(bytes);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Ifmsa.Assembly.Core.Journal;

/// <summary>The hash chain that ties each fact to all before it.</summary>
public static class Chain
{
    /// <summary>Length of a digest or hash in bytes.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    /// <summary>What stands before the first fact: SHA-256 of the assembly's id as lower-case text.</summary>
    public static byte[] Root(AssemblyId assembly) => SHA256.HashData(Encoding.UTF8.GetBytes(assembly.Value.ToString("D")));

    /// <summary>SHA-256 of a fact's payload.</summary>
    public static byte[] Digest(ReadOnlySpan<byte> payload) => SHA256.HashData(payload);

    /// <summary>SHA-256(previous ‖ sequence, 8 bytes big-endian ‖ at in microseconds, 8 bytes big-endian ‖ kind in UTF-8 ‖ 0x00 ‖ digest).</summary>
    public static byte[] Hash(ReadOnlySpan<byte> previous, long sequence, long atMicroseconds, string kind, ReadOnlySpan<byte> digest)
    {
        var kindLength = Encoding.UTF8.GetByteCount(kind);
        Span<byte> bytes = stackalloc byte[previous.Length + 16 + kindLength + 1 + digest.Length];
        previous.CopyTo(bytes);
        var rest = bytes[previous.Length..];
        BinaryPrimitives.WriteInt64BigEndian(rest, sequence);
        BinaryPrimitives.WriteInt64BigEndian(rest[8..], atMicroseconds);
        Encoding.UTF8.GetBytes(kind, rest[16..]);
        rest[16 + kindLength] = 0;
        digest.CopyTo(rest[(17 + kindLength)..]);
        return SHA256.HashData(bytes);
    }

    /// <summary>A time as the journal keeps it: whole microseconds since 1970, UTC.</summary>
    public static long Microseconds(DateTimeOffset at) => (at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>The time of a number of microseconds since 1970.</summary>
    public static DateTimeOffset Time(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
}

using System.Buffers.Binary;
using System.IO.Compression;

namespace Ifmsa.Assembly.Server.Archive;

/// <summary>Looks at a zip's end before it is opened: its list of entries is read into memory, so a short one is asked for.</summary>
internal static class ZipGate
{
    private const int EndLength = 22;
    private const int CommentAtMost = ushort.MaxValue;
    private const int EntriesAtMost = 64;
    private const int ListAtMost = 64 * 1_024;

    /// <summary>The zip in a stream that can seek.</summary>
    /// <exception cref="ArchiveFault">It is none, or not one of ours.</exception>
    public static ZipArchive Open(Stream stream)
    {
        if (stream.Length > ArchiveFormat.Longest)
            throw ArchiveFault.Bad("archive.too-long", ArchiveFormat.Longest >> 20);
        if (!HasShortList(stream))
            throw ArchiveFault.Unreadable("archive.no-zip");
        try
        {
            stream.Position = 0;
            var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            return zip.Entries.Count is > 0 and <= EntriesAtMost ? zip : throw ArchiveFault.Unreadable("archive.no-zip");
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or ArgumentException)
        {
            throw ArchiveFault.Unreadable("archive.no-zip");
        }
    }

    private static bool HasShortList(Stream stream)
    {
        var tail = new byte[(int)Math.Min(stream.Length, EndLength + CommentAtMost)];
        stream.Position = stream.Length - tail.Length;
        stream.ReadExactly(tail);
        for (var at = tail.Length - EndLength; at >= 0; at--)
        {
            var end = tail.AsSpan(at);
            if (BinaryPrimitives.ReadUInt32LittleEndian(end) != 0x06054B50)
                continue;
            var (entries, length, start) = (BinaryPrimitives.ReadUInt16LittleEndian(end[10..]), BinaryPrimitives.ReadUInt32LittleEndian(end[12..]), BinaryPrimitives.ReadUInt32LittleEndian(end[16..]));
            return entries is > 0 and <= EntriesAtMost && length <= ListAtMost && start + (long)length == stream.Length - tail.Length + at;
        }
        return false;
    }
}

using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Ifmsa.Assembly.Core.Agenda;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Journal;

namespace Ifmsa.Assembly.Server.Archive;

/// <summary>Reads an archive, believing nothing it says of itself: every digest, the journal's chain, and that the journal can be replayed.</summary>
public sealed class ArchiveReader : IDisposable
{
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, IArchivePart> _parts;
    private readonly JournalDigests _digests = new();

    private ArchiveReader(ZipArchive zip, ArchiveManifest manifest, Dictionary<string, IArchivePart> parts) => (_zip, Manifest, _parts) = (zip, manifest, parts);

    /// <summary>What the archive holds.</summary>
    public ArchiveManifest Manifest { get; }

    /// <summary>The assembly's id.</summary>
    public AssemblyId Assembly => new(Manifest.Assembly);

    /// <summary>Opens an archive in a stream that can seek, and verifies all of it; nothing is written anywhere.</summary>
    /// <exception cref="ArchiveFault">It is no archive, or not as it was written.</exception>
    public static ArchiveReader Open(Stream stream, IEnumerable<IArchivePart> parts, CancellationToken cancellation)
    {
        var zip = ZipGate.Open(stream);
        try
        {
            var known = parts.ToDictionary(part => ArchiveFormat.EntryOf(part.Name), StringComparer.Ordinal);
            var reader = new ArchiveReader(zip, ManifestOf(zip, known), known);
            reader.Verify(cancellation);
            return reader;
        }
        catch (Exception fault) when (fault is InvalidDataException or JsonException or NotSupportedException)
        {
            zip.Dispose();
            throw ArchiveFault.Bad("archive.damaged");
        }
        catch
        {
            zip.Dispose();
            throw;
        }
    }

    /// <summary>The journal's rows in order; each follows the one before.</summary>
    internal IEnumerable<JournalRow> Rows()
    {
        var (sequence, hash) = (0L, Chain.Root(Assembly));
        foreach (var line in Lines(Manifest.Entries.First(entry => entry.Name == ArchiveFormat.Journal)))
        {
            var read = JsonSerializer.Deserialize<FactLine>(line, ArchiveFormat.Json) ?? throw ArchiveFault.Bad("archive.damaged");
            var row = new JournalRow(read.Sequence, read.At, read.Kind, read.Payload, read.Digest, read.Previous, read.Hash);
            if (!row.Follows(sequence, hash))
                throw ArchiveFault.Bad("archive.chain", sequence + 1);
            (sequence, hash) = (row.Sequence, row.Hash);
            yield return row;
        }
        if (sequence != Manifest.Facts || Convert.ToHexStringLower(hash) != Manifest.Head)
            throw ArchiveFault.Bad("archive.head");
    }

    /// <summary>Takes what is beside the journal; adds rows where there is a context, and has them saved in portions.</summary>
    internal void Beside(AssemblyStore? context, Action save)
    {
        _digests.Begin();
        foreach (var entry in Manifest.Entries.Where(entry => entry.Name != ArchiveFormat.Journal))
        {
            var lines = 0;
            foreach (var line in Lines(entry))
            {
                _parts[entry.Name].Take(line, Assembly, _digests, context);
                if (++lines % 100 == 0)
                    save();
            }
            save();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _zip.Dispose();

    private static ArchiveManifest ManifestOf(ZipArchive zip, Dictionary<string, IArchivePart> parts)
    {
        if (zip.Entries.Select(entry => entry.FullName).Distinct(StringComparer.Ordinal).Count() < zip.Entries.Count)
            throw ArchiveFault.Bad("archive.damaged");
        if (zip.GetEntry(ArchiveFormat.Manifest) is not { } place)
            throw ArchiveFault.Unreadable("archive.no-manifest");
        using var stream = place.Open();
        var manifest = JsonSerializer.Deserialize<ArchiveManifest>(Whole(stream, ArchiveFormat.ManifestAtMost), ArchiveFormat.Json) ?? throw ArchiveFault.Bad("archive.damaged");
        // A list may hold null whatever its type says.
        if (manifest.Entries.Contains(null!))
            throw ArchiveFault.Bad("archive.damaged");
        if (manifest.Format != ArchiveFormat.Name)
            throw ArchiveFault.Unreadable("archive.no-manifest");
        if (manifest.Version is < 1 or > ArchiveFormat.Version)
            throw ArchiveFault.Unreadable("archive.newer", manifest.Version);
        foreach (var entry in manifest.Entries)
        {
            if (entry.Name != ArchiveFormat.Journal && !parts.ContainsKey(entry.Name))
                throw ArchiveFault.Unreadable("archive.unknown-part", entry.Name);
        }
        var named = manifest.Entries.Select(entry => entry.Name).Append(ArchiveFormat.Manifest).ToHashSet(StringComparer.Ordinal);
        if (named.Count != manifest.Entries.Count + 1 || !named.Contains(ArchiveFormat.Journal) || !named.IsSupersetOf(parts.Keys) || !named.SetEquals(zip.Entries.Select(entry => entry.FullName)))
            throw ArchiveFault.Bad("archive.entries");
        if (manifest.Entries.Any(entry => entry.Bytes is < 0 or > ArchiveFormat.UnpackedAtMost) || manifest.Entries.Sum(entry => entry.Bytes) > ArchiveFormat.UnpackedAtMost || manifest.Facts is < 1 or > ArchiveFormat.FactsAtMost)
            throw ArchiveFault.Bad("archive.too-long", ArchiveFormat.UnpackedAtMost >> 20);
        return manifest;
    }

    private void Verify(CancellationToken cancellation)
    {
        var now = Proceedings.Before(Assembly);
        var (name, names) = ("", new HashSet<MatterId>());
        foreach (var row in Rows())
        {
            cancellation.ThrowIfCancellationRequested();
            if (!Catalogue.Facts.ContainsKey(row.Kind))
                throw ArchiveFault.Unreadable("archive.unknown-kind", row.Kind);
            try
            {
                var entry = EntryCodec.Decode(row.Sequence, Chain.Time(row.AtMicroseconds), row.Kind, row.Payload);
                now = now.After(entry);
                if (row.Sequence == 1)
                    name = entry.Fact.NameOfNew();
                if (entry.Fact is ParticipantEnrolled enrolled)
                    names.Add(enrolled.Name.Id);
                else if (entry.Fact is ParticipantNamed corrected)
                    names.Add(corrected.Name.Id);
                _digests.See(row.Payload);
            }
            catch (Exception fault) when (fault is not (ArchiveFault or OutOfMemoryException))
            {
                // A journal that was put together by hand can fail the fold in any way; none of ours does.
                throw ArchiveFault.Bad("archive.fact", row.Sequence);
            }
        }
        if (now.Charter is not { Languages: { IsDefaultOrEmpty: false } } charter || name != Manifest.Name || !TimeZoneInfo.TryFindSystemTimeZoneById(charter.Zone, out _))
            throw ArchiveFault.Bad("archive.fact", 1);
        if (now.Items.Count > AddItem.AtMost || now.Items.Values.Any(item => IsTooDeep(now, item)))
            throw ArchiveFault.Bad("archive.fact", now.Sequence);
        Beside(context: null, () => cancellation.ThrowIfCancellationRequested());
        // Names that were corrected or erased are gone for good; all other words the journal knows of are there.
        names.ExceptWith(now.Participants.Values.SelectMany(person => (MatterDigest?[])[person.Name, person.MinutesName]).OfType<MatterDigest>().Select(words => words.Id));
        if (now.Matters.FirstOrDefault(words => _digests.HasTaken(words.Value) == names.Contains(words)) is var wrong && wrong != default)
            throw ArchiveFault.Bad("archive.words", wrong.ToString());
    }

    /// <summary>Whether an item lies deeper than any can; whoever reads the agenda goes down it, and must come to a bottom.</summary>
    private static bool IsTooDeep(Proceedings now, AgendaItem item)
    {
        var above = item;
        for (var depth = 1; above.Parent is { } parent; depth++)
        {
            if (depth >= AddItem.DepthAtMost || now.Find(parent) is not { } next)
                return true;
            above = next;
        }
        return false;
    }

    /// <summary>The lines of an entry; it unpacks to no more than the manifest says, and to what its digest was made of.</summary>
    private IEnumerable<byte[]> Lines(ArchiveEntry entry)
    {
        using var stream = (_zip.GetEntry(entry.Name) ?? throw ArchiveFault.Bad("archive.entries")).Open();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var line = new MemoryStream();
        var (buffer, bytes, lines) = (new byte[64 * 1_024], 0L, 0L);
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            if ((bytes += read) > entry.Bytes)
                throw ArchiveFault.Bad("archive.altered", entry.Name);
            hash.AppendData(buffer.AsSpan(0, read));
            for (var from = 0; from < read;)
            {
                var end = buffer.AsSpan(from, read - from).IndexOf((byte)'\n');
                line.Write(buffer, from, end < 0 ? read - from : end);
                if (line.Length > ArchiveFormat.LineAtMost)
                    throw ArchiveFault.Bad("archive.altered", entry.Name);
                if (end < 0)
                    break;
                lines++;
                yield return line.ToArray();
                line.SetLength(0);
                from += end + 1;
            }
        }
        if (line.Length > 0 || bytes != entry.Bytes || lines != entry.Lines || Convert.ToHexStringLower(hash.GetHashAndReset()) != entry.Sha256)
            throw ArchiveFault.Bad("archive.altered", entry.Name);
    }

    private static byte[] Whole(Stream stream, int atMost)
    {
        var buffer = new byte[atMost + 1];
        var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return length <= atMost ? buffer[..length] : throw ArchiveFault.Bad("archive.damaged");
    }
}

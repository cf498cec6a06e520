using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Journal;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Ifmsa.Assembly.Server.Archive;

/// <summary>Writes an assembly as one file, as it stands at one moment, also while it is in use.</summary>
/// <param name="parts">What belongs to it besides the journal.</param>
public sealed class ArchiveWriter(IEnumerable<IArchivePart> parts)
{
    // One moment for all archives of the same journal, so that the same assembly gives the same file.
    private static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes it; the journal's chain is checked on the way.</summary>
    /// <exception cref="ArchiveFault">There is no such assembly, or its journal is broken.</exception>
    public ArchiveManifest Write(AssemblyStore context, AssemblyId assembly, Stream target, CancellationToken cancellation)
    {
        context.Database.OpenConnection();
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        // A reader's transaction: the journal and what is beside it are of one moment, and nobody waits for it.
        using var transaction = connection.BeginTransaction(deferred: true);
        context.Database.UseTransaction(transaction);
        var entries = new List<ArchiveEntry>();
        var (digests, last, name) = (new JournalDigests(), default(JournalRow), "");
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        entries.Add(Entry(zip, ArchiveFormat.Journal, Facts(connection, transaction, assembly).Select(row =>
        {
            cancellation.ThrowIfCancellationRequested();
            Check(row, last, assembly);
            digests.See(row.Payload);
            if (row.Sequence == 1)
                name = EntryCodec.Decode(row.Sequence, Chain.Time(row.AtMicroseconds), row.Kind, row.Payload).Fact.NameOfNew();
            last = row;
            return JsonSerializer.SerializeToUtf8Bytes(new FactLine(row.Sequence, row.AtMicroseconds, row.Kind, row.Payload, row.Digest, row.Previous, row.Hash), ArchiveFormat.Json);
        })));
        if (last is null)
            throw ArchiveFault.Unreadable("archive.no-assembly", assembly.ToString());
        foreach (var part in parts.OrderBy(part => part.Name, StringComparer.Ordinal))
            entries.Add(Entry(zip, ArchiveFormat.EntryOf(part.Name), part.Lines(context, assembly, digests)));
        var manifest = new ArchiveManifest(ArchiveFormat.Name, ArchiveFormat.Version, assembly.Value, name, last.Sequence, Convert.ToHexStringLower(last.Hash), entries);
        using var stream = Open(zip, ArchiveFormat.Manifest);
        JsonSerializer.Serialize(stream, manifest, new JsonSerializerOptions(ArchiveFormat.Json) { WriteIndented = true, NewLine = "\n" });
        return manifest;
    }

    private static void Check(JournalRow row, JournalRow? before, AssemblyId assembly)
    {
        if (!row.Follows(before?.Sequence ?? 0, before?.Hash ?? Chain.Root(assembly)))
            throw ArchiveFault.Bad("archive.chain", row.Sequence);
    }

    private static ArchiveEntry Entry(ZipArchive zip, string name, IEnumerable<byte[]> lines)
    {
        using var stream = Open(zip, name);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (count, bytes) = (0L, 0L);
        foreach (var line in lines)
        {
            stream.Write(line);
            stream.Write("\n"u8);
            hash.AppendData(line);
            hash.AppendData("\n"u8);
            (count, bytes) = (count + 1, bytes + line.Length + 1);
        }
        return new(name, count, bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static Stream Open(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = Stamp;
        return entry.Open();
    }

    private static IEnumerable<JournalRow> Facts(SqliteConnection connection, SqliteTransaction transaction, AssemblyId assembly)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT sequence, at, kind, payload, digest, previous, hash FROM facts WHERE assembly=$a ORDER BY sequence";
        command.Parameters.AddWithValue("$a", assembly.ToString());
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return new(reader.GetInt64(0), reader.GetInt64(1), reader.GetString(2),
                reader.GetFieldValue<byte[]>(3), reader.GetFieldValue<byte[]>(4), reader.GetFieldValue<byte[]>(5), reader.GetFieldValue<byte[]>(6));
        }
    }
}

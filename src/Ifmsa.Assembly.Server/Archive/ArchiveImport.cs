using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Journal;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Ifmsa.Assembly.Server.Archive;

/// <summary>What came of an import.</summary>
/// <param name="Manifest">What the archive held.</param>
/// <param name="New">Whether it was written; else the very same assembly was here.</param>
public sealed record Imported(ArchiveManifest Manifest, bool New);

/// <summary>Takes an assembly from an archive into the database: all of it in one transaction, or nothing.</summary>
public sealed class ArchiveImport(Store store, IEnumerable<IArchivePart> parts)
{
    /// <summary>Verifies an archive, and then writes it.</summary>
    /// <param name="file">A stream that can seek, which nobody else writes.</param>
    /// <param name="cancellation">Gives up before the commit.</param>
    /// <exception cref="ArchiveFault">The archive is not good, or another journal of that id is here.</exception>
    public async Task<Imported> TakeAsync(Stream file, CancellationToken cancellation)
    {
        using var reader = ArchiveReader.Open(file, parts, cancellation);
        return await store.WriteAsync(async context =>
        {
            var id = reader.Assembly.ToString();
            if (await context.Facts.AsNoTracking().Where(row => row.Assembly == id).OrderByDescending(row => row.Sequence).FirstOrDefaultAsync(cancellation) is { } last)
            {
                return last.Sequence == reader.Manifest.Facts && Convert.ToHexStringLower(last.Hash) == reader.Manifest.Head
                    ? new Imported(reader.Manifest, New: false) : throw ArchiveFault.Bad("archive.exists", reader.Manifest.Name);
            }
            Append(context, id, reader.Rows(), cancellation);
            reader.Beside(context, () =>
            {
                cancellation.ThrowIfCancellationRequested();
                context.SaveChanges();
                context.ChangeTracker.Clear();
            });
            return new(reader.Manifest, New: true);
        }, cancellation);
    }

    private static void Append(AssemblyStore context, string assembly, IEnumerable<JournalRow> rows, CancellationToken cancellation)
    {
        using var command = ((SqliteConnection)context.Database.GetDbConnection()).CreateCommand();
        command.Transaction = (SqliteTransaction?)context.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = "INSERT INTO facts (assembly, sequence, at, kind, payload, digest, previous, hash) VALUES ($a,$s,$t,$k,$p,$d,$v,$h)";
        foreach (var name in (ReadOnlySpan<string>)["$a", "$s", "$t", "$k", "$p", "$d", "$v", "$h"])
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        command.Prepare();
        foreach (var row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            var values = (object[])[assembly, row.Sequence, row.AtMicroseconds, row.Kind, row.Payload, row.Digest, row.Previous, row.Hash];
            for (var place = 0; place < values.Length; place++)
                command.Parameters[place].Value = values[place];
            command.ExecuteNonQuery();
        }
    }
}

using Ifmsa.Assembly.Core.Journal;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Ifmsa.Assembly.Server.Journal;

/// <summary>Journals in SQLite: one connection appends, in turn for all assemblies; reading goes on beside it.</summary>
public sealed class SqliteJournalStore(Store store) : IJournalStore, IDisposable
{
    private Appending? _appending;

    /// <inheritdoc/>
    public IJournalTransaction Begin(AssemblyId assembly)
    {
        store.Turn.Wait();
        try
        {
            var appending = _appending ??= new Appending(store.Context());
            return new SqliteJournalTransaction(appending, assembly, Ended);
        }
        catch
        {
            Forsake();
            store.Turn.Release();
            throw;
        }
    }

    /// <inheritdoc/>
    public IEnumerable<JournalRow> Read(AssemblyId assembly, long after, long upTo = long.MaxValue)
    {
        using var context = store.Context();
        using var command = Command(context,
            "SELECT sequence, at, kind, payload, digest, previous, hash FROM facts WHERE assembly=$a AND sequence>$after AND sequence<=$upTo ORDER BY sequence");
        command.Parameters.AddWithValue("$a", assembly.ToString());
        command.Parameters.AddWithValue("$after", after);
        command.Parameters.AddWithValue("$upTo", upTo);
        using var reader = command.ExecuteReader();
        // A hundred thousand facts have some hundred kinds: one string each.
        var kinds = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.Read())
        {
            var kind = reader.GetString(2);
            if (!kinds.TryGetValue(kind, out var known))
                kinds.Add(kind, known = kind);
            yield return new(reader.GetInt64(0), reader.GetInt64(1), known,
                reader.GetFieldValue<byte[]>(3), reader.GetFieldValue<byte[]>(4), reader.GetFieldValue<byte[]>(5), reader.GetFieldValue<byte[]>(6));
        }
    }

    /// <inheritdoc/>
    public IEnumerable<Matter> ReadMatters(AssemblyId assembly)
    {
        using var context = store.Context();
        using var command = Command(context, "SELECT id, salt, text FROM matters WHERE assembly=$a");
        command.Parameters.AddWithValue("$a", assembly.ToString());
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return new(new(Guid.Parse(reader.GetString(0))), reader.GetFieldValue<byte[]>(1), reader.GetString(2));
    }

    /// <inheritdoc/>
    public IReadOnlyList<AssemblyId> Assemblies()
    {
        using var context = store.Context();
        // Every journal has a first fact; counting the others would read them all.
        return [.. context.Facts.Where(row => row.Sequence == 1).Select(row => row.Assembly).AsEnumerable().Select(id => new AssemblyId(Guid.Parse(id)))];
    }

    /// <inheritdoc/>
    public void Dispose() => Forsake();

    /// <summary>Lets the file grow no further, as a full disk would; for tests.</summary>
    internal void Limit(int pages)
    {
        using var command = _appending!.Head.Connection!.CreateCommand();
        command.Transaction = _appending.Head.Transaction;
        command.CommandText = System.FormattableString.Invariant($"PRAGMA max_page_count={pages}");
        command.ExecuteScalar();
    }

    private void Ended(Outcome outcome)
    {
        if (outcome is Outcome.Unsure)
            Forsake();
        store.Turn.Release();
    }

    /// <summary>After a failure the connection may hold a half-open transaction or a full disk's error: the next turn opens a new one.</summary>
    private void Forsake()
    {
        var appending = _appending;
        _appending = null;
        try
        {
            // Else the pool would hand the same handle out again, with all that went wrong on it.
            if (appending?.Head.Connection is { } connection)
                SqliteConnection.ClearPool(connection);
            appending?.Dispose();
        }
        catch (SqliteException)
        {
            // The disk that refused the commit may refuse the roll-back too; SQLite rolls back when the file is next opened.
        }
    }

    private static SqliteCommand Command(AssemblyStore context, string text)
    {
        context.Database.OpenConnection();
        var command = ((SqliteConnection)context.Database.GetDbConnection()).CreateCommand();
        command.CommandText = text;
        return command;
    }

    /// <summary>How a turn ended.</summary>
    internal enum Outcome
    {
        /// <summary>Committed, or cleanly left without a trace.</summary>
        Clean,

        /// <summary>Something threw.</summary>
        Unsure,
    }

    /// <summary>EF's own connection with its statements prepared once: a quarter of the time of SaveChanges.</summary>
    internal sealed class Appending : IDisposable
    {
        private readonly AssemblyStore _context;

        public Appending(AssemblyStore context)
        {
            _context = context;
            try
            {
                Head = Prepared("SELECT sequence, hash FROM facts WHERE assembly=$a ORDER BY sequence DESC LIMIT 1", "$a");
                Find = Prepared("SELECT digest, answer FROM answers WHERE assembly=$a AND device=$d AND command=$c", "$a", "$d", "$c");
                Fact = Prepared("INSERT INTO facts (assembly, sequence, at, kind, payload, digest, previous, hash) VALUES ($a,$s,$t,$k,$p,$d,$v,$h)",
                    "$a", "$s", "$t", "$k", "$p", "$d", "$v", "$h");
                Answer = Prepared("INSERT INTO answers (assembly, device, command, digest, answer) VALUES ($a,$d,$c,$g,$r)", "$a", "$d", "$c", "$g", "$r");
                Matter = Prepared("INSERT INTO matters (assembly, id, salt, text) VALUES ($a,$i,$s,$t)", "$a", "$i", "$s", "$t");
                Erasure = Prepared("DELETE FROM matters WHERE assembly=$a AND id=$i", "$a", "$i");
            }
            catch
            {
                context.Dispose();
                throw;
            }
        }

        public SqliteCommand Head { get; }
        public SqliteCommand Find { get; }
        public SqliteCommand Fact { get; }
        public SqliteCommand Answer { get; }
        public SqliteCommand Matter { get; }
        public SqliteCommand Erasure { get; }

        /// <summary>BEGIN IMMEDIATE: the lock is taken before the head is read.</summary>
        public IDbContextTransaction Begin()
        {
            var transaction = _context.Database.BeginTransaction();
            var raw = (SqliteTransaction)transaction.GetDbTransaction();
            foreach (var command in (ReadOnlySpan<SqliteCommand>)[Head, Find, Fact, Answer, Matter, Erasure])
                command.Transaction = raw;
            return transaction;
        }

        public void Dispose()
        {
            foreach (var command in (ReadOnlySpan<SqliteCommand?>)[Head, Find, Fact, Answer, Matter, Erasure])
                command?.Dispose();
            _context.Database.CloseConnection();
            _context.Dispose();
        }

        private SqliteCommand Prepared(string text, params ReadOnlySpan<string> names)
        {
            var command = Command(_context, text);
            foreach (var name in names)
                command.Parameters.Add(new SqliteParameter { ParameterName = name });
            return command;
        }
    }
}

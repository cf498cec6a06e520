using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Ifmsa.Assembly.Server.Journal;

/// <summary>What is wrong with a journal.</summary>
public enum Fault
{
    /// <summary>A row's bytes do not give its digest or hash.</summary>
    Altered,

    /// <summary>A gap in the sequence; the first number that is not there.</summary>
    Missing,

    /// <summary>A row whose <c>previous</c> is not its predecessor's hash.</summary>
    Added,

    /// <summary>No fact has the hash that was given; the number after the last fact there is.</summary>
    Truncated,
}

/// <summary>What verification found of one journal.</summary>
/// <param name="Assembly">The assembly's id, as the table has it.</param>
/// <param name="Facts">How many facts were read.</param>
/// <param name="Head">The last hash, in lower-case hexadecimal.</param>
/// <param name="Fault">The first thing wrong; absent when the journal is intact.</param>
/// <param name="Sequence">Where it is.</param>
/// <param name="UnknownKind">The first kind this release does not know.</param>
public sealed record JournalVerdict(string Assembly, long Facts, string Head, Fault? Fault, long Sequence, string? UnknownKind)
{
    /// <summary>The line that <c>verify</c> prints.</summary>
    public string Line => Fault is { } fault
        ? string.Create(CultureInfo.InvariantCulture, $"fault\t{Assembly}\t{Sequence}\t{fault.ToString().ToLowerInvariant()}")
        : string.Create(CultureInfo.InvariantCulture, $"intact\t{Assembly}\t{Facts}\t{Head}");
}

/// <summary>
/// Judges journals from the raw table and the published formula alone. It shares no code with the writer, so that a mistake there cannot
/// hide itself here.
/// </summary>
public static class Verification
{
    /// <summary>Judges every journal in a database file, which is opened for reading only.</summary>
    /// <param name="database">The file; a server may be writing it.</param>
    /// <param name="heads">Hashes seen on paper or screen, by assembly; 8 hexadecimal digits or more.</param>
    /// <param name="kinds">The kinds of fact this release knows.</param>
    /// <exception cref="SqliteException">The file is no database, or has no journal table.</exception>
    public static IReadOnlyList<JournalVerdict> Judge(string database, IReadOnlyList<(string Assembly, string Head)> heads, IReadOnlySet<string> kinds)
    {
        using var connection = new SqliteConnection(ReadingOnly(database));
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT assembly, sequence, at, kind, payload, digest, previous, hash FROM facts ORDER BY assembly, sequence";
        using var reader = command.ExecuteReader();
        var verdicts = new List<JournalVerdict>();
        Walk? walk = null;
        var row = new object[8];
        while (reader.Read())
        {
            reader.GetValues(row);
            var assembly = Convert.ToString(row[0], CultureInfo.InvariantCulture) ?? "";
            if (walk is null || !string.Equals(walk.Assembly, assembly, StringComparison.Ordinal))
            {
                if (walk is not null)
                    verdicts.Add(walk.Verdict());
                walk = new Walk(assembly, [.. heads.Where(head => Same(head.Assembly, assembly)).Select(head => head.Head)], kinds);
            }
            walk.See(row);
        }
        if (walk is not null)
            verdicts.Add(walk.Verdict());
        // A journal that a paper speaks of and the table does not hold at all was cut off before its first fact.
        verdicts.AddRange(heads.Select(head => head.Assembly.ToLowerInvariant()).Distinct(StringComparer.Ordinal)
            .Where(assembly => !verdicts.Exists(verdict => Same(verdict.Assembly, assembly)))
            .Select(assembly => new JournalVerdict(assembly, 0, "", Fault.Truncated, 1, UnknownKind: null)));
        return verdicts;
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static string ReadingOnly(string database)
    {
        // Reading a database in WAL mode would leave its two side files behind, or fail in a folder one may not write; with no log beside it nobody is writing.
        var quiet = !File.Exists(database + "-wal") && !File.Exists(database + "-journal");
        return new SqliteConnectionStringBuilder
        {
            DataSource = quiet ? $"file:{Uri.EscapeDataString(Path.GetFullPath(database)).Replace("%2F", "/", StringComparison.Ordinal)}?immutable=1" : database,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString();
    }

    /// <summary>One journal, row by row; the first fault stands.</summary>
    private sealed class Walk(string assembly, IReadOnlyList<string> heads, IReadOnlySet<string> kinds)
    {
        private readonly HashSet<string> _unseen = new(heads.Select(head => head.ToLowerInvariant()), StringComparer.Ordinal);
        private byte[] _previous = SHA256.HashData(Encoding.UTF8.GetBytes(assembly.ToLowerInvariant()));
        private long _facts;
        private long _last;
        private (Fault Fault, long Sequence)? _fault;
        private string? _unknown;

        public string Assembly => assembly;

        public void See(object[] row)
        {
            var sequence = row[1] as long? ?? _last + 1;
            _facts++;
            if (sequence > _last + 1)
                Found(Fault.Missing, _last + 1);
            if (row is not [_, long, long at, string kind, byte[] payload, byte[] digest, byte[] previous, byte[] hash]
                || !SHA256.HashData(payload).AsSpan().SequenceEqual(digest)
                || !Hash(previous, sequence, at, kind, digest).AsSpan().SequenceEqual(hash))
            {
                Found(Fault.Altered, sequence);
                _previous = row[7] as byte[] ?? [];
            }
            else
            {
                if (sequence <= _last || !previous.AsSpan().SequenceEqual(_previous))
                    Found(Fault.Added, sequence);
                if (!kinds.Contains(kind))
                    _unknown ??= kind;
                _previous = hash;
                if (_unseen.Count > 0)
                {
                    var text = Convert.ToHexStringLower(hash);
                    _unseen.RemoveWhere(head => text.StartsWith(head, StringComparison.Ordinal));
                }
            }
            _last = sequence;
        }

        public JournalVerdict Verdict()
        {
            if (_unseen.Count > 0)
                Found(Fault.Truncated, _last + 1);
            return new(assembly, _facts, Convert.ToHexStringLower(_previous), _fault?.Fault, _fault?.Sequence ?? 0, _unknown);
        }

        private void Found(Fault fault, long sequence) => _fault ??= (fault, sequence);

        private static byte[] Hash(byte[] previous, long sequence, long at, string kind, byte[] digest)
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            Span<byte> number = stackalloc byte[8];
            hash.AppendData(previous);
            BinaryPrimitives.WriteInt64BigEndian(number, sequence);
            hash.AppendData(number);
            BinaryPrimitives.WriteInt64BigEndian(number, at);
            hash.AppendData(number);
            hash.AppendData(Encoding.UTF8.GetBytes(kind));
            hash.AppendData([0]);
            hash.AppendData(digest);
            return hash.GetHashAndReset();
        }
    }
}

using Ifmsa.Assembly.Core.Journal;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Storage;

namespace Ifmsa.Assembly.Server.Journal;

/// <summary>One group commit in SQLite; whatever throws leaves no trace, and frees the turn on disposal.</summary>
internal sealed class SqliteJournalTransaction : IJournalTransaction
{
    private readonly SqliteJournalStore.Appending _appending;
    private readonly IDbContextTransaction _transaction;
    private readonly Action<SqliteJournalStore.Outcome> _ended;
    private readonly string _assembly;
    private bool _committed;
    private bool _failed;
    private bool _disposed;

    public SqliteJournalTransaction(SqliteJournalStore.Appending appending, AssemblyId assembly, Action<SqliteJournalStore.Outcome> ended)
    {
        (_appending, _ended, _assembly) = (appending, ended, assembly.ToString());
        _transaction = appending.Begin();
        using var reader = Bind(_appending.Head, _assembly).ExecuteReader();
        Head = reader.Read() ? (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : (0, Chain.Root(assembly));
    }

    public (long Sequence, byte[] Hash) Head { get; }

    public KeptAnswer? FindAnswer(DeviceId device, CommandId command)
    {
        try
        {
            using var reader = Bind(_appending.Find, _assembly, device.ToString(), command.ToString()).ExecuteReader();
            return reader.Read() ? new(reader.GetFieldValue<byte[]>(0), reader.GetFieldValue<byte[]>(1)) : null;
        }
        catch
        {
            _failed = true;
            throw;
        }
    }

    public void Append(JournalRow row) =>
        Run(Bind(_appending.Fact, _assembly, row.Sequence, row.AtMicroseconds, row.Kind, row.Payload, row.Digest, row.Previous, row.Hash));

    public void Keep(DeviceId device, CommandId command, KeptAnswer answer) =>
        Run(Bind(_appending.Answer, _assembly, device.ToString(), command.ToString(), answer.Digest, answer.Answer));

    public void Keep(Matter matter) =>
        Run(Bind(_appending.Matter, _assembly, matter.Id.ToString(), matter.Salt.ToArray(), matter.Text));

    public void Erase(MatterId matter) => Run(Bind(_appending.Erasure, _assembly, matter.ToString()));

    public void Commit()
    {
        if (_failed)
            throw new InvalidOperationException("A transaction that failed cannot be committed.");
        try
        {
            _transaction.Commit();
            _committed = true;
        }
        catch
        {
            _failed = true;
            throw;
        }
    }

    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        try
        {
            if (!_committed)
                _transaction.Rollback();
            _transaction.Dispose();
        }
        catch (Exception fault) when (fault is SqliteException or InvalidOperationException)
        {
            // A full disk rolls back by itself, and then there is nothing to roll back; the connection is given up below.
            _failed = true;
        }
        _ended(_failed ? SqliteJournalStore.Outcome.Unsure : SqliteJournalStore.Outcome.Clean);
    }

    private static SqliteCommand Bind(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var place = 0; place < values.Length; place++)
            command.Parameters[place].Value = values[place];
        return command;
    }

    private void Run(SqliteCommand command)
    {
        try
        {
            command.ExecuteNonQuery();
        }
        catch
        {
            _failed = true;
            throw;
        }
    }
}

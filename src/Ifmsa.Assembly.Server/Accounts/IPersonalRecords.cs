using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Journal;
using Microsoft.EntityFrameworkCore;

namespace Ifmsa.Assembly.Server.Accounts;

/// <summary>A table that holds something of people beside the journal; whoever adds one registers how a person is erased from it.</summary>
public interface IPersonalRecords
{
    /// <summary>Removes all rows of a person; called in one transaction with the others, and again after a crash.</summary>
    Task EraseAsync(AssemblyStore context, AssemblyId assembly, ParticipantId person, CancellationToken cancellation);
}

/// <summary>Accounts, the browsers known to them, sessions, join codes, and what the person's devices were answered.</summary>
public sealed class AccountsOfPeople : IPersonalRecords
{
    /// <inheritdoc/>
    public async Task EraseAsync(AssemblyStore context, AssemblyId assembly, ParticipantId person, CancellationToken cancellation)
    {
        var (hall, id) = (assembly.ToString(), person.ToString());
        var accounts = context.Accounts.Where(row => row.Assembly == hall && row.Participant == id).Select(row => row.Id);
        var sessions = context.Sessions.Where(row => (row.Assembly == hall && row.Participant == id) || (row.Account != null && accounts.Contains(row.Account)));
        await context.Answers.Where(row => row.Assembly == hall && sessions.Select(session => session.Device).Contains(row.Device)).ExecuteDeleteAsync(cancellation);
        await context.KnownDevices.Where(row => accounts.Contains(row.Account)).ExecuteDeleteAsync(cancellation);
        await sessions.ExecuteDeleteAsync(cancellation);
        await context.Codes.Where(row => row.Assembly == hall && row.Participant == id).ExecuteDeleteAsync(cancellation);
        await context.Accounts.Where(row => row.Assembly == hall && row.Participant == id).ExecuteDeleteAsync(cancellation);
    }
}

using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Accounts;
using Ifmsa.Assembly.Server.Journal;
using Microsoft.EntityFrameworkCore;

namespace Ifmsa.Assembly.Server.Mail;

/// <summary>Somebody's address and every letter to them, sent or not.</summary>
public sealed class LettersToPeople : IPersonalRecords
{
    /// <inheritdoc/>
    public async Task EraseAsync(AssemblyStore context, AssemblyId assembly, ParticipantId person, CancellationToken cancellation)
    {
        var (hall, id) = (assembly.ToString(), person.ToString());
        await context.Mail.Where(row => row.Assembly == hall && row.Participant == id).ExecuteDeleteAsync(cancellation);
        await context.Addresses.Where(row => row.Assembly == hall && row.Participant == id).ExecuteDeleteAsync(cancellation);
    }
}

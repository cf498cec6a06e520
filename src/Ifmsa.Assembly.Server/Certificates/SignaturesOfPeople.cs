using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Accounts;
using Ifmsa.Assembly.Server.Floor;
using Ifmsa.Assembly.Server.Journal;
using Microsoft.EntityFrameworkCore;

namespace Ifmsa.Assembly.Server.Certificates;

/// <summary>The signatures of somebody's certificates: each is over their name, and proves a guess at it.</summary>
/// <param name="services">The assemblies are asked for late: they erase people themselves, and are made after this.</param>
public sealed class SignaturesOfPeople(IServiceProvider services) : IPersonalRecords
{
    /// <inheritdoc/>
    public async Task EraseAsync(AssemblyStore context, AssemblyId assembly, ParticipantId person, CancellationToken cancellation)
    {
        if (services.GetRequiredService<IAssemblies>().Find(assembly) is not { } now)
            return;
        var (hall, numbers) = (assembly.ToString(), now.Certificates.Values.Where(each => each.Issued.Award.Participant == person).Select(each => each.Issued.Number).ToArray());
        if (numbers.Length > 0)
            await context.Signatures.Where(row => row.Assembly == hall && numbers.Contains(row.Number)).ExecuteDeleteAsync(cancellation);
    }
}

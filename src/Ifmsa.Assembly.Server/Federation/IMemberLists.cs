using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Floor;

namespace Ifmsa.Assembly.Server.Federation;

/// <summary>A member as a list names it, checked but not yet imported.</summary>
/// <param name="Name">In full.</param>
/// <param name="ShortName">Identifies the member.</param>
/// <param name="Country">As the federation writes it.</param>
/// <param name="Region">One of the rulebook's.</param>
/// <param name="Status">full, candidate or associate.</param>
/// <param name="Standing">good, lapsed or suspended.</param>
/// <param name="PreviousRights">Whether it had rights at the previous assembly.</param>
public sealed record ListedMember(string Name, string ShortName, string Country, string Region, string Status, string Standing, bool PreviousRights);

/// <summary>What importing members asks of an assembly.</summary>
public interface IMemberLists
{
    /// <summary>The regions of the assembly's rulebook; null where there is no such assembly.</summary>
    IReadOnlyCollection<string>? Regions(AssemblyId assembly);

    /// <summary>Imports members; those there already, by short name, are amended.</summary>
    Task<Answer> ImportAsync(AssemblyId assembly, Credential by, IReadOnlyList<ListedMember> members, CancellationToken cancellation);
}

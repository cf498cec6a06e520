using System.Globalization;
using System.Text.Json;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Server.Federation;

/// <summary>A value a list would change, under the name of its column and in the list's own words.</summary>
public sealed record ChangedValue(string Column, string Before, string After);

/// <summary>A member a list would change.</summary>
public sealed record ChangedMember(string ShortName, IReadOnlyList<ChangedValue> Values);

/// <summary>What importing a list would do.</summary>
/// <param name="Added">The short names of members it would add.</param>
/// <param name="Changed">Members it would change, each with every value that changes.</param>
/// <param name="Unchanged">How many it would leave as they are.</param>
public sealed record MemberDifference(IReadOnlyList<string> Added, IReadOnlyList<ChangedMember> Changed, int Unchanged)
{
    /// <summary>The difference a list makes to the members there are.</summary>
    public static MemberDifference Of(IReadOnlyList<MemberRow> rows, IEnumerable<Member> members)
    {
        var known = members.ToDictionary(member => member.ShortName, StringComparer.Ordinal);
        var added = rows.Where(row => !known.ContainsKey(row.ShortName)).Select(row => row.ShortName).ToList();
        var changed = rows.Where(row => known.ContainsKey(row.ShortName))
            .Select(row => new ChangedMember(row.ShortName, [.. Changes(known[row.ShortName], row.Over(known[row.ShortName]))]))
            .Where(member => member.Values.Count > 0)
            .ToList();
        return new(added, changed, rows.Count - added.Count - changed.Count);
    }

    private static IEnumerable<ChangedValue> Changes(Member before, Member after) =>
        Values(before).Zip(Values(after), (was, becomes) => new ChangedValue(was.Column, was.Value, becomes.Value)).Where(change => change.Before != change.After);

    private static IEnumerable<(string Column, string Value)> Values(Member member) =>
    [
        ("name", member.Name),
        ("country", member.Country),
        ("region", member.Region),
        ("status", JsonNamingPolicy.CamelCase.ConvertName(member.Status.ToString())),
        ("standing", JsonNamingPolicy.CamelCase.ConvertName(member.Standing.ToString())),
        ("previous_rights", member.PreviousRights ? "yes" : "no"),
        ("votes", (member.Votes ?? 1).ToString(CultureInfo.InvariantCulture)),
        ("election_votes", (member.ElectionVotes ?? 1).ToString(CultureInfo.InvariantCulture)),
        ("weight", (member.Weight ?? 1).ToString(CultureInfo.InvariantCulture)),
    ];
}

using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Credentials;

/// <summary>What the credentials committee says of a member.</summary>
/// <param name="Member">The member.</param>
/// <param name="Vote">Whether it has the right to vote.</param>
/// <param name="Reason">Why, of the organisation; at most 200 characters.</param>
public sealed record ReportRow(MemberId Member, bool Vote, string? Reason = null);

/// <summary>A report of the credentials committee on who has the right to vote.</summary>
public sealed record CredentialsReport
{
    /// <summary>The report.</summary>
    public required ReportId Id { get; init; }

    /// <summary>From 1, in order.</summary>
    public required int Number { get; init; }

    /// <summary>Whether it is the final one, which governs once the plenary has adopted it.</summary>
    public required bool Final { get; init; }

    /// <summary>Member by member, in the order of their ids.</summary>
    public required ImmutableArray<ReportRow> Rows { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The journal's sequence just before it.</summary>
    public required long After { get; init; }

    /// <summary>Whether the plenary has adopted it.</summary>
    public bool Adopted { get; init; }

    /// <summary>The register that its adoption replaced.</summary>
    public ReportId? Replaced { get; init; }

    /// <summary>The motion that adopted it.</summary>
    public MotionId? Motion { get; init; }

    /// <summary>The vote that adopted it.</summary>
    public BallotId? Ballot { get; init; }

    /// <summary>What it says of a member; null where it does not list it.</summary>
    public ReportRow? Of(MemberId member)
    {
        // Asked for each member by every vote and quorum: the rows lie in order.
        var (low, high) = (0, Rows.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = Rows[middle].Member.Value.CompareTo(member.Value);
            if (order == 0)
                return Rows[middle];
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }
        return null;
    }
}

using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Federation;

/// <summary>A row of a member list; the short name identifies, the id is taken only for a new member, and what is absent stays as it is.</summary>
public sealed record MemberRow(
    MemberId Id, string Name, string ShortName, string Country, string Region, MemberStatus Status, Standing? Standing = null, bool? PreviousRights = null,
    int? Votes = null, int? ElectionVotes = null, int? Weight = null)
{
    /// <summary>The member as the row leaves it.</summary>
    /// <param name="before">The member of this short name; null for a new one, which is in good standing and had no rights unless the row says so.</param>
    public Member Over(Member? before) => new(
        before?.Id ?? Id, Name, ShortName, Country, Region, Status,
        Standing ?? before?.Standing ?? Federation.Standing.Good,
        PreviousRights ?? before?.PreviousRights ?? false,
        Votes ?? before?.Votes,
        ElectionVotes ?? before?.ElectionVotes,
        Weight ?? before?.Weight);
}

/// <summary>The secretariat accepts a previewed member list; members it does not list stay as they are.</summary>
[CommandKind("members.import", Who.Secretariat)]
public sealed record ImportMembers(ImmutableArray<MemberRow> Rows) : Command, IAct
{
    /// <summary>The most members an assembly can have.</summary>
    public const int AtMost = 2000;

    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now);

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if (Rows is not { IsDefaultOrEmpty: false, Length: <= AtMost })
            return new RowsOutOfBounds(AtMost);
        var known = now.Members.Values.ToDictionary(member => member.ShortName, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var facts = new List<Fact>();
        foreach (var row in Rows)
        {
            if ((Requires.Line(row.Name, 200) ?? Requires.Line(row.ShortName, 200) ?? Requires.Line(row.Country, 200)) is { } fault)
                return fault;
            if (!now.Rules!.Regions.Contains(row.Region, StringComparer.Ordinal))
                return new UnknownRegion(row.Region);
            if (row.Votes is < 1 or > Member.VotesAtMost || row.ElectionVotes is < 1 or > Member.VotesAtMost)
                return new VotesOutOfBounds(row.ShortName, Member.VotesAtMost);
            if (row.Weight is < 1 or > Member.WeightAtMost)
                return new WeightOutOfBounds(row.ShortName, Member.WeightAtMost);
            if (!seen.Add(row.ShortName))
                return new ShortNameTwice(row.ShortName);
            var old = known.GetValueOrDefault(row.ShortName);
            var member = row.Over(old);
            if (old is null && now.Find(row.Id) is not null)
                return new IdTaken();
            if (old is null)
                facts.Add(new MemberEnrolled(member));
            else if (old != member)
                facts.Add(new MemberAmended(member));
        }
        return Decision.Of(facts);
    }
}

/// <summary>A member is on the list.</summary>
[FactKind("member.enrolled.v1")]
public sealed record MemberEnrolled(Member Member) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with { Members = before.Members.SetItem(Member.Id, Member) };
}

/// <summary>A member's particulars changed.</summary>
[FactKind("member.amended.v1")]
public sealed record MemberAmended(Member Member) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with { Members = before.Members.SetItem(Member.Id, Member) };
}

/// <summary>Too few or too many rows.</summary>
public sealed record RowsOutOfBounds(int AtMost) : Refusal("members.rows", AtMost);

/// <summary>The rulebook knows no such region.</summary>
public sealed record UnknownRegion(string Region) : Refusal("region.unknown", Region);

/// <summary>Two rows have the same short name.</summary>
public sealed record ShortNameTwice(string ShortName) : Refusal("member.short-name-twice", ShortName);

/// <summary>A member has so many votes, not less and not more.</summary>
public sealed record VotesOutOfBounds(string Member, int AtMost) : Refusal("member.votes", Member, AtMost);

/// <summary>A member has such a weight, not less and not more.</summary>
public sealed record WeightOutOfBounds(string Member, int AtMost) : Refusal("member.weight", Member, AtMost);

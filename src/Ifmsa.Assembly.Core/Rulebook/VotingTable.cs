using System.Collections.Immutable;

namespace Ifmsa.Assembly.Core.Rulebook;

/// <summary>How many votes a member has; where a table is absent, one that is not split.</summary>
/// <param name="Plenary">In votes of the plenary.</param>
/// <param name="Elections">In elections.</param>
public sealed record VotingTable(VotesRule? Plenary = null, VotesRule? Elections = null)
{
    /// <summary>The rule for one sort of ballot.</summary>
    public VotesRule? For(bool election) => election ? Elections : Plenary;
}

/// <summary>A member's votes in one sort of ballot.</summary>
/// <param name="AtMost">The most a member can have, whatever the list of members says; 1 to 1000.</param>
/// <param name="Split">Whether a member may give its votes to different options.</param>
/// <param name="NamedVoters">Whether the votes belong to delegates the member names, at most one for each; in elections only.</param>
/// <param name="Article">The article that says so.</param>
public sealed record VotesRule(int AtMost, bool Split, bool NamedVoters, string Article);

/// <summary>When a member may have its vote cast by another.</summary>
/// <param name="Decisions">The kinds of decision in which it may, names of the section <c>decisions</c>.</param>
/// <param name="PerHolder">How many members one may represent; 1 to 100.</param>
/// <param name="Letter">Whether a signed letter has to be on file.</param>
/// <param name="Article">The article that says so.</param>
public sealed record ProxyRule(ImmutableArray<string> Decisions, int PerHolder, bool Letter, string Article);

/// <summary>What the roll and the voting card mean for the vote.</summary>
/// <param name="Article">The article by which only members on the roll vote.</param>
/// <param name="Forfeit">The article by which a delegation that leaves with its card loses its vote for the rest of the plenary.</param>
public sealed record RollRule(string Article, string Forfeit);

/// <summary>When the decision on a member's status or standing takes effect.</summary>
public enum MembershipTiming
{
    /// <summary>From the next vote on.</summary>
    AtOnce,

    /// <summary>With the roll call of the next plenary.</summary>
    NextPlenary,

    /// <summary>After the assembly: it is recorded, and changes nothing here.</summary>
    AfterAssembly,
}

using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Debate;

/// <summary>The chair warns a delegation; after so many warnings it has no more points of information in this plenary.</summary>
[CommandKind("warning.give", Who.Presiding)]
public sealed record GiveWarning(MemberId Member) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Session(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        now.Find(Member) is null ? new UnknownMember()
        : new WarningGiven(now.CurrentPlenary!.Value, Member, now.Plenary!.Warnings.GetValueOrDefault(Member) + 1);
}

/// <summary>A delegation is warned, for the so-manieth time in this plenary.</summary>
[FactKind("warning.given.v1", Reversible = true)]
public sealed record WarningGiven(PlenaryId Plenary, MemberId Member, int Count) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        before.Amend(Plenary, plenary => plenary with { Warnings = plenary.Warnings.SetItem(Member, Count) });
}

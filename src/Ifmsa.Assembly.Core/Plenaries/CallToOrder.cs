using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Credentials;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Plenaries;

/// <summary>The chair has the roll of a plenary called; cards and presence start afresh.</summary>
[CommandKind("plenary.call-roll", Who.Presiding)]
public sealed record CallRoll(PlenaryId Plenary) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        Requires.Charter(now) ??
        (now.Plenary is { Phase: PlenaryPhase.RollCall or PlenaryPhase.InSession or PlenaryPhase.Recess } running ? new PlenaryBegun(running.Number) : null);

    internal override Decision DecideOn(Proceedings now, Moment moment) => now.Find(Plenary) switch
    {
        null => new UnknownPlenary(),
        { Phase: not PlenaryPhase.Planned } begun => new PlenaryBegun(begun.Number),
        _ => new RollCalled(Plenary),
    };
}

/// <summary>The roll of a plenary is being called.</summary>
[FactKind("plenary.roll-called.v1", Reversible = true, SetsStage = true)]
public sealed record RollCalled(PlenaryId Plenary) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        Motions.Membership.AtRollCall(before).Amend(Plenary, plenary => plenary with { Phase = Plenaries.Plenary.Flow.Fire(plenary.Phase, PlenaryTrigger.CallRoll) }) with
        {
            CurrentPlenary = Plenary,
            Cards = ImmutableDictionary<MemberId, Card>.Empty,
            Presences = ImmutableDictionary<MemberId, Presence>.Empty,
        };
}

/// <summary>The chair opens the plenary, if enough members are present.</summary>
[CommandKind("plenary.open", Who.Presiding)]
public sealed record OpenPlenary : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        now.Plenary is not { Phase: PlenaryPhase.RollCall } ? new RollNotCalled() : Requires.EnoughPresent(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        new PlenaryOpened(now.CurrentPlenary!.Value, now.Quorum.Present, now.Quorum.Needed, moment.At);
}

/// <summary>A plenary is open, with a quorum.</summary>
[FactKind("plenary.opened.v1", Reversible = true, SetsStage = true)]
public sealed record PlenaryOpened(PlenaryId Plenary, int Present, int Needed, DateTimeOffset At) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        before.Amend(Plenary, plenary => plenary with { Phase = Plenaries.Plenary.Flow.Fire(plenary.Phase, PlenaryTrigger.Open), OpenedAt = At });
}

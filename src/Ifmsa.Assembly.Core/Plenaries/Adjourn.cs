using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Credentials;
using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Plenaries;

/// <summary>The chair ends the plenary; cards are returned, and pending business stands as it is for a later one.</summary>
[CommandKind("plenary.adjourn", Who.Presiding)]
public sealed record Adjourn : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Roll.Called(now) ?? Requires.NoBallotRunning(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) => Decision.Of(ProceduralSteps.WithChair(now, [new PlenaryAdjourned(now.CurrentPlenary!.Value, moment.At)]));
}

/// <summary>The plenary is over.</summary>
[FactKind("plenary.adjourned.v1", Reversible = true, SetsStage = true)]
public sealed record PlenaryAdjourned(PlenaryId Plenary, DateTimeOffset At) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        Stack.Clear(before).Amend(Plenary, plenary => plenary with
        {
            Phase = Plenaries.Plenary.Flow.Fire(plenary.Phase, PlenaryTrigger.Adjourn),
            AdjournedAt = At,
            RecessUntil = null,
            QuorumQuestioned = false,
        }) with
        {
            Cards = ImmutableDictionary<MemberId, Card>.Empty,
            Presences = ImmutableDictionary<MemberId, Presence>.Empty,
            Floor = new() { Item = before.Floor.Item, Motion = before.Floor.Motion, Election = before.Floor.Election, ObserversOut = before.Floor.ObserversOut },
            SpeechQueue = [],
            Spoken = before.SpokenBy(At),
        };
}

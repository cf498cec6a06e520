using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Core.Plenaries;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Core.Agenda;

/// <summary>The chair puts the agenda of the plenary to adoption, as a motion of the chair's own, and asks for direct negatives at once.</summary>
[CommandKind("agenda.adopt", Who.Presiding)]
public sealed record AdoptAgenda(MotionId Motion, string Title, string Text) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        Requires.Quorum(now) ?? Requires.NoBallotRunning(now) ?? ItemSteps.Pending(now) ?? (now.Plenary is { AgendaAdopted: true } ? new AgendaAdoptedAlready() : null);

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if ((Requires.Line(Title, 200) ?? Requires.Words(Text, 20_000)) is { } fault)
            return fault;
        if (now.Find(Motion) is not null)
            return new IdTaken();
        var decision = now.Rules!.Decisions.FirstOrDefault(rule => rule.Value.Effect == DecisionEffect.AdoptAgenda).Key;
        if (decision is null)
            return new UnknownDecisionKind("agenda");
        return Decision.Of(
            new MotionSubmitted(Motion, SubmitMotion.NextNumber(now), Title, Text, decision, Proposer: null, now.Floor.Item),
            new MotionPut(Motion, now.Floor.Item, SecondersUntil: null, 0),
            new NegativesAsked(Motion, moment.At.AddSeconds(now.Rules.Times.Negatives), now.Rules.Times.Negatives));
    }
}

/// <summary>The agenda of a plenary is adopted.</summary>
[FactKind("agenda.adopted.v1", Reversible = true)]
public sealed record AgendaAdopted(PlenaryId Plenary) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.Amend(Plenary, plenary => plenary with { AgendaAdopted = true });
}

/// <summary>The adoption of an agenda no longer stands.</summary>
[FactKind("agenda.adoption-reversed.v1", Reversible = true)]
public sealed record AgendaAdoptionReversed(PlenaryId Plenary) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.Amend(Plenary, plenary => plenary with { AgendaAdopted = false });
}

/// <summary>The agenda is adopted.</summary>
public sealed record AgendaAdoptedAlready() : Refusal("agenda.adopted");

using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Core.Plenaries;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Core.Debate;

/// <summary>The chair takes up a procedural motion that waits; it interrupts what is pending.</summary>
[CommandKind("procedural.put", Who.Presiding)]
public sealed record PutProcedural(ProceduralId Procedural) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        Requires.NoBallotRunning(now) ?? (now.Procedurals.Values.Any(motion => motion.Phase == ProceduralPhase.Waiting) ? null : new UnknownProcedural());

    internal override Decision DecideOn(Proceedings now, Moment moment) => now.Find(Procedural) switch
    {
        null => new UnknownProcedural(),
        { Phase: not ProceduralPhase.Waiting } other => new ProceduralIsNot(other.Phase),
        { } motion when (ProceduralOrder.ToPut(now, motion, Stack.RuleOf(now, Procedural)) ?? ProceduralContent.Fault(now, motion.Kind, motion.Detail, moment)) is { } refusal => refusal,
        _ => Decision.Of(Facts(now, Procedural, moment)),
    };

    /// <summary>What happens as it is taken up: the vice-chair presides where it concerns the chair, and a demand takes effect.</summary>
    internal static IEnumerable<Fact> Facts(Proceedings now, ProceduralId id, Moment moment)
    {
        var rule = Stack.RuleOf(now, id);
        var deputy = rule.VicePresides && now.Chairing.Presiding is { } chair ? Deputies.Of(now, chair) : null;
        yield return new ProceduralPut(
            id, rule.Seconder ? moment.At.AddSeconds(now.Rules!.Times.Seconders) : null, now.Rules!.Times.Seconders, deputy is null ? null : now.Chairing.Presiding);
        if (deputy is { } vice)
            yield return new ChairTaken(vice);
        if (rule.DecidedBy == DecidedBy.Demand)
        {
            yield return new ProceduralDecided(id, Carried: true, rule.Article);
            foreach (var effect in ProceduralEffects.Of(now, now.Procedurals[id], moment))
                yield return effect;
        }
    }
}

/// <summary>A procedural motion is before the plenary, above all that was pending.</summary>
/// <param name="Procedural">The motion.</param>
/// <param name="SecondersUntil">Until when delegations may second it; null where it needs no seconder.</param>
/// <param name="Seconds">How long they have.</param>
/// <param name="ChairBefore">Who presided until now, where it concerns the chair.</param>
[FactKind("procedural.put.v1", Reversible = true)]
public sealed record ProceduralPut(ProceduralId Procedural, DateTimeOffset? SecondersUntil, int Seconds, ParticipantId? ChairBefore) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before)
    {
        var trigger = SecondersUntil is null ? ProceduralTrigger.PutUnseconded : ProceduralTrigger.Put;
        var after = Stack.Push(
            before.Amend(Procedural, motion => motion with { Phase = ProceduralMotion.Flow.Fire(motion.Phase, trigger), ChairBefore = ChairBefore }), amendment: null, Procedural);
        return SecondersUntil is not { } until ? after : after with
        {
            Floor = after.Floor with { Countdown = new(CountdownPurpose.ProceduralSeconders, Motion: null, until, Seconds, Procedural: Procedural) },
        };
    }
}

/// <summary>A delegation seconds the pending procedural motion.</summary>
[CommandKind("procedural.second", Who.Delegation)]
public sealed record SecondProcedural(ProceduralId Procedural, MemberId? For = null) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        Requires.Deciding(now) ?? ProceduralSteps.Immediate(now, ProceduralPhase.AskingSecond) ?? Requires.MayPropose(now, by) ??
        (!by.Is(Who.Enters) && now.Procedurals[now.Floor.Pending!.Procedural!.Value].Proposer == by.Member ? new OwnMotion() : null);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        Requires.MayPropose(now, moment.By, For, out var member) is { } refusal ? refusal
        : now.Floor.Pending?.Procedural != Procedural ? new UnknownProcedural()
        : now.Procedurals[Procedural].Proposer == member ? new OwnMotion()
        : new ProceduralSeconded(Procedural, member);
}

/// <summary>A procedural motion has a seconder.</summary>
[FactKind("procedural.seconded.v1", Reversible = true)]
public sealed record ProceduralSeconded(ProceduralId Procedural, MemberId Member) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        before.Amend(Procedural, motion => motion with { Seconder = Member, Phase = ProceduralMotion.Flow.Fire(motion.Phase, ProceduralTrigger.Second) }) with
        {
            Floor = before.FloorGoingOn with { Countdown = null },
        };
}

/// <summary>The chair lets a procedural motion fail that nobody seconds.</summary>
[CommandKind("procedural.fail", Who.Presiding)]
public sealed record FailProcedural(ProceduralId Procedural) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Deciding(now) ?? ProceduralSteps.Immediate(now, ProceduralPhase.AskingSecond);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        now.Floor.Pending?.Procedural != Procedural ? new UnknownProcedural()
        : MotionSteps.StillRunning(now, moment) is { } running ? running
        : Decision.Of(ProceduralSteps.WithChair(now, [new ProceduralUnseconded(Procedural)]));
}

/// <summary>A procedural motion has failed for want of a seconder.</summary>
[FactKind("procedural.unseconded.v1", Reversible = true)]
public sealed record ProceduralUnseconded(ProceduralId Procedural) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => ProceduralSteps.Settle(before, Procedural, ProceduralTrigger.Fail);
}

/// <summary>The chair rules on a procedural motion that the rulebook leaves to the chair.</summary>
[CommandKind("procedural.decide", Who.Presiding)]
public sealed record DecideProcedural(ProceduralId Procedural, Grant Grant) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        Requires.Deciding(now) ?? ProceduralSteps.Immediate(now, ProceduralPhase.Pending) ??
        (Stack.RuleOf(now, now.Floor.Pending!.Procedural!.Value) is { DecidedBy: not DecidedBy.Chair } rule ? new PlenaryDecides(rule.Title) { Article = rule.Article } : null);

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if (now.Floor.Pending?.Procedural != Procedural)
            return new UnknownProcedural();
        var (motion, carried) = (now.Procedurals[Procedural], Grant == Grant.Granted);
        return Decision.Of(ProceduralSteps.WithChair(now, [
            new ProceduralDecided(Procedural, carried, Stack.RuleOf(now, Procedural).Article),
            .. carried ? ProceduralEffects.Of(now, motion, moment) : []]));
    }
}

/// <summary>Whether the chair grants a request.</summary>
public enum Grant
{
    /// <summary>The chair grants it.</summary>
    Granted,

    /// <summary>The chair does not.</summary>
    Denied,
}

/// <summary>A procedural motion is decided without a vote: by the chair, or by one member's demand.</summary>
[FactKind("procedural.decided.v1")]
public sealed record ProceduralDecided(ProceduralId Procedural, bool Carried, string Article) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => ProceduralSteps.Settle(before, Procedural, Carried ? ProceduralTrigger.Carry : ProceduralTrigger.Defeat);
}

/// <summary>Conditions that acts on procedural motions share.</summary>
internal static class ProceduralSteps
{
    /// <summary>A procedural motion in this state is the immediately pending question.</summary>
    public static Refusal? Immediate(Proceedings now, ProceduralPhase phase) =>
        now.Floor.Pending?.Procedural is not { } id ? new NoProceduralPending() : now.Procedurals[id].Phase == phase ? null : new ProceduralIsNot(now.Procedurals[id].Phase);

    /// <summary>The state with a procedural motion settled, and no longer pending.</summary>
    public static Proceedings Settle(Proceedings now, ProceduralId id, ProceduralTrigger trigger) => Stack.Pop(
        now.Amend(id, motion => motion with { Phase = ProceduralMotion.Flow.Fire(motion.Phase, trigger) }), question => question.Procedural == id);

    /// <summary>The facts, and with them the chair's return to whoever had it, once nothing that concerns them is pending any more and they may still preside.</summary>
    public static IEnumerable<Fact> WithChair(Proceedings now, IReadOnlyList<Fact> facts)
    {
        // Who had it first, where a challenge stood upon a challenge.
        if (Deputies.Concerned(now).Cast<ParticipantId?>().LastOrDefault() is not { } before)
            return facts;
        var after = facts.Aggregate(now, (state, fact) => fact.ApplyTo(state));
        var deposed = now.Procedurals.Values.Any(motion => motion.ChairBefore is not null && !motion.IsSettled
            && after.Procedurals[motion.Id].Phase == ProceduralPhase.Carried && Stack.RuleOf(now, motion.Id).Effect == ProceduralEffect.NoConfidence);
        return deposed || Deputies.Concerned(after).Any() || after.Chairing.Presiding == before
            || (after.Participants[before].Duties & (Who.Chair | Who.ViceChair | Who.Executive)) == 0 ? facts : [.. facts, new ChairTaken(before)];
    }
}

/// <summary>No procedural motion is pending.</summary>
public sealed record NoProceduralPending() : Refusal("procedural.none-pending");

/// <summary>The plenary decides it by vote.</summary>
public sealed record PlenaryDecides(string Title) : Refusal("procedural.by-vote", Title);

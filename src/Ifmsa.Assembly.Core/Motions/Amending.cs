using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Plenaries;

namespace Ifmsa.Assembly.Core.Motions;

/// <summary>Conditions that acts on amendments share.</summary>
public static class Amending
{
    /// <summary>Whether a motion takes amendments: in writing before it is read, and while the chair asks for them.</summary>
    public static bool TakesAmendments(Proceedings now, Motion motion) =>
        now.Rules!.Way.Amendments is not null && motion.Bloc.IsEmpty && motion is { VoteOrdered: false, Phase: MotionPhase.Submitted or MotionPhase.AskingSecond or MotionPhase.Seconded };

    /// <summary>Whether the immediately pending question itself can be amended.</summary>
    public static bool Amendable(Proceedings now) => now.Floor.Pending switch
    {
        { Procedural: { } procedural } => now.Procedurals[procedural].Phase == ProceduralPhase.Pending && Stack.RuleOf(now, procedural).Amend,
        { Amendment: { } amendment } => now.Rules!.Way.Amendments!.Degree > 1 && now.Amendments[amendment] is { Amends: null, Motion: not null },
        _ => false,
    };

    /// <summary>Whether all that is pending above the motion yields to amendments of it.</summary>
    internal static bool MotionStaysOpen(Proceedings now) =>
        now.Floor.Motion is { } motion && now.Motions[motion] is { Phase: MotionPhase.Seconded, VoteOrdered: false } && now.Rules!.Way.Amendments is { } rule
        && now.Floor.Pending is { } pending && pending.Downwards().All(question =>
            question.Procedural is { } procedural && Stack.RuleOf(now, procedural) is var above && (above.YieldsTo ?? above.Rank - 1) >= rule.Rank);

    /// <summary>The amendments of a motion that wait for the chair, in the order of their places in the text.</summary>
    public static IEnumerable<Amendment> WaitingOn(Proceedings now, MotionId motion) => now.Amendments.Values
        .Where(amendment => amendment.Motion == motion && amendment is { Phase: AmendmentPhase.Submitted, Amends: null })
        .OrderBy(amendment => amendment.Edits[0].Start).ThenBy(amendment => amendment.Number);

    /// <summary>The amendments that touch the same words as one.</summary>
    public static IEnumerable<Amendment> CollidingWith(Proceedings now, Amendment amendment) => now.Amendments.Values
        .Where(other => other.Id != amendment.Id && other.Motion == amendment.Motion && amendment.Motion is not null && !other.IsSettled && other.Amends is null && amendment.Amends is null
            && TextEdits.Collide(other.Edits, amendment.Edits))
        .OrderBy(other => other.Number);

    /// <summary>Why the motion cannot go on: amendments to it wait.</summary>
    internal static Refusal? Waiting(Proceedings now, MotionId motion) =>
        !now.Motions[motion].VoteOrdered && WaitingOn(now, motion).FirstOrDefault() is { } waiting ? new AmendmentWaits(waiting.Number) : null;

    /// <summary>The state with an amendment moved on.</summary>
    internal static Proceedings Fire(Proceedings now, AmendmentId id, AmendmentTrigger trigger) =>
        now.Amend(id, amendment => amendment with { Phase = Amendment.Flow.Fire(amendment.Phase, trigger) });

    /// <summary>The state with an amendment settled, and no longer pending.</summary>
    internal static Proceedings Settle(Proceedings now, AmendmentId id, AmendmentTrigger trigger) =>
        Stack.Pop(Fire(now, id, trigger), question => question.Amendment == id);

    /// <summary>The amendment named is the immediately pending question, in one of these states.</summary>
    internal static Refusal? IsImmediate(Proceedings now, AmendmentId id, params ReadOnlySpan<AmendmentPhase> phases) => now.Find(id) switch
    {
        null => new UnknownAmendment(),
        { } amendment when now.Floor.Pending?.Amendment != id || !phases.Contains(amendment.Phase) => new AmendmentIsNot(amendment.Number, amendment.Phase),
        _ => null,
    };

    /// <summary>An amendment in one of these states is the immediately pending question.</summary>
    internal static Refusal? Immediate(Proceedings now, params ReadOnlySpan<AmendmentPhase> phases) =>
        now.Floor.Pending?.Amendment is not { } id ? new NoAmendmentPending()
        : phases.Contains(now.Amendments[id].Phase) ? null : new AmendmentIsNot(now.Amendments[id].Number, now.Amendments[id].Phase);

    /// <summary>Until when delegations answer, and what for.</summary>
    internal static Proceedings Ask(Proceedings now, AmendmentId id, DateTimeOffset? until, int seconds) => until is not { } end ? now
        : now with { Floor = now.Floor with { Countdown = new(CountdownPurpose.AmendmentSeconders, Motion: null, end, seconds, Amendment: id) } };
}

/// <summary>The rulebook knows no amendments.</summary>
public sealed record NoAmendments() : Refusal("amendment.none");

/// <summary>Nothing can be amended now.</summary>
public sealed record NothingToAmend() : Refusal("amendment.nothing");

/// <summary>There is no such amendment.</summary>
public sealed record UnknownAmendment() : Refusal("amendment.unknown");

/// <summary>No amendment is pending.</summary>
public sealed record NoAmendmentPending() : Refusal("amendment.none-pending");

/// <summary>The amendment's state does not allow it.</summary>
public sealed record AmendmentIsNot(int Number, AmendmentPhase Phase) : Refusal("amendment.phase", Number, Phase);

/// <summary>The amendment is another's.</summary>
public sealed record NotYourAmendment(int Number) : Refusal("amendment.not-yours", Number);

/// <summary>The changes do not fit the text as it stands now.</summary>
public sealed record EditsDoNotFit() : Refusal("amendment.edits-do-not-fit");

/// <summary>An amendment waits to be put.</summary>
public sealed record AmendmentWaits(int Number) : Refusal("amendment.waits", Number);

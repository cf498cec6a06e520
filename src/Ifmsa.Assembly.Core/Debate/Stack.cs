using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Core.Debate;

/// <summary>What is pending on what: the motion before the plenary, and the questions above it.</summary>
public static class Stack
{
    /// <summary>The rule of a procedural motion.</summary>
    public static ProceduralRule RuleOf(Proceedings now, ProceduralId procedural) => now.Rules!.Procedural[now.Procedurals[procedural].Kind];

    /// <summary>Why the motion itself cannot be dealt with: something is pending above it.</summary>
    internal static Refusal? NothingPending(Proceedings now) => now.Floor.Pending switch
    {
        { Amendment: { } amendment } => new AmendmentPending(now.Amendments[amendment].Number),
        { Procedural: { } procedural } => new ProceduralPending(RuleOf(now, procedural).Title),
        _ => null,
    };

    /// <summary>Why a procedural motion that is pending cannot be dealt with: another stands above it.</summary>
    internal static Refusal? IsAbove(Proceedings now, ProceduralId id) =>
        now.Floor.Pending is { } pending && pending.Procedural != id && pending.Downwards().Any(question => question.Procedural == id) ? NothingPending(now) : null;

    /// <summary>The state with a question pending above all others.</summary>
    internal static Proceedings Push(Proceedings now, AmendmentId? amendment, ProceduralId? procedural) =>
        now with { Floor = now.FloorGoingOn with { Pending = new(amendment, procedural, now.Floor.Pending), Countdown = null } };

    /// <summary>The state without a question that has been decided; whatever stood upon it falls with it.</summary>
    internal static Proceedings Pop(Proceedings now, Func<Question, bool> decided)
    {
        if (now.Floor.Pending?.Downwards().FirstOrDefault(decided) is not { } question)
            return now;
        var above = now.Floor.Pending.Downwards().TakeWhile(other => other != question);
        return above.Aggregate(now, Fall) with { Floor = now.Floor with { Pending = question.Below, Countdown = null } };
    }

    /// <summary>The state with nothing pending above the motion: amendments wait again, procedural motions have lapsed.</summary>
    internal static Proceedings Clear(Proceedings now) =>
        now.Floor.Pending is not { } pending ? now : pending.Downwards().Aggregate(now, Fall) with { Floor = now.Floor with { Pending = null, Countdown = null } };

    private static Proceedings Fall(Proceedings now, Question question) => question switch
    {
        { Amendment: { } id } when Amendment.Flow.CanFire(now.Amendments[id].Phase, AmendmentTrigger.PutBack) =>
            now.Amend(id, amendment => amendment with { Phase = Amendment.Flow.Fire(amendment.Phase, AmendmentTrigger.PutBack) }),
        { Procedural: { } id } when ProceduralMotion.Flow.CanFire(now.Procedurals[id].Phase, ProceduralTrigger.Lapse) =>
            now.Amend(id, motion => motion with { Phase = ProceduralMotion.Flow.Fire(motion.Phase, ProceduralTrigger.Lapse) }),
        _ => now,
    };
}

/// <summary>An amendment is pending and comes first.</summary>
public sealed record AmendmentPending(int Number) : Refusal("amendment.pending", Number);

/// <summary>A procedural motion is pending and comes first.</summary>
public sealed record ProceduralPending(string Title) : Refusal("procedural.pending", Title);

using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Plenaries;

namespace Ifmsa.Assembly.Core.Motions;

/// <summary>Who is asked about an amendment first.</summary>
public enum AmendmentAsk
{
    /// <summary>The motion's proposer.</summary>
    Proposer,

    /// <summary>The motion's seconder, since the proposer proposes it.</summary>
    MotionSeconder,

    /// <summary>Any delegation, for a seconder of the amendment.</summary>
    Seconder,

    /// <summary>Nobody: it goes to the vote.</summary>
    Nobody,
}

/// <summary>The chair takes an amendment up: one at a time.</summary>
[CommandKind("amendment.put", Who.Presiding)]
public sealed record PutAmendment(AmendmentId Amendment) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Quorum(now) ?? Requires.NoBallotRunning(now) ??
        (now.Floor.Pending is null ? MotionSteps.OpenToChange(now, MotionPhase.Seconded) : Amending.Amendable(now) || Amending.MotionStaysOpen(now) ? null : Stack.NothingPending(now)) ??
        (now.Amendments.Values.Any(amendment => Fits(now, amendment)) ? null : new UnknownAmendment());

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if (now.Find(Amendment) is not { } amendment)
            return new UnknownAmendment();
        if (!Fits(now, amendment))
            return new AmendmentIsNot(amendment.Number, amendment.Phase);
        if (amendment.Motion is { } amended && TextEdits.Apply(amendment.Edits, now.Motions[amended].Text) is { Length: > 20_000 } long_)
            return new WordsTooLong(long_.Length, 20_000);
        var (rule, until, seconds) = (now.Rules!.Way.Amendments!, moment.At.AddSeconds(now.Rules.Times.Seconders), now.Rules.Times.Seconders);
        if (!rule.Friendly || amendment.Motion is not { } id)
            return rule.Seconder ? new AmendmentPut(Amendment, AmendmentAsk.Seconder, until, seconds) : new AmendmentPut(Amendment, AmendmentAsk.Nobody, Until: null, 0);
        var motion = now.Motions[id];
        // The chair and a body have no member: each of their motions is asked about.
        return amendment.Proposer is null || amendment.Proposer != motion.Proposer ? new AmendmentPut(Amendment, AmendmentAsk.Proposer, Until: null, 0)
            : motion.Seconder is { } seconder && seconder != amendment.Proposer ? new AmendmentPut(Amendment, AmendmentAsk.MotionSeconder, Until: null, 0)
            : Decision.Of(new AmendmentPut(Amendment, AmendmentAsk.MotionSeconder, Until: null, 0), MergeAmendment.Into(now, amendment));
    }

    /// <summary>Whether it stands upon what is immediately pending.</summary>
    internal static bool Fits(Proceedings now, Amendment amendment) => amendment.Phase == AmendmentPhase.Submitted && (now.Floor.Pending switch
    {
        null => amendment.Motion == now.Floor.Motion && amendment is { Motion: not null, Amends: null },
        { Amendment: { } below } => amendment.Amends == below,
        { Procedural: { } below } => amendment.Procedural == below || (amendment.Motion == now.Floor.Motion && amendment is { Motion: not null, Amends: null } && Amending.MotionStaysOpen(now)),
        _ => false,
    });
}

/// <summary>An amendment is before the plenary.</summary>
[FactKind("amendment.put.v1", Reversible = true)]
public sealed record AmendmentPut(AmendmentId Amendment, AmendmentAsk Ask, DateTimeOffset? Until, int Seconds) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before)
    {
        var after = Ask switch
        {
            AmendmentAsk.Proposer => Amending.Fire(before, Amendment, AmendmentTrigger.AskProposer),
            AmendmentAsk.MotionSeconder => Amending.Fire(Amending.Fire(before, Amendment, AmendmentTrigger.AskProposer), Amendment, AmendmentTrigger.ProposerAccepts),
            AmendmentAsk.Seconder => Amending.Fire(before, Amendment, AmendmentTrigger.AskSecond),
            AmendmentAsk.Nobody => Amending.Fire(before, Amendment, AmendmentTrigger.Put),
        };
        return Amending.Ask(Stack.Push(after, Amendment, procedural: null), Amendment, Until, Seconds);
    }
}

/// <summary>The motion's proposer, then its seconder, takes an amendment as friendly.</summary>
[CommandKind("amendment.accept", Who.Delegation)]
public sealed record AcceptAmendment(AmendmentId Amendment, MemberId? For = null) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => FriendlyAnswers.Order(now, by);

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if (FriendlyAnswers.Fault(now, moment, Amendment, For, refusing: false) is { } fault)
            return fault;
        var (amendment, motion) = (now.Amendments[Amendment], now.Motions[now.Amendments[Amendment].Motion!.Value]);
        return amendment.Phase == AmendmentPhase.AskingProposer && motion.Seconder is { } seconder && seconder != amendment.Proposer
            ? new AmendmentAcceptedByProposer(Amendment)
            : MergeAmendment.Into(now, amendment);
    }
}

/// <summary>The motion's proposer takes an amendment as friendly; its seconder is asked.</summary>
[FactKind("amendment.accepted-by-proposer.v1", Reversible = true)]
public sealed record AmendmentAcceptedByProposer(AmendmentId Amendment) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => Amending.Fire(before, Amendment, AmendmentTrigger.ProposerAccepts);
}

/// <summary>The motion's proposer refuses an amendment, which goes to the vote at once; or its seconder does, and the motion needs another.</summary>
[CommandKind("amendment.refuse", Who.Delegation)]
public sealed record RefuseAmendment(AmendmentId Amendment, MemberId? For = null) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => FriendlyAnswers.Order(now, by);

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if (FriendlyAnswers.Fault(now, moment, Amendment, For, refusing: true) is { } fault)
            return fault;
        var amendment = now.Amendments[Amendment];
        return amendment.Phase == AmendmentPhase.AskingProposer ? new AmendmentRefusedByProposer(Amendment) : Decision.Of(
            MergeAmendment.Into(now, amendment),
            new SeconderLost(amendment.Motion!.Value, now.Motions[amendment.Motion.Value].Seconder!.Value, moment.At.AddSeconds(now.Rules!.Times.Seconders), now.Rules.Times.Seconders));
    }
}

/// <summary>The motion's proposer refuses an amendment: original against amendment goes to the vote.</summary>
[FactKind("amendment.refused-by-proposer.v1", Reversible = true)]
public sealed record AmendmentRefusedByProposer(AmendmentId Amendment) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => Amending.Fire(before, Amendment, AmendmentTrigger.ProposerRefuses);
}

/// <summary>A motion's seconder does not go along with what it has become; it needs another seconder, or fails.</summary>
[FactKind("motion.seconder-lost.v1", Reversible = true)]
public sealed record SeconderLost(MotionId Motion, MemberId Member, DateTimeOffset Until, int Seconds) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        before.Amend(Motion, motion => motion with { Seconder = null, Phase = Motions.Motion.Flow.Fire(motion.Phase, MotionTrigger.LoseSeconder) }) with
        {
            Floor = before.Floor with { Countdown = new(CountdownPurpose.Seconders, Motion, Until, Seconds) },
        };
}

/// <summary>Who answers on a friendly amendment.</summary>
internal static class FriendlyAnswers
{
    public static Refusal? Order(Proceedings now, Actor by) =>
        Requires.Quorum(now) ?? Requires.NoBallotRunning(now) ?? Amending.Immediate(now, AmendmentPhase.AskingProposer, AmendmentPhase.AskingMotionSeconder) ??
        (by.Is(Who.Enters) || by.Member == Asked(now, now.Amendments[now.Floor.Pending!.Amendment!.Value]) ? null : new NotAskedOfYou());

    public static Refusal? Fault(Proceedings now, Moment moment, AmendmentId id, MemberId? @for, bool refusing)
    {
        if (Amending.IsImmediate(now, id, AmendmentPhase.AskingProposer, AmendmentPhase.AskingMotionSeconder) is { } elsewhere)
            return elsewhere;
        var asked = Asked(now, now.Amendments[id]);
        // For a motion of the chair or of a body, whoever presides answers; a delegation that has left is taken to refuse.
        if (asked is { } absent && moment.By.Presides && @for is null && now.PresenceOf(absent) != Credentials.Presence.Present)
            return refusing ? null : new MemberNotPresent(now.NameOf(absent));
        return asked is null ? (moment.By.Presides && @for is null ? null : new NotAskedOfYou())
            : now.ActingFor(moment.By, @for, out var member) ?? (member == asked ? null : new NotAskedOfYou());
    }

    /// <summary>The member that is asked; null for a motion of the chair or a body, or while nobody is.</summary>
    public static MemberId? Asked(Proceedings now, Amendment amendment) => amendment.Motion is not { } motion || amendment.Phase is not (AmendmentPhase.AskingProposer or AmendmentPhase.AskingMotionSeconder) ? null
        : amendment.Phase == AmendmentPhase.AskingProposer ? now.Motions[motion].Proposer : now.Motions[motion].Seconder;
}

/// <summary>Another delegation is asked.</summary>
public sealed record NotAskedOfYou() : Refusal("amendment.not-asked");

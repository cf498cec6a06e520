using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Motions;

/// <summary>A delegation seconds the pending amendment.</summary>
[CommandKind("amendment.second", Who.Delegation)]
public sealed record SecondAmendment(AmendmentId Amendment, MemberId? For = null) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        Requires.Quorum(now) ?? Amending.Immediate(now, AmendmentPhase.AskingSecond) ?? Requires.MayPropose(now, by) ??
        (!by.Is(Who.Enters) && now.Amendments[now.Floor.Pending!.Amendment!.Value].Proposer == by.Member ? new OwnMotion() : null);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        (Requires.MayPropose(now, moment.By, For, out var member) ?? Amending.IsImmediate(now, Amendment, AmendmentPhase.AskingSecond)) is { } refusal ? refusal
        : now.Amendments[Amendment].Proposer == member ? new OwnMotion()
        : new AmendmentSeconded(Amendment, member);
}

/// <summary>An amendment has a seconder.</summary>
[FactKind("amendment.seconded.v1", Reversible = true)]
public sealed record AmendmentSeconded(AmendmentId Amendment, MemberId Member) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        Amending.Fire(before, Amendment, AmendmentTrigger.Second).Amend(Amendment, amendment => amendment with { Seconder = Member }) with
        {
            Floor = before.FloorGoingOn with { Countdown = null },
        };
}

/// <summary>The chair lets an amendment fail that nobody seconds.</summary>
[CommandKind("amendment.fail", Who.Presiding)]
public sealed record FailAmendment(AmendmentId Amendment) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Quorum(now) ?? Amending.Immediate(now, AmendmentPhase.AskingSecond);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        (Amending.IsImmediate(now, Amendment, AmendmentPhase.AskingSecond) ?? MotionSteps.StillRunning(now, moment)) is { } refusal ? refusal
        : new AmendmentUnseconded(Amendment);
}

/// <summary>An amendment has failed for want of a seconder.</summary>
[FactKind("amendment.unseconded.v1", Reversible = true)]
public sealed record AmendmentUnseconded(AmendmentId Amendment) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => Amending.Settle(before, Amendment, AmendmentTrigger.Fail);
}

/// <summary>The chair rules an amendment out of order; the ruling is minuted and may be challenged.</summary>
[CommandKind("amendment.rule-out", Who.Presiding)]
public sealed record RuleOutAmendment(AmendmentId Amendment, RulingId Ruling, string Text) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        Requires.Session(now) ?? Requires.NoBallotRunning(now) ?? (now.Amendments.Values.Any(amendment => !amendment.IsSettled) ? null : new UnknownAmendment());

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        Rulings.Fault(now, Ruling, Text) is { } fault ? fault
        : now.Find(Amendment) is not { } amendment ? new UnknownAmendment()
        : amendment.IsPending && now.Floor.Pending?.Amendment != Amendment && Stack.NothingPending(now) is { } above ? above
        : !Motions.Amendment.Flow.CanFire(amendment.Phase, AmendmentTrigger.RuleOut) ? new AmendmentIsNot(amendment.Number, amendment.Phase)
        : Decision.Of(Rulings.Made(now, moment, Ruling, Text) with { Amendment = Amendment }, new AmendmentRuledOut(Amendment));
}

/// <summary>An amendment is out of order.</summary>
[FactKind("amendment.ruled-out.v1", Reversible = true)]
public sealed record AmendmentRuledOut(AmendmentId Amendment) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => Amending.Settle(before, Amendment, AmendmentTrigger.RuleOut);
}

using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Core.Plenaries;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Core.Debate;

/// <summary>A delegation moves something procedural; the chair takes it up, unless it concerns the chair or one member's demand suffices.</summary>
[CommandKind("procedural.move", Who.Delegation)]
public sealed record MoveProcedural(ProceduralId Procedural, string Kind, ProceduralDetail? Detail = null, MemberId? For = null) : Command, IAct
{
    /// <summary>The most procedural motions of an assembly.</summary>
    public const int AtMost = 5000;

    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by)
    {
        if (Requires.Charter(now) is { } missing)
            return missing;
        Refusal? first = null;
        foreach (var kind in now.Rules!.Procedural.Keys.Order(StringComparer.Ordinal))
        {
            if (ProceduralOrder.Of(now, by, kind) is not { } refusal)
                return null;
            // What bars all of them is best told by what bars the one that has no condition of its own.
            first = first is null or NothingToBringAbout or NotToBeOpened ? refusal : first;
        }
        return first ?? new UnknownProceduralKind("");
    }

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if (now.Rules!.Procedural.GetValueOrDefault(Kind) is not { } rule)
            return new UnknownProceduralKind(Kind);
        var detail = Detail ?? new();
        if (Requires.MayPropose(now, moment.By, For, out var member) is { } refusal)
            return refusal;
        if ((ProceduralOrder.Of(now, moment.By, Kind) ?? ProceduralOrder.OfMember(now, member, Kind, rule, detail)) is { } order)
            return order;
        if (now.Find(Procedural) is not null)
            return new IdTaken();
        if (now.Procedurals.Count >= AtMost)
            return new RowsOutOfBounds(AtMost);
        if (rule.Effect == ProceduralEffect.CountAgain)
            detail = detail with { Ballot = now.Floor.Ballot };
        if (ProceduralContent.Fault(now, Kind, detail, moment) is { } fault)
            return fault;
        var moved = new ProceduralMoved(Procedural, now.Procedurals.Values.Select(other => other.Number).DefaultIfEmpty().Max() + 1, Kind, member, detail, moment.At, now.CurrentPlenary, now.Floor.Motion);
        return !rule.VicePresides && rule.DecidedBy != DecidedBy.Demand ? moved : Decision.Of([moved, .. PutProcedural.Facts(moved.ApplyTo(now), Procedural, moment)]);
    }
}

/// <summary>A procedural motion is moved.</summary>
[FactKind("procedural.moved.v1", Reversible = true)]
public sealed record ProceduralMoved(
    ProceduralId Procedural, int Number, string Kind, MemberId? Member, ProceduralDetail Detail, DateTimeOffset At, PlenaryId? Plenary, MotionId? On) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with
    {
        Procedurals = before.Procedurals.SetItem(Procedural, new()
        {
            Id = Procedural, Number = Number, Kind = Kind, Proposer = Member, Detail = Detail, At = At, Plenary = Plenary, On = On,
        }),
    };
}

/// <summary>Its proposer withdraws a procedural motion.</summary>
[CommandKind("procedural.withdraw", Who.Delegation)]
public sealed record WithdrawProcedural(ProceduralId Procedural, MemberId? For = null) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.NoBallotRunning(now) ??
        (now.Procedurals.Values.Any(motion => !motion.IsSettled && (by.Is(Who.Enters) || motion.Proposer == by.Member)) ? null : new UnknownProcedural());

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        now.ActingFor(moment.By, For, out var member) is { } refusal ? refusal
        : now.Find(Procedural) is not { } motion || motion.Proposer != member ? new UnknownProcedural()
        : !ProceduralMotion.Flow.CanFire(motion.Phase, ProceduralTrigger.Withdraw) ? new ProceduralIsNot(motion.Phase)
        : Stack.IsAbove(now, Procedural) ?? (Decision)Decision.Of(ProceduralSteps.WithChair(now, [new ProceduralWithdrawn(Procedural)]));
}

/// <summary>A procedural motion is withdrawn.</summary>
[FactKind("procedural.withdrawn.v1", Reversible = true)]
public sealed record ProceduralWithdrawn(ProceduralId Procedural) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => ProceduralSteps.Settle(before, Procedural, ProceduralTrigger.Withdraw);
}

/// <summary>The chair rules a procedural motion out of order; the ruling is minuted and may be challenged.</summary>
[CommandKind("procedural.rule-out", Who.Presiding)]
public sealed record RuleOutProcedural(ProceduralId Procedural, RulingId Ruling, string Text) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        Requires.Session(now) ?? Requires.NoBallotRunning(now) ?? (now.Procedurals.Values.Any(motion => !motion.IsSettled) ? null : new UnknownProcedural());

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        Rulings.Fault(now, Ruling, Text) is { } fault ? fault
        : now.Find(Procedural) is not { } motion ? new UnknownProcedural()
        : now.Rules!.Procedural[motion.Kind] is { VicePresides: true } rule ? new CannotBeRuledOut(rule.Title) { Article = rule.Article }
        : Stack.IsAbove(now, Procedural) is { } above ? above
        : !ProceduralMotion.Flow.CanFire(motion.Phase, ProceduralTrigger.RuleOut) ? new ProceduralIsNot(motion.Phase)
        : Decision.Of(Rulings.Made(now, moment, Ruling, Text) with { Procedural = Procedural }, new ProceduralRuledOut(Procedural));
}

/// <summary>A procedural motion is out of order.</summary>
[FactKind("procedural.ruled-out.v1", Reversible = true)]
public sealed record ProceduralRuledOut(ProceduralId Procedural) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => ProceduralSteps.Settle(before, Procedural, ProceduralTrigger.RuleOut);
}

/// <summary>There is no such procedural motion.</summary>
public sealed record UnknownProcedural() : Refusal("procedural.unknown");

/// <summary>The procedural motion's state does not allow it.</summary>
public sealed record ProceduralIsNot(ProceduralPhase Phase) : Refusal("procedural.phase", Phase);

/// <summary>A procedural motion that concerns the chair is not the chair's to rule out.</summary>
public sealed record CannotBeRuledOut(string Title) : Refusal("procedural.cannot-be-ruled-out", Title);

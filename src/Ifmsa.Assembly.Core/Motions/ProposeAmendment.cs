using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Plenaries;

namespace Ifmsa.Assembly.Core.Motions;

/// <summary>A delegation hands in an amendment: of a motion's text, of a pending amendment, or of a pending procedural motion.</summary>
/// <param name="Amendment">The amendment.</param>
/// <param name="Motion">The motion whose text it changes.</param>
/// <param name="Edits">What it changes in the text as it stands.</param>
/// <param name="Amends">The pending amendment it changes; its edits then take the place of that one's.</param>
/// <param name="Procedural">The pending procedural motion it changes.</param>
/// <param name="Detail">What the procedural motion is to say instead.</param>
/// <param name="Reason">Why; at most 2,000 characters.</param>
/// <param name="For">The member, for a raised placard.</param>
[CommandKind("amendment.propose", Who.Delegate | Who.Enters | Who.Secretariat)]
public sealed record ProposeAmendment(
    AmendmentId Amendment, MotionId? Motion = null, ImmutableArray<TextEdit>? Edits = null, AmendmentId? Amends = null,
    ProceduralId? Procedural = null, ProceduralDetail? Detail = null, string? Reason = null, MemberId? For = null) : Command, IAct
{
    /// <summary>The most amendments of one motion, and of one member to it.</summary>
    public const int AtMost = 200, OfOneMemberAtMost = 20;

    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now) ?? (
        now.Rules!.Way.Amendments is not { } rule || !now.Binds(rule.Article) ? new NoAmendments()
        : Requires.MayPropose(now, by) is { } refusal ? refusal
        : now.Plenary is { Phase: PlenaryPhase.InSession } && !by.Is(Who.CardHolder | Who.Enters | Who.Secretariat) ? new NoVotingCard()
        : Requires.Intake(now, by) ?? (now.Motions.Values.Any(motion => Amending.TakesAmendments(now, motion)) || Amending.Amendable(now) ? null : new NothingToAmend()));

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if (now.Find(Amendment) is not null)
            return new IdTaken();
        if (Reason is not null && Requires.Words(Reason, 2_000) is { } fault)
            return fault;
        if (Proposer(now, moment, out var proposer) is { } refusal)
            return refusal;
        return (Procedural, Amends, Motion) switch
        {
            ({ } procedural, null, null) => OfProcedural(now, moment, procedural, proposer),
            (null, { } amends, _) => OfAmendment(now, amends, proposer),
            (null, null, { } motion) => OfMotion(now, motion, proposer),
            _ => new NothingToAmend(),
        };
    }

    private Decision OfMotion(Proceedings now, MotionId id, MemberId? proposer) => now.Find(id) switch
    {
        null or { Phase: MotionPhase.Draft } => new UnknownMotion(),
        { } motion when !Amending.TakesAmendments(now, motion) => new MotionIsNot(motion.Number, motion.Phase),
        { } motion => Edited(now, motion, amends: null, proposer),
    };

    private Decision OfAmendment(Proceedings now, AmendmentId id, MemberId? proposer) => now.Find(id) switch
    {
        { Motion: { } motion, IsPending: true, Amends: null } when now.Rules!.Way.Amendments!.Degree > 1 => Edited(now, now.Motions[motion], id, proposer),
        _ => new NothingToAmend(),
    };

    private Decision Edited(Proceedings now, Motion motion, AmendmentId? amends, MemberId? proposer)
    {
        if (Edits is not { } edits || !TextEdits.Fit(edits, motion.Text))
            return new EditsDoNotFit();
        var narrow = TextEdits.Narrowed(edits, motion.Text);
        var text = TextEdits.Apply(narrow, motion.Text);
        var others = now.Amendments.Values.Where(other => other.Motion == motion.Id).ToList();
        return Requires.Words(text, 20_000) is { } fault ? fault
            : others.Count >= AtMost ? new RowsOutOfBounds(AtMost)
            : proposer is not null && others.Count(other => other.Proposer == proposer && !other.IsSettled) >= OfOneMemberAtMost ? new RowsOutOfBounds(OfOneMemberAtMost)
            : new AmendmentProposed(Amendment, others.Select(other => other.Number).DefaultIfEmpty().Max() + 1, motion.Id, amends, Procedural: null, Detail: null, proposer, narrow, text, Reason);
    }

    private Decision OfProcedural(Proceedings now, Moment moment, ProceduralId id, MemberId? proposer) =>
        now.Find(id) is not { Phase: ProceduralPhase.Pending } procedural || now.Floor.Pending?.Procedural != id || !Stack.RuleOf(now, id).Amend ? new NothingToAmend()
        : Detail is not { } detail ? new DetailMissing()
        : ProceduralContent.Fault(now, procedural.Kind, detail, moment) is { } fault ? fault
        : new AmendmentProposed(
            Amendment, now.Amendments.Values.Where(other => other.Procedural == id).Select(other => other.Number).DefaultIfEmpty().Max() + 1, Motion: null, Amends: null, id, detail, proposer, [], Text: null, Reason);

    private Refusal? Proposer(Proceedings now, Moment moment, out MemberId? proposer)
    {
        // The chair and the secretariat hand in for a body when they name no member; a delegate always for their own.
        proposer = For ?? (moment.By.Is(Who.Presiding | Who.Secretariat) ? null : moment.By.Member);
        return For is { } other && other != moment.By.Member
            ? !moment.By.Is(Who.Enters | Who.Secretariat) ? new NotForOthers()
                : now.Find(other) is not { } member ? new UnknownMember()
                : now.HasVote(member) ? null : new MayNotPropose(member.ShortName)
            : proposer is null && !moment.By.Is(Who.Presiding | Who.Secretariat) ? new NotForOthers() : null;
    }
}

/// <summary>An amendment is on file.</summary>
[FactKind("amendment.proposed.v1", Reversible = true)]
public sealed record AmendmentProposed(
    AmendmentId Amendment, int Number, MotionId? Motion, AmendmentId? Amends, ProceduralId? Procedural, ProceduralDetail? Detail, MemberId? Proposer,
    ImmutableArray<TextEdit> Edits, string? Text, string? Reason) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with
    {
        Amendments = before.Amendments.SetItem(Amendment, new()
        {
            Id = Amendment, Number = Number, Motion = Motion, Amends = Amends, Procedural = Procedural, Detail = Detail, Proposer = Proposer, Edits = Edits, Reason = Reason,
            ProposedAfter = before.Sequence,
        }),
    };
}

/// <summary>Its proposer withdraws an amendment.</summary>
[CommandKind("amendment.withdraw", Who.Delegate | Who.Enters | Who.Secretariat)]
public sealed record WithdrawAmendment(AmendmentId Amendment, MemberId? For = null) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now) ?? Requires.NoBallotRunning(now)
        ?? (now.Amendments.Values.Any(amendment => !amendment.IsSettled && (by.Is(Who.Enters | Who.Secretariat) || amendment.Proposer == by.Member)) ? null : new UnknownAmendment());

    internal override Decision DecideOn(Proceedings now, Moment moment) => now.Find(Amendment) switch
    {
        null => new UnknownAmendment(),
        { } amendment when !(amendment.Proposer is { } proposer && (proposer == moment.By.Member || (For == proposer && moment.By.Is(Who.Enters))))
            && !(amendment.Proposer is null && moment.By.Is(Who.Presiding | Who.Secretariat)) => new NotYourAmendment(amendment.Number),
        { IsPending: true } when !moment.By.Is(Who.CardHolder | Who.Enters) => new NoVotingCard(),
        { IsPending: true } when now.Floor.Pending?.Amendment != Amendment => Stack.NothingPending(now) ?? new UnknownAmendment(),
        { } amendment when !Motions.Amendment.Flow.CanFire(amendment.Phase, AmendmentTrigger.Withdraw) => new AmendmentIsNot(amendment.Number, amendment.Phase),
        _ => new AmendmentWithdrawn(Amendment),
    };
}

/// <summary>An amendment is withdrawn.</summary>
[FactKind("amendment.withdrawn.v1", Reversible = true)]
public sealed record AmendmentWithdrawn(AmendmentId Amendment) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => Amending.Settle(before, Amendment, AmendmentTrigger.Withdraw);
}

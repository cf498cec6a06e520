using Ifmsa.Assembly.Core.Agenda;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Plenaries;

namespace Ifmsa.Assembly.Core.Motions;

/// <summary>A motion is handed in: in writing beforehand by any delegate, in session by the card's holder or for a raised placard, or by the chair.</summary>
[CommandKind("motion.submit", Who.Delegate | Who.Enters | Who.Secretariat)]
public sealed record SubmitMotion(MotionId Motion, string Title, string Text, string Decision, ItemId? Item = null, MemberId? For = null, MembershipChange? Membership = null, Bylaws.BylawsChange? Bylaws = null) : Command, IAct
{
    /// <summary>The most motions of an assembly.</summary>
    public const int AtMost = 2000;

    /// <summary>The most that delegates hand in for one member; more go through chair, secretary or secretariat, so that no phone can fill the list for all.</summary>
    public const int OfOneMemberAtMost = 40;

    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now) ?? (
        by.Is(Who.Enters | Who.Secretariat) ? null
        : Requires.MayPropose(now, by) is { } refusal ? refusal
        : now.Plenary is { Phase: PlenaryPhase.InSession } && !by.Is(Who.CardHolder) ? new NoVotingCard()
        : Requires.Intake(now, by));

    /// <summary>The number of the next motion; one that was taken back leaves a gap, since people have heard its number.</summary>
    internal static int NextNumber(Proceedings now) => now.LastMotionNumber + 1;

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if ((Requires.Line(Title, 200) ?? Requires.Words(Text, 20_000)) is { } fault)
            return fault;
        if (now.Find(Motion) is not null)
            return new IdTaken();
        if (Submission.Closed(now, moment) is { } closed)
            return closed;
        if (now.Motions.Count >= AtMost)
            return new Federation.RowsOutOfBounds(AtMost);
        if (now.Rules!.Decision(Decision) is null)
            return new UnknownDecisionKind(Decision);
        if (MembershipChange.Fault(now, Membership, Decision) is { } unfit)
            return unfit;
        if (Core.Bylaws.BylawsChange.Fault(now, Bylaws, Decision, Text) is { } unsuited)
            return unsuited;
        if (Item is { } item && now.Find(item) is null)
            return new UnknownItem();
        if (For is { } other && other != moment.By.Member)
        {
            if (!moment.By.Is(Who.Enters | Who.Secretariat))
                return new NotForOthers();
            if (now.Find(other) is not { } member)
                return new UnknownMember();
            if (!now.HasVote(member))
                return new MayNotPropose(member.ShortName) { Article = now.Rules.Rights[member.Status].Article };
        }
        if (!moment.By.Is(Who.Enters | Who.Secretariat) && now.Motions.Values.Count(motion => motion.Proposer == moment.By.Member) >= OfOneMemberAtMost)
            return new TooManyMotions(OfOneMemberAtMost);
        // The chair and the secretariat hand in for a body when they name no member; a delegate always for their own.
        var proposer = For ?? (moment.By.Is(Who.Presiding | Who.Secretariat) ? null : moment.By.Member);
        return new MotionSubmitted(Motion, NextNumber(now), Title, Text, Decision, proposer, Item ?? now.Floor.Item, Membership, Bylaws?.Against(now));
    }
}

/// <summary>A motion is on file.</summary>
[FactKind("motion.submitted.v1", Reversible = true)]
public sealed record MotionSubmitted(MotionId Motion, int Number, string Title, string Text, string Decision, MemberId? Proposer, ItemId? Item, MembershipChange? Membership = null, Bylaws.BylawsChange? Bylaws = null) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with
    {
        Motions = before.Motions.SetItem(Motion, new()
        {
            Id = Motion, Number = Number, Title = Title, Text = Text, Decision = Decision, Proposer = Proposer, Item = Item, Membership = Membership, Bylaws = Bylaws,
        }),
        LastMotionNumber = Math.Max(before.LastMotionNumber, Number),
    };
}

/// <summary>The member may not propose.</summary>
public sealed record MayNotPropose(string Member) : Refusal("motion.no-right", Member);

/// <summary>The rulebook knows no such kind of decision.</summary>
public sealed record UnknownDecisionKind(string Kind) : Refusal("decision.unknown", Kind);

/// <summary>The delegates of a member have handed in as many motions as they may.</summary>
public sealed record TooManyMotions(int AtMost) : Refusal("motion.too-many", AtMost);

/// <summary>There is no such motion.</summary>
public sealed record UnknownMotion() : Refusal("motion.unknown");

/// <summary>The motion's state does not allow it.</summary>
public sealed record MotionIsNot(int Number, MotionPhase Phase) : Refusal("motion.phase", Number, Phase);

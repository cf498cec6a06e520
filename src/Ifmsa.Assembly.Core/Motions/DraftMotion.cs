using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Agenda;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Motions;

/// <summary>A delegation writes a draft, or writes it anew, and names members it wants beside it; nobody else sees it.</summary>
[CommandKind("motion.draft", Who.Delegate)]
public sealed record DraftMotion(MotionId Motion, string Title, string Text, string Decision, ImmutableArray<MemberId> Invited, ItemId? Item = null, MembershipChange? Membership = null, Bylaws.BylawsChange? Bylaws = null) : Command, IAct
{
    /// <summary>The most members that stand behind one motion.</summary>
    public const int MembersAtMost = 30;

    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now) ?? Requires.MayPropose(now, by);

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        var member = moment.By.Member!.Value;
        if ((Requires.Line(Title, 200) ?? Requires.Words(Text, 20_000)) is { } fault)
            return fault;
        if (now.Find(Motion) is { } known && (known.Phase != MotionPhase.Draft || known.Proposer != member))
            return new IdTaken();
        if (now.Rules!.Decision(Decision) is null)
            return new UnknownDecisionKind(Decision);
        if ((MembershipChange.Fault(now, Membership, Decision) ?? Core.Bylaws.BylawsChange.Fault(now, Bylaws, Decision, Text)) is { } unfit)
            return unfit;
        if (Item is { } item && now.Find(item) is null)
            return new UnknownItem();
        if (Invited.IsDefault || Invited.Length > MembersAtMost || Invited.Distinct().Count() < Invited.Length)
            return new Federation.RowsOutOfBounds(MembersAtMost);
        if (Invited.Any(other => other == member || now.Find(other) is null))
            return new UnknownMember();
        return now.Find(Motion) is null && now.Motions.Values.Count(motion => motion.Proposer == member) >= SubmitMotion.OfOneMemberAtMost ? new TooManyMotions(SubmitMotion.OfOneMemberAtMost)
            : now.Motions.Count >= SubmitMotion.AtMost ? new Federation.RowsOutOfBounds(SubmitMotion.AtMost)
            : new MotionDrafted(Motion, Title, Text, Decision, member, Invited, Item, Membership, Bylaws?.Against(now));
    }
}

/// <summary>A draft is written, or written anew.</summary>
[FactKind("motion.drafted.v1")]
public sealed record MotionDrafted(MotionId Motion, string Title, string Text, string Decision, MemberId Proposer, ImmutableArray<MemberId> Invited, ItemId? Item, MembershipChange? Membership = null, Bylaws.BylawsChange? Bylaws = null) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before)
    {
        // Whoever stood behind other words has to say so again.
        var same = before.Find(Motion) is { } was && (was.Title, was.Text, was.Membership, was.Bylaws) == (Title, Text, Membership, Bylaws) ? was.CoSubmitters.RemoveAll(member => !Invited.Contains(member)) : [];
        return before with
        {
            Motions = before.Motions.SetItem(Motion, new()
            {
                Id = Motion, Number = 0, Title = Title, Text = Text, Decision = Decision, Proposer = Proposer, Item = Item, Phase = MotionPhase.Draft,
                Membership = Membership, Bylaws = Bylaws, CoSubmitters = same, Invited = [.. Invited.Where(member => !same.Contains(member))],
            }),
        };
    }
}

/// <summary>A delegation that was asked stands behind a motion with its proposer.</summary>
[CommandKind("motion.join", Who.Delegate)]
public sealed record JoinMotion(MotionId Motion) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        Requires.Charter(now) ?? Requires.MayPropose(now, by) ??
        (now.Motions.Values.Any(motion => motion.Phase is MotionPhase.Draft or MotionPhase.Submitted && motion.Invited.Contains(by.Member!.Value)) ? null : new NotInvited());

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        now.Find(Motion) is { Phase: MotionPhase.Draft or MotionPhase.Submitted } motion && motion.Invited.Contains(moment.By.Member!.Value)
            ? new MotionJoined(Motion, moment.By.Member.Value) : new NotInvited();
}

/// <summary>A member stands behind a motion with its proposer.</summary>
[FactKind("motion.joined.v1", Reversible = true)]
public sealed record MotionJoined(MotionId Motion, MemberId Member) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.Amend(Motion, motion => motion with
    {
        CoSubmitters = motion.CoSubmitters.Add(Member),
        Invited = motion.Invited.Remove(Member),
    });
}

/// <summary>A delegation hands its draft in.</summary>
[CommandKind("motion.hand-in", Who.Delegate)]
public sealed record HandInDraft(MotionId Motion) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        SubmitMotion.Order(now, by) ?? (now.Motions.Values.Any(motion => motion.Phase == MotionPhase.Draft && motion.Proposer == by.Member) ? null : new NoDraft());

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        now.Find(Motion) is not { Phase: MotionPhase.Draft } draft || draft.Proposer != moment.By.Member ? new NoDraft()
        : Submission.Closed(now, moment) is { } closed ? closed
        // What it was written for may have changed since.
        : MembershipChange.Fault(now, draft.Membership, draft.Decision) is { } unfit ? unfit
        : Core.Bylaws.BylawsChange.Fault(now, draft.Bylaws, draft.Decision, draft.Text) is { } unsuited ? unsuited
        : draft.Bylaws is { } change && change != change.Against(now) ? new Core.Bylaws.ArticleChangedSince(change.Article)
        : new DraftHandedIn(Motion, SubmitMotion.NextNumber(now));
}

/// <summary>A draft has become a motion on file.</summary>
[FactKind("motion.handed-in.v1", Reversible = true)]
public sealed record DraftHandedIn(MotionId Motion, int Number) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        before.Amend(Motion, motion => motion with { Number = Number, Phase = Motions.Motion.Flow.Fire(motion.Phase, MotionTrigger.HandIn) }) with
        {
            LastMotionNumber = Math.Max(before.LastMotionNumber, Number),
        };
}

/// <summary>Nobody asked this delegation to stand behind a motion.</summary>
public sealed record NotInvited() : Refusal("motion.not-invited");

/// <summary>The delegation has no such draft.</summary>
public sealed record NoDraft() : Refusal("motion.no-draft");

using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Motions;

/// <summary>How an amendment becomes part of what it amends.</summary>
internal static class MergeAmendment
{
    /// <summary>The fact by which it does, with what it means for the other amendments of the motion.</summary>
    public static Fact Into(Proceedings now, Amendment amendment)
    {
        if (amendment.Procedural is { } procedural)
            return new ProceduralAmended(amendment.Id, procedural, amendment.Detail!);
        if (amendment.Amends is { } amended)
            return new AmendmentAmended(amendment.Id, amended, amendment.Edits, TextEdits.Apply(amendment.Edits, now.Motions[amendment.Motion!.Value].Text));
        var motion = now.Motions[amendment.Motion!.Value];
        var others = now.Amendments.Values
            .Where(other => other.Motion == motion.Id && other.Id != amendment.Id && other.Phase is AmendmentPhase.Submitted or AmendmentPhase.RuledOut)
            .OrderBy(other => other.Number).ToList();
        return new AmendmentMerged(
            amendment.Id, motion.Id, TextEdits.Apply(amendment.Edits, motion.Text),
            [.. others.Where(other => !TextEdits.Collide(other.Edits, amendment.Edits)).Select(other => new RebasedAmendment(other.Id, TextEdits.Rebased(other.Edits, amendment.Edits)))],
            [.. others.Where(other => TextEdits.Collide(other.Edits, amendment.Edits)).Select(other => other.Id)]);
    }
}

/// <summary>An amendment's changes as changes of the new text.</summary>
public sealed record RebasedAmendment(AmendmentId Amendment, ImmutableArray<TextEdit> Edits);

/// <summary>An amendment is part of the motion's text.</summary>
/// <param name="Amendment">The amendment.</param>
/// <param name="Motion">The motion.</param>
/// <param name="Text">What the text has become.</param>
/// <param name="Rebased">The other amendments, as changes of the new text.</param>
/// <param name="Overtaken">The amendments whose words are gone.</param>
[FactKind("amendment.merged.v1", Reversible = true)]
public sealed record AmendmentMerged(
    AmendmentId Amendment, MotionId Motion, string Text, ImmutableArray<RebasedAmendment> Rebased, ImmutableArray<AmendmentId> Overtaken) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before)
    {
        var was = before.Motions[Motion].Text;
        var after = before.Amend(Motion, motion => motion with { Text = Text, TextAsPut = motion.TextAsPut ?? was }).Amend(Amendment, amendment => amendment with { TextBefore = was });
        after = Rebased.Aggregate(after, (state, other) => state.Amend(other.Amendment, amendment => amendment with { Edits = other.Edits }));
        after = Overtaken.Aggregate(after, (state, other) => Amending.Fire(state, other, AmendmentTrigger.Overtake));
        return Amending.Settle(after, Amendment, AmendmentTrigger.Merge);
    }
}

/// <summary>An amendment of an amendment has changed it.</summary>
[FactKind("amendment.amended.v1", Reversible = true)]
public sealed record AmendmentAmended(AmendmentId Amendment, AmendmentId Amends, ImmutableArray<TextEdit> Edits, string Text) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        Amending.Settle(before.Amend(Amends, amendment => amendment with { Edits = Edits }), Amendment, AmendmentTrigger.Merge);
}

/// <summary>An amendment has changed what a procedural motion says.</summary>
[FactKind("procedural.amended.v1", Reversible = true)]
public sealed record ProceduralAmended(AmendmentId Amendment, ProceduralId Procedural, ProceduralDetail Detail) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        Amending.Settle(before.Amend(Procedural, motion => motion with { Detail = Detail }), Amendment, AmendmentTrigger.Merge);
}

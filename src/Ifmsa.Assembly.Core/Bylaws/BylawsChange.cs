using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Core.Bylaws;

/// <summary>What a motion does to an article.</summary>
public enum BylawsAct
{
    /// <summary>The motion's text takes the place of the article's.</summary>
    Replace,

    /// <summary>The motion's text becomes a new article.</summary>
    Add,

    /// <summary>The article is struck; the motion's text says why.</summary>
    Strike,
}

/// <summary>What a motion would change of the bylaws: the new text is the motion's own, so that an amendment of the motion amends it.</summary>
/// <param name="Article">The number of the article.</param>
/// <param name="Act">What happens to it.</param>
/// <param name="After">Where it is added: behind which article; null for the end.</param>
/// <param name="Heading">Its heading, where it is added.</param>
/// <param name="Was">Its text when the motion was handed in; set by the record itself.</param>
public sealed record BylawsChange(string Article, BylawsAct Act = BylawsAct.Replace, string? After = null, string? Heading = null, string? Was = null)
{
    /// <summary>Why a motion of this kind cannot change the bylaws so; null when it can.</summary>
    internal static Refusal? Fault(Proceedings now, BylawsChange? change, string decision, string text)
    {
        if (change is null)
            return null;
        if (now.Rules!.Decisions[decision] is { Effect: not DecisionEffect.Bylaws } rule)
            return new NotOnBylaws(rule.Title) { Article = rule.Article };
        if (now.Bylaws is not { } bylaws)
            return new NoBylaws();
        if (change.Act == BylawsAct.Add)
        {
            return !BylawsReading.IsNumber(change.Article) ? new NoArticleNumber()
                : bylaws.Find(change.Article) is not null ? new ArticleTwice(change.Article)
                : change.After is { } after && bylaws.Find(after) is null ? new UnknownArticle(after)
                : change.Heading is { Length: > 0 } heading ? Requires.Line(heading, 200)
                : null;
        }
        return bylaws.Find(change.Article) is not { } article ? new UnknownArticle(change.Article)
            : change.Act == BylawsAct.Replace && article.Text == text ? new ArticleUnchanged(change.Article)
            : null;
    }

    /// <summary>The change as the record keeps it: with the text it was written for, and nothing that has no meaning for it.</summary>
    internal BylawsChange Against(Proceedings now) => Act == BylawsAct.Add ? this with { Was = null } : this with { After = null, Heading = null, Was = now.Bylaws?.Find(Article)?.Text };

    /// <summary>The change of a motion put in another's place, whose own text would then be the article's.</summary>
    internal BylawsChange AsAlternative => Act == BylawsAct.Strike ? this with { Act = BylawsAct.Replace } : this;

    /// <summary>What follows for the bylaws when motions are carried, one after the other.</summary>
    internal static IEnumerable<Fact> Carried(Proceedings now, IEnumerable<Motion> motions)
    {
        var bylaws = now.Bylaws;
        foreach (var motion in motions.OrderBy(motion => motion.Number))
        {
            if (motion.Bylaws is not { } change)
                continue;
            if (bylaws is not null && bylaws.Fits(change))
            {
                var merged = Merged(motion, change);
                bylaws = bylaws.With(motion.Id, change, merged.Text);
                yield return merged;
            }
            else
            {
                yield return new BylawsConflicted(motion.Id, change, bylaws?.Merges.FindLast(merge => merge.Change.Article == change.Article || merge.Change.Article == change.After)?.Motion);
            }
        }
    }

    /// <summary>What follows for the bylaws when motions no longer stand, the last first: whatever else was carried and collided with one of them is merged, where it fits now.</summary>
    internal static IEnumerable<Fact> Reversed(Proceedings now, IEnumerable<Motion> motions)
    {
        if (now.Bylaws is not { } bylaws)
            yield break;
        var gone = motions.Where(motion => bylaws.Merges.Exists(merge => merge.Motion == motion.Id) || bylaws.Conflicts.Exists(conflict => conflict.Motion == motion.Id))
            .OrderByDescending(motion => motion.Number).Select(motion => motion.Id).ToList();
        foreach (var motion in gone)
        {
            bylaws = bylaws.Without(motion);
            yield return new BylawsChangeReversed(motion);
        }
        foreach (var conflict in bylaws.Conflicts.Where(conflict => conflict.With is { } with && gone.Contains(with)))
        {
            if (!bylaws.Fits(conflict.Change))
                continue;
            var merged = Merged(now.Motions[conflict.Motion], conflict.Change);
            bylaws = bylaws.With(conflict.Motion, conflict.Change, merged.Text);
            yield return merged;
        }
    }

    private static BylawsChanged Merged(Motion motion, BylawsChange change) => new(motion.Id, change, change.Act == BylawsAct.Strike ? null : motion.Text);
}

/// <summary>The bylaws are changed.</summary>
[FactKind("bylaws.changed.v1", Reversible = true)]
public sealed record BylawsChanged(MotionId Motion, BylawsChange Change, string? Text) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with { Bylaws = before.Bylaws?.With(Motion, Change, Text) };
}

/// <summary>A change of the bylaws was carried and meets a text it was not written for; it is not merged.</summary>
[FactKind("bylaws.conflicted.v1", Reversible = true)]
public sealed record BylawsConflicted(MotionId Motion, BylawsChange Change, MotionId? With) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with
    {
        Bylaws = before.Bylaws is { } bylaws ? bylaws with { Conflicts = bylaws.Conflicts.Add(new(Motion, Change, With)) } : null,
    };
}

/// <summary>A change of the bylaws no longer stands, since the vote on it does not.</summary>
[FactKind("bylaws.change-reversed.v1", Reversible = true)]
public sealed record BylawsChangeReversed(MotionId Motion) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with { Bylaws = before.Bylaws?.Without(Motion) };
}

/// <summary>A motion of this kind does not change the bylaws.</summary>
public sealed record NotOnBylaws(string Decision) : Refusal("bylaws.not-of-kind", Decision);

/// <summary>No bylaws are on file.</summary>
public sealed record NoBylaws() : Refusal("bylaws.none");

/// <summary>The bylaws have no such article.</summary>
public sealed record UnknownArticle(string Number) : Refusal("bylaws.unknown-article", Number);

/// <summary>The new text is the one in force.</summary>
public sealed record ArticleUnchanged(string Number) : Refusal("bylaws.unchanged", Number);

/// <summary>The article is no longer the one that the draft was written for.</summary>
public sealed record ArticleChangedSince(string Number) : Refusal("bylaws.changed-since", Number);

/// <summary>A new article needs a number.</summary>
public sealed record NoArticleNumber() : Refusal("bylaws.no-number");

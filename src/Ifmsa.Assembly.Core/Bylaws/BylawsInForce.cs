using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Bylaws;

/// <summary>An article, or a part without a number, such as a preamble or the heading of a chapter.</summary>
/// <param name="Number">Such as <c>8.4.5</c>; empty for a part without one, which no motion changes.</param>
/// <param name="Heading">What stands beside the number; may be empty.</param>
/// <param name="Level">How deep its heading is, from 1; 0 for what stands before the first.</param>
/// <param name="Text">Markdown; may be empty.</param>
public sealed record BylawsArticle(string Number, string Heading, int Level, string Text);

/// <summary>A change of the text that the plenary has carried.</summary>
/// <param name="Motion">The motion that did.</param>
/// <param name="Change">What it changed.</param>
/// <param name="Text">What the article reads since; null where it was struck.</param>
/// <param name="Before">The article as it was; null where it is new.</param>
public sealed record BylawsMerge(MotionId Motion, BylawsChange Change, string? Text, BylawsArticle? Before)
{
    /// <summary>The conflicts that are none since; they come back where the change is taken back.</summary>
    public ImmutableList<BylawsConflict> Settled { get; init; } = [];
}

/// <summary>A change that was carried and does not fit the text, since that was changed after it was handed in.</summary>
/// <param name="Motion">The motion.</param>
/// <param name="Change">What it would have changed.</param>
/// <param name="With">The carried motion it collides with; null where the text was laid down anew since.</param>
public sealed record BylawsConflict(MotionId Motion, BylawsChange Change, MotionId? With);

/// <summary>The bylaws: as they were laid down, and as carried motions have changed them since.</summary>
public sealed record BylawsInForce
{
    /// <summary>Their title.</summary>
    public required string Title { get; init; }

    /// <summary>The text the secretariat laid down, which is the version before.</summary>
    public required ImmutableList<BylawsArticle> Before { get; init; }

    /// <summary>The text with all carried changes merged.</summary>
    public required ImmutableList<BylawsArticle> Articles { get; init; }

    /// <summary>The changes merged, in the order they were carried.</summary>
    public ImmutableList<BylawsMerge> Merges { get; init; } = [];

    /// <summary>Carried changes that could not be merged; the secretariat lays down the text anew, or another motion settles them.</summary>
    public ImmutableList<BylawsConflict> Conflicts { get; init; } = [];

    /// <summary>The article of a number, or null.</summary>
    public BylawsArticle? Find(string number) => number.Length == 0 ? null : Articles.Find(article => article.Number == number);

    /// <summary>Whether a change still meets the text it was written for.</summary>
    internal bool Fits(BylawsChange change) => change.Act == BylawsAct.Add
        ? Find(change.Article) is null && (change.After is not { } after || Find(after) is not null)
        : Find(change.Article) is { } article && article.Text == change.Was;

    /// <summary>The bylaws with a change merged that fits; it settles the conflicts over its article.</summary>
    internal BylawsInForce With(MotionId motion, BylawsChange change, string? text)
    {
        var was = Find(change.Article);
        var articles = (change.Act, was) switch
        {
            (BylawsAct.Replace, { } article) => Articles.Replace(article, article with { Text = text ?? "" }),
            (BylawsAct.Strike, { } article) => Articles.Remove(article),
            _ => Articles.Insert(PlaceAfter(change.After), new(change.Article, change.Heading ?? "", (change.After is { } after ? Find(after)?.Level : null) ?? 1, text ?? "")),
        };
        // What waited for another change to go is merged in its stead: the others that wait collide with it now.
        var waited = Conflicts.Find(conflict => conflict.Motion == motion);
        var settled = waited is null ? Conflicts.FindAll(conflict => conflict.Change.Article == change.Article) : [waited];
        var left = Conflicts.RemoveRange(settled);
        return this with
        {
            Articles = articles,
            Merges = Merges.Add(new(motion, change, text, was) { Settled = settled }),
            Conflicts = waited?.With is { } gone ? left.ConvertAll(conflict => conflict.Change.Article == change.Article && conflict.With == gone ? conflict with { With = motion } : conflict) : left,
        };
    }

    /// <summary>The bylaws without what a motion merged last.</summary>
    internal BylawsInForce Without(MotionId motion)
    {
        var rest = this with { Conflicts = Conflicts.RemoveAll(conflict => conflict.Motion == motion) };
        if (Merges.FindLast(merge => merge.Motion == motion) is not { } merged)
            return rest;
        var now = Find(merged.Change.Article);
        var articles = (merged.Before, now) switch
        {
            ({ } before, { } after) => Articles.Replace(after, before),
            (null, { } added) => Articles.Remove(added),
            ({ } struck, null) => Articles.Insert(PlaceOf(struck), struck),
            _ => Articles,
        };
        return rest with { Articles = articles, Merges = Merges.Remove(merged), Conflicts = rest.Conflicts.AddRange(merged.Settled.Where(conflict => conflict.Motion != motion)) };
    }

    /// <summary>Whether what a motion merged still stands as it left it.</summary>
    internal bool StandsAsMerged(MotionId motion) => Merges.FindLast(merge => merge.Motion == motion) is not { } merged || Find(merged.Change.Article)?.Text == merged.Text;

    private int PlaceAfter(string? number) => number is { } after && Find(after) is { } article ? Articles.IndexOf(article) + 1 : Articles.Count;

    /// <summary>Where an article stood among those that are still there.</summary>
    private int PlaceOf(BylawsArticle struck)
    {
        var added = Merges.FindLast(merge => merge.Change is { Act: BylawsAct.Add } change && change.Article == struck.Number);
        if (added is not null && !Before.Exists(article => article.Number == struck.Number))
            return PlaceAfter(added.Change.After);
        return Before.TakeWhile(article => article.Number != struck.Number).Reverse().Select(At).FirstOrDefault(place => place >= 0, -1) + 1;
    }

    /// <summary>Where an article is now, by its number, since its text may have changed; -1 where it is not.</summary>
    private int At(BylawsArticle article) => Articles.FindIndex(other => article.Number.Length > 0 ? other.Number == article.Number : other == article);
}

using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Motions;

/// <summary>Where a part of a motion begins.</summary>
/// <param name="Motion">The id of the part.</param>
/// <param name="Start">The place of its first character in the motion's text, in UTF-16 code units; the beginning of a paragraph.</param>
public sealed record PartStart(MotionId Motion, int Start);

/// <summary>A voting member has the motion before the plenary divided into parts that are decided one by one.</summary>
[CommandKind("motion.divide", Who.Delegation)]
public sealed record DivideMotion(MotionId Motion, ImmutableArray<PartStart> Parts, MemberId? For = null) : Command, IAct
{
    /// <summary>The most parts.</summary>
    public const int AtMost = 20;

    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        Requires.Quorum(now) ?? Requires.NoBallotRunning(now) ?? (now.Rules!.Way.Division is not { } article || !now.Binds(article) ? new NoDivision() : null) ??
        MotionSteps.OpenToChange(now, MotionPhase.Seconded, MotionPhase.Objected) ?? Amending.Waiting(now, now.Floor.Motion!.Value) ?? Requires.MayPropose(now, by) ??
        (now.Motions[now.Floor.Motion!.Value] is { Bloc.IsEmpty: true, AlternativeTo: null } motion && (now.Rules.Decisions[motion.Decision].Effect == Rulebook.DecisionEffect.None || (now.Rules.Decisions[motion.Decision].Effect == Rulebook.DecisionEffect.Bylaws && motion.Bylaws is null)) && Paragraphs.Of(motion.Text).Skip(1).Any() && !Alternatives.Competing(now, motion.Id).Any() ? null : new NothingToDivide());

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if ((Requires.MayPropose(now, moment.By, For, out var member) ?? MotionSteps.IsOnFloor(now, Motion)) is { } refusal)
            return refusal;
        var text = now.Motions[Motion].Text;
        if (Parts is not { IsDefault: false, Length: >= 2 and <= AtMost } || Parts.Any(part => part is null) || Parts[0].Start != 0)
            return new PartsDoNotFit();
        var paragraphs = Paragraphs.Of(text).Select(paragraph => paragraph.Start).ToHashSet();
        var starts = Parts.Select(part => part.Start).ToList();
        if (starts.Skip(1).Any(start => !paragraphs.Contains(start)) || starts.Zip(starts.Skip(1)).Any(pair => pair.First >= pair.Second))
            return new PartsDoNotFit();
        if (Parts.Any(part => now.Find(part.Motion) is not null) || Parts.Select(part => part.Motion).Distinct().Count() < Parts.Length)
            return new IdTaken();
        if (now.Motions.Count + Parts.Length > SubmitMotion.AtMost)
            return new Federation.RowsOutOfBounds(SubmitMotion.AtMost);
        var number = SubmitMotion.NextNumber(now);
        return new MotionDivided(Motion, member, [.. Parts.Select((part, place) =>
            new MotionPart(part.Motion, number + place, text[part.Start..(place + 1 < starts.Count ? starts[place + 1] : text.Length)].Trim()))]);
    }
}

/// <summary>A part of a divided motion.</summary>
public sealed record MotionPart(MotionId Motion, int Number, string Text);

/// <summary>A motion is divided; its first part is before the plenary, the others follow.</summary>
[FactKind("motion.divided.v1", Reversible = true)]
public sealed record MotionDivided(MotionId Motion, MemberId Member, ImmutableArray<MotionPart> Parts) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before)
    {
        var whole = before.Motions[Motion];
        var parts = Parts.Select(part => new Motion
        {
            Id = part.Motion, Number = part.Number, Title = whole.Title, Text = part.Text, Decision = whole.Decision, Proposer = whole.Proposer, Seconder = whole.Seconder,
            CoSubmitters = whole.CoSubmitters, Item = whole.Item, PartOf = Motion, Announced = whole.Announced, Phase = MotionPhase.Seconded,
        });
        return before with
        {
            Motions = before.Motions
                .SetItem(Motion, whole with { Phase = Motions.Motion.Flow.Fire(whole.Phase, MotionTrigger.Divide) })
                .SetItems(parts.Select(part => KeyValuePair.Create(part.Id, part))),
            LastMotionNumber = Math.Max(before.LastMotionNumber, Parts[^1].Number),
            Floor = before.FloorGoingOn with { Motion = Parts[0].Motion, Countdown = null },
        };
    }
}

/// <summary>The paragraphs of a text.</summary>
public static class Paragraphs
{
    /// <summary>Where each begins and what it says; lines apart by an empty one.</summary>
    public static IEnumerable<(int Start, string Text)> Of(string text)
    {
        var start = 0;
        while (start < text.Length)
        {
            while (start < text.Length && char.IsWhiteSpace(text[start]))
                start++;
            if (start == text.Length)
                yield break;
            var end = start;
            while (end < text.Length && !(text[end] == '\n' && IsBlankFrom(text, end + 1)))
                end++;
            yield return (start, text[start..end].TrimEnd());
            start = end + 1;
        }
    }

    /// <summary>Whether the line that begins here holds nothing.</summary>
    private static bool IsBlankFrom(string text, int place)
    {
        while (place < text.Length && text[place] is ' ' or '\t' or '\r')
            place++;
        return place >= text.Length || text[place] == '\n';
    }
}

/// <summary>The rulebook does not know division.</summary>
public sealed record NoDivision() : Refusal("motion.no-division");

/// <summary>The motion has no independent parts.</summary>
public sealed record NothingToDivide() : Refusal("motion.nothing-to-divide");

/// <summary>Parts begin where paragraphs begin, the first at the beginning.</summary>
public sealed record PartsDoNotFit() : Refusal("motion.parts-do-not-fit");

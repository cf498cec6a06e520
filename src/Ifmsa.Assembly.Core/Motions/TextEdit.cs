using System.Collections.Immutable;
using System.Text;

namespace Ifmsa.Assembly.Core.Motions;

/// <summary>A change of a text: so many characters from a place on give way to others.</summary>
/// <param name="Start">The place, in UTF-16 code units from 0.</param>
/// <param name="Length">How many code units give way; 0 to insert.</param>
/// <param name="Text">What takes their place; empty to delete.</param>
public sealed record TextEdit(int Start, int Length, string Text)
{
    /// <summary>The place behind what gives way.</summary>
    internal int End => Start + Length;
}

/// <summary>Changes of one text, in order of their places, none touching another.</summary>
public static class TextEdits
{
    /// <summary>The most changes of one amendment.</summary>
    public const int AtMost = 50;

    /// <summary>Whether the changes fit the text: in order, apart, within it, each changing something and none splitting a character.</summary>
    public static bool Fit(ImmutableArray<TextEdit> edits, string text)
    {
        if (edits.IsDefaultOrEmpty || edits.Length > AtMost)
            return false;
        var from = 0;
        foreach (var edit in edits)
        {
            if (edit is not { Text: not null } || edit.Start < from || edit.Length < 0 || edit.Length > text.Length - edit.Start || Splits(text, edit.Start) || Splits(text, edit.End)
                || string.Equals(text.Substring(edit.Start, edit.Length), edit.Text, StringComparison.Ordinal))
                return false;
            from = edit.End + 1;
        }
        return true;
    }

    /// <summary>The text with all changes made.</summary>
    public static string Apply(ImmutableArray<TextEdit> edits, string text)
    {
        var result = new StringBuilder(text.Length);
        var from = 0;
        foreach (var edit in edits)
        {
            result.Append(text, from, edit.Start - from).Append(edit.Text);
            from = edit.End;
        }
        return result.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>The same changes without the words at either end that stay as they are.</summary>
    public static ImmutableArray<TextEdit> Narrowed(ImmutableArray<TextEdit> edits, string text) => [.. edits.Select(edit => Narrowed(edit, text))];

    /// <summary>Whether two amendments touch the same words, or insert at the same place.</summary>
    public static bool Collide(ImmutableArray<TextEdit> some, ImmutableArray<TextEdit> others) =>
        some.Any(one => others.Any(other => one.Start <= other.End && other.Start <= one.End));

    /// <summary>Changes of a text as changes of what it becomes by others that do not collide with them.</summary>
    public static ImmutableArray<TextEdit> Rebased(ImmutableArray<TextEdit> edits, ImmutableArray<TextEdit> merged) =>
    [
        .. edits.Select(edit => edit with { Start = edit.Start + merged.Where(done => done.End <= edit.Start).Sum(done => done.Text.Length - done.Length) }),
    ];

    private static TextEdit Narrowed(TextEdit edit, string text)
    {
        var old = text.Substring(edit.Start, edit.Length);
        var shorter = Math.Min(old.Length, edit.Text.Length);
        var head = 0;
        while (head < shorter && old[head] == edit.Text[head])
            head++;
        head = WordStart(old, edit.Text, head);
        var tail = 0;
        while (tail < shorter - head && old[^(tail + 1)] == edit.Text[^(tail + 1)])
            tail++;
        tail = old.Length - WordEnd(old, edit.Text, old.Length - tail, edit.Text.Length - old.Length);
        return new(edit.Start + head, old.Length - head - tail, edit.Text[head..^tail]);
    }

    /// <summary>The last place up to here at which a word begins in both texts.</summary>
    private static int WordStart(string old, string young, int place)
    {
        while (place > 0 && (InWord(old, place) || InWord(young, place) || char.IsHighSurrogate(old[place - 1])))
            place--;
        return place;
    }

    /// <summary>The first place from here on at which a word ends in both texts.</summary>
    private static int WordEnd(string old, string young, int place, int shift)
    {
        while (place < old.Length && (InWord(old, place) || InWord(young, place + shift) || Splits(old, place)))
            place++;
        return place;
    }

    private static bool InWord(string text, int place) =>
        place > 0 && place < text.Length && !char.IsWhiteSpace(text[place - 1]) && !char.IsWhiteSpace(text[place]);

    private static bool Splits(string text, int place) => place > 0 && place < text.Length && char.IsSurrogatePair(text[place - 1], text[place]);
}

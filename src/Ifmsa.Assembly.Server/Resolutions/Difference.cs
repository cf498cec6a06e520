using DiffPlex;

namespace Ifmsa.Assembly.Server.Resolutions;

/// <summary>Whether words of a text stand in both versions, or in one.</summary>
public enum RunKind
{
    /// <summary>In both.</summary>
    Same,

    /// <summary>In the later version alone.</summary>
    Added,

    /// <summary>In the earlier version alone.</summary>
    Removed,
}

/// <summary>Words that stand together in a difference.</summary>
public sealed record Run(RunKind Kind, string Text);

/// <summary>What differs between two versions of a text, word by word.</summary>
public static class Difference
{
    private static readonly char[] Separators = [' ', '\n', '\t', '.', ',', ';', ':', '(', ')', '/', '–', '—'];

    /// <summary>The runs in reading order; what was removed stands before what took its place.</summary>
    public static IReadOnlyList<Run> Of(string? before, string? after)
    {
        if (before is null)
            return string.IsNullOrEmpty(after) ? [] : [new(RunKind.Added, after)];
        if (after is null)
            return before.Length == 0 ? [] : [new(RunKind.Removed, before)];
        if (before == after)
            return after.Length == 0 ? [] : [new(RunKind.Same, after)];
        var diff = new Differ().CreateWordDiffs(before, after, ignoreWhitespace: false, Separators);
        var runs = new List<Run>();
        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            Add(RunKind.Same, diff.PiecesNew, at, block.InsertStartB);
            Add(RunKind.Removed, diff.PiecesOld, block.DeleteStartA, block.DeleteStartA + block.DeleteCountA);
            Add(RunKind.Added, diff.PiecesNew, block.InsertStartB, block.InsertStartB + block.InsertCountB);
            at = block.InsertStartB + block.InsertCountB;
        }
        Add(RunKind.Same, diff.PiecesNew, at, diff.PiecesNew.Length);
        return runs;

        void Add(RunKind kind, IReadOnlyList<string> pieces, int from, int to)
        {
            if (to > from)
                runs.Add(new(kind, string.Concat(pieces.Skip(from).Take(to - from))));
        }
    }
}

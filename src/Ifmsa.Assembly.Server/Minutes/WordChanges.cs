namespace Ifmsa.Assembly.Server.Minutes;

/// <summary>What became of a run of words.</summary>
public enum WordChange
{
    /// <summary>It stays.</summary>
    Kept,

    /// <summary>It was taken out.</summary>
    Removed,

    /// <summary>It was put in.</summary>
    Added,
}

/// <summary>Which words differ between two sentences: the longest common run of words stays.</summary>
internal static class WordChanges
{
    /// <summary>Beyond so many words a side the sentences are shown whole, one after the other.</summary>
    private const int MostWords = 1_200;

    /// <summary>Runs of words in order; those kept and added together are the new sentence.</summary>
    public static IReadOnlyList<(WordChange Change, string Words)> Between(string old, string young)
    {
        var (before, after) = (Words(old), Words(young));
        if (before.Length > MostWords || after.Length > MostWords)
            return [(WordChange.Removed, old), (WordChange.Added, young)];
        var common = Common(before, after);
        var runs = new List<(WordChange, string)>();
        var (i, j) = (0, 0);
        while (i < before.Length || j < after.Length)
        {
            if (i < before.Length && j < after.Length && before[i] == after[j])
                Add(WordChange.Kept, after[j++], ref i);
            else if (i < before.Length && (j == after.Length || common[i + 1, j] >= common[i, j + 1]))
                Add(WordChange.Removed, before[i], ref i);
            else
                Add(WordChange.Added, after[j], ref j);
        }
        return runs;

        void Add(WordChange change, string word, ref int place)
        {
            place++;
            if (runs.Count > 0 && runs[^1].Item1 == change)
                runs[^1] = (change, runs[^1].Item2 + " " + word);
            else
                runs.Add((change, word));
        }
    }

    /// <summary>How many words two ends have in common, from each pair of places on.</summary>
    private static ushort[,] Common(string[] before, string[] after)
    {
        var common = new ushort[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
                common[i, j] = before[i] == after[j] ? (ushort)(common[i + 1, j + 1] + 1) : Math.Max(common[i + 1, j], common[i, j + 1]);
        }
        return common;
    }

    private static string[] Words(string text) =>
        string.Concat(text.Where(sign => sign is not ('\u2068' or '\u2069'))).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}

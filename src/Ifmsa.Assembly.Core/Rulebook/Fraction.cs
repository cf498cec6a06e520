namespace Ifmsa.Assembly.Core.Rulebook;

/// <summary>Shares in whole numbers.</summary>
internal static class Fraction
{
    /// <summary>The smallest whole number that makes the share of so many, or strictly more than it; at least one.</summary>
    public static int Needed(int numerator, int denominator, bool strict, int of)
    {
        // 2,000 members of a weight of 1,000,000 still fit an int; their product with a numerator needs the long.
        var product = (long)of * numerator;
        return (int)Math.Max(1, strict ? (product / denominator) + 1 : (product + denominator - 1) / denominator);
    }
}

using System.Runtime.CompilerServices;

namespace Ifmsa.Assembly.Core.Tests;

/// <summary>The tables in <c>tests/Core/Debate</c>, which say what is in order over what.</summary>
public sealed class The_tables_of_pairs
{
    [Theory]
    [InlineData("ifmsa")]
    [InlineData("ronr")]
    public void name_every_pair_of_the_rulebook_once(string name)
    {
        var rules = RulebookReading.Of(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "templates", "rulebooks", name + ".json"))).Rules!;
        var rows = Table(name);
        Assert.Equal(rules.Procedural.Keys.Union(["amendment", "pointOfOrder"]).Order(StringComparer.Ordinal), rows[0][1..].Order(StringComparer.Ordinal));
        Assert.Equal(rules.Procedural.Keys.Union(["motion", "amendment"]).Order(StringComparer.Ordinal), rows[1..].Select(row => row[0]).Order(StringComparer.Ordinal));
        Assert.All(rows[1..], row => Assert.Equal(rows[0].Length, row.Count(cell => cell is "yes" or "no") + 1));
    }

    private static string[][] Table(string name, [CallerFilePath] string here = "") =>
        [.. File.ReadAllLines(Path.Combine(Path.GetDirectoryName(here)!, "..", "Debate", $"pairs.{name}.csv")).Select(row => row.Split(','))];
}

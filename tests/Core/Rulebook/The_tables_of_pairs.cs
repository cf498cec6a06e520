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
        var (rules, rows) = (Shipped(name), Table(name));
        Assert.Equal(rules.Procedural.Keys.Union(["amendment", "pointOfOrder"]).Order(StringComparer.Ordinal), rows[0][1..].Order(StringComparer.Ordinal));
        Assert.Equal(rules.Procedural.Keys.Union(["motion", "amendment"]).Order(StringComparer.Ordinal), rows[1..].Select(row => row[0]).Order(StringComparer.Ordinal));
        Assert.All(rows[1..], row => Assert.Equal(rows[0].Length, row.Count(cell => cell is "yes" or "no") + 1));
    }

    [Theory]
    [InlineData("ifmsa")]
    [InlineData("ronr")]
    public void say_what_the_ranks_give(string name)
    {
        var (rules, rows) = (Shipped(name), Table(name));
        var otherwise =
            from row in rows[1..]
            from cell in rows[0].Zip(row).Skip(1)
            where cell.First != "pointOfOrder" && (cell.Second == "yes") != IsInOrder(rules, row[0], cell.First)
            select $"{cell.First} over {row[0]}: {cell.Second}";
        Assert.Equal([], otherwise);
    }

    private static bool IsInOrder(Rules rules, string pending, string proposed) => (pending, proposed) switch
    {
        ("motion", "amendment") => rules.Way.Amendments is not null,
        ("amendment", "amendment") => rules.Way.Amendments is { Degree: 2 },
        (_, "amendment") => Precedence.AmendmentOver(rules, rules.Procedural[pending]),
        ("motion", _) => Precedence.OverMotion(rules, rules.Procedural[proposed]),
        ("amendment", _) => Precedence.OverAmendment(rules, rules.Procedural[proposed]),
        _ => Precedence.OverProcedural(rules.Procedural[pending], rules.Procedural[proposed]),
    };

    private static Rules Shipped(string name) =>
        RulebookReading.Of(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "templates", "rulebooks", name + ".json"))).Rules!;

    private static string[][] Table(string name, [CallerFilePath] string here = "") =>
        [.. File.ReadAllLines(Path.Combine(Path.GetDirectoryName(here)!, "..", "Debate", $"pairs.{name}.csv")).Select(row => row.Split(','))];
}

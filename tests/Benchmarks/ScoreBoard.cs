using System.Globalization;
using System.Text.Json;

namespace Ifmsa.Assembly.Benchmarks;

/// <summary>Figures beside their floors: a JSON line each as they come, and a table at the end.</summary>
public sealed class ScoreBoard
{
    private readonly List<(string Name, double Ours, double Floor, string Unit, string Aim)> _rows = [];

    /// <summary>Takes a figure and the floor measured in the same run.</summary>
    public void Add(string name, double ours, double floor, string unit, string aim)
    {
        _rows.Add((name, ours, floor, unit, aim));
        Console.WriteLine(JsonSerializer.Serialize(new { name, ours = Math.Round(ours, 3), floor = Math.Round(floor, 3), ratio = Math.Round(ours / floor, 3), unit }));
    }

    /// <summary>Prints all of them.</summary>
    public void PrintTable()
    {
        Console.WriteLine();
        Console.WriteLine($"{"what",-58}{"ours",12}{"floor",12}{"ratio",8}  {"unit",-10} aim");
        foreach (var (name, ours, floor, unit, aim) in _rows)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-58}{ours,12:N1}{floor,12:N1}{ours / floor,8:N2}  {unit,-10} {aim}"));
    }

    /// <summary>A quantile of some figures, from 0 to 1.</summary>
    public static double Quantile(IReadOnlyList<double> figures, double quantile)
    {
        var sorted = figures.Order().ToArray();
        return sorted[(int)Math.Min(sorted.Length - 1, quantile * sorted.Length)];
    }
}

using System.Globalization;
using System.Text.Json;
using CsvHelper;

namespace Ifmsa.Assembly.Server.Tallies;

/// <summary>Results as tables for spreadsheets: no cell is ever a formula.</summary>
public static class ResultCsv
{
    private static readonly CsvWriterOptions WithMark = CsvWriterOptions.Default with { WriteByteOrderMark = true };

    /// <summary>With what a spreadsheet begins a formula; the wide forms are taken for it where Chinese and Japanese are written.</summary>
    private const string Formula = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20|%";

    /// <summary>A vote's counts, and each member's vote where those are published.</summary>
    public static byte[] Of(PopoloRecord record) => Written(csv =>
    {
        Row(csv, "vote_event", "motion", "group", "voter", "option", "value", "proxy", "provenance");
        var vote = record.VoteEvent;
        foreach (var count in vote.Counts)
            Row(csv, vote.Identifier, record.Motion.Text, count.Group ?? "", "", NameOf(vote, count.Option), count.Value, "", "");
        foreach (var each in vote.Votes ?? [])
            Row(csv, vote.Identifier, record.Motion.Text, each.Group, each.Voter, NameOf(vote, each.Option), each.Weight, each.Proxy ?? "", JsonNamingPolicy.SnakeCaseLower.ConvertName(each.Provenance.ToString()));
    });

    /// <summary>All votes of an assembly, a row each.</summary>
    public static byte[] Index(IEnumerable<PopoloRecord> records) => Written(csv =>
    {
        Row(csv, "vote_event", "motion", "classification", "start_date", "result", "counts", "requirement", "article", "base", "needed", "margin", "entitled", "void");
        foreach (var (motion, vote) in records)
        {
            Row(csv, vote.Identifier, motion.Text, motion.Classification, vote.StartDate.ToString("O", CultureInfo.InvariantCulture), vote.Result,
                string.Join("; ", vote.Counts.Where(count => count.Group is null).Select(count => $"{NameOf(vote, count.Option)} {count.Value.ToString(CultureInfo.InvariantCulture)}")),
                vote.Rule.Title, vote.Rule.Article, vote.Rule.Base, vote.Rule.Needed, vote.Rule.Margin is { } margin ? margin : "", vote.Rule.Entitled, vote.Void ?? "");
        }
    });

    /// <summary>An option as people know it: Popolo's word, or what it says.</summary>
    private static string NameOf(PopoloVoteEvent vote, string option) =>
        option is "yes" or "no" or "abstain" ? option : vote.Options.FirstOrDefault(known => known.Option == option)?.Name ?? option;

    private static void Row(CsvWriter csv, params ReadOnlySpan<object> cells)
    {
        foreach (var cell in cells)
        {
            // A figure is no formula, though it begin with a minus.
            if (cell is int figure)
                csv.WriteField(figure.ToString(CultureInfo.InvariantCulture));
            else
                csv.WriteField(Neutral((string)cell));
        }
        csv.EndRecord();
    }

    /// <summary>A text as a spreadsheet shows it and never runs it.</summary>
    private static string Neutral(string text) => string.Join(';', text.Split(';').Select(Part));

    /// <summary>Where figures have a decimal comma a spreadsheet takes a semicolon for the end of the cell.</summary>
    private static string Part(string text) => text.TrimStart(' ', '\u00A0') is [var first, ..] && Formula.Contains(first, StringComparison.Ordinal) ? "'" + text : text;

    private static byte[] Written(Action<CsvWriter> write)
    {
        using var text = new MemoryStream();
        // The mark at the beginning tells spreadsheets that this is UTF-8.
        using (var csv = CsvWriter.Create(text, WithMark, leaveOpen: true))
            write(csv);
        return text.ToArray();
    }
}

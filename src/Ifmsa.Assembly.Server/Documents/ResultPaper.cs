namespace Ifmsa.Assembly.Server.Documents;

/// <summary>The data of a vote's result sheet; texts as in <see cref="MinutesPaper"/>.</summary>
public sealed record ResultPaper
{
    /// <inheritdoc cref="MinutesPaper.Language"/>
    public required string Language { get; init; }

    /// <inheritdoc cref="MinutesPaper.Words"/>
    public required IReadOnlyDictionary<string, string> Words { get; init; }

    /// <inheritdoc cref="MinutesPaper.Dated"/>
    public required DateTimeOffset Dated { get; init; }

    public required string Assembly { get; init; }

    /// <summary>The plenary's number.</summary>
    public required int Plenary { get; init; }

    /// <summary>The ballot's number.</summary>
    public required int Ballot { get; init; }

    public required string Date { get; init; }

    /// <summary>What it was about, such as "Motion 14 · Policy on …".</summary>
    public required string Title { get; init; }

    /// <summary>What was decided, as the minutes tell it, with figures, names, rule and notes.</summary>
    public required MinutesEntry Entry { get; init; }

    /// <summary>How the vote was taken, and by how much what was needed was reached or missed.</summary>
    public required IReadOnlyList<Particular> Particulars { get; init; }

    /// <summary>Votes by region; absent where single votes are not known.</summary>
    public FigureTable? Regions { get; init; }

    /// <summary>Why it no longer stands.</summary>
    public string? Void { get; init; }

    public required JournalMark Journal { get; init; }
}

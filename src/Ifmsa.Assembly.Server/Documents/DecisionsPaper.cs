namespace Ifmsa.Assembly.Server.Documents;

/// <summary>The data of the page of decisions at a plenary's adjournment; texts as in <see cref="MinutesPaper"/>.</summary>
public sealed record DecisionsPaper
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

    /// <inheritdoc cref="MinutesPaper.Title"/>
    public string? Title { get; init; }

    public required string Date { get; init; }

    public string? Venue { get; init; }

    public string? Adjourned { get; init; }

    /// <summary>In the order they were taken.</summary>
    public required IReadOnlyList<DecisionTaken> Decisions { get; init; }

    /// <summary>What the next plenary finds on its table.</summary>
    public required IReadOnlyList<CarriedOver> CarriedOver { get; init; }

    public required JournalMark Journal { get; init; }
}

/// <summary>A decision: what it was about, what was decided as a sentence, its figures, its rule and its journal entry.</summary>
public sealed record DecisionTaken(string Number, string Title, string Text, string? Figure, string? Article, long Sequence);

/// <summary>Business that was not finished, and why.</summary>
public sealed record CarriedOver(string Number, string Title, string? Reason = null);

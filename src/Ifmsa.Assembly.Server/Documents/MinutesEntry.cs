namespace Ifmsa.Assembly.Server.Documents;

/// <summary>
/// One thing that happened: a ready sentence and the parts that belong to it, which are set in the order of their properties.
/// </summary>
public sealed record MinutesEntry
{
    /// <summary>The journal entry it tells of; stands in the margin.</summary>
    public required long Sequence { get; init; }

    /// <summary>Such as "14:05", with its date when past midnight ("6 Aug 00:05"); stands in the margin.</summary>
    public required string Time { get; init; }

    public required MinutesEntryKind Kind { get; init; }

    /// <summary>A line above the sentence that names the motion or election, such as "Motion 14 · Policy on …".</summary>
    public string? Heading { get; init; }

    /// <summary>
    /// What happened, as a sentence. Names in it stand between U+2068 and U+2069 (Unicode isolates), so that an Arabic name does not
    /// turn the words around it.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>Labelled facts, such as proposer and seconder.</summary>
    public IReadOnlyList<Particular>? Particulars { get; init; }

    /// <summary>The text of a motion or amendment, a string for each paragraph.</summary>
    public IReadOnlyList<string>? Paragraphs { get; init; }

    /// <summary>The result of a vote on one line.</summary>
    public Tally? Tally { get; init; }

    /// <summary>Figures that need a table: a roll call, an election.</summary>
    public FigureTable? Figures { get; init; }

    /// <summary>Who voted how; only for open votes.</summary>
    public IReadOnlyList<NamesByChoice>? Choices { get; init; }

    /// <summary>The rule and article it rests on.</summary>
    public string? Article { get; init; }

    /// <summary>A short addition, such as who approved a correction.</summary>
    public string? Note { get; init; }

    /// <summary>The amendments of a motion with their fate, where it is decided.</summary>
    public IReadOnlyList<Particular>? Amendments { get; init; }

    /// <summary>The number of the motion it is about, by which an index finds it.</summary>
    public int? Motion { get; init; }

    /// <summary>Whether its sentence stands as the journal has it, as what was counted does.</summary>
    public bool? Fixed { get; init; }

    /// <summary>Texts with a label each: a motion as carried, the words an amendment changes, the motions of a bloc.</summary>
    public IReadOnlyList<LabelledText>? Texts { get; init; }
}

/// <summary>How an entry is set: remarks and corrections stand off from the rest, with their label.</summary>
public enum MinutesEntryKind
{
    Text,
    Motion,
    Vote,
    RollCall,
    Remark,
    Correction,
    Election,
}

/// <summary>A labelled fact of a motion, such as its proposer.</summary>
public sealed record Particular(string Label, string Value);

/// <summary>A text under its label, a string for each paragraph.</summary>
public sealed record LabelledText(string Label, IReadOnlyList<string> Paragraphs);

/// <summary>
/// A vote's figures: "41 for · 20 against · 13 abstain", "needs 41 (two thirds of 61)", "carried".
/// </summary>
public sealed record Tally(string Counts, string? Needed = null, string? Verdict = null);

/// <summary>A table whose first column is text and the others figures; every row is as long as <paramref name="Columns"/>.</summary>
public sealed record FigureTable(
    IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyList<string>> Rows,
    IReadOnlyList<string>? Total = null);

/// <summary>Those who chose the same in an open vote, in the order they are to be read.</summary>
public sealed record NamesByChoice(string Choice, IReadOnlyList<string> Names);

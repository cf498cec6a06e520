using Ifmsa.Assembly.Server.Documents;

namespace Ifmsa.Assembly.Server.Resolutions;

/// <summary>The data of the book of resolutions; texts as in <see cref="MinutesPaper"/>.</summary>
public sealed record ResolutionsPaper
{
    /// <inheritdoc cref="MinutesPaper.Language"/>
    public required string Language { get; init; }

    /// <inheritdoc cref="MinutesPaper.Words"/>
    public required IReadOnlyDictionary<string, string> Words { get; init; }

    /// <inheritdoc cref="MinutesPaper.Dated"/>
    public required DateTimeOffset Dated { get; init; }

    public required string Assembly { get; init; }

    /// <summary>Resolutions in the order of their numbers.</summary>
    public required IReadOnlyList<BookEntry> Entries { get; init; }

    public required JournalMark Journal { get; init; }
}

/// <summary>A resolution as the book has it, all in words.</summary>
/// <param name="Number">Such as <c>2026/1/3</c>.</param>
/// <param name="Slug">The same in an address.</param>
/// <param name="Motion">The motion's number.</param>
/// <param name="Title">Its title.</param>
/// <param name="Paragraphs">Its final text.</param>
/// <param name="Kind">The kind of decision.</param>
/// <param name="Date">When it was carried.</param>
/// <param name="Plenary">The number of the plenary.</param>
/// <param name="Proposers">Who proposed it.</param>
/// <param name="Seconder">Who seconded it.</param>
/// <param name="Vote">The figures, or that nobody objected.</param>
/// <param name="Needed">What it needed.</param>
/// <param name="Article">The article by which it was decided.</param>
/// <param name="Expires">Until when it is in force; absent where it does not expire.</param>
/// <param name="Bylaws">What it changed of the bylaws.</param>
/// <param name="Entry">The journal's entry that carried it.</param>
public sealed record BookEntry(
    string Number, string Slug, int Motion, string Title, IReadOnlyList<string> Paragraphs, string Kind, string Date, int Plenary, string Proposers, string? Seconder,
    string Vote, string? Needed, string Article, string? Expires, string? Bylaws, long Entry);

/// <summary>The data of the bylaws with adopted changes; texts as in <see cref="MinutesPaper"/>.</summary>
public sealed record BylawsPaper
{
    /// <inheritdoc cref="MinutesPaper.Language"/>
    public required string Language { get; init; }

    /// <inheritdoc cref="MinutesPaper.Words"/>
    public required IReadOnlyDictionary<string, string> Words { get; init; }

    /// <inheritdoc cref="MinutesPaper.Dated"/>
    public required DateTimeOffset Dated { get; init; }

    public required string Assembly { get; init; }

    /// <summary>As the secretariat called the text it laid down.</summary>
    public required string Title { get; init; }

    /// <summary>The parts in order, those that were struck in their old places.</summary>
    public required IReadOnlyList<BylawsPart> Parts { get; init; }

    /// <summary>The changes merged.</summary>
    public required IReadOnlyList<string> Changes { get; init; }

    /// <summary>Carried changes that could not be merged, and why.</summary>
    public required IReadOnlyList<string> Conflicts { get; init; }

    public required JournalMark Journal { get; init; }
}

/// <summary>A part of the bylaws and what was changed of it.</summary>
/// <param name="Number">The article's number; empty where it has none.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Level">How deep the heading is.</param>
/// <param name="State">Whether it is as it was, changed, new, or struck.</param>
/// <param name="Runs">Its words, and which of them were added or removed.</param>
/// <param name="By">The resolutions that changed it, in words.</param>
public sealed record BylawsPart(string Number, string Heading, int Level, PartState State, IReadOnlyList<Run> Runs, string? By);

/// <summary>What became of a part of the bylaws.</summary>
public enum PartState
{
    /// <summary>As it was.</summary>
    Same,

    /// <summary>Its text was changed.</summary>
    Changed,

    /// <summary>It is new.</summary>
    Added,

    /// <summary>It was struck.</summary>
    Struck,
}

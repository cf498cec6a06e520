namespace Ifmsa.Assembly.Server.Documents;

/// <summary>
/// The data of the minutes of one plenary. All texts are ready to be read: in the paper's language, times in the assembly's zone.
/// Nothing in them is markup.
/// </summary>
public sealed record MinutesPaper
{
    /// <summary>BCP 47, such as "en" or "ar"; decides the direction of writing and the shapes of Han characters.</summary>
    public required string Language { get; init; }

    /// <summary>The fixed words, from <see cref="PaperWords"/>.</summary>
    public required IReadOnlyDictionary<string, string> Words { get; init; }

    /// <summary>The time of the last fact: the PDF's date, so that the same journal gives the same bytes.</summary>
    public required DateTimeOffset Dated { get; init; }

    public required PaperStatus Status { get; init; }

    /// <summary>The assembly's name, such as "August Meeting 2026".</summary>
    public required string Assembly { get; init; }

    /// <summary>The plenary's number.</summary>
    public required int Plenary { get; init; }

    /// <summary>The plenary's title, without its number, where it has one.</summary>
    public string? Title { get; init; }

    public required string Date { get; init; }

    public required string Venue { get; init; }

    public required string Opened { get; init; }

    /// <summary>Absent while the plenary sits.</summary>
    public string? Adjourned { get; init; }

    /// <summary>Chair, vice-chair, secretary, assistants, returning officers, in this order; those of one role together.</summary>
    public required IReadOnlyList<PaperOfficer> Officers { get; init; }

    /// <summary>The agenda and what happened under each of its items.</summary>
    public required IReadOnlyList<MinutesItem> Items { get; init; }

    /// <summary>Who signs: the chair and the secretary, signed already or not.</summary>
    public required IReadOnlyList<PaperSignature> Signatures { get; init; }

    public required JournalMark Journal { get; init; }

    /// <summary>SHA-256 of the text, by which a vote cites it; absent while it is a draft.</summary>
    public string? Sha256 { get; init; }

    /// <summary>By whom and how they were adopted, as a sentence.</summary>
    public string? Adopted { get; init; }
}

/// <summary>How binding a paper is.</summary>
public enum PaperStatus
{
    Draft,
    Signed,
    Adopted,
    Reviewed,
    Circulated,
    Published,
}

/// <summary>Who held a duty in a plenary; <paramref name="Role"/> is the duty's word in the paper's language.</summary>
public sealed record PaperOfficer(string Role, string Name, string Nmo, string Country);

/// <summary>A place to sign and, if it was signed electronically, by whom and when.</summary>
public sealed record PaperSignature(string Role, string Name, string? Nmo = null, string? SignedBy = null, string? SignedAt = null);

/// <summary>The point of the journal a paper was made from; <paramref name="Head"/> is eight hex digits or more of its hash.</summary>
public sealed record JournalMark(long Sequence, string Head);

/// <summary>An item of the agenda with its entries; <paramref name="Number"/> is written as it is called, such as "5" or "5.2".</summary>
public sealed record MinutesItem(string Number, string Title, IReadOnlyList<MinutesEntry> Entries);

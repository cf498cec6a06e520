namespace Ifmsa.Assembly.Server.Documents;

/// <summary>The data of a volume with the minutes of all plenaries of an assembly. All texts are ready to be read; nothing in them is markup.</summary>
public sealed record VolumePaper
{
    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }

    /// <summary>The fixed words, from <see cref="PaperWords"/>.</summary>
    public required IReadOnlyDictionary<string, string> Words { get; init; }

    /// <summary>The time of the last fact: the PDF's date, so that the same journal gives the same bytes.</summary>
    public required DateTimeOffset Dated { get; init; }

    /// <summary>The assembly's name.</summary>
    public required string Assembly { get; init; }

    /// <summary>Its days, such as "1–7 August 2026".</summary>
    public required string Dates { get; init; }

    public required string Venue { get; init; }

    /// <summary>The minutes, in the order of the plenaries; their own words are left out.</summary>
    public required IReadOnlyList<MinutesPaper> Plenaries { get; init; }

    /// <summary>Who was there, by member.</summary>
    public required IReadOnlyList<AttendanceRow> Attendance { get; init; }

    public required IReadOnlyList<IndexRow> Motions { get; init; }

    public required IReadOnlyList<IndexRow> Members { get; init; }
}

/// <summary>A member and its mark for each plenary: "present", "later", "absent" or "not-on-roll".</summary>
public sealed record AttendanceRow(string Member, IReadOnlyList<string> Marks);

/// <summary>A line of an index and the entries it leads to, each as "plenary-sequence", in their order.</summary>
public sealed record IndexRow(string Label, IReadOnlyList<string> Entries);

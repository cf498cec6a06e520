namespace Ifmsa.Assembly.Server.Documents;

/// <summary>The data of the sheets of join codes; a delegation's cards begin on a new page.</summary>
public sealed record CodeSheet
{
    /// <inheritdoc cref="MinutesPaper.Language"/>
    public required string Language { get; init; }

    /// <inheritdoc cref="MinutesPaper.Words"/>
    public required IReadOnlyDictionary<string, string> Words { get; init; }

    /// <summary>When the codes were made.</summary>
    public required DateTimeOffset Dated { get; init; }

    public required string Assembly { get; init; }

    public required string Date { get; init; }

    /// <summary>Where the code is typed, as short as it can be said: "vote.example.org/j".</summary>
    public required string Address { get; init; }

    public required IReadOnlyList<DelegationCodes> Delegations { get; init; }
}

/// <summary>A delegation and its cards.</summary>
public sealed record DelegationCodes(string Nmo, string? Country, IReadOnlyList<SeatCode> Seats);

/// <summary>
/// One card: the seat's label, the code to type (grouped by fives on paper) and the QR code.
/// </summary>
public sealed record SeatCode(string Seat, string Code, QrCode Picture)
{
    /// <summary>Without the code: it lets its bearer in.</summary>
    public override string ToString() => $"SeatCode for {Seat}";
}

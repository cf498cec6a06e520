namespace Ifmsa.Assembly.Server.Documents;

/// <summary>What every paper of the meeting begins with; texts as in <see cref="MinutesPaper"/>.</summary>
public abstract record MeetingPaper
{
    /// <inheritdoc cref="MinutesPaper.Language"/>
    public required string Language { get; init; }

    /// <inheritdoc cref="MinutesPaper.Words"/>
    public required IReadOnlyDictionary<string, string> Words { get; init; }

    /// <inheritdoc cref="MinutesPaper.Dated"/>
    public required DateTimeOffset Dated { get; init; }

    public required string Assembly { get; init; }

    /// <summary>"1–7 August 2026".</summary>
    public required string Dates { get; init; }
}

/// <summary>The data of badges: fronts with a number alone, backs behind them with the rest.</summary>
public sealed record BadgeSheet : MeetingPaper
{
    public required int Columns { get; init; }

    public required int Rows { get; init; }

    /// <summary>Millimetres.</summary>
    public required int Width { get; init; }

    /// <summary>Millimetres.</summary>
    public required int Height { get; init; }

    public required IReadOnlyList<Badge> Badges { get; init; }
}

/// <summary>A badge: its number, whose it is, and the QR code of attendance.</summary>
public sealed record Badge(int Number, string? Name, string? Member, string? Role, QrCode Picture)
{
    /// <summary>Without the code.</summary>
    public override string ToString() => $"Badge {Number}";
}

/// <summary>The data of voting cards and placards.</summary>
public sealed record CardSheet : MeetingPaper
{
    /// <summary>a4 or a3; absent for voting cards, of which four stand on a sheet.</summary>
    public string? Placard { get; init; }

    public required IReadOnlyList<DelegationCard> Cards { get; init; }
}

/// <summary>A delegation on a card or a placard.</summary>
public sealed record DelegationCard(string ShortName, string Name, string Country, int Votes);

/// <summary>The data of roll-call sheets.</summary>
public sealed record RollSheet : MeetingPaper
{
    public required string Title { get; init; }

    public required IReadOnlyList<RollLine> Members { get; init; }

    public required int Needed { get; init; }

    public required int Entitled { get; init; }
}

/// <summary>A member on the roll.</summary>
public sealed record RollLine(string ShortName, string Country, string Region, string Status, string Vote);

/// <summary>The data of a block of paper ballots: the number stands on the stub, which is torn off before the ballot is handed out.</summary>
public sealed record BallotBlock : MeetingPaper
{
    public required string Question { get; init; }

    public required string Rule { get; init; }

    public required IReadOnlyList<string> Options { get; init; }

    public required int First { get; init; }

    public required int Count { get; init; }
}

/// <summary>The data of the agenda.</summary>
public sealed record AgendaPaper : MeetingPaper
{
    public required IReadOnlyList<AgendaPart> Parts { get; init; }
}

/// <summary>A plenary and its items, or what no plenary has yet.</summary>
public sealed record AgendaPart(string Title, string? When, IReadOnlyList<AgendaLine> Items);

/// <summary>An item.</summary>
public sealed record AgendaLine(string Number, string Title, int Depth);

/// <summary>The data of the order of candidates.</summary>
public sealed record CandidatesPaper : MeetingPaper
{
    public required IReadOnlyList<PostCandidates> Posts { get; init; }
}

/// <summary>A post and who stands for it, in order.</summary>
public sealed record PostCandidates(string Post, IReadOnlyList<PostCandidate> Candidates);

/// <summary>Somebody who stands.</summary>
public sealed record PostCandidate(string Name, string? Member);

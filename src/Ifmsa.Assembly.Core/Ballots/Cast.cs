using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Ballots;

/// <summary>How a vote came in.</summary>
public enum Provenance
{
    /// <summary>From the device of the card's holder.</summary>
    Phone,

    /// <summary>Entered for a raised placard, and confirmed by a second person or by the delegation itself.</summary>
    Entered,

    /// <summary>By the member on the shared tablet, unlocked with its voting card.</summary>
    Tablet,

    /// <summary>Answered aloud in a roll call.</summary>
    Aloud,

    /// <summary>As the chair had the record corrected.</summary>
    Corrected,
}

/// <summary>A voter's vote as it stands.</summary>
/// <param name="Shares">What is chosen, and with how many votes each.</param>
/// <param name="Provenance">How it came in.</param>
/// <param name="By">Who gave or entered it.</param>
/// <param name="ConfirmedBy">Who confirmed what was entered.</param>
/// <param name="At">When.</param>
public sealed record Cast(ImmutableArray<Share> Shares, Provenance Provenance, ParticipantId? By, ParticipantId? ConfirmedBy, DateTimeOffset At)
{
    /// <summary>The device it was entered on, so that a second confirms it.</summary>
    public DeviceId? EnteredOn { get; init; }

    /// <summary>The one option the whole vote is for; null where it is split or bears several marks.</summary>
    public string? Option => Shares is [{ Options: [var only] }] ? only : null;

    /// <summary>An entered vote counts once a second person has confirmed it.</summary>
    public bool Counts => Provenance != Provenance.Entered || ConfirmedBy is not null;

    /// <summary>Never the choice, which is nobody's business but the teller's.</summary>
    public override string ToString() => $"Cast by {Provenance}";
}

/// <summary>What makes a slip good.</summary>
internal static class Slips
{
    /// <summary>The shares a choice comes to: one option with all the votes, or as they are split and marked.</summary>
    public static Refusal? Read(Ballot ballot, int votes, string option, ImmutableArray<Share>? split, out ImmutableArray<Share> slip)
    {
        slip = split is { IsDefault: false } given ? given : [new([option], votes)];
        if (split is not null && option.Length > 0)
            return new OneChoiceNeeded();
        if (slip.Length is 0 or > MostShares || slip.Any(share => share.Options.IsDefaultOrEmpty || share.Options.Length > ballot.Options.Length))
            return new OneChoiceNeeded();
        if (slip.Any(share => share.Options.Any(key => !ballot.Offers(key)) || share.Options.Distinct(StringComparer.Ordinal).Count() != share.Options.Length))
            return new UnknownOption();
        if (slip.Any(share => share.Options.Length > ballot.AtMost))
            return new TooManyMarks(ballot.AtMost);
        if (slip.Any(share => share.Options.Length > 1 && share.Options.Any(key => key is Option.Against or Option.Abstain)))
            return new MarkStandsAlone();
        if (slip.Length > 1 && !ballot.MaySplit)
            return new VotesStayTogether();
        return slip.Any(share => share.Votes < 1) || slip.Sum(share => (long)share.Votes) != votes ? new SplitDoesNotAddUp(slip.Sum(share => (long)share.Votes), votes) : null;
    }

    private const int MostShares = 50;
}

/// <summary>A slip bears either one choice or its shares.</summary>
public sealed record OneChoiceNeeded() : Refusal("ballot.one-choice");

/// <summary>A slip bears too many marks.</summary>
public sealed record TooManyMarks(int AtMost) : Refusal("ballot.too-many-marks", AtMost);

/// <summary>A vote against all, or an abstention, stands alone on its slip.</summary>
public sealed record MarkStandsAlone() : Refusal("ballot.stands-alone");

/// <summary>A member's votes are not split in this ballot.</summary>
public sealed record VotesStayTogether() : Refusal("ballot.no-split");

/// <summary>The parts of a split vote do not add up to the member's votes.</summary>
public sealed record SplitDoesNotAddUp(long Votes, int Needed) : Refusal("ballot.split-sum", Votes, Needed);

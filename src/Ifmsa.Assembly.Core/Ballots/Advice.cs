using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Ballots;

/// <summary>
/// What a delegate advises whoever votes for their member. It is no command and makes no fact: it is for the delegation alone, stands in no
/// journal, and is gone at the gavel.
/// </summary>
/// <param name="Ballot">The open ballot.</param>
/// <param name="Options">What is advised; none takes the advice back.</param>
/// <param name="Note">A short reason, on one line.</param>
public sealed record Advice(BallotId Ballot, ImmutableArray<string> Options, string? Note = null)
{
    /// <summary>Of the note, in characters.</summary>
    public const int LongestNote = 200;

    /// <summary>Why it cannot be given; null where it can.</summary>
    public Refusal? WhyNot(Proceedings now, Actor by) => OfDelegation(now, by) ?? (now.Find(Ballot) switch
    {
        null => new UnknownBallot(),
        { Phase: not BallotPhase.Open } other => new BallotIsNotOpen(other.Number, other.Phase),
        { } ballot when Options.Length > ballot.Options.Length || Options.Any(key => ballot.Options.All(option => option.Key != key)) => new UnknownOption(),
        _ => Note is null ? null : Requires.Line(Note, LongestNote),
    });

    /// <summary>Why somebody has no delegation to speak to in private; null where they have.</summary>
    internal static Refusal? OfDelegation(Proceedings now, Actor by) => by switch
    {
        { Participant: null } => new NotBound(),
        { Member: null } => new NoDelegation(),
        _ => ClosedSession.Shuts(now, by) ? new SentOut() : null,
    };

    /// <summary>Never the choice or the note.</summary>
    public override string ToString() => $"Advice {Ballot}";
}

/// <summary>Somebody belongs to no delegation.</summary>
public sealed record NoDelegation() : Refusal("room.no-delegation");

/// <summary>Somebody is sent out while the doors are shut.</summary>
public sealed record SentOut() : Refusal("room.sent-out");

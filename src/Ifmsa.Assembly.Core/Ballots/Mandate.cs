using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;

namespace Ifmsa.Assembly.Core.Ballots;

/// <summary>
/// How a delegation is bound to vote by those at home; its head or its card's holder notes it for all of the delegation. Like advice it is no
/// command and makes no fact.
/// </summary>
/// <param name="Option">What the member is to choose; absent takes the mandate back.</param>
/// <param name="Note">What was said at home, on one line.</param>
/// <param name="Motion">The motion, from the moment it is handed in.</param>
/// <param name="Ballot">Or the open ballot, where it is about no motion.</param>
public sealed record Mandate(string? Option = null, string? Note = null, MotionId? Motion = null, BallotId? Ballot = null)
{
    /// <summary>Of the note, in characters.</summary>
    public const int LongestNote = 500;

    private static readonly string[] Plain = [Ballots.Option.For, Ballots.Option.Against, Ballots.Option.Abstain];

    /// <summary>Why it cannot be noted; null where it can.</summary>
    public Refusal? WhyNot(Proceedings now, Actor by) =>
        Advice.OfDelegation(now, by) ?? (by.Is(Who.Head | Who.CardHolder) ? null : new NotForHome())
        ?? (Note is null ? null : Requires.Line(Note, LongestNote))
        ?? (this switch
        {
            { Motion: { } motion, Ballot: null } => OnMotion(now, now.Motions.GetValueOrDefault(motion)),
            { Motion: null, Ballot: { } ballot } => OnBallot(now.Find(ballot)),
            _ => new UnknownMotion(),
        });

    /// <summary>Whether a motion is still to be decided, so that a mandate on it means something.</summary>
    public static bool IsOpen(Motion motion) =>
        motion.Phase is not (MotionPhase.Draft or MotionPhase.Divided or MotionPhase.Dropped or MotionPhase.Carried or MotionPhase.Defeated or MotionPhase.Unseconded or MotionPhase.Withdrawn);

    private Refusal? OnMotion(Proceedings now, Motion? motion) => motion switch
    {
        // A draft is nobody's business but its authors'.
        null or { Phase: MotionPhase.Draft } => new UnknownMotion(),
        _ when !IsOpen(motion) => new MotionIsNot(motion.Number, motion.Phase),
        _ when Option is not null && !Plain.Contains(Option) && !(now.RunningBallot is { } running && running.Motion == motion.Id && Has(running)) => new UnknownOption(),
        _ => null,
    };

    private Refusal? OnBallot(Ballot? ballot) => ballot switch
    {
        // What is noted about a motion is noted on it, and outlives a vote that is retaken.
        null or { Motion: not null } => new UnknownBallot(),
        { Phase: not BallotPhase.Open } => new BallotIsNotOpen(ballot.Number, ballot.Phase),
        _ when Option is not null && !Has(ballot) => new UnknownOption(),
        _ => null,
    };

    private bool Has(Ballot ballot) => ballot.Options.Any(option => option.Key == Option);

    /// <summary>Never the choice or the note.</summary>
    public override string ToString() => $"Mandate {Motion}{Ballot}";
}

/// <summary>The mandate from home is noted by the head of the delegation, or by whoever holds its card.</summary>
public sealed record NotForHome() : Refusal("room.not-head");

/// <summary>A delegation's room holds no more.</summary>
public sealed record RoomIsFull(int AtMost) : Refusal("room.full", AtMost);

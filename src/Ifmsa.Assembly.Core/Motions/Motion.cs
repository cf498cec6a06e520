using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Motions;

/// <summary>A motion.</summary>
public sealed record Motion
{
    /// <summary>How a motion goes.</summary>
    public static Flow<MotionPhase, MotionTrigger> Flow { get; } = Flow<MotionPhase, MotionTrigger>.From(MotionPhase.Submitted)
        .Permit(MotionPhase.Submitted, MotionTrigger.Put, MotionPhase.AskingSecond)
        .Permit(MotionPhase.Submitted, MotionTrigger.PutUnseconded, MotionPhase.Seconded)
        .Permit(MotionPhase.Submitted, MotionTrigger.Withdraw, MotionPhase.Withdrawn)
        .Permit(MotionPhase.AskingSecond, MotionTrigger.Second, MotionPhase.Seconded)
        .Permit(MotionPhase.AskingSecond, MotionTrigger.Fail, MotionPhase.Unseconded)
        .Permit(MotionPhase.AskingSecond, MotionTrigger.Withdraw, MotionPhase.Withdrawn)
        .Permit(MotionPhase.Seconded, MotionTrigger.AskNegatives, MotionPhase.AskingNegatives)
        .Permit(MotionPhase.Seconded, MotionTrigger.OpenVote, MotionPhase.Voting)
        .Permit(MotionPhase.Seconded, MotionTrigger.Withdraw, MotionPhase.Withdrawn)
        .Permit(MotionPhase.AskingNegatives, MotionTrigger.Object, MotionPhase.Objected)
        .Permit(MotionPhase.AskingNegatives, MotionTrigger.NemoContra, MotionPhase.Carried)
        .Permit(MotionPhase.AskingNegatives, MotionTrigger.OpenVote, MotionPhase.Voting)
        .Permit(MotionPhase.Objected, MotionTrigger.Object, MotionPhase.Objected)
        .Permit(MotionPhase.Objected, MotionTrigger.ClearObjections, MotionPhase.AskingNegatives)
        .Permit(MotionPhase.Objected, MotionTrigger.OpenVote, MotionPhase.Voting)
        .Permit(MotionPhase.Objected, MotionTrigger.Withdraw, MotionPhase.Withdrawn)
        .Permit(MotionPhase.Voting, MotionTrigger.Carry, MotionPhase.Carried)
        .Permit(MotionPhase.Voting, MotionTrigger.Defeat, MotionPhase.Defeated)
        .Permit(MotionPhase.Voting, MotionTrigger.VoidVote, MotionPhase.Objected)
        .Permit(MotionPhase.Carried, MotionTrigger.ReverseNemoContra, MotionPhase.Objected)
        .Permit(MotionPhase.Carried, MotionTrigger.VoidVote, MotionPhase.Objected)
        .Permit(MotionPhase.Defeated, MotionTrigger.VoidVote, MotionPhase.Objected)
        .Permit(MotionPhase.Draft, MotionTrigger.HandIn, MotionPhase.Submitted)
        .Permit(MotionPhase.Draft, MotionTrigger.Withdraw, MotionPhase.Withdrawn)
        .Permit(MotionPhase.Seconded, MotionTrigger.ChangeHands, MotionPhase.AskingSecond)
        .Permit(MotionPhase.Seconded, MotionTrigger.LoseSeconder, MotionPhase.AskingSecond)
        .Permit(MotionPhase.Objected, MotionTrigger.ChangeHands, MotionPhase.AskingSecond)
        .Permit(MotionPhase.Objected, MotionTrigger.LoseSeconder, MotionPhase.AskingSecond)
        .Permit(MotionPhase.Objected, MotionTrigger.AskAlternatives, MotionPhase.AskingAlternatives)
        .Permit(MotionPhase.AskingAlternatives, MotionTrigger.OpenVote, MotionPhase.Voting)
        .Permit(MotionPhase.Seconded, MotionTrigger.AskAlternatives, MotionPhase.AskingAlternatives)
        .Permit(MotionPhase.AskingNegatives, MotionTrigger.Withdraw, MotionPhase.Withdrawn)
        .Permit(MotionPhase.AskingNegatives, MotionTrigger.ChangeHands, MotionPhase.AskingSecond)
        .Permit(MotionPhase.AskingAlternatives, MotionTrigger.Withdraw, MotionPhase.Withdrawn)
        .Permit(MotionPhase.AskingAlternatives, MotionTrigger.ChangeHands, MotionPhase.AskingSecond)
        .Permit(MotionPhase.Competing, MotionTrigger.ChangeHands, MotionPhase.AskingSecond)
        .Permit(MotionPhase.AskingSecond, MotionTrigger.Compete, MotionPhase.Competing)
        .Permit(MotionPhase.Competing, MotionTrigger.Carry, MotionPhase.Carried)
        .Permit(MotionPhase.Competing, MotionTrigger.Defeat, MotionPhase.Defeated)
        .Permit(MotionPhase.Competing, MotionTrigger.Prevail, MotionPhase.Prevailed)
        .Permit(MotionPhase.Competing, MotionTrigger.Withdraw, MotionPhase.Withdrawn)
        .Permit(MotionPhase.Voting, MotionTrigger.Prevail, MotionPhase.Prevailed)
        .Permit(MotionPhase.Prevailed, MotionTrigger.OpenVote, MotionPhase.Voting)
        .Permit(MotionPhase.Prevailed, MotionTrigger.VoidVote, MotionPhase.Objected)
        .Permit(MotionPhase.Carried, MotionTrigger.CompeteAgain, MotionPhase.Competing)
        .Permit(MotionPhase.Defeated, MotionTrigger.CompeteAgain, MotionPhase.Competing)
        .Permit(MotionPhase.Prevailed, MotionTrigger.CompeteAgain, MotionPhase.Competing)
        .Permit(MotionPhase.Submitted, MotionTrigger.PutTogether, MotionPhase.EnBloc)
        .Permit(MotionPhase.EnBloc, MotionTrigger.PullOut, MotionPhase.Submitted)
        .Permit(MotionPhase.EnBloc, MotionTrigger.Carry, MotionPhase.Carried)
        .Permit(MotionPhase.EnBloc, MotionTrigger.Defeat, MotionPhase.Defeated)
        .Permit(MotionPhase.Carried, MotionTrigger.PutTogether, MotionPhase.EnBloc)
        .Permit(MotionPhase.Defeated, MotionTrigger.PutTogether, MotionPhase.EnBloc)
        .Permit(MotionPhase.Seconded, MotionTrigger.Divide, MotionPhase.Divided)
        .Permit(MotionPhase.Objected, MotionTrigger.Divide, MotionPhase.Divided)
        .Permit(MotionPhase.Seconded, MotionTrigger.OrderVote, MotionPhase.Objected)
        .Permit(MotionPhase.AskingNegatives, MotionTrigger.OrderVote, MotionPhase.Objected)
        .Permit(MotionPhase.AskingAlternatives, MotionTrigger.OrderVote, MotionPhase.Objected)
        .Permit(MotionPhase.Objected, MotionTrigger.OrderVote, MotionPhase.Objected)
        .Permit(MotionPhase.AskingSecond, MotionTrigger.Drop, MotionPhase.Dropped)
        .Permit(MotionPhase.Seconded, MotionTrigger.Drop, MotionPhase.Dropped)
        .Permit(MotionPhase.AskingNegatives, MotionTrigger.Drop, MotionPhase.Dropped)
        .Permit(MotionPhase.Objected, MotionTrigger.Drop, MotionPhase.Dropped)
        .Permit(MotionPhase.AskingAlternatives, MotionTrigger.Drop, MotionPhase.Dropped)
        .Permit(MotionPhase.Competing, MotionTrigger.Drop, MotionPhase.Dropped)
        .Permit(MotionPhase.Prevailed, MotionTrigger.Drop, MotionPhase.Dropped)
        .Permit(MotionPhase.EnBloc, MotionTrigger.Drop, MotionPhase.Dropped)
        .Permit(MotionPhase.Defeated, MotionTrigger.Reopen, MotionPhase.Seconded)
        .Permit(MotionPhase.Dropped, MotionTrigger.Reopen, MotionPhase.Seconded)
        .Permit(MotionPhase.Unseconded, MotionTrigger.ReopenUnseconded, MotionPhase.AskingSecond);

    /// <summary>The motion.</summary>
    public required MotionId Id { get; init; }

    /// <summary>From 1, in the order handed in.</summary>
    public required int Number { get; init; }

    /// <summary>Title; at most 200 characters.</summary>
    public required string Title { get; init; }

    /// <summary>Text in paragraphs; at most 20,000 characters.</summary>
    public required string Text { get; init; }

    /// <summary>The kind of decision, a name in the rulebook.</summary>
    public required string Decision { get; init; }

    /// <summary>The member that proposes it; null for the chair or a body.</summary>
    public MemberId? Proposer { get; init; }

    /// <summary>The item it belongs to.</summary>
    public ItemId? Item { get; init; }

    /// <summary>Where it stands.</summary>
    public MotionPhase Phase { get; init; }

    /// <summary>The member that seconded it.</summary>
    public MemberId? Seconder { get; init; }

    /// <summary>The members that object, in order.</summary>
    public ImmutableList<MemberId> Objections { get; init; } = [];

    /// <summary>Whether it passed without a vote.</summary>
    public bool NemoContra { get; init; }

    /// <summary>A member that objected after it had passed, until the chair has ruled.</summary>
    public MemberId? LateObjection { get; init; }

    /// <summary>Other members that stand behind it with its proposer.</summary>
    public ImmutableList<MemberId> CoSubmitters { get; init; } = [];

    /// <summary>Members asked to stand behind it that have not answered.</summary>
    public ImmutableList<MemberId> Invited { get; init; } = [];

    /// <summary>The motion it is an alternative to.</summary>
    public MotionId? AlternativeTo { get; init; }

    /// <summary>The motion it is a part of, after division.</summary>
    public MotionId? PartOf { get; init; }

    /// <summary>The motions it puts together.</summary>
    public ImmutableList<MotionId> Bloc { get; init; } = [];

    /// <summary>Whether it has been pulled out of a bloc, so that it is put by itself.</summary>
    public bool Pulled { get; init; }

    /// <summary>Whether the plenary has ordered the vote on it, so that nothing else is in order on it.</summary>
    public bool VoteOrdered { get; init; }

    /// <summary>The procedural motion by which it was put off; null while it was not.</summary>
    public ProceduralId? PutOffBy { get; init; }

    /// <summary>The limit of speeches on it in seconds, where the plenary has set one.</summary>
    public int? SpeechSeconds { get; init; }

    /// <summary>When the chair announced it for a plenary; null while not announced.</summary>
    public Announcement? Announced { get; init; }

    /// <summary>Its text as put, where amendments have changed it since.</summary>
    public string? TextAsPut { get; init; }

    /// <summary>It in other languages, by BCP 47 tag; some may be of a text it no longer has.</summary>
    public ImmutableDictionary<string, Translation> Translations { get; init; } = ImmutableDictionary<string, Translation>.Empty;

    /// <summary>What it would change of a member.</summary>
    public MembershipChange? Membership { get; init; }

    /// <summary>What it would change of the bylaws; the new text is its own.</summary>
    public Bylaws.BylawsChange? Bylaws { get; init; }

    /// <summary>Its number in the book of resolutions, once it is carried.</summary>
    public Publication.Resolution? Resolution { get; init; }

    /// <summary>The latest ballot on it.</summary>
    public BallotId? Ballot { get; init; }

    /// <summary>Whether a member proposes it, alone or with others.</summary>
    public bool IsOf(MemberId member) => Proposer == member || CoSubmitters.Contains(member);

    /// <summary>Whether it is decided, one way or the other.</summary>
    public bool IsSettled => Phase is MotionPhase.Carried or MotionPhase.Defeated or MotionPhase.Unseconded or MotionPhase.Withdrawn or MotionPhase.Divided or MotionPhase.Dropped;
}

/// <summary>The chair's announcement of a motion.</summary>
/// <param name="Plenary">For which plenary.</param>
/// <param name="At">When.</param>
public sealed record Announcement(PlenaryId Plenary, DateTimeOffset At);

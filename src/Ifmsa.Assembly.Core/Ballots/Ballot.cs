using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Core.Ballots;

/// <summary>Where a ballot stands.</summary>
public enum BallotPhase
{
    /// <summary>Votes are taken.</summary>
    Open,

    /// <summary>The polls are closed and the count is being checked.</summary>
    Closed,

    /// <summary>The independent recount agrees.</summary>
    Counted,

    /// <summary>The recount disagrees: nothing can be declared.</summary>
    Disputed,

    /// <summary>The result is declared.</summary>
    Declared,

    /// <summary>Void; it stays on record.</summary>
    Void,
}

/// <summary>What moves a ballot on.</summary>
public enum BallotTrigger
{
    /// <summary>The chair closes the polls.</summary>
    Close,

    /// <summary>The recount agrees.</summary>
    Agree,

    /// <summary>The recount disagrees.</summary>
    Disagree,

    /// <summary>The chair declares the result.</summary>
    Declare,

    /// <summary>The chair voids it, with a reason.</summary>
    Void,
}

/// <summary>How votes are given.</summary>
public enum BallotMethod
{
    /// <summary>On the phones of those who hold the cards, and by placard for those who cannot.</summary>
    Phones,

    /// <summary>By placards alone, counted by the returning officers.</summary>
    Placards,
}

/// <summary>What is asked.</summary>
public enum BallotKind
{
    /// <summary>For, against or abstain.</summary>
    Question,

    /// <summary>One of several names, or abstain.</summary>
    Choice,

    /// <summary>One of several proposals: a motion against its alternatives or against an amendment.</summary>
    Versus,
}

/// <summary>How a vote came in.</summary>
public enum Provenance
{
    /// <summary>From the device of the card's holder.</summary>
    Phone,

    /// <summary>Entered for a raised placard.</summary>
    Entered,
}

/// <summary>One thing that can be chosen.</summary>
/// <param name="Key">What the vote says: <c>for</c>, <c>against</c>, <c>abstain</c>, <c>original</c>, <c>amendment</c>, or the id of a nominee or motion.</param>
/// <param name="Nominee">The nominee, in an election.</param>
/// <param name="Motion">The motion, where it stands against alternatives.</param>
public sealed record Option(string Key, ParticipantId? Nominee = null, MotionId? Motion = null)
{
    /// <summary>The motion as it stands, against an amendment.</summary>
    public const string Original = "original";

    /// <summary>The motion as amended.</summary>
    public const string Amendment = "amendment";

    /// <summary>For the motion.</summary>
    public const string For = "for";

    /// <summary>Against the motion.</summary>
    public const string Against = "against";

    /// <summary>Neither.</summary>
    public const string Abstain = "abstain";

    /// <summary>Whether it is something to be chosen, and not a vote against all or none.</summary>
    internal bool IsProposal => Key is not (Against or Abstain);
}

/// <summary>A member's vote as it stands.</summary>
public sealed record Cast(string Option, Provenance Provenance, ParticipantId? By, ParticipantId? ConfirmedBy, DateTimeOffset At)
{
    /// <summary>An entered vote counts once a second person has confirmed it; never the choice, which is nobody's business but the teller's.</summary>
    public bool Counts => Provenance == Provenance.Phone || ConfirmedBy is not null;

    /// <inheritdoc/>
    public override string ToString() => $"Cast by {Provenance}";
}

/// <summary>A question put to the vote once; electorate, votes and base are frozen at opening.</summary>
public sealed record Ballot
{
    /// <summary>How a ballot goes.</summary>
    public static Flow<BallotPhase, BallotTrigger> Flow { get; } = Flow<BallotPhase, BallotTrigger>.From(BallotPhase.Open)
        .Permit(BallotPhase.Open, BallotTrigger.Close, BallotPhase.Closed)
        .Permit(BallotPhase.Open, BallotTrigger.Void, BallotPhase.Void)
        .Permit(BallotPhase.Closed, BallotTrigger.Agree, BallotPhase.Counted)
        .Permit(BallotPhase.Closed, BallotTrigger.Disagree, BallotPhase.Disputed)
        .Permit(BallotPhase.Closed, BallotTrigger.Void, BallotPhase.Void)
        .Permit(BallotPhase.Counted, BallotTrigger.Declare, BallotPhase.Declared)
        .Permit(BallotPhase.Counted, BallotTrigger.Void, BallotPhase.Void)
        .Permit(BallotPhase.Disputed, BallotTrigger.Void, BallotPhase.Void)
        .Permit(BallotPhase.Declared, BallotTrigger.Void, BallotPhase.Void);

    /// <summary>The ballot.</summary>
    public required BallotId Id { get; init; }

    /// <summary>From 1, in order of opening.</summary>
    public required int Number { get; init; }

    /// <summary>What it is about.</summary>
    public required string Title { get; init; }

    /// <summary>What is asked.</summary>
    public required BallotKind Kind { get; init; }

    /// <summary>How votes are given.</summary>
    public required BallotMethod Method { get; init; }

    /// <summary>The kind of decision, a name in the rulebook.</summary>
    public required string Decision { get; init; }

    /// <summary>The majority it needs, as the rulebook said at opening.</summary>
    public required MajorityRule Majority { get; init; }

    /// <summary>What can be chosen.</summary>
    public required ImmutableArray<Option> Options { get; init; }

    /// <summary>The members entitled to vote in it and how many votes each has.</summary>
    public required ImmutableDictionary<MemberId, int> Electorate { get; init; }

    /// <summary>The electorate row by row, as it was frozen.</summary>
    internal ImmutableArray<Elector> Electors { get; init; } = [];

    /// <summary>All members with the right to vote at opening, present or not.</summary>
    public required int MembersWithVote { get; init; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>The plenary it was opened in.</summary>
    public required PlenaryId Plenary { get; init; }

    /// <summary>The motion it decides.</summary>
    public MotionId? Motion { get; init; }

    /// <summary>The election it is a round of.</summary>
    public ElectionId? Election { get; init; }

    /// <summary>The amendment it decides.</summary>
    public AmendmentId? Amendment { get; init; }

    /// <summary>The procedural motion it decides.</summary>
    public ProceduralId? Procedural { get; init; }

    /// <summary>The item it belongs to.</summary>
    public ItemId? Item { get; init; }

    /// <summary>The journal's sequence just before its opening: the recount reads from here.</summary>
    public long OpenedAfter { get; init; }

    /// <summary>Where it stands.</summary>
    public BallotPhase Phase { get; init; }

    /// <summary>When the polls closed.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Each member's vote as it stands.</summary>
    public ImmutableDictionary<MemberId, Cast> Casts { get; init; } = ImmutableDictionary<MemberId, Cast>.Empty;

    /// <summary>The highest number each device has given its casts in this ballot.</summary>
    public ImmutableDictionary<DeviceId, long> Numbers { get; init; } = ImmutableDictionary<DeviceId, long>.Empty;

    /// <summary>What the returning officers counted, in a vote by placards.</summary>
    public ImmutableSortedDictionary<string, int>? PlacardFigures { get; init; }

    /// <summary>The declared result.</summary>
    public Result? Result { get; init; }

    /// <summary>Why it is void.</summary>
    public string? VoidReason { get; init; }

    /// <summary>The votes of the electorate in all.</summary>
    public int Entitled => Electorate.Values.Sum();

    /// <summary>Whether the ballot still stands between opening and declaration.</summary>
    public bool IsRunning => Phase is BallotPhase.Open or BallotPhase.Closed or BallotPhase.Counted or BallotPhase.Disputed;

    /// <summary>Votes per option as they stand; nobody sees them before the polls close.</summary>
    public ImmutableSortedDictionary<string, int> Tally()
    {
        var figures = Options.ToImmutableSortedDictionary(option => option.Key, _ => 0, StringComparer.Ordinal).ToBuilder();
        if (PlacardFigures is not null)
        {
            foreach (var (option, votes) in PlacardFigures)
                figures[option] = votes;
        }
        foreach (var (member, cast) in Casts)
        {
            if (cast.Counts)
                figures[cast.Option] += Electorate[member];
        }
        return figures.ToImmutable();
    }
}

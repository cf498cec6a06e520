using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Core.Ballots;

/// <summary>A question put to the vote once; electorate, votes and base are frozen at opening.</summary>
public sealed record Ballot
{
    /// <summary>How a ballot goes.</summary>
    public static Flow<BallotPhase, BallotTrigger> Flow { get; } = Flow<BallotPhase, BallotTrigger>.From(BallotPhase.Open)
        .Permit(BallotPhase.Open, BallotTrigger.Close, BallotPhase.Closed)
        .Permit(BallotPhase.Open, BallotTrigger.Check, BallotPhase.Checking)
        .Permit(BallotPhase.Open, BallotTrigger.Void, BallotPhase.Void)
        .Permit(BallotPhase.Checking, BallotTrigger.EndChecking, BallotPhase.Closed)
        .Permit(BallotPhase.Checking, BallotTrigger.Void, BallotPhase.Void)
        .Permit(BallotPhase.Closed, BallotTrigger.Agree, BallotPhase.Counted)
        .Permit(BallotPhase.Closed, BallotTrigger.Disagree, BallotPhase.Disputed)
        .Permit(BallotPhase.Closed, BallotTrigger.Void, BallotPhase.Void)
        .Permit(BallotPhase.Counted, BallotTrigger.Declare, BallotPhase.Declared)
        .Permit(BallotPhase.Counted, BallotTrigger.Void, BallotPhase.Void)
        .Permit(BallotPhase.Disputed, BallotTrigger.Void, BallotPhase.Void)
        .Permit(BallotPhase.Declared, BallotTrigger.Void, BallotPhase.Void);

    /// <summary>The ballot.</summary>
    public required BallotId Id { get; init; }

    /// <summary>From 1, in order of opening; test votes have numbers of their own.</summary>
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

    /// <summary>The second majority it needs as well; null for none.</summary>
    public MajorityRule? Second { get; init; }

    /// <summary>What can be chosen.</summary>
    public required ImmutableArray<Option> Options { get; init; }

    /// <summary>Who is entitled to vote in it, with how many votes.</summary>
    public required ImmutableDictionary<Voter, Elector> Electorate { get; init; }

    /// <summary>All members with the right to vote at opening, present or not.</summary>
    public required int MembersWithVote { get; init; }

    /// <summary>What a majority of those present, of those entitled and of all is a share of.</summary>
    public Extents Extents
    {
        get => field ?? new(new(Entitled, Electorate.Count, Electorate.Count), new(MembersWithVote, MembersWithVote, MembersWithVote), new(MembersWithVote, MembersWithVote, MembersWithVote));
        init;
    }

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

    /// <summary>The member it concerns, which does not vote in it.</summary>
    public MemberId? Concerned { get; init; }

    /// <summary>The minutes it would adopt, to the letter.</summary>
    public Core.Minutes.MinutesCitation? Minutes { get; init; }

    /// <summary>What is published of who voted how.</summary>
    public Disclosure Disclosure { get; init; }

    /// <summary>How many marks a slip may bear.</summary>
    public int AtMost { get; init; } = 1;

    /// <summary>How many proposals can be chosen.</summary>
    public int Seats { get; init; } = 1;

    /// <summary>Whether a member may split its votes.</summary>
    public bool MaySplit { get; init; }

    /// <summary>Whether it is a test vote: it looks the same and decides nothing.</summary>
    public bool Test { get; init; }

    /// <summary>How long delegations can object to what is recorded of them, in seconds; 0 for not at all.</summary>
    public int ObjectionSeconds { get; init; }

    /// <summary>Whether the polls close by themselves once everybody has voted.</summary>
    public bool ClosesWhenAll { get; init; }

    /// <summary>When the polls close by themselves; null for when the chair says.</summary>
    public DateTimeOffset? ClosesAt { get; init; }

    /// <summary>The order in which members are called by name.</summary>
    public ImmutableArray<MemberId> Called { get; init; } = [];

    /// <summary>How often each member has passed when called.</summary>
    public ImmutableDictionary<MemberId, int> Passes { get; init; } = ImmutableDictionary<MemberId, int>.Empty;

    /// <summary>The journal's sequence just before its opening: the recount reads from here.</summary>
    public long OpenedAfter { get; init; }

    /// <summary>Where it stands.</summary>
    public BallotPhase Phase { get; init; }

    /// <summary>When the polls closed.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Each voter's vote as it stands.</summary>
    public ImmutableDictionary<Voter, Cast> Casts { get; init; } = ImmutableDictionary<Voter, Cast>.Empty;

    /// <summary>The highest number each device has given its casts for a voter.</summary>
    public ImmutableDictionary<(DeviceId Device, Voter Voter), long> Numbers { get; init; } = ImmutableDictionary<(DeviceId, Voter), long>.Empty;

    /// <summary>What the returning officers counted, in a vote by placards.</summary>
    public ImmutableSortedDictionary<string, int>? PlacardFigures { get; init; }

    /// <summary>Paper counted for blocks of members, by the block's number.</summary>
    public ImmutableSortedDictionary<int, PaperBlock> Papers { get; init; } = ImmutableSortedDictionary<int, PaperBlock>.Empty;

    /// <summary>Who says that what is recorded is not what was voted.</summary>
    public ImmutableDictionary<Voter, Objection> Objections { get; init; } = ImmutableDictionary<Voter, Objection>.Empty;

    /// <summary>The declared result.</summary>
    public Result? Result { get; init; }

    /// <summary>Why it is void.</summary>
    public string? VoidReason { get; init; }

    /// <summary>The voters of each member.</summary>
    public ImmutableDictionary<MemberId, ImmutableArray<Voter>> VotersOf { get; init; } = ImmutableDictionary<MemberId, ImmutableArray<Voter>>.Empty;

    /// <summary>Those for whom each member votes by proxy.</summary>
    public ImmutableDictionary<MemberId, ImmutableArray<Voter>> HeldBy { get; init; } = ImmutableDictionary<MemberId, ImmutableArray<Voter>>.Empty;

    /// <summary>The votes of the electorate in all.</summary>
    public int Entitled => Electorate.Values.Sum(elector => elector.Votes);

    /// <summary>Whether the ballot still stands between opening and declaration.</summary>
    public bool IsRunning => Phase is BallotPhase.Open or BallotPhase.Checking or BallotPhase.Closed or BallotPhase.Counted or BallotPhase.Disputed;

    /// <summary>Who is called by name now: who has not been yet, and then once more who has passed; null when nobody is left.</summary>
    public MemberId? CalledNow => Called.IsEmpty ? null
        : NextOf(0) ?? NextOf(1);

    /// <summary>When the time to object is over; null while no objection can be made.</summary>
    public DateTimeOffset? ObjectionsUntil => Phase == BallotPhase.Checking ? ClosedAt!.Value.AddSeconds(ObjectionSeconds) : null;

    /// <summary>Whether something can be chosen.</summary>
    internal bool Offers(string key) => Options.Any(option => option.Key == key);

    /// <summary>Whether a member is among the electorate.</summary>
    public bool Includes(MemberId member) => VotersOf.ContainsKey(member);

    /// <summary>Whether all votes of a member count as they stand.</summary>
    public bool HasVoted(MemberId member) =>
        VotersOf.TryGetValue(member, out var voters) && voters.All(voter => Casts.TryGetValue(voter, out var cast) ? cast.Counts : IsOnPaper(voter));

    /// <summary>Whether the voter is among a block whose paper is counted.</summary>
    public bool IsOnPaper(Voter voter) => Papers.Values.Any(block => block.Members.Contains(voter.Member));

    /// <summary>Whose votes somebody can cast here now: their own, or their member's and those it holds by proxy.</summary>
    public IEnumerable<Voter> CastableBy(Actor by)
    {
        if (by.Member is not { } member)
            return [];
        var holder = by.Is(Who.CardHolder);
        return VotersOf.GetValueOrDefault(member, []).Where(voter => Electorate[voter].Holder is null && (voter.Person is { } person ? person == by.Participant : holder))
            .Concat(holder ? HeldBy.GetValueOrDefault(member, []) : []);
    }

    /// <summary>The votes as they stand; nobody sees them before the result is declared.</summary>
    public Count Count()
    {
        var slips = Ballots.Count.Of(
            Casts.Where(pair => pair.Value.Counts && Electorate.ContainsKey(pair.Key)).Select(pair => (Electorate[pair.Key], pair.Value.Shares)), Options);
        foreach (var block in Papers.Values.Where(block => block.Counts))
            slips += Ballots.Count.OfPaper(block.Figures, block.Papers, Electorate[VotersOf[block.Members.First()][0]]);
        return PlacardFigures is { } placards ? slips + Ballots.Count.OfVotes(placards) : slips;
    }

    private MemberId? NextOf(int passes)
    {
        foreach (var member in Called)
        {
            if (Passes.GetValueOrDefault(member) == passes && !HasVoted(member))
                return member;
        }
        return null;
    }
}

using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Core.Ballots;

/// <summary>The chair opens a vote: on what is immediately pending, on the election before the plenary, or on a question of the chair's own.</summary>
/// <param name="Ballot">The new ballot.</param>
/// <param name="Method">How votes are given.</param>
/// <param name="Motion">The motion it decides.</param>
/// <param name="Election">The election it is a round of.</param>
/// <param name="Title">A question of the chair's own.</param>
/// <param name="Decision">Its kind of decision, which picks the majority.</param>
/// <param name="Amendment">The amendment it decides.</param>
/// <param name="Procedural">The procedural motion it decides.</param>
/// <param name="Proposals">What the question is between; 2 to 30, where it is not for and against.</param>
/// <param name="Seats">How many of the proposals can be chosen; 1 where it does not say.</param>
/// <param name="AtMost">How many marks a slip may bear; as many as there are seats where it does not say.</param>
/// <param name="Disclosure">Totals alone, where the decision is not so by the rulebook.</param>
/// <param name="Seconds">After how long the polls close by themselves; as the rulebook says where it does not say, 0 for when the chair says.</param>
[CommandKind("ballot.open", Who.Presiding)]
public sealed record OpenBallot(
    BallotId Ballot, BallotMethod Method, MotionId? Motion = null, ElectionId? Election = null, string? Title = null, string? Decision = null,
    AmendmentId? Amendment = null, ProceduralId? Procedural = null, ImmutableArray<string>? Proposals = null, int? Seats = null, int? AtMost = null,
    Disclosure? Disclosure = null, int? Seconds = null) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.QuorumToDecide(now) ?? Requires.NoBallotRunning(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        BallotOpening.Of(now, moment, Ballot, new(Method, Disclosure, Seconds), new(Motion, Election, Title, Decision, Amendment, Procedural, Proposals, Seats, AtMost)).TakingTheFloor(now, moment);
}

/// <summary>What a ballot is about: a motion, an election, an amendment, a procedural motion, or a titled question with its kind of decision.</summary>
public sealed record BallotSubject(
    MotionId? Motion = null, ElectionId? Election = null, string? Title = null, string? Decision = null, AmendmentId? Amendment = null, ProceduralId? Procedural = null,
    ImmutableArray<string>? Proposals = null, int? Seats = null, int? AtMost = null);

/// <summary>How a ballot is taken.</summary>
/// <param name="Method">How votes are given.</param>
/// <param name="Disclosure">What is published; as the rulebook says where it does not say.</param>
/// <param name="Seconds">After how long the polls close by themselves.</param>
public sealed record BallotTerms(BallotMethod Method, Disclosure? Disclosure = null, int? Seconds = null);

/// <summary>A vote is open; electorate, votes, base and rule are frozen here.</summary>
[FactKind("ballot.opened.v1")]
public sealed record BallotOpened(
    BallotId Ballot, int Number, string Title, BallotKind Kind, BallotMethod Method, string Decision, MajorityRule Majority,
    ImmutableArray<Option> Options, ImmutableArray<Elector> Electorate, int MembersWithVote, PlenaryId Plenary, DateTimeOffset At,
    MotionId? Motion = null, ElectionId? Election = null, ItemId? Item = null, AmendmentId? Amendment = null, ProceduralId? Procedural = null) : Fact
{
    /// <summary>The second majority it needs as well.</summary>
    public MajorityRule? Second { get; init; }

    /// <summary>What shares of those present, entitled and all are counted of, where members have not one vote each.</summary>
    public Extents? Extents { get; init; }

    /// <summary>What is published of who voted how; each member's vote where absent.</summary>
    public Disclosure? Disclosure { get; init; }

    /// <summary>How many marks a slip may bear; one where absent.</summary>
    public int? AtMost { get; init; }

    /// <summary>How many proposals can be chosen; one where absent.</summary>
    public int? Seats { get; init; }

    /// <summary>Whether members may split their votes.</summary>
    public bool? MaySplit { get; init; }

    /// <summary>Whether it is a test vote.</summary>
    public bool? Test { get; init; }

    /// <summary>How long delegations can object to the record, in seconds.</summary>
    public int? ObjectionSeconds { get; init; }

    /// <summary>Whether the polls close with the last vote.</summary>
    public bool? ClosesWhenAll { get; init; }

    /// <summary>When the polls close by themselves.</summary>
    public DateTimeOffset? ClosesAt { get; init; }

    /// <summary>In which order members are called by name; the first was drawn.</summary>
    public ImmutableArray<MemberId>? Called { get; init; }

    /// <summary>The member it concerns, which does not vote in it.</summary>
    public MemberId? Concerned { get; init; }

    /// <summary>The minutes it would adopt, to the letter.</summary>
    public Core.Minutes.MinutesCitation? Minutes { get; init; }

    internal override Proceedings ApplyTo(Proceedings before)
    {
        var after = Motion is { } motion
            ? before.Amend(motion, was => was with { Ballot = Ballot, Phase = Motions.Motion.Flow.Fire(was.Phase, MotionTrigger.OpenVote) })
            : before;
        if (Amendment is { } amendment)
            after = after.Amend(amendment, was => was with { Ballot = Ballot, Phase = Motions.Amendment.Flow.Fire(was.Phase, AmendmentTrigger.OpenVote) });
        if (Procedural is { } procedural)
            after = after.Amend(procedural, was => was with { Ballot = Ballot, Phase = ProceduralMotion.Flow.Fire(was.Phase, ProceduralTrigger.OpenVote) });
        return after with
        {
            Ballots = after.Ballots.SetItem(Ballot, Opened(before.Sequence)),
            Tablets = before.Tablets.Clear(),
            Floor = after.Floor with { Ballot = Ballot, Motion = Motion ?? after.Floor.Motion, Election = Election ?? after.Floor.Election, Countdown = null, HallCall = null },
        };
    }

    private Ballot Opened(long after) => new()
    {
        Id = Ballot, Number = Number, Title = Title, Kind = Kind, Method = Method, Decision = Decision, Majority = Majority, Second = Second, Options = Options,
        Electorate = Electorate.ToImmutableDictionary(elector => elector.Voter),
        VotersOf = Electorate.GroupBy(elector => elector.Member).ToImmutableDictionary(group => group.Key, group => group.Select(elector => elector.Voter).ToImmutableArray()),
        HeldBy = Electorate.Where(elector => elector.Holder is not null).GroupBy(elector => elector.Holder!.Value).ToImmutableDictionary(group => group.Key, group => group.Select(elector => elector.Voter).ToImmutableArray()),
        MembersWithVote = MembersWithVote, Extents = Extents!, Plenary = Plenary, OpenedAt = At, Motion = Motion, Election = Election, Item = Item,
        Amendment = Amendment, Procedural = Procedural, OpenedAfter = after, Concerned = Concerned, Minutes = Minutes, Test = Test ?? false,
        Disclosure = Disclosure ?? Ballots.Disclosure.Named, AtMost = AtMost ?? 1, Seats = Seats ?? 1, MaySplit = MaySplit ?? false,
        ObjectionSeconds = ObjectionSeconds ?? 0, ClosesWhenAll = ClosesWhenAll ?? false, ClosesAt = ClosesAt, Called = Called ?? [],
    };
}

/// <summary>A vote is about one thing.</summary>
public sealed record OneSubjectNeeded() : Refusal("ballot.one-subject");

/// <summary>Nobody stands.</summary>
public sealed record NobodyNominated(string Title) : Refusal("election.nobody", Title);

/// <summary>Some nominees cannot sign in yet.</summary>
public sealed record NomineeWithoutAccount(int Missing) : Refusal("election.no-account", Missing);

using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Core.Ballots;

/// <summary>The chair opens a vote: on what is immediately pending, on the election before the plenary, or on a question of the chair's own.</summary>
[CommandKind("ballot.open", Who.Presiding)]
public sealed record OpenBallot(
    BallotId Ballot, BallotMethod Method, MotionId? Motion = null, ElectionId? Election = null, string? Title = null, string? Decision = null,
    AmendmentId? Amendment = null, ProceduralId? Procedural = null) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.QuorumToDecide(now) ?? Requires.NoBallotRunning(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        BallotOpening.Of(now, moment, Ballot, Method, new(Motion, Election, Title, Decision, Amendment, Procedural)).TakingTheFloor(now, moment);
}

/// <summary>What a ballot is about: a motion, an election, an amendment, a procedural motion, or a titled question with its kind of decision.</summary>
public sealed record BallotSubject(
    MotionId? Motion = null, ElectionId? Election = null, string? Title = null, string? Decision = null, AmendmentId? Amendment = null, ProceduralId? Procedural = null);

/// <summary>A vote is open; electorate, votes, base and rule are frozen here.</summary>
[FactKind("ballot.opened.v1")]
public sealed record BallotOpened(
    BallotId Ballot, int Number, string Title, BallotKind Kind, BallotMethod Method, string Decision, MajorityRule Majority,
    ImmutableArray<Option> Options, ImmutableArray<Elector> Electorate, int MembersWithVote, PlenaryId Plenary, DateTimeOffset At,
    MotionId? Motion = null, ElectionId? Election = null, ItemId? Item = null, AmendmentId? Amendment = null, ProceduralId? Procedural = null) : Fact
{
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
            Ballots = after.Ballots.SetItem(Ballot, new()
            {
                Id = Ballot, Number = Number, Title = Title, Kind = Kind, Method = Method, Decision = Decision, Majority = Majority, Options = Options,
                Electorate = Electorate.GroupBy(elector => elector.Member).ToImmutableDictionary(rows => rows.Key, rows => rows.Sum(elector => elector.Votes)),
                Electors = Electorate,
                MembersWithVote = MembersWithVote, Plenary = Plenary, OpenedAt = At, Motion = Motion, Election = Election, Item = Item,
                Amendment = Amendment, Procedural = Procedural, OpenedAfter = before.Sequence,
            }),
            Floor = after.Floor with { Ballot = Ballot, Motion = Motion ?? after.Floor.Motion, Election = Election ?? after.Floor.Election, Countdown = null, HallCall = null },
        };
    }
}

/// <summary>A vote is about one thing.</summary>
public sealed record OneSubjectNeeded() : Refusal("ballot.one-subject");

/// <summary>Nobody stands.</summary>
public sealed record NobodyNominated(string Title) : Refusal("election.nobody", Title);

/// <summary>Some nominees cannot sign in yet.</summary>
public sealed record NomineeWithoutAccount(int Missing) : Refusal("election.no-account", Missing);

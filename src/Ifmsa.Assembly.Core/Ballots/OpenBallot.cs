using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Elections;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Core.Ballots;

/// <summary>The chair opens a vote: on the motion or the election before the plenary, or on a question of the chair's own.</summary>
[CommandKind("ballot.open", Who.Presiding)]
public sealed record OpenBallot(
    BallotId Ballot, BallotMethod Method, MotionId? Motion = null, ElectionId? Election = null, string? Title = null, string? Decision = null) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Quorum(now) ?? Requires.NoBallotRunning(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        BallotOpening.Of(now, moment, Ballot, Method, new(Motion, Election, Title, Decision)).TakingTheFloor(now, moment);
}

/// <summary>What a ballot is about: a motion, an election, or a titled question with its kind of decision.</summary>
public sealed record BallotSubject(MotionId? Motion, ElectionId? Election, string? Title, string? Decision);

/// <summary>A member's votes in a ballot.</summary>
public sealed record Elector(MemberId Member, int Votes);

/// <summary>A vote is open; electorate, votes, base and rule are frozen here.</summary>
[FactKind("ballot.opened.v1")]
public sealed record BallotOpened(
    BallotId Ballot, int Number, string Title, BallotKind Kind, BallotMethod Method, string Decision, MajorityRule Majority,
    ImmutableArray<Option> Options, ImmutableArray<Elector> Electorate, int MembersWithVote, PlenaryId Plenary, DateTimeOffset At,
    MotionId? Motion = null, ElectionId? Election = null, ItemId? Item = null) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before)
    {
        var after = Motion is { } motion
            ? before.Amend(motion, was => was with { Ballot = Ballot, Phase = Motions.Motion.Flow.Fire(was.Phase, MotionTrigger.OpenVote) })
            : before;
        return after with
        {
            Ballots = after.Ballots.SetItem(Ballot, new()
            {
                Id = Ballot, Number = Number, Title = Title, Kind = Kind, Method = Method, Decision = Decision, Majority = Majority, Options = Options,
                Electorate = Electorate.ToImmutableDictionary(elector => elector.Member, elector => elector.Votes),
                MembersWithVote = MembersWithVote, Plenary = Plenary, OpenedAt = At, Motion = Motion, Election = Election, Item = Item,
                OpenedAfter = before.Sequence,
            }),
            Floor = after.Floor with { Ballot = Ballot, Motion = Motion ?? after.Floor.Motion, Election = Election ?? after.Floor.Election, Countdown = null, HallCall = null },
        };
    }
}

/// <summary>How a ballot is made up from its subject.</summary>
internal static class BallotOpening
{
    public static Decision Of(Proceedings now, Moment moment, BallotId ballot, BallotMethod method, BallotSubject subject)
    {
        if (now.Find(ballot) is not null)
            return new IdTaken();
        return subject switch
        {
            { Motion: { } motion, Election: null, Title: null, Decision: null } => OnMotion(now, moment, ballot, method, motion),
            { Motion: null, Election: { } election, Title: null, Decision: null } => OnElection(now, moment, ballot, method, election),
            { Motion: null, Election: null, Title: { } title, Decision: { } decision } => OnQuestion(now, moment, ballot, method, title, decision),
            _ => new OneSubjectNeeded(),
        };
    }

    private static Decision OnMotion(Proceedings now, Moment moment, BallotId ballot, BallotMethod method, MotionId id) =>
        MotionSteps.IsOnFloor(now, id) is { } elsewhere ? elsewhere
        : now.Motions[id] is var motion && !Motion.Flow.CanFire(motion.Phase, MotionTrigger.OpenVote) ? new MotionIsNot(motion.Number, motion.Phase)
        : Opened(now, moment, ballot, motion.Title, BallotKind.Question, method, motion.Decision, Question) with { Motion = id };

    private static Decision OnElection(Proceedings now, Moment moment, BallotId ballot, BallotMethod method, ElectionId id)
    {
        if (Nominations.Open(now, id) is { } refusal)
            return refusal;
        var election = now.Elections[id];
        if (election.Nominees.IsEmpty)
            return new NobodyNominated(election.Title);
        // The winner takes over a console at once, so each nominee has to be able to sign in before the vote.
        if (election.Duty is not null && election.Nominees.Count(nominee => now.Participants[nominee].Account is null) is > 0 and var missing)
            return new NomineeWithoutAccount(missing);
        var options = election.Nominees.Select(nominee => new Option(nominee.ToString(), nominee)).Append(new(Option.Abstain)).ToImmutableArray();
        return Opened(now, moment, ballot, election.Title, BallotKind.Choice, method, election.Decision, options) with { Election = id };
    }

    private static Decision OnQuestion(Proceedings now, Moment moment, BallotId ballot, BallotMethod method, string title, string decision) =>
        Requires.Line(title, 200) is { } fault ? fault
        : now.Rules!.Decision(decision) is null ? new UnknownDecisionKind(decision)
        : Opened(now, moment, ballot, title, BallotKind.Question, method, decision, Question);

    private static ImmutableArray<Option> Question { get; } = [new(Option.For), new(Option.Against), new(Option.Abstain)];

    private static BallotOpened Opened(
        Proceedings now, Moment moment, BallotId ballot, string title, BallotKind kind, BallotMethod method, string decision, ImmutableArray<Option> options) =>
        new(
            ballot,
            now.Ballots.Count + 1,
            title,
            kind,
            method,
            decision,
            now.Rules!.MajorityFor(decision),
            options,
            [.. now.Electorate.OrderBy(member => member.ShortName, StringComparer.Ordinal).Select(member => new Elector(member.Id, Votes: 1))],
            now.Members.Values.Count(now.HasVote),
            now.CurrentPlenary!.Value,
            moment.At,
            Item: now.Floor.Item);
}

/// <summary>A vote is about one thing.</summary>
public sealed record OneSubjectNeeded() : Refusal("ballot.one-subject");

/// <summary>Nobody stands.</summary>
public sealed record NobodyNominated(string Title) : Refusal("election.nobody", Title);

/// <summary>Some nominees cannot sign in yet.</summary>
public sealed record NomineeWithoutAccount(int Missing) : Refusal("election.no-account", Missing);

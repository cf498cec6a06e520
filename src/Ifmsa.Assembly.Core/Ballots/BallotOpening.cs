using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Elections;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Core.Ballots;

/// <summary>How a ballot is made up from its subject.</summary>
internal static class BallotOpening
{
    public static Decision Of(Proceedings now, Moment moment, BallotId ballot, BallotMethod method, BallotSubject subject)
    {
        if (now.Find(ballot) is not null)
            return new IdTaken();
        return subject switch
        {
            { Motion: { } motion, Election: null, Title: null, Decision: null, Amendment: null, Procedural: null } => OnMotion(now, moment, ballot, method, motion),
            { Motion: null, Election: { } election, Title: null, Decision: null, Amendment: null, Procedural: null } => OnElection(now, moment, ballot, method, election),
            { Motion: null, Election: null, Title: { } title, Decision: { } decision, Amendment: null, Procedural: null } => OnQuestion(now, moment, ballot, method, title, decision),
            { Motion: null, Election: null, Title: null, Decision: null, Amendment: { } amendment, Procedural: null } => OnAmendment(now, moment, ballot, method, amendment),
            { Motion: null, Election: null, Title: null, Decision: null, Amendment: null, Procedural: { } procedural } => OnProcedural(now, moment, ballot, method, procedural),
            _ => new OneSubjectNeeded(),
        };
    }

    private static Decision OnMotion(Proceedings now, Moment moment, BallotId ballot, BallotMethod method, MotionId id)
    {
        if ((MotionSteps.IsOnFloor(now, id) ?? Stack.NothingPending(now) ?? Amending.Waiting(now, id)) is { } refusal)
            return refusal;
        var motion = now.Motions[id];
        if (!Motion.Flow.CanFire(motion.Phase, MotionTrigger.OpenVote))
            return new MotionIsNot(motion.Number, motion.Phase);
        if (Alternatives.To(now, id).FirstOrDefault(other => other.Phase == MotionPhase.AskingSecond) is { } unseconded)
            return new MotionIsNot(unseconded.Number, unseconded.Phase);
        if (Credentials.Register.NothingToAdopt(now, motion.Decision) is { } nothing)
            return nothing;
        var competing = Alternatives.Competing(now, id).ToList();
        if (competing.Count == 0)
            return Opened(now, moment, ballot, motion.Title, BallotKind.Question, method, motion.Decision, Question, motion.Membership?.Member) with { Motion = id };
        var options = competing.Prepend(motion).Select(proposal => new Option(proposal.Id.ToString(), Nominee: null, proposal.Id)).Concat([new(Option.Against), new(Option.Abstain)]);
        return Opened(now, moment, ballot, motion.Title, BallotKind.Versus, method, motion.Decision, [.. options], motion.Membership?.Member) with
        {
            Motion = id, Majority = now.Rules!.Majorities[now.Rules.Way.Alternatives!.Majority],
        };
    }

    private static Decision OnAmendment(Proceedings now, Moment moment, BallotId ballot, BallotMethod method, AmendmentId id)
    {
        if (Amending.IsImmediate(now, id, AmendmentPhase.Pending) is { } refusal)
            return refusal;
        var (amendment, majority) = (now.Amendments[id], now.Rules!.Majorities[now.Rules.Way.Amendments!.Majority]);
        var (title, decision) = amendment.Motion is { } motion ? (now.Motions[motion].Title, now.Motions[motion].Decision)
            : (Stack.RuleOf(now, amendment.Procedural!.Value).Title, Procedural(now));
        // Where a plurality decides, the vote is between the two texts.
        var versus = majority.Numerator == 0;
        return Opened(now, moment, ballot, title, versus ? BallotKind.Versus : BallotKind.Question, method, decision,
            versus ? [new(Option.Amendment), new(Option.Original), new(Option.Abstain)] : Question, Electors.Concerned(now, amendment.Motion)) with { Amendment = id, Majority = majority };
    }

    private static Decision OnProcedural(Proceedings now, Moment moment, BallotId ballot, BallotMethod method, ProceduralId id)
    {
        if (now.Floor.Pending?.Procedural != id)
            return new UnknownProcedural();
        var (motion, rule) = (now.Procedurals[id], Stack.RuleOf(now, id));
        return motion.Phase != ProceduralPhase.Pending ? new ProceduralIsNot(motion.Phase)
            : rule.Majority is not { } majority || rule.DecidedBy != DecidedBy.Vote ? new ChairDecides(rule.Title) { Article = rule.Article }
            : Opened(now, moment, ballot, rule.Title, BallotKind.Question, method, Procedural(now), Question) with { Procedural = id, Majority = now.Rules!.Majorities[majority] };
    }

    private static string Procedural(Proceedings now) => now.Rules!.Decisions.ContainsKey(ProceduralDecision) ? ProceduralDecision : now.Rules.Decisions.Keys.Order(StringComparer.Ordinal).First();

    /// <summary>The kind of decision of procedural motions, where the rulebook names one.</summary>
    private const string ProceduralDecision = "procedural";

    private static Decision OnElection(Proceedings now, Moment moment, BallotId ballot, BallotMethod method, ElectionId id)
    {
        if ((Stack.NothingPending(now) ?? Nominations.Open(now, id)) is { } refusal)
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
        (Requires.Line(title, 200) ?? Stack.NothingPending(now)) is { } fault ? fault
        : now.Rules!.Decision(decision) is null ? new UnknownDecisionKind(decision)
        : Credentials.Register.NothingToAdopt(now, decision) is { } nothing ? nothing
        : Opened(now, moment, ballot, title, BallotKind.Question, method, decision, Question);

    private static ImmutableArray<Option> Question { get; } = [new(Option.For), new(Option.Against), new(Option.Abstain)];

    private static BallotOpened Opened(
        Proceedings now, Moment moment, BallotId ballot, string title, BallotKind kind, BallotMethod method, string decision, ImmutableArray<Option> options,
        MemberId? concerned = null) =>
        new(
            ballot,
            now.Ballots.Count + 1,
            title,
            kind,
            method,
            decision,
            now.Rules!.MajorityFor(decision),
            options,
            Electors.For(now, decision, kind == BallotKind.Choice, concerned),
            now.Members.Values.Count(now.HasVote),
            now.CurrentPlenary!.Value,
            moment.At,
            Item: now.Floor.Item);
}

/// <summary>The chair rules on it; there is no vote.</summary>
public sealed record ChairDecides(string Title) : Refusal("procedural.by-chair", Title);

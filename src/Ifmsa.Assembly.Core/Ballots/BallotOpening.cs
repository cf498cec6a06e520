using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Elections;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Core.Ballots;

/// <summary>How a ballot is made up from its subject.</summary>
internal static class BallotOpening
{
    public static Decision Of(Proceedings now, Moment moment, BallotId ballot, BallotTerms terms, BallotSubject subject)
    {
        if (now.Find(ballot) is not null)
            return new IdTaken();
        if ((terms.Seconds is { } seconds and not 0 ? Closing.SecondsFault(seconds) : null) is { } fault)
            return fault;
        if (new object?[] { subject.Motion, subject.Election, subject.Title, subject.Amendment, subject.Procedural }.Count(part => part is not null) != 1
            || (subject.Title is null) != (subject.Decision is null) || (subject.Title is null && (subject.Proposals is not null || subject.Seats is not null || subject.AtMost is not null)))
        {
            return new OneSubjectNeeded();
        }
        var opening = subject switch
        {
            { Motion: { } motion } => OnMotion(now, moment, ballot, terms, motion),
            { Election: { } election } => OnElection(now, moment, ballot, terms, election),
            { Amendment: { } amendment } => OnAmendment(now, moment, ballot, terms, amendment),
            { Procedural: { } procedural } => OnProcedural(now, moment, ballot, terms, procedural),
            _ => OnQuestion(now, moment, ballot, terms, subject),
        };
        return opening.Facts.OfType<BallotOpened>().FirstOrDefault() is { } opened && CannotBeTakenSo(opened) is { } refusal ? refusal : opening;
    }

    /// <summary>A test vote, which looks the same and decides nothing.</summary>
    public static Decision OfTest(Proceedings now, Moment moment, BallotId ballot, BallotMethod method, string title)
    {
        if (now.Find(ballot) is not null)
            return new IdTaken();
        if (Requires.Line(title, 200) is { } fault)
            return fault;
        var opened = Opened(now, moment, ballot, title, BallotKind.Question, new(method, Seconds: 0), TestDecision, Question) with
        {
            Test = true, Number = now.Ballots.Values.Count(each => each.Test) + 1, ObjectionSeconds = null, ClosesWhenAll = null, Item = null,
        };
        return CannotBeTakenSo(opened) is { } refusal ? refusal : opened;
    }

    /// <summary>The kind of decision whose majority a test vote shows; every rulebook has it.</summary>
    private const string TestDecision = "motion";

    /// <summary>Why this cannot be counted as it is to be taken.</summary>
    private static Refusal? CannotBeTakenSo(BallotOpened opened) => opened switch
    {
        { Electorate.IsEmpty: true } => new NobodyVotes(),
        { Method: BallotMethod.Placards, Kind: BallotKind.Several } => new PlacardsShowOne(),
        { Method: BallotMethod.Placards } when opened.Electorate.Any(elector => elector.Votes != 1 || (elector.Weight ?? 1) != 1) => new PlacardsShowOne(),
        { Method: BallotMethod.RollCall, Kind: BallotKind.Several } or { Method: BallotMethod.RollCall, Disclosure: Disclosure.Totals } => new RollCallIsByName(),
        { Method: BallotMethod.RollCall } when opened.Electorate.Any(elector => elector.Person is not null) => new RollCallIsByName(),
        _ => null,
    };

    private static Decision OnMotion(Proceedings now, Moment moment, BallotId ballot, BallotTerms terms, MotionId id)
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
            return Opened(now, moment, ballot, motion.Title, BallotKind.Question, terms, motion.Decision, Question, motion.Membership?.Member) with { Motion = id };
        var options = competing.Prepend(motion).Select(proposal => new Option(proposal.Id.ToString(), Nominee: null, proposal.Id)).Concat([new(Option.Against), new(Option.Abstain)]);
        return Opened(now, moment, ballot, motion.Title, BallotKind.Versus, terms, motion.Decision, [.. options], motion.Membership?.Member).Under(now.Rules!, now.Rules!.Way.Alternatives!.Majority) with { Motion = id };
    }

    private static Decision OnAmendment(Proceedings now, Moment moment, BallotId ballot, BallotTerms terms, AmendmentId id)
    {
        if (Amending.IsImmediate(now, id, AmendmentPhase.Pending) is { } refusal)
            return refusal;
        var (amendment, majority) = (now.Amendments[id], now.Rules!.Way.Amendments!.Majority);
        var (title, decision) = amendment.Motion is { } motion ? (now.Motions[motion].Title, now.Motions[motion].Decision)
            : (Stack.RuleOf(now, amendment.Procedural!.Value).Title, Procedural(now));
        // Where a plurality decides, the vote is between the two texts.
        var versus = now.Rules.Majorities[majority].Numerator == 0;
        return Opened(now, moment, ballot, title, versus ? BallotKind.Versus : BallotKind.Question, terms, decision,
            versus ? [new(Option.Amendment), new(Option.Original), new(Option.Abstain)] : Question, Electors.Concerned(now, amendment.Motion)).Under(now.Rules, majority) with { Amendment = id };
    }

    private static Decision OnProcedural(Proceedings now, Moment moment, BallotId ballot, BallotTerms terms, ProceduralId id)
    {
        if (now.Floor.Pending?.Procedural != id)
            return new UnknownProcedural();
        var (motion, rule) = (now.Procedurals[id], Stack.RuleOf(now, id));
        return motion.Phase != ProceduralPhase.Pending ? new ProceduralIsNot(motion.Phase)
            : rule.Majority is not { } majority || rule.DecidedBy != DecidedBy.Vote ? new ChairDecides(rule.Title) { Article = rule.Article }
            : Opened(now, moment, ballot, rule.Title, BallotKind.Question, terms, Procedural(now), Question).Under(now.Rules!, majority) with { Procedural = id };
    }

    private static string Procedural(Proceedings now) => now.Rules!.Decisions.ContainsKey(ProceduralDecision) ? ProceduralDecision : now.Rules.Decisions.Keys.Order(StringComparer.Ordinal).First();

    /// <summary>The kind of decision of procedural motions, where the rulebook names one.</summary>
    private const string ProceduralDecision = "procedural";

    private static Decision OnElection(Proceedings now, Moment moment, BallotId ballot, BallotTerms terms, ElectionId id)
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
        return Opened(now, moment, ballot, election.Title, BallotKind.Choice, terms, election.Decision, options) with { Election = id };
    }

    private static Decision OnQuestion(Proceedings now, Moment moment, BallotId ballot, BallotTerms terms, BallotSubject subject)
    {
        var (title, decision) = (subject.Title!, subject.Decision!);
        if ((Requires.Line(title, 200) ?? Stack.NothingPending(now)) is { } fault)
            return fault;
        if (now.Rules!.Decision(decision) is null)
            return new UnknownDecisionKind(decision);
        if (Credentials.Register.NothingToAdopt(now, decision) is { } nothing)
            return nothing;
        if (subject.Proposals is not { IsDefault: false } proposals)
            return subject is { Seats: null, AtMost: null } ? Opened(now, moment, ballot, title, BallotKind.Question, terms, decision, Question) : new ProposalsNeeded(MostProposals);
        if (proposals.Length is < 2 or > MostProposals || proposals.Distinct(StringComparer.Ordinal).Count() != proposals.Length)
            return new ProposalsNeeded(MostProposals);
        if (proposals.Select(proposal => Requires.Line(proposal, 200)).FirstOrDefault(each => each is not null) is { } wording)
            return wording;
        var seats = subject.Seats ?? 1;
        var marks = subject.AtMost ?? seats;
        if (seats < 1 || seats >= proposals.Length + (subject.AtMost is null ? 0 : 1) || marks < 1 || marks > proposals.Length)
            return new SeatsOutOfBounds(proposals.Length);
        ImmutableArray<Option> options = [.. proposals.Select((proposal, place) => new Option((place + 1).ToString(CultureInfo.InvariantCulture), Label: proposal)), new(Option.Against), new(Option.Abstain)];
        var several = seats > 1 || marks > 1;
        return Opened(now, moment, ballot, title, several ? BallotKind.Several : BallotKind.Versus, terms, decision, options) with { Seats = several ? seats : null, AtMost = several ? marks : null };
    }

    private const int MostProposals = 30;

    private static ImmutableArray<Option> Question { get; } = [new(Option.For), new(Option.Against), new(Option.Abstain)];

    private static BallotOpened Opened(
        Proceedings now, Moment moment, BallotId ballot, string title, BallotKind kind, BallotTerms terms, string decision, ImmutableArray<Option> options, MemberId? concerned = null)
    {
        var (rules, election) = (now.Rules!, kind == BallotKind.Choice);
        var (rule, voting) = (rules.Decisions[decision], rules.Polls);
        var electorate = Electors.For(now, decision, election, concerned);
        var seconds = terms.Seconds ?? voting.Seconds;
        // Where the rulebook says totals alone, nobody can ask for names.
        var disclosure = rule.Disclosure is Disclosure.Totals ? Disclosure.Totals : terms.Disclosure ?? Disclosure.Named;
        return new(
            ballot, now.Ballots.Values.Count(each => !each.Test) + 1, title, kind, terms.Method, decision, rules.MajorityFor(decision), options, electorate,
            now.Members.Values.Count(now.HasVote), now.CurrentPlenary!.Value, moment.At, Item: now.Floor.Item)
        {
            Second = SecondOf(rules, rules.MajorityFor(decision)),
            Extents = Electors.Extents(now, electorate, election),
            Disclosure = disclosure == Disclosure.Named ? null : disclosure,
            MaySplit = terms.Method == BallotMethod.Phones && rules.Votes?.For(election) is { Split: true } ? true : null,
            ObjectionSeconds = terms.Method != BallotMethod.Placards && voting.ObjectionSeconds > 0 ? voting.ObjectionSeconds : null,
            ClosesWhenAll = voting.ClosesWhenAll ? true : null,
            ClosesAt = seconds > 0 && terms.Method == BallotMethod.Phones ? moment.At.AddSeconds(seconds) : null,
            Called = terms.Method == BallotMethod.RollCall ? FromDrawn(now, electorate, moment) : null,
            Concerned = concerned,
            Minutes = Core.Minutes.Pending.CitedBy(now, decision),
        };
    }

    /// <summary>The ballot under another majority than its decision's, and under the second that one asks for.</summary>
    private static BallotOpened Under(this BallotOpened opened, Rules rules, string majority) =>
        opened with { Majority = rules.Majorities[majority], Second = SecondOf(rules, rules.Majorities[majority]) };

    private static MajorityRule? SecondOf(Rules rules, MajorityRule majority) => majority.And is { } and ? rules.Majorities[and] : null;

    /// <summary>Members in alphabetical order, beginning with one that is drawn.</summary>
    private static ImmutableArray<MemberId> FromDrawn(Proceedings now, ImmutableArray<Elector> electorate, Moment moment)
    {
        ImmutableArray<MemberId> all = [.. electorate.Select(elector => elector.Member).Distinct().OrderBy(now.NameOf, StringComparer.InvariantCultureIgnoreCase)];
        if (all.IsEmpty)
            return all;
        var first = (int)(BinaryPrimitives.ReadUInt64BigEndian(moment.Draw.Span) % (ulong)all.Length);
        return [.. all[first..], .. all[..first]];
    }
}

/// <summary>The chair rules on it; there is no vote.</summary>
public sealed record ChairDecides(string Title) : Refusal("procedural.by-chair", Title);

/// <summary>Nobody is entitled to vote in it.</summary>
public sealed record NobodyVotes() : Refusal("ballot.nobody-votes");

/// <summary>A placard stands for one vote and one choice.</summary>
public sealed record PlacardsShowOne() : Refusal("ballot.placards-show-one");

/// <summary>A roll call is one choice of each member, aloud and by name.</summary>
public sealed record RollCallIsByName() : Refusal("ballot.roll-call-by-name");

/// <summary>A vote between proposals needs two or more that differ.</summary>
public sealed record ProposalsNeeded(int AtMost) : Refusal("ballot.proposals", AtMost);

/// <summary>Fewer proposals are chosen than there are, and no more marks made.</summary>
public sealed record SeatsOutOfBounds(int Proposals) : Refusal("ballot.seats", Proposals);

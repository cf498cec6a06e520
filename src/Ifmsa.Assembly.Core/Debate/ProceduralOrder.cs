using Ifmsa.Assembly.Core.Agenda;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Elections;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Core.Plenaries;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Core.Debate;

/// <summary>Which procedural motions are in order, and why the others are not: by right, by rank, and by what they would bring about.</summary>
public static class ProceduralOrder
{
    /// <summary>Why a kind of procedural motion cannot be moved by somebody now; null when it can.</summary>
    public static Refusal? Of(Proceedings now, Actor by, string kind) =>
        now.Rules?.Procedural.GetValueOrDefault(kind) is not { } rule ? new UnknownProceduralKind(kind)
        : ByRank(now, rule) ?? Meeting(now, rule) ?? Requires.NoBallotRunning(now) ?? ByEffect(now, rule) ?? ByRight(now, by, kind, rule);

    /// <summary>Whether one that waits can be taken up now.</summary>
    internal static Refusal? ToPut(Proceedings now, ProceduralMotion motion, ProceduralRule rule) =>
        ByRank(now, rule) ?? Meeting(now, rule) ?? Requires.NoBallotRunning(now) ?? ByEffect(now, rule)
        // It was moved on the motion then before the plenary, and on no other.
        ?? (IsOnMotion(rule.Effect) && motion.On != now.Floor.Motion ? new NothingToBringAbout(rule.Title) { Article = rule.Article } : null);

    private static bool IsOnMotion(ProceduralEffect effect) => effect is ProceduralEffect.VoteAtOnce or ProceduralEffect.NextBusiness or ProceduralEffect.Postpone or ProceduralEffect.LayOnTable
        or ProceduralEffect.Refer or ProceduralEffect.PostponeIndefinitely or ProceduralEffect.RejectConsideration or ProceduralEffect.LimitDebate;

    private static Refusal? Meeting(Proceedings now, ProceduralRule rule) => rule.Effect != ProceduralEffect.OpenMeeting ? Requires.Session(now)
        : now.Plenary is { Phase: PlenaryPhase.RollCall or PlenaryPhase.Recess } ? Requires.EnoughPresent(now)
        : new NotToBeOpened();

    /// <summary>All that is pending yields to it.</summary>
    private static Refusal? ByRank(Proceedings now, ProceduralRule rule)
    {
        foreach (var question in now.Floor.Pending?.Downwards() ?? [])
        {
            if (question.Procedural is { } procedural ? !Precedence.OverProcedural(Stack.RuleOf(now, procedural), rule) : !Precedence.OverAmendment(now.Rules!, rule))
                return question.Amendment is { } amendment ? new AmendmentPending(now.Amendments[amendment].Number) : now.Rule(new Outranked(Stack.RuleOf(now, question.Procedural!.Value).Title) { Article = rule.Article });
        }
        return now.Floor.Motion is { } motion && !now.Motions[motion].IsSettled && !Precedence.OverMotion(now.Rules!, rule) ? now.Rule(new Outranked(now.Motions[motion].Title) { Article = rule.Article }) : null;
    }

    private static Refusal? ByEffect(Proceedings now, ProceduralRule rule)
    {
        var motion = now.Floor.Motion is { } id && now.Motions[id] is { IsSettled: false } pending ? pending : null;
        var possible = rule.Effect switch
        {
            ProceduralEffect.OpenMeeting or ProceduralEffect.AdjournMeeting or ProceduralEffect.Recess or ProceduralEffect.FixAdjournment
                or ProceduralEffect.Privilege or ProceduralEffect.OrdersOfTheDay => true,
            ProceduralEffect.OpenAgenda => now.Plenary is { AgendaAdopted: true },
            ProceduralEffect.ChangeAgenda => now.Items.Values.Any(item => item.Phase is ItemPhase.Planned or ItemPhase.Postponed),
            ProceduralEffect.VoteAtOnce => motion is { VoteOrdered: false, Phase: not MotionPhase.AskingSecond },
            ProceduralEffect.NextBusiness => motion is not null || now.Floor.Item is not null,
            ProceduralEffect.Postpone or ProceduralEffect.LayOnTable or ProceduralEffect.Refer or ProceduralEffect.PostponeIndefinitely => motion is { AlternativeTo: null },
            ProceduralEffect.LimitDebate => motion is { VoteOrdered: false },
            ProceduralEffect.RejectConsideration => now.Floor.Pending is null && motion is { TextAsPut: null, Phase: MotionPhase.AskingSecond or MotionPhase.Seconded },
            ProceduralEffect.ReopenDebate => motion is null && now.Motions.Values.Any(settled => CanReopen(settled)),
            ProceduralEffect.ReopenSpeakers => now.SpeakersLists.Values.Any(list => IsOnFloor(now, list) && list.Phase == SpeakersListPhase.Closed),
            ProceduralEffect.CandidatesLeave => !now.Floor.CandidatesOut && now.Floor.Election is { } election && now.Elections[election].Phase == ElectionPhase.Open,
            ProceduralEffect.SuspendRule => now.Rules!.Paragraphs.Any(paragraph => paragraph.Value.Suspendable && now.Binds(paragraph.Key)),
            ProceduralEffect.ResumeRule => !now.SuspendedRules.IsEmpty,
            ProceduralEffect.OffRecord => !now.Floor.OffRecord,
            ProceduralEffect.OverruleChair => Rulings.Open(now, RulingBody.Chair).Any(),
            ProceduralEffect.OverruleCredentials => Rulings.Open(now, RulingBody.Credentials).Any(),
            ProceduralEffect.NoConfidence => now.Chairing.Presiding is { } chair && Deputies.Of(now, chair) is not null,
            ProceduralEffect.ObserversLeave => !now.Floor.ObserversOut,
            ProceduralEffect.ObserversReturn => now.Floor.ObserversOut,
            ProceduralEffect.CountAgain => now.Floor.Ballot is { } ballot && now.Ballots[ballot] is { Phase: BallotPhase.Declared, Procedural: null, Amendment: null },
        };
        return possible ? null : new NothingToBringAbout(rule.Title) { Article = rule.Article };
    }

    /// <summary>Whether a settled motion comes back by reopening its debate.</summary>
    internal static bool CanReopen(Motion motion) =>
        motion is { Phase: MotionPhase.Defeated or MotionPhase.Dropped or MotionPhase.Unseconded, AlternativeTo: null, Bloc.IsEmpty: true };

    /// <summary>Whether a speakers' list is on what is before the plenary.</summary>
    internal static bool IsOnFloor(Proceedings now, SpeakersList list) =>
        list.Motion is { } motion ? motion == now.Floor.Motion || now.Motions[motion].AlternativeTo == now.Floor.Motion
        : list.Procedural is { } procedural ? now.Floor.Pending?.Procedural == procedural
        : list.Item == now.Floor.Item;

    private static Refusal? ByRight(Proceedings now, Actor by, string kind, ProceduralRule rule)
    {
        if (now.Floor.Speaking is not null && !rule.Interrupts && !now.Waives)
            return new SpeakerHasFloor() { Article = rule.Article };
        if ((Requires.MayPropose(now, by) ?? Requires.Intake(now, by)) is { } refusal)
            return refusal;
        return by.Is(Who.Enters) || by.Member is not { } member ? null : OfMember(now, member, kind, rule, detail: null);
    }

    /// <summary>One request at a time for each delegation, and none again that it has lost.</summary>
    /// <param name="now">The meeting.</param>
    /// <param name="member">The delegation.</param>
    /// <param name="kind">What it would move.</param>
    /// <param name="rule">Its rule.</param>
    /// <param name="detail">What it is about; null while that is not chosen.</param>
    internal static Refusal? OfMember(Proceedings now, MemberId member, string kind, ProceduralRule rule, ProceduralDetail? detail)
    {
        foreach (var earlier in now.Procedurals.Values)
        {
            if (earlier.Proposer != member)
                continue;
            if (!earlier.IsSettled && !now.Waives)
                return new OneRequestAtATime();
            if (earlier.Kind == kind && earlier.Phase is ProceduralPhase.Defeated or ProceduralPhase.Unseconded && rule.NoRetry is { } article && now.Binds(article) && !now.Waives && IsSame(now, earlier, rule.Effect, detail))
                return new NotAgain(rule.Title) { Article = article };
        }
        return null;
    }

    /// <summary>Whether it would be about the same matter as an earlier one.</summary>
    private static bool IsSame(Proceedings now, ProceduralMotion earlier, ProceduralEffect effect, ProceduralDetail? detail) => IsOnMotion(effect) ? earlier.On == now.Floor.Motion : effect switch
    {
        ProceduralEffect.OverruleChair or ProceduralEffect.OverruleCredentials => detail is not null && earlier.Detail.Ruling == detail.Ruling,
        ProceduralEffect.SuspendRule or ProceduralEffect.ResumeRule => detail is not null && earlier.Detail.Paragraph == detail.Paragraph,
        ProceduralEffect.ReopenDebate => detail is not null && earlier.Detail.Motion == detail.Motion,
        ProceduralEffect.ReopenSpeakers => detail is not null && earlier.Detail.List == detail.List,
        ProceduralEffect.ChangeAgenda => detail is not null && earlier.Detail.Item == detail.Item,
        ProceduralEffect.CountAgain => now.Floor.Ballot == earlier.Detail.Ballot,
        ProceduralEffect.OpenMeeting or ProceduralEffect.AdjournMeeting or ProceduralEffect.Recess or ProceduralEffect.FixAdjournment or ProceduralEffect.OpenAgenda
            or ProceduralEffect.CandidatesLeave or ProceduralEffect.OffRecord or ProceduralEffect.NoConfidence or ProceduralEffect.ObserversLeave
            or ProceduralEffect.ObserversReturn or ProceduralEffect.Privilege or ProceduralEffect.OrdersOfTheDay or ProceduralEffect.VoteAtOnce or ProceduralEffect.NextBusiness
            or ProceduralEffect.Postpone or ProceduralEffect.LayOnTable or ProceduralEffect.Refer or ProceduralEffect.PostponeIndefinitely or ProceduralEffect.RejectConsideration
            or ProceduralEffect.LimitDebate => true,
    };
}

/// <summary>Who takes the chair when whoever presides is concerned.</summary>
internal static class Deputies
{
    /// <summary>Those whose chair is in question: they do not preside until that is decided.</summary>
    public static IEnumerable<ParticipantId> Concerned(Proceedings now) =>
        (now.Floor.Pending?.Downwards() ?? []).Select(question => question.Procedural is { } id ? now.Procedurals[id].ChairBefore : null).OfType<ParticipantId>();

    /// <summary>The vice-chair, then the elected chair, then the Executive Board; somebody who can be reached at a console and whose chair is not in question.</summary>
    public static ParticipantId? Of(Proceedings now, ParticipantId presiding) => now.Participants.Values
        .Where(person => person.Id != presiding && !Concerned(now).Contains(person.Id) && (person.Device is not null || person.Account is not null) && (person.Duties & (Who.ViceChair | Who.Chair | Who.Executive)) != 0)
        .OrderBy(person => (person.Duties & Who.ViceChair) != 0 ? 0 : (person.Duties & Who.Chair) != 0 ? 1 : 2)
        .ThenBy(person => person.Id.Value)
        .FirstOrDefault()?.Id;
}

/// <summary>The rulebook knows no such procedural motion.</summary>
public sealed record UnknownProceduralKind(string Kind) : Refusal("procedural.unknown-kind", Kind);

/// <summary>What is pending does not yield to it.</summary>
public sealed record Outranked(string Pending) : RuleRefusal("procedural.outranked", Pending);

/// <summary>There is nothing it could bring about now.</summary>
public sealed record NothingToBringAbout(string Title) : Refusal("procedural.pointless", Title);

/// <summary>Somebody is speaking.</summary>
public sealed record SpeakerHasFloor() : RuleRefusal("procedural.speaker");

/// <summary>The delegation has a request pending.</summary>
public sealed record OneRequestAtATime() : RuleRefusal("procedural.one-at-a-time");

/// <summary>The delegation has moved this and lost.</summary>
public sealed record NotAgain(string Title) : RuleRefusal("procedural.not-again", Title);

/// <summary>The plenary is open, or its roll has not been called.</summary>
public sealed record NotToBeOpened() : Refusal("plenary.not-to-be-opened");

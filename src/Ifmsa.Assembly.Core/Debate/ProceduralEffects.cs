using Ifmsa.Assembly.Core.Agenda;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Core.Plenaries;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Core.Debate;

/// <summary>What a procedural motion that carries brings about, at once.</summary>
internal static class ProceduralEffects
{
    public static IEnumerable<Fact> Of(Proceedings now, ProceduralMotion motion, Moment moment)
    {
        var (detail, plenary, pending) = (motion.Detail, now.CurrentPlenary!.Value, now.Floor.Motion is { } id && !now.Motions[id].IsSettled ? now.Floor.Motion : null);
        return Stack.RuleOf(now, motion.Id).Effect switch
        {
            ProceduralEffect.OpenMeeting => now.Plenary switch
            {
                { Phase: PlenaryPhase.RollCall } => [new PlenaryOpened(plenary, now.Quorum.Present, now.Quorum.Needed, moment.At)],
                { Phase: PlenaryPhase.Recess } => [new PlenaryResumed(plenary, moment.At)],
                _ => [],
            },
            ProceduralEffect.AdjournMeeting => [new PlenaryAdjourned(plenary, moment.At)],
            ProceduralEffect.Recess => [new RecessCalled(plenary, moment.At.AddMinutes(detail.Minutes!.Value), moment.At)],
            ProceduralEffect.FixAdjournment => [new AdjournmentFixed(detail.Until!.Value)],
            ProceduralEffect.OpenAgenda => [new AgendaAdoptionReversed(plenary)],
            ProceduralEffect.ChangeAgenda => Placing(now, detail),
            ProceduralEffect.VoteAtOnce => pending is { } voted ? [new VoteOrdered(voted)] : [],
            ProceduralEffect.NextBusiness => pending is { } left ? [new MotionDropped(left, motion.Id)] : now.Floor.Item is { } item ? [new ItemClosed(item)] : [],
            ProceduralEffect.Postpone or ProceduralEffect.LayOnTable or ProceduralEffect.Refer => pending is { } put ? [new MotionPutOff(put, motion.Id, detail.Until)] : [],
            ProceduralEffect.PostponeIndefinitely or ProceduralEffect.RejectConsideration => pending is { } dropped ? [new MotionDropped(dropped, motion.Id)] : [],
            ProceduralEffect.LimitDebate => pending is { } limited ? [new SpeechesLimited(limited, detail.Seconds!.Value)] : [],
            ProceduralEffect.ReopenDebate => detail.Motion is { } settled && ProceduralOrder.CanReopen(now.Motions[settled]) ? [new DebateReopened(settled, moment.At.AddSeconds(now.Rules!.Times.Seconders), now.Rules.Times.Seconders)] : [],
            ProceduralEffect.ReopenSpeakers => detail.List is { } list && now.Find(list) is { Phase: SpeakersListPhase.Closed } ? [new SpeakersReopened(list)] : [],
            ProceduralEffect.CandidatesLeave => [new CandidatesSentOut()],
            ProceduralEffect.SuspendRule => [new RuleSuspended(detail.Paragraph!)],
            ProceduralEffect.ResumeRule => [new RuleResumed(detail.Paragraph!)],
            ProceduralEffect.OffRecord => [new RecordStopped()],
            ProceduralEffect.OverruleChair or ProceduralEffect.OverruleCredentials => Overruled(now, detail.Ruling!.Value),
            ProceduralEffect.NoConfidence => Deposed(now, motion),
            ProceduralEffect.ObserversLeave => [new ObserversSentOut()],
            ProceduralEffect.ObserversReturn => [new ObserversReadmitted()],
            ProceduralEffect.CountAgain => detail.Ballot is { } ballot && now.Ballots[ballot].Phase == BallotPhase.Declared
                ? [new BallotVoided(ballot, now.Rules!.Procedural[motion.Kind].Title, moment.At), .. VoidBallot.Reversals(now, now.Ballots[ballot])] : [],
            ProceduralEffect.Privilege or ProceduralEffect.OrdersOfTheDay => [],
        };
    }

    private static Fact[] Placing(Proceedings now, ProceduralDetail detail)
    {
        if (detail.Item is not { } id || now.Find(id) is not { } item)
            return [];
        var before = detail.Before is { } next ? now.Find(next) : null;
        var parent = before is null ? item.Parent : before.Parent;
        // An item never comes to stand under itself.
        return parent is { } above && Tree.IsUnder(now, above, id) ? [] : [new ItemPlaced(id, parent, before?.Id, before?.Plenary ?? item.Plenary)];
    }

    private static IEnumerable<Fact> Overruled(Proceedings now, RulingId id)
    {
        // What was done under the ruling falls with it, where nothing rests on it yet.
        if (now.Rulings[id].Used is > 0 and var act && now.ReversibleActs.GetValueOrDefault(act) is { } done && done.Stands(now))
            yield return new Corrections.ActReversed(act, done.Kind, now.Rulings[id].Text);
        yield return new RulingReversed(id);
    }

    /// <summary>The vice-chair, who presides since this was moved, is the chair; a new vice-chair is to be elected.</summary>
    private static IEnumerable<Fact> Deposed(Proceedings now, ProceduralMotion motion)
    {
        foreach (var chair in now.Participants.Values.Where(person => (person.Duties & Who.Chair) != 0 && (person.Id != now.Chairing.Presiding || person.Id == motion.ChairBefore)))
            yield return new DutyRemoved(chair.Id, Duty.Chair);
        if (now.Chairing.Presiding is not { } vice || vice == motion.ChairBefore)
            yield break;
        if ((now.Participants[vice].Duties & Who.Chair) == 0)
            yield return new DutyGiven(vice, Duty.Chair);
        if ((now.Participants[vice].Duties & Who.ViceChair) != 0)
            yield return new DutyRemoved(vice, Duty.ViceChair);
    }
}

/// <summary>The time to which the plenary adjourns is fixed.</summary>
[FactKind("plenary.adjournment-fixed.v1")]
public sealed record AdjournmentFixed(DateTimeOffset Until) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with { Floor = before.Floor with { AdjournsAt = Until } };
}

/// <summary>The plenary has ordered the vote on a motion: nothing else is in order on it.</summary>
[FactKind("motion.vote-ordered.v1")]
public sealed record VoteOrdered(MotionId Motion) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before)
    {
        var after = before.Amend(Motion, motion => motion with
        {
            VoteOrdered = true,
            Phase = Motions.Motion.Flow.CanFire(motion.Phase, MotionTrigger.OrderVote) ? Motions.Motion.Flow.Fire(motion.Phase, MotionTrigger.OrderVote) : motion.Phase,
        });
        return after with
        {
            SpeakersLists = after.SpeakersLists.SetItems(after.SpeakersLists.Values
                .Where(list => list.Motion == Motion && list.Phase == SpeakersListPhase.Open)
                .Select(list => KeyValuePair.Create(list.Id, list with { Phase = SpeakersListPhase.Closed }))),
            Floor = after.Floor with { Countdown = null },
        };
    }
}

/// <summary>A motion is dropped without a vote on it; it comes back only when its debate is reopened.</summary>
[FactKind("motion.dropped.v1")]
public sealed record MotionDropped(MotionId Motion, ProceduralId? Procedural) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        Alternatives.Fall(MotionSteps.Bind(Stack.Clear(before), Motion, MotionTrigger.PullOut), Motion)
            .Amend(Motion, motion => motion with { Phase = Motions.Motion.Flow.Fire(motion.Phase, MotionTrigger.Drop) })
            .LeavingMotion();
}

/// <summary>A motion is put off, laid aside or sent to a committee; the chair can take it up again as it stands.</summary>
[FactKind("motion.put-off.v1")]
public sealed record MotionPutOff(MotionId Motion, ProceduralId Procedural, DateTimeOffset? Until) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        Stack.Clear(before).Amend(Motion, motion => motion with { PutOffBy = Procedural }).LeavingMotion();
}

/// <summary>Speeches on a motion get another limit.</summary>
[FactKind("motion.speeches-limited.v1")]
public sealed record SpeechesLimited(MotionId Motion, int Seconds) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before)
    {
        var after = before.Amend(Motion, motion => motion with { SpeechSeconds = Seconds });
        return after with
        {
            SpeakersLists = after.SpeakersLists.SetItems(after.SpeakersLists.Values.Where(list => list.Motion == Motion).Select(list => KeyValuePair.Create(list.Id, list with { Seconds = Seconds }))),
        };
    }
}

/// <summary>A settled motion is before the plenary again; one that had no seconder is asked about once more.</summary>
[FactKind("motion.debate-reopened.v1")]
public sealed record DebateReopened(MotionId Motion, DateTimeOffset Until, int Seconds) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before)
    {
        var again = before.Motions[Motion].Phase == MotionPhase.Unseconded;
        return before.Amend(Motion, motion => motion with
        {
            VoteOrdered = false, Objections = [], LateObjection = null,
            Phase = Motions.Motion.Flow.Fire(motion.Phase, again ? MotionTrigger.ReopenUnseconded : MotionTrigger.Reopen),
        }) with
        {
            Floor = before.Floor with
            {
                Motion = Motion, Election = null, Pending = null, Countdown = again ? new(CountdownPurpose.Seconders, Motion, Until, Seconds) : null,
            },
        };
    }
}

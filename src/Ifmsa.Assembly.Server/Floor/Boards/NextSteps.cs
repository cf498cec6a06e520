using System.Globalization;
using System.Text.Json.Nodes;
using Ifmsa.Assembly.Core.Agenda;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Elections;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Core.Plenaries;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Server.Floor.Boards;

/// <summary>What the chair does next, by the flow of what is before the plenary.</summary>
internal static class NextSteps
{
    private static readonly Dictionary<string, string> Nothing = [];

    public static NextStep? Of(View view)
    {
        var now = view.Now;
        if (now.Chairing.Presiding is null)
            return Step("chair.assume");
        // A test vote is taken before the opening too.
        if (now.RunningBallot is { Test: true } test)
            return OfBallot(test);
        switch (now.Plenary?.Phase)
        {
            case null or PlenaryPhase.Planned or PlenaryPhase.Adjourned:
                return now.Plenaries.Values.Where(plenary => plenary.Phase == PlenaryPhase.Planned).OrderBy(plenary => plenary.Number).FirstOrDefault() is { } next
                    ? Step("plenary.call-roll", new() { ["plenary"] = next.Id.ToString() }, Number(next.Number)) : null;
            case PlenaryPhase.RollCall:
                return now.Quorum.Met ? Step("plenary.open", args: Number(now.Plenary!.Number)) : null;
            case PlenaryPhase.Recess:
                return Step("plenary.resume");
            case PlenaryPhase.InSession:
                break;
        }
        if (now.RunningBallot is { } ballot)
            return OfBallot(ballot);
        if (now.Plenary is { QuorumQuestioned: true } || !now.Quorum.Met)
            return Step("quorum.test");
        if (OfPoints(view) is { } hearing)
            return hearing;
        if (now.Floor.Pending is { } question)
            return OfQuestion(now, question);
        if (now.Procedurals.Values.Where(waiting => waiting.Phase == ProceduralPhase.Waiting).OrderBy(waiting => Core.Debate.Stack.RuleOf(now, waiting.Id).Rank ?? 0).ThenBy(waiting => waiting.Number).FirstOrDefault() is { } moved)
            return Step("procedural.put", new() { ["procedural"] = moved.Id.ToString() }, Titled(Core.Debate.Stack.RuleOf(now, moved.Id).Title));
        if (now.CurrentSpeakersList is { } list && SpeakingOrder.Next(now, list) is { } speaker && !(now.Floor.Motion is { } ordered && now.Motions[ordered].VoteOrdered))
            return Step("speech.call-next", args: Named(view, speaker));
        if (now.Floor.Motion is { } motion && OfMotion(now, now.Motions[motion]) is { } step)
            return step;
        if (now.Floor.Election is { } election && now.Elections[election] is { Phase: ElectionPhase.Open } post)
            return post.Nominees.IsEmpty ? null : Step("ballot.open", new() { ["method"] = "phones", ["election"] = post.Id.ToString() }, Titled(post.Title), newId: "ballot");
        // Motions handed in for the open item come in their order, then the next item.
        if (now.Motions.Values.Where(waiting => waiting.Phase == MotionPhase.Submitted && waiting.Item == now.Floor.Item && waiting.Item is not null).OrderBy(waiting => waiting.Number).FirstOrDefault() is { } handedIn)
            return Step("motion.put", new() { ["motion"] = handedIn.Id.ToString() }, Number(handedIn.Number, handedIn.Title));
        if (ItemSteps.PartsLeft(now).FirstOrDefault() is { } part)
            return Step("motion.put", new() { ["motion"] = part.Id.ToString() }, Number(part.Number, part.Title));
        if (ItemSteps.Next(now) is { } item)
            return Step("item.next", args: Titled(item.Title));
        return now.Floor.Item is { } last
            ? Step("item.close", new() { ["item"] = last.ToString() }, Titled(now.Items[last].Title))
            : Step("plenary.adjourn", args: Number(now.Plenary!.Number), hold: true);
    }

    /// <summary>What else the flow allows of the motion before the plenary.</summary>
    public static IEnumerable<NextStep> Others(View view)
    {
        var now = view.Now;
        if (now.Plenary is not { Phase: PlenaryPhase.InSession } || now.RunningBallot is not null)
            yield break;
        if (now.Floor.Pending is { } question)
        {
            if (question.Procedural is { } asked && now.Procedurals[asked].Phase == ProceduralPhase.AskingSecond || question.Amendment is { } put && now.Amendments[put].Phase == AmendmentPhase.AskingSecond)
                yield return Step("countdown.extend", new() { ["seconds"] = now.Rules!.Times.Seconders });
            if (question.Procedural is { } request && now.Procedurals[request].Phase == ProceduralPhase.Pending && Core.Debate.Stack.RuleOf(now, request).DecidedBy == DecidedBy.Chair)
                yield return Step("procedural.decide", new() { ["procedural"] = request.ToString(), ["grant"] = "denied" }, Titled(Core.Debate.Stack.RuleOf(now, request).Title));
            yield break;
        }
        if (now.Floor.Motion is { } id && now.Motions[id] is var motion)
        {
            var (body, args) = (new JsonObject { ["motion"] = motion.Id.ToString() }, Number(motion.Number, motion.Title));
            // Those who wait are called first; what the flow holds beyond them stays at hand.
            if (now.CurrentSpeakersList is { } list && SpeakingOrder.Next(now, list) is not null && OfMotion(now, motion) is { } beyond && beyond.Kind != "motion.fail")
                yield return beyond;
            if (motion.Phase is MotionPhase.AskingSecond)
                yield return Step("motion.fail", body, args) with { NotBefore = now.Floor.Countdown?.EndsAt };
            if ((motion.Phase is MotionPhase.Seconded or MotionPhase.AskingNegatives && !Amending.WaitingOn(now, motion.Id).Any()) || (motion.Phase is MotionPhase.Objected && OfMotion(now, motion)?.Kind != "ballot.open"))
                yield return Vote(motion);
            if (motion.Phase is MotionPhase.AskingSecond or MotionPhase.AskingNegatives or MotionPhase.AskingAlternatives)
                yield return Step("countdown.extend", new() { ["seconds"] = now.Rules!.Times.Negatives }, args);
        }
        if (OfMinutes(view) is { } adoption)
            yield return adoption;
        if (now.Plenary is { AgendaAdopted: false } && now.Floor.Motion is null)
            yield return Step("agenda.adopt", newId: "motion", args: Number(now.Plenary.Number));
    }

    /// <summary>The vote on the minutes that are before the plenary, while nothing else is; again after a defeat, until they are taken back.</summary>
    private static NextStep? OfMinutes(View view)
    {
        var now = view.Now;
        if (now.MinutesPut is not { } put || !now.Quorum.Met || now.Plenary is { QuorumQuestioned: true } || OfPoints(view) is not null
            || now.Procedurals.Values.Any(moved => moved.Phase == ProceduralPhase.Waiting)
            || (now.Floor.Motion is { } motion && !now.Motions[motion].IsSettled) || (now.Floor.Election is { } post && now.Elections[post].Phase == ElectionPhase.Open)
            || now.Rules!.Decisions.FirstOrDefault(decision => decision.Value.Effect == DecisionEffect.AdoptMinutes) is not { Key: { } kind })
            return null;
        var title = put.Name is { } other ? view.Sentences.Say("minutes.question-of-other", put.Number, Short(other)) : view.Sentences.Say("minutes.question", put.Number);
        return Step("ballot.open", new() { ["method"] = "phones", ["title"] = title, ["decision"] = kind }, Titled(title), newId: "ballot");
    }

    /// <summary>A title has 200 characters; what is cut off is seen to be.</summary>
    private static string Short(string name) => name.Length <= 150 ? name : name[..(char.IsHighSurrogate(name[148]) ? 148 : 149)] + "…";

    private static NextStep? OfBallot(Ballot ballot)
    {
        var (body, args) = (new JsonObject { ["ballot"] = ballot.Id.ToString() }, Number(ballot.Number, ballot.Title));
        return ballot.Phase switch
        {
            BallotPhase.Open when ballot is { Method: BallotMethod.Placards, PlacardFigures: null } or { CalledNow: not null } => null,
            BallotPhase.Open => Step("ballot.close", body, args, hold: true),
            BallotPhase.Counted => Step("ballot.declare", body, args, hold: true),
            BallotPhase.Checking or BallotPhase.Closed or BallotPhase.Disputed or BallotPhase.Declared or BallotPhase.Void => null,
        };
    }

    private static NextStep? OfMotion(Proceedings now, Motion motion)
    {
        var (body, args) = (new JsonObject { ["motion"] = motion.Id.ToString() }, Number(motion.Number, motion.Title));
        return motion.Phase switch
        {
            MotionPhase.AskingSecond when now.Floor.Countdown is null => Step("countdown.extend", new() { ["seconds"] = now.Rules!.Times.Seconders }, args),
            MotionPhase.AskingSecond => Step("motion.fail", body, args) with { NotBefore = now.Floor.Countdown.EndsAt },
            MotionPhase.Seconded when Amending.WaitingOn(now, motion.Id).FirstOrDefault() is { } amendment =>
                Step("amendment.put", new() { ["amendment"] = amendment.Id.ToString() }, Number(amendment.Number, motion.Title)),
            MotionPhase.Seconded when now.Rules!.Way.Negatives && now.Rules.Decisions[motion.Decision].NemoContra => Step("motion.ask-negatives", body, args),
            MotionPhase.AskingNegatives when now.Floor.Countdown is null => Step("countdown.extend", new() { ["seconds"] = now.Rules!.Times.Negatives }, args),
            MotionPhase.AskingNegatives => Step("motion.nemo-contra", body, args) with { NotBefore = now.Floor.Countdown.EndsAt },
            MotionPhase.Objected when motion is { VoteOrdered: false, Bloc.IsEmpty: true, AlternativeTo: null } && now.Rules!.Way.Alternatives is not null && !Alternatives.To(now, motion.Id).Any() =>
                Step("motion.ask-alternatives", body, args),
            MotionPhase.AskingAlternatives when Alternatives.To(now, motion.Id).FirstOrDefault(other => other.Phase == MotionPhase.AskingSecond) is { } unseconded =>
                Step("alternative.fail", new() { ["alternative"] = unseconded.Id.ToString() }, Number(unseconded.Number, unseconded.Title)) with { NotBefore = now.Floor.Countdown?.EndsAt },
            MotionPhase.AskingAlternatives => Vote(motion) with { NotBefore = now.Floor.Countdown?.EndsAt },
            MotionPhase.Seconded or MotionPhase.Objected or MotionPhase.Prevailed => Vote(motion),
            MotionPhase.Draft or MotionPhase.Submitted or MotionPhase.Competing or MotionPhase.EnBloc or MotionPhase.Voting => null,
            MotionPhase.Carried or MotionPhase.Defeated or MotionPhase.Unseconded or MotionPhase.Withdrawn or MotionPhase.Divided or MotionPhase.Dropped => null,
        };
    }

    /// <summary>A point of order comes before everything; one that is heard is settled first.</summary>
    private static NextStep? OfPoints(View view)
    {
        var pending = view.Now.Points.Values.Where(point => point.IsPending && point.Plenary == view.Now.CurrentPlenary).ToList();
        return pending.Find(point => point.Phase == PointPhase.Heard) is { } heard ? Step("point.settle", new() { ["point"] = heard.Id.ToString() }, Titled(view.ShortName(heard.Member) ?? ""))
            : pending.FindAll(point => point.Kind == PointKind.Order).MinBy(point => point.At) is { } order ? Step("point.hear", new() { ["point"] = order.Id.ToString() }, Titled(view.ShortName(order.Member) ?? ""))
            : null;
    }

    /// <summary>What comes next on the question pending above all others; null while its answer is somebody else's.</summary>
    private static NextStep? OfQuestion(Proceedings now, Question question)
    {
        if (question.Procedural is { } id)
        {
            var (body, args) = (new JsonObject { ["procedural"] = id.ToString() }, Titled(Core.Debate.Stack.RuleOf(now, id).Title));
            return now.Procedurals[id].Phase switch
            {
                ProceduralPhase.AskingSecond when now.Floor.Countdown is null => Step("countdown.extend", new() { ["seconds"] = now.Rules!.Times.Seconders }),
                ProceduralPhase.AskingSecond => Step("procedural.fail", body, args) with { NotBefore = now.Floor.Countdown.EndsAt },
                ProceduralPhase.Pending when Core.Debate.Stack.RuleOf(now, id).DecidedBy == DecidedBy.Chair =>
                    Step("procedural.decide", new() { ["procedural"] = id.ToString(), ["grant"] = "granted" }, args),
                ProceduralPhase.Pending => Step("ballot.open", new() { ["method"] = "phones", ["procedural"] = id.ToString() }, args, newId: "ballot"),
                _ => null,
            };
        }
        var amendment = now.Amendments[question.Amendment!.Value];
        var (which, number) = (new JsonObject { ["amendment"] = amendment.Id.ToString() }, Number(amendment.Number));
        return amendment.Phase switch
        {
            AmendmentPhase.AskingSecond when now.Floor.Countdown is null => Step("countdown.extend", new() { ["seconds"] = now.Rules!.Times.Seconders }),
            AmendmentPhase.AskingSecond => Step("amendment.fail", which, number) with { NotBefore = now.Floor.Countdown.EndsAt },
            AmendmentPhase.Pending => Step("ballot.open", new() { ["method"] = "phones", ["amendment"] = amendment.Id.ToString() }, number, newId: "ballot"),
            _ => null,
        };
    }

    private static NextStep Vote(Motion motion) =>
        Step("ballot.open", new() { ["method"] = "phones", ["motion"] = motion.Id.ToString() }, Number(motion.Number, motion.Title), newId: "ballot");

    private static NextStep Step(string kind, JsonObject? body = null, Dictionary<string, string>? args = null, bool hold = false, string? newId = null) =>
        new(kind, body ?? [], newId, args ?? Nothing, hold, NotBefore: null);

    private static Dictionary<string, string> Number(int number, string title = "") =>
        new(StringComparer.Ordinal) { ["number"] = number.ToString(CultureInfo.InvariantCulture), ["title"] = title };

    private static Dictionary<string, string> Named(View view, Speech speech) =>
        new(StringComparer.Ordinal) { ["name"] = speech.Participant is { } person ? view.NameOf(person) : view.ShortName(speech.Member) ?? "" };

    private static Dictionary<string, string> Titled(string title) => new(StringComparer.Ordinal) { ["title"] = title };
}

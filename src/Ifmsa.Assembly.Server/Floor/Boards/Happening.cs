using System.Globalization;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Server.Floor.Boards;

/// <summary>The one sentence with which every page opens.</summary>
internal static class Happening
{
    public static Sentence Of(View view)
    {
        var now = view.Now;
        var plenary = now.Plenary ?? now.Plenaries.Values.OrderBy(row => row.Number).FirstOrDefault();
        if (plenary is null)
            return Say("noPlenary");
        var number = plenary.Number.ToString(CultureInfo.InvariantCulture);
        if (now.RunningBallot is { Test: true } test)
            return OfBallot(view, test);
        switch (plenary.Phase)
        {
            case Core.Plenaries.PlenaryPhase.Planned:
                return Say("planned", ("number", number));
            case Core.Plenaries.PlenaryPhase.Adjourned:
                return Say("adjourned", ("number", number));
            case Core.Plenaries.PlenaryPhase.Recess:
                return Say("recess", ("until", plenary.RecessUntil!.Value.ToString("O", CultureInfo.InvariantCulture)));
            case Core.Plenaries.PlenaryPhase.RollCall:
                return Say("rollCall", ("number", number));
            case Core.Plenaries.PlenaryPhase.InSession:
                break;
        }
        var vote = now.Floor.Ballot is { } ballot ? now.Ballots[ballot] : null;
        if (vote is { IsRunning: true })
            return OfBallot(view, vote);
        if (plenary.QuorumQuestioned)
            return Say("quorumQuestioned");
        // A question has nothing to fall back to: an older motion would look as if its own vote were void.
        if (vote is { Phase: BallotPhase.Declared } or { Phase: BallotPhase.Void, Motion: null, Election: null })
            return OfBallot(view, vote);
        if (now.Quorum is { Met: false } quorum)
            return Say("noQuorum", ("present", quorum.Present.ToString(CultureInfo.InvariantCulture)), ("needed", quorum.Needed.ToString(CultureInfo.InvariantCulture)));
        if (now.Floor.Pending is { } question)
            return OfQuestion(view, question);
        if (now.Floor.Motion is { } motion)
            return OfMotion(view, motion);
        if (now.Floor.Election is { } election && now.Elections[election] is var post)
            return Say(post.Phase == Core.Elections.ElectionPhase.Open ? "election" : "elected", ("title", post.Title), ("name", post.Winner is { } winner ? view.NameOf(winner) : ""));
        return now.Floor.Item is { } item && now.AgendaInOrder(now.CurrentPlenary).FirstOrDefault(row => row.Item.Id == item) is { Item: not null } open
            ? Say("item", ("number", open.Number), ("title", open.Item.Title))
            : Say("between", ("number", number));
    }

    private static Sentence OfQuestion(View view, Core.Debate.Question question)
    {
        var now = view.Now;
        if (question.Procedural is { } id)
        {
            var asking = now.Procedurals[id].Phase == Core.Debate.ProceduralPhase.AskingSecond;
            return Say(asking ? "proceduralSecond" : "procedural", ("title", Core.Debate.Stack.RuleOf(now, id).Title), ("member", view.ShortName(now.Procedurals[id].Proposer) ?? ""));
        }
        var amendment = now.Amendments[question.Amendment!.Value];
        var phase = amendment.Phase switch
        {
            Core.Motions.AmendmentPhase.AskingProposer => "amendmentProposer",
            Core.Motions.AmendmentPhase.AskingMotionSeconder => "amendmentSeconder",
            Core.Motions.AmendmentPhase.AskingSecond => "amendmentSecond",
            _ => "amendment",
        };
        var number = amendment.Motion is { } motion ? now.Motions[motion].Number.ToString(CultureInfo.InvariantCulture) : "";
        return Say(phase, ("number", amendment.Number.ToString(CultureInfo.InvariantCulture)), ("motion", number), ("member", view.ShortName(amendment.Proposer) ?? ""));
    }

    private static Sentence OfMotion(View view, MotionId id)
    {
        var motion = view.Now.Motions[id];
        var phase = motion.Phase switch
        {
            Core.Motions.MotionPhase.AskingSecond => "askingSecond",
            Core.Motions.MotionPhase.AskingNegatives => "askingNegatives",
            Core.Motions.MotionPhase.Objected => motion.VoteOrdered ? "voteOrdered" : "objected",
            Core.Motions.MotionPhase.Carried when motion.NemoContra => "nemoContra",
            Core.Motions.MotionPhase.Carried => "carried",
            Core.Motions.MotionPhase.Defeated => "defeated",
            Core.Motions.MotionPhase.Unseconded => "unseconded",
            Core.Motions.MotionPhase.Withdrawn => "withdrawn",
            Core.Motions.MotionPhase.AskingAlternatives => "askingAlternatives",
            Core.Motions.MotionPhase.Prevailed => "prevailed",
            Core.Motions.MotionPhase.Divided => "divided",
            Core.Motions.MotionPhase.Dropped => "dropped",
            Core.Motions.MotionPhase.Submitted or Core.Motions.MotionPhase.Draft or Core.Motions.MotionPhase.Seconded or Core.Motions.MotionPhase.Competing
                or Core.Motions.MotionPhase.EnBloc or Core.Motions.MotionPhase.Voting => "motion",
        };
        return Say(phase, ("number", motion.Number.ToString(CultureInfo.InvariantCulture)), ("title", motion.Title));
    }

    private static Sentence OfBallot(View view, Ballot ballot)
    {
        var number = ballot.Number.ToString(CultureInfo.InvariantCulture);
        return ballot.Phase switch
        {
            BallotPhase.Open when ballot.Test => Say("testVote", ("title", ballot.Title)),
            BallotPhase.Open when ballot.CalledNow is { } called => Say("rollCallVote", ("member", view.ShortName(called) ?? ""), ("title", ballot.Title)),
            BallotPhase.Open when ballot.Amendment is { } amendment => Say("votingOnAmendment", ("number", view.Now.Amendments[amendment].Number.ToString(CultureInfo.InvariantCulture)), ("title", ballot.Title)),
            BallotPhase.Open when ballot.Motion is { } motion => Say("votingOnMotion", ("number", view.Now.Motions[motion].Number.ToString(CultureInfo.InvariantCulture)), ("title", ballot.Title)),
            BallotPhase.Open => Say("voting", ("number", number), ("title", ballot.Title)),
            BallotPhase.Checking => Say("checking", ("number", number), ("title", ballot.Title)),
            BallotPhase.Closed => Say("closed", ("number", number), ("title", ballot.Title)),
            BallotPhase.Counted => Say("counted", ("number", number), ("title", ballot.Title)),
            BallotPhase.Disputed => Say("disputed", ("number", number), ("title", ballot.Title)),
            BallotPhase.Void => Say("void", ("number", number), ("title", ballot.Title)),
            BallotPhase.Declared when ballot.Amendment is { } decided => Say(
                ballot.Result!.Verdict == Verdict.Carried ? "declared.amendmentCarried" : "declared.amendmentDefeated",
                ("number", view.Now.Amendments[decided].Number.ToString(CultureInfo.InvariantCulture)), ("title", ballot.Title)),
            BallotPhase.Declared when ballot.Test => Say("declared.test", ("title", ballot.Title)),
            BallotPhase.Declared => Say(
                "declared." + System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(ballot.Result!.Verdict.ToString()),
                ("number", number), ("title", ballot.Title), ("name", ballot.Result.Winner is { } winner ? view.NameOf(winner) : ChosenName(view, ballot))),
        };
    }

    private static Sentence Say(string key, params ReadOnlySpan<(string Name, string Value)> args)
    {
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in args)
            places[name] = value;
        return new(key, places);
    }

    private static string ChosenName(View view, Ballot ballot) => string.Join(", ", (ballot.Result!.Winners ?? (ballot.Result.Chosen is { } chosen ? [chosen] : []))
        .Select(key => ballot.Options.First(option => option.Key == key)).Select(option => option.Motion is { } motion ? view.Now.Motions[motion].Title : option.Label ?? ""));
}

using System.Globalization;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Server.Floor.Boards;

/// <summary>The ballot being taken, or last declared; never a count by option before the result is declared.</summary>
public sealed record BallotBoard(BallotView? Current)
{
    internal static BallotBoard Of(View view)
    {
        if (view.Now.Floor.Ballot is not { } id)
            return new(Current: null);
        var now = view.Now;
        var ballot = now.Ballots[id];
        return new(new BallotView(
            ballot.Id, ballot.Number, ballot.Title,
            ballot.Motion is { } motion ? now.Motions[motion].Text : null,
            ballot.Kind, ballot.Method, ballot.Phase,
            [.. ballot.Options.Select(option => new OptionView(
                option.Key,
                option.Nominee is { } nominee ? view.NameOf(nominee) : null,
                option.Nominee is { } standing ? view.ShortName(now.Participants[standing].Member) : null,
                option.Motion is { } proposal ? now.Motions[proposal].Number : null,
                option.Motion is { } proposed ? now.Motions[proposed].Title : null))],
            ballot.OpenedAt, ballot.ClosedAt, ballot.Entitled,
            ballot.Electorate.ToDictionary(pair => pair.Key, pair => pair.Value),
            new(now.Rules!.Decisions[ballot.Decision].Title, ballot.Majority.Title, ballot.Majority.Article),
            ballot.Motion is { } about ? now.Motions[about].Number
                : ballot.Amendment is { } amends && now.Amendments[amends].Motion is { } amended ? now.Motions[amended].Number : null,
            ballot.Motion, ballot.Election, ballot.Amendment, ballot.Amendment is { } amendment ? now.Amendments[amendment].Number : null, ballot.Procedural,
            ResultView.Of(view, ballot), ballot.VoidReason));
    }
}

/// <summary>How far the vote has come: who has voted, never how. It changes with every vote, so it goes to screen and console and not to every phone.</summary>
public sealed record ProgressBoard(BallotId? Ballot, int Cast, IReadOnlyDictionary<MemberId, bool> Voted)
{
    internal static ProgressBoard Of(View view)
    {
        if (view.Now.Floor.Ballot is not { } id)
            return new(Ballot: null, Cast: 0, new Dictionary<MemberId, bool>());
        var ballot = view.Now.Ballots[id];
        var counting = ballot.Casts.Where(pair => pair.Value.Counts).ToList();
        return new(id, ballot.PlacardFigures?.Values.Sum() ?? counting.Sum(pair => ballot.Electorate[pair.Key]), counting.ToDictionary(pair => pair.Key, _ => true));
    }
}

/// <summary>A ballot as everybody may see it.</summary>
public sealed record BallotView(
    BallotId Id, int Number, string Title, string? Text, BallotKind Kind, BallotMethod Method, BallotPhase Phase, IReadOnlyList<OptionView> Options,
    DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt, int Entitled,
    IReadOnlyDictionary<MemberId, int> Electorate, RuleView Rule, int? MotionNumber, MotionId? Motion, ElectionId? Election, AmendmentId? Amendment, int? AmendmentNumber,
    ProceduralId? Procedural, ResultView? Result, string? VoidReason);

/// <summary>One thing that can be chosen.</summary>
/// <param name="Key">What the vote says.</param>
/// <param name="Label">The nominee's name.</param>
/// <param name="Member">The nominee's member.</param>
/// <param name="Motion">The motion's number, where motions stand against each other.</param>
/// <param name="Title">The motion's title.</param>
public sealed record OptionView(string Key, string? Label, string? Member, int? Motion = null, string? Title = null);

/// <summary>A declared result.</summary>
public sealed record ResultView(
    IReadOnlyDictionary<string, int> Figures, int Base, int Needed, Verdict Verdict, string? Winner, string Rule, string Article, BallotMethod Counted, int Entitled,
    string? Chosen)
{
    internal static ResultView? Of(View view, Ballot ballot) => ballot.Result is { } result
        ? new(result.Figures, result.Base, result.Needed, result.Verdict, result.Winner is { } winner ? view.NameOf(winner) : null, result.Rule, result.Article, ballot.Method, result.Entitled, result.Chosen)
        : null;
}

/// <summary>All ballots of the assembly and their results, in order.</summary>
public sealed record ResultsBoard(IReadOnlyDictionary<BallotId, ResultRow> Ballots, IReadOnlyList<string> Order)
{
    internal static ResultsBoard Of(View view) => new(
        view.Now.Ballots.Values.ToDictionary(ballot => ballot.Id, ballot => new ResultRow(
            ballot.Number, ballot.Title, ballot.Kind, ballot.Phase, ballot.OpenedAt, ballot.Item, ballot.Motion, ballot.Election, ResultView.Of(view, ballot), ballot.VoidReason,
            ballot.Options.Where(option => option.Nominee is not null).ToDictionary(option => option.Key, option => view.NameOf(option.Nominee!.Value), StringComparer.Ordinal))),
        BoardLists.Order(view.Now.Ballots.Values.OrderBy(ballot => ballot.Number).Select(ballot => ballot.Id)));
}

/// <summary>A ballot on record.</summary>
public sealed record ResultRow(
    int Number, string Title, BallotKind Kind, BallotPhase Phase, DateTimeOffset At, ItemId? Item, MotionId? Motion, ElectionId? Election, ResultView? Result, string? VoidReason,
    IReadOnlyDictionary<string, string> Names);

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
            BallotPhase.Open when ballot.Amendment is { } amendment => Say("votingOnAmendment", ("number", view.Now.Amendments[amendment].Number.ToString(CultureInfo.InvariantCulture)), ("title", ballot.Title)),
            BallotPhase.Open when ballot.Motion is { } motion => Say("votingOnMotion", ("number", view.Now.Motions[motion].Number.ToString(CultureInfo.InvariantCulture)), ("title", ballot.Title)),
            BallotPhase.Open => Say("voting", ("number", number), ("title", ballot.Title)),
            BallotPhase.Closed => Say("closed", ("number", number), ("title", ballot.Title)),
            BallotPhase.Counted => Say("counted", ("number", number), ("title", ballot.Title)),
            BallotPhase.Disputed => Say("disputed", ("number", number), ("title", ballot.Title)),
            BallotPhase.Void => Say("void", ("number", number), ("title", ballot.Title)),
            BallotPhase.Declared when ballot.Amendment is { } decided => Say(
                ballot.Result!.Verdict == Verdict.Carried ? "declared.amendmentCarried" : "declared.amendmentDefeated",
                ("number", view.Now.Amendments[decided].Number.ToString(CultureInfo.InvariantCulture)), ("title", ballot.Title)),
            BallotPhase.Declared => Say(
                "declared." + System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(ballot.Result!.Verdict.ToString()),
                ("number", number), ("title", ballot.Title), ("name", ballot.Result.Winner is { } winner ? view.NameOf(winner) : view.Now.Motions.Values.FirstOrDefault(each => each.Id.ToString() == ballot.Result.Chosen)?.Title ?? "")),
        };
    }

    private static Sentence Say(string key, params ReadOnlySpan<(string Name, string Value)> args)
    {
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in args)
            places[name] = value;
        return new(key, places);
    }
}

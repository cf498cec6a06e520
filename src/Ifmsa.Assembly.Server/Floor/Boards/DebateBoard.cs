using System.Globalization;
using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Plenaries;

namespace Ifmsa.Assembly.Server.Floor.Boards;

/// <summary>What is pending on what, what waits, and which rules the plenary has set for itself.</summary>
/// <param name="Stack">The immediately pending question first, the motion or election last.</param>
/// <param name="Procedurals">Procedural motions that wait or are pending, and the last one decided.</param>
/// <param name="Order">Those, in the order moved.</param>
/// <param name="Points">Points raised, deferred or being heard.</param>
/// <param name="PointOrder">Those: points of order first.</param>
/// <param name="Rulings">The rulings of this plenary.</param>
/// <param name="RulingOrder">Those, the latest first.</param>
/// <param name="Suspended">Paragraphs that do not bind, with their titles.</param>
/// <param name="Paragraphs">Paragraphs that can be suspended, with their titles.</param>
public sealed record DebateBoard(
    IReadOnlyList<PendingView> Stack, IReadOnlyDictionary<ProceduralId, ProceduralView> Procedurals, IReadOnlyList<string> Order,
    IReadOnlyDictionary<PointId, PointView> Points, IReadOnlyList<string> PointOrder, IReadOnlyDictionary<RulingId, RulingView> Rulings, IReadOnlyList<string> RulingOrder,
    IReadOnlyDictionary<string, string> Suspended, IReadOnlyDictionary<string, string> Paragraphs, Intake Intake, bool OffRecord, bool ObserversOut, bool CandidatesOut,
    DateTimeOffset? AdjournsAt)
{
    internal static DebateBoard Of(View view)
    {
        var now = view.Now;
        var procedurals = now.Procedurals.Values.Where(motion => !motion.IsSettled).OrderBy(motion => motion.Number).ToList();
        var points = now.Points.Values.Where(point => point.IsPending && point.Plenary == now.CurrentPlenary)
            .OrderBy(point => point.Phase == PointPhase.Heard ? 0 : point.Kind == PointKind.Order ? 1 : 2).ThenBy(point => point.At).ToList();
        var rulings = now.Rulings.Values.Where(ruling => ruling.Plenary == now.CurrentPlenary).OrderByDescending(ruling => ruling.Number).ToList();
        return new(
            [.. StackOf(view)],
            procedurals.ToDictionary(motion => motion.Id, motion => Row(view, motion)), BoardLists.Order(procedurals.Select(motion => motion.Id)),
            points.ToDictionary(point => point.Id, point => new PointView(point.Kind, view.ShortName(point.Member), point.Phase, point.At)), BoardLists.Order(points.Select(point => point.Id)),
            rulings.ToDictionary(ruling => ruling.Id, ruling => new RulingView(
                ruling.Number, ruling.Body, ruling.Text, ruling.At, ruling.Reversed, ruling.Allows, view.ShortName(ruling.Member), ruling.Used > 0)),
            BoardLists.Order(rulings.Select(ruling => ruling.Id)),
            now.SuspendedRules.ToDictionary(article => article, article => now.Rules!.Paragraphs.GetValueOrDefault(article)?.Title ?? "", StringComparer.Ordinal),
            now.Rules!.Paragraphs.Where(paragraph => paragraph.Value.Suspendable).ToDictionary(paragraph => paragraph.Key, paragraph => paragraph.Value.Title, StringComparer.Ordinal),
            now.Floor.Intake, now.Floor.OffRecord, now.Floor.ObserversOut, now.Floor.CandidatesOut, now.Floor.AdjournsAt);
    }

    private static IEnumerable<PendingView> StackOf(View view)
    {
        var now = view.Now;
        foreach (var question in now.Floor.Pending?.Downwards() ?? [])
        {
            if (question.Amendment is { } amendment)
                yield return new(PendingKind.Amendment, amendment.ToString(), now.Amendments[amendment].Number, "", view.ShortName(now.Amendments[amendment].Proposer));
            else if (question.Procedural is { } procedural)
                yield return new(PendingKind.Procedural, procedural.ToString(), now.Procedurals[procedural].Number, Core.Debate.Stack.RuleOf(now, procedural).Title, view.ShortName(now.Procedurals[procedural].Proposer));
        }
        if (now.Floor.Motion is { } motion && !now.Motions[motion].IsSettled)
            yield return new(PendingKind.Motion, motion.ToString(), now.Motions[motion].Number, now.Motions[motion].Title, view.ShortName(now.Motions[motion].Proposer));
        else if (now.Floor.Election is { } election && now.Elections[election].Phase == Core.Elections.ElectionPhase.Open)
            yield return new(PendingKind.Election, election.ToString(), 0, now.Elections[election].Title, Proposer: null);
    }

    private static ProceduralView Row(View view, ProceduralMotion motion)
    {
        var rule = Core.Debate.Stack.RuleOf(view.Now, motion.Id);
        return new(
            motion.Number, motion.Kind, rule.Title, view.ShortName(motion.Proposer), view.ShortName(motion.Seconder), motion.Phase, Details.Of(view, motion.Detail),
            ActRule.Of(view.Now, rule), rule.VicePresides, motion.ChairBefore is { } before ? view.NameOf(before) : null);
    }
}

/// <summary>What kind of question is pending.</summary>
public enum PendingKind
{
    /// <summary>A motion.</summary>
    Motion,

    /// <summary>An amendment.</summary>
    Amendment,

    /// <summary>A procedural motion.</summary>
    Procedural,

    /// <summary>An election.</summary>
    Election,
}

/// <summary>A pending question; amendments have a number and no title.</summary>
public sealed record PendingView(PendingKind Kind, string Id, int Number, string Title, string? Proposer);

/// <summary>A procedural motion.</summary>
/// <param name="ChairBefore">Who had the chair before the vice-chair took it for this motion.</param>
public sealed record ProceduralView(
    int Number, string Kind, string Title, string? Proposer, string? Seconder, ProceduralPhase Phase, Sentence? Detail, ActRule Rule, bool VicePresides, string? ChairBefore);

/// <summary>A point.</summary>
public sealed record PointView(PointKind Kind, string? Member, PointPhase Phase, DateTimeOffset At);

/// <summary>A ruling.</summary>
public sealed record RulingView(int Number, RulingBody Body, string Text, DateTimeOffset At, bool Reversed, string? Allows, string? Member, bool Used);

/// <summary>What a procedural motion is about, as a sentence.</summary>
internal static class Details
{
    public static Sentence? Of(View view, ProceduralDetail detail)
    {
        var now = view.Now;
        return detail switch
        {
            { Motion: { } motion } => Say("motion", ("number", Number(now.Motions[motion].Number)), ("title", now.Motions[motion].Title)),
            { Item: { } item } when now.Find(item) is { } moved => detail.Before is { } next && now.Find(next) is { } before
                ? Say("itemBefore", ("title", moved.Title), ("before", before.Title)) : Say("itemLast", ("title", moved.Title)),
            { List: not null } => Say("list"),
            { Ruling: { } ruling } => Say("ruling", ("number", Number(now.Rulings[ruling].Number)), ("text", now.Rulings[ruling].Text)),
            { Ballot: { } ballot } => Say("ballot", ("number", Number(now.Ballots[ballot].Number))),
            { Paragraph: { } article } => Say("paragraph", ("article", article), ("title", now.Rules!.Paragraphs.GetValueOrDefault(article)?.Title ?? "")),
            { Minutes: { } minutes } => Say("minutes", ("minutes", Number(minutes))),
            { Seconds: { } seconds } => Say("seconds", ("seconds", Number(seconds))),
            { Until: { } until } => Say("until", ("until", until.ToString("O", CultureInfo.InvariantCulture))),
            { Words: { } words } => Say("words", ("words", words)),
            _ => null,
        };
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Sentence Say(string key, params ReadOnlySpan<(string Name, string Value)> args)
    {
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in args)
            places[name] = value;
        return new(key, places);
    }
}

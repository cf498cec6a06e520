using System.Globalization;
using Ifmsa.Assembly.Core.Bylaws;
using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Server.Floor.Boards;

/// <summary>Motions on file; drafts are their delegations' alone.</summary>
public sealed record MotionBoard(IReadOnlyDictionary<MotionId, MotionView> Motions, IReadOnlyList<string> Order, MotionId? Current, DateTimeOffset? Deadline)
{
    internal static MotionBoard Of(View view)
    {
        var now = view.Now;
        var filed = now.Motions.Values.Where(motion => motion.Number > 0).OrderBy(motion => motion.Number).ToList();
        return new(filed.ToDictionary(motion => motion.Id, motion => MotionView.Of(view, motion)), BoardLists.Order(filed.Select(motion => motion.Id)), now.Floor.Motion, now.SubmissionDeadline);
    }
}

/// <summary>A motion.</summary>
/// <param name="AmendedFrom">Its text as put, where amendments have changed it.</param>
/// <param name="Amendable">Whether amendments to it are taken now.</param>
/// <param name="Paragraphs">Where its paragraphs begin, in UTF-16 code units; amendments and parts go by them.</param>
/// <param name="Bloc">The numbers and titles of the motions it puts together, by id.</param>
/// <param name="PutOff">The procedural motion by which it was put off, as people call it.</param>
/// <param name="NoticeKept">Whether it was announced in time; absent where no rule asks.</param>
/// <param name="Membership">What it would change of a member.</param>
/// <param name="Bylaws">What it would change of the bylaws.</param>
/// <param name="Translations">Its text as it stands in other languages, by BCP 47 tag.</param>
public sealed record MotionView(
    int Number, string Title, string Text, string? Proposer, string? Seconder, string Decision, RuleView Rule, MotionPhase Phase, bool NemoContra,
    ItemId? Item, IReadOnlyList<string> Objections, string? Late, BallotId? Ballot, string? AmendedFrom, bool Amendable, IReadOnlyList<int> Paragraphs,
    IReadOnlyList<string> CoSubmitters, MotionId? AlternativeTo, MotionId? PartOf, IReadOnlyDictionary<MotionId, string> Bloc, bool Pulled, bool VoteOrdered,
    string? PutOff, DateTimeOffset? Announced, bool? NoticeKept, MembershipView? Membership, BylawsChange? Bylaws, IReadOnlyDictionary<string, TranslationView> Translations)
{
    internal static MotionView Of(View view, Motion motion)
    {
        var now = view.Now;
        return new(
            motion.Number, motion.Title, motion.Text, view.ShortName(motion.Proposer), view.ShortName(motion.Seconder), motion.Decision,
            new(now.Rules!.Decisions[motion.Decision].Title, now.Rules.MajorityFor(motion.Decision).Title, now.Rules.Decisions[motion.Decision].Article),
            motion.Phase, motion.NemoContra, motion.Item, [.. motion.Objections.Select(now.NameOf)], view.ShortName(motion.LateObjection), motion.Ballot,
            motion.TextAsPut, Amending.TakesAmendments(now, motion), [.. Core.Motions.Paragraphs.Of(motion.Text).Select(paragraph => paragraph.Start)],
            [.. motion.CoSubmitters.Select(now.NameOf)], motion.AlternativeTo, motion.PartOf,
            motion.Bloc.ToDictionary(id => id, id => string.Create(CultureInfo.InvariantCulture, $"{now.Motions[id].Number} · {now.Motions[id].Title}")),
            motion.Pulled, motion.VoteOrdered, motion.PutOffBy is { } by ? Stack.RuleOf(now, by).Title : null, motion.Announced?.At,
            motion.IsSettled ? null : Notice.WasKept(now, motion),
            motion.Membership is { } change ? new(now.NameOf(change.Member), change.Status, change.Standing, now.Rules.Decisions[motion.Decision].TakesEffect) : null,
            motion.Bylaws,
            motion.Translations.Where(translation => translation.Value.Of == motion.Text).ToDictionary(translation => translation.Key, translation => new TranslationView(translation.Value.Title, translation.Value.Text), StringComparer.Ordinal));
    }
}

/// <summary>A motion in another language.</summary>
public sealed record TranslationView(string Title, string Text);

/// <summary>What a motion would change of a member, and from when on.</summary>
public sealed record MembershipView(string Member, MemberStatus? Status, Standing? Standing, MembershipTiming? Takes);

/// <summary>The rule for a decision: its kind, the majority it needs, the article.</summary>
public sealed record RuleView(string Decision, string Majority, string Article);

/// <summary>Amendments, each as a change of its motion's text as that stands.</summary>
public sealed record AmendmentBoard(IReadOnlyDictionary<AmendmentId, AmendmentView> Amendments, IReadOnlyList<string> Order, AmendmentId? Current)
{
    internal static AmendmentBoard Of(View view)
    {
        var now = view.Now;
        var all = now.Amendments.Values.OrderBy(amendment => amendment.Motion?.Value).ThenBy(amendment => amendment.Number).ToList();
        return new(all.ToDictionary(amendment => amendment.Id, amendment => Row(view, amendment)), BoardLists.Order(all.Select(amendment => amendment.Id)), now.Floor.Pending?.Amendment);
    }

    private static AmendmentView Row(View view, Amendment amendment)
    {
        var now = view.Now;
        var text = amendment.Motion is { } motion ? amendment.TextBefore ?? (amendment.IsSettled ? null : now.Motions[motion].Text) : null;
        return new(
            amendment.Number, amendment.Motion, amendment.Amends, amendment.Procedural, amendment.Detail is { } detail ? Details.Of(view, detail) : null,
            view.ShortName(amendment.Proposer), view.ShortName(amendment.Seconder), amendment.Phase, amendment.Reason, [.. amendment.Edits],
            text, text is null || !TextEdits.Fit(amendment.Edits, text) ? null : TextEdits.Apply(amendment.Edits, text),
            [.. Amending.CollidingWith(now, amendment).Select(other => other.Id.ToString())], now.Floor.Pending?.Amendment == amendment.Id && Amending.Amendable(now));
    }
}

/// <summary>An amendment.</summary>
/// <param name="Before">The text it changes, as that stands, or stood when it was merged; absent once it has failed.</param>
/// <param name="Becomes">What the text becomes by it.</param>
/// <param name="Collides">The amendments that touch the same words.</param>
/// <param name="Amendable">Whether it can itself be amended now.</param>
public sealed record AmendmentView(
    int Number, MotionId? Motion, AmendmentId? Amends, ProceduralId? Procedural, Sentence? Detail, string? Proposer, string? Seconder, AmendmentPhase Phase,
    string? Reason, IReadOnlyList<TextEdit> Edits, string? Before, string? Becomes, IReadOnlyList<string> Collides, bool Amendable);

/// <summary>The drafts of one's own delegation, and those it is asked to stand behind.</summary>
public sealed record DraftBoard(IReadOnlyDictionary<MotionId, DraftView> Drafts, IReadOnlyList<string> Order)
{
    internal static DraftBoard Of(View view, Actor by)
    {
        var seen = by.Member is not { } member ? [] : view.Now.Motions.Values
            .Where(motion => (motion.Phase == MotionPhase.Draft && (motion.Proposer == member || motion.CoSubmitters.Contains(member) || motion.Invited.Contains(member)))
                || (motion.Phase == MotionPhase.Submitted && motion.Invited.Contains(member)))
            .OrderBy(motion => motion.Title, StringComparer.Ordinal).ThenBy(motion => motion.Id.Value).ToList();
        return new(
            seen.ToDictionary(motion => motion.Id, motion => new DraftView(
                motion.Title, motion.Text, motion.Decision, motion.Item, view.ShortName(motion.Proposer) ?? "", motion.Proposer == by.Member,
                [.. motion.CoSubmitters.Select(view.Now.NameOf)], motion.Invited.ToDictionary(id => id, view.Now.NameOf), motion.Invited.Contains(by.Member!.Value), motion.Phase == MotionPhase.Submitted, motion.Membership, motion.Bylaws)),
            BoardLists.Order(seen.Select(motion => motion.Id)));
    }
}

/// <summary>A draft.</summary>
public sealed record DraftView(
    string Title, string Text, string Decision, ItemId? Item, string Proposer, bool Mine, IReadOnlyList<string> CoSubmitters,
    IReadOnlyDictionary<MemberId, string> Invited, bool AsksMe, bool HandedIn, MembershipChange? Membership, BylawsChange? Bylaws);

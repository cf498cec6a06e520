using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Core.Rulebook;

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
            ballot.Kind, ballot.Method, ballot.Phase, [.. ballot.Options.Select(option => OptionView.Of(view, option))],
            ballot.OpenedAt, ballot.ClosedAt, ballot.Entitled,
            ballot.VotersOf.ToDictionary(pair => pair.Key, pair => pair.Value.Sum(voter => ballot.Electorate[voter].Votes)),
            BallotRuleView.Of(now, ballot),
            ballot.Motion is { } about ? now.Motions[about].Number
                : ballot.Amendment is { } amends && now.Amendments[amends].Motion is { } amended ? now.Motions[amended].Number : null,
            ballot.Motion, ballot.Election, ballot.Amendment, ballot.Amendment is { } amendment ? now.Amendments[amendment].Number : null, ballot.Procedural,
            ResultView.Of(view, ballot), ballot.VoidReason)
        {
            Disclosure = ballot.Disclosure, AtMost = ballot.AtMost, Seats = ballot.Seats, MaySplit = ballot.MaySplit, Test = ballot.Test,
            ClosesAt = ballot.ClosesAt, ObjectionsUntil = ballot.ObjectionsUntil, ObjectionSeconds = ballot.ObjectionSeconds,
            ResultingText = ResultingTextOf(now, ballot), Concerned = ballot.Concerned,
            Held = ballot.HeldBy.IsEmpty ? null : ballot.Electorate.Values.Where(elector => elector.Holder is not null).DistinctBy(elector => elector.Member).ToDictionary(elector => elector.Member, elector => elector.Holder!.Value),
        });
    }

    /// <summary>What a motion's text becomes where an amendment carries.</summary>
    private static string? ResultingTextOf(Proceedings now, Ballot ballot) =>
        ballot is { Amendment: { } id, IsRunning: true } && now.Amendments[id] is { Motion: { } motion } amendment && TextEdits.Fit(amendment.Edits, now.Motions[motion].Text)
            ? TextEdits.Apply(amendment.Edits, now.Motions[motion].Text) : null;
}

/// <summary>A ballot as everybody may see it.</summary>
public sealed record BallotView(
    BallotId Id, int Number, string Title, string? Text, BallotKind Kind, BallotMethod Method, BallotPhase Phase, IReadOnlyList<OptionView> Options,
    DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt, int Entitled,
    IReadOnlyDictionary<MemberId, int> Electorate, BallotRuleView Rule, int? MotionNumber, MotionId? Motion, ElectionId? Election, AmendmentId? Amendment, int? AmendmentNumber,
    ProceduralId? Procedural, ResultView? Result, string? VoidReason)
{
    /// <summary>What is published of who voted how.</summary>
    public Disclosure Disclosure { get; init; }

    /// <summary>How many marks a slip may bear.</summary>
    public int AtMost { get; init; }

    /// <summary>How many proposals can be chosen.</summary>
    public int Seats { get; init; }

    /// <summary>Whether a member may split its votes.</summary>
    public bool MaySplit { get; init; }

    /// <summary>Whether it is a test vote.</summary>
    public bool Test { get; init; }

    /// <summary>When the polls close by themselves.</summary>
    public DateTimeOffset? ClosesAt { get; init; }

    /// <summary>Until when delegations can object to what is recorded of them.</summary>
    public DateTimeOffset? ObjectionsUntil { get; init; }

    /// <summary>How long they can, in seconds; 0 for not at all.</summary>
    public int ObjectionSeconds { get; init; }

    /// <summary>What the motion's text becomes where the amendment carries.</summary>
    public string? ResultingText { get; init; }

    /// <summary>The member it concerns, which has no vote in it.</summary>
    public MemberId? Concerned { get; init; }

    /// <summary>The members voted for by proxy, and who holds it.</summary>
    public IReadOnlyDictionary<MemberId, MemberId>? Held { get; init; }
}

/// <summary>By what a vote is decided: the card that says what Yes means is made of it.</summary>
/// <param name="Decision">The kind of decision, as people call it.</param>
/// <param name="Majority">The majority, as people call it.</param>
/// <param name="Article">The article that says so.</param>
/// <param name="Numerator">Of the share; 0 where the most votes decide.</param>
/// <param name="Denominator">Of the share.</param>
/// <param name="Strict">Whether strictly more than the share is needed.</param>
/// <param name="Base">What it is a share of.</param>
/// <param name="Counting">In which unit.</param>
/// <param name="Tie">When as many are for as against.</param>
/// <param name="AllAbstain">When nobody is for or against.</param>
/// <param name="Effect">What follows when it is carried.</param>
/// <param name="And">The second majority it needs as well.</param>
/// <param name="Quorum">How many have to vote.</param>
public sealed record BallotRuleView(
    string Decision, string Majority, string Article, int Numerator, int Denominator, bool Strict, MajorityBase Base, CountedBy Counting, Fallback Tie, Fallback AllAbstain, DecisionEffect Effect,
    MajorityRule? And, TurnoutRule? Quorum)
{
    internal static BallotRuleView Of(Proceedings now, Ballot ballot) => ballot.Majority is var rule && now.Rules!.Decisions[ballot.Decision] is var decision
        ? new(decision.Title, rule.Title, rule.Article, rule.Numerator, rule.Denominator, rule.Strict, rule.Base, rule.Counting, rule.Tie, rule.AllAbstain,
            ballot.Test || ballot.Amendment is not null || ballot.Procedural is not null ? DecisionEffect.None : decision.Effect, ballot.Second, rule.Quorum)
        : throw new InvalidOperationException();
}

/// <summary>One thing that can be chosen.</summary>
/// <param name="Key">What the vote says.</param>
/// <param name="Label">The nominee's name, or the proposal in words.</param>
/// <param name="Member">The nominee's member.</param>
/// <param name="Motion">The motion's number, where motions stand against each other.</param>
/// <param name="Title">The motion's title.</param>
public sealed record OptionView(string Key, string? Label, string? Member, int? Motion = null, string? Title = null)
{
    internal static OptionView Of(View view, Option option) => new(
        option.Key,
        option.Nominee is { } nominee ? view.NameOf(nominee) : option.Label,
        option.Nominee is { } standing ? view.ShortName(view.Now.Participants[standing].Member) : null,
        option.Motion is { } proposal ? view.Now.Motions[proposal].Number : null,
        option.Motion is { } proposed ? view.Now.Motions[proposed].Title : null);
}

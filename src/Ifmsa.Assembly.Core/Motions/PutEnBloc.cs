using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Agenda;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Plenaries;

namespace Ifmsa.Assembly.Core.Motions;

/// <summary>The chair puts several motions or reports of one kind together; any voting delegation pulls one out.</summary>
[CommandKind("motion.put-en-bloc", Who.Presiding)]
public sealed record PutEnBloc(MotionId Bloc, string Title, ImmutableArray<MotionId> Motions) : Command, IAct
{
    /// <summary>The most motions put together.</summary>
    public const int AtMost = 100;

    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        Requires.Quorum(now) ?? Requires.NoBallotRunning(now) ?? ItemSteps.Pending(now) ?? (now.Rules!.Way.EnBloc is not { } article || !now.Binds(article) ? new NoBlocs() : null);

    /// <summary>What a bloc says: the numbers and titles of its motions.</summary>
    internal static string TextOf(Proceedings now, IEnumerable<MotionId> motions) =>
        string.Join("\n\n", motions.Select(id => now.Motions[id]).Select(motion => FormattableString.Invariant($"{motion.Number} · {motion.Title}")));

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if (Requires.Line(Title, 200) is { } fault)
            return fault;
        if (now.Find(Bloc) is not null)
            return new IdTaken();
        if (Motions is not { IsDefault: false, Length: >= 2 and <= AtMost } || Motions.Distinct().Count() < Motions.Length)
            return new Federation.RowsOutOfBounds(AtMost);
        foreach (var id in Motions)
        {
            if (now.Find(id) is not { } motion)
                return new UnknownMotion();
            if (!Motion.Flow.CanFire(motion.Phase, MotionTrigger.PutTogether) || motion is not { Phase: MotionPhase.Submitted, Pulled: false })
                return new MotionIsNot(motion.Number, motion.Phase);
            if (motion.Decision != now.Motions[Motions[0]].Decision)
                return new BlocOfOneKind();
            if (motion.Membership is not null && now.Rules!.Decisions[motion.Decision].ExcludesConcerned == true)
                return new DecidedByItself(motion.Number) { Article = now.Rules.Decisions[motion.Decision].Article };
            if (Amending.Waiting(now, id) is { } waiting)
                return waiting;
        }
        var decision = now.Motions[Motions[0]].Decision;
        return now.Motions.Count >= SubmitMotion.AtMost ? new Federation.RowsOutOfBounds(SubmitMotion.AtMost) : new BlocPut(
            Bloc, SubmitMotion.NextNumber(now), Title, TextOf(now, Motions),
            Motions, decision, now.Floor.Item, MotionSteps.NeedsSeconder(now, decision) ? moment.At.AddSeconds(now.Rules!.Times.Seconders) : null, now.Rules!.Times.Seconders);
    }
}

/// <summary>Several motions are before the plenary together.</summary>
[FactKind("motion.put-en-bloc.v1", Reversible = true)]
public sealed record BlocPut(
    MotionId Bloc, int Number, string Title, string Text, ImmutableArray<MotionId> Motions, string Decision, ItemId? Item, DateTimeOffset? SecondersUntil, int Seconds) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before)
    {
        var bloc = new Motion
        {
            Id = Bloc, Number = Number, Title = Title, Text = Text, Decision = Decision, Item = Item, Bloc = [.. Motions],
            Phase = SecondersUntil is null ? MotionPhase.Seconded : MotionPhase.AskingSecond,
        };
        return MotionSteps.Bind(before with { Motions = before.Motions.SetItem(Bloc, bloc) }, Bloc, MotionTrigger.PutTogether) with
        {
            LastMotionNumber = Math.Max(before.LastMotionNumber, Number),
            Floor = before.Floor with
            {
                Motion = Bloc, Election = null, Ballot = null, Countdown = SecondersUntil is { } until ? new(CountdownPurpose.Seconders, Bloc, until, Seconds) : null,
            },
        };
    }
}

/// <summary>A voting delegation pulls a motion out, to be put by itself.</summary>
[CommandKind("motion.pull-out", Who.Delegation)]
public sealed record PullOut(MotionId Motion, MemberId? For = null) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Quorum(now) ?? Requires.NoBallotRunning(now) ??
        MotionSteps.OnFloor(now, MotionPhase.AskingSecond, MotionPhase.Seconded, MotionPhase.AskingNegatives, MotionPhase.Objected) ??
        (now.Motions[now.Floor.Motion!.Value].Bloc.IsEmpty ? new NoBlocs() : Requires.MayPropose(now, by));

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        Requires.MayPropose(now, moment.By, For, out var member) is { } refusal ? refusal
        : now.Floor.Motion is not { } bloc || !now.Motions[bloc].Bloc.Contains(Motion) ? new UnknownMotion()
        : Decision.Of([
            new MotionPulledOut(bloc, Motion, member),
            .. now.Motions[bloc].Bloc.Count == 1 ? (Fact[])[new Debate.MotionDropped(bloc, Procedural: null)] : []]);
}

/// <summary>A motion is out of the bloc, and is put by itself.</summary>
[FactKind("motion.pulled-out.v1", Reversible = true)]
public sealed record MotionPulledOut(MotionId Bloc, MotionId Motion, MemberId Member) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before
        .Amend(Motion, motion => motion with { Pulled = true, Phase = Motions.Motion.Flow.Fire(motion.Phase, MotionTrigger.PullOut) })
        .Amend(Bloc, bloc => bloc with { Bloc = bloc.Bloc.Remove(Motion), Text = PutEnBloc.TextOf(before, bloc.Bloc.Remove(Motion)) });
}

/// <summary>Nothing is put en bloc.</summary>
public sealed record NoBlocs() : Refusal("motion.no-bloc");

/// <summary>A bloc holds motions of one kind, which need one majority.</summary>
public sealed record BlocOfOneKind() : Refusal("motion.bloc-of-one-kind");

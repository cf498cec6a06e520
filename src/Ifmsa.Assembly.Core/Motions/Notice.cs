using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Plenaries;

namespace Ifmsa.Assembly.Core.Motions;

/// <summary>Chair or secretariat announces the motions of a plenary.</summary>
[CommandKind("motion.announce", Who.Presiding | Who.Chair | Who.Secretariat)]
public sealed record AnnounceMotions(PlenaryId Plenary, ImmutableArray<MotionId> Motions) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        now.Find(Plenary) is not { } plenary ? new UnknownPlenary()
        : plenary.Phase == PlenaryPhase.Adjourned ? new PlenaryBegun(plenary.Number)
        : Motions is not { IsDefaultOrEmpty: false, Length: <= 500 } ? new Federation.RowsOutOfBounds(500)
        : Motions.Distinct().Count() < Motions.Length || Motions.Any(motion => now.Find(motion) is not { Phase: not MotionPhase.Draft }) ? new UnknownMotion()
        : new MotionsAnnounced(Plenary, Motions, moment.At);
}

/// <summary>The motions of a plenary are announced.</summary>
[FactKind("motion.announced.v1", Reversible = true)]
public sealed record MotionsAnnounced(PlenaryId Plenary, ImmutableArray<MotionId> Motions, DateTimeOffset At) : Fact
{
    // Announced again for the same plenary, the first time counts.
    internal override Proceedings ApplyTo(Proceedings before) => Motions.Aggregate(before, (state, id) =>
        state.Amend(id, motion => motion.Announced?.Plenary == Plenary ? motion : motion with { Announced = new(Plenary, At) }));
}

/// <summary>Whether a motion was announced as long before the plenary as the rules ask.</summary>
public static class Notice
{
    /// <summary>Whether notice was kept; null where no rule asks for it, or no plenary is called.</summary>
    public static bool? WasKept(Proceedings now, Motion motion) =>
        now.Rules!.Announcements is not { } rule || !now.Binds(rule.Article) || now.Plenary is not { } plenary ? null
        : motion.Announced is { } announced && announced.Plenary == plenary.Id && announced.At.AddMinutes(rule.Minutes) <= (plenary.OpenedAt ?? plenary.Starts);
}

/// <summary>The secretariat or the chair says until when motions are taken in writing, or lifts the deadline.</summary>
[CommandKind("submission.set-deadline", Who.Presiding | Who.Secretariat)]
public sealed record SetSubmissionDeadline(DateTimeOffset? At = null) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) => new SubmissionDeadlineSet(At);
}

/// <summary>Motions are taken in writing until then.</summary>
[FactKind("submission.deadline-set.v1", Reversible = true)]
public sealed record SubmissionDeadlineSet(DateTimeOffset? At) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with { SubmissionDeadline = At };
}

/// <summary>When motions are taken.</summary>
internal static class Submission
{
    /// <summary>Delegations hand in until the deadline; for raised placards and bodies the chair decides.</summary>
    public static Refusal? Closed(Proceedings now, Moment moment) =>
        now.SubmissionDeadline is { } deadline && moment.At > deadline && !now.Waives && !moment.By.Is(Who.Presiding | Who.Secretariat) ? new SubmissionClosed() : null;
}

/// <summary>The deadline for motions is over.</summary>
public sealed record SubmissionClosed() : RuleRefusal("motion.deadline-passed");

using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Core.Motions;

/// <summary>What a motion on the membership of an organisation would change.</summary>
/// <param name="Member">The member concerned; a new organisation is on the list with its present status.</param>
/// <param name="Status">Its status then; null leaves it.</param>
/// <param name="Standing">Its standing then; null leaves it.</param>
public sealed record MembershipChange(MemberId Member, MemberStatus? Status = null, Standing? Standing = null)
{
    /// <summary>Why a motion of this kind cannot change a member so; null when it can.</summary>
    internal static Refusal? Fault(Proceedings now, MembershipChange? change, string decision)
    {
        if (change is null)
            return null;
        if (now.Rules!.Decisions[decision] is { Effect: not DecisionEffect.Membership } rule)
            return new NotOnMembership(rule.Title) { Article = rule.Article };
        return now.Find(change.Member) is not { } member ? new UnknownMember()
            : change.Over(member) == member ? new ChangesNothing(member.ShortName)
            : null;
    }

    /// <summary>The member as the change leaves it.</summary>
    internal Member Over(Member before) => before with { Status = Status ?? before.Status, Standing = Standing ?? before.Standing };
}

/// <summary>A change of a member that the plenary has decided.</summary>
/// <param name="Motion">The motion that decided it.</param>
/// <param name="Change">What changes.</param>
/// <param name="Takes">When it takes effect.</param>
/// <param name="Before">The member as it was when it took effect; null while it has not.</param>
/// <param name="TakenAfter">The journal's sequence just before it took effect.</param>
public sealed record Membership(MotionId Motion, MembershipChange Change, MembershipTiming Takes, Member? Before = null, long TakenAfter = 0)
{
    /// <summary>The state in which the change has taken effect.</summary>
    internal Proceedings TakeEffect(Proceedings now) => now.Members[Change.Member] is var member ? now with
    {
        Members = now.Members.SetItem(member.Id, Change.Over(member)),
        Memberships = now.Memberships.SetItem(Motion, this with { Before = member, TakenAfter = now.Sequence }),
    } : now;

    /// <summary>The state in which all that waited for the next plenary have.</summary>
    internal static Proceedings AtRollCall(Proceedings now) => now.Memberships.Values
        .Where(decided => decided is { Takes: MembershipTiming.NextPlenary, Before: null })
        .OrderBy(decided => now.Motions[decided.Motion].Number)
        .Aggregate(now, (state, decided) => decided.TakeEffect(state));
}

/// <summary>The plenary has decided on a member's status or standing.</summary>
[FactKind("membership.decided.v1", Reversible = true)]
public sealed record MembershipDecided(MotionId Motion, MembershipChange Change, MembershipTiming Takes) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before)
    {
        var decided = new Membership(Motion, Change, Takes);
        return Takes == MembershipTiming.AtOnce ? decided.TakeEffect(before) : before with { Memberships = before.Memberships.SetItem(Motion, decided) };
    }
}

/// <summary>The decision on a member no longer stands.</summary>
[FactKind("membership.reversed.v1", Reversible = true)]
public sealed record MembershipReversed(MotionId Motion) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before)
    {
        var decided = before.Memberships[Motion];
        var after = before with { Memberships = before.Memberships.Remove(Motion) };
        return decided.Before is not { } was ? after : after with
        {
            Members = after.Members.SetItem(was.Id, after.Members[was.Id] with { Status = was.Status, Standing = was.Standing }),
        };
    }
}

/// <summary>What follows when a decision is carried, and what of it can be taken back.</summary>
internal static class Consequences
{
    /// <summary>What follows, by the rule of the decision.</summary>
    public static IEnumerable<Fact> Of(Proceedings now, DecisionRule rule, DateTimeOffset at, MotionId? motion, BallotId? ballot = null) => rule.Effect switch
    {
        DecisionEffect.AdoptAgenda when now.CurrentPlenary is { } plenary => [new Agenda.AgendaAdopted(plenary)],
        DecisionEffect.AdoptCredentials when Credentials.Register.Presented(now) is { } report => [new Credentials.CredentialsAdopted(report.Id, motion, ballot)],
        DecisionEffect.Membership => On(now, motion).Select(change => new MembershipDecided(change.Id, change.Membership!, rule.TakesEffect ?? MembershipTiming.AtOnce)),
        DecisionEffect.AdoptMinutes when now.MinutesPut is { } minutes => [new Minutes.MinutesAdopted(minutes, at, motion, ballot)],
        DecisionEffect.Bylaws => Bylaws.BylawsChange.Carried(now, PutBy(now, motion)),
        DecisionEffect.AdoptAgenda or DecisionEffect.AdoptCredentials or DecisionEffect.AdoptMinutes or DecisionEffect.None => [],
    };

    /// <summary>The same taken back, once the vote is void or nemo contra reversed; nothing where nothing had followed.</summary>
    public static IEnumerable<Fact> Reversed(Proceedings now, DecisionRule rule, PlenaryId plenary, MotionId? motion, BallotId? ballot = null) => rule.Effect switch
    {
        DecisionEffect.AdoptAgenda => [new Agenda.AgendaAdoptionReversed(plenary)],
        DecisionEffect.AdoptCredentials => Adopted(now, motion, ballot) is { } report ? [new Credentials.CredentialsAdoptionReversed(report.Id)] : [],
        DecisionEffect.AdoptMinutes => Minutes.Adoptions.By(now, motion, ballot) is { } minutes ? [new Minutes.MinutesAdoptionReversed(minutes)] : [],
        DecisionEffect.Membership => On(now, motion).Where(change => now.Memberships.ContainsKey(change.Id)).OrderByDescending(change => change.Number).Select(change => new MembershipReversed(change.Id)),
        DecisionEffect.Bylaws => Bylaws.BylawsChange.Reversed(now, PutBy(now, motion)),
        DecisionEffect.None => [],
    };

    /// <summary>Whether what followed stands as the decision left it, so that it can be taken back.</summary>
    public static bool CanBeReversed(Proceedings now, DecisionRule rule, MotionId? motion, BallotId? ballot = null) => rule.Effect switch
    {
        DecisionEffect.AdoptCredentials => Adopted(now, motion, ballot) is not { } report || now.Register == report.Id,
        DecisionEffect.AdoptMinutes => Minutes.Adoptions.CanBeReversed(now, motion, ballot),
        DecisionEffect.Membership => On(now, motion).All(change => now.Memberships.GetValueOrDefault(change.Id) is not { } decided || StandsAsDecided(now, decided)),
        DecisionEffect.Bylaws => now.Bylaws is not { } bylaws || PutBy(now, motion).All(change => bylaws.StandsAsMerged(change.Id)),
        _ => true,
    };

    /// <summary>A change that has taken effect is the last of its member, and the list of members has not been corrected over it.</summary>
    private static bool StandsAsDecided(Proceedings now, Membership decided) => decided.Before is not { } before
        || (now.Members[before.Id] is var member && (member.Status, member.Standing) == (decided.Change.Over(before).Status, decided.Change.Over(before).Standing)
            && !now.Memberships.Values.Any(later => later.Change.Member == before.Id && later.Before is not null && later.TakenAfter > decided.TakenAfter));

    /// <summary>The motions on membership that one puts to the plenary: itself, or those it puts together.</summary>
    private static IEnumerable<Motion> On(Proceedings now, MotionId? id) => PutBy(now, id).Where(each => each.Membership is not null);

    /// <summary>A motion, or those it puts together.</summary>
    private static IEnumerable<Motion> PutBy(Proceedings now, MotionId? id) => id is not { } known ? []
        : now.Motions[known] is { Bloc.IsEmpty: false } bloc ? bloc.Bloc.Select(each => now.Motions[each]) : [now.Motions[known]];

    private static Credentials.CredentialsReport? Adopted(Proceedings now, MotionId? motion, BallotId? ballot) => now.Reports.Values.FirstOrDefault(report =>
        report.Adopted && (ballot is not null ? report.Ballot == ballot : report.Ballot is null && motion is not null && report.Motion == motion));
}

/// <summary>A motion of this kind changes no member.</summary>
public sealed record NotOnMembership(string Decision) : Refusal("membership.not-of-kind", Decision);

/// <summary>The member has the status and standing already.</summary>
public sealed record ChangesNothing(string Member) : Refusal("membership.changes-nothing", Member);

/// <summary>The member concerned has no vote on it, so it is decided by itself.</summary>
public sealed record DecidedByItself(int Number) : Refusal("membership.by-itself", Number);

/// <summary>What the motion decided has been built upon; only another motion changes it.</summary>
public sealed record DecisionBuiltUpon(int Number) : Refusal("motion.carried-out", Number);

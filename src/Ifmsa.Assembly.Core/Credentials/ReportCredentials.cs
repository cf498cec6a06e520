using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Core.Credentials;

/// <summary>The credentials committee reports which members have the right to vote: a preliminary report governs from the next vote on, a final one once it is adopted.</summary>
[CommandKind("credentials.report", Who.Desk | Who.Secretariat)]
public sealed record ReportCredentials(ReportId Report, bool Final, ImmutableArray<ReportRow> Rows) : Command, IAct
{
    /// <summary>The most reports of an assembly.</summary>
    public const int AtMost = 100;

    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now) ?? Register.BeingDecided(now);

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if (Rows is not { IsDefaultOrEmpty: false, Length: <= ImportMembers.AtMost })
            return new RowsOutOfBounds(ImportMembers.AtMost);
        if (now.Find(Report) is not null)
            return new IdTaken();
        if (now.Reports.Count >= AtMost)
            return new RowsOutOfBounds(AtMost);
        if (!Final && now.Reports.Values.Any(report => report.Adopted))
            return new FinalReportStands() { Article = Register.Article(now) };
        var seen = new HashSet<MemberId>();
        foreach (var row in Rows)
        {
            if (row is null || now.Find(row.Member) is not { } member)
                return new UnknownMember();
            if (!seen.Add(row.Member))
                return new MemberTwice(member.ShortName);
            if (row.Reason is { } reason && Requires.Line(reason, 200) is { } fault)
                return fault;
        }
        return new CredentialsReported(Report, now.Reports.Count + 1, Final, [.. Rows.OrderBy(row => row.Member.Value)], moment.At);
    }
}

/// <summary>A report is made; where it is preliminary, it governs from here on.</summary>
[FactKind("credentials.reported.v1", Reversible = true)]
public sealed record CredentialsReported(ReportId Report, int Number, bool Final, ImmutableArray<ReportRow> Rows, DateTimeOffset At) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with
    {
        Reports = before.Reports.SetItem(Report, new() { Id = Report, Number = Number, Final = Final, Rows = Rows, At = At, After = before.Sequence }),
        Register = Final ? before.Register : Report,
    };
}

/// <summary>The plenary has adopted a final report, which becomes the register.</summary>
/// <param name="Report">The report.</param>
/// <param name="Motion">The motion that adopted it, where one did.</param>
/// <param name="Ballot">The vote that did.</param>
[FactKind("credentials.adopted.v1", Reversible = true)]
public sealed record CredentialsAdopted(ReportId Report, MotionId? Motion = null, BallotId? Ballot = null) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        before.Amend(Report, report => report with { Adopted = true, Replaced = before.Register, Motion = Motion, Ballot = Ballot }) with { Register = Report };
}

/// <summary>The adoption of a report no longer stands; the register before it is in force again.</summary>
[FactKind("credentials.adoption-reversed.v1", Reversible = true)]
public sealed record CredentialsAdoptionReversed(ReportId Report) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        before.Amend(Report, report => report with { Adopted = false, Replaced = null, Motion = null, Ballot = null }) with { Register = before.Reports[Report].Replaced };
}

/// <summary>A register as the acts on it need it.</summary>
internal static class Register
{
    /// <summary>The article by which a report is adopted.</summary>
    public static string? Article(Proceedings now) => now.Rules!.Decisions.Values.FirstOrDefault(rule => rule.Effect == DecisionEffect.AdoptCredentials)?.Article;

    /// <summary>The latest final report that waits for its adoption.</summary>
    public static CredentialsReport? Presented(Proceedings now) =>
        now.Reports.Values.Where(report => report is { Final: true, Adopted: false }).MaxBy(report => report.Number) is { } last
            && !now.Reports.Values.Any(report => report.Adopted && report.Number > last.Number) ? last : null;

    /// <summary>What the plenary adopts stays as it was presented until it has decided.</summary>
    public static Refusal? BeingDecided(Proceedings now) =>
        (now.RunningBallot is { } ballot && Adopts(now, ballot.Decision))
        || (now.Floor.Motion is { } motion && now.Motions[motion] is { IsSettled: false } pending && Adopts(now, pending.Decision))
            ? new ReportBeingDecided() { Article = Article(now) } : null;

    /// <summary>A decision to adopt needs a final report, or minutes.</summary>
    public static Refusal? NothingToAdopt(Proceedings now, string decision) =>
        Adopts(now, decision) && Presented(now) is null ? new NoReportToAdopt() { Article = Article(now) } : Minutes.Pending.NothingToAdopt(now, decision);

    private static bool Adopts(Proceedings now, string decision) => now.Rules!.Decision(decision) is { Effect: DecisionEffect.AdoptCredentials };
}

/// <summary>A final report has been adopted; only another one, adopted in turn, replaces it.</summary>
public sealed record FinalReportStands() : Refusal("credentials.final-stands");

/// <summary>The plenary is deciding on a report.</summary>
public sealed record ReportBeingDecided() : Refusal("credentials.being-decided");

/// <summary>No final report waits for its adoption.</summary>
public sealed record NoReportToAdopt() : Refusal("credentials.nothing-to-adopt");

/// <summary>A member is listed twice.</summary>
public sealed record MemberTwice(string Member) : Refusal("credentials.member-twice", Member);

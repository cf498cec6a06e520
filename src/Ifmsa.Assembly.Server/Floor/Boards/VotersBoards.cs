using Ifmsa.Assembly.Core.Credentials;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Server.Floor.Boards;

/// <summary>Votes given to other members, and what the rulebook asks of them.</summary>
/// <param name="Decisions">The kinds of decision in which they hold, as people call them.</param>
/// <param name="PerHolder">How many members one may represent.</param>
/// <param name="Letter">Whether a letter has to be on file.</param>
/// <param name="Article">The article that says so.</param>
/// <param name="Given">By the member represented.</param>
public sealed record ProxiesView(IReadOnlyList<string> Decisions, int PerHolder, bool Letter, string Article, IReadOnlyDictionary<MemberId, ProxyRow> Given)
{
    internal static ProxiesView? Of(Proceedings now) => now.Rules!.Proxies is not { } rule ? null : new(
        [.. rule.Decisions.Select(decision => now.Rules.Decisions[decision].Title)], rule.PerHolder, rule.Letter, rule.Article,
        now.Proxies.ToDictionary(pair => pair.Key, pair => new ProxyRow(pair.Value.Holder, pair.Value.Letter?.Id)));
}

/// <summary>A vote given to another member.</summary>
public sealed record ProxyRow(MemberId Holder, LetterId? Letter);

/// <summary>A report of the credentials committee.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Final">Whether it is the final one.</param>
/// <param name="Adopted">Whether the plenary has adopted it.</param>
/// <param name="InForce">Whether it is the register of who votes.</param>
/// <param name="At">When it was made.</param>
/// <param name="Votes">How many members it gives the vote.</param>
/// <param name="Without">Those it gives none, with the reason.</param>
public sealed record ReportView(int Number, bool Final, bool Adopted, bool InForce, DateTimeOffset At, int Votes, IReadOnlyDictionary<MemberId, string> Without)
{
    internal static IReadOnlyDictionary<ReportId, ReportView> All(Proceedings now) => now.Reports.Values.ToDictionary(report => report.Id, report => new ReportView(
        report.Number, report.Final, report.Adopted, now.Register == report.Id, report.At, report.Rows.Count(row => row.Vote),
        report.Rows.Where(row => !row.Vote).ToDictionary(row => row.Member, row => row.Reason ?? "")));
}

/// <summary>Whom a delegation has named to cast its votes in elections; for its head.</summary>
/// <param name="AtMost">How many it can name.</param>
/// <param name="Named">Whom it has.</param>
public sealed record VotersView(int AtMost, IReadOnlyList<ParticipantId> Named)
{
    internal static VotersView? Of(Proceedings now, Participant person) =>
        person is { Head: true, Member: { } member } && now.Rules?.Votes?.Elections is { NamedVoters: true }
            ? new(now.VotesOf(now.Members[member], election: true), now.NamedVoters.GetValueOrDefault(member, [])) : null;
}

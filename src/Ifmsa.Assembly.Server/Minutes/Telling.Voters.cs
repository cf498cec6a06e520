using System.Text.Json;
using Ifmsa.Assembly.Core.Credentials;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Server.Minutes;

/// <content>Who votes: reports of the credentials committee, decisions on members, proxies.</content>
internal static partial class Telling
{
    private static MinutesLine? OfVoters(Entry entry, Proceedings before, Proceedings after) => entry.Fact switch
    {
        CredentialsReported reported => new(entry, LineKind.Presence, new(
            reported.Final ? "told.credentials-reported.final" : "told.credentials-reported", reported.Number, reported.Rows.Count(row => row.Vote), reported.Rows.Count(row => !row.Vote))),
        CredentialsAdopted adopted => new(entry, LineKind.Presence, new("told.credentials-adopted", after.Reports[adopted.Report].Number)),
        CredentialsAdoptionReversed reversed => new(entry, LineKind.Correction, new("told.credentials-open-again", after.Reports[reversed.Report].Number)),
        MembershipDecided decided => new(entry, LineKind.Motion, new(
            decided.Takes switch
            {
                MembershipTiming.AtOnce => "told.membership.at-once",
                MembershipTiming.NextPlenary => "told.membership.next-plenary",
                MembershipTiming.AfterAssembly => "told.membership.after-assembly",
            },
            after.NameOf(decided.Change.Member), Became(decided.Change), after.Motions[decided.Motion].Number)),
        MembershipReversed reversed => new(entry, LineKind.Correction, new(
            "told.membership-reversed", after.NameOf(before.Memberships[reversed.Motion].Change.Member), after.Motions[reversed.Motion].Number)),
        ProxyGiven given => new(entry, LineKind.Presence, new(
            given.Letter is null ? "told.proxy-given.unlettered" : "told.proxy-given", after.NameOf(given.From), after.NameOf(given.Holder), Decisions(after.Rules!))),
        ProxyEnded ended => new(entry, LineKind.Presence, new("told.proxy-ended", after.NameOf(ended.From), before.NameOf(before.Proxies[ended.From].Holder))),
        _ => null,
    };

    private static Phrase Became(MembershipChange change) => (change.Status, change.Standing) switch
    {
        ({ } status, { } standing) => new("told.membership.and", Word("status", status), Word("standing", standing)),
        ({ } status, null) => Word("status", status),
        (null, { } standing) => Word("standing", standing),
        _ => new("told.membership.standing.good"),
    };

    private static Phrase Word<T>(string what, T value)
        where T : struct, Enum => new($"told.membership.{what}.{JsonNamingPolicy.CamelCase.ConvertName(value.ToString())}");

    private static string Decisions(Rules rules) => string.Join(", ", rules.Proxies!.Decisions.Select(decision => rules.Decisions[decision].Title));
}

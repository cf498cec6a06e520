using System.Text.Json;
using Ifmsa.Assembly.Core.Federation;

namespace Ifmsa.Assembly.Core.Rulebook;

/// <summary>What is wrong with a rulebook that can be read: what it says nothing of, says twice, or cannot mean.</summary>
internal static class RulebookFaults
{
    /// <summary>Every fault, section by section.</summary>
    public static IEnumerable<RulebookFault> Of(Rules rules) =>
        [.. Names(rules), .. Members(rules), .. Majorities(rules), .. Decisions(rules), .. Voting(rules), .. Way(rules), .. Procedural(rules), .. Floor(rules), .. Paragraphs(rules), .. Polls(rules.Polls), .. Times(rules.Times)];

    private static IEnumerable<RulebookFault> Names(Rules rules)
    {
        if (rules.Id.Length is 0 or > 40 || !rules.Id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'))
            yield return new("id", $"“{rules.Id}” is no short name; 1 to 40 small letters a to z, digits and hyphens are needed.");
        if (string.IsNullOrWhiteSpace(rules.Title))
            yield return new("title", "there is no title; the secretariat chooses the rulebook by it.");
        if (rules.Regions.Length == 0)
            yield return new("regions", "there is no region; a member belongs to one.");
        for (var index = 0; index < rules.Regions.Length; index++)
        {
            if (string.IsNullOrWhiteSpace(rules.Regions[index]))
                yield return new($"regions[{index}]", "the region has no name.");
            else if (rules.Regions.IndexOf(rules.Regions[index]) < index)
                yield return new($"regions[{index}]", $"“{rules.Regions[index]}” stands here twice.");
        }
    }

    private static IEnumerable<RulebookFault> Members(Rules rules)
    {
        foreach (var status in Enum.GetValues<MemberStatus>().Where(status => !rules.Rights.ContainsKey(status)))
            yield return new("rights." + JsonNamingPolicy.CamelCase.ConvertName(status.ToString()), $"nothing is said of {status} members.");
        if (rules.Rights.Count > 0 && !rules.Rights.Values.Any(rights => rights.Vote))
            yield return new("rights", "no member may vote.");
    }

    private static IEnumerable<RulebookFault> Majorities(Rules rules)
    {
        if (rules.Quorum is var quorum && (quorum.Numerator < 0 || quorum.Denominator <= 0 || quorum.Numerator > quorum.Denominator))
            yield return new("quorum", $"the share {quorum.Numerator}/{quorum.Denominator} does not lie between 0 and 1.");
        else if (quorum.Strict && quorum.Numerator == quorum.Denominator)
            yield return new("quorum", "more than all cannot be present.");
        if (rules.Majorities.IsEmpty)
            yield return new("majorities", "there is no majority.");
        foreach (var (place, majority) in Citation.ByName("majorities", rules.Majorities))
        {
            if (majority.Numerator < 0 || majority.Denominator <= 0 || majority.Numerator > majority.Denominator)
                yield return new(place, $"the share {majority.Numerator}/{majority.Denominator} does not lie between 0 and 1.");
            else if (majority.Numerator == 0 && !majority.Strict)
                yield return new(place, "a share of nothing carries with no vote for; it has to be strict, so that one is needed.");
            else if (majority.Strict && majority.Numerator == majority.Denominator)
                yield return new(place, "more than all cannot be for.");
            else if (majority.Tie == Fallback.Carries && (majority.Strict ? 2L * majority.Numerator >= majority.Denominator && majority.Numerator > 0 : 2L * majority.Numerator > majority.Denominator))
                yield return new(place + ".tie", "a tie never makes this share, so it cannot carry; at least half, not strict, is what a tie makes.");
            foreach (var fault in Beyond(rules, place, majority))
                yield return fault;
        }
    }

    /// <summary>What a majority asks for beside its share: a second majority, and a quorum of the vote.</summary>
    private static IEnumerable<RulebookFault> Beyond(Rules rules, string place, MajorityRule majority)
    {
        if (majority.And is { } and)
        {
            if (!rules.Majorities.TryGetValue(and, out var second))
                yield return new(place + ".and", $"there is no majority “{and}”.");
            else if (RulebookFault.Within("majorities", and) == place)
                yield return new(place + ".and", "it names itself; another majority is needed.");
            else if (second.And is not null)
                yield return new(place + ".and", $"“{and}” asks for another in turn; two majorities can be needed, no more.");
        }
        if (majority.Quorum is not { } quorum)
            yield break;
        if (quorum.Numerator <= 0 || quorum.Denominator <= 0 || quorum.Numerator > quorum.Denominator)
            yield return new(place + ".quorum", $"the share {quorum.Numerator}/{quorum.Denominator} does not lie above 0 and up to 1.");
        else if (quorum.Strict && quorum.Numerator == quorum.Denominator)
            yield return new(place + ".quorum", "more than all cannot vote.");
        if (quorum.Base is MajorityBase.ForAndAgainst or MajorityBase.Cast)
            yield return new(place + ".quorum.base", "those who vote cannot be a share of those who vote; present, entitled or allMembers is needed.");
    }

    private static IEnumerable<RulebookFault> Decisions(Rules rules)
    {
        foreach (var (place, decision) in Citation.ByName("decisions", rules.Decisions))
        {
            if (Unknown(rules, place, decision.Majority) is { } fault)
                yield return fault;
            if (decision is { Effect: DecisionEffect.Membership, TakesEffect: null })
                yield return new(place + ".takesEffect", "its effect is “membership”, so it has to say when a change takes effect.");
            else if (decision is { Effect: not DecisionEffect.Membership, TakesEffect: not null })
                yield return new(place + ".takesEffect", "only a decision with the effect “membership” changes a member.");
            if (decision is { Effect: not DecisionEffect.Membership, ExcludesConcerned: true })
                yield return new(place + ".excludesConcerned", "only a decision with the effect “membership” concerns a member.");
            if (decision.ExpiresAfterYears is < 1 or > 50)
                yield return new(place + ".expiresAfterYears", "what is carried is in force for 1 to 50 years, or without an end where this is left out.");
        }
        if (!rules.Decisions.ContainsKey("motion"))
            yield return new("decisions.motion", "there is no decision “motion”, which a motion is unless its proposer says otherwise.");
        var agendas = Citation.ByName("decisions", rules.Decisions).Where(rule => rule.Rule.Effect == DecisionEffect.AdoptAgenda).Select(rule => rule.Place).ToList();
        if (agendas.Count == 0)
            yield return new("decisions", "none has the effect “adoptAgenda”, so no agenda could be adopted.");
        else if (agendas.Count > 1)
            yield return new(agendas[1] + ".effect", $"{agendas[0]} adopts the agenda already; one does.");
        var registers = Citation.ByName("decisions", rules.Decisions).Where(rule => rule.Rule.Effect == DecisionEffect.AdoptCredentials).Select(rule => rule.Place).ToList();
        if (registers.Count > 1)
            yield return new(registers[1] + ".effect", $"{registers[0]} adopts the report of the credentials committee already; one does.");
        var minutes = Citation.ByName("decisions", rules.Decisions).Where(rule => rule.Rule.Effect == DecisionEffect.AdoptMinutes).Select(rule => rule.Place).ToList();
        if (minutes.Count > 1)
            yield return new(minutes[1] + ".effect", $"{minutes[0]} adopts minutes already; one does.");
    }

    private static IEnumerable<RulebookFault> Voting(Rules rules)
    {
        foreach (var (place, votes) in new[] { ("votes.plenary", rules.Votes?.Plenary), ("votes.elections", rules.Votes?.Elections) })
        {
            if (votes is not null && Outside(place + ".atMost", votes.AtMost, 1, Member.VotesAtMost, "votes") is { } fault)
                yield return fault;
        }
        if (rules.Votes?.Plenary is { NamedVoters: true })
            yield return new("votes.plenary.namedVoters", "named voters cast votes in elections; in the plenary the voting card does.");
        if (rules.Votes?.Elections is { NamedVoters: true, Split: true })
            yield return new("votes.elections.split", "where voters are named each has one vote, which cannot be split.");
        if (rules.Proxies is not { } proxies)
            yield break;
        if (Outside("proxies.perHolder", proxies.PerHolder, 1, 100, "members") is { } bound)
            yield return bound;
        if (proxies.Decisions.IsEmpty)
            yield return new("proxies.decisions", "no decision is named, so no proxy could ever be used; leave the section out.");
        for (var index = 0; index < proxies.Decisions.Length; index++)
        {
            if (!rules.Decisions.ContainsKey(proxies.Decisions[index]))
                yield return new($"proxies.decisions[{index}]", $"there is no decision “{proxies.Decisions[index]}”.");
            else if (proxies.Decisions.IndexOf(proxies.Decisions[index]) < index)
                yield return new($"proxies.decisions[{index}]", $"“{proxies.Decisions[index]}” stands here twice.");
        }
    }

    private static IEnumerable<RulebookFault> Way(Rules rules)
    {
        if (rules.Way.Rank < 1)
            yield return new("way.rank", $"the rank is {rules.Way.Rank}; ranks count from 1.");
        if (rules.Way.Alternatives is { } alternatives && Unknown(rules, "way.alternatives", alternatives.Majority) is { } nowhere)
            yield return nowhere;
        if (rules.Way.Amendments is not { } amendments)
            yield break;
        if (amendments.Rank < 1)
            yield return new("way.amendments.rank", $"the rank is {amendments.Rank}; ranks count from 1.");
        else if (amendments.Rank >= rules.Way.Rank)
            yield return new("way.amendments.rank", $"{amendments.Rank} does not stand above the motion's {rules.Way.Rank}; a lower number is needed.");
        if (amendments.Degree is < 1 or > 2)
            yield return new("way.amendments.degree", $"the degree is {amendments.Degree}; it is 1, or 2 where amendments can be amended.");
        if (Unknown(rules, "way.amendments", amendments.Majority) is { } fault)
            yield return fault;
    }

    private static IEnumerable<RulebookFault> Procedural(Rules rules)
    {
        foreach (var (place, rule) in Citation.ByName("procedural", rules.Procedural))
        {
            if (string.IsNullOrWhiteSpace(rule.Title))
                yield return new(place + ".title", "there is no title; people call the motion by it.");
            if (rule.Rank < 1)
                yield return new(place + ".rank", $"the rank is {rule.Rank}; ranks count from 1.");
            if (rule.YieldsTo < 1)
                yield return new(place + ".yieldsTo", $"the rank is {rule.YieldsTo}; ranks count from 1.");
            else if (rule.YieldsTo >= rule.Rank)
                yield return new(place + ".yieldsTo", $"{rule.YieldsTo} does not stand above its own rank {rule.Rank}; a lower number is needed.");
            if (rule is { DecidedBy: DecidedBy.Vote, Majority: null })
                yield return new(place + ".majority", "it is decided by a vote, so the name of a majority is needed.");
            else if (rule is { DecidedBy: not DecidedBy.Vote, Majority: not null })
                yield return new(place + ".majority", "it is not decided by a vote, so it can have no majority.");
            else if (rule.Majority is { } majority && Unknown(rules, place, majority) is { } fault)
                yield return fault;
            if (rule is { DecidedBy: DecidedBy.Demand } and ({ Seconder: true } or { Debate: true } or { Amend: true }))
                yield return new(place + ".decidedBy", "one member's demand decides, so it can have no seconder, debate or amendment.");
            if (rule.Amend && rules.Way.Amendments is null)
                yield return new(place + ".amend", "way.amendments says nothing of how it would be amended.");
            if (rule.Effect == ProceduralEffect.SuspendRule && !rules.Paragraphs.Values.Any(paragraph => paragraph.Suspendable))
                yield return new(place, "no paragraph is suspendable.");
        }
    }

    private static IEnumerable<RulebookFault> Floor(Rules rules)
    {
        var speaking = rules.Speaking;
        if (speaking.Order.Length == 0)
            yield return new("speaking.order", "nothing says who speaks next; “firstCome” is the plainest.");
        for (var index = 0; index < speaking.Order.Length; index++)
        {
            if (speaking.Order.IndexOf(speaking.Order[index]) < index)
                yield return new($"speaking.order[{index}]", $"“{JsonNamingPolicy.CamelCase.ConvertName(speaking.Order[index].ToString())}” stands here twice.");
        }
        RulebookFault?[] bounds =
        [
            Outside("speaking.seconds", speaking.Seconds, 0, 3600, "seconds"),
            Outside("speaking.sideSeconds", speaking.SideSeconds, 0, 86_400, "seconds"),
            Outside("speaking.delegationSeconds", speaking.DelegationSeconds, 0, 86_400, "seconds"),
            Outside("points.warnings", rules.Points.Warnings, 0, 100, "warnings"),
            rules.Announcements is { } announcements ? Outside("announcements.minutes", announcements.Minutes, 1, 43_200, "minutes") : null,
        ];
        foreach (var fault in bounds.OfType<RulebookFault>())
            yield return fault;
    }

    private static IEnumerable<RulebookFault> Paragraphs(Rules rules)
    {
        foreach (var citation in Citation.In(rules))
        {
            if (string.IsNullOrWhiteSpace(citation.Article))
                yield return new(citation.Place, "no article is cited; every rule says where it comes from.");
            else if (!rules.Paragraphs.TryGetValue(citation.Article, out var paragraph))
                yield return new(citation.Place, $"“{citation.Article}” is not among the paragraphs; they need it, with a title.");
            else if (citation.Binding && paragraph.Suspendable)
                yield return new(RulebookFault.Within("paragraphs", citation.Article) + ".suspendable", $"{citation.Place} cites it, and rights, quorum, majorities and suspension itself cannot be suspended.");
        }
        foreach (var (place, _) in Citation.ByName("paragraphs", rules.Paragraphs).Where(named => string.IsNullOrWhiteSpace(named.Rule.Title)))
            yield return new(place + ".title", "there is no title; it says in a few words what the paragraph says.");
    }

    private static IEnumerable<RulebookFault> Polls(VotingRule voting) => new[]
    {
        Outside("voting.seconds", voting.Seconds, 0, 3600, "seconds"),
        Outside("voting.objectionSeconds", voting.ObjectionSeconds, 0, 60, "seconds"),
    }.OfType<RulebookFault>();

    private static IEnumerable<RulebookFault> Times(Times times) => new[]
    {
        Outside("times.seconders", times.Seconders, 0, 600, "seconds"),
        Outside("times.negatives", times.Negatives, 0, 600, "seconds"),
        Outside("times.undo", times.Undo, 0, 600, "seconds"),
        Outside("times.takeBack", times.TakeBack, 0, 600, "seconds"),
        Outside("times.chairSilence", times.ChairSilence, 2, 600, "seconds"),
        Outside("times.quorumCall", times.QuorumCall, 0, 600, "seconds"),
    }.OfType<RulebookFault>();

    private static RulebookFault? Outside(string place, int value, int least, int most, string unit) =>
        value < least || value > most ? new(place, $"{value} {unit} do not lie between {least} and {most}.") : null;

    private static RulebookFault? Unknown(Rules rules, string place, string majority) =>
        rules.Majorities.ContainsKey(majority) ? null : new(place + ".majority", $"there is no majority “{majority}”.");
}

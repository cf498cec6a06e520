namespace Ifmsa.Assembly.Core.Rulebook;

/// <summary>A rule's mention of the article it comes from.</summary>
/// <param name="Place">Of the rule's article in the rulebook.</param>
/// <param name="Article">As it is cited.</param>
/// <param name="Binding">Whether nothing may suspend it, because it says who decides and by how many.</param>
internal sealed record Citation(string Place, string Article, bool Binding = false)
{
    /// <summary>Every article a rulebook cites, section by section.</summary>
    public static IEnumerable<Citation> In(Rules rules) => [.. Basic(rules), .. Debate(rules), .. Floor(rules)];

    private static IEnumerable<Citation> Basic(Rules rules) =>
    [
        .. rules.Rights.OrderBy(right => right.Key).Select(right => new Citation($"rights.{Word(right.Key)}.article", right.Value.Article, Binding: true)),
        new("firstPlenary.article", rules.FirstPlenary.Article, Binding: true),
        new("quorum.article", rules.Quorum.Article, Binding: true),
        .. Voting(rules),
        .. ByName("majorities", rules.Majorities).Select(rule => new Citation(rule.Place + ".article", rule.Rule.Article, Binding: true)),
        .. ByName("majorities", rules.Majorities).Where(rule => rule.Rule.Quorum is not null).Select(rule => new Citation(rule.Place + ".quorum.article", rule.Rule.Quorum?.Article ?? "", Binding: true)),
        .. ByName("decisions", rules.Decisions).Select(rule => new Citation(rule.Place + ".article", rule.Rule.Article)),
    ];

    private static IEnumerable<Citation> Voting(Rules rules)
    {
        if (rules.Votes?.Plenary is { } plenary)
            yield return new("votes.plenary.article", plenary.Article, Binding: true);
        if (rules.Votes?.Elections is { } elections)
            yield return new("votes.elections.article", elections.Article, Binding: true);
        if (rules.Proxies is { } proxies)
            yield return new("proxies.article", proxies.Article, Binding: true);
        if (rules.Roll is { } roll)
        {
            yield return new("roll.article", roll.Article, Binding: true);
            yield return new("roll.forfeit", roll.Forfeit, Binding: true);
        }
    }

    private static IEnumerable<Citation> Debate(Rules rules)
    {
        if (rules.Way != MotionWay.Plain)
        {
            yield return new("way.article", rules.Way.Article);
            yield return new("way.reopening", rules.Way.Reopening);
        }
        foreach (var (name, article) in new[] { ("seconding", rules.Way.Seconding), ("nemoContra", rules.Way.NemoContra) }.Where(rule => rule.Item2.Length > 0))
            yield return new("way." + name, article);
        if (rules.Way.Division is { } division)
            yield return new("way.division", division);
        if (rules.Way.EnBloc is { } enBloc)
            yield return new("way.enBloc", enBloc);
        if (rules.Way.Alternatives is { } alternatives)
            yield return new("way.alternatives.article", alternatives.Article);
        if (rules.Way.Amendments is { } amendments)
            yield return new("way.amendments.article", amendments.Article);
        foreach (var (place, rule) in ByName("procedural", rules.Procedural))
        {
            yield return new(place + ".article", rule.Article, Binding: rule.Effect is ProceduralEffect.SuspendRule or ProceduralEffect.ResumeRule);
            if (rule.NoRetry is { } noRetry)
                yield return new(place + ".noRetry", noRetry);
        }
    }

    private static IEnumerable<Citation> Floor(Rules rules)
    {
        if (rules.Voting is { } voting)
            yield return new("voting.article", voting.Article);
        if (rules.Speaking != SpeakingRule.Plain)
            yield return new("speaking.article", rules.Speaking.Article);
        if (rules.Points != PointsRule.Plain)
        {
            yield return new("points.order", rules.Points.Order);
            if (rules.Points.Information is { } information)
                yield return new("points.information", information);
        }
        foreach (var (duty, rights) in rules.Duties.OrderBy(duty => duty.Key))
            yield return new($"duties.{Word(duty)}.article", rights.Article);
        if (rules.Announcements is { } announcements)
            yield return new("announcements.article", announcements.Article);
    }

    /// <summary>The rules of a section with the place of each, in the order of their names.</summary>
    public static IEnumerable<(string Place, T Rule)> ByName<T>(string section, IEnumerable<KeyValuePair<string, T>> rules) =>
        rules.OrderBy(rule => rule.Key, StringComparer.Ordinal).Select(rule => (RulebookFault.Within(section, rule.Key), rule.Value));

    private static string Word<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}

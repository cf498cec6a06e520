using System.Text;
using System.Text.Json.Nodes;

namespace Ifmsa.Assembly.Core.Tests;

/// <summary>What a member organisation hears about the rulebook it has written.</summary>
public sealed class Checking_a_rulebook
{
    [Theory]
    [InlineData("ifmsa")]
    [InlineData("ronr")]
    public void finds_nothing_wrong_with_one_that_is_shipped(string name)
    {
        var reading = RulebookReading.Of(Shipped(name));
        Assert.Equal([], reading.Faults);
        Assert.Equal(name, reading.Rules?.Id);
    }

    /// <param name="path">Where the fault is planted, names separated by |.</param>
    /// <param name="planted">JSON; nothing to take away what stands there.</param>
    /// <param name="place">Where it is found.</param>
    /// <param name="text">What is said of it, in part.</param>
    [Theory]
    [InlineData("id", "\"The IFMSA\"", "id", "no short name")]
    [InlineData("title", "\" \"", "title", "no title")]
    [InlineData("regions", "[]", "regions", "no region")]
    [InlineData("regions", "[\"Africa\",\"Africa\"]", "regions[1]", "twice")]
    [InlineData("rights|associate", "", "rights.associate", "nothing is said of Associate")]
    [InlineData("rights|full|vote", "false", "rights", "no member may vote")]
    [InlineData("quorum|denominator", "0", "quorum", "1/0 does not lie between 0 and 1")]
    [InlineData("quorum", """{ "numerator": 1, "denominator": 1, "strict": true, "article": "[M] 8.1.8" }""", "quorum", "more than all")]
    [InlineData("majorities|simple|numerator", "3", "majorities.simple", "3/2")]
    [InlineData("majorities|relative|strict", "false", "majorities.relative", "has to be strict")]
    [InlineData("majorities|simple|numerator", "2", "majorities.simple", "more than all")]
    [InlineData("majorities|simple|tie", "\"carries\"", "majorities.simple.tie", "never makes this share")]
    [InlineData("majorities|twoThirds|tie", "\"carries\"", "majorities.twoThirds.tie", "never makes this share")]
    [InlineData("majorities|simple|and", "\"x\"", "majorities.simple.and", "there is no majority “x”")]
    [InlineData("majorities|simple|and", "\"simple\"", "majorities.simple.and", "names itself")]
    [InlineData("majorities|simple|base", "\"allMember\"", "majorities.simple.base", "“allMember” is none of forAndAgainst, cast, present, entitled, allMembers")]
    [InlineData("majorities|simple|counting", "\"heads\"", "majorities.simple.counting", "“heads” is none of votes, members, weight")]
    [InlineData("majorities|simple|quorum", """{ "numerator": 0, "denominator": 2, "base": "present", "abstentions": true, "article": "[M] 8.4.5" }""", "majorities.simple.quorum", "0/2 does not lie above 0")]
    [InlineData("majorities|simple|quorum", """{ "numerator": 3, "denominator": 2, "base": "present", "abstentions": true, "article": "[M] 8.4.5" }""", "majorities.simple.quorum", "3/2 does not lie")]
    [InlineData("majorities|simple|quorum", """{ "numerator": 1, "denominator": 0, "base": "present", "abstentions": true, "article": "[M] 8.4.5" }""", "majorities.simple.quorum", "1/0 does not lie")]
    [InlineData("majorities|simple|quorum", """{ "numerator": 1, "denominator": 1, "base": "present", "abstentions": true, "article": "[M] 8.4.5", "strict": true }""", "majorities.simple.quorum", "more than all")]
    [InlineData("majorities|simple|quorum", """{ "numerator": 1, "denominator": 2, "base": "cast", "abstentions": true, "article": "[M] 8.4.5" }""", "majorities.simple.quorum.base", "cannot be a share of those who vote")]
    [InlineData("majorities|simple|quorum", """{ "numerator": 1, "denominator": 2, "base": "forAndAgainst", "abstentions": false, "article": "[M] 8.4.5" }""", "majorities.simple.quorum.base", "present, entitled or allMembers")]
    [InlineData("majorities|simple|quorum", """{ "numerator": 1, "denominator": 2, "base": "present", "abstentions": true, "article": "[M] 0" }""", "majorities.simple.quorum.article", "“[M] 0” is not among the paragraphs")]
    [InlineData("majorities|simple|quorum", """{ "numerator": 1, "denominator": 2, "base": "present", "article": "[M] 8.4.5" }""", "majorities.simple.quorum.abstentions", "missing; true or false")]
    [InlineData("decisions|policy|majority", "\"x\"", "decisions.policy.majority", "there is no majority “x”")]
    [InlineData("decisions|motion", "", "decisions.motion", "no decision “motion”")]
    [InlineData("decisions|agenda", "", "decisions", "no agenda could be adopted")]
    [InlineData("decisions|report|effect", "\"adoptAgenda\"", "decisions.report.effect", "adopts the agenda already")]
    [InlineData("way|rank", "0", "way.rank", "count from 1")]
    [InlineData("way|alternatives|majority", "\"x\"", "way.alternatives.majority", "there is no majority “x”")]
    [InlineData("way|amendments|majority", "\"x\"", "way.amendments.majority", "there is no majority “x”")]
    [InlineData("way|amendments|rank", "0", "way.amendments.rank", "count from 1")]
    [InlineData("way|amendments|rank", "100", "way.amendments.rank", "lower number")]
    [InlineData("way|amendments|degree", "3", "way.amendments.degree", "1, or 2")]
    [InlineData("procedural|adjourn|title", "\"\"", "procedural.adjourn.title", "no title")]
    [InlineData("procedural|adjourn|rank", "0", "procedural.adjourn.rank", "count from 1")]
    [InlineData("procedural|adjourn|yieldsTo", "0", "procedural.adjourn.yieldsTo", "count from 1")]
    [InlineData("procedural|adjourn|yieldsTo", "20", "procedural.adjourn.yieldsTo", "its own rank 20")]
    [InlineData("procedural|adjourn|majority", "\"x\"", "procedural.adjourn.majority", "there is no majority “x”")]
    [InlineData("procedural|adjourn|majority", "", "procedural.adjourn.majority", "decided by a vote")]
    [InlineData("procedural|adjourn|decidedBy", "\"chair\"", "procedural.adjourn.majority", "not decided by a vote")]
    [InlineData("procedural|adjourn", """{ "title": "t", "effect": "countAgain", "seconder": true, "debate": false, "amend": false, "decidedBy": "demand", "article": "[M] 8.4.8" }""", "procedural.adjourn.decidedBy", "no seconder")]
    [InlineData("speaking|order", "[]", "speaking.order", "who speaks next")]
    [InlineData("speaking|order", "[\"firstCome\",\"firstCome\"]", "speaking.order[1]", "twice")]
    [InlineData("speaking|seconds", "-1", "speaking.seconds", "between 0 and 3600")]
    [InlineData("speaking|sideSeconds", "90000", "speaking.sideSeconds", "between 0 and 86400")]
    [InlineData("speaking|delegationSeconds", "-5", "speaking.delegationSeconds", "between 0 and 86400")]
    [InlineData("points|warnings", "-1", "points.warnings", "between 0 and 100")]
    [InlineData("announcements|minutes", "0", "announcements.minutes", "between 1 and 43200")]
    [InlineData("paragraphs|[M] 8.5", "", "points.order", "“[M] 8.5” is not among the paragraphs")]
    [InlineData("paragraphs|[M] 8.5|title", "\"\"", "paragraphs[\"[M] 8.5\"].title", "no title")]
    [InlineData("paragraphs|[M] 8.1.8|suspendable", "true", "paragraphs[\"[M] 8.1.8\"].suspendable", "quorum.article cites it")]
    [InlineData("paragraphs|[M] 8.4.8, suspension|suspendable", "true", "paragraphs[\"[M] 8.4.8, suspension\"].suspendable", "cannot be suspended")]
    [InlineData("quorum|article", "\"\"", "quorum.article", "no article")]
    [InlineData("votes", """{ "plenary": { "atMost": 0, "split": true, "namedVoters": false, "article": "[I] membership" } }""", "votes.plenary.atMost", "between 1 and 1000")]
    [InlineData("votes", """{ "elections": { "atMost": 1001, "split": true, "namedVoters": false, "article": "[I] membership" } }""", "votes.elections.atMost", "between 1 and 1000")]
    [InlineData("votes", """{ "plenary": { "atMost": 3, "split": true, "namedVoters": true, "article": "[I] membership" } }""", "votes.plenary.namedVoters", "in elections")]
    [InlineData("votes", """{ "elections": { "atMost": 3, "split": true, "namedVoters": true, "article": "[I] membership" } }""", "votes.elections.split", "cannot be split")]
    [InlineData("votes", """{ "elections": { "atMost": 3, "split": true, "namedVoters": false, "article": "nowhere" } }""", "votes.elections.article", "not among the paragraphs")]
    [InlineData("votes", """{ "plenary": { "atMost": 3, "split": true, "namedVoters": false, "article": "[M] 8.5" } }""", "paragraphs[\"[M] 8.5\"].suspendable", "votes.plenary.article cites it")]
    [InlineData("proxies|perHolder", "0", "proxies.perHolder", "between 1 and 100")]
    [InlineData("proxies|decisions", "[]", "proxies.decisions", "no decision is named")]
    [InlineData("proxies|decisions", "[\"war\"]", "proxies.decisions[0]", "no decision “war”")]
    [InlineData("proxies|decisions", "[\"bylaws\", \"bylaws\"]", "proxies.decisions[1]", "twice")]
    [InlineData("proxies|article", "\"\"", "proxies.article", "no article")]
    [InlineData("roll|forfeit", "\"nowhere\"", "roll.forfeit", "not among the paragraphs")]
    [InlineData("decisions|membership|takesEffect", "", "decisions.membership.takesEffect", "when a change takes effect")]
    [InlineData("decisions|policy|takesEffect", "\"atOnce\"", "decisions.policy.takesEffect", "only a decision")]
    [InlineData("decisions|policy|excludesConcerned", "true", "decisions.policy.excludesConcerned", "only a decision")]
    [InlineData("decisions|policy|effect", "\"adoptCredentials\"", "decisions.policy.effect", "adopts the report")]
    [InlineData("times|chairSilence", "1", "times.chairSilence", "between 2 and 600")]
    [InlineData("times|quorumCall", "601", "times.quorumCall", "between 0 and 600")]
    [InlineData("procedural|adjourn|majorty", "\"simple\"", "procedural.adjourn.majorty", "known are title, effect")]
    [InlineData("quorum|numerator", "", "quorum.numerator", "missing; a whole number")]
    [InlineData("quorum|numerator", "\"one\"", "quorum.numerator", "here is \"one\"; a whole number")]
    [InlineData("quorum|numerator", "1.5", "quorum.numerator", "here is 1.5; a whole number")]
    [InlineData("quorum|strict", "1", "quorum.strict", "true or false")]
    [InlineData("majorities|simple", "null", "majorities.simple", "a section in braces")]
    [InlineData("regions|0", "null", "regions[0]", "a text")]
    [InlineData("regions", "{}", "regions", "here is a section; a list")]
    [InlineData("majorities|simple|base", "\"all\"", "majorities.simple.base", "“all” is none of forAndAgainst, cast, present, entitled")]
    [InlineData("duties|president", """{ "propose": true, "speak": "always", "article": "[I] roles" }""", "duties.president", "“president” is none of chair")]
    [InlineData("times", "", "times", "missing; a section")]
    public void names_the_fault_and_its_place(string path, string planted, string place, string text)
    {
        var faults = RulebookReading.Of(Planted(path, planted)).Faults;
        Assert.Contains(faults, fault => fault.Place.StartsWith(place + " (line ", StringComparison.Ordinal) && fault.Text.Contains(text, StringComparison.Ordinal));
    }

    [Fact]
    public void finds_that_nothing_is_left_to_suspend_or_to_amend_by()
    {
        var rules = IfmsaRules with
        {
            Way = IfmsaRules.Way with { Amendments = null },
            Procedural = IfmsaRules.Procedural.SetItem("adjourn", IfmsaRules.Procedural["adjourn"] with { Amend = true }),
            Paragraphs = IfmsaRules.Paragraphs.ToImmutableDictionary(named => named.Key, named => named.Value with { Suspendable = false }),
        };
        Assert.Equal(["procedural.adjourn.amend", "procedural.suspendRule"], rules.Faults().Select(fault => fault.Place));
    }

    /// <summary>What the README for those who write a rulebook shows of majorities.</summary>
    [Fact]
    public void finds_nothing_wrong_with_the_majorities_of_the_readme()
    {
        var shown = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "templates", "rulebooks", "README.md"))
            .Where(line => line.Contains("\"tie\"", StringComparison.Ordinal)).Select(line => line.TrimEnd(',')).ToList();
        Assert.Equal(6, shown.Count);
        foreach (var rulebook in new[] { shown[..3], shown[3..] })
        {
            var root = JsonNode.Parse(Shipped("ifmsa"))!;
            foreach (var (name, majority) in rulebook.SelectMany(line => JsonNode.Parse("{" + line + "}")!.AsObject()))
                root["majorities"]![name] = majority!.DeepClone();
            foreach (var article in new[] { "TFEU 231", "TEU 16(4)", "your article" })
                root["paragraphs"]![article] = new JsonObject { ["title"] = "Majorities", ["suspendable"] = false };
            Assert.Equal([], RulebookReading.Of(Encoding.UTF8.GetBytes(root.ToJsonString())).Faults);
        }
    }

    [Fact]
    public void finds_majorities_that_ask_for_each_other_in_turn()
    {
        var rules = IfmsaRules with
        {
            Majorities = IfmsaRules.Majorities.SetItem("simple", IfmsaRules.Majorities["simple"] with { And = "absolute" }).SetItem("absolute", IfmsaRules.Majorities["absolute"] with { And = "simple" }),
        };
        Assert.Equal(["majorities.absolute.and", "majorities.simple.and"], rules.Faults().Select(fault => fault.Place));
        Assert.Equal([], (rules with { Majorities = rules.Majorities.SetItem("absolute", IfmsaRules.Majorities["absolute"]) }).Faults());
    }

    [Fact]
    public void lets_a_tie_carry_where_a_tie_makes_the_share()
    {
        var half = IfmsaRules.Majorities["simple"] with { Strict = false, Tie = Fallback.Carries, Quorum = new(1, 2, MajorityBase.Entitled, Abstentions: true, "[M] 8.4.5") };
        Assert.Equal([], (IfmsaRules with { Majorities = IfmsaRules.Majorities.SetItem("half", half) }).Faults());
    }

    [Fact]
    public void names_all_faults_from_the_top_to_the_end()
    {
        var text = Encoding.UTF8.GetString(Shipped("ronr"))
            .Replace("\"denominator\": 2, \"article\": \"RONR §40\"", "\"denominator\": 2, \"ratio\": 1, \"article\": \"RONR §40\"", StringComparison.Ordinal)
            .Replace("\"quorumCall\": 300", "\"quorumCall\": 3000", StringComparison.Ordinal);
        Assert.Equal(["quorum.ratio", "times.quorumCall"], RulebookReading.Of(Encoding.UTF8.GetBytes(text)).Faults.Select(fault => fault.Place.Split(' ')[0]));
    }

    [Fact]
    public void names_what_stands_twice_with_both_lines()
    {
        var text = Encoding.UTF8.GetString(Shipped("ifmsa")).Replace("\"id\": \"ifmsa\"", "\"id\": \"one\",\n\"id\": \"two\"", StringComparison.Ordinal);
        Assert.Equal(("id (line 3)", "it stands on line 3 and again on line 4; once is needed."), Only(RulebookReading.Of(Encoding.UTF8.GetBytes(text))));
    }

    [Theory]
    [InlineData("", "line 1, byte 1")]
    [InlineData("[]", "line 1")]
    [InlineData("null", "line 1")]
    [InlineData("{ \"quorum\":\n  { \"numerator\": 1,, } }", "quorum.numerator (line 2, byte 20)")]
    [InlineData("{ \"id\": \"a\" ", "id (line 1, byte 13)")]
    [InlineData("{ \"title\": \"\\ud800\" }", "title (line 1)")]
    public void names_where_a_file_stops_being_json(string text, string place) =>
        Assert.Equal(place, RulebookReading.Of(Encoding.UTF8.GetBytes(text)).Faults[0].Place);

    [Fact]
    public void does_not_mind_a_byte_order_mark() =>
        Assert.NotNull(RulebookReading.Of([0xEF, 0xBB, 0xBF, .. Shipped("ifmsa")]).Rules);

    [Fact]
    public void does_not_break_on_half_a_file()
    {
        var text = Shipped("ifmsa");
        for (var length = 0; length < text.Length; length += 37)
            Assert.NotEmpty(RulebookReading.Of(text.AsSpan(0, length)).Faults);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("\"\"")]
    [InlineData("[null]")]
    [InlineData("{\"x y\":null}")]
    public void says_something_wherever_the_wrong_thing_stands(string wrong)
    {
        foreach (var path in Paths(JsonNode.Parse(Shipped("ifmsa"))!, ""))
        {
            var reading = RulebookReading.Of(Planted(path, wrong));
            Assert.True(reading.Rules is null != reading.Faults.IsEmpty, path);
        }
    }

    private static IEnumerable<string> Paths(JsonNode around, string path) => around switch
    {
        JsonObject section => section.SelectMany(member => Paths(member.Value!, $"{path}{member.Key}|").Prepend(path + member.Key)),
        JsonArray list => list.Select((_, index) => $"{path}{index}"),
        _ => [],
    };

    private static (string Place, string Text) Only(RulebookReading reading)
    {
        var fault = Assert.Single(reading.Faults);
        return (fault.Place, fault.Text);
    }

    private static byte[] Shipped(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "templates", "rulebooks", name + ".json"));

    private static byte[] Planted(string path, string planted)
    {
        var root = JsonNode.Parse(Shipped("ifmsa"))!;
        var names = path.Split('|');
        var section = names[..^1].Aggregate(root, (around, name) => around[name]!);
        if (planted.Length == 0)
            section.AsObject().Remove(names[^1]);
        else if (section is JsonArray list)
            list[int.Parse(names[^1], System.Globalization.CultureInfo.InvariantCulture)] = JsonNode.Parse(planted);
        else
            section[names[^1]] = JsonNode.Parse(planted);
        return Encoding.UTF8.GetBytes(root.ToJsonString(new() { WriteIndented = true }));
    }
}

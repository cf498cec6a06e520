using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Rulebook;
using Ifmsa.Assembly.Server.Journal;

namespace Ifmsa.Assembly.Server.Tallies;

/// <summary>A vote and what it decided in Popolo's terms (popoloproject.com/specs): <c>motion</c>, <c>vote_event</c>, <c>counts</c>, <c>vote</c>; what Popolo has no word for stands beside them.</summary>
public sealed record PopoloRecord(PopoloMotion Motion, PopoloVoteEvent VoteEvent)
{
    private static readonly JsonSerializerOptions Snake = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true, NewLine = "\n",
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>As JSON in UTF-8; nothing in it is markup, and what a browser might take for it is escaped.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Snake);

    /// <summary>The record of a ballot; null while it is being taken, for a test vote, and for one that was void before any total appeared.</summary>
    public static PopoloRecord? Of(Snapshot snapshot, BallotId id)
    {
        var now = snapshot.Now;
        if (now.Find(id) is not { Test: false, Result: { } result } ballot)
            return null;
        var passed = result.Verdict is Verdict.Carried or Verdict.Elected or Verdict.Chosen ? "pass" : "fail";
        var motion = new PopoloMotion(
            ballot.Motion?.ToString() ?? ballot.Id.ToString(), ballot.Title, now.Rules!.Decisions[ballot.Decision].Title, ballot.OpenedAt, result.Rule, passed,
            ballot.Motion is { } about && now.Motions[about] is { Proposer: { } proposer } ? now.NameOf(proposer) : null);
        return new(motion, new(
            ballot.Id.ToString(), ballot.Number.ToString(CultureInfo.InvariantCulture), motion.Id, now.Charter!.Name,
            $"{now.Charter.Name}, plenary {now.Plenaries[ballot.Plenary].Number.ToString(CultureInfo.InvariantCulture)}",
            ballot.OpenedAt, ballot.ClosedAt, passed, ballot.VoidReason, [.. CountsOf(now, ballot)], VotesOf(now, ballot),
            new(result.Rule, result.Article, result.Base, result.Needed, result.Margin, result.Entitled, result.Verdict, result.Figures, result.Also, result.Turnout, result.Winners ?? (result.Chosen is { } chosen ? [chosen] : null)),
            ballot.Method, ballot.Disclosure, [.. ballot.Options.Select(option => new PopoloOption(option.Key, WordOf(option), NameOf(snapshot, option)))], new(now.Sequence, snapshot.Head)));
    }

    /// <summary>Popolo's word for an option, where it has one.</summary>
    public static string WordOf(Option option) => option.Key switch
    {
        Option.For => "yes",
        Option.Against => "no",
        Option.Abstain => "abstain",
        var key => key,
    };

    /// <summary>What an option says, in words.</summary>
    public static string NameOf(Snapshot snapshot, Option option) =>
        option.Nominee is { } nominee ? snapshot.Now.Find(nominee) is { } person ? person.Erased ? Erased : snapshot.NameOf(person) ?? (person.Member is { } member ? snapshot.Now.NameOf(member) : "") : ""
        : option.Motion is { } motion ? snapshot.Now.Motions[motion].Title
        : option.Label ?? option.Key;

    private static IEnumerable<PopoloCount> CountsOf(Proceedings now, Ballot ballot)
    {
        var count = ballot.Count();
        foreach (var option in ballot.Options)
            yield return new(WordOf(option), count.Votes[option.Key], Group: null);
        foreach (var region in RegionFigures.Of(now, ballot) ?? [])
        {
            foreach (var option in ballot.Options)
                yield return new(WordOf(option), region.Figures[option.Key], region.Region ?? OtherRegions);
        }
    }

    /// <summary>How somebody is called who was erased.</summary>
    private const string Erased = "(erased)";

    /// <summary>How regions are called that are shown together.</summary>
    private const string OtherRegions = "other regions";

    private static List<PopoloVote>? VotesOf(Proceedings now, Ballot ballot) => ballot is { Disclosure: Disclosure.Totals } or { Method: BallotMethod.Placards } ? null :
    [
        .. from pair in ballot.Casts.OrderBy(pair => now.NameOf(pair.Key.Member), StringComparer.Ordinal).ThenBy(pair => pair.Key.Person?.Value)
           where pair.Value.Counts
           let member = now.Members[pair.Key.Member]
           let elector = ballot.Electorate[pair.Key]
           from share in pair.Value.Shares
           from key in share.Options
           select new PopoloVote(
               member.Id.ToString(), member.ShortName, WordOf(ballot.Options.First(option => option.Key == key)), share.Votes, member.Region, elector.Holder is { } holder ? now.NameOf(holder) : null,
               pair.Value.Provenance),
    ];
}

/// <summary>What was voted on.</summary>
public sealed record PopoloMotion(string Id, string Text, string Classification, DateTimeOffset Date, string Requirement, string Result, string? Creator);

/// <summary>A vote as it was taken.</summary>
/// <param name="Id">The ballot's id.</param>
/// <param name="Identifier">The ballot's number.</param>
/// <param name="MotionId">What was voted on.</param>
/// <param name="Organization">The assembly.</param>
/// <param name="LegislativeSession">The plenary.</param>
/// <param name="StartDate">When it was opened.</param>
/// <param name="EndDate">When the polls closed.</param>
/// <param name="Result">pass or fail.</param>
/// <param name="Void">Why it no longer stands.</param>
/// <param name="Counts">Votes per option, for all and then by region.</param>
/// <param name="Votes">Each member's; absent where totals alone are published.</param>
/// <param name="Rule">By which rule it was decided, and what that needed.</param>
/// <param name="Method">How votes were given.</param>
/// <param name="Disclosure">What is published of who voted how.</param>
/// <param name="Options">What could be chosen.</param>
/// <param name="Journal">Up to which entry of the journal this was read.</param>
public sealed record PopoloVoteEvent(
    string Id, string Identifier, string MotionId, string Organization, string LegislativeSession, DateTimeOffset StartDate, DateTimeOffset? EndDate, string Result, string? Void,
    IReadOnlyList<PopoloCount> Counts, IReadOnlyList<PopoloVote>? Votes, PopoloRule Rule, BallotMethod Method, Disclosure Disclosure, IReadOnlyList<PopoloOption> Options, PopoloJournal Journal);

/// <summary>Votes for one option, of all or of a region.</summary>
public sealed record PopoloCount(string Option, int Value, string? Group);

/// <summary>A member's votes for one option; <paramref name="Proxy"/> is the member that cast them for it.</summary>
public sealed record PopoloVote(string VoterId, string Voter, string Option, int Weight, string Group, string? Proxy, Provenance Provenance);

/// <summary>What could be chosen: its word here, and what it says.</summary>
public sealed record PopoloOption(string Key, string Option, string Name);

/// <summary>By which rule a vote was decided.</summary>
public sealed record PopoloRule(
    string Title, string Article, int Base, int Needed, int? Margin, int Entitled, Verdict Verdict, IReadOnlyDictionary<string, int> Figures, SecondMajority? Second, Turnout? Turnout, IReadOnlyList<string>? Chosen);

/// <summary>The journal's head.</summary>
public sealed record PopoloJournal(long Sequence, string Head);

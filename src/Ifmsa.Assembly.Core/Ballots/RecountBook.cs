using System.Collections.Immutable;
using System.Text.Json;

namespace Ifmsa.Assembly.Core.Ballots;

/// <summary>The books of the recount: every entry is checked as it is made, and what contradicts another is named.</summary>
internal sealed class RecountBook
{
    private sealed record Row(string Member, int Votes, int Weight);

    private sealed record Vote(List<(List<string> Options, int Votes)> Parts, bool Counts);

    private sealed record Block(List<string> Members, int Papers, Dictionary<string, int> Figures, bool Counts);

    private readonly HashSet<string> _options = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Row> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Vote> _standing = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Block> _blocks = [];
    private readonly HashSet<string> _objected = new(StringComparer.Ordinal);
    private Dictionary<string, int>? _placards;
    private int _marks = 1;
    private bool _opened;
    private bool _closed;
    private bool _checking;

    /// <summary>Whether the polls are closed and nothing is being checked any more.</summary>
    public bool IsComplete => _closed && !_checking;

    /// <summary>Enters one fact; what is wrong with it, or null.</summary>
    public string? Enter(string kind, JsonElement body)
    {
        if (IsComplete)
            return $"{kind} after the close";
        if (_closed && kind is not ("ballot.objected.v1" or "ballot.objection-settled.v1" or "ballot.checked.v1"))
            return $"{kind} after the close";
        if (!_opened && kind != "ballot.opened.v1")
            return $"{kind} before the opening";
        return kind switch
        {
            "ballot.opened.v1" => Open(body),
            "ballot.cast.v1" or "ballot.answered.v1" => Stand(body, counts: true),
            "ballot.entered.v1" => _standing.TryGetValue(Name(body), out var earlier) && earlier.Counts ? "an entry over a vote that counts" : Stand(body, counts: false),
            "ballot.entry-confirmed.v1" => Confirm(body),
            "ballot.figures-entered.v1" => Placards(body),
            "ballot.paper-entered.v1" => Paper(body),
            "ballot.paper-confirmed.v1" => ConfirmPaper(body),
            "ballot.paper-withdrawn.v1" => _blocks.Remove(body.GetProperty("number").GetInt32()) ? null : "paper withdrawn that was not there",
            "ballot.passed.v1" or "ballot.extended.v1" => null,
            "ballot.closed.v1" => Close(),
            "ballot.objected.v1" => _checking && _closed ? Object(body) : "an objection while nothing is checked",
            "ballot.objection-settled.v1" => Settle(body),
            "ballot.checked.v1" => EndChecking(),
            _ => $"an unknown fact {kind}",
        };
    }

    /// <summary>Adds up what stands.</summary>
    public RecountResult Add()
    {
        var (votes, members, weight) = (Nothing(), Nothing(), Nothing());
        var (slips, heads, burden) = (0, 0, 0);
        // A member's slips together: where most of its votes stand, the member stands.
        var ofMember = new Dictionary<string, (Dictionary<string, int> Options, int Votes, int Weight)>(StringComparer.Ordinal);
        foreach (var (name, vote) in _standing)
        {
            if (!vote.Counts)
                continue;
            if (!_rows.TryGetValue(name, out var row))
                return Recount.Faulty("a vote of a member outside the electorate");
            if (vote.Parts.Sum(part => part.Votes) != row.Votes)
                return Recount.Faulty("a vote that does not add up");
            var own = ofMember.TryGetValue(row.Member, out var known) ? known : (new Dictionary<string, int>(StringComparer.Ordinal), 0, row.Weight);
            foreach (var (options, part) in vote.Parts)
            {
                slips += part;
                own.Item2 += part;
                if (options.Count > _marks || part < 1)
                    return Recount.Faulty("a slip with too many marks");
                foreach (var option in options)
                {
                    if (!_options.Contains(option))
                        return Recount.Faulty("a vote for an unknown option");
                    votes[option] += part;
                    own.Item1[option] = own.Item1.GetValueOrDefault(option) + part;
                }
            }
            ofMember[row.Member] = own;
        }
        foreach (var (options, all, burdenOf) in ofMember.Values)
        {
            heads++;
            burden += burdenOf;
            var most = options.Where(pair => pair.Value > all - pair.Value).Select(pair => pair.Key).ToList();
            foreach (var option in most.Count > 0 ? most : ["abstain"])
            {
                members[option] += 1;
                weight[option] += burdenOf;
            }
        }
        foreach (var block in _blocks.Values.Where(block => block.Counts))
        {
            if (block.Members.Exists(ofMember.ContainsKey))
                return Recount.Faulty("a member counted on paper and off it");
            var row = _rows.Values.First(row => row.Member == block.Members[0]);
            if (block.Papers > _rows.Values.Count(each => block.Members.Contains(each.Member, StringComparer.Ordinal)))
                return Recount.Faulty("more papers than electors");
            slips += block.Papers * row.Votes;
            heads += block.Papers;
            burden += block.Papers * row.Weight;
            foreach (var (option, figure) in block.Figures)
            {
                if (!_options.Contains(option))
                    return Recount.Faulty("a figure for an unknown option");
                votes[option] += figure * row.Votes;
                members[option] += figure;
                weight[option] += figure * row.Weight;
            }
        }
        foreach (var (option, figure) in _placards ?? [])
        {
            if (!_options.Contains(option))
                return Recount.Faulty("a figure for an unknown option");
            votes[option] += figure;
            members[option] += figure;
            weight[option] += figure;
            slips += figure;
            heads += figure;
            burden += figure;
        }
        var entitled = _rows.Values.Sum(row => row.Votes);
        return slips > entitled ? Recount.Faulty($"{slips} votes of {entitled} entitled")
            : new(new(Sorted(votes), Sorted(members), Sorted(weight), new(slips, heads, burden)), Fault: null);
    }

    private string? Open(JsonElement body)
    {
        if (_opened)
            return "a second opening";
        _opened = true;
        foreach (var option in body.GetProperty("options").EnumerateArray())
            _options.Add(option.GetProperty("key").GetString()!);
        foreach (var elector in body.GetProperty("electorate").EnumerateArray())
        {
            var row = new Row(elector.GetProperty("member").GetString()!, elector.GetProperty("votes").GetInt32(), elector.TryGetProperty("weight", out var weight) ? weight.GetInt32() : 1);
            if (!_rows.TryAdd(Name(elector), row))
                return "an elector twice";
        }
        _marks = body.TryGetProperty("atMost", out var marks) ? marks.GetInt32() : 1;
        _checking = body.TryGetProperty("objectionSeconds", out var seconds) && seconds.GetInt32() > 0;
        return null;
    }

    private string? Close()
    {
        if (_blocks.Values.Any(block => !block.Counts))
            return "a close over unconfirmed paper";
        _closed = true;
        return null;
    }

    private string? Stand(JsonElement body, bool counts)
    {
        if (_blocks.Values.Any(block => block.Members.Contains(Member(body), StringComparer.Ordinal)))
            return "a vote of a member on paper";
        var parts = PartsOf(body);
        if (parts.Count == 0)
            parts.Add(([body.GetProperty("option").GetString()!], _rows.TryGetValue(Name(body), out var row) ? row.Votes : 1));
        _standing[Name(body)] = new(parts, counts);
        return null;
    }

    private string? Confirm(JsonElement body)
    {
        if (!_standing.TryGetValue(Name(body), out var entry))
            return "a confirmation of nothing";
        _standing[Name(body)] = entry with { Counts = true };
        return null;
    }

    private string? Placards(JsonElement body)
    {
        _placards = Figures(body);
        return null;
    }

    private string? Paper(JsonElement body)
    {
        List<string> members = [.. body.GetProperty("members").EnumerateArray().Select(member => member.GetString()!)];
        foreach (var name in _standing.Where(pair => members.Exists(member => pair.Key.StartsWith(member, StringComparison.Ordinal))).Select(pair => pair.Key).ToList())
        {
            if (_standing[name].Counts)
                return "paper over a vote that counts";
            _standing.Remove(name);
        }
        if (members.Exists(member => !_rows.Values.Any(row => row.Member == member) || _blocks.Values.Any(block => block.Members.Contains(member, StringComparer.Ordinal))))
            return "paper of a member twice, or of none in the electorate";
        _blocks[body.GetProperty("number").GetInt32()] = new(members, body.GetProperty("papers").GetInt32(), Figures(body), Counts: false);
        return null;
    }

    private string? ConfirmPaper(JsonElement body)
    {
        var number = body.GetProperty("number").GetInt32();
        if (!_blocks.TryGetValue(number, out var block))
            return "a confirmation of no paper";
        _blocks[number] = block with { Counts = true };
        return null;
    }

    private string? Object(JsonElement body) => _objected.Add(Name(body)) ? null : "a second objection to one vote";

    private string? Settle(JsonElement body)
    {
        if (!_objected.Contains(Name(body)))
            return "a correction nobody asked for";
        var parts = PartsOf(body);
        if (parts.Count > 0)
            _standing[Name(body)] = new(parts, Counts: true);
        return null;
    }

    private string? EndChecking()
    {
        if (!_checking || !_closed)
            return "an end of checking before the close";
        _checking = false;
        return null;
    }

    private static List<(List<string> Options, int Votes)> PartsOf(JsonElement body) => body.TryGetProperty("shares", out var shares)
        ? [.. shares.EnumerateArray().Select(share => (share.GetProperty("options").EnumerateArray().Select(option => option.GetString()!).ToList(), share.GetProperty("votes").GetInt32()))]
        : [];

    private static Dictionary<string, int> Figures(JsonElement body) =>
        body.GetProperty("figures").EnumerateObject().ToDictionary(figure => figure.Name, figure => figure.Value.GetInt32(), StringComparer.Ordinal);

    private Dictionary<string, int> Nothing() => _options.ToDictionary(option => option, _ => 0, StringComparer.Ordinal);

    private static ImmutableSortedDictionary<string, int> Sorted(Dictionary<string, int> figures) => figures.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static string Member(JsonElement body) => body.GetProperty("member").GetString()!;

    private static string Name(JsonElement body) => body.TryGetProperty("person", out var person) ? $"{Member(body)}/{person.GetString()}" : Member(body);
}

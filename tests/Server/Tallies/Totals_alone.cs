using System.Collections.Immutable;
using System.Text;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Documents;
using Ifmsa.Assembly.Server.Tallies;
using Ifmsa.Assembly.Server.Tests.Documents;
using Ifmsa.Assembly.Server.Tests.Minutes;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Tallies;

/// <summary>A vote of which totals alone are published gives nobody away, in any of its forms.</summary>
public sealed class Totals_alone
{
    [Fact]
    public async Task name_no_member_in_JSON_table_or_sheet()
    {
        var meeting = Tallied.Meeting();
        var ballot = meeting.Declared(11, 4, 2, Disclosure.Totals);
        var record = PopoloRecord.Of(meeting.Snapshot, ballot)!;
        var paper = new ResultSheet(meeting.Snapshot, meeting.Journal, Meeting.Sentences, await SamplePapers.WordsAsync()).Of(ballot)!;

        Assert.Null(record.VoteEvent.Votes);
        foreach (var said in new[] { Encoding.UTF8.GetString(record.ToJson()), Encoding.UTF8.GetString(ResultCsv.Of(record)), Encoding.UTF8.GetString(ResultCsv.Index([record])), System.Text.Json.JsonSerializer.Serialize(paper) })
        {
            Assert.DoesNotContain("NMO-", said, StringComparison.Ordinal);
            Assert.All(meeting.Members, member => Assert.DoesNotContain(member.ToString(), said, StringComparison.Ordinal));
        }
        Assert.Null(paper.Entry.Choices);
    }

    [Theory]
    [InlineData("1 5 5 5 1", "3 shown")]
    [InlineData("2 2 6 6 1", "3 shown")]
    [InlineData("1 16 0 0 0", "none")]
    [InlineData("2 2 0 0 0", "none")]
    [InlineData("4 4 4 4 1", "3 and others")]
    public void show_no_region_of_fewer_than_three(string members, string expected)
    {
        var sizes = members.Split(' ').Select(int.Parse).ToList();
        var regions = sizes.SelectMany((size, place) => Enumerable.Repeat(Tallied.Regions[place], size)).ToList();
        var meeting = Tallied.Meeting(region: place => place < regions.Count ? regions[place] : "Europe");
        var ballot = meeting.Declared(regions.Count, 0, 0, Disclosure.Totals);
        var shown = RegionFigures.Of(meeting.Now, meeting.Now.Ballots[ballot]);

        Assert.Equal(expected == "none", shown is null);
        Assert.All(shown ?? [], group => Assert.True(group.Figures.Values.Sum() >= RegionFigures.SmallestGroup));
        Assert.Equal(expected == "none" ? 0 : regions.Count, (shown ?? []).Sum(group => group.Figures.Values.Sum()));
    }

    /// <summary>Over random regions, sizes and choices: nothing that is shown, or left when what is shown is taken from the whole, is a group of fewer than three.</summary>
    [Fact]
    public void can_be_told_apart_by_no_subtraction()
    {
        var meeting = Tallied.Meeting();
        var id = meeting.Declared(10, 5, 2, Disclosure.Totals);
        var declared = meeting.Now.Ballots[id];
        var (random, shownAtAll, together) = (new Random(20_261), 0, 0);
        for (var run = 0; run < 3_000; run++)
        {
            var (ballot, now) = Shuffled(meeting.Now, declared, random);
            var voters = ballot.Casts.Count;
            if (RegionFigures.Of(now, ballot) is not { } groups)
                continue;
            shownAtAll++;
            together += groups.Count(group => group.Region is null);
            var sizes = groups.Select(group => group.Figures.Values.Sum()).ToList();
            Assert.All(sizes, size => Assert.True(size >= RegionFigures.SmallestGroup, $"run {run}: {size}"));
            Assert.Equal(voters, sizes.Sum());
            Assert.True(groups.Count(group => group.Region is null) <= 1);
            // Who is together comes from two regions or more: the name of one would be known from who is missing.
            var named = groups.Select(group => group.Region).ToHashSet();
            var rest = now.Members.Values.Where(member => ballot.Casts.ContainsKey(new(member.Id)) && !named.Contains(member.Region)).Select(member => member.Region).Distinct().Count();
            Assert.True(rest is 0 or >= 2, $"run {run}: {rest} regions together");
            foreach (var option in ballot.Options)
                Assert.Equal(ballot.Count().Votes[option.Key], groups.Sum(group => group.Figures[option.Key]));
        }
        Assert.True(shownAtAll > 500 && together > 500, $"{shownAtAll} shown, {together} together");
    }

    private static (Ballot, Proceedings) Shuffled(Proceedings now, Ballot ballot, Random random)
    {
        var places = random.Next(1, 6);
        var members = now.Members;
        foreach (var member in now.Members.Values)
            members = members.SetItem(member.Id, member with { Region = Tallied.Regions[Math.Min(random.Next(places), random.Next(places))] });
        var casts = ballot.Casts.Where(_ => random.Next(4) != 0).ToImmutableDictionary();
        return (ballot with { Casts = casts }, now with { Members = members });
    }
}

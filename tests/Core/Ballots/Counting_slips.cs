namespace Ifmsa.Assembly.Core.Tests;

using static Votes;

public sealed class Counting_slips
{
    [Fact]
    public void counts_a_member_where_more_than_half_of_its_votes_are()
    {
        var count = Count.Of([Slip(1, "for 2 against 1", weight: 50), Slip(2, "for 1 against 1", weight: 30), Slip(3, "against 1 abstain 2", weight: 7), Slip(4, "against 3", weight: 1)], Question);
        Assert.Equal((3, 6, 2), Figures(count.Votes));
        Assert.Equal((1, 1, 2), Figures(count.Members));
        Assert.Equal((50, 1, 37), Figures(count.Weight));
        Assert.Equal(new(11, 4, 88), count.Slips);
    }

    [Fact]
    public void counts_a_member_once_whose_votes_belong_to_several_voters()
    {
        (Elector, ImmutableArray<Share>) By(string person, string option) => (new(Member(1), 1, Person: P(person), Weight: 9), [new([option], 1)]);
        var count = Count.Of([By("a", "for"), By("b", "for"), By("c", "against")], Question);
        Assert.Equal(((2, 1, 0), (1, 0, 0), (9, 0, 0)), (Figures(count.Votes), Figures(count.Members), Figures(count.Weight)));
        Assert.Equal(new(3, 1, 9), count.Slips);
    }

    [Fact]
    public void takes_a_blank_slip_for_an_abstention()
    {
        Assert.Equal((1, 0, 2), Figures(Slips("for 1 blank 2", Question).Votes));
        Assert.Equal(2, Slips("a 1 blank 2", [new("a")]).Members["abstain"]);
    }

    [Fact]
    public void counts_each_mark_of_a_slip_once()
    {
        var count = Count.Of([Slip(1, "a+b 2 b 1"), Slip(2, "a+a"), Slip(3, "a 1 b 1")], [new("a"), new("b"), new("abstain")]);
        Assert.Equal((4, 4), (count.Votes["a"], count.Votes["b"]));
        Assert.Equal((2, 1, 1), (count.Members["a"], count.Members["b"], count.Members["abstain"]));
        Assert.Equal(new(6, 3, 3), count.Slips);
    }

    [Fact]
    public void leaves_out_who_gave_nothing() =>
        Assert.Equal(Extent.None, Count.Of([(new Elector(Member(1), 3, Weight: 5), [])], Question).Slips);

    [Fact]
    public void breaks_on_a_vote_for_what_was_not_offered() =>
        Assert.Throws<KeyNotFoundException>(() => Slips("maybe 1", Question));

    [Fact]
    public void adds_what_was_counted_on_paper()
    {
        var paper = Count.OfVotes(Slips("for 3 against 1", Question).Votes);
        var both = Slips("for 1 abstain 2", Question) + paper;
        Assert.Equal(((4, 1, 2), 7, 7), (Figures(both.Votes), both.Slips.Votes, both.Slips.Members));
        Assert.Equal(5, Count.OfVotes(paper.Votes, slips: 5).Slips.Votes);
    }

    [Fact]
    public void takes_a_members_weight_once() =>
        Assert.Equal(new(6, 2, 10), Extent.Of([new(Member(1), 1, Weight: 9), new(Member(1), 2, Person: P("b"), Weight: 9), new(Member(2), 3)]));

    private static (int For, int Against, int Abstain) Figures(ImmutableSortedDictionary<string, int> figures) => (figures["for"], figures["against"], figures["abstain"]);
}

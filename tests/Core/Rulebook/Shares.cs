namespace Ifmsa.Assembly.Core.Tests;

/// <summary>Shares that are strictly more than a fraction.</summary>
public sealed class Shares
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(10, 6)]
    [InlineData(11, 6)]
    public void a_quorum_of_more_than_half_is_not_reached_by_half(int entitled, int needed) =>
        Assert.Equal(needed, new QuorumRule(1, 2, "RONR §40", Strict: true).Needed(entitled));

    [Theory]
    [InlineData(1, 0, true)]
    [InlineData(5, 4, true)]
    [InlineData(1, 9, false)]
    [InlineData(0, 9, false)]
    [InlineData(0, 0, false)]
    [InlineData(4, 4, false)]
    public void a_relative_majority_needs_one_vote_and_more_than_there_are_against(int @for, int against, bool carries) =>
        Assert.Equal(carries, @for >= IfmsaRules.Majorities["relative"].NeededOnQuestion(@for + against, @for + against));
}

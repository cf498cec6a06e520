using Ifmsa.Assembly.Server.Floor;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.OnTheFloor;

public sealed class A_patch_of_a_record
{
    private sealed record Card(IReadOnlyList<string> Holders);

    private sealed record Person(string Name, Card? Card);

    [Fact]
    public void leaves_alone_what_reads_the_same() =>
        Assert.Null(ShallowPatch.Between(new Person("Anna", new(["Anna"])), new Person("Anna", new(["Anna"]))));

    [Fact]
    public void takes_away_what_is_there_no_longer()
    {
        var patch = ShallowPatch.Between(new Person("Anna", new(["Anna"])), new Person("Anna", Card: null));
        Assert.Equal("""{"card":null}""", patch?.ToJsonString());
    }

    [Theory]
    [InlineData("Anna", "Anna", null)]
    [InlineData("Anna", "Berta", """{"holders":["Berta"]}""")]
    [InlineData("Anna Berta", "Berta Anna", """{"holders":["Berta","Anna"]}""")]
    [InlineData("Anna", "", """{"holders":[]}""")]
    public void compares_a_list_by_what_stands_in_it(string before, string after, string? expected) =>
        Assert.Equal(expected, ShallowPatch.Between(Holding(before), Holding(after))?.ToJsonString());

    private static Card Holding(string names) => new(names.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}

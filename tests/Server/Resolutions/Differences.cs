using Ifmsa.Assembly.Server.Resolutions;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Resolutions;

public sealed class A_difference_of_two_versions
{
    [Fact]
    public void marks_words_that_were_added_and_removed() =>
        Assert.Equal([new(RunKind.Same, "Its seat is in "), new(RunKind.Removed, "Copenhagen"), new(RunKind.Added, "Amsterdam"), new(RunKind.Same, ".")],
            Difference.Of("Its seat is in Copenhagen.", "Its seat is in Amsterdam."));

    [Fact]
    public void of_a_new_or_a_struck_text_is_one_run()
    {
        Assert.Equal([new(RunKind.Added, "New.")], Difference.Of(null, "New."));
        Assert.Equal([new(RunKind.Removed, "Old.")], Difference.Of("Old.", null));
        Assert.Equal([new(RunKind.Same, "Same.")], Difference.Of("Same.", "Same."));
        Assert.Empty(Difference.Of("", ""));
    }

    [Fact]
    public void gives_back_either_version_whatever_they_are()
    {
        var random = new Random(5);
        string[] words = ["the", "seat", "is", "not", "in", "Köln", "大会", "<ins>", "\n", "a.b", ";", " ", "  "];
        for (var turn = 0; turn < 500; turn++)
        {
            string before = Text(), after = Text();
            var runs = Difference.Of(before, after);
            Assert.Equal(before, string.Concat(runs.Where(run => run.Kind != RunKind.Added).Select(run => run.Text)));
            Assert.Equal(after, string.Concat(runs.Where(run => run.Kind != RunKind.Removed).Select(run => run.Text)));
        }

        string Text() => string.Join(' ', Enumerable.Range(0, random.Next(0, 30)).Select(_ => words[random.Next(words.Length)]));
    }
}

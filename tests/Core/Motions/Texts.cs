using FsCheck;
using FsCheck.Fluent;

namespace Ifmsa.Assembly.Core.Tests;

/// <summary>Amendments as changes of a text.</summary>
public sealed class Changes_of_a_text
{
    private const string Text = "It has five members.";

    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(500);

    [Theory]
    [InlineData(7, 4, "seven", 7, 4, "seven")]
    [InlineData(0, 20, "It has seven members.", 7, 4, "seven")]
    [InlineData(0, 20, "It has five young members.", 12, 0, "young ")]
    [InlineData(0, 20, "It has members.", 7, 5, "")]
    [InlineData(0, 20, "It had five members.", 3, 3, "had")]
    [InlineData(7, 4, "fivefold", 7, 4, "fivefold")]
    public void are_narrowed_to_the_words_they_touch(int start, int length, string text, int narrowStart, int narrowLength, string narrowText) =>
        Assert.Equal([new(narrowStart, narrowLength, narrowText)], TextEdits.Narrowed([new(start, length, text)], Text));

    [Fact]
    public void never_split_a_character() => Assert.False(TextEdits.Fit([new(1, 1, "x")], "😀"));

    [Theory]
    [InlineData(0, 21)]
    [InlineData(-1, 2)]
    [InlineData(21, 0)]
    [InlineData(3, int.MaxValue)]
    public void fit_within_the_text(int start, int length) => Assert.False(TextEdits.Fit([new(start, length, "x")], Text));

    [Fact]
    public void change_something() => Assert.False(TextEdits.Fit([new(0, 2, "It")], Text));

    [Fact]
    public void stand_apart_and_in_order()
    {
        Assert.True(TextEdits.Fit([new(0, 2, "This"), new(7, 4, "six")], Text));
        Assert.False(TextEdits.Fit([new(7, 4, "six"), new(0, 2, "This")], Text));
        Assert.False(TextEdits.Fit([new(0, 7, "This"), new(7, 4, "six")], Text));
    }

    [Theory]
    [InlineData(7, 4, 7, 4, true)]
    [InlineData(7, 4, 11, 0, true)]
    [InlineData(7, 0, 7, 0, true)]
    [InlineData(3, 8, 7, 4, true)]
    [InlineData(0, 2, 7, 4, false)]
    public void collide_where_they_touch_the_same_words_or_insert_at_the_same_place(int start, int length, int otherStart, int otherLength, bool collide) =>
        Assert.Equal(collide, TextEdits.Collide([new(start, length, "a")], [new(otherStart, otherLength, "b")]));

    [Fact]
    public void mean_the_same_after_narrowing() => Check.One(Runs, Prop.ForAll(Edits, edits =>
    {
        if (TextEdits.Fit(edits, Mazes.Text))
            Assert.Equal(TextEdits.Apply(edits, Mazes.Text), TextEdits.Apply(TextEdits.Narrowed(edits, Mazes.Text), Mazes.Text));
    }));

    [Fact]
    public void that_do_not_collide_give_the_same_text_in_either_order() => Check.One(Runs, Prop.ForAll(Edits, Edits, (some, others) =>
    {
        if (!TextEdits.Fit(some, Mazes.Text) || !TextEdits.Fit(others, Mazes.Text) || TextEdits.Collide(some, others))
            return;
        var one = TextEdits.Apply(TextEdits.Rebased(others, some), TextEdits.Apply(some, Mazes.Text));
        var other = TextEdits.Apply(TextEdits.Rebased(some, others), TextEdits.Apply(others, Mazes.Text));
        Assert.Equal(one, other);
    }));

    private static Arbitrary<ImmutableArray<TextEdit>> Edits => Gen.Choose(0, 1 << 24).ArrayOf(6).Select(numbers =>
        numbers.Take((numbers[0] % 3) + 1).Select(number => new TextEdit(number % Mazes.Text.Length, number / 97 % 9, number % 4 == 0 ? "" : $" word{number % 11} ")).OrderBy(edit => edit.Start).ToImmutableArray()).ToArbitrary();
}

/// <summary>Amendments that wait while another is merged.</summary>
public sealed class A_merged_amendment
{
    private static readonly Situation Two = Mazes.InDebate.Handing("longer", "five", "five or, where the board agrees, seven", "Austria").Handing("later", "March", "April", "Denmark").Handing("same words", "five members", "nobody", "Egypt");

    private static readonly Situation Merged = Two.After(Chair, new PutAmendment(Amendment("longer"))).After(Head("Brazil"), new AcceptAmendment(Amendment("longer")));

    [Fact]
    public void moves_those_behind_it_along() => Assert.Equal("April", Assert.Single(Merged.Now.Amendments[Amendment("later")].Edits).Text);

    [Fact]
    public void leaves_them_changing_what_they_changed()
    {
        var both = Merged.After(Chair, new PutAmendment(Amendment("later"))).After(Head("Austria"), new AcceptAmendment(Amendment("later"))).After(Head("Brazil"), new AcceptAmendment(Amendment("later")));
        Assert.Equal("The assembly founds a working group.\n\nIt has five or, where the board agrees, seven members.\n\nIt reports in April.", both.TheMotion().Text);
    }

    [Fact]
    public void overtakes_those_whose_words_are_gone() => Assert.Equal(AmendmentPhase.Overtaken, Merged.Phase("same words"));

    [Fact]
    public void was_named_as_colliding_before_either_was_put() =>
        Assert.Equal([Amendment("longer")], Amending.CollidingWith(Two.Now, Two.Now.Amendments[Amendment("same words")]).Select(other => other.Id));
}

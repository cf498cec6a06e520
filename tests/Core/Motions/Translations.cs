namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

/// <summary>A motion in the assembly's other languages; its own text decides.</summary>
public sealed class A_translated_motion
{
    private static readonly Situation Put = Bilingual(AskingForSecond);

    private static TranslateMotion French(string title = "Titre", string text = "Texte.") => new(Motion("motion"), "fr", title, text);

    [Fact]
    public void keeps_what_it_translates()
    {
        var motion = Put.After(Secretary, French()).Now.Motions[Motion("motion")];
        Assert.Equal(new Translation("Titre", "Texte.", motion.Text), motion.Translations["fr"]);
    }

    [Fact]
    public void is_translated_anew_by_the_secretary_an_assistant_or_the_secretariat()
    {
        var motion = Put.After(Secretary, French()).After(By("assistant"), French("Deux")).After(Secretariat, French("Trois")).Now.Motions[Motion("motion")];
        Assert.Equal("Trois", motion.Translations["fr"].Title);
        foreach (var other in new[] { Chair, Desk, Officer, Head("Austria") })
            Put.When(other, French()).Because<NotYours>();
    }

    [Fact]
    public void takes_the_other_languages_of_the_assembly()
    {
        Put.When(Secretary, French() with { Language = "en" }).Because<NotAnotherLanguage>();
        Put.When(Secretary, French() with { Language = "de" }).Because<NotAnotherLanguage>();
        AskingForSecond.When(Secretary, French()).Because<NoOtherLanguage>();
    }

    [Fact]
    public void takes_words_within_bounds()
    {
        Put.When(Secretary, French(title: " ")).Because<WordsMissing>();
        Put.When(Secretary, French(title: new('a', 201))).Because<WordsTooLong>();
        Put.When(Secretary, French(text: new('a', 20_001))).Because<WordsTooLong>();
        Put.When(Secretary, French(text: "a\u202Eb")).Because<WordsUnprintable>();
    }

    [Fact]
    public void is_on_file()
    {
        Put.When(Secretary, French() with { Motion = Motion("none") }).Because<UnknownMotion>();
        Put.After(Head("Austria"), new DraftMotion(Motion("draft"), "Title", "Text", "motion", [])).When(Secretary, French() with { Motion = Motion("draft") }).Because<UnknownMotion>();
    }

    [Fact]
    public void that_is_amended_since_says_so()
    {
        var amended = Bilingual(Mazes.InDebate).After(Secretary, new TranslateMotion(Mazes.InDebate.Now.Floor.Motion!.Value, "fr", "Titre", "Texte."))
            .Amending().After(Head("Austria"), new AcceptAmendment(Amendment("amendment"))).After(Head("Brazil"), new AcceptAmendment(Amendment("amendment"))).Now;
        var motion = amended.Motions[amended.Floor.Motion!.Value];
        Assert.NotEqual(motion.Text, motion.Translations["fr"].Of);
    }
}

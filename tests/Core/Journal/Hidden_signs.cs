namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

public sealed class Signs_that_nobody_sees
{
    [Theory]
    [InlineData("Anna\u202Emoor", "U+202E", 5)]
    [InlineData("\u2066Anna", "U+2066", 1)]
    [InlineData("An\u200Bna", "U+200B", 3)]
    [InlineData("Anna\uFEFF", "U+FEFF", 5)]
    [InlineData("Anna\u200F", "U+200F", 5)]
    [InlineData("An\u00ADna", "U+00AD", 3)]
    [InlineData("👩 \U000E0041", "U+E0041", 3)]
    [InlineData("Anna\nthe chair", "U+000A", 5)]
    [InlineData("Anna\u2028the chair", "U+2028", 5)]
    [InlineData("\u3164", "U+3164", 1)]
    [InlineData("Anna\uFFA0", "U+FFA0", 5)]
    [InlineData("An\u034Fna", "U+034F", 3)]
    [InlineData("Anna\u2800", "U+2800", 5)]
    public void are_refused_in_a_name(string name, string sign, int place)
    {
        var refusal = new WordsUnprintable(sign, place);
        Assert.Equal(refusal, Convened.When(Secretariat, new EnrolParticipant(P("new"), name, [])).Because<WordsUnprintable>());
        Assert.Equal(refusal, Convened.When(Head("Austria"), new NameParticipant(P("head of Austria"), Words("new"), name)).Because<WordsUnprintable>());
        Assert.Equal(refusal, Convened.When(Secretariat, new ImportMembers([Row(name, "New")])).Because<WordsUnprintable>());
        Assert.Equal(refusal, Convened.When(Secretariat, new ImportMembers([Row("New", name)])).Because<WordsUnprintable>());
        Assert.Equal(refusal, Convened.When(Head("Austria"), new SubmitMotion(Motion("new"), name, "Text", "motion")).Because<WordsUnprintable>());
    }

    [Theory]
    [InlineData("علی\u200Cرضا")]
    [InlineData("क्\u200Dष")]
    [InlineData("Zoë-Ñandú O’Neill 李 👩\u200D⚕️")]
    public void leave_a_name_in_any_script_its_letters(string name) =>
        Convened.When(Secretariat, new EnrolParticipant(P("new"), name, [])).Is<ParticipantEnrolled>();

    [Theory]
    [InlineData("\u200D")]
    [InlineData(" \u200C\u200D\u00A0")]
    [InlineData("\uFE0F")]
    public void are_no_name_by_themselves(string name)
    {
        Convened.When(Secretariat, new EnrolParticipant(P("new"), name, [])).Because<WordsMissing>();
        Convened.When(Secretariat, new ImportMembers([Row("New", name)])).Because<WordsMissing>();
    }

    [Theory]
    [InlineData("\u202Eagainst")]
    [InlineData("a\u200Bb")]
    [InlineData("Bell \a")]
    public void are_refused_in_a_text(string text) =>
        Convened.When(Head("Austria"), new SubmitMotion(Motion("new"), "Title", text, "motion")).Because<WordsUnprintable>();

    [Fact]
    public void are_not_what_a_pasted_text_needs() =>
        Convened.When(Head("Austria"), new SubmitMotion(Motion("new"), "Title", "One\r\n\ttwo, hyphen\u00ADated, \u200Fعربي\u200E.", "motion")).Is<MotionSubmitted>();

    private static MemberRow Row(string name, string shortName) => new(M("new"), name, shortName, "Austria", "Europe", MemberStatus.Full, Standing.Good, PreviousRights: true);
}

using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Motions;

/// <summary>A motion in another language; the motion's own text decides.</summary>
/// <param name="Title">Title; at most 200 characters.</param>
/// <param name="Text">Text; at most 20,000 characters.</param>
/// <param name="Of">The text it translates; once the motion's text is another, it no longer holds.</param>
public sealed record Translation(string Title, string Text, string Of);

/// <summary>The secretary or the secretariat gives a motion's text in another of the assembly's languages, or gives it anew.</summary>
[CommandKind("motion.translate", Who.Secretary | Who.Assistant | Who.Secretariat)]
public sealed record TranslateMotion(MotionId Motion, string Language, string Title, string Text) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        Requires.Charter(now) ?? (now.Charter!.Languages.Length > 1 ? null : new NoOtherLanguage());

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        now.Find(Motion) is not { Phase: not MotionPhase.Draft } motion ? new UnknownMotion()
        : now.Charter!.Languages.IndexOf(Language) < 1 ? new NotAnotherLanguage(Language)
        : (Requires.Line(Title, 200) ?? Requires.Words(Text, 20_000)) is { } fault ? fault
        : new MotionTranslated(Motion, Language, Title, Text, motion.Text);
}

/// <summary>A motion can be read in another language.</summary>
[FactKind("motion.translated.v1")]
public sealed record MotionTranslated(MotionId Motion, string Language, string Title, string Text, string Of) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        before.Amend(Motion, motion => motion with { Translations = motion.Translations.SetItem(Language, new(Title, Text, Of)) });
}

/// <summary>The assembly meets in one language.</summary>
public sealed record NoOtherLanguage() : Refusal("motion.one-language");

/// <summary>Motions are translated into the assembly's other languages alone.</summary>
public sealed record NotAnotherLanguage(string Language) : Refusal("motion.other-language", Language);

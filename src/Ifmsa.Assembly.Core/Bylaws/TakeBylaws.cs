using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Bylaws;

/// <summary>The secretariat lays down the bylaws in force; what was carried on an earlier text is in this one, or no longer in question.</summary>
/// <param name="Title">Such as "Bylaws as of March 2026".</param>
/// <param name="Text">Markdown with numbered headings.</param>
[CommandKind("bylaws.take", Who.Secretariat)]
public sealed record TakeBylaws(string Title, string Text) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now) ?? Requires.NoBallotRunning(now);

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if ((Requires.Line(Title, 200) ?? Requires.Words(Text, BylawsReading.LengthAtMost)) is { } fault)
            return fault;
        var parts = BylawsReading.Of(Text);
        return BylawsReading.Fault(parts) is { } unfit ? unfit : new BylawsTaken(Title, parts);
    }
}

/// <summary>The bylaws in force are on file; they are public, so their text is in the journal.</summary>
[FactKind("bylaws.taken.v1")]
public sealed record BylawsTaken(string Title, ImmutableList<BylawsArticle> Articles) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with { Bylaws = new() { Title = Title, Before = Articles, Articles = Articles } };
}

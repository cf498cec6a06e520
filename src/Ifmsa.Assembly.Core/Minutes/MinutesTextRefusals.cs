using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Minutes;

/// <summary>The minutes have no line of that entry.</summary>
public sealed record NoSuchLine() : Refusal("minutes.no-such-line");

/// <summary>The line says what was counted, signed or left out; it stands as the journal has it.</summary>
public sealed record LineIsGenerated() : Refusal("minutes.generated");

/// <summary>The figures of a sentence stay as the journal has them.</summary>
/// <param name="Figures">The figures the sentence has to have, as it says them.</param>
public sealed record FiguresStay(string Figures) : Refusal("minutes.figures", Figures);

/// <summary>The sentence has no figures, and gets none.</summary>
public sealed record NoFiguresHere() : Refusal("minutes.no-figures");

/// <summary>Warnings have not been confirmed.</summary>
public sealed record WarningsUnread(int Warnings) : Refusal("minutes.warnings", Warnings);

/// <summary>The other assembly has not adopted these minutes in that decision.</summary>
public sealed record NotAdoptedThere() : Refusal("minutes.not-adopted-there");

/// <summary>The other assembly has not put minutes of that hash.</summary>
public sealed record NotPutThere() : Refusal("minutes.not-put-there");

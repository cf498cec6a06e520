using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Minutes;

namespace Ifmsa.Assembly.Server.Minutes;

/// <summary>Says by whom and how minutes were adopted.</summary>
internal sealed class AdoptionSentence(Proceedings now, Voice voice)
{
    /// <summary>Such as "Adopted by plenary 2 of 3 August, vote 14."</summary>
    public string Of(Adoption adoption) => adoption switch
    {
        { Name: { } name } => voice.Say("told.adopted-by.assembly", name, voice.DateAndClock(adoption.At)),
        { Ballot: { } id } when now.Find(id) is { } ballot => voice.Say("told.adopted-by.vote", now.Plenaries[ballot.Plenary].Number, voice.DateAndClock(adoption.At), ballot.Number),
        _ => voice.Say("told.adopted-by.nobody-against", voice.DateAndClock(adoption.At)),
    };
}

/// <summary>Says who proposed a correction.</summary>
internal static class CorrectionSentence
{
    /// <summary>Such as "Noted on the proposal of SISM."; null for the secretary's own.</summary>
    public static Func<Correction, string?> Of(Proceedings now, Voice voice) =>
        correction => correction.Member is { } member ? voice.Say("told.note.proposed", now.NameOf(member)) : null;
}

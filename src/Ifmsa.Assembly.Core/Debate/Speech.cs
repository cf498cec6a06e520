using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Debate;

/// <summary>On which side somebody speaks.</summary>
public enum Side
{
    /// <summary>For the matter.</summary>
    For,

    /// <summary>Against it.</summary>
    Against,
}

/// <summary>A request to speak, in the order it came.</summary>
/// <param name="Id">The request.</param>
/// <param name="Participant">Who asks; null for a raised placard.</param>
/// <param name="Member">The delegation spoken for.</param>
/// <param name="At">When.</param>
/// <param name="List">The speakers' list it stands on; null where none is open.</param>
/// <param name="Side">On which side; null for neither.</param>
public sealed record Speech(SpeechId Id, ParticipantId? Participant, MemberId? Member, DateTimeOffset At, SpeakersListId? List = null, Side? Side = null);

/// <summary>A speech that was held, and how long it lasted.</summary>
/// <param name="Speech">The request that was granted.</param>
/// <param name="Plenary">The plenary in which it was held.</param>
/// <param name="Time">How long it lasted, without pauses.</param>
public sealed record SpeechDone(Speech Speech, PlenaryId? Plenary, TimeSpan Time);

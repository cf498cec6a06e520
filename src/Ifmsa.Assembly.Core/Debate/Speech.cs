using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Debate;

/// <summary>A request to speak, in the order it came.</summary>
public sealed record Speech(SpeechId Id, ParticipantId? Participant, MemberId? Member, DateTimeOffset At);

using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Credentials;

/// <summary>Whether a member's delegation is in the hall, by roll call and desk.</summary>
public enum Presence
{
    /// <summary>Not heard of yet.</summary>
    Unknown,

    /// <summary>A phone of the delegation has checked in; the desk has yet to confirm.</summary>
    CheckedIn,

    /// <summary>In the hall.</summary>
    Present,

    /// <summary>Called and not there.</summary>
    Absent,

    /// <summary>Left after having been present.</summary>
    Left,
}

/// <summary>A member's voting card.</summary>
/// <param name="Holder">Who votes for the member now.</param>
/// <param name="OfferedTo">The colleague to whom the holder is handing it.</param>
/// <param name="Forfeited">Whether the vote is lost for the rest of this plenary.</param>
public sealed record Card(ParticipantId Holder, ParticipantId? OfferedTo = null, bool Forfeited = false);

/// <summary>A device that asks to be somebody's instead of the bound one.</summary>
public sealed record DeviceRequest(DeviceId Device, ParticipantId Participant, DateTimeOffset At);

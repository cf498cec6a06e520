using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Floor;

namespace Ifmsa.Assembly.Server.Accounts;

/// <summary>A participant as sign-in and join codes need to know them.</summary>
/// <param name="Participant">The person.</param>
/// <param name="Roles">Their capacities now.</param>
/// <param name="Device">Their bound phone, if any.</param>
/// <param name="Member">The member's short name, where they belong to a delegation.</param>
/// <param name="Number">The seat within the delegation; 0 outside of one.</param>
public sealed record Seat(ParticipantId Participant, Who Roles, DeviceId? Device, string? Member, int Number);

/// <summary>What the shell asks of an assembly for somebody who proved a code or a password; the journal decides.</summary>
public interface ISeats
{
    /// <summary>Whether there is such an assembly.</summary>
    bool Knows(AssemblyId assembly);

    /// <summary>A participant's seat, or null where there is none.</summary>
    Seat? Find(AssemblyId assembly, ParticipantId participant);

    /// <summary>The seat of a caller, or null where the journal does not know them.</summary>
    Seat? Of(AssemblyId assembly, Credential caller);

    /// <summary>All seats, by member and number.</summary>
    IReadOnlyList<Seat> All(AssemblyId assembly);

    /// <summary>Binds a phone to a seat; refused where one is bound.</summary>
    Task<Answer> BindAsync(AssemblyId assembly, ParticipantId participant, DeviceId device, CancellationToken cancellation);

    /// <summary>Files a phone with the desk.</summary>
    Task<Answer> RequestAsync(AssemblyId assembly, ParticipantId participant, DeviceId device, CancellationToken cancellation);

    /// <summary>Ties an account to a participant.</summary>
    Task<Answer> SetAccountAsync(AssemblyId assembly, ParticipantId participant, AccountId account, CancellationToken cancellation);
}

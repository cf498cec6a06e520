using Ifmsa.Assembly.Core.Credentials;
using Ifmsa.Assembly.Core.Federation;
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
public sealed class Seats(IAssemblies assemblies)
{
    /// <summary>Whether there is such an assembly.</summary>
    public bool Knows(AssemblyId assembly) => assemblies.Find(assembly) is not null;

    /// <summary>A participant's seat, or null where there is none.</summary>
    public Seat? Find(AssemblyId assembly, ParticipantId participant) =>
        assemblies.Find(assembly) is { } now && now.Find(participant) is { } person ? Seat(now, person) : null;

    /// <summary>The seat of a caller, or null where the journal does not know them.</summary>
    public Seat? Of(AssemblyId assembly, Credential caller) =>
        assemblies.Find(assembly) is { } now && now.ParticipantOf(caller) is { } person ? Seat(now, person) : null;

    /// <summary>All seats, by member and number.</summary>
    public IReadOnlyList<Seat> All(AssemblyId assembly) =>
        assemblies.Find(assembly) is { } now
            ? [.. now.Participants.Values.Select(person => Seat(now, person)).OrderBy(seat => seat.Member, StringComparer.Ordinal).ThenBy(seat => seat.Number)]
            : [];

    /// <summary>Binds a phone to a seat; refused where one is bound.</summary>
    public Task<Answer> SeatAsync(AssemblyId assembly, ParticipantId participant, DeviceId device, CancellationToken cancellation) =>
        SubmitAsync(assembly, new BindDevice(participant, device), cancellation);

    /// <summary>Files a phone with the desk.</summary>
    public Task<Answer> RequestAsync(AssemblyId assembly, ParticipantId participant, DeviceId device, CancellationToken cancellation) =>
        SubmitAsync(assembly, new RequestDevice(participant, device), cancellation);

    /// <summary>Ties an account to a participant; made from their phone, or by the secretariat where there is none.</summary>
    public Task<Answer> SetAccountAsync(AssemblyId assembly, ParticipantId participant, AccountId account, DeviceId? from, CancellationToken cancellation) =>
        SubmitAsync(assembly, new SetAccount(participant, account, from), cancellation);

    private static Seat Seat(Proceedings now, Participant person) =>
        new(person.Id, now.RolesOf(person), person.Device, person.Member is { } member ? now.NameOf(member) : null, person.Seat);

    private Task<Answer> SubmitAsync(AssemblyId assembly, Command command, CancellationToken cancellation) =>
        assemblies.SubmitAsync(assembly, Credential.Installation, new CommandId(Guid.NewGuid()), command, cancellation);
}

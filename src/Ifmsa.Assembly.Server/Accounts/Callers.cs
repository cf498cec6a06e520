using System.Security.Claims;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Server.Accounts;

/// <summary>Who calls, as far as the shell can vouch.</summary>
/// <param name="Credential">What the journal is told.</param>
/// <param name="Assembly">The assembly the device or account is bound to; absent for the secretariat.</param>
/// <param name="Participant">The seat the device or account came by; the journal says whose it is now.</param>
public sealed record Caller(Credential Credential, AssemblyId? Assembly, ParticipantId? Participant)
{
    /// <summary>Whether the caller signed in to an account of the secretariat.</summary>
    public bool Secretariat => (Credential.Standing & Who.Secretariat) != 0;

    /// <summary>Whether the caller may knock at an assembly at all.</summary>
    public bool BelongsTo(AssemblyId assembly) => Secretariat || Assembly == assembly;
}

/// <summary>The one place that says who calls; hub and endpoints ask here.</summary>
public static class Callers
{
    internal const string AccountClaim = "account";
    internal const string AssemblyClaim = "assembly";
    internal const string ParticipantClaim = "participant";
    internal const string SecretariatClaim = "secretariat";

    /// <summary>The caller of a request or a hub connection; null where nobody is bound or signed in.</summary>
    public static Caller? Of(HttpContext http) => Of(http.User);

    /// <summary>The caller behind a principal made by <see cref="Sessions"/>.</summary>
    public static Caller? Of(ClaimsPrincipal? user)
    {
        if (user is null || Id(user, Sessions.DeviceClaim) is not { } device)
            return null;
        AccountId? account = Id(user, AccountClaim) is { } accountId ? new AccountId(accountId) : null;
        AssemblyId? assembly = Id(user, AssemblyClaim) is { } assemblyId ? new AssemblyId(assemblyId) : null;
        ParticipantId? participant = Id(user, ParticipantClaim) is { } participantId ? new ParticipantId(participantId) : null;
        var standing = user.HasClaim(SecretariatClaim, "yes") ? Who.Secretariat : Who.None;
        return new(new Credential(new DeviceId(device), account, standing), assembly, participant);
    }

    private static Guid? Id(ClaimsPrincipal user, string claim) => Guid.TryParse(user.FindFirstValue(claim), out var id) ? id : null;
}

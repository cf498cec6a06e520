using System.Collections.Immutable;
using System.Security.Claims;
using System.Security.Cryptography;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Journal;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

namespace Ifmsa.Assembly.Server.Accounts;

/// <summary>Whom a session is for.</summary>
/// <param name="Account">The signed-in account; absent on a phone bound by a code.</param>
/// <param name="Assembly">The assembly it is bound to; absent for the secretariat.</param>
/// <param name="Participant">The seat it came by; absent for the secretariat.</param>
public sealed record SessionOwner(AccountId? Account, AssemblyId? Assembly, ParticipantId? Participant);

/// <summary>Sessions of bound phones and signed-in browsers; a row each, so that ending one ends it everywhere at once.</summary>
public sealed class Sessions(Store store, SignInSettings settings, TimeProvider time)
{
    /// <summary>The claim that carries the session's token inside the protected cookie.</summary>
    public const string TokenClaim = "session";

    /// <summary>The claim that carries the device's id.</summary>
    public const string DeviceClaim = "device";

    private ImmutableArray<Action<DeviceId>> _whenEnded = [];

    /// <summary>Has something done when a device's session ends, such as closing its live connections; it must not block.</summary>
    public void WhenEnded(Action<DeviceId> then) => ImmutableInterlocked.Update(ref _whenEnded, (before, added) => before.Add(added), then);

    /// <summary>Makes a session with a new token for a new device; the token is a bearer secret.</summary>
    public async Task<string> OpenAsync(DeviceId device, SessionOwner owner, CancellationToken cancellation)
    {
        var token = Secrets.Text(32);
        var now = time.GetUtcNow();
        var row = new StoredSession
        {
            Token = Digest(token),
            Device = device.ToString(),
            Account = owner.Account?.ToString(),
            Assembly = owner.Assembly?.ToString(),
            Participant = owner.Participant?.ToString(),
            Created = Chain.Microseconds(now),
            Expires = Chain.Microseconds(now.AddDays(settings.SessionDays)),
        };
        await store.WriteAsync(context => Task.FromResult(context.Sessions.Add(row)), cancellation);
        return token;
    }

    /// <summary>Opens a session and gives the browser its cookie; the browser's former session ends.</summary>
    public async Task BeginAsync(HttpContext http, DeviceId device, SessionOwner owner)
    {
        await EndOwnAsync(http);
        var token = await OpenAsync(device, owner, http.RequestAborted);
        var identity = new ClaimsIdentity([new(TokenClaim, token), new(DeviceClaim, device.ToString())], CookieAuthenticationDefaults.AuthenticationScheme);
        await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(identity),
            new AuthenticationProperties { IsPersistent = true, IssuedUtc = time.GetUtcNow(), ExpiresUtc = time.GetUtcNow().AddDays(settings.SessionDays) });
    }

    /// <summary>Ends the browser's own session and takes its cookie back.</summary>
    public async Task EndAsync(HttpContext http)
    {
        await EndOwnAsync(http);
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    /// <summary>Ends every session of an account.</summary>
    public async Task EndAsync(AccountId account, CancellationToken cancellation)
    {
        var id = account.ToString();
        var devices = await store.WriteAsync(async context =>
        {
            var found = await context.Sessions.Where(row => row.Account == id).Select(row => row.Device).ToListAsync(cancellation);
            await context.Sessions.Where(row => row.Account == id).ExecuteDeleteAsync(cancellation);
            return found;
        }, cancellation);
        devices.ForEach(device => TellEnded(new(Guid.Parse(device))));
    }

    /// <summary>Ends the session of a device, for instance when its binding moved to another.</summary>
    public async Task EndAsync(DeviceId device, CancellationToken cancellation)
    {
        var id = device.ToString();
        await store.WriteAsync(context => context.Sessions.Where(row => row.Device == id).ExecuteDeleteAsync(cancellation), cancellation);
        TellEnded(device);
    }

    /// <summary>Removes the rows of sessions that ran out.</summary>
    public Task<int> SweepAsync(CancellationToken cancellation)
    {
        var now = Chain.Microseconds(time.GetUtcNow());
        return store.WriteAsync(context => context.Sessions.Where(row => row.Expires <= now).ExecuteDeleteAsync(cancellation), cancellation);
    }

    /// <summary>The principal of a token, with claims for all the row says; null where the session ended or never was.</summary>
    public async Task<ClaimsPrincipal?> FindAsync(string? token, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(token))
            return null;
        var digest = Digest(token);
        var now = Chain.Microseconds(time.GetUtcNow());
        await using var context = store.Context();
        var found = await (
            from session in context.Sessions.AsNoTracking()
            where session.Token == digest && session.Expires > now
            join account in context.Accounts on session.Account equals account.Id into accounts
            from account in accounts.DefaultIfEmpty()
            select new { session, Revoked = account == null ? null : account.Revoked, Secretariat = account != null && account.Participant == null })
            .FirstOrDefaultAsync(cancellation);
        if (found is null or { Revoked: not null })
            return null;
        var claims = new List<Claim> { new(TokenClaim, token), new(DeviceClaim, found.session.Device) };
        if (found.session.Account is { } id)
            claims.Add(new(Callers.AccountClaim, id));
        if (found.session.Assembly is { } assembly)
            claims.Add(new(Callers.AssemblyClaim, assembly));
        if (found.session.Participant is { } participant)
            claims.Add(new(Callers.ParticipantClaim, participant));
        if (found.Secretariat)
            claims.Add(new(Callers.SecretariatClaim, "yes"));
        return new(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme));
    }

    /// <summary>Has what rests on a device's session ended.</summary>
    internal void TellEnded(DeviceId device)
    {
        foreach (var then in _whenEnded)
            then(device);
    }

    private static byte[] Digest(string token) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token));

    private async Task EndOwnAsync(HttpContext http)
    {
        if (Guid.TryParse(http.User.FindFirstValue(DeviceClaim), out var device))
            await EndAsync(new DeviceId(device), http.RequestAborted);
    }
}

using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Journal;
using Microsoft.EntityFrameworkCore;

namespace Ifmsa.Assembly.Server.Accounts;

/// <summary>What came of trying a name and password.</summary>
public abstract record SignInResult
{
    private protected SignInResult()
    {
    }
}

/// <summary>The account is theirs; the browser is told a token by which it is known from now on.</summary>
public sealed record SignedIn(StoredAccount Account, string KnownToken) : SignInResult
{
    /// <summary>Never the token.</summary>
    public override string ToString() => $"SignedIn {Account.Id}";
}

/// <summary>Name or password are wrong; which, is not said.</summary>
public sealed record WrongPassword : SignInResult;

/// <summary>Too many wrong ones; try again after so many seconds.</summary>
public sealed record MustWait(int Seconds) : SignInResult;

/// <summary>
/// Checks names and passwords. Failures from browsers never seen with an account lock only such browsers; a browser that has signed in
/// before has a count of its own (OWASP's device cookies), or anybody could lock the chair out.
/// </summary>
public sealed class SignIn(Store store, Passwords passwords, SignInSettings settings, TimeProvider time)
{
    private const int NamesRemembered = 10_000;

    // Names nobody has lock like those somebody has, so that a wait does not tell them apart.
    private readonly ConcurrentDictionary<string, (int Failures, long LockedUntil)> _nobody = new(StringComparer.Ordinal);

    /// <summary>Tries a name and password.</summary>
    /// <param name="name">As typed.</param>
    /// <param name="password">As typed.</param>
    /// <param name="knownToken">What the browser's cookie says; null without one.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<SignInResult> TryAsync(string name, string password, string? knownToken, CancellationToken cancellation)
    {
        var key = AccountBook.Key(name);
        var now = Now();
        StoredAccount? account;
        StoredKnownDevice? known = null;
        await using (var context = store.Context())
        {
            account = await context.Accounts.AsNoTracking().FirstOrDefaultAsync(row => row.NameKey == key && row.Revoked == null, cancellation);
            if (account is not null && knownToken is not null)
            {
                var token = Digest(knownToken);
                known = await context.KnownDevices.AsNoTracking().FirstOrDefaultAsync(row => row.Account == account.Id && row.Token == token, cancellation);
            }
        }
        var locked = known?.LockedUntil ?? account?.LockedUntil ?? _nobody.GetValueOrDefault(key).LockedUntil;
        if (locked > now)
            return Wait(locked - now);
        // Counted before it is checked, or a thousand guesses sent at once would all be free.
        if (await CountAsync(account, known, key, now, cancellation) is { } wait)
            return wait;
        var right = await passwords.CheckAsync(account?.Password, password.Length > Passwords.Longest ? "" : password,
            known is null ? Familiarity.Unknown : Familiarity.Known, cancellation);
        return right switch
        {
            null => new MustWait(10),
            true when account is not null => new SignedIn(account, await WelcomeAsync(account, known, knownToken, cancellation)),
            _ => new WrongPassword(),
        };
    }

    /// <summary>How long to wait after so many failures in a row, in seconds.</summary>
    internal int WaitAfter(int failures) =>
        failures < settings.FreeAttempts ? 0 : (int)Math.Min(settings.LongestWaitSeconds, Math.Pow(2, Math.Min(failures - settings.FreeAttempts + 1, 30)));

    private static byte[] Digest(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    private static MustWait Wait(long microseconds) => new((int)((microseconds + 999_999) / 1_000_000));

    private long Now() => Chain.Microseconds(time.GetUtcNow());

    private long Until(int failures, long now) => WaitAfter(failures) is > 0 and var seconds ? now + (seconds * 1_000_000L) : 0;

    private async Task<MustWait?> CountAsync(StoredAccount? account, StoredKnownDevice? known, string key, long now, CancellationToken cancellation)
    {
        if (account is null)
        {
            if (_nobody.Count >= NamesRemembered)
                _nobody.Clear();
            _nobody.AddOrUpdate(key, _ => (1, Until(1, now)), (_, before) => (before.Failures + 1, Until(before.Failures + 1, now)));
            return null;
        }
        return await store.WriteAsync<MustWait?>(async context =>
        {
            if (known is not null)
            {
                var row = await context.KnownDevices.FindAsync([known.Account, known.Token], cancellation);
                if (row is null || row.LockedUntil > now)
                    return Wait(Math.Max(1, (row?.LockedUntil ?? now) - now));
                row.LockedUntil = Until(++row.Failures, now);
            }
            else
            {
                var row = await context.Accounts.FindAsync([account.Id], cancellation);
                if (row is null || row.LockedUntil > now)
                    return Wait(Math.Max(1, (row?.LockedUntil ?? now) - now));
                row.LockedUntil = Until(++row.Failures, now);
            }
            return null;
        }, cancellation);
    }

    private async Task<string> WelcomeAsync(StoredAccount account, StoredKnownDevice? known, string? knownToken, CancellationToken cancellation)
    {
        // A browser keeps one token for all accounts it has signed in to; a shared laptop is known to each.
        var token = knownToken ?? Secrets.Text(16);
        await store.WriteAsync(async context =>
        {
            if (known is not null && await context.KnownDevices.FindAsync([known.Account, known.Token], cancellation) is { } row)
            {
                (row.Seen, row.Failures, row.LockedUntil) = (Now(), 0, 0);
            }
            else
            {
                context.KnownDevices.Add(new() { Account = account.Id, Token = Digest(token), Seen = Now() });
                // The password was right: the strangers' count starts anew.
                if (await context.Accounts.FindAsync([account.Id], cancellation) is { } owner)
                    (owner.Failures, owner.LockedUntil) = (0, 0);
            }
            return true;
        }, cancellation);
        return token;
    }
}

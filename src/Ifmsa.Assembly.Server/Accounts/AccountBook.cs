using System.Globalization;
using System.Text;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Journal;
using Microsoft.EntityFrameworkCore;

namespace Ifmsa.Assembly.Server.Accounts;

/// <summary>An account as lists show it.</summary>
public sealed record AccountEntry(AccountId Id, string Name, AssemblyId? Assembly, ParticipantId? Participant, DateTimeOffset Created, bool Revoked);

/// <summary>Why a name or password cannot be taken; the code of a sentence with its arguments.</summary>
public sealed record AccountFault(string Code, params IReadOnlyList<object> Arguments);

/// <summary>The accounts of the installation: the secretariat's, and participants' of one assembly each.</summary>
public sealed class AccountBook(Store store, Passwords passwords, SignInSettings settings, TimeProvider time)
{
    private const int LongestName = 100;

    /// <summary>A name as it is compared: composed, folded, spaces trimmed, without the joiners that may be typed or not.</summary>
    public static string Key(string name)
    {
        try
        {
            return name.Trim().Normalize(NormalizationForm.FormKC).ToUpper(CultureInfo.InvariantCulture)
                .Replace("\u200C", "", StringComparison.Ordinal).Replace("\u200D", "", StringComparison.Ordinal);
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair is nobody's name.
            return "";
        }
    }

    /// <summary>Whether anybody has an account yet.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken cancellation)
    {
        await using var context = store.Context();
        return !await context.Accounts.AnyAsync(cancellation);
    }

    /// <summary>The accounts of the secretariat, or of an assembly's participants.</summary>
    public async Task<IReadOnlyList<AccountEntry>> ListAsync(AssemblyId? assembly, CancellationToken cancellation)
    {
        var id = assembly?.ToString();
        await using var context = store.Context();
        var rows = await context.Accounts.AsNoTracking().Where(row => row.Assembly == id).OrderBy(row => row.NameKey).ToListAsync(cancellation);
        return [.. rows.Select(Entry)];
    }

    /// <summary>An account by id, or by the participant it belongs to.</summary>
    public async Task<StoredAccount?> FindAsync(AccountId? account, ParticipantId? participant, CancellationToken cancellation)
    {
        var (id, person) = (account?.ToString(), participant?.ToString());
        await using var context = store.Context();
        return await context.Accounts.AsNoTracking().FirstOrDefaultAsync(
            row => row.Revoked == null && (id != null ? row.Id == id : person != null && row.Participant == person), cancellation);
    }

    /// <summary>Creates an account.</summary>
    /// <param name="name">As its owner writes it.</param>
    /// <param name="password">As its owner chose it.</param>
    /// <param name="owner">The participant it belongs to; null for the secretariat.</param>
    /// <param name="condition">What must hold in the same transaction; null: nothing more.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<(AccountId Id, AccountFault? Fault)> CreateAsync(
        string name, string password, (AssemblyId Assembly, ParticipantId Participant)? owner, Func<AssemblyStore, Task<AccountFault?>>? condition, CancellationToken cancellation)
    {
        var id = new AccountId(Guid.CreateVersion7());
        if (FaultIn(name, password) is { } fault)
            return (id, fault);
        var row = new StoredAccount
        {
            Id = id.ToString(),
            Name = name.Trim(),
            NameKey = Key(name),
            Password = passwords.Hash(password),
            Assembly = owner?.Assembly.ToString(),
            Participant = owner?.Participant.ToString(),
            Created = Chain.Microseconds(time.GetUtcNow()),
        };
        return (id, await store.WriteAsync(async context =>
        {
            if (condition is not null && await condition(context) is { } unmet)
                return unmet;
            if (await context.Accounts.AnyAsync(other => other.NameKey == row.NameKey, cancellation))
                return new AccountFault("account.name-taken");
            context.Accounts.Add(row);
            return null;
        }, cancellation));
    }

    /// <summary>Changes an account's name and password; other browsers are no longer known to it.</summary>
    public async Task<AccountFault?> ChangeAsync(AccountId account, string name, string password, CancellationToken cancellation)
    {
        if (FaultIn(name, password) is { } fault)
            return fault;
        var (id, key, hash) = (account.ToString(), Key(name), passwords.Hash(password));
        return await store.WriteAsync(async context =>
        {
            if (await context.Accounts.AnyAsync(other => other.NameKey == key && other.Id != id, cancellation))
                return new AccountFault("account.name-taken");
            if (await context.Accounts.FindAsync([id], cancellation) is not { Revoked: null } row)
                return new AccountFault("account.unknown");
            (row.Name, row.NameKey, row.Password) = (name.Trim(), key, hash);
            await context.KnownDevices.Where(device => device.Account == id).ExecuteDeleteAsync(cancellation);
            return null;
        }, cancellation);
    }

    /// <summary>Takes an account out of use for good, and frees its name; the last one of the secretariat stays.</summary>
    public Task<AccountFault?> RevokeAsync(AccountId account, CancellationToken cancellation)
    {
        var id = account.ToString();
        return store.WriteAsync<AccountFault?>(async context =>
        {
            if (await context.Accounts.FindAsync([id], cancellation) is not { Revoked: null } row)
                return new AccountFault("account.unknown");
            if (row.Participant is null && !await context.Accounts.AnyAsync(other => other.Id != id && other.Participant == null && other.Revoked == null, cancellation))
                return new AccountFault("account.last");
            row.Revoked = Chain.Microseconds(time.GetUtcNow());
            row.NameKey = row.Id;
            await context.KnownDevices.Where(device => device.Account == id).ExecuteDeleteAsync(cancellation);
            return null;
        }, cancellation);
    }

    /// <summary>Removes an account that never came to be, because the journal refused it.</summary>
    public Task<int> ForgetAsync(AccountId account, CancellationToken cancellation)
    {
        var id = account.ToString();
        return store.WriteAsync(context => context.Accounts.Where(row => row.Id == id).ExecuteDeleteAsync(cancellation), cancellation);
    }

    private AccountFault? FaultIn(string name, string password) =>
        Key(name).Length == 0 || Signs.HiddenInLine(name) is not null ? new("account.name-missing")
        : name.Trim().Length > LongestName ? new("account.name-too-long", LongestName)
        : password.Length < settings.PasswordLength ? new("account.password-too-short", settings.PasswordLength)
        : password.Length > Passwords.Longest ? new("account.password-too-long", Passwords.Longest)
        : Key(password) == Key(name) ? new("account.password-is-name")
        : null;

    private static AccountEntry Entry(StoredAccount row) => new(
        new(Guid.Parse(row.Id)), row.Name,
        row.Assembly is { } assembly ? new AssemblyId(Guid.Parse(assembly)) : null,
        row.Participant is { } participant ? new ParticipantId(Guid.Parse(participant)) : null,
        Chain.Time(row.Created), row.Revoked is not null);
}

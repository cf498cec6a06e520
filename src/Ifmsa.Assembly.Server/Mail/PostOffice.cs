using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Journal;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Ifmsa.Assembly.Server.Mail;

/// <summary>How far a letter has come.</summary>
public enum MailState
{
    /// <summary>It is sent when its time comes.</summary>
    Waiting,

    /// <summary>It is being handed over.</summary>
    Sending,

    /// <summary>The mail server has taken it.</summary>
    Sent,

    /// <summary>The mail server will not take it, or put it off too often.</summary>
    Refused,

    /// <summary>It may have been taken: the connection broke, or this server stopped, before the answer. It is never sent again by itself.</summary>
    Unknown,
}

/// <summary>What becomes of a letter to somebody who has one of the same batch.</summary>
public enum Doubles
{
    /// <summary>It is left out.</summary>
    Never,

    /// <summary>It is left out, unless the mail server refused the first.</summary>
    UnlessRefused,

    /// <summary>It takes the place of one that has not gone, and follows one that has.</summary>
    Replace,
}

/// <summary>Letters queued together, and how many of them have come how far.</summary>
public sealed record MailBatch(string Batch, DateTimeOffset Created, int Waiting, int Sent, int Refused, int Unknown);

/// <summary>A letter that somebody did not get, or may not have got.</summary>
public sealed record MailTrouble(Guid Mail, string Batch, ParticipantId? Participant, string To, string Subject, MailState State, int Attempts, string? Reason);

/// <summary>The letters of an assembly: what became of them, by batch, and each that needs somebody.</summary>
public sealed record MailReport(bool Configured, string? Server, string? Trouble, IReadOnlyList<MailBatch> Batches, IReadOnlyList<MailTrouble> Troubles);

/// <summary>How many letters there would be, and who has no address.</summary>
public sealed record MailPlan(int Letters, IReadOnlyList<ParticipantId> Without);

/// <summary>
/// Keeps letters until they are sent, and people's addresses until they are erased. Messages are kept encrypted, with the keys beside the database
/// and so in no backup of it: an invitation lets its reader in. Any thread.
/// </summary>
public sealed class PostOffice(Store store, MailSettings settings, IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>The most letters queued at once.</summary>
    public const int AtMost = 10_000;

    private readonly IDataProtector _seal = protection.CreateProtector("mail");
    private readonly SemaphoreSlim _queued = new(0);

    /// <summary>Whether letters can be sent.</summary>
    public bool Configured => settings.Configured;

    /// <summary>Why the mail server cannot be talked to at present; null while it can, or nobody has tried.</summary>
    public string? Trouble { get; internal set; }

    /// <summary>Queues letters of one batch, none to anybody who has one of it.</summary>
    public Task<int> QueueAsync(AssemblyId assembly, string batch, IReadOnlyList<Letter> letters, CancellationToken cancellation) =>
        QueueAsync(assembly, [.. letters.Select(letter => (batch, letter))], Doubles.Never, gone: null, cancellation);

    /// <summary>Queues letters: all of them are on disk when this returns, or none; they are sent from then on.</summary>
    /// <param name="assembly">Of which assembly.</param>
    /// <param name="letters">Each with its batch.</param>
    /// <param name="doubles">What becomes of a letter to somebody who has one of its batch already.</param>
    /// <param name="gone">Who is written to no more; asked when nobody else writes.</param>
    /// <param name="cancellation">Gives up before they are on disk.</param>
    /// <returns>How many were queued.</returns>
    public async Task<int> QueueAsync(AssemblyId assembly, IReadOnlyList<(string Batch, Letter Letter)> letters, Doubles doubles, Func<ParticipantId, bool>? gone, CancellationToken cancellation)
    {
        if (!Configured)
            throw new InvalidOperationException("No mail server is configured.");
        if (letters.Count > AtMost)
            throw new ArgumentException($"{AtMost} letters at most are queued at once.", nameof(letters));
        var (now, hall) = (time.GetUtcNow(), assembly.ToString());
        // Writing and sealing a thousand papers takes a while, in which nobody else need wait.
        var rows = letters.Select(each =>
        {
            var (id, to) = (Guid.CreateVersion7(now), MailAddresses.Read(each.Letter.To) ?? throw new ArgumentException("A letter needs an address.", nameof(letters)));
            return new StoredMail
            {
                Id = id.ToString(),
                Assembly = hall,
                Batch = each.Batch,
                Participant = each.Letter.Participant?.ToString(),
                To = to,
                Subject = each.Letter.Subject,
                Message = _seal.Protect(WireLetter.Write(each.Letter with { To = to }, id, settings.From, settings.FromName, now)),
                State = nameof(MailState.Waiting),
                Due = Chain.Microseconds(now),
                Created = Chain.Microseconds(now),
            };
        }).ToList();
        var erased = (StoredMail row) => row.Participant is { } person && gone?.Invoke(new(Guid.Parse(person))) == true;
        var queued = await store.WriteAsync(async context =>
        {
            var due = rows.Where(row => !erased(row)).ToList();
            foreach (var batch in due.GroupBy(row => row.Batch, StringComparer.Ordinal).ToList())
            {
                if (doubles == Doubles.Replace)
                {
                    foreach (var some in batch.Select(row => row.Participant).OfType<string>().Chunk(500))
                    {
                        await context.Mail.Where(row => row.Assembly == hall && row.Batch == batch.Key && row.Participant != null && some.Contains(row.Participant)
                            && (row.State == nameof(MailState.Waiting) || row.State == nameof(MailState.Refused) || row.State == nameof(MailState.Unknown))).ExecuteDeleteAsync(cancellation);
                    }
                    continue;
                }
                // A second click, while the first was printing, has read the same list: this is the one that counts.
                var had = (await PeopleOfAsync(context, hall, batch.Key, doubles, cancellation)).ToHashSet(StringComparer.Ordinal);
                due.RemoveAll(row => row.Batch == batch.Key && row.Participant is { } person && had.Contains(person));
            }
            context.Mail.AddRange(due);
            return due.Count;
        }, cancellation);
        _queued.Release();
        return queued;
    }

    /// <summary>What became of an assembly's letters.</summary>
    public async Task<MailReport> ReportAsync(AssemblyId assembly, CancellationToken cancellation)
    {
        var id = assembly.ToString();
        await using var context = store.Context();
        var counts = await context.Mail.AsNoTracking().Where(row => row.Assembly == id)
            .GroupBy(row => new { row.Batch, row.State }).Select(group => new { group.Key.Batch, group.Key.State, Count = group.Count(), First = group.Min(row => row.Created) }).ToListAsync(cancellation);
        var troubled = await context.Mail.AsNoTracking().Where(row => row.Assembly == id && (row.State == nameof(MailState.Refused) || row.State == nameof(MailState.Unknown) || (row.State == nameof(MailState.Waiting) && row.Attempts > 0)))
            .OrderBy(row => row.Created).Take(500).Select(row => new { row.Id, row.Batch, row.Participant, row.To, row.Subject, row.State, row.Attempts, row.Reason }).ToListAsync(cancellation);
        return new(Configured, Configured ? settings.Host : null, Trouble,
            [
                .. counts.GroupBy(row => row.Batch, StringComparer.Ordinal).Select(batch =>
                {
                    var of = batch.ToDictionary(row => row.State, row => row.Count, StringComparer.Ordinal);
                    return new MailBatch(batch.Key, Chain.Time(batch.Min(row => row.First)), of.GetValueOrDefault(nameof(MailState.Waiting)) + of.GetValueOrDefault(nameof(MailState.Sending)),
                        of.GetValueOrDefault(nameof(MailState.Sent)), of.GetValueOrDefault(nameof(MailState.Refused)), of.GetValueOrDefault(nameof(MailState.Unknown)));
                }).OrderByDescending(batch => batch.Created).Take(100),
            ],
            [.. troubled.Select(row => new MailTrouble(Guid.Parse(row.Id), row.Batch, row.Participant is null ? null : new(Guid.Parse(row.Participant)), row.To, row.Subject, Enum.Parse<MailState>(row.State), row.Attempts, row.Reason))]);
    }

    /// <summary>Somebody decides that a letter is sent again, or for the first time.</summary>
    public async Task<bool> AgainAsync(AssemblyId assembly, Guid mail, CancellationToken cancellation)
    {
        var (id, row, now) = (assembly.ToString(), mail.ToString(), Chain.Microseconds(time.GetUtcNow()));
        var found = await store.WriteAsync(context => context.Mail
            .Where(each => each.Id == row && each.Assembly == id && each.Message != null && (each.State == nameof(MailState.Refused) || each.State == nameof(MailState.Unknown) || each.State == nameof(MailState.Waiting)))
            .ExecuteUpdateAsync(each => each.SetProperty(to => to.State, nameof(MailState.Waiting)).SetProperty(to => to.Attempts, 0).SetProperty(to => to.Due, now).SetProperty(to => to.Ended, (long?)null), cancellation), cancellation);
        _queued.Release();
        return found > 0;
    }

    /// <summary>Somebody has seen to a letter by other means, or it is not wanted any more.</summary>
    public async Task<bool> DismissAsync(AssemblyId assembly, Guid mail, CancellationToken cancellation)
    {
        var (id, row) = (assembly.ToString(), mail.ToString());
        return await store.WriteAsync(context => context.Mail.Where(each => each.Id == row && each.Assembly == id && each.State != nameof(MailState.Sending)).ExecuteDeleteAsync(cancellation), cancellation) > 0;
    }

    /// <summary>Whose letters of a batch there are already, sent or not; nobody gets a second one by a second click.</summary>
    public async Task<IReadOnlySet<ParticipantId>> QueuedAsync(AssemblyId assembly, string batch, Doubles doubles, CancellationToken cancellation)
    {
        await using var context = store.Context();
        return (await PeopleOfAsync(context, assembly.ToString(), batch, doubles, cancellation)).Select(person => new ParticipantId(Guid.Parse(person))).ToHashSet();
    }

    private static Task<List<string>> PeopleOfAsync(AssemblyStore context, string assembly, string batch, Doubles doubles, CancellationToken cancellation) =>
        context.Mail.AsNoTracking().Where(row => row.Assembly == assembly && row.Batch == batch && row.Participant != null && (doubles == Doubles.Never || row.State != nameof(MailState.Refused)))
            .Select(row => row.Participant!).ToListAsync(cancellation);

    /// <summary>Where the people of an assembly are written to.</summary>
    public async Task<IReadOnlyDictionary<ParticipantId, string>> AddressesAsync(AssemblyId assembly, CancellationToken cancellation)
    {
        var id = assembly.ToString();
        await using var context = store.Context();
        return await context.Addresses.AsNoTracking().Where(row => row.Assembly == id).ToDictionaryAsync(row => new ParticipantId(Guid.Parse(row.Participant)), row => row.Address, cancellation);
    }

    /// <summary>
    /// Notes addresses, each already read by <see cref="MailAddresses"/>; an earlier one of the same person is replaced, on the letters to them that
    /// wait or were refused as well. One that was refused goes when somebody says so.
    /// </summary>
    public async Task NoteAsync(AssemblyId assembly, IReadOnlyDictionary<ParticipantId, string> addresses, CancellationToken cancellation)
    {
        var (id, now) = (assembly.ToString(), Chain.Microseconds(time.GetUtcNow()));
        var readdressed = await store.WriteAsync(async context =>
        {
            var known = await context.Addresses.Where(row => row.Assembly == id).ToDictionaryAsync(row => row.Participant, StringComparer.Ordinal, cancellation);
            foreach (var (person, address) in addresses)
            {
                if (known.TryGetValue(person.ToString(), out var row))
                    row.Address = address;
                else
                    context.Addresses.Add(new() { Assembly = id, Participant = person.ToString(), Address = address });
            }
            var unsent = await context.Mail.Where(row => row.Assembly == id && row.Participant != null && (row.State == nameof(MailState.Waiting) || row.State == nameof(MailState.Refused)))
                .Select(row => new { row.Id, row.Participant, row.To, row.State }).ToListAsync(cancellation);
            var elsewhere = unsent.Where(row => addresses.TryGetValue(new(Guid.Parse(row.Participant!)), out var address) && address != row.To).ToList();
            foreach (var letter in elsewhere)
            {
                var (address, waits) = (addresses[new(Guid.Parse(letter.Participant!))], letter.State == nameof(MailState.Waiting));
                var reason = waits ? null : "the address was corrected since; the letter goes there when it is sent again";
                await context.Mail.Where(row => row.Id == letter.Id).ExecuteUpdateAsync(row => row.SetProperty(to => to.To, address)
                    .SetProperty(to => to.Attempts, to => waits ? 0 : to.Attempts).SetProperty(to => to.Due, now).SetProperty(to => to.Reason, reason), cancellation);
            }
            return elsewhere.Count;
        }, cancellation);
        if (readdressed > 0)
            _queued.Release();
    }

    /// <summary>Erases somebody's address and every letter to them, sent or not.</summary>
    public Task EraseAsync(AssemblyId assembly, ParticipantId person, CancellationToken cancellation) => store.WriteAsync(async context =>
    {
        await new LettersToPeople().EraseAsync(context, assembly, person, cancellation);
        return true;
    }, cancellation);

    /// <summary>Letters that were being handed over when the server stopped: nobody knows what became of them.</summary>
    internal Task<int> DoubtAsync(string reason, CancellationToken cancellation)
    {
        var now = Chain.Microseconds(time.GetUtcNow());
        return store.WriteAsync(context => context.Mail.Where(row => row.State == nameof(MailState.Sending))
            .ExecuteUpdateAsync(row => row.SetProperty(to => to.State, nameof(MailState.Unknown)).SetProperty(to => to.Ended, now).SetProperty(to => to.Reason, reason), cancellation), cancellation);
    }

    /// <summary>The next letter whose time has come, to where its reader is written to now.</summary>
    internal async Task<StoredMail?> NextAsync(CancellationToken cancellation)
    {
        var now = Chain.Microseconds(time.GetUtcNow());
        await using var context = store.Context();
        var next = await context.Mail.AsNoTracking().Where(row => row.State == nameof(MailState.Waiting) && row.Due <= now).OrderBy(row => row.Due).ThenBy(row => row.Id).FirstOrDefaultAsync(cancellation);
        if (next is null)
            return null;
        // Corrected while the letter was written, handed over or in doubt.
        var address = await context.Addresses.AsNoTracking().Where(row => row.Assembly == next.Assembly && row.Participant == next.Participant).Select(row => row.Address).FirstOrDefaultAsync(cancellation);
        if (address is not null && address != next.To)
        {
            next.To = address;
            await store.WriteAsync(also => also.Mail.Where(row => row.Id == next.Id && row.State == nameof(MailState.Waiting)).ExecuteUpdateAsync(row => row.SetProperty(to => to.To, address), cancellation), cancellation);
        }
        return next;
    }

    /// <summary>Its message, to the address it goes to; null where the keys that sealed it are gone.</summary>
    internal byte[]? Open(StoredMail mail)
    {
        try
        {
            return mail.Message is null ? null : WireLetter.AddressedTo(mail.To, _seal.Unprotect(mail.Message));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Notes durably how far a letter has come.</summary>
    /// <returns>False where the letter is gone, because its person was erased or somebody dismissed it, or goes elsewhere by now.</returns>
    internal Task<bool> NoteAsync(StoredMail mail, MailState state, int attempts, DateTimeOffset due, string? reason)
    {
        var ended = state is MailState.Sent or MailState.Refused or MailState.Unknown ? (long?)Chain.Microseconds(time.GetUtcNow()) : null;
        // Past this point the letter has gone or not: what became of it is written down, whoever is in a hurry.
        return store.WriteAsync(async context =>
        {
            var found = await context.Mail.Where(row => row.Id == mail.Id && (row.To == mail.To || row.State == nameof(MailState.Sending))).ExecuteUpdateAsync(row => row.SetProperty(to => to.State, state.ToString()).SetProperty(to => to.Attempts, attempts)
                .SetProperty(to => to.Due, Chain.Microseconds(due)).SetProperty(to => to.Ended, ended).SetProperty(to => to.Reason, reason), CancellationToken.None);
            if (state == MailState.Sent)
                await context.Mail.Where(row => row.Id == mail.Id).ExecuteUpdateAsync(row => row.SetProperty(to => to.Message, (byte[]?)null), CancellationToken.None);
            return found > 0;
        }, CancellationToken.None);
    }

    /// <summary>Waits until something is queued, or so long.</summary>
    internal Task WaitAsync(TimeSpan atMost, CancellationToken cancellation) => _queued.WaitAsync(atMost, cancellation);
}

using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Journal;
using Microsoft.EntityFrameworkCore;

namespace Ifmsa.Assembly.Server.Accounts;

/// <summary>Erases people whom a journal has erased from everything beside it; their sessions and connections are over.</summary>
public sealed class ErasedPeople(Store store, Sessions sessions, IEnumerable<IPersonalRecords> records, IHostApplicationLifetime lifetime, ILogger<ErasedPeople> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Erases a person, again and again while the disk is in trouble; the journal knows nobody by the name already.</summary>
    public Task EraseAsync(AssemblyId assembly, ParticipantId person) => UntilDoneAsync(async () => await TryRemoveAsync(assembly, person) && await TryForgetAsync());

    /// <summary>Has words that a commit has deleted gone from the disk, as when a name was corrected.</summary>
    public Task ForgetAsync() => UntilDoneAsync(TryForgetAsync);

    private async Task UntilDoneAsync(Func<Task<bool>> attempt)
    {
        // Off the writer's loop, which must not wait for a table.
        await Task.Yield();
        while (!await attempt())
        {
            try
            {
                await Task.Delay(Pause, lifetime.ApplicationStopping);
            }
            catch (OperationCanceledException)
            {
                // The next start erases them.
                return;
            }
        }
    }

    /// <summary>Erases all whom a journal has erased, as after a crash in between; what cannot be done at once is done while the server runs.</summary>
    public async Task SweepAsync(AssemblyId assembly, Proceedings now, CancellationToken cancellation)
    {
        var erased = now.Participants.Values.Where(person => person.Erased).Select(person => person.Id).ToList();
        foreach (var person in erased)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!await TryRemoveAsync(assembly, person))
                _ = EraseAsync(assembly, person);
        }
        if (erased.Count > 0 && !await TryForgetAsync())
            _ = ForgetAsync();
    }

    /// <summary>Removes what stands beside the journal; the disk has it until it is forgotten.</summary>
    private async Task<bool> TryRemoveAsync(AssemblyId assembly, ParticipantId person)
    {
        try
        {
            var (hall, id) = (assembly.ToString(), person.ToString());
            var devices = await store.WriteAsync(async context =>
            {
                var bound = await context.Sessions.AsNoTracking().Where(row => row.Assembly == hall && row.Participant == id).Select(row => row.Device).ToListAsync();
                foreach (var held in records)
                    await held.EraseAsync(context, assembly, person, CancellationToken.None);
                return bound;
            }, CancellationToken.None);
            devices.ForEach(device => sessions.TellEnded(new(Guid.Parse(device))));
            AccountLog.Erased(logger, id);
            return true;
        }
        catch (Exception failure)
        {
            AccountLog.NotErased(logger, person.ToString(), failure);
            return false;
        }
    }

    private async Task<bool> TryForgetAsync()
    {
        try
        {
            return await store.EmptyLogAsync(CancellationToken.None);
        }
        catch (Exception failure)
        {
            AccountLog.NotForgotten(logger, failure);
            return false;
        }
    }
}

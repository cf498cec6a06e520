using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Server.Accounts;

/// <summary>Takes accounts that a journal has ended out of use: their names are free again, their sessions and connections over.</summary>
public sealed class EndedAccounts(AccountBook book, Sessions sessions, IHostApplicationLifetime lifetime, ILogger<EndedAccounts> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Ends an account, again and again while the disk is in trouble; the journal knows nobody by it already.</summary>
    public async Task EndAsync(AccountId account)
    {
        // Off the writer's loop, which must not wait for a table.
        await Task.Yield();
        while (!await TryEndAsync(account))
        {
            try
            {
                await Task.Delay(Pause, lifetime.ApplicationStopping);
            }
            catch (OperationCanceledException)
            {
                // The next start ends it.
                return;
            }
        }
    }

    /// <summary>Ends what the journal no longer knows, or never did; only before anybody can make an account.</summary>
    public async Task SweepAsync(AssemblyId assembly, Proceedings now, CancellationToken cancellation)
    {
        foreach (var account in await book.ListAsync(assembly, cancellation))
        {
            if (!account.Revoked && !now.Accounts.ContainsKey(account.Id))
                await TryEndAsync(account.Id);
        }
    }

    private async Task<bool> TryEndAsync(AccountId account)
    {
        try
        {
            await book.RevokeAsync(account, CancellationToken.None);
            await sessions.EndAsync(account, CancellationToken.None);
            AccountLog.Revoked(logger, account.ToString());
            return true;
        }
        catch (Exception failure)
        {
            AccountLog.NotEnded(logger, account.ToString(), failure);
            return false;
        }
    }
}

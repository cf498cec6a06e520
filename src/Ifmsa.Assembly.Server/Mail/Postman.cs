using System.Net.Security;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Journal;

namespace Ifmsa.Assembly.Server.Mail;

/// <summary>Takes the letters of the <see cref="PostOffice"/> to the mail server, one after the other; what becomes of one stops no other.</summary>
public sealed partial class Postman(PostOffice office, MailSettings settings, TimeProvider time, ILogger<Postman> logger, IEnumerable<ILettersInVain> inVain, RemoteCertificateValidationCallback? trust = null) : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(4);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // the server does not wait for the mail
        if (!settings.Configured)
            return;
        var (doubt, refusals) = (true, 0);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (doubt)
                {
                    var doubted = await office.DoubtAsync("the server stopped, or could not write, while the letter was being handed over", stoppingToken);
                    doubt = false;
                    if (doubted > 0)
                        Log.Doubted(logger, doubted);
                }
                refusals = await RoundAsync(stoppingToken) ? 0 : refusals + 1;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // A disk in trouble, say: the letters wait, and what became of one that was under way may not be noted.
                doubt = true;
                Log.Failed(logger, fault.GetType().Name);
                refusals++;
            }
            try
            {
                await office.WaitAsync(refusals == 0 ? TimeSpan.FromSeconds(Math.Min(5, settings.PauseSeconds)) : Pause(refusals), stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <summary>Sends all letters whose time has come; false where the mail server cannot be talked to.</summary>
    internal async Task<bool> RoundAsync(CancellationToken stopping)
    {
        SmtpConversation? talk = null;
        try
        {
            while (await office.NextAsync(stopping) is { } mail)
            {
                if (office.Open(mail) is not { } message)
                {
                    await office.NoteAsync(mail, MailState.Refused, mail.Attempts, time.GetUtcNow(), "the keys that sealed the letter are gone; queue it again");
                    continue;
                }
                try
                {
                    talk ??= await SmtpConversation.OpenAsync(settings, trust, stopping);
                }
                catch (MailServerException fault)
                {
                    // It is not about this letter: it waits, and no attempt is counted.
                    office.Trouble = fault.Message;
                    Log.NoServer(logger);
                    return false;
                }
                office.Trouble = null;
                var attempts = mail.Attempts + 1;
                var delivery = await talk.SendAsync(settings.From, mail.To, message,
                    () => HandingAsync(mail, attempts), stopping);
                if (delivery is not Withdrawn)
                    await NoteAsync(mail, delivery, attempts);
                if (!talk.IsOpen)
                {
                    await talk.DisposeAsync();
                    talk = null;
                }
            }
            return true;
        }
        finally
        {
            if (talk is not null)
                await talk.DisposeAsync();
        }
    }

    /// <summary>Notes that a letter is being handed over; one that is not to go any more is thrown away.</summary>
    private async Task<bool> HandingAsync(StoredMail mail, int attempts)
    {
        var assembly = new AssemblyId(Guid.Parse(mail.Assembly));
        if (mail.Participant is not { } person || !inVain.Any(each => each.IsInVain(assembly, mail.Batch, new(Guid.Parse(person)))))
            return await office.NoteAsync(mail, MailState.Sending, attempts, time.GetUtcNow(), reason: null);
        await office.DismissAsync(assembly, Guid.Parse(mail.Id), CancellationToken.None);
        return false;
    }

    private async Task NoteAsync(StoredMail mail, Delivery delivery, int attempts)
    {
        var (state, due, reason) = delivery switch
        {
            Taken => (MailState.Sent, time.GetUtcNow(), null),
            Declined declined => (MailState.Refused, time.GetUtcNow(), declined.Reason),
            FateUnknown unknown => (MailState.Unknown, time.GetUtcNow(), unknown.Reason),
            PutOff put when attempts >= settings.Attempts => (MailState.Refused, time.GetUtcNow(), put.Reason),
            PutOff put => (MailState.Waiting, time.GetUtcNow() + Pause(attempts), (string?)put.Reason),
            _ => throw new InvalidOperationException($"Nothing is to be done with {delivery.GetType().Name}."),
        };
        if (await office.NoteAsync(mail, state, attempts, due, reason))
            Log.Handed(logger, mail.Id, state, attempts);
    }

    private TimeSpan Pause(int attempts) => TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, settings.PauseSeconds * Math.Pow(2, Math.Min(attempts - 1, 20))));

    /// <summary>What the mail tells the log: events 600 to 619; ids and counts, never an address.</summary>
    private static partial class Log
    {
        [LoggerMessage(600, LogLevel.Information, "Letter {Mail} is {State} after {Attempts} attempts")]
        public static partial void Handed(ILogger logger, string mail, MailState state, int attempts);

        [LoggerMessage(601, LogLevel.Warning, "The mail server cannot be talked to; letters wait")]
        public static partial void NoServer(ILogger logger);

        [LoggerMessage(602, LogLevel.Warning, "{Letters} letters were being handed over when the server stopped; whether they arrived is unknown")]
        public static partial void Doubted(ILogger logger, int letters);

        [LoggerMessage(603, LogLevel.Error, "Letters wait after a fault ({Fault})")]
        public static partial void Failed(ILogger logger, string fault);
    }
}

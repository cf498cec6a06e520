using System.Net.Security;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Journal;
using Ifmsa.Assembly.Server.Mail;
using Ifmsa.Assembly.Server.Tests.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Mail;

/// <summary>A real database of letters, a clock that tests move, and postmen to take them to a mail server on loopback.</summary>
public abstract class PostRoom : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mail").FullName;

    protected PostRoom() => Store = Store.Open(new DataSettings { Folder = _folder });

    internal static AssemblyId Assembly { get; } = new(Guid.NewGuid());

    internal static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    internal Store Store { get; }

    internal MovedClock Clock { get; } = new();

    internal KeptLog Log { get; } = new();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Store.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    internal void Run(string sql)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Store.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    internal static Letter To(string address) => new(address, "Subject", "Text");

    internal static Task QueueAsync(PostOffice office, params Letter[] letters) => office.QueueAsync(Assembly, "batch", letters, Cancellation);

    internal async Task<(MailState State, int Attempts)> StateAsync()
    {
        await using var context = Store.Context();
        var row = await context.Mail.AsNoTracking().OrderBy(row => row.Created).FirstAsync(Cancellation);
        return (Enum.Parse<MailState>(row.State), row.Attempts);
    }

    internal (PostOffice Office, Postman Postman) Post(LoopbackMailServer server, string security = "none", string user = "", string password = "", int attempts = 8, int silence = 10, RemoteCertificateValidationCallback? trust = null)
    {
        var settings = new MailSettings { Host = "127.0.0.1", Port = server.Port, Security = security, User = user, Password = password, From = "office@ifmsa.example", FromName = "Büro", Attempts = attempts, SilenceSeconds = silence };
        var office = new PostOffice(Store, settings, DataProtectionProvider.Create(new DirectoryInfo(Path.Combine(_folder, "keys"))), Clock);
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(Log).SetMinimumLevel(LogLevel.Trace));
        return (office, new Postman(office, settings, Clock, factory.CreateLogger<Postman>(), [], trust));
    }
}

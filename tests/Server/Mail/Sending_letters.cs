using System.Net.Security;
using System.Text;
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

/// <summary>Letters in a real database, taken to a real mail server on loopback.</summary>
public sealed class Letters_that_are_sent : IAsyncDisposable
{
    private static readonly AssemblyId Assembly = new(Guid.NewGuid());
    private readonly string _folder = Directory.CreateTempSubdirectory("mail").FullName;
    private readonly MovedClock _clock = new();
    private readonly KeptLog _log = new();
    private readonly Store _store;

    public Letters_that_are_sent() => _store = Store.Open(new DataSettings { Folder = _folder });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync()
    {
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task arrive_whole_whatever_stands_in_them()
    {
        await using var server = new LoopbackMailServer();
        var (office, postman) = Post(server);
        await QueueAsync(office, new Letter("nazrin@exämple.org", "Şəhadətnamə\r\nBcc: everybody@example.org – und ein sehr langer Betreff, der nicht auf eine Zeile passt, 王小明", "Hello\n.\n..\n.hidden\nFrom me")
        {
            Attachments = [new("a\"; name=x\r\nX: y.pdf", "application/pdf", new byte[] { 1, 2, 3 })],
        });
        Assert.True(await postman.RoundAsync(Cancellation));
        var (to, message) = Assert.Single(server.Taken);
        Assert.Equal("nazrin@xn--exmple-cua.org", to);
        Assert.True(Encoding.UTF8.GetByteCount(message) == message.Length, "ASCII alone");
        Assert.All(message.Split("\r\n"), line => Assert.True(line.Length <= 78, line));
        var headers = message[..message.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Split("\r\n").Where(line => line[0] != ' ').Select(line => line.Split(':')[0]);
        Assert.Equal(["From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type"], headers);
        Assert.Contains(Convert.ToBase64String("Hello\r\n.\r\n..\r\n.hidden\r\nFrom me"u8), message.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("filename=\"a---name-x--X--y.pdf\"", message, StringComparison.Ordinal);
        Assert.Contains("\r\nAQID\r\n", message, StringComparison.Ordinal);
        Assert.Equal((MailState.Sent, 1), await StateAsync());
        // Nothing of it is kept.
        await using var context = _store.Context();
        Assert.Null((await context.Mail.SingleAsync(Cancellation)).Message);
    }

    [Fact]
    public void double_a_point_that_begins_a_line() =>
        Assert.Equal("..\r\na.b\r\n...\r\n..x\r\n"u8.ToArray(), SmtpConversation.Stuffed("."u8.ToArray().Concat("\r\na.b\r\n..\r\n.x"u8.ToArray()).ToArray()));

    [Fact]
    public async Task stop_no_other_where_one_is_refused()
    {
        await using var server = new LoopbackMailServer { OnRecipient = to => to.StartsWith("gone", StringComparison.Ordinal) ? "550 5.1.1 no such mailbox" : null };
        var (office, postman) = Post(server);
        await QueueAsync(office, To("first@example.org"), To("gone@example.org"), To("last@example.org"));
        Assert.True(await postman.RoundAsync(Cancellation));
        Assert.Equal(["first@example.org", "last@example.org"], server.Taken.Select(letter => letter.To).Order(StringComparer.Ordinal));
        var report = await office.ReportAsync(Assembly, Cancellation);
        Assert.Equal((0, 2, 1, 0), (report.Batches[0].Waiting, report.Batches[0].Sent, report.Batches[0].Refused, report.Batches[0].Unknown));
        var trouble = Assert.Single(report.Troubles);
        Assert.Equal(("gone@example.org", MailState.Refused), (trouble.To, trouble.State));
        Assert.Equal("RCPT: 550 5.1.1 no such mailbox", trouble.Reason);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task are_tried_again_after_pauses_that_double()
    {
        var refused = 2;
        await using var server = new LoopbackMailServer();
        server.OnRecipient = _ => refused-- > 0 ? "451 greylisted, come back" : null;
        var (office, postman) = Post(server);
        await QueueAsync(office, To("late@example.org"));
        Assert.True(await postman.RoundAsync(Cancellation));
        Assert.Equal((MailState.Waiting, 1), await StateAsync());
        _clock.Move(TimeSpan.FromSeconds(59));
        await postman.RoundAsync(Cancellation);
        Assert.Equal((MailState.Waiting, 1), await StateAsync());
        _clock.Move(TimeSpan.FromSeconds(1));
        await postman.RoundAsync(Cancellation);
        Assert.Equal((MailState.Waiting, 2), await StateAsync());
        _clock.Move(TimeSpan.FromSeconds(119));
        await postman.RoundAsync(Cancellation);
        Assert.Empty(server.Taken);
        _clock.Move(TimeSpan.FromSeconds(1));
        await postman.RoundAsync(Cancellation);
        Assert.Equal((MailState.Sent, 3), await StateAsync());
        Assert.Single(server.Taken);
    }

    [Fact]
    public async Task are_given_up_after_so_many_attempts_and_listed()
    {
        await using var server = new LoopbackMailServer { OnRecipient = _ => "451 later" };
        var (office, postman) = Post(server, attempts: 3);
        await QueueAsync(office, To("never@example.org"));
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await postman.RoundAsync(Cancellation);
            _clock.Move(TimeSpan.FromHours(5));
        }
        Assert.Equal((MailState.Refused, 3), await StateAsync());
        Assert.Equal("RCPT: 451 later", Assert.Single((await office.ReportAsync(Assembly, Cancellation)).Troubles).Reason);
    }

    [Theory]
    [InlineData(Mood.DropsAfterTheLastLine)]
    [InlineData(Mood.StallsAfterTheLastLine)]
    public async Task are_listed_and_not_sent_again_where_nobody_knows_what_became_of_them(Mood mood)
    {
        await using var server = new LoopbackMailServer { Mood = mood };
        var (office, postman) = Post(server, silence: 1);
        await QueueAsync(office, To("perhaps@example.org"), To("perhaps.too@example.org"));
        Assert.True(await postman.RoundAsync(Cancellation));
        Assert.Equal(2, (await office.ReportAsync(Assembly, Cancellation)).Batches[0].Unknown);
        server.Mood = Mood.Kind;
        _clock.Move(TimeSpan.FromDays(3));
        await postman.RoundAsync(Cancellation);
        // They had arrived: sent once, and no second time.
        Assert.Equal(2, server.Taken.Count);
        // Somebody decides it.
        var trouble = (await office.ReportAsync(Assembly, Cancellation)).Troubles[0];
        Assert.True(await office.AgainAsync(Assembly, trouble.Mail, Cancellation));
        await postman.RoundAsync(Cancellation);
        Assert.Equal(3, server.Taken.Count);
        Assert.False(await office.AgainAsync(new(Guid.NewGuid()), trouble.Mail, Cancellation));
    }

    [Fact]
    public async Task are_in_doubt_where_this_server_stopped_while_it_handed_them_over()
    {
        await using var server = new LoopbackMailServer();
        var (office, postman) = Post(server);
        await QueueAsync(office, To("perhaps@example.org"));
        var mail = (await office.NextAsync(Cancellation))!;
        await office.NoteAsync(mail.Id, MailState.Sending, 1, _clock.GetUtcNow(), reason: null);
        // The server is started again on the same data.
        var (again, other) = Post(server);
        await other.StartAsync(Cancellation);
        while ((await StateAsync()).State == MailState.Sending)
            await Task.Delay(20, Cancellation);
        await other.StopAsync(Cancellation);
        Assert.Equal(MailState.Unknown, (await StateAsync()).State);
        Assert.Empty(server.Taken);
        Assert.Single((await again.ReportAsync(Assembly, Cancellation)).Troubles);
        postman.Dispose();
    }

    [Fact]
    public async Task are_in_doubt_where_what_became_of_them_could_not_be_noted()
    {
        await using var server = new LoopbackMailServer();
        var (office, postman) = Post(server);
        await QueueAsync(office, To("perhaps@example.org"));
        await office.NoteAsync((await office.NextAsync(Cancellation))!.Id, MailState.Sending, 1, _clock.GetUtcNow(), reason: null);
        Run("ALTER TABLE mail RENAME TO away");
        await postman.StartAsync(Cancellation);
        while (!_log.Text.Contains("Letters wait after a fault", StringComparison.Ordinal))
            await Task.Delay(20, Cancellation);
        Run("ALTER TABLE away RENAME TO mail");
        await QueueAsync(office, To("next@example.org"));
        // Taken by the other server and noted here: one that is stopped between the two is rightly in doubt.
        while ((await office.ReportAsync(Assembly, Cancellation)).Batches.Sum(batch => batch.Sent) == 0)
            await Task.Delay(20, Cancellation);
        await postman.StopAsync(Cancellation);
        Assert.Equal("next@example.org", Assert.Single(server.Taken).To);
        Assert.Equal(1, (await office.ReportAsync(Assembly, Cancellation)).Batches[0].Unknown);
        postman.Dispose();
    }

    [Fact]
    public async Task stay_here_where_they_are_erased_while_they_are_announced()
    {
        await using var server = new LoopbackMailServer();
        var (office, postman) = Post(server);
        var person = new ParticipantId(Guid.NewGuid());
        await QueueAsync(office, new Letter("erased@example.org", "Subject", "Text") { Participant = person }, To("last@example.org"));
        server.OnRecipient = to =>
        {
            if (to.StartsWith("erased", StringComparison.Ordinal))
                Run("DELETE FROM mail WHERE participant IS NOT NULL");
            return null;
        };
        Assert.True(await postman.RoundAsync(Cancellation));
        Assert.Equal("last@example.org", Assert.Single(server.Taken).To);
        Assert.Contains("RSET", server.Heard);
    }

    [Fact]
    public async Task are_queued_once_for_a_person_whoever_clicks_and_never_for_the_erased()
    {
        await using var server = new LoopbackMailServer();
        var (office, _) = Post(server);
        var person = new ParticipantId(Guid.NewGuid());
        var letter = new Letter("one@example.org", "Subject", "Text") { Participant = person };
        Assert.Equal(0, await office.QueueAsync(Assembly, [("a", letter)], Doubles.Never, _ => true, Cancellation));
        Assert.Equal(2, await office.QueueAsync(Assembly, [("a", letter), ("b", letter)], Doubles.Never, gone: null, Cancellation));
        Assert.Equal(0, await office.QueueAsync(Assembly, [("a", letter), ("b", letter)], Doubles.Never, gone: null, Cancellation));
        Run("UPDATE mail SET state = 'Refused' WHERE batch = 'a'");
        Assert.Equal(0, await office.QueueAsync(Assembly, [("a", letter), ("b", letter)], Doubles.Never, gone: null, Cancellation));
        Assert.Equal(1, await office.QueueAsync(Assembly, [("a", letter), ("b", letter)], Doubles.UnlessRefused, gone: null, Cancellation));
        Assert.Equal(1, await office.QueueAsync(Assembly, [("a", letter)], Doubles.Replace, gone: null, Cancellation));
        await using var context = _store.Context();
        Assert.Equal(2, await context.Mail.CountAsync(Cancellation));
    }

    [Fact]
    public async Task are_sent_again_where_the_line_broke_before_the_end()
    {
        await using var server = new LoopbackMailServer { Mood = Mood.DropsInTheMessage };
        var (office, postman) = Post(server);
        await QueueAsync(office, new Letter("again@example.org", "Long", new string('x', 2_000_000)));
        await postman.RoundAsync(Cancellation);
        var state = await StateAsync();
        // Where the system had taken all of it before the line broke, nobody here can know; it is then listed.
        if (state.State == MailState.Waiting)
        {
            server.Mood = Mood.Kind;
            _clock.Move(TimeSpan.FromMinutes(2));
            await postman.RoundAsync(Cancellation);
            Assert.Equal((MailState.Sent, 2), await StateAsync());
        }
        else
        {
            Assert.Equal(MailState.Unknown, state.State);
        }
    }

    [Theory]
    [InlineData(Mood.Closing)]
    [InlineData(Mood.StallsAtOnce)]
    public async Task wait_without_an_attempt_while_the_mail_server_is_down_and_go_when_it_is_back(Mood mood)
    {
        await using var server = new LoopbackMailServer { Mood = mood };
        var (office, postman) = Post(server, silence: 1);
        await QueueAsync(office, To("one@example.org"), To("two@example.org"));
        Assert.False(await postman.RoundAsync(Cancellation));
        Assert.False(await postman.RoundAsync(Cancellation));
        Assert.NotNull((await office.ReportAsync(Assembly, Cancellation)).Trouble);
        Assert.Equal((MailState.Waiting, 0), await StateAsync());
        server.Mood = Mood.Kind;
        Assert.True(await postman.RoundAsync(Cancellation));
        Assert.Equal(2, server.Taken.Count);
        Assert.Null((await office.ReportAsync(Assembly, Cancellation)).Trouble);
    }

    [Theory]
    [InlineData("PLAIN")]
    [InlineData("LOGIN")]
    public async Task are_handed_over_on_a_secured_line_by_name_and_password(string way)
    {
        await using var server = new LoopbackMailServer(tls: true) { Password = "pässword", Ways = way };
        var (office, postman) = Post(server, security: "starttls", user: "office", password: "pässword", trust: (_, _, _, _) => true);
        await QueueAsync(office, To("safe@example.org"));
        Assert.True(await postman.RoundAsync(Cancellation));
        Assert.Single(server.Taken);
        var heard = server.Heard.ToList();
        Assert.True(heard.IndexOf("STARTTLS") < heard.FindIndex(line => line.StartsWith("AUTH", StringComparison.Ordinal)), "the password goes over the secured line alone");
        Assert.DoesNotContain("pässword", _log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task are_handed_over_on_a_line_that_is_secured_before_its_first_word()
    {
        await using var server = new LoopbackMailServer(tls: true) { Password = "password", SecuredAtOnce = true };
        var (office, postman) = Post(server, security: "implicit", user: "office", password: "password", trust: (_, _, _, _) => true);
        await QueueAsync(office, To("safe@example.org"));
        Assert.True(await postman.RoundAsync(Cancellation));
        Assert.Single(server.Taken);
        Assert.DoesNotContain("STARTTLS", server.Heard);
        // A certificate that nobody vouches for is not spoken to.
        var (_, doubting) = Post(server, security: "implicit", user: "office", password: "password");
        await QueueAsync(office, To("later@example.org"));
        Assert.False(await doubting.RoundAsync(Cancellation));
        Assert.Single(server.Taken);
    }

    [Fact]
    public async Task stay_here_where_the_line_cannot_be_secured_or_nobody_vouches_for_the_server()
    {
        await using var plain = new LoopbackMailServer { Password = "password" };
        var (office, postman) = Post(plain, security: "starttls", user: "office", password: "password");
        await QueueAsync(office, To("safe@example.org"));
        Assert.False(await postman.RoundAsync(Cancellation));
        Assert.DoesNotContain(plain.Heard, line => line.StartsWith("AUTH", StringComparison.Ordinal));
        await using var strange = new LoopbackMailServer(tls: true) { Password = "password" };
        var (_, other) = Post(strange, security: "starttls", user: "office", password: "password");
        Assert.False(await other.RoundAsync(Cancellation));
        Assert.DoesNotContain(strange.Heard, line => line.StartsWith("AUTH", StringComparison.Ordinal));
        Assert.Equal((MailState.Waiting, 0), await StateAsync());
    }

    [Fact]
    public async Task wait_where_the_password_is_wrong()
    {
        await using var server = new LoopbackMailServer(tls: true) { Password = "right" };
        var (office, postman) = Post(server, security: "starttls", user: "office", password: "wrong", trust: (_, _, _, _) => true);
        await QueueAsync(office, To("safe@example.org"));
        Assert.False(await postman.RoundAsync(Cancellation));
        Assert.Contains("535 wrong name or password", office.Trouble, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", _log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task are_kept_sealed_and_erased_with_their_person()
    {
        await using var server = new LoopbackMailServer();
        var (office, _) = Post(server);
        var person = new ParticipantId(Guid.NewGuid());
        await office.NoteAsync(Assembly, new Dictionary<ParticipantId, string> { [person] = "somebody@example.org" }, Cancellation);
        await QueueAsync(office, new Letter("somebody@example.org", "Code", "The code is K7QXZ-12345") { Participant = person });
        await using (var context = _store.Context())
        {
            var row = await context.Mail.AsNoTracking().SingleAsync(Cancellation);
            Assert.DoesNotContain(Convert.ToBase64String("The code is K7QXZ"u8), Encoding.Latin1.GetString(row.Message!), StringComparison.Ordinal);
        }
        await office.EraseAsync(Assembly, person, Cancellation);
        Assert.Empty(await office.AddressesAsync(Assembly, Cancellation));
        Assert.Null(await office.NextAsync(Cancellation));
        Assert.DoesNotContain("somebody@", _log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a@b.org", "a@b.org")]
    [InlineData(" a.b+c@Bücher.example ", "a.b+c@xn--bcher-kva.example")]
    [InlineData("a@b", null)]
    [InlineData("a b@c.org", null)]
    [InlineData("a@b.org\r\nRCPT TO:<x@y.org>", null)]
    [InlineData("<a@b.org>", null)]
    [InlineData("a@b.org>", null)]
    [InlineData("\"a\"@b.org", null)]
    [InlineData(".a@b.org", null)]
    [InlineData("a..b@c.org", null)]
    [InlineData("名@b.org", null)]
    [InlineData("@b.org", null)]
    [InlineData("", null)]
    public void go_to_addresses_alone(string typed, string? address) => Assert.Equal(address, MailAddresses.Read(typed));

    [Theory]
    [InlineData("Mail:Host=mail.example.org", "Mail:From must be an e-mail address; it is \"\".")]
    [InlineData("Mail:Host=mail.example.org;Mail:From=a@b.org;Mail:Security=ssl", "Mail:Security must be starttls, implicit or none; it is \"ssl\".")]
    [InlineData("Mail:Host=mail.example.org;Mail:From=a@b.org;Mail:User=x", "Mail:User and Mail:Password go together; one of them is empty.")]
    [InlineData("Mail:Host=mail.example.org;Mail:From=a@b.org;Mail:User=x;Mail:Password=y;Mail:Security=none", "Mail:Security is none, and the password would go over the network as it is; use starttls or implicit.")]
    [InlineData("Mail:Host=mail.example.org;Mail:From=a@b.org;Mail:Port=0", "Mail:Port must be a whole number from 1 to 65535 (port); it is \"0\".")]
    [InlineData("Mail:Port=25", null)]
    public void follow_settings_that_hold(string settings, string? fault)
    {
        var faults = new List<string>();
        Settings.Read(SettingsFiles.Configuration([.. settings.Split(';').Select(setting => "--" + setting)]), faults);
        Assert.Equal(fault is null ? [] : [fault], faults);
    }

    private void Run(string sql)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_store.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static Letter To(string address) => new(address, "Subject", "Text");

    private static Task QueueAsync(PostOffice office, params Letter[] letters) => office.QueueAsync(Assembly, "batch", letters, Cancellation);

    private async Task<(MailState State, int Attempts)> StateAsync()
    {
        await using var context = _store.Context();
        var row = await context.Mail.AsNoTracking().OrderBy(row => row.Created).FirstAsync(Cancellation);
        return (Enum.Parse<MailState>(row.State), row.Attempts);
    }

    private (PostOffice Office, Postman Postman) Post(LoopbackMailServer server, string security = "none", string user = "", string password = "", int attempts = 8, int silence = 10, RemoteCertificateValidationCallback? trust = null)
    {
        var settings = new MailSettings { Host = "127.0.0.1", Port = server.Port, Security = security, User = user, Password = password, From = "office@ifmsa.example", FromName = "Büro", Attempts = attempts, SilenceSeconds = silence };
        var office = new PostOffice(_store, settings, DataProtectionProvider.Create(new DirectoryInfo(Path.Combine(_folder, "keys"))), _clock);
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(_log).SetMinimumLevel(LogLevel.Trace));
        return (office, new Postman(office, settings, _clock, factory.CreateLogger<Postman>(), trust));
    }
}

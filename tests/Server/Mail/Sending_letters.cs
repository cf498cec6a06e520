using System.Text;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Mail;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Mail;

/// <summary>Letters in a real database, taken to a real mail server on loopback.</summary>
public sealed class Letters_that_are_sent : PostRoom
{
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
        await using var context = Store.Context();
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
        Clock.Move(TimeSpan.FromSeconds(59));
        await postman.RoundAsync(Cancellation);
        Assert.Equal((MailState.Waiting, 1), await StateAsync());
        Clock.Move(TimeSpan.FromSeconds(1));
        await postman.RoundAsync(Cancellation);
        Assert.Equal((MailState.Waiting, 2), await StateAsync());
        Clock.Move(TimeSpan.FromSeconds(119));
        await postman.RoundAsync(Cancellation);
        Assert.Empty(server.Taken);
        Clock.Move(TimeSpan.FromSeconds(1));
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
            Clock.Move(TimeSpan.FromHours(5));
        }
        Assert.Equal((MailState.Refused, 3), await StateAsync());
        Assert.Equal("RCPT: 451 later", Assert.Single((await office.ReportAsync(Assembly, Cancellation)).Troubles).Reason);
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
        await using var context = Store.Context();
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
            Clock.Move(TimeSpan.FromMinutes(2));
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
}

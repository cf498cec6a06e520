using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Mail;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Mail;

/// <summary>An address is corrected while letters to it wait, are refused, are handed over or in doubt: none goes to the old one any more.</summary>
public sealed class Letters_to_a_corrected_address : PostRoom
{
    private const string Old = "old@example.org", New = "a.much.longer.new+address@xn--bcher-kva.example";
    private static readonly ParticipantId Somebody = new(Guid.NewGuid());

    private static Letter Invitation => new(Old, "Einladung für\r\nTo: x@y.org und noch viele Worte, die nicht auf eine Zeile passen", "To: elsewhere@example.org\n\nTo: the code is K7QXZ") { Participant = Somebody };

    [Fact]
    public async Task go_there_when_somebody_says_so_where_the_old_one_was_refused()
    {
        await using var server = new LoopbackMailServer { OnRecipient = to => to == Old ? "550 no such mailbox" : null };
        var (office, postman) = Post(server);
        await NoteAsync(office, Old);
        await QueueAsync(office, Invitation, To("another@example.org"));
        await postman.RoundAsync(Cancellation);
        await NoteAsync(office, New);
        await postman.RoundAsync(Cancellation);
        Assert.Equal("another@example.org", Assert.Single(server.Taken).To);
        var trouble = Assert.Single((await office.ReportAsync(Assembly, Cancellation)).Troubles);
        Assert.Equal((New, MailState.Refused), (trouble.To, trouble.State));
        Assert.Contains("corrected", trouble.Reason, StringComparison.Ordinal);
        Assert.True(await office.AgainAsync(Assembly, trouble.Mail, Cancellation));
        await postman.RoundAsync(Cancellation);
        IsToTheNewAddress(server.Taken.Last());
        Assert.Empty((await office.ReportAsync(Assembly, Cancellation)).Troubles);
    }

    [Fact]
    public async Task go_there_where_they_waited_for_the_mail_server()
    {
        await using var server = new LoopbackMailServer { Mood = Mood.Closing };
        var (office, postman) = Post(server);
        await NoteAsync(office, Old);
        await QueueAsync(office, Invitation, To(Old));
        Assert.False(await postman.RoundAsync(Cancellation));
        await NoteAsync(office, New);
        server.Mood = Mood.Kind;
        Assert.True(await postman.RoundAsync(Cancellation));
        // One to nobody of the assembly has no other address.
        Assert.Equal([New, Old], server.Taken.Select(letter => letter.To).Order(StringComparer.Ordinal));
        IsToTheNewAddress(server.Taken.Single(letter => letter.To == New));
    }

    [Fact]
    public async Task go_there_at_once_where_the_old_one_put_them_off()
    {
        await using var server = new LoopbackMailServer { OnRecipient = to => to == Old ? "451 mailbox full" : null };
        var (office, postman) = Post(server);
        await NoteAsync(office, Old);
        await QueueAsync(office, Invitation);
        await postman.RoundAsync(Cancellation);
        Assert.Equal((MailState.Waiting, 1), await StateAsync());
        await NoteAsync(office, New);
        Assert.Empty((await office.ReportAsync(Assembly, Cancellation)).Troubles);
        await postman.RoundAsync(Cancellation);
        IsToTheNewAddress(Assert.Single(server.Taken));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("550 no such mailbox")]
    public async Task go_there_where_it_is_corrected_while_they_are_announced(string? answer)
    {
        await using var server = new LoopbackMailServer();
        server.OnRecipient = to =>
        {
            if (to == New)
                return null;
            Run($"UPDATE mail SET \"to\" = '{New}'");
            return answer;
        };
        var (office, postman) = Post(server);
        await QueueAsync(office, Invitation);
        await postman.RoundAsync(Cancellation);
        IsToTheNewAddress(Assert.Single(server.Taken));
    }

    [Fact]
    public async Task go_there_where_they_were_written_before_it_was_corrected_and_queued_after()
    {
        await using var server = new LoopbackMailServer();
        var (office, postman) = Post(server);
        await NoteAsync(office, New);
        await QueueAsync(office, Invitation);
        await postman.RoundAsync(Cancellation);
        IsToTheNewAddress(Assert.Single(server.Taken));
    }

    [Fact]
    public async Task are_not_touched_while_they_are_handed_over_or_in_doubt_and_go_there_when_they_are_sent_again()
    {
        await using var server = new LoopbackMailServer();
        var (office, postman) = Post(server);
        await NoteAsync(office, Old);
        await QueueAsync(office, Invitation);
        await office.NoteAsync((await office.NextAsync(Cancellation))!, MailState.Sending, 1, Clock.GetUtcNow(), reason: null);
        await NoteAsync(office, New);
        Assert.Equal(Old, await ToAsync());
        await office.DoubtAsync("stopped", Cancellation);
        await NoteAsync(office, New);
        var trouble = Assert.Single((await office.ReportAsync(Assembly, Cancellation)).Troubles);
        Assert.Equal((Old, MailState.Unknown, "stopped"), (trouble.To, trouble.State, trouble.Reason));
        await postman.RoundAsync(Cancellation);
        Assert.Empty(server.Taken);
        Assert.True(await office.AgainAsync(Assembly, trouble.Mail, Cancellation));
        await postman.RoundAsync(Cancellation);
        IsToTheNewAddress(Assert.Single(server.Taken));
        Assert.Equal(New, await ToAsync());
    }

    private static Task NoteAsync(PostOffice office, string address) => office.NoteAsync(Assembly, new Dictionary<ParticipantId, string> { [Somebody] = address }, Cancellation);

    private static void IsToTheNewAddress((string To, string Message) letter)
    {
        Assert.Equal(New, letter.To);
        var message = WireLetter.Write(Invitation with { To = New }, Guid.NewGuid(), "office@ifmsa.example", "Büro", DateTimeOffset.UnixEpoch);
        // As if it had been written to that address: the same headers and body, but for its date and id.
        Assert.Equal(Lines(System.Text.Encoding.ASCII.GetString(message)), Lines(letter.Message));
    }

    private static IEnumerable<string> Lines(string message) => message.TrimEnd().Split("\r\n").Where(line => !line.StartsWith("Date: ", StringComparison.Ordinal) && !line.StartsWith("Message-ID: ", StringComparison.Ordinal));

    private async Task<string> ToAsync()
    {
        await using var context = Store.Context();
        return (await context.Mail.AsNoTracking().SingleAsync(Cancellation)).To;
    }
}

using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Mail;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Mail;

/// <summary>What becomes of a letter when nobody can know whether it arrived, or its reader is erased on the way.</summary>
public sealed class Letters_in_doubt : PostRoom
{
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
        Clock.Move(TimeSpan.FromDays(3));
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
        await office.NoteAsync(mail, MailState.Sending, 1, Clock.GetUtcNow(), reason: null);
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
        await office.NoteAsync((await office.NextAsync(Cancellation))!, MailState.Sending, 1, Clock.GetUtcNow(), reason: null);
        Run("ALTER TABLE mail RENAME TO away");
        await postman.StartAsync(Cancellation);
        while (!Log.Text.Contains("Letters wait after a fault", StringComparison.Ordinal))
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
}

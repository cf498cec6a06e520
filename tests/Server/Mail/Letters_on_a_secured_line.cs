using System.Text;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Mail;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Mail;

/// <summary>Passwords, certificates and what is kept of a letter.</summary>
public sealed class Letters_that_are_private : PostRoom
{
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
        Assert.DoesNotContain("pässword", Log.Text, StringComparison.Ordinal);
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
        Assert.DoesNotContain("wrong", Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task are_kept_sealed_and_erased_with_their_person()
    {
        await using var server = new LoopbackMailServer();
        var (office, _) = Post(server);
        var person = new ParticipantId(Guid.NewGuid());
        await office.NoteAsync(Assembly, new Dictionary<ParticipantId, string> { [person] = "somebody@example.org" }, Cancellation);
        await QueueAsync(office, new Letter("somebody@example.org", "Code", "The code is K7QXZ-12345") { Participant = person });
        await using (var context = Store.Context())
        {
            var row = await context.Mail.AsNoTracking().SingleAsync(Cancellation);
            Assert.DoesNotContain(Convert.ToBase64String("The code is K7QXZ"u8), Encoding.Latin1.GetString(row.Message!), StringComparison.Ordinal);
        }
        await office.EraseAsync(Assembly, person, Cancellation);
        Assert.Empty(await office.AddressesAsync(Assembly, Cancellation));
        Assert.Null(await office.NextAsync(Cancellation));
        Assert.DoesNotContain("somebody@", Log.Text, StringComparison.Ordinal);
    }
}

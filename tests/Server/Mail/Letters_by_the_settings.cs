using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Mail;
using Ifmsa.Assembly.Server.Tests.Hosting;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Mail;

/// <summary>Addresses and settings of mail.</summary>
public sealed class Letters_by_the_settings
{
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
}

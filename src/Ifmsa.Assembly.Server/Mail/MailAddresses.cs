using System.Globalization;

namespace Ifmsa.Assembly.Server.Mail;

/// <summary>E-mail addresses as this server takes them: name@domain in plain letters, the domain in any script.</summary>
public static class MailAddresses
{
    private const string Others = "!#$%&'*+-/=?^_`{|}~.";

    /// <summary>The address as it goes over the wire; null where it is none. Nothing in it ends a line, a command or a header.</summary>
    public static string? Read(string text)
    {
        var address = text.Trim();
        var at = address.LastIndexOf('@');
        if (at is < 1 or > 64 || address.Length > 254)
            return null;
        var (name, domain) = (address[..at], address[(at + 1)..]);
        if (!name.All(sign => char.IsAsciiLetterOrDigit(sign) || Others.Contains(sign, StringComparison.Ordinal)) || name[0] == '.' || name[^1] == '.' || name.Contains("..", StringComparison.Ordinal))
            return null;
        try
        {
            domain = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(domain);
        }
        catch (ArgumentException)
        {
            return null;
        }
        return domain.Length <= 253 && domain.Contains('.', StringComparison.Ordinal) && domain[^1] != '.' && domain.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '.' or '-') ? $"{name}@{domain}" : null;
    }
}

using Ifmsa.Assembly.Server.Hosting;

namespace Ifmsa.Assembly.Server.Mail;

/// <summary>The mail server that letters are handed to; without one nothing is sent, and everything can be downloaded instead.</summary>
public sealed record MailSettings
{
    /// <summary>Its name; empty where there is none.</summary>
    public string Host { get; init; } = "";

    /// <summary>Its port: 587 to hand letters in, 465 with implicit TLS.</summary>
    [Setting("port", 1, 65_535)]
    public int Port { get; init; } = 587;

    /// <summary>starttls, implicit or none; none is for a server on this machine.</summary>
    public string Security { get; init; } = "starttls";

    /// <summary>The name to sign in with; empty where the server asks for none.</summary>
    public string User { get; init; } = "";

    /// <summary>The password; best given by the environment, as Mail__Password.</summary>
    public string Password { get; init; } = "";

    /// <summary>The address letters come from, and answers go to.</summary>
    public string From { get; init; } = "";

    /// <summary>The name beside it.</summary>
    public string FromName { get; init; } = "";

    /// <summary>How often a letter is tried that the server puts off.</summary>
    [Setting("attempts", 1, 30)]
    public int Attempts { get; init; } = 8;

    /// <summary>The pause after the first attempt; each further one is twice as long, four hours at most.</summary>
    [Setting("seconds", 1, 3_600)]
    public int PauseSeconds { get; init; } = 60;

    /// <summary>How long the server may be silent before a letter is given up for this time.</summary>
    [Setting("seconds", 1, 600)]
    public int SilenceSeconds { get; init; } = 60;

    /// <summary>Whether letters can be sent.</summary>
    public bool Configured => Host.Length > 0;

    /// <summary>Says what does not hold.</summary>
    public void Check(ICollection<string> faults)
    {
        if (!Configured)
            return;
        if (Uri.CheckHostName(Host) == UriHostNameType.Unknown)
            faults.Add($"Mail:Host must be the name of a mail server; it is \"{Host}\".");
        if (Security is not ("starttls" or "implicit" or "none"))
            faults.Add($"Mail:Security must be starttls, implicit or none; it is \"{Security}\".");
        if (MailAddresses.Read(From) is null)
            faults.Add($"Mail:From must be an e-mail address; it is \"{From}\".");
        if (FromName.Any(char.IsControl))
            faults.Add("Mail:FromName must be a name on one line.");
        if (User.Length == 0 != (Password.Length == 0))
            faults.Add("Mail:User and Mail:Password go together; one of them is empty.");
        if (User.Length > 0 && Security == "none" && Host is not ("localhost" or "127.0.0.1" or "::1"))
            faults.Add("Mail:Security is none, and the password would go over the network as it is; use starttls or implicit.");
    }

    /// <summary>Never the password.</summary>
    public override string ToString() => $"MailSettings of {Host}:{Port.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
}

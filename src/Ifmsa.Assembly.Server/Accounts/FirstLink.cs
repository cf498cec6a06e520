using System.Security.Cryptography;
using System.Text;
using Ifmsa.Assembly.Server.Hosting;

namespace Ifmsa.Assembly.Server.Accounts;

/// <summary>The one-time link for the first account of the secretariat: 256 bits, kept in memory, good for a while after start.</summary>
public sealed class FirstLink(SignInSettings settings, TimeProvider time)
{
    private readonly DateTimeOffset _until = time.GetUtcNow().AddMinutes(settings.FirstLinkMinutes);

    /// <summary>The secret in the link's fragment.</summary>
    public string Secret { get; } = Secrets.Text(32);

    /// <summary>How long it is good from now; nothing or less once it is dead.</summary>
    public TimeSpan Left => _until - time.GetUtcNow();

    /// <summary>Whether a secret opens the door still; whether an account exists already is asked where one is made.</summary>
    public bool Opens(string secret) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(Secret)) && Left > TimeSpan.Zero;
}

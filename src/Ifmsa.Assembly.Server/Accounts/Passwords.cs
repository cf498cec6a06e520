using Ifmsa.Assembly.Server.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Ifmsa.Assembly.Server.Accounts;

/// <summary>Hashes and checks passwords, a few at a time, so that a flood of guesses leaves the processor to the floor.</summary>
public sealed class Passwords : IDisposable
{
    /// <summary>The longest password read; longer ones only cost time.</summary>
    public const int Longest = 200;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // The hasher takes whose password it is and does not look.
    private static readonly object Anybody = new();

    // PBKDF2-SHA512; 210,000 is what OWASP's password storage cheat sheet asks for.
    private readonly PasswordHasher<object> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));
    private readonly SemaphoreSlim _known;
    private readonly SemaphoreSlim _unknown;
    private readonly string _nobody;

    public Passwords(SignInSettings settings)
    {
        // Known devices have a lane of their own: strangers who guess cannot keep the chair waiting.
        (_known, _unknown) = (new(settings.PasswordChecksAtOnce), new(settings.PasswordChecksAtOnce));
        _nobody = _hasher.HashPassword(Anybody, Secrets.Text(32));
    }

    /// <summary>The hash of a new password.</summary>
    public string Hash(string password) => _hasher.HashPassword(Anybody, password);

    /// <summary>Whether the password is the one hashed; without a hash the same work is done for nothing. Null: too many are waiting.</summary>
    public async Task<bool?> CheckAsync(string? hash, string password, Familiarity device, CancellationToken cancellation)
    {
        var lane = device is Familiarity.Known ? _known : _unknown;
        if (!await lane.WaitAsync(Patience, cancellation))
            return null;
        try
        {
            var result = _hasher.VerifyHashedPassword(Anybody, hash ?? _nobody, password);
            return hash is not null && result is not PasswordVerificationResult.Failed;
        }
        finally
        {
            lane.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _known.Dispose();
        _unknown.Dispose();
    }
}

/// <summary>Whether a browser has signed in to the account before.</summary>
public enum Familiarity
{
    /// <summary>Never, as far as its cookies say.</summary>
    Unknown,

    /// <summary>It has.</summary>
    Known,
}

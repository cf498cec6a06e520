using System.Security.Cryptography;
using System.Text;

namespace Ifmsa.Assembly.Core.Journal;

/// <summary>Erasable words, such as a person's name, with the salt that keeps their digest from being guessed.</summary>
/// <param name="Id">By which the journal names them.</param>
/// <param name="Salt">32 random bytes.</param>
/// <param name="Text">The words.</param>
public sealed record Matter(MatterId Id, ReadOnlyMemory<byte> Salt, string Text)
{
    /// <summary>Words with a salt drawn from the moment; one draw salts any number of words, each by its own id.</summary>
    public static Matter Of(MatterId id, string text, Moment moment) =>
        new(id, SHA256.HashData([.. moment.Draw.Span, .. id.Value.ToByteArray()]), text);

    /// <summary>What the journal holds of them: SHA-256(salt ‖ text in UTF-8), in lower-case hexadecimal.</summary>
    public MatterDigest Digest => new(Id, Convert.ToHexStringLower(SHA256.HashData([.. Salt.Span, .. Encoding.UTF8.GetBytes(Text)])));

    /// <summary>Never the words: they are personal.</summary>
    public override string ToString() => $"Matter {Id}";
}

/// <summary>The journal's hold on words kept beside it.</summary>
/// <param name="Id">By which the journal names them.</param>
/// <param name="Sha256">SHA-256(salt ‖ text in UTF-8), in lower-case hexadecimal.</param>
public sealed record MatterDigest(MatterId Id, string Sha256);

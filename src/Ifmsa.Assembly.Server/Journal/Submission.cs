using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Floor;

namespace Ifmsa.Assembly.Server.Journal;

/// <summary>A command on its way through the writer's queue; exactly one of command and fault is there.</summary>
internal sealed class Submission
{
    private readonly TaskCompletionSource<Answer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Submission(CommandId id, Credential by, byte[] digest) => (Id, By, Digest) = (id, by, digest);

    public CommandId Id { get; }

    public Credential By { get; }

    /// <summary>Of kind and content, so that the same id with other content is told apart.</summary>
    public byte[] Digest { get; }

    public Command? Command { get; private init; }

    /// <summary>Why the message is no command; it is answered and kept like any refusal.</summary>
    public Refusal? Fault { get; private init; }

    public Task<Answer> Answered => _answer.Task;

    public static Submission Of(CommandId id, Credential by, Command command) =>
        Of(id, by, command, JsonSerializer.SerializeToUtf8Bytes(command, command.GetType(), JournalJson.Options));

    /// <summary>A command with the bytes it came in; a retry sends the same.</summary>
    public static Submission Of(CommandId id, Credential by, Command command, ReadOnlySpan<byte> body) =>
        new(id, by, DigestOf(Catalogue.Of(command).Kind, body)) { Command = command };

    public static Submission Faulty(CommandId id, Credential by, string kind, ReadOnlySpan<byte> body, Refusal fault) =>
        new(id, by, DigestOf(kind, body)) { Fault = fault };

    public void Answer(Answer answer) => _answer.TrySetResult(answer);

    private static byte[] DigestOf(string kind, ReadOnlySpan<byte> body)
    {
        var length = Encoding.UTF8.GetByteCount(kind);
        var bytes = new byte[length + 1 + body.Length];
        Encoding.UTF8.GetBytes(kind, bytes);
        body.CopyTo(bytes.AsSpan(length + 1));
        return SHA256.HashData(bytes);
    }
}

using System.Runtime.InteropServices;
using System.Text.Json;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Credentials;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Floor.Rooms;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Letters;
using Ifmsa.Assembly.Server.Minutes;
using Ifmsa.Assembly.Server.Wording;
using Microsoft.AspNetCore.SignalR;

namespace Ifmsa.Assembly.Server.Floor;

/// <summary>The way in and out of the hall for phones and pages: commands in, receipts and boards out. It knows no rules.</summary>
public sealed class FloorHub(Assemblies assemblies, FloorConnections connections, IRefusalTexts texts, FloorSettings settings, LetterBook letters, MinutesDesk minutes, TimeProvider clock) : Hub
{
    /// <inheritdoc/>
    public override Task OnConnectedAsync()
    {
        if (connections.Find(Context.ConnectionId) is null)
            Context.Abort();
        return Task.CompletedTask;
    }

    /// <summary>Takes a command; whatever is wrong with it, the answer is a refusal and the connection lives.</summary>
    public Task<Answer> Submit(JsonElement message) => connections.WaitAsync(Take(message));

    private Task<Answer> Take(JsonElement message)
    {
        if (connections.Find(Context.ConnectionId) is not { } connection)
            return Refuse(new NotBound());
        var by = connection.Caller.Credential;
        connection.Heard();
        if (!connections.AllowanceOf(by.Device).TryTake(settings))
            return Refuse(new TooManyCommands());
        if (!TryRead(message, out var id, out var assembly, out var kind, out var body))
            return Refuse(new UnreadableCommand());
        if (assemblies.HallOf(assembly) is not { } hall)
            return Refuse(new NoSuchAssembly());
        var bytes = JsonMarshal.GetRawUtf8Value(body);
        if (bytes.Length > settings.MaxCommandBytes)
            return hall.Writer.RejectAsync(id, by, kind, bytes, new CommandTooLong(settings.MaxCommandBytes));
        if (!Catalogue.Commands.TryGetValue(kind, out var entry))
            return hall.Writer.RejectAsync(id, by, kind, bytes, new UnknownCommandKind());
        return HoldsHole(body) || ReadBody(bytes, entry.Type) is not Command command ? hall.Writer.RejectAsync(id, by, kind, bytes, new UnreadableCommand())
            : command is GiveProxy { Letter: { } letter } ? GiveAsync(hall, assembly, id, by, command, letter, bytes.ToArray())
            : MinutesDesk.LooksAt(command) ? MinuteAsync(hall, id, by, command, bytes.ToArray())
            : hall.Writer.SubmitAsync(id, by, command, bytes);
    }

    /// <summary>Takes a delegate's advice to their own delegation, past the journal; whatever is wrong with it, the answer is a refusal and the connection lives.</summary>
    public Answer Advise(RawJson? message) => Tell<Advice>(message, static (rooms, by, advice) => rooms.Take(by, advice));

    /// <summary>Notes for a delegation how those at home want it to vote, past the journal.</summary>
    public Answer Mandate(RawJson? message) => Tell<Mandate>(message, static (rooms, by, mandate) => rooms.Take(by, mandate));

    private Answer Tell<T>(RawJson? message, Func<DelegationRooms, Credential, T, Refusal?> take)
        where T : class
    {
        if (connections.Find(Context.ConnectionId) is not { } connection)
            return texts.Answer(new NotBound());
        var by = connection.Caller.Credential;
        connection.Heard();
        if (!connections.AllowanceOf(by.Device).TryTake(settings))
            return texts.Answer(new TooManyCommands());
        using var told = JsonDocument.Parse(message?.Text ?? "null");
        if (ReadTold(told.RootElement) is not var (assembly, body))
            return texts.Answer(new UnreadableCommand());
        if (assemblies.HallOf(assembly) is not { } hall || !connection.Caller.BelongsTo(assembly))
            return texts.Answer(new NoSuchAssembly());
        var bytes = JsonMarshal.GetRawUtf8Value(body);
        if (bytes.Length > settings.MaxCommandBytes)
            return texts.Answer(new CommandTooLong(settings.MaxCommandBytes));
        if (HoldsHole(body) || ReadBody(bytes, typeof(T)) is not T given)
            return texts.Answer(new UnreadableCommand());
        if (take(hall.Publisher.Rooms, by, given) is { } refusal)
            return texts.Answer(refusal);
        hall.Publisher.Publish();
        return new(Sequence: null, Head: null, Refusal: null);
    }

    /// <summary>Follows an assembly's boards; those the client holds in their latest version are not sent again.</summary>
    public object Follow(JsonElement message)
    {
        if (connections.Find(Context.ConnectionId) is not { } connection)
            return texts.Answer(new NotBound());
        connection.Heard();
        if (!connections.AllowanceOf(connection.Caller.Credential.Device).TryTake(settings))
            return texts.Answer(new TooManyCommands());
        if (ReadFollowing(message) is not var (assembly, have))
            return texts.Answer(new UnreadableCommand());
        if (assemblies.HallOf(assembly) is not { } hall || !connection.Caller.BelongsTo(assembly))
            return texts.Answer(new NoSuchAssembly());
        connection.Follow(assembly, have);
        hall.Publisher.Publish();
        return new Following(clock.GetUtcNow(), hall.Publisher.BoardsFor(connection.Caller.Credential));
    }

    /// <summary>A sign of life every two seconds; the answer carries the server's time, by which countdowns run.</summary>
    public Beat Pulse(JsonElement message)
    {
        connections.Find(Context.ConnectionId)?.Heard();
        return new(clock.GetUtcNow());
    }

    /// <summary>A proxy is given on a letter that is on file, and on no other: the journal holds a digest alone and cannot tell.</summary>
    private async Task<Answer> GiveAsync(Hall hall, AssemblyId assembly, CommandId id, Credential by, Command proxy, LetterDigest letter, byte[] body) =>
        await letters.HoldsAsync(assembly, letter, CancellationToken.None)
            ? await hall.Writer.SubmitAsync(id, by, proxy, body)
            : await hall.Writer.RejectAsync(id, by, Catalogue.Of(proxy).Kind, body, new LetterNotOnFile());

    /// <summary>Sentences, kept texts and the votes of other assemblies are not the core's to know.</summary>
    private async Task<Answer> MinuteAsync(Hall hall, CommandId id, Credential by, Command command, byte[] body)
    {
        var (taken, refusal) = await minutes.LookAtAsync(hall, by, command, assemblies.Find, CancellationToken.None);
        return refusal is null ? await hall.Writer.SubmitAsync(id, by, taken, body) : await hall.Writer.RejectAsync(id, by, Catalogue.Of(command).Kind, body, refusal);
    }

    private Task<Answer> Refuse(Refusal refusal) => Task.FromResult(texts.Answer(refusal));

    /// <summary>What a body says; null where it is none of this kind.</summary>
    private static object? ReadBody(ReadOnlySpan<byte> body, Type type)
    {
        try
        {
            return JsonSerializer.Deserialize(body, type, JournalJson.Strict);
        }
        catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException or FormatException or OverflowException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool TryRead(JsonElement message, out CommandId id, out AssemblyId assembly, out string kind, out JsonElement body)
    {
        (id, assembly, kind, body) = (default, default, "", default);
        try
        {
            return IsCommand(message, out id, out assembly, out kind, out body);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair in an escape is JSON to the letter, but no text.
            return false;
        }
    }

    private static bool IsCommand(JsonElement message, out CommandId id, out AssemblyId assembly, out string kind, out JsonElement body)
    {
        (id, assembly, kind, body) = (default, default, "", default);
        if (message.ValueKind != JsonValueKind.Object
            || !message.TryGetProperty("id", out var idValue) || idValue.ValueKind != JsonValueKind.String || !idValue.TryGetGuid(out var idGuid)
            || !message.TryGetProperty("assembly", out var assemblyValue) || assemblyValue.ValueKind != JsonValueKind.String || !assemblyValue.TryGetGuid(out var assemblyGuid)
            || !message.TryGetProperty("kind", out var kindValue) || kindValue.ValueKind != JsonValueKind.String
            || !message.TryGetProperty("body", out body))
        {
            return false;
        }
        (id, assembly, kind) = (new(idGuid), new(assemblyGuid), kindValue.GetString()!);
        return kind.Length <= 100;
    }

    /// <summary>Whether a list holds null; the serialiser refuses null everywhere else where it has no meaning, but not there.</summary>
    private static bool HoldsHole(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Null || HoldsHole(item)),
        JsonValueKind.Object => value.EnumerateObject().Any(property => HoldsHole(property.Value)),
        _ => false,
    };

    private static (AssemblyId Assembly, Dictionary<string, long> Have)? ReadFollowing(JsonElement message)
    {
        try
        {
            return message.ValueKind == JsonValueKind.Object && message.TryGetProperty("assembly", out var named) && named.ValueKind == JsonValueKind.String && named.TryGetGuid(out var id)
                ? (new AssemblyId(id), Versions(message)) : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static (AssemblyId Assembly, JsonElement Body)? ReadTold(JsonElement message)
    {
        try
        {
            return message.ValueKind == JsonValueKind.Object && message.TryGetProperty("body", out var body)
                && message.TryGetProperty("assembly", out var named) && named.ValueKind == JsonValueKind.String && named.TryGetGuid(out var id)
                ? (new AssemblyId(id), body) : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static Dictionary<string, long> Versions(JsonElement message)
    {
        var have = new Dictionary<string, long>(StringComparer.Ordinal);
        if (message.TryGetProperty("have", out var versions) && versions.ValueKind == JsonValueKind.Object)
        {
            foreach (var version in versions.EnumerateObject().Take(50))
            {
                if (version.Value.ValueKind == JsonValueKind.Number && version.Value.TryGetInt64(out var number))
                    have[version.Name] = number;
            }
        }
        return have;
    }
}

/// <summary>What a client is going to get: the server's time, and the boards that are for it now; it forgets others it may hold.</summary>
public sealed record Following(DateTimeOffset Now, IReadOnlyList<string> Boards);

/// <summary>The server's time.</summary>
public sealed record Beat(DateTimeOffset Now);

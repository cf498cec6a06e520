using System.Collections.Frozen;
using System.Text.Json;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Journal;
using Ifmsa.Assembly.Server.Letters;
using Microsoft.EntityFrameworkCore;

namespace Ifmsa.Assembly.Server.Archive;

/// <summary>Something kept beside journals that belongs to an assembly's archive; whoever adds a table of that kind registers its part.</summary>
public interface IArchivePart
{
    /// <summary>Its name in the zip, in lower-case letters.</summary>
    string Name { get; }

    /// <summary>The lines of an assembly in a fixed order, each one JSON object.</summary>
    IEnumerable<byte[]> Lines(AssemblyStore context, AssemblyId assembly, JournalDigests journal);

    /// <summary>Takes a line out of an archive: checks it against the journal, and adds its row where there is a context.</summary>
    /// <exception cref="ArchiveFault">The line is not as the journal has it.</exception>
    /// <exception cref="JsonException">It is no such line.</exception>
    void Take(ReadOnlySpan<byte> line, AssemblyId assembly, JournalDigests journal, AssemblyStore? context);
}

/// <summary>What a journal holds of words and files beside it: the digest of each by its id.</summary>
public sealed class JournalDigests
{
    private readonly Dictionary<Guid, string> _byId = [];
    private readonly HashSet<Guid> _taken = [];
    private readonly HashSet<string> _numbers = new(StringComparer.Ordinal);

    /// <summary>Finds them in a fact's payload: every object of an id and a digest, whatever the fact.</summary>
    internal void See(byte[] payload)
    {
        using var document = JsonDocument.Parse(payload, new() { MaxDepth = 32 });
        See(document.RootElement);
    }

    /// <summary>Whether the journal holds something by this id with this digest.</summary>
    public bool Has(Guid id, string sha256) => _byId.TryGetValue(id, out var held) && held == sha256;

    /// <summary>Takes something by this id; whether it is the first time.</summary>
    public bool Take(Guid id) => _taken.Add(id);

    /// <summary>Takes what belongs to a certificate's number; whether it is the first time.</summary>
    public bool Take(string number) => _numbers.Add(number);

    /// <summary>Whether something by this id was taken.</summary>
    public bool HasTaken(Guid id) => _taken.Contains(id);

    /// <summary>Nothing is taken yet.</summary>
    internal void Begin()
    {
        _taken.Clear();
        _numbers.Clear();
    }

    /// <summary>Whether the journal holds something by this id.</summary>
    public bool Has(Guid id) => _byId.ContainsKey(id);

    private void See(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var child in element.EnumerateArray())
                See(child);
        }
        if (element.ValueKind != JsonValueKind.Object)
            return;
        if (element.TryGetProperty("sha256", out var digest) && digest.ValueKind == JsonValueKind.String && element.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String && id.TryGetGuid(out var known))
            _byId[known] = digest.GetString() ?? "";
        foreach (var child in element.EnumerateObject())
            See(child.Value);
    }
}

/// <summary>Names, remarks and other erasable words, with their salts; those that were erased are not there.</summary>
public sealed class WordsPart : IArchivePart
{
    /// <inheritdoc/>
    public string Name => "words";

    /// <inheritdoc/>
    public IEnumerable<byte[]> Lines(AssemblyStore context, AssemblyId assembly, JournalDigests journal) =>
        context.Matters.AsNoTracking().Where(row => row.Assembly == assembly.ToString()).OrderBy(row => row.Id).AsEnumerable()
            .Where(row => journal.Has(Guid.Parse(row.Id)))
            .Select(row => JsonSerializer.SerializeToUtf8Bytes(new Line(Guid.Parse(row.Id), row.Salt, row.Text), ArchiveFormat.Json));

    /// <inheritdoc/>
    public void Take(ReadOnlySpan<byte> line, AssemblyId assembly, JournalDigests journal, AssemblyStore? context)
    {
        var (id, salt, text) = JsonSerializer.Deserialize<Line>(line, ArchiveFormat.Json) ?? throw ArchiveFault.Bad("archive.damaged");
        if (!journal.Has(id, new Matter(new(id), salt, text).Digest.Sha256) || !journal.Take(id))
            throw ArchiveFault.Bad("archive.words", id.ToString());
        context?.Matters.Add(new() { Assembly = assembly.ToString(), Id = id.ToString(), Salt = salt, Text = text });
    }

    private sealed record Line(Guid Id, byte[] Salt, string Text);
}

/// <summary>Members' letters that the journal knows of; one that was handed in and never used stays where it is.</summary>
public sealed class LettersPart : IArchivePart
{
    private static readonly FrozenSet<string> Types = FrozenSet.Create(StringComparer.Ordinal, "application/pdf", "image/png", "image/jpeg");

    /// <inheritdoc/>
    public string Name => "letters";

    /// <inheritdoc/>
    public IEnumerable<byte[]> Lines(AssemblyStore context, AssemblyId assembly, JournalDigests journal) =>
        context.Letters.AsNoTracking().Where(row => row.Assembly == assembly.ToString()).OrderBy(row => row.Id).AsEnumerable()
            .Where(row => journal.Has(Guid.Parse(row.Id)))
            .Select(row => JsonSerializer.SerializeToUtf8Bytes(new Line(Guid.Parse(row.Id), row.Salt, row.Type, row.Bytes), ArchiveFormat.Json));

    /// <inheritdoc/>
    public void Take(ReadOnlySpan<byte> line, AssemblyId assembly, JournalDigests journal, AssemblyStore? context)
    {
        var (id, salt, type, bytes) = JsonSerializer.Deserialize<Line>(line, ArchiveFormat.Json) ?? throw ArchiveFault.Bad("archive.damaged");
        // A type this release does not serve could be shown by a browser as something it is not.
        if (bytes.Length > LetterBook.Longest || !Types.Contains(type) || !LetterBook.IsTaken(type, bytes) || !journal.Has(id, LetterBook.Sha256(salt, bytes)) || !journal.Take(id))
            throw ArchiveFault.Bad("archive.letter", id.ToString());
        context?.Letters.Add(new() { Assembly = assembly.ToString(), Id = id.ToString(), Salt = salt, Type = type, Bytes = bytes });
    }

    private sealed record Line(Guid Id, byte[] Salt, string Type, byte[] Bytes);
}

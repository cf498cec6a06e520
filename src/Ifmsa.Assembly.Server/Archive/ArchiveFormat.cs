using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ifmsa.Assembly.Server.Archive;

/// <summary>How an assembly is written as one file: a zip of a manifest, the journal's rows, and what is kept beside the journal, each as lines of JSON.</summary>
public static class ArchiveFormat
{
    /// <summary>What the manifest calls the format.</summary>
    public const string Name = "ifmsa-assembly-archive";

    /// <summary>The version this release writes; it reads this one and those before.</summary>
    public const int Version = 1;

    /// <summary>The manifest's place in the zip.</summary>
    public const string Manifest = "manifest.json";

    /// <summary>The journal's place: a line for each row, its payload as the bytes that were hashed.</summary>
    public const string Journal = "journal.jsonl";

    /// <summary>The largest archive in bytes.</summary>
    public const long Longest = 1L << 30;

    /// <summary>The most bytes that all of its entries unpack to.</summary>
    public const long UnpackedAtMost = 4L << 30;

    /// <summary>The longest manifest in bytes.</summary>
    public const int ManifestAtMost = 256 * 1_024;

    /// <summary>The longest line in bytes; a letter of two megabytes is the longest there is.</summary>
    public const int LineAtMost = 4 * 1_024 * 1_024;

    /// <summary>The most facts.</summary>
    public const long FactsAtMost = 5_000_000;

    /// <summary>How lines and manifest are written; unknown members are a fault.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNameCaseInsensitive = false, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, NumberHandling = JsonNumberHandling.Strict, MaxDepth = 8,
    };

    /// <summary>The place of a part kept beside the journal.</summary>
    public static string EntryOf(string part) => $"beside/{part}.jsonl";
}

/// <summary>What an archive holds, and the digests by which a change of any of it is found.</summary>
/// <param name="Format">Always <see cref="ArchiveFormat.Name"/>.</param>
/// <param name="Version">Of the format.</param>
/// <param name="Assembly">The assembly's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Facts">How many facts its journal has.</param>
/// <param name="Head">The last fact's hash, in lower-case hexadecimal.</param>
/// <param name="Entries">All other entries of the zip.</param>
public sealed record ArchiveManifest(string Format, int Version, Guid Assembly, string Name, long Facts, string Head, IReadOnlyList<ArchiveEntry> Entries);

/// <summary>An entry of the zip.</summary>
/// <param name="Name">Its place.</param>
/// <param name="Lines">How many lines it has.</param>
/// <param name="Bytes">Its size, unpacked.</param>
/// <param name="Sha256">SHA-256 of its bytes, in lower-case hexadecimal.</param>
public sealed record ArchiveEntry(string Name, long Lines, long Bytes, string Sha256);

/// <summary>A row of the journal, all its bytes in base 64.</summary>
internal sealed record FactLine(long Sequence, long At, string Kind, byte[] Payload, byte[] Digest, byte[] Previous, byte[] Hash);

/// <summary>Why an archive is not written or not read.</summary>
/// <param name="code">Stable; also the key of its sentence.</param>
/// <param name="judged">Whether the archive was understood, and found bad; else this release cannot tell.</param>
/// <param name="arguments">What fills the sentence.</param>
public sealed class ArchiveFault(string code, bool judged, params object[] arguments) : Exception(code)
{
    /// <summary>Stable, such as <c>archive.altered</c>.</summary>
    public string Code { get; } = code;

    /// <summary>Whether the archive was understood, and found bad.</summary>
    public bool Judged { get; } = judged;

    /// <summary>What fills the sentence.</summary>
    public IReadOnlyList<object> Arguments { get; } = arguments;

    /// <summary>Understood, and found bad.</summary>
    internal static ArchiveFault Bad(string code, params object[] arguments) => new(code, judged: true, arguments);

    /// <summary>Not to be understood by this release, or no archive at all.</summary>
    internal static ArchiveFault Unreadable(string code, params object[] arguments) => new(code, judged: false, arguments);
}

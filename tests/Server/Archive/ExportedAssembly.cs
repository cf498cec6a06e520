using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Archive;
using Ifmsa.Assembly.Server.Journal;
using Ifmsa.Assembly.Server.Tests.Journal;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Archives;

/// <summary>An assembly that was exported, an empty installation to take it to, and ways to tamper with the file between the two.</summary>
public abstract class ExportedAssembly : IAsyncLifetime
{
    internal Disk Other { get; } = new();

    internal WrittenAssembly Written { get; private set; } = null!;

    protected byte[] Whole { get; set; } = [];

    public async ValueTask InitializeAsync()
    {
        Written = await WrittenAssembly.CreateAsync();
        Whole = Written.Export();
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Written.Dispose();
        Other.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Adds a fact that no decision made, under a chain that holds.</summary>
    protected void Forge(Fact fact)
    {
        var last = Written.Disk.Journal.Read(Written.Id, 0).Last();
        var (sequence, at, kind) = (last.Sequence + 1, last.AtMicroseconds, Catalogue.Of(fact).Kind);
        var payload = EntryCodec.Encode(new(sequence, sequence, Chain.Time(at), new(null, null, default, Who.Secretariat), fact));
        var digest = Chain.Digest(payload);
        using var transaction = Written.Disk.Journal.Begin(Written.Id);
        transaction.Append(new(sequence, at, kind, payload, digest, last.Hash, Chain.Hash(last.Hash, sequence, at, kind, digest)));
        transaction.Commit();
    }

    protected async Task<Imported> TakeAsync(byte[] archive)
    {
        using var file = new MemoryStream(archive);
        return await new ArchiveImport(Other.Store, ArchiveParts.All).TakeAsync(file, TestContext.Current.CancellationToken);
    }

    protected async Task RefusedAsync(string code, byte[] archive, bool judged = true)
    {
        var before = Dump(Other);
        var fault = await Assert.ThrowsAsync<ArchiveFault>(() => TakeAsync(archive));
        Assert.Equal((code, judged), (fault.Code, fault.Judged));
        Assert.Equal(before, Dump(Other));
    }

    protected (string, string) Verdict()
    {
        var verdict = Assert.Single(Verification.Judge(Other.Settings.Database, [], Catalogue.Facts.Keys.ToHashSet(StringComparer.Ordinal)));
        return (verdict.Fault is null ? "intact" : "fault", verdict.Assembly);
    }

    internal byte[] Export(Disk disk)
    {
        using var file = new MemoryStream();
        using var context = disk.Store.Context();
        new ArchiveWriter(ArchiveParts.All).Write(context, Written.Id, file, CancellationToken.None);
        return file.ToArray();
    }

    /// <summary>Journal, words and letters of the assembly as they stand in the tables, but the letter nobody used.</summary>
    internal string Dump(Disk disk)
    {
        using var context = disk.Store.Context();
        var id = Written.Id.ToString();
        return string.Join('\n',
            context.Facts.AsNoTracking().Where(row => row.Assembly == id).OrderBy(row => row.Sequence).AsEnumerable().Select(row => $"{row.Sequence} {row.At} {row.Kind} {Convert.ToHexString(row.Payload)} {Convert.ToHexString(row.Hash)}")
            .Concat(context.Matters.AsNoTracking().Where(row => row.Assembly == id).OrderBy(row => row.Id).AsEnumerable().Select(row => $"{row.Id} {Convert.ToHexString(row.Salt)} {row.Text}"))
            .Concat(context.Letters.AsNoTracking().Where(row => row.Assembly == id).OrderBy(row => row.Id).AsEnumerable().Where(row => !Encoding.UTF8.GetString(row.Bytes).Contains("unused", StringComparison.Ordinal)).Select(row => $"{row.Id} {Convert.ToHexString(row.Salt)} {row.Type} {Convert.ToHexString(row.Bytes)}")));
    }

    /// <summary>The archive with an entry changed; the manifest is mended so that its own digests hold.</summary>
    protected byte[] With(string name, Func<string, string> change, bool mend = true)
    {
        var changed = "";
        var manifest = new JsonObject();
        using (var zip = new ZipArchive(new MemoryStream(Whole)))
            (changed, manifest) = (change(Read(zip, name)), JsonNode.Parse(Read(zip, "manifest.json"))!.AsObject());
        var bytes = Encoding.UTF8.GetBytes(changed);
        if (mend)
        {
            var entry = manifest["entries"]!.AsArray().First(each => (string?)each!["name"] == name)!;
            (entry["bytes"], entry["lines"], entry["sha256"]) = (bytes.Length, changed.Count(letter => letter == '\n'), Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
        return Rewritten(zip =>
        {
            zip.GetEntry(name)!.Delete();
            Write(zip, name, changed);
            zip.GetEntry("manifest.json")!.Delete();
            Write(zip, "manifest.json", manifest.ToJsonString());
        });
    }

    protected byte[] WithManifest(Action<JsonNode> change) => Rewritten(zip =>
    {
        var manifest = JsonNode.Parse(Read(zip, "manifest.json"))!;
        change(manifest);
        zip.GetEntry("manifest.json")!.Delete();
        Write(zip, "manifest.json", manifest.ToJsonString());
    });

    protected byte[] Rewritten(Action<ZipArchive> change)
    {
        using var file = new MemoryStream();
        file.Write(Whole);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
            change(zip);
        return file.ToArray();
    }

    protected static string Payload(string text, int sequence, Func<string, string> change)
    {
        var lines = text.Split('\n');
        var line = JsonNode.Parse(lines[sequence - 1])!;
        line["payload"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(Convert.FromBase64String((string)line["payload"]!)))));
        lines[sequence - 1] = line.ToJsonString();
        return string.Join('\n', lines);
    }

    protected static string Read(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    protected static void Write(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }
}

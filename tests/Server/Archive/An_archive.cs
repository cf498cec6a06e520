using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Ifmsa.Assembly.Core.Agenda;
using Ifmsa.Assembly.Core.Certificates;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Archive;
using Ifmsa.Assembly.Server.Journal;
using Ifmsa.Assembly.Server.Tests.Journal;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Archives;

public sealed class An_archive : IAsyncLifetime
{
    private readonly Disk _other = new();
    private WrittenAssembly _written = null!;
    private byte[] _archive = [];

    public async ValueTask InitializeAsync()
    {
        _written = await WrittenAssembly.CreateAsync();
        _archive = _written.Export();
    }

    public ValueTask DisposeAsync()
    {
        _written.Dispose();
        _other.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task brings_journal_words_and_letters_to_another_installation_byte_for_byte()
    {
        var imported = await TakeAsync(_archive);
        Assert.True(imported.New);
        Assert.Equal(Dump(_written.Disk), Dump(_other));
        Assert.Equal(("intact", _written.Id.ToString()), Verdict());
        Assert.Equal(_archive, Export(_other));
    }

    [Fact]
    public void is_the_same_file_as_long_as_nothing_happens() => Assert.Equal(_archive, _written.Export());

    [Fact]
    public void holds_no_way_in()
    {
        _written.Disk.Run($"INSERT INTO codes (scanned, assembly, participant, typed, expires) VALUES (x'736563726574', '{_written.Id}', '{_written.Named}', x'7479706564', 1)");
        _written.Disk.Run($"INSERT INTO sessions (token, device, assembly, created, expires) VALUES (x'746f6b656e', '{Guid.NewGuid()}', '{_written.Id}', 1, 1)");
        Assert.Equal(_archive, _written.Export());
        using var zip = new ZipArchive(new MemoryStream(_archive));
        Assert.Equal(["beside/letters.jsonl", "beside/signatures.jsonl", "beside/words.jsonl", "journal.jsonl", "manifest.json"], zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("unused", Encoding.UTF8.GetString(Convert.FromBase64String((string)JsonNode.Parse(Read(zip, "beside/letters.jsonl"))!["bytes"]!)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_taken_once_and_again_changes_nothing()
    {
        await TakeAsync(_archive);
        Assert.False((await TakeAsync(_archive)).New);
        Assert.Equal(Dump(_written.Disk), Dump(_other));
    }

    [Fact]
    public async Task is_not_taken_over_another_journal_of_its_id()
    {
        await TakeAsync(_archive);
        await _written.DoAsync(new NameParticipant(_written.Named, new(Guid.NewGuid()), "Another"));
        await RefusedAsync("archive.exists", _written.Export());
    }

    [Fact]
    public async Task is_refused_where_a_payload_was_changed()
    {
        await RefusedAsync("archive.chain", With("journal.jsonl", text => Payload(text, 2, payload => payload.Replace("Une", "Uno", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task is_refused_where_a_part_is_not_what_its_digest_was_made_of()
    {
        // Longer, and of the same length with every line good by itself.
        await RefusedAsync("archive.altered", With("beside/words.jsonl", text => text.Replace("\",\"salt", "\" ,\"salt", StringComparison.Ordinal), mend: false));
        await RefusedAsync("archive.altered", With("beside/words.jsonl", text => string.Join('\n', text.TrimEnd('\n').Split('\n').Reverse()) + "\n", mend: false));
    }

    [Fact]
    public async Task is_refused_where_a_name_was_changed_and_the_manifest_too() =>
        await RefusedAsync("archive.words", With("beside/words.jsonl", text => text.Replace("Zofia", "Sofia", StringComparison.Ordinal)));

    [Fact]
    public async Task is_refused_where_words_are_missing_or_given_twice()
    {
        await RefusedAsync("archive.words", With("beside/words.jsonl", text => text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..]));
        await RefusedAsync("archive.words", With("beside/words.jsonl", text => text + text));
        await RefusedAsync("archive.letter", With("beside/letters.jsonl", text => text + text));
    }

    [Fact]
    public async Task is_refused_where_a_part_is_missing()
    {
        await RefusedAsync("archive.entries", Rewritten(zip =>
        {
            var manifest = JsonNode.Parse(Read(zip, "manifest.json"))!;
            var entries = manifest["entries"]!.AsArray();
            entries.Remove(entries.First(each => (string?)each!["name"] == "beside/words.jsonl"));
            zip.GetEntry("beside/words.jsonl")!.Delete();
            zip.GetEntry("manifest.json")!.Delete();
            Write(zip, "manifest.json", manifest.ToJsonString());
        }));
    }

    [Fact]
    public async Task is_refused_where_words_that_were_erased_are_back()
    {
        await _written.DoAsync(new ErasePerson(_written.Named));
        var words = "";
        using (var zip = new ZipArchive(new MemoryStream(_archive)))
            words = Read(zip, "beside/words.jsonl");
        _archive = _written.Export();
        await RefusedAsync("archive.words", With("beside/words.jsonl", _ => words));
    }

    [Fact]
    public async Task with_nothing_where_something_must_be_is_refused()
    {
        await RefusedAsync("archive.damaged", With("beside/words.jsonl", text => text + "null\n"));
        await RefusedAsync("archive.damaged", With("beside/letters.jsonl", text => text + "null\n"));
        await RefusedAsync("archive.damaged", With("journal.jsonl", text => text + "null\n"));
        await RefusedAsync("archive.damaged", WithManifest(manifest => manifest["entries"]!.AsArray().Add((JsonNode?)null)));
        await RefusedAsync("archive.damaged", Rewritten(zip =>
        {
            zip.GetEntry("manifest.json")!.Delete();
            Write(zip, "manifest.json", "null");
        }));
    }

    [Fact]
    public async Task is_refused_where_a_letter_was_exchanged() => await RefusedAsync("archive.letter", With("beside/letters.jsonl", text =>
        text.Replace(Convert.ToBase64String("%PDF-1.7 signed"u8), Convert.ToBase64String("%PDF-1.7 forged"u8), StringComparison.Ordinal)));

    [Fact]
    public async Task is_refused_where_the_last_fact_was_cut() =>
        await RefusedAsync("archive.head", With("journal.jsonl", text => text[..(text.TrimEnd('\n').LastIndexOf('\n') + 1)]));

    [Fact]
    public async Task is_refused_where_a_fact_in_the_middle_is_missing() =>
        await RefusedAsync("archive.chain", With("journal.jsonl", text => string.Concat(text.Split('\n').Where((_, place) => place != 1).Select(line => line + "\n")).TrimEnd('\n') + "\n"));

    [Fact]
    public async Task is_refused_where_the_manifest_names_another_assembly() =>
        await RefusedAsync("archive.chain", WithManifest(manifest => manifest["assembly"] = Guid.NewGuid().ToString()));

    [Fact]
    public async Task of_another_format_or_a_later_version_is_not_judged()
    {
        await RefusedAsync("archive.no-manifest", WithManifest(manifest => manifest["format"] = "something"), judged: false);
        await RefusedAsync("archive.newer", WithManifest(manifest => manifest["version"] = 2), judged: false);
        await RefusedAsync("archive.damaged", WithManifest(manifest => manifest["more"] = true));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("beside/../manifest.json")]
    [InlineData("beside/sessions.jsonl")]
    public async Task with_an_entry_that_is_none_of_ours_is_refused(string name)
    {
        await RefusedAsync("archive.entries", Rewritten(zip => Write(zip, name, "x\n")));
        await RefusedAsync("archive.unknown-part", WithManifest(manifest => manifest["entries"]!.AsArray().Add(new JsonObject { ["name"] = name, ["lines"] = 1, ["bytes"] = 2, ["sha256"] = "" })), judged: false);
    }

    [Fact]
    public async Task with_an_entry_twice_is_refused() => await RefusedAsync("archive.damaged", Rewritten(zip => Write(zip, "journal.jsonl", "{}\n")));

    [Fact]
    public async Task that_unpacks_to_more_than_it_says_is_refused_before_it_has()
    {
        var bomb = With("beside/words.jsonl", _ => new string(' ', 64 << 20), mend: false);
        Assert.True(bomb.Length < 1 << 20);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await RefusedAsync("archive.altered", bomb);
        Assert.True(GC.GetTotalAllocatedBytes(precise: true) - before < 32 << 20);
    }

    [Fact]
    public async Task with_a_line_without_an_end_is_refused() =>
        await RefusedAsync("archive.altered", With("beside/words.jsonl", _ => new string(' ', ArchiveFormat.LineAtMost + (1 << 20))));

    [Fact]
    public async Task whose_facts_no_assembly_could_have_is_refused()
    {
        Forge(new PersonErased(new(Guid.NewGuid())));
        await RefusedAsync("archive.fact", _written.Export());
    }

    [Fact]
    public async Task whose_agenda_has_no_bottom_is_refused()
    {
        var item = new ItemId(Guid.NewGuid());
        Forge(new ItemAdded(item, "Itself", item, Plenary: null));
        await RefusedAsync("archive.fact", _written.Export());
    }

    [Fact]
    public async Task whose_agenda_is_deeper_than_any_is_refused()
    {
        var items = Enumerable.Range(0, AddItem.DepthAtMost + 1).Select(_ => new ItemId(Guid.NewGuid())).ToList();
        for (var depth = 0; depth < items.Count; depth++)
        {
            Forge(new ItemAdded(items[depth], "Below", depth == 0 ? null : items[depth - 1], Plenary: null));
            if (depth == AddItem.DepthAtMost - 1)
                Assert.True((await TakeAsync(_written.Export())).New);
        }
        _other.Run("DELETE FROM facts; DELETE FROM matters; DELETE FROM letters");
        await RefusedAsync("archive.fact", _written.Export());
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a zip at all, but somewhat longer than the end of one is")]
    public async Task that_is_no_zip_is_not_judged(string text) => await RefusedAsync("archive.no-zip", Encoding.UTF8.GetBytes(text), judged: false);

    [Fact]
    public async Task cut_anywhere_is_refused()
    {
        for (var length = 0; length < _archive.Length; length += 97)
            Assert.NotNull((await Record.ExceptionAsync(() => TakeAsync(_archive[..length]))) as ArchiveFault);
        Assert.Equal("", Dump(_other));
    }

    [Fact]
    public async Task changed_in_any_byte_is_refused_or_the_same()
    {
        for (var place = 0; place < _archive.Length; place += 61)
        {
            var changed = (byte[])_archive.Clone();
            changed[place] ^= 0x20;
            if (await Record.ExceptionAsync(() => TakeAsync(changed)) is { } fault)
                Assert.IsType<ArchiveFault>(fault);
            else
                Assert.Equal(Dump(_written.Disk), Dump(_other));
        }
    }

    [Fact]
    public async Task no_longer_holds_words_that_were_erased()
    {
        await _written.DoAsync(new ErasePerson(_written.Named));
        var archive = _written.Export();
        using var zip = new ZipArchive(new MemoryStream(archive));
        Assert.DoesNotContain("Zofia", Read(zip, "beside/words.jsonl"), StringComparison.Ordinal);
        Assert.Contains("王小明", Read(zip, "beside/words.jsonl"), StringComparison.Ordinal);
        Assert.True((await TakeAsync(archive)).New);
        Assert.Equal(Dump(_written.Disk), Dump(_other));
    }

    [Fact]
    public async Task holds_the_signatures_of_certificates_and_none_of_the_erased()
    {
        const string kept = "7K3M9QXZ2ABCDEFG", erased = "7K3M9QXZ2ABCDEFH";
        await _written.DoAsync(new ErasePerson(_written.Named));
        Forge(new CertificatesIssued(new(Guid.NewGuid()), "https://vote.example.org", "key", DateTimeOffset.UnixEpoch,
            [new(kept, new(_written.Officer, "office"), new(Guid.NewGuid())), new(erased, new(_written.Named, "office"), new(Guid.NewGuid()))]));
        foreach (var number in new[] { kept, erased, "7K3M9QXZ2ABCDEFJ" })
            _written.Disk.Run($"INSERT INTO certificate_signatures (assembly, number, signature) VALUES ('{_written.Id}', '{number}', zeroblob(64))");
        _archive = _written.Export();
        using var zip = new ZipArchive(new MemoryStream(_archive));
        Assert.Equal(kept, (string)JsonNode.Parse(Read(zip, "beside/signatures.jsonl"))!["number"]!);
        await RefusedAsync("archive.signature", With("beside/signatures.jsonl", text => text.Replace("AAAA", "", StringComparison.Ordinal)));
        await Assert.ThrowsAsync<ArchiveFault>(() => TakeAsync(With("beside/signatures.jsonl", text => text.Replace(kept, erased, StringComparison.Ordinal))));
        Assert.True((await TakeAsync(_archive)).New);
        await using var context = _other.Store.Context();
        Assert.Equal(kept, (await context.Signatures.SingleAsync(TestContext.Current.CancellationToken)).Number);
    }

    [Fact]
    public async Task is_all_that_is_left_of_words_once_they_are_erased_and_the_log_is_emptied()
    {
        await _written.DoAsync(new ErasePerson(_written.Named));
        Assert.True(OnDisk("Zofia"));
        Assert.True(await _written.Disk.Store.EmptyLogAsync(TestContext.Current.CancellationToken));
        Assert.False(OnDisk("Zofia"));
        Assert.True(OnDisk("王小明"));
    }

    private bool OnDisk(string word) => Directory.EnumerateFiles(_written.Disk.Settings.Folder, "assembly.db*").Any(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0;
    });

    /// <summary>Adds a fact that no decision made, under a chain that holds.</summary>
    private void Forge(Fact fact)
    {
        var last = _written.Disk.Journal.Read(_written.Id, 0).Last();
        var (sequence, at, kind) = (last.Sequence + 1, last.AtMicroseconds, Catalogue.Of(fact).Kind);
        var payload = EntryCodec.Encode(new(sequence, sequence, Chain.Time(at), new(null, null, default, Who.Secretariat), fact));
        var digest = Chain.Digest(payload);
        using var transaction = _written.Disk.Journal.Begin(_written.Id);
        transaction.Append(new(sequence, at, kind, payload, digest, last.Hash, Chain.Hash(last.Hash, sequence, at, kind, digest)));
        transaction.Commit();
    }

    private async Task<Imported> TakeAsync(byte[] archive)
    {
        using var file = new MemoryStream(archive);
        return await new ArchiveImport(_other.Store, ArchiveParts.All).TakeAsync(file, TestContext.Current.CancellationToken);
    }

    private async Task RefusedAsync(string code, byte[] archive, bool judged = true)
    {
        var before = Dump(_other);
        var fault = await Assert.ThrowsAsync<ArchiveFault>(() => TakeAsync(archive));
        Assert.Equal((code, judged), (fault.Code, fault.Judged));
        Assert.Equal(before, Dump(_other));
    }

    private (string, string) Verdict()
    {
        var verdict = Assert.Single(Verification.Judge(_other.Settings.Database, [], Catalogue.Facts.Keys.ToHashSet(StringComparer.Ordinal)));
        return (verdict.Fault is null ? "intact" : "fault", verdict.Assembly);
    }

    private byte[] Export(Disk disk)
    {
        using var file = new MemoryStream();
        using var context = disk.Store.Context();
        new ArchiveWriter(ArchiveParts.All).Write(context, _written.Id, file, CancellationToken.None);
        return file.ToArray();
    }

    /// <summary>Journal, words and letters of the assembly as they stand in the tables, but the letter nobody used.</summary>
    private string Dump(Disk disk)
    {
        using var context = disk.Store.Context();
        var id = _written.Id.ToString();
        return string.Join('\n',
            context.Facts.AsNoTracking().Where(row => row.Assembly == id).OrderBy(row => row.Sequence).AsEnumerable().Select(row => $"{row.Sequence} {row.At} {row.Kind} {Convert.ToHexString(row.Payload)} {Convert.ToHexString(row.Hash)}")
            .Concat(context.Matters.AsNoTracking().Where(row => row.Assembly == id).OrderBy(row => row.Id).AsEnumerable().Select(row => $"{row.Id} {Convert.ToHexString(row.Salt)} {row.Text}"))
            .Concat(context.Letters.AsNoTracking().Where(row => row.Assembly == id).OrderBy(row => row.Id).AsEnumerable().Where(row => !Encoding.UTF8.GetString(row.Bytes).Contains("unused", StringComparison.Ordinal)).Select(row => $"{row.Id} {Convert.ToHexString(row.Salt)} {row.Type} {Convert.ToHexString(row.Bytes)}")));
    }

    /// <summary>The archive with an entry changed; the manifest is mended so that its own digests hold.</summary>
    private byte[] With(string name, Func<string, string> change, bool mend = true)
    {
        var changed = "";
        var manifest = new JsonObject();
        using (var zip = new ZipArchive(new MemoryStream(_archive)))
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

    private byte[] WithManifest(Action<JsonNode> change) => Rewritten(zip =>
    {
        var manifest = JsonNode.Parse(Read(zip, "manifest.json"))!;
        change(manifest);
        zip.GetEntry("manifest.json")!.Delete();
        Write(zip, "manifest.json", manifest.ToJsonString());
    });

    private byte[] Rewritten(Action<ZipArchive> change)
    {
        using var file = new MemoryStream();
        file.Write(_archive);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
            change(zip);
        return file.ToArray();
    }

    private static string Payload(string text, int sequence, Func<string, string> change)
    {
        var lines = text.Split('\n');
        var line = JsonNode.Parse(lines[sequence - 1])!;
        line["payload"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(Convert.FromBase64String((string)line["payload"]!)))));
        lines[sequence - 1] = line.ToJsonString();
        return string.Join('\n', lines);
    }

    private static string Read(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    private static void Write(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }
}

using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Ifmsa.Assembly.Core.Agenda;
using Ifmsa.Assembly.Core.Certificates;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Archive;
using Ifmsa.Assembly.Server.Tests.Journal;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Archives;

public sealed class A_tampered_archive : ExportedAssembly
{
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
        await Written.DoAsync(new ErasePerson(Written.Named));
        var words = "";
        using (var zip = new ZipArchive(new MemoryStream(Whole)))
            words = Read(zip, "beside/words.jsonl");
        Whole = Written.Export();
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
        await RefusedAsync("archive.fact", Written.Export());
    }

    [Fact]
    public async Task whose_agenda_has_no_bottom_is_refused()
    {
        var item = new ItemId(Guid.NewGuid());
        Forge(new ItemAdded(item, "Itself", item, Plenary: null));
        await RefusedAsync("archive.fact", Written.Export());
    }

    [Fact]
    public async Task whose_agenda_is_deeper_than_any_is_refused()
    {
        var items = Enumerable.Range(0, AddItem.DepthAtMost + 1).Select(_ => new ItemId(Guid.NewGuid())).ToList();
        for (var depth = 0; depth < items.Count; depth++)
        {
            Forge(new ItemAdded(items[depth], "Below", depth == 0 ? null : items[depth - 1], Plenary: null));
            if (depth == AddItem.DepthAtMost - 1)
                Assert.True((await TakeAsync(Written.Export())).New);
        }
        Other.Run("DELETE FROM facts; DELETE FROM matters; DELETE FROM letters");
        await RefusedAsync("archive.fact", Written.Export());
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a zip at all, but somewhat longer than the end of one is")]
    public async Task that_is_no_zip_is_not_judged(string text) => await RefusedAsync("archive.no-zip", Encoding.UTF8.GetBytes(text), judged: false);

    [Fact]
    public async Task cut_anywhere_is_refused()
    {
        for (var length = 0; length < Whole.Length; length += 97)
            Assert.NotNull((await Record.ExceptionAsync(() => TakeAsync(Whole[..length]))) as ArchiveFault);
        Assert.Equal("", Dump(Other));
    }

    [Fact]
    public async Task changed_in_any_byte_is_refused_or_the_same()
    {
        for (var place = 0; place < Whole.Length; place += 61)
        {
            var changed = (byte[])Whole.Clone();
            changed[place] ^= 0x20;
            if (await Record.ExceptionAsync(() => TakeAsync(changed)) is { } fault)
                Assert.IsType<ArchiveFault>(fault);
            else
                Assert.Equal(Dump(Written.Disk), Dump(Other));
        }
    }

    [Fact]
    public async Task is_refused_where_a_signature_is_given_twice_or_not_at_all()
    {
        const string number = "7K3M9QXZ2ABCDEFG";
        Forge(new CertificatesIssued(new(Guid.NewGuid()), "https://vote.example.org", "key", DateTimeOffset.UnixEpoch, [new(number, new(Written.Officer, "office"), new(Guid.NewGuid()))]));
        Written.Disk.Run($"INSERT INTO certificate_signatures (assembly, number, signature) VALUES ('{Written.Id}', '{number}', zeroblob(64))");
        Whole = Written.Export();
        await RefusedAsync("archive.signature", With("beside/signatures.jsonl", text => text + text));
        await RefusedAsync("archive.damaged", With("beside/signatures.jsonl", text => text + "null\n"));
        await RefusedAsync("archive.damaged", With("beside/signatures.jsonl", _ => "{}\n"));
        await RefusedAsync("archive.damaged", With("beside/signatures.jsonl", _ => "{\"number\":null,\"signature\":null}\n"));
    }
}

using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Ifmsa.Assembly.Core.Certificates;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Archive;
using Ifmsa.Assembly.Server.Tests.Journal;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Archives;

public sealed class An_archive : ExportedAssembly
{
    [Fact]
    public async Task brings_journal_words_and_letters_to_another_installation_byte_for_byte()
    {
        var imported = await TakeAsync(Whole);
        Assert.True(imported.New);
        Assert.Equal(Dump(Written.Disk), Dump(Other));
        Assert.Equal(("intact", Written.Id.ToString()), Verdict());
        Assert.Equal(Whole, Export(Other));
    }

    [Fact]
    public void is_the_same_file_as_long_as_nothing_happens() => Assert.Equal(Whole, Written.Export());

    [Fact]
    public void holds_no_way_in()
    {
        Written.Disk.Run($"INSERT INTO codes (scanned, assembly, participant, typed, expires) VALUES (x'736563726574', '{Written.Id}', '{Written.Named}', x'7479706564', 1)");
        Written.Disk.Run($"INSERT INTO sessions (token, device, assembly, created, expires) VALUES (x'746f6b656e', '{Guid.NewGuid()}', '{Written.Id}', 1, 1)");
        Assert.Equal(Whole, Written.Export());
        using var zip = new ZipArchive(new MemoryStream(Whole));
        Assert.Equal(["beside/letters.jsonl", "beside/signatures.jsonl", "beside/words.jsonl", "journal.jsonl", "manifest.json"], zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("unused", Encoding.UTF8.GetString(Convert.FromBase64String((string)JsonNode.Parse(Read(zip, "beside/letters.jsonl"))!["bytes"]!)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_taken_once_and_again_changes_nothing()
    {
        await TakeAsync(Whole);
        Assert.False((await TakeAsync(Whole)).New);
        Assert.Equal(Dump(Written.Disk), Dump(Other));
    }

    [Fact]
    public async Task is_not_taken_over_another_journal_of_its_id()
    {
        await TakeAsync(Whole);
        await Written.DoAsync(new NameParticipant(Written.Named, new(Guid.NewGuid()), "Another"));
        await RefusedAsync("archive.exists", Written.Export());
    }

    [Fact]
    public async Task no_longer_holds_words_that_were_erased()
    {
        await Written.DoAsync(new ErasePerson(Written.Named));
        var archive = Written.Export();
        using var zip = new ZipArchive(new MemoryStream(archive));
        Assert.DoesNotContain("Zofia", Read(zip, "beside/words.jsonl"), StringComparison.Ordinal);
        Assert.Contains("王小明", Read(zip, "beside/words.jsonl"), StringComparison.Ordinal);
        Assert.True((await TakeAsync(archive)).New);
        Assert.Equal(Dump(Written.Disk), Dump(Other));
    }

    [Fact]
    public async Task holds_the_signatures_of_certificates_and_none_of_the_erased()
    {
        const string kept = "7K3M9QXZ2ABCDEFG", erased = "7K3M9QXZ2ABCDEFH";
        await Written.DoAsync(new ErasePerson(Written.Named));
        Forge(new CertificatesIssued(new(Guid.NewGuid()), "https://vote.example.org", "key", DateTimeOffset.UnixEpoch,
            [new(kept, new(Written.Officer, "office"), new(Guid.NewGuid())), new(erased, new(Written.Named, "office"), new(Guid.NewGuid()))]));
        foreach (var number in new[] { kept, erased, "7K3M9QXZ2ABCDEFJ" })
            Written.Disk.Run($"INSERT INTO certificate_signatures (assembly, number, signature) VALUES ('{Written.Id}', '{number}', zeroblob(64))");
        Whole = Written.Export();
        using var zip = new ZipArchive(new MemoryStream(Whole));
        Assert.Equal(kept, (string)JsonNode.Parse(Read(zip, "beside/signatures.jsonl"))!["number"]!);
        await RefusedAsync("archive.signature", With("beside/signatures.jsonl", text => text.Replace("AAAA", "", StringComparison.Ordinal)));
        await Assert.ThrowsAsync<ArchiveFault>(() => TakeAsync(With("beside/signatures.jsonl", text => text.Replace(kept, erased, StringComparison.Ordinal))));
        Assert.True((await TakeAsync(Whole)).New);
        await using var context = Other.Store.Context();
        Assert.Equal(kept, (await context.Signatures.SingleAsync(TestContext.Current.CancellationToken)).Number);
    }

    [Fact]
    public async Task is_all_that_is_left_of_words_once_they_are_erased_and_the_log_is_emptied()
    {
        await Written.DoAsync(new ErasePerson(Written.Named));
        Assert.True(OnDisk("Zofia"));
        Assert.True(await Written.Disk.Store.EmptyLogAsync(TestContext.Current.CancellationToken));
        Assert.False(OnDisk("Zofia"));
        Assert.True(OnDisk("王小明"));
    }

    private bool OnDisk(string word) => Directory.EnumerateFiles(Written.Disk.Settings.Folder, "assembly.db*").Any(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0;
    });
}

using System.Buffers.Text;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ifmsa.Assembly.Core.Certificates;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Certificates;
using Ifmsa.Assembly.Server.Documents;
using Ifmsa.Assembly.Server.Hosting;
using Ifmsa.Assembly.Server.Tests.Documents;
using Ifmsa.Assembly.Server.Tests.Hosting;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.Certificates;

public sealed class A_certificates_text : IDisposable
{
    private static readonly Charter Charter = new("August Meeting – الجمعية العامة", new(2026, 8, 1), new(2026, 8, 7), "Hall", "Europe/Copenhagen", ["en"]);
    private readonly string _folder = Directory.CreateTempSubdirectory("certificates").FullName;
    private readonly CertificateKey _key;
    private readonly CertificateText _text;

    public A_certificates_text()
    {
        _key = new(new DataSettings { Folder = Path.Combine(_folder, "data") });
        var issued = new IssuedCertificate("7K3M9QXZ2ABCDEFG", new(new(Guid.NewGuid()), "attendance", Attended: 5, Of: 6), new(Guid.NewGuid()));
        var content = CertificateText.ContentOf(issued, "Nəzrin Əliyeva 王小明", Charter, new(2026, 8, 7));
        _text = new(_key.Id, content, _key.Sign(CertificateText.Signed(content)));
    }

    private string Whole => _text.At("https://vote.example.org");

    public void Dispose()
    {
        _key.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void says_what_stands_on_the_paper_and_no_more()
    {
        var read = CertificateText.Read(Whole)!;
        Assert.Equal(["7K3M9QXZ2ABCDEFG", "attendance", "", "5/6", "Nəzrin Əliyeva 王小明", Charter.Name, "2026-08-01/2026-08-07", "2026-08-07"], read.Words!);
        Assert.True(read.IsSignedWith(_key.Spki));
        Assert.DoesNotContain("zrin", _text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void cannot_hold_a_line_that_was_not_its_own()
    {
        var issued = new IssuedCertificate("7K3M9QXZ2ABCDEFG", new(new(Guid.NewGuid()), "office", "chair\npresident"), new(Guid.NewGuid()));
        Assert.Equal(8, new CertificateText("", CertificateText.ContentOf(issued, "A\r\nB\u0085C", Charter, default), []).Words!.Length);
    }

    [Fact]
    public void is_bad_where_any_bit_of_it_is_another()
    {
        for (var bit = 0; bit < _text.Content.Length * 8; bit++)
            Assert.False((_text with { Content = Flipped(_text.Content, bit) }).IsSignedWith(_key.Spki));
        for (var bit = 0; bit < 512; bit++)
            Assert.False((_text with { Signature = Flipped(_text.Signature, bit) }).IsSignedWith(_key.Spki));
    }

    [Fact]
    public void is_bad_under_anothers_key_and_where_it_was_signed_for_another_purpose()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.False(_text.IsSignedWith(Convert.ToBase64String(other.ExportSubjectPublicKeyInfo())));
        Assert.False((_text with { Signature = _key.Sign(_text.Content) }).IsSignedWith(_key.Spki));
        using var wide = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Assert.False(_text.IsSignedWith(Convert.ToBase64String(wide.ExportSubjectPublicKeyInfo())));
        Assert.False(_text.IsSignedWith("not a key"));
    }

    [Fact]
    public void is_read_only_under_the_number_that_is_signed()
    {
        Assert.Null(CertificateText.Read(Whole.Replace("/7K3M9QXZ2ABCDEFG#", "/7K3M9QXZ2ABCDEFH#", StringComparison.Ordinal)));
        foreach (var text in new[] { "", "#", "https://a/certificates/7K3M9QXZ2ABCDEFG", Whole.Replace("#v1.", "#v2.", StringComparison.Ordinal), Whole + ".x", Whole[..^1], Whole.Replace('.', ' '), new string('#', 100_000), "x#v1.a.b.c" })
            Assert.Null(CertificateText.Read(text));
    }

    [Fact]
    public async Task is_read_from_the_paper_as_it_was_signed()
    {
        await using var press = await RunningPress.StartAsync();
        var words = await PaperWords.ReadAsync(new PressSettings(), "en", RunningPress.Cancellation);
        var pdf = await press.PdfAsync(Template.Certificate, new CertificatePaper
        {
            Language = words.Language, Words = words.Texts, Dated = new(2026, 8, 7, 12, 0, 0, TimeSpan.FromHours(2)), Assembly = Charter.Name, Dates = "1–7 August 2026", Venue = "Hall",
            Checked = "vote.example.org/certificates", Issued = "7 August 2026", Certificates = [new("Certificate of attendance", "Nəzrin Əliyeva 王小明", "has attended.", "7K3M9QXZ2ABCDEFG", QrCode.OfMany(Whole))],
        });
        Assert.Equal(Whole, await RunningPress.CodeOfAsync(pdf));
    }

    [Fact]
    public void is_signed_with_a_key_that_its_owner_alone_may_read_and_that_stays()
    {
        var file = _key.File;
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        using var again = new CertificateKey(new DataSettings { Folder = Path.Combine(_folder, "data") });
        Assert.Equal(_key.Spki, again.Spki);
        File.WriteAllText(file, "rubbish");
        using var spoilt = new CertificateKey(new DataSettings { Folder = Path.Combine(_folder, "data") });
        Assert.Throws<CertificateKeyException>(() => spoilt.Id);
    }

    [Fact]
    public void is_signed_with_no_key_of_another_kind()
    {
        using var p256 = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var wide = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        foreach (var pem in new[] { wide.ExportPkcs8PrivateKeyPem(), p256.ExportSubjectPublicKeyInfoPem() })
        {
            File.WriteAllText(_key.File, pem);
            using var other = new CertificateKey(new DataSettings { Folder = Path.Combine(_folder, "data") });
            Assert.Contains(_key.File, Assert.Throws<CertificateKeyException>(() => other.Id).Message, StringComparison.Ordinal);
        }
        File.WriteAllText(_key.File, p256.ExportPkcs8PrivateKeyPem());
        using var good = new CertificateKey(new DataSettings { Folder = Path.Combine(_folder, "data") });
        Assert.Equal(Convert.ToBase64String(p256.ExportSubjectPublicKeyInfo()), good.Spki);
    }

    [Fact]
    public async Task is_judged_by_the_command_with_the_public_key_alone()
    {
        var keys = await KeysFileAsync();
        var bad = (_text with { Content = Flipped(_text.Content, 8 * 40) }).At("https://vote.example.org");
        var written = Path.Combine(_folder, "text.txt");
        await File.WriteAllTextAsync(written, Whole + "\n");
        foreach (var given in new[] { Whole, written })
        {
            var (code, output, _) = await Commands.Program.RunAsync(_folder, "verify-certificate", given, "--key", keys);
            Assert.Equal(0, code);
            Assert.Equal(["good\t7K3M9QXZ2ABCDEFG", "kind\tattendance", "attended\t5/6", "name\tNəzrin Əliyeva 王小明", $"assembly\t{Charter.Name}", "dates\t2026-08-01/2026-08-07", "issued\t2026-08-07", "revocation\tunknown"], output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r')));
        }
        Assert.Equal(1, (await Commands.Program.RunAsync(_folder, "verify-certificate", bad, "--key", keys)).Code);
        Assert.Equal(0, (await Commands.Program.RunAsync(_folder, "verify-certificate", Whole, $"--Data:Folder={Path.Combine(_folder, "data")}")).Code);
        var elsewhere = Directory.CreateDirectory(Path.Combine(_folder, "elsewhere")).FullName;
        Assert.Equal(2, (await Commands.Program.RunAsync(elsewhere, "verify-certificate", Whole)).Code);
        Assert.Equal(2, (await Commands.Program.RunAsync(_folder, "verify-certificate", "hello", "--key", keys)).Code);
        Assert.Equal(2, (await Commands.Program.RunAsync(_folder, "verify-certificate", Whole, "--key", written)).Code);
        var foreign = Path.Combine(_folder, "foreign.pem");
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await File.WriteAllTextAsync(foreign, other.ExportSubjectPublicKeyInfoPem());
        Assert.Equal(2, (await Commands.Program.RunAsync(_folder, "verify-certificate", Whole, "--key", foreign)).Code);
    }

    [Fact]
    public async Task is_judged_by_the_page_in_a_browser_as_here()
    {
        var keys = await File.ReadAllTextAsync(await KeysFileAsync());
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var foreign = Convert.ToBase64String(other.ExportSubjectPublicKeyInfo());
        // Somebody else's key under our key's id.
        var forged = keys.Replace(_key.Spki, foreign, StringComparison.Ordinal);
        var tampered = (_text with { Content = Flipped(_text.Content, 8 * 40) }).At("https://vote.example.org");
        var asked = new[] { (Whole, keys), (tampered, keys), (Whole, forged), (Whole, "{\"keys\":[]}"), ("hello", keys), (Whole, "{"), (Whole.Replace("G#", "H#", StringComparison.Ordinal), keys) };
        var script = Path.Combine(_folder, "check.mjs");
        await File.WriteAllTextAsync(script, await File.ReadAllTextAsync(MemoryAssemblies.Root("src/web/public/certificates.js"))
            + $"\nconst asked = {JsonSerializer.Serialize(asked.Select(each => new[] { each.Item1, each.Item2 }))};\nfor (const [text, keys] of asked) {{ const r = await checkCertificate(text, keys); console.log(r.verdict, r.words?.name ?? ''); }}\n");
        using var node = Process.Start(new ProcessStartInfo("node", [script]) { RedirectStandardOutput = true, UseShellExecute = false, StandardOutputEncoding = Encoding.UTF8 })!;
        var said = (await node.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim());
        Assert.Equal(["good Nəzrin Əliyeva 王小明", "bad", "unknown-key", "unknown-key", "unreadable", "unreadable", "unreadable"], said);
    }

    [Theory]
    [InlineData("7k3m-9qxz-2abc-defg", "7K3M9QXZ2ABCDEFG")]
    [InlineData("7K3M 9QXZ OIL0 DEFG", "7K3M9QXZ0110DEFG")]
    [InlineData("7K3M9QXZ2ABCDEFU", null)]
    [InlineData("7K3M9QXZ2ABCDEF", null)]
    [InlineData("../../../../etc/p", null)]
    public void has_a_number_that_is_read_as_people_type_it(string typed, string? number) => Assert.Equal(number, CertificateNumbers.Read(typed));

    private async Task<string> KeysFileAsync()
    {
        var file = Path.Combine(_folder, "keys.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new { keys = new[] { new { key = _key.Id, spki = _key.Spki } } }, new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        return file;
    }

    private static byte[] Flipped(byte[] bytes, int bit)
    {
        var other = bytes.ToArray();
        other[bit / 8] ^= (byte)(1 << (bit % 8));
        return other;
    }
}

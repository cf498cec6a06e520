using System.CommandLine;
using System.Security.Cryptography;
using System.Text.Json;
using Ifmsa.Assembly.Core.Certificates;
using Ifmsa.Assembly.Server.Certificates;
using Ifmsa.Assembly.Server.Hosting;
using Command = System.CommandLine.Command;

namespace Ifmsa.Assembly.Server.Commands;

/// <summary><c>verify-certificate TEXT|FILE</c>: whether what a certificate's QR code says was signed with one of the public keys given.</summary>
public static class VerifyCertificateCommand
{
    private const int LongestFile = 1_024 * 1_024;

    /// <summary>The command.</summary>
    public static Command Build()
    {
        var text = new Argument<string>("TEXT|FILE") { Description = "What the QR code says, or a file that holds it." };
        var keys = new Option<string[]>("--key")
        {
            Description = "A file of public keys, as /certificates/keys.json of the installation gives it, or one key in PEM; may be repeated. Without it, the key of the configured Data:Folder.",
        };
        var command = new Command("verify-certificate",
            "Checks a certificate's signature without a network. Prints good or bad and the number; of a good one, a line for each word that is signed, and that revocation is unknown: whether the certificate was replaced or revoked since, only its address knows.")
        {
            text,
            keys,
        };
        // Settings may follow, such as --Data:Folder=elsewhere.
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(parsed => Run(parsed.GetRequiredValue(text), parsed.GetValue(keys) ?? [], [.. parsed.UnmatchedTokens]));
        return command;
    }

    private static int Run(string given, string[] files, string[] settings)
    {
        try
        {
            var text = given.Length < 1_000 && File.Exists(given) ? Read(given) : given;
            if (CertificateText.Read(text) is not { } certificate)
                return CommandLine.Refuse("This is not what a certificate's QR code says: an address, #v1., and three parts with points between them.");
            var keys = files.Length > 0 ? files.SelectMany(KeysIn).ToList() : Own(settings);
            if (keys.FirstOrDefault(key => PublishKey.IdOf(key) == certificate.Key) is not { } spki)
                return CommandLine.Refuse($"The certificate is signed with the key {certificate.Key}, and no such key is given; --key names a file of public keys.");
            var good = certificate.IsSignedWith(spki);
            Console.Out.WriteLine($"{(good ? "good" : "bad")}\t{OneLine(certificate.Words![0])}");
            if (!good)
                return CommandLine.Bad;
            foreach (var (line, word) in CertificateText.Lines.Zip(certificate.Words).Skip(1).Where(each => each.Second.Length > 0))
                Console.Out.WriteLine($"{line}\t{OneLine(word)}");
            Console.Out.WriteLine("revocation\tunknown");
            return CommandLine.Good;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or KeyNotFoundException or ArgumentException or CryptographicException)
        {
            return CommandLine.Refuse($"Nothing can be judged: {fault.Message}");
        }
    }

    private static string Read(string file) =>
        new FileInfo(file).Length <= LongestFile ? File.ReadAllText(file) : throw new IOException($"{file} is too long to be a text or a file of keys.");

    private static IEnumerable<string> KeysIn(string file)
    {
        var text = Read(file);
        if (text.TrimStart().StartsWith('{'))
        {
            using var json = JsonDocument.Parse(text);
            return [.. json.RootElement.GetProperty("keys").EnumerateArray().Select(key => key.GetProperty("spki").GetString()!)];
        }
        using var key = ECDsa.Create();
        key.ImportFromPem(text);
        return [Convert.ToBase64String(key.ExportSubjectPublicKeyInfo())];
    }

    private static List<string> Own(string[] settings)
    {
        var faults = new List<string>();
        var data = Settings.Read(SettingsFiles.Configuration(settings), faults).Data;
        var file = Path.Combine(data.Folder, "certificates.key");
        return faults.Count == 0 && File.Exists(file) ? [.. KeysIn(file)] : [];
    }

    /// <summary>A stranger wrote it: nothing that ends the line or moves the terminal's pen.</summary>
    private static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) || char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.Format ? ' ' : letter));
}

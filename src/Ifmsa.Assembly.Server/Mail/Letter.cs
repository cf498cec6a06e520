using System.Globalization;
using System.Text;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Server.Mail;

/// <summary>A letter to somebody; whoever has one to send gives it to the <see cref="PostOffice"/>.</summary>
/// <param name="To">An address, as <see cref="MailAddresses"/> reads it.</param>
/// <param name="Subject">On one line.</param>
/// <param name="Text">Plain text; lines end as they may.</param>
public sealed record Letter(string To, string Subject, string Text)
{
    /// <summary>To whom of the assembly, where it is somebody.</summary>
    public ParticipantId? Participant { get; init; }

    /// <summary>Files that go with it.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>Never the letter.</summary>
    public override string ToString() => $"Letter with {Attachments.Count} attachments";
}

/// <summary>A file that goes with a letter.</summary>
/// <param name="Name">Letters, digits, points and hyphens; anything else is written as a hyphen.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Bytes">The file.</param>
public sealed record Attachment(string Name, string Type, ReadOnlyMemory<byte> Bytes);

/// <summary>
/// Writes letters as they go over the wire (RFC 5322, 2045, 2047): ASCII alone, lines of 76 signs, whatever somebody put in
/// a subject or a name. A line's end in them is a space, so that none of them can begin a header.
/// </summary>
public static class WireLetter
{
    /// <summary>The message.</summary>
    public static byte[] Write(Letter letter, Guid id, string from, string fromName, DateTimeOffset at)
    {
        var wire = new StringBuilder();
        var boundary = $"=_{id:N}";
        Header("From", fromName.Length > 0 ? $"{Word(fromName)} <{from}>" : from);
        Header("To", letter.To);
        Header("Subject", Word(letter.Subject));
        Header("Date", at.ToString("ddd, dd MMM yyyy HH':'mm':'ss ", CultureInfo.InvariantCulture) + at.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal));
        Header("Message-ID", $"<{id:D}@{from[(from.LastIndexOf('@') + 1)..]}>");
        // Out-of-office answers to it are of no use to anybody.
        Header("Auto-Submitted", "auto-generated");
        Header("MIME-Version", "1.0");
        if (letter.Attachments.Count == 0)
        {
            Text();
            return Encoding.ASCII.GetBytes(wire.ToString());
        }
        Header("Content-Type", $"multipart/mixed; boundary=\"{boundary}\"");
        wire.Append("\r\n--").Append(boundary).Append("\r\n");
        Text();
        foreach (var file in letter.Attachments)
        {
            var name = string.Concat(file.Name.Select(sign => char.IsAsciiLetterOrDigit(sign) || sign is '.' or '-' or '_' ? sign : '-'));
            wire.Append("--").Append(boundary).Append("\r\n");
            Header("Content-Type", $"{(file.Type.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '/' or '.' or '-' or '+') ? file.Type : "application/octet-stream")}; name=\"{name}\"");
            Header("Content-Disposition", $"attachment; filename=\"{name}\"");
            Body(file.Bytes.Span);
        }
        wire.Append("--").Append(boundary).Append("--\r\n");
        return Encoding.ASCII.GetBytes(wire.ToString());

        void Header(string name, string value) => wire.Append(name).Append(": ").Append(value).Append("\r\n");

        void Text()
        {
            Header("Content-Type", "text/plain; charset=utf-8");
            Body(Encoding.UTF8.GetBytes(letter.Text.ReplaceLineEndings("\r\n")));
        }

        void Body(ReadOnlySpan<byte> bytes)
        {
            Header("Content-Transfer-Encoding", "base64");
            wire.Append("\r\n").Append(Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks)).Append("\r\n");
        }
    }

    /// <summary>A message to another address than it was written to; all else of it stays as it is.</summary>
    public static byte[] AddressedTo(string address, byte[] message)
    {
        // No other header, and no line that goes on from one, begins so.
        var from = message.AsSpan().IndexOf("\r\nTo: "u8) + "\r\nTo: ".Length;
        var ends = from + message.AsSpan(from).IndexOf("\r\n"u8);
        return [.. message.AsSpan(0, from), .. Encoding.ASCII.GetBytes(address), .. message.AsSpan(ends)];
    }

    /// <summary>Words of a header: as they are where they are plain and short, else in pieces of base 64, none of which parts a letter.</summary>
    private static string Word(string words)
    {
        var line = string.Concat(words.Select(sign => char.IsControl(sign) || sign is '\u2028' or '\u2029' ? ' ' : sign)).Trim();
        if (line.Length is > 0 and <= 60 && line.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is ' ' or '-' or '/' or '\''))
            return line;
        var (pieces, piece, size) = (new List<string>(), new StringBuilder(), 0);
        foreach (var rune in line.EnumerateRunes())
        {
            if (size + rune.Utf8SequenceLength > 42)
            {
                Cut();
                size = 0;
            }
            piece.Append(rune.ToString());
            size += rune.Utf8SequenceLength;
        }
        Cut();
        return string.Join("\r\n ", pieces);

        void Cut()
        {
            pieces.Add($"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(piece.ToString()))}?=");
            piece.Clear();
        }
    }
}

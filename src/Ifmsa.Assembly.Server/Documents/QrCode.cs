namespace Ifmsa.Assembly.Server.Documents;

/// <summary>A text that the press draws as a QR code with its quiet zone; the template finds the path of the picture in its place.</summary>
/// <param name="Qr">The text.</param>
/// <param name="Form">The kind of picture: svg, or png with a point for each square.</param>
/// <param name="Level">How much of it may be damaged, from low (7 %) to high (30 %), as ISO/IEC 18004 has it.</param>
public sealed record QrCode(string Qr, string Form, string Level)
{
    /// <summary>A short text on something that is carried about.</summary>
    public static QrCode Of(string text) => new(text, "svg", "medium");

    /// <summary>A long text of which there are a thousand: the squares stay large, and points are set in a third of the time of lines.</summary>
    public static QrCode OfMany(string text) => new(text, "png", "low");

    /// <summary>Never the text: it may let its bearer in.</summary>
    public override string ToString() => "QrCode";
}

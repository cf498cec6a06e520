using System.Globalization;
using System.Text;
using QRCoder;

namespace Ifmsa.Assembly.Server.Documents;

/// <summary>QR codes as small pictures and drawings; a drawing has a stroke for each run of dark squares.</summary>
public static class QrPicture
{
    /// <summary>
    /// The code of a text, with its quiet zone, as the bytes of a PNG with a point for each square: on paper as sharp as strokes, and set in a
    /// third of the time where there are a thousand. Numbers, because a template reads no base 64.
    /// </summary>
    public static IReadOnlyList<int> Png(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.L, forceUtf8: true);
        using var picture = new PngByteQRCode(code);
        return [.. picture.GetGraphic(pixelsPerModule: 1).Select(part => (int)part)];
    }

    /// <summary>The code of a text, with its quiet zone, as a complete SVG document.</summary>
    public static string Svg(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.L, forceUtf8: true);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder(12_000);
        for (var y = 0; y < rows.Count; y++)
        {
            var (row, pen) = (rows[y], -1);
            for (var x = 0; x < row.Length; x++)
            {
                if (!row[x])
                    continue;
                var end = x;
                while (end < row.Length && row[end])
                    end++;
                path.Append(pen < 0 ? string.Create(CultureInfo.InvariantCulture, $"M{x} {y}.5h{end - x}") : string.Create(CultureInfo.InvariantCulture, $"m{x - pen} 0h{end - x}"));
                x = pen = end;
            }
        }
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {rows.Count} {rows.Count}\"><path stroke=\"#000\" d=\"{path}\"/></svg>";
    }
}

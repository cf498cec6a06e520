namespace Ifmsa.Assembly.Server.Certificates;

/// <summary>How a number is written and read.</summary>
public static class CertificateNumbers
{
    /// <summary>ABCD-EFGH-JKMN-PQRS.</summary>
    public static string Grouped(string number) => string.Join('-', number.Chunk(4).Select(group => new string(group)));

    /// <summary>The number somebody typed: hyphens and case are nothing, and signs that look alike are one. Null where it is no number.</summary>
    public static string? Read(string typed)
    {
        if (typed.Length > 40)
            return null;
        var number = string.Concat(typed.Where(sign => sign is not ('-' or ' ')).Select(sign => char.ToUpperInvariant(sign) switch { 'O' => '0', 'I' or 'L' => '1', var same => same }));
        return number.Length == 16 && number.All(sign => char.IsAsciiDigit(sign) || (char.IsAsciiLetterUpper(sign) && sign != 'U')) ? number : null;
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsvHelper;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Server.Federation;

/// <summary>What is wrong with a row of a member list.</summary>
/// <param name="Line">Where the row begins in the file, from 1.</param>
/// <param name="Code">Of the sentence that says why.</param>
/// <param name="Arguments">What fills its places.</param>
public sealed record RowFault(int Line, string Code, params IReadOnlyList<object> Arguments);

/// <summary>A member list as it would be imported.</summary>
/// <param name="Members">The rows without fault.</param>
/// <param name="Faults">Every faulty row; while there is one, nothing is imported.</param>
/// <param name="Token">SHA-256 of the file in lower-case hexadecimal: what was previewed is what is imported.</param>
public sealed record MemberPreview(IReadOnlyList<MemberRow> Members, IReadOnlyList<RowFault> Faults, string Token);

/// <summary>Reads member lists: CSV in UTF-8 with commas or semicolons; columns it does not know are left alone.</summary>
public static class MemberImport
{
    /// <summary>The longest file in bytes.</summary>
    public const int LongestFile = 1_048_576;

    /// <summary>The most rows.</summary>
    public const int MostRows = ImportMembers.AtMost;

    private const int LongestField = 200;
    private static readonly string[] Needed = ["name", "short_name", "country", "region", "status"];

    /// <summary>Reads a list and names every fault.</summary>
    public static MemberPreview Read(ReadOnlyMemory<byte> file, IReadOnlyCollection<string> regions)
    {
        var token = Convert.ToHexStringLower(SHA256.HashData(file.Span));
        string text;
        try
        {
            text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(file.Span).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return new([], [new(1, "import.not-utf8")], token);
        }
        var members = new List<MemberRow>();
        var faults = new List<RowFault>();
        using var reader = CsvReader.FromText(text, Options(text));
        if (reader.Headers.Count == 0)
            return new([], [new(1, "import.empty")], token);
        var columns = Columns([.. reader.Headers], faults);
        if (faults.Count > 0)
            return new([], faults, token);
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var rows = 0; reader.Read();)
        {
            var line = (int)reader.LineNumber;
            var fields = reader.Current.ToArray();
            if (fields.All(string.IsNullOrWhiteSpace))
                continue;
            if (++rows > MostRows)
            {
                faults.Add(new(line, "import.too-many", MostRows));
                break;
            }
            var before = faults.Count;
            var member = Member(new Row(line, fields, columns), regions, faults);
            if (member.ShortName.Length > 0 && !lines.TryAdd(member.ShortName, line))
                faults.Add(new(line, "import.short-name-twice", member.ShortName, lines[member.ShortName]));
            if (faults.Count == before)
                members.Add(member);
        }
        if (members.Count == 0 && faults.Count == 0)
            faults.Add(new(1, "import.empty"));
        return new(members, faults, token);
    }

    private static CsvReaderOptions Options(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var header = end < 0 ? text : text[..end];
        return new()
        {
            Separator = header.Count(sign => sign == ';') > header.Count(sign => sign == ',') ? ';' : ',',
            // A stray quotation mark within a field is taken as it stands, as a spreadsheet shows it; a field never closed is then too long.
            MalformedData = CsvMalformedDataHandling.Recover,
            TrackLineNumbers = true,
            TrimWhitespace = true,
        };
    }

    private static Dictionary<string, int> Columns(string[] header, List<RowFault> faults)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var place = 0; place < header.Length; place++)
        {
            if (!columns.TryAdd(header[place].Trim().ToLowerInvariant(), place) && header[place].Trim().Length > 0)
                faults.Add(new(1, "import.column-twice", header[place].Trim()));
        }
        faults.AddRange(Needed.Where(name => !columns.ContainsKey(name)).Select(name => new RowFault(1, "import.column-missing", name)));
        return columns;
    }

    private static MemberRow Member(Row row, IReadOnlyCollection<string> regions, List<RowFault> faults)
    {
        var region = row.Words("region", faults);
        if (region.Length > 0 && !regions.Contains(region, StringComparer.Ordinal))
            faults.Add(new(row.Line, "import.region", region, string.Join(", ", regions)));
        // The id counts for a member new to the assembly alone.
        return new(new MemberId(Guid.CreateVersion7()), row.Words("name", faults), row.Words("short_name", faults), row.Words("country", faults), region,
            row.OneOf<MemberStatus>("status", otherwise: null, faults),
            row.Has("standing") ? row.OneOf<Standing>("standing", Standing.Good, faults) : null, row.Has("previous_rights") ? row.YesOrNo("previous_rights", faults) : null,
            row.Number("votes", Core.Federation.Member.VotesAtMost, faults), row.Number("election_votes", Core.Federation.Member.VotesAtMost, faults), row.Number("weight", Core.Federation.Member.WeightAtMost, faults));
    }

    private sealed class Row(int line, string[] fields, Dictionary<string, int> columns)
    {
        public int Line => line;

        /// <summary>Whether the list has the column; one it has not leaves members as they are.</summary>
        public bool Has(string column) => columns.ContainsKey(column);

        public string Words(string column, List<RowFault> faults)
        {
            var words = Composed(Field(column));
            if (words.Length == 0)
                faults.Add(new(line, "import.missing", column));
            else if (words.Length > LongestField)
                faults.Add(new(line, "import.too-long", column, LongestField, words.Length));
            else if (Signs.HiddenInLine(words) is { } hidden)
                faults.Add(new(line, "import.unprintable", column, hidden.Code, hidden.Place));
            else if (Signs.IsBlank(words))
                faults.Add(new(line, "import.missing", column));
            return words;
        }

        public T OneOf<T>(string column, T? otherwise, List<RowFault> faults)
            where T : struct, Enum
        {
            var word = Field(column);
            if (word.Length == 0 && otherwise is { } usual)
                return usual;
            // By name alone: Enum.Parse would take numbers too.
            foreach (var value in Enum.GetValues<T>())
            {
                if (string.Equals(value.ToString(), word, StringComparison.OrdinalIgnoreCase))
                    return value;
            }
            faults.Add(word.Length == 0
                ? new(line, "import.missing", column)
                : new(line, "import.not-one-of", column, Short(word), string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()));
            return default;
        }

        /// <summary>A whole number from 1; null where the list has none, which leaves the member's as it is.</summary>
        public int? Number(string column, int atMost, List<RowFault> faults)
        {
            var digits = Field(column);
            if (digits.Length == 0)
                return null;
            if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= atMost)
                return number;
            faults.Add(new(line, "import.number", column, Short(digits), atMost));
            return null;
        }

        public bool YesOrNo(string column, List<RowFault> faults)
        {
            switch (Field(column).ToLowerInvariant())
            {
                case "yes" or "true" or "1":
                    return true;
                case "" or "no" or "false" or "0":
                    return false;
                default:
                    faults.Add(new(line, "import.not-one-of", column, Short(Field(column)), "yes, no"));
                    return false;
            }
        }

        /// <summary>Letters composed, as they are typed: a file written elsewhere takes them apart, and the same name would be another's.</summary>
        private static string Composed(string words)
        {
            try
            {
                return words.Normalize(NormalizationForm.FormC);
            }
            catch (ArgumentException)
            {
                // What is no text to the rules of composing stands as it is.
                return words;
            }
        }

        private static string Short(string words) => words.Length > 40 ? words[..40] + "…" : words;

        private string Field(string column) => columns.TryGetValue(column, out var place) && place < fields.Length ? fields[place].Trim() : "";
    }
}

using System.Globalization;
using System.Text;
using Ifmsa.Assembly.Server.Documents;

namespace Ifmsa.Assembly.Server.Minutes;

/// <summary>Minutes as Markdown (CommonMark, with tables of GitHub's); names and texts are words and never markup.</summary>
internal sealed class MinutesMarkdown
{
    private readonly StringBuilder _text = new();
    private readonly MinutesPaper _paper;

    private MinutesMarkdown(MinutesPaper paper) => _paper = paper;

    /// <summary>The minutes of a paper.</summary>
    public static string Of(MinutesPaper paper) => new MinutesMarkdown(paper).Write();

    /// <summary>A text in which no sign is markup or HTML.</summary>
    internal static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var sign in text)
        {
            // Marks around names are for paper.
            if (sign is '\u2068' or '\u2069')
                continue;
            if (sign is '\n' or '\r')
            {
                escaped.Append(' ');
                continue;
            }
            if (sign is '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '<' or '>' or '(' or ')' or '#' or '+' or '-' or '!' or '|' or '~' or '=' or '&' or '$' or '@' or ':' || (sign is '.' && IsNumbering(escaped)))
                escaped.Append('\\');
            escaped.Append(sign);
        }
        return escaped.ToString();
    }

    /// <summary>A line that begins with digits and a full stop would be a list.</summary>
    private static bool IsNumbering(StringBuilder before) => before.Length is > 0 and < 10 && before.ToString().All(char.IsAsciiDigit);

    private string Write()
    {
        Line($"# {Escaped(_paper.Assembly)} · {Escaped(Word("paper.plenary", _paper.Plenary))} · {Escaped(Word("minutes.title"))}");
        Line($"**{Escaped(Word("status." + System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(_paper.Status.ToString())))}**");
        Rows(
        [
            (Word("minutes.date"), _paper.Date), (Word("minutes.venue"), _paper.Venue), (Word("minutes.opened"), _paper.Opened), (Word("minutes.adjourned"), _paper.Adjourned ?? Word("minutes.not-adjourned")),
            .. _paper.Officers.Select(officer => (officer.Role, officer.Nmo.Length > 0 ? $"{officer.Name} ({officer.Nmo})" : officer.Name)),
            .. _paper.Adopted is { } adopted ? [(Word("status.adopted"), adopted)] : Array.Empty<(string, string)>(),
            .. _paper.Sha256 is { } hash ? [(Word("minutes.hash"), hash)] : Array.Empty<(string, string)>(),
        ]);
        foreach (var item in _paper.Items)
        {
            Line($"## {Escaped($"{item.Number} {item.Title}".Trim())}");
            foreach (var entry in item.Entries)
                Write(entry);
        }
        Line($"## {Escaped(Word("minutes.signatures"))}");
        Rows(_paper.Signatures.Select(signature => (signature.Role, signature.SignedBy is { } by ? $"{signature.Name}. {Word("minutes.signed", by)}, {signature.SignedAt}" : signature.Name)));
        Line(Escaped(Word("paper.journal", _paper.Journal.Sequence, _paper.Journal.Head)));
        return _text.ToString();
    }

    private void Write(MinutesEntry entry)
    {
        if (entry.Heading is { } heading)
            Line($"### {Escaped(heading)}");
        var label = entry.Kind is MinutesEntryKind.Remark or MinutesEntryKind.Correction ? $"*{Escaped(Word("minutes." + System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(entry.Kind.ToString())))}:* " : "";
        Line($"**{entry.Sequence.ToString(CultureInfo.InvariantCulture)}** {Escaped(entry.Time)} — {label}{Escaped(entry.Text)}");
        Rows((entry.Particulars ?? []).Select(particular => (particular.Label, particular.Value)));
        Quote(entry.Paragraphs);
        if (entry.Tally is { } tally)
            Line("**" + Escaped(string.Join(" — ", new[] { tally.Counts, tally.Needed, tally.Verdict }.OfType<string>())) + "**");
        if (entry.Figures is { } figures)
            Table(figures);
        Rows((entry.Choices ?? []).Select(choice => ($"{choice.Choice} {choice.Names.Count}", string.Join(", ", choice.Names))));
        if (entry.Article is { } article)
            Line(Escaped(article));
        if (entry.Note is { } note)
            Line($"*{Escaped(note)}*");
        Rows((entry.Amendments ?? []).Select(amendment => (amendment.Label, amendment.Value)));
        foreach (var text in entry.Texts ?? [])
        {
            Line($"*{Escaped(text.Label)}*");
            Quote(text.Paragraphs);
        }
    }

    private void Table(FigureTable figures)
    {
        _text.Append("| ").AppendJoin(" | ", figures.Columns.Select(Escaped)).Append(" |\n|").Append(string.Concat(figures.Columns.Select((_, place) => place == 0 ? " --- |" : " ---: |"))).Append('\n');
        foreach (var row in figures.Total is { } total ? figures.Rows.Append(total) : figures.Rows)
            _text.Append("| ").AppendJoin(" | ", row.Select(Escaped)).Append(" |\n");
        _text.Append('\n');
    }

    private void Rows(IEnumerable<(string Label, string Value)> rows)
    {
        var any = false;
        foreach (var (label, value) in rows)
        {
            _text.Append("- ").Append(Escaped(label)).Append(": ").Append(Escaped(value)).Append('\n');
            any = true;
        }
        if (any)
            _text.Append('\n');
    }

    private void Quote(IReadOnlyList<string>? paragraphs)
    {
        if (paragraphs is not { Count: > 0 })
            return;
        _text.Append("> ").AppendJoin("\n>\n> ", paragraphs.Select(Escaped)).Append("\n\n");
    }

    private void Line(string line) => _text.Append(line).Append("\n\n");

    private string Word(string key, params object[] parts) => PaperWords.Say(_paper.Words, key, parts);
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Core.Certificates;

/// <summary>The kinds of certificate of a file, or all that is wrong with it.</summary>
/// <param name="Rules">In the order of the file; empty where something is wrong.</param>
/// <param name="Faults">Each with its place and line.</param>
public sealed partial record CertificateReading(ImmutableArray<CertificateRule> Rules, ImmutableArray<RulebookFault> Faults)
{
    /// <summary>The most kinds.</summary>
    public const int AtMost = 50;

    /// <summary>Reads a file such as <c>templates/documents/certificates.json</c>.</summary>
    public static CertificateReading Of(ReadOnlySpan<byte> text)
    {
        var lines = RulebookLines.Of(text);
        if (lines.Broken is { } broken)
            return new([], [broken]);
        using var document = JsonDocument.Parse(text.ToArray());
        var reader = new Reader(lines);
        var rules = reader.Kinds(document.RootElement);
        reader.Faults.InsertRange(0, lines.Twice);
        return reader.Faults.Count > 0 ? new([], [.. reader.Faults]) : new(rules, []);
    }

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex BlankSigns();

    private sealed class Reader(RulebookLines lines)
    {
        private static readonly string[] One = ["attendedAtLeast", "sessionsAtLeast", "duty", "presidedAtLeast", "facilitated", "elected", "registered", "anyOf"];

        public List<RulebookFault> Faults { get; } = [];

        public ImmutableArray<CertificateRule> Kinds(JsonElement root)
        {
            if (!Object(root, "", "kinds") || !root.TryGetProperty("kinds", out var kinds) || kinds.ValueKind != JsonValueKind.Array || kinds.GetArrayLength() is 0 or > AtMost)
            {
                Fault("kinds", $"the file needs a list “kinds” of 1 to {AtMost} kinds of certificate.");
                return [];
            }
            var rules = kinds.EnumerateArray().Select((kind, place) => Rule(kind, $"kinds[{place.ToString(CultureInfo.InvariantCulture)}]")).OfType<CertificateRule>().ToImmutableArray();
            foreach (var twice in rules.GroupBy(rule => rule.Kind, StringComparer.Ordinal).Where(group => group.Count() > 1))
                Fault("kinds", $"the kind “{twice.Key}” stands there twice; once is needed.");
            return rules;
        }

        private CertificateRule? Rule(JsonElement rule, string place)
        {
            if (!Object(rule, place, "kind", "title", "text", "who"))
                return null;
            var (kind, title, text) = (Text(rule, place, "kind", 40), Text(rule, place, "title", 100), Text(rule, place, "text", 400));
            if (kind is not null && !kind.All(sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign == '-'))
                Fault(place + ".kind", "a kind is written in small letters, digits and hyphens.");
            foreach (var blank in BlankSigns().Matches(text ?? "").Select(match => match.Value).Except(CertificateRule.Blanks, StringComparer.Ordinal))
                Fault(place + ".text", $"“{blank}” is no blank; there are {string.Join(", ", CertificateRule.Blanks)}.");
            if (!rule.TryGetProperty("who", out var who))
            {
                Fault(place, "“who” is missing: it says who gets the certificate.");
                return null;
            }
            var condition = Who(who, place + ".who", within: false);
            return condition is null || kind is null || title is null || text is null ? null : new(kind, title, text, condition);
        }

        private Condition? Who(JsonElement who, string place, bool within)
        {
            if (!Object(who, place, [.. One, "by"]))
                return null;
            var names = who.EnumerateObject().Select(each => each.Name).Where(One.Contains).ToList();
            if (names is not [var name])
            {
                Fault(place, $"exactly one of {string.Join(", ", One)} is needed.");
                return null;
            }
            if (within && (name is "duty" or "facilitated" or "elected" or "anyOf"))
            {
                Fault($"{place}.{name}", "a certificate for each office, session or post cannot be one of several conditions.");
                return null;
            }
            if (name != "attendedAtLeast" && who.TryGetProperty("by", out _))
                Fault(place + ".by", "“by” goes with attendedAtLeast alone.");
            var value = who.GetProperty(name);
            place = $"{place}.{name}";
            return name switch
            {
                "attendedAtLeast" => Amount(value, place) is { } amount && By(who, place) is { } by ? new Attending(amount, by) : null,
                "sessionsAtLeast" => Amount(value, place) is { } amount ? new AtSessions(amount) : null,
                "presidedAtLeast" => Amount(value, place) is { } amount ? new Presiding(amount) : null,
                "duty" => Duties(value, place),
                "facilitated" => Yes(value, place) ? new Facilitating() : null,
                "elected" => Yes(value, place) ? new BeingElected() : null,
                "registered" => Yes(value, place) ? new BeingRegistered() : null,
                _ => Any(value, place),
            };
        }

        private AnyOf? Any(JsonElement value, string place)
        {
            if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() is < 2 or > 10)
            {
                Fault(place, "a list of 2 to 10 conditions is needed.");
                return null;
            }
            var all = value.EnumerateArray().Select((each, number) => Who(each, $"{place}[{number.ToString(CultureInfo.InvariantCulture)}]", within: true)).ToList();
            return all.Contains(null) ? null : new([.. all!]);
        }

        private Amount? Amount(JsonElement value, string place)
        {
            if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var count) && count is >= 1 and <= 1000)
                return new(count, Percent: false);
            if (value.ValueKind == JsonValueKind.String && value.GetString()!.TrimEnd() is [.. var share, '%'] && int.TryParse(share, NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var percent) && percent is >= 1 and <= 100)
                return new(percent, Percent: true);
            Fault(place, "a whole number from 1, or a share such as \"80 %\", is needed.");
            return null;
        }

        private AttendedBy? By(JsonElement who, string place)
        {
            if (!who.TryGetProperty("by", out var by))
                return AttendedBy.Delegation;
            if (by.ValueKind == JsonValueKind.String && Enum.GetValues<AttendedBy>().Cast<AttendedBy?>().FirstOrDefault(each => Camel(each!.Value) == by.GetString()) is { } found)
                return found;
            Fault(place, $"“by” is one of {string.Join(", ", Enum.GetValues<AttendedBy>().Select(each => Camel(each)))}.");
            return null;
        }

        private Holding? Duties(JsonElement value, string place)
        {
            var texts = value.ValueKind == JsonValueKind.String ? [value] : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToList() : [];
            var known = Enum.GetValues<Duty>().ToDictionary(duty => Camel(duty), StringComparer.Ordinal);
            if (texts.Count is > 0 and <= 20 && texts.TrueForAll(text => text.ValueKind == JsonValueKind.String && known.ContainsKey(text.GetString()!)))
                return new([.. texts.Select(text => known[text.GetString()!]).Distinct()]);
            Fault(place, $"one or more of {string.Join(", ", known.Keys)} are needed.");
            return null;
        }

        private bool Yes(JsonElement value, string place)
        {
            if (value.ValueKind == JsonValueKind.True)
                return true;
            Fault(place, "it is true or left out.");
            return false;
        }

        private string? Text(JsonElement rule, string place, string name, int atMost)
        {
            var refusal = rule.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? Requires.Line(value.GetString()!, atMost) : new WordsMissing();
            if (refusal is null)
                return value.GetString();
            Fault($"{place}.{name}", $"words on one line are needed, {atMost.ToString(CultureInfo.InvariantCulture)} signs at most and none of them hidden.");
            return null;
        }

        private bool Object(JsonElement value, string place, params IEnumerable<string> names)
        {
            if (value.ValueKind != JsonValueKind.Object)
            {
                Fault(place, "an object in braces is needed.");
                return false;
            }
            foreach (var name in value.EnumerateObject().Select(each => each.Name).Except(names, StringComparer.Ordinal).Where(name => !name.StartsWith('$')))
                Fault(RulebookFault.Within(place, name), $"there is no such setting; there are {string.Join(", ", names)}.");
            return true;
        }

        private void Fault(string place, string text) =>
            Faults.Add(new(string.Create(CultureInfo.InvariantCulture, $"{(place.Length == 0 ? "the file" : place)} (line {lines.At(place)})"), text));

        private static string Camel(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
    }
}

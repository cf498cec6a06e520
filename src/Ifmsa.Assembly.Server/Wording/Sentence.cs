using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Ifmsa.Assembly.Server.Wording;

/// <summary>
/// A sentence with places for what is said, <c>{0}</c>; a place may be said in the forms of a number,
/// <c>{0|one:# member|other:# members}</c>, as the pages' own sentences are.
/// </summary>
internal sealed partial class Sentence
{
    private readonly CompositeFormat _format;
    private readonly int _places;
    private readonly ImmutableArray<(int Place, string One, string Other)> _numbers;

    /// <summary>Reads a sentence.</summary>
    /// <exception cref="FormatException">A brace is too many or too few, or a form of a number is missing.</exception>
    public Sentence(string text)
    {
        var numbers = Numbers().Matches(text);
        _numbers = [.. numbers.Select(number => (Place(number), number.Groups["one"].Value, number.Groups["other"].Value))];
        _places = Places().Matches(text).Select(Place).DefaultIfEmpty(-1).Max() + 1;
        // Each number gets a place of its own behind those that are given.
        var next = _places;
        _format = CompositeFormat.Parse(Numbers().Replace(text, _ => "{" + (next++).ToString(CultureInfo.InvariantCulture) + "}"));
    }

    /// <summary>The sentence with its places filled; one for which there is nothing stays empty.</summary>
    public string Say(IEnumerable<object> arguments)
    {
        List<object> filling = [.. arguments];
        while (filling.Count < _places)
            filling.Add("");
        var given = filling.Take(_places).ToList();
        return string.Format(CultureInfo.InvariantCulture, _format, [.. given, .. _numbers.Select(number => Form(number, Convert.ToString(given[number.Place], CultureInfo.InvariantCulture)!))]);
    }

    private static string Form((int Place, string One, string Other) number, string figure) =>
        (figure == "1" ? number.One : number.Other).Replace("#", figure, StringComparison.Ordinal);

    private static int Place(Match place) => int.Parse(place.Groups["place"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{(?<place>[0-9]{1,2})\|one:(?<one>[^{}|]*)\|other:(?<other>[^{}|]*)\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\{(?<place>[0-9]{1,2})", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Places();
}

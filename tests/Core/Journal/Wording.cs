using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ifmsa.Assembly.Core.Tests;

/// <summary>Every refusal has a sentence with as many places as it has arguments, and every state in it a word.</summary>
public sealed partial class Every_refusal
{
    /// <summary>With a plain place for each number that is said in its forms.</summary>
    private static readonly Dictionary<string, string> Sentences =
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "templates", "wording", "en.json")))!
            .ToDictionary(pair => pair.Key, pair => Numbers().Replace(pair.Value, "{$1}"), StringComparer.Ordinal);

    private static readonly IReadOnlyList<Type> Kinds = [.. typeof(Refusal).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Refusal)) && !type.IsAbstract)];

    [Fact]
    public void has_a_sentence_with_a_place_for_each_argument()
    {
        foreach (var refusal in Kinds.Select(Sample))
        {
            Assert.True(Sentences.TryGetValue("refusal." + refusal.Code, out var sentence), $"refusal.{refusal.Code} has no sentence.");
            var places = Places().Matches(sentence).Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
            Assert.All(places, place => Assert.True(place < refusal.Arguments.Count, $"{refusal.Code}: {sentence}"));
            Assert.NotEmpty(string.Format(System.Globalization.CultureInfo.InvariantCulture, sentence, [.. refusal.Arguments]));
        }
    }

    [Fact]
    public void says_all_its_arguments_but_those_the_reader_knows()
    {
        // The kind of a command and the length of what was written stand in the refusal for programs; the code of a form is no word.
        string[] silent = ["act.not-yours 0", "words.too-long 0"];
        var missing =
            from refusal in Kinds.Select(Sample)
            from place in Enumerable.Range(0, refusal.Arguments.Count)
            where !Sentences["refusal." + refusal.Code].Contains($"{{{place}}}", StringComparison.Ordinal)
            select $"{refusal.Code} {place}";
        Assert.Equal([], missing.Except(silent));
    }

    [Fact]
    public void has_a_code_of_its_own() => Assert.Equal(Kinds.Count, Kinds.Select(kind => Sample(kind).Code).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void has_a_word_for_every_state_it_can_name()
    {
        var states = Kinds.SelectMany(kind => kind.GetConstructors()[0].GetParameters()).Select(parameter => parameter.ParameterType).Where(type => type.IsEnum).Distinct();
        foreach (var state in states)
        {
            foreach (var value in Enum.GetValues(state).Cast<Enum>().Where(value => Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture) is var bits && (state != typeof(Who) || (bits != 0 && (bits & (bits - 1)) == 0))))
                Assert.Contains($"word.{state.Name}.{JsonNamingPolicy.CamelCase.ConvertName(value.ToString())}", Sentences.Keys);
        }
    }

    [Fact]
    public void is_spoken_to_a_person()
    {
        foreach (var (code, sentence) in Sentences.Where(pair => pair.Key.StartsWith("refusal.", StringComparison.Ordinal)))
        {
            Assert.True(char.IsUpper(sentence[0]) || char.IsDigit(sentence[0]) || sentence[0] is '{' or '“', $"{code}: {sentence}");
            // A place at the end is filled with a sentence.
            Assert.Matches("[.}]$", sentence);
            Assert.DoesNotContain("invalid", sentence, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static Refusal Sample(Type kind)
    {
        var constructor = kind.GetConstructors().First(made => made.GetParameters() is not [{ ParameterType: var single }] || single != kind);
        return (Refusal)constructor.Invoke([.. constructor.GetParameters().Select(parameter => Value(parameter.ParameterType))]);
    }

    private static object? Value(Type type) => type == typeof(string) ? "something" : type.IsEnum ? Enum.GetValues(type).GetValue(1) : Activator.CreateInstance(type);

    [GeneratedRegex(@"\{([0-9]+)\}", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Places();

    [GeneratedRegex(@"\{([0-9]+)\|[^{}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Numbers();
}

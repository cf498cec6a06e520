using System.Globalization;
using System.Text.Json;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Floor;

namespace Ifmsa.Assembly.Server.Wording;

/// <summary>Puts refusals in words.</summary>
public interface IRefusalTexts
{
    /// <summary>The refusal as a person reads it.</summary>
    RefusalText Text(Refusal refusal);

    /// <summary>The answer that carries it.</summary>
    Answer Answer(Refusal refusal) => new(Sequence: null, Head: null, Text(refusal));
}

/// <summary>Puts refusals in words from the message files.</summary>
public sealed class RefusalTexts(Sentences sentences) : IRefusalTexts
{
    /// <summary>No more of what a caller wrote is said back, and kept with the answer.</summary>
    private const int LongestWord = 250;

    /// <inheritdoc/>
    public RefusalText Text(Refusal refusal) =>
        new(refusal.Code, sentences.Say("refusal." + refusal.Code, refusal.Arguments.Select(Word)), refusal.Article);

    /// <summary>The refusal as everybody of a class reads it, whose own delegations have different names.</summary>
    /// <param name="refusal">As it is for one of them.</param>
    /// <param name="own">The name of that one's delegation; null without one.</param>
    public string TextForClass(Refusal refusal, string? own)
    {
        if (own is null || !refusal.Arguments.Contains(own))
            return Text(refusal).Text;
        var text = sentences.Say("refusal." + refusal.Code, refusal.Arguments.Select(argument => Equals(argument, own) ? sentences.Say("person.own-delegation") : Word(argument)));
        return text is [var first, .. var rest] ? char.ToUpper(first, CultureInfo.InvariantCulture) + rest : text;
    }

    /// <summary>A value as a word of the language: states and capacities have words of their own.</summary>
    public object Word(object value) => value switch
    {
        Who who => string.Join(sentences.Say("word.or"), Capacities(who)),
        Enum state => sentences.Say($"word.{state.GetType().Name}.{JsonNamingPolicy.CamelCase.ConvertName(state.ToString())}"),
        string { Length: > LongestWord } words => words[..(char.IsHighSurrogate(words[LongestWord - 1]) ? LongestWord - 1 : LongestWord)] + "…",
        IFormattable number => number.ToString(format: null, CultureInfo.InvariantCulture),
        _ => value,
    };

    private IEnumerable<string> Capacities(Who who) =>
        Enum.GetValues<Who>()
            .Where(flag => flag != Who.None && (flag & (flag - 1)) == Who.None && (who & flag) != Who.None)
            .Select(flag => sentences.Say($"word.Who.{JsonNamingPolicy.CamelCase.ConvertName(flag.ToString())}"));
}

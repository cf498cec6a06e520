namespace Ifmsa.Assembly.Core.Rulebook;

/// <summary>What is wrong with a rulebook.</summary>
/// <param name="Place">Where it stands, such as <c>procedural.adjourn.majority</c>.</param>
/// <param name="Text">What is so, and what is needed.</param>
public sealed record RulebookFault(string Place, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Place}: {Text}";

    /// <summary>The place of a name within a place; names that are no single word stand in brackets.</summary>
    internal static string Within(string place, string name) =>
        name.Length > 0 && name.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '$')
            ? (place.Length == 0 ? name : $"{place}.{name}")
            : $"{place}[\"{name}\"]";
}

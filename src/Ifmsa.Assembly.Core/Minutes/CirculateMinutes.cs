using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Minutes;

/// <summary>The secretary sends reviewed minutes to the members; from here on only corrections change them.</summary>
/// <param name="Plenary">Whose minutes.</param>
/// <param name="Words">The id of the text that is kept.</param>
/// <param name="Confirmed">The warnings that the secretary has read and lets stand, by their keys.</param>
[CommandKind("minutes.circulate", Who.Secretary)]
public sealed record CirculateMinutes(PlenaryId Plenary, MatterId Words, ImmutableArray<string> Confirmed) : Command, IAct
{
    /// <summary>The most warnings that are confirmed at once.</summary>
    public const int MostWarnings = 2_000;

    /// <summary>The text; whoever takes the command composes it, and has looked at the warnings.</summary>
    [JsonIgnore]
    public ComposedMinutes? Composed { get; init; }

    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => MinutesSteps.Any(now, MinutesTrigger.Circulate);

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if (MinutesSteps.On(now, Plenary, MinutesTrigger.Circulate) is { } refusal)
            return refusal;
        if (Confirmed is not { IsDefault: false, Length: <= MostWarnings } || Confirmed.Any(key => key.Length > 200))
            return new WarningsOutOfBounds(MostWarnings);
        if (now.Matters.Contains(Words))
            return new IdTaken();
        // Nobody's last words are lost: what was written after the text was composed asks for a new one.
        if (Composed is not { } text || now.MinutesOf(Plenary).EditedAt > text.UpTo || now.RemarkedAt > text.UpTo)
            return new ChangedMeanwhile();
        var words = Matter.Of(Words, text.Text, moment);
        return Decision.Of(new MinutesCirculated(Plenary, words.Digest, text.Sha256, text.UpTo, Confirmed.Length, moment.At)).With(words);
    }
}

/// <summary>The minutes are with the members.</summary>
/// <param name="Plenary">Whose minutes.</param>
/// <param name="Words">The text, kept beside the journal.</param>
/// <param name="Sha256">SHA-256 of the text.</param>
/// <param name="UpTo">The entry up to which it was made.</param>
/// <param name="Warnings">How many warnings the secretary let stand.</param>
/// <param name="At">When.</param>
[FactKind("minutes.circulated.v1")]
public sealed record MinutesCirculated(PlenaryId Plenary, MatterDigest Words, string Sha256, long UpTo, int Warnings, DateTimeOffset At) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        before.FireMinutes(Plenary, MinutesTrigger.Circulate).AmendMinutes(Plenary, minutes => minutes with { Circulated = new(Words.Id, Sha256, UpTo, At) }) with
        {
            Matters = before.Matters.Add(Words.Id),
        };
}

/// <summary>Somebody has worded or remarked something while the text was composed.</summary>
public sealed record ChangedMeanwhile() : Refusal("minutes.changed-meanwhile");

/// <summary>More warnings are named than there can be.</summary>
public sealed record WarningsOutOfBounds(int AtMost) : Refusal("minutes.warnings-out-of-bounds", AtMost);

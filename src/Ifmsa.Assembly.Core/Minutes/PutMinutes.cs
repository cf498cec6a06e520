using System.Text.Json.Serialization;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Core.Minutes;

/// <summary>The secretary puts circulated minutes, with the corrections taken up, before the next plenary, of this assembly or another.</summary>
/// <param name="Plenary">Whose minutes.</param>
/// <param name="Words">The id of the text that is kept.</param>
[CommandKind("minutes.put", Who.Secretary | Who.Presiding)]
public sealed record PutMinutes(PlenaryId Plenary, MatterId Words) : Command, IAct
{
    /// <summary>The text with its corrections; whoever takes the command composes it.</summary>
    [JsonIgnore]
    public ComposedMinutes? Composed { get; init; }

    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => MinutesSteps.Any(now, MinutesTrigger.Put) ?? Pending.Other(now);

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if ((MinutesSteps.On(now, Plenary, MinutesTrigger.Put) ?? Pending.Other(now)) is { } refusal)
            return refusal;
        var minutes = now.MinutesOf(Plenary);
        if (minutes.Corrections.Values.Count(correction => correction.Phase == CorrectionPhase.Proposed) is > 0 and var waiting)
            return new CorrectionsWait(waiting);
        if (now.Matters.Contains(Words))
            return new IdTaken();
        if (Composed is not { } text || minutes.EditedAt > text.UpTo)
            return new ChangedMeanwhile();
        var words = Matter.Of(Words, text.Text, moment);
        return Decision.Of(new MinutesBroughtForward(Plenary, words.Digest, text.Sha256, text.UpTo, moment.At)).With(words);
    }
}

/// <summary>Minutes are before a plenary.</summary>
[FactKind("minutes.put.v1")]
public sealed record MinutesBroughtForward(PlenaryId Plenary, MatterDigest Words, string Sha256, long UpTo, DateTimeOffset At) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        before.FireMinutes(Plenary, MinutesTrigger.Put).AmendMinutes(Plenary, minutes => minutes with { Put = new(Words.Id, Sha256, UpTo, At) }) with
        {
            Matters = before.Matters.Add(Words.Id),
            MinutesPut = new(Plenary, before.Plenaries[Plenary].Number, Sha256),
        };
}

/// <summary>The secretary brings the minutes of another assembly before the plenary, by the hash that stands on their paper.</summary>
/// <param name="Assembly">The other assembly.</param>
/// <param name="Name">Its name; at most 200 characters.</param>
/// <param name="Plenary">Its plenary.</param>
/// <param name="Number">That plenary's number.</param>
/// <param name="Sha256">SHA-256 of their text, in lower-case hexadecimal.</param>
[CommandKind("minutes.present", Who.Secretary | Who.Presiding)]
public sealed record PresentMinutes(AssemblyId Assembly, string Name, PlenaryId Plenary, int Number, string Sha256) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now) ?? Pending.Other(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        (Pending.Other(now) ?? Requires.Line(Name, 200)) is { } refusal ? refusal
        : Assembly == now.Id ? new OwnMinutes()
        : Number is < 1 or > 1_000 || Sha256 is not { Length: 64 } || !Sha256.All(char.IsAsciiHexDigitLower) ? new UnreadableCitation()
        : now.AdoptedForOthers.Any(other => other.Minutes.Assembly == Assembly && other.Minutes.Plenary == Plenary) ? new MinutesAre(MinutesPhase.Adopted)
        : new MinutesPresented(new(Plenary, Number, Sha256, Assembly, Name));
}

/// <summary>Minutes of another assembly are before the plenary.</summary>
[FactKind("minutes.presented.v1")]
public sealed record MinutesPresented(MinutesCitation Minutes) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with { MinutesPut = Minutes };
}

/// <summary>Minutes that no plenary has adopted are taken back.</summary>
[CommandKind("minutes.withdraw", Who.Secretary | Who.Presiding)]
public sealed record WithdrawMinutes : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => now.MinutesPut is null ? new NoMinutesPut() : Pending.BeingDecided(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) => new MinutesWithdrawn();
}

/// <summary>No minutes are before the plenary any more.</summary>
[FactKind("minutes.withdrawn.v1")]
public sealed record MinutesWithdrawn : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        (before.MinutesPut is { Assembly: null, Plenary: var plenary } ? before.FireMinutes(plenary, MinutesTrigger.Withdraw) : before) with { MinutesPut = null };
}

/// <summary>Minutes before the plenary, as the acts on them need it.</summary>
internal static class Pending
{
    /// <summary>The plenary takes minutes one after the other.</summary>
    public static Refusal? Other(Proceedings now) => now.MinutesPut is { } put ? new OtherMinutesPut(put.Number) : null;

    /// <summary>What the plenary adopts stays as it was put until it has decided.</summary>
    public static Refusal? BeingDecided(Proceedings now) =>
        (now.RunningBallot is { } ballot && Adopts(now, ballot.Decision))
        || (now.Floor.Motion is { } motion && now.Motions[motion] is { IsSettled: false } pending && Adopts(now, pending.Decision))
            ? new MinutesBeingDecided() { Article = Article(now) } : null;

    /// <summary>A decision to adopt needs minutes.</summary>
    public static Refusal? NothingToAdopt(Proceedings now, string decision) =>
        Adopts(now, decision) && now.MinutesPut is null ? new NoMinutesPut() { Article = Article(now) } : null;

    /// <summary>What a ballot of this decision cites.</summary>
    public static MinutesCitation? CitedBy(Proceedings now, string decision) => Adopts(now, decision) ? now.MinutesPut : null;

    private static string? Article(Proceedings now) => now.Rules!.Decisions.Values.FirstOrDefault(rule => rule.Effect == DecisionEffect.AdoptMinutes)?.Article;

    private static bool Adopts(Proceedings now, string decision) => now.Rules!.Decision(decision) is { Effect: DecisionEffect.AdoptMinutes };
}

/// <summary>Proposed corrections have not been settled.</summary>
public sealed record CorrectionsWait(int Waiting) : Refusal("minutes.corrections-wait", Waiting);

/// <summary>Other minutes are before the plenary.</summary>
public sealed record OtherMinutesPut(int Number) : Refusal("minutes.other-put", Number);

/// <summary>No minutes are before the plenary.</summary>
public sealed record NoMinutesPut() : Refusal("minutes.none-put");

/// <summary>The plenary is deciding on the minutes.</summary>
public sealed record MinutesBeingDecided() : Refusal("minutes.being-decided");

/// <summary>An assembly puts its own minutes by their own step.</summary>
public sealed record OwnMinutes() : Refusal("minutes.own");

/// <summary>Minutes are cited by the number of their plenary and the 64 digits of their hash.</summary>
public sealed record UnreadableCitation() : Refusal("minutes.citation");

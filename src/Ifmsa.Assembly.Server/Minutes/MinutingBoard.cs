using System.Text.Json;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Minutes;
using Ifmsa.Assembly.Core.Plenaries;
using Ifmsa.Assembly.Server.Floor.Boards;

namespace Ifmsa.Assembly.Server.Minutes;

/// <summary>Where the minutes of each plenary stand, and what members say to them.</summary>
/// <param name="Plenaries">Those whose roll has been called, by id.</param>
/// <param name="Order">Their order.</param>
/// <param name="Put">What is before the plenary now, in words; absent where nothing is.</param>
/// <param name="Others">What this assembly has adopted for others.</param>
public sealed record MinutingBoard(IReadOnlyDictionary<string, MinutingRow> Plenaries, IReadOnlyList<string> Order, string? Put, IReadOnlyList<AdoptedForOther> Others)
{
    /// <summary>The board for a view.</summary>
    public static MinutingBoard Of(View view)
    {
        var now = view.Now;
        var plenaries = now.Plenaries.Values.Where(plenary => plenary.Phase != PlenaryPhase.Planned).OrderBy(plenary => plenary.Number).ToList();
        return new(
            plenaries.ToDictionary(plenary => plenary.Id.ToString(), plenary => MinutingRow.Of(view, plenary), StringComparer.Ordinal), [.. plenaries.Select(plenary => plenary.Id.ToString())],
            now.MinutesPut is { } put ? view.Sentences.Say("told.minutes-cited", put.Number, put.Name ?? now.Charter?.Name ?? "", put.Sha256) : null,
            [.. now.AdoptedForOthers.Select(other => new AdoptedForOther(
                view.Sentences.Say("told.minutes-cited", other.Minutes.Number, other.Minutes.Name ?? "", other.Minutes.Sha256),
                JsonSerializer.Serialize(new { assembly = now.Id, name = now.Charter?.Name, ballot = other.Adoption.Ballot }, JournalJson.Options)))]);
    }
}

/// <summary>Minutes of another assembly that this one has adopted.</summary>
/// <param name="Text">Which.</param>
/// <param name="Citation">What the other assembly's secretary pastes to record it.</param>
public sealed record AdoptedForOther(string Text, string Citation);

/// <summary>The minutes of a plenary on their way.</summary>
/// <param name="Number">The plenary's number.</param>
/// <param name="Phase">Where they stand.</param>
/// <param name="Adjourned">Whether the plenary is over.</param>
/// <param name="Sha256">The hash of the text that is with the members or before the plenary.</param>
/// <param name="CirculatedAt">When it went to the members.</param>
/// <param name="Adopted">By whom and how it was adopted.</param>
/// <param name="EditedAt">The last entry that changed its words.</param>
/// <param name="Corrections">What has been proposed, by id.</param>
/// <param name="Order">The order of the corrections.</param>
/// <param name="Citation">What the next assembly's secretary pastes to bring them before it; absent unless they are put.</param>
public sealed record MinutingRow(
    int Number, MinutesPhase Phase, bool Adjourned, string? Sha256, DateTimeOffset? CirculatedAt, string? Adopted, long EditedAt,
    IReadOnlyDictionary<string, CorrectionRow> Corrections, IReadOnlyList<string> Order, string? Citation)
{
    /// <summary>The row of a plenary.</summary>
    internal static MinutingRow Of(View view, Plenary plenary)
    {
        var minutes = view.Now.MinutesOf(plenary.Id);
        var corrections = minutes.Corrections.Values.OrderBy(correction => correction.Number).ToList();
        return new(
            plenary.Number, minutes.Phase, plenary.Phase == PlenaryPhase.Adjourned,
            (minutes.Phase is MinutesPhase.Put or MinutesPhase.Adopted or MinutesPhase.Published ? minutes.Put : minutes.Circulated)?.Sha256,
            minutes.Circulated?.At,
            minutes.Adoption is { } adoption ? new AdoptionSentence(view.Now, new(view.Sentences, view.Now, view.Snapshot.Words)).Of(adoption) : null,
            minutes.EditedAt,
            corrections.ToDictionary(correction => correction.Id.ToString(), correction => CorrectionRow.Of(view, correction), StringComparer.Ordinal),
            [.. corrections.Select(correction => correction.Id.ToString())],
            minutes is { Phase: MinutesPhase.Put, Put: { } put }
                ? JsonSerializer.Serialize(new { assembly = view.Now.Id, name = view.Now.Charter?.Name, plenary = plenary.Id, number = plenary.Number, sha256 = put.Sha256 }, JournalJson.Options) : null);
    }
}

/// <summary>A proposed correction.</summary>
/// <param name="Number">From 1, in order.</param>
/// <param name="Sequence">The entry whose line it corrects.</param>
/// <param name="Kind">Another sentence, or a remark.</param>
/// <param name="Phase">Where it stands.</param>
/// <param name="Member">Who proposes it; absent for the secretary.</param>
/// <param name="Text">The words it asks for; absent once erased.</param>
/// <param name="At">When it was proposed.</param>
public sealed record CorrectionRow(int Number, long Sequence, CorrectionKind Kind, CorrectionPhase Phase, string? Member, string? Text, DateTimeOffset At)
{
    /// <summary>The row of a correction.</summary>
    internal static CorrectionRow Of(View view, Correction correction) => new(
        correction.Number, correction.Sequence, correction.Kind, correction.Phase, correction.Member is { } member ? view.Now.NameOf(member) : null,
        view.Snapshot.Words.GetValueOrDefault(correction.Words), correction.At);
}

using Ifmsa.Assembly.Core.Agenda;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Elections;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Server.Documents;

namespace Ifmsa.Assembly.Server.Minutes;

/// <summary>What a plenary decided and what still stands of it, in the order it was taken.</summary>
internal sealed class Decided(Sitting sitting, Voice voice, Dictionary<ItemId, string> numbers)
{
    /// <summary>All decisions.</summary>
    public IEnumerable<DecisionTaken> All() =>
        from line in sitting.Lines
        where line.CorrectedBy is null && line.Kind is LineKind.Vote or LineKind.Election
        let text = TextOf(line)
        where text is not null
        select new DecisionTaken(
            line.Item is { } item ? numbers.GetValueOrDefault(item, "") : "",
            line.Heading is { } heading ? voice.Say(heading) : TitleOf(line),
            text,
            line.Declares is { Result: { } result } ballot ? $"{voice.Counts(ballot, result)} — {voice.Needed(ballot, result)}" : null,
            line.Article is { } article ? voice.Say(article) : null,
            line.Entry.Sequence);

    private string? TextOf(MinutesLine line) => line switch
    {
        { CorrectedBy: not null } => null,
        { Entry.Fact: MotionPassedNemoContra } => voice.Say(line.Readings.IsEmpty ? "told.carried-nemo-contra" : "told.carried-nemo-contra.amended"),
        { Entry.Fact: MotionUnseconded or ProceduralUnseconded } => voice.Say("told.failed"),
        { Entry.Fact: MotionDropped } => voice.Say("told.dropped"),
        { Entry.Fact: ProceduralDecided decided } => voice.Say(decided.Carried ? "told.granted" : "told.not-granted"),
        { Entry.Fact: ResultDeclared { Result.Verdict: Verdict.Chosen, Confirms: var confirms }, Declares: { Result: { } versus } chosen } =>
            voice.Say(confirms is null ? "told.decided.chosen" : "told.decided.preferred", voice.Label(chosen.Options.First(option => option.Key == versus.Chosen))),
        { Declares: { Motion: not null, Result.Verdict: Verdict.Carried }, Readings.IsEmpty: false } => voice.Say("told.decided.carried.amended"),
        { Declares.Result: { } result } => voice.Say(
            "told.decided." + System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(result.Verdict.ToString()),
            result.Winner is { } winner ? [winner] : []),
        _ => null,
    };

    private string TitleOf(MinutesLine line) => sitting.Lines.FindLast(put => put.Puts == line.Motion && put.Heading is not null)?.Heading is { } heading ? voice.Say(heading) : voice.Say(line.Text);
}

/// <summary>What a plenary left unfinished when it was adjourned.</summary>
internal sealed class LeftOver(Proceedings then, PlenaryId plenary, Voice voice, Dictionary<ItemId, string> numbers)
{
    /// <summary>Its items, motions and elections without an end, in the order of the agenda.</summary>
    public IEnumerable<CarriedOver> All()
    {
        var motions = then.Motions.Values.Where(motion => motion is { IsSettled: false, Phase: not MotionPhase.Draft }).OrderBy(motion => motion.Number).ToList();
        var elections = then.Elections.Values.Where(election => election.Phase == ElectionPhase.Open).OrderBy(election => election.Title, StringComparer.Ordinal).ToList();
        foreach (var (item, number, _) in then.AgendaInOrder(plenary))
        {
            if (ReasonOf(item.Phase) is { } reason)
                yield return new(number, item.Title, voice.Say(reason));
            foreach (var motion in motions.Where(motion => motion.Item == item.Id))
                yield return Of(motion, number);
            foreach (var election in elections.Where(election => election.Item == item.Id))
                yield return Of(election, number);
        }
        // A motion that was read belongs to this plenary even where no item holds it.
        foreach (var motion in motions.Where(motion => motion.Phase != MotionPhase.Submitted && (motion.Item is not { } item || !numbers.ContainsKey(item))))
            yield return Of(motion, "");
        foreach (var election in elections.Where(election => election.Item is not { } item || !numbers.ContainsKey(item)))
            yield return Of(election, "");
    }

    private static string? ReasonOf(ItemPhase phase) => phase switch
    {
        ItemPhase.Planned => "told.not-reached",
        ItemPhase.Open => "told.not-finished",
        ItemPhase.Postponed => "told.postponed",
        ItemPhase.Closed => null,
    };

    private CarriedOver Of(Motion motion, string number) => new(number, voice.Say("told.heading.motion", motion.Number, motion.Title), motion.PutOffBy is null ? voice.Say("told.pending-motion", motion.Phase) : voice.Say("told.put-off"));

    private CarriedOver Of(Election election, string number) => new(number, voice.Say("told.heading.title", election.Title), voice.Say("told.election-open"));
}

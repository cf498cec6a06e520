using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Debate;

namespace Ifmsa.Assembly.Core.Journal;

/// <content>The debate as it stands: who has spoken, and on which list one asks to speak.</content>
public sealed partial record Proceedings
{
    /// <summary>The speeches held so far, in order.</summary>
    public ImmutableList<SpeechDone> Spoken { get; init; } = [];

    /// <summary>How long business has taken so far.</summary>
    public Pace Pace { get; init; } = new();

    /// <summary>The list on which one asks to speak now: the latest on the question that is highest before the plenary; null where none was opened.</summary>
    public SpeakersList? CurrentSpeakersList =>
        SpeakersListsInPlay.OrderByDescending(list => list.Procedural is not null ? 2 : list.Motion is not null ? 1 : 0).ThenByDescending(list => list.Number).FirstOrDefault();

    /// <summary>The lists on what is before the plenary: the pending procedural motion, the motion or an alternative to it, and the open item.</summary>
    public IEnumerable<SpeakersList> SpeakersListsInPlay => SpeakersLists.Values.Where(list => list switch
    {
        { Procedural: { } procedural } => Floor.Pending?.Procedural == procedural,
        { Motion: { } motion } => Floor.Motion is { } before && !Motions[before].IsSettled && (motion == before || Find(motion)?.AlternativeTo == before),
        _ => list.Item is { } item && Floor.Item == item,
    });

    /// <summary>Whether somebody waits to speak; a request on a list that is no longer before the plenary does not count.</summary>
    public bool WaitsToSpeak(ParticipantId person) => SpeechQueue.Any(speech => speech.Participant == person && IsInPlay(speech));

    /// <summary>Whether a request stands on a list that is before the plenary, or on none.</summary>
    internal bool IsInPlay(Speech speech) => speech.List is not { } list || SpeakersListsInPlay.Any(other => other.Id == list);

    /// <summary>The pending procedural motion, where the rules bar debate on it.</summary>
    internal ProceduralMotion? Undebatable =>
        Floor.Pending?.Procedural is { } id && Find(id) is { } pending && Rules!.Procedural.GetValueOrDefault(pending.Kind) is { Debate: false } rule && Binds(rule.Article) && !Waives ? pending : null;

    /// <summary>The speeches held, with the one going on ended at that time.</summary>
    internal ImmutableList<SpeechDone> SpokenBy(DateTimeOffset at) =>
        Floor.Speaking is { } speaking ? Spoken.Add(new(speaking.Speech, CurrentPlenary, speaking.SpokenBy(at))) : Spoken;
}

using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Server.Floor.Boards;

/// <summary>Who speaks, who waits, and on which lists.</summary>
/// <param name="Speaking">Who has the floor.</param>
/// <param name="Queue">Who waits.</param>
/// <param name="Order">In which order they are called: the current list's first.</param>
/// <param name="Lists">The lists on what is before the plenary.</param>
/// <param name="Current">The list on which one asks to speak now.</param>
/// <param name="Sides">Whether one says on which side one speaks.</param>
/// <param name="Yields">Whether a speaker may yield the rest of the time.</param>
public sealed record SpeakersBoard(
    SpeakingView? Speaking, IReadOnlyDictionary<SpeechId, SpeechView> Queue, IReadOnlyList<string> Order,
    IReadOnlyDictionary<SpeakersListId, SpeakersListView> Lists, SpeakersListId? Current, bool Sides, bool Yields)
{
    internal static SpeakersBoard Of(View view)
    {
        var now = view.Now;
        var (current, lists) = (now.CurrentSpeakersList, now.SpeakersListsInPlay.ToList());
        var order = SpeakingOrder.Of(now, current).ToList();
        order.AddRange(now.SpeechQueue.Where(speech => !order.Contains(speech)));
        return new(
            now.Floor.Speaking is { } speaking
                ? new(speaking.Speech.Id, NameOf(view, speaking.Speech), view.ShortName(speaking.Speech.Member), speaking.Since, speaking.Speech.Side,
                    Whole(speaking.Limit), Whole(speaking.Spoken) ?? 0, speaking.Paused, speaking.EndsAt) : null,
            now.SpeechQueue.ToDictionary(speech => speech.Id, speech => new SpeechView(NameOf(view, speech), view.ShortName(speech.Member), speech.At, speech.List, speech.Side)),
            BoardLists.Order(order.Select(speech => speech.Id)),
            lists.ToDictionary(list => list.Id, list => new SpeakersListView(
                list.Number, list.Item, list.Motion, list.Procedural, list.Phase, list.Seconds, list.SideSeconds,
                SpeakingTime.LeftForSide(now, list, Side.For), SpeakingTime.LeftForSide(now, list, Side.Against))),
            current?.Id,
            current is not null && now.Rules!.Speaking.Order.Contains(Core.Rulebook.CallOrder.Alternating),
            now.Rules!.Speaking.Yield);
    }

    private static int? Whole(TimeSpan? time) => time is { } span ? (int)span.TotalSeconds : null;

    private static string NameOf(View view, Speech speech) =>
        speech.Participant is { } participant ? view.NameOf(participant) : view.ShortName(speech.Member) ?? "";
}

/// <summary>Who speaks.</summary>
/// <param name="Limit">The speech's limit in seconds.</param>
/// <param name="Spoken">What had been spoken before <paramref name="Since"/>, in seconds.</param>
/// <param name="Paused">Whether the clock stands still.</param>
/// <param name="EndsAt">When the limit is reached.</param>
public sealed record SpeakingView(SpeechId Id, string Name, string? Member, DateTimeOffset Since, Side? Side, int? Limit, int Spoken, bool Paused, DateTimeOffset? EndsAt);

/// <summary>Who waits.</summary>
public sealed record SpeechView(string Name, string? Member, DateTimeOffset At, SpeakersListId? List, Side? Side);

/// <summary>A speakers' list.</summary>
/// <param name="LeftFor">Seconds left for those who speak for, where there is a limit.</param>
/// <param name="LeftAgainst">Seconds left for those who speak against.</param>
public sealed record SpeakersListView(
    int Number, ItemId? Item, MotionId? Motion, ProceduralId? Procedural, SpeakersListPhase Phase, int Seconds, int SideSeconds, int? LeftFor, int? LeftAgainst);

using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Server.Floor.Rooms;

namespace Ifmsa.Assembly.Server.Floor.Boards;

/// <summary>A delegation's private room, for its own people alone; it comes from memory and not from the journal.</summary>
/// <param name="Ballot">The ballot that advice and mandate are about; absent where there is neither.</param>
/// <param name="Advice">What each delegate advises.</param>
/// <param name="Mandate">The mandate on that ballot, where it is about no motion.</param>
/// <param name="Mandates">The mandates on motions.</param>
public sealed record RoomBoard(BallotId? Ballot, IReadOnlyDictionary<ParticipantId, AdviceView> Advice, MandateView? Mandate, IReadOnlyDictionary<MotionId, MandateView> Mandates)
{
    internal static RoomBoard Of(View view, Actor by)
    {
        var room = view.RoomOf(by);
        return new(
            room.Ballot,
            room.Advice.ToDictionary(pair => pair.Key, pair => new AdviceView(pair.Value.Options, pair.Value.Note)),
            room.Mandate is { } noted ? MandateView.Of(noted) : null,
            room.Mandates.ToDictionary(pair => pair.Key, pair => MandateView.Of(pair.Value)));
    }
}

/// <summary>What a delegate advises.</summary>
public sealed record AdviceView(IReadOnlyList<string> Options, string? Note);

/// <summary>A mandate from home, and who noted it.</summary>
public sealed record MandateView(string Option, string? Note, ParticipantId By)
{
    internal static MandateView Of(NotedMandate noted) => new(noted.Mandate.Option ?? "", noted.Mandate.Note, noted.By);
}

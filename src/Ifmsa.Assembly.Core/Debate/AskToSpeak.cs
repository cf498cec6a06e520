using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Plenaries;
using Ifmsa.Assembly.Core.Rulebook;

namespace Ifmsa.Assembly.Core.Debate;

/// <summary>Somebody asks to speak, on the current list where one is open; a placard is entered for its delegation.</summary>
[CommandKind("speech.request", Who.Participant)]
public sealed record AskToSpeak(SpeechId Speech, MemberId? For = null, SpeakersListId? List = null, Side? Side = null) : Command, IAct
{
    /// <summary>The most requests that wait at once.</summary>
    public const int AtMost = 500;

    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        Requires.Session(now) ?? Closed(now) ??
        (by.Is(Who.Enters) ? null
            : Requires.Intake(now, by) ?? SpeakingRights.Of(now, by.Participant, by.Member) ?? (by.Participant is { } person && now.WaitsToSpeak(person) ? new AskedAlready() : null));

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if (For is { } named && named != moment.By.Member)
        {
            if (!moment.By.Is(Who.Enters))
                return new NotForOthers();
            if (now.Find(named) is null)
                return new UnknownMember();
        }
        var forOther = For is { } other && other != moment.By.Member;
        var (person, member) = forOther ? (null, For) : (moment.By.Participant, moment.By.Member);
        if (now.Rule(!forOther && now.Floor.Intake == Intake.Placards ? new OnlyByPlacard() : null) is { } placards)
            return placards;
        if (SpeakingRights.Of(now, person, member) is { } refusal)
            return refusal;
        if (now.SpeechQueue.Any(speech => speech.Participant == person && (person is not null || speech.Member == member) && now.IsInPlay(speech)))
            return new AskedAlready();
        if (now.SpeechQueue.Count >= AtMost)
            return new QueueFull(AtMost);
        if (now.SpeechQueue.Any(speech => speech.Id == Speech) || now.Floor.Speaking?.Speech.Id == Speech)
            return new IdTaken();
        return OnList(now, out var list) is { } elsewhere ? elsewhere : new SpeechRequested(Speech, person, member, moment.At, list, Side);
    }

    /// <summary>The list named, or the current one; null where none is open.</summary>
    private Refusal? OnList(Proceedings now, out SpeakersListId? list)
    {
        var found = List is { } id ? now.Find(id) : now.CurrentSpeakersList;
        list = found?.Id;
        return List is not null && found is null ? new NoSpeakersList()
            : found is null ? null
            : List is not null && !now.SpeakersListsInPlay.Contains(found) ? new SpeakersElsewhere()
            : Refused(now, found) is { } closed ? closed
            : Side is null && now.Rules!.Speaking.Order.Contains(CallOrder.Alternating) && now.Binds(now.Rules.Speaking.Article) ? new SideMissing { Article = now.Rules.Speaking.Article }
            : null;
    }

    private static SpeakersListIsClosed? Refused(Proceedings now, SpeakersList list) =>
        list.Phase == SpeakersListPhase.Closed && now.Binds(now.Rules!.Speaking.Article) && !now.Waives ? new() { Article = now.Rules.Speaking.Article } : null;

    /// <summary>All lists on what is before the plenary are closed.</summary>
    private static Refusal? Closed(Proceedings now) =>
        now.SpeakersListsInPlay.All(list => Refused(now, list) is not null) ? now.CurrentSpeakersList is { } current ? Refused(now, current) : null : null;
}

/// <summary>Somebody waits to speak.</summary>
[FactKind("speech.requested.v1")]
public sealed record SpeechRequested(SpeechId Speech, ParticipantId? Participant, MemberId? Member, DateTimeOffset At, SpeakersListId? List = null, Side? Side = null) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with { SpeechQueue = before.SpeechQueue.Add(new(Speech, Participant, Member, At, List, Side)) };
}

/// <summary>A request is taken back, or the chair takes it off.</summary>
[CommandKind("speech.withdraw", Who.Participant)]
public sealed record WithdrawRequest(SpeechId Speech) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        by.Is(Who.Enters) || now.SpeechQueue.Any(speech => speech.Participant == by.Participant) ? null : new UnknownRequest();

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        now.SpeechQueue.Find(speech => speech.Id == Speech) is not { } speech || (speech.Participant != moment.By.Participant && !moment.By.Is(Who.Enters))
            ? new UnknownRequest()
            : new SpeechWithdrawn(Speech);
}

/// <summary>Somebody no longer waits to speak.</summary>
[FactKind("speech.withdrawn.v1", Reversible = true)]
public sealed record SpeechWithdrawn(SpeechId Speech) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with { SpeechQueue = before.SpeechQueue.RemoveAll(speech => speech.Id == Speech) };
}

/// <summary>The person waits to speak.</summary>
public sealed record AskedAlready() : Refusal("speech.asked-already");

/// <summary>Too many wait.</summary>
public sealed record QueueFull(int AtMost) : Refusal("speech.queue-full", AtMost);

/// <summary>No such request waits.</summary>
public sealed record UnknownRequest() : Refusal("speech.unknown");

/// <summary>The floor is asked for by placards now.</summary>
public sealed record OnlyByPlacard() : RuleRefusal("intake.placards");

/// <summary>The list takes no more names.</summary>
public sealed record SpeakersListIsClosed() : RuleRefusal("speakers.closed");

/// <summary>Speeches for and against take turns, so a side is needed.</summary>
public sealed record SideMissing() : Refusal("speech.side-missing");

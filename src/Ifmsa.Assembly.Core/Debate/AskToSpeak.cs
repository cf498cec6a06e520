using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Debate;

/// <summary>Somebody asks to speak; a placard is entered for its delegation.</summary>
[CommandKind("speech.request", Who.Participant)]
public sealed record AskToSpeak(SpeechId Speech, MemberId? For = null) : Command, IAct
{
    /// <summary>The most requests that wait at once.</summary>
    public const int AtMost = 500;

    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        Requires.Session(now) ??
        (by.Member is { } member && !by.Is(Who.Enters) && !now.Rules!.Rights[now.Members[member].Status].Speak
            ? new MayNotSpeak { Article = now.Rules.Rights[now.Members[member].Status].Article }
            : !by.Is(Who.Enters) && now.SpeechQueue.Any(speech => speech.Participant == by.Participant) ? new AskedAlready() : null);

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
        if (forOther ? now.SpeechQueue.Any(speech => speech.Participant is null && speech.Member == For) : now.SpeechQueue.Any(speech => speech.Participant == moment.By.Participant))
            return new AskedAlready();
        return now.SpeechQueue.Count >= AtMost ? new QueueFull(AtMost)
            : now.SpeechQueue.Any(speech => speech.Id == Speech) ? new IdTaken()
            : new SpeechRequested(Speech, forOther ? null : moment.By.Participant, forOther ? For : moment.By.Member, moment.At);
    }
}

/// <summary>Somebody waits to speak.</summary>
[FactKind("speech.requested.v1")]
public sealed record SpeechRequested(SpeechId Speech, ParticipantId? Participant, MemberId? Member, DateTimeOffset At) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with { SpeechQueue = before.SpeechQueue.Add(new(Speech, Participant, Member, At)) };
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

/// <summary>The chair gives the floor to somebody who waits.</summary>
[CommandKind("speech.call", Who.Presiding)]
public sealed record CallSpeaker(SpeechId Speech) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Quorum(now) ?? Requires.NoBallotRunning(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        now.SpeechQueue.Find(speech => speech.Id == Speech) is { } speech ? new SpeakerCalled(speech, moment.At) : new UnknownRequest();
}

/// <summary>Somebody has the floor.</summary>
[FactKind("speech.called.v1", Reversible = true)]
public sealed record SpeakerCalled(Speech Speech, DateTimeOffset At) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with
    {
        SpeechQueue = before.SpeechQueue.RemoveAll(speech => speech.Id == Speech.Id),
        Floor = before.Floor with { Speaking = new(Speech, At) },
    };
}

/// <summary>The chair ends a speech.</summary>
[CommandKind("speech.end", Who.Presiding)]
public sealed record EndSpeech : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => now.Floor.Speaking is null ? new NobodySpeaks() : null;

    internal override Decision DecideOn(Proceedings now, Moment moment) => new SpeechEnded(now.Floor.Speaking!.Speech.Id, moment.At);
}

/// <summary>The floor is free.</summary>
[FactKind("speech.ended.v1", Reversible = true)]
public sealed record SpeechEnded(SpeechId Speech, DateTimeOffset At) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with { Floor = before.Floor with { Speaking = null } };
}

/// <summary>Members of this status may not speak.</summary>
public sealed record MayNotSpeak() : Refusal("speech.no-right");

/// <summary>The person waits to speak.</summary>
public sealed record AskedAlready() : Refusal("speech.asked-already");

/// <summary>Too many wait.</summary>
public sealed record QueueFull(int AtMost) : Refusal("speech.queue-full", AtMost);

/// <summary>No such request waits.</summary>
public sealed record UnknownRequest() : Refusal("speech.unknown");

/// <summary>Nobody has the floor.</summary>
public sealed record NobodySpeaks() : Refusal("speech.nobody");

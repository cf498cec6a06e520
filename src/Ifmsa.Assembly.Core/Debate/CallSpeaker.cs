using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Debate;

/// <summary>The chair gives the floor to somebody who waits; whoever has it has finished.</summary>
[CommandKind("speech.call", Who.Presiding)]
public sealed record CallSpeaker(SpeechId Speech) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Quorum(now) ?? Requires.NoBallotRunning(now) ?? Speeches.OnPending(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        now.SpeechQueue.Find(speech => speech.Id == Speech) is { } speech ? Speeches.Called(now, moment, speech) : new UnknownRequest();
}

/// <summary>The chair gives the floor to whoever is next by the rules: on the current list, or among those who wait where there is none.</summary>
[CommandKind("speech.call-next", Who.Presiding)]
public sealed record CallNextSpeaker : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        Requires.Quorum(now) ?? Requires.NoBallotRunning(now) ?? Speeches.OnPending(now) ?? (Speeches.Next(now) is null ? new NobodyWaits() : null);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        Speeches.Next(now) is { } next ? Speeches.Called(now, moment, next) : new NobodyWaits();
}

/// <summary>Somebody has the floor, for so many seconds where there is a limit.</summary>
[FactKind("speech.called.v1", Reversible = true)]
public sealed record SpeakerCalled(Speech Speech, DateTimeOffset At, int? Seconds = null) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with
    {
        SpeechQueue = before.SpeechQueue.RemoveAll(speech => speech.Id == Speech.Id),
        Spoken = before.SpokenBy(At),
        Floor = before.Floor with { Speaking = new(Speech, At) { Limit = Seconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null } },
    };
}

/// <summary>A speech ends: the chair ends it, or the speaker has finished.</summary>
[CommandKind("speech.end", Who.Presiding | Who.Participant)]
public sealed record EndSpeech : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Speeches.Going(now, by);

    internal override Decision DecideOn(Proceedings now, Moment moment) => Decision.Of(Speeches.Ending(now, moment));
}

/// <summary>The floor is free.</summary>
[FactKind("speech.ended.v1", Reversible = true)]
public sealed record SpeechEnded(SpeechId Speech, DateTimeOffset At) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with { Spoken = before.SpokenBy(At), Floor = before.Floor with { Speaking = null } };
}

/// <summary>How speeches begin and end.</summary>
internal static class Speeches
{
    /// <summary>Somebody has the floor, and it is this person's to chair or to use.</summary>
    public static Refusal? Going(Proceedings now, Actor by) =>
        now.Floor.Speaking is not { } speaking ? new NobodySpeaks()
        : by.Presides || (speaking.Speech.Participant is { } person && person == by.Participant) ? null
        : new NotYourSpeech();

    /// <summary>A question that cannot be debated is pending, and its proposer does not wait to introduce it.</summary>
    public static Refusal? OnPending(Proceedings now) =>
        now.Undebatable is { } pending && !now.SpeechQueue.Any(speech => Introduces(pending, speech)) ? Barred(now, pending) : null;

    /// <summary>Who is called next; while a question that cannot be debated is pending, its proposer.</summary>
    public static Speech? Next(Proceedings now) =>
        now.Undebatable is { } pending ? now.SpeechQueue.Find(speech => Introduces(pending, speech)) : SpeakingOrder.Next(now, now.CurrentSpeakersList);

    /// <summary>A speech begins, and the one going on ends.</summary>
    public static Decision Called(Proceedings now, Moment moment, Speech speech)
    {
        if (now.Undebatable is { } pending && !Introduces(pending, speech))
            return Barred(now, pending);
        var ending = Ending(now, moment).ToList();
        int? seconds = null;
        var free = ending.Aggregate(now, (state, fact) => fact.ApplyTo(state));
        if ((SpeakingRights.Of(now, speech.Participant, speech.Member) ?? now.Rule(SpeakingTime.Of(free, speech, out seconds))) is { } refusal)
            return refusal;
        return Decision.Of([.. ending, new SpeakerCalled(speech, moment.At, seconds)]);
    }

    /// <summary>The end of the speech going on; nothing where nobody speaks.</summary>
    public static IEnumerable<Fact> Ending(Proceedings now, Moment moment) =>
        now.Floor.Speaking is { } speaking ? [new SpeechEnded(speaking.Speech.Id, moment.At)] : [];

    /// <summary>The same decision, which takes the floor from whoever speaks, as the opening of a vote does.</summary>
    public static Decision TakingTheFloor(this Decision decision, Proceedings now, Moment moment) =>
        decision.Refusal is not null || !decision.Facts.OfType<Ballots.BallotOpened>().Any() ? decision
            : Decision.Of([.. Ending(now, moment), .. decision.Facts]).With(decision.Matters);

    private static bool Introduces(ProceduralMotion pending, Speech speech) => pending.Proposer is { } proposer && speech.Member == proposer;

    private static NoDebate Barred(Proceedings now, ProceduralMotion pending)
    {
        var rule = now.Rules!.Procedural[pending.Kind];
        return new(rule.Title) { Article = rule.Article };
    }
}

/// <summary>Nobody has the floor.</summary>
public sealed record NobodySpeaks() : Refusal("speech.nobody");

/// <summary>Somebody else has the floor.</summary>
public sealed record NotYourSpeech() : Refusal("speech.not-yours");

/// <summary>Nobody waits on the current list.</summary>
public sealed record NobodyWaits() : Refusal("speech.nobody-waits");

using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Debate;

/// <summary>The chair stops the clock of the speech going on.</summary>
[CommandKind("speech.pause", Who.Presiding)]
public sealed record PauseSpeech : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => now.Floor.Speaking switch
    {
        null => new NobodySpeaks(),
        { Paused: true } => new SpeechIsPaused(),
        _ => null,
    };

    internal override Decision DecideOn(Proceedings now, Moment moment) => new SpeechPaused(now.Floor.Speaking!.Speech.Id, moment.At);
}

/// <summary>The clock of a speech stands still.</summary>
[FactKind("speech.paused.v1", Reversible = true)]
public sealed record SpeechPaused(SpeechId Speech, DateTimeOffset At) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with { Floor = before.Floor with { Speaking = before.Floor.Speaking?.Stopped(At) } };
}

/// <summary>The chair lets the clock of the speech go on.</summary>
[CommandKind("speech.continue", Who.Presiding)]
public sealed record ContinueSpeech : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => now.Floor.Speaking switch
    {
        null => new NobodySpeaks(),
        { Paused: false } => new SpeechIsGoingOn(),
        _ => null,
    };

    internal override Decision DecideOn(Proceedings now, Moment moment) => new SpeechContinued(now.Floor.Speaking!.Speech.Id, moment.At);
}

/// <summary>The clock of a speech goes on.</summary>
[FactKind("speech.continued.v1", Reversible = true)]
public sealed record SpeechContinued(SpeechId Speech, DateTimeOffset At) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with { Floor = before.Floor with { Speaking = before.Floor.Speaking?.GoingOn(At) } };
}

/// <summary>The chair gives the speaker more time.</summary>
[CommandKind("speech.extend", Who.Presiding)]
public sealed record ExtendSpeech(int Seconds) : Command, IAct
{
    /// <summary>The most seconds given at once.</summary>
    public const int AtMost = 3_600;

    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => now.Floor.Speaking switch
    {
        null => new NobodySpeaks(),
        { Limit: null } => new NoLimit(),
        // However often it is extended, a limit stays a limit.
        { Limit: { } limit } when limit.TotalSeconds > LimitSpeakers.AtMost => new LimitOutOfBounds(LimitSpeakers.AtMost),
        _ => null,
    };

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        Seconds is < 1 or > AtMost ? new LimitOutOfBounds(AtMost) : new SpeechExtended(now.Floor.Speaking!.Speech.Id, Seconds);
}

/// <summary>The speaker has so many seconds more.</summary>
[FactKind("speech.extended.v1", Reversible = true)]
public sealed record SpeechExtended(SpeechId Speech, int Seconds) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        before with { Floor = before.Floor with { Speaking = before.Floor.Speaking is { } speaking ? speaking with { Limit = speaking.Limit + TimeSpan.FromSeconds(Seconds) } : null } };
}

/// <summary>The clock of the speech stands still.</summary>
public sealed record SpeechIsPaused() : Refusal("speech.paused");

/// <summary>The clock of the speech goes on.</summary>
public sealed record SpeechIsGoingOn() : Refusal("speech.going-on");

/// <summary>The speech has no limit.</summary>
public sealed record NoLimit() : Refusal("speech.no-limit");

using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Plenaries;

namespace Ifmsa.Assembly.Core.Minutes;

/// <summary>The secretary has read the minutes of an adjourned plenary through.</summary>
[CommandKind("minutes.review", Who.Secretary)]
public sealed record ReviewMinutes(PlenaryId Plenary) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => MinutesSteps.Any(now, MinutesTrigger.Review);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        MinutesSteps.On(now, Plenary, MinutesTrigger.Review) is { } refusal ? refusal : new MinutesReviewed(Plenary, moment.At);
}

/// <summary>The minutes have been read through.</summary>
[FactKind("minutes.reviewed.v1")]
public sealed record MinutesReviewed(PlenaryId Plenary, DateTimeOffset At) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.FireMinutes(Plenary, MinutesTrigger.Review);
}

/// <summary>The secretary takes reviewed minutes up again.</summary>
[CommandKind("minutes.revise", Who.Secretary)]
public sealed record ReviseMinutes(PlenaryId Plenary) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => MinutesSteps.Any(now, MinutesTrigger.Revise);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        MinutesSteps.On(now, Plenary, MinutesTrigger.Revise) is { } refusal ? refusal : new MinutesTakenUp(Plenary);
}

/// <summary>The minutes are a draft again.</summary>
[FactKind("minutes.taken-up.v1")]
public sealed record MinutesTakenUp(PlenaryId Plenary) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.FireMinutes(Plenary, MinutesTrigger.Revise);
}

/// <summary>What the steps of minutes share.</summary>
internal static class MinutesSteps
{
    /// <summary>Some plenary's minutes can take a step.</summary>
    public static Refusal? Any(Proceedings now, MinutesTrigger trigger) =>
        now.Plenaries.Values.Any(plenary => plenary.Phase == PlenaryPhase.Adjourned && PlenaryMinutes.Flow.CanFire(now.MinutesOf(plenary.Id).Phase, trigger)) ? null : new NoMinutesFor(trigger);

    /// <summary>Why minutes cannot take a step; null when they can.</summary>
    public static Refusal? On(Proceedings now, PlenaryId plenary, MinutesTrigger trigger) => now.Find(plenary) switch
    {
        null => new UnknownPlenary(),
        { Phase: not PlenaryPhase.Adjourned } => new NotAdjourned(),
        _ when now.MinutesOf(plenary).Phase is var phase && !PlenaryMinutes.Flow.CanFire(phase, trigger) => new MinutesAre(phase),
        _ => null,
    };
}

/// <summary>No minutes are where this step begins.</summary>
public sealed record NoMinutesFor(MinutesTrigger Trigger) : Refusal("minutes.none-to", Trigger);

using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Plenaries;

namespace Ifmsa.Assembly.Core.Motions;

/// <summary>The chair gives delegations more time, or asks again after an interruption.</summary>
[CommandKind("countdown.extend", Who.Presiding)]
public sealed record ExtendCountdown(int Seconds) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => now.Floor.Pending switch
    {
        { Procedural: not null } => Requires.Deciding(now) ?? ProceduralSteps.Immediate(now, ProceduralPhase.AskingSecond),
        { Amendment: not null } => Requires.Quorum(now) ?? Amending.Immediate(now, AmendmentPhase.AskingSecond),
        _ => Requires.Quorum(now) ?? MotionSteps.OnFloor(now, MotionPhase.AskingSecond, MotionPhase.AskingNegatives, MotionPhase.AskingAlternatives),
    };

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if (Seconds is < 1 or > 600)
            return new SecondsOutOfBounds();
        var until = (now.Floor.Countdown?.EndsAt is { } end && end > moment.At ? end : moment.At).AddSeconds(Seconds);
        if (now.Floor.Pending is { Procedural: { } procedural })
            return new CountdownExtended(Motion: null, CountdownPurpose.ProceduralSeconders, until, Seconds, Procedural: procedural);
        if (now.Floor.Pending is { Amendment: { } amendment })
            return new CountdownExtended(Motion: null, CountdownPurpose.AmendmentSeconders, until, Seconds, Amendment: amendment);
        var motion = now.Motions[now.Floor.Motion!.Value];
        // An alternative that is asked about keeps its own countdown.
        var alternative = Alternatives.To(now, motion.Id).LastOrDefault(other => other.Phase == MotionPhase.AskingSecond);
        return alternative is not null ? new CountdownExtended(alternative.Id, CountdownPurpose.Seconders, until, Seconds) : new CountdownExtended(
            motion.Id,
            motion.Phase switch
            {
                MotionPhase.AskingSecond => CountdownPurpose.Seconders,
                MotionPhase.AskingAlternatives => CountdownPurpose.Alternatives,
                _ => CountdownPurpose.Negatives,
            },
            until, Seconds);
    }
}

/// <summary>Delegations have until then.</summary>
[FactKind("countdown.extended.v1", Reversible = true)]
public sealed record CountdownExtended(
    MotionId? Motion, CountdownPurpose Purpose, DateTimeOffset Until, int Seconds, AmendmentId? Amendment = null, ProceduralId? Procedural = null) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with
    {
        Floor = before.FloorGoingOn with { Countdown = new(Purpose, Motion, Until, Seconds, Amendment, Procedural) },
    };
}

/// <summary>A countdown gives 1 to 600 seconds.</summary>
public sealed record SecondsOutOfBounds() : Refusal("countdown.out-of-bounds");

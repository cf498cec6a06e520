using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Plenaries;

namespace Ifmsa.Assembly.Core.Motions;

/// <summary>The chair gives delegations more time, or asks again after an interruption.</summary>
[CommandKind("countdown.extend", Who.Presiding)]
public sealed record ExtendCountdown(int Seconds) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        Requires.Quorum(now) ?? MotionSteps.OnFloor(now, MotionPhase.AskingSecond, MotionPhase.AskingNegatives);

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if (Seconds is < 1 or > 600)
            return new SecondsOutOfBounds();
        var motion = now.Motions[now.Floor.Motion!.Value];
        var purpose = motion.Phase == MotionPhase.AskingSecond ? CountdownPurpose.Seconders : CountdownPurpose.Negatives;
        var from = now.Floor.Countdown?.EndsAt is { } end && end > moment.At ? end : moment.At;
        return new CountdownExtended(motion.Id, purpose, from.AddSeconds(Seconds), Seconds);
    }
}

/// <summary>Delegations have until then.</summary>
[FactKind("countdown.extended.v1", Reversible = true)]
public sealed record CountdownExtended(MotionId Motion, CountdownPurpose Purpose, DateTimeOffset Until, int Seconds) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with
    {
        Floor = before.FloorGoingOn with { Countdown = new(Purpose, Motion, Until, Seconds) },
    };
}

/// <summary>A countdown gives 1 to 600 seconds.</summary>
public sealed record SecondsOutOfBounds() : Refusal("countdown.out-of-bounds");

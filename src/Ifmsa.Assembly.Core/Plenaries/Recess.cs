using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Plenaries;

/// <summary>The chair interrupts the plenary; cards are kept, and the end shows everywhere.</summary>
[CommandKind("plenary.recess", Who.Presiding)]
public sealed record CallRecess(DateTimeOffset Until) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Session(now) ?? Requires.NoBallotRunning(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        Until <= moment.At || Until > moment.At.AddDays(2) ? new RecessEndOutOfBounds() : new RecessCalled(now.CurrentPlenary!.Value, Until, moment.At);
}

/// <summary>The plenary is interrupted.</summary>
[FactKind("plenary.recessed.v1", Reversible = true, SetsStage = true)]
public sealed record RecessCalled(PlenaryId Plenary, DateTimeOffset Until, DateTimeOffset At) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        before.Amend(Plenary, plenary => plenary with { Phase = Plenaries.Plenary.Flow.Fire(plenary.Phase, PlenaryTrigger.Recess), RecessUntil = Until }) with
        {
            Floor = before.Floor with { Countdown = null, HallCall = null, Speaking = null },
            Spoken = before.SpokenBy(At),
        };
}

/// <summary>The chair goes on after a recess.</summary>
[CommandKind("plenary.resume", Who.Presiding)]
public sealed record Resume : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => now.Plenary is { Phase: PlenaryPhase.Recess } ? null : new NotInRecess();

    internal override Decision DecideOn(Proceedings now, Moment moment) => new PlenaryResumed(now.CurrentPlenary!.Value, moment.At);
}

/// <summary>The plenary is at work again.</summary>
[FactKind("plenary.resumed.v1", Reversible = true, SetsStage = true)]
public sealed record PlenaryResumed(PlenaryId Plenary, DateTimeOffset At) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        before.Amend(Plenary, plenary => plenary with { Phase = Plenaries.Plenary.Flow.Fire(plenary.Phase, PlenaryTrigger.Resume), RecessUntil = null }) with
        {
            Floor = before.Floor with { HallCall = null },
        };
}

/// <summary>The chair calls everybody back to the hall before a vote.</summary>
[CommandKind("hall.call", Who.Presiding)]
public sealed record CallToHall(int Minutes) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        now.Plenary is { Phase: PlenaryPhase.InSession or PlenaryPhase.Recess } ? null : new NotInSession();

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        Minutes is < 1 or > 60 ? new MinutesOutOfBounds() : new HallCalled(Minutes, moment.At.AddMinutes(Minutes));
}

/// <summary>Everybody is called back to the hall.</summary>
[FactKind("hall.called.v1", Reversible = true)]
public sealed record HallCalled(int Minutes, DateTimeOffset Until) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with { Floor = before.Floor with { HallCall = new(Until, Minutes) } };
}

/// <summary>A recess ends in the future, within two days.</summary>
public sealed record RecessEndOutOfBounds() : Refusal("recess.end-out-of-bounds");

/// <summary>The plenary is not in recess.</summary>
public sealed record NotInRecess() : Refusal("plenary.not-in-recess");

/// <summary>A call to the hall gives 1 to 60 minutes.</summary>
public sealed record MinutesOutOfBounds() : Refusal("hall.minutes-out-of-bounds");

using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Plenaries;

/// <summary>Somebody takes a chair that nobody has: the elected chair, the vice, or the Executive Board until a chair is elected.</summary>
[CommandKind("chair.assume", Who.Chair | Who.ViceChair | Who.Executive)]
public sealed record AssumeChair : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        now.Chairing.Presiding is not null ? new ChairTakenAlready()
        : by.Participant is { } self && Deputies.Concerned(now).Contains(self) ? new ChairIsConcerned()
        : !by.Is(Who.Chair) && !by.Is(Who.ViceChair) && now.Participants.Values.Any(person => (person.Duties & Who.Chair) != 0) ? new ChairIsElected()
        : null;

    internal override Decision DecideOn(Proceedings now, Moment moment) => new ChairTaken(moment.By.Participant!.Value);
}

/// <summary>Somebody has the chair.</summary>
[FactKind("chair.taken.v1")]
public sealed record ChairTaken(ParticipantId Participant) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with { Chairing = new(Participant) };
}

/// <summary>Whoever presides offers the chair to somebody who may preside.</summary>
[CommandKind("chair.offer", Who.Presiding)]
public sealed record OfferChair(ParticipantId To) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) => now.Find(To) switch
    {
        null => new UnknownParticipant(),
        { } person when person.Id == moment.By.Participant || (person.Duties & (Who.Chair | Who.ViceChair | Who.Executive)) == 0 => new CannotPreside(),
        { } person when Deputies.Concerned(now).Contains(person.Id) => new ChairIsConcerned(),
        _ => new ChairOffered(To),
    };
}

/// <summary>The chair is offered to somebody.</summary>
[FactKind("chair.offered.v1")]
public sealed record ChairOffered(ParticipantId To) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with { Chairing = before.Chairing with { OfferedTo = To } };
}

/// <summary>Somebody accepts the chair; whoever had it has it no longer.</summary>
[CommandKind("chair.accept", Who.Chair | Who.ViceChair | Who.Executive)]
public sealed record AcceptChair : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        now.Chairing.OfferedTo is not { } to || to != by.Participant ? new ChairNotOffered() : Deputies.Concerned(now).Contains(to) ? new ChairIsConcerned() : null;

    internal override Decision DecideOn(Proceedings now, Moment moment) => new ChairTaken(moment.By.Participant!.Value);
}

/// <summary>An offer of the chair is declined, or taken back.</summary>
[CommandKind("chair.decline", Who.Presiding | Who.Chair | Who.ViceChair | Who.Executive)]
public sealed record DeclineChair : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        now.Chairing.OfferedTo is { } to && (to == by.Participant || by.Presides) ? null : new ChairNotOffered();

    internal override Decision DecideOn(Proceedings now, Moment moment) => new ChairOfferEnded();
}

/// <summary>The chair is no longer offered.</summary>
[FactKind("chair.offer-ended.v1")]
public sealed record ChairOfferEnded : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with { Chairing = before.Chairing with { OfferedTo = null } };
}

/// <summary>The clock reports that the presiding person's device has been silent for as long as the rulebook allows.</summary>
[CommandKind("chair.report-silent", Who.Clock)]
public sealed record ReportChairSilent(ParticipantId Presiding) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => now.Chairing.Presiding is null ? new ChairNotOffered() : null;

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if (now.Chairing.Presiding != Presiding || now.Chairing.Silent)
            return new ChairTakenAlready();
        return new ChairFellSilent(Presiding, Deputies.Of(now, Presiding));
    }
}

/// <summary>The presiding person's device is silent; the vice is offered the chair.</summary>
[FactKind("chair.silent.v1")]
public sealed record ChairFellSilent(ParticipantId Presiding, ParticipantId? OfferedTo) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with { Chairing = new(Presiding, OfferedTo, Silent: true) };
}

/// <summary>The clock reports that the presiding person's device is heard again.</summary>
[CommandKind("chair.report-heard", Who.Clock)]
public sealed record ReportChairHeard(ParticipantId Presiding) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => now.Chairing.Silent ? null : new ChairNotOffered();

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        now.Chairing.Presiding == Presiding ? new ChairHeard(Presiding) : new ChairTakenAlready();
}

/// <summary>The presiding person is back; the offer of the chair is off.</summary>
[FactKind("chair.heard.v1")]
public sealed record ChairHeard(ParticipantId Presiding) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with { Chairing = new(Presiding) };
}

/// <summary>Somebody has the chair.</summary>
public sealed record ChairTakenAlready() : Refusal("chair.taken");

/// <summary>A chair is elected; the Executive Board no longer presides by itself.</summary>
public sealed record ChairIsElected() : Refusal("chair.elected");

/// <summary>The chair passes among chair, vice-chair and Executive Board.</summary>
public sealed record CannotPreside() : Refusal("chair.cannot-preside");

/// <summary>The plenary decides on somebody's own chair; another presides until it has.</summary>
public sealed record ChairIsConcerned() : Refusal("chair.concerned");

/// <summary>The chair is not offered here.</summary>
public sealed record ChairNotOffered() : Refusal("chair.not-offered");

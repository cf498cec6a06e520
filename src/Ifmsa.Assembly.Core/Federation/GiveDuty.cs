using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Federation;

/// <summary>The secretariat gives a duty, or the chair appoints a secretary, an assistant, a returning officer or the desk.</summary>
[CommandKind("duty.give", Who.Secretariat | Who.Presiding)]
public sealed record GiveDuty(ParticipantId Participant, Duty Duty) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        now.Find(Participant) is not { } person ? new UnknownParticipant()
        : person.Erased ? new PersonIsErased()
        : !moment.By.Is(Who.Secretariat) && !Appointments.ByChair(Duty) ? new NotAppointedByChair(Duty)
        : (person.Duties & Duty.AsWho()) != 0 ? new HasDuty(Duty)
        : new DutyGiven(Participant, Duty);
}

/// <summary>Somebody has a duty.</summary>
[FactKind("duty.given.v1", Reversible = true)]
public sealed record DutyGiven(ParticipantId Participant, Duty Duty) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        before.Amend(Participant, person => person with { Duties = person.Duties | Duty.AsWho(), Held = person.Held | Duty.AsWho() });
}

/// <summary>A duty is taken back; live connections that rested on it end.</summary>
[CommandKind("duty.remove", Who.Secretariat | Who.Presiding)]
public sealed record RemoveDuty(ParticipantId Participant, Duty Duty) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        now.Find(Participant) is not { } person ? new UnknownParticipant()
        : !moment.By.Is(Who.Secretariat) && !Appointments.ByChair(Duty) ? new NotAppointedByChair(Duty)
        : (person.Duties & Duty.AsWho()) == 0 ? new HasNotDuty(Duty)
        : new DutyRemoved(Participant, Duty);
}

/// <summary>Somebody no longer has a duty; whoever presides by it gives up the chair.</summary>
[FactKind("duty.removed.v1", Reversible = true)]
public sealed record DutyRemoved(ParticipantId Participant, Duty Duty) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before)
    {
        var after = before.Amend(Participant, person => person with { Duties = person.Duties & ~Duty.AsWho() });
        var presided = before.Chairing.Presiding == Participant && (after.Participants[Participant].Duties & (Who.Chair | Who.ViceChair | Who.Executive)) == 0;
        var offered = before.Chairing.OfferedTo == Participant && (after.Participants[Participant].Duties & (Who.Chair | Who.ViceChair | Who.Executive)) == 0;
        return presided ? after with { Chairing = new() }
            : offered ? after with { Chairing = before.Chairing with { OfferedTo = null } }
            : after;
    }
}

/// <summary>Which duties the chair appoints to.</summary>
internal static class Appointments
{
    public static bool ByChair(Duty duty) => duty is Duty.Secretary or Duty.Assistant or Duty.Officer or Duty.Desk;
}

/// <summary>The chair does not appoint to this duty.</summary>
public sealed record NotAppointedByChair(Duty Duty) : Refusal("duty.not-by-chair", Duty);

/// <summary>The person has the duty.</summary>
public sealed record HasDuty(Duty Duty) : Refusal("duty.held", Duty);

/// <summary>The person does not have the duty.</summary>
public sealed record HasNotDuty(Duty Duty) : Refusal("duty.not-held", Duty);

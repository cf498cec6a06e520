using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Federation;

/// <summary>The secretariat registers somebody of no delegation seat: Executive Board, Officials, observers, desk, the screen.</summary>
[CommandKind("participant.enroll", Who.Secretariat)]
public sealed record EnrolParticipant(ParticipantId Participant, string Name, ImmutableArray<Duty> Duties, MemberId? Member = null) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now);

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if (Requires.Line(Name, 200) is { } fault)
            return fault;
        if (now.Find(Participant) is not null || now.Matters.Contains(new(Participant.Value)))
            return new IdTaken();
        if (Member is { } member && now.Find(member) is null)
            return new UnknownMember();
        if (now.Participants.Count >= 10_000)
            return new RowsOutOfBounds(10_000);
        var name = Matter.Of(new MatterId(Participant.Value), Name, moment);
        return Decision.Of([
            new ParticipantEnrolled(Participant, name.Digest, Member),
            .. Duties.Distinct().Select(duty => new DutyGiven(Participant, duty)),
        ]).With(name);
    }
}

/// <summary>Somebody is registered.</summary>
[FactKind("participant.enrolled.v1")]
public sealed record ParticipantEnrolled(ParticipantId Participant, MatterDigest Name, MemberId? Member) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with
    {
        Participants = before.Participants.SetItem(Participant, new() { Id = Participant, Name = Name, Member = Member }),
        Matters = before.Matters.Add(Name.Id),
    };
}

/// <summary>Somebody's name is set: once by themselves where they have none, later by the secretariat or the desk, who see the person.</summary>
[CommandKind("participant.name", Who.Participant | Who.Secretariat)]
public sealed record NameParticipant(ParticipantId Participant, MatterId Matter, string Name) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now);

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if (Requires.Line(Name, 200) is { } fault)
            return fault;
        if (now.Find(Participant) is not { } person)
            return new UnknownParticipant();
        if (person.Erased)
            return new PersonIsErased();
        if (!moment.By.Is(Who.Secretariat | Who.Desk) && moment.By.Participant != Participant)
            return new NotYourName();
        if (!moment.By.Is(Who.Secretariat | Who.Desk) && person.Name is not null)
            return new NameStands();
        // What stands on the ballot when it opens stands there until the result is declared.
        if (now.RunningBallot is { } ballot && ballot.Options.Any(option => option.Nominee == Participant))
            return new BallotRunning(ballot.Number);
        if (now.Matters.Contains(Matter))
            return new IdTaken();
        var name = Journal.Matter.Of(Matter, Name, moment);
        // A name that was corrected is nobody's: its words go with it.
        var named = Decision.Of(new ParticipantNamed(Participant, name.Digest)).With(name);
        return person.Name is { } wrong ? named.Erasing(wrong.Id) : named;
    }
}

/// <summary>Somebody has a name.</summary>
[FactKind("participant.named.v1")]
public sealed record ParticipantNamed(ParticipantId Participant, MatterDigest Name) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        before.Amend(Participant, person => person with { Name = Name }) with { Matters = before.Matters.Add(Name.Id) };
}

/// <summary>There is no such person.</summary>
public sealed record UnknownParticipant() : Refusal("participant.unknown");

/// <summary>A name is set by its person, the desk or the secretariat.</summary>
public sealed record NotYourName() : Refusal("participant.not-yours");

/// <summary>A name that stands is changed by the desk or the secretariat.</summary>
public sealed record NameStands() : Refusal("participant.name-stands");

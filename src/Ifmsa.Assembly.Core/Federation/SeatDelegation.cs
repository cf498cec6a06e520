using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Federation;

/// <summary>A seat of a delegation; seat 1 is the head's.</summary>
public sealed record SeatRow(ParticipantId Participant, MemberId Member, int Seat);

/// <summary>The secretariat or the desk makes seats for delegations; each gets a code to join with.</summary>
[CommandKind("delegation.seat", Who.Secretariat | Who.Desk)]
public sealed record SeatDelegation(ImmutableArray<SeatRow> Seats) : Command, IAct
{
    /// <summary>The most seats of one delegation.</summary>
    public const int SeatsAtMost = 60;

    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now);

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if (Seats is not { IsDefaultOrEmpty: false, Length: <= 5000 })
            return new RowsOutOfBounds(5000);
        var taken = now.Participants.Values.Where(person => person.Member is not null).Select(person => (person.Member!.Value, person.Seat)).ToHashSet();
        var ids = new HashSet<ParticipantId>();
        foreach (var seat in Seats)
        {
            if (now.Find(seat.Member) is not { } member)
                return new UnknownMember();
            if (seat.Seat is < 1 or > SeatsAtMost)
                return new SeatOutOfBounds(SeatsAtMost);
            if (now.Find(seat.Participant) is not null || !ids.Add(seat.Participant))
                return new IdTaken();
            if (!taken.Add((seat.Member, seat.Seat)))
                return new SeatTaken(seat.Seat, member.ShortName);
        }
        return Decision.Of(Seats.Select(seat => new ParticipantSeated(seat.Participant, seat.Member, seat.Seat)));
    }
}

/// <summary>A delegation has a seat more.</summary>
[FactKind("participant.seated.v1")]
public sealed record ParticipantSeated(ParticipantId Participant, MemberId Member, int Seat) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before with
    {
        Participants = before.Participants.SetItem(Participant, new() { Id = Participant, Member = Member, Seat = Seat, Head = Seat == 1 }),
    };
}

/// <summary>Seats are numbered from 1.</summary>
public sealed record SeatOutOfBounds(int AtMost) : Refusal("seat.out-of-bounds", AtMost);

/// <summary>The seat exists.</summary>
public sealed record SeatTaken(int Seat, string Member) : Refusal("seat.taken", Seat, Member);

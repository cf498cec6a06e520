using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Plenaries;

namespace Ifmsa.Assembly.Core.Credentials;

/// <summary>The desk, seeing the person and the word on the phone, gives the voting card; the member is present from then on.</summary>
[CommandKind("card.give", Who.Desk)]
public sealed record GiveCard(MemberId Member, ParticipantId To) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Roll.Called(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        now.Find(Member) is not { } member ? new UnknownMember()
        : Roll.HolderFault(now, member, To) is { } fault ? fault
        : now.Cards.GetValueOrDefault(Member) switch
        {
            { Forfeited: true } => new CardForfeited(member.ShortName),
            { } card when card.Holder == To => new CardHeld(member.ShortName),
            { } => new CardMoved(Member, To),
            null => new CardGiven(Member, To),
        };
}

/// <summary>A member's card is given out; the member is present.</summary>
[FactKind("card.given.v1", Reversible = true)]
public sealed record CardGiven(MemberId Member, ParticipantId To) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.With(Member, new Card(To)).With(Member, Presence.Present);
}

/// <summary>The desk moves the card to a colleague, when a phone has died or the holder has gone.</summary>
[CommandKind("card.move", Who.Desk)]
public sealed record MoveCard(MemberId Member, ParticipantId To) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Roll.Called(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        now.Find(Member) is not { } member ? new UnknownMember()
        : Roll.HolderFault(now, member, To) is { } fault ? fault
        : now.Cards.GetValueOrDefault(Member) switch
        {
            null => new NoCardOut(member.ShortName),
            { Forfeited: true } => new CardForfeited(member.ShortName),
            { } card when card.Holder == To => new CardHeld(member.ShortName),
            _ => new CardMoved(Member, To),
        };
}

/// <summary>A member's card is in other hands.</summary>
[FactKind("card.moved.v1", Reversible = true)]
public sealed record CardMoved(MemberId Member, ParticipantId To) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.With(Member, before.Cards[Member] with { Holder = To, OfferedTo = null });
}

/// <summary>The desk takes the card back from a delegation that leaves; it votes again when it returns.</summary>
[CommandKind("card.take", Who.Desk)]
public sealed record TakeCard(MemberId Member) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Roll.Called(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        now.Find(Member) is not { } member ? new UnknownMember()
        : now.Cards.GetValueOrDefault(Member) is not { Forfeited: false } ? new NoCardOut(member.ShortName)
        : new CardTaken(Member);
}

/// <summary>A card is back at the desk; the member has left.</summary>
[FactKind("card.taken.v1", Reversible = true)]
public sealed record CardTaken(MemberId Member) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.With(Member, Presence.Left) with { Cards = before.Cards.Remove(Member) };
}

/// <summary>A delegation has left with its card: the vote is lost for the rest of the plenary.</summary>
[CommandKind("card.forfeit", Who.Desk | Who.Presiding)]
public sealed record ForfeitCard(MemberId Member) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Roll.Called(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        now.Find(Member) is not { } member ? new UnknownMember()
        : now.Cards.GetValueOrDefault(Member) is not { Forfeited: false } ? new NoCardOut(member.ShortName)
        : new CardLost(Member);
}

/// <summary>A member has no vote for the rest of the plenary.</summary>
[FactKind("card.forfeited.v1", Reversible = true)]
public sealed record CardLost(MemberId Member) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        before.With(Member, Presence.Left).With(Member, before.Cards[Member] with { OfferedTo = null, Forfeited = true });
}

/// <summary>The roll as the acts of desk and chair need it.</summary>
internal static class Roll
{
    /// <summary>A roll has been called and the plenary is not over.</summary>
    public static Refusal? Called(Proceedings now) =>
        now.Plenary is { Phase: PlenaryPhase.RollCall or PlenaryPhase.InSession or PlenaryPhase.Recess } ? null : new RollNotCalled();

    /// <summary>Why somebody cannot hold a member's card.</summary>
    public static Refusal? HolderFault(Proceedings now, Member member, ParticipantId to) => now.Find(to) switch
    {
        null => new UnknownParticipant(),
        { } person when person.Member != member.Id => new NotOfTheDelegation(member.ShortName),
        { Device: null, Account: null } => new HolderHasNoDevice(),
        _ => null,
    };
}

/// <summary>The roll of a plenary has to be called first.</summary>
public sealed record RollNotCalled() : Refusal("roll.not-called");

/// <summary>A card stays in its delegation.</summary>
public sealed record NotOfTheDelegation(string Member) : Refusal("card.not-of-delegation", Member);

/// <summary>Whoever holds a card needs a phone that has joined.</summary>
public sealed record HolderHasNoDevice() : Refusal("card.no-device");

/// <summary>The person has the card.</summary>
public sealed record CardHeld(string Member) : Refusal("card.held", Member);

/// <summary>The member's card is not out.</summary>
public sealed record NoCardOut(string Member) : Refusal("card.not-out", Member);

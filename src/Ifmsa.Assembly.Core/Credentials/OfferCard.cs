using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Credentials;

/// <summary>The holder hands the card to a colleague, who has yet to accept.</summary>
[CommandKind("card.offer", Who.CardHolder)]
public sealed record OfferCard(ParticipantId To) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Roll.Called(now);

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        var member = now.Members[moment.By.Member!.Value];
        return Roll.HolderFault(now, member, To) is { } fault ? fault
            : To == moment.By.Participant ? new CardHeld(member.ShortName)
            : new CardOffered(member.Id, To);
    }
}

/// <summary>A card is offered to a colleague.</summary>
[FactKind("card.offered.v1")]
public sealed record CardOffered(MemberId Member, ParticipantId To) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.With(Member, before.Cards[Member] with { OfferedTo = To });
}

/// <summary>The colleague accepts the card.</summary>
[CommandKind("card.accept", Who.Delegate)]
public sealed record AcceptCard : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        Roll.Called(now) ?? (Cards.Offered(now, by) ? null : new CardNotOffered());

    internal override Decision DecideOn(Proceedings now, Moment moment) => new CardMoved(moment.By.Member!.Value, moment.By.Participant!.Value);
}

/// <summary>The colleague, or the holder, calls the hand-over off.</summary>
[CommandKind("card.decline", Who.Delegate)]
public sealed record DeclineCard : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        Roll.Called(now) ??
        (Cards.Offered(now, by) || (by.Is(Who.CardHolder) && now.Cards[by.Member!.Value].OfferedTo is not null) ? null : new CardNotOffered());

    internal override Decision DecideOn(Proceedings now, Moment moment) => new CardOfferEnded(moment.By.Member!.Value);
}

/// <summary>A hand-over is off.</summary>
[FactKind("card.offer-ended.v1")]
public sealed record CardOfferEnded(MemberId Member) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.With(Member, before.Cards[Member] with { OfferedTo = null });
}

/// <summary>The head of the delegation takes the card from the colleague who holds it.</summary>
[CommandKind("card.recall", Who.Head)]
public sealed record RecallCard : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        Roll.Called(now) ?? now.Cards.GetValueOrDefault(by.Member!.Value) switch
        {
            null => new NoCardOut(now.NameOf(by.Member.Value)),
            { Forfeited: true } => new CardForfeited(now.NameOf(by.Member.Value)),
            { } card when card.Holder == by.Participant => new CardHeld(now.NameOf(by.Member.Value)),
            _ => null,
        };

    internal override Decision DecideOn(Proceedings now, Moment moment) => new CardMoved(moment.By.Member!.Value, moment.By.Participant!.Value);
}

/// <summary>Questions about cards.</summary>
internal static class Cards
{
    public static bool Offered(Proceedings now, Actor by) =>
        by.Member is { } member && now.Cards.GetValueOrDefault(member) is { Forfeited: false, OfferedTo: { } to } && to == by.Participant;
}

/// <summary>No card is being handed over here.</summary>
public sealed record CardNotOffered() : Refusal("card.not-offered");

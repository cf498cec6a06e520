using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Credentials;

/// <summary>A delegation's phone reports it in the hall; the desk has yet to confirm.</summary>
[CommandKind("rollcall.check-in", Who.Delegate)]
public sealed record CheckIn : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        Roll.Called(now) ??
        (now.PresenceOf(by.Member!.Value) is Presence.Unknown or Presence.Absent or Presence.Left ? null : new CheckedIn(now.NameOf(by.Member.Value)));

    internal override Decision DecideOn(Proceedings now, Moment moment) => new DelegationCheckedIn(moment.By.Member!.Value);
}

/// <summary>A delegation has reported.</summary>
[FactKind("roll.checked-in.v1")]
public sealed record DelegationCheckedIn(MemberId Member) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.With(Member, Presence.CheckedIn);
}

/// <summary>Chair or desk marks a member present or absent, as the roll is called or later.</summary>
[CommandKind("rollcall.mark", Who.Presiding | Who.Desk)]
public sealed record MarkPresence(MemberId Member, Presence Presence) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Roll.Called(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        now.Find(Member) is not { } member ? new UnknownMember()
        : Presence is not (Presence.Present or Presence.Absent or Presence.Left) ? new OnlyPresentAbsentOrLeft()
        : now.PresenceOf(Member) == Presence ? new MarkedAlready(member.ShortName)
        : Presence == Presence.Present && now.Cards.GetValueOrDefault(Member) is { Forfeited: true } ? new CardForfeited(member.ShortName)
        : Presence != Presence.Present && now.Cards.GetValueOrDefault(Member) is { Forfeited: false } ? new CardOut(member.ShortName)
        : new PresenceMarked(Member, Presence);
}

/// <summary>A member is present, absent or gone.</summary>
[FactKind("roll.marked.v1", Reversible = true)]
public sealed record PresenceMarked(MemberId Member, Presence Presence) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.With(Member, Presence);
}

/// <summary>The delegation has reported or is present.</summary>
public sealed record CheckedIn(string Member) : Refusal("roll.checked-in", Member);

/// <summary>A roll knows present, absent and left.</summary>
public sealed record OnlyPresentAbsentOrLeft() : Refusal("roll.only-present-absent-left");

/// <summary>The member is marked so.</summary>
public sealed record MarkedAlready(string Member) : Refusal("roll.marked-already", Member);

/// <summary>A member whose card is out is present; the card has to come back first.</summary>
public sealed record CardOut(string Member) : Refusal("roll.card-out", Member);

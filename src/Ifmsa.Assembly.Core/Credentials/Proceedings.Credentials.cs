using Ifmsa.Assembly.Core.Credentials;

namespace Ifmsa.Assembly.Core.Journal;

/// <content>Devices, cards and presence.</content>
public sealed partial record Proceedings
{
    /// <summary>The same proceedings with nobody's phone bound to this person.</summary>
    internal Proceedings Unbind(ParticipantId participant) =>
        Participants[participant].Device is { } device
            ? Amend(participant, person => person with { Device = null }) with { Devices = Devices.Remove(device) }
            : this;

    /// <summary>The same proceedings with a member's presence; a proxy of whoever is in the hall is over for good.</summary>
    internal Proceedings With(MemberId member, Presence presence) => this with
    {
        Presences = Presences.SetItem(member, presence),
        Proxies = presence == Presence.Present ? Proxies.Remove(member) : Proxies,
    };

    /// <summary>The same proceedings with a member's card.</summary>
    internal Proceedings With(MemberId member, Card card) => this with { Cards = Cards.SetItem(member, card) };
}

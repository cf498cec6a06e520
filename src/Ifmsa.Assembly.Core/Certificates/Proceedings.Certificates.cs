using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Certificates;
using Ifmsa.Assembly.Core.Credentials;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Plenaries;
using Ifmsa.Assembly.Core.Sessions;

namespace Ifmsa.Assembly.Core.Journal;

/// <content>Who was there and what they did, and what has been certified of it.</content>
public sealed partial record Proceedings
{
    /// <summary>Sessions of the programme.</summary>
    public ImmutableDictionary<SessionId, Session> Sessions { get; init; } = ImmutableDictionary<SessionId, Session>.Empty;

    /// <summary>The public keys of certificates, by id.</summary>
    public ImmutableDictionary<string, string> CertificateKeys { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Certificates by number.</summary>
    public ImmutableDictionary<string, Certificate> Certificates { get; init; } = ImmutableDictionary<string, Certificate>.Empty;

    /// <summary>Certificates issued together.</summary>
    public ImmutableDictionary<RunId, CertificateRun> Runs { get; init; } = ImmutableDictionary<RunId, CertificateRun>.Empty;

    /// <summary>What people and delegations have done, and the act by which it became so.</summary>
    public ImmutableDictionary<Deed, long> Deeds { get; init; } = ImmutableDictionary<Deed, long>.Empty;

    /// <summary>The number on each person's badge: the order in which people were registered.</summary>
    public ImmutableDictionary<ParticipantId, int> BadgeNumbers { get; init; } = ImmutableDictionary<ParticipantId, int>.Empty;

    /// <summary>Plenaries that were opened, and so can be attended.</summary>
    public IEnumerable<Plenary> PlenariesHeld => Plenaries.Values.Where(plenary => plenary.OpenedAt is not null).OrderBy(plenary => plenary.Number);

    /// <summary>The same proceedings with what an entry says of who was there; what is undone was never so.</summary>
    private Proceedings Witness(Entry entry, Proceedings before) => entry.Fact switch
    {
        CardGiven card => Did(entry, new(DeedKind.MemberPresent, card.Member.Value, CurrentPlenary)).Did(entry, new(DeedKind.HeldCard, card.To.Value, CurrentPlenary)),
        CardMoved card => Did(entry, new(DeedKind.HeldCard, card.To.Value, CurrentPlenary)),
        PresenceMarked { Presence: Presence.Present } marked => Did(entry, new(DeedKind.MemberPresent, marked.Member.Value, CurrentPlenary)),
        ChairTaken taken when Plenary is { Phase: PlenaryPhase.InSession or PlenaryPhase.Recess } => Did(entry, new(DeedKind.Presided, taken.Participant.Value, CurrentPlenary)),
        PlenaryOpened when Chairing.Presiding is { } presiding => Did(entry, new(DeedKind.Presided, presiding.Value, CurrentPlenary)),
        DutyGiven given => Did(entry, new(DeedKind.HeldDuty, given.Participant.Value, Duty: given.Duty)),
        ParticipantEnrolled enrolled => Numbered(enrolled.Participant, before),
        ParticipantSeated seated => Numbered(seated.Participant, before),
        Corrections.ActReversed reversed => WithoutDeedsOf(reversed.Act),
        _ => this,
    };

    private Proceedings Did(Entry entry, Deed deed) => Deeds.ContainsKey(deed) ? this : this with { Deeds = Deeds.Add(deed, entry.Act) };

    private Proceedings Numbered(ParticipantId person, Proceedings before) =>
        before.Participants.ContainsKey(person) ? this : this with { BadgeNumbers = BadgeNumbers.SetItem(person, BadgeNumbers.Count + 1) };

    private Proceedings WithoutDeedsOf(long act) => this with { Deeds = Deeds.RemoveRange(Deeds.Where(deed => deed.Value == act).Select(deed => deed.Key)) };
}

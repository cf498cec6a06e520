using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Credentials;
using Ifmsa.Assembly.Core.Elections;
using Ifmsa.Assembly.Core.Federation;

namespace Ifmsa.Assembly.Core.Journal;

/// <content>Who somebody is now, and what their delegation may do.</content>
public sealed partial record Proceedings
{
    /// <summary>Who a credential is at this moment; duties and cards that changed while a command waited count.</summary>
    public Actor ActorOf(Credential credential)
    {
        var participant = ParticipantOf(credential);
        return new Actor
        {
            Device = credential.Device,
            Account = credential.Account,
            Participant = participant?.Id,
            Member = participant?.Member,
            Roles = credential.Standing | (participant is null ? Who.None : RolesOf(participant)),
        };
    }

    /// <summary>The person behind a credential, where the journal knows one.</summary>
    public Participant? ParticipantOf(Credential credential) =>
        Devices.TryGetValue(credential.Device, out var bound) ? Participants[bound]
        : credential.Account is { } account && Accounts.TryGetValue(account, out var holder) ? Participants[holder]
        : null;

    /// <summary>All capacities somebody has now.</summary>
    public Who RolesOf(Participant participant)
    {
        var roles = participant.Duties | Who.Participant;
        if (participant.Member is { } member)
        {
            roles |= Who.Delegate;
            if (participant.Head)
                roles |= Who.Head;
            if (Cards.GetValueOrDefault(member) is { Forfeited: false } card && card.Holder == participant.Id)
                roles |= Who.CardHolder;
        }
        if (Chairing.Presiding == participant.Id)
            roles |= Who.Presiding;
        return roles;
    }

    /// <summary>The member of an id, or null.</summary>
    public Member? Find(MemberId id) => Members.GetValueOrDefault(id);

    /// <summary>The participant of an id, or null.</summary>
    public Participant? Find(ParticipantId id) => Participants.GetValueOrDefault(id);

    /// <summary>Whether somebody stands in an election that is not decided.</summary>
    public bool IsNominee(ParticipantId id) => Elections.Values.Any(election => election.Phase == ElectionPhase.Open && election.Nominees.Contains(id));

    /// <summary>The short name of a member, for sentences.</summary>
    public string NameOf(MemberId id) => Members.TryGetValue(id, out var member) ? member.ShortName : "";

    /// <summary>The same proceedings with a participant changed.</summary>
    internal Proceedings Amend(ParticipantId id, Func<Participant, Participant> change) =>
        this with { Participants = Participants.SetItem(id, change(Participants[id])) };

    /// <summary>The member for whom somebody acts: their own by its card, or one that raised its placard.</summary>
    internal Refusal? ActingFor(Actor by, MemberId? named, out MemberId member)
    {
        member = named ?? by.Member ?? default;
        return named switch
        {
            null when by.Is(Who.CardHolder) => null,
            null => new NoVotingCard(),
            { } own when own == by.Member && by.Is(Who.CardHolder) => null,
            _ when !by.Is(Who.Enters) => new NotForOthers(),
            { } other when Find(other) is null => new UnknownMember(),
            { } other when PresenceOf(other) != Presence.Present => new MemberNotPresent(NameOf(other)),
            { } other when Cards.GetValueOrDefault(other) is { Forfeited: true } => new CardForfeited(NameOf(other)),
            _ => null,
        };
    }
}

/// <summary>Only the holder of the voting card can do this.</summary>
public sealed record NoVotingCard() : Refusal("card.needed");

/// <summary>Acting for another member takes a duty.</summary>
public sealed record NotForOthers() : Refusal("member.not-yours");

/// <summary>There is no such member.</summary>
public sealed record UnknownMember() : Refusal("member.unknown");

/// <summary>The member is not present by the roll.</summary>
public sealed record MemberNotPresent(string Member) : Refusal("member.not-present", Member);

/// <summary>The member has lost its vote for the rest of the plenary.</summary>
public sealed record CardForfeited(string Member) : Refusal("card.forfeited", Member);

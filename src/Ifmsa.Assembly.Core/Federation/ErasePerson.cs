using Ifmsa.Assembly.Core.Credentials;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Federation;

/// <summary>The secretariat erases a person: name, phone, account and duties; what was done stays, by nobody that is named.</summary>
/// <param name="Participant">The person; the seat is nobody's from then on.</param>
[CommandKind("person.erase", Who.Secretariat)]
public sealed record ErasePerson(ParticipantId Participant) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now);

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if (now.Find(Participant) is not { } person)
            return new UnknownParticipant();
        if (person.Erased)
            return new PersonIsErased();
        // Whoever has a part in what is going on is erased once they have handed it on.
        if (now.Chairing.Presiding == Participant || now.Chairing.OfferedTo == Participant || HasCard(now)
            || now.IsNominee(Participant) || now.SpeechQueue.Exists(speech => speech.Participant == Participant) || now.Floor.Speaking?.Speech.Participant == Participant)
            return new PersonTakesPart();
        var kept = MinutesKeep(now, person);
        var decision = Decision.Of(new PersonErased(Participant, kept ? true : null));
        return person.Name is { } name && !kept ? decision.Erasing(name.Id) : decision;
    }

    /// <summary>Whether the person votes for a member in a plenary that is not over.</summary>
    private bool HasCard(Proceedings now) => now.Plenary is { Phase: not Plenaries.PlenaryPhase.Adjourned }
        && now.Cards.Values.Any(card => card.Holder == Participant || card.OfferedTo == Participant);

    /// <summary>Whether minutes have to name somebody for good: those who held an office, were elected, or signed.</summary>
    private static bool MinutesKeep(Proceedings now, Participant person) =>
        (person.Held & Participants.OfOffice) != 0 || now.Elections.Values.Any(election => election.Winner == person.Id)
        || now.Plenaries.Values.Any(plenary => plenary.Signatures.ContainsKey(person.Id));
}

/// <summary>Somebody is erased; the minutes keep the name of whoever held an office in them.</summary>
[FactKind("person.erased.v1")]
public sealed record PersonErased(ParticipantId Participant, bool? MinutesKeepName = null) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before)
    {
        var account = before.Participants[Participant].Account;
        return before.Unbind(Participant).Amend(Participant, person => person with
        {
            Name = null, MinutesName = MinutesKeepName == true ? person.Name : null, Erased = true, Account = null, AccountFrom = null, Duties = Who.None,
        }) with
        {
            Accounts = account is { } known ? before.Accounts.Remove(known) : before.Accounts,
            DeviceRequests = before.DeviceRequests.RemoveRange(before.DeviceRequests.Values.Where(request => request.Participant == Participant).Select(request => request.Device)),
        };
    }
}

/// <summary>What the minutes have to name people for.</summary>
internal static class Participants
{
    /// <summary>The offices by which the minutes name people.</summary>
    public const Who OfOffice = Who.Chair | Who.ViceChair | Who.Secretary | Who.Assistant | Who.Officer | Who.Executive | Who.Official;
}

/// <summary>The person was erased.</summary>
public sealed record PersonIsErased() : Refusal("person.erased");

/// <summary>The person holds a card or the chair, stands for a post, or waits to speak.</summary>
public sealed record PersonTakesPart() : Refusal("person.takes-part");

using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Federation;

/// <summary>The installation has checked a new name and password, and ties the account to its person.</summary>
/// <param name="Participant">The person.</param>
/// <param name="Account">The account.</param>
/// <param name="From">The phone it was made from; absent where the secretariat made it.</param>
[CommandKind("participant.set-account", Who.Installation)]
public sealed record SetAccount(ParticipantId Participant, AccountId Account, DeviceId? From = null) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Requires.Charter(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        now.Find(Participant) is not { } person ? new UnknownParticipant()
        : person.Erased ? new PersonIsErased()
        : now.Accounts.ContainsKey(Account) ? new IdTaken()
        : From is not null && person.Device != From ? new NotBound()
        // A phone came by a code on a badge, and an account outlives the phone: only those who need one set it.
        : From is not null && (person.Duties & Duties.WithConsole) == 0 && !now.IsNominee(Participant) ? new AccountNotNeeded()
        : new AccountSet(Participant, Account, From);
}

/// <summary>Somebody can sign in; an earlier account of theirs is no longer theirs.</summary>
[FactKind("participant.account-set.v1")]
public sealed record AccountSet(ParticipantId Participant, AccountId Account, DeviceId? From = null) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before)
    {
        var old = before.Participants[Participant].Account;
        var accounts = old is { } last ? before.Accounts.Remove(last) : before.Accounts;
        return before.Amend(Participant, person => person with { Account = Account, AccountFrom = From }) with { Accounts = accounts.SetItem(Account, Participant) };
    }
}

/// <summary>An account made from a phone ended with it; the person sets it anew.</summary>
[FactKind("participant.account-ended.v1")]
public sealed record AccountEnded(ParticipantId Participant, AccountId Account) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) =>
        before.Amend(Participant, person => person with { Account = null, AccountFrom = null }) with { Accounts = before.Accounts.Remove(Account) };

    /// <summary>What ends when somebody's phone is taken from them: whoever had it may have made the account.</summary>
    internal static IEnumerable<Fact> With(Participant phoneless) =>
        phoneless is { Account: { } account, AccountFrom: not null } ? [new AccountEnded(phoneless.Id, account)] : [];
}

/// <summary>A phone is all that this person needs.</summary>
public sealed record AccountNotNeeded() : Refusal("account.not-needed");

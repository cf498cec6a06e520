using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Ballots;

/// <summary>Chair, secretary, desk or an officer enters the vote of a delegation that raises its placard; it counts once a second of them confirms it.</summary>
[CommandKind("ballot.enter", Who.Enters)]
public sealed record EnterVote(BallotId Ballot, MemberId Member, string Option) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Entries.Taken(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        Entries.Fault(now, Ballot, Member, Option) is { } fault ? fault
        : now.Ballots[Ballot].Casts.GetValueOrDefault(Member) is { Counts: true } ? new VotedAlready(now.NameOf(Member))
        : new VoteEntered(Ballot, Member, Option, moment.By.Participant, moment.At);

    /// <summary>Never the choice.</summary>
    public override string ToString() => $"EnterVote {Ballot}";
}

/// <summary>A vote is entered and waits for its confirmation.</summary>
[FactKind("ballot.entered.v1")]
public sealed record VoteEntered(BallotId Ballot, MemberId Member, string Option, ParticipantId? By, DateTimeOffset At) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.Amend(Ballot, ballot => ballot with
    {
        Casts = ballot.Casts.SetItem(Member, new(Option, Provenance.Entered, By, ConfirmedBy: null, At)),
    });

    /// <summary>Never the choice.</summary>
    public override string ToString() => $"VoteEntered {Ballot}";
}

/// <summary>A second person enters the same vote, not seeing the first entry, and so confirms it.</summary>
[CommandKind("ballot.confirm-entry", Who.Enters)]
public sealed record ConfirmEntry(BallotId Ballot, MemberId Member, string Option) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Entries.Taken(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        Entries.Fault(now, Ballot, Member, Option) is { } fault ? fault
        : now.Ballots[Ballot].Casts.GetValueOrDefault(Member) switch
        {
            null => new NothingToConfirm(now.NameOf(Member)),
            { Counts: true } => new VotedAlready(now.NameOf(Member)),
            { } entry when entry.By == moment.By.Participant => new SecondPersonNeeded(),
            { } entry when entry.Option != Option => new EntriesDiffer(now.NameOf(Member)),
            _ => new EntryConfirmed(Ballot, Member, moment.By.Participant, moment.At),
        };

    /// <summary>Never the choice.</summary>
    public override string ToString() => $"ConfirmEntry {Ballot}";
}

/// <summary>An entered vote counts.</summary>
[FactKind("ballot.entry-confirmed.v1")]
public sealed record EntryConfirmed(BallotId Ballot, MemberId Member, ParticipantId? By, DateTimeOffset At) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.Amend(Ballot, ballot => ballot with
    {
        Casts = ballot.Casts.SetItem(Member, ballot.Casts[Member] with { ConfirmedBy = By }),
    });
}

/// <summary>Conditions that entry and confirmation share.</summary>
internal static class Entries
{
    public static Refusal? Taken(Proceedings now) => now.RunningBallot switch
    {
        null => new NoBallotOpen(),
        { Phase: not BallotPhase.Open } closed => new BallotIsNotOpen(closed.Number, closed.Phase),
        { Method: BallotMethod.Placards } placards => new ByPlacards(placards.Number),
        _ => null,
    };

    public static Refusal? Fault(Proceedings now, BallotId id, MemberId member, string choice) => now.Find(id) switch
    {
        null => new UnknownBallot(),
        { Phase: not BallotPhase.Open } other => new BallotIsNotOpen(other.Number, other.Phase),
        { Method: BallotMethod.Placards } placards => new ByPlacards(placards.Number),
        { } ballot when !ballot.Electorate.ContainsKey(member) => new NotInElectorate(ballot.Number, now.NameOf(member)),
        { } ballot when ballot.Options.All(option => option.Key != choice) => new UnknownOption(),
        _ => null,
    };
}

/// <summary>The member has voted.</summary>
public sealed record VotedAlready(string Member) : Refusal("ballot.voted", Member);

/// <summary>Nothing has been entered for the member.</summary>
public sealed record NothingToConfirm(string Member) : Refusal("ballot.nothing-to-confirm", Member);

/// <summary>Somebody else has to confirm.</summary>
public sealed record SecondPersonNeeded() : Refusal("ballot.second-person");

/// <summary>The two entries differ; neither counts until they agree.</summary>
public sealed record EntriesDiffer(string Member) : Refusal("ballot.entries-differ", Member);

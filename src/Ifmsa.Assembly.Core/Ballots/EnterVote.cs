using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Ballots;

/// <summary>Chair, secretary, desk or an officer enters the vote of a delegation that raises its placard; it counts once a second of them, or the delegation itself, confirms it.</summary>
[CommandKind("ballot.enter", Who.Enters)]
public sealed record EnterVote(BallotId Ballot, MemberId Member, string Option, ImmutableArray<Share>? Shares = null, ParticipantId? Person = null) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Entries.Taken(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        Entries.Fault(now, Ballot, new(Member, Person), Option, Shares, out _) is { } fault ? fault
        : now.Ballots[Ballot].Casts.GetValueOrDefault(new(Member, Person)) is { Counts: true } ? new VotedAlready(now.NameOf(Member))
        : new VoteEntered(Ballot, Member, Option, moment.By.Participant, moment.At, Shares, Person, moment.By.Device);

    /// <summary>Never the choice.</summary>
    public override string ToString() => $"EnterVote {Ballot}";
}

/// <summary>A vote is entered and waits for its confirmation.</summary>
[FactKind("ballot.entered.v1")]
public sealed record VoteEntered(
    BallotId Ballot, MemberId Member, string Option, ParticipantId? By, DateTimeOffset At, ImmutableArray<Share>? Shares = null, ParticipantId? Person = null, DeviceId? Device = null) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.Amend(Ballot, ballot => ballot with
    {
        Casts = ballot.Casts.SetItem(new(Member, Person), new(Casting.SharesOf(ballot, new(Member, Person), Option, Shares), Provenance.Entered, By, ConfirmedBy: null, At) { EnteredOn = Device }),
    });

    /// <summary>Never the choice.</summary>
    public override string ToString() => $"VoteEntered {Ballot}";
}

/// <summary>A second person enters the same vote on another device, not seeing the first entry, and so confirms it.</summary>
[CommandKind("ballot.confirm-entry", Who.Enters)]
public sealed record ConfirmEntry(BallotId Ballot, MemberId Member, string Option, ImmutableArray<Share>? Shares = null, ParticipantId? Person = null) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) => Entries.Taken(now);

    internal override Decision DecideOn(Proceedings now, Moment moment) =>
        Entries.Fault(now, Ballot, new(Member, Person), Option, Shares, out var slip) is { } fault ? fault
        : now.Ballots[Ballot].Casts.GetValueOrDefault(new(Member, Person)) switch
        {
            null => new NothingToConfirm(now.NameOf(Member)),
            { Counts: true } => new VotedAlready(now.NameOf(Member)),
            { } entry when entry.By == moment.By.Participant || entry.EnteredOn == moment.By.Device => new SecondPersonNeeded(),
            { } entry when !Entries.Same(entry.Shares, slip) => new EntriesDiffer(now.NameOf(Member)),
            _ => Entries.Confirmed(now, moment, Ballot, new(Member, Person)),
        };

    /// <summary>Never the choice.</summary>
    public override string ToString() => $"ConfirmEntry {Ballot}";
}

/// <summary>A delegation confirms on its own device what was entered for it, naming the choice it sees there.</summary>
[CommandKind("ballot.confirm-own", Who.CardHolder | Who.Delegate)]
public sealed record ConfirmOwnEntry(BallotId Ballot, string Option, ImmutableArray<Share>? Shares = null, MemberId? Member = null) : Command, IAct
{
    /// <inheritdoc/>
    public static Refusal? Order(Proceedings now, Actor by) =>
        Entries.Taken(now) is { } refusal ? refusal
        : now.RunningBallot!.CastableBy(by).Any() ? null : Electors.WhyNot(now, now.RunningBallot, by);

    internal override Decision DecideOn(Proceedings now, Moment moment)
    {
        if (Casting.Open(now, Ballot) is { } closed)
            return closed;
        var ballot = now.Ballots[Ballot];
        if (Casting.Voters(now, ballot, moment.By, Member is { } one ? [one] : null, out var voters) is { } refusal)
            return refusal;
        var voter = voters[0];
        return Slips.Read(ballot, ballot.Electorate[voter].Votes, Option, Shares, out var slip) is { } spoilt ? spoilt
            : ballot.Casts.GetValueOrDefault(voter) switch
            {
                null => new NothingToConfirm(now.NameOf(voter.Member)),
                { Counts: true } => new VotedAlready(now.NameOf(voter.Member)),
                { } entry when entry.By == moment.By.Participant => new SecondPersonNeeded(),
                { } entry when !Entries.Same(entry.Shares, slip) => new EntriesDiffer(now.NameOf(voter.Member)),
                _ => Entries.Confirmed(now, moment, Ballot, voter),
            };
    }

    /// <summary>Never the choice.</summary>
    public override string ToString() => $"ConfirmOwnEntry {Ballot}";
}

/// <summary>An entered vote counts.</summary>
[FactKind("ballot.entry-confirmed.v1")]
public sealed record EntryConfirmed(BallotId Ballot, MemberId Member, ParticipantId? By, DateTimeOffset At, ParticipantId? Person = null) : Fact
{
    internal override Proceedings ApplyTo(Proceedings before) => before.Amend(Ballot, ballot => ballot with
    {
        Casts = ballot.Casts.SetItem(new(Member, Person), ballot.Casts[new(Member, Person)] with { ConfirmedBy = By }),
    });
}

/// <summary>Conditions that entry and confirmation share.</summary>
internal static class Entries
{
    public static Refusal? Taken(Proceedings now) => now.RunningBallot switch
    {
        null => new NoBallotOpen(),
        { Method: BallotMethod.RollCall, Phase: BallotPhase.Open } called => new ByRollCall(called.Number),
        { } ballot => Casting.Open(now, ballot.Id),
    };

    public static Refusal? Fault(Proceedings now, BallotId id, Voter voter, string option, ImmutableArray<Share>? shares, out ImmutableArray<Share> slip)
    {
        slip = [];
        if (Casting.Open(now, id) is { } refusal)
            return refusal;
        var ballot = now.Ballots[id];
        return !ballot.Electorate.TryGetValue(voter, out var elector) ? Electors.WhyNot(now, ballot, voter.Member, voter.Person)
            : ballot.IsOnPaper(voter) ? new CountedOnPaper(now.NameOf(voter.Member))
            : Slips.Read(ballot, elector.Votes, option, shares, out slip);
    }

    public static bool Same(ImmutableArray<Share> one, ImmutableArray<Share> other) =>
        one.Length == other.Length && one.Zip(other).All(pair => pair.First.Votes == pair.Second.Votes && pair.First.Options.SequenceEqual(pair.Second.Options));

    public static Decision Confirmed(Proceedings now, Moment moment, BallotId ballot, Voter voter) =>
        Decision.Of(Closing.WhenAllHaveVoted(now, now.Ballots[ballot], moment, [new EntryConfirmed(ballot, voter.Member, moment.By.Participant, moment.At, voter.Person)]));
}

/// <summary>The member has voted.</summary>
public sealed record VotedAlready(string Member) : Refusal("ballot.voted", Member);

/// <summary>Nothing has been entered for the member.</summary>
public sealed record NothingToConfirm(string Member) : Refusal("ballot.nothing-to-confirm", Member);

/// <summary>Somebody else has to confirm, on another device.</summary>
public sealed record SecondPersonNeeded() : Refusal("ballot.second-person");

/// <summary>The two entries differ; neither counts until they agree.</summary>
public sealed record EntriesDiffer(string Member) : Refusal("ballot.entries-differ", Member);

/// <summary>The vote is taken by calling the roll.</summary>
public sealed record ByRollCall(int Number) : Refusal("ballot.by-roll-call", Number);
